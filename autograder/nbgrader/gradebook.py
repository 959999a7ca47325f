"""nbgrader's gradebook, as far as the kit reads and writes it: known cells, and the marks of one notebook."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry, Notebook

from autograder.content.notebook import CHECK, SCHEMA, whole
from autograder.core.languages import shown, spoken
from autograder.core.records import Report
from autograder.nbgrader.cell_scores import cell_score
from autograder.nbgrader.cells import ReleasedCell


@contextmanager
def open_gradebook(db_url: str) -> Iterator[Gradebook]:
    """The gradebook, closed again whatever happens."""
    with Gradebook(db_url) as gradebook:
        yield gradebook


def known_cells(gradebook: Gradebook, assignment: str, notebook: str, order: list[str]) -> dict[str, ReleasedCell]:
    """grade_id -> cell, of one notebook.

    Args:
        order: grade_ids as they are on the page; the database keeps none.
    """
    found = _known(gradebook.find_notebook(notebook, assignment))
    places = {grade_id: place for place, grade_id in enumerate(order)}
    return dict(sorted(found.items(), key=lambda item: places.get(item[0], len(places))))


def _known(notebook: Notebook) -> dict[str, ReleasedCell]:
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
        found[cell.name] = ReleasedCell(cell.cell_type, cell.source or "", metadata)
    return found


def worth(gradebook: Gradebook, assignment: str, notebook: str) -> dict[str, float]:
    """Exercise or text -> the points of the cell that stands for it."""
    return {cell.name.removesuffix(CHECK): float(cell.max_score) for cell in gradebook.find_notebook(notebook, assignment).grade_cells}


def released_digest(known: Mapping[str, ReleasedCell], prose: set[str]) -> str:
    """A digest of what was released: the known cells and the page's own texts."""
    content = [[(name, one.kind, one.source, one.metadata) for name, one in known.items()], sorted(prose)]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]


def flags(gradebook: Gradebook, assignment: str, notebook: str, student: str) -> dict[str, bool]:
    """Each cell that a person has given a score -> whether the gradebook asks for a person again. Asked before nbgrader's
    ``SaveAutoGrades``, which flags every one of them.
    """
    try:
        entry = gradebook.find_submission_notebook(notebook, assignment, student)
    except MissingEntry:
        return {}
    return {grade.name: bool(grade.needs_manual_grade) for grade in entry.grades if grade.manual_score is not None}


def seen(nb: NotebookNode, report: Report) -> dict[str, str]:
    """Each graded cell -> a digest of what a person judges it by.

    Of a written answer that is its text and the outputs that are shown; of a test cell the function's text, and what
    the judge gives for it.
    """
    texts = {nbgrader_metadata(cell).get("grade_id"): cell.source for cell in nb.cells}
    found = {}
    for cell in nb.cells:
        name = nbgrader_metadata(cell).get("grade_id")
        if not nbgrader_metadata(cell).get("grade"):
            continue
        if nbgrader_metadata(cell).get("solution"):
            content = [cell.source, cell.get("outputs", [])]
        else:
            given = cell_score(report, name, float(nbgrader_metadata(cell)["points"]))
            content = [texts.get(name.removesuffix(CHECK)), given.score]
        found[name] = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:32]
    return found


def nbgrader_metadata(cell: NotebookNode) -> dict:
    """nbgrader's metadata of a cell."""
    return cell.metadata.get("nbgrader", {})


def record(
    gradebook: Gradebook, report: Report, assignment: str, notebook: str, student: str, unchanged: Mapping[str, bool]
) -> None:
    """Writes down what a cell's output cannot say: what a person has to look at, and why.

    Marks and comments that a person gave stay as they are.

    Args:
        unchanged: cells that a person has given a score, and of which that person would see the same again -> whether
            they were flagged before, which they stay. All others with such a score are flagged.
    """
    entry = gradebook.find_submission_notebook(notebook, assignment, student)
    comments = {comment.name: comment for comment in entry.comments}
    texts = {text.name: text.points for text in report.for_a_person}  # of a correction; else None
    for grade in entry.grades:
        if grade.manual_score is not None and grade.name in unchanged:
            grade.needs_manual_grade = unchanged[grade.name]
    for grade in entry.grades:
        if grade.name in texts and grade.manual_score is None:  # nbgrader gives 0 where the cell is as it was released
            grade.auto_score, grade.needs_manual_grade = texts[grade.name], texts[grade.name] is None
        if grade.cell.cell_type != "code" or grade.name in comments:
            continue  # written answers, for a person to read: nbgrader has seen to them
        given = cell_score(report, grade.name, float(grade.max_score))
        grade.auto_score = given.score
        if grade.manual_score is None or grade.name not in unchanged:
            grade.needs_manual_grade = given.score is None or grade.manual_score is not None
        function = comments.get(grade.name.removesuffix(CHECK))
        if function is not None and given.why:
            function.auto_comment = spoken("Not graded yet. {why}", why=_inert(given.sentence))
        elif function is not None and (changed := _corrections(report, function.name)):
            function.auto_comment = _inert(changed)
    for name in texts:
        if name in comments and (changed := _corrections(report, name)):
            comments[name].auto_comment = _inert(changed)
    gradebook.db.commit()


def _corrections(report: Report, exercise: str) -> str:
    """What was corrected in an exercise or a text, in words."""
    return " ".join(f"{shown(one.sentence)}." for one in report.corrections if one.exercise == exercise)


def _inert(text: str) -> str:
    """A sentence that says the same when it is taken for Markdown or HTML."""
    return "".join(f"&#{ord(letter)};" if letter in "<>&[]()*_`$\\!#|~\"'" else letter for letter in text)


def gradebook_scores(
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


def waiting(gradebook: Gradebook, assignment: str) -> dict[str, list[str]]:
    """Each graded cell that waits for a person -> the students whose it is."""
    found: dict[str, list[str]] = {}
    for submission in sorted(gradebook.assignment_submissions(assignment), key=lambda one: one.student_id):
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                if grade.needs_manual_grade:
                    found.setdefault(grade.name, []).append(submission.student_id)
    return found


def given_by_hand(gradebook: Gradebook, assignment: str) -> dict[str, dict[str, float]]:
    """Student -> exercise or text -> the score that a person has given in formgrader."""
    found: dict[str, dict[str, float]] = {}
    for submission in gradebook.assignment_submissions(assignment):
        for notebook in submission.notebooks:
            for grade in notebook.grades:
                if grade.manual_score is not None:
                    found.setdefault(submission.student_id, {})[grade.name.removesuffix(CHECK)] = float(grade.manual_score)
    return found


def is_recorded(gradebook: Gradebook, report: Report, assignment: str, notebook: str, student: str) -> bool:
    """Whether the gradebook says exactly the result of a report."""
    entry = gradebook_scores(gradebook, assignment, notebook, student)
    if entry is None:
        return False
    worth = {cell.name: float(cell.max_score) for cell in gradebook.find_notebook(notebook, assignment).grade_cells}
    for name, (score, persons) in entry.items():
        given = cell_score(report, name, worth[name])
        if given.score != score or (given.score is None and not persons):
            return False
    return True
