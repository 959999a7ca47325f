"""Pages in py:percent form, as cells."""

import miniature
import pytest

from autograder.content.percent_cells import percent_cells, with_originals

PAGE = '# language: ko\n\n# %% [markdown]\n# # Hello\n\n# %% setup original="0a1b"\nimport json\n\n\n# %%\nx = 1\n'


def test_kinds_titles_lines_and_notes():
    found = [(cell.kind, cell.title, cell.source, cell.line, cell.original) for cell in percent_cells(PAGE)]
    assert found == [
        ("markdown", "", "# # Hello", 3, ""),
        ("code", "setup", "import json", 6, "0a1b"),
        ("code", "", "x = 1", 10, ""),
    ]


@pytest.mark.parametrize("page", [PAGE, miniature.PAGE], ids=["a few cells", "the miniature"])
def test_notes_can_be_written_and_taken_out_again(page):
    bare = with_originals(page, [""] * len(percent_cells(page)))
    notes = [f"{number:x}" for number, _cell in enumerate(percent_cells(page), 1)]
    noted = with_originals(bare, notes)
    assert "original" not in bare and [cell.original for cell in percent_cells(noted)] == notes
    assert with_originals(noted, [""] * len(notes)) == bare
