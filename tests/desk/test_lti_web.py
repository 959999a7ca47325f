"""The desk behind a link of a learning platform: an instructor of the course gets in, a student sees the own report, all others nothing."""

import json
import re
import stat
from dataclasses import replace

import lti_visitor
import pytest
from desk_visitor import PORT
from loopback_server import Fault
from lti_platform import CLAIM, INSTRUCTOR, LEARNER, LtiPlatform
from lti_visitor import PUBLIC, coming

from autograder.core.corrections import CorrectionKind
from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.lti_log import latest_services
from autograder.desk.platform_connection import open_course_platform
from autograder.desk.platform_journal import PlatformJournal
from autograder.desk.push_plan import PushPlanner
from autograder.desk.pushing import Pusher
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.lms.patience import Patience

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def platform():
    with LtiPlatform().running() as running:
        yield running


@pytest.fixture
def course(tmp_path, platform):
    return lti_visitor.course_at(tmp_path / "here", platform)


@pytest.fixture
def visitor(course, platform):
    with coming(course, platform) as found:
        yield found


@pytest.fixture
def known(course):
    """The list of students has the platform's ids."""
    roster = course / "roster.csv"
    roster.write_text("id,name,email,lti id\na1,Ada Lovelace,ada@x.org,51\nb1,Ben Bo,ben@x.org,52\nc1,Cleo Xu,cleo@x.org,53\n")


def push(folder, feedback=True):
    course = read_course(folder)
    with Store(course) as store:
        platform = open_course_platform(course, store)
        (mine,) = course.assignments
        journal = PlatformJournal(store, course.lms, mine.lms)
        done = Pusher(platform, store, journal).push(PushPlanner(CourseStanding(course, store), store, platform, journal.known(), feedback=feedback).plan(mine))
        platform.close()
    assert len(done.sent) == 3, done


def correct(folder, student, **more):
    course = read_course(folder)
    with Store(course) as store:
        desk = CourseDesk(course, store, 1)
        desk.make(desk.for_student(course.assignment(), student, CorrectionKind.COMMENT, "Grace", "Well done.", **more))


def has_token(visitor, answer):
    return visitor.server.known.token in answer.text or visitor.server.known.token in str(answer.headers)


# -- instructors --------------------------------------------------------------------------------------------------------


def test_an_instructor_of_the_course_gets_into_the_desk(visitor):
    answer = visitor.come()
    assert answer.status_code == 200 and "You are Prof Turing." in answer.text
    (link,) = re.findall(r'<a href="([^"]+)">', answer.text)
    assert "Ben Bo" in visitor.client.get(link, headers={"Sec-Fetch-Site": "same-origin"}).text


def test_a_launch_is_no_way_in_for_an_instructor_of_another_course(visitor):
    answer = visitor.come(**{f"{CLAIM}context": {"id": "other", "title": "Other"}})
    assert answer.status_code == 403 and "of another course" in answer.text and not has_token(visitor, answer)


@pytest.mark.parametrize("roles", [[LEARNER], [], ["http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor"], ["http://purl.imsglobal.org/vocab/lis/v2/membership/Learner#Instructor"]])
def test_no_other_role_gets_in(visitor, roles):
    answer = visitor.come(**{f"{CLAIM}roles": roles})
    assert answer.status_code in (403, 404) and not has_token(visitor, answer)


def test_where_the_services_are_is_saved_when_it_is_another_place(visitor, course, platform):
    before = read_course(course)
    visitor.come(**{"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": f"{platform.address}/people"}})
    visitor.come(**{"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": f"{platform.address}/people"}})
    with Store(before) as store:
        assert latest_services(store, before.lti.issuer, before.lti.course).members == f"{platform.address}/people"
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM lti_services").scalar() == 2


def test_a_student_does_not_change_where_the_services_are(visitor, course, known):
    before = read_course(course)
    visitor.come(52, **{"https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice": {"context_memberships_url": "https://evil.example.org"}})
    with Store(before) as store:
        assert "evil" not in str(latest_services(store, before.lti.issuer, before.lti.course))


# -- connecting -----------------------------------------------------------------------------------------------------------


@pytest.fixture
def unconnected(tmp_path, platform):
    course = lti_visitor.course_at(tmp_path / "new", platform, opened=False)
    with coming(course, platform) as found:
        found.course = course
        yield found


