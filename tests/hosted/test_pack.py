"""What Gradescope gets, and the command that packs: the form, the zip, and a run as Gradescope runs it."""

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import marks_sample
import miniature
import pytest

from autograder.cli import pack
from autograder.content import mistake_fingerprints
from autograder.core.settings import Settings
from autograder.hosted import gradescope_results, pack_engine
from autograder.hosted import pack_gradescope as box

SAMPLES = Path(__file__).parents[1] / "samples"
SLIP = miniature.page(double="return abs(2 * numbers)")  # right for the public checks, wrong for a hidden one


# -- a report in their forms --------------------------------------------------------------------------------------------


def test_a_report_becomes_the_sample():
    """The sample is written by hand from the documented fields."""
    report = marks_sample.report(notes=("one cell was left out.",))
    assert gradescope_results.results(report, hidden="visible") == json.loads((SAMPLES / "gradescope.json").read_text("utf-8"))


@pytest.mark.parametrize("made", [marks_sample.report, marks_sample.unreadable, marks_sample.not_graded])
def test_what_code_printed_in_hidden_checks_reaches_no_student(made):
    assert "-3 and -5" not in json.dumps(gradescope_results.results(made()))


def test_gradescope_no_zero_where_the_fault_is_ours():
    content = gradescope_results.results(marks_sample.not_graded())
    assert "score" not in content
    assert [("score" in test, "status" in test) for test in content["tests"]] == [
        (True, True),
        (False, False),
        (True, True),
        (True, True),
    ]
    assert "One of our checks is broken." in content["output"] and "bug in the kit" in content["output"]


def test_gradescope_a_page_that_cannot_be_read_is_told():
    content = gradescope_results.results(marks_sample.unreadable())
    assert content["score"] == 0.0 and "mnist.py is empty." in content["output"] and content["tests"] == []


# -- what is packed -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def zipped(counting):
    """The zip for Gradescope, opened."""
    return zipfile.ZipFile(io.BytesIO(box.packed(counting, Settings(), "after_due_date")))


def test_the_zip_has_its_two_scripts_at_the_root(zipped):
    modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in zipped.infolist()}
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert "solutions/miniature/checks/test_double.py" in modes
    assert "solutions/miniature/mistakes/signatures.json" in modes
    assert "autograder/reports/html/templates/page.html.j2" in modes and "pyproject.toml" in modes
    assert "autograder/reports/html/templates/report.css" in modes
    assert not [name for name in modes if "__pycache__" in name or name.endswith(".pyc")]


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_the_scripts_are_whole(zipped, tmp_path, name):
    script = tmp_path / name
    script.write_bytes(zipped.read(name))
    assert subprocess.run(["bash", "-n", script], capture_output=True).returncode == 0
    assert not {"{{", "{name}", "{options}"} & set(re.findall(r"\{\{|\{\w+\}", script.read_text().replace("${", "$")))


