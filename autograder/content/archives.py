"""A zip is unpacked: only pages come out of it whole, nothing comes out of its folder, and none of it may be large.

What a student submits may be a bomb, may name files elsewhere, may hold links, and names in whatever encoding its system
has. Pages are written as they are; of all other files only the name is kept, as an empty file, so that it can be said what
there was instead of a page.
"""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.content.page_file import ENDINGS, MAX_BYTES
from autograder.core import file_names
from autograder.core.languages import message
from autograder.core.system_errors import reason

ZIP = ".zip"
PACKED = (".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz")  # other archives, which only a person can unpack
LARGEST_ZIP = 4 * 2**30  # bytes
CHUNK = 2**20
MOST_RATIO = 200  # bytes that one packed byte may become; a notebook has 3 to 20
SMALL = 2**20  # bytes that are never a bomb
LONGEST_PART = 120  # characters of one name, so that whole paths stay within what systems take
FLAG_UTF8, FLAG_LOCKED = 0x800, 0x1
CJK = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uff66-\uff9d"


class Unpackable(ValueError):
    """A zip cannot be unpacked. The text says why, in one clause without the zip's name."""


@dataclass(frozen=True)
class Bounds:
    """How much may come out of one zip: entries that it lists, pages, and bytes of these together."""

    entries: int
    pages: int  # also the most other files of which the name is kept
    size: int


OF_STUDENT = Bounds(entries=50_000, pages=200, size=2 * MAX_BYTES)
OF_CLASS = Bounds(entries=200_000, pages=20_000, size=8 * 2**30)


def unpack(path: Path, folder: Path, bounds: Bounds = OF_STUDENT, zips: bool = False) -> list[str]:
    """Unpacks the pages of a zip.

    Args:
        path: the zip. folder: a new one, for its content.
        zips: also write zips that lie in it, as they are.

    Returns:
        What was left out and why, one clause each: ``"../x.py" leads out of the archive``.

    Raises:
        Unpackable: it is damaged, locked, too large, or grows out of all proportion; then nothing of it counts.
    """
    folder.mkdir(parents=True)
    try:
        if path.stat().st_size > LARGEST_ZIP:
            raise Unpackable(message("it is too large"))
        with zipfile.ZipFile(path) as archive:
            return _unpacked(archive, folder, bounds, (*ENDINGS, ZIP) if zips else ENDINGS)
    except (zipfile.BadZipFile, EOFError, zlib.error):
        raise Unpackable(message("it is damaged, or not a zip")) from None
    except NotImplementedError:
        raise Unpackable(message("it is compressed with a method that Python does not know")) from None
    except RuntimeError:
        raise Unpackable(message("it is locked with a password")) from None
    except OSError as error:
        raise Unpackable(message("it cannot be read: {error}", error=reason(error))) from None
    except (ValueError, OverflowError, MemoryError, UnicodeError) as error:
        if isinstance(error, Unpackable):
            raise
        raise Unpackable(message("it is damaged, or not a zip")) from None


def entry_names(entries: list[zipfile.ZipInfo]) -> list[str]:
    """The names in a zip, as they were typed.

    Old programs write them in their system's encoding without saying which one; zipfile then takes all for cp437. They
    are read as UTF-8, as Korean or as Japanese where that makes whole words of *all* of them, else as zipfile has done.
    """
    unknown = [entry for entry in entries if not entry.flag_bits & FLAG_UTF8 and not entry.orig_filename.isascii()]
    try:
        raw = {entry.orig_filename: entry.orig_filename.encode("cp437") for entry in unknown}
    except UnicodeEncodeError:
        raw = {}
    for encoding, strict in (("utf-8", "utf-8"), ("cp949", "euc_kr"), ("cp932", "cp932")):
        try:
            read = {name: data.decode(strict).encode(encoding).decode(encoding) for name, data in raw.items()}
        except UnicodeError:
            continue
        if encoding == "utf-8" or all(_are_words(text) for text in read.values()):
            return [read.get(entry.orig_filename, entry.filename) for entry in entries]
    return [entry.filename for entry in entries]


def _are_words(text: str) -> bool:
    """Korean and Japanese letters that are among themselves; in a name that was none of these they are in words."""
    others = re.sub(f"[\x00-\x7f{CJK}]", "", text)
    return not others and not re.search(f"[A-Za-z][{CJK}]|[{CJK}][a-z]", text)


def _unpacked(archive: zipfile.ZipFile, folder: Path, bounds: Bounds, whole: tuple[str, ...]) -> list[str]:
    entries = archive.infolist()
    if len(entries) > bounds.entries:
        raise Unpackable(message("it contains {number:,} files; at most {most:,} are allowed", number=len(entries), most=bounds.entries))
    left_out: list[str] = []
    pages, named, size, taken = 0, 0, 0, set()
    for entry, name in zip(entries, entry_names(entries), strict=True):
        if entry.is_dir() or name.endswith(("/", "\\")):
            continue
        parts = _parts(name)
        if parts is None:
            left_out.append(message('"{name}" leads out of the archive', name=name))
            continue
        if stat.S_ISLNK(entry.external_attr >> 16):
            left_out.append(message('"{name}" is a link', name=name))
            continue
        key = "/".join(parts).casefold()
        if key in taken:
            left_out.append(message('"{name}" is in it twice', name=name))
            continue
        taken.add(key)
        target = folder.joinpath(*parts)
        is_page = target.suffix.lower() in whole
        named += not is_page
        if named > bounds.pages and not is_page:
            continue
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not is_page:
                target.touch()
                continue
        except OSError:  # a file and a folder of one name
            left_out.append(message('"{name}" conflicts with another name in it', name=name))
            continue
        pages += 1
        if pages > bounds.pages:
            raise Unpackable(message("it contains more than {number:,} pages", number=bounds.pages))
        size += _write(archive, entry, target, bounds.size - size)
    return left_out


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path, room: int) -> int:
    """Writes one file and returns its size; what the entry says about its size is not believed."""
    if entry.flag_bits & FLAG_LOCKED:
        raise Unpackable(message("it is locked with a password"))
    size = 0
    with archive.open(entry) as source, open(target, "xb") as file:
        while chunk := source.read(CHUNK):
            size += len(chunk)
            if size > SMALL and size > MOST_RATIO * max(1, entry.compress_size):
                raise Unpackable(message("a file in it becomes far too large when unpacked"))
            if size > room:
                raise Unpackable(message("its content is too large"))
            file.write(chunk)
    return size


def _parts(name: str) -> list[str] | None:
    """A path's parts, fit for every system; None if it leads elsewhere."""
    path = PurePosixPath(name.replace("\\", "/").replace("\0", ""))
    if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) or not path.parts:
        return None
    return [_part(part) for part in path.parts]


def _part(part: str) -> str:
    text = re.sub(r"[\x00-\x1f:*?\"<>|]", "_", part).encode("utf-8", "replace").decode()
    text = f"_{text}" if file_names.is_device(text) else text
    if len(text.encode()) <= 2 * LONGEST_PART:
        return text
    stem, dot, ending = text.rpartition(".")
    return f"{stem[: LONGEST_PART // 2]}{dot}{ending[:10]}" if dot else text[: LONGEST_PART // 2]
