"""Many submissions: judging them side by side, and keeping every report.

One process per core, forks of one that has loaded all they share; a submission that breaks one of them costs a retry, not a
mark. A fault of ours is ``not_graded``, never a zero.
"""

from __future__ import annotations

import contextlib
import functools
import logging
import time
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from pathlib import Path

from autograder.cache.result_cache import Results
from autograder.content import assignment as assignments
from autograder.content import page
from autograder.content.discovery import Handed
from autograder.core.faults import kept_apart, not_final
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.core.signals import held
from autograder.grading import process_pool
from autograder.grading.backends import Alone, Crew, Processes
from autograder.grading.process_pool import Worker
from autograder.grading.work_items import Done, Task, problem
from autograder.sandbox.fork_server_handle import Servers, SharedServers

log = logging.getLogger("autograder")
PATIENCE = 30  # seconds until somebody looks after a crew of which nothing is heard
STEP = 0.2  # seconds that Ctrl-C may have to wait
MOST_HALVES = 2  # pages of which a part is put off, for each that a crew has at hand


def grade(
    handed: list[Handed],
    folder: Path,
    settings: Settings,
    jobs: int | None = None,
    *,
    results: Results | None = None,
    crew: Callable[[], Crew] | None = None,
    begun: list[Servers] | None = None,
) -> Iterator[Report]:
    """Judges submissions, several at a time, and yields each report as it is done. Few of them are held at a time.

    Args:
        handed: from ``collect``; folder: the assignment's; jobs: processes, as many as there are cores by default.
        results: what is known of earlier runs, where it saves judging again; new results go there.
        crew: makes those who do the judging, instead of processes on this machine.
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``); they are taken out.
    """
    jobs = max(1, min(jobs or process_pool.cores(), len(handed)))
    make = functools.partial(grader, folder, settings, several=True, shared=results.shared if results else None)

    def servers() -> SharedServers:
        libraries = assignments.load(folder).libraries(settings.exercises)
        return SharedServers(libraries, settings.spawn, settings.isolation, begun)

    alone = functools.partial(make, begun=begun)
    first = crew or (lambda: Alone(alone) if jobs == 1 else Processes(jobs, make, servers))
    second = crew or (lambda: Alone(alone) if jobs == 1 else Processes(1, make, servers))
    again: list[Handed] = []  # a fault of the kit, or of another submission in the same process; or its process died
    for one, report in _attempt(handed, folder.name, settings, first, results):
        if report is None or report.status is Status.NOT_GRADED:
            again.append(one)
        else:
            yield report
    if again:
        log.warning("grading again, one at a time: %s", ", ".join(repr(one.name) for one in again))
        for one, report in _attempt(again, folder.name, settings, second, results, width=1):
            yield report or problem(one, folder.name, settings, Status.NOT_GRADED, "The grading process ended twice.")


def _attempt(
    handed: list[Handed],
    assignment: str,
    settings: Settings,
    make: Callable[[], Crew],
    results: Results | None,
    width: int | None = None,
) -> Iterator[tuple[Handed, Report | None]]:
    """Each with its report as it is done; None where the grading process died.

    What was put off of a page, because somebody else judges the same answer, is handed in again once any page is done, or
    there are no more: until then it would only keep somebody waiting who can judge the next page.
    """
    with contextlib.closing(make()) as crew:
        most = width or crew.width
        waiting: dict[Future, Task] = {}
        halves: dict[Task, Done] = {}  # the rest of a page -> what was judged of it before
        without_marks = functools.partial(_without_marks, assignment, settings)

        def hand_in_halves() -> None:
            there = set(waiting.values())
            for rest in [one for one in halves if one not in there]:
                waiting[_submitted(crew, rest, without_marks)] = rest

        for one in handed:
            told = _told(one, settings, results, without_marks)
            if isinstance(told, Report):
                yield one, told
                continue
            waiting[_submitted(crew, told, without_marks)] = told
            while len(waiting) >= most:
                whole = list(_finished(waiting, halves, crew, results, without_marks))
                if whole or len(halves) > MOST_HALVES * most:
                    hand_in_halves()
                yield from whole
        while waiting or halves:
            hand_in_halves()
            yield from _finished(waiting, halves, crew, results, without_marks)


Without = Callable[[Handed, Status, str], Report]


def _without_marks(assignment: str, settings: Settings, one: Handed, status: Status, text: str) -> Report:
    return problem(one, assignment, settings, status, text)


def _told(one: Handed, settings: Settings, results: Results | None, without_marks: Without) -> Report | Task:
    """What can be said of a submission at once, or what there is to do."""

    def told() -> Report | Task:
        content = page.content(one.path)
        if results is None:
            return Task(one, content, settings.exercises)
        known = results.find(one.file, content)
        missing = tuple(name for name in results.keys if name not in known.parts)
        return results.whole(one.name, known) or Task(one, content, missing, patient=False)

    return kept_apart("reading the saved results", one.name, told, functools.partial(without_marks, one))


def _submitted(crew: Crew, task: Task, without_marks: Without) -> Future:
    """Who does it is asked to; a task that cannot be handed over is done at once, without marks."""

    def spoilt(status: Status, text: str) -> Future:
        done: Future = Future()
        done.set_result(Done(without_marks(task.one, status, text)))
        return done

    return kept_apart("sending the page", task.one.name, lambda: crew.submit(task), spoilt)


def _finished(
    waiting: dict[Future, Task], halves: dict[Task, Done], crew: Crew, results: Results | None, without_marks: Without
) -> Iterator[tuple[Handed, Report | None]]:
    """Waits for some of the tasks, and takes them out.

    Args:
        halves: takes what was put off of a page, with what was judged of it.
    """
    looked = time.monotonic()
    while not (ended := _ended(waiting)):
        if time.monotonic() - looked > PATIENCE:
            crew.look()
            looked = time.monotonic()
    for future in [one for one in waiting if one in ended]:  # in the order in which they were handed in
        task = waiting.pop(future)
        done = _result(future, crew, task, without_marks)
        if done is None:
            halves.pop(task, None)
            yield task.one, None
            continue
        if done.put_off:
            halves[replace(task, exercises=done.put_off, patient=True)] = done
            continue
        if task in halves:
            done = done.after(halves.pop(task))
        if results is None or done.known is None:
            yield task.one, done.report
        else:
            yield task.one, _kept(task, done, results)


def _result(future: Future, crew: Crew, task: Task, without_marks: Without) -> Done | None:
    """What came back; None where whoever had the task is gone."""

    def result() -> Done | None:
        try:
            return future.result()
        except crew.gone:
            return None

    def spoilt(status: Status, text: str) -> Done:
        return Done(without_marks(task.one, status, text))

    return kept_apart("judging the page", task.one.name, result, spoilt)


def _kept(task: Task, done: Done, results: Results) -> Report:
    """The report on the whole page, after what was judged of it is written down."""
    one = task.one

    def completed() -> Report:
        return results.completed(one.name, one.file, task.content, done.known, done.lasting)

    return kept_apart("saving the results", one.name, completed, functools.partial(not_final, done.report))


@held()
def _ended(waiting: dict[Future, Task]) -> set[Future]:
    """Those that are done; waits a little where none is."""
    return wait(waiting, STEP, FIRST_COMPLETED).done


def grader(*arguments: object, **settings: object) -> Worker:
    """A ``grader.Grader``; where it is made, and only there, all that judging needs is loaded."""
    from autograder.grading.grader import Grader

    return Grader(*arguments, **settings)
