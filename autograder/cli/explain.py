"""Why a mark is what it is; and a call of a check, made again on the student's own machine."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.override import FOLDER
from autograder.cli.terminal import relative, say


@click.command(cls=options.Command)
@click.argument("student", metavar="STUDENT")
@click.argument("exercise", required=False, default="", metavar="[EXERCISE]")
@FOLDER
@options.assignment()
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
        raise UsageError(f"Name the exercise: autograder explain {asked.student} EXERCISE.")
    if asked.save_call is not None and not asked.check:
        raise UsageError("--save-call needs --check CHECK, to say which check's call it is.")
    return _explain(asked)


def _explain(asked: SimpleNamespace) -> int:
    from autograder.cli.course_grading import assignment_of, opened
    from autograder.core.files import write_atomically
    from autograder.desk.asking import why
    from autograder.desk.why_page import page

    with opened(asked.folder) as (course, store):
        mine, assignment = assignment_of(course, asked.name)
        found = why(course, store, mine, assignment, asked.student, asked.exercise)
    chosen = [one for place, one in enumerate(found.checks, 1) if asked.check in ("", str(place), one.result.name)]
    if not chosen:
        names = ", ".join(one.result.name for one in found.checks)
        raise UsageError(f"{found.exercise} has no check {asked.check!r}. It has: {names}.")
    _print(found, chosen)
    if asked.html is not None:
        write_atomically(asked.html, page(found).encode("utf-8", "replace"))
        say(f"\nThe page, for instructors: {relative(asked.html)}")
    if asked.save_call is not None:
        _save_call(chosen[0], asked, assignment.name)
    else:
        number = found.checks.index(chosen[0]) + 1
        say("\nNext: to let the student run exactly such a call")
        say(f"   autograder explain {asked.student} {found.exercise} --check {number} --save-call call.json --course {relative(course.folder)}")
    return DONE


def _save_call(check, asked: SimpleNamespace, assignment: str) -> None:
    from autograder.desk.saved_call import save

    if not check.calls:
        raise WorkNotRight("This check made no call, so there is nothing to save.")
    save(asked.save_call, check.calls[-1].recorded, assignment, check.result.name)
    hidden = "" if check.result.public else " It shows an input of a hidden check."
    say(f"\nSaved: {relative(asked.save_call)}.{hidden}")
    say("\nNext: give the file to the student, who runs beside the page")
    say(f"   autograder explain PAGE --run-call {asked.save_call.name}")


def _print(found, chosen: list) -> None:
    from autograder.reports import wording
    from autograder.reports.sanitize import one_line, plain

    say(f"{one_line(found.student)}, {found.exercise}: {wording.out_of(found.counted)} points.")
    for correction in found.corrections:
        say(f"Changed: {one_line(correction.sentence, wording.LONGEST_CORRECTION)}")
    for one in chosen:
        result = one.result
        word = wording.OUTCOME_SIGNS[result.outcome].word
        kind = "public" if result.public else "hidden"
        say(f"\n{found.checks.index(one) + 1}  {one_line(result.title)}: {word}, {wording.out_of(one.counted)} points ({kind}, {result.name})")
        for call in one.calls:
            say(f"     {call.function}({', '.join(name for name, _value in call.arguments)})")
            width = max(8, *(len(name) for name, _value in call.arguments)) if call.arguments else 8
            for name, value in (*call.arguments, ("gave", call.given), *_others(call)):
                say(f"       {one_line(name):<{width}}  {one_line(value, 420)}")
        if one.more:
            say(f"     and {wording.count(one.more, 'more call')}")
        for text in (result.message, f"It drew: {wording.figure_sentence(result)}" if result.figure_text else "", one.counted.smallest, one.counted.feedback):
            for line in plain(text).splitlines():
                say(f"     {line}")
        if one.reference is not None and one.reference.figure_text:
            say(f"     The reference drew: {wording.figure_sentence(one.reference)}")
        say("     The rule:")
        for line in plain(one.rule).rstrip().splitlines():
            say(f"       {line}")
    say(f"\nThe code, {one_line(found.place)}:")
    for line in found.code:
        say(f"  {'>' if line.marked else ' '}{line.number:>4}  {plain(line.text)}")


def _others(call) -> list[tuple[str, str]]:
    return [(name, value) for name, value in (("expected", call.expected), ("the reference gives", call.reference)) if value]


def _run_call(path: Path, file: Path, name: str) -> int:
    """The student's side: one call, made with the page that is here."""
    from autograder.content import assignment_search
    from autograder.core.faults import Unreadable

    if not path.is_file():
        raise UsageError(f"There is no file {path}. Name the page: autograder explain PAGE --run-call {file}.")
    from autograder.desk.course_file import CourseUnusable
    from autograder.desk.saved_call import SavedCall
    from autograder.desk.why import shown
    from autograder.judging.call_record import UNANSWERED, said
    from autograder.sandbox.launcher import Starters

    try:
        call = SavedCall(file)
        assignment = assignment_search.find(name or call.assignment, path)
        say(f"{call.function}({', '.join(call.sent)}), as {call.check} calls it, seed {call.seed}:")
        for argument, value in call.sent.items():
            say(f"  {argument:<8}  {shown(value)}")
        with Starters() as starters:
            answer = call.run(path, assignment, starters)
    except UNANSWERED as error:
        say(f"  raised    {said(error)}")
        return TO_FIX
    except (CourseUnusable, Unreadable) as error:
        raise WorkNotRight(str(error)) from error
    say(f"  gave      {shown(answer.value)}")
    if answer.output:
        say(f"  printed   {shown(answer.output)}")
    return DONE
