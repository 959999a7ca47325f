"""A learner's commands: start, list, hint, reset, solution, and what check remembers for them."""

import os
import subprocess
import sys
from pathlib import Path

import miniature
import pytest

from autograder import cli
from autograder.content import assignment_search

STUB = "raise NotImplementedError"
LIGHT = {"jinja2", "tensorflow", "keras", "numpy", "matplotlib", "pytest", "pandas", "rich"}


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone of a kit that has one small assignment, in both forms."""
    folder = tmp_path_factory.mktemp("clone")
    miniature.write(folder)
    here = os.getcwd()
    os.chdir(folder)
    try:
        assert cli.main(["build"]) == 0
    finally:
        os.chdir(here)
    return folder


@pytest.fixture
def run(clone, tmp_path, monkeypatch, typed):
    """``run("list")``: (exit code, what was printed, what was printed as an error); the shell stands in a new folder.

    The kit is "installed" from the clone: its package seems to be there.
    """
    monkeypatch.setattr(assignment_search, "__file__", str(clone / "autograder" / "content" / "assignment.py"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)

    return typed


@pytest.fixture
def begun(run, tmp_path, monkeypatch):
    """``run`` in a working copy."""
    run("start")
    monkeypatch.chdir(tmp_path / "miniature")
    return run


# -- start ------------------------------------------------------------------------------------------------------------


def test_start_makes_a_working_copy_and_says_what_to_open(run, tmp_path):
    code, out, _ = run("start")
    assert code == 0
    assert "miniature/miniature.py " in out and "miniature/miniature.ipynb " in out
    assert out.endswith("Next:   cd miniature && autograder watch\n")
    copied = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert {"miniature/README.md", "miniature/checks/test_double.py", "miniature/miniature.py"} <= copied
    assert STUB in (tmp_path / "miniature" / "miniature.py").read_text()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_copy_outside_the_clone_has_the_hidden_checks(begun, tmp_path):
    page = tmp_path / "miniature" / "miniature.py"
    page.write_text(miniature.page(double="return abs(2 * numbers)"))
    assert not assignment_search.find(near=page).public
    code, out, _ = begun("check double")
    assert code == 1 and "You lost the sign." in out


def test_a_copy_of_another_assignment_of_that_name_keeps_its_own_checks(begun, tmp_path):
    """The hidden checks of one course say nothing of another course's page."""
    copy = tmp_path / "miniature"
    settings = copy / "checks" / "assignment.toml"
    settings.write_text(settings.read_text().replace("[exercises.total]", "[exercises.sum_up]"))
    page = (copy / "checks" / "page.py").read_text().replace("def total", "def sum_up")
    (copy / "checks" / "page.py").write_text(page)
    assert assignment_search.find(near=copy / "miniature.py").folder == copy


@pytest.mark.parametrize("folder", ["own", "deep/down/own", "."])
def test_start_where_one_likes(run, tmp_path, folder, monkeypatch):
    code, out, _ = run(f"start miniature {folder}")
    assert code == 0 and (tmp_path / folder / "miniature.ipynb").is_file()
    assert out.endswith("Next:   autograder watch\n" if folder == "." else f"Next:   cd {folder} && autograder watch\n")
    monkeypatch.chdir(folder)
    assert "0 of 2 passed" in run("list")[1], "the page is found in a folder by any name"


def test_start_never_writes_over_anything(run, tmp_path):
    page = tmp_path / "miniature" / "miniature.py"
    page.parent.mkdir()
    page.write_text("my work")
    code, _, error = run("start")
    assert code == 2 and "Nothing was changed." in error
    assert "autograder watch" in error and "autograder start miniature miniature-2" in error
    assert page.read_text() == "my work" and list(page.parent.iterdir()) == [page]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("start minature", "There is no assignment 'minature'. Did you mean miniature?"),
        ("start miniature file", "file is a file, so it cannot be the folder."),
        ("start miniature file/below", "file"),
    ],
)
def test_what_cannot_be_started_is_said(run, tmp_path, command, words):
    (tmp_path / "file").write_text("")
    code, _, error = run(command)
    assert code == 2 and words in error and error.startswith("autograder: ")
    assert list(tmp_path.iterdir()) == [tmp_path / "file"]


def test_start_copies_the_page_as_it_was_released(run, clone, tmp_path):
    """Somebody may have worked in assignments/ itself."""
    script = clone / "assignments" / "miniature" / "miniature.py"
    before = script.read_text()
    script.write_text("worked in")
    try:
        run("start")
    finally:
        script.write_text(before)
    assert (tmp_path / "miniature" / "miniature.py").read_text() == before


def test_without_any_assignment_start_says_so(run, monkeypatch, tmp_path):
    monkeypatch.setattr(assignment_search, "__file__", str(tmp_path / "autograder" / "content" / "assignment.py"))
    code, _, error = run("start")
    assert code == 2 and "This installation has no assignments." in error


