"""A receipt: what a mark was made from, by hashes, and the signature of the course.

Who has the page and the checks can make the mark again and compare. One byte that is changed in a receipt is found out: the
signature is over the whole text, and the text is the only one that is accepted for its content.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from autograder.cache import dependencies
from autograder.content import variant_folder, variant_uses
from autograder.content.assignment import Assignment
from autograder.core.faults import Unreadable
from autograder.core.files import write_atomically
from autograder.core.languages import joined, message
from autograder.core.languages.messages import plural
from autograder.core.records import Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.desk.course_file import CourseUnusable
from autograder.desk.keys import CourseKey, PublicKey
from autograder.desk.moments import now
from autograder.reports.wording import OUTCOME_SIGNS

FORMAT = 1
LARGEST = 2**20  # bytes
SIGNATURE = "signature"


@dataclass(frozen=True)
class ComparedMark:
    """What making a mark again has shown.

    Attributes:
        same_mark: whether every check gives the same points.
        differences: sentences about what is another than in the receipt, even if the mark is the same.
    """

    same_mark: bool
    differences: tuple[str, ...]


def make(
    report: Report, content: bytes, file: str, assignment: Assignment, settings: Settings, key: CourseKey, submitted: str = ""
) -> str:
    """The receipt of a report as the checks have it, before any correction. Empty where no mark was given."""
    if report.status is not Status.GRADED:
        return ""
    body: dict[str, Any] = {
        "format": FORMAT,
        "graded": now(),
        "submission": report.submission,
        "submitted": submitted,
        "page": {"file": file, "sha256": hashlib.sha256(content).hexdigest(), "functions": _functions(content, file, assignment)},
        "assignment": report.assignment,
        **({"variant": report.variant} if report.variant else {}),
        "checks": _checks(assignment, settings, report.variant),
        "settings": {"seed": report.seed, "budget": report.budget, "off": list(settings.off), **({"keras": report.backend} if report.backend else {})},
        "data": report.dataset,
        "versions": dependencies.used_versions(),
        "outcome": outcome(report),
        "score": report.score,
        "max_score": report.max_score,
        "key": key.public.fingerprint,
    }
    signature = base64.b64encode(key.sign(_canonical(body))).decode()
    return _text(body | {SIGNATURE: signature})


def read(data: bytes, key: PublicKey) -> dict[str, Any]:
    """The content of a receipt that the course has signed.

    Raises:
        CourseUnusable: it is not a receipt, or was changed, or another course has signed it.
    """
    try:
        if len(data) > LARGEST:
            raise ValueError
        text = data.decode()
        content = json.loads(text)
        signature = base64.b64decode(content[SIGNATURE], validate=True)
        body = {name: value for name, value in content.items() if name != SIGNATURE}
        whole = text == _text(content) and base64.b64encode(signature).decode() == content[SIGNATURE]
        other = content["key"] != key.fingerprint
        known = content["format"] == FORMAT
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, binascii.Error):
        raise CourseUnusable(message("This is not a receipt, or it was damaged.")) from None
    if not whole or not key.has_signed(_canonical(body), signature):
        why = message("It was changed after the course signed it.")
        if other:
            why = message("It names the key {named}, and this course has {own}.", named=content["key"], own=key.fingerprint)
        raise CourseUnusable(message("The signature of this receipt is not valid. {why}", why=why))
    if not known:
        raise CourseUnusable(message("This receipt has format {format}; this version reads format {known}.", format=content["format"], known=FORMAT))
    return body


def variant_of(receipt: dict[str, Any]) -> str:
    """By which variant of the assignment the page was judged; empty for the ordinary one."""
    return str(receipt.get("variant", ""))


def settings_of(receipt: dict[str, Any], usual: Settings) -> Settings:
    """How the page was judged, as the receipt says."""
    said = receipt["settings"]
    return replace(usual, seed=said["seed"], budget=said["budget"], off=tuple(said["off"]), backend=said.get("keras", usual.backend))


def compared(receipt: dict[str, Any], again: Report, content: bytes, assignment: Assignment, settings: Settings) -> ComparedMark:
    """What is another today than the receipt says.

    Args:
        again: the report on the same page, judged again.

    Raises:
        NoSuchVariant: the assignment does not have the variant of the receipt any more.
    """
    said = []
    page = receipt["page"]
    if hashlib.sha256(content).hexdigest() != page["sha256"]:
        said.append(message("The page is not the one that the receipt is about."))
    functions = _functions(content, page["file"], assignment)
    changed = [name for name in {**functions, **page["functions"]} if functions.get(name) != page["functions"].get(name)]
    said += [message("The page has other code now for: {names}.", names=", ".join(sorted(changed)))] if changed else []
    checks = _checks(assignment, settings, variant_of(receipt))
    other = sorted(name for name in {**checks, **receipt["checks"]} if checks.get(name) != receipt["checks"].get(name))
    said += [message("These checks were changed since then: {names}.", names=", ".join(other))] if other else []
    today = dependencies.used_versions()
    newer = [message("{name} {was} (now {now})", name=name, was=was, now=today.get(name, message("none"))) for name, was in receipt["versions"].items() if today.get(name) != was]
    said += [message("It was judged with {versions}.", versions=joined(newer, ", "))] if newer else []
    found = outcome(again)
    for exercise, rows in receipt["outcome"].items():
        before = {name: (result, points) for name, result, points, _most in rows}
        after = {name: (result, points) for name, result, points, _most in found.get(exercise, [])}
        said += [
            message(
                "{exercise}, {check}: {before} in the receipt, {after} now.",
                exercise=exercise, check=name, before=_row(before.get(name)), after=_row(after.get(name)),
            )
            for name in {**before, **after}
            if before.get(name) != after.get(name)
        ]
    return ComparedMark(_points(receipt["outcome"]) == _points(found), tuple(said))


def outcome(report: Report) -> dict[str, list[list[Any]]]:
    """Exercise -> for each check its name, outcome, points and most points."""
    return {
        one.name: [[check.name, str(check.outcome), check.points, check.max_points] for check in one.checks]
        for one in report.exercises
    }


def _points(found: dict[str, list[list[Any]]]) -> dict[tuple[str, str], tuple[float, float]]:
    return {(exercise, name): (points, most) for exercise, rows in found.items() for name, _result, points, most in rows}


def _row(found: tuple[str, float] | None) -> str:
    if not found:
        return message("not there")
    outcome = OUTCOME_SIGNS[Outcome(found[0])].word if found[0] in [*Outcome] else found[0]
    return plural("{outcome} with {count:g} point", "{outcome} with {count:g} points", float(found[1]), outcome=outcome)


def _functions(content: bytes, file: str, assignment: Assignment) -> dict[str, str]:
    """Each function of the exercises -> the hash of what it needs on the page; none where the page cannot be read."""
    try:
        page = assignment.read_bytes(content, file, "")
    except Unreadable:
        return {}
    return {name: page.content_hash(name) for name in sorted(assignment.functions)}


def _checks(assignment: Assignment, settings: Settings, variant: str) -> dict[str, str]:
    """Each exercise -> the hash of its checks and of all else of the assignment that its result depends on, in a variant."""
    own = {one.name: variant_folder.of(assignment, variant_uses.variant_of(assignment, one.name, variant)) for one in assignment.exercises}
    return {name: dependencies.checks_key(one, name, settings) for name, one in own.items()}


def _canonical(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode()


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, sort_keys=True, ensure_ascii=True, allow_nan=False, indent=1) + "\n"


def bring_up_to_date(folder: Path, stem: str, text: str) -> None:
    """Writes a receipt beside an assignment's reports, if it is not there already.

    Args:
        text: the receipt; empty where no mark was given, and then none is beside the report.
    """
    path = folder / f"{stem}.receipt"
    if not text:
        path.unlink(missing_ok=True)
    elif not path.is_file() or path.read_bytes() != text.encode():
        write_atomically(path, text.encode())
