"""Letters that Matplotlib's own font lacks are drawn with a font of this machine; other figures stay as they are."""

import logging
import warnings

import matplotlib
import numpy as np
import pytest
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from autograder.core import figure_fonts

HANGUL = figure_fonts.KINDS[0]
no_hangul = pytest.mark.skipif(figure_fonts.font_of(HANGUL) is None, reason="no font with Hangul here; Debian has one: fonts-nanum")


@pytest.fixture(autouse=True)
def matplotlib_as_before():
    """What is added to Matplotlib is taken away again."""
    families = [list(settings["font.family"]) for settings in (matplotlib.rcParams, matplotlib.rcParamsDefault)]
    fonts = list(font_manager.fontManager.ttflist)
    yield
    font_manager.fontManager.ttflist[:] = fonts
    font_manager.fontManager._findfont_cached.cache_clear()
    for settings, family in zip((matplotlib.rcParams, matplotlib.rcParamsDefault), families, strict=True):
        settings["font.family"] = family


def drawn(title: str, **style) -> np.ndarray:
    with matplotlib.rc_context(style):
        figure = Figure(figsize=(3, 2))
        figure.subplots().set_title(title)
        canvas = FigureCanvasAgg(figure)
        canvas.draw()
        return np.asarray(canvas.buffer_rgba()).copy()


def complaints(title: str, caplog, **style) -> list[str]:
    """What Matplotlib says of missing letters and fonts when it draws this."""
    with warnings.catch_warnings(record=True) as caught, caplog.at_level(logging.WARNING, "matplotlib.font_manager"):
        warnings.simplefilter("always")
        drawn(title, **style)
    return [str(one.message) for one in caught] + [record.message for record in caplog.records]


def test_the_warning_about_a_letter_that_no_font_has(caplog):
    """Also after an update of Matplotlib: its words may change."""
    said = complaints("\U00013000", caplog)  # a hieroglyph
    assert said and all(map(figure_fonts.is_about_letters, said)) and not figure_fonts.is_about_letters("Glyphs of the student")


@no_hangul
def test_letters_that_are_missing_are_drawn(caplog):
    assert complaints("훈련 손실", caplog)
    figure_fonts.use()
    assert complaints("훈련 손실", caplog) == []


@no_hangul
def test_a_figure_without_such_letters_stays_the_same():
    before = drawn("training loss: $x^2$, 0.5")
    figure_fonts.use()
    assert np.array_equal(drawn("training loss: $x^2$, 0.5"), before)


@no_hangul
@pytest.mark.parametrize("family", HANGUL.families)
def test_a_font_that_a_page_names_for_another_system_is_stood_in_for(family, caplog):
    figure_fonts.use()
    assert complaints("훈련 손실", caplog, **{"font.family": family}) == []


@no_hangul
def test_it_holds_after_the_settings_are_put_back_and_is_added_once():
    figure_fonts.use()
    families, fonts = list(matplotlib.rcParams["font.family"]), len(font_manager.fontManager.ttflist)
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        assert matplotlib.rcParams["font.family"] == families
    figure_fonts.use()
    assert (list(matplotlib.rcParams["font.family"]), len(font_manager.fontManager.ttflist)) == (families, fonts)


@pytest.fixture
def fonts_in(tmp_path, monkeypatch):
    """A machine with these font files only."""

    def with_files(*names: str):
        for name in names:
            (tmp_path / "fonts" / name[:2]).mkdir(parents=True, exist_ok=True)
            (tmp_path / "fonts" / name[:2] / name).write_bytes(b"not a font")
        monkeypatch.setattr(figure_fonts, "FOLDERS", (str(tmp_path / "fonts"),))
        for known in (figure_fonts._files, figure_fonts.font_of):
            known.cache_clear()

    yield with_files
    monkeypatch.undo()
    for known in (figure_fonts._files, figure_fonts.font_of):
        known.cache_clear()


def test_the_first_of_the_known_fonts_is_found_in_any_folder(fonts_in):
    fonts_in("Other.ttf", "NANUMGOTHIC.TTF", "malgun.ttf")
    assert figure_fonts.found() == ["NANUMGOTHIC.TTF"]


def test_without_a_font_nothing_changes(fonts_in):
    fonts_in("Other.ttf")
    families = list(matplotlib.rcParams["font.family"])
    figure_fonts.use()
    assert figure_fonts.found() == [] and list(matplotlib.rcParams["font.family"]) == families


def test_a_font_that_cannot_be_read_is_as_good_as_none(fonts_in):
    fonts_in("NanumGothic.ttf")
    families = list(matplotlib.rcParams["font.family"])
    figure_fonts.use()
    assert list(matplotlib.rcParams["font.family"]) == families
