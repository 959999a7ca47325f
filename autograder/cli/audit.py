"""Is every exercise honest?"""

from __future__ import annotations

import collections
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, WorkNotRight
from autograder.cli.targets import name_to_type, of_author
from autograder.cli.terminal import progress, say
from autograder.content.assignment import Assignment
from autograder.content.assignment_search import released_folder
from autograder.core import keras_backend
from autograder.core.languages import message, plural, shown, spoken, spoken_plural

if TYPE_CHECKING:
    from autograder.authoring.variant_audit import Difficulty


MANY = 100  # programs whose audit takes minutes


@click.command(cls=options.Command)
@click.argument("words", nargs=-1, metavar="[ASSIGNMENT]... [EXERCISE]...")
@options.assignment(message("all of the solutions/ folder that is here"))
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Run only N mistakes and N alternatives of each exercise."
)
@click.option("--seeds", type=click.IntRange(1), metavar="N", help="Also run the reference with N other seeds.")
@click.option(
    "--variants", "in_variants", type=click.IntRange(1), metavar="N", help="Try N variants of each exercise that has some, and nothing else. For a release: 50 or more."
)
@click.option("--language", metavar="LANGUAGE", help="Look at the translations into this language, and at nothing else.")
@click.option(
    "--data",
    type=click.Choice(["drawn", "real"]),
    default="drawn",
    metavar="DATA",
    help="Data of --seeds: drawn, which every machine has, or real, which must be on this machine (default: drawn).",
)
@options.backend
def run(words: tuple[str, ...], name: str, sample: int | None, seeds: int | None, in_variants: int | None, language: str | None, data: str) -> int:
    """Prove that every check fails wrong answers and accepts right ones.

    ASSIGNMENT is a name or a folder. Without any, it looks at all assignments of the solutions/ folder that is here;
    without any EXERCISE, at all exercises. With --sample it takes what the last build found of the other mistakes.
    """
    from autograder.sandbox.launcher import Starters

    wanted = of_author(words, name)
    if language:
        return _audit_language(language, [assignment for assignment, _exercises in wanted])
    if in_variants:
        return _audit_variants(wanted, in_variants)
    if data == "real":
        _real_data_is_here([assignment for assignment, _exercises in wanted])
    faulty = []
    with Starters() as starters:
        for assignment, exercises in wanted:
            if len(wanted) > 1:
                say(f"{assignment.name}:")
            if not _audit(assignment, exercises, sample, starters, (seeds or (data == "real"), data == "real")):
                faulty.append((assignment, exercises))
    for assignment, exercises in faulty[:1]:
        again = " ".join(["autograder audit", name_to_type(assignment), *exercises])
        say("\n" + spoken("Next: fix the first fault, then   {command}", command=again))
        return TO_FIX
    assignment, exercises = wanted[0]
    if to_translate := _to_translate([one for one, _names in wanted]):
        command = f"autograder translate {' '.join(to_translate)}"
    elif exercises:
        then = "build" if _is_out_of_date(assignment, exercises) else "audit"
        command = f"autograder {then} {name_to_type(assignment)}"
    elif never_built := [one for one, _names in wanted if not _is_built(one)]:
        command = f"autograder build {name_to_type(never_built[0])}"
    else:
        command = f"autograder grade PATH --assignment {name_to_type(assignment)} --out DIR"
    say("\n" + spoken("Next:   {command}", command=command))
    return DONE


def _to_translate(assignments: list[Assignment]) -> tuple[str, ...]:
    """Prints which translations lack a text: a build would give students English there. The first assignment and language; empty for none."""
    from autograder.authoring import translation_audit

    found = []
    for assignment in assignments:
        for language, count in translation_audit.untranslated(assignment).items():
            said = spoken_plural(
                "{assignment}: {count} text has no translation into the language {language}.",
                "{assignment}: {count} texts have no translation into the language {language}.",
                count, assignment=assignment.name, language=language,
            )  # fmt: skip
            say(said)
            found.append((name_to_type(assignment), language))
    return found[0] if found else ()


