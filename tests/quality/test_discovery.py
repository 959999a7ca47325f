"""A few mistakes that are taken out of the catalogue come back as groups, and the figures of it are figured right."""

import random
from pathlib import Path

import discovery
import one_process
import oracle
import pytest
import rewrites
from here import Here

from autograder.content import assignment_folder
from autograder.grading import process_pool

SMALL = {"mnist": ["normalize", "count_labels"]}


@pytest.mark.usefixtures("warm_servers")
@pytest.mark.parametrize("name", SMALL)
def test_mistakes_that_are_taken_out_come_back(monkeypatch, name):
    monkeypatch.setenv("AUTOGRADER_DATA", "")
    monkeypatch.setattr(process_pool, "pool", one_process.pool)
    found = discovery.measure(name, count=4, heavy=0, times=3, only=SMALL[name], jobs=1, prover=Here())
    assert discovery.faults(found) == []
    assert len(found.back) == 4 and found.right and not found.right_in_groups
    assert found.named and not found.named_in_groups


def test_the_index_is_that_of_the_literature():
    """The example of Hubert and Arabie's index in the documentation of scikit-learn, and its limits."""
    assert discovery.adjusted_rand_index([0, 0, 1, 2], [0, 0, 1, 1]) == pytest.approx(0.5714, abs=1e-4)
    assert discovery.adjusted_rand_index([0, 0, 1, 1], [1, 1, 0, 0]) == 1
    assert discovery.adjusted_rand_index([0, 0, 0, 0], [-1, -1, -1, -1]) == 0
    assert discovery.adjusted_rand_index([0, 1, 2], [-1, -1, -1]) == 1


def test_a_mistake_is_back_only_if_its_group_holds_no_other():
    found = discovery.Found(["f: a", "f: b", "f: c"], [0, 0, 1, 1, 2, 2, 2, 2], [0, 0, 1, 1, 1, 2, 2, -1])
    assert found.back == ["f: a", "f: c"]
    assert discovery.faults(found)[0] == "only 2 of 3 mistakes came back"
    found.right_in_groups = 1
    assert "1 right answers are in a group" in discovery.faults(found)


def test_the_groups_of_two_assignments_stay_apart():
    one, other = discovery.Found(["f: a"], [0, 0], [0, -1]), discovery.Found(["g: b"], [0, 0], [0, 0])
    both = discovery.together([one, other])
    assert (both.truth, both.groups) == ([0, 0, 1, 1], [0, -1, 1, 1])


def test_the_section_says_what_did_not_come_back_and_why():
    found = discovery.Found(["f: a"], [0, 0], [-1, -1], {"f: a": {"b": 2}})
    text = discovery.section({"shop": found}, 17)
    assert "| `shop` | 1 | 2 | 0 | 0.000 |" in text
    assert "- `f: a`: its answers get the name `b` (2 times)" in text


def test_all_mistakes_of_the_kit_can_be_rewritten():
    folders = sorted(path.parent for path in (discovery.ROOT / "solutions").glob("*/assignment.toml"))
    programs = [one for folder in folders for one in assignment_folder.load(Path(folder)).mistakes]
    fit = [one for one in programs if rewrites.can_be_rewritten(one.source, one.function)]
    assert len(fit) >= 0.95 * len(programs)


def test_rewrites_of_a_mistake_are_different_and_without_its_lesson():
    assignment = assignment_folder.load(discovery.ROOT / "solutions/mnist")
    one = next(one for one in assignment.mistakes if one.name == "divides_by_256")
    found = discovery.reworded(assignment, one, random.Random(5), 6, Here())
    assert len(set(found)) == 6 and not any("You divided" in text for text in found)
    assert all(oracle.alike("mnist", "normalize", one.source, text) for text in found)


def test_a_class_that_was_half_made_is_made_again(tmp_path):
    """A run may be stopped anywhere: what it has written in part is in nobody's way."""
    half = tmp_path / "solutions/mnist"
    half.mkdir(parents=True)
    plan = discovery.make_class("mnist", tmp_path, 1, 0, 2, ["normalize"], 1, Here())
    assert plan == discovery.make_class("mnist", tmp_path, 1, 0, 2, ["normalize"], 1, Here()) and len(plan.answers) == 2
