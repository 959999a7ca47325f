"""The beginning of a check's sentence, and what holds for every word about a plain value."""

import inspect

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from refusals import TABLE, said

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.answer import Words
from autograder.expectations.figures import FigureExpectation
from autograder.expectations.models import ModelExpectation
from autograder.expectations.training import TrainingExpectation
from autograder.expectations.values import Expectation
from autograder.transport.wire import Described


class OwnWords(Words):
    def says_yes(self) -> None:
        if self.answer.value != "yes":
            self.fail("says no.", ("no",))


def test_an_assignment_may_have_words_of_its_own(refusal):
    expect(Answer("f(x)", "yes")).is_a(OwnWords).says_yes()
    assert refusal(expect(Answer("f(x)", "no")).is_a(OwnWords).says_yes).message == "f(x) says no."


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


def test_where_students_may_see_it_the_right_number_is_said():
    assert "occurs once; expected 2 times." in said({5: 1}, "counts", {5: 2}, "label", hidden=False)
    assert "gave (2,) for the part 'a'; expected (3,)." in said({"a": (2,)}, "maps", {"a": (3,)}, "part", hidden=False)
    assert "gave (2,) for the part 'a', which is not right." in said({"a": (2,)}, "maps", {"a": (3,)}, "part")


FIGURE = Described("figure", "matplotlib.Figure", {"png": b"\x89PNG\r\n", "axes": []})


@pytest.mark.parametrize(
    ("word", "arguments"),
    [
        ("counts", ({3: 3}, "label")),
        ("maps", ({"a": 1}, "part")),
        ("can_be_asked", ("label", "f(x)[5]")),
    ],
)
def test_a_figure_is_called_a_figure_and_its_bytes_are_nobodys(word, arguments):
    message = said(FIGURE, word, *arguments)
    assert "gave a figure" in message and "PNG" not in message


@pytest.mark.parametrize(("word", "arguments"), [("counts", ({1: 1}, "label")), ("maps", ({1: 1}, "part"))])
def test_a_value_of_an_unknown_type_is_not_called_none(word, arguments):
    assert "DataFrame" in said(TABLE, word, *arguments)


def test_an_object_is_called_by_its_kind_and_not_by_its_content():
    for kind, words in {"model": "gave a model", "history": "gave a History"}.items():
        message = said(Described(kind, "Sequential", {"layers": [1]}), "is_a_pair_of_numbers", ("loss", "accuracy"))
        assert message == f"f(x) {words}. Expected two numbers, (loss, accuracy)."


@pytest.mark.parametrize("kind", [Expectation, FigureExpectation, ModelExpectation, TrainingExpectation])
def test_every_word_keeps_what_it_expects_to_itself_unless_told_otherwise(kind):
    """A hidden check whose author forgets to say so must not give its numbers away."""
    for name, word in inspect.getmembers(kind, inspect.isfunction):
        hidden = inspect.signature(word).parameters.get("hidden")
        if hidden is not None and isinstance(hidden.default, bool):  # in ``computes`` it is a layer's activation
            assert hidden.default, name


def test_leaves_its_arguments_alone(gave):
    gave(1).leaves_its_arguments_alone()
    message = said(Answer("f(x)", 1, changed=("images",)), "leaves_its_arguments_alone")
    assert message == "f(x) changed its argument images. Let the result be a new array."


@pytest.mark.parametrize(("value", "advice"), [({"a": [1]}, "Let the result be a new dict."), (3, "Read it only, or work on a copy.")])
def test_the_advice_on_a_changed_argument_fits_the_result(value, advice):
    message = said(Answer("f(x)", value, changed=("x",), arguments={"x": {"a": [2]}}), "leaves_its_arguments_alone")
    assert message == f"f(x) changed its argument x. {advice}"


# -- slips of an author ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [[1, 2], None, 3.5])
def test_a_value_in_place_of_an_answer_is_a_fault_of_the_check_and_says_what_to_write(value):
    with pytest.raises(TypeError, match=r"expect\(…\) takes what a call of the function gave, and got .*\. Write expect\(total\(…\)\), without \.value"):
        expect(value)


@pytest.mark.parametrize("words", [expect(Answer("f(x)", 1)), expect(Answer("f(x)", None, error=ValueError()))], ids=["answered", "raised"])
def test_a_word_that_there_is_not_is_named_with_the_one_that_was_meant(words):
    with pytest.raises(AttributeError, match=r"There is no word is_clos_to\. Did you mean is_close_to\?"):
        words.is_clos_to(1)


# -- a missing return -------------------------------------------------------------------------------------------------

NAMES = ("loss", "accuracy")
WORDS = {
    "maps": ({"a": 1}, "part"),
    "counts": ({1: 1}, "label"),
    "has_shape": ((2,),),
    "is_close_to": ([1.0],),
    "has_dtype_kind": ("iu", "whole numbers"),
    "is_a_pair_of_numbers": (("loss", "accuracy"),),
    "is_a_score": (("loss", "accuracy"), 0.5, 0.5),
    "is_a_history": (),
}


@pytest.mark.parametrize("word", WORDS)
def test_a_missing_return_is_named_by_every_word(word):
    assert said(None, word, *WORDS[word]) == "f(x) gave None. Is the return missing?"


@pytest.mark.parametrize("word", WORDS)
def test_printing_in_place_of_returning_is_named_by_every_word(word):
    message = said(Answer("f(x)", None, output="3\n"), word, *WORDS[word])
    assert message == "f(x) gave None. It printed something, but print only shows a value; return gives it back."


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


@pytest.mark.parametrize(("used", "own"), [(("numpy",), "default_rng(seed)"), (("random",), "random.Random(seed)"), ((), None)], ids=str)
def test_shared_random_numbers_get_a_remark_and_no_more(used, own):
    answer = Answer("f(x)", 1, shared_random=used)
    expect(answer).draws_by_itself()
    assert len(answer.remarks) == bool(used) and all(own in remark for remark in answer.remarks)
