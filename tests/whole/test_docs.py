"""The pages of docs/: they are fresh, their links lead somewhere, and what they show is what happens."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from urllib.parse import urlsplit

import command_reference
import doc_pages
import pytest
import settings_reference
from doc_pages import DOCS, PAPERS, ROOT

import autograder

HOSTS = {"docs.dask.org", "jobqueue.dask.org", "kubernetes.dask.org", "click.palletsprojects.com"}
LARGEST_FIGURE = 60_000  # bytes


def dead(path: Path, source: str) -> list[str]:
    """The links of a page that lead nowhere, and those to hosts that are not on the list."""
    found = []
    for target in doc_pages.links(source):
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            if parts.scheme not in ("https", "http") or parts.netloc not in HOSTS:
                found.append(target)
            continue
        to = (path.parent / parts.path).resolve() if parts.path else path
        known = doc_pages.anchors(doc_pages.text(to) if to != path else source) if to.suffix == ".md" and to.is_file() else set()
        if not to.exists() or (parts.fragment and parts.fragment not in known):
            found.append(target)
    return found


def test_the_kit_is_described_in_the_same_words_everywhere():
    """It has more than the assignment that it began with."""
    package = tomllib.loads(doc_pages.text(ROOT / "pyproject.toml"))["project"]["description"]
    module = (autograder.__doc__ or "").partition(".\n")[0]
    site = next(line for line in doc_pages.text(ROOT / "mkdocs.yml").splitlines() if line.startswith("site_description: "))
    assert package == module == site.removeprefix("site_description: ")


@pytest.mark.parametrize("path", [*PAPERS, *doc_pages.pages()], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(path):
    assert dead(path, doc_pages.text(path)) == []


@pytest.mark.parametrize(
    "link",
    ["[a](nowhere.md)", "[a](index.md#nowhere)", "[a](#nowhere)", "![a](nowhere.png)", "[a](https://example.org)", "[`a`](trust.md#no)"],
)
def test_a_dead_link_would_be_found(link):
    assert len(dead(DOCS / "index.md", f"# Start\n\nRead {link} first.\n")) == 1


def test_links_in_code_are_no_links():
    assert dead(DOCS / "index.md", "`[a](nowhere.md)`\n\n```text\n[a](nowhere.md)\n```\n") == []


def test_links_of_the_site_stay_in_the_site():
    """A page can be read on the disk without the rest of the kit."""
    outside = [
        (path.name, target)
        for path in doc_pages.pages()
        for target in doc_pages.links(doc_pages.text(path))
        if not urlsplit(target).scheme and not (path.parent / urlsplit(target).path).resolve().is_relative_to(DOCS)
    ]
    assert outside == []


def test_the_reference_of_commands_is_fresh():
    assert command_reference.missing() == set(), "Put it into a group in tests/support/command_reference.py"
    assert command_reference.TARGET.read_text("utf-8") == command_reference.text(), "Run python tests/support/command_reference.py"


def test_the_reference_of_settings_is_fresh():
    assert settings_reference.unexplained() == set(), "Say what it means in tests/support/settings_reference.py"
    assert settings_reference.TARGET.read_text("utf-8") == settings_reference.text(), "Run python tests/support/settings_reference.py"


def test_every_page_is_in_the_navigation():
    navigation = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2].partition("\ntheme:\n")[0]
    named = set(re.findall(r"[\w/-]+\.md", navigation))
    of_assignments = {path for path in (DOCS / "assignments").glob("*.md") if path.name != "index.md"}
    assert named == {path.relative_to(DOCS).as_posix() for path in doc_pages.pages() if path not in of_assignments}


def test_every_figure_is_small_and_shown():
    figures = {path.resolve() for pattern in ("*.png", "*.svg") for path in DOCS.rglob(pattern)}
    shown = {(path.parent / target).resolve() for path in doc_pages.pages() for target in doc_pages.links(doc_pages.text(path))}
    assert figures and figures <= shown
    assert [path.name for path in figures if path.stat().st_size > LARGEST_FIGURE] == []


def test_every_assignment_of_the_kit_has_a_page_with_a_figure():
    for folder in sorted((ROOT / "solutions").glob("*/assignment.toml")):
        page = (DOCS / "assignments" / f"{folder.parent.name}.md").read_text("utf-8")
        assert f"figures/{folder.parent.name}.png" in page and "<!-- exercises -->" in page


def rows(section: str) -> list[list[str]]:
    """The cells of the table of a section of the page about trust."""
    lines = doc_pages.text(DOCS / "trust.md").partition(f"## {section}\n")[2].partition("\n## ")[0].splitlines()
    return [[cell.strip() for cell in line.strip("| ").split("|")] for line in lines if line.startswith("| ")][2:]


def test_measured_numbers_are_those_of_their_source():
    """A benchmark that was measured again has other numbers."""
    seen = 0
    for _what, measured, source in rows("Measured numbers"):
        if file := re.search(r"`([\w/]+\.md)`", source):
            told = (ROOT / file[1]).read_text("utf-8").replace(",", "")
            numbers = [number.replace(",", "") for number in re.findall(r"\d[\d.,]*\d", measured)]
            assert numbers and [number for number in numbers if number not in told] == [], measured
            seen += 1
    assert seen >= 5


def test_the_threshold_that_is_told_is_the_one_of_the_settings():
    told = doc_pages.text(DOCS / "trust.md").partition("## Fair to every right answer")[2].partition("\n## ")[0]
    settings = (ROOT / "solutions" / "mnist" / "assignment.toml").read_text("utf-8")
    numbers = re.findall(r"\d\.\d+", told)
    assert len(numbers) == 5 and [number for number in numbers if number not in settings] == []


def test_the_first_success_is_one(tmp_path):
    """The first page of the site: exactly its answer and its command, in a new working copy; then the wrong answer."""
    page = (DOCS / "index.md").read_text("utf-8").partition("## Your first success")[2]
    answer = page.partition("```python\n")[2].partition("```")[0]
    command = page.partition("$ autograder ")[2].partition("\n")[0]
    right, wrong = (found.strip("\n").splitlines() for found in re.findall(r"^```text\n(.*?)^```", page, re.MULTILINE | re.DOTALL))

    def autograder(*words):
        return subprocess.run([sys.executable, "-m", "autograder", *words], cwd=tmp_path, capture_output=True, text=True)

    def asked(body):
        file.write_text(begin + body + rest, "utf-8")
        done = autograder(*command.split())
        return done.returncode, done.stdout.splitlines()

    assert autograder("start", "mnist").returncode == 0
    file = tmp_path / "mnist" / "mnist.py"
    begin, stub, rest = file.read_text("utf-8").partition("    raise NotImplementedError\n")
    assert "def dataset_shapes" in begin and stub
    code, lines = asked(answer)
    assert code == 0 and set(right) <= set(lines)
    code, lines = asked("    return tuple(one.shape for part in dataset for one in part)\n")
    assert code == 1 and {line for line in wrong if line.strip() != "…"} <= set(lines)
