"""The texts of a translated page's figures: in its language, or in that of the original if no font has its letters."""

import pytest

from autograder.core import figure_fonts
from autograder.core.languages.choice import reading_in
from autograder.learning.kernel import figure_texts
from autograder.learning.kernel.figure_texts import figure_text


@pytest.fixture
def no_font(monkeypatch):
    monkeypatch.setattr(figure_fonts, "font_of", lambda _kind: None)
    monkeypatch.setattr(figure_texts, "_missing", set())


def test_with_a_font_the_translation_is_written(monkeypatch, capsys):
    used = []
    monkeypatch.setattr(figure_fonts, "font_of", lambda kind: "a.ttf")
    monkeypatch.setattr(figure_fonts, "use", lambda: used.append("font"))
    assert figure_text("픽셀 값", "pixel value") == "픽셀 값"
    assert used == ["font"] and capsys.readouterr().out == ""


def test_without_one_the_original_is_written_and_that_is_said_once(no_font, capsys):
    with reading_in("ko"):
        assert [figure_text("픽셀 값", "pixel value"), figure_text("밀도", "density")] == ["pixel value", "density"]
    said = capsys.readouterr().out
    assert said.count("\n") == 1 and "한글" in said and "Noto Sans KR" in said


def test_letters_that_every_font_has_need_none(no_font, capsys):
    assert figure_text("Anzahl der Größen", "count of sizes") == "Anzahl der Größen"
    assert capsys.readouterr().out == ""
