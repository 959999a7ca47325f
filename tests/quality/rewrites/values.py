"""Operators on what a function returns: other containers and dtypes, where the description of the exercise allows them.

``contracts.CONTRACTS`` says of each function what kind of value it returns, and the oracle reads what is the same of that kind.
"""

from __future__ import annotations

import ast
import random

from rewrites.contracts import CONTRACTS
from rewrites.program import Program, expression, operator, own_returns, reads

FORMS = {
    "counts": [
        "dict(A)", "collections.Counter(dict(A))", "collections.OrderedDict(A)", "{int(one): int(other) for one, other in dict(A).items()}",
        "collections.defaultdict(int, dict(A))", "{np.int64(one): np.int64(other) for one, other in dict(A).items()}", "pd.Series(dict(A), dtype=int)",
        "types.MappingProxyType(dict(A))", "dict(sorted(dict(A).items()))", "collections.ChainMap(dict(A))", "collections.UserDict(dict(A))",
    ],
    "shares": [
        "dict(A)", "collections.OrderedDict(dict(A))", "{one: float(other) for one, other in dict(A).items()}", "pd.Series(dict(A))",
        "{one: np.float64(other) for one, other in dict(A).items()}", "types.MappingProxyType(dict(A))", "dict(reversed(list(dict(A).items())))",
    ],
    "shapes": ["dict(A)", "collections.OrderedDict(A)", "{**A}", "dict(reversed(list(A.items())))", "{one: tuple(map(int, other)) for one, other in A.items()}"],
    "names": ["list(A)", "tuple(A)", "np.array(A)", "np.array(list(A), dtype=object)", "[str(one) for one in A]", "np.asarray(A).tolist()"],
    "whole numbers": ["np.asarray(A)", "np.array(A, dtype=np.int64)", "np.asarray(A).astype(np.int32)", "np.asarray(A, dtype=np.uint16)", "np.ascontiguousarray(A)", "np.asarray(A).astype('>i4')"],
    "floats": ["np.asarray(A)", "np.array(A, dtype=np.float64)", "np.asarray(A).astype(np.float32)", "np.asfortranarray(A)", "np.asarray(A, dtype='>f8')"],
    "two numbers": ["tuple(A)", "list(A)", "(A[0], A[1])", "tuple(float(one) for one in A)", "tuple(np.float64(one) for one in A)"],
    "two whole numbers": ["tuple(A)", "list(A)", "(A[0], A[1])", "tuple(int(one) for one in A)", "tuple(np.int64(one) for one in A)", "np.array(A)"],
    "number": ["float(A)", "np.float64(A)", "A + 0.0", "float(A).__float__()"],
    "whole number": ["int(A)", "np.int64(A)", "np.int32(A)", "A + 0", "int(A).__index__()"],
    "pairs": ["list(A)", "tuple(tuple(one) for one in A)", "[list(one) for one in A]", "(A[0], A[1])"],
    "table and numbers": ["(A[0], np.asarray(A[1]))", "(A[0], pd.Series(np.asarray(A[1])))", "[A[0].copy(), A[1]]", "(A[0], A[1].astype(float))", "(A[0], np.asarray(A[1]).astype(np.int8))"],
    "table": ["A.copy()", "pd.DataFrame(A)", "A.loc[:]", "A[list(A.columns)]"],
}  # fmt: skip
LIBRARIES = {"collections": "import collections", "types": "import types", "pd": "import pandas as pd", "np": "import numpy as np"}


@operator
def other_container_or_dtype(program: Program, chance: random.Random) -> bool:
    """The result as another type that the description allows: a Counter, an array of int32, a list instead of a tuple."""
    node = program.node
    kind = CONTRACTS.get(program.function, "")
    returns = [one for one in own_returns(node) if one.value is not None] if node else []
    if not returns or kind not in FORMS or any(isinstance(one, (ast.Yield, ast.YieldFrom)) for one in ast.walk(node or program.tree)):
        return False
    form = chance.choice(FORMS[kind])
    several = form.count("A") > 1
    name = program.fresh("outcome", "found_result")
    for one in returns:
        assert one.value is not None
        if several:  # the value is calculated once
            inside = expression(form, A=ast.Name(name, ast.Load()))
            walrus = ast.NamedExpr(ast.Name(name, ast.Store()), one.value)
            one.value = ast.Subscript(ast.Tuple([walrus, inside], ast.Load()), ast.Constant(1), ast.Load())
        else:
            one.value = expression(form, A=one.value)
    needed = [source for library, source in LIBRARIES.items() if library in reads(expression(form))]
    if needed:
        program.at_top("\n".join(needed))
    return True
