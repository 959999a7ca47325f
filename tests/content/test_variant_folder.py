"""An assignment in a variant is an assignment like any other, with other values in all of its files."""

import ast
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
import variant_miniature
from variant_miniature import PAGE, SETTINGS

from autograder.content import assignment_folder, variant_folder, variants
from autograder.content.assignment import AssignmentBroken
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import in_language
from autograder.reports.translated_reports import of_assignment

VALUES = {"tax": {"percent": 25, "share": 0.25, "twice": 0.5}, "net": "goods", "gross": "to_pay", "first": 10}
OTHER = variants.as_text(VALUES)


@pytest.fixture
def bills(tmp_path):
    return assignment_folder.load(variant_miniature.write(tmp_path))


def test_the_ordinary_assignment_is_the_one_without_marks(bills):
    assert "VARIANT" not in bills.source and 'return {"net": net, "gross": net + net * 0.2}' in bills.source
    assert not bills.variant and variant_folder.of(bills, "") is bills
    assert all("VARIANT" not in one.source for one in (*bills.mistakes, *bills.alternatives))


def test_page_checks_mistakes_and_hints_have_the_values(bills):
    one = variant_folder.of(bills, OTHER)
    assert 'return {"goods": net, "to_pay": net + net * 0.25}' in one.source and "enumerate(names, 10)" in one.source
    assert one.exercise("bill").hints == ("What is 25 per cent of 50?",) and one.exercise("bill").title.endswith("25 per cent")
    assert 'NET, GROSS, TAX = "goods", "to_pay", 0.25' in one.exercise("bill").checks.read_text()
    assert "points(20)" in one.exercise("bill").checks.read_text()
    (twice,) = [mistake for mistake in one.mistakes if mistake.name == "takes_twice_the_tax"]
    assert "* 0.5}" in twice.source and twice.text == "You added the tax twice. It is 25 per cent."
    assert one.variant == OTHER and one.version == bills.version and one.name == "bills"
    for path in one.folder.rglob("*.py"):
        ast.parse(path.read_text())
        assert "VARIANT" not in path.read_text()


def test_it_is_made_once_and_only_this_user_may_read_it(bills):
    one = variant_folder.of(bills, OTHER)
    assert variant_folder.of(bills, OTHER) is one
    if os.name != "nt":
        assert stat.S_IMODE(one.folder.parents[1].stat().st_mode) == 0o700


def test_nothing_is_left_when_the_process_ends(bills):
    program = (
        "from pathlib import Path\nfrom autograder.content import assignment_folder, variant_folder\n"
        f"print(variant_folder.of(assignment_folder.load(Path({str(bills.folder)!r})), {OTHER!r}).folder)\n"
    )
    folder = Path(subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip())
    assert folder.name == "bills" and not folder.parents[1].exists()


def test_a_fork_leaves_alone_what_its_parent_has_made(bills, monkeypatch):
    one = variant_folder.of(bills, OTHER)
    with monkeypatch.context() as other_process:
        other_process.setattr("os.getpid", lambda: -1)
        variant_folder.remove()
    assert one.folder.is_dir() and variant_folder.of(bills, OTHER) is one
    variant_folder.remove()
    assert not one.folder.exists() and variant_folder.of(bills, OTHER).folder.is_dir()


def test_after_a_change_it_is_made_anew(bills):
    before = variant_folder.of(bills, OTHER)
    page = bills.folder / "bills.py"
    page.write_text(page.read_text().replace("# # Bills", "# # Bills and more"))
    after = variant_folder.of(assignment_folder.load(bills.folder), OTHER)
    assert after.folder != before.folder and "Bills and more" in after.source


def test_a_variant_that_there_is_not(bills):
    with pytest.raises(NoSuchVariant):
        variant_folder.of(bills, '{"first": 3}')
    with pytest.raises(NoSuchVariant, match="as one of its variants"):
        variant_folder.of(variant_folder.of(bills, OTHER), variants.as_text({**VALUES, "first": 1}))


def test_the_page_says_which_variant_it_is_and_nothing_else_is_new(bills):
    one = variant_folder.of(bills, OTHER)
    code = variants.code(OTHER)
    assert f"# # Bills\n#\n# Some names and numbers on this page are different for each student: `variant {code}`.\n\n# %% setup" in one.source
    assert variant_folder.said_by(one.source.encode()) == [code]
    usual = variant_folder.of(bills, variants.as_text(variants.ordinary(bills.variants)))
    lines = set(usual.source.splitlines()) - set(bills.source.splitlines())
    assert len(lines) == 1 and variant_folder.said_by("\n".join(lines).encode()) != [code]


