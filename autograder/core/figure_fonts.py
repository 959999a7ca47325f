"""Fonts for letters that Matplotlib's own fonts do not have: found on this machine, never shipped.

A letter that the first font lacks is drawn with the next one, so figures without such letters stay as they are, pixel by pixel. Only
the system's folders are searched, because a worker sees no others. Files are looked for by name: that takes milliseconds, needs no
Matplotlib, and finds a font that was installed after Matplotlib made its own list.
"""

from __future__ import annotations

import contextlib
import functools
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

FOLDERS = (  # of Linux, macOS and Windows; those that are not there are skipped
    "/usr/share/fonts", "/usr/local/share/fonts",
    "/System/Library/Fonts", "/Library/Fonts",
    os.path.join(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"),
)  # fmt: skip


MISSING = re.compile(r"Glyph \d+ .*missing from font", re.DOTALL)  # in the words of Matplotlib


@dataclass(frozen=True)
class Letters:
    """Letters of one kind.

    Attributes:
        name: what those who write with them call them; pattern: finds one of them.
        files: names of fonts that have them, those that are read most easily on a screen first.
        families: what pages for other systems call such fonts. Where they are missing, the found font has their names, too.
    """

    name: str
    pattern: re.Pattern[str]
    files: tuple[str, ...]
    families: tuple[str, ...]


KINDS = (
    Letters(
        "한글",
        re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]"),
        (
            "NotoSansKR-Regular.ttf", "NotoSansKR-Regular.otf", "NotoSansCJKkr-Regular.otf", "NotoSansCJK-Regular.ttc",
            "NanumGothic.ttf", "NanumBarunGothic.ttf", "malgun.ttf", "AppleSDGothicNeo.ttc", "AppleGothic.ttf",
            "UnDotum.ttf", "dotum.ttf", "gulim.ttc", "DroidSansFallbackFull.ttf", "unifont.otf", "unifont.ttf",
        ),
        (
            "Malgun Gothic", "NanumGothic", "NanumBarunGothic", "AppleGothic", "Apple SD Gothic Neo", "Noto Sans KR",
            "Noto Sans CJK KR", "Gulim", "Dotum",
        ),
    ),
)  # fmt: skip


def kinds_in(text: str) -> list[Letters]:
    """The kinds of letters in a text that need a font beside Matplotlib's own.

    Example:
        >>> [kind.name for kind in kinds_in("정확도 (accuracy)")], kinds_in("accuracy")
        (['한글'], [])
    """
    return [kind for kind in KINDS if kind.pattern.search(text)]


@functools.cache
def font_of(kind: Letters) -> Path | None:
    """The font that is used for some letters; None if this machine has none of those that are known."""
    there = _files()
    return next((there[name.lower()] for name in kind.files if name.lower() in there), None)


def found() -> list[str]:
    """The names of the font files that figures are drawn with beside Matplotlib's own."""
    return [path.name for path in map(font_of, KINDS) if path]


def is_about_letters(warning: str) -> bool:
    """Whether a warning of Matplotlib says that this machine's fonts lack a letter.

    Example:
        >>> is_about_letters("Glyph 54984 (\\N{HANGUL SYLLABLE HUN}) missing from font(s) DejaVu Sans.")
        True
    """
    return MISSING.match(warning) is not None


def use() -> None:
    """From here on, figures of this process have these letters, too. Without Matplotlib, or without a font, nothing happens."""
    if "matplotlib" in sys.modules:
        for kind in KINDS:
            path = font_of(kind)
            if path:
                with contextlib.suppress(OSError, RuntimeError):  # a font that Matplotlib cannot read is as good as none
                    _add(path, kind)


def _add(path: Path, kind: Letters) -> None:
    """Makes a font the last one that is asked for a letter, also after ``plt.rcdefaults()``."""
    import dataclasses

    import matplotlib
    from matplotlib import font_manager

    manager = font_manager.fontManager
    name = font_manager.FontProperties(fname=path).get_name()
    known = {font.name for font in manager.ttflist}
    if name not in known:
        manager.addfont(path)
    every_weight = [font for font in manager.ttflist if font.name == name]
    missing = [family for family in kind.families if family not in known | {name}]
    manager.ttflist += [dataclasses.replace(one, name=family) for family in missing for one in every_weight]
    for settings in (matplotlib.rcParams, matplotlib.rcParamsDefault):
        if name not in settings["font.family"]:
            settings["font.family"] = [*settings["font.family"], name]


@functools.cache
def _files() -> dict[str, Path]:
    """The font files of this system: name in small letters -> path."""
    there: dict[str, Path] = {}
    for folder in FOLDERS:
        for place, _folders, names in sorted(os.walk(folder)):
            for name in sorted(names):
                there.setdefault(name.lower(), Path(place, name))
    return there
