"""The tool that measures whether tests notice a changed engine: its mutants, its map of what tests reach, its memory."""

import ast
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "mutation"))

import mutate
import operators
import own_time
import reach
import report
from store import KILLED, NOT_REACHED, SURVIVED, Result, Store, Test

SOURCE = '''"""A module."""

from functools import cache

MOST = 3


class Shelf:
    room: int = 2

    def fits(self, one: int = 7) -> bool:
        """Whether there is room, 1 or more."""
        if not one or one > MOST and self.room - one:
            raise ValueError(f"{one} is too much")

        def inner():
            return one + 1

        return inner() == 2


@cache
def numbers(text="a" + "b"):
    return [number for number in range(5) if number is not None]
'''
TEXTS = {
    "module: MOST = 3 → MOST = 4",
    "Shelf: room: int = 2 → room: int = 3",
    "Shelf: self, one: int=7 → self, one: int=8",
    "Shelf.fits: not one → not not one",
    "Shelf.fits: not one or (one > MOST and self.room - one) → not one and (one > MOST and self.room - one)",
    "Shelf.fits: one > MOST and self.room - one → one > MOST or self.room - one",
    "Shelf.fits: one > MOST → one >= MOST",
    "Shelf.fits: self.room - one → self.room + one",
    "Shelf.fits: raise ValueError(f'{one} is too much') → nothing",
    "Shelf.fits.inner: return one + 1 → return None",
    "Shelf.fits.inner: one + 1 → one - 1",
    "Shelf.fits.inner: one + 1 → one + 2",
    "Shelf.fits: return inner() == 2 → return None",
    "Shelf.fits: inner() == 2 → inner() != 2",
    "Shelf.fits: inner() == 2 → inner() == 3",
    "numbers: return [number for number in range(5) if number is not None] → return None",
    "numbers: number is not None → number is None",
    "numbers: range(5) → range(6)",
}


@pytest.fixture
def mutants():
    return {one.text: one for one in operators.mutants("m", SOURCE)}


def test_each_change_is_made_once_and_says_itself(mutants):
    """No docstring, no annotation, no text."""
    assert set(mutants) == TEXTS


def test_each_mutant_is_another_program_and_the_first_one_is_not_changed(mutants):
    programs = {ast.unparse(operators.changed(SOURCE, one.number)) for one in mutants.values()}
    assert len(programs) == len(TEXTS) and ast.unparse(ast.parse(SOURCE)) not in programs


def test_equal_changes_of_a_function_are_numbered():
    texts = [one.text for one in operators.mutants("m", "def f(a):\n    g(a, 1)\n    g(a, 1)\n")]
    assert texts == ["f: g(a, 1) → g(a, 2)", "f: g(a, 1) → g(a, 2) (2)"]


def test_a_number_that_is_no_part_of_an_expression_stands_for_itself():
    assert [one.text for one in operators.mutants("m", "def f():\n    while True:\n        pass\n")] == ["f: True → False"]


def test_a_mutant_knows_the_functions_around_it_as_python_names_them(mutants):
    space: dict = {}
    code = compile(SOURCE, "m.py", "exec")
    exec(code, space)
    real = {(one.co_qualname, one.co_firstlineno) for one in operators.codes(code)}
    assert all(set(one.functions) <= real for one in mutants.values())
    assert mutants["Shelf.fits.inner: one + 1 → one - 1"].functions == (("Shelf.fits", 11), ("Shelf.fits.<locals>.inner", 16))
    assert mutants["numbers: range(5) → range(6)"].functions == (("numbers", 22),)


def test_what_takes_effect_at_import_says_what_it_binds(mutants):
    assert mutants["module: MOST = 3 → MOST = 4"].names == ("MOST",)
    assert mutants["Shelf: self, one: int=7 → self, one: int=8"].names == ("Shelf", "fits")
    found = reach.uses({"m": SOURCE, "other": "def f(x):\n    if x:\n        return m.MOST\n"}, ("MOST",))
    assert found == {"m": {13}, "other": {3}}


@pytest.fixture
def engine():
    return reach.Engine({"a": "x = 1\n", "m": SOURCE}, {"a": 0, "m": 3}, 3 + SOURCE.count("\n") + 2)


def test_what_is_reached_is_noted_by_line(engine):
    noted = bytearray(engine.size)
    space = {"noted": noted}
    exec(reach.instrumented(SOURCE, 3, "_reached_ = noted"), space)
    assert not any(noted) and space["Shelf"].fits.__doc__
    shelf = space["Shelf"]()
    shelf.fits(1)
    assert engine.lines(bytes(noted)) == {"m": [13, 16, 17, 19]}
    with pytest.raises(ValueError):
        shelf.fits(0)
    assert engine.lines(bytes(noted)) == {"m": [13, 14, 16, 17, 19]}


