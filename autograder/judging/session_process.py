"""The process of one exercise's session: all functions that its checks call live there, so that objects pass between them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from autograder.content.slicing import Slice
from autograder.core import libraries as known_libraries
from autograder.core.languages import message
from autograder.core.records import LostReason
from autograder.core.system_errors import reason
from autograder.expectations.answer import Failure
from autograder.expectations.handed import File
from autograder.sandbox.worker_handle import WorkerHandle, WorkerLost
from autograder.transport.wire import Described, ProtocolError

if TYPE_CHECKING:
    from autograder.expectations.answer import CallLost
    from autograder.judging.session import Session


class SessionProcess:
    """Holds a worker while there is one, and knows which statements of the page have run in it.

    Attributes:
        worker: None before the first call, and after a worker was lost.
        last_loss: how the last worker was lost.
    """

    def __init__(self, session: Session) -> None:
        self.session = session
        self.worker: WorkerHandle | None = None
        self.last_loss: CallLost | None = None
        self._loaded: set[tuple[str, str, int]] = set()
        self._count = 0
        self._given: list[str] = []  # paths of files that this process wrote for the worker

    @property
    def alive(self) -> bool:
        return self.worker is not None and self.worker.alive

    def prepare(self, piece: Slice, libraries: tuple[str, ...], seconds: float) -> dict[str, Any] | None:
        """Makes sure that there is a worker in which a function's definitions have run.

        What another function's definitions have run already is left out: a class that is made twice would be two classes.

        Returns:
            What the worker answers to the definitions; None if nothing was left to run.

        Raises:
            Failure: no message holds the definitions.
        """
        if not self.alive:
            self.worker = self.session.start(known_libraries.with_heavy(libraries, piece.imports))
            self._loaded.clear()
            self.session.levels.add(self.worker.level)
            self.session.found.levels.add(self.worker.level)
        cells = []
        for cell in piece.cells:
            picks = [pick for pick in cell["picks"] if (cell["filename"], cell["source"], pick) not in self._loaded]
            if picks:
                cells.append({**cell, "picks": picks})
        if not cells:
            return None
        try:
            reply = self.ask({"op": "load", "cells": cells, "seed": self.session.seed}, seconds)
        except ProtocolError:
            count, length = sum(len(cell["picks"]) for cell in cells), sum(len(cell["source"]) for cell in cells)
            text = message(
                "The function needs {count:,} statements of a page of {length:,} characters. That is too much to be run.",
                count=count, length=length,
            )
            raise Failure(text, ("too much to run",)) from None
        if reply["status"] == "raised":
            if not self._loaded:
                self.close()
        else:
            self._loaded |= {(cell["filename"], cell["source"], pick) for cell in cells for pick in cell["picks"]}
        return reply

    def forget(self) -> None:
        """Lets the definitions run again before the next call."""
        self._loaded.clear()

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Asks the worker. What the machine takes from it is not taken from the submission's time."""
        worker = self.worker
        assert worker is not None
        added = worker.added
        try:
            return worker.ask(request, seconds)
        finally:
            self.session.put_off(worker.added - added)
            self._remove_files()

    def lose(self, lost: CallLost) -> None:
        """The worker gave no answer, and is gone."""
        self.worker, self.last_loss = None, lost

    def file(self, file: File) -> Described:
        """A file for the next call. Where a worker may make no file, this process writes it into the worker's folder.

        Raises:
            WorkerLost: the page has made its folder unusable. What is wrong with the disk is an ``OSError``.
        """
        worker = self.worker
        if worker is None or worker.level != "reduced" or not worker.folder:
            return Described("file", file.name, {"content": file.content, "as_path": file.as_path})
        self._count += 1
        folder = os.path.join(worker.folder, f"given-{self._count}")
        path = os.path.join(folder, file.name)
        try:
            os.mkdir(folder, 0o755)
            self._given.append(path)
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o644)
        except (FileExistsError, FileNotFoundError, NotADirectoryError, PermissionError) as error:
            worker.close()
            raise WorkerLost("crashed", message("its folder cannot be used: {error}", error=reason(error)), LostReason.UNUSABLE) from None
        with os.fdopen(descriptor, "wb") as opened:
            opened.write(file.content)
        return Described("path", "Path" if file.as_path else "str", path)

    def close(self) -> None:
        if self.worker is not None:
            self.worker.close()
            self.worker = None
        self._remove_files()

    def _remove_files(self) -> None:
        while self._given:
            path = self._given.pop()
            for remove, place in ((os.unlink, path), (os.rmdir, os.path.dirname(path))):
                try:
                    remove(place)
                except OSError:
                    pass  # the function has removed it
