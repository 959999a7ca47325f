"""The files of a draft: settings, page, checks, mistakes and alternatives, each with the mark that the audit refuses."""

from __future__ import annotations

import ast
import sys
import textwrap
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.authoring.draft_inputs import written as in_words
from autograder.authoring.draft_mutants import Change
from autograder.authoring.draft_page import DraftPage
from autograder.content.page import parse
from autograder.content.statements import Statement, packages, page_statements
from autograder.core.languages import message
from autograder.core.toml_text import quoted

if TYPE_CHECKING:
    from autograder.authoring.draft import DraftedCheck, DraftedExercise

MARK = "# DRAFT"
LINE = f"{MARK}: read this file, correct what is not right, then delete this line."
TOTAL = 100
WIDTH = 110


def marked(folder: Path) -> list[str]:
    """Where marks are left in an assignment's folder: ``checks/test_double.py, line 1``."""
    found = []
    for path in sorted([*folder.glob("*.py"), *folder.glob("*.toml"), *folder.glob("*/*.py")]):
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1):
            if line.startswith(MARK):
                found.append(message("{file}, line {line}", file=path.relative_to(folder).as_posix(), line=number))
    return found


def written(page: DraftPage, exercises: list[DraftedExercise]) -> dict[str, str]:
    """Path in the assignment's folder -> text, of all files."""
    files = {
        f"{page.name}.py": f"{LINE}\n{page.text}" if page.is_made else page.text,
        "assignment.toml": _settings(page, exercises),
    }
    points = _points([len(one.checks) for one in exercises])
    for one, each in zip(exercises, points, strict=True):
        files[f"checks/test_{one.name}.py"] = _checks(page, one, each)
        for name, change in _named(one):
            head = f"{_docstring(change.lesson)}\n{LINE}\n# Changed: {change.shown}\n"
            files[f"mistakes/{one.name}__{name}.py"] = head + _whole(page, one.name, change.source)
        for name, source in one.alternatives.items():
            words = name.replace("_", " ").capitalize()
            files[f"alternatives/{one.name}__{name}.py"] = f'"""{words}."""\n{LINE}\n{_whole(page, one.name, source)}'
    return files


def _named(one: DraftedExercise) -> Iterator[tuple[str, Change]]:
    """(name, mistake); a number behind the name tells those of one kind apart."""
    many, seen = Counter(change.kind for change in one.mistakes), Counter()
    for change in one.mistakes:
        seen[change.kind] += 1
        yield (f"{change.kind}_{seen[change.kind]}" if many[change.kind] > 1 else change.kind), change


def _points(counts: list[int]) -> list[list[int]]:
    """For each exercise the points of its checks; together ``TOTAL``."""
    shares = _shares(TOTAL, len(counts))
    return [_shares(share, count) for share, count in zip(shares, counts, strict=True)]


def _shares(total: int, count: int) -> list[int]:
    """Whole numbers, nearly equal, that add up to a total."""
    return [total * (place + 1) // count - total * place // count for place in range(count)]


def _settings(page: DraftPage, exercises: list[DraftedExercise]) -> str:
    used = _libraries(page)
    lines = [LINE, "format = 1", f"title = {quoted(page.title)}"]
    for one in exercises:
        function = next(node for node in page.functions if node.name == one.name)
        first = (ast.get_docstring(function) or "").splitlines()[0]
        lines += ["", f"[exercises.{one.name}]"]
        if used:
            lines.append(f"libraries = [{', '.join(map(quoted, used))}]")
        example = one.checks[0]
        call = f"{one.name}({', '.join(map(in_words, example.inputs[0].values))})" if example.public else one.name
        lines += [
            "hints = [",
            f"  {quoted(f'Read again: {first} What goes in, and what comes out?')},",
            f"  {quoted(f'Calculate {call} by hand. Which steps do you take, and in which order?')},",
            "]",
        ]
    return "\n".join(lines) + "\n"


def _libraries(page: DraftPage) -> list[str]:
    """The packages that a page imports, beside Python's own and the kit."""
    return sorted(packages(_statements(page.code)) - sys.stdlib_module_names - {"autograder"})


def _statements(code: str) -> list[Statement]:
    return page_statements(parse(code.encode(), "page.py"))


def _whole(page: DraftPage, function: str, source: str) -> str:
    """A form of a function with all of the page that it needs: a mistake or an alternative is complete by itself."""
    given = {name: one for one in _statements(page.code) for name in one.binds if name != function}
    needed: list[Statement] = []
    todo = _statements(source)
    while todo:
        new = [given[name] for name in sorted(todo.pop().uses & given.keys()) if given[name] not in needed]
        needed += dict.fromkeys(new)
        todo += dict.fromkeys(new)
    needed.sort(key=lambda one: one.pick)
    imports = [ast.unparse(one.node) for one in needed if one.is_import]
    others = [ast.unparse(one.node) for one in needed if not one.is_import]
    blocks = ["\n".join(imports)] * bool(imports) + others
    return "".join(f"\n{block}\n\n" for block in blocks) + f"\n{source}\n"


def _checks(page: DraftPage, one: DraftedExercise, points: list[int]) -> str:
    function = next(node for node in page.functions if node.name == one.name)
    parameters = ", ".join(argument.arg for argument in function.args.args)
    first = (ast.get_docstring(function) or "").splitlines()[0].rstrip(".")
    calls = [_check(one.name, number, check, worth) for number, (check, worth) in enumerate(zip(one.checks, points, strict=True), 1)]
    numpy = "import numpy as np\n" if any("np.array(" in call for call in calls) else ""
    head = f'"""{one.name}({parameters}): {first[:1].lower() + first[1:]}"""\n{LINE}\n\n{numpy}import pytest\n\nfrom autograder import expect\n'
    return head + "".join(f"\n\n{call}" for call in calls)


def _check(name: str, number: int, check: DraftedCheck, points: int) -> str:
    lines = [f"@pytest.mark.points({points})"]
    if check.public:
        lines.append("@pytest.mark.public")
    hidden = ", hidden=False" if check.public else ""
    lines += [f"def test_{number}_{'example' if check.public else 'hidden'}({name}):", f'    """{check.words}"""']
    for asked, result in zip(check.inputs, check.results, strict=True):
        lines.append(f"    expect({name}({', '.join(map(in_words, asked.values))})).holds({result}{hidden})")
    return "\n".join(lines) + "\n"


def _docstring(text: str) -> str:
    return '"""' + "\n".join(textwrap.wrap(text, WIDTH)) + '"""'
