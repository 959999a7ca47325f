"""Any value a function may return, as plain data; made in the worker, right after the call."""

import array
import collections
import datetime
import enum
import itertools
import types
from fractions import Fraction

import numpy as np
import pytest

from autograder.expectations.value_words import flat
from autograder.transport import wire
from autograder.transport.wire import Described
from autograder.values import describe


class Digit(enum.IntEnum):
    FIVE = 5


class Clever(int):
    """Equal to everything, so it must not reach a comparison."""

    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


class Tensor:
    """Stands for an array of another library, which knows its numbers and is no NumPy array."""

    __module__ = "tensorflow.python.framework.ops"
    __qualname__ = "EagerTensor"

    def __init__(self, values):
        self.values = np.asarray(values)

    def __array__(self, dtype=None, copy=None):
        return self.values


def sent(value: object) -> object:
    """A value as the judge gets it."""
    return wire.decode(b"".join(wire.encode(describe(value))))


Point = collections.namedtuple("Point", "x y")


@pytest.mark.parametrize("value", [None, True, 3, -0.5, "text", [1, [2.5]], (1, (2,)), {"a": (28, 28)}, []], ids=repr)
def test_plain_values_stay_as_they_are(value):
    assert sent(value) == value and type(sent(value)) is type(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.uint8(5), Described("scalar", "numpy.uint8", 5)),
        (np.float32(0.5), Described("scalar", "numpy.float32", 0.5)),
        (np.float64(0.5), Described("scalar", "numpy.float64", 0.5)),
        (np.True_, Described("scalar", "numpy.bool", True)),
        (np.str_("a"), Described("scalar", "numpy.str_", "a")),
        (np.array(3), Described("scalar", "numpy.ndarray", 3)),
        (Digit.FIVE, Described("scalar", "Digit", 5)),
        (Clever(5), Described("scalar", "Clever", 5)),
        (Tensor(0.5), Described("scalar", "tensorflow.EagerTensor", 0.5)),
    ],
    ids=lambda value: getattr(value, "type_name", ""),
)
def test_a_number_of_another_type_becomes_plain_and_keeps_its_type_name(value, expected):
    described = describe(value)
    assert described == expected and type(described.content) is type(expected.content)


@pytest.mark.parametrize(
    ("value", "type_name"),
    [(np.arange(3), None), (np.ma.array([1, 2]), "numpy.MaskedArray"), (Tensor([1, 2]), "tensorflow.EagerTensor")],
)
def test_an_array_keeps_its_numbers_and_a_foreign_type_its_name(value, type_name):
    described = describe(value)
    array = described if type_name is None else described.content
    assert type(array) is np.ndarray and array.tolist() == np.asarray(value).tolist()
    assert type_name is None or (described.kind, described.type_name) == ("array", type_name)


@pytest.mark.parametrize(
    ("value", "type_name"),
    [
        (collections.Counter([5, 5, 1]), "Counter"),
        (collections.Counter(np.array([5, 5, 1], np.uint8)), "Counter"),
        (collections.defaultdict(int, {5: 2, 1: 1}), "defaultdict"),
        (collections.OrderedDict({5: 2, 1: 1}), "OrderedDict"),
        (types.MappingProxyType({5: 2, 1: 1}), "mappingproxy"),
    ],
)
def test_a_mapping_keeps_its_pairs_and_its_type_name(value, type_name):
    described = describe(value)
    assert (described.kind, described.type_name) == ("mapping", type_name)
    assert described.content == {5: 2, 1: 1}
    assert {type(key) for key in described.content} == {int}


def test_a_series_is_a_mapping_from_its_index():
    pandas = pytest.importorskip("pandas")
    assert describe(pandas.Series([5, 5, 1]).value_counts()).mapping == {5: 2, 1: 1}


def test_a_series_whose_index_repeats_a_label_loses_no_row():
    pandas = pytest.importorskip("pandas")
    described = describe(pandas.Series([1, 2], index=[5, 5]))
    assert (described.index, described.columns[0].items, described.mapping) == ([5, 5], [1, 2], None)


