"""Notes for a person: what is suspicious is noted with its place, and nothing ordinary is."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from reports_sample import report

from autograder import page, suspicion
from autograder.processes import attempts

MNIST = Path(__file__).parents[1] / "solutions" / "mnist"
WEIGHTS = [np.ones((3, 2), np.float32), np.zeros(2, np.float32)]

DATA = {
    "text": ("'" + "Zx3f" * 500 + "'", "a text of 2,000 characters"),
    "bytes": ("b'" + "Zx3f" * 500 + "'", "a text of 2,000 characters"),
    "a number": ("7" * 1000, "a number of about 1,000 digits"),
    "a list": (str([7] * 400), "a list of 400 values"),
    "a table": ("{" + ", ".join(f"'{number}': 7" for number in range(400)) + "}", "a table of 400 entries"),
}


@pytest.mark.parametrize(("source", "what"), DATA.values(), ids=DATA)
def test_data_written_down_in_a_page_is_noted_with_its_place(source, what):
    notes = suspicion.of_page(page.parse(f"import numpy\n\ndef f(x):\n    return {source}\n".encode(), "mnist.py"))
    assert notes == [f"mnist.py, line 4: {what} that looks like data. Are weights or labels written down there?"]


def test_a_long_docstring_is_no_data():
    words = "An array of images has three axes, and the first one counts them. " * 100
    assert suspicion.of_page(page.parse(f'def f(x):\n    """{words}"""\n'.encode(), "mnist.py")) == []


def test_every_page_and_program_of_the_kit_is_above_suspicion():
    for path in (MNIST / "mnist.py", *MNIST.glob("alternatives/*.py"), *MNIST.glob("mistakes/*.py")):
        assert suspicion.of_page(page.read(path)) == [], path.name


def test_the_same_trained_weights_are_noted_on_both_sides():
    mark = suspicion.fingerprint(WEIGHTS)
    class_ = [
        replace(report(name, []), fingerprints=marks)
        for name, marks in (("ada", (mark,)), ("ben", ()), ("cem", (mark,)), ("dora", ("another",)))
    ]
    notes = {one.submission: one.suspicions for one in suspicion.compare(class_)}
    assert notes == {
        "ada": ("The same trained weights are in: cem.",),
        "ben": (),
        "cem": ("The same trained weights are in: ada.",),
        "dora": (),
    }


def test_a_note_of_an_earlier_class_is_taken_away():
    """The other page has changed, or is not in this class."""
    old = ("a text that looks like data", f"{suspicion.SAME_WEIGHTS}cem.")
    alone = replace(report("ada", []), fingerprints=("00ff",), suspicions=old)
    assert [one.suspicions for one in suspicion.compare([alone, report("ben", [])])] == [old[:1], ()]


def test_a_fingerprint_is_of_every_number():
    other = [WEIGHTS[0].copy(), WEIGHTS[1].copy()]
    assert suspicion.fingerprint(other) == suspicion.fingerprint(WEIGHTS)
    other[1][1] = np.nextafter(np.float32(0), np.float32(1))
    assert suspicion.fingerprint(other) != suspicion.fingerprint(WEIGHTS)


# -- attempts ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def heard(monkeypatch):
    """``heard(event, …)``: what is noted of audit events; the hook itself could not be taken away again."""
    monkeypatch.setattr(attempts, "_own", ("/scratch/", "/python/", "/usr/lib/"))

    def tell(*events: tuple) -> list[str]:
        for event, *arguments in events:
            attempts._hear(event, tuple(arguments))
        return attempts.take()

    return tell


def test_what_is_tried_is_told_once_and_counted(heard):
    assert heard(("socket.connect", None, ("127.0.0.1", 80)), ("os.fork",), ("os.fork",)) == [
        "to open a network connection",
        "to start a process (2 times)",
    ]
    assert heard() == []


def test_only_files_of_others_are_told(heard):
    ordinary = [
        "/scratch/model.keras",
        "/python/lib/x.py",
        "data.csv",
        "/dev/null",
        "/proc/self/status",
        3,
        "/usr/lib/a",
    ]
    assert heard(*[("open", path, "r", 0) for path in ordinary]) == []
    assert heard(
        ("open", "/home/teacher/marks.csv", "r", 0),
        ("open", b"/etc/shadow", "r", 0),
        ("open", "/usr/local/share/x", "r", 0),
    ) == [
        "to open a file: /home/teacher/marks.csv",
        "to open a file: /etc/shadow",
        "to open a file: /usr/local/share/x",
    ]


def test_a_flood_of_attempts_is_cut(heard):
    assert len(heard(*[("open", f"/home/{number}", "r", 0) for number in range(100_000)])) == attempts.MOST
    assert not attempts.seen
