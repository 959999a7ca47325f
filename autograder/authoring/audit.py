"""Is every exercise honest? Proves it with the reference, the stub, the mistakes and the alternatives.

For every exercise: the stub earns nothing and reads "not started"; the reference earns everything; every mistake loses
marks, in its own function only, and is called by its name, and by no other if it were not known; every alternative earns
everything, and the page's own cells run with it; every check is failed by some mistake; the points add up; nothing secret is in ``assignments/``.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

from autograder.authoring import build, draft_files
from autograder.authoring.other_runs import OUTCOMES, not_passed
from autograder.authoring.telling_runs import telling_faults
from autograder.cache.dependencies import fingerprint_key
from autograder.content import author_faults
from autograder.content import submission as submissions
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.content.mistake_fingerprints import stored
from autograder.core.languages import Message, joined, message, plural
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.core.settings import Settings
from autograder.expectations.answer import ODD
from autograder.grading.grader import demonstrate_programs, graders, judge_programs
from autograder.judging.diagnosis import Diagnosis, known_mistake, stale
from autograder.judging.judge import Judgement, judge_submissions
from autograder.judging.mistake_naming import Mistake, proven_mistakes
from autograder.sandbox.launcher import Starters

TOTAL = 100.0
FAILS_NOT = (Outcome.PASSED, Outcome.SKIPPED, Outcome.BROKEN)


def audit(
    assignment: Assignment,
    starters: Starters,
    exercises: tuple[str, ...] = (),
    target: Path | None = None,
    say: Callable[[str], None] = lambda text: None,
    sample: int | None = None,
) -> list[str]:
    """Looks for everything that would treat a student unfairly.

    Args:
        assignment: from ``solutions/``.
        exercises: names; empty for all.
        target: the built folder to compare with, if it shall be looked at.
        say: called with what is being looked at.
        sample: how many mistakes and how many alternatives of each exercise are judged, others with each change of its
            sources. The mistakes are then what the build found, as they are for students. None for all.

    Returns:
        One sentence for each fault; empty if all is well.
    """
    names = exercises or tuple(exercise.name for exercise in assignment.exercises)
    settings = Settings(exercises=names, dataset=assignment.substitute)
    found = author_faults.faults(assignment)
    if found:  # with these, nothing can be tried
        return found
    drafts = draft_files.marked(assignment.folder)
    faults: list[str] = [message("{place}: this is still a draft. Read the file, correct it, then delete this line.", place=place) for place in drafts]
    faults += _texts(assignment, names)
    say(message("the stub and the reference"))
    stub = submissions.from_source(assignment.stub, "stub", assignment.functions, assignment.demo_names, "stub.py", assignment.demo_calls)
    blank, right = judge_submissions([stub, assignment.reference], assignment, settings, starters)
    faults += _stub(blank) + _reference(right, author_faults.check_lines(assignment))
    unfit = {exercise for exercise, _check in not_passed(right)}  # whatever is judged by its checks says the same once more
    names = tuple(name for name in names if name not in unfit)
    if not names:
        return faults
    if not exercises and right.report.max_score != TOTAL:
        faults.append(
            plural(
                "The checks add up to {count:g} point; expected {total:g}.",
                "The checks add up to {count:g} points; expected {total:g}.",
                right.report.max_score, total=TOTAL,
            )
        )  # fmt: skip
    mistakes = {name: _of(tried(assignment.mistakes, settings.backend), name) for name in names}
    alternatives = {name: _of(tried(assignment.alternatives, settings.backend), name) for name in names}
    if sample is not None:
        mistakes, alternatives = (
            {name: _sample(assignment, name, programs, sample) for name, programs in of.items()}
            for of in (mistakes, alternatives)
        )
    programs = {name: [*mistakes[name], *alternatives[name]] for name in names}
    with graders(assignment, names, Settings(dataset=assignment.substitute, telling=False)) as pool:
        judged = judge_programs(pool, programs, say)
        shown = demonstrate_programs(pool, alternatives, lambda name: say(message("the page with each {function}", function=name)))
    say(message("telling inputs"))
    faults += telling_faults(assignment, starters, names, alternatives)
    for name in names:
        settings = Settings(exercises=(name,), dataset=assignment.substitute)
        diagnosis = Diagnosis(assignment, settings, starters)
        if sample is None:
            diagnosis.known[name] = [known_mistake(*one) for one in zip(mistakes[name], judged[name], strict=False)]
        faults += exercise_faults(name, mistakes[name], alternatives[name], judged[name], diagnosis)
    faults += _demonstrations(alternatives, shown)
    if target is not None and not exercises:
        say("assignments/")
        faults += _built(assignment, target)
    return faults


def _texts(assignment: Assignment, names: tuple[str, ...]) -> list[str]:
    """Everything that people read is there."""
    faults: list[str] = []
    for name in names:
        exercise = assignment.exercise(name)
        if not exercise.title:
            faults.append(message("{exercise}: {file} has no docstring.", exercise=name, file=exercise.checks.name))
        if not exercise.hints or not all(hint.strip() for hint in exercise.hints):
            faults.append(message("{exercise} has no hints, or an empty one.", exercise=name))
    for program in (*assignment.mistakes, *assignment.alternatives):
        if program.function not in assignment.functions:
            faults.append(message("{file} does not belong to an exercise.", file=program.path.name))
        elif not program.text:
            faults.append(message("{file} has no docstring.", file=program.path.name))
    return faults


def _stub(judged: Judgement) -> list[str]:
    faults: list[str] = []
    for exercise in judged.report.exercises:
        if exercise.score or not exercise.not_started:
            faults.append(
                plural(
                    "{exercise}: the untouched stub earns {count:g} point or is taken for an answer.",
                    "{exercise}: the untouched stub earns {count:g} points or is taken for an answer.",
                    exercise.score, exercise=exercise.name,
                )
            )  # fmt: skip
    return faults


def _reference(judged: Judgement, places: dict[tuple[str, str], str]) -> list[str]:
    faults = []
    for exercise, check in not_passed(judged):
        said = message(
            "{exercise}: the reference fails {check} ({outcome}): {message} ({place})",
            exercise=exercise, check=check.name, outcome=OUTCOMES[check.outcome], message=check.message,
            place=places.get((exercise, check.name.partition("[")[0]), message("in the checks")),
        )  # fmt: skip
        faults.append(joined([said, wrong_argument(judged.signature[exercise][check.name][1])]))
    return faults


def wrong_argument(evidence: object) -> str:
    """What more to say where a word could not read a right answer: then it is the word that got something odd."""
    odd = isinstance(evidence, (list, tuple)) and evidence[:1] in ((ODD,), [ODD])
    return message("The word raised {error}: is what the check gives it of the right type and shape?", error=evidence[1]) if odd else ""


def tried(programs: Iterable[SampleAnswer], backend: str) -> list[SampleAnswer]:
    """Those that can be tried with a backend of Keras, see ``core.keras_backend``."""
    return [one for one in programs if not one.needs_another(backend)]


def _of(programs: Iterable[SampleAnswer], name: str) -> list[SampleAnswer]:
    return [one for one in programs if one.function == name]


def _sample(assignment: Assignment, name: str, programs: list[SampleAnswer], size: int) -> list[SampleAnswer]:
    """Some of them, by what the exercise consists of: the same until something of it changes."""
    return random.Random(fingerprint_key(assignment, name)).sample(programs, min(size, len(programs)))


def exercise_faults(
    name: str,
    mistakes: list[SampleAnswer],
    alternatives: list[SampleAnswer],
    judged: list[Judgement],
    diagnosis: Diagnosis,
) -> list[str]:
    """What is not fair about the programs of one exercise.

    Args:
        judged: of the mistakes, then of the alternatives.
        diagnosis: with the exercise's mistakes, as known.
    """
    if not mistakes:
        return [message("{exercise} has no mistakes.", exercise=name)]
    if not alternatives:
        return [message("{exercise} has no alternatives.", exercise=name)]
    results = [diagnosis.name(one).report.exercises[0] for one in judged]
    faults: list[str] = []
    known = diagnosis.mistakes(name)
    for program, result in zip(mistakes, results, strict=False):
        faults += _mistake(program, result, known)
    for program, result in zip(alternatives, results[len(mistakes) :], strict=True):
        faults += _alternative(program.name, result)
    failed = {check for one in known for check, (outcome, _evidence) in one.does.items() if outcome not in FAILS_NOT}
    faults += [
        message("{exercise}: no mistake fails {check}.", exercise=name, check=check.name) for check in results[0].checks if check.name not in failed
    ]
    return faults + false_names(name, known)


def _demonstrations(wanted: dict[str, list[SampleAnswer]], found: dict[str, list[str]]) -> list[str]:
    """Every alternative works on the page: in the cells that use the function, and in its description's examples."""
    return [
        message("{exercise}: the alternative {name} does not work on the page: {problem}", exercise=name, name=program.name, problem=problem)
        for name, programs in wanted.items()
        for program, problem in zip(programs, found[name], strict=True)
        if problem
    ]


