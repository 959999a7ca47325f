"""nbgrader and nbconvert are still as the kit needs them; each test says what has changed if they are not."""

from types import SimpleNamespace

import pytest
from nbconvert.preprocessors import Preprocessor
from nbformat import v4
from nbgrader.preprocessors import AssignLatePenalties
from other_side import OtherSideChanged, unchanged

from autograder.nbgrader import compat

COMPAT = "nbgrader/compat.py"


@pytest.mark.parametrize(("asked", "written"), [(-1.0, 0), (2.0, 2.0), (9.0, 5.0)], ids=["below 0", "possible", "more than the score"])
def test_a_possible_penalty(asked, written):
    with unchanged("nbgrader", COMPAT, "AssignLatePenalties._check_late_penalty keeps a penalty between 0 and the score"):
        assert compat.possible_penalty(AssignLatePenalties(), SimpleNamespace(score=5.0), asked) == written


class Shout(Preprocessor):
    enabled = True

    def preprocess_cell(self, cell, resources, _number):
        cell.source = cell.source.upper()
        return cell, resources


class Seeing(compat.PreprocessedExporter):
    """Changes once more what the last preprocessor has left, and remembers what it was."""

    def after_preprocessing(self, nb, resources):
        self.before = [cell.source for cell in nb.cells]
        nb.cells[0].source += " and a line that was added"
        return nb, resources


def test_a_notebook_is_seen_after_the_last_preprocessor():
    exporter = Seeing(preprocessors=[Shout])
    with unchanged("nbconvert", COMPAT, "Exporter._preprocess applies all preprocessors, and its result becomes the page"):
        page, _resources = exporter.from_notebook_node(v4.new_notebook(cells=[v4.new_markdown_cell("quiet words")]))
        assert exporter.before == ["QUIET WORDS"]
        assert "QUIET WORDS and a line that was added" in page


def test_a_change_would_be_said(monkeypatch):
    """The tests above can fail, and say what to do."""
    monkeypatch.delattr(AssignLatePenalties, "_check_late_penalty")
    with pytest.raises(OtherSideChanged, match=r"^nbgrader [\d.]+ has changed. autograder/nbgrader/compat.py .*_check_late_penalty"):
        with unchanged("nbgrader", COMPAT, "a penalty is kept possible"):
            compat.possible_penalty(AssignLatePenalties(), SimpleNamespace(score=5.0), 1.0)
