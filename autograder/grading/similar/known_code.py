"""What an assignment itself says about how its exercises can be written: none of it tells two answers apart.

That is its page as students get it, the reference, alternatives, known mistakes, and code in hints.
"""

from __future__ import annotations

import ast
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.content.assignment import Assignment
from autograder.content.code_cells import tree
from autograder.content.sample_answer import SampleAnswer
from autograder.grading.similar.class_answers import answer_of
from autograder.grading.similar.fragments import Fragment, fragments_of
from autograder.grading.similar.token_rows import TokenRow, TooManyTokens, rows_of
from autograder.grading.similar.usual_code import Following, add, successors

OWN_WEIGHT, ANY_WEIGHT = 5, 1  # answers that a program of this exercise counts for, and any program of the assignment besides
CODE = re.compile(r"[A-Za-z_][\w.]*(?:\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])|\b[a-z_]\w*=\w+")  # in a sentence


@dataclass(frozen=True)
class KnownCode:
    """What is known of one exercise.

    Attributes:
        following: what comes after what in its programs, and in all of the assignment, with the number of answers that each counts for.
        fragments: of all programs. tokens: of those of this exercise.
        is_one_line: the reference is a single statement.
    """

    following: tuple[tuple[Following, int], ...]
    fragments: frozenset[Fragment]
    tokens: frozenset[str]
    is_one_line: bool


def known_code(assignment: Assignment, programs: Iterable[SampleAnswer] | None = None) -> dict[str, KnownCode]:
    """Exercise -> what is known of it.

    Args:
        programs: in place of the assignment's alternatives and mistakes.
    """
    known = [(one.function, _rows(one.source)) for one in ((*assignment.alternatives, *assignment.mistakes) if programs is None else programs)]
    page = _rows(assignment.source)
    known += [(name, page) for name in assignment.functions]
    known += [(exercise.name, _rows(code)) for exercise in assignment.exercises for hint in exercise.hints for code in _in_sentence(hint)]
    everything = frozenset(piece for _name, rows in known for row in rows for piece in fragments_of(row))
    own: dict[str, Following] = {name: defaultdict(Counter) for name in assignment.functions}
    tokens: dict[str, set[str]] = {name: set() for name in assignment.functions}
    whole: Following = defaultdict(Counter)
    for name, rows in known:
        found = successors(rows)
        add(own[name], found)
        add(whole, found)
        tokens[name].update(token for row in rows for token in row.tokens)
    weighted = {name: ((following, OWN_WEIGHT), (whole, ANY_WEIGHT)) for name, following in own.items()}
    return {name: KnownCode(weighted[name], everything, frozenset(tokens[name]), _is_one_line(assignment, name)) for name in assignment.functions}


def _is_one_line(assignment: Assignment, function: str) -> bool:
    try:
        reference = answer_of(assignment.reference, function)
    except TooManyTokens:
        return False
    return reference is not None and len(reference.rows) <= 2  # what it is called, and its statement


def _rows(source: str) -> tuple[TokenRow, ...]:
    try:
        return tuple(rows_of((0, one) for one in tree(source).body))
    except TooManyTokens:
        return ()


def _in_sentence(text: str) -> Iterator[str]:
    """The pieces of code that a sentence names.

    Example:
        >>> list(_in_sentence("Try len(dataset), or count with return_counts=True."))
        ['len(dataset)', 'f(return_counts=True)']
    """
    for found in CODE.findall(text):
        code = f"f({found})" if "=" in found.partition("(")[0] else found
        try:
            ast.parse(code)
        except (SyntaxError, ValueError):
            continue
        yield code
