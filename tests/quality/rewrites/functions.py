"""Operators on functions: what is handed out under the name, and what is inside."""

from __future__ import annotations

import ast
import copy
import random

from rewrites.names import renamable
from rewrites.program import (
    Program,
    after_docstring,
    assign,
    bare_arguments,
    blocks,
    call,
    is_pure,
    load,
    make_function,
    operator,
    own_nodes,
    own_returns,
    parameters,
    reads,
    writes,
)


@operator
def function_inside(program: Program, chance: random.Random) -> bool:
    """All is done by a function that is defined inside, with or without parameters."""
    node = program.plain
    if node is None:
        return False
    start = after_docstring(node)
    name = program.fresh("inner", "do_it", "answer")
    given = parameters(node) if chance.random() < 0.5 else []
    body = node.body[start:]
    if not given and {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, (ast.Store, ast.Del))} & set(parameters(node)):
        given = parameters(node)
    node.body[start:] = [make_function(name, bare_arguments(given), body), ast.Return(call(name, *map(load, given)))]
    return True


@operator
def helper_with_the_whole(program: Program, chance: random.Random) -> bool:
    """All is done by a helper function beside it; its parameters may have another order."""
    node = program.plain
    if node is None:
        return False
    start = after_docstring(node)
    name = program.fresh("_helper", "helper", "do_the_work")
    given = parameters(node)
    order = chance.sample(given, len(given))
    program.before_function(make_function(name, bare_arguments(order), node.body[start:]))
    if chance.random() < 0.5:
        values = ast.Call(load(name), [], [ast.keyword(one, load(one)) for one in given])
    else:
        values = call(name, *map(load, order))
    node.body[start:] = [ast.Return(values)]
    return True


@operator
def helper_for_a_step(program: Program, chance: random.Random) -> bool:
    """One calculation is moved into a helper function."""
    node = program.node
    if node is None:
        return False
    known = set(parameters(node)) | set(renamable(node))
    inside = {id(part) for one in ast.walk(node) if isinstance(one, (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.FunctionDef)) and one is not node for part in ast.walk(one) if part is not one}
    places = [
        one
        for one in own_nodes(node)
        if isinstance(one, (ast.Call, ast.BinOp, ast.Compare, ast.ListComp, ast.Subscript)) and isinstance(getattr(one, "ctx", ast.Load()), ast.Load)
        and id(one) not in inside and is_pure(one) and reads(one) & known
    ]  # fmt: skip
    if not places:
        return False
    part = chance.choice(places)
    given = sorted(reads(part) & known - writes(part))
    name = program.fresh("calculate_step", "_part", "step_of_it")
    program.before_function(make_function(name, bare_arguments(given), [ast.Return(part)]))

    class Moved(ast.NodeTransformer):
        def visit(self, one: ast.AST) -> ast.AST:
            return call(name, *map(load, given)) if one is part else self.generic_visit(one)

    Moved().visit(node)
    return True


@operator
def helper_for_the_end(program: Program, chance: random.Random) -> bool:
    """The last statements are moved into a helper function."""
    node = program.plain
    if node is None:
        return False
    start = after_docstring(node)
    if len(node.body) - start < 2 or not isinstance(node.body[-1], ast.Return):
        return False
    cut = chance.randrange(start + 1, len(node.body))
    head, tail = node.body[start:cut], node.body[cut:]
    if any(isinstance(one, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global)) for part in head for one in ast.walk(part)):
        return False
    used = {name for one in tail for name in reads(one)}
    given = sorted(used & (set(parameters(node)) | set(renamable(node))))
    inner = {name for part in head for one in ast.walk(part) if isinstance(one, ast.comprehension) for name in writes(one.target)}
    bound = {name for part in head for name in writes(part)} - inner | set(parameters(node))
    given = [one for one in given if one in bound]
    name = program.fresh("finish", "_rest_of_it", "last_steps")
    program.before_function(make_function(name, bare_arguments(given), tail))
    node.body[cut:] = [ast.Return(call(name, *map(load, given)))]
    return True


@operator
def method_of_a_class(program: Program, chance: random.Random) -> bool:
    """The function is a method: bound to an object, static, of the class, or what makes the object callable."""
    node = program.plain
    if node is None:
        return False
    holder = program.fresh("Answer", "Solution", "Holder")
    form = chance.choice(["bound", "static", "class", "call"])
    me = program.fresh("self" if form in ("bound", "call") else "cls")
    method = "__call__" if form == "call" else program.fresh("method", "solve", "run")
    given = [*([me] if form != "static" else []), *parameters(node)]
    decorators: list[ast.expr] = [] if form in ("bound", "call") else [load(f"{form}method")]
    made = make_function(method, bare_arguments(given), node.body, decorators)
    kind = ast.parse(f"class {holder}:\n    pass").body[0]
    assert isinstance(kind, ast.ClassDef)
    kind.body = [made]
    handed = {"bound": f"{holder}().{method}", "static": f"{holder}.{method}", "class": f"{holder}.{method}", "call": f"{holder}()"}[form]
    place = program.tree.body.index(node)
    program.tree.body[place : place + 1] = [kind, assign(node.name, ast.parse(handed, mode="eval").body)]
    return True


@operator
def partial_of_a_function(program: Program, chance: random.Random) -> bool:
    """functools.partial fills in one more parameter."""
    node = program.plain
    if node is None:
        return False
    name, extra = program.fresh("_with_settings", "general"), program.fresh("setting", "option")
    keyword = chance.random() < 0.5
    given = [*parameters(node), extra] if keyword else [extra, *parameters(node)]
    made = make_function(name, bare_arguments(given), node.body)
    place = program.tree.body.index(node)
    source = f"functools.partial({name}, {extra}=1)" if keyword else f"functools.partial({name}, None)"
    program.tree.body[place : place + 1] = [made, assign(node.name, ast.parse(source, mode="eval").body)]
    program.at_top("import functools")
    return True


