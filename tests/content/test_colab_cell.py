"""The notebook's first cell: it installs the kit and fetches the checks on Google Colab, and does nothing elsewhere."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import nbformat
import pytest

import autograder
from autograder.content import assignment_folder, colab_cell, page

ROOT = Path(__file__).parents[2]
ON_COLAB = "import sys, types\nsys.modules['google.colab'] = types.ModuleType('google.colab')\n"
# Notes what it was asked for, fails as it is told, and else "installs" a kit that holds one assignment.
PIP = """
import os, pathlib, sys
wanted = sys.argv[-1].removesuffix("[tensorflow]")
kind = "index" if "==" in wanted else "file" if wanted.endswith(".whl") else "git"
with open("asked.txt", "a") as notes:
    notes.write(kind + " " + " ".join(sys.argv[1:-1]) + "\\n")
if kind in os.environ["FAILS"].split():
    print("WARNING: a warning\\nERROR: no " + kind, file=sys.stderr)
    sys.exit(1)
if kind == "git" and not pathlib.Path(wanted, "pyproject.toml").is_file():
    sys.exit("not installable")
package = pathlib.Path(os.environ["SITE"], "autograder")
for name in () if os.environ.get("BARE") else ("checks/test_normalize.py", "data/marks.csv"):
    path = package / "assignments" / "mnist" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(kind)
