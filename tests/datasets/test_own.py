"""A data set of an assignment's own: its ``data.py`` is read without running it, and what is wrong in it is one sentence."""

import hashlib
from pathlib import Path

import numpy as np
import pytest
from plain_english import plain_parts

from autograder.core.languages import what_it_says
from autograder.datasets import places
from autograder.datasets.dataset import DamagedDataset, Substitute
from autograder.datasets.own import BrokenDefinition, OwnData

TEXT = "name;mark\nAda;1\n"
SHA256 = hashlib.sha256(TEXT.encode()).hexdigest()
PUBLISHED = f'''"""marks: the marks of a class"""

FILES = ("marks.csv",)
SHA256 = "{SHA256}"
SUBSTITUTE = "made_marks"


def make(folder):
    return "name;mark\\nBen;2\\n"
'''
ARRAYS = """import numpy as np


def make(folder):
    rows = np.arange(6.0).reshape(3, 2)
    return (rows, np.array([0, 1, 1])), (rows[:1], np.array([0]))
"""
OWN_CHECK = PUBLISHED.replace(f'SHA256 = "{SHA256}"\n', "") + (
    "\ndef read(path):\n    text = path.read_text()\n    if not text.startswith('name;mark'):\n"
    "        raise ValueError('there is no column mark')\n    return text.upper()\n"
)


@pytest.fixture(autouse=True)
def own_cache(monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    places._say_once.cache_clear()


def defined(text: str, folder: Path = Path("data")) -> OwnData:
    return OwnData(folder / "data.py", "marks", folder, text)


def test_names_and_title_are_read_without_running_the_file():
    entry = defined(PUBLISHED + "raise SystemExit('run')\n").definition
    assert (entry.name, entry.title, entry.files) == ("marks", "the marks of a class", ("marks.csv",))
    assert (entry.substitute.name, entry.substitute.title) == ("made_marks", "made marks")


def test_a_title_may_be_missing():
    assert defined(ARRAYS).title == "marks" and defined('"""Marks of a class."""\n' + ARRAYS).title == "Marks of a class"


def test_a_text_becomes_a_file_that_is_kept():
    made = defined(PUBLISHED).make()
    assert (made.name, made.path.suffix, made.path.read_text()) == ("made_marks", ".csv", "name;mark\nBen;2\n")
    made.path.write_text("damaged")
    assert defined(PUBLISHED).make().path.read_text() == "name;mark\nBen;2\n"


def test_without_a_file_of_its_own_the_data_is_always_made():
    own = defined(ARRAYS)
    assert isinstance(own.definition, Substitute) and own.definition.name == "marks"
    made = own.make()
    assert made.name == "marks" and made.path is None
    assert made.train[0].shape == (3, 2) and np.array_equal(made.test[1], [0])


def test_a_file_of_the_assignments_may_be_the_data(tmp_path):
    (tmp_path / "marks.csv").write_text(TEXT)
    made = defined("def make(folder):\n    return folder / 'marks.csv'\n", tmp_path).make()
    assert made.path == tmp_path / "marks.csv"


def test_a_file_is_the_data_set_if_its_hash_is_right(tmp_path):
    path = tmp_path / "marks.csv"
    path.write_text(TEXT)
    found = defined(PUBLISHED).read(path)
    assert (found.name, found.path, found.origin) == ("marks", path, str(path))
    path.write_text(TEXT + "Cid;3\n")
    with pytest.raises(DamagedDataset, match=r"marks\.csv is not the marks of a class: its content is different\."):
        defined(PUBLISHED).read(path)


def test_or_if_the_authors_own_check_accepts_it(tmp_path):
    path = tmp_path / "marks.csv"
    path.write_text(TEXT)
    assert defined(OWN_CHECK).read(path).path.read_text() == TEXT.upper()
    path.write_text("other")
    with pytest.raises(DamagedDataset, match=r"marks\.csv is not the marks of a class: .*there is no column mark"):
        defined(OWN_CHECK).read(path)


def test_a_download_is_verified_and_kept(monkeypatch):
    own = defined(PUBLISHED.replace("SUBSTITUTE", 'URL = "https://example.org/marks.csv"\nSUBSTITUTE'))
    asked = []
    answers = [b"another page", TEXT.encode()]
    monkeypatch.setattr(places, "fetched", lambda address, most: asked.append(address) or answers.pop(0))
    with pytest.raises(DamagedDataset, match="The download is not the marks of a class"):
        own.download()
    assert own.download().path.read_text() == TEXT and asked == ["https://example.org/marks.csv"] * 2
    ((kept, read),) = own.kept(Path())
    assert read(kept).name == "marks"


@pytest.mark.parametrize(
    ("text", "said"),
    {
        "no make": ('"""marks"""\n', "line 1: the function make(folder) is missing"),
        "no Python": ("def make(folder):\nreturn 1\n", "line 2: expected an indented block"),
        "a slip": (PUBLISHED.replace("FILES", "FILE"), "line 3: FILE means nothing here. Did you mean FILES?"),
        "calculated": (PUBLISHED.replace('("marks.csv",)', "tuple(['marks.csv'])"), "line 3: FILES must be written out"),
        "a path": (PUBLISHED.replace('"marks.csv"', '"../marks.csv"'), "FILES must be a tuple of names"),
        "one text": (PUBLISHED.replace('("marks.csv",)', '"marks.csv"'), "FILES must be a tuple of names"),
        "no check": (PUBLISHED.replace("SHA256", "_OTHER"), "with FILES it needs SHA256 or read(path)"),
        "no substitute": (PUBLISHED.replace("SUBSTITUTE", "_OTHER"), "with FILES it needs SUBSTITUTE"),
        "its own name": (PUBLISHED.replace("made_marks", "marks"), "with FILES it needs SUBSTITUTE"),
        "no files": (PUBLISHED.replace("FILES", "_OTHER"), "SUBSTITUTE, SHA256 and URL need FILES"),
        "unsure download": (OWN_CHECK.replace("SUBSTITUTE", 'URL = "https://example.org"\nSUBSTITUTE'), "URL needs SHA256"),
        "a number": (PUBLISHED.replace('"made_marks"', "3"), "SUBSTITUTE must be a text"),
    }.values(),
    ids=lambda one: None if "\n" in one else one,
)  # fmt: skip
def test_what_is_wrong_is_said_with_the_line(text, said):
    with pytest.raises(BrokenDefinition) as error:
        defined(text)
    assert str(error.value).startswith("data.py, line ") and said in str(error.value) and plain_parts(what_it_says(error.value)) == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("    return 1 / 0\n", "data.py, line 2: ZeroDivisionError: division by zero"),
        ("    return 3\n", "it is int"),
        ("    return folder / 'nothing.csv'\n", "it is PosixPath"),
        ("    import numpy as np\n    return (np.zeros((3, 2)), np.zeros(2)), (np.zeros((1, 2)), np.zeros(1))\n", "it is tuple"),
    ],
    ids=["an error", "a number", "no such file", "a label is missing"],
)
def test_what_make_does_wrong_is_the_authors_fault(body, said, tmp_path):
    with pytest.raises(BrokenDefinition) as error:
        defined("def make(folder):\n" + body, tmp_path).make()
    assert said in str(error.value) and plain_parts(what_it_says(error.value)) == []
