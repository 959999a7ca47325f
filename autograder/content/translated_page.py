"""A page in another language: ``<assignment>.<language>.py`` beside the page that it translates.

Both have the same cells with the same names and the same code, so no mark depends on the language. Different are the
prose, the comments, the docstrings (but not their examples), what is printed at the top level of the page and what is written into
figures there (``figure_text`` with the translation and the original), and the sample answers of texts that a person marks. Each cell notes a hash of the text that it translates, so what has changed since is known.
"""

from __future__ import annotations

import ast
import hashlib
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.content.page_language import is_tag
from autograder.content.percent_cells import CODE, PercentCell, percent_cells, with_originals
from autograder.content.solution_markers import BEGIN, END, without_solutions
from autograder.content.source_files import in_line
from autograder.content.variant_marks import without_marks
from autograder.core.languages import message, plural

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

RELEASED = "page.{language}.py"  # in the students' ``checks/``: the translated page as it was released
OF_FIGURES = "figure_text"  # of the kit: the text of a figure in the language of the page, or in that of the original
LENGTH = 8  # of a hash, in hexadecimal digits
Described = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Module)


def translations(assignment: Assignment) -> dict[str, Path]:
    """Language -> the file of the page in it, in either form of the assignment's folder.

    Example:
        ``{"ko": solutions/mnist/mnist.ko.py}``
    """
    place, stem = (assignment.folder / "checks", "page") if assignment.public else (assignment.folder, assignment.name)
    found = {path.name.removeprefix(f"{stem}.").removesuffix(".py"): path for path in sorted(place.glob(f"{stem}.*.py"))}
    return {language: path for language, path in found.items() if is_tag(language)}


def stub_in(assignment: Assignment, language: str) -> str:
    """The page as a student receives it in a language; the original where there is no translation."""
    path = translations(assignment).get(language)
    return released(path.read_text("utf-8")) if path else assignment.stub


def released(text: str, marked: bool = False) -> str:
    """A translated page without answers, and without the notes in its marker lines.

    Args:
        marked: see ``without_solutions``.

    Raises:
        ValueError: a solution marker is without its partner.
    """
    plain = without_marks(text)
    return without_solutions(with_originals(plain, [""] * len(percent_cells(plain))), marked)


def differences(original: str, translated: str, name: str, texts: frozenset[str] = frozenset()) -> list[str]:
    """How a translation differs from its original in more than text: one sentence each.

    Args:
        original: the page; translated: the page in another language.
        name: of the translation's file.
        texts: names of the texts that a person marks; their sample answers may differ.
    """
    ours, theirs = percent_cells(original), percent_cells(translated)
    for mine, other in zip(ours, theirs, strict=False):
        if (mine.kind, mine.title) != (other.kind, other.title):
            said = message(
                "{cell} is in the place of {original} of the original. A translation has the same cells in the same order.",
                cell=other.name, original=mine.name,
            )  # fmt: skip
            return [in_line(name, other.line, said)]
    if len(ours) != len(theirs):
        more, by = (theirs, ours) if len(theirs) > len(ours) else (ours, theirs)
        rest = more[len(by)].name
        return [
            plural(
                "{file}: it has {count} cell, the original {others}. The first without a partner is {cell}.",
                "{file}: it has {count} cells, the original {others}. The first without a partner is {cell}.",
                len(theirs), file=name, others=len(ours), cell=rest,
            )
        ]  # fmt: skip
    pairs = zip(ours, theirs, strict=True)
    return [text for mine, other in pairs if mine.kind == CODE for text in _of_code(mine, other, name, texts)]


def _of_code(mine: PercentCell, other: PercentCell, name: str, texts: frozenset[str]) -> Iterator[str]:
    try:
        stubs = [without_solutions(cell.source) for cell in (mine, other)]
        forms = [(_form(cell.source, texts), _form(stub, frozenset())) for cell, stub in zip((mine, other), stubs, strict=True)]
    except (SyntaxError, ValueError) as error:
        yield in_line(name, other.line, message("{cell} cannot be read: {error}.", cell=other.name, error=error))
        return
    if forms[0] != forms[1]:
        said = message(
            "{cell} has other code than the original. A translation may change only prose, comments, docstrings, and what "
            "the page prints outside of functions; and there, in a figure, a text: figure_text(translation, original).",
            cell=other.name,
        )
        yield in_line(name, other.line, said)
    elif _examples(mine.source) != _examples(other.source):
        said = message("{cell} has another example in its docstring than the original. Examples are code, so they stay as they are.", cell=other.name)
        yield in_line(name, other.line, said)


def _form(source: str, texts: frozenset[str]) -> str:
    """The code of a cell without what a translation may change."""
    return ast.dump(_WithoutText(texts).visit(ast.parse(source)))


