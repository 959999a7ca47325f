"""The program that makes all figures knows each section, and each program that it starts is there."""

import subprocess
import sys
from pathlib import Path

import document
import every_section as every

HERE = Path(__file__).parent


def test_every_section_has_its_commands():
    assert tuple(every.COMMANDS) == document.SECTIONS
    assert all((HERE / program).is_file() for commands in every.COMMANDS.values() for program, *_words in commands)


def test_every_section_is_in_the_document():
    text = document.DOCUMENT.read_text("utf-8")
    assert [name for name in document.SECTIONS if f"<!-- {name} -->\n\n## " not in text] == []


def test_an_unknown_section_is_said():
    done = subprocess.run([sys.executable, HERE / "every_section.py", "figurs"], capture_output=True, text=True)
    assert done.returncode == 2 and "there is no section 'figurs'" in done.stderr
