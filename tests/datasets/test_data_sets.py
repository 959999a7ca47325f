"""Which data sets an assignment can use, and that a page finds the one beside it."""

import sys
from types import ModuleType

import pytest

from autograder import datasets
from autograder.datasets import places
from autograder.datasets.data_sets import DataSets, of_settings
from autograder.datasets.own import BrokenDefinition

DATA = '''"""marks: the marks of a class"""

FILES = ("marks.csv",)
SUBSTITUTE = "made_marks"


def read(path):
    if not path.read_text().startswith("name"):
        raise ValueError("there is no column name")
    return path


def make(folder):
    return "name;mark\\nBen;2\\n"
'''


@pytest.fixture
def page_folder(tmp_path, monkeypatch):
    """As students have it."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    places._say_once.cache_clear()
    checks = tmp_path / "work" / "checks"
    checks.mkdir(parents=True)
    (checks / "data.py").write_text(DATA)
    (checks / "assignment.toml").write_text('data = "marks"\n')
    return checks.parent


def test_a_notebook_finds_the_data_set_beside_it(page_folder, monkeypatch, capsys):
    monkeypatch.chdir(page_folder)
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    assert datasets.file("marks").read_text() == "name;mark\nBen;2\n"
    assert capsys.readouterr().out == (
        "The marks of a class could not be found: using made marks instead. If you have marks.csv, set AUTOGRADER_DATA to the file or its "
        "folder.\n"
    )


def test_a_script_finds_it_from_anywhere(page_folder, monkeypatch, tmp_path):
    main = ModuleType("__main__")
    main.__file__ = str(page_folder / "page.py")
    monkeypatch.setitem(sys.modules, "__main__", main)
    monkeypatch.chdir(tmp_path)
    assert datasets.find("made_marks").name == "made_marks"


def test_elsewhere_the_name_is_unknown(page_folder, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "ps1", ">>> ", raising=False)
    with pytest.raises(datasets.UnknownDataset, match="There is no data set 'marks'"):
        datasets.file("marks")


def test_a_judge_that_runs_among_students_files_does_not_look_there(page_folder, monkeypatch):
    """No script is theirs, and no notebook; so what they call ``data.py`` never runs in the judge's process."""
    monkeypatch.chdir(page_folder)
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))  # as in a process of the pool
    with pytest.raises(datasets.UnknownDataset, match="There is no data set 'marks'"):
        datasets.file("marks")


def test_a_published_file_comes_first_and_a_wrong_one_is_refused(page_folder, monkeypatch):
    sets = of_settings(page_folder / "checks" / "assignment.toml", "marks")
    monkeypatch.setenv("AUTOGRADER_DATA", str(page_folder))
    assert sets.name_now("marks") == "made_marks" and sets.substitute("marks") == "made_marks"
    (page_folder / "marks.csv").write_text("name;mark\n")
    assert sets.find("marks").path == page_folder / "marks.csv"
    (page_folder / "marks.csv").write_text("other")
    with pytest.raises(datasets.DamagedDataset, match="there is no column name"):
        sets.find("marks")


def test_two_assignments_with_one_name_for_their_data_never_mix(page_folder, tmp_path):
    other = tmp_path / "other" / "assignment.toml"
    other.parent.mkdir()
    other.with_name("data.py").write_text(DATA.replace("Ben;2", "Cid;3"))
    first, second = (of_settings(path, "marks") for path in (page_folder / "checks" / "assignment.toml", other))
    assert [one.shared("made_marks").path.read_text()[-6:] for one in (first, second, first)] == ["Ben;2\n", "Cid;3\n", "Ben;2\n"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("", DATA, "defines a data set without a name"),
        ("mnist", DATA, "the kit has a data set of this name"),
        ("marks", DATA.replace("made_marks", "digits"), "the kit has a data set of this name"),
    ],
    ids=["no name", "a name of the kit's", "a substitute of the kit's"],
)
def test_a_name_belongs_to_one_data_set(tmp_path, name, text, said):
    (tmp_path / "data.py").write_text(text)
    with pytest.raises(BrokenDefinition, match=said):
        of_settings(tmp_path / "assignment.toml", name)


def test_without_an_own_one_the_kits_are_known():
    assert {*datasets.NAMES} == {*DataSets().entries, *DataSets().substitutes}
