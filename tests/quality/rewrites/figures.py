"""Operators on how a figure is made: methods of the figure and its axes, or functions of pyplot."""

from __future__ import annotations

import ast
import random

from rewrites.program import Program, blocks, expression, load, operator, reads, replace_expressions

OF_FIGURE = {"figsize", "layout", "dpi", "facecolor", "tight_layout", "constrained_layout", "num", "edgecolor"}
# A method of axes -> the function of pyplot that does the same in the current axes.
IN_PYPLOT = {
    "set_title": "title", "set_xlabel": "xlabel", "set_ylabel": "ylabel", "plot": "plot", "bar": "bar", "barh": "barh", "imshow": "imshow",
    "axhline": "axhline", "axvline": "axvline", "legend": "legend", "text": "text", "set_xticks": "xticks", "set_yticks": "yticks",
    "set_xlim": "xlim", "set_ylim": "ylim", "axis": "axis", "scatter": "scatter", "grid": "grid", "tick_params": "tick_params", "hist": "hist",
}  # fmt: skip
SETTERS = {"xlabel", "ylabel", "title", "xticks", "yticks", "xlim", "ylim", "aspect", "xticklabels", "yticklabels"}


@operator
def figure_then_axes(program: Program, chance: random.Random) -> bool:
    """``plt.subplots`` becomes ``plt.figure`` and ``subplots``, ``add_subplot`` or a grid of the figure."""
    node = program.node
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if not (isinstance(one, ast.Assign) and isinstance(one.targets[0], ast.Tuple) and len(one.targets[0].elts) == 2):
                continue
            made = one.value
            if not (isinstance(made, ast.Call) and ast.unparse(made.func) == "plt.subplots") or any(word.arg is None for word in made.keywords):
                continue
            figure, axes = one.targets[0].elts
            if not isinstance(figure, ast.Name):
                continue
            whole = [word for word in made.keywords if word.arg in OF_FIGURE]
            inner = [word for word in made.keywords if word.arg not in OF_FIGURE]
            make = ast.Call(ast.Attribute(load("plt"), "figure", ast.Load()), [], whole)
            counts = [*made.args, *(word.value for word in inner if word.arg in ("nrows", "ncols"))]
            rest = {word.arg for word in inner} - {"nrows", "ncols", "squeeze"}
            numbers = [one.value for one in counts if isinstance(one, ast.Constant) and isinstance(one.value, int)]
            value: ast.expr = ast.Call(ast.Attribute(load(figure.id), "subplots", ast.Load()), made.args, inner)
            if not rest and len(numbers) == len(counts) and chance.random() < 0.7:
                rows, columns = (*numbers, 1, 1)[:2]
                if not numbers:
                    value = expression(chance.choice(["F.add_subplot()", "F.add_subplot(1, 1, 1)", "F.gca()"]), F=load(figure.id))
                elif min(rows, columns) == 1 and rows * columns > 1 and not inner:
                    value = expression(f"[F.add_subplot({rows}, {columns}, place + 1) for place in range({rows * columns})]", F=load(figure.id))
                elif rows * columns > 1:
                    value = expression(f"np.array([F.add_subplot({rows}, {columns}, place + 1) for place in range({rows * columns})]).reshape({rows}, {columns})", F=load(figure.id))
            block[place : place + 1] = [ast.Assign([figure], make, lineno=0), ast.Assign([axes], value, lineno=0)]
            return True
    return False


@operator
def methods_as_pyplot(program: Program, chance: random.Random) -> bool:
    """``ax.set_title(…)`` becomes ``plt.sca(ax)`` and ``plt.title(…)``; ``ax.set_xticks([])`` becomes ``plt.xticks([])``."""
    node = program.node
    places = []
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and isinstance(one.value.func, ast.Attribute):
                method = one.value.func
                if isinstance(method.value, ast.Name) and method.value.id != "plt" and method.attr in IN_PYPLOT:
                    places.append((block, place))
    if not places:
        return False
    for block, place in sorted(chance.sample(places, chance.randint(1, min(3, len(places)))), key=lambda one: -one[1]):
        value = block[place].value  # type: ignore[attr-defined]
        current = expression("plt.sca(A)", A=load(value.func.value.id))
        value.func = ast.Attribute(load("plt"), IN_PYPLOT[value.func.attr], ast.Load())
        block.insert(place, ast.Expr(current))
    return True


@operator
def pyplot_as_methods(program: Program, chance: random.Random) -> bool:
    """``plt.title(…)`` becomes ``plt.gca().set_title(…)``."""
    back = {function: method for method, function in IN_PYPLOT.items() if function not in ("axis", "xticks", "yticks")}

    def change(node: ast.expr) -> ast.expr | None:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and ast.unparse(node.func.value) == "plt" and node.func.attr in back:
            return ast.Call(ast.Attribute(expression("plt.gca()"), back[node.func.attr], ast.Load()), node.args, node.keywords)
        return None

    return program.node is not None and replace_expressions(program.node, change, chance)


@operator
def set_in_one_call(program: Program, chance: random.Random) -> bool:
    """``ax.set(title=…, xlabel=…)`` becomes one call for each, or the other way round."""
    node = program.node
    for block in blocks(node) if node else ():
        for place, one in enumerate(block):
            if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Call) and isinstance(one.value.func, ast.Attribute)):
                continue
            made, method = one.value, one.value.func
            if not isinstance(method.value, ast.Name):
                continue
            words = made.keywords
            if method.attr == "set" and not made.args and words and all(word.arg in SETTERS for word in words):
                block[place : place + 1] = [ast.Expr(ast.Call(ast.Attribute(method.value, f"set_{word.arg}", ast.Load()), [word.value], [])) for word in words]
                return True
            if method.attr.startswith("set_") and method.attr[4:] in SETTERS and len(made.args) == 1 and not words:
                one.value = ast.Call(ast.Attribute(method.value, "set", ast.Load()), [], [ast.keyword(method.attr[4:], made.args[0])])
                return True
    return False


@operator
def figure_by_another_way(program: Program, chance: random.Random) -> bool:
    """The figure is returned as ``ax.figure`` or ``ax.get_figure()``, or as ``plt.gcf()``."""
    node = program.node
    if node is None or "plt" not in reads(node):
        return False
    last = node.body[-1]
    if not isinstance(last, ast.Return) or not isinstance(last.value, ast.Name):
        return False
    name = last.value.id
    forms = ["plt.gcf()", "plt.figure(F.number)", "F.axes[0].figure", "F.axes[-1].get_figure()", "F.canvas.figure"]
    last.value = expression(chance.choice(forms), F=load(name))
    return True


@operator
def reordered_figure_calls(program: Program, chance: random.Random) -> bool:
    """Two calls of methods of the same axes or figure, in the other order."""
    node = program.node
    places = []
    for block in blocks(node) if node else ():
        for place, (one, other) in enumerate(zip(block, block[1:], strict=False)):
            if _root(one) and _root(one) == _root(other):
                places.append((block, place))
    if not places:
        return False
    block, place = chance.choice(places)
    block[place], block[place + 1] = block[place + 1], block[place]
    return True


def _root(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call) and isinstance(statement.value.func, ast.Attribute):
        root = statement.value.func.value
        return root.id if isinstance(root, ast.Name) and root.id != "plt" else ""
    return ""
