"""Which attempt counts, what corrections and lateness make of its mark, and what waits for a person."""

import datetime
from dataclasses import replace

import pytest

from autograder.core.corrections import CorrectionKind
from autograder.core.merge import OURS
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.desk import standing
from autograder.desk.course_file import read_course
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Graded, LogEntry, Store
from autograder.reports.grades import of_report

TOML = """format = 1
roster = "roster.csv"
[late]
per_day = 10
[assignments.mini]
deadline = 2026-05-31T12:00:00+00:00
weight = 3
"""
DEADLINE = datetime.datetime(2026, 5, 31, 12, tzinfo=datetime.UTC)


def report(points, **more):
    checks = (
        CheckResult("test_a", "it is there", Outcome.PASSED, 4.0, 4.0),
        CheckResult("test_b", "it doubles", Outcome.PASSED if points == 6 else Outcome.FAILED, float(points), 6.0),
    )
    other = ExerciseResult("total", (CheckResult("test_c", "it adds", Outcome.PASSED, 10.0, 10.0),))
    return replace(Report("mini", "a1", "", Status.GRADED, (ExerciseResult("double", checks), other), "full", "", 17, 0.1), **more)


@pytest.fixture
def course(tmp_path):
    """``course(attempts, *entries, more)``: Ada's mark; an attempt is (points of 6, hours after the deadline)."""

    def made(attempts, *entries, more="", roster="id,name\na1,Ada Lovelace\n"):
        (tmp_path / "course.toml").write_text(TOML + more)
        (tmp_path / "roster.csv").write_text(roster)
        settings = read_course(tmp_path)
        with Store(settings) as store:
            for number, (found, hours) in enumerate(attempts):
                found = found if isinstance(found, Report) else report(found)
                store.record("mini", [Graded(found, b"%d" % number, "mini.py", DEADLINE + datetime.timedelta(hours=hours), "typed")])
            store.correct_all(entries)
            return CourseStanding(settings, store).marks["mini"]["a1"]

    return made


def entry(kind, **more):
    return LogEntry(0, "", "Grace", CorrectionKind(kind), "mini", **{"student": "a1", "reason": "why"} | more)


@pytest.mark.parametrize(
    ("policy", "score"), [("last", 12.6), ("best", 20.0), ("last before the deadline", 16.0)]
)
def test_the_policies(course, policy, score):
    """In time 20, in time 16, a day late 14 less a tenth."""
    mark = course([(6, -3), (2, -2), (0, 1)], more=f'counts = "{policy}"\n')
    assert mark.report.score == pytest.approx(score) and len(mark.attempts) == 3


def test_best_looks_at_the_points_after_what_lateness_costs(course):
    assert course([(5, -1), (6, 1)], more='counts = "best"\n').report.score == 19


def test_without_one_in_time_the_last_one_counts(course):
    assert course([(6, 1), (0, 2)], more='counts = "last before the deadline"\n').report.score == pytest.approx(12.6)


def test_an_extension_takes_the_penalty_away_and_says_so(course):
    late = course([(6, 30)])
    assert late.report.score == 16 and late.report.corrections[-1].sentence == "Late: 4 points less (2 days late, by the rule of the course)"
    mark = course([], entry("extension", until="2026-06-03T12:00:00+00:00"))
    assert (mark.report.score, mark.report.penalty) == (20, 0) and mark.report.corrections[0].sentence.startswith("Extension until 3 June 2026, ")


def test_points_for_a_check_and_for_an_exercise(course):
    one = course([(0, -1)], entry("points", exercise="double", check="test_b", points=3.0)).report
    assert one.score == 17 and one.corrections[0].sentence.startswith("double, “it doubles”: 3 points instead of 0 (Grace, ")
    assert course([(0, -1)], entry("points", exercise="double", points=9.5)).report.score == 19.5


def test_the_later_correction_counts_and_no_points_are_above_the_most(course):
    first, second = (entry("points", exercise="double", check="test_b", points=points) for points in (3.0, 99.0))
    assert course([(0, -1)], first, second).report.score == 20


def test_a_check_that_is_off_counts_for_nobody_and_for_everybody(course):
    off = course([(0, -1)], entry("off", student="", exercise="double", check="test_b")).report
    assert (off.score, off.max_score) == (14, 14)
    given = course([(0, -1)], entry("everybody", student="", exercise="double", check="test_b")).report
    assert (given.score, given.max_score) == (20, 20)


def test_a_check_that_is_off_stays_off_for_a_student_with_points_of_her_own(course):
    """Else her mark alone would be out of more points than those of the others, and no table would take them all."""
    everybody, hers = entry("off", student="", exercise="double", check="test_b"), entry("points", exercise="double", check="test_b", points=0.0)
    for entries in ((everybody, hers), (hers, everybody)):
        assert course([(0, -1)], *entries).report.max_score == 14
    on = entry("everybody", student="", exercise="double", check="test_b")
    assert course([(0, -1)], everybody, on, hers).report.score == 14


def test_a_person_says_when_a_page_was_submitted(course):
    """It is about that page only, the last word counts, and the log keeps all of them."""
    late = course([(6, 30)])
    assert late.report.penalty == 4
    (attempt,) = late.attempts
    said = [entry("submitted", check=attempt.page, until=(DEADLINE + datetime.timedelta(hours=hours)).isoformat()) for hours in (50, -1)]
    mark = course([], *said)
    assert mark.report.penalty == 0 and mark.late.days == 0 and len(mark.attempts) == 1
    assert mark.report.corrections[-1].sentence.startswith("Submitted on 31 May 2026, ") and "(Grace, " in mark.report.corrections[-1].sentence
    assert course([(6, 30), (5, 40)]).report.penalty == pytest.approx(3.8)  # another page, which came later


