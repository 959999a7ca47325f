"""``autograder course lti`` and ``connect --lti``: what an administrator types in and gives back, and the columns of the marks."""

import logging
import stat

import lti_visitor
import platform_course
import pytest
from lti_platform import LtiPlatform

from autograder.desk.course_file import read_course

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture(autouse=True)
def waits(monkeypatch):
    return platform_course.patient(monkeypatch)


@pytest.fixture
def platform():
    with LtiPlatform().running() as running:
        yield running


@pytest.fixture
def course(tmp_path, monkeypatch):
    import course_class

    here = course_class.copy_to(tmp_path / "here")
    monkeypatch.chdir(here)
    return here / "course"


@pytest.fixture
def connected(tmp_path, monkeypatch, platform):
    found = lti_visitor.course_at(tmp_path / "here", platform)
    text = (found / "course.toml").read_text()
    (found / "course.toml").write_text("\n".join(line for line in text.splitlines() if not line.startswith("lms = ")))
    monkeypatch.chdir(found.parent)
    return found


def test_what_an_administrator_types_in_is_printed_and_the_key_is_made_once(course, typed):
    code, out, error = typed("course lti course")
    assert code == 0 and not error
    for expected in ("Initiate login URL (OpenID Connect initiation URL): http://127.0.0.1:8731/lti/login", "-----BEGIN PUBLIC KEY-----", '"kty": "RSA"', "scope/contextmembership.readonly", "--issuer …"):
        assert expected in out
    assert "PRIVATE" not in out and stat.S_IMODE((course / "lti.key").stat().st_mode) == 0o600
    assert typed("course lti course")[1] == out
    assert "https://desk.example.org/lti/keys" in typed("course lti course --desk https://desk.example.org/")[1]


def test_what_the_administrator_gives_is_saved_beside_all_else(course, typed):
    before = (course / "course.toml").read_text()
    given = "--issuer https://lms.example.org --client-id c --deployment 1 --deployment 2 --login-url https://lms.example.org/auth --token-url https://lms.example.org/token --keys-url https://lms.example.org/keys"
    code, out, _ = typed(f"course lti course {given}")
    assert code == 0 and "lms.example.org is saved in course.toml." in out and (course / "course.toml").read_text().startswith(before.rstrip())
    found = read_course(course).lti
    assert (found.issuer, found.deployments, found.title) == ("https://lms.example.org", ("1", "2"), "lms.example.org")
    code, _, error = typed("course push course")
    assert code == 1 and "open the tool in your course there" in error


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("--issuer https://lms.example.org", "lti.client_id is missing"),
        ("--desk http://desk.example.org", "is without encryption"),
        ("--issuer https://x --client-id c --deployment 1 --login-url http://x/auth --token-url https://x/t --keys-url https://x/k", "lti.login_url cannot be used"),
    ],
)
def test_what_cannot_be_right_changes_nothing(course, typed, given, said):
    before = (course / "course.toml").read_text()
    code, _, error = typed(f"course lti course {given}")
    assert code == 2 and said in error and (course / "course.toml").read_text() == before


def test_columns_are_found_by_their_title(connected, typed, platform):
    code, out, error = typed("course connect course --lti")
    assert code == 0 and "miniature: 'Miniature', out of 100" in out, out + error
    assert read_course(connected).assignments[0].lms == platform.assignment["id"] and not platform.made


def test_a_column_that_is_missing_is_made_when_that_is_wished(connected, typed, platform):
    platform.assignment["label"] = "Essay"
    code, out, _ = typed("course connect course --lti")
    assert code == 1 and "no column. To make one, say --make-columns" in out and not platform.made
    code, out, error = typed("course connect course --lti --make-columns")
    assert code == 0 and "(made now), out of 100" in out, out + error
    assert platform.made[0]["resourceId"] == "miniature" and read_course(connected).assignments[0].lms == platform.made[0]["id"]
    assert "(made now)" not in typed("course connect course --lti --make-columns")[1] and len(platform.made) == 1


def test_students_and_deadline_are_fetched(connected, typed, platform):
    platform.assignment["endDateTime"] = "2026-06-30T12:00:00Z"
    typed("course connect course --lti")
    code, out, error = typed("course fetch course --yes")
    assert code == 0 and "Found in 127.0.0.1: 3 students of your list." in out and "deadline 31 May 2026" in out and "submission" not in out, out + error
    assert (connected / "roster.csv").read_text() == "id,name,email,lti id\na1,Ada Lovelace,ada@x.org,51\nb1,Ben Bo,ben@x.org,52\nc1,Cleo Xu,cleo@x.org,53\n"


def test_what_gives_access_is_in_nothing_that_is_written(connected, typed, platform, caplog):
    """Neither the platform's tokens nor the secret half of the key, with all of the libraries' logs switched on."""
    caplog.set_level(logging.DEBUG)
    said = [typed(f"course {words}") for words in ("lti course", "connect course --lti", "fetch course --yes", "push course --yes")]
    assert said[-1][0] == 0 and "for 3 students." in said[-1][1] and platform.tokens
    for secret in (*platform.tokens, "PRIVATE KEY", "client_assertion"):
        assert secret not in caplog.text and not any(secret in out + error for _code, out, error in said)
        assert [path.name for path in connected.rglob("*") if path.is_file() and secret.encode() in path.read_bytes() and path.suffix != ".key"] == []
    assert not any(token in one.path + str(one.query) for token in platform.tokens for one in platform.asked)


def test_a_course_has_one_platform(connected, typed):
    with open(connected / "course.toml", "a") as file:
        file.write('\n[lms]\nkind = "canvas"\naddress = "https://canvas.example.org"\ncourse = 1\n')
    code, _, error = typed("course status course")
    assert code == 2 and "a course has one learning platform" in error


def test_two_ways_at_once_are_refused(connected, typed):
    assert "needs no address" in typed("course connect course --lti --canvas https://x/courses/1")[2]
    assert "--make-columns needs --lti" in typed("course connect course --make-columns --canvas https://x/courses/1")[2]
