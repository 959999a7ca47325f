"""The token that opens a learning platform: from the environment or the system's keyring, and never written anywhere."""

from __future__ import annotations

import os

from autograder.core.languages import message
from autograder.lms.platform import LmsError

SERVICE = "autograder"  # in the keyring; the name beside it is the platform's address
ENVIRONMENT = {"canvas": "AUTOGRADER_CANVAS_TOKEN", "moodle": "AUTOGRADER_MOODLE_TOKEN"}
HIDDEN = "(token)"
LEAST_LENGTH = 8  # characters; what is shorter is not a token


class Token:
    """A token that shows itself to nothing but a request.

    Example:
        >>> print(Token("a-long-secret"), Token("a-long-secret").hide("The key a-long-secret is not valid."))
        (token) The key (token) is not valid.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text.strip()

    def reveal(self) -> str:
        """The token itself, for a request."""
        return self._text

    def hide(self, text: str) -> str:
        """A text without the token: a platform may repeat it in what it says."""
        return text.replace(self._text, HIDDEN) if self._text else text

    def __repr__(self) -> str:
        return HIDDEN

    def __reduce__(self) -> str:
        raise TypeError("a token is never saved")


def find_token(kind: str, address: str) -> Token:
    """The token for a platform, from the environment, else from the keyring.

    Args:
        kind: ``canvas`` or ``moodle``. address: the platform's.

    Raises:
        LmsError: there is none; the text says how to get one and where to put it.
    """
    name = ENVIRONMENT[kind]
    text = os.environ.get(name, "").strip() or _from_keyring(address)
    if not text:
        raise LmsError(
            message(
                "There is no token for {address}. {how} Then put it into the keyring:   {command}   "
                "or into the environment variable {variable}. Never write it into a file of the course.",
                address=address, how=HOW[kind], command=f"keyring set {SERVICE} {address}", variable=name,
            )
        )  # fmt: skip
    if len(text) < LEAST_LENGTH or not text.isascii() or not text.isprintable() or " " in text:
        raise LmsError(message("What is in {variable} or in the keyring for {address} is not a token. {how}", variable=name, address=address, how=HOW[kind]))
    return Token(text)


HOW = {
    "canvas": message("Make one in Canvas: Account, Settings, New Access Token."),
    "moodle": message("Make one in Moodle: Preferences, Security keys; an administrator enables the web service for you."),
}


def _from_keyring(address: str) -> str:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ModuleNotFoundError:
        return ""
    try:
        return (keyring.get_password(SERVICE, address) or "").strip()
    except KeyringError:  # no keyring on this machine, or it is locked
        return ""
