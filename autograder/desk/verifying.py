"""Receipts are derived again: the page that each names is judged as it says, and every hash and every point is compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from autograder.content.assignment import Assignment
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import message, what_it_says
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.desk import receipts, recording
from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import CourseUnusable
from autograder.desk.keys import CourseKey
from autograder.reports import wording


@dataclass(frozen=True)
class Verified:
    """What came out of one receipt.

    Attributes:
        problem: why it does not hold at all; empty if it is signed and its page could be judged.
        same_mark: the page gives the same points in every check. mark: by the checks now.
        differences: what is another than in the receipt.
    """

    problem: str = ""
    same_mark: bool = False
    mark: str = ""
    differences: tuple[str, ...] = ()


def verify_all(desk: CourseDesk, files: Sequence[bytes]) -> list[Verified]:
    """Checks the signatures of receipts, and judges their pages again; nothing that was found before is used.

    Pages of one assignment with the same settings are judged together.

    Returns:
        One result for each receipt, in order.
    """
    key = CourseKey(desk.course.folder).public
    found: list[dict[str, Any] | Verified] = []
    for data in files:
        try:
            receipt = receipts.read(data, key)
            found.append({"receipt": receipt, "content": desk.store.blob(receipt["page"]["sha256"])})
        except CourseUnusable as error:
            found.append(Verified(what_it_says(error)))
    groups: dict[tuple[str, Settings], list[int]] = {}
    for number, one in enumerate(found):
        if isinstance(one, dict):
            settings = receipts.settings_of(one["receipt"], desk.course.settings)
            groups.setdefault((one["receipt"]["assignment"], settings), []).append(number)
    done = {number: one for number, one in enumerate(found) if isinstance(one, Verified)}
    for (name, settings), numbers in groups.items():
        try:
            assignment = desk.load(desk.course.assignment(name))
        except CourseUnusable as error:
            done |= {number: Verified(what_it_says(error)) for number in numbers}
            continue
        held: dict[int, Any] = {number: found[number] for number in numbers}
        pages = [
            recording.StoredPage(str(number), one["receipt"]["page"]["file"], one["content"], receipts.variant_of(one["receipt"]))
            for number, one in held.items()
        ]
        again = recording.judge_again(pages, assignment, settings, desk.jobs)
        done |= {
            number: _compared(one["receipt"], again.get(str(number)), one["content"], assignment, settings) for number, one in held.items()
        }
    return [done[number] for number in range(len(files))]


def _compared(receipt: dict[str, Any], again: Report | None, content: bytes, assignment: Assignment, settings: Settings) -> Verified:
    if again is None:
        return Verified(message("The page of this receipt could not be judged again."))
    try:
        compared = receipts.compared(receipt, again, content, assignment, settings)
    except NoSuchVariant as error:
        return Verified(what_it_says(error))
    return Verified("", compared.same_mark, wording.out_of(again), compared.differences)
