"""Which language is spoken: what was typed, then the environment, then the page's own mark."""

import pytest

from autograder.core.languages import choice


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(choice, "_typed", [""])
    monkeypatch.setattr(choice, "known", lambda asked: asked)
    for name in (choice.VARIABLE, *choice.OF_THE_SYSTEM):
        monkeypatch.delenv(name, raising=False)
    with choice.reading_in("en"):
        yield


def test_a_page_is_answered_in_its_own_language_unless_the_reader_has_chosen_one(monkeypatch):
    choice.speak("")
    choice.speak(of_page="ko")
    assert choice.reading() == "ko"
    monkeypatch.setenv(choice.VARIABLE, "de")
    choice.speak(of_page="ko")
    assert choice.reading() == "de"
    choice.speak("fr")
    choice.speak(of_page="ko")
    assert choice.reading() == "fr"


def test_the_next_command_of_a_process_begins_anew():
    choice.speak("fr")
    choice.speak("")
    choice.speak(of_page="ko")
    assert choice.reading() == "ko"


def test_a_page_without_a_mark_is_answered_in_the_systems_language(monkeypatch):
    monkeypatch.setenv("LANG", "de")
    choice.speak("")
    choice.speak(of_page="")
    assert choice.reading() == "de"
