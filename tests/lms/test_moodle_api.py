"""A course in Moodle, as the functions of its web service are documented; what a person has given there stays."""

import dataclasses

import pytest
from loopback_server import CUT, DROP, HALF, Fault
from moodle_server import ASSIGNMENT, COURSE, TOKEN, MoodleServer, Participant

from autograder.lms import moodle_api
from autograder.lms.comment import comment_html, text_hash
from autograder.lms.moodle_api import MoodleCourse
from autograder.lms.patience import Patience
from autograder.lms.platform import Delivery, LmsError, LmsFile, LmsRefused
from autograder.lms.token import Token

FEEDBACK = Delivery(score=50, text="5 < 6", file="mini-feedback-abc.html", content=b"<p>page</p>", ours="mini-feedback-")


@pytest.fixture
def server():
    with MoodleServer().running() as running:
        yield running


@pytest.fixture
def waits():
    return []


@pytest.fixture
def course(server, waits):
    made = MoodleCourse(server.address, str(COURSE), Token(TOKEN), Patience("Moodle", sleep=waits.append))
    yield made
    made.close()


@pytest.fixture
def miniature(course):
    return course.assignment(str(ASSIGNMENT))


def test_all_students_and_no_teachers(server, course, monkeypatch):
    monkeypatch.setattr("autograder.lms.moodle_api.AT_ONCE", 2)
    server.people[40] = Participant("Ben Bo")
    server.people[33].active = False
    assert [(one.number, one.name, one.ids) for one in course.students()] == [("31", "Ada Lovelace", ("a1",)), ("32", "Ben Bo", ("b1",)), ("40", "Ben Bo", ())]
    assert len(server.asked) == 3


def test_a_user_is_known_by_the_login_the_address_and_the_number_of_the_university():
    said = {"id": 3, "fullname": "Ada Lovelace", "username": "ada", "email": "ada@example.org", "idnumber": "a1"}
    one = moodle_api._user(said)
    assert (one.login, one.email, one.ids) == ("ada", "ada@example.org", ("a1",)) and moodle_api._user({"id": 3, "username": None}).login == ""


def test_what_a_person_has_given_stays(server, course, miniature):
    """Moodle replaces all files and the comment: those of a person are sent back, and our older page goes."""
    server.graded[32].files = {"notes.pdf": b"pdf", "mini-feedback-old.html": b"old"}
    server.graded[32].comment = "<p>Come and see me.</p>"
    course.give(miniature, "32", FEEDBACK)
    assert server.graded[32].files == {"notes.pdf": b"pdf", "mini-feedback-abc.html": b"<p>page</p>"}
    assert (server.graded[32].grade, server.graded[32].comment) == (50, "<p>Come and see me.</p>")


def test_without_feedback_files_a_few_lines_become_the_comment(server, course):
    server.takes_files = False
    miniature = course.assignment(str(ASSIGNMENT))
    assert "Feedback files are switched off" in miniature.notes[0]
    course.give(miniature, "32", FEEDBACK)
    assert server.graded[32].comment == comment_html("5 < 6") == "5 &lt; 6" and server.drafts == {}
    again = Delivery(score=60, text="Better.", old_texts=frozenset({text_hash("5 &lt; 6")}))
    course.give(miniature, "32", again)
    assert server.graded[32].comment == "Better."
    course.give(miniature, "32", Delivery(score=60, text="Other."))
    assert server.graded[32].comment == "Better."


def test_only_feedback_changes_no_mark(server, course, miniature):
    server.graded[32].grade = 33.33333
    assert course.marks(miniature)["32"].taken_off == 0
    course.give(miniature, "32", Delivery(text="x", file="mini-feedback-d.html", content=b"d", ours="mini-feedback-"))
    assert server.graded[32].grade == pytest.approx(33.33333) and [*server.graded[32].files] == ["mini-feedback-d.html"]


def test_the_state_of_a_marking_workflow_stays(server, course):
    server.assignment["markingworkflow"] = 1
    server.graded[32].workflowstate = "inreview"
    miniature = course.assignment(str(ASSIGNMENT))
    course.give(miniature, "32", Delivery(score=5))
    assert server.graded[32].workflowstate == "inreview" and "when you release them in Moodle" in miniature.notes[0]


