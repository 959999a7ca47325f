"""The site that `make docs` builds: whole, and nothing in it needs a network."""

import importlib.util
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import miniature
import pytest
import text_miniature

ROOT = Path(__file__).parents[2]
LOADED = {("link", "href"), ("script", "src"), ("img", "src"), ("source", "src"), ("iframe", "src"), ("object", "data")}


def _hook():
    spec = importlib.util.spec_from_file_location("site_hook", ROOT / "docs" / "site_hook.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


site_hook = _hook()


class Page(HTMLParser):
    """What a page of the site loads, links to, and can be linked to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.loads, self.links, self.ids, self.inline = [], [], set(), []
        self._in_style = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids |= {given[name] for name in ("id", "name") if given.get(name)}
        self.loads += [given[name] for kind, name in LOADED if kind == tag and given.get(name)]
        if tag == "a" and given.get("href"):
            self.links.append(given["href"])
        if given.get("style"):
            self.inline.append(given["style"])
        self._in_style = tag == "style"

    def handle_data(self, data):
        if self._in_style:
            self.inline.append(data)
            self._in_style = False


@pytest.fixture(scope="module")
def pages(site) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html"))}


def test_nothing_is_loaded_from_elsewhere(site, pages):
    assert len(pages) > 12
    assert [(path.name, one) for path, page in pages.items() for one in page.loads if urlsplit(one).netloc] == []
    styles = [*site.rglob("*.css")]
    texts = [text for page in pages.values() for text in page.inline] + [path.read_text("utf-8") for path in styles]
    assert styles and [text[:80] for text in texts if re.search(r"(url\(\s*[\"']?|@import\s*[\"'])(https?:)?//", text)] == []


def test_every_link_of_the_site_leads_somewhere(site, pages):
    dead = []
    for path, page in pages.items():
        for link in [*page.links, *page.loads]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or path.name == "404.html":
                continue
            to = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not to.is_file() or (parts.fragment and to in pages and unquote(parts.fragment) not in pages[to].ids):
                dead.append(f"{path.relative_to(site)}: {link}")
    assert dead == []


def test_the_site_can_be_searched_from_the_disk(site):
    """The index is also a script, because a page on the disk may not read other files."""
    index = json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    assert (site / "search" / "search_index.js").is_file()
    found = {entry["location"].partition("#")[0] for entry in index["docs"] if "is_close_to" in entry["text"] + entry["title"]}
    assert "expect.html" in found


def test_each_assignment_has_a_page_and_no_other(site):
    built = {path.stem for path in (site / "assignments").glob("*.html")} - {"index"}
    names = {path.parent.name for path in (ROOT / "solutions").glob("*/assignment.toml")}
    assert built == names
    listed = (site / "assignments" / "index.html").read_text("utf-8")
    for name in names:
        page = (site / "assignments" / f"{name}.html").read_text("utf-8")
        assert f'href="{name}.html"' in listed and "<table>" in page and "<!-- exercises -->" not in page


def test_parts_of_other_files_are_included(site):
    assert "Gradescope, at once" in (site / "instructors.html").read_text("utf-8")
    assert "autograder new-assignment prices" in re.sub("<[^>]+>", "", (site / "authors" / "tutorial.html").read_text("utf-8"))


def test_sources_of_the_site_are_not_part_of_it(site):
    assert [path.name for path in site.rglob("*") if path.suffix in (".py", ".md", ".pyc")] == []


def test_the_table_of_the_exercises_has_their_points():
    mnist = next(one for one in site_hook.known() if one.name == "mnist")
    lines = site_hook.exercise_table(mnist).splitlines()
    assert "| 6 | `normalize` |" in lines[7] and lines[7].split("|")[4].strip() == "10"
    assert sum(float(line.split("|")[4]) for line in lines[2:14]) == 100
    assert f"{len(mnist.mistakes)} mistakes" in lines[-1]


def test_an_assignment_without_a_page_gets_one(tmp_path):
    """In a copy of the kit's folder, with an assignment of somebody who has written no page for it."""
    miniature.write(tmp_path, text_miniature.FILES)
    (one,) = site_hook.known(tmp_path)
    table = site_hook.exercise_table(one)
    assert "`double`" in table and "points" not in table.splitlines()[0], "it was not built"
    assert table.endswith(text_miniature.QUESTION)
    assert "(miniature.md)" in site_hook.assignment_cards([one])
