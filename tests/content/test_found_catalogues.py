"""A report is read in another language wherever the kit has its assignment, and in the words of its own version."""

import os
import shutil
from dataclasses import replace

import miniature
import pytest
from reports_sample import report

from autograder.content import assignment_folder
from autograder.core.languages import catalogue, places
from autograder.core.records import ExerciseResult
from autograder.reports.translated_reports import translated

ENTRY = 'msgctxt "exercise:double:title"\nmsgid "{english}"\nmsgstr "{said}"\n\n'


@pytest.fixture(autouse=True)
def nothing_is_known(monkeypatch, tmp_path):
    monkeypatch.setattr(places, "folders", {})
    monkeypatch.setattr(catalogue, "folders", places.folders)
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")


@pytest.fixture
def versions(tmp_path, monkeypatch):
    """Two versions of the assignment ``miniature``, in two folders: their versions."""
    found = []
    for place, said in (("a", "Zwei mal"), ("b", "Doppelt")):
        folder = miniature.write(tmp_path / place)
        settings = folder / "assignment.toml"
        settings.write_text(settings.read_text("utf-8") + f"# {place}\n", "utf-8")
        (folder / "locale").mkdir()
        (folder / "locale" / "de.po").write_text(ENTRY.format(english="twice", said=said), "utf-8")
        found.append(assignment_folder.load(folder).version)
    assert len(set(found)) == 2
    places.folders.clear()
    monkeypatch.setenv("AUTOGRADER_PATH", os.pathsep.join([str(tmp_path / "a"), str(tmp_path / "b")]))
    return found


def title(version, **changes):
    made = replace(report("ada", []), assignment="miniature", assignment_version=version, exercises=(ExerciseResult("double", (), "twice"),))
    return translated(replace(made, **changes), "de").exercises[0].title


def test_the_texts_are_found_although_nothing_was_loaded(versions):
    assert title("") == "Zwei mal"


def test_each_version_has_its_own_words_also_by_turns(versions):
    assert [title(one) for one in (*versions, *versions)] == ["Zwei mal", "Doppelt"] * 2


def test_a_version_that_is_gone_is_read_in_the_words_of_another(versions, tmp_path):
    (tmp_path / "a" / "solutions" / "miniature" / "locale" / "de.po").unlink()
    assert title(versions[0]) == "Doppelt"


def test_an_assignment_that_is_nowhere_stays_english(versions, tmp_path):
    assert title(versions[0], assignment="../miniature") == "twice"
    shutil.rmtree(tmp_path / "a"), shutil.rmtree(tmp_path / "b")
    assert title("another", assignment="miniature") == "twice"
