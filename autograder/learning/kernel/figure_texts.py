"""The texts of a translated page's figures: in its language where they can be drawn, else as in the original."""

from __future__ import annotations

from autograder.core import figure_fonts
from autograder.core.languages import spoken

_missing: set[str] = set()  # letters whose font is missing, and that this was said of


def figure_text(translated: str, original: str) -> str:
    """What to write into a figure. That a font is missing is said once.

    Args:
        translated: in the language of the page. original: what the original page has in its place.

    Example (in a page):
        plt.xlabel(figure_text("픽셀 값", "pixel value"))
    """
    missing = [kind.name for kind in figure_fonts.kinds_in(translated) if not figure_fonts.font_of(kind)]
    if not missing:
        figure_fonts.use()
        return translated
    for letters in missing:
        if letters not in _missing:
            _missing.add(letters)
            print(
                spoken(
                    "This computer has no font for {letters}, so the figures of this page have the texts of the original. "
                    "Install one, {example} for example, and restart the kernel.",
                    letters=letters, example="Noto Sans KR",
                )
            )  # fmt: skip
    return original
