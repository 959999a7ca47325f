"""What is wrong with the marks of an assignment's variants, as far as it can be read off its files: one sentence with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from autograder.content import variant_marks, variants
from autograder.content.assignment import Assignment
from autograder.content.source_files import source_files
from autograder.content.variant_marks import BEGIN, END, VariantMark
from autograder.core.near_names import suggest

FORM = f"{BEGIN} TEXT is {{parameter}}"


def faults(assignment: Assignment) -> list[str]:
    """Marks that name no parameter, that would change the ordinary assignment, or that do nothing; and parameters without a mark.

    Example:
        ``test_scale.py, line 3: there is no parameter 'whiet'. Did you mean white? [variants] of the settings has: white.``
    """
    if assignment.variant:  # its marks are filled in
        return []
    found: list[str] = []
    used: set[str] = set()
    for name, path in source_files(assignment.folder).items():
        if path.suffix in (".py", ".toml", ".md"):
            text = path.read_text("utf-8", errors="replace")
            if BEGIN in text or END in text:
                found += [f"{name}, line {line}: {said}" for line, said in _of_file(text, assignment)]
                used |= {parameter for mark in variant_marks.marks(text) for parameter, _entry in mark.names}
    found += [
        f"assignment.toml: no file has a mark with the parameter {name} of [variants], so it changes nothing. A mark has the form   {FORM}"
        for name in assignment.variants
        if name not in used
    ]
    return found


def _of_file(text: str, assignment: Assignment) -> Iterator[tuple[int, str]]:
    known = {mark.line: mark for mark in variant_marks.marks(text)}
    open_marks = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == END:
            if not open_marks:
                yield number, f"{END} without {BEGIN}."
            open_marks = False
        elif variant_marks.is_mark(line):
            open_marks = True
            if number not in known:
                yield number, f"this is not a mark. It has the form   {FORM}"
    right = [mark for mark in known.values() if not _of_mark(mark, assignment.variants)]
    for mark in known.values():
        for said in _of_mark(mark, assignment.variants):
            yield mark.line, said
    changed = {mark for line in variant_marks.lines(text) for mark in line.found()}
    for mark in right:
        if mark not in changed:
            yield mark.line, f"{mark.text} is in no line below this mark, so the mark does nothing."


def _of_mark(mark: VariantMark, parameters: variants.Allowed) -> list[str]:
    if not mark.names:
        return [f"no parameter is in {mark.form}. A mark has the form   {FORM}"]
    unknown = [name for name, _entry in mark.names if name not in parameters]
    if unknown:
        there = ", ".join(parameters) or "none"
        return [f"there is no parameter {unknown[0]!r}.{suggest(unknown[0], parameters)} [variants] of the settings has: {there}."]
    usual = variants.ordinary(parameters)
    for name, entry in mark.names:
        value = usual[name]
        if isinstance(value, Mapping) and entry not in value:
            entries = ", ".join(f"{{{name}.{one}}}" for one in value)
            return [f"{name} is a table: name one of its entries, {entries}.{suggest(entry, value) if entry else ''}"]
        if entry and not isinstance(value, Mapping):
            return [f"{name} is not a table, so it has no entry {entry!r}. Write {{{name}}}."]
    filled = mark.filled(usual)
    if filled != mark.text:
        return [f"with the ordinary values, {mark.form} is {filled}, and not {mark.text}: the ordinary assignment would be another one."]
    return []