def test_the_order_of_pages_is_that_of_the_times_that_were_said(course):
    mark = course([(6, -3), (0, -2)])
    assert mark.report.score == 14
    first = mark.attempts[0]
    assert course([], entry("submitted", check=first.page, until=(DEADLINE - datetime.timedelta(hours=1)).isoformat())).report.score == 20


def test_another_students_correction_is_not_hers(course):
    mark = course([(0, -1)], entry("exempt", student="b1"), roster="id,name\na1,Ada Lovelace\nb1,Ben Bo\n")
    assert mark.report.corrections == () and mark.report.score == 14


def test_a_reason_that_ends_in_a_question_gets_no_full_stop():
    assert standing._sentence("mini", "Ada", "Was it cut short?") == "mini, Ada: Was it cut short?"
    assert standing._sentence("mini", "Ada", "it is late") == "mini, Ada: it is late."


def test_a_dropped_exercise(course):
    found = course([(0, -1)], more='drop = ["total"]\n').report
    assert (found.score, found.max_score) == (4, 10) and "total: this exercise does not count" in found.corrections[0].sentence


def test_exempt_is_no_mark_with_and_without_a_page(course):
    with_page = course([(0, -1)], entry("exempt"))
    assert with_page.report.status is Status.EXEMPT and with_page.share is None and with_page.cell == "exempt" and not with_page.waits


def test_exempt_without_a_page_is_not_a_zero(course):
    nothing = course([], entry("exempt"))
    assert nothing.cell == "exempt" and nothing.share is None


def test_nothing_after_the_deadline_is_missing_and_counts_as_nothing(course):
    mark = course([])
    assert mark.cell == ("missing" if datetime.datetime.now(datetime.UTC) > DEADLINE else "–")


def test_a_check_of_ours_that_broke_is_settled_by_a_person(course):
    broken = report(0)
    checks = (replace(broken.checks[0]), replace(broken.checks[1], outcome=Outcome.BROKEN, points=6.0))
    page = replace(broken, exercises=(ExerciseResult("double", checks),), status=Status.NOT_GRADED, problem=OURS)
    assert course([(page, -1)]).waits
    settled = course([], entry("points", exercise="double", check="test_b", points=2.0))
    assert settled.report.score == 6 and not settled.waits and of_report(settled.report).final


def test_a_text_waits_until_a_person_has_marked_it(course):
    page = report(6, for_a_person=(WrittenAnswer("WHY", "", "Why?", "So.", 5.0),))
    assert course([(page, -1)]).waits == ("a person has still to mark WHY",)
    marked = course([], entry("points", exercise="WHY", points=4.0))
    assert (marked.report.score, marked.report.max_score) == (24, 25) and not marked.waits


def test_names_are_those_of_the_list(course):
    mark = course([(6, -1)])
    assert mark.report.submission == "Ada Lovelace" and mark.grade.also == ("a1",)


@pytest.fixture
def stored(tmp_path):
    """``stored(roster)``: a course with these students, and its database."""
    opened = []

    def made(roster="id,name\na1,Ada Lovelace\n"):
        (tmp_path / "course.toml").write_text(TOML)
        (tmp_path / "roster.csv").write_text(roster)
        settings = read_course(tmp_path)
        opened.append(Store(settings))
        return settings, opened[-1]

    yield made
    for one in opened:
        one.close()


def graded(points, submission, known_by="typed", hours=-1, **more):
    found = report(points, submission=submission, **more)
    return Graded(found, b"page", "mini.py", DEADLINE + datetime.timedelta(hours=hours), known_by)


def test_a_page_that_is_graded_again_under_another_name_is_one_attempt_with_two_gradings(stored):
    """The folder of a download, then a copy that is called by the id: a second attempt could not be told from a real one."""
    course, store = stored()
    platform = "Ada Lovelace_11_assignsubmission_file"
    store.record("mini", [graded(6, platform, person="Ada Lovelace", platform="moodle:11")])
    store.record("mini", [graded(2, "a1")])
    mark = CourseStanding(course, store).marks["mini"]["a1"]
    assert [(one.gradings, one.source.platform) for one in mark.attempts] == [(2, "moodle:11")] and mark.report.score == 16
    store.record("mini", [graded(2, "a1", hours=-2)])
    assert len(CourseStanding(course, store).marks["mini"]["a1"].attempts) == 2  # at another time: another attempt


def test_what_a_platform_says_of_lateness_stays_when_a_copy_is_graded(stored):
    course, store = stored()
    store.record("mini", [graded(6, "Ada Lovelace_11_assignsubmission_file", "file", 1, person="Ada Lovelace", platform="moodle:11", late=True)])
    store.record("mini", [graded(6, "a1", "file", 1)])
    mark = CourseStanding(course, store).marks["mini"]["a1"]
    assert len(mark.attempts) == 1 and mark.late.days == 1 and not mark.late.doubt


def test_to_type_the_time_that_the_file_has_settles_it(stored):
    """The file is newer than the deadline, which may be the time of a copy. An instructor says: it is the right time."""
    course, store = stored()
    store.record("mini", [graded(6, "a1", "file", 1)])
    assert "say when it was submitted" in CourseStanding(course, store).marks["mini"]["a1"].waits[0]
    store.record("mini", [graded(6, "a1", "typed", 1)])
    mark = CourseStanding(course, store).marks["mini"]["a1"]
    assert mark.waits == () and mark.late.days == 1 and len(mark.attempts) == 1
    assert [store.record("mini", [graded(6, "a1", how, 1)]) for how in ("typed", "file")] == [0, 0]
