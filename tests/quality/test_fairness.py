"""Rewrites keep the meaning, the oracle sees where one does not, and a check that is too strict is found."""

import json
import random
import shutil
from contextlib import contextmanager
from dataclasses import replace
from types import SimpleNamespace

import fairness
import fairness_plan
import fairness_section
import numpy as np
import one_by_chance
import oracle
import pytest
import rewrites
from here import Here
from rewrites import numpy_forms

from autograder.content import assignment_folder
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.grading.grader import graders
from autograder.judging.diagnosis import Diagnosis
from autograder.sandbox.launcher import Starters

LOOP = "def name_labels(labels, class_names):\n    found = []\n    for label in labels:\n        found.append(class_names[label])\n    return found\n"
LIST = "def name_labels(labels, class_names):\n    return [class_names[label] for label in labels]\n"
STEPS = """\
import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=1).astype(float)
    right = matrix.diagonal()
    found = []
    for one, total in zip(right, totals):
        if total == 0:
            share = np.nan
        else:
            share = one / total
        found += [share]
    result = np.array(found)
    return result
"""
BRANCHES = """\
def best_epoch(history):
    losses = [one for one in history["val_loss"]]
    best = 0
    for place in range(len(losses)):
        if losses[place] < losses[best] or losses[best] != losses[best]:
            best = place
    if best == 0:
        return 1
    return best + 1
"""
CHOICE = "def roc_auc(target, probabilities):\n    wins = 0\n    wins = wins + 1\n    return (wins + len(target)) / 2 if len(target) else 0.5\n"
SUM = "def count_labels(labels):\n    return {digit: sum(1 for one in labels if one == digit) for digit in range(10)}\n"
FIGURE = """\
def plot_history(history):
    figure, axes = plt.subplots(1, 2)
    for ax, name in zip(axes, ["loss", "accuracy"]):
        ax.plot(history[name])
        ax.set(xlabel="epoch", ylabel=name)
        ax.set_title(name)
    return figure
"""
PYPLOT = "def plot_image(image):\n    plt.figure()\n    plt.imshow(image)\n    plt.title('one')\n    return plt.gcf()\n"
MODEL = """\
def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer=keras.optimizers.Adam(), loss="sparse_categorical_crossentropy")
    return model
"""
STRICT = """

@pytest.mark.points(1)
def test_a_list(name_labels):
    \"\"\"the result is a list\"\"\"
    from autograder.expectations.answer import Failure

    if type(name_labels(np.array([1, 0]), ["a", "b"]).value) is not list:
        raise Failure("is not a list")
"""
EXAMPLES = [
    ("fashion_mnist", "name_labels", LOOP), ("fashion_mnist", "name_labels", LIST), ("fashion_mnist", "class_recall", STEPS),
    ("fashion_mnist", "best_epoch", BRANCHES), ("mnist", "count_labels", SUM), ("bank_marketing", "roc_auc", CHOICE),
]  # fmt: skip
FIGURES = [("fashion_mnist", "plot_history", FIGURE), ("mnist", "plot_image", PYPLOT)]
OF_MODELS = {"keras_in_parts", "keras_of_tensorflow"}
SEEDS = range(3)


def made_by(name, examples):
    """(assignment, function, old source, new source) of all that an operator makes of some programs."""
    for assignment, function, source in examples:
        for seed in SEEDS:
            new = rewrites.rewritten(name, source, function, random.Random(seed), ("model", "table", "curve", "digits", "shown"))
            if new is not None:
                yield assignment, function, source, new


@pytest.mark.parametrize("name", sorted(set(rewrites.OPERATORS) - OF_MODELS))
def test_each_operator_makes_something_else_that_does_the_same(name):
    found = list(made_by(name, EXAMPLES)) or list(made_by(name, FIGURES))
    assert found, "no example shows what it does"
    same = [oracle.alike(*one) for one in found]
    assert any(same) and (all(same) or name in ("array_step_as_loop", "loop_as_array_step", "same_step_by_another_name"))
    assert all(old != new for _, _, old, new in found)


