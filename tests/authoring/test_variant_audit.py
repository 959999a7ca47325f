"""Variants are fair if each is, if they are equally hard, and if a neighbour's answer is worth less than one's own."""

import pytest
import variant_miniature
from plain_english import plain_parts
from variant_miniature import BILL, FILES, PLACES, SETTINGS

from autograder.authoring import variant_audit
from autograder.content import assignment_folder
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("one_process")


NUMBERS = "[1, 0, 2, 5, 10, 100, 7]"
TWO = {"assignment.toml": SETTINGS.replace(NUMBERS, "[1, 0]")}  # variants of places


@pytest.fixture(scope="module")
def starters():
    with Starters() as running:
        yield running


@pytest.fixture
def audited(tmp_path, starters):
    """``audited(files, exercise, count)``: the faults, and how hard the exercises are."""

    def called(files=None, exercise="", count=6):
        bills = assignment_folder.load(variant_miniature.write(tmp_path, files))
        found, difficulties = variant_audit.audit(bills, starters, (exercise,) if exercise else (), count)
        assert [plain_parts(one) for one in found] == [[]] * len(found), "a translator gets all of it"
        return found, difficulties

    return called


def test_fifty_variants_of_an_honest_exercise_are_quiet_and_equally_hard(audited):
    settings = SETTINGS.replace(NUMBERS, str([*range(1, 61)]))
    faults, (places,) = audited({"assignment.toml": settings}, "places", 50)
    assert faults == []
    assert (places.exercise, places.variants, places.all, places.caught, places.spread) == ("places", 50, False, (1.0, 1.0), 0.0)
    assert places.losses == {"counts_down": (1.0, 1.0)} and places.neighbours == 1.0


def test_each_exercise_that_has_variants_is_tried(audited):
    faults, (bill, places) = audited(count=3)
    assert faults == [] and (bill.exercise, bill.variants, places.exercise, places.variants) == ("bill", 3, "places", 3)
    assert set(bill.losses) == {"takes_twice_the_tax", "forgets_the_tax"} and bill.neighbours > 0


def test_a_mistake_that_is_right_in_one_variant(audited):
    """A number that starts at 0 is a mistake in the ordinary assignment, and right in the other variant."""
    program = '"""You began with 0."""\n\n\ndef places(names):\n    return {name: number for number, name in enumerate(names)}\n'
    faults, (places,) = audited({**TWO, "mistakes/places__begins_with_zero.py": program}, "places", 2)
    assert "places: the mistake begins_with_zero loses nothing. (variant: first = 0, gross = gross, net = net, tax.percent = 20," in faults[0]
    assert faults[-1] == (
        "places: its variants are not equally hard. 0.50 to 1.00 of the mistakes lose points, and begins_with_zero loses 0.00 to 1.00 of them. "
        "The spread may be at most 0.05."
    )
    assert places.spread == 1.0 and places.uneven == "begins_with_zero"


def test_an_alternative_that_is_written_for_one_variant(audited):
    faults, _found = audited({**TWO, "alternatives/places__range.py": FILES["alternatives/places__range.py"].replace("### VARIANT 1 is {first}\n", "")}, "places", 2)
    assert [said.partition(" (")[0] for said in faults] == ["places: the alternative range fails test_two_names", "places: the alternative range fails test_five_names"]


def test_a_check_that_is_written_for_one_variant(audited):
    """Then the reference of the others fails."""
    checks = PLACES.replace("### VARIANT 1 is {first}\n", "").replace("### END VARIANT\n", "")
    faults, _found = audited({**TWO, "checks/test_places.py": checks}, "places", 2)
    assert faults[0].startswith("places: the reference fails test_two_names (failed): ") and "(variant: first = 0" in faults[0]


def test_values_that_change_nothing(audited):
    """Only the prose differs, so a neighbour's answer earns everything."""

    def with_a_word(text):
        return text.replace("### VARIANT 1 is {first}", "### VARIANT A number for is A {word} for")

    settings = SETTINGS.replace(f"first = {NUMBERS}", 'word = ["number", "digit"]')
    files = {name: text.replace("### VARIANT 1 is {first}\n", "") for name, text in FILES.items() if "/places__" in name}
    checks = PLACES.replace("### VARIANT 1 is {first}\n", "").replace("### END VARIANT\n", "")
    checks = "### VARIANT a number for is a {word} for\n" + checks
    files |= {"assignment.toml": settings, "checks/test_places.py": checks, "bills.py": with_a_word(FILES["bills.py"])}
    faults, (places,) = audited(files, "places", 2)
    assert faults == ["places: the answer to one variant earns everything in another one. Take values that change what the function does."]
    assert places.neighbours == 0


def test_points_that_a_mark_changes(audited):
    """``20`` is the tax, and the number of points: the mark changes both."""
    checks = BILL.replace("### VARIANT 20 per cent is {tax.percent} per cent", "### VARIANT 20 is {tax.percent}")
    faults, _found = audited({"checks/test_bill.py": checks}, "bill", 3)
    assert any(said.startswith("bill: its checks are worth ") for said in faults)


def test_an_assignment_without_variants(tmp_path, starters):
    import miniature

    assert variant_audit.audit(assignment_folder.load(miniature.write(tmp_path)), starters) == ([], [])


def test_wrong_marks_come_first(audited):
    faults, found = audited({"checks/test_places.py": PLACES.replace("{first}", "{frist}")})
    assert len(faults) == 1 and "Did you mean first?" in faults[0] and found == []
