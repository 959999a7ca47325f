"""Notes: their kind travels with them, and a report's file shows nothing of it."""

import json
import pickle

import pytest

from autograder.core.languages import message
from autograder.core.notes import SENTENCES, NoteKind, kind_of, of_class, of_other_page, read_note
from autograder.core.records import Report, Status


def report(**settings) -> Report:
    return Report("mnist", "ada", "", Status.GRADED, (), "full", "mnist", 17, 0.0, source="a.ipynb", **settings)


@pytest.mark.parametrize("kind", SENTENCES)
def test_a_note_is_its_text_and_knows_its_kind_also_in_another_process(kind):
    note = pickle.loads(pickle.dumps(of_class(kind, ["ben", "eve"])))
    assert note.endswith(": ben, eve.") and kind_of(note) is kind is kind_of(read_note(str(note)))


def test_a_reports_file_holds_texts_and_gives_the_kinds_back():
    notes = (of_other_page("a.ipynb", message("{name} is there, too.", name="a.py")), "A sentence.")
    suspicions = (of_class(NoteKind.SAME_FILE, ["ben"]), "total tried to open a file: /etc/passwd.")
    content = json.loads(json.dumps(report(notes=notes, suspicions=suspicions).to_dict()))
    assert content["notes"] == ["a.ipynb was graded. a.py is there, too.", "A sentence."]
    for without in ({}, {"messages": {}}):  # a report of an earlier version holds the texts alone
        assert [*map(kind_of, Report.from_dict(content | without).notes)] == [NoteKind.OTHER_PAGE, NoteKind.OTHER]
    back = Report.from_dict(content)
    assert back == report(notes=notes, suspicions=suspicions)
    assert [*map(kind_of, back.notes + back.suspicions)] == [
        NoteKind.OTHER_PAGE,
        NoteKind.OTHER,
        NoteKind.SAME_FILE,
        NoteKind.OTHER,
    ]


def test_only_the_page_that_was_judged_is_said_to_be():
    assert read_note("b.ipynb was graded. It is empty.", "a.ipynb").kind is NoteKind.OTHER
    assert kind_of("a.ipynb was graded. It is empty.") is NoteKind.OTHER


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The very same file was handed in by: ben.", NoteKind.SAME_FILE),
        ("The same answers, up to the layout, were handed in by: ben.", NoteKind.SAME_ANSWERS),
        ("a.ipynb was judged. a.py was worked on, too.", NoteKind.OTHER_PAGE),
    ],
)
def test_a_note_in_a_report_of_an_earlier_version_is_known(text, kind):
    """Else the class report would say it twice."""
    assert read_note(text, "a.ipynb").kind is kind
