"""``autograder similar``: pairs of answers of a graded class, with reasons; nothing is judged, and no mark changes."""

import json

import miniature
import pytest
import similar_class
from similar_class import PAIR, STUDENTS

from autograder.cli import similar
from autograder.grading.similar import threshold
from autograder.reports import write_report

MARKUP = "<b>Zoë [red]"
PAGES = STUDENTS | {"ann": PAIR["ann"], MARKUP: PAIR["bob"]}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A clone with one small assignment, pages of a class, and their reports."""
    miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    for name, text in PAGES.items():
        write(tmp_path, name, text)
    return tmp_path


def write(root, name, text, **more):
    folder = root / "pages" / name.replace("<b>", "")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "miniature.py").write_text(text, "utf-8")
    write_report(similar_class.report(name, text, **more), root / "grades", name.replace("<b>", "").replace("[", "_").replace("]", "_").replace(" ", "_"))


COMMAND = "similar grades --submissions pages"


def test_a_pair_is_listed_with_its_reasons_and_words_that_accuse_nobody(here, typed):
    code, out, error = typed(COMMAND)
    assert (code, error) == (0, "")
    assert out.startswith(f"1. total: {MARKUP} and ann\n   ") and "same apart from names" in out and "\n2. " not in out
    assert "13 pages, 26 answers: 1 pair shares more than others of its exercise do." in out
    assert "is not an accusation" in out and "No mark depends on it." in out
    assert not [word for word in ("cheat", "plagiar", "copied", "suspect") if word in out.lower()]
    assert out.endswith("Next: see them beside each other   autograder similar grades --html similar.html\n")


def test_no_report_and_no_mark_is_touched(here, typed):
    before = {path: path.read_bytes() for path in sorted((here / "grades").rglob("*")) if path.is_file()}
    typed(COMMAND + " --html similar.html")
    assert {path: path.read_bytes() for path in sorted((here / "grades").rglob("*")) if path.is_file()} == before


def test_the_page_has_both_answers_with_the_shared_parts_marked(here, typed):
    code, out, _error = typed(COMMAND + " --html similar.html")
    page = (here / "similar.html").read_text("utf-8")
    assert code == 0 and "open the page" in out
    assert "These two answers share more than others of this exercise do." in page
    assert "<mark>" in page and "array_split" in page and "<b>Zo" not in page and "&lt;b&gt;Zoë" in page
    assert page.count('class="scroll" tabindex="0"') == 2 and "default-src" in page and "<script" not in page


def test_json_has_the_pairs(here, typed):
    code, out, _error = typed(COMMAND + " --json")
    content = json.loads(out)
    assert (code, content["format"], content["assignment"], content["pages"], content["not_compared"]) == (0, 1, "miniature", 13, [])
    (pair,) = content["pairs"]
    assert pair["exercise"] == "total" and set(pair["students"]) == {"ann", MARKUP} and pair["bits"] > pair["needed"] > 0 and pair["reasons"]


def test_only_the_named_exercises_are_looked_at(here, typed):
    assert "no pair shares more than others of its exercise do." in typed("similar grades double --submissions pages")[1]
    code, _out, error = typed("similar grades duble --submissions pages")
    assert code == 2 and "Did you mean double?" in error


def test_pages_that_are_not_there_or_do_not_parse_are_named(here, typed):
    (here / "pages/s00/miniature.py").write_text("other", "utf-8")
    write(here, "s01", "def total(:\n  ((")
    code, out, _error = typed(COMMAND)
    assert code == 0 and "Not compared: s00: The page is not there as it was graded." in out and "Not compared: s01: " in out and "1. total" in out


def test_a_long_list_is_cut_and_says_so(here, typed, monkeypatch):
    monkeypatch.setattr(threshold, "OF_ONE_LINE", 0.0)
    for name, text in PAIR.items():
        write(here, f"{name}2", text)
    code, out, _error = typed(COMMAND + " --most 2")
    assert code == 0 and "3. total" not in out and "more pairs not listed here: --most 6 lists all." in out


def test_without_pages_it_says_what_to_name(here, typed):
    code, _out, error = typed("similar grades")
    assert code == 2 and "Name the folder:   --submissions FOLDER" in error


@pytest.mark.parametrize("place", ["nowhere", "pages"])
def test_a_folder_without_reports_is_refused(here, typed, place):
    assert typed(f"similar {place}")[0] == 2


def test_a_course_is_known_by_its_settings():
    from autograder.desk.course_file import NAME

    assert similar.SETTINGS == NAME
