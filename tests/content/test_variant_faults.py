"""A mark that is wrong is said with its file and line, before anything runs."""

import pytest
import variant_miniature
from plain_english import plain_parts
from variant_miniature import BILL, PLACES, SETTINGS

from autograder.content import assignment_folder, author_faults, variant_folder, variants


def faults(tmp_path, files=None):
    found = author_faults.faults(assignment_folder.load(variant_miniature.write(tmp_path, files)))
    assert [plain_parts(one) for one in found] == [[]] * len(found), "a translator gets all of it"
    return found


def test_right_marks_are_quiet(tmp_path):
    assert faults(tmp_path) == []
    bills = assignment_folder.load(tmp_path / "solutions" / "bills")
    other = variant_folder.of(bills, variants.some(bills.variants, ["net"], 2)[1])
    assert author_faults.faults(other) == []


MARK = "### VARIANT 1 is {first}"


@pytest.mark.parametrize(
    ("mark", "said"),
    [
        ("### VARIANT 1 is {frist}", "there is no parameter 'frist'. Did you mean first? [variants] of the settings has: tax, net, gross, first."),
        ("### VARIANT 1 is 2", "no parameter is in 2. A mark has the form   ### VARIANT TEXT is {parameter}"),
        ("### VARIANT 1 = {first}", "this is not a mark. It has the form   ### VARIANT TEXT is {parameter}"),
        ("### VARIANT 3 is {first}", "with the ordinary values, {first} is 1, and not 3: the ordinary assignment would be another one."),
        ("### VARIANT 1 is {tax}", "tax is a table: name one of its entries, {tax.percent}, {tax.share}, {tax.twice}."),
        ("### VARIANT 1 is {tax.shar}", "tax is a table: name one of its entries, {tax.percent}, {tax.share}, {tax.twice}. Did you mean share?"),
        ("### VARIANT 1 is {first.one}", "first is not a table, so it has no entry 'one'. Write {first}."),
        ("### VARIANT x1 is x{first}", "x1 is in no line below this mark, so the mark does nothing."),
    ],
)
def test_a_wrong_mark(tmp_path, mark, said):
    assert faults(tmp_path, {"checks/test_places.py": PLACES.replace(MARK, mark)}) == [f"checks/test_places.py, line 7: {said}"]


def test_an_end_without_a_beginning(tmp_path):
    assert faults(tmp_path, {"checks/test_bill.py": BILL + "### END VARIANT\n### END VARIANT\n"}) == [
        f"checks/test_bill.py, line {len(BILL.splitlines()) + 2}: ### END VARIANT without ### VARIANT."
    ]


def test_a_parameter_that_no_mark_names(tmp_path):
    settings = SETTINGS.replace("[variants]\n", "[variants]\nunused = [1, 2]\n")
    assert faults(tmp_path, {"assignment.toml": settings}) == [
        "assignment.toml: no file has a mark with the parameter unused of [variants], so it changes nothing. A mark has the form   "
        "### VARIANT TEXT is {parameter}"
    ]
