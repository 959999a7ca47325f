"""docs/quality.md: the figures of how fair, sharp and kind the checks are. Each program in this folder writes its own section.

    with_section(text, "fairness", "## Fair\\n…")      a program's section, in place of what it wrote before
"""

from __future__ import annotations

import re
from pathlib import Path

from autograder.core.files import write_atomically

DOCUMENT = Path(__file__).parents[2] / "docs/quality.md"
SECTIONS = ("fairness", "strength", "diagnosis", "telling", "messages", "discovery", "figures", "shortcuts", "similar", "questions", "languages", "costs", "commands")


def with_section(document: str, name: str, text: str) -> str:
    """A document in which the section of a program is this text; the order of the sections is that of ``SECTIONS``.

    Args:
        name: one of ``SECTIONS``. text: Markdown; its first line is a heading ``## …``.

    Raises:
        ValueError: there is no such section.

    Example:
        >>> with_section("# Quality\\n", "fairness", "## Fair")
        '# Quality\\n\\n<!-- fairness -->\\n\\n## Fair\\n\\n<!-- /fairness -->\\n'
    """
    if name not in SECTIONS:
        raise ValueError(f"there is no section {name!r}")
    found = {one: sections[1].strip() for one in SECTIONS if (sections := _cut(document, one))}
    head = document.split("<!-- ", 1)[0].rstrip()
    found[name] = text.strip()
    return "\n\n".join([head, *(_written(one, found[one]) for one in SECTIONS if one in found)]) + "\n"


def write_section(name: str, text: str) -> None:
    """Writes the section of a program into ``docs/quality.md``."""
    write_atomically(DOCUMENT, with_section(DOCUMENT.read_text("utf-8"), name, text).encode())


def title(document: str, name: str) -> str:
    """The heading of a section; its name, if it is not written yet.

    Example:
        >>> title("<!-- fairness -->\\n\\n## Fair\\n\\n<!-- /fairness -->\\n", "fairness")
        'Fair'
    """
    found = _cut(document, name)
    return found[1].strip().split("\n", 1)[0].removeprefix("## ") if found else name


def _written(name: str, text: str) -> str:
    return f"<!-- {name} -->\n\n{text}\n\n<!-- /{name} -->"


def _cut(document: str, name: str) -> re.Match[str] | None:
    return re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", document, re.DOTALL)
