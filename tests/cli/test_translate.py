"""An assignment in another language, from the command line."""

import miniature
import pytest
import translated_miniature as translated

from autograder.authoring import build, fingerprints, text_catalogue
from autograder.content import assignment_folder
from autograder.core.languages import choice


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return folder


def test_from_nothing_to_a_translation(here, typed):
    code, out, _ = typed("translate miniature de")
    assert code == 0 and "miniature.de.py: a copy of the page" in out and out.endswith("--done\n")
    assert "8 cells, 5 of them to translate" in out and "without a translation" in out
    assert (here / translated.NAME).read_text("utf-8") == miniature.PAGE
    (here / translated.NAME).write_text(translated.PAGE, "utf-8")
    code, out, _ = typed("translate miniature de --done")
    assert code == 0 and "8 cells, 0 of them to translate" in out
    assert (here / translated.NAME).read_text("utf-8") == translated.NOTED


def test_what_was_translated_is_said_to_be_out_of_date(here, typed):
    miniature.write(here.parents[1], translated.FILES | {"miniature.py": miniature.PAGE.replace("# # Counting", "# # Counts")})
    code, out, _ = typed("translate miniature de")
    said = "miniature.de.py, line 1: the markdown cell that begins in line 1 translates a text that has changed since."
    assert code == 0 and "1 of them to translate" in out and said in out
    code, out, _ = typed("build miniature")
    assert code == 0 and f"Note: {said}" in out


def test_other_code_is_refused(here, typed):
    (here / translated.NAME).write_text(translated.PAGE.replace("2 * numbers", "3 * numbers"), "utf-8")
    code, _, error = typed("translate miniature de --done")
    assert code == 1 and "the cell double has other code than the original" in error
    assert "original=" not in (here / translated.NAME).read_text("utf-8")


@pytest.mark.parametrize("language", ["../de", "german_language", "d"])
def test_what_is_not_the_name_of_a_language(here, typed, language):
    code, _, error = typed(f"translate miniature {language}")
    assert code == 2 and "is not the short name of a language" in error


@pytest.mark.parametrize(("variable", "value"), [("AUTOGRADER_LANGUAGE", "de"), ("LANG", "de_AT.UTF-8"), ("LANG", "fr_FR.UTF-8")])
def test_a_copy_in_the_language_of_the_reader_if_the_page_is_translated(here, typed, monkeypatch, variable, value):
    """The environment's, or the system's; and the original is one command away."""
    for name in (choice.VARIABLE, *choice.OF_THE_SYSTEM):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    one = assignment_folder.load(miniature.write(here.parents[1], translated.FILES))
    build.build(one, here.parents[1] / "assignments" / "miniature", fingerprints.signatures(one, lambda text: None))
    code, out, _ = typed("start miniature work")
    is_german = "Doppelt so viel" in (here.parents[1] / "work/miniature.py").read_text("utf-8")
    said = "The page is in your language (de). For the original:   autograder start miniature miniature-2 --language en\n" in out
    assert (code, is_german, said) == (0, "fr" not in value, "fr" not in value)


def test_a_copy_in_a_language(here, typed):
    one = assignment_folder.load(miniature.write(here.parents[1], translated.FILES))
    build.build(one, here.parents[1] / "assignments" / "miniature", fingerprints.signatures(one, lambda text: None))
    code, _, error = typed("start miniature work --language fr")
    assert code == 2 and "It is there in de; --language en gives the original." in error
    assert typed("start miniature work --language de")[0] == 0
    assert typed("start miniature original")[0] == 0
    work, original = here.parents[1] / "work", here.parents[1] / "original"
    assert "Doppelt so viel" in (work / "miniature.py").read_text("utf-8")
    assert (work / "README.md").read_text("utf-8") == "# Zählen\n"
    assert "Twice as much" in (original / "miniature.py").read_text("utf-8")
    assert not (work / "de").exists() and not (original / "de").exists()
    assert "The page is in your language" not in typed("start miniature also --language en")[1]
    assert (here.parents[1] / "also/miniature.py").read_bytes() == (original / "miniature.py").read_bytes()
    stub = (work / "miniature.py").read_text("utf-8")
    (work / "miniature.py").write_text(stub.replace("raise NotImplementedError", "return 3", 1), "utf-8")
    assert typed("reset work/miniature.py double")[0] == 0
    assert (work / "miniature.py").read_text("utf-8") == stub


def test_a_text_that_is_new_since_the_translation_is_said(here, typed):
    assert typed("translate miniature ko")[0] == 0
    path = here / "locale" / "ko.po"
    catalogue = text_catalogue.read(path)
    for text in catalogue:
        if text.id:
            text.string = text.id
    text_catalogue.write(path, catalogue, "ko")
    assert typed("audit miniature --language ko")[0] == 0
    assert "translate" not in typed("audit double --assignment miniature")[1]
    mistake = here / "mistakes" / "double__adds_two.py"
    mistake.write_text(mistake.read_text().replace("You added", "You have added"))
    code, out, _ = typed("audit miniature --language ko")
    assert code == 1 and "1 text of the assignment is not in the catalogue: 'You have added" in out and "autograder translate miniature ko" in out
    code, out, _ = typed("audit double --assignment miniature")
    assert code == 0 and "miniature: 1 text has no translation into the language ko." in out
    assert out.endswith("Next:   autograder translate miniature ko\n")
