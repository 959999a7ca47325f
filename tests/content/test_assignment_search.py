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