def test_imports_of_keras_are_rewritten():
    parts = {rewrites.rewritten("keras_in_parts", MODEL, "build_model", random.Random(seed)) for seed in range(6)}
    assert any("from keras import layers, optimizers" in one and "= keras.Sequential([layers.Input(" in one for one in parts)
    whole = {rewrites.rewritten("keras_of_tensorflow", MODEL, "build_model", random.Random(seed)) for seed in range(6)}
    assert any("tf.keras.layers.Dense" in one for one in whole) and any("from tensorflow import keras" in one for one in whole)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("return [class_names[label]", "return [class_names[label - 1]"),
        ("for label in labels]", "for label in labels[::-1]]"),
        ("for label in labels]", "for label in labels if label]"),
        ("    return [", "    labels.sort()\n    return ["),
        ("    return [", "    np.random.random()\n    return ["),
        ("    return [", "    plt.figure()\n    return ["),
        ("    return [", "    if len(labels) == 1: raise ValueError\n    return ["),
        ("    return [class_names[label] for label in labels]", "    return '/'.join(class_names[label] for label in labels)"),
    ],
)
def test_the_oracle_sees_another_meaning(old, new):
    assert not oracle.alike("fashion_mnist", "name_labels", LIST, LIST.replace(old, new))


def test_the_oracle_goes_through_what_is_given_one_by_one():
    """A map raises its exceptions only then, so two wrong answers looked alike."""
    given = "def name_labels(labels, class_names):\n    return map(lambda label: class_names[{}], labels)"
    one, other, wrong = (given.format(place) for place in ("label", "int(label)", "label.one"))
    assert oracle.alike("fashion_mnist", "name_labels", one, other)
    assert not oracle.alike("fashion_mnist", "name_labels", one, wrong)


def test_a_result_of_another_kind_is_no_error_of_the_function():
    number, error = (f"def count_labels(labels):\n    return {text}\n" for text in ("len(labels)", "dict(len(labels))"))
    assert oracle.alike("mnist", "count_labels", number, number) and not oracle.alike("mnist", "count_labels", number, error)


def test_a_result_without_a_method_to_copy_it_is_copied():
    """A tensor has a shape and a dtype, and no ``copy``."""
    tensor = type("Tensor", (), {"shape": (2,), "dtype": np.dtype("int64"), "__array__": lambda self, **_: np.arange(2)})()
    found = oracle._copy((tensor, type("Odd", (), {"shape": (2,), "dtype": np.dtype("int64"), "__array__": None})()))
    assert oracle.same(found, [["int64", np.arange(2)], "something else"], 0)


@pytest.mark.parametrize(
    ("assignment", "function", "parameters", "right", "other"),
    [
        ("fashion_mnist", "name_labels", "labels, class_names", "[class_names[one] for one in labels]", "map(class_names.__getitem__, labels)"),
        ("bank_marketing", "class_weights", "target", "{0: 0.5, 1: 2.0}", "{0: '0.5', 1: 2.0}"),
        ("mnist", "normalize", "images", "images / 255", "(images / 255).tolist()"),
        ("bank_marketing", "precision_and_recall", "target, probabilities, threshold", "(0.5, 1)", "{0.5: 0, 1: 0}"),
    ],
)
def test_a_type_that_the_description_does_not_allow_is_something_else(assignment, function, parameters, right, other):
    one, two = (f"def {function}({parameters}):\n    return {text}\n" for text in (right, other))
    assert oracle.alike(assignment, function, one, one) and not oracle.alike(assignment, function, one, two)


@pytest.mark.parametrize(("old", "new"), [('"loss", "accuracy"', '"accuracy", "loss"'), ("history[name]", "history[name][1:]"), ("(1, 2)", "(2, 1)")])
def test_the_oracle_sees_another_figure(old, new):
    assert not oracle.alike("fashion_mnist", "plot_history", FIGURE, FIGURE.replace(old, new))


