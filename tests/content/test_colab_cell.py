"""The notebook's first cell: it installs the kit and fetches the checks on Google Colab, and does nothing elsewhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.content import assignment_folder, colab_cell, page

ROOT = Path(__file__).parents[2]
ON_COLAB = "import sys, types\nsys.modules['google.colab'] = types.ModuleType('google.colab')\n"
PIP = """
import json, pathlib, sys
kit = pathlib.Path(sys.argv[-1].removesuffix("[tensorflow]"))
found = {"arguments": sys.argv[1:-1], "installable": (kit / "pyproject.toml").is_file()}
pathlib.Path("installed.json").write_text(json.dumps(found))
"""


@pytest.fixture
def run(tmp_path):
    """``run(source)``: in a folder of its own, with a pip that only takes notes."""
    (tmp_path / "fake").mkdir()
    (tmp_path / "fake" / "pip.py").write_text(PIP)
    folder = tmp_path / "content"
    folder.mkdir()

    def ran(source: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PYTHONPATH": str(tmp_path / "fake")}
        return subprocess.run(
            [sys.executable, "-c", source], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
        )

    ran.folder = folder
    return ran


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> str:
    """The kit's repository, as small as it can be."""
    kit = tmp_path_factory.mktemp("kit")
    checks = kit / "assignments" / "mnist" / "checks"
    checks.mkdir(parents=True)
    (kit / "pyproject.toml").write_text("")
    (checks / "test_normalize.py").write_text("")
    data = checks.parent / "data"
    data.mkdir()
    (data / "marks.csv").write_text("")
    (kit / "solutions").mkdir()
    (kit / "solutions" / "answers.py").write_text("")
    git = ["git", "-c", "user.name=kit", "-c", "user.email=kit@example.org", "-C", str(kit)]
    for command in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "-m", "The kit"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    return kit.as_uri()


def test_on_colab_the_kit_is_installed_and_the_public_checks_are_fetched(run, home):
    for _ in range(2):  # a cell is run again
        done = run(ON_COLAB + colab_cell.first_cell("mnist", home))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    told = json.loads((run.folder / "installed.json").read_text())
    assert told == {"arguments": ["install", "--quiet"], "installable": True}
    there = {str(path.relative_to(run.folder)) for path in run.folder.rglob("*") if path.is_file()}
    assert there == {"installed.json", "checks/test_normalize.py"}  # no answers


def test_files_of_data_are_fetched_if_the_assignment_has_some(run, home):
    for _ in range(2):
        done = run(ON_COLAB + colab_cell.first_cell("mnist", home, data=True))
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (run.folder / "data/marks.csv").is_file() and (run.folder / "checks/test_normalize.py").is_file()


def test_without_an_address_it_says_what_to_fill_in(run):
    done = run(ON_COLAB + colab_cell.first_cell("mnist", ""))
    assert done.returncode == 0
    assert done.stdout == (
        "Write the address that git clones the kit from between the quotes of home, and run this cell again.\n"
    )
    assert list(run.folder.iterdir()) == []


def test_elsewhere_nothing_happens(run, home):
    done = run(colab_cell.first_cell("mnist", home) + "\nprint(sorted(set(dir()) - set(dir(__builtins__))))")
    assert (done.returncode, done.stderr) == (0, "")
    assert "'sys'" in done.stdout and "subprocess" not in done.stdout
    assert list(run.folder.iterdir()) == []


def test_it_is_the_first_code_of_the_built_notebook_and_nobody_minds_it_when_judging():
    file = ROOT / "assignments" / "mnist" / "mnist.ipynb"
    cells = [cell for cell in nbformat.read(file, as_version=4).cells if cell.cell_type == "code"]
    assert cells[0].id == colab_cell.CELL_ID and "nbgrader" not in cells[0].metadata
    assert cells[0].source == colab_cell.first_cell("mnist", assignment_folder.load(file.parent).home)
    assert page.read_page(file).notes == ()


def test_an_address_is_written_as_a_text_whatever_stands_in_it(run):
    source = colab_cell.first_cell("mnist", 'x"; print("oops")')
    assert run(source).stdout == ""
    compile(source, "cell", "exec")
