"""A few answers of a class that show the same mistake, to be read side by side: unlike each other, and without what could name a person.

What a student called something, comments and docstrings are gone already (``nameless``). Here texts follow that are not the
assignment's own, numbers that are part of a student's name, and modules that are only the student’s.
"""

from __future__ import annotations

import ast
import difflib
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from autograder.content.assignment import Assignment
from autograder.content.nameless import PageWords, nameless, parts_of_names, source_of
from autograder.content.submission import Submission

COUNT = 3  # answers of a mistake that are shown
MOST_READ = 24  # answers of a mistake that the few are chosen from
MOST_LINES, LONGEST_LINE = 24, 110  # of an answer that is shown
MOST_WORDS = 400  # of an answer that is compared
FEWEST_DIGITS = 4  # of a number that may be a student's
HIDDEN = "…"  # in place of a text
PLAIN_WORD = re.compile(r"[a-z][a-z_]{0,39}\d?")  # a text that may be shown although the assignment does not have it


@dataclass(frozen=True)
class ShownAnswer:
    """One answer, as it may be shown to a class.

    Attributes:
        code: without names; left_out: lines at its end that are not in it.
        smallest: the small input on which it is wrong, as its report says; or empty.
    """

    code: str
    left_out: int = 0
    smallest: str = ""


@dataclass(frozen=True)
class AnswerToShow:
    """One answer with a known mistake, and where its page can be had."""

    page: Callable[[], Submission | None]
    smallest: str = ""


class Private:
    """What names the students of a class: words and numbers.

    Args:
        names: of all of them, in every form that is known.

    Example:
        >>> Private(["Ada Lovelace_181512_file"]).numbers
        frozenset({'181512'})
    """

    def __init__(self, names: Iterable[str]) -> None:
        there = list(names)
        self.words = parts_of_names(there)
        self.numbers = frozenset(one for name in there for one in re.findall(r"\d+", name) if len(one) >= FEWEST_DIGITS)

    def is_named(self, text: str) -> bool:
        """Whether a text has such a word or number in it.

        Example:
            >>> Private(["ada"]).is_named("ada_total is 3"), Private(["ada"]).is_named("adaptive")
            (True, False)
        """
        words = {one.lower() for one in re.findall(r"[^\W\d_]+", text)}
        return bool(words & self.words or set(re.findall(r"\d+", text)) & self.numbers)


def shown_answers(
    assignment: Assignment, found: Mapping[str, Sequence[AnswerToShow]], function: str, private: Private
) -> dict[str, tuple[ShownAnswer, ...]]:
    """Chooses answers of one exercise.

    Args:
        found: mistake's name -> those who made it. A page that cannot be read any more is left out.

    Returns:
        Mistake's name -> at most ``COUNT`` answers; none that is written like another one.
    """
    known = PageWords.of(assignment, function)
    modules = _modules(assignment)
    made: dict[str, tuple[ShownAnswer, ...]] = {}
    for mistake, answers in found.items():
        sources: dict[str, str] = {}  # as it is shown -> the input that tells it apart
        for one in _spread(answers, MOST_READ):
            page = one.page()
            plain = None if page is None else nameless(page, known, private.words)
            if plain is not None and (masked := _masked(plain, known.texts, modules, private)) is not None:
                smallest = "" if private.is_named(one.smallest) else one.smallest
                sources[masked] = sources.get(masked) or smallest
        chosen = unlike(list(sources), COUNT)
        if chosen:
            made[mistake] = tuple(_shortened(source, sources[source]) for source in chosen)
    return made


def unlike(sources: Sequence[str], count: int) -> list[str]:
    """Some programs that differ from each other as much as possible: the shortest first, then what is least like those before.

    Example:
        >>> unlike(["a = 1 + 2 + 3", "b = 1", "b = 2", "while True: pass"], 2)
        ['b = 1', 'while True: pass']
    """
    waiting = sorted(dict.fromkeys(sources), key=lambda one: (len(one), one))
    words = {one: re.findall(r"\w+|[^\w\s]", one)[:MOST_WORDS] for one in waiting}
    nearest = {one: 0.0 for one in waiting}  # how much it is like the chosen ones, from 0 to 1
    chosen: list[str] = []
    while waiting and len(chosen) < count:
        new = min(waiting, key=lambda one: nearest[one])  # of several the shortest
        waiting.remove(new)
        chosen.append(new)
        for one in waiting:
            nearest[one] = max(nearest[one], difflib.SequenceMatcher(None, words[new], words[one], autojunk=False).ratio())
    return chosen


def _spread(answers: Sequence[AnswerToShow], most: int) -> list[AnswerToShow]:
    """At most so many of them, from the whole class."""
    if len(answers) <= most:
        return list(answers)
    return [answers[place * len(answers) // most] for place in range(most)]


def _modules(assignment: Assignment) -> frozenset[str]:
    """Packages that anybody has: Python's own, and those that the assignment's programs import."""
    programs = (*assignment.mistakes, *assignment.alternatives)
    nodes = [node for source in (assignment.source, *(one.source for one in programs)) for node in ast.walk(ast.parse(source))]
    names = [one.name for node in nodes if isinstance(node, ast.Import) for one in node.names]
    names += [node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)]
    return frozenset(name.partition(".")[0] for name in names) | sys.stdlib_module_names


class _Mask(ast.NodeTransformer):
    """Takes out of a program what may be a student's own words."""

    def __init__(self, texts: Collection[str], modules: Collection[str], private: Private) -> None:
        self.texts = texts
        self.modules = modules
        self.private = private
        self.strange: set[str] = set()  # modules that are only the student’s

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        if isinstance(node.value, str):
            own = node.value in self.texts or PLAIN_WORD.fullmatch(node.value) or not re.search(r"\w", node.value)
            return node if own else ast.Constant(HIDDEN)
        if isinstance(node.value, bytes):
            return ast.Constant(b"...")
        if isinstance(node.value, (int, float)) and self.private.is_named(str(node.value)):
            return ast.Name("number", ast.Load())
        return node

    def visit_Import(self, node: ast.Import) -> ast.stmt:
        for one in node.names:
            if (package := one.name.partition(".")[0]) not in self.modules:
                self.strange.add(package)
                one.name = "module"
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return ast.Name("module", node.ctx) if node.id in self.strange else node

    def visit_ImportFrom(self, node: ast.ImportFrom) -> ast.stmt:
        if (node.module or "").partition(".")[0] not in self.modules:
            node.module = "module"
            for one in node.names:
                one.name = "*" if one.name == "*" else "helper"
        return node


def _masked(source: str, texts: Collection[str], modules: Collection[str], private: Private) -> str | None:
    """The program as it may be shown; None if it is nested too deeply."""
    try:
        return source_of(_Mask(texts, modules, private).visit(ast.parse(source))).rstrip()
    except (RecursionError, MemoryError, ValueError, SyntaxError):
        return None


def _shortened(source: str, smallest: str) -> ShownAnswer:
    lines = [line if len(line) <= LONGEST_LINE else f"{line[:LONGEST_LINE]}{HIDDEN}" for line in source.split("\n")]
    most = MOST_LINES if len(lines) > MOST_LINES + 1 else len(lines)  # to leave out one line saves nothing
    return ShownAnswer("\n".join(lines[:most]), len(lines) - most, smallest)
