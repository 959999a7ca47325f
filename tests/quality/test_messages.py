"""The wrong answers of the section "messages" can be read, are new, and each has its row."""

import re

import document
import messages
import pytest
from new_answers import ANSWERS, ROOT, read_answers

FILES = sorted(messages.FOLDER.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_there_are_ten_for_each_assignment_and_none_is_known(path):
    answers = messages.read(path)
    assert len({(one.function, one.text) for one in answers}) == 10
    known = [file.read_text("utf-8") for file in (ROOT / "solutions" / path.stem / "mistakes").glob("*.py")]
    known += [one.source for file in (ANSWERS / path.stem).glob("*.py") for one in read_answers(file)]
    without = [re.sub(r"\s+", "", text) for text in known]
    assert not [one.text for one in answers if any(re.sub(r"\s+", "", one.source) in text for text in without)]


def test_each_assignment_has_some():
    assert {path.stem for path in FILES} == {path.name for path in (ROOT / "solutions").iterdir() if (path / "assignment.toml").is_file()}


def test_the_document_has_a_row_for_each():
    text = document.DOCUMENT.read_text("utf-8")
    missing = [one.text for path in FILES for one in messages.read(path) if f"| `{one.function}` {one.text} |" not in text]
    assert not missing


@pytest.mark.parametrize("text", ["# %% double\ndef double(x):\n    return x\n", "# %% double: twice\ndef triple(x):\n    return x\n"])
def test_a_slip_in_a_file_is_said(tmp_path, text):
    path = tmp_path / "one.py"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match="no such cell"):
        messages.read(path)


def test_a_message_cannot_break_the_table():
    assert messages._cell("gave [1 | 2]\n") == "gave [1 \\| 2]\n"
    assert messages._cell("a_b <i>") == "a\\_b \\<i\\>"