def test_what_changes_the_meaning_is_dropped_and_never_judged(monkeypatch):
    def turned_round(program, chance):
        program.node.body[-1].value = rewrites.program.expression("list(A)[::-1]", A=program.node.body[-1].value)
        return True

    monkeypatch.setattr(rewrites.program, "OPERATORS", {"turned_round": turned_round})
    monkeypatch.setattr(rewrites, "OPERATORS", rewrites.program.OPERATORS)
    share = fairness.Share(fairness.load("fashion_mnist"), "name_labels", "right", "light", 2)
    found = [one for one, _new, _old in fairness.made(share, set(), 1, 2, Here())]
    assert found and {one.state for one in found} == {"dropped"}


def test_a_rewrite_is_made_again_from_its_number():
    share = fairness.Share(fairness.load("mnist"), "normalize", "right", "light", 9)
    first = [fairness.composed(share, number, 1) for number in range(9)]
    assert first == [fairness.composed(share, number, 1) for number in range(9)] != [fairness.composed(share, number, 2) for number in range(9)]
    assert {len(one[2]) for one in first if one} >= {1, 2, 3}


def test_patterns_need_the_same_expression_twice():
    assert numpy_forms.matched("A * A", rewrites.program.expression("x * x")) is not None
    assert numpy_forms.matched("A * A", rewrites.program.expression("x * y")) is None


@contextmanager
def judge_of(assignment):
    """For its exercises that need neither Keras nor figures."""
    settings = Settings(dataset=assignment.substitute)
    names = tuple(one.name for one in assignment.exercises if fairness_plan.size_of(assignment, one.name) == "light")
    with graders(assignment, names, settings) as pool, Starters(settings.spawn, settings.isolation) as starters:
        yield pool, Diagnosis(assignment, settings, starters)


@pytest.mark.usefixtures("one_process")
def test_a_check_that_is_too_strict_is_found(tmp_path):
    folder = tmp_path / "fashion_mnist"
    shutil.copytree(fairness.ROOT / "solutions/fashion_mnist", folder)
    check = folder / "checks/test_name_labels.py"
    text = check.read_text("utf-8")
    check.write_text(f"{text}{STRICT}", "utf-8")
    assignment = assignment_folder.load(folder)
    share = fairness.Share(assignment, "name_labels", "right", "light", 12)
    run = fairness.Run(1, tmp_path / "kept")
    with judge_of(assignment) as (pool, diagnosis):
        run.batch(share, pool, diagnosis, Here())
    assert any("lost 1 points" in one.changed and one.source for one in run.found)
    assert {one.number for one in fairness.Run(1, tmp_path / "kept").of(share)} == {one.number for one in run.found}


@pytest.mark.usefixtures("one_process")
@pytest.mark.parametrize("name", fairness.ASSIGNMENTS)
def test_a_sample_of_rewrites_keeps_every_point_and_every_name(name, tmp_path, pytestconfig):
    if name != one_by_chance.chosen(fairness.ASSIGNMENTS, "rewrites") and not pytestconfig.getoption("--whole"):
        pytest.skip("another assignment is tried this time: --whole tries all")
    assignment = fairness.load(name)
    todo = [replace(one, count=1, quick=True) for one in fairness.shares([name], [], 100) if one.size == "light"]
    run = fairness.Run(5, tmp_path / "kept")
    with judge_of(assignment) as (pool, diagnosis):
        for share in todo:
            assert run.batch(share, pool, diagnosis, Here())
    assert [(one.function, one.program, one.operators, one.changed) for one in run.found if one.changed] == []
    assert len([json.loads(line) for line in (tmp_path / "kept").read_text("utf-8").splitlines()]) == len(run.found)


def _judged(score, names, suspicions=()):
    checks = [SimpleNamespace(name="test_one", mistake=name, message="no", points=0, max_points=1, outcome=Outcome.FAILED) for name in names]
    checks += [SimpleNamespace(name="test_two", mistake="", message="", points=1, max_points=1, outcome=Outcome.PASSED)]
    exercise = SimpleNamespace(score=score, max_score=2, checks=checks)
    return SimpleNamespace(report=SimpleNamespace(exercises=[exercise], suspicions=suspicions))


