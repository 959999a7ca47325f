"""How nbgrader reads what students submitted: a file that is not a notebook any more still gets its feedback."""

from __future__ import annotations

import copy

import nbformat
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode, validator

from autograder.nbgrader import cells, course


class Notebooks(NotebookExporter):
    """nbconvert's, but what nbformat refuses is read cell by cell, or as an empty notebook.

    Only for the kit's own assignments: their marks come from the file as it was submitted, and the judge's report says
    what is wrong with it. Any other notebook that cannot be read is an error, as it always was.
    """

    def from_file(self, file_stream, resources=None, **settings):
        if not course.of(self, resources).is_ours:
            return super().from_file(file_stream, resources, **settings)
        with open(file_stream.name, "rb") as file:
            data = file.read()
        return self.from_notebook_node(read_notebook(data), resources, **settings)


def read_notebook(data: bytes) -> NotebookNode:
    """A submitted file's cells, whatever state it is in."""
    try:
        content = nbformat.reads(data.decode("utf-8-sig"), as_version=4)
        validator.normalize(copy.deepcopy(content))  # nbconvert does so before any preprocessor has a say
        return content
    except Exception:  # whatever a file can do to nbformat
        return cells.read_damaged_notebook(data)
