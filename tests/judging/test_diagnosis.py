"""A failed check gets the name of the mistake that is proven."""

import json
from dataclasses import replace
from types import SimpleNamespace

import miniature
import pytest

from autograder.cache.dependencies import fingerprint_key
from autograder.content import assignment_folder
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import judge_submissions
from autograder.judging.mistake_naming import Mistake
from autograder.sandbox.launcher import Starters


@pytest.fixture(scope="module")
def named(tmp_path_factory):
    """``named(function, mistake)``: what is named in each check of a function that is this mistake."""
    assignment = assignment_folder.load(miniature.write(tmp_path_factory.mktemp("named")))
    with Starters(highest_level="reduced") as starters:

        def call(function: str, mistake: str, **settings: object):
            chosen = replace(Settings(exercises=(function,)), **settings)
            (program,) = (one for one in assignment.mistakes if one.name == mistake)
            (judged,) = judge_submissions([assignment.with_program(program)], assignment, chosen, starters)
            return Diagnosis(assignment, chosen, starters).name(judged).report.checks

        yield call


def test_where_every_check_fails_the_mistake_is_named_too(named):
    checks = named("total", "starts_from_one")
    assert {check.outcome for check in checks} == {Outcome.FAILED}
    assert {check.mistake for check in checks} == {"starts_from_one"}
    assert {check.feedback for check in checks} == {"You began with 1."}


def test_what_has_passed_has_no_mistake(named):
    checks = named("double", "forgets_the_sign")
    assert [check.mistake for check in checks] == [None, None, "forgets_the_sign"]


def known(folder, key=None, seed=17):
    """Names of the known mistakes of ``total``, where a build has written one that is in no file."""
    assignment = assignment_folder.load(folder)
    entry = {"key": key or fingerprint_key(assignment, "total"), "mistakes": [{"name": "built", "feedback": "…", "checks": {}}]}
    (folder / "mistakes" / "signatures.json").write_text(json.dumps({"seed": 17, "exercises": {"total": entry}}))
    assignment = assignment_folder.load(folder)
    with Starters(highest_level="reduced") as starters:
        diagnosis = Diagnosis(assignment, Settings(seed=seed), starters)
        return {exercise: {one.name for one in diagnosis.mistakes(exercise)} for exercise in ("total", "double")}


DOUBLE = {"adds_two", "changes_its_argument", "forgets_the_sign"}
TOTAL = {"takes_the_last", "starts_from_one"}


@pytest.mark.parametrize(
    ("other", "total"),
    [({}, {"built"}), ({"seed": 18}, TOTAL), ({"key": "another"}, TOTAL)],
    ids=["as it was built", "another seed", "other checks"],
)
def test_what_a_build_has_found_is_taken_only_if_it_is_about_the_same(tmp_path, other, total):
    assert known(miniature.write(tmp_path), **other) == {"total": total, "double": DOUBLE}


def test_what_a_build_has_found_is_read_as_it_was_written():
    built = {"name": "built", "feedback": "Begin with 0.", "checks": {"a": ["failed", [2.0]], "b": ["passed", None]}, "also_true": ["other"], "signs": {"a": "words"}}
    diagnosis = Diagnosis.__new__(Diagnosis)
    diagnosis.assignment, diagnosis.settings = SimpleNamespace(public=True), Settings()
    diagnosis.stored = {"seed": Settings().seed, "exercises": {"total": {"mistakes": [built]}}}
    assert diagnosis._from_store("total") == [Mistake("built", "Begin with 0.", {"a": ("failed", [2.0]), "b": ("passed", None)}, ("other",), {"a": "words"})]
