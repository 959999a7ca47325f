"""An assignment that lies in one Git repository, submissions in a second folder, and a grading from a third; nothing is mixed up."""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

RIGHT = "    return len(text.split())\n"
LENGTHS = "    return [len(word) for word in text.split()]\n"


def call(*words: str, place: Path, cache: Path) -> subprocess.CompletedProcess:
    environment = {**os.environ, "AUTOGRADER_CACHE": str(cache), "AUTOGRADER_PATH": "", "COLUMNS": "200"}
    return subprocess.run(words, cwd=place, env=environment, capture_output=True, text=True, timeout=300)


def autograder(*words: str, place: Path, cache: Path) -> str:
    done = call(sys.executable, "-m", "autograder", *words, place=place, cache=cache)
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


def answer(count: str, lengths: str = LENGTHS) -> str:
    return f"def count_words(text):\n{count}\n\ndef word_lengths(text):\n{lengths}"


def scores(folder: Path) -> dict[str, float]:
    """Name of the submission -> its score."""
    with (folder / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["submission"]: float(row["total"]) for row in csv.DictReader(file) if row["submission"] != "points-per-exercise"}


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    """Two authors' repositories with an assignment of one name, a folder of submissions, a place to grade from, and a cache."""
    top = tmp_path_factory.mktemp("places")
    cache = top / "cache"
    for author in ("ada", "bea"):
        repository = top / author
        repository.mkdir()
        subprocess.run(["git", "init", "-q"], cwd=repository, check=True)
        (repository / ".gitignore").write_text("__pycache__/\n")
        autograder("new-assignment", "texts", place=repository, cache=cache)
    changed = top / "bea" / "solutions" / "texts"  # here, an empty text counts as one word
    for path in changed.rglob("*count_words*.py"):
        text = path.read_text("utf-8")
        path.write_text(text.replace('count_words("")).is_close_to(0', 'count_words("")).is_close_to(1'), "utf-8")
    handed = top / "handed_in"
    handed.mkdir()
    (handed / "right.py").write_text(answer(RIGHT))
    (handed / "blanks.py").write_text(answer("    return text.count(' ') + 1\n"))
    (handed / "nothing.py").write_text(answer("    raise NotImplementedError\n", "    raise NotImplementedError\n"))
    (top / "desk").mkdir()
    return top, cache


def test_an_assignment_of_another_repository_is_graded_from_a_third_place(places):
    top, cache = places
    repository = top / "ada"
    subprocess.run(["git", "add", "."], cwd=repository, check=True)
    before = subprocess.run(["git", "status", "--porcelain"], cwd=repository, capture_output=True, text=True).stdout
    said = autograder("grade", "../handed_in", "--assignment", "../ada/solutions/texts", "--out", "out", place=top / "desk", cache=cache)
    assert "3" in said
    found = scores(top / "desk" / "out")
    assert found["right"] == 100 and found["nothing"] == 0 and 0 < found["blanks"] < 100
    after = subprocess.run(["git", "status", "--porcelain"], cwd=repository, capture_output=True, text=True).stdout
    assert after == before  # nothing was written beside the source


def test_two_assignments_of_one_name_do_not_mix(places):
    """The same submissions, the same cache and the same names of exercises; only what is right differs."""
    top, cache = places
    for author in ("ada", "bea", "ada"):
        out = f"out_{author}"
        autograder("grade", "../handed_in", "--assignment", f"../{author}/solutions/texts", "--out", out, place=top / "desk", cache=cache)
    ada, bea = (scores(top / "desk" / f"out_{author}") for author in ("ada", "bea"))
    assert ada["right"] == 100
    assert bea["right"] < 100  # it gives 0 for an empty text


def test_a_built_assignment_can_be_done_where_it_is(places):
    top, cache = places
    autograder("build", "../ada/solutions/texts", place=top / "desk", cache=cache)
    assert (top / "ada" / "assignments" / "texts" / "texts.py").is_file()
    assert not (top / "desk" / "assignments").exists()
    page = top / "desk" / "texts.py"
    page.write_text((top / "ada" / "assignments" / "texts" / "texts.py").read_text("utf-8").replace("    raise NotImplementedError", RIGHT.rstrip(), 1))
    said = autograder("check", "texts.py", "count_words", "--assignment", "../ada/assignments/texts", place=top / "desk", cache=cache)
    assert "count_words" in said and "passed" in said.lower()
