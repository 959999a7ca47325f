"""The diagnosis calls what it does not know unknown: a sample of the catalogue, and the pieces of the document."""

import json
from collections import Counter

import diagnosis
import diagnosis_answers
import diagnosis_reads
import diagnosis_trials as trials
import new_answers
import pytest

from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.judging.confidence import Proof
from autograder.judging.mistake_naming import Mistake

PASSED = ("passed", None)


@pytest.fixture(scope="module")
def catalogue():
    return trials.catalogue()


def test_what_is_taken_out_is_unknown_and_two_are_both_named_or_none(catalogue):
    some = diagnosis.sampled(catalogue, 6)
    left_out = sum((trials.leave_one_out(known) for known in some.values()), Counter())
    pairs = sum((trials.pairs(known) for known in some.values()), Counter())
    assert diagnosis.faults(left_out, pairs) == []
    assert left_out["mistakes"] > 100 and pairs["both"] > 50


def test_each_known_mistake_is_sure_enough_with_all_checks(catalogue):
    for known in diagnosis.sampled(catalogue, 6, seed=1).values():
        assert trials.leave_one_out(known)["itself"] == len(known)


def test_the_weights_are_those_that_the_catalogue_gives(catalogue):
    of = trials.trials(diagnosis.sampled(catalogue, 12), 10)
    base, weights = trials.fitted(of)
    for one in (Proof(1, 1, 3, 4), Proof(2, 12, 25, 1), Proof(5, 40, 30, 0)):
        assert trials.sure(one, base, weights) == pytest.approx(one.confidence, abs=0.15)


def test_a_name_that_is_more_sure_is_more_often_right(catalogue):
    held = trials.held_out(trials.trials(diagnosis.sampled(catalogue, 12), 10))
    sure, unsure = [right for number, right in held if number >= 0.98], [right for number, right in held if number < 0.95]
    assert sum(unsure) / len(unsure) < sum(sure) / len(sure)


TWICE = Mistake("twice", "…", {"a": ("failed", [2.0, 4.0]), "b": PASSED, "c": PASSED})
CHANGES = Mistake("changes", "…", {"a": PASSED, "b": ("failed", ["changed"]), "c": PASSED})
BOTH = Mistake("both", "…", {"a": ("failed", [2.0, 4.0]), "b": ("failed", ["changed"]), "c": PASSED})
WAITS = Mistake("waits", "…", {"a": ("failed", [7.0, 9.0]), "b": ("skipped", ["skipped"]), "c": PASSED})
SORTS = Mistake("sorts", "…", {"a": ("failed", [4.0, 2.0]), "b": PASSED, "c": ("failed", ["order"])})


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ([TWICE, CHANGES], {"both": 1}),
        ([TWICE, CHANGES, BOTH], {"third": 1}),
        ([WAITS, CHANGES], {"alone": 1}),
        ([TWICE, WAITS], {}),
    ],
)
def test_two_mistakes_at_once(known, said):
    assert trials.pairs(known) == said


def test_where_two_fail_the_same_check_nothing_is_named_unless_it_looks_like_one():
    assert trials.together([TWICE, SORTS]) == {"nothing": 2, "as one": 1}


def test_a_limit_that_is_broken_is_said():
    bad = Counter({"mistakes": 100, "unknown": 80, "another": 20, "itself": 99})
    assert len(diagnosis.faults(bad, Counter({"one": 1}))) == 4
    assert diagnosis.faults(Counter({"mistakes": 100, "unknown": 99, "another": 1, "itself": 100}), Counter({"both": 5})) == []


def test_the_bins_say_how_many_are_right():
    assert trials.in_bins([(0.95, True), (0.97, False), (1.0, True)], (0.0, 0.9, 0.99, 1.0)) == [(0.9, 0.99, 2, 0.96, 1), (0.99, 1.0, 1, 1.0, 1)]


def test_the_section_has_its_tables_and_the_answers(catalogue, tmp_path, monkeypatch):
    row = {"answer": "x", "known": "m", "named": ["m"], "confidence": [0.995], "sign": ""}
    found = {"shop": {"total": [row, {**row, "known": "", "named": [], "confidence": [], "sign": "transposed"}]}}
    (tmp_path / "found.json").write_text(json.dumps(found))
    monkeypatch.setattr(diagnosis, "FOUND", tmp_path / "found.json")
    monkeypatch.setattr(diagnosis, "ROUNDS", 4)
    monkeypatch.setattr(trials, "MOST_PAIRS", 5)
    monkeypatch.setattr(diagnosis_reads, "assignments", list)
    text = diagnosis.section(diagnosis.sampled(catalogue, 8))
    assert text.startswith("## It names a mistake")
    assert "| together | " in text and "| transposed | 1 |" in text and "2 wrong answers to 1 functions" in text


def test_what_is_kept_of_an_answer():
    class Answer:
        text, known = "with a loop", ("twice",)

    checks = (
        CheckResult("a", "a", Outcome.FAILED, 0.0, 1.0, message="f(x) gave 2.\nEvery number is the expected one times 2.", mistake="twice", confidence=0.99),
        CheckResult("b", "b", Outcome.PASSED, 1.0, 1.0),
    )
    assert diagnosis_answers.row(Answer, ExerciseResult("f", checks)) == {
        "answer": "with a loop",
        "known": "twice",
        "named": ["twice"],
        "confidence": [0.99],
        "sign": "the same factor everywhere",
    }


def test_answers_that_lean_on_the_page_are_told_in_one_assignment():
    assignment = diagnosis_reads.assignments()[-1]
    found = diagnosis_reads.leaning(assignment)
    assert found["told"] == found["tried"] == len(diagnosis_reads.FORMS) * found["exercises"] > 0


def test_new_wrong_answers_are_judged_and_what_is_said_is_kept(one_process, monkeypatch, tmp_path):
    read = new_answers.read_answers
    monkeypatch.setattr(new_answers, "read_answers", lambda path: [one for one in read(path) if one.kind == "wrong"][:2])
    diagnosis_answers.judge("fashion_mnist", ["name_labels"], tmp_path / "found.json")
    rows = json.loads((tmp_path / "found.json").read_text())["fashion_mnist"]["name_labels"]
    assert len(rows) == 2 and all(row["named"] or row["sign"] or row["known"] == "" for row in rows)
