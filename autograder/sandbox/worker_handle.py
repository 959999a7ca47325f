"""A worker, as the judge sees it: asked one thing at a time, and ended."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from autograder.core.languages import message
from autograder.core.records import LostReason
from autograder.sandbox import reply_schema
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.transport.channel import Channel, ChannelClosed, DeadlinePassed
from autograder.transport.wire import ProtocolError, encode

MEMORY_WORDS = ("bad_alloc", "pthread_create", "Cannot allocate memory", "out of memory", "OOM", "MemoryError")

READY_SECONDS = 300  # importing TensorFlow from a cold disk on a loaded machine
LONGEST = 6  # times the seconds of a request, for a process that has no processor
LEAST = 0.1  # seconds that are worth another wait


class WorkerLost(Exception):
    """The worker gave no answer. ``outcome`` says how: ``timeout``, ``memory`` or ``crashed``."""

    def __init__(self, outcome: str, detail: str, reason: LostReason) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.reason = reason


class WorkerHandle:
    """One untrusted process.

    Args:
        channel: the line to it.
        words: gives the last words of its C code; called once, when it has ended.
        end: function ``(kill: bool) -> int`` that ends the process and gives its exit code (negative: a signal).
        level: of its isolation, see ``isolation``.
        waited: gives the seconds that the process has waited for a processor, see ``processor_wait``.

    Attributes:
        added: seconds that its requests were given beyond their own, for those in which it had no processor.
    """

    def __init__(
        self, channel: Channel, words: Callable[[], str], end: Callable[[bool], int], level: str, waited: Callable[[], float] = float
    ) -> None:
        self.level = level
        self.channel = channel
        self.words = words
        self.last_words = ""
        self.end = end
        self.waited = waited
        self.added = 0.0
        self.alive = True
        self.folder = ""  # its scratch folder, as it said before any code of a page ran in it
        self.lessons = ""  # the hash of those that it was given to keep
        self.memory = ""  # the hash of the array in the memory that it was given

    def ask(self, request: dict, seconds: float) -> dict:
        """Sends one request and waits for its answer.

        Args:
            request: plain data.
            seconds: for the request and the whole answer, by the clock. What the process waits for a processor in the
                meantime is added, up to ``LONGEST`` times the seconds: that the machine is busy is not its fault.

        Returns:
            The answer as ``reply_schema.checked_reply`` gives it.

        Raises:
            WorkerLost: no answer, not in time, or not one that answers this request. The worker is gone then.
            ProtocolError: the request cannot be sent. That is the asker's fault; the worker stays.
        """
        latest = self.added + (LONGEST - 1) * seconds
        number = secrets.token_hex(8)
        parts = encode({**request, "id": number})
        try:
            if self.channel.has_unread():
                raise ProtocolError("the process sent a message without a request")
            self.channel.send_parts(parts, seconds)
            reply = self.channel.receive(seconds, lambda: self._more(latest))
            if not isinstance(reply, dict) or reply.get("id") != number:
                raise ProtocolError("the answer does not belong to the request")
            if reply.get("status") == "unsendable":
                raise ProtocolError(str(reply.get("message"))[:200])
            reply = reply_schema.checked_reply(reply, request)
        except DeadlinePassed:
            self.close(kill=True)
            raise WorkerLost("timeout", f"{seconds:g}", LostReason.TIME) from None
        except ChannelClosed:
            code = self.close(kill=False)
            words = self.last_words
            memory = any(word in words for word in MEMORY_WORDS)
            if memory:
                raise WorkerLost("memory", _ending(code), LostReason.MEMORY) from None
            raise WorkerLost("crashed", _ending(code), LostReason.ENDED) from None
        except ProtocolError as error:
            self.close(kill=True)
            raise WorkerLost("crashed", str(error), LostReason.UNUSABLE) from None
        except BaseException:  # whoever asked has lost patience, see ``Channel.waiting``
            self.close(kill=True)
            raise
        return reply

    def _more(self, latest: float) -> float:
        """Seconds to add to a request, so that no more than ``latest`` are added in all."""
        more = min(self.waited(), latest) - self.added
        if more < LEAST:
            return 0.0
        self.added += more
        return more

    def close(self, kill: bool = True) -> int:
        """Ends the process, if it has not ended already. Returns its exit code."""
        if not self.alive:
            return 0
        self.alive = False
        self.channel.close()
        code = self.end(kill)
        self.last_words = self.words()
        return code


def ready(worker: WorkerHandle, seconds: float) -> WorkerHandle:
    """Waits until a worker says that it is confined, and at which level; no student's code runs in it before.

    Raises:
        StartFailed: it did not get there. That is our fault or the machine's.
    """
    try:
        said = worker.channel.receive(seconds)
        worker.level, worker.folder = said["level"], said.get("folder", "")
    except (ChannelClosed, DeadlinePassed, ProtocolError) as error:
        worker.close()
        raise StartFailed(f"a worker did not start: {worker.last_words.strip()[-300:]}") from error
    return worker


def _ending(code: int) -> str:
    return message("signal {number}", number=-code) if code < 0 else message("exit code {code}", code=code)
