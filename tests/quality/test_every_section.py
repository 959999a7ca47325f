"""The program that makes all figures knows each section, and each program that it starts is there."""

import json
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import document
import every_section as every
import pytest

HERE = Path(__file__).parent


def test_every_section_has_its_commands():
    assert (*every.PARTS, "commands") == document.SECTIONS
    assert all((HERE / program).is_file() for part in every.PARTS.values() for program, *_words in part.commands)


@pytest.mark.parametrize("name", every.PARTS)
def test_the_seed_is_that_of_the_program(name):
    part = every.PARTS[name]
    found = re.search(r"^SEEDS? = \(?([\d, ]+)\)?", (HERE / part.commands[-1][0]).read_text("utf-8"), re.MULTILINE)
    assert found is None or found[1].strip() == part.seed


def test_every_section_is_in_the_document():
    text = document.DOCUMENT.read_text("utf-8")
    assert [name for name in document.SECTIONS if f"<!-- {name} -->\n\n## " not in text] == []


def test_the_document_says_how_each_section_is_made():
    text = document.DOCUMENT.read_text("utf-8")
    minutes = json.loads(every.MINUTES.read_text("utf-8"))
    assert document.with_section(text, "commands", every.section(text, minutes)) == text
    assert set(minutes) <= {*every.PARTS, every.SAMPLE}


def test_the_minutes_of_a_run_that_was_stopped_count_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(every, "KEPT", tmp_path)
    monkeypatch.setattr(every, "MINUTES", tmp_path / "minutes.json")
    monkeypatch.setattr(document, "DOCUMENT", tmp_path / "quality.md")
    document.DOCUMENT.write_text("# Quality\n\n<!-- figures -->\n\n## In words\n\n<!-- /figures -->\n", "utf-8")
    every.note("figures", 90.0, False)
    assert not every.MINUTES.exists()
    every.note("figures", 30.0, True)
    assert "| In words | `figures.py` | 19 | 2.0 |" in document.DOCUMENT.read_text("utf-8")
    every.note("figures", 600.0, True)
    assert json.loads(every.MINUTES.read_text("utf-8")) == {"figures": [10.0, 1.0]}
    every.write_minutes("figures", 240.04, 0.019)
    assert "| In words | `figures.py` | 19 | about 240, from 1.9 % of it |" in document.DOCUMENT.read_text("utf-8")


@pytest.mark.parametrize("said", ["share of the whole: 0.0200", "nothing"])
def test_a_share_says_how_long_the_whole_takes(tmp_path, monkeypatch, said):
    seconds, written = iter([10.0, 22.0]), []
    program = tmp_path / "program.py"
    program.write_text(f"print({said!r})")
    monkeypatch.setattr(every, "KEPT", tmp_path)
    monkeypatch.setattr(every, "PARTS", {"figures": every.Part("1", ((),), (str(program),))})
    monkeypatch.setattr(every, "write_minutes", lambda *what: written.append(what))
    group = SimpleNamespace(account="a", seconds=lambda: next(seconds))
    assert every.run_share("figures", group) is (said != "nothing")
    assert written == ([] if said == "nothing" else [("figures", pytest.approx(10.0), 0.02)])


def test_only_what_takes_hours_has_a_share():
    done = subprocess.run([sys.executable, HERE / "every_section.py", "--share", "figures"], capture_output=True, text=True)
    assert done.returncode == 2 and "--share is for fairness, strength" in done.stderr


def test_an_unknown_section_is_said():
    done = subprocess.run([sys.executable, HERE / "every_section.py", "figurs"], capture_output=True, text=True)
    assert done.returncode == 2 and "there is no section 'figurs'" in done.stderr
