"""The files of new answers can be read, and the report has a row for each."""

import re

import new_answers
import pytest

FILES = sorted(new_answers.ANSWERS.glob("*/*.py"))
RIGHT, WRONG = 50, 30  # of each function


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_there_are_enough_answers_and_none_is_twice(path):
    answers = new_answers.read_answers(path)
    kinds = [answer.kind for answer in answers]
    assert kinds.count("right") >= RIGHT and kinds.count("wrong") >= WRONG
    sources = [re.sub(r"\s+", " ", answer.source) for answer in answers if answer.kind != "equivalent"]
    assert len(set(sources)) == len(sources)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# %% rigth: a loop\ndef double(x):\n    return x\n", "no such cell"),
        ("# %% right: a loop\ndef triple(x):\n    return x\n", "does not define double"),
        ("# %% right: a loop\ndef double(x):\n    return x\n\n# %% right: a loop\ndef double(y):\n    return y\n", "twice"),
    ],
)
def test_a_slip_in_a_file_of_answers_is_said(tmp_path, text, why):
    path = tmp_path / "double.py"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=why):
        new_answers.read_answers(path)


def test_a_row_takes_the_place_of_the_one_before_and_others_stay(tmp_path, monkeypatch):
    monkeypatch.setattr(new_answers, "REPORT", tmp_path / "ANSWERS.md")
    names = [name.strip() for name in new_answers.COLUMNS.strip("| ").split("|")][1:]
    first = {one: new_answers.Found(dict.fromkeys(names, number), [f"refused: {one}"]) for number, one in enumerate(("b", "a"), 1)}
    new_answers.write("shop", ["a", "b"], first)
    new_answers.write("bank", ["c"], {"c": new_answers.Found(dict.fromkeys(names, 7))})
    new_answers.write("shop", ["a", "b"], {"b": new_answers.Found(dict.fromkeys(names, 5))})
    text = new_answers.REPORT.read_text("utf-8")
    assert text.index("## bank") < text.index("## shop")
    rows = [line.split(" | ")[:2] for line in text.splitlines() if line.startswith(("| `", "| together"))]
    assert rows == [["| `c`", "7"], ["| together", "7"], ["| `a`", "2"], ["| `b`", "5"], ["| together", "7"]]
    assert "- `a`: refused: a" in text and "refused: b" not in text
