"""A course on a platform that speaks LTI 1.3, as 1EdTech specifies it; what a person has given there stays."""

import lti_platform
import platform_course
import pytest
import requests
from cryptography.hazmat.primitives import serialization
from loopback_server import CUT, DROP, HALF, Answer, Fault, LoopbackServer
from lti_platform import LEARNER, SCOPES, LtiPlatform, Member

from autograder.lms.comment import comment_html, text_hash
from autograder.lms.compat import MARGIN
from autograder.lms.lti_adapter import LtiAdapter
from autograder.lms.lti_api import LtiCourse
from autograder.lms.lti_registration import LtiRegistration, LtiServices, desk_address, service_address
from autograder.lms.patience import Patience
from autograder.lms.platform import Delivery, LmsError, LmsFile, LmsRefused, LmsUncertain

SCORES = "POST .*/scores"


@pytest.fixture
def server():
    with LtiPlatform().running() as running:
        yield running


@pytest.fixture
def waits():
    return []


def registration(server, **changed):
    table = server.registration(platform_course.DESK) | changed
    return LtiRegistration(**{**table, "deployments": tuple(table["deployments"])})


def opened(server, waits, services=None, number=99, **changed):
    key = lti_platform.key(number)
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
    public = key.public_key().public_bytes(pem, serialization.PublicFormat.SubjectPublicKeyInfo).decode()
    found = registration(server, **changed)
    return LtiCourse(found, services or platform_course.services(server), private, public, Patience(found.title, sleep=waits.append))


@pytest.fixture
def course(server, waits):
    made = opened(server, waits)
    yield made
    made.close()


@pytest.fixture
def miniature(course, server):
    return course.assignment(server.assignment["id"])


def scores(server):
    return [one for one in server.asked if one.path.endswith("/scores")]


# -- what is there --------------------------------------------------------------------------------------------------------


def test_all_pages_of_students_and_no_teachers(server, course):
    server.people |= {60: Member("Gone Girl", active=False), 61: Member("Test Student", roles=[LEARNER, "http://purl.imsglobal.org/vocab/lti/system/person#TestUser"]), 62: Member("Dan Ek", roles=["Learner"])}
    found = course.students()
    assert [(one.number, one.name, one.email, one.ids) for one in found] == [
        ("51", "Ada Lovelace", "ada@x.org", ("a1",)), ("52", "Ben Bo", "ben@x.org", ("b1",)), ("53", "Cleo Xu", "cleo@x.org", ("c1",)), ("62", "Dan Ek", "", ()),
    ]  # fmt: skip
    assert server.paths("GET").count("/members") == 3


def test_columns_with_their_points_and_deadline(server, course, miniature):
    server.made = [{"id": f"{server.address}/lineitems/{number}", "label": f"Other {number}", "scoreMaximum": 5} for number in range(3)]
    assert [one.title for one in course.assignments()] == ["Miniature", "Other 0", "Other 1", "Other 2"]
    assert (miniature.number, miniature.points, miniature.deadline.isoformat()) == (server.assignment["id"], 100.0, "2026-05-31T23:59:00+00:00")
    assert not miniature.takes_files and not miniature.closed


def test_a_column_that_is_missing_is_made_once(server, course, waits):
    made = course.make_column("mnist", "MNIST: a first network", 100)
    assert server.made[0]["label"] == made.title == "MNIST: a first network" and server.made[0]["resourceId"] == "mnist"
    assert course.make_column("mnist", "Another title", 100).number == made.number and len(server.made) == 1
    server.faults = [Fault("POST /lineitems", DROP, carried_out=True)]
    with pytest.raises(LmsUncertain):
        course.make_column("other", "Other", 10)
    assert course.make_column("other", "Other", 10).number == server.made[1]["id"] and len(server.made) == 2


def test_marks_of_all_pages_and_of_one_student(server, course, miniature):
    for number, score in ((51, 40.0), (52, 0.0), (53, 99.5)):
        server.graded[number].score = score
    assert {user: one.score for user, one in course.marks(miniature).items()} == {"51": 40.0, "52": 0.0, "53": 99.5}
    assert course.mark(miniature, "53").score == 99.5 and course.mark(miniature, "57").score is None
    server.filters_results = False  # a platform that gives all results of a page
    assert course.mark(miniature, "53").score == 99.5


