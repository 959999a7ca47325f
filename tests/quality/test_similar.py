"""A small class with planted copies, and a few independent answers of one line; and the figures are figured right."""

import argparse
import random

import fairness_plan
import similar

FUNCTIONS = ("plot_history", "plot_examples", "confusion_matrix")


def test_planted_copies_come_first():
    assignment = fairness_plan.load("fashion_mnist")
    composed = similar.compose(assignment, 12, 5, 3, FUNCTIONS)
    found, missed, _others = similar.measure(assignment, composed, 6)
    assert found.answers == 36 and found.planted == len(composed.copies) == 5
    assert found.in_first >= 4 and len(missed) <= 1


def test_independent_answers_of_one_line_are_no_pairs():
    assignment = fairness_plan.load("mnist")
    assert "normalize" in similar.one_line_functions(assignment) and "plot_images" not in similar.one_line_functions(assignment)
    assert similar.alone(assignment, "normalize", 60, 3) == []


def test_a_copy_has_other_names_another_order_and_a_helper():
    source = "def f(a):\n    b = a + 1\n    c = a * 2\n    return b - c\n"
    made = [one for seed in range(20) if (one := similar.copied(source, "f", random.Random(seed)))]
    assert made and all(one.count("def ") == 2 and "    b = a + 1\n    c = a * 2\n" not in one for one in made)
    assert similar.copied("def f(a):\n    return a\n", "f", random.Random(1)) is None


def test_a_text_that_is_added_has_other_words_for_each_student():
    source = "def f(a):\n    return a['key']\n"
    added = "def f(a):\n    print('start', getattr(a, 'shape'), flush=True)\n    return a['key']\n"
    said = {similar._OwnTexts(source, random.Random(seed)).said(added) for seed in range(5)}
    assert len(said) == 5 and all("start" not in one and "'key'" in one and "getattr(a, 'shape')" in one for one in said)


def test_what_many_write_and_what_the_assignment_says_is_nobodys_own():
    assignment = fairness_plan.load("mnist")
    page = "def normalize(images):\n    own = images * 7\n    return own / 255\n"
    answers = {("normalize", student): (page if student < 9 else page.replace("7", "8"), "") for student in range(10)}
    many = similar.common(assignment, answers, 10)
    assert ("Assign", "·", "Mult", "·", "7") in many and ("Assign", "·", "Mult", "·", "8") not in many
    assert similar.rows(assignment, "normalize", "def normalize(images) (") is None


def test_what_is_not_as_it_should_be_is_said():
    good, bad = similar.Found(100, 50, 45, 60, 46), similar.Found(100, 50, 44, 60, 46)
    assert similar.faults({("shop", 1): good}, {("shop", "f"): (80, 0)}) == []
    assert similar.faults({("shop", 1): bad}, {("shop", "f"): (80, 2)}) == [
        "shop, seed 1: only 44 of 50 copies are in the first pairs",
        "shop, f: 2 pairs of independent answers are listed",
    ]


def test_the_section_has_the_figures():
    asked = argparse.Namespace(students=30, planted=50, alone=80, seeds=[1, 2])
    text = similar.section({("shop", 1): similar.Found(100, 50, 45, 60, 46)}, {("shop", "f"): (80, 0)}, asked)
    assert "| `shop` | 1 | 100 | 50 | 45 | 60 | 46 |" in text and "| `shop` | `f` | 2 × 80 | 6,320 | 0 |" in text and "0 pairs are listed" in text