def test_lambdas_and_branches_are_noted(engine):
    noted = bytearray(99)
    space = {"noted": noted}
    source = "f = lambda a: a + 1\ndef g(a):\n    if a:\n        return 1\n    elif f(a):\n        return 2\n"
    exec(reach.instrumented(source, 0, "_reached_ = noted"), space)
    assert space["g"](0) == 2
    assert [line for line, here in enumerate(noted) if here] == [1, 3, 5, 6]


# -- what is found is kept --------------------------------------------------------------------------------------------

TESTS = [Test("tests/test_a.py::test_one", 0.5, True, {"m": [13, 14]}), Test("tests/test_a.py::test_two", 1.5, True, {"m": [13]})]
FOUND = Result("m", "a text", SURVIVED, "source", "tests", left=2)


def test_a_run_goes_on_where_another_was_killed(tmp_path):
    first = Store(tmp_path)
    first.keep(FOUND)
    first.keep_reach("tests/test_a.py", "key", {"m": "1", "other": "2"}, TESTS)
    first.keep(replace(FOUND, status=KILLED, by="tests/test_a.py::test_one"))
    with (tmp_path / "results.jsonl").open("a") as file:
        file.write('{"module": "m", "te')
    again = Store(tmp_path)
    assert [one.status for one in again.results.values()] == [KILLED]
    assert again.tests("tests/test_a.py", "key", {"m": "1"}) == TESTS


@pytest.mark.parametrize(("key", "sources"), [("other", {"m": "1"}), ("key", {"m": "2"}), ("key", {})])
def test_what_a_changed_test_or_module_reaches_is_not_known(tmp_path, key, sources):
    known = Store(tmp_path)
    known.keep_reach("tests/test_a.py", "key", {"m": "1"}, TESTS)
    assert known.tests("tests/test_a.py", key, sources) is None


@pytest.fixture
def measuring(tmp_path, monkeypatch, engine):
    monkeypatch.setattr(mutate, "ROOT", tmp_path)
    (tmp_path / "autograder").mkdir()
    (tmp_path / "autograder" / "m.py").write_text(SOURCE)
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_a.py").write_text("a")
    (tmp_path / "tests" / "test_b.py").write_text("b")

    def made():
        one = mutate.Measuring(Store(tmp_path / "state"))
        one.tests = [*TESTS, Test("tests/test_b.py::test_three", 9.0, True, {"m": [19]})]
        return one

    return made


def test_a_result_holds_while_its_module_and_tests_are_unchanged(measuring, mutants, tmp_path):
    survivor, killed, *_others = mutants.values()
    before = measuring()
    before.store.keep(before.result(survivor, SURVIVED))
    before.store.keep(before.result(killed, KILLED, "tests/test_a.py::test_one"))
    assert [measuring().known(one) is not None for one in (survivor, killed)] == [True, True]
    (tmp_path / "tests" / "test_b.py").write_text("another test")
    assert [measuring().known(one) is not None for one in (survivor, killed)] == [False, True]
    (tmp_path / "tests" / "test_a.py").write_text("another test")
    assert [measuring().known(one) is not None for one in (survivor, killed)] == [False, False]


@pytest.mark.parametrize(("left", "most", "again"), [(2, 10.0, False), (2, 20.0, True), (0, 20.0, False)])
def test_who_survived_for_want_of_time_is_tried_again_with_more(measuring, mutants, left, most, again):
    one = next(iter(mutants.values()))
    known = measuring()
    known.store.keep(known.result(one, SURVIVED, left=left, most=10.0))
    assert known.is_to_be_tried(one, most) is again


def test_another_module_has_other_results(measuring, mutants, tmp_path):
    one = next(iter(mutants.values()))
    before = measuring()
    before.store.keep(before.result(one, KILLED, "tests/test_a.py::test_one"))
    (tmp_path / "autograder" / "m.py").write_text(SOURCE + "\n")
    assert measuring().known(one) is None


