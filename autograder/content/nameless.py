"""A student's answer as a program that is complete by itself and says nothing of its author.

Names that the student chose become ``value``, ``helper`` and so on; comments, docstrings and prints of a fixed text are left
out: a student who forgets the return does the same with a ``print("done")`` as without. What the assignment calls its
parameters stays, and so does what belongs to Python and to the libraries.
"""

from __future__ import annotations

import ast
import builtins
import copy
import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from autograder.content.assignment import Assignment
from autograder.content.submission import Submission

SHORTEST_WORD = 3  # letters of a part of a person's name that is looked for: shorter ones are in every word
MOST_NODES = 20_000  # of a syntax tree: whatever a student computes in one function is shorter
ROLES = {"function": "helper", "class": "Helper", "constant": "CONSTANT", "variable": "value"}
Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module


@dataclass(frozen=True)
class PageWords:
    """What an assignment itself says about one exercise, so that none of it is taken for a student's words.

    Attributes:
        function: the exercise's; parameters: what the assignment calls them.
        functions: of all exercises. names: that the assignment's page defines. texts: in its page, checks and programs.
    """

    function: str
    parameters: frozenset[str]
    functions: frozenset[str]
    names: frozenset[str]
    texts: frozenset[str]

    @classmethod
    def of(cls, assignment: Assignment, function: str) -> PageWords:
        programs = (*assignment.mistakes, *assignment.alternatives)
        sources = [one.source for one in programs if one.function == function]
        sources += [assignment.source, assignment.exercise(function).checks.read_text("utf-8")]
        nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
        texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        parameters = frozenset(assignment.parameters.get(function, ()))
        return cls(function, parameters, assignment.functions, frozenset(assignment.reference.defined), frozenset(texts))


def parts_of_names(names: Iterable[str]) -> frozenset[str]:
    """What is looked for in a text so that it names no student: the words of their names, in lower case.

    Example:
        >>> sorted(parts_of_names(["Ada Lovelace_1815_assignsubmission_file", "li.wei"]))
        ['ada', 'assignsubmission', 'file', 'lovelace', 'wei']
    """
    words = (word for name in names for word in re.split(r"[\W\d_]+", name.lower()))
    return frozenset(word for word in words if len(word) >= SHORTEST_WORD)


def nameless(submission: Submission, known: PageWords, private: Collection[str]) -> str | None:
    """The statements that a function needs, without the names that the student gave.

    Functions of other exercises are left out: the program is judged beside the assignment's own ones.

    Args:
        private: words that must not be in it, from ``parts_of_names``.

    Returns:
        Python source that defines the function and ends with a new line; None if the page does not define it, or if it is
        too large or nested too deeply.
    """
    others = known.functions - {known.function}
    picked = [one.node for one in submission.statements_of(known.function) if not one.binds & others]
    if not picked or sum(1 for node in picked for _inner in ast.walk(node)) > MOST_NODES:
        return None
    try:
        module = ast.Module([copy.deepcopy(node) for node in picked], [])
        without_statements(module, _is_text)
        without_statements(module, _prints_a_fixed_text)
        rename(module, known, private)
        return source_of(module)
    except (RecursionError, MemoryError):
        return None


def source_of(module: ast.Module) -> str:
    """A module as text, with two empty lines around definitions, as a mistake's file is written."""
    text = ""
    after_definition = False
    for node in module.body:
        defines = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        text += ("\n\n" if text and (defines or after_definition) else "") + ast.unparse(node) + "\n"
        after_definition = defines
    return text


def without_statements(module: ast.AST, needless: Callable[[ast.stmt], bool]) -> None:
    """Takes out statements; whatever is then empty passes."""
    for node in ast.walk(module):
        for field in ("body", "orelse", "finalbody"):
            there = getattr(node, field, None)
            if isinstance(there, list) and (left := [one for one in there if not needless(one)]) != there:
                setattr(node, field, left or ([ast.Pass()] if field == "body" and not isinstance(node, ast.Module) else []))


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def _prints_a_fixed_text(node: ast.stmt) -> bool:
    """Whether a statement tells a person something that does not depend on anything: it is a comment that can be seen."""
    call = node.value if isinstance(node, ast.Expr) else None
    return (
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id == "print"
        and not call.keywords
        and all(isinstance(one, ast.Constant) for one in call.args)
    )


