"""One submission on its way to a report: what is known of it, and what is to be done next.

At any moment one thing at most is done for a page, so the time that its exercises took can be added up, and each of them
gets what is left. The time in which a page waits for others does not count.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from autograder.cache.result_cache import PageFacts, ResultCache, is_everybodys
from autograder.content import page_file, variant_uses
from autograder.content.assignment import Assignment
from autograder.content.discovery import Handed
from autograder.content.submission_part import SubmissionPart
from autograder.core.faults import kept_apart, not_final
from autograder.core.languages import message
from autograder.core.merge import together
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.core.shortcuts import NONE, Shortcut
from autograder.grading.work_items import Done, ExerciseJudged, JudgeExercise, NoMarks, ReadPage, Task, problem


class OpenPage:
    """A submission that is worked on.

    Args:
        cache: what is known of earlier work; None where this page is all there is.
        only: names of the exercises that are judged; None for all that there are.
        without: shortcuts that are not taken.

    Attributes:
        report: None until everything is done.
        shortcuts: exercise -> by which of them its result came.
        certain: another run will give the same.
        key: of the exercise that is being judged (see ``ResultCache.key``); empty if none is.
    """

    def __init__(
        self,
        one: Handed,
        assignment: Assignment,
        settings: Settings,
        cache: ResultCache | None = None,
        only: Collection[str] | None = None,
        without: frozenset[Shortcut] = NONE,
    ) -> None:
        self.one = one
        self.assignment = assignment
        self.settings = settings
        self.cache = cache
        self.only = only
        self.without = without
        self.shortcuts: dict[str, frozenset[Shortcut]] = {}
        self.certain = True
        self.report: Report | None = None
        self.key = ""
        self.content: bytes | None = None
        self.facts: PageFacts | None = None
        self.parts: dict[str, SubmissionPart] | None = None
        self.judged: dict[str, Report] = {}
        self.spent = 0.0

    @property
    def is_over(self) -> bool:
        """Whether nothing is left to do; ``next`` then makes the report."""
        return self.report is not None or (self.facts is not None and len(self.judged) == len(self._wanted))

    @property
    def _wanted(self) -> list[str]:
        """Exercises to judge, in the order in which they are judged."""
        return [name for name in self.facts.lines if self.only is None or name in self.only]

    def next(self, busy: Collection[str] = ()) -> Task | None:
        """What is to be done now. None where the report is there, or where others are judging all that is left.

        Args:
            busy: keys of what others are judging just now; their results may be this page's, too.
        """
        return kept_apart(message("reading the saved results"), self.one.name, lambda: self._next(busy), self.without_marks)

    def take(self, task: Task, done: Done) -> bool:
        """Takes what came of a task. Returns whether others who have written the same can use it."""
        if isinstance(done, NoMarks):
            self.report = done.report
        elif isinstance(task, ReadPage):
            known = self.facts is not None
            self.facts, self.parts = done.facts, done.parts
            if not known:
                self._keep(lambda cache: cache.keep_page(self.facts))
        else:
            return self._take_exercise(task.exercise, done)
        return False

    def without_marks(self, status: Status, text: str) -> None:
        """Nothing more is done for this page."""
        self.report = problem(self.one, self.assignment.name, self.settings, status, text)

    def _next(self, busy: Collection[str]) -> Task | None:
        if self.report is not None:
            return None
        if self.content is None:
            self.content = page_file.read_bytes(self.one.path)
            self.facts = self._known_facts()
        if self.facts is None:
            return ReadPage(self.one, self.content)
        for exercise in self._wanted:
            if exercise in self.judged:
                continue
            key = self.cache.key(self.facts, exercise) if self.cache else ""
            if key in busy and self.cache.shares:
                continue
            known = self.cache.known(self.facts, exercise) if self.cache else None
            if known is not None:
                self.judged[exercise], self.shortcuts[exercise] = known.part, known.shortcuts
            elif self.parts is None:
                return ReadPage(self.one, self.content)
            else:
                self.key = key
                left = self.assignment.limits.submission - self.spent
                without = self.without | (self.cache.lost if self.cache else NONE)
                variant = variant_uses.variant_of(self.assignment, exercise, self.one.variant)
                return JudgeExercise(self.one, exercise, self.parts[exercise], left, without, variant)
        if self.is_over:
            self.report = self._whole()
        return None

    def _known_facts(self) -> PageFacts | None:
        known = self.cache.page(self.one.file, self.content, self.one.variant) if self.cache else None
        return known and replace(known, report=replace(known.report, submission=self.one.name))

    def _take_exercise(self, exercise: str, done: ExerciseJudged) -> bool:
        self.key = ""
        self.spent += max(0.0, done.report.seconds)
        self.judged[exercise], self.shortcuts[exercise] = done.report, done.shortcuts
        self.certain = self.certain and done.certain
        if done.report.status is Status.NOT_GRADED:
            self._not_final(done.report.status, done.report.problem)
        elif done.certain:
            self._keep(lambda cache: cache.keep(self.facts, exercise, done.report, done.shortcuts))
        return done.certain and is_everybodys(done.report)

    def _keep(self, keep: Callable[[ResultCache], None]) -> None:
        if self.cache is not None:
            kept_apart(message("saving the results"), self.one.name, lambda: keep(self.cache), self._not_final)

    def _not_final(self, status: Status, text: str) -> None:
        self.facts = replace(self.facts, report=not_final(self.facts.report, status, text))

    def _whole(self) -> Report:
        order = [exercise.name for exercise in self.assignment.exercises]
        return together(self.facts.report, [self.judged[exercise] for exercise in self._wanted], order)
