"""What a page does and does not define: cells that load the data, train, show, or call the exercises.

They are never run when a page is judged, so a function that needs a global they make is found out.
"""

from __future__ import annotations

import ast
import functools
from dataclasses import dataclass

from autograder.content.code_cells import called_name
from autograder.content.page import Page
from autograder.content.statements import Statement, by_name, is_main_guard, packages, page_statements

CALLS = frozenset({"load_data", "fit", "evaluate", "predict", "show"})  # unless the assignment's settings name others


@dataclass(frozen=True)
class Demo:
    """The demo of one page.

    Attributes:
        statements: all of the page's.
        functions: names of the exercises; calling one at top level is demo.
        assignment_names: names that the demo of the assignment's own page makes.
        calls: functions and methods whose call at top level is demo, too, by their last name: ``fit`` for ``model.fit(…)``.
    """

    statements: list[Statement]
    functions: frozenset[str]
    assignment_names: frozenset[str]
    calls: frozenset[str] = CALLS

    @functools.cached_property
    def names(self) -> frozenset[str]:
        """Names that the assignment's demo makes and that this page does not define itself."""
        return self.assignment_names - {
            name for one in self.statements if one.is_definition or one.is_import for name in one.binds
        }

    @functools.cached_property
    def made(self) -> set[str]:
        """Names to which this page's demo gives a value."""
        return {name for one in self.statements if one in self for name in one.binds}

    def __contains__(self, statement: Statement) -> bool:
        return id(statement) in self._found

    @functools.cached_property
    def _found(self) -> set[int]:
        """The statements (by ``id``) that do what a demo does, and constants calculated from what they made."""
        plain = [one for one in self.statements if not (one.is_import or one.is_definition)]
        defined = {name for one in self.statements if one.is_import or one.is_definition for name in one.binds}
        users = by_name((name, statement) for statement in plain for name in statement.uses)
        found: set[int] = set()
        todo = [statement for statement in plain if self._is_demo(statement)]
        while todo:
            statement = todo.pop()
            if id(statement) not in found:
                found.add(id(statement))
                todo += [user for name in statement.binds - defined for user in users.pop(name, ())]
        return found

    def _is_demo(self, statement: Statement) -> bool:
        """Whether a plain statement does what a demo does: loads, trains, shows, or calls the page's exercises."""
        if (statement.binds | statement.uses) & self.names:
            return True
        if is_main_guard(statement):
            return True
        for node in ast.walk(statement.node):
            if isinstance(node, ast.Call):
                called = called_name(node)
                if called in self.calls or called in self.functions:
                    return True
                owner = node.func.value if isinstance(node.func, ast.Attribute) else node.func
                if isinstance(owner, ast.Name) and owner.id in self._from_kit:
                    return True
        return False

    @functools.cached_property
    def _from_kit(self) -> set[str]:
        imports = [statement for statement in self.statements if statement.is_import]
        return {name for one in imports if "autograder" in packages([one]) for name in one.binds}


def names_made_by_demo(page: Page) -> frozenset[str]:
    """Names that a page binds at top level by statements other than imports and definitions."""
    plain = [one for one in page_statements(page) if not (one.is_import or one.is_definition)]
    return frozenset(name for one in plain for name in one.binds)
