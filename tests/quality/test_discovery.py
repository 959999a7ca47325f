"""A few mistakes that are taken out of the catalogue come back as groups, and the figures of it are figured right."""

import ast
import random
from pathlib import Path

import discovery
import discovery_rewrites
import one_process
import pytest

from autograder.content import assignment_folder
from autograder.grading import process_pool

SMALL = {"mnist": ["normalize", "count_labels"]}


@pytest.mark.usefixtures("warm_servers")
@pytest.mark.parametrize("name", SMALL)
def test_mistakes_that_are_taken_out_come_back(monkeypatch, name):
    monkeypatch.setenv("AUTOGRADER_DATA", "")
    monkeypatch.setattr(process_pool, "pool", one_process.pool)
    found = discovery.measure(name, count=4, heavy=0, rewrites=3, only=SMALL[name], jobs=1)
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


def test_rewrites_do_the_same():
    """Not a proof: that each step keeps the meaning is read off it. This one finds a step that breaks."""
    source = '"""Lesson."""\nSTEP = 2\n\n\ndef f(numbers, more=1):\n    "x"\n    found = []\n    for one in numbers:\n        if one > 3:\n            found.append(one * 2 + more)\n    numbers += [7]\n    return found + numbers[:1]\n'
    other = "def f(numbers):\n    total = 5\n    return [total * one for one in numbers]\n"
    for text in (source, other):
        for made in discovery_rewrites.rewritten(text, "f", random.Random(3), 40):
            results = []
            for program in (text, made):
                names: dict = {"print": lambda *_: None}
                exec(program, names)
                given = [1, 4, 9]
                results.append((names["f"](given), given))
            assert results[0] == results[1], made
            assert "Lesson" not in made


def test_all_mistakes_of_the_kit_can_be_rewritten():
    folders = sorted(path.parent for path in (discovery.ROOT / "solutions").glob("*/assignment.toml"))
    programs = [one for folder in folders for one in assignment_folder.load(Path(folder)).mistakes]
    fit = [one for one in programs if discovery_rewrites.can_be_rewritten(one.source, one.function)]
    assert len(fit) >= 0.95 * len(programs)
    for one in random.Random(5).sample(fit, 100):
        made = discovery_rewrites.rewritten(one.source, one.function, random.Random(5), 3)
        assert len({ast.dump(ast.parse(text)) for text in made}) == 3 or len(set(made)) == 3
