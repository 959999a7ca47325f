"""Logins and launches of LTI 1.3: a browser comes from the learning platform, which has signed who it is and in which course.

pylti1p3next checks signature, time, nonce, issuer, client, deployment and message. Here is what it leaves open: each login is good
for one launch, and only in the browser in which it began; what is signed for several tools names ours; and which roles count.
See https://www.imsglobal.org/spec/security/v1p0/ and https://www.imsglobal.org/spec/lti/v1p3/
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import jwt
import requests

from autograder.core.languages import message
from autograder.desk.compat import Asked, Cookies, Launch, Login, Nonces, OneTool
from autograder.lms.lti_adapter import LtiAdapter
from autograder.lms.lti_api import pylti_registration
from autograder.lms.lti_registration import LAUNCH, LtiRegistration, LtiServices
from autograder.lms.patience import Patience
from autograder.lms.platform import LmsError
from autograder.reports.sanitize import one_line

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
AGS = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint"
NRPS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice"
MEMBERSHIP = "http://purl.imsglobal.org/vocab/lis/v2/membership"
INSTRUCTOR, LEARNER = f"{MEMBERSHIP}#Instructor", f"{MEMBERSHIP}#Learner"  # in this course; a role elsewhere says nothing
RESOURCE = "LtiResourceLinkRequest"
SIGNED = ("RS256", "RS384", "RS512", "ES256", "ES384", "ES512")  # by a key of which only the platform has the secret half
LIFETIME = 300.0  # seconds from the begin of a login to its launch
CLOCKS = 300.0  # seconds by which the platform's clock may be ahead of ours
MOST_LOGINS = 1000  # that are open at once; the oldest one is forgotten
KEYS_FOR, KEYS_AT_ONCE = 3600.0, 60.0  # seconds: how long the platform's keys are known, and how often they may be asked for
TRIES = 2  # of the platform's keys, while a browser waits


class LaunchRefused(Exception):
    """It is not a right launch. The text says what is wrong, in a few words without anything secret."""


@dataclass(frozen=True)
class Launched:
    """Who has come, and from where, as the platform has signed it.

    Attributes:
        user: the platform's id of the person. name: as it is shown.
        services: of the course. column: address of the column that belongs to the link, or empty.
        assignment: what the link's custom parameter of this name says, or empty.
    """

    user: str
    name: str
    is_instructor: bool
    is_learner: bool
    services: LtiServices
    column: str = ""
    assignment: str = ""


class Logins:
    """Logins that have begun, until their launch: state -> nonce. In memory only, and few at once."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.clock = clock
        self.open: OrderedDict[str, tuple[str, float]] = OrderedDict()
        self.lock = threading.Lock()

    def add(self, state: str, nonce: str) -> None:
        with self.lock:
            self.open[state] = nonce, self.clock() + LIFETIME
            while len(self.open) > MOST_LOGINS:
                self.open.popitem(last=False)

    def take(self, state: str) -> str:
        """The nonce of a login; after that it is over. Empty if there is none, or it is too old."""
        with self.lock:
            nonce, until = self.open.pop(state, ("", 0.0))
        return nonce if nonce and self.clock() < until else ""


class PlatformKeys:
    """The keys by which a platform signs; they are asked for when one is not known yet."""

    def __init__(self, registration: LtiRegistration, clock: Callable[[], float] = time.monotonic, patience: Patience | None = None) -> None:
        self.registration = registration
        self.clock = clock
        self.patience = patience or Patience(registration.title, tries=TRIES)
        self.found: dict[str, Any] = {"keys": []}
        self.asked = float("-inf")

    def of(self, kid: str) -> dict[str, Any]:
        """The platform's keys, with that of this name if there is one.

        Raises:
            LmsError: the platform cannot be asked.
        """
        age = self.clock() - self.asked
        known = any(one.get("kid") == kid for one in self.found["keys"] if isinstance(one, dict))
        if age >= KEYS_FOR or (not known and age >= KEYS_AT_ONCE):
            self.found = self._fetch()
            self.asked = self.clock()
        return self.found

    def _fetch(self) -> dict[str, Any]:
        with requests.Session() as session:
            adapter = LtiAdapter(self.registration, (), self.patience)
            for scheme in ("https://", "http://"):
                session.mount(scheme, adapter)
            try:
                found = session.get(self.registration.keys_url).json()
            except ValueError:
                found = None
        keys = found.get("keys") if isinstance(found, dict) else None
        if not isinstance(keys, list):
            raise LmsError(message("{platform} has no keys at {address}.", platform=self.registration.title, address=one_line(self.registration.keys_url, 100)))
        return {"keys": [one for one in keys if isinstance(one, dict)]}


