"""One call of a check in a file: the student runs exactly this call on their own machine, with their own page.

The file holds plain data in the form in which it travels to the process that runs the function; reading it runs nothing.
"""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Any

from autograder.cache.training_cache import TrainingCache
from autograder.content.assignment import Assignment
from autograder.core.files import write_atomically
from autograder.core.languages import message
from autograder.core.system_errors import reason
from autograder.desk.course_file import CourseUnusable
from autograder.expectations.answer import Answer
from autograder.expectations.handed import File
from autograder.judging.call_record import RecordedCall
from autograder.judging.outgoing import Unsendable, outgoing
from autograder.judging.session import Session
from autograder.sandbox.launcher import Starters
from autograder.transport import wire

FORMAT = 1
LARGEST = 64 * 2**20  # bytes


class CannotSave(CourseUnusable):
    """A call needs something that no file can hold."""


def save(path: Path, call: RecordedCall, assignment: str, check: str) -> None:
    """Writes a call into a file.

    Raises:
        CannotSave: it gets a model or another object that an earlier call has made, or a file.
    """

    def hand_on(value: Answer | File) -> object:
        what = message("the file {name}", name=value.name) if isinstance(value, File) else message("what {call} gave", call=value.call)
        raise CannotSave(message("This call gets {what}, which cannot be saved. Show the student the check instead.", what=what))

    try:
        sent = {name: outgoing(value, hand_on) for name, value in call.arguments.items()}
        data = b"".join(bytes(part) for part in wire.encode(sent))
    except (Unsendable, wire.ProtocolError) as error:
        raise CannotSave(message("This call cannot be saved: {error}", error=error)) from error
    content = {
        "format": FORMAT,
        "assignment": assignment,
        "function": call.function,
        "check": check,
        "seed": call.seed,
        "arguments": base64.b64encode(data).decode(),
    }
    write_atomically(path, (json.dumps(content, indent=1) + "\n").encode())


class SavedCall:
    """A call that was saved.

    Raises:
        CourseUnusable: the file does not hold one.
    """

    def __init__(self, path: Path) -> None:
        try:
            with open(path, "rb") as file:
                data = file.read(LARGEST + 1)
            if len(data) > LARGEST:
                raise ValueError
            content = json.loads(data)
            found = wire.decode(base64.b64decode(content["arguments"], validate=True))
            self.assignment, self.function = content["assignment"], content["function"]
            self.check, self.seed = content["check"], content["seed"]
            good = {*map(type, (self.assignment, self.function, self.check))} == {str} and type(self.seed) is int
            if content["format"] != FORMAT or not good or type(found) is not dict:
                raise ValueError
        except OSError as error:
            raise CourseUnusable(message("{file} cannot be opened: {error}.", file=path, error=reason(error))) from error
        except (ValueError, KeyError, TypeError, RecursionError, binascii.Error) as error:
            raise CourseUnusable(message("{file} is not a call that autograder explain has saved.", file=path)) from error
        self.sent: dict[str, Any] = found

    def run(self, path: Path, assignment: Assignment, starters: Starters) -> Answer:
        """Makes the call with the function of a page.

        Raises:
            CourseUnusable: the assignment has no such function, or it takes other arguments.
            Unreadable, CallLost, NotStarted, NotThere, StudentError: there is no answer.
        """
        if assignment.parameters.get(self.function) != [*self.sent]:
            raise CourseUnusable(message("{assignment} has no function {function}({parameters}).", assignment=assignment.name, function=self.function, parameters=", ".join(self.sent)))
        libraries = assignment.exercise(self.function).libraries
        starters.load([libraries])
        session = Session(assignment.read(path), assignment, starters, TrainingCache())
        session.together = {self.function}
        session.begin(self.seed, assignment.limits.training, True)
        try:
            return session.connection(self.function).call_sent(self.sent)
        finally:
            session.close()
