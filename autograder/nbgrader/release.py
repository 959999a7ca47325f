"""How a notebook is released: nbgrader's own way, but for texts that a person marks.

nbgrader puts a line of code into every cell that students fill in. In the place of a text that line makes no sense.
"""

from __future__ import annotations

from nbformat import NotebookNode
from nbgrader.preprocessors import ClearSolutions
from nbgrader.utils import is_grade, is_solution

from autograder.content.solution_markers import BEGIN, END, without_solutions
from autograder.content.text_questions import is_text_cell


class ClearAnswers(ClearSolutions):
    """nbgrader's ``ClearSolutions``, which leaves the prompt in a cell that holds a text for a person to mark."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict, cell_index: int
    ) -> tuple[NotebookNode, dict]:
        by_hand = is_grade(cell) and is_solution(cell) and cell.cell_type == "code"
        if not (by_hand and is_text_cell(_without_markers(cell.source))):
            return super().preprocess_cell(cell, resources, cell_index)
        cell.source = without_solutions(cell.source) if BEGIN in cell.source else cell.source
        return cell, resources


def _without_markers(source: str) -> str:
    return "\n".join(line for line in source.split("\n") if line.strip() not in (BEGIN, END))
