"""What the kit needs of nbgrader and nbconvert beyond their public interfaces.

Checked with nbgrader 0.9.6 and nbconvert 7.17 (``tests/nbgrader/test_compat.py``); ``pyproject.toml`` excludes versions that
are not checked.
"""

from __future__ import annotations

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.api import SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties


def possible_penalty(step: AssignLatePenalties, entry: SubmittedNotebook, penalty: float) -> float:
    """The penalty that nbgrader writes where a policy asks for this one: at least 0, at most the score.

    Rests on ``AssignLatePenalties._check_late_penalty``, which a course may have changed.
    """
    return step._check_late_penalty(entry, penalty)


class PreprocessedExporter(HTMLExporter):
    """nbconvert's, with a method that gets a notebook after the last preprocessor. Rests on ``Exporter._preprocess``."""

    def after_preprocessing(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        return nb, resources

    def _preprocess(self, nb: NotebookNode, resources: dict) -> tuple[NotebookNode, dict]:
        return self.after_preprocessing(*super()._preprocess(nb, resources))
