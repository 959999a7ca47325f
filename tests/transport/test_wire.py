"""Plain data ↔ bytes: exactly what was sent, or a ``ProtocolError``."""

import json
import math
import tracemalloc
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from autograder.transport import wire
from autograder.transport.tables import Table, TableColumn
from autograder.transport.wire import Described, ProtocolError, decode, encode

BOUNDED = settings(max_examples=80, deadline=None, derandomize=True, database=None)
SPECIAL_FLOATS = [0.1, -0.0, 5e-324, math.inf, -math.inf]
ARRAYS = {
    "whole numbers": np.arange(6, dtype=np.int16).reshape(2, 3),
    "eight bits": np.array([0, 255], np.uint8),
    "half precision": np.array([0.1, -0.0, np.inf], np.float16),
    "truth values": np.array([True, False]),
    "no axis": np.array(7.5),
    "no rows": np.zeros((0, 3), np.float32),
    "big-endian": np.array([1, -2], ">i4"),
    "every second column": np.arange(12).reshape(3, 4)[:, ::2],
    "turned": np.arange(6.0).reshape(2, 3).T,
}


def message(header: object, body: bytes = b"") -> bytes:
    """A message with any header and body, whether it makes sense or not."""
    text = header if isinstance(header, bytes) else json.dumps(header).encode()
    return wire.PREFIX.pack(wire.MAGIC, len(text), len(body)) + text + body


def round_trip(value: object) -> object:
    return decode(b"".join(encode(value)))


# -- what arrives is what was sent ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        False,
        0,
        1,
        -(10**39),
        0.5,
        "",
        "héllo ✓",
        b"",
        b"\x00\xff",
        [],
        (),
        {},
        [1, (2, [3])],
        {(1, "a"): [None]},
    ],
    ids=repr,
)
def test_a_value_comes_back_equal_and_of_the_same_type(value):
    back = round_trip(value)
    assert back == value and type(back) is type(value)


def test_truth_is_not_the_number_one():
    assert [type(item) for item in round_trip([True, 1, 1.0])] == [bool, int, float]


def test_a_tuple_is_not_a_list():
    assert round_trip([(1, 2), [1, 2]]) == [(1, 2), [1, 2]]


@pytest.mark.parametrize("number", SPECIAL_FLOATS)
def test_a_float_keeps_its_last_bit(number):
    assert round_trip(number).hex() == number.hex()


def test_no_number_stays_no_number():
    assert math.isnan(round_trip(math.nan))


def test_a_mapping_keeps_its_order():
    assert list(round_trip({"b": 1, "a": 2})) == ["b", "a"]


@pytest.mark.parametrize("array", ARRAYS.values(), ids=ARRAYS)
def test_an_array_comes_back_with_its_shape_dtype_and_numbers(array):
    back = round_trip(array)
    assert back.shape == array.shape
    assert back.dtype == array.dtype.newbyteorder("<")
    np.testing.assert_array_equal(back, array)


def test_an_array_that_comes_back_can_be_written_to():
    round_trip(np.zeros(2))[0] = 1


def test_several_arrays_do_not_get_mixed_up():
    first, text, second = round_trip([np.arange(3), b"xy", np.arange(3.0) + 9])
    assert (first.tolist(), text, second.tolist()) == ([0, 1, 2], b"xy", [9.0, 10.0, 11.0])


def test_a_description_keeps_its_kind_and_type_name():
    value = Described("mapping", "Counter", {5: 2})
    assert round_trip({"value": value}) == {"value": value}


def test_half_a_character_becomes_a_question_mark():
    """Text that has no bytes must not stop a message."""
    assert round_trip("a\ud800b") == "a?b"


EXACT = [1j, {1, 2}, frozenset("a"), range(3), Decimal("1.50"), Fraction(1, 3), date(2024, 2, 29), timedelta(1, 2, 3), {date(2024, 1, 1): 1}]


@pytest.mark.parametrize("value", EXACT, ids=repr)
def test_an_exact_value_comes_back_as_what_it_is(value):
    back = round_trip(value)
    assert back == value and type(back) is type(value) and repr(back) == repr(value)


@pytest.mark.parametrize("array", [np.array([["ab", "c"]]), np.array([1j, 2]), np.array(["2024-02-29"], "M8[D]"), np.array([], "U3")], ids=repr)
def test_an_array_of_texts_dates_or_complex_numbers_comes_back(array):
    back = round_trip(array)
    assert back.shape == array.shape and back.dtype.kind == array.dtype.kind and (back == array).all()


