"""The words about numbers, arrays and counts: each passes, fails, and is pinned in its wording."""

import collections
import inspect

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.figures import FigureExpectation
from autograder.expectations.models import ModelExpectation
from autograder.expectations.network import Network
from autograder.expectations.training import TrainingExpectation
from autograder.expectations.values import Expectation, counts_in
from autograder.transport.wire import Described
from autograder.values import describe

TENSOR = Described("array", "tensorflow.EagerTensor", np.array([0.5, 1.0], np.float32))
TABLE = Described("opaque", "pandas.DataFrame", None)


def failing(answer: object, word: str, *arguments: object, **settings: object) -> Failure:
    """The ``Failure`` of ``expect(answer).word(…)``; ``answer`` is a value, or a whole ``Answer``."""
    answer = answer if isinstance(answer, Answer) else Answer("f(x)", answer)
    with pytest.raises(Failure) as caught:
        getattr(expect(answer), word)(*arguments, **settings)
    return caught.value


def said(*arguments: object, **settings: object) -> str:
    return failing(*arguments, **settings).message


# -- equals and maps --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (3, 3),
        (3.0, 3),
        ("a", "a"),
        ((1, 2), [1, 2]),
        (np.array([1, 2]), (1, 2)),
        (Described("scalar", "numpy.uint8", 3), 3),
    ],
)
def test_equals_passes(gave, given, expected):
    gave(given).equals(expected)


@pytest.mark.parametrize("given", [4, "3", True, [3], np.array([3]), TABLE, float("nan")], ids=repr)
def test_equals_fails(given):
    failing(given, "equals", 3)


def test_equals_says_what_was_given_and_hides_the_rest():
    assert said(4, "equals", 3, hint="Count again.") == "f(x) gave 4. Count again."
    assert said(4, "equals", 3, hidden=False) == "f(x) gave 4. Expected 3."


def test_maps_passes(gave):
    gave({"images": (2, 28, 28), "more": 1}).maps({"images": (2, 28, 28)}, "part")


def test_maps_says_what_is_wrong():
    expected = {"images": (2, 28, 28)}
    assert said([1], "maps", expected, "part") == "f(x) gave [1] (list). Expected a dict."
    assert said(TABLE, "maps", expected, "part") == "f(x) gave a pandas.DataFrame. Expected a dict."
    assert said({"labels": 1}, "maps", expected, "part") == "f(x) gave no part 'images'; its keys are ['labels']."
    wrong = said({"images": (2,)}, "maps", expected, "part")
    assert wrong == "f(x) gave (2,) for the part 'images', which is not right."
    number = said({"labels": 7}, "maps", {"labels": (8,)}, "part")
    assert number.endswith("which is not right. Expected a tuple, and a tuple of one number needs a comma: (7,).")
    assert "comma" not in said({"labels": (7,)}, "maps", {"labels": (8,)}, "part")


# -- counts -----------------------------------------------------------------------------------------------------------

LABELS = np.array([5, 1, 5, 3], np.uint8)
FORMS = {
    "Counter": collections.Counter(LABELS),
    "dict": {1: 1, 3: 1, 5: 2},
    "dict with zeros": dict.fromkeys(range(10), 0) | {1: 1, 3: 1, 5: 2},
    "dict of text keys": {"1": 1, "3": 1, "5": 2},
    "floats": {1.0: 1.0, 3.0: 1.0, 5.0: 2.0},
    "np.unique": np.unique(LABELS, return_counts=True),
    "np.unique as a list": list(np.unique(LABELS, return_counts=True)),
    "np.unique as an array": np.array(np.unique(LABELS, return_counts=True)),
    "columns": np.column_stack(np.unique(LABELS, return_counts=True)),
    "bincount": np.bincount(LABELS),
    "bincount of ten": np.bincount(LABELS, minlength=10),
    "list by label": np.bincount(LABELS).tolist(),
    "sorted items": sorted(collections.Counter(LABELS.tolist()).items()),
    "most common": collections.Counter(LABELS).most_common(),
    "items view": collections.Counter(LABELS).items(),
    "zip": zip(*np.unique(LABELS, return_counts=True), strict=True),
}


