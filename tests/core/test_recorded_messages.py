"""A report's file keeps the parts of its messages, and its texts stay what counts."""

import json
from dataclasses import replace

import pytest

from autograder.core.languages import Message, joined, message
from autograder.core.languages.messages import as_plain
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

SAID = joined([message("{call} gave {what}.", call="f(1)", what=message("a table")), message("Look again.")])
CHECK = CheckResult("test_a", "a title", Outcome.FAILED, 0.0, 2.0, message=SAID, remark=message("No."), smallest="f(0) gave 1.")
REPORT = Report("a", "ada", "", Status.GRADED, (ExerciseResult("f", (CHECK,)),), "full", "", 17, 0.0, notes=("plain", message("A note.")))


def again(report, change=lambda content: None):
    content = json.loads(json.dumps(report.to_dict()))
    change(content)
    return Report.from_dict(content)


def test_messages_come_back_whole():
    found = again(REPORT)
    assert found == REPORT
    check = found.checks[0]
    assert as_plain(check.message) == as_plain(SAID) and isinstance(check.remark, Message)
    assert not isinstance(check.smallest, Message)
    assert isinstance(found.notes[1], Message) and found.notes[0] == "plain"


def test_texts_of_the_file_are_those_of_before():
    """Other programs read them."""
    plain = replace(REPORT, exercises=(ExerciseResult("f", (replace(CHECK, message=str(SAID), remark="No."),)),), notes=("plain", "A note."))
    new, old = (json.loads(json.dumps(one.to_dict())) for one in (REPORT, plain))
    assert new.pop("messages") and new["exercises"][0]["checks"][0].pop("messages")
    assert new == old


def test_a_text_that_was_changed_by_hand_is_what_is_read():
    def change(content):
        content["exercises"][0]["checks"][0]["message"] = "I was there: this is right."

    found = again(REPORT, change).checks[0]
    assert found.message == "I was there: this is right." and type(found.message) is str
    assert isinstance(found.remark, Message)


@pytest.mark.parametrize("kept", [None, 1, [], "x", {"template": 5}, {"parts": [[[]]]}, {"template": "{a}", "values": {"a": {}}}])
def test_parts_that_are_no_message_are_left_out(kept):
    def change(content):
        content["exercises"][0]["checks"][0]["messages"]["message"] = kept
        content["messages"] = kept

    found = again(REPORT, change)
    assert found == REPORT and type(found.checks[0].message) is str