def test_a_page_without_marks_says_which_variant_it_is_too(tmp_path):
    plain = "\n".join(line for line in PAGE.split("\n") if "### VARIANT" not in line)
    bills = assignment_folder.load(variant_miniature.write(tmp_path, {"bills.ko.py": plain}))
    (bills.folder / "more.png").write_bytes(b"\x89PNG\xff")  # is no text
    one = variant_folder.of(bills, OTHER)
    assert variant_folder.said_by((one.folder / "bills.ko.py").read_bytes()) == [variants.code(OTHER)]


def test_a_page_that_begins_with_code_gets_a_cell():
    assert variant_folder.with_code("# %% setup\nimport math\n", "3fa9c1").startswith(
        "# %% [markdown]\n# Some names and numbers on this page are different for each student: `variant 3fa9c1`.\n\n# %% setup\n"
    )


def test_translations_have_the_values_too(tmp_path):
    korean = PAGE.replace("What is to be paid?", "얼마를 내야 할까요?").replace("The tax is 20 per cent of the prices.", "세금은 20 퍼센트입니다.")
    korean = korean.replace("### VARIANT 20 is {tax.percent}\n# 세금", "### VARIANT 20 is {tax.percent}\n# 세금")
    catalogue = (
        'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#: checks/test_bill.py\nmsgctxt "exercise:bill:title"\nmsgid "what is to be paid, with a tax of 20 per cent"\nmsgstr "세금이 20 per cent인 계산서"\n'
    )
    bills = assignment_folder.load(variant_miniature.write(tmp_path, {"bills.ko.py": korean, "locale/ko.po": catalogue}))
    one = variant_folder.of(bills, OTHER)
    page = (one.folder / "bills.ko.py").read_text("utf-8")
    assert "# 세금은 25 퍼센트입니다." in page and variant_folder.said_by(page.encode()) == [variants.code(OTHER)]
    assert of_assignment(one.exercise("bill").title, "exercise:bill:title", "bills", "ko") == "세금이 25 per cent인 계산서"
    assert in_language(bills.title, "ko")


def test_a_translation_of_a_text_above_the_mark_stays_as_it_is(tmp_path):
    """Otherwise the text in the file and the one in the catalogue would be two, and nobody would see the translation."""
    lesson = "### VARIANT 0.4 is {tax.twice}\n"
    mistake = '"""You added 0.4, twice the tax."""\n\n\n' + lesson + 'def bill(prices):\n    return {"net": 1, "gross": 0.4}\n'
    catalogue = (
        'msgid ""\nmsgstr ""\n"Language: ko\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '#: mistakes/bill__takes_twice_the_tax.py\nmsgctxt "mistake:bill__takes_twice_the_tax"\nmsgid "You added 0.4, twice the tax."\nmsgstr "0.4를 더했습니다."\n'
    )
    files = {"mistakes/bill__takes_twice_the_tax.py": mistake, "locale/ko.po": catalogue, "bills.ko.py": PAGE}
    one = variant_folder.of(assignment_folder.load(variant_miniature.write(tmp_path, files)), OTHER)
    (twice,) = [each for each in one.mistakes if each.name == "takes_twice_the_tax"]
    assert twice.text == "You added 0.4, twice the tax." and '"gross": 0.5' in twice.source
    assert (one.folder / "locale" / "ko.po").read_text("utf-8") == catalogue


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("first = [1, 0, 2, 5, 10, 100, 7]", "first = 1", "assignment.toml: variants.first must be a list of two values or more, the ordinary one first; it is 1."),
        ("[variants]", "[varaints]", "there is no key 'varaints' in the settings. Did you mean variants?"),
        ("first = [1, 0,", 'first = [1, "\\"",', "assignment.toml: variants.first: '\"' cannot be a value."),
    ],
)
def test_settings_that_cannot_be_used_name_file_and_key(tmp_path, old, new, said):
    folder = variant_miniature.write(tmp_path, {"assignment.toml": SETTINGS.replace(old, new)})
    with pytest.raises(AssignmentBroken) as caught:
        assignment_folder.load(folder)
    assert said in str(caught.value)


def test_a_folder_that_does_not_say_which_variant_it_is(bills):
    (bills.folder / variants.FILE).write_text(json.dumps({"variant": 1}))
    with pytest.raises(AssignmentBroken, match="does not say which variant it is"):
        assignment_folder.load(bills.folder)
