"""The Markdown pages of the kit, as a reader sees them: with the parts of other files that they include."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAPERS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md"]
INCLUDED = re.compile(r'^--8<-- "(?P<file>[^":]+):(?P<part>\w+)"$', re.MULTILINE)
LINK = re.compile(r"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<target>[^)\s]+)[^)]*\)")


def pages() -> list[Path]:
    """The pages of the site."""
    return sorted(DOCS.rglob("*.md"))


@cache
def text(path: Path) -> str:
    """A page with what it includes.

    Raises:
        LookupError: it includes a part that is not there.
    """
    return INCLUDED.sub(lambda found: part(ROOT / found["file"], found["part"]), path.read_text("utf-8"))


def part(path: Path, name: str) -> str:
    """What is between ``[start:NAME]`` and ``[end:NAME]`` of a file."""
    begin, end = (f"<!-- --8<-- [{edge}:{name}] -->" for edge in ("start", "end"))
    _, found, rest = path.read_text("utf-8").partition(begin)
    inner, closed, _ = rest.partition(end)
    if not found or not closed:
        raise LookupError(f"{path.name} has no part {name}")
    return inner


def prose(source: str) -> str:
    """A page without its blocks of code and without code in a sentence."""
    return re.sub(r"`[^`\n]*`", "``", re.sub(r"^( *)```.*?^\1```$", "", source, flags=re.MULTILINE | re.DOTALL))


def links(source: str) -> Iterator[str]:
    """The targets of links and figures."""
    yield from (found["target"] for found in LINK.finditer(prose(source)))


def anchors(source: str) -> set[str]:
    """What a link can name after ``#``: the headings, as Python-Markdown and GitHub write them.

    Example:
        >>> anchors("## The `wall`, and why")
        {'the-wall-and-why'}
    """
    heads = re.findall(r"^#{1,6} (.+?)\s*$", re.sub(r"^```.*?^```$", "", source, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", head.replace("`", "")).strip().lower()) for head in heads}
