"""Folders of installed packages: a worker finds the same ones as the command that starts it, wherever they were installed.

``pip install --user`` puts packages into the home folder, a cluster's modules into ``/opt`` with ``PYTHONPATH``, and a ``.pth`` file may
name a folder of another environment. A worker starts without the personal folder (``python -s``) and sees few folders.
"""

from __future__ import annotations

import importlib.machinery
import os
import site
import sys
from pathlib import Path

NAMES = ("site-packages", "dist-packages")  # Python's own and Debian's; other folders on the path may hold anybody's work
PACKAGE = Path(__file__).parents[1]


def package_folders() -> list[str]:
    """Those on this process's path, in order."""
    return [path for path in dict.fromkeys(sys.path) if os.path.isabs(path) and os.path.basename(path) in NAMES and os.path.isdir(path)]


def worker_path() -> dict[str, str]:
    """The variable with which a worker finds the packages that it would not find by itself; empty if there are none.

    Example:
        >>> set(worker_path()) <= {"PYTHONPATH"}
        True
    """
    usual = site.getsitepackages()
    folders = [path for path in package_folders() if path not in usual]
    if importlib.machinery.PathFinder.find_spec(PACKAGE.name, [*folders, *usual]) is None:  # a source folder, or one that pip was told to link
        folders.append(str(PACKAGE.parent))
    return {"PYTHONPATH": os.pathsep.join(folders)} if folders else {}
