"""Of evidence that is never twice the same, the part that a mistake declares counts; what it is, is the same on both sides."""

import pytest

from autograder.content import mistake_signs
from autograder.judging import coarse_signs
from autograder.judging.coarse_signs import part
from autograder.judging.mistake_naming import Mistake, named_mistakes, proven_mistakes, rounded

SAME = {
    "words": (["reads", 0.25, ["all"]], ["reads", 0.5, ["all"]]),
    "shape": ([1.0, [2.0, "x"]], [3.0, [9.0, "y"]]),
    "order": ([0.1, 0.7, 0.2], [10.0, 30.0, 20.0]),
    "signs": ([-0.1, 0.0, 4.0], [-7.0, 0.0, 1.0]),
    "keys": ([[3.0, 1.0], [5.0, 2.0]], [[3.0, 8.0], [5.0, 9.0]]),
}
OTHER = {
    "words": (["reads", 0.25, ["all"]], ["reads", 0.25, ["none"]]),
    "shape": ([1.0, [2.0, "x"]], [1.0, [2.0]]),
    "order": ([0.1, 0.7, 0.2], [0.1, 0.2, 0.7]),
    "signs": ([-0.1, 0.0, 4.0], [-0.1, 0.1, 4.0]),
    "keys": ([[3.0, 1.0], [5.0, 2.0]], [[3.0, 1.0], [6.0, 2.0]]),
}


@pytest.mark.parametrize("sign", SAME)
def test_the_part_is_the_same_or_another_one(sign):
    one, two = SAME[sign]
    assert part(one, sign) == part(two, sign)
    one, two = OTHER[sign]
    assert part(one, sign) != part(two, sign)


def test_a_large_array_has_a_shape_and_an_order():
    assert part(["array", [8.0, 9.0], [1.0, 2.0], 1.5], "shape") == ["array", [8.0, 9.0]]
    assert part(["array", [8.0, 9.0], [2.0, 1.0], 1.5], "order") == ["order", [1, 2, 0]]


def test_a_list_that_begins_with_that_word_alone_is_a_list():
    assert part(["array"], "shape") == ["str"] and part(["array", 2.0], "shape") == ["array", 2.0]


def test_what_has_no_items_has_its_type_for_a_shape():
    assert part([1.0, "x", None, True], "shape") == ["float", "str", "NoneType", "bool"]


def test_each_sign_that_a_file_may_declare_is_known():
    assert set(coarse_signs.PARTS) == set(mistake_signs.SIGNS)


PASSED = ("passed", None)
TRAINS = Mistake("trains", "…", {"a": ("failed", ["score", [2.1, 0.3]]), "b": ("failed", ["changed"])}, signs={"a": "tenth"})
DRAWS = Mistake("draws", "…", {"a": ("failed", ["seen", 17.0, "all"]), "b": PASSED}, signs={"a": "words"})


def names(given: dict, known: list[Mistake]) -> set[str]:
    return {one.name for one in proven_mistakes(given, known).values()}


def test_a_tenth_more_is_the_same_mistake_and_a_half_is_not():
    assert names({"a": ("failed", ["score", [2.2, 0.31]]), "b": ("failed", ["changed"])}, [TRAINS, DRAWS]) == {"trains"}
    assert names({"a": ("failed", ["score", [3.2, 0.31]]), "b": ("failed", ["changed"])}, [TRAINS, DRAWS]) == set()


def test_another_number_is_the_same_mistake_where_the_words_count():
    assert names({"a": ("failed", ["seen", 3.0, "all"]), "b": PASSED}, [TRAINS, DRAWS]) == {"draws"}
    assert names({"a": ("error", ["seen", 3.0, "all"]), "b": PASSED}, [TRAINS, DRAWS]) == set()


def test_what_another_mistake_leaves_in_the_part_that_counts_proves_nothing():
    other = Mistake("other", "…", {"a": ("failed", ["seen", 99.0, "all"]), "b": ("failed", [1.0, 2.0])})
    assert names({"a": ("failed", ["seen", 3.0, "all"]), "b": PASSED}, [DRAWS, other]) == set()


def test_less_evidence_counts_for_less():
    given = {"a": ("failed", rounded(["seen", 17, "all"])), "b": PASSED}
    whole = Mistake("draws", "…", DRAWS.does)
    sure = [named_mistakes(given, [one, TRAINS], least=0.0)["a"].proof.distinct for one in (DRAWS, whole)]
    assert sure[0] <= sure[1]
