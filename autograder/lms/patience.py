"""How often and how soon a platform is asked again: as it wishes, and no more often than it can bear."""

from __future__ import annotations

import datetime
import email.utils
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, TypeVar

from autograder.core.languages import joined, message, what_it_says
from autograder.lms.platform import LmsError, LmsRefused, LmsUncertain

TRIES = 6  # of one request
FIRST_WAIT, LONGEST_WAIT = 1.0, 32.0  # seconds before asking again, doubled each time
LONGEST_ASKED = 300.0  # seconds that a platform may ask to wait; for longer, the instructor decides
TOO_MANY, FORBIDDEN, UNAUTHORIZED = 429, 403, 401
THROTTLED = "rate limit exceeded"  # with 403, as Canvas has said it until 2025
TOO_LATE, INCOMPLETE = message("it does not answer in time"), message("its answer is incomplete")
NOT_REACHED = message("it cannot be reached, or ends the connection")
# Canvas takes each request off a quota of 700, which fills up again by about 10 in a second:
# https://developerdocs.instructure.com/services/canvas/basics/file.throttling
REMAINING, LOW, REFILL = "x-rate-limit-remaining", 100.0, 10.0


class Doing(StrEnum):
    """What is tried with a thing of a platform."""

    READ = "read"
    CHANGE = "change"
    UPLOAD = "upload"
    USE = "use"


NOT_LET = {
    Doing.READ: message("{platform} does not let this token read {what}."),
    Doing.CHANGE: message("{platform} does not let this token change {what}."),
    Doing.UPLOAD: message("{platform} does not let this token upload to {what}."),
    Doing.USE: message("{platform} does not let this token use {what}."),
}
REFUSES = {
    Doing.READ: message("{platform} refuses to read {what} (error {status})."),
    Doing.CHANGE: message("{platform} refuses to change {what} (error {status})."),
    Doing.UPLOAD: message("{platform} refuses an upload to {what} (error {status})."),
    Doing.USE: message("{platform} refuses to use {what} (error {status})."),
}


class Reply(Protocol):
    """An answer of HTTP, as both libraries have it."""

    status_code: int

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def text(self) -> str: ...


R = TypeVar("R", bound=Reply)


class Broken(Exception):
    """No answer, or half of one. The text says which."""


@dataclass
class Patience:
    """Sends requests, and waits as long as the platform needs.

    Attributes:
        title: what the platform is called in sentences.
        now, sleep: the time in seconds since 1970, and how to wait; tests bring a clock without time.
        say: is given a sentence when a wait begins.
        tries: of one request.
    """

    title: str
    now: Callable[[], float] = time.time
    sleep: Callable[[float], None] = time.sleep
    say: Callable[[str], None] = field(default=lambda _sentence: None)
    tries: int = TRIES

    def send(self, request: Callable[[], R], repeatable: bool) -> R:
        """Sends a request until it has an answer.

        Args:
            request: sends it once. It raises ``Broken`` if no whole answer arrives.
            repeatable: nothing is done twice if it is sent twice.

        Returns:
            An answer that is neither a refusal for now, nor a fault of the platform.

        Raises:
            LmsUncertain: the request is not repeatable, and it is not known whether it was carried out.
            LmsError: the platform does not answer, also after several tries.
        """
        problem = ""
        for number in range(self.tries):
            wait = usual_wait(number)
            try:
                reply = request()
            except Broken as broken:
                problem = what_it_says(broken)
            else:
                self._save_quota(reply)
                asked = self._asked(reply)
                if self._is_throttled(reply):
                    problem = message("it answers that there are too many requests")
                    if asked > LONGEST_ASKED:
                        raise LmsError(message("{platform} asks to wait {seconds:.0f} seconds. Run the same command again after that.", platform=self.title, seconds=asked))
                    self._wait(max(wait, asked), number)  # it was not carried out, whatever it was
                    continue
                if reply.status_code < 500:
                    return reply
                problem = message("it answers with the error {status}", status=str(reply.status_code))
                wait = max(wait, min(asked, LONGEST_ASKED))
            if not repeatable:
                raise LmsUncertain(message("{platform} has not confirmed a change: {problem}.", platform=self.title, problem=problem))
            self._wait(wait, number)
        raise LmsError(message("{platform} cannot be used now: {problem}. Try again later; what is done is not done twice.", platform=self.title, problem=problem))

    def pause(self, number: int) -> None:
        """Waits before the next try of something that takes several requests. number: of the last try, from 0."""
        self._wait(usual_wait(number), number)

    def _wait(self, seconds: float, number: int) -> None:
        if number + 1 < self.tries:
            if seconds >= 5:
                self.say(message("{platform} is busy: next try in {seconds:.0f} seconds.", platform=self.title, seconds=seconds))
            self.sleep(seconds)

    def _is_throttled(self, reply: Reply) -> bool:
        return reply.status_code == TOO_MANY or (reply.status_code == FORBIDDEN and THROTTLED in reply.text.lower())

    def _asked(self, reply: Reply) -> float:
        """Seconds that the platform asks to wait: a number, or a date (RFC 9110, 10.2.3)."""
        text = reply.headers.get("retry-after", "").strip()
        if text.isdecimal():
            return float(text)
        try:
            return max(0.0, email.utils.parsedate_to_datetime(text).astimezone(datetime.UTC).timestamp() - self.now())
        except (ValueError, TypeError):
            return 0.0

    def _save_quota(self, reply: Reply) -> None:
        """Slows down before the platform has to refuse."""
        try:
            left = float(reply.headers.get(REMAINING, "nan"))
        except ValueError:
            return
        if left < LOW:
            self.sleep((LOW - max(left, 0.0)) / REFILL)


def usual_wait(number: int) -> float:
    """Seconds after a try with this number, from 0."""
    return min(FIRST_WAIT * 2.0**number, LONGEST_WAIT)


def refused(title: str, status: int, said: str, doing: Doing, what: str) -> LmsError:
    """The error for an answer that no further try changes.

    Args:
        said: the platform's own words, without the token.
        doing, what: what was tried, and with which thing: ``courses/12``.
    """
    about = {"platform": title, "what": what, "status": str(status)}
    words = its_words(said)
    if status == UNAUTHORIZED:
        text = message("{platform} does not accept the token: it is wrong, was taken back, or has expired.", **about)
        return LmsError(joined([text, words, message("Make a new one.")]))
    if status == FORBIDDEN:
        return LmsRefused(joined([NOT_LET[doing].having(**about), message("A teacher of the course has to make the token."), words]))
    if status == 404:
        return LmsRefused(joined([message("{platform} does not have {what}, or this token may not see it.", **about), words]))
    return LmsRefused(joined([REFUSES[doing].having(**about), words]))


def its_words(said: str) -> str:
    """What a platform itself says, as a sentence; empty if it says nothing."""
    return message("It says: {words}.", words=said.rstrip(".")) if said else ""