CODES = ["a", "<i4", [1]]


@pytest.mark.parametrize(
    "header",
    [
        ["u", [2], ["l", [["s", "a"]]], CODES],  # two texts announced, one sent
        ["u", [1], ["l", []], CODES],  # a number without a text
        ["u", [1], ["l", [["i", "1"]]], CODES],
        ["x", "decimal", ["s", "1e999999999"]],
        ["x", "range", ["l", [["i", "1"]] * 4]],
        ["x", "set", ["l", [["i", "1"], ["i", "1"]]]],
        ["x", "set", ["l", [["l", []]]]],
        ["x", "open", ["s", "/etc/passwd"]],
    ],
    ids=str,
)
def test_a_forged_value_is_refused(header):
    with pytest.raises(ProtocolError):
        decode(message(header, b"\0\0\0\0" if "a" in str(header) and "<i4" in str(header) else b""))


plain_values = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-(10**39), 10**39)
    | some.floats(allow_nan=False)
    | some.text(some.characters(exclude_categories=["Cs"]))
    | some.binary(),
    lambda inner: (
        some.lists(inner, max_size=4)
        | some.lists(inner, max_size=4).map(tuple)
        | some.dictionaries(some.text(max_size=3) | some.integers(-9, 9), inner, max_size=4)
        | some.builds(Described, some.just("opaque"), some.text("abc"), inner)
    ),
    max_leaves=12,
)


@BOUNDED
@given(plain_values)
def test_any_plain_value_survives(value):
    assert repr(round_trip(value)) == repr(value)


# -- what is not plain data is not sent -------------------------------------------------------------------------------


class Number(int):
    """A subclass could compare itself equal to anything."""


@pytest.mark.parametrize(
    "value",
    [
        Number(3), np.uint8(3), {10**20}, bytearray(b"x"), object(), len, type, 10**40, Decimal("1e999"), range(10**50),
        np.array([None]), np.array([b"a"]), np.zeros(1, "i4,i4"),
        np.ma.array([1]), np.zeros(2, np.longdouble),
    ],
    ids=lambda value: f"{type(value).__name__} {str(value)[:12]}",
)  # fmt: skip
def test_what_is_not_plain_data_is_refused(value):
    with pytest.raises(ProtocolError):
        encode([value])


def test_a_list_that_holds_itself_is_refused():
    endless = []
    endless.append(endless)
    with pytest.raises(ProtocolError, match="nested"):
        encode(endless)


def test_the_depth_that_may_be_sent_may_be_received():
    value = 1
    for _ in range(wire.MAX_DEPTH):
        value = [value]
    assert round_trip(value) == value
    with pytest.raises(ProtocolError):
        encode([value])


def test_more_bytes_than_a_message_may_hold_are_refused(monkeypatch):
    monkeypatch.setattr(wire, "MAX_BODY", 1000)
    with pytest.raises(ProtocolError, match="too large"):
        encode(np.zeros(126))


def test_more_values_than_a_message_may_hold_are_refused_by_the_sender(monkeypatch):
    monkeypatch.setattr(wire, "MAX_ITEMS", 100)
    assert encode([0] * 99)
    with pytest.raises(ProtocolError):
        encode([0] * 100)


@pytest.mark.parametrize(
    "value",
    [{2**60: 1}, {math.inf: 1}, {(0, (2**60,)): 1}, {Described("scalar", "x", 1): 1}, dict.fromkeys(range(10_001))],
    ids=["a large number", "infinity", "in a tuple", "a description", "too many"],
)
def test_keys_that_would_not_be_received_are_not_sent(value):
    with pytest.raises(ProtocolError):
        encode(value)


# -- what is not a message is refused ---------------------------------------------------------------------------------

