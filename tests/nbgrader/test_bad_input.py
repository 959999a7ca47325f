"""Whatever is wrong with a course is told in one sentence with what to try, before anything is written."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from nbgrader_course import written

RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}


def content(folder):
    return {path: path.stat().st_mtime_ns for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture
def handed_in(course):
    course.hand_in("ada", written(course.released(), **RIGHT))
    return course


def no_source(course):
    shutil.rmtree(course.folder / "source" / "miniature")


def nobody(course):
    shutil.rmtree(course.folder / "submitted")


def no_gradebook(course):
    (course.folder / "gradebook.db").unlink()


def another_gradebook(course):
    course.sql("UPDATE assignment SET name = 'another'")


def no_solutions(course):
    shutil.rmtree(course.folder / "solutions" / "miniature")


def no_config(course):
    (course.folder / "nbgrader_config.py").unlink()


def a_server_that_is_down(course):
    config = course.folder / "nbgrader_config.py"
    url = "postgresql+psycopg://me:my-secret@127.0.0.1:9/gradebook"
    config.write_text(config.read_text() + f"\nc.CourseDirectory.db_url = {url!r}\n")


def a_slip(course):
    config = course.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + "\ncc.CourseDirectory = 1\n")


WRONG = {
    "no source folder": (no_source, ["There is no folder", "source/miniature"]),
    "nobody handed in": (nobody, ["There are no submissions for miniature", "Try   nbgrader collect miniature"]),
    "no gradebook": (no_gradebook, ["There is no gradebook in sqlite:///", "nbgrader generate_assignment"]),
    "a slip in the settings": (a_slip, ["nbgrader_config.py cannot be read: NameError"]),
    "not generated": (
        another_gradebook,
        ["does not know the assignment", "Try   nbgrader generate_assignment miniature"],
    ),
    "no hidden checks": (no_solutions, ["has no checks", "nbgrader autograde miniature"]),
    "no course": (no_config, ["is not an nbgrader course", "autograder course new"]),
    "a server that is down": (a_server_that_is_down, ["postgresql+psycopg://me:***@127.0.0.1:9", "does not answer"]),
}


@pytest.mark.parametrize("break_it, says", WRONG.values(), ids=WRONG)
def test_one_sentence_and_nothing_written(handed_in, break_it, says):
    break_it(handed_in)
    before = content(handed_in.folder)
    done = handed_in.grade()
    assert done.code == 2, done.output
    (line,) = done.output.strip().splitlines()
    assert line.startswith("autograder: ")
    for words in says:
        assert words in line
    assert "my-secret" not in line and "Traceback" not in line
    assert content(handed_in.folder) == before


def test_a_gradebook_that_somebody_else_holds(handed_in):
    with closing(sqlite3.connect(handed_in.folder / "gradebook.db")) as other:
        other.execute("BEGIN EXCLUSIVE")
        before = content(handed_in.folder)
        done = handed_in.grade()
        assert done.code == 2
        (line,) = done.output.strip().splitlines()
        assert "is locked by another process" in line and "try again" in line
        assert content(handed_in.folder) == before
        other.rollback()
    assert handed_in.grade().code == 0


def test_a_student_without_the_notebook_is_told_and_the_others_are_graded(handed_in):
    path = handed_in.hand_in("ben", written(handed_in.released(), **RIGHT))
    path.rename(path.with_name("miniature (1).ipynb"))
    path = handed_in.hand_in("cleo", "")
    path.unlink()
    path = handed_in.hand_in("dan", "x = 1")
    path.rename(path.with_suffix(".py"))
    done = handed_in.grade()
    assert done.code == 1
    assert "! dan: miniature.ipynb is missing; found miniature.py. That is not a notebook, so nbgrader does not take it: ask the student" in done.output
    assert (
        "! ben: miniature.ipynb is missing; found miniature (1).ipynb. Rename it, then grade again." in done.output
    )
    assert "! cleo: miniature.ipynb is missing. Ask the student, then grade again." in done.output
    assert handed_in.marks() == {"ada": {"double_check": 50.0, "total_check": 50.0}}


USAGE = {
    "no folder": (["grade", "--course", "nowhere", "--assignment", "miniature"], "There is no folder nowhere."),
    "files too": (["grade", "x.py", "--course", "."], "With --course"),
    "nothing": (["grade", "--assignment", "miniature"], "Say what to grade"),
    "another budget": (
        ["grade", "--course", ".", "--assignment", "miniature", "--budget", "quik"],
        "There is no budget 'quik'. Did you mean quick?",
    ),
}


@pytest.mark.parametrize("words, says", USAGE.values(), ids=USAGE)
def test_wrong_usage(handed_in, words, says):
    done = handed_in.autograder(*words)
    assert done.code == 2 and says in done.output and "Traceback" not in done.output


def test_the_only_assignment_need_not_be_named(handed_in):
    done = handed_in.autograder("grade", "--course", ".", "--jobs", 1)
    assert done.code == 0 and "1 report: " in done.output
    solutions = handed_in.folder / "solutions"
    shutil.copytree(solutions / "miniature", solutions / "another")
    done = handed_in.autograder("grade", "--course", ".")
    assert done.code == 2 and "Name the assignment: --assignment another or miniature." in done.output


@pytest.mark.parametrize("linked", ["notebook", "assignment", "student"])
def test_a_link_to_the_answers_is_not_followed(handed_in, linked):
    """Beside the solutions or elsewhere: what is not in the student's own folder was not handed in."""
    path = handed_in.hand_in("ben", written(handed_in.released(), **RIGHT))
    place = {"notebook": path, "assignment": path.parent, "student": path.parent.parent}[linked]
    target = handed_in.folder / "elsewhere" / place.name
    target.parent.mkdir()
    place.rename(target)
    place.symlink_to(target)
    done = handed_in.grade()
    assert done.code == 1
    assert (
        "! ben: miniature.ipynb is not a file, or is a link out of the folder. Ask the student, then grade again."
        in done.output
    )
    assert list(handed_in.marks()) == ["ada"]


def test_a_link_in_the_students_own_folder_is_followed(handed_in):
    path = handed_in.hand_in("ben", written(handed_in.released(), **RIGHT))
    path.rename(path.with_name("mine.ipynb"))
    path.symlink_to("mine.ipynb")
    assert handed_in.grade().code == 0 and list(handed_in.marks()) == ["ada", "ben"]


def test_without_nbgrader_it_says_what_to_install(monkeypatch):
    from autograder.cli import grade_course
    from autograder.cli.errors import WorkNotRight

    monkeypatch.setattr(grade_course, "find_spec", lambda _name: None)
    with pytest.raises(WorkNotRight, match=r"pip install .*\[nbgrader\]"):
        grade_course.need_nbgrader()
