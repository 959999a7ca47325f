"""Who saves a page, and how: over the file, by renaming another one to it, or by deleting it first."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

Stamp = tuple[int, int, int] | None


class FileWatcher(FileSystemEventHandler):
    """Tells when one of some files in one folder has changed. Use as a context manager.

    The system's own notices make it quick. Not every file system has them (network drives, some containers), so who
    uses this calls ``look`` now and then, too.

    Args:
        paths: the files; their folder is there, they need not be.
        put: called with a path that has changed, also when it went away.
    """

    def __init__(self, paths: list[Path], put: Callable[[Path], None]) -> None:
        self.put = put
        self.lock = threading.Lock()
        self.known = {path: file_stamp(path) for path in paths}
        self.observer = Observer()

    def look(self) -> None:
        """Compares each file with what it was when it was last looked at."""
        with self.lock:
            now = {path: file_stamp(path) for path in self.known}
            changed = [path for path, seen in now.items() if seen != self.known[path]]
            self.known = now
        for path in changed:
            self.put(path)

    def on_any_event(self, event: FileSystemEvent) -> None:
        names = {Path(str(place)).name for place in (event.src_path, event.dest_path) if place}
        if names & {path.name for path in self.known}:
            self.look()

    def __enter__(self) -> FileWatcher:
        try:
            self.observer.schedule(self, str(next(iter(self.known)).parent), recursive=False)
            self.observer.start()
        except OSError:  # the system allows no more watches; looking now and then will do
            pass
        return self

    def __exit__(self, *_error: object) -> None:
        if self.observer.is_alive():
            self.observer.stop()
            self.observer.join(1)


def file_stamp(path: Path) -> Stamp:
    """Changes whenever a file is saved; None where there is no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size, found.st_ino)
