"""Where assignments are looked for: above a page, above this process, in the search path, in installed packages."""

import shutil
import sys

import miniature
import pytest

from autograder.content import assignment_search


@pytest.fixture(autouse=True)
def clone(tmp_path, monkeypatch):
    """A clone of a kit, which the package seems to lie in, and a shell that stands elsewhere."""
    miniature.write(tmp_path / "clone")
    monkeypatch.setattr(assignment_search, "__file__", str(tmp_path / "clone" / "autograder" / "content" / "x.py"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "clone"


@pytest.fixture
def words(tmp_path):
    """An assignment ``words`` in a folder that is above nothing."""
    folder = shutil.move(miniature.write(tmp_path / "made"), tmp_path / "shelf" / "words")
    (folder / "miniature.py").rename(folder / "words.py")
    return folder


def release(folder, name):
    checks = folder / "assignments" / name / "checks"
    checks.mkdir(parents=True)
    (checks / "assignment.toml").write_text(f'name = "{name}"\n' + miniature.SETTINGS)
    (checks / "page.py").write_text(miniature.PAGE)


def test_an_assignment_nearby_hides_no_other(tmp_path):
    release(tmp_path / "here", "words")
    assert assignment_search.find("words").public
    assert assignment_search.find("miniature").folder == tmp_path / "clone" / "solutions" / "miniature"
    assert assignment_search.find(near=tmp_path / "here" / "ada.py").name == "words", "the only one that is near"


def test_the_nearest_of_one_name_is_meant(tmp_path):
    near = miniature.write(tmp_path / "here")
    assert assignment_search.find("miniature").folder == near


@pytest.mark.parametrize("place", ["", "words"], ids=["a folder of assignments", "an assignment"])
def test_the_search_path_is_looked_through(words, monkeypatch, place):
    monkeypatch.setenv("AUTOGRADER_PATH", f"/no/such/folder:{words.parent / place}")
    assert assignment_search.find("words").folder == words
    assert words in assignment_search.all_near()


def test_an_installed_package_brings_assignments(words, monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(tmp_path)
    place = tmp_path / "someones_course-1.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: someones-course\nVersion: 1.0\n")
    (place / "entry_points.txt").write_text("[autograder.assignments]\nall = shelf\ngone = no_such_package\n")
    assert assignment_search.find("words").folder == words
    assert "shelf" not in sys.modules, "to look for an assignment runs nothing of the package"


def test_what_lies_elsewhere_is_not_an_authors_place(words, monkeypatch, tmp_path):
    monkeypatch.setenv("AUTOGRADER_PATH", str(words.parent))
    assert assignment_search.sources() == []
    near = miniature.write(tmp_path / "here")
    assert assignment_search.sources() == [near] == assignment_search.sources(near / "checks")
    assert assignment_search.sources(words) == [words]


def test_the_students_form_is_written_beside_the_source(tmp_path, words, clone):
    assert assignment_search.released_folder(clone / "solutions" / "miniature") == clone / "assignments" / "miniature"
    assert assignment_search.released_folder(words) == tmp_path / "shelf" / "assignments" / "words"
    (words / ".git").mkdir()
    assert assignment_search.released_folder(words) == words / "assignments" / "words", "nothing outside a repository"


def working_copy(folder, name, source=miniature.PAGE):
    """What a student has, see ``release``; returns the page."""
    checks = folder / "checks"
    checks.mkdir(parents=True)
    (checks / "assignment.toml").write_text(f'name = "{name}"\n' + miniature.SETTINGS.replace("[exercises.double]", "[exercises.double]\npoints = 7"))
    (checks / "page.py").write_text(source)
    (folder / f"{name}.py").write_text(source)
    return folder / f"{name}.py"


def test_a_working_copy_gets_the_hidden_checks_of_its_own_assignment(tmp_path, clone):
    page = working_copy(tmp_path / "copy", "miniature", miniature.PAGE.replace("# # Counting", "# # Older words"))
    assert assignment_search.find(near=page).folder == clone / "solutions" / "miniature"


def test_the_only_assignment_that_is_near_is_meant_whatever_the_page_is_called(clone):
    """And not for another name that was asked for."""
    (clone / "final_version.py").write_text(miniature.PAGE)
    assert assignment_search.find(near=clone / "final_version.py").folder == clone / "solutions" / "miniature"
    with pytest.raises(assignment_search.AssignmentNotFound, match="There is no assignment 'final_version' here"):
        assignment_search.find("final_version", near=clone / "final_version.py")


def test_beside_a_working_copy_the_full_form_is_found(tmp_path, clone):
    """The nearest clone has both forms of it, and the package's clone has one, too."""
    near = miniature.write(tmp_path / "near")
    working_copy(tmp_path / "near" / "assignments" / "miniature", "miniature")
    found = assignment_search.load(tmp_path / "near" / "assignments" / "miniature")
    assert assignment_search.with_hidden_checks_near(found, tmp_path / "near" / "not" / "there").folder == near
    assert assignment_search.with_hidden_checks_near(found, tmp_path / "here").folder == clone / "solutions" / "miniature"


OTHER = miniature.PAGE.replace("Twice as much.\n\n    Args", "Half as much.\n\n    Args")


def test_a_working_copy_gets_no_hidden_checks_of_another_assignment_of_its_name(tmp_path, clone):
    """Nor its points: one that has the same functions, and asks for something else."""
    page = working_copy(tmp_path / "copy", "miniature", OTHER)
    found = assignment_search.find(near=page)
    assert found.public and found.folder == page.parent and found.worth == {"double": 7, "total": 0}


def test_the_same_holds_where_that_one_is_the_nearest(tmp_path):
    miniature.write(tmp_path)  # above the working copy
    page = working_copy(tmp_path / "copy", "miniature", OTHER)
    assert assignment_search.find(near=page).folder == page.parent


def test_no_points_of_another_assignment_of_the_name(tmp_path, words):
    """It is not built, and the built one that is near is another one's."""
    words = shutil.move(words, words.with_name("miniature"))
    (words / "words.py").rename(words / "miniature.py")
    here = tmp_path / "here" / "assignments" / "miniature"
    working_copy(here, "miniature", OTHER)
    assert [one.points for one in assignment_search.find(str(words)).exercises] == [0, 0]
    shutil.rmtree(here)
    working_copy(here, "miniature")
    assert [one.points for one in assignment_search.find(str(words)).exercises] == [0, 0], "a folder is taken as it is"
    assert [one.points for one in assignment_search._with_points(assignment_search.load(words)).exercises] == [7, 0]


def test_the_one_to_begin_with_comes_after_no_other(tmp_path, words):
    first = miniature.write(tmp_path / "more")
    assert assignment_search.first([first, words]) is None, "both could be the first"
    settings = words / "assignment.toml"
    settings.write_text('after = "miniature"\n' + settings.read_text("utf-8"), "utf-8")
    assert assignment_search.first([words, first]) == first
    assert assignment_search.first([words]) == words, "what comes before it is not there"
    assert assignment_search.first([]) is None


def test_an_assignment_is_its_own_source(clone):
    """Also from deep inside of it; from its clone, all that have answers are meant."""
    folder = clone / "solutions" / "miniature"
    assert assignment_search.sources(folder) == assignment_search.sources(folder / "checks") == [folder]
    assert assignment_search.sources(clone / "autograder") == [folder]
