"""The annotations of the packages in ``pyproject.toml`` are complete and true: what mypy says with all of its checks."""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRONG = "def double(number: int) -> str:\n    return 2 * number\n\n\ndef halve(number):\n    return number / 2\n"


def test_the_annotations_are_complete_and_true(tmp_path):
    """And of a page beside them that is wrong, it says so: this test can fail."""
    page = tmp_path / "wrong.py"
    page.write_text(f"# {page}\n{WRONG}")  # of the same text elsewhere, the cache has the old place
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mypy"]["files"]
    command = [sys.executable, "-m", "mypy", "--no-error-summary", *packages, str(page)]  # its cache is the one of ``make check``
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 1, done.stderr
    expected, others = [], []
    for line in done.stdout.splitlines():
        (expected if line.startswith(str(page)) else others).append(line)
    assert others == []
    assert "[return-value]" in "".join(expected) and "[no-untyped-def]" in "".join(expected)