class LtiDoor:
    """Where browsers come in from a learning platform.

    Args:
        registration: of the course.
    """

    def __init__(self, registration: LtiRegistration, keys: PlatformKeys | None = None, logins: Logins | None = None) -> None:
        self.registration = registration
        self.keys = keys or PlatformKeys(registration)
        self.logins = logins or Logins()

    def login(self, fields: Mapping[str, str]) -> tuple[str, str]:
        """Begins a login.

        Args:
            fields: what the platform has the browser send.

        Returns:
            The address to which the browser goes now, and the state, which is to be its cookie.

        Raises:
            LaunchRefused: the platform is another one.
        """
        asked, nonces, cookies = Asked(fields), Nonces(), Cookies({})
        try:
            address = Login(asked, self._tool(), session_service=nonces, cookie_service=cookies).redirect(self.registration.desk + LAUNCH)
        except Exception as error:  # whatever a request may hold, it is refused
            raise LaunchRefused(_words(error)) from error
        (state,) = cookies.to_set
        self.logins.add(state, nonces.nonce)
        return address, state

    def launch(self, fields: Mapping[str, str], cookies: Mapping[str, str]) -> Launched:
        """Who has come.

        Raises:
            LaunchRefused: it is not a right launch, or it was taken before.
            LmsError: the platform's keys cannot be had.
        """
        state = fields.get("state", "")
        nonce = self.logins.take(state)
        if not nonce:
            raise LaunchRefused(message("this login was used already, or is too old"))
        if cookies.get(state) != state:
            raise LaunchRefused(message("the browser has not kept the cookie of this login"))
        try:
            header = jwt.get_unverified_header(fields.get("id_token", ""))
            if header.get("alg") not in SIGNED:
                raise LaunchRefused(message("the platform has not signed it by its key"))
            keys = self.keys.of(str(header.get("kid") or ""))
            found = Launch(Asked(fields), self._tool(), Nonces(nonce), Cookies(cookies), keys)  # type: ignore[arg-type]
            return self._launched(dict(found.validate().get_launch_data()))
        except (LaunchRefused, LmsError):
            raise
        except Exception as error:  # whatever a token may hold, it is refused
            raise LaunchRefused(_words(error)) from error

    def _tool(self) -> OneTool:
        return OneTool(pylti_registration(self.registration), self.registration.deployments)

    def _launched(self, claims: dict[str, Any]) -> Launched:
        audience = claims["aud"]
        if isinstance(audience, list) and len(audience) > 1 and claims.get("azp") != self.registration.client_id:
            raise LaunchRefused(message("it is for another tool"))
        if claims.get(f"{CLAIM}message_type") != RESOURCE:
            raise LaunchRefused(message("it is not the opening of a link"))
        if float(claims["iat"]) > time.time() + CLOCKS:
            raise LaunchRefused(message("it was signed in the future: compare the clocks"))
        context = claims.get(f"{CLAIM}context") or {}
        roles = claims.get(f"{CLAIM}roles")
        roles = roles if isinstance(roles, list) else []
        ags, members = claims.get(AGS) or {}, claims.get(NRPS) or {}
        if not isinstance(context.get("id"), str) or not context["id"]:
            raise LaunchRefused(message("it does not say in which course it is"))
        services = LtiServices(
            course=context["id"],
            title=one_line(str(context.get("title") or context.get("label") or context["id"]), 200),
            lineitems=str(ags.get("lineitems") or ""),
            members=str(members.get("context_memberships_url") or ""),
            scopes=tuple(str(one) for one in ags.get("scope") or []),
        )
        custom = claims.get(f"{CLAIM}custom") or {}
        return Launched(
            user=str(claims["sub"]),
            name=one_line(str(claims.get("name") or ""), 200),
            is_instructor=INSTRUCTOR in roles,
            is_learner=LEARNER in roles,
            services=services,
            column=str(ags.get("lineitem") or ""),
            assignment=str(custom.get("assignment") or "") if isinstance(custom, dict) else "",
        )


def _words(error: Exception) -> str:
    return one_line(str(error), 200).rstrip(".") or type(error).__name__
