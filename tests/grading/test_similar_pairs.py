"""Which pairs of answers are listed: what is shared, rare and the pair's own; and nothing of what all have."""

import itertools
import math
import random

import miniature
import pytest
import similar_class
from similar_class import COPY, HELPER, ORIGINAL, PAIR, STUDENTS

from autograder.grading.similar import threshold
from autograder.grading.similar.known_code import known_code
from autograder.grading.similar.pairs import ExerciseAnswers, _pair, similar_pairs


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return similar_class.assignment(tmp_path_factory.mktemp("similar"))


def found(assignment, pages, **reports):
    return similar_pairs(similar_class.read(assignment, pages, **reports), known_code(assignment))


def named(listed):
    return [(one.exercise, one.one, one.other) for one in listed]


def test_an_answer_with_other_names_and_a_helper_is_found_and_nobody_else(assignment):
    (pair,) = found(assignment, STUDENTS | PAIR)
    assert (pair.exercise, {pair.one, pair.other}) == ("total", {"ann", "bob"}) and pair.beyond > 0
    assert pair.marked and pair.other_marked and "same apart from names" in pair.reasons[0]


def test_a_function_of_one_line_on_which_all_agree_lists_nobody(assignment):
    """``double`` is the same on each page, and so is a line that the assignment does not know."""
    pages = {f"s{number}": miniature.page(total="return float(np.einsum('i->', numbers))") for number in range(30)}
    assert found(assignment, pages) == []


def test_what_many_share_counts_for_nothing(assignment):
    many = {f"m{number}": PAIR["ann"] for number in range(8)}
    assert found(assignment, STUDENTS | many) == []


def test_what_many_write_in_another_exercise_counts_for_nothing(assignment):
    """The pair above, in a class of which many have written the same in ``double``: it is a habit of the class."""
    pages = {name: miniature.page(double=ORIGINAL, total=body) for name, body in zip(STUDENTS, similar_class.ALL_OTHER, strict=True)}
    assert named(found(assignment, pages | PAIR)) == []


def test_one_statement_is_not_enough_however_unusual_it_is(assignment):
    line = "answer = float(np.einsum('ij,j->', np.vander(numbers, 7, increasing=True)[:, 1:3], np.array([1.0, 0.0])))"
    one, other = f"{line}\nreturn answer", f"{line.replace('answer', 'x')}\nreturn x"
    assert found(assignment, STUDENTS | {"ann": miniature.page(total=one), "bob": miniature.page(total=other)}) == []


def test_rows_that_others_have_together_count_less_than_rows_that_others_have_apart(assignment, monkeypatch):
    """Who has one of them has the other, too: it was one choice."""
    monkeypatch.setattr(threshold, "OF_ONE_LINE", 0.0)
    one, other = "places = np.lexsort((numbers, -numbers))\n", "spread = np.ptp(numbers, axis=0, keepdims=True)\n"

    def shared(*others):
        more = {f"m{number}": miniature.page(total=f"{rows}return sum(numbers) + 0 * {number}") for number, rows in enumerate(others)}
        copies = {name: miniature.page(total=one + other + ORIGINAL) for name in PAIR}
        return next(pair.bits for pair in found(assignment, STUDENTS | more | copies) if {pair.one, pair.other} == set(PAIR))

    assert shared(one + other, one + other, "", "") < shared(one, one, other, other) - 1


def test_a_group_that_shares_an_answer_is_found_as_a_pair_is(assignment, monkeypatch):
    monkeypatch.setattr(threshold, "OF_ONE_LINE", 0.0)
    group = {f"{name}{number}": page for name, page in PAIR.items() for number in (1, 2)}
    assert {frozenset(one[1:]) for one in named(found(assignment, STUDENTS | group))} == set(map(frozenset, itertools.combinations(group, 2)))


def test_in_a_function_of_one_line_a_pair_has_to_share_a_row_more(assignment, tmp_path):
    """Who has the same idea has the same program there."""
    assert "    return numbers.sum()" in miniature.PAGE
    longer = miniature.PAGE.replace("    return numbers.sum()", "    answer = numbers.sum()\n    return answer")
    needed = [found(of, STUDENTS | PAIR)[0].needed for of in (assignment, similar_class.assignment_folder.load(miniature.write(tmp_path, {"miniature.py": longer})))]
    assert needed[0] == needed[1] + threshold.OF_ONE_LINE


