"""pylti1p3next is still as the desk needs it; each test says what has changed if it is not."""

import inspect

from other_side import unchanged
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.oidc_login import OIDCLogin
from pylti1p3.registration import Registration

from autograder.desk.compat import Asked, Cookies, Launch, Login, Nonces, OneTool

NEEDS = "desk/compat.py"


def tool():
    registration = Registration().set_issuer("https://x").set_client_id("c").set_auth_login_url("https://x/auth").set_auth_token_url("https://x/token")
    return OneTool(registration, ("d",))


def test_a_login_saves_its_nonce_and_sets_one_cookie_with_its_state():
    with unchanged("pylti1p3next", NEEDS, "OIDCLogin saves the nonce by save_nonce, and the state as the one cookie"):
        nonces, cookies = Nonces(), Cookies({})
        address = Login(Asked({"iss": "https://x", "login_hint": "h"}), tool(), session_service=nonces, cookie_service=cookies).redirect("http://127.0.0.1/lti/launch")
        ((state, same),) = cookies.to_set.items()
        assert state == same and f"state={state}" in address and f"nonce={nonces.nonce}" in address and len(nonces.nonce) >= 32


def test_a_launch_is_checked_in_all_these_ways():
    with unchanged("pylti1p3next", NEEDS, "MessageLaunch.validate checks state, form, nonce, registration, signature, deployment and message"):
        source = inspect.getsource(MessageLaunch.validate)
        for name in ("state", "jwt_format", "nonce", "registration", "jwt_signature", "deployment", "message"):
            assert f".validate_{name}()" in source and callable(getattr(MessageLaunch, f"validate_{name}"))


def test_a_launch_reads_fields_by_the_method_that_is_left_to_it():
    with unchanged("pylti1p3next", NEEDS, "MessageLaunch has the abstract method _get_request_param, and takes its keys from the registration"):
        keys = {"keys": [{"kid": "k", "alg": "RS256"}]}
        launch = Launch(Asked({"state": "s"}), tool(), Nonces("n"), Cookies({}), keys)
        assert launch._get_request_param("state") == "s" and MessageLaunch._get_request_param is not Launch._get_request_param
        assert launch._tool_config.registration.get_key_set() is keys and issubclass(Login, OIDCLogin)
