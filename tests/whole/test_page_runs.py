"""The pages themselves, with the answers in: they run from top to bottom, as a script or as a notebook. One of them by chance."""

import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import one_by_chance
import pytest

from autograder.content import assignment_folder
from autograder.content.notebook import page_as_notebook
from autograder.judging.collection import points

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "solutions" / "mnist" / "mnist.py"
PAGES = sorted(path.parent.name for path in ROOT.glob("solutions/*/assignment.toml"))
SECONDS = 900

# jupyter_client, below nbclient, leaves event loops of its own unclosed.
pytestmark = [
    pytest.mark.keras,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("garbage_is_collected"),
]


def surroundings(**more: str) -> dict[str, str]:
    """No window, and no network: with neither file nor network the page teaches with the drawn digits."""
    dropped = {"AUTOGRADER_DATA", "NO_PROXY", "no_proxy"}
    kept = {name: text for name, text in os.environ.items() if name not in dropped}
    nowhere = "http://127.0.0.1:9"
    own = {"MPLBACKEND": "Agg", "HTTPS_PROXY": nowhere, "https_proxy": nowhere, "TF_CPP_MIN_LOG_LEVEL": "3"}
    return {**kept, **own, **more}


def with_epochs(count: int) -> str:
    """The page with so many epochs in the place of its ten."""
    text = PAGE.read_text("utf-8")
    assert text.count("epochs=10)") == 1
    return text.replace("epochs=10)", f"epochs={count})")


def with_keras(exercises) -> list[str]:
    return [one.name for one in exercises if "keras" in one.libraries]


def without_checks(text: str, names: list[str]) -> str:
    """A page that does not check these functions."""
    return re.sub(r'^check\("(\w+)"\)$', lambda found: "" if found[1] in names else found[0], text, flags=re.MULTILINE)


def run_page(folder: Path, name: str, text: str, **more: str) -> str:
    """What a page prints, whose checks without Keras all pass.

    Those with Keras are left out, which train for most of the time: the audit runs them over the same answers, and the
    notebook below runs one of them.
    """
    exercises = assignment_folder.load(ROOT / "solutions" / name).exercises
    heavy = with_keras(exercises)
    text = without_checks(text, heavy)
    page = folder / f"{name}.py"
    page.write_text(text, "utf-8")
    done = subprocess.run(
        [sys.executable, page.name],
        cwd=folder,
        env=surroundings(**more),
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    passed = re.findall(r"^ +\d+  (\w+) +(\d+) of \2$", done.stdout, re.MULTILINE)
    assert [name for name, _points in passed] == [one.name for one in exercises if one.name not in heavy], done.stdout
    return done.stdout


def accuracy(out: str) -> float:
    return float(re.search(r"^test set: .*accuracy ([\d.]+)$", out, re.MULTILINE)[1])


@pytest.mark.parametrize("name", PAGES)
def test_it_runs_from_top_to_bottom(tmp_path, name, pytestconfig):
    """The page of ``mnist`` runs as a notebook, the others as scripts."""
    if name != one_by_chance.chosen(PAGES, "pages") and not pytestconfig.getoption("--whole"):
        pytest.skip("another page runs this time: --whole runs all")
    if name == "mnist":
        runs_as_a_notebook(tmp_path, pytestconfig.getoption("--whole"))
    else:
        runs_as_a_script(tmp_path, name)


def runs_as_a_script(tmp_path, name):
    """One epoch for each training, and the data that the kit makes: every cell works on what the cells before it give."""
    text = (ROOT / "solutions" / name / f"{name}.py").read_text("utf-8")
    short, found = re.subn(r"\bepochs=\d+", "epochs=1", text)
    assert found
    assert " instead." in run_page(tmp_path, name, short, KERAS_HOME=str(tmp_path))


def text_of(outputs) -> str:
    return " ".join(str(output.get("text") or output.get("data")) for output in outputs)


def runs_as_a_notebook(tmp_path, whole):
    """The notebook that a build makes, with the answers left in; every figure is there to be seen. Two epochs are enough.

    Of the checks with Keras one runs, by chance. This page is not run as a script, too: the code is the same.
    """
    from nbclient import NotebookClient

    real = assignment_folder.load(ROOT / "solutions" / "mnist")
    heavy = with_keras(real.exercises)
    left_out = [] if whole else [one for one in heavy if one != one_by_chance.chosen(heavy, "checks in a notebook")]
    text = page_as_notebook(without_checks(with_epochs(2), left_out), real, points(real))
    notebook = nbformat.reads(text, as_version=4)
    environment = surroundings(KERAS_HOME=str(tmp_path))
    environment.pop("MPLBACKEND")  # the notebook shows figures its own way
    client = NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute(env=environment)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert [output for output in outputs if output.output_type == "error"] == []
    pictures = [output for output in outputs if "image/png" in output.get("data", {})]
    assert len(pictures) >= 8
    cards = "".join(output.data["text/html"] for output in outputs if "text/html" in output.get("data", {}))
    passed = re.findall(r"✓ passed \d+ (\w+) (\d+) of \2 points", " ".join(re.sub("<[^>]+>", " ", cards).split()))
    assert [name for name, _points in passed] == [one.name for one in real.exercises if one.name not in left_out]
    warned = [output.text for output in outputs if output.get("name") == "stderr" and "Warning" in output.text]
    assert warned == []
    printed = "".join(output.text for output in outputs if output.output_type == "stream")
    assert "using drawn digits instead" in printed
    assert "101,770" in text_of(outputs)  # the model's summary
    assert accuracy(printed) >= 0.9
