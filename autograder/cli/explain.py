"""Why a mark is what it is; and a call of a check, made again on the student's own machine."""

from __future__ import annotations

import shlex
from pathlib import Path
from types import SimpleNamespace

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.override import FOLDER
from autograder.cli.terminal import columns, padded, relative, say
from autograder.core.languages import shown, spoken, spoken_plural, what_it_says


@click.command(cls=options.Command)
@click.argument("student", metavar="STUDENT")
@click.argument("exercise", required=False, default="", metavar="[EXERCISE]")
@FOLDER
@options.assignment()
@options.language
@click.option("--check", default="", metavar="CHECK", help="Only this check, by its number or name.")
@click.option("--html", type=Path, metavar="FILE", help="Also write a page, with the figures beside those of the reference.")
@click.option("--save-call", type=Path, metavar="FILE", help="Save the last call of --check, for the student to run.")
@click.option("--run-call", type=Path, metavar="FILE", help="Run a saved call. STUDENT is then the page, such as mnist.py.")
def run(**typed) -> int:
    """Show why a mark is what it is: inputs, results, what was expected, and the code.

    STUDENT is an id, a name or a part of it; EXERCISE is one of the assignment. The page is judged once more with the same seed.
    """
    asked = SimpleNamespace(**typed)
    if asked.run_call is not None:
        return _run_call(Path(asked.student), asked.run_call, asked.name)
    if not asked.exercise:
        raise UsageError(spoken("Name the exercise: {command}.", command=f"autograder explain {shlex.quote(asked.student)} EXERCISE"))
    if asked.save_call is not None and not asked.check:
        raise UsageError(spoken("--save-call needs --check CHECK, to say which check's call it is."))
    return _explain(asked)


def _explain(asked: SimpleNamespace) -> int:
    from autograder.cli.course_grading import assignment_of, opened
    from autograder.core.files import write_atomically
    from autograder.desk.course_why import why
    from autograder.desk.why_page import as_read, page

    with opened(asked.folder) as (course, store):
        mine, assignment = assignment_of(course, asked.name)
        found = why(course, store, mine, assignment, asked.student, asked.exercise)
    judged, found = found, as_read(found)
    chosen = [one for place, one in enumerate(found.checks, 1) if asked.check in ("", str(place), one.result.name)]
    if not chosen:
        names = ", ".join(one.result.name for one in found.checks)
        raise UsageError(spoken("{exercise} has no check {check}. It has: {names}.", exercise=found.exercise, check=repr(asked.check), names=names))
    _print(found, chosen)
    if asked.html is not None:
        write_atomically(asked.html, page(judged).encode("utf-8", "replace"))
        say("\n" + spoken("The page, for instructors: {page}", page=relative(asked.html)))
    if asked.save_call is not None:
        _save_call(chosen[0], asked, assignment.name)
    else:
        number = found.checks.index(chosen[0]) + 1
        say("\n" + spoken("Next: to let the student run exactly such a call"))
        say(f"   autograder explain {shlex.quote(asked.student)} {found.exercise} --check {number} --save-call call.json --course {relative(course.folder)}")
    return DONE


def _save_call(check, asked: SimpleNamespace, assignment: str) -> None:
    from autograder.desk.saved_call import save

    if not check.calls:
        raise WorkNotRight(spoken("This check made no call, so there is nothing to save."))
    save(asked.save_call, check.calls[-1].recorded, assignment, check.result.name)
    say("\n" + spoken("Saved: {file}.", file=relative(asked.save_call)) + ("" if check.result.public else " " + spoken("It shows an input of a hidden check.")))
    say("\n" + spoken("Next: give the file to the student, who runs beside the page"))
    say(f"   autograder explain PAGE --run-call {asked.save_call.name}")


def _print(found, chosen: list) -> None:
    from autograder.reports import wording
    from autograder.reports.check_texts import figure_sentence
    from autograder.reports.sanitize import one_line, plain

    say(spoken("{student}, {exercise}: {score} points.", student=one_line(found.student), exercise=found.exercise, score=wording.out_of(found.counted)))
    for correction in found.corrections:
        say(spoken("Changed: {sentence}", sentence=one_line(shown(correction.sentence), wording.LONGEST_CORRECTION)))
    for one in chosen:
        result = one.result
        word = shown(wording.OUTCOME_SIGNS[result.outcome].word)
        kind = spoken("public") if result.public else spoken("hidden")
        score = spoken("{score} points", score=wording.out_of(one.counted))
        say(f"\n{found.checks.index(one) + 1}  {one_line(result.title)}: {word}, {score} ({kind}, {result.name})")
        for call in one.calls:
            say(f"     {call.function}({', '.join(name for name, _value in call.arguments)})")
            rows = (*call.arguments, (spoken("gave"), call.given), *_others(call))
            width = max(8, *(columns(name) for name, _value in rows[: len(call.arguments) + 1 + bool(call.expected)]))
            for name, value in rows:
                say(f"       {padded(one_line(name), width)}  {one_line(value, 420)}")
        if one.more:
            say("     " + spoken_plural("and {count} more call", "and {count} more calls", one.more))
        for text in (result.message, spoken("It drew: {figure}", figure=figure_sentence(result)) if result.figure_text else "", one.counted.smallest, one.counted.feedback):
            for line in plain(text).splitlines():
                say(f"     {line}")
        if one.reference is not None and one.reference.figure_text:
            say("     " + spoken("The reference drew: {figure}", figure=figure_sentence(one.reference)))
        say("     " + spoken("The rule:"))
        for line in plain(one.rule).rstrip().splitlines():
            say(f"       {line}")
    say("\n" + spoken("The code, {place}:", place=one_line(found.place)))
    for line in found.code:
        say(f"  {'>' if line.marked else ' '}{line.number:>4}  {plain(line.text)}")


def _others(call) -> list[tuple[str, str]]:
    return [(name, value) for name, value in ((spoken("expected"), call.expected), (spoken("the reference gives"), call.reference)) if value]


def _run_call(path: Path, file: Path, name: str) -> int:
    """The student's side: one call, made with the page that is here."""
    from autograder.content import assignment_search
    from autograder.core.faults import Unreadable

    if not path.is_file():
        raise UsageError(spoken("There is no file {path}. Name the page: {command}.", path=path, command=f"autograder explain PAGE --run-call {file}"))
    from autograder.desk.course_file import CourseUnusable
    from autograder.desk.saved_call import SavedCall
    from autograder.desk.why import value_in_words
    from autograder.judging.call_record import UNANSWERED, said
    from autograder.sandbox.launcher import Starters

    try:
        call = SavedCall(file)
        assignment = assignment_search.find(name or call.assignment, path)
        called = f"{call.function}({', '.join(call.sent)})"
        say(spoken("{call}, as {check} calls it, seed {seed}:", call=called, check=call.check, seed=call.seed))
        for argument, value in call.sent.items():
            say(f"  {padded(argument, 8)}  {shown(value_in_words(value))}")
        with Starters() as starters:
            answer = call.run(path, assignment, starters)
    except UNANSWERED as error:
        say(f"  {padded(spoken('raised'), 8)}  {shown(said(error))}")
        return TO_FIX
    except (CourseUnusable, Unreadable) as error:
        raise WorkNotRight(shown(what_it_says(error))) from error
    say(f"  {padded(spoken('gave'), 8)}  {shown(value_in_words(answer.value))}")
    if answer.output:
        say(f"  {padded(spoken('printed'), 8)}  {shown(value_in_words(answer.output))}")
    return DONE