def test_a_mark_of_another_maximum_is_scaled(server, course, miniature):
    server.faults = []
    respond = server.respond
    server.respond = lambda asked: Answer([{"userId": "51", "resultScore": 0.5, "resultMaximum": 1}]) if asked.path.endswith("/results") else respond(asked)
    assert course.mark(miniature, "51").score == 50.0


# -- what is given --------------------------------------------------------------------------------------------------------


def test_mark_and_comment_arrive_in_one_request(server, course, miniature):
    course.give(miniature, "52", Delivery(score=50, text="5 < 6\nWell done."))
    assert (server.graded[52].score, server.graded[52].comments) == (50, ["5 < 6\nWell done."]) and len(scores(server)) == 1
    found = course.mark(miniature, "52")
    assert found.is_marked(50.001, False) and not found.shows_comment


def test_a_comment_of_a_person_stays_and_ours_is_replaced(server, course, miniature):
    server.shows_comments = True
    server.graded[52].score, server.graded[52].comments = 40, ["Come and see me."]
    course.give(miniature, "52", Delivery(score=50, text="Ours."))
    assert server.graded[52].comments == ["Come and see me."] and server.graded[52].score == 50
    server.graded[52].comments = ["Ours."]
    course.give(miniature, "52", Delivery(score=60, text="Better.", old_texts=frozenset({text_hash(comment_html("Ours."))})))
    assert server.graded[52].comments == ["Ours.", "Better."]


def test_feedback_alone_changes_no_mark(server, course, miniature):
    server.graded[52].score = 33.33
    course.give(miniature, "52", Delivery(text="x"))
    assert server.graded[52].score == pytest.approx(33.33) and server.graded[52].comments == ["x"]
    with pytest.raises(LmsRefused, match="there is no mark"):
        course.give(miniature, "51", Delivery(text="x"))
    assert len(scores(server)) == 1


@pytest.mark.parametrize("fault", [500, HALF, CUT, DROP])
@pytest.mark.parametrize("carried_out", [False, True])
def test_a_score_is_never_simply_sent_again(server, course, miniature, fault, carried_out):
    server.faults = [Fault(SCORES, fault, carried_out=carried_out or fault in (HALF, CUT))]
    with pytest.raises(LmsUncertain, match="127.0.0.1 has not confirmed a change"):
        course.give(miniature, "52", Delivery(score=50))
    assert len(scores(server)) == 1


@pytest.mark.parametrize("fault", [500, 503, HALF, CUT, DROP])
def test_reading_is_tried_again(server, course, waits, fault):
    server.faults = [Fault("GET /members", fault, carried_out=fault in (HALF, CUT), times=2)]
    assert len(course.students()) == 3 and waits == [1.0, 2.0]


def test_too_many_requests(server, course, miniature, waits):
    server.faults = [Fault(SCORES, 429, headers={"Retry-After": "9"})]
    course.give(miniature, "52", Delivery(score=50, text="Once."))
    assert waits == [9.0] and server.graded[52].comments == ["Once."]


def test_a_student_who_has_left(server, course, miniature):
    server.people[52].active = False
    with pytest.raises(LmsRefused, match=r"127.0.0.1 refuses it \(error 422\). It says: User not found in course"):
        course.give(miniature, "52", Delivery(score=50))


def test_a_newer_score_is_not_replaced(server, course, miniature):
    server.graded[52].timestamp = "2999-01-01T00:00:00+00:00"
    with pytest.raises(LmsRefused, match="has a newer mark"):
        course.give(miniature, "52", Delivery(score=50))


# -- access ---------------------------------------------------------------------------------------------------------------


def test_access_is_asked_for_once_and_again_when_it_ends(server, course, miniature):
    course.marks(miniature), course.marks(miniature)
    assert server.paths("POST").count("/token") == 1
    server.lifetime = int(MARGIN)  # over at once
    course.students(), course.students()
    assert server.paths("POST").count("/token") == 5  # for each page of the list


@pytest.mark.parametrize("fault", [500, HALF, CUT, DROP, 429])
def test_access_is_asked_for_again_after_a_fault(server, course, waits, fault):
    server.faults = [Fault("POST /token", fault, carried_out=fault in (HALF, CUT), times=2)]
    assert len(course.students()) == 3 and len(waits) == 2


@pytest.mark.parametrize("changed", [{"client_id": "client-2"}, {"audience": "https://other.example.org"}])
def test_another_client_or_audience_gets_no_access(server, waits, changed):
    other = opened(server, waits, **changed)
    with pytest.raises(LmsError, match=r"gives this course no access \(error 400\)\. It says: invalid_client\. Compare the key"):
        other.students()
    other.close()


