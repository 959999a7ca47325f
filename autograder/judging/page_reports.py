"""What a report says of a page before any check has run: where it came from, its notes, its texts for a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from autograder.content import integrity, variant_folder, variants
from autograder.content.assignment import Assignment
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core import isolation_level, versions
from autograder.core.languages import message
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.judging.call_arguments import in_other_order


def empty(submission: Submission | SubmissionPart, assignment: Assignment, settings: Settings) -> Report:
    """A report without exercises, that says nothing about the page either."""
    return Report(
        assignment=assignment.name, assignment_version=assignment.version, variant=assignment.variant,
        submission=submission.name,
        source_sha256="",
        status=Status.GRADED,
        exercises=(),
        isolation=isolation_level.lowest(set()),
        dataset="",  # none, as long as no check has used it
        seed=settings.seed,
        seconds=0.0,
        budget=settings.budget if assignment.budgets else "",
        judged_by=versions.judged_by(),
    )


def of_page(submission: Submission, assignment: Assignment, settings: Settings, names: Sequence[str]) -> Report:
    """What can be said of a page as a whole.

    Args:
        names: of the exercises that are judged. Texts belong to the report unless only some exercises are asked for.
    """
    texts = () if settings.exercises else assignment.texts
    return replace(
        empty(submission, assignment, settings),
        source_sha256=submission.sha256,
        source=submission.page.name,
        notes=submission.notes(list(names)) + _other_orders(submission, assignment, names),
        suspicions=tuple(integrity.of_page(submission.page)),
        answers=submission.answers,
        for_a_person=tuple(text.read(submission.page) for text in texts),
    )


def other_variant(content: bytes, assignment: Assignment) -> tuple[str, ...]:
    """A sentence if a page says that it is of another variant than the one that it is judged by.

    Args:
        content: of the page's file. What it says changes no mark.
    """
    own = variants.code(assignment.variant) if assignment.variant else ""
    said = variant_folder.said_by(content)
    if not said or own in said:
        return ()
    if not own:
        return (message("The page says that it is variant {said}. It was judged by the ordinary assignment, without variants.", said=said[0]),)
    return (
        message(
            "The page says that it is variant {said}. It was judged by variant {own}, which belongs to the name under which it was submitted. "
            "If you got the wrong page, ask for the right one.",
            said=said[0], own=own,
        ),
    )


def _other_orders(submission: Submission, assignment: Assignment, names: Sequence[str]) -> tuple[str, ...]:
    """A sentence for each function that has the right parameters in another order: it was called by their names."""
    found = []
    for name in names:
        piece, wanted = submission.find(name), assignment.parameters[name]
        if piece is not None and in_other_order(piece.parameters, wanted):
            found.append(
                message(
                    "{name}({parameters}) has its parameters in a different order from {name}({wanted}). The checks call it with their "
                    "names, but the page's own calls go by order, so restore the order.",
                    name=name, parameters=", ".join(piece.parameters), wanted=", ".join(wanted),
                )
            )
    return tuple(found)
