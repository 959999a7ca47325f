"""What judging has found, kept in a file after each few programs, so that a run can go on where it was stopped."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from autograder.cache.dependencies import fingerprint_key
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.core.files import write_atomically
from autograder.core.records import ExerciseResult, Report


class KeptResults:
    """The results of programs, by their source and by what they are judged with.

    Args:
        path: of the file; None to keep nothing.
    """

    def __init__(self, path: Path | None, assignment: Assignment) -> None:
        self.path = path
        self.assignment = assignment
        self.keys: dict[str, str] = {}
        self.content: dict[str, Any] = json.loads(path.read_text("utf-8")) if path is not None and path.is_file() else {}

    def find(self, program: SampleAnswer) -> ExerciseResult | None:
        """What came of a program before."""
        found = self.content.get(self._key(program))
        return None if found is None else Report.from_dict(found).exercises[0]

    def keep(self, found: dict[SampleAnswer, Report]) -> None:
        """Writes what came of some programs into the file."""
        self.content |= {self._key(program): report.to_dict() for program, report in found.items()}
        if self.path is not None:
            write_atomically(self.path, json.dumps(self.content).encode())

    def _key(self, program: SampleAnswer) -> str:
        if program.function not in self.keys:
            self.keys[program.function] = fingerprint_key(self.assignment, program.function)
        text = f"{self.assignment.name} {program.function} {self.keys[program.function]}\n{program.source}"
        return hashlib.sha256(text.encode()).hexdigest()
