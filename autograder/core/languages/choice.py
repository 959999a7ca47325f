"""Which language the reader has chosen: what was typed, the environment, the page's own mark, the system's, English."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator, Mapping

from autograder.core.languages.messages import ENGLISH

VARIABLE = "AUTOGRADER_LANGUAGE"
OF_THE_SYSTEM = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set says it

_reading = [ENGLISH]
_typed = [""]


def asked(typed: str = "", of_page: str = "", environment: Mapping[str, str] | None = None) -> str:
    """The language that is asked for, as it is written there: the first of these that there is; empty if there is none.

    Args:
        typed: after ``--language``; of_page: the mark of the page that is checked. Empty where there is none.
        environment: the process's own by default.

    Example:
        >>> asked("", "", {"LANG": "ko_KR.UTF-8"})
        'ko_KR.UTF-8'
    """
    environment = os.environ if environment is None else environment
    system = next((environment[name] for name in OF_THE_SYSTEM if environment.get(name)), "")
    return next((one for one in (typed, environment.get(VARIABLE, ""), of_page, system) if one), "")


def chosen(typed: str = "", of_page: str = "", environment: Mapping[str, str] | None = None) -> str:
    """The language to read in: the one that is ``asked`` for. An unknown one is English.

    Example:
        >>> chosen("", "", {"LANG": "C.UTF-8"})
        'en'
    """
    return known(asked(typed, of_page, environment) or ENGLISH)


def one_of(asked: str, languages: Iterable[str]) -> str:
    """Which of some languages is asked for; empty if it is none of them.

    Example:
        >>> one_of("ko_KR.UTF-8", ["en", "ko"]), one_of("pt-BR", ["pt-BR", "pt"]), one_of("C", ["en"])
        ('ko', 'pt-BR', '')
    """
    name = _tag(asked)
    has = {one.lower(): one for one in languages}
    return has.get(name) or has.get(name.partition("-")[0]) or ""


def _tag(asked: str) -> str:
    """``ko-kr`` of ``ko_KR.UTF-8``."""
    return asked.partition(".")[0].partition("@")[0].replace("_", "-").lower()


def known(asked: str) -> str:
    """A language as its catalogue is called: of ``ko_KR.UTF-8`` it is ``ko``; English for one that has none."""
    name = _tag(asked)
    if name.partition("-")[0] in ("en", "c", "posix") and name != "en-xa":
        return ENGLISH  # without a look at the catalogues
    from autograder.core.languages import catalogue

    return one_of(asked, catalogue.languages()) or ENGLISH


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
