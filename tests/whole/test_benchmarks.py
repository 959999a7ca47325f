"""The benchmarks compare like with like: right pages, distinct models, and asserts that wrong answers do not pass."""

import ast
import re
import sys
from pathlib import Path

import matplotlib
import numpy as np
import one_by_chance
import pytest

from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]
BENCHMARKS = ROOT / "tests" / "benchmarks"
NAMES = [path.stem for path in sorted((BENCHMARKS / "peer_tests").glob("*.py")) if (ROOT / "solutions" / path.stem).is_dir()]
WITH_KERAS = ("keras", "tensorflow")


@pytest.fixture(autouse=True)
def benchmarks(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)


@pytest.fixture(scope="module", params=NAMES)
def assignment(request):
    return assignment_folder.load(ROOT / "solutions" / request.param)


@pytest.fixture(scope="module")
def mnist():
    return assignment_folder.load(ROOT / "solutions" / "mnist")


def test_every_assignment_of_the_kit_has_test_cells():
    import peers

    assert peers.known() == NAMES == sorted(path.name for path in (ROOT / "solutions").iterdir() if path.is_dir())


@pytest.mark.parametrize("count", [8, 40])
def test_so_many_pages_have_so_many_networks(assignment, count):
    import pages

    handed = pages.distinct(assignment, count)
    assert pages.builders(assignment)
    for name in pages.builders(assignment):
        assert len({page.answers[name] for page in handed}) == count
    assert len({page.student for page in handed}) == count


def test_pages_that_repeat_a_network_say_it_in_other_words(assignment):
    import pages

    handed, builders = pages.repeated(assignment, 40), pages.builders(assignment)
    assert len(handed) == len({tuple(page.answers.values()) for page in handed}) == 40
    assert pages.repeated(assignment, 40) == handed  # every run grades the same class
    alike = pages.repeated(assignment, 40, different=False)
    for name in builders:
        settings = [re.findall(r"initializer='(\w+)'|rate=([\d.]+)", page.answers[name]) for page in handed]
        assert len({str(one) for one in settings}) == 8
        assert len({ast.dump(ast.parse(page.answers[name])) for page in handed}) == 40
        assert [page.answers[name] for page in alike] == [page.answers[name] for page in handed]
    others = handed[0].answers.keys() - set(builders)
    assert all(len({page.answers[name] for page in alike}) == 1 for name in others)
    assert all(len({page.answers[name] for page in handed}) > 5 for name in others)


def test_the_words_of_a_network_differ_and_the_network_does_not():
    """Built with a stand-in for Keras that notes the calls, in their order."""
    import pages

    class Noted:
        def __init__(self, name, calls):
            self.name, self.calls = name, calls

        def __getattr__(self, name):
            return Noted(f"{self.name}.{name}", self.calls)

        def __call__(self, *given, **settings):
            settings.pop("name", None)
            self.calls.append((self.name.rpartition(".")[2], settings.get("kernel_initializer"), settings.get("learning_rate")))
            return self

    assignment, found = assignment_folder.load(ROOT / "solutions" / "mnist"), []
    for wording in range(len(pages.WORDINGS)):
        scope = {"keras": Noted("keras", calls := [])}
        exec(pages.networks(assignment, 3, wording)["build_model"], scope)
        scope["build_model"]()
        found.append(calls)
    assert found[0].count(("Dense", "he_normal", None)) == 2 and ("Adam", None, 0.001) in found[0]
    assert all(calls == found[0] for calls in found)


def test_pages_that_are_all_different_share_no_answer(assignment):
    import pages

    handed = pages.all_different(assignment)
    same = pages.distinct(assignment)
    for name in pages.builders(assignment):
        assert [page.answers[name] for page in handed] == [page.answers[name] for page in same]
    for name in handed[0].answers.keys() - {"dataset_shapes"}:
        assert len({page.answers[name] for page in handed}) == 8, f"{name} has too few alternatives"