NOT_MESSAGES = {
    "nothing": b"",
    "half a prefix": b"AGW1\x00",
    "another beginning": b"PK\x03\x04" + bytes(20),
    "a pickle": b"\x80\x04\x95" + bytes(20),
    "too short": message(["n"])[:-1],
    "too long": message(["n"]) + b"x",
    "an unused buffer": message(["n"], b"spare"),
    "a missing buffer": message(["y", 5], b"four"),
    "a negative length": message(["y", -1], b"x"),
    "a length in words": message(["y", "5"], b"12345"),
    "a huge shape": message(["a", "<f8", [2**36]]),
    "a shape that overflows": message(["a", "<f8", [0, 2**62, 2**62]]),
    "a negative shape": message(["a", "<f8", [-1]], bytes(8)),
    "a shape of truth values": message(["a", "|u1", [True]], b"x"),
    "too many axes": message(["a", "|u1", [1] * 33], b"x"),
    "objects": message(["a", "|O", [1]], bytes(8)),
    "text in an array": message(["a", "<U1", [1]], bytes(4)),
    "a record": message(["a", "i,i", [1]], bytes(8)),
    "sixteen bytes a number": message(["a", "<f16", [1]], bytes(16)),
    "no tag": message([]),
    "a bare number": message(3),
    "an unknown tag": message(["x", 1]),
    "a truth value of two": message(["b", 2]),
    "a truth value as such": message(["b", True]),
    "an integer as number": message(["i", 1]),
    "an integer of words": message(["i", "one"]),
    "too many digits": message(["i", "9" * 42]),
    "a float as number": message(["f", 1.0]),
    "a float too large": message(["f", "0x1p99999"]),
    "NaN in JSON": message(b'["f",NaN]'),
    "1e999 as a length": message(b'["y",1e999]'),
    "an endless number": message(b'["y",' + b"9" * 5000 + b"]"),
    "a key twice": message(["d", [[["s", "a"], ["n"]], [["s", "a"], ["n"]]]]),
    "keys that are equal": message(["d", [[["i", "1"], ["n"]], [["b", 1], ["n"]]]]),
    "a key that is a list": message(["d", [[["l", []], ["n"]]]]),
    "half a pair": message(["d", [[["s", "a"]]]]),
    "a description without a name": message(["D", "opaque", 3, ["n"]]),
    "a description of nothing": message(["D", "opaque", "x"]),
    "deep JSON": message(b"[" * 100_000),
    "deep lists": message(b'["l",[' * 200 + b'["n"]' + b"]]" * 200),
    "no JSON": message(b'["n"'),
    "no text": message(b"\xff\xfe\xff"),
}


@pytest.mark.parametrize("data", NOT_MESSAGES.values(), ids=NOT_MESSAGES)
def test_what_is_not_a_message_is_refused(data):
    with pytest.raises(ProtocolError):
        decode(data)


@pytest.mark.parametrize("name", [",", "(,f", "01,f", "a", "a8"])
def test_an_odd_dtype_is_refused_like_any_other_nonsense(name):
    with pytest.raises(ProtocolError):
        decode(message(["a", name, []], bytes(8)))


def test_text_that_arrives_can_be_written_to_a_file():
    try:
        decode(message(b'["s","\\ud800"]')).encode()
    except ProtocolError:
        pass


def test_keys_chosen_to_collide_do_not_keep_the_judge_busy():
    """Multiples of 2**61 - 1 all have the hash 0. Counted in comparisons, not in seconds."""
    collide = 2**61 - 1
    pairs = ",".join(f'[["i","{number * collide}"],["n"]]' for number in range(1, 10_002))
    with pytest.raises(ProtocolError):
        decode(message(f'["d",[{pairs}]]'.encode()))


@pytest.mark.parametrize(
    "wrapped",
    [lambda key: key, lambda key: ["t", [key]], lambda key: ["t", [["t", [key]]]], lambda key: ["D", "", "", key]],
)
def test_a_large_number_is_no_key_however_it_is_wrapped(wrapped):
    with pytest.raises(ProtocolError, match="not a key"):
        decode(message(["d", [[wrapped(["i", str(2**61 - 1)]), ["n"]]]]))


@pytest.mark.parametrize("lengths", [(wire.MAX_HEADER + 1, 0), (0, wire.MAX_BODY + 1), (2**32 - 1, 2**64 - 1)])
def test_a_length_over_the_limit_is_refused_before_anything_is_read(lengths):
    with pytest.raises(ProtocolError, match="too large"):
        wire.sizes(wire.PREFIX.pack(wire.MAGIC, *lengths))


def test_too_many_values_are_refused(monkeypatch):
    monkeypatch.setattr(wire, "MAX_ITEMS", 100)
    with pytest.raises(ProtocolError, match="too many"):
        decode(message(["l", [["n"]] * 100]))


