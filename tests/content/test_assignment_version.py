"""Two assignments of one name are told apart, and so are two states of one."""

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.content.assignment_version import is_same


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path)


def version(folder):
    return assignment_folder.load(folder).version


def changed(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def public_form(folder, source=miniature.PAGE):
    checks = folder / "checks"
    checks.mkdir(parents=True)
    (checks / "assignment.toml").write_text('name = "miniature"\n' + miniature.SETTINGS)
    (checks / "page.py").write_text(source)
    (checks / "test_double.py").write_text(miniature.DOUBLE)
    (folder / "miniature.py").write_text(source)
    return folder


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("assignment.toml", "Start from nothing.", "Start from 0."),
        ("miniature.py", "# # Counting", "# # Counting!"),
        ("checks/test_double.py", "points(20)", "points(21)"),
        ("mistakes/double__adds_two.py", "You added two.", "You added 2."),
    ],
)
def test_whatever_decides_a_result_makes_another_version(folder, name, old, new):
    before = version(folder)
    changed(folder / name, old, new)
    assert version(folder) != before


@pytest.mark.parametrize("name", ["checks/words.py", "checks/table.csv", "data/numbers.csv", "table.py"])
def test_a_new_file_makes_another_version(folder, name):
    before = version(folder)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("1")
    assert version(folder) != before


def test_what_no_result_depends_on_makes_none(folder):
    before = version(folder)
    assert len(before) == 8 and before == version(folder)
    for name in ("README.md", "mistakes/signatures.json", "alternatives/double__other.py", "assignments/miniature/checks/page.py", ".git/HEAD"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("something else")
    for path in (folder / "checks").glob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert version(folder) == before


def test_of_the_students_form_the_checks_count(tmp_path):
    folder = public_form(tmp_path / "work")
    before = version(folder)
    changed(folder / "miniature.py", "return 2 * numbers", "return numbers + numbers")
    assert version(folder) == before
    changed(folder / "checks" / "test_double.py", "2.0, 4.0", "2.0, 4.5")
    assert version(folder) != before


def test_an_author_can_number_the_versions(folder):
    changed(folder / "assignment.toml", "format = 1", 'format = 1\nversion = "2.1"')
    assert version(folder).startswith("2.1 (")
    changed(folder / "assignment.toml", '"2.1"', "2.1")
    with pytest.raises(assignment_folder.AssignmentBroken, match="version"):
        version(folder)


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("# # Counting", "# # Another text", True),
        ("return numbers.sum()", "return sum(numbers)", True),
        ('"""Twice as much.', '"""Half as much.', False),
        ("def double(numbers):", "def double(numbers, times=2):", False),
    ],
    ids=["prose", "an answer", "a docstring", "a signature"],
)
def test_two_are_the_same_if_they_ask_for_the_same(folder, tmp_path, old, new, same):
    one = assignment_folder.load(folder)
    other = assignment_folder.load(public_form(tmp_path / "work", miniature.PAGE.replace(old, new)))
    assert is_same(one, other) is same


OTHER_CHECKS = [
    ("[2.0, 4.0], hidden=False", "[3.0, 6.0], hidden=False"),
    ("double(np.arange(4.0))", "double(np.arange(5.0))"),
]


@pytest.mark.parametrize(("count", "same"), [(0, True), (1, True), (2, False)])
def test_two_of_one_name_are_not_the_same_if_they_check_other_things(folder, tmp_path, count, same):
    """They may ask for the same in the same words. An older state has a few other checks."""
    one, copy = assignment_folder.load(folder), public_form(tmp_path / "work")
    for old, new in OTHER_CHECKS[:count]:
        changed(copy / "checks" / "test_double.py", old, new)
    other = assignment_folder.load(copy)
    assert (is_same(one, other), is_same(other, one)) == (same, same)


def test_points_and_marks_of_a_check_make_no_other_assignment(folder, tmp_path):
    copy = public_form(tmp_path / "work")
    changed(copy / "checks" / "test_double.py", "points(20)", "points(12)")
    changed(copy / "checks" / "test_double.py", '@pytest.mark.after("test_each_number")\n', "")
    assert is_same(assignment_folder.load(folder), assignment_folder.load(copy))


def test_an_author_tells_two_apart_by_their_version(folder, tmp_path):
    copy = public_form(tmp_path / "work")
    changed(folder / "assignment.toml", "format = 1", 'format = 1\nversion = "2026"')
    assert not is_same(assignment_folder.load(folder), assignment_folder.load(copy))
    changed(copy / "checks" / "assignment.toml", "format = 1", 'format = 1\nversion = "2026"')
    assert is_same(assignment_folder.load(folder), assignment_folder.load(copy))
