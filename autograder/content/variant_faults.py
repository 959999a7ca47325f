"""What is wrong with the marks of an assignment's variants, as far as it can be read off its files: one sentence with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from autograder.content import variant_marks, variants
from autograder.content.assignment import Assignment
from autograder.content.source_files import in_line, source_files
from autograder.content.variant_marks import BEGIN, END, VariantMark
from autograder.core.languages import message
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
                found += [in_line(name, line, said) for line, said in _of_file(text, assignment)]
                used |= {parameter for mark in variant_marks.marks(text) for parameter, _entry in mark.names}
    found += [
        message(
            "assignment.toml: no file has a mark with the parameter {name} of [variants], so it changes nothing. A mark has the form   {form}",
            name=name, form=FORM,
        )
        for name in assignment.variants
        if name not in used
    ]  # fmt: skip
    return found


def _of_file(text: str, assignment: Assignment) -> Iterator[tuple[int, str]]:
    known = {mark.line: mark for mark in variant_marks.marks(text)}
    open_marks = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() == END:
            if not open_marks:
                yield number, message("{end} without {begin}.", end=END, begin=BEGIN)
            open_marks = False
        elif variant_marks.is_mark(line):
            open_marks = True
            if number not in known:
                yield number, message("this is not a mark. It has the form   {form}", form=FORM)
    right = [mark for mark in known.values() if not _of_mark(mark, assignment.variants)]
    for mark in known.values():
        for said in _of_mark(mark, assignment.variants):
            yield mark.line, said
    changed = {mark for line in variant_marks.lines(text) for mark in line.found()}
    for mark in right:
        if mark not in changed:
            yield mark.line, message("{text} is in no line below this mark, so the mark does nothing.", text=mark.text)


def _of_mark(mark: VariantMark, parameters: variants.Allowed) -> list[str]:
    if not mark.names:
        return [message("no parameter is in {value}. A mark has the form   {form}", value=mark.form, form=FORM)]
    unknown = [name for name, _entry in mark.names if name not in parameters]
    if unknown:
        near, there = suggest(unknown[0], parameters), ", ".join(parameters) or message("none")
        return [
            message("there is no parameter {name}.{near} [variants] of the settings has: {names}.", name=repr(unknown[0]), near=near, names=there)
        ]
    usual = variants.ordinary(parameters)
    for name, entry in mark.names:
        value = usual[name]
        if isinstance(value, Mapping) and entry not in value:
            entries = ", ".join(f"{{{name}.{one}}}" for one in value)
            near = suggest(entry, value) if entry else ""
            return [message("{name} is a table: name one of its entries, {entries}.{near}", name=name, entries=entries, near=near)]
        if entry and not isinstance(value, Mapping):
            return [message("{name} is not a table, so it has no entry {entry}. Write {{{name}}}.", name=name, entry=repr(entry))]
    filled = mark.filled(usual)
    if filled != mark.text:
        return [
            message(
                "with the ordinary values, {form} is {filled}, and not {text}: the ordinary assignment would be another one.",
                form=mark.form, filled=filled, text=mark.text,
            )
        ]  # fmt: skip
    return []
