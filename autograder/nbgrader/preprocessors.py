"""The three steps that the kit adds to ``nbgrader autograde``; see ``nbgrader_config.py`` for where they are.

Assignments that are not the kit's, in the same course, are run and marked by nbgrader as ever.
"""

from __future__ import annotations

from nbformat import NotebookNode, v4
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Enum, Float, Integer, Unicode

from autograder.content.discovery import Handed
from autograder.core import keras_backend
from autograder.core.records import Report
from autograder.core.settings import LEAST_RECHECK, Settings
from autograder.nbgrader import corrections, course, feedback, gradebook, lenient_exporter
from autograder.nbgrader.cell_scores import cell_score, exercise_of
from autograder.nbgrader.cells import ReleasedCell, own_outputs, rebuilt, with_known_metadata
from autograder.nbgrader.course import Course
from autograder.nbgrader.course_language import in_language_of_course
from autograder.nbgrader.gradebook import nbgrader_metadata
from autograder.nbgrader.grading import CourseGrader
from autograder.nbgrader.report_store import Seen

KEY = "autograder"  # in the notebook's metadata: with what it was graded
LOG = f"{KEY}_log"  # among the resources: the corrections of the assignment
FLAGS = f"{KEY}_flags"  # among the resources: what the gradebook has said of cells that a person graded


class Repair(NbGraderPreprocessor):
    """Makes a submitted notebook whole. First of ``Autograde.sanitize_preprocessors``.

    Cells that were copied, deleted, re-tagged or given strange metadata make nbgrader stop, for one student or for
    all behind that one. Here they become what the gradebook says they are.
    """

    @in_language_of_course
    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        here = course.of(self, resources)
        notebook = resources["nbgrader"]["notebook"]
        prose, order = here.released()
        with gradebook.open_gradebook(resources["nbgrader"]["db_url"]) as opened:
            known = gradebook.known_cells(opened, here.name, notebook, order)
        if _is_judged(here, notebook):
            return rebuilt(nb, known, prose), resources
        with_known_metadata(nb, known)
        return nb, resources


class Judge(NbGraderPreprocessor):
    """Fills the test cells from the judge's report. Takes the place of nbgrader's ``Execute``.

    A fresh report is used where there is one; else the submission is judged now, in its own processes. The name is
    in courses' ``nbgrader_config.py`` (``c.Judge.budget``), so it stays.
    """

    seed = Integer(Settings.seed, help="Seed of the hidden inputs.").tag(config=True)
    budget = Unicode(Settings.budget, help="Training budget: quick or full.").tag(config=True)
    isolation = Enum(
        ("full", "reduced", "none"), Settings.isolation, help="The highest level of isolation to try."
    ).tag(config=True)

    recheck = Float(
        Settings.recheck,
        min=LEAST_RECHECK,
        max=1.0,
        help=f"Share of the results that were not judged one by one to judge in full as well, from {LEAST_RECHECK} to 1.",
    ).tag(config=True)

    language = Unicode("", help="Language of feedback and of what the commands say, such as ko.").tag(config=True)

    backend = Enum(
        ("", *keras_backend.TITLES), "", help="What Keras computes with, where KERAS_BACKEND does not say it."
    ).tag(config=True)

    @property
    def settings(self) -> Settings:
        backend = keras_backend.chosen(of_course=self.backend)
        return Settings(self.seed, self.budget, isolation=self.isolation, recheck=self.recheck, backend=backend)

    @in_language_of_course
    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        here, student = course.of(self, resources), resources["nbgrader"]["student"]
        if not _is_judged(here, resources["nbgrader"]["notebook"]):
            return Execute(parent=self.parent)(nb, resources)
        log = here.corrections.log()
        standing = [one for one in log if one.kind is not None and not one.undone]
        judged = CourseGrader.of(here, corrections.judging(self.settings, standing)).report(Handed(student, here.page(student)))
        prose, order = here.released()
        with gradebook.open_gradebook(resources["nbgrader"]["db_url"]) as opened:
            known = gradebook.known_cells(opened, here.name, here.notebook, order)
            resources["nbgrader"][FLAGS] = gradebook.flags(opened, here.name, here.notebook, student)
            report = corrections.corrected_report(judged, standing, student, gradebook.worth(opened, here.name, here.notebook))
        resources["nbgrader"] |= {KEY: report, LOG: log}
        nb.metadata[KEY] = {
            "graded_with": report.graded_with,
            "released": gradebook.released_digest(known, prose),
            "corrections": corrections.digest(log, student),
        }
        outputs = _outputs_to_see(nb, here, student, known)
        for cell in nb.cells:
            if cell.cell_type == "code":
                cell.outputs, cell.execution_count = outputs.get(cell.get("id", ""), []), None
                if _is_test(cell):
                    _fill(cell, report, here)
        _note(nb, report)
        return nb, resources


class Record(NbGraderPreprocessor):
    """Writes into the gradebook what an output cannot say. Behind ``SaveAutoGrades``.

    Where the kit could not grade, no student gets a zero: the cell has no automatic score, and asks for a person.
    """

    @in_language_of_course
    def preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        known = resources["nbgrader"]
        report = known.get(KEY)
        if isinstance(report, Report):
            here, student = course.of(self, resources), known["student"]
            seen = Seen(here.reports, student)
            before, now = seen.read(), gradebook.seen(nb, report)
            same = {name for name, digest in now.items() if before.get(name) == digest}
            flags = {name: flag for name, flag in known.get(FLAGS, {}).items() if name in same}
            with gradebook.open_gradebook(known["db_url"]) as opened:
                gradebook.record(opened, report, known["assignment"], known["notebook"], student, flags)
                corrections.extend(opened.find_submission(known["assignment"], student), known[LOG], student)
                opened.db.commit()
            seen.write(now)
        return nb, resources


def _outputs_to_see(nb: NotebookNode, here: Course, student: str, known: dict[str, ReleasedCell]) -> dict[str, list]:
    """nbgrader's ``ClearOutput`` has taken all outputs away by now; those that a person grades by come from the hand-in."""
    by_hand = any(one.by_hand or one.metadata["task"] for one in known.values())
    if not by_hand or not here.is_there(student):
        return {}
    content = lenient_exporter.read_notebook(here.submitted(student).read_bytes())
    return own_outputs(content, known, [cell.get("id", "") for cell in nb.cells])


def _is_judged(here: Course, notebook: str) -> bool:
    return here.is_ours and notebook == here.notebook


def _is_test(cell: NotebookNode) -> bool:
    return bool(nbgrader_metadata(cell).get("grade")) and not nbgrader_metadata(cell).get("solution")


def _fill(cell: NotebookNode, report: Report, here: Course) -> None:
    grade_id, points = nbgrader_metadata(cell)["grade_id"], float(nbgrader_metadata(cell)["points"])
    exercise = exercise_of(report, grade_id)
    names = [one.name for one in here.assignment.exercises]
    number = names.index(exercise.name) + 1 if exercise and exercise.name in names else 0
    data = feedback.output(report, grade_id, cell_score(report, grade_id, points), points, number)
    cell.outputs = [v4.new_output("execute_result", data, execution_count=None)]


def _note(nb: NotebookNode, report: Report) -> None:
    """What was found on the page as a whole is below its first cell of code that is not a test."""
    report = feedback.with_source(report)
    html = feedback.notes(report)
    cell = next((one for one in nb.cells if one.cell_type == "code" and not nbgrader_metadata(one)), None)
    if html and cell is not None:
        cell.outputs = [v4.new_output("display_data", {"text/html": html, "text/plain": "\n".join(report.notes)})]