@pytest.mark.parametrize(
    ("kind", "before", "after", "words"),
    [
        ("right", None, _judged(2, []), ""),
        ("right", None, _judged(1, []), "lost 1 points"),
        ("right", None, _judged(2, [], ("it opened a socket",)), "suspected: it opened a socket"),
        ("right", None, _judged(1, ["off_by_one"]), "called off_by_one"),
        ("mistake", _judged(1, ["off_by_one"]), _judged(1, ["off_by_one"]), ""),
        ("mistake", _judged(1, ["off_by_one"]), _judged(2, []), "1 points became 2"),
        ("mistake", _judged(1, ["off_by_one"]), _judged(1, [""]), "name: off_by_one became none"),
        ("mistake", _judged(1, [""]), _judged(1, ["off_by_one"]), "name: none became off_by_one"),
    ],
)
def test_what_a_rewrite_changes_is_said(kind, before, after, words):
    found = fairness.changed(kind, before, after)
    assert words in found and bool(words) == bool(found)


def _rewrite(kind, number, operators, state, changed=""):
    return fairness.Rewrite("shop", "total", kind, number, "reference", operators, state, changed)


def test_the_section_counts_what_was_judged_and_what_was_changed():
    found = [_rewrite("right", number, ("walrus",), "judged") for number in range(300)]
    found += [_rewrite("right", 301, ("walrus", "prints"), "dropped"), _rewrite("mistake", 1, ("prints",), "judged", "name: a became none")]
    text = fairness_section.section(found, 1)
    assert "| shop | 300 | 0 | 1 | 0 | 1 |" in text and "at most 3 of 300 (1 %)" in text
    assert "| walrus | 301 | 300 | 1 | 300 | 0 |" in text and "| prints | 2 | 1 | 1 | 1 | 1 |" in text
    text = fairness_section.section([*found, _rewrite("right", 302, ("prints",), "judged", "lost 1 points: no")], 1)
    assert "1 of 301 are treated unfairly (0.332 %)" in text


LABELS_ARE_NOT_POSITIONS = {
    "class_weights": "def class_weights(target):\n    ones = len(target[target == 1])\n    zeros = len(target) - ones\n    return {0: len(target) / (2 * zeros), 1: len(target) / (2 * ones)}\n",
    "yes_rate_by": (
        "def yes_rate_by(table, column):\n    values, answers = table[column], table['y']\n"
        "    return {value: list(answers[values == value]).count('yes') / len(answers[values == value]) for value in values.unique()}\n"
    ),
    "unknown_share": "def unknown_share(table):\n    return {name: len(table[name][table[name] == 'unknown']) / len(table) for name in table}\n",
}


@pytest.mark.parametrize("function", LABELS_ARE_NOT_POSITIONS)
def test_a_loop_over_positions_is_dropped_where_a_table_has_other_labels(function):
    """``A[B]`` as ``A[[place for place, one in enumerate(B) if one]]`` is right for an array; a Series looks labels up."""
    source = LABELS_ARE_NOT_POSITIONS[function]
    made = {rewrites.rewritten("array_step_as_loop", source, function, random.Random(seed), ()) for seed in range(12)} - {None}
    by_label = [one for one in made if "[[place for place" in one]
    assert by_label and oracle.alike("bank_marketing", function, source, source + "\n")
    assert not any(oracle.alike("bank_marketing", function, source, one) for one in by_label)


def test_every_table_that_the_oracle_gives_has_labels_that_are_not_positions():
    found = {}
    for function, of in oracle.oracles("bank_marketing").items():
        if function not in ("build_model", "read_table"):
            names = oracle.namespace("bank_marketing", False)
            given = [one for call in of.cases(np.random.default_rng(1), names) for one in call if hasattr(one, "iloc") and len(one) > 1]
            found[function] = [list(one.index) == list(range(len(one))) for one in given]
    assert [function for function, positions in found.items() if any(positions)] == []
    assert sum(map(len, found.values())) > 20