def test_a_shared_part_counts_less_the_less_of_the_answers_it_is(assignment, monkeypatch):
    monkeypatch.setattr(threshold, "OF_ONE_LINE", 0.0)
    own = "count = 0\nwhile count < 3:\n    count += 1\n", "for _ in range(3):\n    pass\nseen = list(numbers)\n"
    ann, bob = miniature.page(total=own[0] + ORIGINAL), HELPER + miniature.page(total=own[1] + COPY)
    (part,) = found(assignment, STUDENTS | {"ann": ann, "bob": bob})
    monkeypatch.setattr(ExerciseAnswers, "_alike", lambda *_: 1.0)
    assert part.bits < found(assignment, STUDENTS | {"ann": ann, "bob": bob})[0].bits


def test_what_the_assignment_says_counts_for_nothing(tmp_path):
    """The same pair as above, but the answer is one of the alternatives, or is in the page."""
    program = "import numpy as np\n\n" + PAIR["ann"].partition("\n\n\n")[2].partition("\n\n\n")[2].strip("\n")
    known = {"alternatives/total__halves.py": f'"""Two halves."""\n\n{program}\n'}
    made = similar_class.assignment_folder.load(miniature.write(tmp_path, known))
    assert found(made, STUDENTS | PAIR) == []


def test_too_few_answers_show_no_spread(assignment):
    few = dict(list(STUDENTS.items())[:4])
    assert found(assignment, few | PAIR) == []


def test_the_same_odd_fault_is_a_reason_and_alone_lists_nobody(assignment):
    pages = STUDENTS | PAIR
    odd = {name: similar_class.report(name, pages[name], "test_a_few", "total([1, 2, 4]) gave 6.93") for name in ("ann", "bob")}
    plain = found(assignment, pages)[0]
    (pair,) = found(assignment, pages, **odd)
    assert pair.bits > plain.bits and "Both go wrong in the same way in test_a_few, which no other answer does." in pair.reasons
    alone = {name: similar_class.report(name, pages[name], "test_a_few", "total([1, 2, 4]) gave 6.93") for name in ("s00", "s05")}
    assert len(found(assignment, pages, **alone)) == 1


def test_a_fault_that_many_have_is_not_a_reason(assignment):
    pages = STUDENTS | PAIR
    usual = {name: similar_class.report(name, pages[name], "test_a_few", "total([1, 2, 4]) gave 0") for name in pages}
    assert "go wrong" not in " ".join(found(assignment, pages, **usual)[0].reasons)


def test_the_line_and_the_file_of_a_message_do_not_hide_that_a_fault_is_the_same(assignment):
    pages = STUDENTS | PAIR
    odd = {name: similar_class.report(name, pages[name], "test_a_few", f"miniature.py, line {line}: no") for name, line in (("ann", 3), ("bob", 9))}
    assert "Both go wrong" in found(assignment, pages, **odd)[0].reasons[-1]


def test_a_rare_constant_elsewhere_is_a_reason(assignment):
    pages = STUDENTS | {name: text.replace("answer = 0.0", "answer = 0.70710678").replace("ganz = 0.0", "ganz = max(ganz, 0.70710678)") for name, text in PAIR.items()}
    (pair,) = found(assignment, pages)
    assert "Both use 0.70710678, [… for … in …], which few others use." in pair.reasons


def test_the_same_trained_weights_are_a_pair_of_pages_unless_many_have_them(assignment):
    mark = {"fingerprints": ("0123456789abcdef",)}
    few = {name: similar_class.report(name, STUDENTS[name], **mark) for name in ("s01", "s07")}
    (pair,) = found(assignment, STUDENTS, **few)
    assert (pair.exercise, pair.one, pair.other) == ("", "s01", "s07") and "0123456789abcdef" in pair.reasons[0]
    many = {name: similar_class.report(name, STUDENTS[name], **mark) for name in STUDENTS}
    assert found(assignment, STUDENTS, **many) == []


def test_the_list_is_the_same_each_time_and_does_not_depend_on_the_order(assignment):
    pages = list((STUDENTS | PAIR).items())
    first = found(assignment, dict(pages))
    random.Random(3).shuffle(pages)
    other = found(assignment, dict(pages))
    assert {frozenset(one[1:]) for one in named(first)} == {frozenset(one[1:]) for one in named(other)}
    assert found(assignment, STUDENTS | PAIR) == first


def test_a_pair_needs_more_than_the_tail_of_its_exercise():
    rng = random.Random(5)
    spread = [rng.expovariate(1 / 20) for _ in range(1500)]
    assert threshold.threshold(1770, [0.0] * 1500) == math.log2(1770) + threshold.MARGIN
    assert threshold.threshold(1770, spread) > max(rng.expovariate(1 / 20) for _ in range(1770))
    assert threshold.threshold(1770, spread) < 400


def test_each_pair_has_one_number():
    assert [_pair(number, 5) for number in range(10)] == [(a, b) for a in range(5) for b in range(a + 1, 5)]
