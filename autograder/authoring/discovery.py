"""Wrong answers of a class that no known mistake explains: what they have in common, and a draft of a mistake for each group.

Each answer is judged again as a program without names, on the assignment's own page: a few times, with different random
inputs, and with the data that every machine has. So what is grouped is what the function itself does. An answer that is
right there, or that has a name by now, is in no group.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from autograder.authoring import answer_groups, discovery_drafts
from autograder.authoring.reduced_answers import reduced
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.nameless import PageWords
from autograder.core.languages import plural
from autograder.core.records import WRONG, CheckResult, ExerciseResult
from autograder.core.settings import Settings
from autograder.grading.grader import graders, judge_programs
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import Judgement
from autograder.judging.mistake_naming import Mistake, Signature, rounded
from autograder.sandbox.fork_server_handle import SharedServers
from autograder.sandbox.launcher import Starters

Key = tuple[str, str]  # exercise, source
FEWEST_FAILURES = 2  # of an answer's judgings: a machine that was busy once makes no answer wrong


@dataclass(frozen=True)
class WrongAnswer:
    """One student's answer to one exercise.

    Attributes:
        submission: whose it is. source: from ``nameless.nameless``.
    """

    submission: str
    exercise: str
    source: str


@dataclass(frozen=True)
class Group:
    """Answers that do the same.

    Attributes:
        submissions: whose they are. checks: those that they fail, as the program shows it.
        source: the shortest program of them that still does the same.
        name: of the drafted mistake; draft: the content of its file.
        objection: why the audit would not accept the draft even with a lesson; empty if it would.
    """

    exercise: str
    submissions: tuple[str, ...]
    checks: tuple[CheckResult, ...]
    source: str = field(repr=False)
    name: str
    draft: str = field(repr=False)
    objection: str = ""

    @property
    def file(self) -> str:
        """Where the draft belongs, as seen from the assignment's folder."""
        return f"mistakes/{self.exercise}__{self.name}.py"

    @property
    def call(self) -> str:
        """The first line of a message that shows what the function was called with; empty if none does."""
        lines = (line for check in self.checks for line in check.message.splitlines())
        return next((line for line in lines if f"{self.exercise}(" in line), "")

    @property
    def smallest(self) -> str:
        """A small input on which the program is wrong, with what it gave and what is right; empty if none was found."""
        return next((check.smallest for check in self.checks if check.smallest), "")


@dataclass(frozen=True)
class Discovered:
    """What became of a class's wrong answers without a name.

    Attributes:
        groups: the largest first.
        right: those that are right on the assignment's own page; named: those that a known mistake explains, with its name.
    """

    groups: list[Group]
    right: list[WrongAnswer]
    named: list[tuple[WrongAnswer, str]]


@dataclass(frozen=True)
class _Judged:
    """What came of a program: for each seed in turn, and once more for the first one."""

    first: Judgement
    results: tuple[ExerciseResult, ...]
    rows: tuple[Signature, ...]
    again: Signature

    @property
    def is_wrong(self) -> bool:
        judged = (*self.rows, self.again)
        failures = sum(map(answer_groups.is_wrong, judged))
        return failures >= FEWEST_FAILURES and not any(map(answer_groups.is_missing, judged))

    @property
    def shown(self) -> tuple[ExerciseResult, Signature]:
        """The first that is wrong."""
        each = zip(self.results, self.rows, strict=True)
        return next((one for one in each if answer_groups.is_wrong(one[1])), (self.results[0], self.rows[0]))

    def compared(self, training: Collection[str]) -> list[Signature]:
        coarse = {*training, *answer_groups.unsteady(self.rows[0], self.again)}
        return [answer_groups.compared(rows, coarse) for rows in self.rows]


Judge = Callable[[Sequence[Key]], dict[Key, _Judged]]  # judges different programs


def audit_seeds(count: int, graded: int) -> list[int]:
    """Seeds to judge with: the audit's, with which mistakes are known; that of the grading; and the next ones.

    Example:
        >>> audit_seeds(3, 17), audit_seeds(3, 5), audit_seeds(1, 5)
        ([17, 18, 19], [17, 5, 18], [17, 5])
    """
    usual = Settings().seed
    first = list(dict.fromkeys([usual, graded]))
    return first + [seed for seed in range(usual + 1, usual + count + 2) if seed not in first][: max(0, count - len(first))]


def discover(
    assignment: Assignment,
    answers: Sequence[WrongAnswer],
    seeds: Sequence[int],
    starters: Starters,
    taken: Collection[str] = (),
    say: Callable[[str], None] = lambda text: None,
) -> Discovered:
    """Groups wrong answers by what they do.

    Args:
        answers: that had no name when they were graded.
        seeds: of the hidden inputs, from ``audit_seeds``; each answer is judged once with each.
        starters: for known mistakes whose evidence the build has not stored.
        taken: names of mistakes' files that a draft must not have, without ``.py``.
        say: called with what is being done.
    """
    usual = _settings(assignment, seeds[0])
    libraries = assignment.libraries(dict.fromkeys(one.exercise for one in answers)) if answers else []
    with SharedServers(libraries, usual.spawn, usual.isolation, backend=usual.backend) as servers:
        judge = partial(_judged, assignment, seeds, servers, say)
        return _discovered(assignment, answers, judge, Diagnosis(assignment, usual, starters), {*taken})