@pytest.mark.parametrize("shape", [[2**36], [2**20, 2**20], [2**40, 0, 2**40]], ids=str)
def test_a_shape_that_lies_allocates_nothing(shape):
    """No more memory is taken than the message itself has, whatever it announces."""
    data = message(["a", "<f8", shape], bytes(64))
    tracemalloc.start()
    try:
        with pytest.raises(ProtocolError):
            decode(data)
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 100_000


GOOD = b"".join(encode({"a": [1, 2.5, (True, None)], "b": np.arange(5), "c": Described("scalar", "numpy.uint8", 5)}))


def decodes_or_refuses(data: bytes) -> None:
    try:
        decode(data)
    except ProtocolError:
        pass


@BOUNDED
@given(some.binary(max_size=200))
def test_no_bytes_do_harm(noise):
    decodes_or_refuses(noise)
    decodes_or_refuses(wire.PREFIX.pack(wire.MAGIC, len(noise), 0) + noise)


@BOUNDED
@given(some.integers(0, len(GOOD) - 1), some.binary(min_size=1, max_size=4), some.integers(0, 4))
def test_no_damaged_message_does_harm(place, patch, dropped):
    decodes_or_refuses(GOOD[:place] + patch + GOOD[place + dropped :])


tags = some.recursive(
    some.none()
    | some.booleans()
    | some.integers(-3, 2**70)
    | some.floats()
    | some.sampled_from(list("nbifsyltdaD") + ["<f8"]),
    lambda inner: some.lists(inner, max_size=4) | some.tuples(some.sampled_from("nbifsyltdaD"), inner).map(list),
    max_leaves=15,
)


@BOUNDED
@given(tags, some.binary(max_size=16))
def test_no_header_does_harm(header, body):
    decodes_or_refuses(message(header, body))


def test_a_set_that_comes_without_a_list_is_refused():
    """A text is not the set of its letters."""
    with pytest.raises(ProtocolError, match="a set without a list"):
        decode(message(["x", "set", ["s", "ab"]], b""))


LEAVES = [
    [1], (1,), {"a": 1}, {1}, frozenset({"a"}), np.array(["a", "bc"]), range(3), Described("opaque", "x", [1]),
    Table("Series", (TableColumn("age", "int64", np.array([58, 33])),), (TableColumn(None, "range", np.arange(2)),)),
]  # fmt: skip


@pytest.mark.parametrize("leaf", LEAVES, ids=str)
def test_whatever_lies_deepest_may_be_received_if_and_only_if_it_may_be_sent(leaf):
    value, last = leaf, b""
    for depth in range(1, wire.MAX_DEPTH + 2):
        value = [value]
        try:
            data = b"".join(encode(value))
        except ProtocolError:
            break
        found = decode(data)
        for _ in range(depth):
            (found,) = found
        assert type(found) is type(leaf) and repr(found) == repr(leaf)
        last = data
    header_size, _body_size = wire.sizes(last[: wire.PREFIX.size])
    header, body = last[wire.PREFIX.size :][:header_size], last[wire.PREFIX.size :][header_size:]
    with pytest.raises(ProtocolError, match="nested too deeply"):
        decode(message(["l", [json.loads(header)]], body))


@pytest.mark.parametrize("place", ["key", "item"])
def test_mappings_in_mappings_are_counted_too(place):
    header = ["n"]
    for _ in range(wire.MAX_DEPTH + 5):
        header = ["d", [[header, ["n"]] if place == "key" else [["s", "a"], header]]]
    with pytest.raises(ProtocolError, match="nested too deeply"):
        decode(message(header))


def test_an_array_of_texts_may_be_so_large(monkeypatch):
    """Four bytes for each character, and for each text as many as the longest has."""
    message = b"".join(encode(np.array(["abc", ""])))
    monkeypatch.setattr(wire, "MAX_TEXT", 24)
    assert decode(message).tolist() == ["abc", ""]
    monkeypatch.setattr(wire, "MAX_TEXT", 23)
    with pytest.raises(ProtocolError, match="too large"):
        decode(message)


def test_a_small_message_makes_no_huge_array_of_texts():
    """Many numbers of one long text: 289 MB would be made of it."""
    codes = np.zeros(1100, np.int32)
    header = ["u", [len(codes)], ["l", [["s", "x" * 2**16]]], ["a", "<i4", [len(codes)]]]
    with pytest.raises(ProtocolError, match="too large"):
        decode(message(header, codes.tobytes()))
