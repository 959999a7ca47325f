"""A page in another language has the same code as the original, and says which of its texts are out of date."""

import miniature
import pytest
import text_miniature
import translated_miniature as translated

from autograder.content import assignment_folder, author_faults
from autograder.content.assignment_version import content_hash
from autograder.content.percent_cells import with_originals
from autograder.content.translated_page import (
    changed_since,
    differences,
    hashes,
    notes,
    released,
    stub_in,
    text_of,
    translations,
)

ORIGINAL = """# %% [markdown]
# # Counting

# %% total
def total(numbers):
    \"\"\"Add up.

    Example:
        >>> total([1, 2])
        3
    \"\"\"
    ### BEGIN SOLUTION
    print("inside")
    return sum(numbers)  # one line
    ### END SOLUTION

# %% total_demo
print(f"the sum: {total([1, 2]):5}", "and more", end="!")
title = "a title"
"""


def changed(old: str, new: str) -> list[str]:
    assert old in ORIGINAL
    return differences(ORIGINAL, ORIGINAL.replace(old, new), "counting.de.py")


@pytest.mark.parametrize(
    ("old", "new"),
    [("# # Counting", "# # Zählen\n#\n# Noch ein Absatz."), ("Add up.", "Addiere."), ("# one line", "# eine Zeile"),
     ("the sum: ", "die Summe: "), ("and more", "und mehr"), ("# one line", "")],
    ids=["prose", "a docstring", "a comment", "an f-string", "a text", "no comment"],
)  # fmt: skip
def test_text_may_differ(old, new):
    assert changed(old, new) == []


IN_A_FIGURE = """# %% setup
from autograder import check, hint

# %% show
plt.title(f"{count} images")


def title():
    return "all"
"""


@pytest.mark.parametrize(
    ("translated", "fits"),
    [
        ('plt.title(figure_text(f"이미지 {count}장", f"{count} images"))', True),
        ('plt.title(figure_text(f"이미지 {count}장", "all images"))', False),
        ('plt.title(figure_text(f"이미지 {count}장"))', False),
        ('plt.title(f"이미지 {count}장")', False),
    ],
    ids=["with the original", "with another text", "without the original", "alone"],
)
def test_the_text_of_a_figure_may_differ_if_the_original_stands_beside_it(translated, fits):
    page = IN_A_FIGURE.replace("check, hint", "check, figure_text, hint").replace('plt.title(f"{count} images")', translated)
    assert (differences(IN_A_FIGURE, page, "counting.ko.py") == []) is fits


def test_inside_a_function_the_text_of_a_figure_is_code():
    page = IN_A_FIGURE.replace('return "all"', 'return figure_text("모두", "all")')
    assert "the cell show has other code" in differences(IN_A_FIGURE, page, "counting.ko.py")[0]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("sum(numbers)", "sum(numbers[1:])", "line 4: the cell total has other code than the original"),
        ("def total(numbers)", "def summe(numbers)", "the cell total has other code"),
        ('print("inside")', 'print("innen")', "the cell total has other code"),
        ("a title", "ein Titel", "the cell total_demo has other code"),
        (":5}", ":9}", "the cell total_demo has other code"),
        ('end="!"', 'end="?"', "the cell total_demo has other code"),
        ('"and more"', "total([])", "the cell total_demo has other code"),
        ("    ### END SOLUTION\n", "", "cannot be read"),
        ("    ### BEGIN SOLUTION\n    print", "    print", "cannot be read"),
        ('    ### BEGIN SOLUTION\n    print("inside")\n', '    print("inside")\n    ### BEGIN SOLUTION\n', "has other code"),
        ("return sum", "return (sum", "cannot be read"),
        (">>> total([1, 2])", ">>> total([2, 1])", "another example in its docstring"),
        ("        3\n", "        4\n", "another example in its docstring"),
        ("# %% total_demo", "# %% total_show", "the cell total_show is in the place of the cell total_demo"),
        ("# %% total_demo", "# %% [markdown]", "the markdown cell that begins in line 17 is in the place of the cell total_demo"),
        ("# # Counting", "# # Counting\n\n# %% [markdown]\n# More", "is in the place of the cell total"),
        ('title = "a title"', 'title = "a title"\n\n# %% more\n', "it has 4 cells, the original 3. The first without a partner is the cell more"),
    ],
)  # fmt: skip
def test_code_may_not_differ(old, new, said):
    found = changed(old, new)
    assert len(found) == 1 and said in found[0] and found[0].startswith("counting.de.py")


def test_the_sample_answer_of_a_text_may_differ_but_its_prompt_may_not():
    page = miniature.PAGE + text_miniature.CELL
    other = page.replace(text_miniature.SAMPLE, "Weil es so ist.")
    assert differences(page, other, "a.py", frozenset({"WHY"})) == []
    assert "has other code" in differences(page, other, "a.py")[0]
    marked = ("### BEGIN SOLUTION\nWHY", "WHY"), ('"""\n### END SOLUTION', '"""')
    for old, new in marked:
        page, other = page.replace(old, new), other.replace(old, new)
    assert "has other code" in differences(page, other, "a.py", frozenset({"WHY"}))[0]


def test_a_cell_says_when_its_original_has_changed():
    noted = with_originals(ORIGINAL, hashes(ORIGINAL))
    assert changed_since(ORIGINAL, noted, "a.de.py") == []
    assert len(changed_since(ORIGINAL, ORIGINAL, "a.de.py")) == 3
    for old, new, cell in [
        ("# # Counting", "# # Adding", "line 1: the markdown cell"),
        ("Add up.", "Add all.", "line 4: the cell total "),
        ("# one line", "# a line", "line 4: the cell total "),
        ("the sum: ", "sum: ", "line 17: the cell total_demo"),
    ]:
        found = changed_since(ORIGINAL.replace(old, new), noted, "a.de.py")
        assert len(found) == 1 and cell in found[0] and found[0].endswith("a text that has changed since."), old


def test_new_code_is_no_new_text():
    assert hashes(ORIGINAL) == hashes(ORIGINAL.replace("sum(numbers)", "sum(numbers) + 0"))
    assert [bool(text_of(cell)) for cell in map(cell_of, ("import json", "x = 'text'", "# why"))] == [False, False, True]


def cell_of(source):
    from autograder.content.percent_cells import PercentCell

    return PercentCell("code", "", source, 1)


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path, translated.FILES | {"miniature.old_version.py": "x = 1\n"}))


def test_a_file_beside_the_page_is_a_translation_if_its_name_says_a_language(assignment):
    assert list(translations(assignment)) == ["de"]
    assert author_faults.faults(assignment) == [] and notes(assignment) == []


def test_students_get_no_answers_and_no_notes(assignment):
    stub = stub_in(assignment, "de")
    assert "Doppelt so viel." in stub and "2 * numbers" not in stub and "original=" not in stub
    assert stub_in(assignment, "fr") == assignment.stub
    assert released(stub) == stub


def test_a_translation_with_other_code_is_a_fault_of_the_author(tmp_path):
    wrong = translated.NOTED.replace("return 2 * numbers", "return 3 * numbers")
    one = assignment_folder.load(miniature.write(tmp_path, {translated.NAME: wrong}))
    assert any("the cell double has other code than the original" in fault for fault in author_faults.faults(one))


def test_no_version_depends_on_a_translation(assignment, tmp_path):
    plain = assignment_folder.load(miniature.write(tmp_path / "plain"))
    (assignment.folder / "miniature.old_version.py").unlink()
    assert content_hash(assignment) == content_hash(plain)