@pytest.mark.parametrize("given", FORMS.values(), ids=FORMS)
def test_counts_passes_in_every_usual_form(gave, given):
    value = describe(given)
    gave(value).counts({1: 1, 3: 1, 5: 2}, "label")
    failing(value, "counts", {1: 1, 3: 1, 5: 3}, "label")


@pytest.mark.parametrize(
    "given",
    [
        "5",
        5,
        [[1, 2, 3]],
        {"a": 1},
        {1: "many"},
        {1: None},
        {1: True},
        np.zeros((2, 3, 4)),
        {1: float("nan")},
        {1: [2]},
    ],
    ids=repr,
)
def test_what_is_in_no_way_counts_is_told(given):
    message = said(given, "counts", {1: 1}, "label")
    assert message.startswith("f(x) gave ") and "Expected the number of times that each label occurs" in message


MAPPINGS = {
    "dict": {5: 2, 0: 1},
    "Counter": collections.Counter([5, 5, 0]),
    "NumPy keys": {np.uint8(5): 2, np.uint8(0): 1},
    "series": Described("mapping", "pandas.Series", {5: 2, 0: 1}),
}
PLACES = {"list": [1, 0, 0, 0, 0, 2], "array": np.array([1, 0, 0, 0, 0, 2]), "tensor": TENSOR}
NOT_ASKED = {
    "two arrays": ((np.array([0, 5]), np.array([1, 2])), "two sequences, one of what occurs and one of how often"),
    "pairs": ([(0, 1), (5, 2)], "a list of pairs"),
    "three pairs": (((0, 1), (5, 2), (6, 1)), "a list of pairs"),
    "a table": (np.array([[0, 1], [5, 2]]), "a table of two columns"),
    "texts": ({"0": 1, "5": 2}, "a dict whose keys are texts"),
}


@pytest.mark.parametrize("given", MAPPINGS.values(), ids=MAPPINGS)
def test_a_mapping_can_be_asked(gave, given):
    expectation = gave(given)
    expectation.can_be_asked("label", "f(x)[5]")
    assert expectation.answer.remarks == []


@pytest.mark.parametrize("given", PLACES.values(), ids=PLACES)
def test_what_is_asked_by_place_gets_a_remark(gave, given):
    expectation = gave(given)
    expectation.can_be_asked("label", "f(x)[5]")
    assert "its places are the labels. The page asks for a mapping" in expectation.answer.remarks[0]


