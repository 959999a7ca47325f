"""The benchmarks compare like with like: right pages, distinct models, and asserts that wrong answers do not pass."""

import re
from pathlib import Path

import matplotlib
import numpy as np
import pytest

from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]
WITHOUT_KERAS = (
    "dataset_shapes", "count_labels", "plot_label_counts", "plot_images", "count_pixel_values", "normalize",
    "plot_image", "plot_predictions",
)  # fmt: skip


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(ROOT / "tests" / "benchmarks")


@pytest.fixture(scope="module")
def assignment():
    return assignment_folder.load(ROOT / "solutions" / "mnist")


@pytest.mark.parametrize("count", [8, 40])
def test_so_many_pages_have_so_many_networks(count):
    import pages

    handed = pages.distinct(count)
    assert len({page.answers["build_model"] for page in handed}) == count
    assert len({page.student for page in handed}) == count


def test_pages_that_repeat_a_network_say_it_in_other_words():
    import pages

    handed = pages.repeated(40)
    assert len(handed) == len({tuple(page.answers.values()) for page in handed}) == 40
    settings = [re.findall(r'initializer="(\w+)"|rate=([\d.]+)', page.answers["build_model"]) for page in handed]
    assert len({str(one) for one in settings}) == 8
    assert len({page.answers["build_model"] for page in handed}) == 8 * len(pages.WORDINGS)
    assert pages.repeated(40) == handed  # every run grades the same class
    alike = pages.repeated(40, other_ways=False)
    assert [page.answers["build_model"] for page in alike] == [page.answers["build_model"] for page in handed]
    assert all(len({page.answers[name] for page in alike}) == 1 for name in alike[0].answers if name != "build_model")
    assert all(len({page.answers[name] for page in handed}) > 5 for name in handed[0].answers)


def test_pages_that_are_all_different_share_no_answer():
    import pages

    handed = pages.all_different()
    assert [page.answers["build_model"] for page in handed] == [
        page.answers["build_model"] for page in pages.distinct()
    ]
    for name in handed[0].answers:
        assert len({page.answers[name] for page in handed}) == 8, f"{name} has too few alternatives"


def test_a_written_page_is_read_as_it_was_meant(tmp_path, assignment):
    import pages

    pages.write(pages.distinct(2), tmp_path)
    for path in tmp_path.rglob("*.ipynb"):
        submission = assignment.read(path)
        assert not submission.page.notes
        assert all(submission.find(name) and not submission.find(name).is_stub for name in assignment.functions)
    assert len(list(tmp_path.rglob("*.ipynb"))) == 2


def cells(assignment) -> dict[str, str]:
    import peers

    budget = assignment.budget("full")
    return peers.cells(budget, budget.threshold["mnist"])


def test_every_exercise_has_its_cell_and_the_training_its_budget(assignment):
    found = cells(assignment)
    assert list(found) == [exercise.name for exercise in assignment.exercises]
    assert found["train"].startswith("IMAGES, EPOCHS, ENOUGH = 60000, 3, 0.95\n")


def outcome(cell: str, function: str, source: str) -> str:
    """What becomes of a test cell in the kernel of a page with this answer."""
    import pages

    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    kernel: dict = {}
    exec(pages.SETUP.replace("import keras\n", ""), kernel)
    try:
        exec(source, kernel)
        exec(cell, kernel)
        return "passed"
    except Exception as error:
        return type(error).__name__
    finally:
        plt.close("all")


@pytest.mark.parametrize("function", WITHOUT_KERAS)
def test_a_cell_is_passed_by_the_answer_and_failed_by_most_mistakes(assignment, function):
    import pages

    cell = cells(assignment)[function]
    assert outcome(cell, function, pages.distinct(2)[0].answers[function]) == "passed"
    assert outcome(cell, function, f"def {function}(*_):\n    raise NotImplementedError") == "NotImplementedError"
    wrong = [one for one in assignment.mistakes if one.function == function][::3]  # a figure takes its time
    found = [outcome(cell, function, one.source) != "passed" for one in wrong]
    assert np.mean(found) > 0.5, [one.name for one, failed in zip(wrong, found, strict=True) if not failed]


