"""What a worker says is readable, or no answer: whoever reads it later must not meet anything unusual."""

import pytest

from autograder.sandbox.reply_schema import LONGEST, LONGEST_TEXT, MOST, checked_reply
from autograder.transport.wire import ProtocolError

CALL = {"op": "call", "arguments": {"numbers": 1}}
TOLD = {"output": "", "warnings": [], "attempts": [], "seconds": 0.0, "id": "1"}
GIVEN = {"status": "returned", "value": 2, "shown": [], "figures": 0, "unwritten": [], "shared_random": [], "arguments": {"numbers": 1}}
RETURNED = {**TOLD, "handle": None, **GIVEN}
ROW = {"op": "row", "rows": [{"numbers": 1}, {"numbers": 2}]}
IN_A_ROW = {**TOLD, "status": "returned", "value": [GIVEN, GIVEN], "same": [0, 1]}
RAISED = {
    **TOLD,
    "status": "raised",
    "type": "ValueError",
    "bases": ["ValueError", "Exception"],
    "message": "no",
    "places": [("mnist.py", 3, "f")],
    "raised_in_page": True,
    "missing": "",
}


@pytest.mark.parametrize("reply", [RETURNED, RAISED], ids=["returned", "raised"])
def test_a_usual_answer_is_left_as_it_is(reply):
    assert checked_reply(reply, CALL) == reply


@pytest.mark.parametrize("same", [[0, 0], [0, 1]], ids=str)
def test_answers_to_calls_in_a_row_are_one_for_each(same):
    assert checked_reply({**IN_A_ROW, "same": same}, ROW)["same"] == same
    assert checked_reply({**IN_A_ROW, "value": [GIVEN, RAISED], "same": same}, ROW)["value"][1]["type"] == "ValueError"


@pytest.mark.parametrize(
    "changes",
    [
        {"same": [0]},
        {"same": [0, 2]},
        {"same": [1, 1]},
        {"same": [0, -1]},
        {"value": [GIVEN]},
        {"value": (GIVEN, GIVEN)},
        {"value": [GIVEN, 2]},
        {"value": [GIVEN, {**GIVEN, "shown": None}]},
        {"value": [GIVEN, {**RAISED, "type": None}]},
        {"value": [GIVEN, {**GIVEN, "arguments": {"others": 1}}]},
        {"value": [GIVEN, {name: part for name, part in GIVEN.items() if name != "value"}]},
    ],
    ids=str,
)
def test_answers_to_calls_in_a_row_that_do_not_fit_are_none(changes):
    with pytest.raises(ProtocolError):
        checked_reply({**IN_A_ROW, **changes}, ROW)


def test_what_is_no_call_has_a_value_and_no_more():
    said = {**TOLD, "status": "returned", "value": None}
    assert checked_reply(said, {"op": "load"}) == said
    with pytest.raises(ProtocolError, match="handle"):
        checked_reply(said, CALL)


@pytest.mark.parametrize(
    ("reply", "changes"),
    [
        (RETURNED, {"status": "passed"}),
        (RETURNED, {"status": ["returned"]}),
        (RETURNED, {"output": b"x"}),
        (RETURNED, {"warnings": "x"}),
        (RETURNED, {"warnings": [1]}),
        (RETURNED, {"attempts": None}),
        (RETURNED, {"handle": "0"}),
        (RETURNED, {"handle": True}),
        (RETURNED, {"shown": [1.0]}),
        (RETURNED, {"figures": None}),
        (RETURNED, {"unwritten": [1]}),
        (RETURNED, {"shared_random": "numpy"}),
        (RETURNED, {"arguments": {"others": 1}}),
        (RETURNED, {"arguments": {1: 1}}),
        (RAISED, {"type": 3}),
        (RAISED, {"bases": {"ValueError": 1}}),
        (RAISED, {"message": None}),
        (RAISED, {"places": [("mnist.py", b"3", "f")]}),
        (RAISED, {"places": [("mnist.py", float("nan"), "f")]}),
        (RAISED, {"places": [("mnist.py", 3)]}),
        (RAISED, {"places": (("mnist.py", 3, "f"),)}),
        (RAISED, {"raised_in_page": 1}),
        (RAISED, {"missing": []}),
    ],
    ids=str,
)
def test_an_odd_part_makes_it_no_answer(reply, changes):
    with pytest.raises(ProtocolError):
        checked_reply(reply | changes, CALL)


@pytest.mark.parametrize("reply", [None, [], "returned", {}, {"status": "returned"}], ids=repr)
def test_something_else_is_no_answer(reply):
    with pytest.raises(ProtocolError):
        checked_reply(reply, CALL)


@pytest.mark.parametrize("name", sorted(RAISED.keys() - {"status", "id", "seconds"}))
def test_a_missing_part_makes_it_no_answer(name):
    with pytest.raises(ProtocolError, match=name):
        checked_reply({key: value for key, value in RAISED.items() if key != name}, CALL)


def test_texts_and_lists_are_cut():
    long = "x" * 10**6
    places = [("a.py", number, "f") for number in range(1000)]
    said = {"output": long, "warnings": [long] * 1000, "type": long, "message": long, "missing": long, "places": places}
    found = checked_reply(RAISED | said, CALL)
    assert {name: len(found[name]) for name in LONGEST} == LONGEST
    assert (len(found["warnings"]), len(found["warnings"][0])) == (MOST, LONGEST_TEXT)
    assert found["places"] == places[-MOST:], "the innermost is the last one"
