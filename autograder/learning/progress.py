"""What is remembered of a learner's work: one small file in the working folder, readable and safe to delete.

It holds how each exercise stood when it was last checked, how many hints were read, and whether the solution was asked
for. Nothing in it counts for a mark.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from autograder.core.files import cache_folder, write_atomically
from autograder.core.languages import joined, message, spoken
from autograder.core.records import ExerciseResult, Outcome
from autograder.core.system_errors import reason

FOLDER = ".autograder"  # also for backups; hidden, and no page is looked for in it
NAME = "progress.json"
FORMAT = 1
ABOUT = "This is what autograder remembers about your work here. You can delete this file at any time: your page does not change."


@dataclass(frozen=True)
class Standing:
    """The standing of one exercise.

    Attributes:
        state: ``passed`` or ``tried`` when it was last checked; empty if it never was, or was still the stub.
        points, of: what it got then, and what there was to get.
        page: the file that was checked; code: fingerprint of the function in it, see ``Submission.fingerprint``.
        solved: it has been passed, now or earlier.
        hints: how many were read; asked: how often the solution was asked for.
    """

    state: str = ""
    points: float = 0.0
    of: float = 0.0
    page: str = ""
    code: str = ""
    solved: bool = False
    hints: int = 0
    asked: int = 0


class Progress:
    """The memory of one assignment in one folder.

    Args:
        folder: where the learner's page is.
        assignment: its name.

    Attributes:
        problem: one sentence if the file could not be read or written; empty if all is well. The work goes on.
        forgets: nothing could be written anywhere.
    """

    def __init__(self, folder: Path, assignment: str) -> None:
        self.path = folder / FOLDER / NAME
        place = hashlib.sha256(str(folder.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self.instead = cache_folder() / "progress" / f"{place}.json"  # for a folder that cannot be written to
        self.assignment = assignment
        self.problem = ""
        self.forgets = False
        self.content = self._read()

    def of(self, exercise: str) -> Standing:
        try:
            return _standing(self.content.get(self.assignment, {}).get(exercise, {}))
        except ValueError as error:
            self.problem = spoken("{path} is damaged ({error}) and is ignored. You can delete it.", path=self.path, error=error)
            return Standing()

    def change(self, exercise: str, **values: object) -> Standing:
        """Remembers something more about an exercise. What another command wrote meanwhile is kept."""
        self.content = self._read()
        standing = replace(self.of(exercise), **values)
        kept = {name: value for name, value in asdict(standing).items() if value}
        assignment = self.content.setdefault(self.assignment, {})
        if json.dumps(assignment.get(exercise, {})) != json.dumps(kept):
            assignment[exercise] = kept
            self._write()
        return standing

    def checked(self, result: ExerciseResult, page: str, code: str) -> None:
        """Remembers the result of a check.

        Args:
            result: of one exercise; the stub is nothing to remember, and a bug in the kit neither.
            page: the file's name; code: the function's fingerprint in it.
        """
        if result.not_started or any(check.outcome is Outcome.BROKEN for check in result.checks):
            return
        state = "passed" if result.passed else "tried"
        known = {"solved": True} if result.passed else {}
        self.change(result.name, state=state, points=result.score, of=result.max_score, page=page, code=code, **known)

    def _read(self) -> dict:
        try:
            newest = max(self.path, self.instead, key=_written_at)
            content = json.loads(newest.read_bytes(), parse_constant=_no_number)
            if not isinstance(content, dict) or content.get("format") != FORMAT:
                raise ValueError(message("it is not of format {format}", format=FORMAT))
            for name, known in content.items():
                if not (name in ("about", "format") or (isinstance(known, dict) and _all_dicts(known))):
                    raise ValueError(message("{name} is not a table of exercises", name=repr(name)))
            return content
        except FileNotFoundError:
            pass
        except (ValueError, RecursionError) as error:
            self.problem = spoken("{path} is damaged ({error}) and is ignored. You can delete it.", path=self.path, error=error)
        except OSError as error:
            self.problem = spoken("{path} cannot be read: {strerror}.", path=self.path, strerror=reason(error))
        return {"about": ABOUT, "format": FORMAT}

    def _write(self) -> None:
        text = json.dumps(self.content, indent=1, ensure_ascii=False) + "\n"
        data = text.encode("utf-8", "replace")
        self.forgets = False
        try:
            self.path.parent.mkdir(exist_ok=True)
            write_atomically(self.path, data)
            self.instead.unlink(missing_ok=True)
        except OSError as error:
            self.problem = spoken("Your progress could not be saved in {path}: {strerror}.", path=self.path, strerror=reason(error))
            self.forgets = not self._write_instead(data)
            if not self.forgets:
                self.problem = joined([self.problem, spoken("It is saved in {instead} instead.", instead=self.instead)])

    def _write_instead(self, data: bytes) -> bool:
        try:
            self.instead.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.instead, data)
            return True
        except OSError:
            return False


def _written_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is not a number")


def _all_dicts(known: dict) -> bool:
    return all(isinstance(entry, dict) for entry in known.values())


def _standing(values: dict) -> Standing:
    """
    Raises:
        ValueError: a value of another kind than expected.
    """
    fresh = asdict(Standing())
    for name, value in values.items():
        kind = (int, float) if isinstance(fresh.get(name), float) else type(fresh.get(name))
        if name in fresh and (not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool)):
            raise ValueError(f"{name} is {value!r}")
    return Standing(**{name: value for name, value in values.items() if name in fresh})
