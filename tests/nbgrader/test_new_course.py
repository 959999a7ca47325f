"""A new course works at once and holds its secrets where no student looks."""

import json

import miniature
import nbformat
import pytest

from autograder.content import assignment_folder
from autograder.nbgrader import new_course
from autograder.nbgrader.new_course import FolderInUse


@pytest.fixture(scope="module")
def assignment(kit):
    return assignment_folder.load(kit / "solutions" / "miniature")


@pytest.fixture
def made(assignment, tmp_path):
    new_course.create(tmp_path / "Counting 101", assignment)
    return tmp_path / "Counting 101"


def files(folder):
    """Relative names; without what Python leaves beside files that it has read."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(str(path) for path in paths if "__pycache__" not in path.parts)


def test_what_is_in_it(made, assignment):
    there = [name for name in files(made) if not name.startswith("solutions/")]
    assert there == [
        "README.md",
        "nbgrader_config.py",
        "source/miniature/checks/assignment.toml",
        "source/miniature/checks/page.py",
        "source/miniature/checks/signatures.json",
        "source/miniature/checks/test_double.py",
        "source/miniature/checks/test_total.py",
        "source/miniature/miniature.ipynb",
    ]
    assert files(made / "solutions" / "miniature") == files(assignment.folder)
    assert (made / "solutions").stat().st_mode & 0o077 == 0


def test_it_needs_the_clone_no_more(made, assignment):
    copied = assignment_folder.load(made / "solutions" / "miniature")
    assert copied.source == assignment.source and copied.folder != assignment.folder


def test_nothing_hidden_is_released(made):
    everything = "\n".join(path.read_text() for path in sorted((made / "source").rglob("*")) if path.is_file())
    for secret in ("2 * numbers", "numbers.sum()", "test_hidden_numbers", "test_any_number", "threshold"):
        assert secret not in everything, secret
    for line in miniature.DOUBLE.splitlines()[-4:]:
        assert line.strip() not in everything


def test_nbgrader_finds_a_region_in_every_function(made):
    """Else it would put its stub in the place of the whole cell, signature and description included."""
    notebook = nbformat.read(made / "source" / "miniature" / "miniature.ipynb", as_version=4)
    solutions = [cell.source for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    assert len(solutions) == 2
    for source in solutions:
        assert source.splitlines()[-3:] == [
            "    ### BEGIN SOLUTION",
            "    raise NotImplementedError",
            "    ### END SOLUTION",
        ]
    assert "BEGIN SOLUTION" not in (made / "source" / "miniature" / "checks" / "page.py").read_text()


def test_settings_and_readme_are_filled_in(made):
    config = (made / "nbgrader_config.py").read_text()
    compile(config, "nbgrader_config.py", "exec")
    assert 'course_id = "Counting-101"' in config and "$" not in config
    readme = (made / "README.md").read_text()
    assert "$" not in readme
    for command in (
        "generate_assignment",
        "release_assignment",
        "collect",
        "autograder grade --course",
        "generate_feedback",
    ):
        assert command in readme


def test_twice_is_the_same(assignment, tmp_path, made):
    other = tmp_path / "other" / "Counting 101"
    new_course.create(other, assignment)
    assert files(other) == files(made)
    assert all((other / name).read_bytes() == (made / name).read_bytes() for name in files(made))


def test_a_folder_that_holds_something_is_refused(assignment, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(FolderInUse, match="is not empty"):
        new_course.create(tmp_path, assignment)
    with pytest.raises(FolderInUse, match="is not a folder"):
        new_course.create(tmp_path / "mine.txt", assignment)
    assert files(tmp_path) == ["mine.txt"]


def test_an_empty_folder_will_do(assignment, tmp_path):
    (tmp_path / "empty").mkdir()
    new_course.create(tmp_path / "empty", assignment)
    assert (tmp_path / "empty" / "nbgrader_config.py").is_file()


def test_whole_or_not_at_all(assignment, tmp_path, monkeypatch):
    def full(*_arguments, **_settings):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(new_course.shutil, "copytree", full)
    with pytest.raises(OSError, match="No space"):
        new_course.create(tmp_path / "course", assignment)
    assert list(tmp_path.iterdir()) == []


def test_the_command_names_the_next_one(commands, kit, tmp_path):
    done = commands(
        "autograder", "course", "new", "course", "--assignment", str(kit / "solutions" / "miniature"), cwd=tmp_path
    )
    assert done.code == 0
    assert done.output.rstrip().endswith("Next:   cd course && nbgrader generate_assignment miniature")
    done = commands(
        "autograder", "course", "new", "course", "--assignment", str(kit / "solutions" / "miniature"), cwd=tmp_path
    )
    assert done.code == 2 and len(done.output.splitlines()) == 1 and "is not empty" in done.output
    assert json.loads((tmp_path / "course/source/miniature/miniature.ipynb").read_text())["metadata"]["title"]
