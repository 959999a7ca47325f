"""How nbgrader makes feedback of a graded notebook: contents with names, and marks that agree with each other."""

from __future__ import annotations

import re

from nbformat import NotebookNode, v4

from autograder.content.notebook import CHECK
from autograder.core.languages import spoken
from autograder.nbgrader import course
from autograder.nbgrader.compat import PreprocessedExporter
from autograder.nbgrader.course_language import in_language_of_course
from autograder.nbgrader.gradebook import nbgrader_metadata
from autograder.reports import wording
from autograder.reports.html.rendering import render

ENTRY = re.compile(r'(<a href="#)([\w-]+)(">)Test cell(</a>)')  # nbgrader's template has no names in its contents


class Feedback(PreprocessedExporter):
    """nbgrader's feedback page, with functions' names in its contents. Takes the place of ``HTMLExporter``.

    The marks in its headings are the gradebook's of today; the cards are from the day of grading. Where a person has
    given another score since, a sentence above the card says so.
    """

    @in_language_of_course
    def after_preprocessing(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        if course.of(self, resources).is_ours:
            for cell in nb.cells:
                if cell.cell_type == "code" and nbgrader_metadata(cell).get("grade") and not nbgrader_metadata(cell).get("solution"):
                    _say_what_counts(cell)
        return nb, resources

    def from_notebook_node(self, nb: NotebookNode, resources: dict | None = None, **settings: object):
        page, resources = super().from_notebook_node(nb, resources, **settings)
        return ENTRY.sub(_named, page), resources


def _named(entry: re.Match) -> str:
    return f"{entry[1]}{entry[2]}{entry[3]}{entry[2].removesuffix(CHECK)}{entry[4]}"


def _say_what_counts(cell: NotebookNode) -> None:
    score, points = nbgrader_metadata(cell).get("score"), nbgrader_metadata(cell).get("points")
    judged = _judged(cell)
    if score is None or judged is None or abs(score - judged) < 1e-6:
        return
    text = spoken(
        "{score} of {most} points count: this score was given by hand. The checks gave {judged}.",
        score=wording.points(score), most=wording.points(points), judged=wording.points(judged),
    )
    shown = {"text/html": render("score_by_hand.html.j2", text=text), "text/plain": text}
    cell.outputs.insert(0, v4.new_output("display_data", shown))


def _judged(cell: NotebookNode) -> float | None:
    """The score that the judge has left in a test cell."""
    for output in cell.outputs:
        if output.output_type == "execute_result":
            try:
                return float(output.data.get("text/plain", ""))
            except ValueError:
                return None
    return None