def test_exercises_that_lean_on_each_other_are_answered_together():
    import pages

    bank = assignment_folder.load(ROOT / "solutions" / "bank_marketing")
    ways = {tuple(way): len(every) for every in pages.other_ways(bank) for way in every}
    assert ways["fit_preparation", "prepare"] > 5
    for page in pages.all_different(bank):
        assert ("Scaler" in page.answers["fit_preparation"]) == ("Scaler" in page.answers["prepare"])
        assert "yes_rate_by(" not in page.answers["plot_yes_rate"].replace("def plot_", "")


@pytest.mark.parametrize("whole", [True, False])
def test_a_written_page_is_read_as_it_was_meant(tmp_path, assignment, whole):
    import pages

    pages.write(assignment, pages.distinct(assignment, 2), tmp_path, whole)
    for path in tmp_path.rglob("*.ipynb"):
        submission = assignment.read(path)
        assert not submission.page.notes
        assert all(submission.find(name) and not submission.find(name).is_stub for name in assignment.functions)
        text = path.read_text()
        assert not re.search(r"\b(check|hint)\(|BEGIN SOLUTION", text)
        assert ("plt.show()" in text) == whole  # only demonstrations show
    assert len(list(tmp_path.rglob("*.ipynb"))) == 2


def cells(assignment) -> dict[str, str]:
    import peers

    return peers.cells(assignment, "full", assignment.dataset)


def test_every_exercise_has_its_cell(assignment):
    assert list(cells(assignment)) == [exercise.name for exercise in assignment.exercises]


def test_a_cell_that_trains_has_the_budget(mnist):
    numbers = "{'images': 60000, 'epochs': 3, 'batch_size': 32, 'threshold': 0.95}"
    assert cells(mnist)["train"].startswith(f"BUDGET = {numbers}\n")
    assert "BUDGET" not in cells(mnist)["normalize"]


def outcome(cell: str, source: str, kernel: dict) -> str:
    """What becomes of a test cell in the kernel of a page with this answer."""
    matplotlib.use("Agg")
    import matplotlib.pyplot as plt

    try:
        exec(source, kernel)
        exec(cell, kernel)
        return "passed"
    except Exception as error:
        return type(error).__name__
    finally:
        plt.close("all")


def without_keras(assignment) -> list[str]:
    return [one.name for one in assignment.exercises if not set(one.libraries) & set(WITH_KERAS)]


def test_a_cell_is_passed_by_the_answer_and_failed_by_most_mistakes(assignment, pytestconfig):
    import pages

    if assignment.folder.name != one_by_chance.chosen(NAMES, "test cells") and not pytestconfig.getoption("--whole"):
        pytest.skip("those of another assignment are tried this time: --whole tries all")

    answers = pages.reference(assignment)
    setup = dict(pages.cells(assignment, answers, whole=False))
    for function in without_keras(assignment):
        together = next(list(ways[0]) for ways in pages.other_ways(assignment) if function in ways[0])
        cell = "\n".join(cells(assignment)[name] for name in together)  # the first of them has little to show alone

        def kernel() -> dict:
            names: dict = {}
            exec(setup["setup"].replace("import keras\n", ""), names)
            names.update(data_of(assignment))
            for name in without_keras(assignment):
                exec(answers[name], names)
            return names

        assert outcome(cell, answers[function], kernel()) == "passed", function
        stub = f"def {function}(*_):\n    raise NotImplementedError"
        assert outcome(cell, stub, kernel()) == "NotImplementedError", function
        wrong = [one for one in assignment.mistakes if one.function == function][::4]  # a figure takes its time
        found = [outcome(cell, one.source, kernel()) != "passed" for one in wrong]
        passed = [one.name for one, failed in zip(wrong, found, strict=True) if not failed]
        assert np.mean(found) >= 0.5, (function, passed)


def data_of(assignment) -> dict:
    """What the page's data cell gives, where a test cell needs it: the file that the kit makes."""
    from autograder import datasets

    made = datasets.find(assignment.substitute)
    return {"path": made.path} if made.path else {}


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