def test_a_course_is_connected_by_a_person_at_the_desk_only(unconnected, platform):
    """Whoever opens the link first, of whatever course, gets nowhere by it."""
    answer = unconnected.come(**{f"{CLAIM}context": {"id": "evil", "title": "<script>Evil</script>"}})
    assert "is not connected" in answer.text and "<script" not in answer.text and not has_token(unconnected, answer)
    unconnected.come()
    page = unconnected.get("lti")
    assert "Counting together" in page.text and "<script" not in page.text and "opened by Prof Turing" in page.text
    fields = unconnected.secrets("lti") | {"course": "course:Counting"}
    assert unconnected.post("connect", fields | {"form": "x"}).status_code == 403
    assert unconnected.post("connect", fields | {"course": "unknown"}).status_code == 422
    assert read_course(unconnected.course).lms is None
    assert unconnected.post("connect", fields).status_code == 303
    found = read_course(unconnected.course)
    assert found.lms.course == found.lti.course == "course:Counting" and found.lms.address == platform.address
    assert "Open the desk" in unconnected.come().text
    assert unconnected.come(**{f"{CLAIM}context": {"id": "evil"}}).status_code == 403


def test_students_see_nothing_before_that(unconnected):
    answer = unconnected.come(52)
    assert answer.status_code == 403 and "Learning platform" not in answer.text and unconnected.get("lti").text.count("opened by") == 0


def test_what_an_administrator_types_in(unconnected):
    text = unconnected.get("lti").text
    for expected in ("http://127.0.0.1:8731/lti/login", "http://127.0.0.1:8731/lti/launch", "BEGIN PUBLIC KEY", "scope/score", "a new window"):
        assert expected in text
    assert "PRIVATE" not in text and "8731/lti/keys" not in text  # no platform can read it there


# -- students -------------------------------------------------------------------------------------------------------------


def test_a_student_sees_the_own_report_once_it_is_sent(visitor, course, known):
    before = visitor.come(52)
    assert before.status_code == 404 and "There is no report for you here yet." in before.text
    push(course)
    answer = visitor.come(52)
    assert answer.status_code == 200 and "You added two." in answer.text and "Ben Bo" in answer.text
    assert "Ada" not in answer.text and "test_hidden_numbers" not in answer.text and not has_token(visitor, answer)
    assert "Ada Lovelace" in visitor.come(51).text


def test_what_has_changed_since_is_not_shown_before_it_is_sent(visitor, course, known):
    push(course)
    correct(course, "ben")
    assert "There is no report for you here yet." in visitor.come(52).text and visitor.come(51).status_code == 200


def test_marks_alone_release_no_report(visitor, course, known):
    push(course, feedback=False)
    assert visitor.come(52).status_code == 404


def test_a_name_is_not_enough(visitor, course):
    """The list of students does not have the platform's ids; somebody is called as Ben is."""
    push(course)
    answer = visitor.come(52)
    assert answer.status_code == 404 and "not in the list of students" in answer.text


def test_a_student_who_is_not_in_the_list_sees_nothing(visitor, course, known, platform):
    push(course)
    platform.people[59] = replace(platform.people[52])
    assert visitor.come(59).status_code == 404


def test_the_assignment_is_that_of_the_link(visitor, course, known):
    push(course)
    other = {f"{CLAIM}custom": {"assignment": "../../course.key"}}
    assert "does not say which assignment" in visitor.come(52, **other).text
    assert visitor.come(52, **{f"{CLAIM}custom": {"assignment": "miniature"}}).status_code == 200


def test_a_report_cannot_be_asked_for_by_another_way(visitor, course, known):
    push(course)
    for path in ("/lti/launch?student=b1", "/lti/report", "/lti/", "/lti", "/lti/launch/../student"):
        assert visitor.client.get(path).status_code == 404


# -- red team -------------------------------------------------------------------------------------------------------------


def test_a_launch_is_taken_once_and_in_its_browser_only(visitor):
    fields, cookies = visitor.begin()
    other = visitor.arrive(fields, {})
    assert other.status_code == 403 and "has not kept the cookie" in other.text and not has_token(visitor, other)
    again = visitor.arrive(fields, cookies)  # the login is over
    assert again.status_code == 403 and not has_token(visitor, again)


