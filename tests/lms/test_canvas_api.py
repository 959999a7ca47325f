"""A course in Canvas, as its REST API is documented: pages of lists, uploads, files elsewhere, the quota, half an answer."""

import pytest
from canvas_server import ASSIGNMENT, COURSE, TOKEN, CanvasServer, Person
from loopback_server import CUT, DROP, HALF, Answer, Fault, LoopbackServer

from autograder.lms.canvas_api import CanvasCourse
from autograder.lms.patience import Patience
from autograder.lms.platform import Delivery, LmsError, LmsFile, LmsRefused, LmsUncertain
from autograder.lms.token import Token

FEEDBACK = Delivery(score=50, text="Well done.", file="mini-feedback-abc.html", content=b"<p>page</p>", ours="mini-feedback-")


@pytest.fixture
def server():
    with CanvasServer().running() as running:
        yield running


@pytest.fixture
def waits():
    return []


@pytest.fixture
def course(server, waits):
    made = CanvasCourse(server.address, str(COURSE), Token(TOKEN), Patience("Canvas", sleep=waits.append))
    yield made
    made.close()


@pytest.fixture
def miniature(course):
    return course.assignment(str(ASSIGNMENT))


def test_all_pages_of_a_list_are_read(server, course, miniature):
    server.people |= {number: Person(f"Student {number}", f"s{number}") for number in range(100, 107)}
    assert len(course.students()) == len(course.marks(miniature)) == 10
    assert sum(path.endswith("search_users") for path in server.paths("GET")) == 5


def test_students_without_ids_and_those_who_have_left(server, course):
    server.people[12] = Person("Ben Bo")
    server.people[13].active = False
    ada, ben = course.students()
    assert (ada.login, ada.email, ada.ids) == ("ada", "ada@x.org", ("a1",)) and (ben.number, ben.login, ben.email, ben.ids) == ("12", "", "", ())


def test_mark_comment_and_file_arrive_in_one_request(server, course, miniature):
    course.give(miniature, "12", FEEDBACK)
    assert server.paths("PUT") == [f"/api/v1/courses/{COURSE}/assignments/{ASSIGNMENT}/submissions/12"]
    (comment,) = server.work[12].comments
    assert comment["comment"] == "Well done." and server.files[comment["attachments"][0]["id"]]["content"] == b"<p>page</p>"
    found = course.mark(miniature, "12")
    assert found.score == 50 and found.files == ("mini-feedback-abc.html",) and found.is_marked(50.001, False)


def test_a_storage_elsewhere_that_confirms_by_an_address(server, course, miniature):
    """The third step of an upload: Canvas's own answer is at the address in ``location``."""
    server.uploads_to_storage = True
    server.assignment["id"] = 900  # stands for the answer with the file's number
    course.give(miniature, "12", FEEDBACK)
    assert server.feedback(12) == ["mini-feedback-abc.html"]


def test_the_token_goes_to_canvas_only(server, course):
    class Storage(LoopbackServer):
        def respond(self, asked):
            return Answer(b"x = 1", kind="text/plain")

    with Storage().running() as storage:
        assert course.download(LmsFile("a.py", f"{storage.address}/a.py")) == b"x = 1"
        assert "authorization" not in storage.asked[0].headers
        server.faults = [Fault("GET /files", 302, headers={"Location": f"{storage.address}/b.py"})]
        server.submit(11, "a.py", b"")
        course.download(LmsFile("a.py", server.work[11].history[0]["attachments"][0]["url"]))
        course._requester.request("GET", _url=f"{storage.address}/c.py")  # the client itself would send it
        assert len(storage.asked) == 3 and TOKEN not in str([one.headers for one in storage.asked])


@pytest.mark.parametrize("fault", [500, 503, HALF, CUT, DROP])
def test_reading_is_tried_again(server, course, waits, fault):
    server.faults = [Fault("GET .*search_users", fault, carried_out=fault in (HALF, CUT), times=2)]
    assert len(course.students()) == 3 and waits == [1.0, 2.0]


@pytest.mark.parametrize("fault", [500, HALF, CUT, DROP])
@pytest.mark.parametrize("carried_out", [False, True])
def test_a_change_is_never_simply_sent_again(server, course, miniature, fault, carried_out):
    server.faults = [Fault("PUT", fault, carried_out=carried_out or fault in (HALF, CUT))]
    with pytest.raises(LmsUncertain, match="Canvas has not confirmed a change"):
        course.give(miniature, "12", FEEDBACK)
    assert len(server.paths("PUT")) == 1


def test_too_many_requests_and_a_small_quota(server, course, miniature, waits):
    server.faults = [Fault("PUT", 429, headers={"Retry-After": "9"})]
    server.remaining = 50.0
    course.give(miniature, "12", FEEDBACK)
    assert waits.count(9.0) == 1 and 5.0 in waits and len(server.work[12].comments) == 1


def test_a_wrong_token_and_a_course_that_is_not_there(server, waits):
    wrong = CanvasCourse(server.address, str(COURSE), Token("wrong-token"), Patience("Canvas", sleep=waits.append))
    with pytest.raises(LmsError, match="Canvas does not accept the token: .*It says: Invalid access token.*Make a new one") as caught:
        wrong.course_title()
    assert "wrong-token" not in str(caught.value) and waits == []
    wrong.close()
    other = CanvasCourse(server.address, "3", Token(TOKEN))
    with pytest.raises(LmsRefused, match="Canvas does not have courses/3/search_users, or this token may not see it"):
        other.students()
    other.close()


def test_every_attempt_of_who_is_in_the_course(server, course, miniature):
    server.submit(11, "a.py", b"1")
    server.submit(11, "a.py", b"2", "2026-05-31T12:00:00Z")
    server.submit(13, "a.py", b"3")
    found = course.submissions(miniature, [one for one in course.students() if one.number != "13"])
    assert [(one.user, one.attempt, f"{one.submitted:%d}", course.download(one.files[0])) for one in found] == [("11", 1, "30", b"1"), ("11", 2, "31", b"2")]