package.mkdir(parents=True, exist_ok=True)
(package / "__init__.py").write_text("")
"""
WHEEL = "mnist_exercise_kit-0.1.0-py3-none-any.whl"


@pytest.fixture
def run(tmp_path):
    """``run(source, fails)``: in a folder of its own, with a pip that only takes notes and fails as it is told."""
    fake, site = tmp_path / "fake", tmp_path / "site"
    fake.mkdir()
    site.mkdir()
    (fake / "pip.py").write_text(PIP)
    folder = tmp_path / "content"
    folder.mkdir()

    def ran(source: str, fails: str = "", **more: str) -> subprocess.CompletedProcess:
        environment = {**os.environ, "PYTHONPATH": f"{fake}{os.pathsep}{site}", "SITE": str(site), "FAILS": fails, **more}
        return subprocess.run(
            [sys.executable, "-c", source], cwd=folder, env=environment, capture_output=True, text=True, timeout=300
        )

    ran.folder = folder
    ran.there = lambda: {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ran.asked = lambda: [line.split()[0] for line in (folder / "asked.txt").read_text().splitlines()]
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


# What is to be had, what fails -> what is asked for in turn, and from where the kit comes in the end; {home} is the address of git
ORDERS = {
    "all of it": (True, True, "", ["index"], "an index"),
    "no index": (True, True, "index", ["index", "git"], "{home}"),
    "no index, and git brings nothing that can be installed": (True, True, "index git", ["index", "git", "file"], f"the file {WHEEL}"),
    "no index, no address": (False, True, "index", ["index", "file"], f"the file {WHEEL}"),
    "an index only": (False, False, "", ["index"], "an index"),
    "no index and no file": (True, False, "index", ["index", "git"], "{home}"),
}


@pytest.mark.parametrize("case", ORDERS)
def test_an_index_then_git_then_the_file_beside_it(run, home, case):
    has_home, has_wheel, fails, asked, source = ORDERS[case]
    if has_wheel:
        (run.folder / WHEEL).write_text("")
    cell = ON_COLAB + colab_cell.first_cell("mnist", home if has_home else "")
    for _ in range(2):  # a cell is run again
        done = run(cell, fails)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"The kit is installed from {source.format(home=home)}.\n"
    assert run.asked() == 2 * asked
    assert run.there() - {WHEEL} == {"asked.txt", "checks/test_normalize.py"}  # no answers


def test_an_address_that_leads_nowhere_and_a_machine_without_git(run, tmp_path):
    (run.folder / WHEEL).write_text("")
    for more in ({}, {"PATH": str(tmp_path)}):
        done = run(ON_COLAB + colab_cell.first_cell("mnist", (tmp_path / "nowhere").as_uri()), "index", **more)
        assert done.stdout == f"The kit is installed from the file {WHEEL}.\n", done.stderr


def test_if_nothing_helps_it_says_what_was_tried_and_what_to_do(run, home):
    (run.folder / WHEEL).write_text("")
    done = run(ON_COLAB + colab_cell.first_cell("mnist", home), "index git file")
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.endswith(
        "RuntimeError: The kit could not be installed:\n  an index: ERROR: no index\n"
        f"  {home}: ERROR: no git\n  the file {WHEEL}: ERROR: no file\n"
        "Put its file, mnist_exercise_kit-*.whl, beside this notebook (the folder on the left), then run this cell again.\n"
    )
    assert run.there() == {"asked.txt", WHEEL}


def test_the_version_that_the_notebook_was_made_for_is_installed_with_what_the_assignment_requires(run):
    run(ON_COLAB + colab_cell.first_cell("mnist", "", requires=("pandas>=2.2",)))
    assert (run.folder / "asked.txt").read_text() == "index install --quiet --retries 1 pandas>=2.2\n"
    assert f'"{colab_cell.DISTRIBUTION}[tensorflow]=={autograder.__version__}"' in colab_cell.first_cell("mnist", "")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["name"] == colab_cell.DISTRIBUTION


def test_checks_of_another_repository_come_from_there(run, home):
    """The kit comes from an index, and knows no such assignment."""
    done = run(ON_COLAB + colab_cell.first_cell("mnist", home), BARE="1")
    assert done.returncode == 0 and "checks/test_normalize.py" in run.there()
    assert (run.folder / "checks/test_normalize.py").read_text() == ""


def test_without_checks_a_sentence_says_so(run):
    done = run(ON_COLAB + colab_cell.first_cell("mnist", ""), BARE="1")
    assert done.returncode == 1 and "Put the folder checks beside it, then run this cell again." in done.stderr
    (run.folder / "checks").mkdir()
    assert run(ON_COLAB + colab_cell.first_cell("mnist", ""), BARE="1").returncode == 0


def test_files_of_data_are_fetched_if_the_assignment_has_some(run, home):
    for fails in ("", "index"):
        done = run(ON_COLAB + colab_cell.first_cell("mnist", home, data=True), fails)
        assert (done.returncode, done.stderr) == (0, "")
        assert (run.folder / "data/marks.csv").is_file() and (run.folder / "checks/test_normalize.py").is_file()


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


def test_in_a_translated_page_it_speaks_the_page_s_language(run, home):
    """It is run before there is a kit that could translate."""
    (run.folder / WHEEL).write_text("")
    source = colab_cell.first_cell("mnist", home, language="ko")
    assert source.startswith("# Google Colab에서만 씁니다.")
    done = run(ON_COLAB + source, "index git file", PYTHONIOENCODING="utf-8")
    assert "키트를 설치하지 못했습니다.\n  패키지 저장소: ERROR: no index\n" in done.stderr and f"\n  {WHEEL} 파일: ERROR" in done.stderr
    assert done.stderr.endswith("키트 파일(mnist_exercise_kit-*.whl)을 이 노트북 옆(왼쪽 폴더)에 두고 이 셀을 다시 실행하세요.\n")
    assert run(ON_COLAB + source, BARE="1", PYTHONIOENCODING="utf-8").stdout == "키트를 설치했습니다. 가져온 곳: 패키지 저장소.\n"
    for path in (ROOT / "assignments").glob("*/ko/*.ipynb"):
        assert "Google Colab에서만" in path.read_text("utf-8"), path


def test_an_address_is_written_as_a_text_whatever_stands_in_it(run):
    source = colab_cell.first_cell("mnist", 'x"; print("oops")')
    assert run(source).stdout == ""
    compile(source, "cell", "exec")


def test_it_is_folded_in_the_built_notebook():
    """It is the first code that a beginner sees, and it is fifty lines long."""
    for path in (ROOT / "assignments").glob("*/*.ipynb"):
        cell = next(one for one in json.loads(path.read_text("utf-8"))["cells"] if one["cell_type"] == "code")
        assert cell["id"] == colab_cell.CELL_ID and cell["metadata"]["jupyter"] == {"source_hidden": True}