def _discovered(
    assignment: Assignment, answers: Sequence[WrongAnswer], judge: Judge, diagnosis: Diagnosis, used: set[str]
) -> Discovered:
    """See ``discover``.

    Args:
        used: names of files that are taken; takes in those of the drafts.
    """
    found = Discovered([], [], [])
    judged = judge([(one.exercise, one.source) for one in answers])
    names = {key: _name(diagnosis, one) for key, one in judged.items() if one.is_wrong}
    left: dict[Key, list[str]] = {}
    for answer in answers:
        key = answer.exercise, answer.source
        if key not in names:
            found.right.append(answer)
        elif names[key]:
            found.named.append((answer, names[key]))
        else:
            left.setdefault(key, []).append(answer.submission)
    groups = _groups(assignment, {key: judged[key] for key in left})
    students = [tuple(dict.fromkeys(name for key in group for name in left[key])) for group in groups]
    shortest = _shortest(assignment, groups, judged, judge)
    known = {exercise: list(diagnosis.mistakes(exercise)) for exercise, _source in left}
    for place in sorted(range(len(groups)), key=lambda place: -len(students[place])):
        (exercise, source), one = shortest[place]
        made = _group(exercise, source, one, students[place], used, known[exercise])
        used.add(Path(made.file).stem)
        found.groups.append(made)
    return found


def _group(exercise: str, source: str, one: _Judged, students: tuple[str, ...], used: set[str], known: list[Mistake]) -> Group:
    """
    Args:
        used: names of files that are taken.
        known: mistakes beside which the audit must accept the draft; takes in the draft if it does.
    """
    result, rows = one.shown
    checks = tuple(check for check in result.checks if check.outcome in WRONG)
    others = {name.partition("__")[2] for name in used if name.partition("__")[0] == exercise}
    name = discovery_drafts.draft_name(checks, answer_groups.error_of(rows), others)
    does = {check: (outcome, rounded(evidence)) for check, (outcome, evidence) in one.rows[0].items()}
    mistake = Mistake(name, "", does)
    said = discovery_drafts.objection(exercise, mistake, known)
    known += [mistake] * (not said)
    return Group(exercise, students, checks, source, name, discovery_drafts.draft_text(source, len(students), checks), said)


def _groups(assignment: Assignment, judged: Mapping[Key, _Judged]) -> list[list[Key]]:
    """Exercise by exercise."""
    groups: list[list[Key]] = []
    for exercise in dict.fromkeys(exercise for exercise, _source in judged):
        training = answer_groups.training_checks(assignment.exercise(exercise).checks)
        did = {source: one.compared(training) for (name, source), one in judged.items() if name == exercise}
        groups += [[(exercise, source) for source in group] for group in answer_groups.grouped(did)]
    return groups


def _shortest(
    assignment: Assignment, groups: list[list[Key]], judged: Mapping[Key, _Judged], judge: Judge
) -> list[tuple[Key, _Judged]]:
    """For each group its shortest program, without what does nothing, if it then still does the same."""
    about = {exercise: PageWords.of(assignment, exercise) for exercise in dict.fromkeys(group[0][0] for group in groups)}
    forms: list[Key] = [
        (exercise, min((reduced(source, about[exercise]) for _exercise, source in group), key=_length))
        for group in groups
        for exercise in [group[0][0]]
    ]
    tried = {**judged, **judge([form for form in forms if form not in judged])}
    found = []
    for group, form in zip(groups, forms, strict=True):
        training = answer_groups.training_checks(assignment.exercise(form[0]).checks)
        is_same = answer_groups.same(tried[form].compared(training), judged[group[0]].compared(training))
        key = form if is_same else min(group, key=lambda key: _length(key[1]))
        found.append((key, tried[key]))
    return found


def _judged(
    assignment: Assignment, seeds: Sequence[int], servers: SharedServers, say: Callable[[str], None], programs: Sequence[Key]
) -> dict[Key, _Judged]:
    """Judges programs with each of the seeds, and with the first one twice."""
    wanted: dict[str, list[SampleAnswer]] = {}
    for number, (exercise, source) in enumerate(dict.fromkeys(programs), 1):
        answer = SampleAnswer(f"answer_{number}", exercise, source, Path(f"{exercise}__answer_{number}.py"))
        wanted.setdefault(exercise, []).append(answer)
    if not wanted:
        return {}
    count = sum(map(len, wanted.values()))
    rounds: list[dict[Key, Judgement]] = []
    for number, seed in enumerate(seeds, 1):
        said = plural(
            "judging {count} answer with seed {seed}, {number} of {all}",
            "judging {count} different answers with seed {seed}, {number} of {all}",
            count, seed=seed, number=number, all=len(seeds),
        )  # fmt: skip
        say(said)
        with graders(assignment, tuple(wanted), _settings(assignment, seed), servers) as pool:
            rounds += [_round(judge_programs(pool, wanted, lambda _exercise: None), wanted) for _time in range(2 if number == 1 else 1)]
    again, *each = rounds
    return {
        key: _Judged(
            each[0][key],
            tuple(one[key].report.exercises[0] for one in each),
            tuple(one[key].signature[key[0]] for one in each),
            again[key].signature[key[0]],
        )
        for key in again
    }


def _round(judged: dict[str, list[Judgement]], wanted: dict[str, list[SampleAnswer]]) -> dict[Key, Judgement]:
    return {(name, answer.source): one for name, of in wanted.items() for answer, one in zip(of, judged[name], strict=True)}


def _settings(assignment: Assignment, seed: int) -> Settings:
    """As the audit judges, so that a draft does there what it does here."""
    return Settings(seed=seed, dataset=assignment.substitute)


def _name(diagnosis: Diagnosis, one: _Judged) -> str:
    """The known mistake that explains a program; empty if none does."""
    named = diagnosis.name(one.first).report.exercises[0]
    return next((check.mistake for check in named.checks if check.mistake), "")


def _length(source: str) -> tuple[int, str]:
    return len(source), source
