"""A submitted notebook made whole: its known cells as they were released, everything else as plain text or code.

Only what a student wrote is taken from a notebook, and what ``sanitize_cells`` lets through of attachments and outputs. Metadata
are made again, so it does not matter what a student or an editor did to them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import nbformat
from nbformat import NotebookNode, v4

from autograder.core.languages import message, shown
from autograder.nbgrader import sanitize_cells

KINDS = ("code", "markdown", "raw")
MISSING = message("This cell was missing from the submission.")


@dataclass(frozen=True)
class ReleasedCell:
    """A cell as nbgrader's gradebook knows it.

    Attributes:
        kind: ``code`` or ``markdown``; source: as it was released.
        metadata: nbgrader's part.
    """

    kind: str
    source: str
    metadata: dict

    @property
    def is_students(self) -> bool:
        """Whether students write in it; else it is locked."""
        return bool(self.metadata["solution"])

    @property
    def by_hand(self) -> bool:
        """Whether a person grades it."""
        return bool(self.metadata["grade"] and self.metadata["solution"])


def read_damaged_notebook(data: bytes) -> NotebookNode:
    """A notebook's cells out of a file that nbformat refuses: what can be read is taken, nothing is believed.

    Returns:
        A valid notebook; an empty one where the file is none.
    """
    try:
        content = json.loads(data.decode("utf-8", "replace"))
        cells = content["cells"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return v4.new_notebook()
    found = [_cell(cell) for cell in cells if isinstance(cell, dict)] if isinstance(cells, list) else []
    return v4.new_notebook(cells=found)


def _cell(cell: dict) -> NotebookNode:
    kind = cell.get("cell_type")
    grade_id = _grade_id(cell)
    metadata = {"nbgrader": {"grade_id": grade_id}} if grade_id else {}
    return _new(kind if kind in KINDS else "raw", _source(cell), "x", metadata)


def own_outputs(content: NotebookNode, known: Mapping[str, ReleasedCell], rebuilt_ids: Iterable[str]) -> dict[str, list]:
    """What a person has to see of a notebook's outputs, cleaned: cell's id in the rebuilt notebook -> outputs.

    These are the outputs of cells that a person grades, and those of a student's own cells where there is a task.

    Args:
        content: as it was submitted; known: as for ``rebuilt``; rebuilt_ids: the ids that are asked for.
    """
    wanted = set(rebuilt_ids)
    tasks = any(one.metadata["task"] for one in known.values())
    found: dict[str, list] = {}
    for number, cell in enumerate(content.cells):
        if cell.get("cell_type") != "code":
            continue
        grade_id = _grade_id(cell)
        name = _cell_id(grade_id) if grade_id in known else f"cell-{number}"
        by_hand = known[grade_id].by_hand if grade_id in known else tasks
        if by_hand and name in wanted and name not in found:
            found[name] = sanitize_cells.clean_outputs(cell.get("outputs"))
    return found


def with_known_metadata(content: NotebookNode, known: Mapping[str, ReleasedCell]) -> None:
    """Gives known cells nbgrader's metadata back, and takes it from all others and from second copies.

    For notebooks that nbgrader runs itself: nothing else is changed in them.
    """
    seen = set()
    for cell in content.cells:
        grade_id = _grade_id(cell)
        cell.metadata.pop("nbgrader", None)
        if grade_id in known and grade_id not in seen:
            seen.add(grade_id)
            cell.metadata["nbgrader"] = NotebookNode(known[grade_id].metadata)


def rebuilt(content: NotebookNode, known: Mapping[str, ReleasedCell], prose: set[str]) -> NotebookNode:
    """A notebook for the judge's results: every known cell once, in it what the student wrote.

    Args:
        content: as it was submitted.
        known: grade_id -> cell, in the page's order. What is missing comes back, in its place.
        prose: texts of the page's own cells. Other text may hold scripts: it is rendered and cleaned.
    """
    cells, seen = [], set()
    for number, cell in enumerate(content.cells):
        grade_id = _grade_id(cell)
        if grade_id in known and grade_id not in seen:
            seen.add(grade_id)
            cells.append((grade_id, _known_cell(grade_id, known[grade_id], cell, prose)))
        else:
            cells.append(("", _other_cell(cell, f"cell-{number}", prose)))
    _put_back(cells, known)
    return v4.new_notebook(cells=[cell for _, cell in cells], metadata={"language_info": {"name": "python"}})


def _known_cell(grade_id: str, known: ReleasedCell, cell: Mapping, prose: set[str]) -> NotebookNode:
    source = _source(cell) if known.is_students else known.source
    if known.is_students and known.kind != "code":
        source = _shown(cell, prose | {known.source})
    return _new(known.kind, source, grade_id, _metadata(known))


def _other_cell(cell: Mapping, name: str, prose: set[str]) -> NotebookNode:
    source = _source(cell)
    if cell.get("cell_type") == "code":
        return _new("code", source, name)
    return _new("markdown", _shown(cell, prose), name)


def _put_back(cells: list[tuple[str, NotebookNode]], known: Mapping[str, ReleasedCell]) -> None:
    """Missing cells come back behind the one that stood before them."""
    there = {grade_id for grade_id, _ in cells}
    before = ""
    for grade_id, one in known.items():
        if grade_id not in there:
            places = [place for place, (other, _) in enumerate(cells) if other == before and before]
            source = _missing(one) if one.is_students else one.source
            cells.insert(places[0] + 1 if places else 0, (grade_id, _new(one.kind, source, grade_id, _metadata(one))))
        before = grade_id


def _missing(one: ReleasedCell) -> str:
    return f"# {shown(MISSING)}" if one.kind == "code" else shown(MISSING)


def _metadata(known: ReleasedCell) -> dict:
    locked = {} if known.is_students else {"editable": False}
    return {"deletable": False, **locked, "nbgrader": dict(known.metadata)}


def _shown(cell: Mapping, prose: set[str]) -> str:
    """A text cell's source, with nothing in it that acts."""
    source = _source(cell)
    if not source.strip() or source in prose:
        return source
    attachments = cell.get("attachments")
    rendered = None
    if cell.get("cell_type") == "markdown":
        rendered = sanitize_cells.markdown(source, attachments if isinstance(attachments, Mapping) else None)
    return _as_typed(source) if rendered is None else rendered


def _as_typed(source: str) -> str:
    """Text that is shown as it was typed: in a fence longer than any that is in it."""
    longest = max((len(run) for run in re.findall(r"`+", source)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{source}\n{fence}"


def _new(kind: str, source: str, name: str, metadata: dict | None = None) -> NotebookNode:
    make = {"code": v4.new_code_cell, "markdown": v4.new_markdown_cell, "raw": v4.new_raw_cell}[kind]
    return make(source, id=_cell_id(name), metadata=nbformat.from_dict(metadata or {}))


def _cell_id(name: str) -> str:
    return re.sub(r"[^a-zA-Z0-9_-]", "-", name)[:60]


def _source(cell: Mapping) -> str:
    source = cell.get("source", "")
    if isinstance(source, list):
        source = "".join(part for part in source if isinstance(part, str))
    text = source if isinstance(source, str) else ""
    return text.encode("utf-8", "replace").decode()  # half a character would stop the notebook from being written


def _grade_id(cell: Mapping) -> str:
    metadata = cell.get("metadata")
    known = metadata.get("nbgrader") if isinstance(metadata, Mapping) else None
    grade_id = known.get("grade_id") if isinstance(known, Mapping) else None
    return grade_id if isinstance(grade_id, str) else ""
