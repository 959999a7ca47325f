"""Which answers of a class ``autograder discover`` looks at."""

import hashlib

import pytest
import variant_miniature

from autograder.cli.discover_pages import GradedClass, to_look_at
from autograder.content import assignment_folder, variants
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

WRONG = variant_miniature.answer(33, "net", "gross", 1)


@pytest.fixture
def bills(tmp_path):
    return assignment_folder.load(variant_miniature.write(tmp_path))


def graded(bills, variant="", pages=None):
    failed = CheckResult("test_one_price", "the tax", Outcome.FAILED, 0.0, 20.0)
    sha = hashlib.sha256(WRONG.encode()).hexdigest()
    results = tuple(ExerciseResult(name, (failed,), line=1) for name in ("bill", "longest"))
    report = Report("bills", "ada", sha, Status.GRADED, results, "quick", "", 17, 0.1, variant=variant)
    return GradedClass(bills, [report], pages={sha: WRONG.encode()} if pages is None else pages)


def test_an_answer_to_a_variant_is_not_judged_by_the_ordinary_exercise(bills):
    """It would be wrong in all checks, as all of its variant are, and make a group that means nothing."""
    (other,) = variants.some(bills.variants, ["net"], 2)[1:]
    found = to_look_at(graded(bills, other), {"bill", "longest"})
    assert [one.exercise for one in found.other_variants] == ["bill"] and [one.exercise for one in found.answers] == ["longest"]
    assert [one.exercise for one in to_look_at(graded(bills), {"bill"}).answers] == ["bill"]


def test_a_page_that_is_not_there_is_named(bills):
    assert to_look_at(graded(bills, pages={}), {"bill"}).missing == ["ada"]