def test_another_key_gets_no_access(server, waits):
    other = opened(server, waits, number=7)
    with pytest.raises(LmsError, match="gives this course no access") as caught:
        other.students()
    assert "PRIVATE" not in str(caught.value) and waits == []
    other.close()


def test_what_the_tool_may_not_do_is_said(server, waits, miniature):
    few = platform_course.services(server)
    limited = opened(server, waits, LtiServices(few.course, few.title, few.lineitems, few.members, tuple(SCOPES[:1])))
    with pytest.raises(LmsRefused, match="does not let this course do that: an administrator has to allow it"):
        limited.marks(miniature)
    with pytest.raises(LmsRefused, match="(?i)scope"):
        limited.give(miniature, "51", Delivery(score=1))
    limited.close()
    nothing = opened(server, waits, LtiServices(few.course, few.title))
    with pytest.raises(LmsError, match="an administrator has to allow Names and Role Provisioning Services"):
        nothing.students()
    with pytest.raises(LmsError, match="an administrator has to allow Assignment and Grade Services"):
        nothing.assignments()
    nothing.close()


def test_access_that_is_taken_away_during_a_run(server, course, miniature):
    course.marks(miniature)
    server.tokens.clear()
    with pytest.raises(LmsError, match="has ended the access of this course"):
        course.marks(miniature)


# -- addresses ------------------------------------------------------------------------------------------------------------


def test_access_is_shown_to_the_platform_only(server, course):
    class Other(LoopbackServer):
        def respond(self, asked):
            return Answer([])

    with Other().running() as other:
        with pytest.raises(LmsRefused, match="is not the address of a column"):
            course.assignment(f"{other.address}/lineitems/1")
        respond = server.respond

        def elsewhere(asked):
            found = respond(asked)
            if asked.path == "/members":
                found.headers = {"Link": f'<{other.address}/members>; rel="next"'}
            return found

        server.respond = elsewhere
        with pytest.raises(LmsRefused, match="names an address at another site"):
            course.students()
        server.respond = respond
        server.faults = [Fault("GET /members", 302, headers={"Location": f"{other.address}/members"})]
        with pytest.raises(LmsError, match="answers from another address"):
            course.students()
        assert other.asked == []


def test_a_next_page_for_ever_ends(server, course, monkeypatch):
    monkeypatch.setattr("autograder.lms.lti_adapter.MOST_REQUESTS", 10)
    respond = server.respond

    def circle(asked):
        found = respond(asked)
        if asked.path == "/members":
            found.headers = {"Link": f'<{server.address}/members>; rel="next"'}
        return found

    server.respond = circle
    endless = opened(server, [])
    with pytest.raises(LmsError, match="again and again"):
        endless.students()
    endless.close()


@pytest.mark.parametrize("content", [{"members": 5}, [], {"members": [{"roles": ["Learner"]}]}, "text", None])
def test_an_answer_of_another_form_is_said(server, course, content):
    respond = server.respond
    server.respond = lambda asked: Answer(content) if asked.path == "/members" else respond(asked)
    with pytest.raises(LmsRefused, match="an answer that LTI does not have"):
        course.students()


def test_there_are_no_files(course, miniature):
    assert course.submissions(miniature, []) == []
    with pytest.raises(LmsRefused, match="gives no files"):
        course.download(LmsFile("a.py", "https://x"))


@pytest.mark.parametrize("text", ["http://desk.example.org", "ftp://x", "x", "https://", "https://me:secret@x.org", "https://x.org/a b", "https://x.org:port"])
def test_an_address_that_is_not_safe_is_refused(text):
    with pytest.raises(ValueError):
        service_address(text)
    with pytest.raises(ValueError):
        desk_address(text)


@pytest.mark.parametrize("text", ["https://x.org/desk", "http://127.0.0.1", "https://x.org?a=1"])
def test_a_desk_has_an_address_of_its_own(text):
    with pytest.raises(ValueError):
        desk_address(text)


def test_the_adapter_asks_again_only_for_what_changes_nothing(server):
    adapter = LtiAdapter(registration(server), [f"{server.address}/lineitems"], Patience("x"))
    ways = {("GET", "/members"): True, ("POST", "/token"): False, ("POST", "/lineitems"): False, ("PUT", "/lineitems"): False}
    for (method, path), repeatable in ways.items():
        assert adapter.is_repeatable(requests.Request(method, server.address + path).prepare()) is repeatable

