"""nbgrader's own ``export`` command, writing what ``autograder export`` writes.

    nbgrader export --exporter=autograder.nbgrader.exporters.QuestionsExporter --to questions.csv
    nbgrader export --exporter=autograder.nbgrader.exporters.CanvasExporter --CanvasExporter.source=canvas.csv
    nbgrader export --exporter=autograder.nbgrader.exporters.MoodleExporter --MoodleExporter.source=moodle.csv

With several assignments in the gradebook, say which: ``--assignment '["mnist"]'``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Unicode

from autograder.core.files import write_atomically
from autograder.lms import export as exports
from autograder.lms.export import Wanted
from autograder.nbgrader import course
from autograder.nbgrader.export_grades import course_grades, exempt_of
from autograder.reports.grades import NoTable, of_one_assignment


class QuestionsExporter(ExportPlugin):
    """One row for each student, one column for each graded cell. What is not final is an empty cell, never a zero."""

    kind = exports.QUESTIONS

    def export(self, gradebook: Gradebook) -> None:
        """Writes the file that ``--to`` names; ends with exit code 1, and nothing written, where it cannot."""
        wanted = self.wanted()
        try:
            if wanted.kind != exports.QUESTIONS and not wanted.source.name:
                raise NoTable(f"Name the file that you downloaded: --{type(self).__name__}.source=FILE.csv")
            target = Path(self.to or self.default_name())
            if wanted.source and target.exists() and target.samefile(wanted.source):
                raise NoTable(f"{target} is the downloaded file itself. Name another one: --to FILE.csv")
            names = [str(name) for name in self.assignment]
            found = course_grades(gradebook, names, [str(name) for name in self.student], exempt_of(course.root_of(self)))
            filled = exports.make(of_one_assignment(found, names[0] if len(names) == 1 else ""), wanted)
            write_atomically(target, filled.data)
        except (NoTable, OSError) as error:
            self.log.error("%s", error)
            sys.exit(1)
        for sentence in exports.sentences(filled, wanted, str(target)):
            (self.log.info if filled.complete else self.log.warning)("%s", sentence)

    def wanted(self) -> Wanted:
        return Wanted(self.kind)

    def default_name(self) -> str:
        return "questions.csv"


class FillingExporter(QuestionsExporter):
    """What the exporters for learning platforms have in common."""

    source = Unicode("", help="the file that you downloaded from the platform").tag(config=True)
    column = Unicode("", help="the column for the marks (default: found by the assignment's name)").tag(config=True)
    by = Unicode("", help="identify students by this column only").tag(config=True)
    scale = Bool(False, help="scale the marks if the column has a different maximum").tag(config=True)

    def wanted(self) -> Wanted:
        return Wanted(self.kind, Path(self.source), self.column, self.by, self.scale)

    def default_name(self) -> str:
        return exports.filled_name(Path(self.source)).name


class CanvasExporter(FillingExporter):
    """Fills in one column of Canvas's own downloaded gradebook."""

    kind = exports.CANVAS


class MoodleExporter(FillingExporter):
    """Fills in the grades of Moodle's own downloaded grading worksheet."""

    kind = exports.MOODLE
