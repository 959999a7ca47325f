"""``autograder compare OLD NEW`` on two folders of reports."""

import json
from dataclasses import replace

import pytest
from reports_sample import BY_256, report
from strict_html import Page

from autograder.reports import write_report


@pytest.fixture
def folders(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for one in (report("ada"), report("ben"), report("<b>eve")):
        write_report(one, "old")
    for one in (report("ada"), report("ben", normalize=BY_256), replace(report("<b>eve", normalize=BY_256), backend="jax")):
        write_report(one, "new")


def test_the_marks_that_changed_with_checks_and_causes(folders, typed):
    code, said, _ = typed("compare old new")
    assert code == 1 and said.startswith("old → new: 2 marks of 3 changed.\n")
    assert "  ben: 100 → 94 (−6)\n    normalize, black (0) becomes 0.0 and white (255) becomes 1.0: passed → failed (divides_by_256) (−2)\n" in said
    assert "    Why: nothing that is noted: the answer may depend on chance" in said
    assert "1 ×  another backend" in said and "2 students, −8 points together" in said
    code, said, _ = typed("compare old old")
    assert code == 0 and "No mark of 3 changed." in said


def test_as_json_and_as_a_page(folders, typed):
    code, said, _ = typed("compare old new --json --html both.html")
    content = json.loads(said)
    assert code == 1 and content["changed"] == 2 and content["marks"][0]["checks"][0]["after"] == "failed"
    with open("both.html", encoding="utf-8") as file:
        text = file.read()
    page = Page(text)
    assert "2 marks of 3 changed. Everything is the same for 1." in page.text and "<b>eve" not in text and "<b>eve" in page.text


def test_what_cannot_be_compared_is_said(folders, typed):
    write_report(replace(report("zoe"), assignment="other"), "third")
    for words, said in (("old nowhere", "There is no folder nowhere."), ("old third", "Compare two gradings of one assignment.")):
        code, _out, errors = typed(f"compare {words}")
        assert code == 2 and said in errors
