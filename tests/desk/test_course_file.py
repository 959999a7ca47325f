"""``course.toml``: what is known, what is not, and what a mistyped key is told."""

import datetime

import pytest

from autograder.core import keras_backend
from autograder.desk.course_file import ADDRESS, CourseUnusable, LateRule, read_course

ALL = """format = 1
title = "Networks"
language = "en"
roster = "people.csv"
counts = "best"
database = "postgresql+psycopg://host/course"

[late]
per_day = 5
grace = 15
most_days = 4

[judge]
backend = "dask://10.0.0.1:8786"
jobs = 2
seed = 3
budget = "full"
isolation = "reduced"
recheck = 0.1

[assignments.one]
folder = "one"
deadline = 2026-05-31T23:59:00+02:00
weight = 2
drop = ["show"]
counts = "last before the deadline"
late = { per_day = 50 }

[assignments.two]
"""


def written(folder, text):
    (folder / "course.toml").write_text(text)
    return read_course(folder)


def test_everything_that_a_course_may_say(tmp_path):
    course = written(tmp_path, ALL)
    one, two = course.assignments
    assert (course.title, course.roster, course.scheduler, course.jobs) == ("Networks", tmp_path / "people.csv", "10.0.0.1:8786", 2)
    assert (course.settings.seed, course.settings.budget, course.settings.isolation) == (3, "full", "reduced")
    assert not course.settings.questions and written(tmp_path, ALL.replace("recheck = 0.1", "questions = true")).settings.questions
    assert one.deadline == datetime.datetime(2026, 5, 31, 21, 59, tzinfo=datetime.UTC) and one.drop == ("show",)
    assert (one.weight, one.counts, one.late) == (2.0, "last before the deadline", LateRule(50.0, 15, 4))
    assert (two.place, two.counts, two.late.per_day, two.deadline) == ("two", "best", 5.0, None)


def test_what_keras_computes_with_unless_somebody_says_something_else(tmp_path, monkeypatch):
    monkeypatch.delenv("KERAS_BACKEND", raising=False)
    usual, jax = (written(tmp_path, ALL.replace("recheck = 0.1", line)).settings.backend for line in ("", 'keras = "jax"'))
    assert (usual, jax) == (keras_backend.usual(), "jax")
    monkeypatch.setenv("KERAS_BACKEND", "torch")  # also what --backend does
    assert written(tmp_path, ALL.replace("recheck = 0.1", 'keras = "jax"')).settings.backend == "torch"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("roster", "rooster", "rooster is not known. Did you mean roster? Known: format,"),
        ("per_day = 5", "per_dya = 5", "late.per_dya is not known. Did you mean per_day?"),
        ("jobs", "job", "judge.job is not known. Did you mean jobs?"),
        ("weight", "wieght", "assignments.one.wieght is not known. Did you mean weight?"),
        ('"best"', '"bset"', "counts is 'bset'; expected \"last\", \"best\", \"last before the deadline\". Did you mean best?"),
        ("per_day = 5\n", "per_day = 101\n", "late.per_day is 101; expected per cent, from 0 to 100."),
        ("weight = 2", "weight = -2", "assignments.one.weight is -2; expected a number of 0 or more."),
        ("weight = 2", "weight = nan", "expected a number of 0 or more."),
        ("weight = 2", "weight = true", "expected a number of 0 or more."),
        ("2026-05-31T23:59:00+02:00", "2026-05-31", "expected a date and a time, such as 2026-05-31T23:59:00+02:00."),
        ('"dask://10.0.0.1:8786"', '"cloud"', 'judge.backend is \'cloud\'; expected "local" or "dask://HOST:PORT".'),
        ('["show"]', '"show"', "assignments.one.drop is 'show'; expected a list of exercises"),
        ("format = 1", "format = 2", "format is 2; this version reads format = 1."),
        ("//host", "//me:secret@host", f"database holds a password. Put the whole address into the environment variable {ADDRESS} instead."),
        ("recheck = 0.1", 'questions = "yes"', "judge.questions is 'yes'; expected true or false."),
        ("recheck = 0.1", 'keras = "tensorflo"', "judge.keras is 'tensorflo'; expected \"tensorflow\", \"jax\", \"torch\". Did you mean tensorflow?"),
        ("recheck = 0.1", "recheck = 0.001", "judge.recheck cannot be used: 0.001 is not a share from 0.02 to 1."),
        ('"Networks"', "Networks", "is not valid TOML"),
        ('language = "en"', 'language = "fr"', "language is 'fr'; expected \"en\", "),  # and those of each assignment that a test of this process has loaded
    ],
)
def test_what_is_wrong_is_said_with_its_key(tmp_path, before, after, said):
    assert before in ALL
    with pytest.raises(CourseUnusable) as caught:
        written(tmp_path, ALL.replace(before, after, 1))
    assert said in str(caught.value) and str(caught.value).startswith(str(tmp_path / "course.toml"))


def test_a_folder_without_one_says_how_to_make_one(tmp_path):
    with pytest.raises(CourseUnusable, match="autograder course new DIR --without-nbgrader"):
        read_course(tmp_path)


def test_which_assignment_is_meant(tmp_path):
    course = written(tmp_path, ALL)
    assert course.assignment("two").name == "two"
    with pytest.raises(CourseUnusable, match="Name the assignment: --assignment one or two"):
        course.assignment()
    with pytest.raises(CourseUnusable, match="no assignment 'tow'. Did you mean two"):
        course.assignment("tow")


def test_an_address_with_a_password_comes_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv(ADDRESS, "postgresql+psycopg://me:secret@host/course")
    assert written(tmp_path, "format = 1").database == "postgresql+psycopg://me:secret@host/course"
