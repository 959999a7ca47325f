"""Reports that are kept beside the course: who was judged, by which checks and settings, and with which result.

A report is fresh as long as nothing has changed that its marks depend on: the submitted file, and
all that is in ``cache.dependencies``. What is fresh is not judged again.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path

from autograder import reports
from autograder.cache.dependencies import assignment_key
from autograder.content import assignment_folder, page_file
from autograder.content.discovery import Handed
from autograder.core.faults import Unreadable
from autograder.core.files import write_atomically
from autograder.core.records import Report, Status
from autograder.core.settings import Settings

SEEN = ".seen"  # a folder beside the reports


@dataclass(frozen=True)
class ReportStore:
    """The reports of one assignment.

    Attributes:
        folder: where they are; made when the first one comes.
        stamp: of everything but the submitted file that marks depend on; from ``stamp``.
    """

    folder: Path
    stamp: str

    def find(self, one: Handed, key: str) -> Report | None:
        """The report that was kept under this key, or None. What the kit could not grade is never found again."""
        try:
            report = reports.read_report(self._path(one.name))
        except reports.ReportUnreadable:
            return None
        fresh = report.graded_with == key and report.submission == one.name
        return report if fresh and report.status is not Status.NOT_GRADED else None

    def keep(self, report: Report, key: str) -> Report:
        """Writes a report down, and returns it as it is written."""
        report = replace(report, graded_with=key)
        return reports.write_or_tell(report, self.folder, stem(report.submission))

    def key(self, one: Handed) -> str:
        """A hash of all that the marks of a submitted file depend on."""
        try:
            content = hashlib.sha256(page_file.read_bytes(one.path)).hexdigest()
        except Unreadable as error:
            content = str(error)
        return hashlib.sha256(f"{self.stamp} {content}".encode("utf-8", "backslashreplace")).hexdigest()[:32]

    def _path(self, name: str) -> Path:
        return self.folder / f"{stem(name)}.json"


@dataclass(frozen=True)
class Seen:
    """What a person saw of one student's cells when they were last written into the gradebook: cell -> a digest.

    Attributes:
        folder: of the assignment's reports.
    """

    folder: Path
    student: str

    def read(self) -> dict[str, str]:
        """Empty where nothing is known; then everything that a person graded is to be looked at again."""
        try:
            found = json.loads(self._path.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}

    def write(self, seen: dict[str, str]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self._path, json.dumps(seen, indent=1).encode())

    @property
    def _path(self) -> Path:
        return self.folder / SEEN / f"{stem(self.student)}.json"


def stem(name: str) -> str:
    """What a submission's files are called; two names that differ in capitals only never share one."""
    made = reports.file_stem(name)
    return made if made == made.lower() else f"{made}-{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def stamp(folder: Path, settings: Settings) -> str:
    """A hash of what marks depend on besides the submitted file."""
    return assignment_key(assignment_folder.load(folder), settings)