def test_the_cookie_of_a_login_is_kept_from_scripts_and_from_other_pages(visitor):
    cookie = visitor.login().headers["set-cookie"].lower()
    assert all(word in cookie for word in ("httponly", "secure", "samesite=none", "path=/lti/", "max-age=300"))


@pytest.mark.parametrize("host", ["evil.example", f"127.0.0.1.evil.example:{PORT}", "127.0.0.1"])
@pytest.mark.parametrize("path", ["/lti/login", "/lti/launch", "/lti/keys"])
def test_the_doors_have_the_servers_own_name_too(visitor, host, path):
    for ask in (visitor.client.get, visitor.client.post):
        assert ask(path, headers={"Host": host}).status_code == 403


def test_what_goes_wrong_shows_no_token_and_no_path(visitor, course, platform, capfd):
    """``course.toml`` is broken while the desk is open; a student comes."""
    fields, cookies = visitor.begin(52)
    (course / "course.toml").write_text("x = ")
    for answer in (visitor.arrive(fields, cookies), visitor.login(), visitor.client.get("/lti/keys")):
        assert answer.status_code == 503 and not has_token(visitor, answer) and str(course) not in answer.text
    assert "is not valid TOML" in capfd.readouterr().err


@pytest.mark.parametrize("kind", ["text/plain", "application/json", "multipart/form-data; boundary=x", ""])
def test_a_launch_of_another_form_is_refused(visitor, kind):
    answer = visitor.client.post("/lti/launch", content=b"state=x", headers={"Content-Type": kind})
    assert answer.status_code == 403 and not has_token(visitor, answer)


def test_markup_from_the_platform_is_text(visitor, known, course):
    evil = "<script>alert(1)</script>"
    answer = visitor.come(name=evil, **{f"{CLAIM}roles": [INSTRUCTOR]})
    assert "You are" in answer.text and "<script" not in answer.text
    refused = visitor.come(**{"iss": evil})
    assert refused.status_code == 403 and "<script" not in refused.text


def test_no_door_without_a_platform(tmp_path, platform):
    import course_class

    course = course_class.copy_to(tmp_path / "plain") / "course"
    with coming(course, platform) as visitor:
        answers = [visitor.login(), visitor.client.post("/lti/launch", data={"state": "x"}), visitor.client.get("/lti/keys")]
        assert {(one.status_code, one.text) for one in answers} == {(404, "Not found. Use the whole address that autograder desk printed.\n")}
    assert not (course / "lti.key").exists()


def test_the_public_half_of_the_key_and_nothing_else(visitor, course):
    answer = visitor.client.get("/lti/keys")
    (key,) = json.loads(answer.text)["keys"]
    assert set(key) == {"kty", "n", "e", "kid", "alg", "use"} and key["alg"] == "RS256"
    assert stat.S_IMODE((course / "lti.key").stat().st_mode) == 0o600
    (course / "lti.key").chmod(0o644)
    assert visitor.client.get("/lti/keys").status_code == 503


def test_a_platform_that_does_not_answer_is_said(visitor, platform, monkeypatch):
    monkeypatch.setattr("autograder.desk.lti_launch.Patience", lambda title, tries: Patience(title, sleep=lambda _seconds: None, tries=tries))
    platform.faults = [Fault("GET /keys", 500, times=99)]
    answer = visitor.come()
    assert answer.status_code == 502 and "cannot be used now" in answer.text and not has_token(visitor, answer)


# -- a server in front ----------------------------------------------------------------------------------------------------


def test_behind_an_address_that_others_can_reach(tmp_path, platform):
    course = lti_visitor.course_at(tmp_path / "public", platform, PUBLIC)
    with coming(course, platform, PUBLIC) as visitor:
        host = {"Host": "desk.example.org"}
        answer = visitor.client.get("/lti/login", params=platform.initiation(), headers=host)
        assert "redirect_uri=https%3A%2F%2Fdesk.example.org%2Flti%2Flaunch" in answer.headers["location"]
        assert visitor.get(headers=host).status_code == 200 and visitor.get(headers={"Host": "other.example.org"}).status_code == 403
        assert "https://desk.example.org/lti/keys" in visitor.get("lti").text
        assert visitor.get(headers=host | {"Origin": "https://desk.example.org"}).status_code == 200
        assert visitor.get(headers=host | {"Origin": "http://desk.example.org"}).status_code == 403
