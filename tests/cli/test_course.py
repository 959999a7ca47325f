"""``autograder course`` without nbgrader: it is made, graded into, shown, regraded and exported."""

import json
import shutil
import sqlite3
import stat
from contextlib import closing

import course_sample
import miniature
import pytest
from course_sample import FORGETS, RIGHT, submit

from autograder.cli.errors import UsageError
from autograder.desk import course_why, recording
from autograder.grading import graded_places
from autograder.sandbox import fork_server_handle

pytestmark = pytest.mark.usefixtures("warm_servers")


def row(out, name):
    return next(line for line in out.splitlines() if line.strip().startswith(name)).split()


def test_a_course_is_made_and_says_what_comes_next(tmp_path, monkeypatch, typed):
    miniature.write(tmp_path)
    (tmp_path / "people.csv").write_text(course_sample.ROSTER)
    monkeypatch.chdir(tmp_path)
    code, out, _ = typed("course new c --without-nbgrader --roster people.csv")
    assert code == 0 and "a course with the assignment miniature and 3 students" in out
    assert out.endswith("Next:   autograder grade PATH --course c\n") and stat.S_IMODE((tmp_path / "c").stat().st_mode) == 0o700
    code, out, _ = typed("course status c")
    assert code == 0 and "miniature: 0 of 3 submitted, 0 with a mark; counts: last" in out and "Nothing waits for a person." in out
    assert typed("course new c --without-nbgrader")[2] == "autograder: c is in use. Name an empty folder, or one that does not exist yet.\n"
    assert "has the assignment miniature already" in typed("course add c")[2]
    assert typed("course new d --roster people.csv")[0] == 2


def test_a_course_that_was_half_made_is_made_by_the_same_command(tmp_path, monkeypatch, typed):
    """Nothing but what that command writes is taken for its own."""
    miniature.write(tmp_path)
    (tmp_path / "people.csv").write_text(course_sample.ROSTER)
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "roster.csv").write_text(course_sample.ROSTER)
    (tmp_path / "c" / ".0123.part").write_text("half")
    monkeypatch.chdir(tmp_path)
    assert typed("course new c --without-nbgrader --roster people.csv")[0] == 0
    assert typed("course new c --without-nbgrader --roster people.csv")[0] == 0
    (tmp_path / "c" / "roster.csv").write_text("id,name\n")
    assert "c is in use" in typed("course new c --without-nbgrader --roster people.csv")[2]


