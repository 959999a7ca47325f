"""Shortcuts never decide a mark alone: a share of what they have saved in a class is judged in full as well, and compared.

When the pages of a class are judged, a share of the results that came by each shortcut is drawn, at least one of each. Each
is judged again with no shortcut at all: the exercise by its own page's statements, its model trained itself. Of equal
networks, one more training is made in a fresh worker with the same seed. Marks, outcomes and notes for a person must be
the same; times are not compared. A measured number that decides points may differ as far as ``Tolerance`` says.

Where something differs, the class loses the shortcuts by which that result came: every exercise that has a result from
them is judged again without them, before anybody sees a mark that rests on one. This goes on until nothing differs.

What is drawn depends on a key that only this user has, so no student can know it, and the same class is drawn alike again.
"""

from __future__ import annotations

import heapq
import logging
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import partial

from autograder.cache import signed_store
from autograder.cache.result_cache import ResultCache
from autograder.content.discovery import Handed
from autograder.core import check_titles
from autograder.core.faults import kept_apart
from autograder.core.languages import message
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.core.shortcuts import ALL, Shortcut
from autograder.grading.open_page import OpenPage

log = logging.getLogger("autograder")
Run = Callable[[Iterable[OpenPage]], Iterator[OpenPage]]  # judges pages, and gives each as it is done

OF_THE_MACHINE = {Outcome.TIMEOUT, Outcome.MEMORY, Outcome.CRASHED, Outcome.BROKEN}  # may be gone the second time
WAITS = Outcome.SKIPPED
NEEDED = "_needed"  # behind the name of a measurement: the least that passes


class Tolerance(Enum):
    """How far a measured number may be from the first one: shares of right answers, AUC and the like."""

    SAME_SEED = 0.005  # the same machine gives the same bits; another one rounds differently, which may turn some images
    OTHER_TRAINING = 0.1  # a student's model, trained with its classes in another order


@dataclass(frozen=True)
class Redone:
    """How an exercise is judged once more: without which shortcuts, and how near its numbers must come."""

    without: frozenset[Shortcut]
    tolerance: Tolerance


IN_FULL = Redone(ALL, Tolerance.OTHER_TRAINING)
TRAINED_AGAIN = Redone(frozenset({Shortcut.SAME_NETWORK}), Tolerance.SAME_SEED)


@dataclass(frozen=True)
class Saved:
    """One result that came by shortcuts.

    Attributes:
        result: without messages and figures; needs_review: there are notes for a person.
        of_page: these notes are on all of the page, so that they are not compared.
    """

    one: Handed
    exercise: str
    shortcuts: frozenset[Shortcut]
    result: ExerciseResult
    needs_review: bool
    of_page: bool = False

    @property
    def rank(self) -> bytes:
        """By which results are drawn, the lowest first."""
        return signed_store.secret_digest(f"{self.one.name}\n{self.exercise}")