def test_the_setup_gets_the_data_of_the_assignment_with_the_zips_own_files(zipped, tmp_path):
    zipped.extractall(tmp_path)
    (command,) = (line for line in (tmp_path / "setup.sh").read_text("utf-8").splitlines() if "data_sets.find" in line)
    found = "it.data_sets.find(it.dataset)"
    shown = command.replace('"$ROOT/venv/bin/python"', f"{sys.executable} -P").replace(found, f"print({found}.name)")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(["bash", "-c", shown], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("digits\n", "")


def test_packing_twice_gives_the_same_bytes(counting):
    assert box.packed(counting, Settings(), "hidden") == box.packed(counting, Settings(), "hidden")


# -- as Gradescope runs it -----------------------------------------------------------------------------------------------


@pytest.fixture
def graded(zipped, tmp_path):
    """``graded({file: text})``: (exit code, results.json, what was printed) of the zip's own run_autograder."""

    def run(pages: dict[str, str], prepare=lambda root: None):
        root = tmp_path / "autograder"
        zipped.extractall(root / "source")
        for name in ("submission", "results"):
            (root / name).mkdir()
        for name, text in pages.items():
            (root / "submission" / name).write_text(text, "utf-8")
        prepare(root)
        settings = {**os.environ, "AUTOGRADER_ROOT": str(root), "AUTOGRADER_PYTHON": sys.executable}
        done = subprocess.run(
            ["bash", root / "source" / "run_autograder"], env=settings, capture_output=True, text=True, cwd=tmp_path
        )
        return done.returncode, json.loads((root / "results" / "results.json").read_text("utf-8")), done.stdout

    return run


def test_gradescope_grades_with_the_hidden_checks(graded):
    code, results, printed = graded({"miniature.py": SLIP})
    assert code == 0 and "Isolation: " in printed
    assert results["score"] == 80.0 and [test["score"] for test in results["tests"]] == [30.0, 0.0, 30.0, 20.0]
    assert "You lost the sign." in results["tests"][1]["output"]
    assert results["tests"][2]["status"] == "passed"


def test_gradescope_finds_the_page_under_another_name_and_the_better_of_two(graded):
    """The stub of the notebook was handed in beside the script that was worked on."""
    stub = "def double(numbers):\n    raise NotImplementedError()\n"
    notebook = {"cells": [{"cell_type": "code", "source": stub, "metadata": {}, "outputs": [], "execution_count": None}],
                "metadata": {}, "nbformat": 4, "nbformat_minor": 5}  # fmt: skip
    _code, results, _printed = graded({"miniature.ipynb": json.dumps(notebook), "miniature.py": miniature.page()})
    assert results["score"] == 100.0


@pytest.mark.parametrize(
    ("pages", "words"),
    [({}, "No page was submitted"), ({"miniature.py": ""}, "empty"), ({"miniature.py": "def double(\n"}, "line 1")],
    ids=["nothing", "an empty page", "a slip"],
)
def test_gradescope_a_page_that_cannot_be_graded_scores_nothing_and_says_why(graded, pages, words):
    _code, results, _printed = graded(pages)
    assert results["score"] == 0.0 and words in results["output"]


def test_gradescope_a_link_to_the_answers_is_no_page(graded):
    """A repository that is handed in can hold links."""

    def linked(root):
        (root / "submission" / "miniature.py").symlink_to(root / "source" / "solutions" / "miniature" / "miniature.py")

    _code, results, _printed = graded({}, linked)
    assert results["score"] == 0.0 and "No page" in results["output"]


def test_gradescope_a_broken_grader_leaves_no_score(graded):
    def broken(root):
        (root / "source" / "solutions" / "miniature" / "checks" / "test_double.py").write_text(
            "import no_such_module\n"
        )

    code, results, _printed = graded({"miniature.py": miniature.page()}, broken)
    assert code == 1
    assert "score" not in results and "could not run" in results["output"]
    assert "no_such_module" not in json.dumps(results), "a check could be quoted"


# -- the command ----------------------------------------------------------------------------------------------------------


def test_pack_for_gradescope(run, tmp_path):
    code, out, _ = run("pack", "--for", "gradescope", "--out", tmp_path / "mini.zip", "--seed", "3")
    assert code == 0 and "hidden checks" in out and "Next: " in out
    script = zipfile.ZipFile(tmp_path / "mini.zip").read("run_autograder").decode()
    assert "--assignment miniature --budget quick --seed 3 --hidden after_published" in script
    assert "those of hidden checks: once you publish the grades" in out


def test_pack_for_gradescope_as_it_is_told(run, tmp_path):
    _code, out, _ = run("pack", "--for", "gradescope", "--out", tmp_path / "mini.zip", "--hidden", "visible")
    assert "--hidden visible" in zipfile.ZipFile(tmp_path / "mini.zip").read("run_autograder").decode()
    assert "immediately, at each upload" in out
    assert tuple(pack.SEEN) == gradescope_results.HIDDEN and pack.USUAL == gradescope_results.HIDDEN[0]


@pytest.mark.parametrize(("place", "shown"), [("classroom50", "public page"), ("github-actions", "Students see everything")])
def test_pack_for_a_place_with_public_checks_only(run, tmp_path, place, shown):
    code, out, _ = run("pack", "--for", place, "--out", tmp_path / "mini")
    assert code == 0 and shown in out and "no hidden checks" in out and "advice" in out and "Next: " in out


def test_the_place_that_is_gone_says_where_to_go(run, clone):
    """Whoever has it in a script must learn what happened, not only that it is not on the list."""
    code, _out, error = run("pack", "--for", "github-classroom", "--out", "mini")
    assert code == 2 and not (clone / "mini").exists()
    assert "--for classroom50" in error and "--for github-actions" in error


WRONGS = {
    "nowhere": (["pack"], 2, "--for"),
    "another place": (["pack", "--for", "moodle"], 2, "--for"),
    "a place that is gone": (["pack", "--for", "github-classroom"], 2, "ended on 28 August 2026"),
    "an unknown assignment": (["pack", "--for", "gradescope", "--assignment", "minature"], 2, "Did you mean miniature?"),
    "an unknown budget": (["pack", "--for", "gradescope", "--budget", "ful"], 2, "There is no budget 'ful'"),
    "no zip": (["pack", "--for", "gradescope", "--out", "box.tar"], 2, "box.tar is not the name of a zip"),
    "a zip that is there": (["pack", "--for", "gradescope", "--out", "there.zip"], 2, "there.zip already exists"),
    "a folder that is not there": (["pack", "--for", "gradescope", "--out", "no/box.zip"], 2, "no folder no"),
    "a folder that is taken": (["pack", "--for", "github-actions", "--out", "solutions"], 2, "solutions already exists"),
    "a file": (["pack", "--for", "classroom50", "--out", "there.zip"], 2, "there.zip already exists"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_said_in_one_sentence(run, clone, words, code, said):
    (clone / "there.zip").write_text("mine")
    before = sorted(path.name for path in clone.iterdir())
    found, _out, error = run(*words)
    assert (found, said in error) == (code, True), error
    assert sorted(path.name for path in clone.iterdir()) == before and (clone / "there.zip").read_text() == "mine"


def test_signatures_that_are_out_of_date_are_told(run, clone):
    store = clone / "solutions" / "miniature" / "mistakes" / mistake_fingerprints.STORE
    content = store.read_text()
    store.write_text(content.replace('"key": "', '"key": "0'))
    code, _, error = run("pack", "--for", "gradescope")
    store.write_text(content)
    assert code == 1 and "out of date" in error and "autograder build" in error


def test_an_installation_without_its_papers_is_told(run, monkeypatch):
    monkeypatch.setattr(pack_engine, "extra_file", lambda _name: None)
    code, _, error = run("pack", "--for", "gradescope")
    assert code == 2 and "pyproject.toml" in error and "clone" in error
