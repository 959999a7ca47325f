"""What a learning platform and a course have told each other for LTI 1.3: https://www.imsglobal.org/spec/lti/v1p3/"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from autograder.core.languages import message
from autograder.lms.platform import HERE

LOGIN, LAUNCH, KEYS = "/lti/login", "/lti/launch", "/lti/keys"  # on the desk, behind its address
DOORS = {KEYS: frozenset({"GET", "HEAD"}), LOGIN: frozenset({"GET", "POST"}), LAUNCH: frozenset({"POST"})}  # with their methods
USUAL_DESK = "http://127.0.0.1:8731"
EXAMPLE = "https://moodle.example.org"  # in sentences


@dataclass(frozen=True)
class LtiRegistration:
    """The course as a tool of a platform.

    Attributes:
        issuer: how the platform calls itself, letter by letter. client_id: how it calls the tool.
        deployments: where the tool was added; a launch from another place is refused.
        login_url, token_url, keys_url: of the platform: where a launch is confirmed, access is given, and its keys are.
        audience: for which access is asked, if it is not ``token_url``.
        desk: the address at which browsers reach the desk.
        course: the platform's id of the course (its "context"); empty as long as none is connected.
    """

    issuer: str
    client_id: str
    deployments: tuple[str, ...]
    login_url: str
    token_url: str
    keys_url: str
    audience: str = ""
    desk: str = USUAL_DESK
    course: str = ""

    @property
    def title(self) -> str:
        """What the platform is called in sentences."""
        return urlsplit(self.issuer).hostname or self.issuer


@dataclass(frozen=True)
class LtiServices:
    """Where a course's services are, as the platform's latest launch has said.

    Attributes:
        course: the platform's id. title: of the course.
        lineitems: of the columns for marks. members: of the list of people. Empty if the tool may not use them.
        scopes: what the tool may do with the columns.
    """

    course: str
    title: str
    lineitems: str = ""
    members: str = ""
    scopes: tuple[str, ...] = ()


def desk_address(text: str) -> str:
    """The address of a desk: with ``https://``, or on this machine; without anything behind it.

    Raises:
        ValueError: a sentence says what is not right.

    Example:
        >>> desk_address("http://127.0.0.1:8731/"), desk_address("https://desk.example.org")
        ('http://127.0.0.1:8731', 'https://desk.example.org')
    """
    address = service_address(text).rstrip("/")
    parts = urlsplit(address)
    if parts.path or parts.query or parts.fragment:
        raise ValueError(message("{text} has something behind the name of the machine. Write it like this: {example}", text=repr(text), example="https://desk.example.org"))
    if parts.scheme == "http" and parts.port is None:
        raise ValueError(message("{text} has no port. Write it like this: {example}", text=repr(text), example=USUAL_DESK))
    return address


def service_address(text: str) -> str:
    """An address to which an encrypted connection is possible, or that is on this machine.

    Raises:
        ValueError: a sentence says what is not right.
    """
    address = text.strip()
    try:
        parts = urlsplit(address)
        _port = parts.port
    except ValueError:
        raise ValueError(message("{text} is not an address. Write it like this: {example}", text=repr(text), example=EXAMPLE)) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or not address.isprintable() or " " in address:
        raise ValueError(message("{text} is not an address. Write it like this: {example}", text=repr(text), example=EXAMPLE))
    if parts.scheme == "http" and parts.hostname not in HERE:
        raise ValueError(message("{text} is without encryption. Use https://", text=repr(text)))
    if "@" in parts.netloc:
        raise ValueError(message("The address holds a name or a password. Leave it away."))
    return address
