"""Rewrites that keep the meaning of a program: the operators of the fairness certificate, grouped by what they change.

    rewritten("walrus", source, "normalize", random.Random(1))      the new source, or None where the operator does not apply

None of them is trusted: ``oracle`` runs both versions on inputs outside of the judge, and drops a rewrite that behaves
differently.
"""

import ast
import random

from rewrites import figures, functions, imports, loops, names, numpy_forms, pages, statements, steps, texts, values  # noqa: F401  each registers its own
from rewrites.program import ON_TEXT, OPERATORS, Program, rewritten

__all__ = ["OPERATORS", "Program", "can_be_rewritten", "composed", "rewritten"]
MOST = 4  # operators


def composed(source: str, function: str, chance: random.Random, page: tuple[str, ...] = ()) -> tuple[tuple[str, ...], str] | None:
    """A program after one to four operators, drawn by chance.

    Args:
        source, function, page: see ``rewritten``.

    Returns:
        The operators, in order, and the new source; None if none of those that were drawn applies.
    """
    wanted, used = chance.randint(1, MOST), []
    order = chance.sample(sorted(OPERATORS), len(OPERATORS))
    last = [one for one in order[:6] if one in ON_TEXT]  # a tree has no comments, so texts are changed last
    for one in order:
        if len(used) + len(last) >= wanted:
            break
        if one not in ON_TEXT and (new := rewritten(one, source, function, chance, page)) is not None:
            source = new
            used.append(one)
    for one in last[: wanted - len(used)]:
        if (new := rewritten(one, source, function, chance)) is not None:
            source = new
            used.append(one)
    return (tuple(used), source) if used else None


def can_be_rewritten(source: str, function: str) -> bool:
    """Whether the last thing of this name is a plain definition."""
    return Program(function, ast.parse(source)).node is not None
