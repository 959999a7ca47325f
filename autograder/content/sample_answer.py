"""One program of an assignment's mistakes or alternatives: its code, and what its docstring and its remarks say."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.content.mistake_signs import read_signs
from autograder.content.program_backends import needs_another


@dataclass(frozen=True)
class SampleAnswer:
    """A mistake or an alternative.

    Attributes:
        name: the file's name after ``__``; function: before it.
    """

    name: str
    function: str
    source: str
    path: Path

    @cached_property
    def text(self) -> str:
        """Its docstring: for a mistake what a student reads, for an alternative the form's name."""
        return " ".join((ast.get_docstring(ast.parse(self.source)) or "").split())

    def needs_another(self, backend: str) -> bool:
        """See ``program_backends.needs_another``."""
        return needs_another(self.source, backend)

    @property
    def also_true(self) -> tuple[str, ...]:
        """Of a mistake: the names of others whose lesson is literally true for it, from a line ``# Also true: name, name``."""
        lines = re.findall(r"^# Also true: (.+)$", self.source, re.MULTILINE)
        return tuple(name.strip() for line in lines for name in line.split(","))

    @property
    def signs(self) -> dict[str, str]:
        """Of a mistake: the part of its evidence that counts, check by check, see ``mistake_signs``."""
        return read_signs(self.source)