@pytest.mark.parametrize(("given", "form"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_counts_in_a_form_that_cannot_be_asked_are_told(given, form):
    """The numbers are right, and the example of the description fails."""
    failure = failing(given, "can_be_asked", "label", "f(x)[5]")
    assert failure.message == (
        f"f(x) gave {form}. The numbers are right, but f(x)[5] does not find the number of a label in it. "
        "Expected a mapping, such as a Counter or a dict."
    )
    assert failure.evidence == ("form", form)


def test_counts_of_the_first_ones_are_told():
    labels = np.array([3, 3, 5, 3, 1])
    first = failing({3: 2, 5: 1}, "counts", {3: 3, 5: 1, 1: 1}, "label", of=labels)
    assert first.message == "f(x) counts only the first 3 of 5 labels."
    assert first.evidence == ("first ones",)
    assert failing({3: 2, 5: 2}, "counts", {3: 3, 5: 1, 1: 1}, "label", of=labels).evidence == {3: 2, 5: 2}


def test_right_counts_of_some_are_told_without_the_others():
    assert said({3: 3}, "counts", {3: 3, 5: 1}, "label") == (
        "f(x) counts 1 label, each of them right, but leaves out others that occur."
    )


def test_no_counts_and_zeros_are_two_things():
    assert said({}, "counts", {3: 3}, "label") == "f(x) counts nothing; it was given 3 labels."
    assert said({3: 0}, "counts", {3: 3}, "label") == "f(x) says 0 for everything; it was given 3 labels."
    assert failing({}, "counts", {3: 3}, "label").evidence != failing({3: 0}, "counts", {3: 3}, "label").evidence


FIGURE = Described("figure", "matplotlib.Figure", {"png": b"\x89PNG\r\n", "axes": []})


@pytest.mark.parametrize(
    ("word", "arguments"),
    [
        ("counts", ({3: 3}, "label")),
        ("maps", ({"a": 1}, "part")),
        ("equals", (3,)),
        ("can_be_asked", ("label", "f(x)[5]")),
    ],
)
def test_a_figure_is_called_a_figure_and_its_bytes_are_nobodys(word, arguments):
    message = said(FIGURE, word, *arguments)
    assert "gave a figure" in message and "PNG" not in message


def test_an_array_of_numpys_is_told_from_the_same_numbers_elsewhere(gave):
    gave(np.array([0.5])).is_an_array()
    gave(Described("array", "numpy.ma.MaskedArray", np.array([0.5]))).is_an_array()
    assert said(TENSOR, "is_an_array").startswith("f(x) gave a tensorflow.EagerTensor. The page continues with a NumPy array")
    assert said([0.5], "is_an_array").startswith("f(x) gave a list.")
    assert said(np.array([1, 2]), "is_an_array") == "f(x) gave whole numbers (of type int64); expected floats."
    assert said(np.array([True]), "is_an_array") == "f(x) gave truth values (of type bool); expected floats."


@pytest.mark.parametrize("decimals", [1, 2])
def test_rounded_numbers_are_told_whatever_the_decimals(decimals):
    exact = np.array([0.123456, 0.654321])
    failure = failing(exact.round(decimals), "is_close_to", exact, hidden=True)
    assert f"all numbers are rounded, to {decimals} decimals" in failure.message
    assert failure.evidence == ("rounded",)


def test_counts_names_the_first_wrong_thing_and_both_sums():
    message = said({1: 1, 5: 1}, "counts", {1: 1, 5: 2}, "label", hint="Look at 5.")
    assert message == (
        "f(x) says that label 5 occurs once, which is not right. Its counts add up to 2; it was given 3 labels. Look at 5."
    )


def test_where_students_may_see_it_the_right_number_is_said():
    assert "occurs once; expected 2 times." in said({5: 1}, "counts", {5: 2}, "label", hidden=False)
    assert "gave (2,) for the part 'a'; expected (3,)." in said({"a": (2,)}, "maps", {"a": (3,)}, "part", hidden=False)
    assert "gave (2,) for the part 'a', which is not right." in said({"a": (2,)}, "maps", {"a": (3,)}, "part")


def test_counts_says_when_something_does_not_occur_at_all():
    message = said({1: 1, 7: 4}, "counts", {1: 1}, "label")
    assert "label 7 occurs 4 times, which is not right. There is no label 7." in message


def test_the_evidence_of_counts_is_the_counts_read():
    assert failing({"5": 1.0, 3: 0}, "counts", {5: 2}, "label").evidence == {5: 1}


@pytest.mark.parametrize(("word", "arguments"), [("counts", ({1: 1}, "label")), ("equals", (3,))])
def test_a_value_of_an_unknown_type_is_not_called_none(word, arguments):
    assert "DataFrame" in said(TABLE, word, *arguments)


# -- arrays -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "given", [np.zeros((2, 3)), [[0, 0, 0], [0, 0, 0]], ((0, 0, 0), [1, 2, 3])], ids=["array", "lists", "mixed"]
)
def test_has_shape_passes(gave, given):
    gave(given).has_shape((2, 3))


def test_has_shape_says_both_shapes_and_the_axes():
    message = said(np.zeros((3, 2)), "has_shape", (2, 3), ("rows", "columns"))
    assert message == "f(x) gave shape (3, 2); expected shape (2, 3) (rows, columns)."
    assert said(3, "has_shape", (2,)) == "f(x) gave a single number, 3; expected shape (2,)."
    assert said((np.zeros(2),), "has_shape", (2,)) == (
        "f(x) gave a tuple that contains the array; expected only the array. "
        "Is there a comma after what you return? A comma makes a tuple."
    )
    assert "comma" not in said((np.zeros(3),), "has_shape", (2,)) + said([np.zeros(2)], "has_shape", (2,))


@pytest.mark.parametrize(
    ("given", "words"),
    [("text", "gave 'text' (str)"), (TABLE, "gave a pandas.DataFrame"), ([[1], [1, 2]], "(list)"), ({1: 2}, "(dict)")],
    ids=["text", "table", "uneven lists", "dict"],
)
def test_what_is_no_array_is_told(given, words):
    message = said(given, "has_shape", (2,))
    assert words in message and message.endswith("Expected an array of numbers.")


@pytest.mark.parametrize(
    "given",
    [np.array([0.5, 1]), [0.5, 1], (0.5, 1), np.array([0.5, 1], np.float16), np.array([0.5004, 0.9996]), TENSOR],
    ids=["array", "list", "tuple", "half", "nearly", "tensor"],
)
def test_is_close_to_passes(gave, given):
    gave(given).is_close_to([0.5, 1])


@pytest.mark.parametrize(
    "given", [[0.5, 1.002], [0.5], [[0.5, 1]], [0.5, np.nan], [np.inf, 1], ["0.5", "1"], None, TABLE], ids=repr
)
def test_is_close_to_fails(given):
    failing(describe(given) if given is not TABLE else given, "is_close_to", [0.5, 1])


def test_is_close_to_says_the_first_place_and_both_numbers():
    message = said(np.array([[0.5, 0.25], [1, 2]]), "is_close_to", [[0.5, 0.5], [1, 1]], hidden=False, hint="Look at 255.")
    assert message == "f(x) gave 0.25 at [0, 1]; expected 0.5 (2 of 4 numbers are off). Look at 255."


def test_is_close_to_names_the_axes_of_the_place():
    message = said(np.zeros((1, 2, 3)), "is_close_to", np.eye(3)[None, 1:], ("images", "rows", "columns"), hidden=False)
    assert message == "f(x) gave 0.0 at image 0, row 0, column 1; expected 1.0 (2 of 6 numbers are off)."
    assert said(np.array([7]), "is_close_to", [4], ("images",), hidden=False) == "f(x) gave 7 at image 0; expected 4.0."


def test_an_object_is_called_by_its_kind_and_not_by_its_content():
    for kind, words in {"model": "gave a model", "history": "gave a History"}.items():
        message = said(Described(kind, "Sequential", {"layers": [1]}), "is_a_pair_of_numbers", ("loss", "accuracy"))
        assert message == f"f(x) {words}. Expected two numbers, (loss, accuracy)."


def test_a_function_that_was_not_called_is_told():
    for name in ("function", "method", "builtin_function_or_method"):
        message = said(Described("opaque", name, None), "is_close_to", [1.0])
        assert message.startswith("f(x) gave a function, not its result (are the parentheses missing?).")


def test_the_first_answer_for_all_is_told_from_another_one_for_all():
    """An array of one and the same number is what many functions give."""
    assert failing(np.array([3, 3, 3]), "is_close_to", [3, 1, 4]).evidence == ("the first for all",)
    assert isinstance(failing(np.array([1, 1, 1]), "is_close_to", [3, 1, 4]).evidence, np.ndarray)


def test_is_close_to_keeps_a_hidden_number_to_itself():
    message = said(np.array([0.25, 0.5]), "is_close_to", [0.75, 0.5])
    assert message == "f(x) gave 0.25 at [0] (1 of 2 numbers are off)."


@pytest.mark.parametrize("kind", [Expectation, FigureExpectation, ModelExpectation, TrainingExpectation])
def test_every_word_keeps_what_it_expects_to_itself_unless_told_otherwise(kind):
    """A hidden check whose author forgets to say so must not give its numbers away."""
    for name, word in inspect.getmembers(kind, inspect.isfunction):
        hidden = inspect.signature(word).parameters.get("hidden")
        if hidden is not None and isinstance(hidden.default, bool):  # in ``computes`` it is a layer's activation
            assert hidden.default, name


def test_a_number_that_is_none_is_told_with_its_place():
    message = said(np.array([0.0, np.inf]), "is_close_to", [0, 1])
    assert message == "f(x) gave inf at [1], which is not a finite number. Is something divided by zero?"


def test_a_tolerance_can_be_chosen(gave):
    gave([1.4]).is_close_to([1], within=0.5)
    failing([1.6], "is_close_to", [1], within=0.5)


def test_lies_between(gave):
    gave(np.array([0.0, 1.0])).lies_between(0, 1)
    gave(np.zeros((0, 2))).lies_between(0, 1)
    assert said([0, 255], "lies_between", 0, 1) == "f(x) gave numbers from 0.0 to 255.0; expected 0 to 1."
    assert said([-0.5, 1], "lies_between", 0, 1) == "f(x) gave numbers from -0.5 to 1.0; expected 0 to 1."


def test_has_dtype_kind(gave):
    gave(np.array([1, 2], np.uint8)).has_dtype_kind("iu", "whole numbers")
    gave([1, 2]).has_dtype_kind("iu", "whole numbers")
    message = said(np.array([1.0]), "has_dtype_kind", "iu", "whole numbers")
    assert message == "f(x) gave numbers of type float64; expected whole numbers."


def test_leaves_its_arguments_alone(gave):
    gave(1).leaves_its_arguments_alone()
    message = said(Answer("f(x)", 1, changed=("images",)), "leaves_its_arguments_alone")
    assert message == "f(x) changed its argument images. Let the result be a new array."


# -- a missing return -------------------------------------------------------------------------------------------------

WORDS = {
    "equals": (3,),
    "maps": ({"a": 1}, "part"),
    "counts": ({1: 1}, "label"),
    "has_shape": ((2,),),
    "is_close_to": ([1.0],),
    "lies_between": (0, 1),
    "has_dtype_kind": ("iu", "whole numbers"),
    "is_a_pair_of_numbers": (("loss", "accuracy"),),
    "is_a_score": (("loss", "accuracy"), 0.5, 0.5),
    "is_a_history": (),
    "is_a_training_of": (2,),
}


@pytest.mark.parametrize("word", WORDS)
def test_a_missing_return_is_named_by_every_word(word):
    assert said(None, word, *WORDS[word]) == "f(x) gave None. Is the return missing?"


@pytest.mark.parametrize("word", WORDS)
def test_printing_in_place_of_returning_is_named_by_every_word(word):
    message = said(Answer("f(x)", None, output="3\n"), word, *WORDS[word])
    assert message == "f(x) gave None. It printed something, but print only shows a value; return gives it back."


# -- scores and histories ---------------------------------------------------------------------------------------------

NAMES = ("loss", "accuracy")


@pytest.mark.parametrize(
    "given",
    [
        (0.5, 0.9), [0.5, 0.9], np.array([0.5, 0.9]), {"accuracy": 0.9, "loss": 0.5}, {"Loss": 0.5, "Accuracy": 0.9},
        {"loss": 0.5, "sparse_categorical_accuracy": 0.9}, (np.array([0.5]), np.array(0.9)),
        (np.float32(0.5), np.float64(0.9)),
    ],
    ids=["tuple", "list", "array", "dict", "capitals", "long name", "small arrays", "scalars"],
)  # fmt: skip
def test_a_score_may_come_in_many_forms(gave, given):
    gave(describe(given)).is_a_score(NAMES, loss=0.5, accuracy=0.9)
    if not isinstance(given, dict):
        gave(describe(given)).is_a_pair_of_numbers(NAMES)


def test_a_dict_has_the_numbers_and_not_the_form():
    """``loss, accuracy = {…}`` takes the keys, and the page's next cell stops."""
    failure = failing({"accuracy": 0.9, "loss": 0.5}, "is_a_pair_of_numbers", NAMES)
    assert failure.message == (
        "f(x) gave a dict. It contains the numbers; expected two numbers, (loss, accuracy): "
        "loss, accuracy = … of a dict gives its keys, which are texts."
    )
    assert failure.evidence != failing({"a": 0.9}, "is_a_pair_of_numbers", NAMES).evidence


ROWS = (np.array([3.0, 1.0, 0.5, 2.5]), np.array([False, True, True, False]))


@pytest.mark.parametrize(
    ("given", "part"),
    [((2.0, 0.5), "the first"), ((1.5, 2 / 3), "the first"), ((2.5, 0.0), "the last"), ((1.5, 0.5), "the last")],
)
def test_a_score_of_a_part_is_told(given, part):
    failure = failing(given, "is_a_score", NAMES, loss=1.75, accuracy=0.9, rows=ROWS)
    assert failure.evidence == ("part", part) and failure.message.endswith(f"It fits {part} of them.")


def test_a_score_of_no_part_is_not_called_one():
    for score in ((1.75, 0.4), (2.0, 0.6), (9.0, 0.5)):
        assert failing(score, "is_a_score", NAMES, 0.1, 0.9, rows=ROWS).evidence == ("score", score)


def test_accuracy_may_be_called_acc(gave):
    gave({"loss": 0.5, "acc": 0.9}).is_a_score(NAMES, loss=0.5, accuracy=0.9)


@pytest.mark.parametrize(
    "given", [0.9, (0.5,), (1, 2, 3), {"loss": 1}, ("a", "b"), (0.5, float("nan")), ([1, 2], 3), TABLE], ids=repr
)
def test_what_is_no_pair_of_numbers_is_told(given):
    assert said(given, "is_a_pair_of_numbers", NAMES).endswith("Expected two numbers, (loss, accuracy).")


def test_a_swapped_score_is_told_by_its_place():
    message = said((0.9, 0.5), "is_a_score", NAMES, loss=0.5, accuracy=0.9)
    assert message == "f(x) gave 0.9 and 0.5; the first one is not the loss on these images."


def test_a_score_that_is_left_open_may_be_anything(gave):
    gave((123.0, 0.9)).is_a_score(NAMES, accuracy=0.9)
    assert "the second one is not the accuracy" in said((123.0, 0.9), "is_a_score", NAMES, accuracy=0.8)


def history(losses: list, epochs: list, steps: int = 1) -> Described:
    return Described("history", "History", {"history": {"loss": losses}, "epochs": epochs, "steps": steps})


def test_is_a_training_of(gave):
    gave(history([2.0, 1.0], [0, 1])).is_a_training_of(2)
    gave(history([2.0, 1.0], [])).is_a_training_of(2)  # filled by hand, or put together
    message = said(history([2.0], [0]), "is_a_training_of", 2)
    assert message == "f(x) gave a History with 1 entry; expected 2 epochs."
    assert said([1, 2], "is_a_history") == "f(x) gave [1, 2] (list). Expected the History that fit returns."
    several = failing([history([1.0], [0]), history([0.5], [0])], "is_a_history")
    assert several.message == "f(x) gave a list of Histories. Expected the History that fit returns."
    assert several.evidence != failing([1.0, 0.5], "is_a_history").evidence


def epochs_evidence(*entries: int, **settings) -> tuple:
    """What is left by Histories with so many entries, of calls that asked for 2, 3 … epochs."""
    calls = [(Answer("f(x)", history([1.0] * found, [], **settings)), asked) for asked, found in enumerate(entries, 2)]
    (answer, epochs), *others = calls
    with pytest.raises(Failure) as caught:
        expect(answer).is_a_training_of(epochs, *others)
    return caught.value.evidence


def test_a_number_of_epochs_that_is_always_the_same_leaves_one_evidence():
    """Whichever it is; one that is off by one each time leaves another."""
    assert epochs_evidence(5, 5) == epochs_evidence(10, 10) == ("epochs", "always the same")
    assert epochs_evidence(3, 3) == epochs_evidence(2, 2) == ("epochs", "always the same")
    assert epochs_evidence(3, 4) == ("epochs", "differ by", [1, 1])
    assert epochs_evidence(1, 1) == ("epochs", "one", None, False)


@pytest.mark.parametrize(
    ("given", "relation"),
    [
        ([0.5, 0.75], "one list"), (np.array([0.5, 0.75]), "one list"), ({"acc": 0, "loss": 0}, "all of it"),
        ([0.5, 0.7], "none"), ({"loss": [1.0]}, "none"), ("text", "none"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_was_taken_out_of_the_record_is_told_from_other_numbers(given, relation):
    record = {"history": {"loss": [2.0, 1.0], "acc": [0.5, 0.75]}, "epochs": [0, 1], "steps": 1}
    for iterations, kept, wanted in ((6, record, relation), (0, record, "not trained"), (6, None, "none")):
        state = {"weights": [], "optimizer": {"iterations": iterations}, "record": kept}
        answer = Answer("f(x)", describe(given), arguments={"model": Described("model", "Sequential", state)})
        assert failing(answer, "is_a_history").evidence[-1] == wanted


def handed(network: Network, **changes: np.ndarray) -> Answer:
    """An answer of a function that was handed a network and left it with these weights."""
    weights = [array for layer in network.layers for array in (layer.kernel, layer.bias)]
    return Answer(
        "f(x)", 1, arguments={"model": Described("model", "Sequential", {"weights": changes.get("weights", weights)})}
    )


def test_leaves_the_model_alone(rng):
    network = Network.random((2, 2), [3], rng)
    expect(handed(network)).leaves_the_model_alone(network)
    other = [network.layers[0].kernel + 1, network.layers[0].bias]
    message = failing(handed(network, weights=other), "leaves_the_model_alone", network).message
    assert message == "f(x) changed the weights of the given model."


def test_a_model_that_was_given_another_layer_is_told_as_changed(rng):
    network = Network.random((2, 2), [3], rng)
    message = failing(handed(network, weights=[network.layers[0].kernel]), "leaves_the_model_alone", network).message
    assert message == "f(x) changed the weights of the given model."


# -- nothing that a student gives back breaks a word ------------------------------------------------------------------

BREAKING = {
    "a single NaN": (float("nan"), "is_close_to", ([1.0],)),
    "a single infinity": (float("inf"), "has_shape", ((2,),)),
    "two signs": ({"--5": 1}, "counts", ({1: 1}, "label")),
    "a raised digit": ({"²": 1}, "counts", ({1: 1}, "label")),
    "uneven lists": ([[[1], [2, 3]], [1]], "counts", ({1: 1}, "label")),
    "arrays by name": ({"loss": np.zeros(2), "accuracy": 1.0}, "is_a_pair_of_numbers", (NAMES,)),
}


@pytest.mark.parametrize(("given", "word", "arguments"), BREAKING.values(), ids=BREAKING)
def test_an_odd_answer_is_a_wrong_answer(given, word, arguments):
    """An exception other than ``Failure`` would be taken for a fault of the kit, which costs no points."""
    assert "Expected " in said(given, word, *arguments) or "expected " in said(given, word, *arguments)


numbers = some.integers(-(10**39), 10**39) | some.floats() | some.booleans()
keys = numbers | some.sampled_from(["loss", "accuracy", "a", "5", "-5", "--5", "²", "", "１"])
arrays = some.sampled_from(
    [
        np.zeros(0),
        np.array(3),
        np.arange(2),
        np.arange(4.0).reshape(2, 2),
        np.full((2, 3), np.nan),
        np.array([True]),
        np.zeros((0, 2)),
    ]
)
answers = some.recursive(
    some.none() | numbers | keys | arrays,
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.lists(inner, max_size=3).map(tuple)
        | some.dictionaries(keys, inner, max_size=3)
        | some.builds(Described, some.sampled_from(["scalar", "sequence", "opaque"]), some.just("Thing"), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(answers)
def test_no_answer_breaks_a_word(value):
    for word, arguments in WORDS.items():
        try:
            getattr(expect(Answer("f(x)", value)), word)(*arguments)
        except Failure:
            pass


def test_counts_are_read_the_same_from_a_pair_and_from_pairs():
    assert counts_in((np.array([3, 5]), np.array([1, 2])), "label", "f(x)") == {3: 1, 5: 2}
    assert counts_in([(3, 1), (5, 2)], "label", "f(x)") == {3: 1, 5: 2}
