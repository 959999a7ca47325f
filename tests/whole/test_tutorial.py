"""CONTRIBUTING's tutorial, replayed: exactly its commands, with exactly its files."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TITLE = "## Write your own assignment in an hour"
BLOCK = re.compile(r"(?P<before>[^\n]*\n?[^\n]+)\n\n```(?P<kind>\w+)\n(?P<text>.*?)```", re.DOTALL)


def steps(text: str) -> list[tuple[str, str]]:
    """In order: (path, content) for a file that is to be written, ("", commands) for what is typed."""
    section = text.partition(f"\n{TITLE}\n")[2].partition("\n## ")[0]
    found = []
    for block in BLOCK.finditer(section):
        names = re.findall(r"`([^`]+)`", block["before"])
        found.append(("" if block["kind"] == "console" else names[-1], block["text"]))
    assert len(found) == section.count("```") // 2, "a block has no line before it"
    return found


def commands(text: str) -> list[tuple[str, list[str]]]:
    """(Command, the lines that it prints) of a console block."""
    found: list[tuple[str, list[str]]] = []
    for line in text.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def pattern(lines: list[str]) -> str:
    """Of what is printed: ``…`` is any text; alone in a line, any lines."""
    return "".join(".*" if line == "…" else re.escape(line).replace("…", ".*") + "\n" for line in lines)


def test_the_tutorial_does_what_it_says(tmp_path):
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "200"}
    for path, text in steps((ROOT / "CONTRIBUTING.md").read_text("utf-8")):
        if path:
            assert (tmp_path / path).parent.is_dir(), path
            (tmp_path / path).write_text(text, "utf-8")
            continue
        for command, lines in commands(text):
            done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, text=True)
            assert re.fullmatch(pattern(lines), done.stdout, re.DOTALL), f"{command}\n{done.stdout}{done.stderr}"
            assert "Traceback" not in done.stderr
    assert (tmp_path / "reports" / "report.html").is_file()


def test_a_line_that_is_not_printed_would_be_found():
    assert re.fullmatch(pattern(["one", "…", "2 of … points"]), "one\nmore\n2 of 3 points\n", re.DOTALL)
    assert not re.fullmatch(pattern(["one", "…", "2 of … points"]), "one\n3 of 3 points\n", re.DOTALL)


def test_a_block_that_says_no_file_would_be_found():
    with pytest.raises(AssertionError, match="no line before"):
        steps(f"\n{TITLE}\n```python\n1\n```\n")