def test_a_section_takes_the_place_of_its_earlier_form():
    from results import Ratio, Section, page, with_section, with_section_of

    others = [Section("a · first", ["A note."], ratios=[Ratio("a", "faster", 9.0, 8)]), Section("h · last", ["Other."])]
    text = page(["- date: today"], others, 90)
    once = with_section(text, Section("g · classes", ["Old."], ratios=[Ratio("g", "old", 1.0, 8, harder=True)]))
    assert re.search(r"\| g +\| old +\| 1.0× +\| at least 8× +\| \*\*no\*\* +\|", once)
    new = Section("g · classes", ["New."], ratios=[Ratio("g", "new", 9.0, 8), Ratio("g", "hard", 2.0, 8, harder=True)])
    twice = with_section(once, new)
    assert "Old." not in twice and "| old" not in twice
    assert twice.index("faster") < twice.index("| new") < twice.index("| hard") < twice.index("## The machine")
    assert all(said in twice for said in ("A note.", "Other.", "## g · classes\n\nNew."))
    assert with_section(twice, new) == twice
    again = page(["- date: today"], others, 90)
    assert with_section_of(again, twice, "g") == twice
    assert with_section_of(again, text, "g") == again


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux gives us the children of those that have ended")
def test_processor_time_counts_processes_that_lost_their_parent(tmp_path):
    import os

    from commands import measured

    burn = "import os, time\nif not os.fork():\n    os.setsid()\n    while time.process_time() < 0.3: pass"
    took = measured([sys.executable, "-c", burn], tmp_path, dict(os.environ))
    assert took.processor >= 0.3
    assert took.clock > 0


def test_a_process_that_was_there_before_is_not_waited_for(tmp_path):
    import os
    import subprocess

    from commands import measured

    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        measured([sys.executable, "-c", ""], tmp_path, dict(os.environ))
        assert other.poll() is None
    finally:
        other.communicate()


def test_what_was_measured_is_not_measured_again(tmp_path):
    from each import ANSWERS, DISTINCT, WHOLE, Class, Measured, Record, Stock, plan

    one, other = Class("words", "full", DISTINCT, ANSWERS[0], 4), Stock("words", "full", WHOLE, 1)
    record = Record(tmp_path / "kept.jsonl")
    record.keep(one, Measured(8.0, 4.0, 4))
    record.keep(other, Measured(20.0, 16.0))
    again = Record(tmp_path / "kept.jsonl")
    assert again.found == {one: Measured(8.0, 4.0, 4), other: Measured(20.0, 16.0)}
    rest = [what for what in plan("words", 4, 1, ["full"], [WHOLE], ANSWERS) if what not in again]
    assert [what.answers for what in rest] == [ANSWERS[1]]  # too few pages to repeat a model


def test_a_class_is_compared_by_the_seconds_of_a_page(tmp_path):
    from each import ANSWERS, DISTINCT, FUNCTIONS, WHOLE, Class, Measured, Record, Stock, section

    record = Record()
    record.keep(Class("words", "full", DISTINCT, ANSWERS[0], 40), Measured(40.0, 80.0, 40))
    record.keep(Stock("words", "full", WHOLE, 2), Measured(20.0, 24.0))
    record.keep(Stock("words", "quick", FUNCTIONS, 2), Measured(1.0, 1.0))  # of another budget
    found = section(record, ["Measured today."])
    (row,) = found.rows
    assert row[4:] == ["1.00 s", "2.00 s", "40", "2", "10.00 s", "12.00 s", "10.0 · 6.0", "-", "-", "-", "-"]
    assert [(ratio.value, ratio.target, ratio.harder) for ratio in found.ratios] == [(10.0, 8, False), (6.0, 8, False)]


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
    from commands import Took

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
    stock = SimpleNamespace(autograde=lambda: bench.ran.append("stock") or Took(30.0, 20.0), check_marks=lambda: None)
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
