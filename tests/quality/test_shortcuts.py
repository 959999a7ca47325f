"""A small class by the program of the figures: nothing differs, what is planted is found, and the expected number is right."""

import json
import math

import pytest
import shortcuts
import training_spread
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


def test_the_tolerance_is_told_beside_the_largest_spread(monkeypatch, tmp_path):
    found = {"shop.train": {"key": "k", "seeds": 3, "numbers": {"test_a: accuracy": [0.5, 0.52, 0.54], "test_b: recall": [0.5, 0.5, 0.5]}}}
    monkeypatch.setattr(training_spread, "FOUND", tmp_path / "found.json")
    assert training_spread.sentence() == ""
    training_spread.FOUND.write_text(json.dumps(found))
    said = training_spread.sentence()
    assert "in 2 checks the standard deviation is at most 0.020 (`shop.train, test_a: accuracy`" in said and "which is 5.0 of these deviations" in said


def test_every_exercise_that_trains_is_measured():
    names = [(name, training_spread.trained(training_spread.assignment_folder.load(training_spread.ROOT / "solutions" / name))) for name in training_spread.ASSIGNMENTS]
    assert dict(names)["bank_marketing"] == ["build_model"] and "train" in dict(names)["mnist"]
