"""What judging one exercise needs of a page says of it what the whole page says."""

from scale_page import SCALE, submit

from autograder.content.submission_part import SubmissionPart


def test_a_part_looks_like_the_page_that_it_is_taken_from():
    page = submit(f"STEP = [1]\n\n{SCALE}")
    part = SubmissionPart.of(page, "scale", ["scale", "train"])
    assert (part.name, part.functions) == (page.name, page.functions)
    assert part.find("scale") == page.find("scale") and part.find("train") is None
    assert part.missing("train") == page.missing("train") != ""


def test_it_has_what_is_said_about_its_exercise(monkeypatch):
    page = submit(SCALE)
    monkeypatch.setattr(type(page), "advice", lambda _self, function: f"advice on {function}")
    monkeypatch.setattr(type(page), "reads", lambda _self, function: f"{function} reads a name")
    part = SubmissionPart.of(page, "scale", ["scale", "train"])
    assert (part.advice("scale"), part.reads("scale")) == ("advice on scale", "scale reads a name")
