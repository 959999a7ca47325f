"""Where the answers of a page begin and end, and what is left of the page without them: stubs."""

from __future__ import annotations

import ast
import re

from autograder.core.languages import message

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
STUB = "raise NotImplementedError"
PROMPT = "Write your answer here."  # what stands in the place of a text
NAME_AND_TEXT = re.compile(  # a name, and the quotation marks of a text where one begins there
    r"""^([A-Za-z_]\w*)[ \t]*(?::[ \t]*str[ \t]*)?=(?!=)[ \t]*([rRfF]?(?:"{3}|'{3}))?""", re.MULTILINE
)


def without_solutions(source: str, marked: bool = False) -> str:
    """The page as a student receives it: each marked answer becomes one line that says it is still to be written.

    At the top level of the page an answer is a text (see ``text_questions``), marked with its name or without. A prompt takes its place.

    Args:
        marked: keep the markers around that line, for nbgrader, which puts its own in the place of what they enclose.

    Raises:
        ValueError: a marker without its partner.

    Example:
        >>> print(without_solutions("def one():\\n    ### BEGIN SOLUTION\\n    return 1\\n    ### END SOLUTION"))
        def one():
            raise NotImplementedError
    """
    lines: list[str] = []
    answer, after = None, ""
    given = source.splitlines()
    for number, line in enumerate(given, 1):
        if line.strip() == BEGIN:
            if answer is not None:
                raise ValueError(message("line {line}: a second {begin} before {end}", line=number, begin=BEGIN, end=END))
            answer = number
            before, stub, after = _stub(line, given[number:], lines)
            lines += before + [line] * marked + [stub]
        elif line.strip() == END:
            if answer is None:
                raise ValueError(message("line {line}: {end} without {begin}", line=number, begin=BEGIN, end=END))
            answer = None
            lines += [line] * marked + [after] * bool(after)
        elif answer is None:
            lines.append(line)
    if answer is not None:
        raise ValueError(message("line {line}: {begin} without {end}", line=answer, begin=BEGIN, end=END))
    return "\n".join(lines) + ("\n" if source.endswith("\n") else "")


def _stub(begin: str, following: list[str], above: list[str]) -> tuple[list[str], str, str]:
    """What takes an answer's place: lines before the markers, the line between them, and a line after them or nothing."""
    if begin == BEGIN:
        if above and NAME_AND_TEXT.match(above[-1]) and above[-1].removesuffix("\\").endswith(('"""', "'''")):
            return [], PROMPT, ""
        named = NAME_AND_TEXT.match(next((line for line in following if line.strip()), ""))
        if named:
            return [f'{named[1]} = """'], PROMPT, '"""'
    return [], begin.replace(BEGIN, STUB), ""


def has_text(source: str) -> bool:
    """Whether a text in three quotation marks begins at the top level of some code: a person may have to mark it.

    Example:
        >>> has_text("reason: str = '''Because"), has_text("reason = 'Because'")
        (True, False)
    """
    return any(found[2] for found in NAME_AND_TEXT.finditer(source))


def is_stub(function: ast.AST) -> bool:
    """Whether a function's body, docstring aside, is still the stub (or ``pass``, or ``...``)."""
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    body = function.body[1:] if ast.get_docstring(function, clean=False) is not None else function.body
    return all(_is_empty(statement) for statement in body)


def _is_empty(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        raised = statement.exc.func if isinstance(statement.exc, ast.Call) else statement.exc
        return isinstance(raised, ast.Name) and raised.id == "NotImplementedError"
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return statement.value.value is ...
    return isinstance(statement, ast.Pass)


def answers(source: str) -> list[str]:
    """The lines between the solution markers."""
    inside, lines = False, []
    for line in source.splitlines():
        if line.strip() == BEGIN:
            inside = True
        elif line.strip() == END:
            inside = False
        elif inside:
            lines.append(line)
    return lines
