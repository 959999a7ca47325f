"""A launch of LTI 1.3, as pylti1p3next checks it: what that library leaves to its subclasses, and what it does not check.

Checked with pylti1p3next 2.0.2 (``tests/desk/test_compat.py``); ``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import requests
from pylti1p3.cookie import CookieService
from pylti1p3.deployment import Deployment
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.oidc_login import OIDCLogin
from pylti1p3.redirect import Redirect
from pylti1p3.registration import Registration, TKeySet
from pylti1p3.request import Request
from pylti1p3.session import SessionService
from pylti1p3.tool_config.abstract import ToolConfAbstract

REQUIRED = ["exp", "iat", "iss", "aud", "sub", "nonce"]  # https://www.imsglobal.org/spec/security/v1p0/#id-token


class Asked(Request):
    """What a browser has sent, in the address or as a form."""

    def __init__(self, fields: Mapping[str, str]) -> None:
        self.fields = fields

    @property
    def session(self) -> dict[str, Any]:
        return {}

    def is_secure(self) -> bool:
        return True

    def get_param(self, key: str) -> str:
        return self.fields.get(key, "")


class Cookies(CookieService):
    """The cookies of one request, and those that its answer sets."""

    def __init__(self, sent: Mapping[str, str]) -> None:
        self.sent = sent
        self.to_set: dict[str, str] = {}

    def get_cookie(self, name: str) -> str | None:
        return self.sent.get(name)

    def set_cookie(self, name: str, value: str | int, exp: int | None = 3600) -> None:
        self.to_set[name] = str(value)


class Nonces(SessionService):
    """The secrets of a login: one is saved when it begins, and the one of this login is the only one that its launch may have."""

    def __init__(self, nonce: str = "") -> None:
        self.nonce = nonce

    def save_nonce(self, nonce: str) -> None:
        self.nonce = nonce

    def check_nonce(self, nonce: str) -> bool:
        return bool(nonce) and nonce == self.nonce

    def check_state_is_valid(self, state: str, id_token_hash: str) -> bool:
        return False  # a launch is never taken twice: the browser has to have the cookie of its login

    def save_launch_data(self, key: str, jwt_body: Mapping[str, Any]) -> None:
        """It is used at once, and not kept."""

    def set_state_valid(self, state: str, id_token_hash: str) -> None:
        """It is not valid any more."""


class OneTool(ToolConfAbstract[Asked]):
    """The one platform of a course."""

    def __init__(self, registration: Registration, deployments: tuple[str, ...]) -> None:
        self.registration = registration
        self.deployments = deployments

    def check_iss_has_one_client(self, iss: str) -> bool:
        return False

    def check_iss_has_many_clients(self, iss: str) -> bool:
        return True

    def find_registration_by_issuer(self, iss: str, *args: Any, **kwargs: Any) -> Registration:
        raise NotImplementedError

    def find_registration_by_params(self, iss: str, client_id: str, *args: Any, **kwargs: Any) -> Registration:
        mine = self.registration
        asked_for = client_id or mine.get_client_id()  # a platform need not name it when a login begins
        return mine if (iss, asked_for) == (mine.get_issuer(), mine.get_client_id()) else None  # type: ignore[return-value]

    def find_deployment(self, iss: str, deployment_id: str) -> Deployment | None:
        raise NotImplementedError

    def find_deployment_by_params(self, iss: str, deployment_id: str, client_id: str, *args: Any, **kwargs: Any) -> Deployment | None:
        return Deployment().set_deployment_id(deployment_id) if deployment_id in self.deployments else None


class _NextAddress(Redirect[str]):
    """Where the browser goes next."""

    def __init__(self, url: str) -> None:
        self.url = url

    def do_redirect(self) -> str:
        return self.url

    def do_js_redirect(self) -> str:
        return self.url

    def set_redirect_url(self, location: str) -> None:
        self.url = location

    def get_redirect_url(self) -> str:
        return self.url


class Login(OIDCLogin[Asked, OneTool, Nonces, Cookies, str]):
    """The begin of a launch; ``redirect`` gives the address at which the platform confirms who it is."""

    def get_redirect(self, url: str) -> Redirect[str]:
        return _NextAddress(url)


class Launch(MessageLaunch[Asked, OneTool, Nonces, Cookies]):
    """A launch; ``validate`` raises an error of any kind if it is not a right one. Rests on ``_get_request_param``, its abstract method.

    Args:
        keys: the platform's, so that the library asks for none.
    """

    def __init__(self, asked: Asked, tool: OneTool, nonces: Nonces, cookies: Cookies, keys: TKeySet) -> None:
        super().__init__(asked, tool, session_service=nonces, cookie_service=cookies, requests_session=requests.Session())
        tool.registration.set_key_set(keys)
        # That the tool is meant is checked by its client id; ``iat`` is checked by the caller, as two clocks are never the same.
        self.set_jwt_verify_options({"verify_aud": False, "verify_iat": False, "require": REQUIRED})

    def _get_request_param(self, key: str) -> str:
        return self._request.get_param(key)