def test_a_group_has_submitted_for_its_members(server, course):
    server.assignment["teamsubmission"] = 1
    server.people[31].groups = server.people[32].groups = [5]
    server.submit(0, "mini.py", b"1", group=5)
    server.submit(0, "mini.py", b"2", group=0)
    miniature, students = course.assignment(str(ASSIGNMENT)), course.students()
    assert [(one.user, course.download(one.files[0])) for one in course.submissions(miniature, students)] == [("31", b"1"), ("32", b"1"), ("33", b"2")]


def test_drafts_and_empty_submissions_are_not_fetched(server, course, miniature):
    server.submit(31, "mini.py", b"1")
    server.submit(32, "mini.py", b"2")
    server.submitted[1]["status"] = "draft"
    assert [one.user for one in course.submissions(miniature, course.students())] == ["31"]


@pytest.mark.parametrize("fault", [500, HALF, CUT, DROP])
def test_reading_and_saving_are_tried_again(server, course, miniature, waits, fault):
    """A grade that is saved twice is the same grade: everything in it replaces what was there."""
    server.faults = [Fault("get_grades|save_grade|upload", fault, carried_out=True, times=3)]
    course.give(miniature, "32", FEEDBACK)
    assert server.graded[32].grade == 50 and [*server.graded[32].files] == ["mini-feedback-abc.html"] and waits


def test_half_a_file_is_no_file(server, course, miniature, waits):
    server.submit(31, "mini.py", b"x = 1")
    server.faults = [Fault("POST /webservice/pluginfile", HALF, carried_out=True)]
    (found,) = course.submissions(miniature, course.students())
    assert course.download(found.files[0]) == b"x = 1" and waits == [1.0]


def test_a_file_of_another_site_is_not_asked_for(server, course):
    with pytest.raises(LmsRefused, match="is not a file of this Moodle"):
        course.download(LmsFile("a.py", "https://evil.example.org/webservice/pluginfile.php/1/a.py"))
    assert server.asked == []


def test_another_address_of_the_same_moodle_is_said(server, course):
    server.faults = [Fault("POST", 303, headers={"Location": "https://new.example.org/webservice/rest/server.php"})]
    with pytest.raises(LmsError, match="Moodle is at another address: https://new.example.org"):
        course.students()


def test_errors_of_moodle_are_sentences_without_the_token(server, waits):
    wrong = MoodleCourse(server.address, str(COURSE), Token("ffffffffffffffff"), Patience("Moodle", sleep=waits.append))
    with pytest.raises(LmsError, match=r"Moodle does not accept the token .*It says: Invalid token \(token\) - token not found") as caught:
        wrong.students()
    assert "ffff" not in str(caught.value)
    wrong.close()
    with pytest.raises(LmsRefused, match="Moodle refuses core_nothing: Can't find core_nothing"):
        made = MoodleCourse(server.address, str(COURSE), Token(TOKEN))
        try:
            made.service.call("core_nothing")
        finally:
            made.close()


def test_a_file_that_is_shorter_than_moodle_says_is_fetched_again(server, course, miniature, waits):
    server.submit(31, "mini.py", b"x = 1")
    (found,) = course.submissions(miniature, course.students())
    longer = dataclasses.replace(found.files[0], size=6)
    with pytest.raises(LmsError, match="incomplete"):
        course.download(longer)
    assert waits
    assert course.download(dataclasses.replace(longer, size=5)) == b"x = 1"


def test_what_moodle_says_instead_of_a_file_is_said_whatever_its_length(server, course, miniature, waits):
    server.submit(31, "mini.py", b"x = 1")
    (found,) = course.submissions(miniature, course.students())
    server.contents.clear()
    with pytest.raises(LmsError, match="Can not find the file"):
        course.download(dataclasses.replace(found.files[0], size=100_000))
    assert not waits


def test_a_file_that_is_too_large_is_not_asked_for(server, course):
    with pytest.raises(LmsRefused, match=r"a\.py is too large to be fetched"):
        course.download(LmsFile("a.py", f"{server.address}/webservice/pluginfile.php/1/a.py", size=10**9))
    assert server.asked == []
