"""Asks the process that judges for this page (see ``judge_main``), which is started when it is first needed."""

from __future__ import annotations

import atexit
import json
import pickle
import subprocess
import sys
import tempfile
import threading

from autograder.core import keras_backend
from autograder.core.languages import message
from autograder.core.records import Report

TICK = 0.1  # seconds; on Windows an interrupt is seen between two waits only
PATIENCE = 10  # seconds for it to end when the page does


class JudgeLost(RuntimeError):
    """The judging process ended without an answer: our fault or the machine's, never the student's."""


class JudgeProcess:
    """The judging process of this page."""

    def __init__(self) -> None:
        self.running: subprocess.Popen | None = None
        self.errors = tempfile.TemporaryFile()
        atexit.register(self._end)

    def ask(self, request: dict) -> Report | str:
        """Its answer, see ``judge_main.KernelJudge.answer``.

        Raises:
            JudgeLost: there is none.
            KeyboardInterrupt: the user does not want to wait. The process ends, with all it has started.
        """
        if self.running is None or self.running.poll() is not None:
            self._start()
        answers: list[Report | str] = []
        waiting = threading.Thread(target=_receive, args=(self.running, request, answers), daemon=True)
        waiting.start()
        try:
            while waiting.is_alive():
                waiting.join(TICK)
        except BaseException:
            self.close()
            raise
        if not answers:
            self.close()
            raise JudgeLost(message("The checks could not run, and that is not your fault: {last_words}", last_words=self._last_words()))
        return answers[0]

    def close(self, patience: float = 0) -> None:
        """Lets it end; it does so by itself, and takes along what it has started.

        Args:
            patience: seconds to wait for that.
        """
        ending, self.running = self.running, None
        if ending is None:
            return
        _hang_up(ending)
        if not patience:
            threading.Thread(target=ending.wait, daemon=True).start()
            return
        try:
            ending.wait(patience)
        except subprocess.TimeoutExpired:
            ending.kill()

    def _end(self) -> None:
        self.close(PATIENCE)
        self.errors.close()

    def _start(self) -> None:
        self.close()
        environment = {**keras_backend.environment_of_judge(), "MPLBACKEND": "Agg"}  # a notebook's own is of no use elsewhere
        self.running = subprocess.Popen(
            [sys.executable, "-P", "-m", "autograder.learning.kernel.judge_main"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            env=environment,
            start_new_session=True,  # an interrupt goes to all processes of a kernel's session; we say when it ends
        )

    def _last_words(self) -> str:
        self.errors.seek(0)
        words = self.errors.read()[-10_000:].decode("utf-8", "replace").strip().splitlines()
        return words[-1] if words else message("the judge ended without a message.")


def _receive(running: subprocess.Popen, request: dict, answers: list) -> None:
    try:
        running.stdin.write(json.dumps(request).encode() + b"\n")
        running.stdin.flush()
        answers.append(pickle.load(running.stdout))
    except (OSError, EOFError, ValueError, pickle.UnpicklingError):
        pass  # it is gone


def _hang_up(ending: subprocess.Popen) -> None:
    """Its standard output stays open: who still waits there sees the end of it."""
    try:
        ending.stdin.close()
    except OSError:
        pass  # it is gone