def test_a_table_is_told_by_its_columns():
    pandas = pytest.importorskip("pandas")
    table = describe(pandas.DataFrame({"age": [1, 2], "job": ["x", None]}, index=[7, 7]))
    assert (table.names, table.index, [column.kind for column in table.columns]) == (["age", "job"], [7, 7], ["whole numbers", "text"])
    assert table.column("job").items == ["x", None]


@pytest.mark.parametrize(
    "value",
    [
        (n for n in (1, 2)), range(1, 3), {1: "a", 2: "b"}.keys(), {"a": 1, "b": 2}.values(), map(int, "12"),
        filter(None, [0, 1, 2]), iter([1, 2]), {1, 2}, frozenset({1, 2}), reversed((2, 1)),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_what_is_worked_out_later_is_worked_out_now(value):
    described = describe(value)
    assert (described.kind, described.content) == ("sequence", [1, 2])


def test_a_list_turned_round_is_a_sequence():
    assert describe(reversed([2, 1])) == Described("sequence", "list_reverseiterator", [1, 2])


def test_pairs_that_are_worked_out_later_stay_pairs():
    assert describe(zip("ab", [1, 2], strict=True)).content == [("a", 1), ("b", 2)]
    assert describe({"a": 1}.items()).content == [("a", 1)]


def test_an_endless_generator_comes_to_an_end():
    assert describe(n for n in itertools.count()) == Described("opaque", "generator of more than 10,000 items", None)


@pytest.mark.parametrize("value", [set(range(10_001)), range(10_001), dict.fromkeys(range(10_001)).keys(), collections.deque(range(10_001))])
def test_what_is_worked_out_later_is_not_cut_silently(value):
    assert describe(value) == Described("opaque", f"{type(value).__name__} of 10,001 items", None)
    assert len(describe(iter(range(10_000))).content) == 10_000


@pytest.mark.parametrize("value", [collections.deque([1, 2]), collections.UserList([1, 2]), array.array("l", [1, 2]), memoryview(b"\x01\x02")])
def test_a_sequence_of_another_type_is_a_sequence(value):
    assert describe(value) == Described("sequence", type(value).__name__, [1, 2])


def test_an_array_of_pandas_own_is_a_sequence_or_an_array():
    pandas = pytest.importorskip("pandas")
    texts = pandas.Series(["b", "a", "b"])
    assert describe(texts.unique()).content == describe(texts.astype("category").unique()).content == ["b", "a"]
    assert describe(pandas.array([1, None], dtype="Int64")).content == [1, None]
    assert describe(pandas.array([1, 2], dtype="Int64")).content.tolist() == [1, 2]
    assert describe(pandas.cut(pandas.Series([1, 9]), [0, 5, 10], labels=["low", "high"]).array).content == ["low", "high"]
    assert describe(texts.unique()).type_name.startswith("pandas.")


def test_an_interval_of_pandas_is_what_pandas_writes():
    pandas = pytest.importorskip("pandas")
    counts = pandas.cut(pandas.Series([1, 2, 7]), [0, 5, 10]).value_counts()
    assert describe(counts).mapping == {Described("scalar", "pandas.Interval", "(0, 5]"): 2, Described("scalar", "pandas.Interval", "(5, 10]"): 1}
    assert flat(describe(counts)) == {"(0, 5]": 2, "(5, 10]": 1}
    assert describe(pandas.Period("2026-01")).content == "2026-01"


def test_a_duration_of_pandas_is_one_of_pythons():
    pandas = pytest.importorskip("pandas")
    assert describe(pandas.Timedelta(hours=36)).content == datetime.timedelta(1, 12 * 3600)
    assert describe(pandas.Timestamp(2026, 1, 2) - pandas.Timestamp(2026, 1, 1)).content == datetime.timedelta(1)
    assert describe(pandas.NaT).kind == "opaque"


def test_a_named_tuple_keeps_its_fields():
    assert describe(Point(1, 2)) == Described("named tuple", "Point", {"x": 1, "y": 2})


def test_an_array_of_objects_is_a_sequence():
    described = describe(np.array([1, "a", None], dtype=object))
    assert (described.kind, described.content) == ("sequence", [1, "a", None])


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (np, "the module numpy"),
        (Digit, "the class Digit"),
        (len, "builtin_function_or_method"),
        (lambda: 0, "function"),
        (10**40, "int"),
        (np.array([b"a"]), "array of |S1 with shape (1,)"),
        (object(), "object"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_anything_else_is_told_by_its_type_only(value, words):
    assert describe(value) == Described("opaque", words, None)


def test_a_value_that_holds_itself_comes_to_an_end():
    endless = []
    endless.append(endless)
    wire.encode(describe(endless))


def test_keys_become_plain():
    keys = {np.int64(1): 0, "a": 0, 2.5: 0, (np.uint8(3), "b"): 0, None: 0, np.str_("c"): 0}
    assert list(sent(keys)) == [1, "a", 2.5, (3, "b"), None, "c"]


@pytest.mark.parametrize(("key", "expected"), [(Digit.FIVE, 5), (b"x", b"x"), (Fraction(1, 2), "1/2"), (frozenset(), "(frozenset)")])
def test_a_key_of_another_type_keeps_what_it_says(key, expected):
    assert list(describe({key: 1})) == [expected]


def test_a_huge_array_is_not_sent(monkeypatch):
    monkeypatch.setattr("autograder.values.plain_data.MAX_ARRAY", 100)
    assert describe(np.zeros(13)) == Described("opaque", "array of float64 with shape (13,)", None)


def test_a_long_list_is_not_cut_silently():
    described = describe([0] * 10_001)
    assert isinstance(described, Described) or len(described) == 10_001


def test_a_long_mapping_is_not_cut_silently():
    assert describe(dict.fromkeys(range(10_001), 0)) == Described("opaque", "dict of 10,001 items", None)


@pytest.mark.parametrize(("key", "expected"), [(2**60, str(2**60)), (float("inf"), "inf"), ((1, 1e300), (1, "1e+300"))])
def test_a_key_too_large_for_a_message_is_sent_as_text(key, expected):
    assert list(sent({key: 1})) == [expected]


def test_a_view_is_not_touched_by_what_happens_later():
    base = np.arange(4)
    message = b"".join(wire.encode(describe(base[::2])))
    base[:] = 9
    assert wire.decode(message).tolist() == [0, 2]


@pytest.mark.parametrize(
    "value",
    [
        None,
        1,
        "a",
        [1],
        {1: [2]},
        np.zeros(2),
        np.uint8(1),
        object(),
        {1},
        np.array([None]),
        collections.Counter("aab"),
        Tensor([1]),
    ],
    ids=lambda value: type(value).__name__,
)
def test_whatever_is_described_can_be_sent(value):
    wire.encode(describe([value, (value,), {"key": value}]))


@pytest.mark.parametrize("value", [np.datetime64("NaT"), np.zeros(2, "m8[25s]")], ids=["no unit", "a unit of 25 s"])
def test_a_number_of_which_no_message_has_the_type_is_opaque(value):
    assert describe(value).kind == "opaque"
    wire.encode(describe(value))


@pytest.mark.parametrize("kind", [np.longdouble, np.clongdouble])
def test_numbers_longer_than_pythons_are_described_as_pythons(kind):
    """A mean in long floats is a right answer, and "expected an array of numbers" was not true of it."""
    usual = float if kind is np.longdouble else complex
    found = describe(np.array([0.75, np.nan], kind))
    assert type(found) is np.ndarray and found.dtype == usual and found[0] == 0.75 and np.isnan(found[1])
    one = describe(kind(0.75))
    assert one.kind == "scalar" and one.content == 0.75 and type(one.content) in (float, complex)
    wire.encode([found, one])


def test_a_number_larger_than_each_float_is_infinite():
    large = np.longdouble("1e4000")
    assert describe(large).content == np.inf and describe(np.array([large])).tolist() == [np.inf]


@pytest.mark.skipif(not hasattr(np.dtypes, "StringDType"), reason="NumPy 2 brought it")
@pytest.mark.parametrize("shape", [(3,), (3, 1), (0,)], ids=str)
def test_numpys_texts_of_any_length_are_described_as_texts(shape):
    array = np.array(["T-shirt/top", "Bag", ""][: shape[0]], np.dtypes.StringDType()).reshape(shape)
    found = describe(array)
    assert (found.dtype.kind, found.shape, found.tolist()) == ("U", shape, array.tolist())
