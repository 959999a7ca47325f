"""Mutants, the oracle that says which of them matter, and what the checks find: a sample without Keras."""

import ast
import json

import contributions
import mutants
import oracle
import pytest
import strength

from autograder.content import assignment_folder

LIGHT = [("fashion_mnist", "name_labels"), ("fashion_mnist", "class_recall"), ("bank_marketing", "best_threshold"), ("bank_marketing", "prepare")]


def assignment_of(name):
    return assignment_folder.load(strength.ROOT / "solutions" / name)


def mutants_of(assignment, function):
    return mutants.mutants(mutants.function_of(assignment_of(assignment).source, function))


def test_every_function_has_an_oracle_and_mutants_of_its_own():
    for name in strength.ASSIGNMENTS:
        assert set(oracle.oracles(name)) == {one.name for one in assignment_of(name).exercises}
    for name, function in [*LIGHT, ("mnist", "build_model"), ("fashion_mnist", "train")]:
        found = mutants_of(name, function)
        assert len({one.text for one in found}) == len({one.source for one in found}) == len(found) >= 60
        assert all(ast.parse(one.source).body[0].name == function for one in found)


@pytest.mark.parametrize(
    ("function", "kinds"),
    [
        ("normalize", {"scaling", "dtype", "axis", "order of data", "too few", "changes its argument", "rounded"}),
        ("build_model", {"loss", "activation", "optimizer", "metrics", "missing layer", "layer twice", "layer too many", "another number"}),
        ("train", {"label shifted", "class missing", "learned otherwise", "order of data", "off by one", "changes the model", "setting added"}),
    ],
)
def test_the_mistakes_that_people_make_with_networks_are_among_the_mutants(function, kinds):
    assert kinds <= {one.kind for one in mutants_of("mnist", function)}


def test_the_data_of_the_wrong_part_and_another_monitor_are_among_the_mutants():
    sources = "\n".join(one.source for one in mutants_of("fashion_mnist", "train"))
    assert "validation_data=training" in sources and "monitor='val_accuracy'" in sources and "from_logits=True" not in sources
    assert "from_logits=True" in "\n".join(one.source for one in mutants_of("mnist", "build_model"))


@pytest.mark.parametrize(("assignment", "function"), LIGHT)
def test_the_oracle_tells_mistakes_from_right_answers(assignment, function):
    """It knows nothing of the kit, and yet it agrees: no alternative differs, and nearly all mistakes do."""
    known = assignment_of(assignment)
    right = [one.source for one in known.alternatives if one.function == function]
    wrong = [one.source for one in known.mistakes if one.function == function]
    assert set(oracle.verdicts(assignment, function, right)) == {"same"}
    assert oracle.verdicts(assignment, function, wrong).count("same") <= len(wrong) // 20


def test_a_change_of_an_argument_is_a_difference_and_a_slow_function_is_stopped(monkeypatch):
    monkeypatch.setattr(oracle, "LONGEST", 1)
    changes = "def normalize(images):\n    result = images.astype('float32') / 255\n    images[...] = 0\n    return result"
    endless = "import time\ndef normalize(images):\n    while True:\n        time.sleep(0.1)"
    raises = "def normalize(images):\n    return image"
    assert oracle.verdicts("mnist", "normalize", [changes, endless, raises]) == ["different", "different", "error"]


def test_the_checks_find_a_sample_of_the_mutants(one_process):
    assignment = assignment_of("fashion_mnist")
    rows = strength.Rows(None, "")
    found = strength.examine(assignment, "class_recall", 12, rows)
    assert found.mutants == 12 == len(rows) and found.differ >= 6
    assert set(found.survivors) <= set(strength.reasons_for("fashion_mnist", "class_recall"))


def row(verdict, lost, *failed):
    return {"verdict": verdict, "lost": lost, "failed": list(failed), "broken": verdict == "breaks", "checks": ["test_a", "test_b"]}