def _real_data_is_here(assignments: list[Assignment]) -> None:
    """
    Raises:
        WorkNotRight: an audit on the real data would try something else.
    """
    from autograder.datasets import title

    for one in assignments:
        if one.dataset and (found := one.data_sets.name_now(one.dataset)) != one.dataset:
            raise WorkNotRight(
                message(
                    "{assignment}: {data} was not found, and --data real would try {other} in its place. Set AUTOGRADER_DATA "
                    "to the folder of its file, or leave --data away.",
                    assignment=one.name, data=title(one.dataset), other=title(found),
                )
            )  # fmt: skip


def _audit_language(language: str, assignments: list[Assignment]) -> int:
    """Prints what is wrong with the translations into one language."""
    from autograder.authoring import translation_audit

    faults = translation_audit.faults(language, assignments)
    for fault in faults:
        say(f"✗ {shown(fault)}")
    if faults:
        say("\n" + spoken("Next: fix the first fault, then   {command}", command=f"autograder audit --language {language}"))
        return TO_FIX
    for name, _done, of in translation_audit.completeness(language, assignments):
        said = spoken_plural("{language}, {name}: the {count} text is translated.", "{language}, {name}: all {count} texts are translated.", of, language=language, name=name)
        say(said)
    say("\n" + spoken("Next: read it as a student does:   {command}", command=f"autograder check --language {language}"))
    return DONE


def _audit_variants(wanted: list[tuple[Assignment, tuple[str, ...]]], count: int) -> int:
    """Prints whether the variants of each exercise are fair, and how equally hard they are."""
    from autograder.authoring import variant_audit
    from autograder.sandbox.launcher import Starters

    found, tried = [], 0
    with Starters() as starters:
        for assignment, exercises in wanted:
            with progress(message("auditing variants")) as tell:
                faults, difficulties = variant_audit.audit(assignment, starters, exercises, count, tell)
            found += faults
            tried += len(difficulties)
            for fault in faults:
                say(f"✗ {shown(fault)}")
            for one in difficulties:
                _print_difficulty(one)
    words = " ".join([name_to_type(assignment) for assignment, _exercises in wanted[:1]])
    if found:
        say("\n" + spoken("Next: fix the first fault, then   {command}", command=f"autograder audit {words} --variants {count}"))
        return TO_FIX
    if not tried:
        say(message("No exercise here has variants: assignment.toml declares them in [variants], and marks in the files say where they are."))
        return DONE
    say("\n" + spoken("Next: make the pages   {command}", command=f"autograder course variants DIR --assignment {words}"))
    return DONE


def _print_difficulty(one: Difficulty) -> None:
    """Prints how hard an exercise is in its variants."""
    from autograder.authoring.variant_audit import MOST_SPREAD

    tried = plural("{count} variant", "{count} variants", one.variants)
    if one.all:
        tried = plural("all {count} variant", "all {count} variants", one.variants)
    low, high = one.caught
    say(spoken("{exercise}: {variants}. Share of the mistakes that lose points: {low:.2f} to {high:.2f}.", exercise=one.exercise, variants=tried, low=low, high=high))
    for name, (least, most) in sorted(one.losses.items(), key=lambda item: (item[1][0] - item[1][1], item[0])):
        if most > least:
            say("   " + spoken("{mistake} loses {least:.2f} to {most:.2f} of the points.", mistake=name, least=least, most=most))
    said = [spoken("Spread of the difficulty: {spread:.2f}; at most {most} is fair.", spread=one.spread, most=MOST_SPREAD)]
    if one.neighbours is not None:
        said.append(spoken("The answer to another variant loses at least {share:.2f} of the points.", share=one.neighbours))
    say("   " + " ".join(said))


