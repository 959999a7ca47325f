"""A new course works at once and holds its secrets where no student looks."""

import json
import os
import shutil

import miniature
import nbformat
import pytest
from nbgrader_course import Course, written

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

    monkeypatch.setattr(new_course.shutil, "copyfile", full)
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
    assert done.code == 2 and len(done.output.splitlines()) == 1
    assert "course is a course already. To add an assignment to it:   autograder course add course --assignment NAME" in done.output
    assert json.loads((tmp_path / "course/source/miniature/miniature.ipynb").read_text())["metadata"]["title"]


# -- one more assignment ------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(kit, tmp_path):
    """The assignment under another name, in a folder that is a whole Git repository and holds more than it."""
    folder = tmp_path / "elsewhere" / "twice"
    shutil.copytree(kit / "solutions" / "miniature", folder)
    (folder / "miniature.py").rename(folder / "twice.py")
    for name in (".git/config", "assignments/twice/checks/page.py", "submissions/ada/twice.py", "venv/pyvenv.cfg", "data/numbers.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("1")
    return folder


def added(course, folder, **settings):
    return course.autograder("course", "add", ".", "--assignment", folder, **settings)


def test_a_class_of_an_added_assignment_is_graded(course, repository):
    """From another repository: generated, submitted and graded; the assignment that was there stays as it is."""
    before = {name: (course.folder / name).read_bytes() for name in files(course.folder)}
    done = added(course, repository)
    assert done.code == 0 and done.output.rstrip().endswith("\nNext:   nbgrader generate_assignment twice"), done.output
    assert {name: (course.folder / name).read_bytes() for name in before} == before
    shutil.rmtree(repository)
    assert course.nbgrader("generate_assignment", "twice").code == 0
    twice = Course(course.folder, course.run, "twice")
    released = twice.released()
    twice.hand_in("ada", written(released, double="return 2 * numbers", total="return numbers.sum()"))
    twice.hand_in("ben", written(released, double="return numbers + 2", total="return numbers.sum()"))
    done = twice.grade()
    assert done.code == 0 and done.output.rstrip().endswith("nbgrader generate_feedback twice"), done.output
    assert {student: sum(cells.values()) for student, cells in twice.marks().items()} == {"ada": 100, "ben": 50}
    done = course.autograder("grade", "--course", ".")
    assert done.code == 2 and "--assignment miniature or twice" in done.output


def test_of_a_whole_repository_only_the_assignment_is_copied(course, repository):
    assert added(course, repository).code == 0
    own = files(course.folder / "solutions" / "twice")
    assert "data/numbers.csv" in own and "twice.py" in own
    assert not [name for name in own if name.startswith((".git", "assignments", "submissions", "venv"))]
    assert (course.folder / "solutions").stat().st_mode & 0o077 == 0


def test_an_assignment_from_elsewhere_begins_a_course(commands, repository, tmp_path):
    done = commands("autograder", "course", "new", "course", "--assignment", repository, cwd=tmp_path)
    assert done.code == 0, done.output
    assert (tmp_path / "course/source/twice/twice.ipynb").is_file() and "twice.py" in files(tmp_path / "course/solutions/twice")


def test_an_assignment_that_was_never_built_is_refused(commands, repository, tmp_path):
    (repository / "mistakes" / "signatures.json").unlink()
    done = commands("autograder", "course", "new", "course", "--assignment", repository, cwd=tmp_path)
    assert done.code == 1 and "twice is not built yet" in done.output
    assert done.output.rstrip().endswith(f"autograder build .{os.sep}elsewhere{os.sep}twice")
    assert not (tmp_path / "course").exists()


def test_an_assignment_of_a_name_that_is_there_is_refused(course, kit, repository):
    before = files(course.folder)
    done = added(course, kit / "solutions" / "miniature")
    assert done.code == 2 and "The course already has this assignment miniature." in done.output
    other = repository.with_name("miniature")
    shutil.copytree(kit / "solutions" / "miniature", other)
    (other / "README.md").write_text("# Another one\n")
    done = added(course, other)
    assert done.code == 2 and "another version of it, with other files: README.md." in done.output
    (course.folder / "source" / "twice").mkdir()
    done = added(course, repository)
    assert done.code == 2 and "which nbgrader itself marks" in done.output
    assert files(course.folder) == before


def test_a_course_without_the_judge_is_refused(course, repository, tmp_path):
    (course.folder / "nbgrader_config.py").write_text("c = get_config()\n")
    done = added(course, repository)
    assert done.code == 2 and "does not use the kit's judge" in done.output
    assert not (course.folder / "source" / "twice").exists()
    done = course.run("autograder", "course", "add", tmp_path / "nowhere", "--assignment", repository, cwd=tmp_path)
    assert done.code == 2 and "There is no folder" in done.output


def test_added_whole_or_not_at_all(made, repository, monkeypatch):
    class Folders:
        solutions, source = made / "solutions" / "twice", made / "source" / "twice"

    def full(source, target):
        if "mistakes" in str(target):
            raise OSError(28, "No space left on device")

    before = sorted(made.rglob("*"))
    monkeypatch.setattr(new_course.shutil, "copyfile", full)
    with pytest.raises(OSError, match="No space"):
        new_course.add(Folders, assignment_folder.load(repository))
    assert sorted(made.rglob("*")) == before