def test_where_the_shell_does_not_know_the_program_yet_it_is_told_how(run, monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    monkeypatch.setenv("PATH", "")
    out = run("start")[1]
    assert "Next:   source .venv/bin/activate && cd miniature && autograder watch" in out
    assert f"in a new terminal, first   source {tmp_path}/.venv/bin/activate" in out


# -- list -------------------------------------------------------------------------------------------------------------


def test_list_before_anything_was_done(begun):
    code, out, _ = begun("list")
    assert code == 0
    assert "   1  · double  not started" in out and "0 of 2 passed" in out
    assert "Next: miniature.py line " in out and "autograder hint double" in out


def test_check_is_remembered_for_list(begun, tmp_path):
    page = tmp_path / "miniature" / "miniature.py"
    page.write_text(miniature.page(total="return 3"))
    begun("check")
    _, out, _ = begun("list")
    assert "✓ double  passed" in out and "50 of 50" in out
    assert "✗ total   tried" in out and "0 of 50" in out
    assert "1 of 2 passed, 50 of 100 points." in out
    page.write_text(miniature.page(double="return numbers + numbers"))
    assert "? double  changed since the last check" in begun("list")[1]
    begun("check")
    assert "2 of 2 passed, 100 of 100 points." in begun("list")[1]


def test_half_of_the_checks_is_no_word_on_an_exercise(begun, tmp_path):
    (tmp_path / "miniature" / "miniature.py").write_text(miniature.page())
    begun("check --public")
    assert "not checked yet" in begun("list")[1]


def test_an_author_gets_no_file_beside_the_source(run, clone):
    assert run(f"check {clone}/solutions/miniature/miniature.py")[0] == 0
    assert not (clone / "solutions" / "miniature" / ".autograder").exists()


def test_a_damaged_memory_is_told_and_costs_nothing(begun, tmp_path):
    begun("hint double")
    (tmp_path / "miniature" / ".autograder" / "progress.json").write_text("{")
    code, out, error = begun("list")
    assert code == 0 and "0 of 2 passed" in out
    assert "progress.json is damaged" in error and "You can delete it" in error


# -- hint, solution, reset --------------------------------------------------------------------------------------------


def test_hint_then_solution(begun):
    code, out, _ = begun("hint double")
    assert code == 0 and out.startswith("Hint 1 of 1: What is twice one?")
    assert "autograder check double, or   autograder solution double" in out
    code, out, _ = begun("solution double")
    assert code == 1 and "2 * numbers" not in out and "once more   autograder solution double" in out
    code, out, _ = begun("solution double")
    assert code == 0 and "return 2 * numbers" in out


def test_what_is_not_here_is_no_dead_end(begun, monkeypatch, tmp_path):
    monkeypatch.setattr(assignment_search, "__file__", str(tmp_path / "autograder" / "content" / "assignment.py"))
    code, out, _ = begun("solution double")
    assert code == 1 and "The solution of double is not available here" in out and "autograder hint double" in out


@pytest.mark.parametrize("page", ["miniature.py", "miniature.ipynb"])
def test_reset_the_page_that_is_meant(begun, tmp_path, page):
    path = tmp_path / "miniature" / page
    before = path.read_text()
    path.write_text(before.replace(STUB, "return 7", 1))
    code, out, _ = begun(f"reset {page} double")
    assert code == 0 and path.read_text() == before
    assert f".autograder/backups/{page}.1.bak" in out.replace(os.sep, "/")
    assert ("If the notebook is open" in out) == page.endswith(".ipynb")
    assert begun(f"reset {page} double")[1].startswith(f"double in {page} is unchanged since you received it: there is nothing")


@pytest.mark.parametrize("command", ["hint", "reset", "solution"])
@pytest.mark.parametrize(
    ("words", "said"),
    [("duoble", "Did you mean double?"), ("double total", "one exercise at a time"), ("miniature.py", "Name the exercise"),
     ("nowhere.py double", "There is no file nowhere.py"), ("", "Missing argument '[FILE] EXERCISE'.")],
)  # fmt: skip
def test_which_exercise_is_meant(begun, command, words, said):
    code, _, error = begun(f"{command} {words}")
    assert code == 2 and said in error


@pytest.mark.parametrize("command", ["hint double", "reset double", "solution double", "list", "watch"])
def test_where_there_is_no_page_the_way_to_one_is_told(run, command):
    code, _, error = run(command)
    assert code == 2 and "autograder start" in error


def test_a_page_that_cannot_be_read(begun, tmp_path):
    for path in (tmp_path / "miniature").glob("miniature.*"):
        path.write_text("")
    assert begun("list")[0] == 1
    code, _, error = begun("reset miniature.ipynb double")
    assert code == 1 and "Nothing was changed." in error


# -- what is loaded ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["list", "hint double", "solution double", "reset double"])
def test_a_light_command_loads_nothing_heavy(begun, clone, tmp_path, command):
    """Each import would be waited for every time."""
    code = (
        "import sys\nfrom autograder import cli\nfrom autograder.content import assignment_search\n"
        f"assignment_search.__file__ = {str(clone / 'autograder' / 'content' / 'assignment.py')!r}\n"
        f"cli.main({command.split()!r})\nprint(*sorted({LIGHT!r} & sys.modules.keys()), file=sys.stderr)"
    )
    folder = tmp_path / "miniature"
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=folder, env=environment)
    assert done.stderr.split() == [] and done.stdout


def test_the_output_fits_a_terminal_without_unicode(begun, tmp_path):
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "list"], cwd=tmp_path / "miniature", env=environment, capture_output=True
    )
    assert done.returncode == 0 and b"not started" in done.stdout