def _audit(
    assignment: Assignment, names: tuple[str, ...], sample: int | None, starters, others: tuple[int, bool]
) -> bool:
    """Prints what is wrong with an assignment, or what was proven. Whether all is well.

    Args:
        others: how many other seeds are tried, and whether on the real data.
    """
    from autograder.authoring import audit, other_runs

    target = released_folder(assignment.folder) if _is_built(assignment) else None
    wrong, right = len(assignment.mistakes), len(assignment.alternatives)
    if not names and not sample and wrong + right >= MANY:
        say(spoken("{mistakes} and {alternatives} are judged. This takes minutes.", mistakes=_mistakes(wrong, wrong), alternatives=_alternatives(right, right)))
    with progress(message("auditing")) as tell:
        faults = audit.audit(assignment, starters, names, target, lambda what: tell(message("audited {what}", what=what)), sample)
        seeds, real = others
        if not faults and not names:
            tell(message("the form for students"))
            faults = other_runs.public_form_faults(assignment, starters, assignment.substitute)
        if not faults and seeds:
            tell(message("other seeds"))
            every = names or tuple(one.name for one in assignment.exercises)
            dataset = "" if real else assignment.substitute
            faults = other_runs.seed_faults(assignment, starters, every, dataset, int(seeds))
    for fault in faults:
        say(f"✗ {shown(fault)}")
    exercises = len(names) or len(assignment.exercises)
    if faults:
        wrong = sum("a false name" in fault for fault in faults)
        said = spoken(
            "{faults} ({wrong}) in {exercises}.",
            faults=plural("{count} fault", "{count} faults", len(faults)), wrong=plural("{count} false name", "{count} false names", wrong),
            exercises=plural("{count} exercise", "{count} exercises", exercises),
        )  # fmt: skip
        say("\n" + said)
        return False
    backend = keras_backend.usual()
    mistakes, alternatives = (_of(audit.tried(programs, backend), names, sample) for programs in (assignment.mistakes, assignment.alternatives))
    compared = message("every lesson was compared with every other mistake")
    if sample:
        compared = message("each was compared with all mistakes of the last build")
    passed = plural(
        "{count} exercise passes the audit: {mistakes} caught and named, {alternatives} accepted, 0 false names ({compared}).",
        "{count} exercises pass the audit: {mistakes} caught and named, {alternatives} accepted, 0 false names ({compared}).",
        exercises, mistakes=_mistakes(*mistakes), alternatives=_alternatives(*alternatives), compared=compared,
    )  # fmt: skip
    say(passed)
    every = [one for one in (*assignment.mistakes, *assignment.alternatives) if not names or one.function in names]
    if untried := len(every) - len(audit.tried(every, backend)):
        left_out = plural(
            "Left out, because they do not work with Keras on {backend}: {count} program.",
            "Left out, because they do not work with Keras on {backend}: {count} programs.",
            untried, backend=keras_backend.TITLES[backend],
        )  # fmt: skip
        say(left_out)
    return True


def _is_built(assignment: Assignment) -> bool:
    """Whether there has been a build: a new assignment has nothing that could be out of date."""
    from autograder.content.mistake_fingerprints import STORE

    return released_folder(assignment.folder).exists() or (assignment.folder / "mistakes" / STORE).exists()


def _is_out_of_date(assignment: Assignment, exercises: tuple[str, ...]) -> bool:
    """Whether some of these exercises have changed since the build: the audit of the whole assignment would only ask for it."""
    from autograder.content.mistake_fingerprints import stored
    from autograder.judging.diagnosis import stale

    return _is_built(assignment) and not {*exercises}.isdisjoint(stale(assignment, stored(assignment)))


def _of(programs: Iterable, names: tuple[str, ...], sample: int | None) -> tuple[int, int]:
    """How many programs were tried, and how many there are: of a sample, so many of each exercise."""
    found = collections.Counter(program.function for program in programs if not names or program.function in names)
    return sum(min(number, sample or number) for number in found.values()), found.total()


def _mistakes(tried: int, every: int) -> str:
    """``40 mistakes``; ``5 of 40 mistakes`` where a sample was tried."""
    if tried < every:
        return plural("{tried} of {count} mistake", "{tried} of {count} mistakes", every, tried=tried)
    return plural("{count} mistake", "{count} mistakes", every)


def _alternatives(tried: int, every: int) -> str:
    """The same of alternatives."""
    if tried < every:
        return plural("{tried} of {count} alternative right answer", "{tried} of {count} alternative right answers", every, tried=tried)
    return plural("{count} alternative right answer", "{count} alternative right answers", every)
