"""What travels between checks and a page's functions: tables, files, callbacks, and objects of the page's own."""

import pytest
from travelling import CHECKS, PAGE, judged

from autograder.core.records import Outcome
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")

pytest.importorskip("pandas")


@pytest.mark.parametrize("level", ["full", "reduced", "none"])
def test_all_of_it_arrives_at_every_level_of_isolation(tmp_path, level):
    with Starters(highest_level=level) as starters:
        found, report = judged(tmp_path, PAGE, starters)
    assert {name: outcome for name, (outcome, _) in found.items()} == dict.fromkeys(CHECKS, Outcome.PASSED), found
    assert report.suspicions == ()


def test_a_function_that_another_one_needs_is_named_and_costs_its_own_points_only(tmp_path, starters):
    found, _report = judged(tmp_path, PAGE.replace("return Mean(", "raise ValueError("), starters)
    assert found["fit"][0] is Outcome.ERROR
    assert found["use"] == (Outcome.SKIPPED, "Waiting for: fit, which raised ValueError: 2.0")


def test_a_list_or_a_table_that_was_changed_is_found(tmp_path, starters):
    page = PAGE.replace("    return [function", "    items.sort()\n    return [function")
    page = page.replace("    return Mean(", "    table['more'] = 1\n    return Mean(")
    found, _report = judged(tmp_path, page, starters)
    assert found["walk"][0] is Outcome.FAILED and "changed its argument items: it has another order now" in found["walk"][1]
    assert found["fit"][0] is Outcome.FAILED and "changed its argument table: the column 'more' is new" in found["fit"][1]


def test_what_cannot_be_sent_is_our_fault(tmp_path, starters):
    check = 'def test_walk(walk):\n    """x"""\n    walk(object(), [])\n'
    found, report = judged(tmp_path, PAGE, starters, walk=check)
    assert found["walk"][0] is Outcome.BROKEN and "cannot be passed" in found["walk"][1]
    assert found["read"][0] is Outcome.PASSED
