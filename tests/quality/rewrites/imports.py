"""Operators on imports: where they are, and under which names."""

from __future__ import annotations

import ast
import builtins
import random

from rewrites.program import Program, after_docstring, load, operator

OF_PAGE = {
    "np": "import numpy as np",
    "plt": "import matplotlib.pyplot as plt",
    "pd": "import pandas as pd",
    "keras": "import keras",
    "Counter": "from collections import Counter",
}
KERAS_PARTS = ("layers", "losses", "optimizers", "callbacks", "metrics", "models", "utils", "ops", "initializers", "regularizers", "activations")


@operator
def libraries_by_other_names(program: Program, chance: random.Random) -> bool:
    """``np`` becomes ``numpy``, ``plt`` becomes ``pyplot``, and so on."""
    forms = {
        "np": [("numpy", "import numpy"), ("num", "import numpy as num")],
        "plt": [("pyplot", "from matplotlib import pyplot"), ("p", "import matplotlib.pyplot as p"), ("matplotlib.pyplot", "import matplotlib.pyplot")],
        "pd": [("pandas", "import pandas"), ("panda", "import pandas as panda")],
        "Counter": [("collections.Counter", "import collections"), ("Count", "from collections import Counter as Count")],
    }
    changed = False
    for old, choices in forms.items():
        new, source = chance.choice(choices)
        if old in _free(program) and new.split(".")[0] not in program.used:
            _replace(program, {old: new})
            program.at_top(source)
            changed = True
    return changed


@operator
def imports_inside(program: Program, chance: random.Random) -> bool:
    """What the function needs is imported in its first lines."""
    node = program.node
    if node is None:
        return False
    own = [one for one in program.tree.body if isinstance(one, (ast.Import, ast.ImportFrom)) and "__future__" not in ast.unparse(one) and not any(alias.name == "*" for alias in one.names)]
    outside = {one.id for part in program.tree.body if part is not node for one in ast.walk(part) if isinstance(one, ast.Name)}
    outside |= {one.id for part in (*node.decorator_list, node.args, node.returns) if part is not None for one in ast.walk(part) if isinstance(one, ast.Name)}
    moved = [one for one in own if not {alias.asname or alias.name.split(".")[0] for alias in one.names} & outside]
    program.tree.body = [one for one in program.tree.body if one not in moved]
    here = {alias.asname or alias.name.split(".")[0] for one in own for alias in one.names}
    new = [ast.parse(source).body[0] for name, source in OF_PAGE.items() if name in _free(program) and name not in here and name not in _stored(node)]
    start = after_docstring(node)
    node.body[start:start] = [*moved, *new]
    return bool(moved or new)


@operator
def imports_again(program: Program, chance: random.Random) -> bool:
    """The program imports again what the page has imported; or inside ``try``."""
    new = [source for name, source in OF_PAGE.items() if name in _free(program)]
    if not new:
        return False
    text = "\n".join(new)
    if chance.random() < 0.3:
        lines = "\n    ".join(new)
        text = f"try:\n    {lines}\nexcept ImportError:\n    raise"
    program.at_top(text)
    return True


@operator
def names_from_libraries(program: Program, chance: random.Random) -> bool:
    """``from numpy import zeros``, ``from keras.layers import Dense`` and so on, instead of the library's name before the point."""
    chains = {("np", "numpy"), ("np.random", "numpy.random"), ("plt", "matplotlib.pyplot"), ("pd", "pandas"), ("keras", "keras")}
    chains |= {(f"keras.{part}", f"keras.{part}") for part in KERAS_PARTS}
    chosen = dict(chance.sample(sorted(chains), max(2, len(chains) // 2)))
    free, taken, lines = _free(program), program.used | set(dir(builtins)) | set(KERAS_PARTS) | {program.function}, {}
    new: dict[str, str] = {}
    for one in ast.walk(program.tree):
        if isinstance(one, ast.Attribute) and isinstance(one.ctx, ast.Load):
            holder = ast.unparse(one.value)
            if holder in chosen and holder.split(".")[0] in free and ast.unparse(one) not in chosen and ast.unparse(one) not in {"np.random", *(first for first, _ in chains)}:
                if one.attr not in taken or new.get(ast.unparse(one)) == one.attr:
                    new[ast.unparse(one)] = one.attr
                    taken.add(one.attr)
                    lines[f"from {chosen[holder]} import {one.attr}"] = None
    if not new:
        return False
    _replace(program, new)
    program.at_top("\n".join(lines))
    return True


@operator
def keras_in_parts(program: Program, chance: random.Random) -> bool:
    """``from keras import layers``, and ``layers.Dense`` instead of ``keras.layers.Dense``."""
    free = _free(program)
    if "keras" not in free:
        return False
    text = ast.unparse(program.tree)
    parts = [one for one in KERAS_PARTS if f"keras.{one}." in text and one not in program.used]
    if not parts:
        return False
    _replace(program, {f"keras.{one}": one for one in parts})
    library = chance.choice(["keras", "tensorflow.keras"])
    program.at_top(f"from {library} import {', '.join(parts)}")
    return True


@operator
def keras_of_tensorflow(program: Program, chance: random.Random) -> bool:
    """``import tensorflow as tf`` and ``tf.keras``, or ``from tensorflow import keras``."""
    if "keras" not in _free(program):
        return False
    if chance.random() < 0.6 and ("tf" not in program.used or "import tensorflow as tf" in ast.unparse(program.tree)):
        _replace(program, {"keras": "tf.keras"})
        program.at_top("import tensorflow as tf")
    else:
        program.at_top("from tensorflow import keras")
        program.tree.body = [one for one in program.tree.body if ast.unparse(one) != "import keras"]
    return True


def _stored(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}


def _free(program: Program) -> set[str]:
    """The names of ``OF_PAGE`` that the program reads and gives no value to, but by an import."""
    read = {one.id for one in ast.walk(program.tree) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    bound = _stored(program.tree) | {one.arg for one in ast.walk(program.tree) if isinstance(one, ast.arg)}
    return (read & set(OF_PAGE)) - bound


def _replace(program: Program, new: dict[str, str]) -> None:
    class Renamed(ast.NodeTransformer):
        def visit_Name(self, node: ast.Name) -> ast.expr:
            return self._changed(node)

        def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
            return self._changed(node) if ast.unparse(node) in new else self.generic_visit(node)  # type: ignore[return-value]

        def _changed(self, node: ast.expr) -> ast.expr:
            text = ast.unparse(node)
            if text not in new:
                return node
            first, *rest = new[text].split(".")
            found: ast.expr = load(first)
            for attribute in rest:
                found = ast.Attribute(found, attribute, ast.Load())
            return found

    Renamed().visit(program.tree)
