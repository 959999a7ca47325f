"""``new-assignment``: a whole assignment from the first minute."""

import tomllib
from pathlib import Path

import pytest

from autograder.authoring import new_assignment
from autograder.content import assignment_folder, author_faults

ROOT = Path(__file__).parents[2]


@pytest.mark.usefixtures("one_process")
@pytest.mark.parametrize("template", new_assignment.templates())
def test_the_audit_of_a_template_is_quiet_from_the_first_minute(typed, tmp_path, monkeypatch, template):
    monkeypatch.chdir(tmp_path)
    code, out, _ = typed(f"new-assignment strings --from {template}")
    assert code == 0 and out.endswith("Next:   autograder audit strings, then   autograder build strings\n")
    code, out, _ = typed("audit strings")
    assert code == 0 and "exercises pass the audit" in out and out.endswith("Next:   autograder build strings\n"), out
    assert typed("build strings")[0] == 0
    assert (tmp_path / "assignments" / "strings" / "README.md").read_text().count("strings.py") == 1


def test_a_new_assignment_is_beside_the_others_or_where_a_path_says(typed, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert typed("new-assignment first_words")[0] == 0
    (tmp_path / "deep").mkdir()
    monkeypatch.chdir(tmp_path / "deep")
    assert typed("new-assignment second")[0] == 0
    assert sorted(path.name for path in (tmp_path / "solutions").iterdir()) == ["first_words", "second"]
    assert typed("new-assignment ./third")[1].endswith("audit ./third, then   autograder build ./third\n")
    found = assignment_folder.load(tmp_path / "deep" / "third")
    assert (found.title, author_faults.faults(found)) == ("Third", [])


WRONGS = {
    "a space in its name": ("my-words", "'my-words' cannot be the name of an assignment: write small letters"),
    "a word of Python": ("class", "'class' cannot be the name of an assignment: it is a word of Python's own."),
    "a device of Windows": ("com1", "'com1' cannot be the name of an assignment: on Windows it is a device"),
    "a module of Python": ("string", "'string' cannot be the name of an assignment: a module of Python"),
    "a template that is not there": ("words --from plane", "There is no template 'plane'. Did you mean plain?"),
    "a folder that is there": ("there", "already exists"),
}


@pytest.mark.parametrize(("words", "said"), WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_said(typed, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "solutions" / "there" / "mine").mkdir(parents=True)
    code, _, error = typed(f"new-assignment {words}")
    assert code == 2 and said in error
    assert [path.name for path in (tmp_path / "solutions").iterdir()] == ["there"]


def test_a_wheel_holds_the_templates():
    """Each pattern of the settings is relative to the package, and a folder more must not fall out of it."""
    package = ROOT / "autograder" / "authoring"
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    packed = {path for pattern in settings["package-data"]["autograder.authoring"] for path in package.glob(pattern)}
    assert packed == {path for path in package.glob("templates/**/*") if path.is_file()} and packed
