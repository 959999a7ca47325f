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
    assert made and all(one.count("def ") == 2 and similar.statements(one) != similar.statements(source) for one in made)
    assert similar.copied("def f(a):\n    return a\n", "f", random.Random(1)) is None


def test_statements_are_the_same_whatever_things_are_called():
    assert similar.statements("def f(a):\n    if a > 1:\n        b = a.x\n") == similar.statements("def g(c):\n    if c > 1:\n        d = c.x\n")
    assert similar.statements("b = a.x") != similar.statements("b = a.y") and similar.statements("b = 1") != similar.statements("b = 2")


def test_what_is_not_as_it_should_be_is_said():
    good, bad = similar.Found(100, 50, 45, 60, 46), similar.Found(100, 50, 44, 60, 46)
    assert similar.faults({"shop": good}, {("shop", "f"): (80, 0)}) == []
    assert similar.faults({"shop": bad}, {("shop", "f"): (80, 2)}) == [
        "shop: only 44 of 50 copies are in the first pairs",
        "shop, f: 2 pairs of independent answers are listed",
    ]


def test_the_section_has_the_figures():
    asked = argparse.Namespace(students=30, planted=50, alone=80, seed=1)
    text = similar.section({"shop": similar.Found(100, 50, 45, 60, 46)}, {("shop", "f"): (80, 0)}, asked)
    assert "| `shop` | 100 | 50 | 45 | 60 | 46 |" in text and "| `shop` | `f` | 80 | 3,160 | 0 |" in text and "0 pairs are listed" in text
