"""Marks out of nbgrader's gradebook, on SQLite and on a PostgreSQL server: ours, nbgrader's own command, and what goes wrong."""

import csv
import functools
import io
import os
import shutil
import sqlite3
import sys
import warnings
from datetime import datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

SAMPLES = Path(__file__).parents[1] / "samples"
CANVAS, MOODLE = SAMPLES / "canvas.csv", SAMPLES / "moodle.csv"
BIN = str(Path(sys.executable).parent)
DOWN = "postgresql+psycopg://tester:secret@127.0.0.1:1/course"  # nothing listens on port 1

pytest.importorskip("nbgrader", reason="nbgrader is not installed: pip install '.[nbgrader]'")


def fill(url: str) -> None:
    """Six students: right, late, waiting for manual grading, never handed in, zero, and one with a name for a formula."""
    from nbgrader.api import Gradebook
    from sqlalchemy.exc import SAWarning

    with Gradebook(url) as gradebook, warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own, whenever a submission is added
        gradebook.add_assignment("mnist", duedate=datetime(2026, 10, 5))
        gradebook.add_notebook("mnist", "mnist")
        for name, points in (("double_check", 60), ("total_check", 40)):
            gradebook.add_grade_cell(name, "mnist", "mnist", max_score=points, cell_type="code")
        gradebook.add_student("ada", first_name="Ada", last_name="Byron", email="ada@school.example")
        gradebook.add_student("x17", first_name="Laura", last_name="Bassi")
        gradebook.add_student("x18", lms_user_id="1004")
        gradebook.add_student("mary", email="mary@school.example")
        gradebook.add_student("marie")
        gradebook.add_student("=1+1")
        for student, scores in {"ada": (60, 40), "x17": (60, 27.5), "x18": (60, None), "marie": (0, 0)}.items():
            submission = gradebook.add_submission("mnist", student)
            for grade in submission.notebooks[0].grades:
                grade.auto_score = scores[grade.name == "total_check"]
                grade.needs_manual_grade = grade.auto_score is None
            submission.notebooks[0].late_submission_penalty = 7.5 if student == "x17" else None
        gradebook.db.commit()


@pytest.fixture(scope="module")
def environment():
    """``alembic`` must be found, for a new gradebook asks it for a number; once is enough, it takes seconds."""
    from nbgrader import api

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(api, "get_alembic_version", functools.cache(api.get_alembic_version))
        patch.setenv("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
        yield patch


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def url(request, environment, tmp_path_factory):
    """A gradebook with marks in it: once in a file, once on a server."""
    if request.param == "sqlite":
        address = f"sqlite:///{tmp_path_factory.mktemp('book') / 'gradebook.db'}"
    else:
        address = request.getfixturevalue("postgres").new()
    fill(address)
    return address


@pytest.fixture
def run(tmp_path, monkeypatch, typed):
    """``run("export …")`` beside the course: (exit code, printed, printed as an error)."""
    monkeypatch.chdir(tmp_path)
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    for path in (CANVAS, MOODLE):
        shutil.copy(path, tmp_path)

    return typed


def course(folder: Path, url: str = "") -> Path:
    made = folder / "course"
    made.mkdir()
    line = f"c.CourseDirectory.db_url = {url!r}\n" if url else ""
    (made / "nbgrader_config.py").write_text(f"c = get_config()\n{line}")
    return made


def table(path: Path) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in csv.reader(io.StringIO(path.read_text("utf-8-sig")))}


# -- what goes well -----------------------------------------------------------------------------------------------------


def test_per_question(run, tmp_path, url):
    course(tmp_path, url)
    code, out, _ = run("export --course course --to marks.csv")
    assert code == 1 and "3 marks written" in out
    found = table(tmp_path / "marks.csv")
    assert found["student"] == ["double_check", "total_check", "penalty", "total", "max", "percent", "status"]
    assert found["points-per-exercise"][:2] == ["60", "40"]
    assert found["ada"] == ["60", "40", "0", "100", "100", "100", "graded"]
    assert found["x17"] == ["60", "27.5", "7.5", "80", "100", "80", "graded"]
    assert found["marie"] == ["0", "0", "0", "0", "100", "0", "graded"], "a real zero is a mark"
    assert found["x18"] == ["60", "", "", "", "100", "", "needs a manual grade: total_check"]
    assert found["mary"][:4] == ["", "", "", ""] and "no submission" in found["mary"][-1]
    assert "'=1+1" in found


def test_into_canvas(run, tmp_path, url):
    """By the platform's own number, an address, a login, a name; the excused and the unfinished stay as they were."""
    course(tmp_path, url)
    code, out, _ = run("export --course course --canvas canvas.csv")
    assert code == 1
    rows = list(csv.reader(io.StringIO((tmp_path / "canvas-filled.csv").read_text())))
    assert [row[7] for row in rows[3:]] == ["100", "80", "EX", "", "", ""]
    assert "x18 (needs a manual grade: total_check)" in out and "mary (nothing was graded" in out
    assert "=1+1 (not in the file)" in out and "marie (excused in Canvas)" in out


def test_into_moodle(run, tmp_path, url):
    course(tmp_path, url)
    run("export --course course --moodle moodle.csv --assignment mnist")
    rows = list(csv.reader(io.StringIO((tmp_path / "moodle-filled.csv").read_text())))
    assert [row[5] for row in rows[1:]] == ["100", "80", "0", ""]


def exporter(name: str, url: str, **options: object):
    """Runs one of our exporters as nbgrader's command does."""
    from nbgrader.api import Gradebook
    from traitlets.config import Configurable

    from autograder.nbgrader import exporters

    class Command(Configurable):
        coursedir = SimpleNamespace(root=str(Path.cwd()))

    plugin = getattr(exporters, name)(parent=Command(), **options)
    with Gradebook(url) as gradebook:
        plugin.export(gradebook)