class _WithoutText(ast.NodeTransformer):
    """Takes out docstrings, the texts in a ``print`` or of a figure at the top level, and sample answers."""

    def __init__(self, texts: frozenset[str]) -> None:
        self.texts = texts
        self.inside = False  # of a function, whose prints may be judged

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._definition(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._definition(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        return self._definition(node)

    def _definition(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> ast.AST:
        if ast.get_docstring(node, clean=False) is not None:
            node.body[0] = ast.Expr(ast.Constant("docstring"))
        before, self.inside = self.inside, True
        self.generic_visit(node)
        self.inside = before
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        before, self.inside = self.inside, True
        self.generic_visit(node)
        self.inside = before
        return node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.AST:
        if node.module == "autograder":
            node.names = [one for one in node.names if one.name != OF_FIGURES]
        return node

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if isinstance(node.func, ast.Name) and node.func.id == OF_FIGURES and len(node.args) == 2 and not self.inside:
            original: ast.AST = self.visit(node.args[1])
            return original
        if isinstance(node.func, ast.Name) and node.func.id == "print" and not self.inside:
            node.args = [_without_words(argument) for argument in node.args]
        self.generic_visit(node)
        return node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        named = [target.id for target in node.targets if isinstance(target, ast.Name)]
        if self.texts.intersection(named) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            node.value = ast.Constant("sample")
        self.generic_visit(node)
        return node


def _without_words(node: ast.expr) -> ast.expr:
    """An argument of ``print``: a text says nothing, an f-string only what it fills in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return ast.Constant("text")
    if isinstance(node, ast.JoinedStr):
        return ast.JoinedStr([part for part in node.values if not isinstance(part, ast.Constant)])
    return node


def _docstrings(source: str) -> list[str]:
    nodes = (node for node in ast.walk(ast.parse(source)) if isinstance(node, Described))
    return [text for node in nodes if (text := ast.get_docstring(node))]


def _examples(source: str) -> list[tuple[str, str]]:
    import doctest  # it loads a debugger

    parser = doctest.DocTestParser()
    return [(one.source, one.want) for text in _docstrings(source) for one in parser.get_examples(text)]


def text_of(cell: PercentCell) -> str:
    """What there is to translate in a cell; empty if nothing is.

    Example:
        >>> text_of(PercentCell("code", "setup", "import json  # the format of notebooks", 1))
        '# the format of notebooks'
    """
    if cell.kind != CODE:
        return cell.source
    tokens = tokenize.generate_tokens(io.StringIO(cell.source).readline)
    comments = [token.string for token in tokens if token.type == tokenize.COMMENT and token.string not in (BEGIN, END)]
    return "\n".join([*comments, *_docstrings(cell.source), *_printed(ast.parse(cell.source))])


def _printed(module: ast.Module) -> Iterator[str]:
    """The texts that a page prints outside of functions, in order."""
    todo: list[ast.AST] = [module]
    while todo:
        node = todo.pop(0)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
            for argument in node.args:
                parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
                yield from (part.value for part in parts if isinstance(part, ast.Constant) and isinstance(part.value, str))
        if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
            todo[:0] = ast.iter_child_nodes(node)


def hashes(original: str) -> list[str]:
    """For each cell of a page, the hash that its translation notes; empty where nothing is to translate."""
    found = [text_of(cell) for cell in percent_cells(original)]
    return [hashlib.sha256(text.encode()).hexdigest()[:LENGTH] if text.strip() else "" for text in found]


def changed_since(original: str, translated: str, name: str) -> list[str]:
    """Which cells have another text in the original than when they were translated: one sentence each.

    Args:
        original: the page; translated: the page in another language, without ``differences``.
        name: of the translation's file.
    """
    pairs = zip(hashes(original), percent_cells(translated), strict=True)
    return [
        in_line(name, cell.line, _out_of_date(cell))
        for wanted, cell in pairs
        if wanted != cell.original
    ]


def _out_of_date(cell: PercentCell) -> str:
    if cell.original:
        return message("{cell} translates a text that has changed since.", cell=cell.name)
    return message("{cell} does not say yet which text it translates.", cell=cell.name)


def faults(assignment: Assignment) -> list[str]:
    """What makes a translation of this assignment's page unusable, one sentence each."""
    texts = frozenset(text.name for text in assignment.texts)
    found = []
    for path in translations(assignment).values():
        try:
            found += differences(assignment.source, path.read_text("utf-8"), path.name, texts)
        except (OSError, ValueError) as error:
            found.append(message("{file} cannot be read: {error}.", file=path.name, error=error))
    return found


def notes(assignment: Assignment) -> list[str]:
    """What is to translate again in the assignment's pages, if ``faults`` finds nothing."""
    return [
        text
        for path in translations(assignment).values()
        for text in changed_since(assignment.source, path.read_text("utf-8"), path.name)
    ]
