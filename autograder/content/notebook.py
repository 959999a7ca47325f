"""A page as the notebook that students receive: the same ids from build to build, and what nbgrader needs to know.

nbgrader (metadata schema 3) sees three kinds of cells: the function that a student writes, the locked line below it
that checks it, with the points, and a text with the points that a person gives. All other cells are the page's own, and nbgrader leaves them alone.
"""

from __future__ import annotations

import re
from typing import Any

from autograder.content import colab_cell
from autograder.content.assignment import Assignment
from autograder.content.page_language import notebook_mark

CHECK = "_check"  # the cell below ``normalize`` is ``normalize_check``
SCHEMA = 3


def page_as_notebook(script: str, assignment: Assignment, worth: dict[str, float], language: str = "") -> str:
    """The page as a notebook (jupytext), the same bytes every time.

    Jupytext gives every cell a random id, so each is set from the cell's name, or its place.

    Args:
        script: the page in py:percent form.
        assignment: whose page it is.
        worth: points of each exercise, from ``collection.points``.
        language: in which the page is; empty for the original.
    """
    import jupytext  # type: ignore[import-untyped]  # it has no annotations
    import nbformat

    content = jupytext.reads(script, fmt="py:percent")
    texts = {text.name: text.points for text in assignment.texts}
    for place, cell in enumerate(content.cells):
        title = cell.metadata.pop("title", "")
        cell["id"] = re.sub(r"[^a-zA-Z0-9_-]", "-", title)[:60] or f"{cell.cell_type}-{place}"
        cell.metadata.update(cell_metadata(title, worth, texts))
    first = next((place for place, cell in enumerate(content.cells) if cell.cell_type == "code"), 0)
    source = colab_cell.first_cell(assignment.name, assignment.home, bool(assignment.data_files), assignment.requires, language)
    cell = nbformat.v4.new_code_cell(source, id=colab_cell.CELL_ID, metadata=colab_cell.FOLDED)  # type: ignore[no-untyped-call]  # it has none
    content.cells.insert(first, cell)
    content.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "title": assignment.title,
        **(notebook_mark(language) if language else {}),
    }
    content.nbformat, content.nbformat_minor = 4, 5
    text: str = nbformat.writes(content, indent=1)  # type: ignore[no-untyped-call]  # as above
    return text + "\n"


def cell_metadata(title: str, worth: dict[str, float], texts: dict[str, float] | None = None) -> dict[str, Any]:
    """What is in a cell's metadata: nbgrader's part, and that the line which checks is not for editing.

    Args:
        title: the cell's name on the page.
        worth: points of each exercise.
        texts: points of each text that a person marks.
    """
    if texts and title in texts:
        return {"deletable": False, "nbgrader": _nbgrader(title, grade=True, solution=True, points=whole(texts[title]))}
    if title in worth:
        return {"deletable": False, "nbgrader": _nbgrader(title, solution=True)}
    if title.endswith(CHECK) and title.removesuffix(CHECK) in worth:
        metadata = _nbgrader(title, grade=True, locked=True, points=whole(worth[title.removesuffix(CHECK)]))
        return {"deletable": False, "editable": False, "nbgrader": metadata}
    return {}


def whole(number: float) -> float:
    """Points as people write them: 10, not 10.0."""
    return int(number) if number == int(number) else number


def _nbgrader(grade_id: str, **said: object) -> dict[str, Any]:
    """nbgrader refuses a cell that lacks one of these keys, or has any other."""
    return {
        "grade": False,
        "grade_id": grade_id,
        "locked": False,
        "schema_version": SCHEMA,
        "solution": False,
        "task": False,
        **said,
    }