class _Bound(ast.NodeVisitor):
    """The names that a student gave, in the order of the text, each with its role; and those that must stay."""

    def __init__(self) -> None:
        self.roles: dict[str, str] = {}
        self.stays: set[str] = set()
        self.scopes: list[Scope] = []

    def _bind(self, name: str | None, role: str = "variable") -> None:
        if name is None:
            return
        if self.scopes and isinstance(self.scopes[-1], ast.ClassDef):
            self.stays.add(name)  # an attribute: ``self.name`` may be asked for anywhere
        if role == "variable" and isinstance(self.scopes[-1], ast.Module) and name.isupper():
            role = "constant"
        self.roles.setdefault(name, role)

    def _inside(self, node: Scope) -> None:
        self.scopes.append(node)
        self.generic_visit(node)
        self.scopes.pop()

    def visit_Module(self, node: ast.Module) -> None:
        self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._bind(node.name, "function")
        self._inside(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._bind(node.name, "function")
        self._inside(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._bind(node.name, "class")
        self._inside(node)

    def visit_arg(self, node: ast.arg) -> None:
        self.roles.setdefault(node.arg, "variable")
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        if isinstance(node.ctx, ast.Load):
            return
        self._bind(node.id)

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    def visit_alias(self, node: ast.alias) -> None:
        if node.asname:
            self._bind(node.asname)
        self.stays.add(node.name.partition(".")[0])

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        self._bind(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        self._bind(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        self._bind(node.rest)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        if not isinstance(node.func, ast.Name):  # keywords of a library, or of what cannot be known here
            self.stays |= {one.arg for one in node.keywords if one.arg}


def rename(module: ast.Module, known: PageWords, private: Collection[str]) -> None:
    """Gives everything that a student has named another name, numbered in the order of the text."""
    _renamed(module, _new_names(module, known, private), known, private)


def _new_names(module: ast.Module, known: PageWords, private: Collection[str]) -> dict[str, str]:
    """What the student called something -> what it is called now. Of a name that has to stay, only what names a person goes."""
    found = _Bound()
    found.visit(module)
    usual = {alias for alias in found.roles if alias in known.names and _is_alias(module, alias)}
    stays = found.stays | usual | known.parameters | known.functions | {"self", "cls", "_"} | set(dir(builtins))
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id not in found.roles:
            stays |= {one.arg for one in node.keywords if one.arg}
    names = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    taken = stays | known.names | (names - found.roles.keys())
    new: dict[str, str] = {}
    for name, role in found.roles.items():
        if name not in stays and not (name.startswith("__") and name.endswith("__")):
            new[name] = _free(ROLES[role], taken)
            taken.add(new[name])
    own = stays - usual - known.parameters - known.functions - set(dir(builtins))
    return new | {name: _without(name, private) for name in found.roles if name in own}


def _is_alias(module: ast.Module, name: str) -> bool:
    return any(isinstance(node, ast.alias) and node.asname == name for node in ast.walk(module))


def _free(word: str, taken: Collection[str]) -> str:
    name, number = word, 2
    while name in taken:
        name, number = f"{word}_{number}", number + 1
    return name


def _renamed(module: ast.Module, new: dict[str, str], known: PageWords, private: Collection[str]) -> None:
    """Exchanges names, and takes private words out of what is not a name of a variable."""
    for node in ast.walk(module):
        if isinstance(node, ast.Name):
            node.id = new.get(node.id, node.id)
        elif isinstance(node, ast.arg):
            node.arg = new.get(node.arg, node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.ExceptHandler, ast.MatchAs, ast.MatchStar)):
            if node.name is not None:
                node.name = new.get(node.name, node.name)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            node.names = [new.get(name, name) for name in node.names]
        elif isinstance(node, ast.MatchMapping) and node.rest:
            node.rest = new.get(node.rest, node.rest)
        elif isinstance(node, ast.alias) and node.asname:
            node.asname = new.get(node.asname, node.asname)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in known.texts:
            node.value = _without(node.value, private)
    for node in ast.walk(module):  # what is called has its new name by now
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in new.values():
            for one in node.keywords:
                one.arg = new.get(one.arg, one.arg) if one.arg else None
        elif isinstance(node, ast.keyword) and node.arg in new and _without(node.arg, private) != node.arg:
            node.arg = new[node.arg]
    own = {node.attr for node in ast.walk(module) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)}
    own |= {name for node in ast.walk(module) if isinstance(node, ast.ClassDef) for name in _members(node)} | new.keys()
    for node in ast.walk(module):  # attributes stay what they are called, as long as that is not a person
        if isinstance(node, ast.Attribute) and node.attr in own:
            node.attr = _without(node.attr, private)


def _members(node: ast.ClassDef) -> set[str]:
    """What a class calls its methods and fields, without those that Python knows."""
    names = {one.name for one in node.body if isinstance(one, ast.FunctionDef)}
    for one in node.body:
        targets = one.targets if isinstance(one, ast.Assign) else [one.target] if isinstance(one, ast.AnnAssign) else []
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("__")}


def _without(text: str, private: Collection[str]) -> str:
    """A text in which no word is part of a person's name; also inside ``ada_total``, not inside ``adaptive``."""

    def other(found: re.Match[str]) -> str:
        return "name" if found[0].lower() in private else found[0]

    return re.sub(r"[^\W\d_]+", other, text)
