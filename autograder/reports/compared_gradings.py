"""Two gradings of a class compared: whose marks are other ones, by which checks, and what was different when they were made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from autograder.core import check_titles
from autograder.core.languages import joined, message
from autograder.core.languages.messages import plural
from autograder.core.records import CheckResult, Report
from autograder.reports import wording
from autograder.reports.grades import of_report

LIBRARIES_NAMED = 4  # of those that have another version
EXACT = 1e-9  # points: sums of the same points in another order may differ in the last bit


@dataclass(frozen=True)
class Cause:
    """Something that was different in the two gradings of one page.

    Attributes:
        kind: a word or two: ``the page``, ``the checks``, ``the engine``. said: the same with what it was and is.
    """

    kind: str
    said: str


@dataclass(frozen=True)
class ComparedCheck:
    """A check of an assignment that came out differently; None where it was not there."""

    exercise: str
    before: CheckResult | None
    after: CheckResult | None
    assignment: str = ""

    @property
    def title(self) -> str:
        found = self.after or self.before
        return check_titles.as_message(found.title or found.name, found.name, self.exercise, self.assignment) if found else ""

    @property
    def difference(self) -> float:
        """In points."""
        return (self.after.points if self.after else 0.0) - (self.before.points if self.before else 0.0)

    @property
    def said(self) -> str:
        """What became of it, before and after, with the mistake that was named."""
        return message("{before} → {after}", before=_outcome(self.before), after=_outcome(self.after))


@dataclass(frozen=True)
class MarkComparison:
    """One student in both gradings.

    Attributes:
        before, after: the mark in words. difference: in points; None where there is no mark before or after.
        checks: that came out differently. causes: what was different when they were made.
    """

    student: str
    before: str
    after: str
    difference: float | None
    checks: tuple[ComparedCheck, ...]
    causes: tuple[Cause, ...]

    @property
    def changed(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True)
class CheckSum:
    """What one check has changed in the class: for how many, and how many points together."""

    exercise: str
    title: str
    students: int
    difference: float


@dataclass(frozen=True)
class ComparedGradings:
    """Two gradings of a class.

    Attributes:
        changed: students with another mark. same: students of whom everything is the same.
        quiet: students with the same mark, in whom a check came out differently.
        added, gone: students who are in the second only, and in the first only.
    """

    changed: tuple[MarkComparison, ...]
    quiet: tuple[MarkComparison, ...]
    same: int
    added: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def by_check(self) -> list[CheckSum]:
        """The checks that came out differently, those of most students first."""
        found: dict[tuple[str, str], list[float]] = {}
        for mark in (*self.changed, *self.quiet):
            for one in mark.checks:
                found.setdefault((one.exercise, one.title), []).append(one.difference)
        sums = [CheckSum(exercise, title, len(each), sum(each)) for (exercise, title), each in found.items()]
        return sorted(sums, key=lambda one: -one.students)

    @property
    def by_cause(self) -> list[tuple[str, int]]:
        """What was different, and for how many of the changed marks; what concerns most first."""
        return Counter(cause.kind for mark in self.changed for cause in mark.causes).most_common()

    @property
    def headline(self) -> str:
        """How many marks changed, in a sentence."""
        both = len(self.changed) + len(self.quiet) + self.same
        if not self.changed:
            return message("No mark of {all} changed.", all=both)
        return plural("{count} mark of {all} changed.", "{count} marks of {all} changed.", len(self.changed), all=both)


def compare(before: Mapping[str, Report], after: Mapping[str, Report]) -> ComparedGradings:
    """Compares two gradings of one assignment.

    Args:
        before, after: whose page it is -> the report, called as a person calls the student; outlines are enough.
    """
    both = [_compared(before[key], after[key]) for key in after if key in before]
    quiet = [one for one in both if not one.changed and one.checks]
    return ComparedGradings(
        changed=tuple(one for one in both if one.changed),
        quiet=tuple(quiet),
        same=sum(not one.changed and not one.checks for one in both),
        added=tuple(report.submission for key, report in after.items() if key not in before),
        gone=tuple(report.submission for key, report in before.items() if key not in after),
    )


def signed(difference: float | None) -> str:
    """``+6``, ``−2.5``; empty where there is none to tell.

    Example:
        >>> signed(6.0), signed(-2.5), signed(0.0), signed(None)
        ('+6', '−2.5', '±0', '')
    """
    if difference is None:
        return ""
    return f"{'+' if difference > EXACT else '−' if difference < -EXACT else '±'}{wording.points(abs(difference))}"


def _compared(before: Report, after: Report) -> MarkComparison:
    one, other = of_report(before).score, of_report(after).score
    out_of = abs(before.max_score - after.max_score) > EXACT
    first, second = _mark(before, out_of), _mark(after, out_of)
    checks = tuple(_checks(before, after))
    difference = None if one is None or other is None else other - one
    found = tuple(causes(before, after)) if checks or first != second else ()
    return MarkComparison(after.submission, first, second, difference, checks, found)


def _mark(report: Report, out_of: bool) -> str:
    """The mark in a word or two, with what it is out of where that is another number."""
    score = of_report(report).score
    if score is None:
        return wording.STATUS[report.status] if report.max_score == 0 or report.problem else message("not final")
    if not out_of:
        return wording.points(score)
    return message("{score} of {most}", score=wording.points(score), most=wording.points(report.max_score))


def _checks(before: Report, after: Report) -> Iterable[ComparedCheck]:
    """The checks that came out differently, in the order of the later page, then those that are gone."""
    first, second = _by_name(before), _by_name(after)
    for key in (*second, *(key for key in first if key not in second)):
        one, other = first.get(key), second.get(key)
        if one is None or other is None or one.outcome is not other.outcome or abs(one.points - other.points) > EXACT:
            yield ComparedCheck(key[0], one, other, after.assignment)


def _by_name(report: Report) -> dict[tuple[str, str], CheckResult]:
    return {(exercise.name, check.name): check for exercise in report.exercises for check in exercise.checks}


def _outcome(check: CheckResult | None) -> str:
    if check is None:
        return message("not there")
    word = wording.OUTCOME_SIGNS[check.outcome].word
    return message("{word} ({mistake})", word=word, mistake=check.mistake) if check.mistake else word


def causes(before: Report, after: Report) -> list[Cause]:
    """What was different when two reports on a student were made: the page first, because it explains most."""
    nothing = Cause(message("nothing that is noted"), message("nothing that is noted: the answer may depend on chance, or on the time that it took"))
    return [*_noted(before, after)] or [nothing]


def _noted(before: Report, after: Report) -> Iterable[Cause]:
    if before.source_sha256 != after.source_sha256:
        both = before.source_sha256 and after.source_sha256
        yield Cause(message("another page"), message("another page was submitted") if both else message("there is a page in one of them only"))
    if before.assignment_version != after.assignment_version:
        versions = {"before": before.assignment_version or message("unknown"), "after": after.assignment_version or message("unknown")}
        yield Cause(message("other checks"), message("other checks: version {before} → {after}", **versions))
    yield from _programs(before.judged_by, after.judged_by)
    if before.backend != after.backend:
        yield Cause(message("another backend"), message("another backend: {before} → {after}", before=_backend(before), after=_backend(after)))
    for kind, said, one, other in (
        (message("another seed"), message("seed: {before} → {after}"), str(before.seed), str(after.seed)),
        (message("other data"), message("data: {before} → {after}"), before.dataset, after.dataset),
        (message("another training"), message("training: {before} → {after}"), before.budget, after.budget),
        (message("another isolation"), message("isolation: {before} → {after}"), before.isolation, after.isolation),
    ):
        if one != other:
            yield Cause(kind, said.having(before=one or message("none"), after=other or message("none")))
    if before.corrections != after.corrections or abs(before.penalty - after.penalty) > EXACT:
        yield Cause(message("a correction"), message("a person or a rule of the course has changed the mark"))


def _programs(before: Mapping[str, str], after: Mapping[str, str]) -> Iterable[Cause]:
    if not before or not after:
        if before != after:
            said = message("perhaps another engine: one of the reports does not say which version judged it")
            yield Cause(message("perhaps another engine"), said)
        return
    if before.get("engine") != after.get("engine"):
        versions = {"before": before.get("engine", message("unknown")), "after": after.get("engine", message("unknown"))}
        yield Cause(message("another engine"), message("another version of the kit's engine: {before} → {after}", **versions))
    other = [name for name in {**before, **after} if name != "engine" and before.get(name) != after.get(name)]
    if other:
        named = [
            message("{name} {before} → {after}", name=name, before=before.get(name, message("none")), after=after.get(name, message("none")))
            for name in other[:LIBRARIES_NAMED]
        ]
        more = [message("and {count} more", count=len(other) - LIBRARIES_NAMED)] if len(other) > LIBRARIES_NAMED else []
        yield Cause(message("other libraries"), message("other libraries: {names}", names=joined([joined(named, ", "), *more])))


def _backend(report: Report) -> str:
    return wording.backend(report.backend) if report.backend else message("none")