def false_names(exercise: str, known: list[Mistake]) -> list[str]:
    """Holds each mistake's lesson against every other mistake: what is said of a function must be true.

    A mistake that is not known stands for all that are not written down: each one is taken out in its turn, and then
    none of the others may be named for it.

    Args:
        known: all mistakes of the exercise.

    Returns:
        One sentence for each false name.
    """
    return [message("{exercise}: {said}.", exercise=exercise, said=said) for said in said_falsely(known)]


def said_falsely(known: list[Mistake]) -> list[Message]:
    """``false_names`` without the exercise, and without the full stop."""
    faults = []
    for one in known:
        others = [other for other in known if other is not one]
        names = {other.name for other in proven_mistakes(one.does, others).values()} - {*one.also_true}
        faults += [message("if {mistake} were not known, it would have a false name: {name}", mistake=one.name, name=name) for name in sorted(names)]
        unknown = {*one.also_true} - {other.name for other in others}
        faults += [message("{mistake} names {name}, which is not a mistake of this exercise", mistake=one.name, name=name) for name in sorted(unknown)]
    return faults


def _mistake(program: SampleAnswer, result: ExerciseResult, known: list[Mistake]) -> list[str]:
    """It loses marks, and every check that it fails knows it by name; without a lesson there is no name to give."""
    name, failed = program.name, _failed(result)
    if not failed:
        return [message("{exercise}: the mistake {name} loses nothing.", exercise=result.name, name=name)]
    return [
        _not_named(result.name, name, check, known)
        for check in failed
        if check.mistake != name and program.text
    ] + [
        message("{exercise}: {check} is broken by the mistake {name}: {message}", exercise=result.name, check=check.name, name=name, message=check.message)
        for check in result.checks
        if check.outcome is Outcome.BROKEN
    ]


