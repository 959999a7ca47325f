"""nbgrader's gradebook, as far as the kit reads and writes it: known cells, and the marks of one notebook."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Gradebook, MissingEntry, Notebook

from autograder.nbgrader.cells import Known
from autograder.nbgrader.marks import mark
from autograder.notebooks import CHECK, SCHEMA, whole
from autograder.records import Report


@contextmanager
def opened(db_url: str) -> Iterator[Gradebook]:
    """The gradebook, closed again whatever happens."""
    with Gradebook(db_url) as gradebook:
        yield gradebook


def known_cells(gradebook: Gradebook, assignment: str, notebook: str, order: list[str]) -> dict[str, Known]:
    """grade_id -> cell, of one notebook.

    Args:
        order: grade_ids as they stand on the page; the database keeps none.
    """
    found = _known(gradebook.find_notebook(notebook, assignment))
    places = {grade_id: place for place, grade_id in enumerate(order)}
    return dict(sorted(found.items(), key=lambda item: places.get(item[0], len(places))))


def _known(notebook: Notebook) -> dict[str, Known]:
    worth = {cell.name: float(cell.max_score) for cell in [*notebook.grade_cells, *notebook.task_cells]}
    graded = {cell.name for cell in notebook.grade_cells}
    written = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    found = {}
    for cell in notebook.source_cells:
        metadata = {
            "schema_version": SCHEMA,
            "grade_id": cell.name,
            "grade": cell.name in graded,
            "solution": cell.name in written,
            "locked": bool(cell.locked),
            "task": cell.name in tasks,
            "cell_type": cell.cell_type,
        }
        metadata |= {"points": whole(worth[cell.name])} if cell.name in worth else {}
        metadata |= {"checksum": cell.checksum} if cell.checksum else {}
        found[cell.name] = Known(cell.cell_type, cell.source or "", metadata)
    return found


def record(gradebook: Gradebook, report: Report, assignment: str, notebook: str, student: str) -> None:
    """Writes down what a cell's output cannot say: what a person has to look at, and why.

    Marks and comments that a person gave stay as they are.
    """
    entry = gradebook.find_submission_notebook(notebook, assignment, student)
    comments = {comment.name: comment for comment in entry.comments}
    for grade in entry.grades:
        if grade.cell.cell_type != "code" or grade.name in comments:
            continue  # written answers, for a person to read: nbgrader has seen to them
        told = mark(report, grade.name, float(grade.max_score))
        grade.auto_score = told.score
        grade.needs_manual_grade = told.score is None or grade.manual_score is not None
        function = comments.get(grade.name.removesuffix(CHECK))
        if function is not None and told.why:
            function.auto_comment = f"Not graded yet. {_inert(told.why)}"
    gradebook.db.commit()


def _inert(text: str) -> str:
    """A sentence that says the same when it is taken for Markdown or HTML."""
    return "".join(f"&#{ord(letter)};" if letter in "<>&[]()*_`$\\!#|~\"'" else letter for letter in text)


def marks(
    gradebook: Gradebook, assignment: str, notebook: str, student: str
) -> dict[str, tuple[float | None, bool]] | None:
    """What the gradebook says: grade_id of each checked function -> (automatic score, a person has to look or has done so).

    Returns:
        None where it knows nothing of this hand-in.
    """
    try:
        entry = gradebook.find_submission_notebook(notebook, assignment, student)
    except MissingEntry:
        return None
    written = {comment.name for comment in entry.comments}
    checked = [grade for grade in entry.grades if grade.cell.cell_type == "code" and grade.name not in written]
    return {
        grade.name: (grade.auto_score, grade.needs_manual_grade or grade.manual_score is not None) for grade in checked
    }


def is_recorded(gradebook: Gradebook, report: Report, assignment: str, notebook: str, student: str) -> bool:
    """Whether the gradebook says exactly what a report comes to."""
    entry = marks(gradebook, assignment, notebook, student)
    if entry is None:
        return False
    worth = {cell.name: float(cell.max_score) for cell in gradebook.find_notebook(notebook, assignment).grade_cells}
    for name, (score, persons) in entry.items():
        told = mark(report, name, worth[name])
        if told.score != score or (told.score is None and not persons):
            return False
    return True
