"""A launch of LTI 1.3: what is not as the platform signed it, for this tool, now and in this browser, is refused."""

import base64
import json
import time
from urllib.parse import parse_qs, urlsplit

import jwt
import lti_platform
import platform_course
import pytest
from loopback_server import CUT, DROP, Fault
from lti_platform import AGS, CLAIM, COURSE, DEPLOYMENT, INSTRUCTOR, LEARNER, ROLE, LtiPlatform

from autograder.desk.lti_launch import KEYS_AT_ONCE, LIFETIME, MOST_LOGINS, LaunchRefused, Logins, LtiDoor, PlatformKeys
from autograder.lms.lti_registration import LtiRegistration
from autograder.lms.patience import Patience
from autograder.lms.platform import LmsError

ELSEWHERE = "https://evil.example.org"


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def platform():
    with LtiPlatform().running() as running:
        yield running


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def door(platform, clock):
    table = platform.registration(platform_course.DESK)
    registration = LtiRegistration(**{**table, "deployments": tuple(table["deployments"])})
    keys = PlatformKeys(registration, clock, Patience(registration.title, sleep=lambda _seconds: None, tries=2))
    return LtiDoor(registration, keys, Logins(clock))


def begun(door, platform, user=50, **changed):
    """A login up to the platform's answer: what the browser sends now, and its cookies."""
    address, state = door.login(platform.initiation(user))
    return platform.confirmed(address, **changed), {state: state}


def signed(door, platform, make, user=50):
    """A launch whose token is made by ``make(claims)``."""
    address, state = door.login(platform.initiation(user))
    nonce = parse_qs(urlsplit(address).query)["nonce"][0]
    return {"id_token": make(platform.claims(user, nonce)), "state": state}, {state: state}


# -- what is right ------------------------------------------------------------------------------------------------------


def test_an_instructor_and_where_the_services_are(door, platform):
    found = door.launch(*begun(door, platform))
    assert (found.user, found.name, found.is_instructor, found.is_learner) == ("50", "Prof Turing", True, False)
    assert found.services == platform_course.services(platform) and found.column == platform.assignment["id"]


def test_a_student_of_the_course(door, platform):
    found = door.launch(*begun(door, platform, 52))
    assert (found.user, found.is_instructor, found.is_learner) == ("52", False, True)


def test_the_browser_is_sent_to_the_platform_with_a_new_secret_each_time(door, platform):
    first, second = (door.login(platform.initiation())[0] for _ in range(2))
    assert first.startswith(f"{platform.address}/auth?")
    for name in ("state", "nonce"):
        values = {parse_qs(urlsplit(one).query)[name][0] for one in (first, second)}
        assert len(values) == 2 and min(map(len, values)) >= 32


def test_a_login_that_does_not_name_the_client_is_taken(door, platform):
    """The specification leaves it to the platform: https://www.imsglobal.org/spec/lti/v1p3/#additional-login-parameters"""
    fields = {name: value for name, value in platform.initiation().items() if name in ("iss", "login_hint", "target_link_uri")}
    assert "client_id=client-1" in door.login(fields)[0]


# -- roles: only those in this course count -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "roles",
    [
        [f"{ROLE}institution/person#Instructor"],
        [f"{ROLE}system/person#Administrator"],
        [f"{ROLE}membership/Learner#Instructor"],  # an instructor who takes part as a learner: the library takes it for a teacher
        ["Instructor"],
        [f"{ROLE}membership#Mentor"],
        [f"{ROLE}membership#instructor"],
        [],
        f"{INSTRUCTOR}",  # a text that has the role in it
    ],
)
def test_no_other_role_is_that_of_an_instructor(door, platform, roles):
    assert not door.launch(*begun(door, platform, **{f"{CLAIM}roles": roles})).is_instructor


def test_an_assistant_is_one_if_the_platform_says_so_too(door, platform):
    assert door.launch(*begun(door, platform, **{f"{CLAIM}roles": [f"{ROLE}membership/Instructor#TeachingAssistant", INSTRUCTOR]})).is_instructor