@operator
def decorated(program: Program, chance: random.Random) -> bool:
    """A decorator that only passes on, with functools.wraps or without."""
    node = program.node
    if node is None or node.decorator_list:
        return False
    name = program.fresh("passed_on", "traced", "decorator")
    wraps = chance.random() < 0.5
    printed = "\n        print('called')" if chance.random() < 0.3 else ""
    source = f"def {name}(function):\n" + ("    @functools.wraps(function)\n" if wraps else "")
    source += f"    def wrapper(*args, **kwargs):{printed}\n        return function(*args, **kwargs)\n    return wrapper"
    program.before_function(*ast.parse(source).body)
    node.decorator_list = [load(name)]
    if wraps:
        program.at_top("import functools")
    return True


@operator
def lambda_instead_of_def(program: Program, chance: random.Random) -> bool:
    """A function of a single ``return`` is a lambda with a name."""
    node = program.plain
    if node is None or len(node.body) - after_docstring(node) != 1:
        return False
    last = node.body[-1]
    if not isinstance(last, ast.Return) or last.value is None:
        return False
    program.tree.body[program.tree.body.index(node)] = assign(node.name, ast.Lambda(bare_arguments(parameters(node)), last.value))
    return True


@operator
def made_by_a_function(program: Program, chance: random.Random) -> bool:
    """Another function defines it inside and returns it."""
    node = program.plain
    if node is None:
        return False
    name = program.fresh("make_function", "make", "factory")
    inner = copy.copy(node)
    inner.name = program.fresh("made", "inner_one")
    around = make_function(name, bare_arguments([]), [inner, ast.Return(load(inner.name))])
    place = program.tree.body.index(node)
    program.tree.body[place : place + 1] = [around, assign(node.name, call(name))]
    return program.function not in reads(inner)


@operator
def locals_in_an_object(program: Program, chance: random.Random) -> bool:
    """Variables are fields of a dataclass or of a SimpleNamespace, or values of a dict."""
    node = program.node
    if node is None:
        return False
    taken = {one.id for part in ast.walk(node) if isinstance(part, (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)) for gen in part.generators for one in ast.walk(gen.target) if isinstance(one, ast.Name)}
    taken |= {one.target.id for one in ast.walk(node) if isinstance(one, ast.NamedExpr)} | {one.name for one in ast.walk(node) if isinstance(one, (ast.FunctionDef, ast.ExceptHandler)) and one.name}
    taken |= {one.id for part in ast.walk(node) if isinstance(part, (ast.FunctionDef, ast.Lambda)) and part is not node for one in ast.walk(part) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    taken |= {alias.asname or alias.name for one in ast.walk(node) if isinstance(one, (ast.Import, ast.ImportFrom)) for alias in one.names}
    taken |= {one.target.id for one in ast.walk(node) if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)}
    names = [one for one in renamable(node) if one not in taken and one.isascii()]
    if not names:
        return False
    form, own = chance.choice(["dataclass", "namespace", "dict"]), program.fresh("own", "state", "box")

    class Held(ast.NodeTransformer):
        def visit_Name(self, one: ast.Name) -> ast.expr:
            if one.id not in names:
                return one
            if form == "dict":
                return ast.Subscript(load(own), ast.Constant(one.id), one.ctx)
            return ast.Attribute(load(own), one.id, one.ctx)

    Held().visit(node)
    start = after_docstring(node)
    if form == "dataclass":
        kind = program.fresh("Locals", "Own", "State")
        fields = "\n".join(f"    {one}: object = None" for one in names)
        program.before_function(*ast.parse(f"@dataclasses.dataclass\nclass {kind}:\n{fields}").body)
        program.at_top("import dataclasses")
        made = f"{own} = {kind}()"
    elif form == "namespace":
        program.at_top("import types")
        made = f"{own} = types.SimpleNamespace()"
    else:
        made = f"{own} = {{}}"
    node.body.insert(start, ast.parse(made).body[0])
    return True


@operator
def generator_gives_the_result(program: Program, chance: random.Random) -> bool:
    """A generator inside yields the result, and ``next`` takes it."""
    node = program.plain
    if node is None or not own_returns(node) or any(one.value is None for one in own_returns(node)):
        return False
    start, name = after_docstring(node), program.fresh("steps", "results")
    for block in list(blocks(node)):
        for place, one in enumerate(block):
            if isinstance(one, ast.Return) and one in own_returns(node):
                block[place : place + 1] = [ast.Expr(ast.Yield(one.value)), ast.Return(None)]
                break
    given = parameters(node)
    node.body[start:] = [make_function(name, bare_arguments(given), node.body[start:]), ast.Return(call("next", call(name, *map(load, given))))]
    return True


@operator
def in_a_thread(program: Program, chance: random.Random) -> bool:
    """Another thread does all, and the function waits for it."""
    node = program.plain
    if node is None or "plt" in reads(node):  # figures of pyplot belong to the main thread
        return False
    start, name, pool = after_docstring(node), program.fresh("work", "task"), program.fresh("pool", "executor")
    given = parameters(node)
    submitted = f"with concurrent.futures.ThreadPoolExecutor(1) as {pool}:\n    return {pool}.submit({', '.join([name, *given])}).result()"
    node.body[start:] = [make_function(name, bare_arguments(given), node.body[start:]), *ast.parse(submitted).body]
    program.at_top("import concurrent.futures")
    return True
