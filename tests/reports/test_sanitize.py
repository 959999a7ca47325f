"""Text without tricks, pictures made anew."""

import doctest
import importlib
import io
import time

import pytest
from PIL import Image
from reports_sample import EVIL_BIDI, EVIL_TERMINAL, huge_png, picture, png

from autograder import reports
from autograder.reports import clean_png, one_line, plain


@pytest.mark.parametrize(
    "text, left",
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://example.org\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPdevice\x1b\\text", "text"),
        ("\x9b31mred", "red"),
        ("\x1bcreset", "reset"),
        ("unfinished \x1b]0;title", "unfinished 0;title"),
        ("bell\x07 back\x08 null\x00", "bell back null"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\tstays", "tab\tstays"),
        ("user\u202etxt.exe", "usertxt.exe"),
        ("zero\u200b\u2060\ufeffwidth\u00ad", "zerowidth"),
        ("tag\U000e0041", "tag"),
        ("half \ud800 a pair", "half \ufffd a pair"),
        ("no\u00a0break", "no break"),
        ("Grüße, 数字, שלום, café", "Grüße, 数字, שלום, café"),
        ("<b>[red]", "<b>[red]"),
    ],
)
def test_text_keeps_what_it_says_and_nothing_else(text, left):
    assert plain(text) == left


def test_piles_of_accents_are_taken_down():
    assert plain("Z" + "\u0301" * 100) == "Z" + "\u0301" * 4


def test_a_long_text_says_that_it_was_cut():
    assert plain("x" * 4001) == "x" * 4000 + "\n[Cut here: the whole text has 4001 characters.]"
    assert plain("x" * 4000) == "x" * 4000
    assert plain("abcdef", 3) == "abc\n[Cut here: the whole text has 6 characters.]"


def test_what_is_no_text_becomes_text():
    assert plain(None) == "None"


@pytest.mark.parametrize("piece", ["\x1b]", "\x9d", "\x1bP", "\x90", "\x1b[", "\x9b", "\x1b", "\u0301", "\x1b]0;a"])
def test_hostile_text_costs_little_time(piece):
    start = time.perf_counter()
    plain(piece * 1_000_000)
    assert time.perf_counter() - start < 1


def test_one_line_is_one_line():
    assert one_line("a\n b\t c") == "a b c"
    assert one_line("x" * 300) == "x" * 199 + "…"
    assert one_line(EVIL_TERMINAL + EVIL_BIDI) == "clickusertxt.exe"


def test_a_picture_keeps_its_pixels():
    before, after = Image.open(io.BytesIO(picture())), Image.open(io.BytesIO(clean_png(picture())))
    assert after.size == before.size
    assert after.convert("RGB").tobytes() == before.convert("RGB").tobytes()


def test_a_picture_loses_everything_else():
    source = png(
        2,
        2,
        (b"tEXt", b"Comment\0<script>"),
        (b"iTXt", b"XML\0\0\0\0\0<svg>"),
        (b"eXIf", b"MM\0*"),
        (b"prVt", b"secret"),
    )
    made = clean_png(source + b"<?php evil ?>")
    assert made.endswith(b"IEND\xaeB`\x82")
    for trace in (b"script", b"svg", b"eXIf", b"secret", b"php", b"tEXt"):
        assert trace in source + b"<?php evil ?>" and trace not in made


def test_a_transparent_picture_lies_on_white():
    data = io.BytesIO()
    Image.new("RGBA", (3, 3), (0, 0, 0, 0)).save(data, "PNG")
    made = Image.open(io.BytesIO(clean_png(data.getvalue())))
    assert (made.mode, made.getpixel((1, 1))) == ("RGB", (255, 255, 255))


def test_a_picture_can_be_made_smaller():
    assert max(Image.open(io.BytesIO(clean_png(picture(), 100))).size) == 100


def as_other(kind):
    data = io.BytesIO()
    Image.new("RGB", (5, 5)).save(data, kind)
    return data.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        None,
        "text",
        as_other("GIF"),
        as_other("JPEG"),
        b"<svg onload=alert(1)></svg>" * 10,
        huge_png(),
        png(4001, 1),
        png(1, 4001),
        png(0, 5),
        png(5, 5)[:50],
        png(5, 5, rows=b"\0\0"),
        png(5, 5)[:8] + b"\0" * 60,
    ],
    ids=lambda data: repr(data)[:30] + str(len(data or "")),
)
def test_what_is_no_modest_png_is_dropped(data):
    assert clean_png(data) is None


def test_the_largest_size_is_still_fine():
    assert clean_png(png(4000, 1)) is not None


@pytest.mark.parametrize("module", ["json_files", "sanitize", "csv_tables", "wording"])
def test_the_examples_are_true(module):
    result = doctest.testmod(importlib.import_module(f"autograder.reports.{module}"))
    assert result.attempted and not result.failed


def test_every_public_name_is_there():
    assert all(callable(getattr(reports, name)) for name in reports.__all__)
    with pytest.raises(AttributeError, match="no attribute 'class_pdf'"):
        reports.class_pdf  # noqa: B018
