"""Which language the reader has chosen: what was typed, the environment, the page's own mark, the system's, English."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping

from autograder.core.languages.messages import ENGLISH

VARIABLE = "AUTOGRADER_LANGUAGE"
OF_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set says it

_reading = [ENGLISH]
_typed = [""]


def chosen(typed: str = "", of_page: str = "", environment: Mapping[str, str] | None = None) -> str:
    """The language to read in: the first of these that there is. An unknown one is English.

    Args:
        typed: after ``--language``; of_page: the mark of the page that is checked. Empty where there is none.
        environment: the process's own by default.

    Example:
        >>> chosen("", "", {"LANG": "C.UTF-8"})
        'en'
    """
    environment = os.environ if environment is None else environment
    system = next((environment[name] for name in OF_THE_SYSTEM if environment.get(name)), "")
    for asked in (typed, environment.get(VARIABLE, ""), of_page, system):
        if asked:
            return known(asked)
    return ENGLISH


def known(asked: str) -> str:
    """A language as its catalogue is called: of ``ko_KR.UTF-8`` it is ``ko``; English for one that has none."""
    name = asked.partition(".")[0].partition("@")[0].replace("_", "-")
    if name.partition("-")[0].lower() in ("en", "c", "posix") and name.lower() not in ("en-xa",):
        return ENGLISH  # without a look at the catalogues
    from autograder.core.languages import catalogue

    has = {one.lower(): one for one in catalogue.languages()}
    return has.get(name.lower()) or has.get(name.partition("-")[0].lower()) or ENGLISH


def reading() -> str:
    """The language in which this process speaks to its reader."""
    return _reading[0]


def read_in(language: str) -> None:
    """From here on, this process speaks this language. Nothing that judges asks for it."""
    _reading[0] = language


def speak(typed: str | None = None, of_page: str = "") -> None:
    """Chooses the language of this process: when a command begins, and again when it knows its page.

    Args:
        typed: after ``--language``; None for what was said before. of_page: the page's own mark.
    """
    _typed[0] = _typed[0] if typed is None else typed
    read_in(chosen(_typed[0], of_page))


def speaking(of_course: str) -> contextlib.AbstractContextManager[None]:
    """For a while, this process speaks the language that was typed, that of the environment, or that of a course."""
    return reading_in(chosen(_typed[0], of_course))


@contextlib.contextmanager
def reading_in(language: str) -> Iterator[None]:
    """``read_in`` for a while."""
    before = reading()
    read_in(language)
    try:
        yield
    finally:
        read_in(before)
