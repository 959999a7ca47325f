"""The annotations of the packages in ``pyproject.toml`` are complete and true: what mypy says with all of its checks."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def mypy(tmp_path: Path, *arguments: str) -> str:
    command = [sys.executable, "-m", "mypy", "--no-error-summary", "--cache-dir", str(tmp_path), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def test_the_annotations_are_complete_and_true(tmp_path):
    assert mypy(tmp_path) == ""


def test_an_error_would_be_found(tmp_path):
    """The test above can fail."""
    page = tmp_path / "wrong.py"
    page.write_text("def double(number: int) -> str:\n    return 2 * number\n\n\ndef halve(number):\n    return number / 2\n")
    found = mypy(tmp_path / "cache", str(page))
    assert "[return-value]" in found and "[no-untyped-def]" in found