class Recheck:
    """What shortcuts have saved in a class, and whether it holds.

    Args:
        cache: of the class; it knows which shortcuts are lost.
        share: of the results by each shortcut that is judged again, above 0 and at most 1.

    Attributes:
        saved: results that came by shortcuts, of pages that are done.
        taken: how many results came by shortcuts. redone: how many of them were judged once more, each time counted.
        differing: how many of these came out differently.
        problems: sentences about what could not be judged again.
    """

    def __init__(self, cache: ResultCache, share: float) -> None:
        self.cache = cache
        self.share = share
        self.saved: dict[tuple[str, str], Saved] = {}  # (submission, exercise) -> result
        self.taken = self.redone = self.differing = 0
        self.problems: list[str] = []
        self._agreed: set[tuple[str, str, Redone]] = set()

    def note(self, page: OpenPage) -> None:
        """Takes note of a page that is done, in place of what was known of it."""
        from autograder.reports import outline

        for exercise, part in page.judged.items():
            key = page.one.name, exercise
            self.saved.pop(key, None)
            self._agreed -= {(*key, IN_FULL), (*key, TRAINED_AGAIN)}
            shortcuts = page.shortcuts[exercise]
            if shortcuts:
                outlined = kept_apart(message("outlining"), page.one.name, partial(outline, part), lambda _status, _text: None)
                if outlined is not None:  # else the page is not graded, for the same reason
                    self.saved[key] = Saved(page.one, exercise, shortcuts, outlined.exercises[0], bool(part.suspicions))

    def note_stored(self, one: Handed, report: Report) -> None:
        """Takes note of a report of an earlier run that is taken as it is."""
        for result in report.exercises if report.status is Status.GRADED else ():
            stored = frozenset({Shortcut.STORED})
            self.saved[one.name, result.name] = Saved(one, result.name, stored, result, bool(report.suspicions), True)

    def drawn(self) -> dict[tuple[str, str, Redone], Saved]:
        """What is to be judged once more: of each shortcut's results the share, rounded up."""
        found: dict[tuple[str, str, Redone], Saved] = {}
        for shortcut in Shortcut:
            how = TRAINED_AGAIN if shortcut is Shortcut.SAME_NETWORK else IN_FULL
            frame = [one for one in self.saved.values() if shortcut in one.shortcuts]
            for one in heapq.nsmallest(math.ceil(self.share * len(frame) - 1e-9), frame, key=lambda one: one.rank):
                found[one.one.name, one.exercise, how] = one
        return found

    def carry_out(self, run: Run) -> Iterator[OpenPage]:
        """Judges what is drawn, and without a shortcut that is lost what came by it. Yields pages that have new reports."""
        self.taken = len(self.saved)
        while todo := {key: one for key, one in self.drawn().items() if key not in self._agreed}:
            differing = self.compare(todo, run)
            if not differing:
                return
            self.differing += len(differing)
            log.warning("%s of %s results came out differently in full", len(differing), len(todo))
            lost = frozenset[Shortcut]().union(*(one.shortcuts for one, _said in differing))
            sentences: dict[str, list[str]] = {}
            for one, said in differing:
                sentences.setdefault(one.one.name, []).append(said)
            self.cache.lose(lost, sentences)
            log.warning("judging again without %s", " and ".join(sorted(lost)))
            again = {one.one.name: one.one for one in self.saved.values() if one.shortcuts & lost}
            for page in run(self._opened(one) for one in again.values()):
                self.note(page)
                yield page

    @property
    def held(self) -> bool:
        """Whether every shortcut that the class has is one that holds, as far as it was looked at."""
        return not self.cache.lost and not self.problems

    def sentence(self) -> str:
        """What was judged again, and what came of it; empty where no shortcut was taken."""
        if not self.redone:
            return ""
        if self.differing:
            return message(
                "Results that were not judged one by one: {taken}. Judged in full as well, to be sure: {redone}, {differing} came out "
                "differently.",
                taken=self.taken, redone=self.redone, differing=self.differing,
            )
        return message(
            "Results that were not judged one by one: {taken}. Judged in full as well, to be sure: {redone}, no difference.",
            taken=self.taken, redone=self.redone,
        )

    # -- judging again ---------------------------------------------------------------------------------------------------

    def _opened(self, one: Handed, exercise: str = "", how: Redone | None = None) -> OpenPage:
        assignment, settings = self.cache.assignment, self.cache.settings
        if how is None:
            return OpenPage(one, assignment, settings, self.cache)
        return OpenPage(one, assignment, settings, only={exercise}, without=how.without)

    def compare(self, todo: dict[tuple[str, str, Redone], Saved], run: Run) -> list[tuple[Saved, str]]:
        """Those that come out differently, each with a sentence. What the machine may be the reason of is tried twice."""
        found = []
        waiting = dict(todo)
        for attempt in (1, 2):
            pages = {id(page := self._opened(one.one, one.exercise, key[2])): (key, page) for key, one in waiting.items()}
            for page in run(page for _key, page in pages.values()):
                key, _page = pages[id(page)]
                one = todo[key]
                if attempt == 1 and not _is_conclusive(page):
                    continue
                waiting.pop(key)
                self.redone += 1
                if not _is_there(page):
                    self.problems.append(_not_judged_again(one.one.name, one.exercise))
                    self._agreed.add(key)
                elif said := difference(one, page.judged[one.exercise], key[2].tolerance.value):
                    found.append((one, message("{exercise}: {difference}", exercise=one.exercise, difference=said)))
                else:
                    self._agreed.add(key)
            if not waiting:
                break
        for name, exercise, how in waiting:  # the process that had it is gone
            self.redone += 1
            self.problems.append(_not_judged_again(name, exercise))
            self._agreed.add((name, exercise, how))
        return found


def _is_there(page: OpenPage) -> bool:
    return page.report is not None and page.report.status is Status.GRADED and bool(page.judged)


def _is_conclusive(page: OpenPage) -> bool:
    """Whether another try would give the same."""
    return _is_there(page) and page.certain and not any(one.outcome in OF_THE_MACHINE for one in page.report.checks)


def difference(before: Saved, part: Report, tolerance: float) -> str:
    """What of a result is another one when it is judged in full, in words; empty if nothing is.

    Args:
        part: the report on the same exercise, judged in full.
        tolerance: of a measured number that decides points.
    """
    (after,) = part.exercises
    if [one.name for one in before.result.checks] != [one.name for one in after.checks]:
        return message("other checks were run in full")
    near = False
    for first, second in zip(before.result.checks, after.checks, strict=True):
        if far := _far(first.measurements, second.measurements, tolerance):
            return message("{check}: {numbers}", check=check_titles.as_message(first.title, first.name, before.exercise, part.assignment), numbers=far)
        same = (first.outcome, first.points) == (second.outcome, second.points)
        if same or near and WAITS in (first.outcome, second.outcome):
            continue
        if _is_between(first.measurements, second.measurements):
            near = True  # what waits for this check may have another outcome, too
            continue
        return message(
            "{check}: {outcome} with {points:g} of {most:g} points; in full, {other} with {others:g}",
            check=check_titles.as_message(first.title, first.name, before.exercise, part.assignment), outcome=_word(first.outcome), points=first.points, most=first.max_points,
            other=_word(second.outcome), others=second.points,
        )
    if not before.of_page and before.needs_review != bool(part.suspicions):
        return message("only one of the two runs found something that needs review")
    return ""


def _word(outcome: Outcome) -> str:
    from autograder.reports import wording

    return wording.OUTCOME_SIGNS[outcome].word


def _not_judged_again(name: str, exercise: str) -> str:
    return message("{name}: {exercise} could not be judged again in full.", name=name, exercise=exercise)


def _far(first: dict[str, float], second: dict[str, float], tolerance: float) -> str:
    """The number that decides points and is too far from the first one."""
    for name, value in first.items():
        if name + NEEDED in first and name in second and abs(value - second[name]) > tolerance:
            return message("{name} {value:.3f}; in full, {other:.3f}", name=name, value=value, other=second[name])
    return ""


def _is_between(first: dict[str, float], second: dict[str, float]) -> bool:
    """Whether two numbers that are near enough to one another are on both sides of what is needed."""
    return any(
        name + NEEDED in first and name in second and (value < first[name + NEEDED]) != (second[name] < first[name + NEEDED])
        for name, value in first.items()
    )