def test_where_the_pages_are_is_known_before_anything_is_saved(tmp_path, monkeypatch, typed):
    """Killed after that, nothing would be left to grade, and the class page would never show answers beside a mistake again."""
    miniature.write(tmp_path)
    submit(tmp_path / "pages" / "ben", FORGETS)
    monkeypatch.chdir(tmp_path)
    typed("course new c --without-nbgrader --assignment miniature")

    def stopped(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(recording, "record", stopped)
    typed("grade pages --course c")
    reports = tmp_path / "c" / "reports" / "miniature"
    assert graded_places.places_of(reports) == [tmp_path / "pages"] and stat.S_IMODE(reports.stat().st_mode) == 0o700


def test_another_assignment_is_added_and_the_rest_stays(tmp_path, monkeypatch, typed):
    miniature.write(tmp_path)
    shutil.copytree(tmp_path / "solutions" / "miniature", tmp_path / "solutions" / "second")
    (tmp_path / "solutions" / "second" / "miniature.py").rename(tmp_path / "solutions" / "second" / "second.py")
    monkeypatch.chdir(tmp_path)
    typed("course new c --without-nbgrader --assignment miniature")
    before = (tmp_path / "c" / "course.toml").read_text()
    assert typed("course add c --assignment second")[0] == 0
    assert (tmp_path / "c" / "course.toml").read_text().startswith(before.rstrip())
    assert "0 of 0 submitted" in typed("course status c")[1]


def test_people_are_called_as_in_the_list_and_nothing_else(here, typed):
    _, out, _ = typed("course status course")
    assert "Ada Lovelace" in out and "assignsubmission" not in out
    reports = here / "course" / "reports" / "miniature"
    assert not [path.name for path in reports.rglob("*") if "assignsubmission" in path.name]
    assert "assignsubmission" not in (reports / "report.html").read_text() + (reports / "grades.csv").read_text()
    assert row(out, "Ben Bo")[2:] == ["50", "50", "%"]


def test_the_same_again_saves_nothing_new(here, typed):
    code, out, _ = typed("grade pages --course course")
    assert code == 0 and "3 submissions judged, 0 new gradings saved" in out


def test_a_second_attempt_counts_and_the_first_one_stays(here, typed):
    submit(here / "pages" / "Ben Bo_12_assignsubmission_file", RIGHT, "2026-05-31T10:00:00+00:00")
    code, out, _ = typed("grade pages --course course")
    assert code == 0 and "Marks that changed: Ben Bo 50 → 100." in out, out
    assert row(typed("course status course")[1], "Ben Bo")[2:] == ["100", "(2", "attempts)", "100", "%"]
    with closing(sqlite3.connect(here / "course" / "course.db")) as database, database:
        assert database.execute("SELECT count(*) FROM attempts").fetchone() == (4,)


def test_late_by_a_time_that_was_typed(here, typed):
    page = submit(here / "late", RIGHT)
    code, out, _ = typed(f"grade {page} --course course --student b1 --submitted 2026-06-02T10:00+00:00")
    assert code == 0 and "Ben Bo 50 → 80 late 2d" in out, out
    assert "Late: 20 points less (2 days late, by the rule of the course)" in out


def test_a_files_time_after_the_deadline_waits_for_a_person_and_costs_nothing(here, typed):
    submit(here / "pages" / "Ben Bo_12_assignsubmission_file", RIGHT, "2026-07-01T10:00:00+00:00")
    (here / "pages" / "Ben Bo_12_assignsubmission_file").rename(here / "pages" / "Ben Bo")
    code, out, _ = typed("grade pages --course course")
    assert code == 1 and "! miniature, Ben Bo: its file is newer than the deadline" in out
    assert row(typed("course status course")[1], "Ben Bo")[2] == "100"
    assert "To say when a page was submitted:   autograder override STUDENT --submitted 2026-05-31T23:59 --reason TEXT --by NAME --course course\n" in out
    (here / "pages" / "Ben Bo" / "miniature.py").rename(here / "ben.py")
    code, out, _ = typed("grade ben.py --course course --student b1 --submitted 2026-06-01T10:00+00:00")
    assert code == 0 and "Ben Bo 100 → 90 late 1d" in out, out  # the file's time is later, and no reason to ask again


def test_who_is_not_in_the_list_is_said(here, typed):
    submit(here / "pages" / "Dan Ng_14_assignsubmission_file", FORGETS)
    code, out, _ = typed("grade pages --course course")
    assert code == 1 and "Not in the list of students: Dan Ng. Add them to it, or correct the name." in out
    (here / "course" / "roster.csv").write_text(f"{course_sample.ROSTER}d1,Dan Ng,dan@x.org\n")
    code, out, _ = typed("course status course")
    assert code == 0, out


def test_status_for_programs(here, typed):
    found = json.loads(typed("course status course --json")[1])
    ben = next(one for one in found["students"] if one["id"] == "b1")
    assert ben["marks"]["miniature"]["score"] == 50 and ben["course"] == 0.5 and found["waiting"] == []


def test_a_changed_check_is_judged_again_from_what_is_stored(here, typed):
    shutil.rmtree(here / "pages")
    checks = here / "solutions" / "miniature" / "checks" / "test_double.py"
    checks.write_text(checks.read_text().replace("* numbers, hidden=True", "* abs(numbers) * np.sign(numbers[0]) ** 2, hidden=True"))
    code, out, _ = typed("course regrade course --dry-run")
    assert code == 1 and "3 pages judged again, nothing saved. Results that would change: 2." in out
    assert "Ada Lovelace: 100 → 80 points by the checks" in out
    assert row(typed("course status course")[1], "Ada Lovelace")[2] == "100"
    code, out, _ = typed("course regrade course")
    assert code == 0 and "Marks that changed: Ada Lovelace 100 → 80, Cleo Xu 80 → 100." in out


def test_marks_go_out_of_the_course(here, typed):
    code, out, _ = typed("export --course course --to marks.csv")
    assert code == 0 and "marks.csv: 3 marks written." in out
    assert '"Ben Bo","0","50","0","50","100","50","graded"' in (here / "marks.csv").read_text()
    (here / "m.csv").write_text(
        "Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),"
        "Last modified (grade),Feedback comments\nParticipant 12,Ben Bo,ben@x.org,,,100.00,Yes,-,-,\n"
    )
    code, out, _ = typed("export --course course --moodle m.csv --feedback")
    assert "m-filled.csv: 1 mark written" in out and "50,100.00" in (here / "m-filled.csv").read_text()
    assert "You added two." in (here / "m-filled.csv").read_text()


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("course status nowhere", "There is no course.toml in nowhere."),
        ("grade pages --course course --out x", "leave --out away"),
        ("grade --course course", "Say what to grade: autograder grade PATH --course course."),
        ("grade pages --course course --assignment minature", "no assignment 'minature'. Did you mean miniature?"),
        ("grade pages --course course --submitted yesterday", "'yesterday' is not a time. Write it like this: 2026-05-31T23:59."),
        ("grade pages --out x --submitted 2026-05-31", "--submitted needs --course DIR"),
        ("export --course course --assignment other --to x.csv", "There are no marks for 'other'."),
    ],
)
def test_what_is_wrong_is_said(here, typed, command, said):
    code, _, error = typed(command)
    assert code in (1, 2) and said in error


def test_an_exercise_to_drop_that_does_not_exist_is_said(here, typed):
    settings = here / "course" / "course.toml"
    settings.write_text(settings.read_text() + 'drop = ["duoble"]\n')
    assert "drop names duoble, which is not an exercise of miniature" in typed("grade pages --course course")[2]


def test_all_that_judges_computes_with_what_the_course_says(here, typed, monkeypatch):
    """The processes that begin to load before anything is judged, and those of an explanation."""
    seen = []

    def begin(*arguments):
        seen.append(arguments[-1])
        raise UsageError("far enough")

    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    monkeypatch.setattr(fork_server_handle, "loading_servers", begin)
    monkeypatch.setattr(course_why, "Starters", begin)
    settings = here / "course" / "course.toml"
    settings.write_text(settings.read_text().replace("[judge]\n", '[judge]\nkeras = "jax"\n'))
    for command in ("grade pages --course course", "explain ben double --course course"):
        assert "far enough" in typed(command)[2]
    assert seen == ["jax", "jax"]
