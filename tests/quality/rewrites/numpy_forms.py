"""Operators on calculations with arrays and tables: one step over a whole array, a loop, or the same step by another name."""

from __future__ import annotations

import ast
import random

from rewrites.program import Program, expression, operator, reads, replace_expressions

# Pattern -> other forms. A letter from A to E is any expression. Not all of them are the same for every type that an
# expression can have (``A.sum()`` of a table gives one number for each column): the oracle drops those that are not.
SAME_STEP = {
    "A.sum()": ["np.sum(A)", "A.sum(axis=None)", "np.add.reduce(A, axis=None)"],
    "np.sum(A)": ["np.asarray(A).sum()", "np.add.reduce(A, axis=None)"],
    "A.sum(axis=B)": ["np.sum(A, axis=B)", "np.add.reduce(A, axis=B)"],
    "np.sum(A, axis=B)": ["A.sum(axis=B)", "A.sum(B)"],
    "A.mean()": ["np.mean(A)", "A.sum() / A.size"],
    "np.mean(A)": ["np.asarray(A).mean()", "np.average(A)"],
    "A.max()": ["np.max(A)", "np.amax(A)"],
    "np.max(A)": ["np.asarray(A).max()"],
    "np.argmax(A, axis=B)": ["np.asarray(A).argmax(axis=B)", "A.argmax(B)", "np.argmax(A, B)"],
    "A.argmax(axis=B)": ["np.argmax(A, axis=B)", "A.argmax(B)"],
    "np.argmax(A)": ["np.asarray(A).argmax()", "int(np.argmax(A))"],
    "A.argmax()": ["np.argmax(A)"],
    "A.flatten()": ["A.ravel()", "A.reshape(-1)", "np.ravel(A)", "A.copy().reshape(A.size)"],
    "A.ravel()": ["A.flatten()", "A.reshape(-1)", "np.ravel(A)"],
    "np.ravel(A)": ["np.asarray(A).ravel()", "np.asarray(A).reshape(-1)", "np.reshape(A, -1)"],
    "A.reshape(-1)": ["A.ravel()", "A.flatten()", "np.reshape(A, -1)"],
    "A.astype(B)": ["np.asarray(A).astype(B)", "A.astype(dtype=B)", "np.array(A, dtype=B)"],
    "A.copy()": ["np.copy(A)", "A.astype(A.dtype)", "np.array(A)"],
    "A.tolist()": ["list(A.tolist())", "np.asarray(A).tolist()"],
    "A.diagonal()": ["np.diag(A)", "np.diagonal(A)", "A[np.arange(len(A)), np.arange(len(A))]"],
    "np.diag(A)": ["A.diagonal()", "np.einsum('ii->i', A)"],
    "np.asarray(A)": ["np.array(A)", "np.asanyarray(A)"],
    "np.array(A)": ["np.asarray(A)"],
    "np.zeros(A)": ["np.full(A, 0.0)"],
    "np.zeros(A, int)": ["np.zeros(A, dtype=np.int64)", "np.full(A, 0)", "np.zeros(shape=A, dtype='int64')"],
    "np.count_nonzero(A)": ["np.sum(A)", "int(np.count_nonzero(A))", "len(np.flatnonzero(A))"],
    "np.flatnonzero(A)": ["np.where(A)[0]", "np.nonzero(A)[0]", "np.argwhere(A).ravel()"],
    "np.where(A)[0]": ["np.flatnonzero(A)"],
    "np.arange(A)": ["np.arange(0, A)", "np.array(range(A))"],
    "range(A)": ["range(0, A)", "range(0, A, 1)"],
    "A.unique()": ["pd.unique(A)", "A.drop_duplicates()"],
    "np.random.default_rng(A)": ["np.random.Generator(np.random.PCG64(A))", "np.random.default_rng(seed=A)"],
    "len(A)": ["A.shape[0]", "A.__len__()"],
    "A.shape[0]": ["len(A)"],
    "A.size": ["len(A.ravel())", "np.size(A)"],
    "A & B": ["np.logical_and(A, B)"],
    "A | B": ["np.logical_or(A, B)"],
    "~A": ["np.logical_not(A)"],
    "A / B": ["np.divide(A, B)", "A.__truediv__(B)"],
    "A * B": ["np.multiply(A, B)", "B * A"],
    "A == B": ["np.equal(A, B)", "B == A"],
    "A >= B": ["np.greater_equal(A, B)", "~(A < B)"],
    "A[~B]": ["A[np.logical_not(B)]", "A[B == False]"],
    "A.to_numpy()": ["A.values", "np.asarray(A)"],
    "A.mean(axis=B)": ["np.mean(A, axis=B)"],
    "A['y']": ["A.y", "A.loc[:, 'y']"],
    "A.drop(columns=B)": ["A.drop(B, axis=1)", "A.drop(B, axis='columns')"],
    "A.fillna(B)": ["A.where(A.notna(), B)"],
    "sorted(A)": ["sorted(list(A))", "sorted(A, reverse=False)"],
    "A if B else C": ["(C, A)[bool(B)]", "C if not B else A"],
    "float(A)": ["float(A) + 0.0", "1.0 * float(A)"],
    "int(A)": ["int(A) + 0", "int(int(A))"],
    "str(A)": ["f'{A}'", "'{}'.format(A)", "'%s' % (A,)"],
    "A ** 2": ["A * A", "np.square(A)"],
}
WITH_LOOP = {
    "A.sum(axis=1)": ["np.array([one.sum() for one in A])", "np.array(list(map(sum, A.tolist())))"],
    "np.sum(A, axis=1)": ["np.array([np.sum(one) for one in A])"],
    "np.argmax(A, axis=1)": ["np.array([np.argmax(one) for one in A], dtype=np.int64)", "np.array([int(one.argmax()) for one in A], int)"],
    "A.argmax(axis=1)": ["np.array([one.argmax() for one in A], dtype=np.int64)"],
    "np.count_nonzero(A)": ["sum(1 for one in A if one)", "sum(bool(one) for one in A)", "list(map(bool, A)).count(True)"],
    "A.sum()": ["sum(A)", "sum(one for one in np.ravel(A))"],
    "A.any()": ["any(A)", "any(one for one in A)"],
    "A.all()": ["all(A)"],
    "A.tolist()": ["[one.item() for one in A]", "[one.tolist() for one in A]"],
    "A.flatten()": ["np.array([one for row in A for one in row], dtype=A.dtype)"],
    "A.diagonal()": ["np.array([A[place, place] for place in range(len(A))])"],
    "np.flatnonzero(A)": ["np.array([place for place, one in enumerate(A) if one], int)"],
    "A == B": ["np.array([one == B for one in A])"],
    "np.unique(A)": ["np.array(sorted(set(np.asarray(A).tolist())))"],
    "A[B]": ["A[[place for place, one in enumerate(B) if one]]", "np.array([A[one] for one in B])"],
}
AS_ARRAY = {
    "[A[B] for B in C]": ["list(np.array(A)[C])", "np.take(A, C).tolist()", "np.array(A, dtype=object)[np.asarray(C)].tolist()"],
    "[str(A) for A in B]": ["np.array(B).astype(str).tolist()"],
    "sum(A)": ["np.sum(A)", "int(np.sum(A))", "float(np.sum(A))"],
    "max(A)": ["np.max(A)"],
    "min(A)": ["np.min(A)"],
    "sorted(A)": ["np.sort(A).tolist()"],
    "sorted(set(A))": ["np.unique(A).tolist()"],
    "[int(A) for A in B]": ["np.asarray(B).astype(int).tolist()"],
    "[float(A) for A in B]": ["np.asarray(B).astype(float).tolist()"],
    "Counter(int(A) for A in B)": ["Counter(np.asarray(B).astype(int).tolist())", "dict(zip(*(one.tolist() for one in np.unique(B, return_counts=True))))"],
    "list(A)": ["np.asarray(A).tolist()"],
    "list(range(A))": ["np.arange(A).tolist()"],
    "range(1, A + 1)": ["np.arange(1, A + 1)"],
    "any(A)": ["bool(np.any(A))"],
    "all(A)": ["bool(np.all(A))"],
}