# -- what is not right ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"nonce": "another-nonce"},
        {"nonce": ...},
        {"nonce": ""},
        {"aud": "client-2"},
        {"aud": ["client-2", "client-1"]},
        {"aud": ["client-1", "client-2"]},  # and no word on who may use it
        {"aud": ["client-1", "client-2"], "azp": "client-2"},
        {"aud": ...},
        {"aud": {}},
        {"iss": ELSEWHERE},
        {"iss": ...},
        {"exp": int(time.time()) - 60},
        {"exp": ...},
        {"iat": ...},
        {"iat": int(time.time()) + 3600},
        {"sub": ...},
        {"sub": ""},
        {f"{CLAIM}deployment_id": "deployment-2"},
        {f"{CLAIM}deployment_id": ...},
        {f"{CLAIM}deployment_id": [DEPLOYMENT]},
        {f"{CLAIM}version": "1.1"},
        {f"{CLAIM}message_type": "LtiDeepLinkingRequest"},
        {f"{CLAIM}message_type": "LtiSubmissionReviewRequest"},
        {f"{CLAIM}message_type": ...},
        {f"{CLAIM}resource_link": ...},
        {f"{CLAIM}roles": ...},
        {f"{CLAIM}context": ...},
        {f"{CLAIM}context": {"id": ""}},
        {f"{CLAIM}context": "course"},
        {f"{CLAIM}context": {"id": {"a": 1}}},
        {f"{AGS}claim/endpoint": "https://x"},
    ],
)
def test_other_claims_are_refused(door, platform, changed):
    with pytest.raises(LaunchRefused):
        door.launch(*begun(door, platform, **changed))


@pytest.mark.parametrize(
    "make",
    [
        lambda platform, claims: platform.id_token(claims, 1, kid="key-0"),  # another key under the name of the platform's
        lambda platform, claims: platform.id_token(claims, 1),  # a name that the platform does not publish
        lambda platform, claims: platform.id_token(claims, 0, kid=""),
        lambda platform, claims: platform.id_token(claims, 0, jku=f"{ELSEWHERE}/keys", kid="key-9"),
        lambda platform, claims: jwt.encode(claims, "", algorithm="none", headers={"kid": "key-0"}),
        lambda platform, claims: jwt.encode(claims, "x" * 64, algorithm="HS256", headers={"kid": "key-0"}),
        lambda platform, claims: platform.id_token(claims, 0, "RS512"),  # the key is published for another method
        lambda platform, claims: platform.id_token(claims)[:-8] + "AAAAAAAA",
        lambda platform, claims: replaced(platform.id_token(claims), sub="51"),
        lambda platform, claims: ".".join(platform.id_token(claims).split(".")[:2]) + ".",
        lambda platform, claims: platform.id_token(claims) + ".x",
        lambda platform, claims: "x.y.z",
        lambda platform, claims: "",
        lambda platform, claims: "\ud800.\0.é",
    ],
)
def test_another_signature_is_refused(door, platform, make):
    with pytest.raises(LaunchRefused):
        door.launch(*signed(door, platform, lambda claims: make(platform, claims)))


def replaced(token, **changed):
    """A token with other claims and the signature of the old ones."""
    header, body, signature = token.split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))) | changed
    return f"{header}.{base64.urlsafe_b64encode(json.dumps(claims).encode()).rstrip(b'=').decode()}.{signature}"


def test_the_public_key_is_not_taken_for_a_shared_secret(door, platform):
    """A token that anybody can sign: with the platform's public key as the secret."""
    from cryptography.hazmat.primitives import serialization

    public = lti_platform.key().public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    import hashlib
    import hmac

    def forged(claims):
        parts = [base64.urlsafe_b64encode(json.dumps(one).encode()).rstrip(b"=") for one in ({"alg": "HS256", "kid": "key-0"}, claims)]
        secret = hmac.new(public, b".".join(parts), hashlib.sha256).digest()
        return b".".join([*parts, base64.urlsafe_b64encode(secret).rstrip(b"=")]).decode()

    with pytest.raises(LaunchRefused, match="has not signed it"):
        door.launch(*signed(door, platform, forged))


