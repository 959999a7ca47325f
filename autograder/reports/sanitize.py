"""What a student could have written or drawn, made fit to show: text without tricks, images made again."""

from __future__ import annotations

import functools
import io
import re
import unicodedata

from autograder.core import file_names
from autograder.core.languages import spoken

LONGEST = 4000  # characters of one message
LARGEST_SIDE = 4000  # pixels
LARGEST_FILE = 16 * 2**20  # bytes
MARKS_IN_A_ROW = 4  # accents on one letter; more of them would paint over the neighbouring lines
PLAINER = str.maketrans(
    {"…": "...", "—": "-", "–": "-", "’": "'", "‘": "'", "“": '"', "”": '"', "×": "x", "→": "->", "·": ".", "✓": "+", "✗": "x"}
)
PNG = b"\x89PNG\r\n\x1a\n"

# Each kind of sequence stops where the next one begins, so that hostile text costs linear time.
_SEQUENCES = re.compile(
    r"(?:\x1b\]|\x9d)[^\x07\x1b\x9c\x9d]*(?:\x07|\x1b\\|\x9c)"  # a title or a link
    r"|(?:\x1b[PX^_]|[\x90\x98\x9e\x9f])[^\x1b\x90\x98\x9c\x9e\x9f]*(?:\x1b\\|\x9c)"  # a device's own string
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, cursor, clearing
    r"|\x1b[ -/]*[0-~]"
)
_NEW_LINES = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def plain(text: object, limit: int = LONGEST) -> str:
    r"""Text that shows what it says and does nothing else.

    Takes out terminal sequences, control characters (new lines and tabs stay), characters that turn the direction of
    writing or have no width, and piles of accents. What is not a character of Unicode becomes a question mark in a box.

    Args:
        text: anything; it is turned into text first.
        limit: the longest result in characters; longer text is cut, and a sentence at its end says so.

    Example:
        >>> plain("\x1b[31mred\x1b[0m \u202eevil")
        'red evil'
    """
    text = str(text)
    if text.isascii() and text.isprintable() and len(text) <= limit:
        return text
    length = len(text)
    text = file_names.readable(text[: 4 * limit])  # nothing behind that can show up
    text = _characters(_SEQUENCES.sub("", _NEW_LINES.sub("\n", text)))
    if length <= 4 * limit and len(text) <= limit:
        return text
    return f"{text[:limit].rstrip()}\n{spoken('[Cut here: the whole text has {length} characters.]', length=length)}"


def one_line(text: object, limit: int = 200) -> str:
    """``plain`` text in one line, for names and headings; an ellipsis shows where it was cut."""
    text = str(text)
    shown = " ".join(plain(text[: 4 * limit], 4 * limit).split())
    if len(text) <= 4 * limit and len(shown) <= limit:
        return shown
    return shown[: limit - 1].rstrip() + "…"


def can_show(text: str, encoding: str) -> bool:
    """Whether a terminal of this encoding has all the characters of a text."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def showable(text: str, encoding: str) -> str:
    """The text, or the nearest to it that a terminal of this encoding can show.

    Example:
        >>> showable("2 × 2 → “4”", "ascii")
        '2 x 2 -> "4"'
    """
    if can_show(text, encoding):
        return text
    text = file_names.readable(text)
    return text if can_show(text, encoding) else text.translate(PLAINER).encode(encoding, "replace").decode(encoding)


class CleanPng(bytes):
    """An image that ``clean_png`` has made."""


def clean_png(data: bytes, widest: int = LARGEST_SIDE) -> CleanPng | None:
    """An image made again from the pixels of a PNG: no hidden chunks, no trailing bytes, no transparency.

    Args:
        data: what a worker sent. Its size is read and judged before anything is decoded.
        widest: the result is made smaller until no side is longer, in pixels.

    Returns:
        PNG bytes; None for anything that is not a whole PNG of at most 4000 x 4000 pixels. What this function has made
        before is not made again, unless it must become smaller.
    """
    if isinstance(data, CleanPng) and max(_sides(data)) <= widest:
        return data
    return _made_anew(data, widest) if _is_modest_png(data) else None


@functools.lru_cache(maxsize=64)  # the same answer's figure comes again, from check to check and from page to page
def _made_anew(data: bytes, widest: int) -> CleanPng | None:
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=["PNG"]) as source:
            source.verify()  # every chunk is whole; the file must be opened again afterwards
        with Image.open(io.BytesIO(data), formats=["PNG"]) as source:
            picture = _on_white(source)
        picture.thumbnail((widest, widest))
        made = io.BytesIO()
        picture.save(made, "PNG", compress_level=1)  # a tenth larger, in a third of the time
        return CleanPng(made.getvalue())
    except Exception:  # an image is an extra: whatever is wrong with it, the report goes on without it
        return None


def _on_white(source: object) -> object:
    """An image without transparency: axes are black, and pages may be dark."""
    from PIL import Image

    if source.mode == "RGB" and "transparency" not in source.info:
        source.load()
        return Image.frombytes("RGB", source.size, source.tobytes())  # the pixels, and nothing else of the file
    pixels = source.convert("RGBA")
    picture = Image.new("RGB", pixels.size, "white")
    picture.paste(pixels, mask=pixels.getchannel("A"))
    return picture


def _is_modest_png(data: bytes) -> bool:
    if not isinstance(data, bytes) or not 33 <= len(data) <= LARGEST_FILE:
        return False
    if data[:8] != PNG or data[12:16] != b"IHDR":
        return False
    return all(0 < side <= LARGEST_SIDE for side in _sides(data))


def _sides(data: bytes) -> tuple[int, int]:
    """Width and height as a PNG's first chunk says."""
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def _characters(text: str) -> str:
    kept, marks = [], 0
    for character in text:
        category = unicodedata.category(character)
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks > MARKS_IN_A_ROW or (category in ("Cc", "Cf") and character not in "\n\t"):
            continue
        if category in ("Cs", "Co", "Cn"):
            character = "\N{REPLACEMENT CHARACTER}"
        kept.append(" " if category == "Zs" else character)
    return "".join(kept)


def ended(sentence: str) -> str:
    """A sentence with a mark at its end, and only one.

    Example:
        >>> ended("is empty"), ended("Is this the right file?")
        ('is empty.', 'Is this the right file?')
    """
    sentence = sentence.rstrip()
    return sentence if sentence.endswith(("?", "!", ".")) else f"{sentence}."
