"""An nbgrader course's folders, as far as the kit is concerned: which notebook is ours, what was submitted, where reports go."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment
from autograder.content.discovery import Handed
from autograder.content.folder_entries import leads_out
from autograder.content.page_choice import Choice, choose
from autograder.nbgrader.corrections import CourseCorrections

SOLUTIONS = "solutions"  # beside source/, and never released
REPORTS = "reports"
TIMESTAMP = "timestamp.txt"


@dataclass(frozen=True)
class Course:
    """One assignment of an nbgrader course.

    Attributes:
        directory: nbgrader's own ``CourseDirectory``, which knows what the folders are called.
        name: the assignment.
    """

    directory: object
    name: str

    @property
    def root(self) -> Path:
        return Path(self.directory.root)

    @property
    def is_ours(self) -> bool:
        """Whether the kit judges this assignment; nbgrader runs all others itself."""
        return (self.solutions / assignment_folder.SETTINGS).is_file()

    @property
    def solutions(self) -> Path:
        return self.root / SOLUTIONS / self.name

    @property
    def reports(self) -> Path:
        return self.root / REPORTS / self.name

    @property
    def source(self) -> Path:
        return self.step(self.directory.source_directory, ".")

    @cached_property
    def assignment(self) -> Assignment:
        """
        Raises:
            AssignmentNotFound, AssignmentBroken: see ``assignment_folder.load``.
        """
        return assignment_folder.load(self.solutions)

    @property
    def corrections(self) -> CourseCorrections:
        """What persons have corrected in this assignment."""
        return CourseCorrections(self.root, self.name)

    @property
    def notebook(self) -> str:
        """The name of the notebook that is judged: the assignment's own."""
        return self.name

    def step(self, directory: str, student: str) -> Path:
        """A folder of one of nbgrader's steps."""
        return Path(self.directory.format_path(directory, student, self.name))

    def submitted(self, student: str) -> Path:
        """The notebook as a student submitted it."""
        return self.step(self.directory.submitted_directory, student) / f"{self.notebook}.ipynb"

    def autograded(self, student: str) -> Path:
        """The notebook as nbgrader keeps it, with the results in it."""
        return self.step(self.directory.autograded_directory, student) / f"{self.notebook}.ipynb"

    def feedback(self, student: str) -> Path:
        """The folder of the pages that nbgrader makes for a student."""
        return self.step(self.directory.feedback_directory, student)

    def has_old_feedback(self, student: str) -> bool:
        """Whether a student's feedback is from before the last grading: nbgrader leaves it alone, unless it is forced."""
        made, graded = self.feedback(student), self.autograded(student)
        return made.is_dir() and graded.is_file() and made.stat().st_mtime < graded.stat().st_mtime

    def students(self) -> list[str]:
        """Every student with a folder for this assignment among the submissions, in order."""
        before, after = self._around_student
        excluded = self.directory.student_id_exclude.split(",")
        return sorted(
            entry.name
            for entry in Path(before).glob("*")
            if entry.is_dir()
            and not entry.name.startswith(".")
            and entry.name not in excluded
            and Path(f"{entry}{after}").is_dir()
        )

    def handed_in(self) -> list[Handed]:
        """Every student's page that counts; those who have no notebook are left out, because nbgrader leaves them out."""
        return [Handed(student, self.page(student)) for student in self.students() if self.is_there(student)]

    def page(self, student: str) -> Path:
        """The page that is judged: the notebook, unless it is untouched and the script beside it is not."""
        return self._choice(student).page

    def worked_beside(self, student: str) -> list[str]:
        """Pages of the assignment's name on which was worked, too, and that are not judged."""
        return [path.name for path in self._choice(student).worked]

    def _choice(self, student: str) -> Choice:
        notebook = self.submitted(student)
        script = notebook.with_suffix(".py")
        both = script.is_file() and not leads_out(script, notebook.parent)
        return choose([notebook, script], self.assignment) if both else Choice(notebook)

    def without_notebook(self) -> dict[str, list[str]]:
        """Students with a folder and no notebook of the right name in it -> the names of the notebooks they have; else of their files.

        One of the right name is among them if it is a link to another place, which is not followed.
        """
        found = {}
        for student in self.students():
            if not self.is_there(student):
                folder = self.submitted(student).parent
                files = sorted(one.name for one in folder.glob("*") if one.is_file() and one.name != TIMESTAMP)
                found[student] = [name for name in files if name.endswith(".ipynb")] or files
        return found

    def is_there(self, student: str) -> bool:
        """Whether a student's notebook is there, and in the student's own folder; the folder itself may be no link either."""
        path = self.submitted(student)
        own = Path(f"{self._around_student[0]}{student}")
        return path.is_file() and not leads_out(path, own) and not leads_out(own, own.parent)

    @property
    def _around_student(self) -> tuple[str, str]:
        """What is before and after the student in the path of a folder with a submission."""
        marker = "\0"  # stands for the student in nbgrader's own pattern of folders
        before, _, after = str(self.step(self.directory.submitted_directory, marker)).partition(marker)
        return before, after

    def released(self) -> tuple[set[str], list[str]]:
        """What is in the source notebook: the texts of the page's own cells, and the known cells' ids, in order.

        Whatever else is in a submitted notebook is its student's.
        """
        try:
            cells = json.loads((self.source / f"{self.notebook}.ipynb").read_text("utf-8"))["cells"]
            prose = {"".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"}
            order = [cell["metadata"].get("nbgrader", {}).get("grade_id", "") for cell in cells]
            return prose, [grade_id for grade_id in order if grade_id]
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return set(), []


def of(preprocessor: object, resources: dict) -> Course:
    """The course and assignment that one of nbgrader's preprocessors (or exporters) works on."""
    return Course(_directory(preprocessor), resources["nbgrader"]["assignment"])


def root_of(component: object) -> Path:
    """The folder of the course that a part of nbgrader works on."""
    return Path(_directory(component).root)


def _directory(component: object) -> object:
    """nbgrader passes its ``CourseDirectory`` to its converters; exporter and preprocessors hang below these."""
    while component is not None:
        found = getattr(component, "coursedir", None)
        if found is not None:
            return found
        component = getattr(component, "parent", None)
    raise LookupError("nbgrader gave no course folder.")
