"""Files that are whole or not there, and the folder for what can be made again."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import stat
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from autograder.core.languages import message
from autograder.core.system_errors import reason

FILE, FOLDER, NOTHING = message("a file"), message("a folder"), message("not there")
IN_USE = (5, 32, 33)  # what Windows answers while another program has a file open: no access, in use, locked
UNFINISHED = ".part"  # ends the name of a file that is being written
WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)  # seconds until each next attempt: editors, Jupyter and virus scanners let go soon
CIRCLE = message("a link that leads to itself")
ODD = (  # what can be in a folder beside these two; to open one of them may take for ever
    (stat.S_ISFIFO, message("a named pipe, not a file")),
    (stat.S_ISSOCK, message("a socket, not a file")),
    (stat.S_ISCHR, message("a device, not a file")),
    (stat.S_ISBLK, message("a device, not a file")),
)


def kind(path: Path | str) -> str:
    """What is in a place: ``FILE``, ``FOLDER``, or in words what else. Links are followed; nothing is opened.

    Example:
        >>> kind("/dev/null"), kind("/no/such/place")
        ('a device, not a file', 'not there')
    """
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        link = os.path.islink(path)
        if link and error.errno == errno.ELOOP:
            return CIRCLE
        if error.errno in (errno.ENOENT, errno.ENOTDIR):
            return message("a link that leads nowhere") if link else NOTHING
        return reason(error)
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return FILE if stat.S_ISREG(mode) else FOLDER
    return next((words for is_so, words in ODD if is_so(mode)), message("not a file"))


def below(folder: Path) -> list[Path]:
    """All that lies in a folder, however deep, in order; links to folders are not followed.

    A folder that cannot be looked into is in it, and nothing of what it holds.
    """
    found = [Path(place, name) for place, folders, files in os.walk(folder) for name in (*folders, *files)]
    return sorted(found)


def closed(folder: Path) -> str:
    """Why this user cannot look into a folder, in words; empty if it is open."""
    try:
        with os.scandir(folder):
            return ""
    except OSError as error:
        return reason(error)


def write_atomically(path: Path | str, data: bytes, durable: bool = True, private: bool = False) -> None:
    """Writes a file so that its name always leads to whole content: the old or the new, never a part.

    Args:
        path: where; its folder exists. A link there is replaced, not followed.
        durable: wait until it is on the disk. False for what can be made again: then only a power cut may lose it.
        private: only this user may read it, from the first byte on.

    Raises:
        OSError: it could not be written, and its ``filename`` says what; what was there before is still there.
            ``PermissionError`` on Windows: another program has it open, see ``replace``.
    """
    path = Path(path)
    part = path.parent / f".{secrets.token_hex(8)}{UNFINISHED}"  # same folder: a rename across disks is a copy
    try:
        with open(part, "xb", opener=_privately if private else None) as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        replace(part, path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)  # a full disk is reported without a name, anything else with that of the part
        raise


def replace(source: Path | str, target: Path | str) -> None:
    """``os.replace`` with patience: on Windows a file cannot be replaced while another program has it open.

    Raises:
        OSError: it cannot be replaced; ``PermissionError`` with a sentence that says what to do if another program still has
            it open after ``WAITS``.
    """
    for wait in (*WAITS, None):
        try:
            os.replace(source, target)
            return
        except PermissionError as error:
            if getattr(error, "winerror", None) not in IN_USE:
                raise
            if wait is None:
                text = "another program has it open, so it was not written. Close it there, then try again"
                raise PermissionError(error.errno, text, str(target)) from error
            time.sleep(wait)


@contextmanager
def whole_folder(target: Path) -> Iterator[Path]:
    """Gives a folder to fill. What is in it at the end is then in ``target``; if something goes wrong, nothing of it is.

    Args:
        target: need not exist, nor the folders above it. What is there already stays, and has none of the new names.

    Raises:
        OSError: it could not be made; FileExistsError: a new name is there already.

    Example:
        >>> with tempfile.TemporaryDirectory() as place:
        ...     with whole_folder(Path(place, "new")) as fresh:
        ...         _ = (fresh / "a.txt").write_text("a")
        ...     sorted(os.listdir(place)), os.listdir(Path(place, "new"))
        (['new'], ['a.txt'])
    """
    place = target.resolve()  # in the same file system, so that nothing is copied
    while not place.is_dir():
        place = place.parent
    beside = Path(tempfile.mkdtemp(prefix=".autograder-", dir=place))
    moved: list[Path] = []
    try:
        fresh = beside / "new"
        fresh.mkdir()  # as readable as this user's other folders, which ``beside`` is not
        yield fresh
        if target.is_dir():
            for entry in sorted(fresh.iterdir()):
                if os.path.lexists(target / entry.name):
                    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target / entry.name))
                replace(entry, target / entry.name)
                moved.append(target / entry.name)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            replace(fresh, target)
    except BaseException:
        for entry in moved:
            shutil.rmtree(entry, ignore_errors=True) if entry.is_dir() else entry.unlink(missing_ok=True)
        raise
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def cache_folder() -> Path:
    """Where things are kept that cost time to make: ``$AUTOGRADER_CACHE``, or else where this system keeps caches."""
    folder = os.environ.get("AUTOGRADER_CACHE")
    if not folder:
        import platformdirs  # here, because most who import this module never ask

        folder = platformdirs.user_cache_dir("autograder", appauthor=False)
    return Path(folder).expanduser()
