"""Notes for a person: what is suspicious is noted with its place, and nothing ordinary is."""

import contextlib
import os
import types
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from reports_sample import report

from autograder.content import integrity, page
from autograder.core.notes import NoteKind, of_class
from autograder.sandbox import audit_hook

MNIST = Path(__file__).parents[2] / "solutions" / "mnist"
WEIGHTS = [np.ones((3, 2), np.float32), np.zeros(2, np.float32)]

DATA = {
    "text": ("'" + "Zx3f" * 500 + "'", "a text of 2,000 characters"),
    "bytes": ("b'" + "Zx3f" * 500 + "'", "a text of 2,000 characters"),
    "a number": ("7" * 1000, "a number of about 1,000 digits"),
    "a list": (str([7] * 400), "a list of 400 values"),
    "a table": ("{" + ", ".join(f"'{number}': 7" for number in range(400)) + "}", "a dict of 400 entries"),
}


@pytest.mark.parametrize(("source", "what"), DATA.values(), ids=DATA)
def test_data_written_down_in_a_page_is_noted_with_its_place(source, what):
    notes = integrity.of_page(page.parse(f"import numpy\n\ndef f(x):\n    return {source}\n".encode(), "mnist.py"))
    assert notes == [f"mnist.py, line 4: {what} that looks like data. Does it contain weights or labels?"]


def test_a_long_docstring_is_no_data():
    words = "An array of images has three axes, and the first one counts them. " * 100
    assert integrity.of_page(page.parse(f'def f(x):\n    """{words}"""\n'.encode(), "mnist.py")) == []


@pytest.mark.parametrize(
    "words",
    ["画像は、縦と横の画素からなる配列です。最初の軸は枚数を数えます。", "图像是一个数组，第一个轴是图像的数量。"],
)
def test_a_language_without_blanks_is_no_data(words):
    assert integrity.of_page(page.parse(f'def f(x):\n    """{words * 100}"""\n'.encode(), "mnist.py")) == []
    letters = "".join(one for one in words if one.isalpha())
    assert integrity.of_page(page.parse(f'KEY = "{letters * 100}"\n'.encode(), "mnist.py")) != []


def test_every_page_and_program_of_the_kit_is_above_suspicion():
    for path in (MNIST / "mnist.py", *MNIST.glob("alternatives/*.py"), *MNIST.glob("mistakes/*.py")):
        assert integrity.of_page(page.read_page(path)) == [], path.name


def test_the_same_trained_weights_are_noted_on_both_sides():
    mark = integrity.fingerprint(WEIGHTS)
    class_ = [
        replace(report(name, []), fingerprints=marks)
        for name, marks in (("ada", (mark,)), ("ben", ()), ("cem", (mark,)), ("dora", ("another",)))
    ]
    notes = {one.submission: one.suspicions for one in integrity.compare(class_)}
    assert notes == {
        "ada": ("The same trained weights are in: cem.",),
        "ben": (),
        "cem": ("The same trained weights are in: ada.",),
        "dora": (),
    }


def test_a_note_of_an_earlier_class_is_taken_away():
    """The other page has changed, or is not in this class."""
    old = ("a text that looks like data", of_class(NoteKind.SAME_WEIGHTS, ["cem"]))
    alone = replace(report("ada", []), fingerprints=("00ff",), suspicions=old)
    assert [one.suspicions for one in integrity.compare([alone, report("ben", [])])] == [old[:1], ()]


def test_a_fingerprint_is_of_every_number():
    other = [WEIGHTS[0].copy(), WEIGHTS[1].copy()]
    assert integrity.fingerprint(other) == integrity.fingerprint(WEIGHTS)
    other[1][1] = np.nextafter(np.float32(0), np.float32(1))
    assert integrity.fingerprint(other) != integrity.fingerprint(WEIGHTS)


# -- attempts ---------------------------------------------------------------------------------------------------------