def test_survivors_equivalents_and_sole_finds_are_counted():
    rows = {
        "one": row("different", True, "test_a"),
        "two": row("error", True, "test_a", "test_b"),
        "three": row("different", False),
        "four": row("same", False),
        "five": row("same", True, "test_b"),
    }
    found = strength.summed_up("key", 7, rows)
    assert (found.mutants, found.differ, found.raise_, found.equivalent) == (5, 3, 1, 1)
    assert found.survivors == ["three"] and found.refused == ["five"] and found.alone == {"test_a": 1, "test_b": 0}
    text = strength.section({"mnist": {"normalize": found}})
    assert "| `normalize` | 7 | 5 | 1 | 1 | 3 | 1 | 2 | 1 |" in text and "66.7 %" in text


def test_exercises_that_check_each_other_are_judged_together():
    assignment = assignment_of("bank_marketing")
    assert strength.judged_together(assignment, "prepare") == ("prepare", "fit_preparation")
    assert strength.judged_together(assignment, "split") == ("split",)


def test_a_survivor_needs_a_reason_and_a_reason_a_survivor(monkeypatch, tmp_path):
    reasons = tmp_path / "survivors.toml"
    reasons.write_text('[mnist.normalize]\n"a → b" = "The page allows it."\n', "utf-8")
    monkeypatch.setattr(strength, "REASONS", reasons)
    found = strength.summed_up("key", 1, {"c → d": row("different", False)})
    said = strength.faults("mnist", "normalize", found)
    broken = strength.summed_up("key", 2, {"a → b": row("different", False), "e → f": row("breaks", True)})
    assert strength.faults("mnist", "normalize", broken) == ["mnist normalize: breaks a check: e → f"]
    assert len(said) == 2 and "without a reason: c → d" in said[0] and "does not survive: a → b" in said[1]


def test_what_was_tried_is_kept_until_the_checks_change(tmp_path):
    path = tmp_path / "rows"
    strength.Rows(path, "key")["one"] = row("same", False)
    assert dict(strength.Rows(path, "key")) == {"one": row("same", False)}
    assert not strength.Rows(path, "another key")


def test_each_survivor_of_the_last_run_has_a_reason():
    known = strength.read(strength.KEPT)
    assert [fault for name, of in known.items() for function, one in of.items() for fault in strength.faults(name, function, one)] == []


def test_each_check_finds_something_alone_or_says_why_it_is_kept():
    known = strength.read(strength.KEPT)
    said = contributions.faults({name: {function: one.alone for function, one in of.items()} for name, of in known.items()})
    assert [fault for fault in said if "finds nothing alone" in fault] == []


def test_what_a_check_alone_finds_is_read_from_the_evidence(monkeypatch, tmp_path):
    content = {"exercises": {"f": {"mistakes": [
        {"name": "one", "checks": {"test_a[x]": ["failed", None], "test_a[y]": ["error", None], "test_b": ["passed", None]}},
        {"name": "two", "checks": {"test_a[x]": ["failed", None], "test_b": ["failed", None]}},
    ]}}}  # fmt: skip
    folder = tmp_path / "shop/mistakes"
    folder.mkdir(parents=True)
    (folder / "signatures.json").write_text(json.dumps(content), "utf-8")
    monkeypatch.setattr(contributions, "SOLUTIONS", tmp_path)
    assert contributions.of_mistakes("shop") == {"f": {"test_a": 1}}
    assert list(contributions.without_contribution({"shop": {"f": {"test_a": 0, "test_b": 0}}})) == [("shop", "f", "test_b")]
    assert list(contributions.without_contribution({"shop": {"f": {"test_a": 0, "test_b": 2}}})) == []
    monkeypatch.setattr(contributions, "reasons", lambda: {"shop": {"f": {"test_a": "It is short."}}})
    said = contributions.faults({"shop": {"f": {"test_a": 0, "test_b": 0}}})
    assert len(said) == 2 and "test_b finds nothing alone" in said[0] and "test_a has a reason" in said[1]
