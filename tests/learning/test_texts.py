"""A learner and a text that a person marks: the commands say how far it is, help, and put the prompt back."""

import json

import miniature
import pytest
import text_miniature

from autograder.cli import main
from autograder.content import assignment_folder
from autograder.learning import stubs
from autograder.learning.kernel import check_page
from autograder.learning.kernel.check_page import written


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Two assignments would be in the way: the miniature is the only one near."""
    monkeypatch.chdir(miniature.write(tmp_path, text_miniature.FILES).parents[1])
    (tmp_path / "miniature.py").write_text(text_miniature.page("Because."))
    return tmp_path


def said(capsys, *words):
    code = main([str(word) for word in words])
    return code, " ".join(capsys.readouterr().out.split())


def test_check_says_whether_it_is_written_and_runs_nothing(folder, capsys):
    code, text = said(capsys, "check", "miniature.py", "WHY")
    assert code == 0 and text.startswith("WHY: 1 word written; a person reads it (up to 5 points).")
    (folder / "miniature.py").write_text(text_miniature.page("Write your answer here."))
    code, text = said(capsys, "check", "miniature.py", "WHY")
    assert code == 1 and text.startswith("WHY: not started;")


def test_list_and_hint_and_solution_know_it(folder, capsys):
    assert "WHY: 1 word written; a person reads it" in said(capsys, "list")[1]
    assert "What is twice minus one?" in said(capsys, "hint", "WHY")[1]
    assert text_miniature.SAMPLE in said(capsys, "solution", "WHY")[1]


@pytest.mark.parametrize("name", ["miniature.py", "miniature.ipynb"])
def test_reset_puts_the_prompt_back_and_touches_nothing_else(folder, name):
    one = assignment_folder.load(folder / "solutions" / "miniature")
    source = text_miniature.page("Because.\nAnd so on.")
    cells = [{"cell_type": "code", "metadata": {}, "source": part, "outputs": [], "execution_count": None} for part in source.split("\n\n\n")]
    page = source if name.endswith(".py") else json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})
    (folder / name).write_text(page)
    assert stubs.reset(folder / name, one, "WHY").is_file()
    read = one.read(folder / name)
    assert not one.texts[0].read(read.page).started
    assert read.begun == ("double", "total")
    assert stubs.reset(folder / name, one, "WHY") is None


def test_in_a_notebook_the_text_is_the_one_that_was_run(folder):
    one = assignment_folder.load(folder / "solutions" / "miniature")
    assert written("WHY", one, {"WHY": "It is so."}) == "WHY: 3 words written; a person reads them (up to 5 points)."
    assert written("WHY", one, {"WHY": one.texts[0].prompt}).startswith("WHY: not started;")
    assert written("WHY", one, {}) == "WHY: run the cell that holds your text, then this one."
    text = "It is so."
    assert written(text, one, {"WHY": text}).startswith("WHY: 3 words")
    assert written("double", one, {"WHY": text}) == ""


def test_a_notebook_checks_texts_and_functions_in_one_call(folder, monkeypatch):
    page = {"__file__": str(folder / "miniature.py"), "double": lambda numbers: numbers, "WHY": "So."}
    texts, rest = check_page.texts_of(("WHY", "double"), page)
    assert texts == ["WHY: 1 word written; a person reads it (up to 5 points)."] and rest == ("double",)