def test_a_launch_is_taken_once(door, platform):
    fields, cookies = begun(door, platform)
    door.launch(fields, cookies)
    with pytest.raises(LaunchRefused, match="used already"):
        door.launch(fields, cookies)


def test_a_token_is_good_for_its_own_login_only(door, platform):
    """Somebody has the token of another launch that was not sent, and a login of one's own."""
    stolen, _cookies = begun(door, platform)
    mine, cookies = begun(door, platform, 52)
    with pytest.raises(LaunchRefused, match="(?i)nonce"):
        door.launch({"id_token": stolen["id_token"], "state": mine["state"]}, cookies)


@pytest.mark.parametrize("state", ["", "state-x", "\0", "x" * 9000])
def test_an_unknown_state_is_refused(door, platform, state):
    fields, cookies = begun(door, platform)
    with pytest.raises(LaunchRefused):
        door.launch(fields | {"state": state}, cookies | {state: state})


def test_another_browser_cannot_finish_a_login(door, platform):
    fields, _cookies = begun(door, platform)
    with pytest.raises(LaunchRefused, match="has not kept the cookie"):
        door.launch(fields, {})


def test_an_old_login_is_over(door, platform, clock):
    fields, cookies = begun(door, platform)
    clock.now += LIFETIME + 1
    with pytest.raises(LaunchRefused, match="too old"):
        door.launch(fields, cookies)


def test_logins_that_nobody_ends_do_not_fill_the_memory(door, platform):
    first, cookies = begun(door, platform)
    for _ in range(MOST_LOGINS):
        door.login(platform.initiation())
    assert len(door.logins.open) == MOST_LOGINS
    with pytest.raises(LaunchRefused):
        door.launch(first, cookies)


@pytest.mark.parametrize("changed", [{"iss": ELSEWHERE}, {"iss": ""}, {"login_hint": ""}, {"client_id": "client-2"}])
def test_a_login_for_another_platform_is_refused(door, platform, changed):
    with pytest.raises(LaunchRefused):
        door.login(platform.initiation() | changed)


def test_a_login_leads_nowhere_else(door, platform):
    """Neither where the browser goes nor where it comes back is taken from the request."""
    address, _state = door.login(platform.initiation() | {"target_link_uri": ELSEWHERE, "redirect_uri": ELSEWHERE, "auth_login_url": ELSEWHERE})
    assert address.startswith(f"{platform.address}/auth?") and "evil" not in address


# -- the platform's keys --------------------------------------------------------------------------------------------------


def test_keys_are_asked_for_once_and_again_when_the_platform_has_another_one(door, platform, clock):
    for _ in range(3):
        door.launch(*begun(door, platform))
    assert len(platform.paths("GET")) == 1
    platform.signing = [0, 1]
    clock.now += KEYS_AT_ONCE
    assert door.launch(*signed(door, platform, lambda claims: platform.id_token(claims, 1))).is_instructor
    assert len(platform.paths("GET")) == 2


def test_unknown_keys_do_not_make_the_desk_ask_again_and_again(door, platform):
    for _ in range(5):
        with pytest.raises(LaunchRefused):
            door.launch(*signed(door, platform, lambda claims: platform.id_token(claims, 3)))
    assert len(platform.paths("GET")) == 1


@pytest.mark.parametrize("fault", [500, CUT, DROP])
def test_keys_that_cannot_be_had_are_said(door, platform, fault):
    platform.faults = [Fault("GET /keys", fault, carried_out=fault == CUT, times=9)]
    with pytest.raises(LmsError, match="127.0.0.1 cannot be used now"):
        door.launch(*begun(door, platform))
    assert len(platform.paths("GET")) == 2
    platform.faults = [Fault("GET /keys", 429, headers={"Retry-After": "1"})]
    assert door.launch(*begun(door, platform)).is_instructor


def test_both_roles_and_another_course(door, platform):
    changed = {f"{CLAIM}roles": [LEARNER], f"{CLAIM}context": {"id": "other", "label": "O1"}}
    found = door.launch(*begun(door, platform, **changed))
    assert found.services.course == "other" != COURSE and found.services.title == "O1" and found.is_learner
