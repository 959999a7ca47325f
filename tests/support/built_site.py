"""The site of docs/, built into a folder. A test that needs it is skipped where MkDocs is not installed."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def build(folder: Path) -> Path:
    """Builds the site as ``make docs`` does; a warning is an error.

    Returns:
        The folder.
    """
    if not all(importlib.util.find_spec(name) for name in ("mkdocs", "material")):
        pytest.skip("MkDocs is not installed: make docs installs it")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder],
        cwd=ROOT, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder
