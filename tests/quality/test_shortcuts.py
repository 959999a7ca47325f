"""A small class by the program of the figures: nothing differs, what is planted is found, and the expected number is right."""

import math

import pytest
import shortcuts
from document import with_section

PLAN = shortcuts.Plan("mnist", ("count_labels", "normalize"), 6, planted=3)


def test_a_small_class():
    found = shortcuts.examine(PLAN, 2, jobs=1)
    assert found.results == 12 and found.differences == 0
    assert found.by["SAME_ANSWER"] >= found.all_redone >= found.redone >= 1
    assert found.planted >= 2 and found.found == found.planted
    assert found.found_least == pytest.approx(found.expected_least, abs=5 * found.deviation + 0.2)
    rows = shortcuts.text({"light": found}, 2)
    assert f"| light | {found.planted} | {found.found} | " in rows and with_section("# Q\n", "shortcuts", rows)


def test_the_same_seed_makes_the_same_class():
    assignment = shortcuts.assignment_folder.load(shortcuts.ROOT / "solutions/mnist")
    first, again, other = (list(shortcuts.pages(assignment, PLAN, seed)) for seed in (2, 2, 3))
    assert first == again != other and len({*first}) == PLAN.pages


def test_the_expected_number():
    """One of fifty results is drawn: so a group of five is found in one of ten draws."""
    frames = [list(range(50)), []]
    assert shortcuts.expected(frames, [set(range(5))], 50, 1) == pytest.approx(0.1, abs=5 * math.sqrt(0.09 / shortcuts.TRIED))
    both = shortcuts.expected([list(range(50)), list(range(5))], [set(range(5)), {7}], 50, 1)
    assert both == pytest.approx(1 + 0.02, abs=0.01)
