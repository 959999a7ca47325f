"""Rewrites that keep the meaning of a program: the operators of the fairness certificate, grouped by what they change.

    rewritten("walrus", source, "normalize", random.Random(1))      the new source, or None where the operator does not apply

None of them is trusted: ``oracle`` runs both versions on inputs outside of the judge, and drops a rewrite that behaves
differently.
"""

from rewrites import figures, functions, imports, loops, names, numpy_forms, pages, statements, steps, texts, values  # noqa: F401  each registers its own
from rewrites.program import OPERATORS, Program, rewritten

__all__ = ["OPERATORS", "Program", "rewritten"]
