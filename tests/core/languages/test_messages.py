"""A message is an English text that knows its parts."""

import copy
import json
import math
import pickle

import numpy as np
import pytest

from autograder.core.languages.messages import Message, as_plain, authored, from_plain, joined, message, plural

NESTED = joined(
    [
        message("{call} gave {what}; expected {share:.1%}.", call="f(x)", what=message("{n} rows", n=3), share=0.12345),
        plural("One is off.", "{count} are off.", 2),
        authored("Look at {}."),
    ]
)


def test_it_is_the_english_text():
    assert NESTED == "f(x) gave 3 rows; expected 12.3%. 2 are off. Look at {}."
    assert isinstance(NESTED, str) and {NESTED: 1}[str(NESTED)] == 1


def test_methods_of_texts_are_those_of_texts():
    """An attribute of the same name would hide one: ``count`` did."""
    text = message("a {b} a", b="c")
    assert [name for name in vars(text) if hasattr(str, name)] == []
    assert text.count("a") == 2 and type(text.upper()) is str


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text)),
                                   lambda text: from_plain(json.loads(json.dumps(as_plain(text))))])  # fmt: skip
def test_its_parts_travel_with_it(again):
    found = again(NESTED)
    assert found == NESTED
    assert as_plain(found) == as_plain(NESTED)
    assert [one.domain for one in found.parts] == ["autograder", "autograder", ""]


@pytest.mark.parametrize(("spec", "number"), [(".0%", 0.065), (".0%", 0.285), (".1%", 0.99949), (".2f", 2.675), (".3g", 1234.5),
                                              ("g", 1 / 3), (",", 12345.678), ("", 0.1 + 0.2), ("+.2f", -0.005), (",.1f", 1e5 / 7)])  # fmt: skip
def test_a_number_reads_as_format_has_it_and_is_kept_no_more_exactly(spec, number):
    made = Message(f"{{n:{spec}}}" if spec else "{n}", {"n": number})
    assert made == format(number, spec)
    if "." in spec or spec == "g":
        assert len(repr(made.values["n"])) <= 9


def test_a_value_that_is_not_shown_is_not_kept():
    """It could be a hidden one."""
    assert dict(message("no", n=1).values) == {}
    assert dict(message("{a}", a=1, b=2).values) == {"a": 1}


def test_values_are_plain_data():
    made = message("{a} {b} {c} {d} {e}", a=np.float32(0.5), b=np.array([1, 2]), c=None, d=True, e=np.int64(7))
    assert {name: type(value) for name, value in made.values.items()} == {"a": float, "b": str, "c": str, "d": str, "e": int}
    assert made == "0.5 [1 2] None True 7"


def test_what_a_student_wrote_is_not_a_template():
    made = message("{call} gave {what}.", call="f('{what}')", what="{call.__class__} {{")
    assert made == "f('{what}') gave {call.__class__} {{."


def test_holes_can_be_filled_later():
    """``fail`` knows the call; the sentence says where it is."""
    late = joined([message("{call} gave nothing."), authored("Why?")])
    assert late.having(call="f()") == "f() gave nothing. Why?"
    assert message("none").having(call="f()") == "none"


def test_it_learns_whose_check_said_it():
    found = joined([authored("Look."), message("{hint} Again.", hint=authored("So."))]).of("prices")
    assert [found.parts[0].domain, found.parts[1].values["hint"].domain, found.parts[1].domain] == ["prices", "prices", "autograder"]


def test_it_is_not_changed():
    with pytest.raises(AttributeError):
        message("a").template = "b"


@pytest.mark.parametrize(
    "data",
    [None, 1, [], {"template": 1}, {"template": "x" * 30_000}, {"template": "{a}", "values": {"A b": 1}}, {"parts": "no"},
     {"template": "{a}", "values": {"a": [1]}}, {"template": "{a}", "values": {"a": float("nan")}}, {"parts": [["x"]]},
     {"template": "{a}", "values": {"a": 10**400}}, {"parts": ["x"] * 300}, {"template": "x", "plural": "y", "number": "2"}],
)  # fmt: skip
def test_data_that_is_no_message_is_refused(data):
    with pytest.raises(ValueError):
        from_plain(data)


def test_data_that_is_nested_without_end_is_refused():
    data = {"template": "{a}", "values": {"a": "x"}}
    for _ in range(50):
        data = {"template": "{a}", "values": {"a": data}}
    with pytest.raises(ValueError, match="too many parts"):
        from_plain(data)


def test_a_template_of_a_file_asks_for_nothing_but_its_values():
    found = from_plain({"template": "{a.__class__} {a[0]} {a!r} {a}", "values": {"a": "x"}})
    assert found == "{a.__class__} {a[0]} {a!r} x"


def test_nothing_is_joined_to_nothing():
    assert joined([]) == "" and joined(["", ""]) == ""
    one = message("a")
    assert joined(["", one]) is one


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 5, 0.25])
def test_a_number_that_json_does_not_have_is_written_and_read_again(number):
    """A student's function gives these, and no report may fail to be written because of them."""
    found = message("gave {what}", what=number)
    again = from_plain(json.loads(json.dumps(as_plain(found), allow_nan=False)))
    assert (again, again.values.keys()) == (found, {"what"})


@pytest.mark.parametrize("number", [1e301, 10**301], ids=["a float", "a whole number"])
def test_a_message_with_a_number_that_is_too_large_is_not_read_from_a_file(number):
    written = json.dumps(as_plain(message("gave {what}", what=number)), allow_nan=False)
    with pytest.raises(ValueError, match="not a text"):
        from_plain(json.loads(written))
