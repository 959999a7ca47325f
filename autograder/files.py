"""Files that are whole or not there, and the folder for what can be made again."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_atomically(path: Path | str, data: bytes, lasting: bool = True, private: bool = False) -> None:
    """Writes a file so that its name always leads to whole content: the old or the new, never a part.

    Args:
        path: where; its folder exists. A link there is replaced, not followed.
        lasting: wait until it is on the disk. False for what can be made again: then only a power cut may lose it.
        private: nobody but this user may read it, from the first byte on.

    Raises:
        OSError: it could not be written, and its ``filename`` says what; what was there before is still there.
    """
    path = Path(path)
    part = path.parent / f".{secrets.token_hex(8)}.part"  # same folder: a rename across disks is a copy
    try:
        with open(part, "xb", opener=_privately if private else None) as file:
            file.write(data)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)  # a full disk is told without a name, anything else with that of the part
        raise


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def cache_folder() -> Path:
    """Where things are kept that cost time to make: ``$AUTOGRADER_CACHE``, or else where this system keeps caches."""
    folder = os.environ.get("AUTOGRADER_CACHE")
    if not folder:
        import platformdirs  # here, because most who import this module never ask

        folder = platformdirs.user_cache_dir("autograder", appauthor=False)
    return Path(folder).expanduser()