def test_otter_gets_the_same_statements(assignment):
    import doctest

    import peers

    for name, text in cells(assignment).items():
        scope: dict = {}
        exec(peers._ok_test(name, text), scope)
        (case,) = scope["test"]["suites"][0]["cases"]
        examples = doctest.DocTestParser().get_examples(case["code"])
        assert not any(example.want for example in examples)
        assert compile("".join(example.source for example in examples), name, "exec").co_code == (
            compile(text, name, "exec").co_code
        )


def test_a_ratio_says_whether_the_promise_is_kept():
    from results import Ratio

    assert Ratio("a", "faster", 8.0, 8).reached
    assert not Ratio("a", "faster", 7.94, 8).reached
    assert Ratio("d", "outside", 15.0, 15, at_most=True, unit="%").reached
    assert Ratio("d", "outside", 15.1, 15, at_most=True, unit="%").cells() == [
        "d", "outside", "15.1 %", "at most 15 %", "**no**",
    ]  # fmt: skip


def test_the_results_begin_with_the_promises():
    from results import Ratio, Section, page

    sections = [Section("a · first", ["A note."], ["x", "y"], [["1", "22"]], ratios=[Ratio("a", "faster", 9.0, 8)])]
    text = page(["- date: today"], [*sections, Section("e · last", lines=["said"])], 90)
    assert re.search(r"\| a +\| faster +\| 9.0× +\| at least 8× +\| yes +\|", text)
    assert text.index("faster") < text.index("## The machine") < text.index("## a · first") < text.index("| 1 | 22 |")
    assert text.endswith("```text\nsaid\n```\n")


def test_what_is_not_promised_stands_apart_with_its_misses():
    from results import HARDER, Ratio, Section, page

    ratios = [Ratio("a", "alone", 2.0, 8, harder=True), Ratio("a", "faster", 9.0, 8)]
    text = page(["- date: today"], [Section("a · first", ratios=ratios)], 90)
    assert text.index("faster") < text.index(HARDER) < text.index("alone") < text.index("## The machine")
    assert re.search(r"\| alone +\| 2.0× +\| at least 8× +\| \*\*no\*\* +\|", text)


def test_the_machine_is_described_without_its_name():
    import platform

    import machine

    text = "\n".join(machine.describe(2, "drawn digits", "otter-grader==7.0.0"))
    assert "2 cores used of" in text and "otter-grader 7.0.0" in text
    assert platform.node() not in text
    assert "/" not in text.replace("not installed", "")


@pytest.fixture
def racing():
    """A bench whose commands take no time: what it would run is noted instead."""
    from collections import defaultdict
    from types import SimpleNamespace

    from all import Bench

    bench = object.__new__(Bench)
    bench.ran, bench.rounds = [], defaultdict(list)
    bench.pages, bench.parts = [1, 2, 3], "ac"
    bench.handed = lambda case: case

    def grade(handed, budget, _name):
        assert handed.budget == budget
        bench.ran.append(handed)
        return float(len(bench.ran)), []

    bench.grade = grade
    bench.remembered = lambda: bench.ran[-1].distinct
    stock = SimpleNamespace(autograde=lambda: bench.ran.append("stock") or 30.0, check_marks=lambda: None)
    bench.course = lambda _budget: stock
    return bench


def test_our_rounds_stand_before_and_after_what_they_are_compared_with(racing):
    """So whatever else the machine does meanwhile hits both."""
    from all import ALIKE, DIFFERENT, Case

    assert racing._stock("full") == 30.0
    middle = racing.ran.index("stock")
    assert racing.ran[:middle] == racing.ran[middle + 1 :]
    assert len(set(racing.ran[:middle])) == middle
    wanted = [(ALIKE, 3, 0), (DIFFERENT, 3, 0), (ALIKE, 15, 0), (DIFFERENT, 2, 0), (ALIKE, 15, 3), (DIFFERENT, 15, 3)]
    assert set(racing.ran[:middle]) == {Case("full", *one) for one in wanted}
    case = racing.ran[0]
    assert racing.seconds(case) == (1 + middle + 2) / 2  # the mean of both, and no third one is run for it
    assert len(racing.ran) == 2 * middle + 1


def test_a_class_in_which_two_networks_are_the_same_is_no_measurement(racing):
    racing.remembered = lambda: 2
    with pytest.raises(SystemExit, match="2 trainings for 3 pages with 3 networks"):
        racing._stock("quick")
