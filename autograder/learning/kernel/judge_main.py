"""The process that judges for a running page: ``python -m autograder.learning.kernel.judge_main``.

It is the judge that the terminal has, with the same checks, limits and processes for a student's code, so a notebook
and a terminal cannot give different verdicts. It is not the student's own process for three reasons. A loop without
an end, a crash or too much memory then costs one check, and the kernel with all that was trained in it lives on. The
judge's seeds, threads and streams touch nothing of the page's. And it works wherever a process can be started: forking
a kernel hangs once TensorFlow has run in it and is not to be had on Windows; a watchdog in the kernel cannot stop a
loop inside of NumPy.

A request is one line of JSON on standard input; the answer is a pickled ``Report`` or a sentence. Who asks has the
judge's own code loaded; nothing that a page sends is unpickled. It ends when standard input does, so it never outlives
the kernel.
"""

from __future__ import annotations

import _thread
import contextlib
import json
import os
import pickle
import queue
import signal
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from autograder.content import page as pages
from autograder.content.assignment import AssignmentBroken, AssignmentNotFound, ChecksBroken
from autograder.content.submission import Submission
from autograder.core.faults import Unreadable
from autograder.core.languages import joined, message, what_it_says
from autograder.core.near_names import suggest
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.datasets import DatasetError
from autograder.grading.grader import Grader
from autograder.sandbox.fork_server_handle import StartFailed

PATIENCE = 20  # seconds for the processes to end when there are no more requests


class Running(Submission):
    """A page that runs: what is not there may just not have been run."""

    def missing(self, function: str) -> str:
        if function in self.defined or any(function in cell.broken_names for cell in self.page.cells):
            return super().missing(function)
        near = suggest(function, sorted(self.defined - self.functions))
        return joined([message("{function} is not defined yet. Run its cell first.", function=function), near])


class KernelJudge:
    """Judges one request after another; its processes stay warm between them."""

    def __init__(self) -> None:
        self.grader: Grader | None = None
        self.made_for: tuple = ()

    def answer(self, request: dict) -> Report | str:
        """A report, or why there is none, in a sentence.

        Args:
            request: ``folder`` of the assignment, ``stamp`` of its files, ``public_only``, ``exercises`` to judge,
                ``following`` ones that will be asked for soon, ``questions`` about functions that have passed or none, and ``file`` or ``cells`` of the page.
        """
        try:
            grader = self._grader(request)
            submission = _submission(grader, request)
            grader.judge.settings = replace(grader.settings, questions=bool(request["questions"]))
            grader.starters.load(grader.assignment.libraries(request["exercises"]))
            judged = grader.judge.judge(submission, request["exercises"])
            return grader.diagnosis.name(judged).report
        except Unreadable as error:
            return what_it_says(error)
        except (AssignmentBroken, AssignmentNotFound, ChecksBroken, DatasetError, StartFailed) as error:
            return message("The checks could not run, and that is not your fault: {error}", error=error)
        except Exception as error:
            return message("A bug in the kit, not your mistake: {name}: {error}", name=type(error).__name__, error=str(error)[:200])

    def look_ahead(self, request: dict) -> None:
        """Lets libraries load that the next exercises need, while a student reads."""
        if self.grader is not None and request["following"]:
            with contextlib.suppress(Exception):  # whoever needs them gets the error
                self.grader.starters.load(self.grader.assignment.libraries(request["following"]))

    def close(self) -> None:
        if self.grader is not None:
            self.grader.close()

    def _grader(self, request: dict) -> Grader:
        made_for = request["folder"], request["stamp"], request["public_only"]
        if self.grader is None or self.made_for != made_for:
            self.close()
            self.grader = None
            self.grader = Grader(Path(request["folder"]), Settings(public_only=request["public_only"]))
            self.made_for = made_for
        return self.grader


def _submission(grader: Grader, request: dict) -> Submission:
    if request["file"]:
        return grader.assignment.read(Path(request["file"]))
    page = pages.of_cells(request["cells"], request["name"])
    one = grader.assignment
    return Running("you", page, "", one.functions, one.demo_names, one.demo_calls)


class Requests:
    """Requests as they arrive. When there are no more, the answer that is being calculated is not needed: it is interrupted."""

    def __init__(self) -> None:
        self.found: queue.SimpleQueue = queue.SimpleQueue()
        self.busy = threading.Event()
        signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever the kernel was started with
        threading.Thread(target=self._read, daemon=True).start()

    def __iter__(self) -> Iterator[dict]:
        while (request := self.found.get()) is not None:
            self.busy.set()
            yield request
            self.busy.clear()

    def _read(self) -> None:
        for line in sys.stdin.buffer:
            self.found.put(json.loads(line))
        self.found.put(None)
        if self.busy.is_set():
            if hasattr(signal, "pthread_kill"):
                signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)  # also out of a call to the system
            else:
                _thread.interrupt_main()
        time.sleep(PATIENCE)
        os._exit(1)


def main() -> None:
    with os.fdopen(os.dup(1), "wb") as answers:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)  # nothing but answers goes to who asks
        judging = KernelJudge()
        try:
            for request in Requests():
                pickle.dump(judging.answer(request), answers)
                answers.flush()
                judging.look_ahead(request)
        except (KeyboardInterrupt, BrokenPipeError):
            pass  # the answer is not needed any more
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            judging.close()


if __name__ == "__main__":
    main()