@operator
def same_step_by_another_name(program: Program, chance: random.Random) -> bool:
    """``A.sum()`` becomes ``np.sum(A)``, ``A.flatten()`` becomes ``A.ravel()``, and so on."""
    return _exchanged(program, chance, SAME_STEP)


@operator
def array_step_as_loop(program: Program, chance: random.Random) -> bool:
    """One step over a whole array becomes a loop over its items."""
    return _exchanged(program, chance, WITH_LOOP)


@operator
def loop_as_array_step(program: Program, chance: random.Random) -> bool:
    """A loop over items becomes one step over a whole array."""
    return _exchanged(program, chance, AS_ARRAY)


def _exchanged(program: Program, chance: random.Random, table: dict[str, list[str]]) -> bool:
    node = program.node
    if node is None:
        return False
    new: dict[int, ast.expr] = {}

    def change(one: ast.expr) -> ast.expr | None:
        if id(one) not in new:
            fitting = [(form, parts) for pattern, forms in table.items() if (parts := matched(pattern, one)) is not None for form in forms]
            if not fitting or isinstance(getattr(one, "ctx", ast.Load()), (ast.Store, ast.Del)):
                return None
            form, parts = chance.choice(fitting)
            new[id(one)] = expression(form, **parts)
        return new[id(one)]

    if not replace_expressions(node, change, chance, share=0.4):
        return False
    if "np" in reads(node) and "np" not in program.page and "import numpy as np" not in ast.unparse(program.tree):
        program.at_top("import numpy as np")
    return True


def matched(pattern: str, node: ast.expr) -> dict[str, ast.expr] | None:
    """What the letters of a pattern are in an expression; None if it has another form.

    Example:
        >>> sorted(matched("A.sum(axis=B)", ast.parse("matrix.sum(axis=1)", mode="eval").body))
        ['A', 'B']
    """
    parts: dict[str, ast.expr] = {}
    return parts if _same(ast.parse(pattern, mode="eval").body, node, parts) else None


def _same(pattern: object, node: object, parts: dict[str, ast.expr]) -> bool:
    if isinstance(pattern, ast.Name) and len(pattern.id) == 1 and pattern.id.isupper():
        if not isinstance(node, ast.expr) or isinstance(node, (ast.Slice, ast.Starred)):
            return False
        known = parts.setdefault(pattern.id, node)
        if isinstance(known, ast.Name) and isinstance(node, ast.Name):
            return known.id == node.id
        return known is node or ast.dump(known) == ast.dump(node)
    if type(pattern) is not type(node):
        return False
    if isinstance(pattern, list) and isinstance(node, list):
        return len(pattern) == len(node) and all(_same(one, other, parts) for one, other in zip(pattern, node, strict=True))
    if isinstance(pattern, ast.AST):
        return all(_same(getattr(pattern, field, None), getattr(node, field, None), parts) for field in pattern._fields if field not in ("ctx", "type_comment", "kind"))
    return pattern == node