def _not_named(exercise: str, name: str, check: CheckResult, known: list[Mistake]) -> Message:
    """Why a check does not call a mistake by its name, and what to do."""
    if check.mistake:
        return message("{exercise}: {check} takes the mistake {name} for {other}.", exercise=exercise, check=check.name, name=name, other=check.mistake)
    does = {one.name: repr(one.rows.get(check.name)) for one in known}
    alike = [other for other in sorted(does) if other != name and does[other] == does.get(name)]
    if alike:
        return plural(
            "{exercise}: {check} fails the mistake {name} and cannot name it: {other} leaves the same evidence. Give the check an input on which they differ.",
            "{exercise}: {check} fails the mistake {name} and cannot name it: {count} others leave the same evidence, such as {other}. "
            "Give the check an input on which they differ.",
            len(alike), exercise=exercise, check=check.name, name=name, other=alike[0],
        )  # fmt: skip
    return message(
        "{exercise}: {check} fails the mistake {name} and cannot name it: its evidence differs each time, or proves too little.",
        exercise=exercise, check=check.name, name=name,
    )  # fmt: skip


def _alternative(name: str, result: ExerciseResult) -> list[str]:
    return [
        message(
            "{exercise}: the alternative {name} fails {check} ({outcome}): {message}",
            exercise=result.name, name=name, check=check.name, outcome=OUTCOMES[check.outcome], message=check.message,
        )
        for check in result.checks
        if check.outcome is not Outcome.PASSED
    ]  # fmt: skip


def _failed(result: ExerciseResult) -> list[CheckResult]:
    return [check for check in result.checks if check.outcome not in FAILS_NOT]


def _built(assignment: Assignment, target: Path) -> list[str]:
    """``assignments/`` is what a build would write, and a build refuses to write anything secret."""
    store = stored(assignment)
    if stale(assignment, store):
        return [message("The mistakes' signatures are out of date. Run autograder build.")]
    try:
        different = build.is_fresh(assignment, target, store)
    except build.AnswerLeaked as error:
        return [message("A file for students would reveal something hidden: {where}", where=error)]
    return [
        message("{file} differs from what the build would write. Run autograder build.", file=f"{target.name}/{name}") for name in different
    ]