PAGE = """
import json, os, pathlib, numpy

def read(path): open(path)
def read_by_python(path): pathlib.Path(os.fsdecode(path)).read_text()
def read_by_numpy(path): numpy.load(path)
def read_by_library(path): library.read(path)
def read_written_down(path): library.read("/home/teacher/marks.csv")
def read_by_text(path): exec("open(path)")
def read_by_callback(path): library.call(lambda: open(path))
def connect(): say("socket.connect", None, ("127.0.0.1", 80))
def connect_by_library(): library.connect()
def flood(): [open(f"/home/{number}") for number in range(100_000)]
def connect_to_written_down(): library.get("https://example.org/marks")
def save(): library.save()
"""
LIBRARY = """
def read(path): open(path)
def call(back): back()
def connect(): say("socket.connect", None, ("127.0.0.1", 80))
def get(address): say("socket.connect", None, (address, 80))
def save(): open("/proc/meminfo"); say("subprocess.Popen", "viewer")
"""


@pytest.fixture
def heard(monkeypatch, tmp_path):
    """``heard(function, …)``: what is noted of a call of the page's; the hook itself could not be taken away again."""
    monkeypatch.setattr(audit_hook, "_own", ("/scratch/", "/python/", "/usr/lib/"))
    monkeypatch.setattr(audit_hook, "pages", {"mnist.py"})
    hear = lambda event, *arguments: audit_hook._hear(event, arguments)  # noqa: E731
    file = tmp_path / "site-packages" / "library" / "files.py"
    library = types.ModuleType("library")
    vars(library).update(say=hear, open=lambda path: hear("open", path, "r", 0))
    exec(compile(LIBRARY, str(file), "exec"), vars(library))
    page = {"library": library, "say": hear, "open": lambda path, *_rest: hear("open", os.fspath(path), "r", 0)}
    exec(compile(PAGE, "mnist.py", "exec"), page)
    monkeypatch.setattr("builtins.open", page["open"])
    monkeypatch.setattr("io.open", page["open"])
    monkeypatch.setattr(audit_hook, "PYTHON", (*audit_hook.PYTHON, __file__))  # these lambdas stand for Python itself

    def tell(function: str, *arguments: object) -> list[str]:
        with contextlib.suppress(TypeError, AttributeError):  # nothing was really opened
            page[function](*arguments)
        return audit_hook.take_attempts()

    return tell


def test_what_is_tried_is_told_once_and_counted(heard):
    line = next(number for number, text in enumerate(PAGE.splitlines(), 1) if text.startswith("def connect()"))
    assert heard("connect") == [f"to open a network connection, in mnist.py, line {line}"]
    assert not audit_hook.attempts


@pytest.mark.parametrize(
    "path",
    ["/scratch/model.keras", "/python/lib/x.py", "data.csv", "/dev/null", "/proc/self/status", 3, "/usr/lib/a"],
)
def test_ordinary_files_are_not_told(heard, path):
    assert heard("read", path) == []


@pytest.mark.parametrize("path", ["/home/teacher/marks.csv", b"/etc/shadow", "/usr/local/share/x"])
@pytest.mark.parametrize("function", ["read", "read_by_python", "read_by_numpy", "read_by_text", "read_by_callback"])
def test_files_of_others_are_told_with_the_line(heard, function, path):
    (told,) = heard(function, path)
    assert told.startswith(f"to open a file: {path if isinstance(path, str) else path.decode()}, in mnist.py, line ")


@pytest.mark.parametrize("function", ["read_by_library", "connect_by_library", "save"])
def test_what_a_library_does_by_itself_is_no_attempt(heard, function):
    assert heard(function, *(["/etc/shadow"] if function.startswith("read") else [])) == []


@pytest.mark.parametrize("function", ["read_written_down", "connect_to_written_down"])
def test_what_the_page_hands_a_library_is_an_attempt(heard, function):
    (told,) = heard(function, *(["x"] if function.startswith("read") else []))
    assert ", in mnist.py, line " in told


def test_a_flood_of_attempts_is_cut(heard):
    assert len(heard("flood")) == audit_hook.MOST_ATTEMPTS
    assert not audit_hook.attempts
