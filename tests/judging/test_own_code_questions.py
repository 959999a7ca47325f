"""Which questions one run of a function gives, with which answers; nothing runs here."""

import ast

import pytest

from autograder.judging.own_code_questions import CallQuestions, clearly_different, of_network
from autograder.judging.own_code_runs import MarkedRun, NotReadable, _run
from autograder.judging.own_code_text import FunctionText


def text(body: str) -> FunctionText:
    source = "def f(x, y):\n" + "".join(f"    {line}\n" for line in body.split("\n"))
    return FunctionText(ast.parse(source).body[0], source.split("\n"), True, True)


def run(returned: tuple = ("nothing",), value: object = None, **other: object) -> MarkedRun:
    parts = {"loops": {}, "items": {}, "branches": {}, "values": {}, "returns": {}, "raised": "", **other}
    return MarkedRun(returned=returned, value=value, **parts)


@pytest.mark.parametrize(
    ("noted", "kinds"),
    [
        (("length", 3, None), ["length"]),
        (("array", (2, 3), "float32", None, None), ["dtype", "shape"]),
        (("array", (), "float32", 1.5, None), ["value"]),
        (("table", (4, 2)), ["shape"]),
        (("value", 7), ["value"]),
    ],
    ids=str,
)
def test_only_what_has_a_shape_is_asked_for_its_shape(noted, kinds):
    found = CallQuestions("f(1)", text("z = abs(x)\nreturn z"), "page.py").of(run(values={(2, "z"): (1, noted)}))
    assert sorted({one.kind for one in found}) == kinds


@pytest.mark.parametrize(("returned", "kinds"), [(("nothing",), []), (("network", [], 0, True), []), (("value", 3), ["left out"])])
def test_what_becomes_without_a_line_is_asked_of_a_result_only(returned, kinds):
    asker = CallQuestions("f(1)", text("x += 1\nreturn x"), "page.py")
    assert [one.kind for one in asker.left_out(2, run(returned, 3), run(returned, 2))] == kinds


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [(1, 1.001, False), (1, 1.5, True), ([1, 2], [1], True), ("a", "b", True), (1, "a", False), (None, 2, False), ({"a": 1}, {"a": 2}, True), (object(), 1, False)],
)
def test_results_are_different_only_where_that_is_plain(one, other, are):
    assert clearly_different(one, other) is are and clearly_different(other, one) is are


LAYERS = [("InputLayer", 0, None), ("Dense", 8, None), ("Dropout", 0, None), ("Dense", 6, None)]


def test_layers_in_one_row_are_asked_for_by_their_number():
    asked = [(one.text, one.answer) for one in of_network("f()", run(("network", LAYERS, 14, True)))]
    wanted = {"the whole network": "14", "Dense layer number 1 from": "8", "the Dropout layer": "0", "Dense layer number 2 from": "6"}
    assert [answer for _text, answer in asked] == list(wanted.values())
    assert all(words in said for (said, _answer), words in zip(asked, wanted, strict=True))


def test_of_layers_in_several_rows_only_those_that_are_alone_of_their_kind_are_asked_for():
    asked = [one.text for one in of_network("f()", run(("network", LAYERS, 14, False)))]
    assert len(asked) == 2 and "the Dropout layer" in asked[1]


MARKS = {"loops": [(2, 3)], "items": [], "branches": [], "values": [], "returns": []}


def test_what_a_worker_says_is_read_as_what_cannot_be_believed():
    said = {"marks": MARKS, "returned": ("value", 3), "value": 3, "raised": ""}
    assert _run(said).loops == {2: 3}
    for wrong in (None, 3, {}, {**said, "marks": {**MARKS, "loops": [(2,)]}}, {**said, "marks": {**MARKS, "loops": 3}}, {**said, "raised": None}):
        with pytest.raises(NotReadable):
            _run(wrong)


def test_a_network_is_read_with_all_its_layers():
    said = {"marks": MARKS, "returned": ("network", [("Dense", 8, (3, 4)), ("Dropout", 0, None)], 8, True), "value": None, "raised": ""}
    assert _run(said).returned == ("network", [("Dense", 8, (3, 4)), ("Dropout", 0, None)], 8, True)
    with pytest.raises(NotReadable):
        _run({**said, "returned": ("network", [("Dense", 8.0, None)], 8, True)})
