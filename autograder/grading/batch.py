"""Many submissions: judging them side by side, and keeping every report.

One process per core, forks of one that has loaded all they share; a submission that breaks one of them costs a retry, not a
mark. A bug in the kit is ``not_graded``, never a zero.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path

from autograder.cache.result_cache import ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.faults import kept_apart
from autograder.core.languages import message
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.core.signals import held
from autograder.grading import process_pool
from autograder.grading.backends import Backend, ProcessBackend, SerialBackend
from autograder.grading.open_page import OpenPage
from autograder.grading.process_pool import Worker
from autograder.grading.recheck import Recheck
from autograder.grading.work_items import Done, NoMarks, Task, problem
from autograder.sandbox.fork_server_handle import Servers, SharedServers

log = logging.getLogger("autograder")
PATIENCE = 30  # seconds without a result until the backend is asked whether it still works
STEP = 0.2  # seconds that Ctrl-C may have to wait
MOST_OPEN = 8  # pages that have begun, for each task: those that wait for others take memory only


def grade(
    handed: list[Handed],
    folder: Path,
    settings: Settings,
    jobs: int | None = None,
    *,
    cache: ResultCache | None = None,
    backend: Callable[[], Backend] | None = None,
    begun: list[Servers] | None = None,
    recheck: Recheck | None = None,
) -> Iterator[Report]:
    """Judges submissions, several at a time, and yields each report as it is done. Few of them are held at a time.

    Args:
        handed: from ``collect``; folder: the assignment's; jobs: processes, as many as there are cores by default.
        cache: what is known of earlier runs, where it saves judging again; new results go there. By default it
            knows of this run only.
        backend: makes those who do the judging, instead of processes on this machine.
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``); they are taken out.
        recheck: judges a share of what shortcuts have saved in full as well. A page on which one did not hold has a second
            report, which takes the place of the first.
    """
    jobs = max(1, min(jobs or process_pool.cores(), len(handed)))
    cache = cache or ResultCache(assignment_folder.load(folder), settings)
    make = functools.partial(grader, folder, settings)

    def servers() -> SharedServers:
        libraries = assignment_folder.load(folder).libraries(settings.exercises)
        return SharedServers(libraries, settings.spawn, settings.isolation, begun, settings.backend)

    alone = functools.partial(make, begun=begun)
    first = backend or (lambda: SerialBackend(alone) if jobs == 1 else ProcessBackend(jobs, make, servers))
    second = backend or (lambda: SerialBackend(alone) if jobs == 1 else ProcessBackend(1, make, servers))
    again: list[Handed] = []  # a bug in the kit, or of another submission in the same process; or its process died

    def opened(some: Iterable[Handed]) -> Iterator[OpenPage]:
        return (OpenPage(one, cache.assignment, settings, cache) for one in some)

    with contextlib.closing(first()) as one_backend:
        for page in _Attempt(opened(handed), settings, one_backend, cache).done():
            if _is_lost(page):
                again.append(page.one)
                continue
            if recheck is not None:
                recheck.note(page)
            yield page.report
        if recheck is not None:
            run = functools.partial(_run, settings, one_backend, cache)
            for page in recheck.carry_out(run):
                if _is_lost(page):
                    again.append(page.one)
                else:
                    yield page.report
    if again:
        log.warning("grading again, one at a time: %s", ", ".join(repr(one.name) for one in again))
        with contextlib.closing(second()) as one_backend:
            for page in _Attempt(opened(again), settings, one_backend, cache, width=1).done():
                twice = "The grading process ended twice."
                yield page.report or problem(page.one, folder.name, settings, Status.NOT_GRADED, twice)


def _run(settings: Settings, backend: Backend, cache: ResultCache, pages: Iterable[OpenPage]) -> Iterator[OpenPage]:
    return _Attempt(iter(pages), settings, backend, cache).done()


def _is_lost(page: OpenPage) -> bool:
    """Whether it is to be tried again: the kit broke, or the grading process died."""
    return page.report is None or page.report.status is Status.NOT_GRADED


class _Attempt:
    """Gives out what there is to do, each thing once, and puts together what comes back.

    Pages begin in the order in which they were submitted, and one that has begun comes before those that have not. Where
    an answer is being judged, a page that has the same goes on with its other exercises, and then waits, while others
    begin.

    Attributes:
        open: pages that have begun.
        waiting: what was given out: future -> (whose it is, what).
        different: keys of answers that each page has to have judged for itself (see ``result_cache``).
    """

    def __init__(
        self,
        pages: Iterator[OpenPage],
        settings: Settings,
        backend: Backend,
        cache: ResultCache,
        width: int | None = None,
    ) -> None:
        self.left = pages
        self.settings = settings
        self.backend = backend
        self.cache = cache
        self.width = width
        self.open: list[OpenPage] = []
        self.waiting: dict[Future, tuple[OpenPage, Task]] = {}
        self.different: set[str] = set()

    def done(self) -> Iterator[OpenPage]:
        """Each page as it is over, or as its grading process died: then it has no report."""
        while True:
            yield from self._hand_out()
            if not self.waiting:
                return
            yield from self._take()

    def _hand_out(self) -> Iterator[OpenPage]:
        """Until there is enough to do. Yields the pages for which nothing is left to do."""
        most = self.width or self.backend.width
        while True:
            for opened in [one for one in self.open if one.is_over]:
                opened.next()
                self.open.remove(opened)
                yield opened
            if len(self.waiting) >= most or (found := self._next(most)) is None:
                return
            opened, task = found
            if task is not None:
                self.waiting[self._submitted(opened, task)] = opened, task

    def _next(self, most: int) -> tuple[OpenPage, Task | None] | None:
        """(a page, what is to be done for it, or None where it is over); None where all have to wait."""
        at_work = {opened for opened, _task in self.waiting.values()}
        busy = {opened.key for opened in at_work} - self.different - {""}
        for opened in self.open:
            if opened not in at_work and ((task := opened.next(busy)) is not None or opened.is_over):
                return opened, task
        while len(self.open) < MOST_OPEN * most and (opened := next(self.left, None)) is not None:
            self.open.append(opened)
            if (task := opened.next(busy)) is not None or opened.is_over:
                return opened, task
        return None

    def _submitted(self, opened: OpenPage, task: Task) -> Future:
        """Asks the backend to do it; a task that cannot be passed on is done at once, without marks."""

        def spoilt(status: Status, text: str) -> Future:
            done: Future = Future()
            done.set_result(self._no_marks(task, status, text))
            return done

        return kept_apart(message("sending the page"), opened.one.name, lambda: self.backend.submit(task), spoilt)

    def _take(self) -> Iterator[OpenPage]:
        """Waits for some of what was given out, and takes it. Yields the pages whose process died."""
        looked = time.monotonic()
        while not (ended := _ended(self.waiting)):
            if time.monotonic() - looked > PATIENCE:
                self.backend.look()
                looked = time.monotonic()
        for future in [one for one in self.waiting if one in ended]:  # in the order in which they were given out
            opened, task = self.waiting.pop(future)
            done = self._result(future, task)
            if done is None:
                self.open.remove(opened)
                yield opened
                continue
            key = opened.key
            if not opened.take(task, done) and key:
                self.different.add(key)

    def _result(self, future: Future, task: Task) -> Done | None:
        """What came back; None where whoever had the task is gone."""

        def result() -> Done | None:
            try:
                return future.result()
            except self.backend.gone:
                return None

        return kept_apart(message("judging the page"), task.one.name, result, functools.partial(self._no_marks, task))

    def _no_marks(self, task: Task, status: Status, text: str) -> NoMarks:
        return NoMarks(problem(task.one, self.cache.assignment.name, self.settings, status, text))


@held()
def _ended(waiting: Collection[Future]) -> set[Future]:
    """Those that are done; waits a little where none is."""
    return wait(waiting, STEP, FIRST_COMPLETED).done


def grader(*arguments: object, **settings: object) -> Worker:
    """A ``grader.Grader``; where it is made, and only there, all that judging needs is loaded."""
    from autograder.grading.grader import Grader

    return Grader(*arguments, **settings)