@pytest.mark.parametrize("name", ["QuestionsExporter", "CanvasExporter", "MoodleExporter"])
def test_the_exporters_write_what_our_command_writes(run, tmp_path, url, name):
    course(tmp_path, url)
    option = {"QuestionsExporter": "", "CanvasExporter": "--canvas canvas.csv", "MoodleExporter": "--moodle moodle.csv"}
    run(f"export --course course {option[name]} --to ours.csv")
    source = {"source": option[name].split()[-1]} if option[name] else {}
    exporter(name, url, to="theirs.csv", assignment=["mnist"], **source)
    assert (tmp_path / "theirs.csv").read_bytes() == (tmp_path / "ours.csv").read_bytes()


def test_the_exporters_for_some_students(run, tmp_path, url):
    exporter("QuestionsExporter", url, to="some.csv", student=["ada"])
    assert list(table(tmp_path / "some.csv")) == ["student", "points-per-exercise", "ada"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({}, "Name the file that you downloaded: --CanvasExporter.source=FILE.csv"),
        ({"source": "no.csv"}, "no.csv cannot be opened"),
        ({"source": "canvas.csv", "to": "canvas.csv"}, "the downloaded file itself"),
        ({"source": "moodle.csv"}, "not a Canvas gradebook"),
        ({"source": "canvas.csv", "assignment": ["bank"]}, "There are no marks for 'bank'"),
    ],
)
def test_the_exporters_say_what_is_wrong_and_write_nothing(run, tmp_path, url, caplog, options, words):
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(SystemExit) as ending:
        exporter("CanvasExporter", url, **options)
    assert ending.value.code == 1 and words in caplog.text
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_nbgraders_own_command(tmp_path, url, commands):
    """As an instructor types it, in the course's folder."""
    folder = course(tmp_path, url)
    shutil.copy(CANVAS, folder)
    done = commands(
        "nbgrader", "export", "--exporter=autograder.nbgrader.exporters.CanvasExporter",
        "--CanvasExporter.source=canvas.csv", "--to=filled.csv", "--assignment", '["mnist"]', cwd=folder,
    )  # fmt: skip
    assert done.code == 0, done.output
    rows = list(csv.reader(io.StringIO((folder / "filled.csv").read_text())))
    assert [row[7] for row in rows[3:5]] == ["100", "80"]
    assert "x18 (needs a manual grade: total_check)" in done.output


# -- what goes wrong ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda folder: None, "There is no folder course."),
        (lambda folder: (folder / "course").mkdir(), "course is not an nbgrader course"),
        (course, "There is no gradebook in sqlite:///"),
        (lambda folder: (course(folder) / "nbgrader_config.py").write_text("c = ("), "cannot be read: SyntaxError"),
        (lambda folder: (course(folder) / "nbgrader_config.py").write_text("import nope"), "No module named 'nope'"),
        (lambda folder: course(folder, DOWN), "does not answer: connection "),
        (lambda folder: course(folder, "postgresql+psycopg2://x@y/z"), "needs psycopg2, which is not installed"),
        (lambda folder: course(folder, "no address"), "(not a database address)"),
        (lambda folder: (course(folder) / "gradebook.db").write_text("no database at all " * 99), "is not a gradebook"),
        (lambda folder: sqlite3.connect(course(folder) / "gradebook.db").close(), "There is no gradebook"),
    ],
    ids=[
        "no folder",
        "no course",
        "no gradebook",
        "a slip in the settings",
        "no such module",
        "down",
        "no driver",
        "no address",
        "no database",
        "an empty file",
    ],
)
def test_a_gradebook_that_cannot_be_read_is_told_in_one_sentence(run, tmp_path, prepare, words):
    prepare(tmp_path)
    before = {path: path.stat().st_size for path in tmp_path.glob("course/*")}
    code, _out, error = run("export --course course --to marks.csv")
    assert code == 1 and words in error, error
    assert error.count("\n") == 1 and "secret" not in error
    assert not (tmp_path / "marks.csv").exists()
    made = {path: path.stat().st_size for path in tmp_path.glob("course/*") if path.name != "__pycache__"}
    assert made == before


def test_settings_that_nbgrader_does_not_take_are_told(run, tmp_path):
    (course(tmp_path) / "nbgrader_config.py").write_text("get_config().CourseDirectory.db_url = 5")
    code, _out, error = run("export --course course --to marks.csv")
    assert code == 1 and "expected a unicode string, not the int 5" in error and "nbgrader rejected" in error


def test_a_gradebook_that_is_locked_is_told(run, tmp_path, environment):
    folder = course(tmp_path, f"sqlite:///{tmp_path}/course/gradebook.db?timeout=0.1")
    fill(f"sqlite:///{folder}/gradebook.db")
    with sqlite3.connect(folder / "gradebook.db") as other:
        other.execute("BEGIN EXCLUSIVE")
        code, _out, error = run("export --course course --to marks.csv")
    other.close()
    assert code == 1 and "is locked by another process" in error and error.count("\n") == 1


def test_a_server_that_goes_down_is_told_and_may_come_back(run, tmp_path, postgres, environment):
    address = postgres.new()
    fill(address)
    course(tmp_path, address)
    postgres.stop()
    try:
        code, _out, error = run("export --course course --to marks.csv")
    finally:
        postgres.start()
    assert code == 1 and "does not answer" in error and error.count("\n") == 1
    assert not (tmp_path / "marks.csv").exists()
    assert run("export --course course --to marks.csv")[0] == 1 and (tmp_path / "marks.csv").is_file()