def test_only_tests_that_reach_the_line_are_asked_the_cheapest_first(measuring, mutants):
    known = measuring()
    asked = known.reaching(mutants["Shelf.fits: one > MOST → one >= MOST"])
    assert [one.name.rpartition("_")[2] for one in mutate.in_order(asked, "m", [])[0]] == ["one", "two"]
    assert [one.name.rpartition("_")[2] for one in mutate.in_order(asked, "m", [TESTS[1].name])[0]] == ["two", "one"]
    assert mutate.in_order(asked, "m", [], most=1.0) == (TESTS[:1], 1)
    own = Test("tests/content/test_m.py::test_own", 3.0, True, {"m": [13]})
    assert mutate.in_order([*asked, own], "content.m", [])[0] == [own, *TESTS]
    assert known.reaching(mutants["Shelf.fits.inner: one + 1 → one - 1"]) == []
    known.tests.append(replace(own, lines={}))
    assert known.reaching(mutants["module: MOST = 3 → MOST = 4"]) == [*TESTS, known.tests[-1]]  # whoever uses it, and its own


def test_whoever_stops_it_waits_for_nothing_more():
    begun = []

    def work(number):
        begun.append(number)
        time.sleep(0.01)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mutate.in_threads(1, work, range(1000))
    assert len(begun) < 1000


def test_a_test_that_does_not_pass_by_itself_is_not_asked(measuring, mutants):
    known = measuring()
    known.tests = [replace(TESTS[0], passes=False), TESTS[1]]
    assert known.reaching(mutants["Shelf.fits: one > MOST → one >= MOST"]) == TESTS[1:]


def test_the_report_has_a_line_for_each_module_and_a_reason_for_each_survivor(mutants, tmp_path):
    first, second, third, fourth, *_others = mutants.values()
    (tmp_path / "reasons.toml").write_text(f'[[survivors]]\nmodule = "m"\nmutants = ["{first.text}"]\nreason = "equivalent: so it is"\n')
    results = dict.fromkeys(mutants.values())
    results[first] = replace(FOUND, text=first.text)
    results[second] = replace(FOUND, text=second.text, status=KILLED)
    results[third] = replace(FOUND, text=third.text, status=NOT_REACHED, left=0)
    results[fourth] = replace(FOUND, text=fourth.text, status=KILLED)
    text = report.written(mutants.values(), results, report.read_reasons(tmp_path / "reasons.toml"))
    assert f"| m | {len(TEXTS)} | 4 | 2 | 1 | 1 | 50 % |" in text
    assert f"- ``{first.text}``, 2 slow tests not asked: equivalent: so it is" in text
    assert f"- ``{third.text}``, not reached: no reason yet" in text
    assert "Reasons without a mutant" not in text and second.text not in text and "1 of them have a reason" in text
    assert f"Tried: 4 of {len(TEXTS)} mutants, drawn by the seed." in text and "Killed or explained: 75 %." in text


def test_every_deciding_module_is_there():
    engine = reach.Engine.read(Path(__file__).parents[2] / "autograder")
    modules = mutate.chosen_modules(mutate.DECIDING, engine.sources)
    assert all(mutate.chosen_modules([name], engine.sources) for name in mutate.DECIDING)
    assert sum(len(operators.mutants(module, engine.sources[module])) for module in modules) > 1000


def test_no_reason_is_left_of_code_that_has_changed():
    """What is listed here must be thought over: correct the text of the reason's mutant, or take the reason away."""
    engine, reasons = reach.Engine.read(Path(__file__).parents[2] / "autograder"), report.read_reasons()
    modules = {module for module, _text in reasons} & engine.sources.keys()
    there = {(module, one.text) for module in modules for one in operators.mutants(module, engine.sources[module])}
    assert sorted(reasons.keys() - there) == []


def test_a_reason_whose_mutant_is_gone_is_listed(mutants):
    """The code has changed, so it must be thought over."""
    text = report.written(mutants.values(), dict.fromkeys(mutants.values()), {("m", "gone: 1 → 2"): "equivalent"})
    assert "## Reasons without a mutant\n\n- m: ``gone: 1 → 2``" in text


def test_a_clock_stands_still_while_a_process_waits_for_a_processor(monkeypatch):
    now, waits = iter([100.0, 101.0, 103.0, 104.0]), iter([{7: 5.0}, {7: 5.9}, {7: 6.9, 8: 1.5}, {}])
    monkeypatch.setattr(own_time.time, "monotonic", lambda: next(now))
    monkeypatch.setattr(own_time, "_waits", lambda pid: next(waits).items())
    clock = own_time.OwnTime(7)
    assert clock.read() == pytest.approx(0.1)  # one second, 0.9 of it spent waiting
    assert clock.read() == pytest.approx(0.6)  # two seconds; of two threads that waited, the longest wait counts
    assert clock.read() == pytest.approx(1.6)  # all have ended, and nobody waits


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_waits_are_found_for_children_too():
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        found = dict(own_time._waits(os.getpid()))
        child.communicate(b"\n")
    assert {os.getpid(), child.pid} <= set(found)
