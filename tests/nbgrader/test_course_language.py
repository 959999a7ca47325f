"""An nbgrader course speaks its own language, also in nbgrader's commands, which choose none."""

import json

import miniature
import pytest
import translated_miniature
from pseudo_locale import NAME, pseudo_locale
from traitlets.config import Config

from autograder.content import assignment_folder
from autograder.core.languages import choice, spoken
from autograder.nbgrader import course_language, feedback_pages, new_course, preprocessors


class Step:
    """As nbgrader makes one: with the course's settings."""

    def __init__(self, **settings):
        self.config = Config(settings)

    @course_language.in_language_of_course
    def says(self, what):
        return spoken("Nothing is new.") + what


@pytest.fixture
def quiet(monkeypatch):
    for name in (choice.VARIABLE, *choice.OF_THE_SYSTEM):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_a_step_of_nbgrader_speaks_the_language_of_the_course(quiet):
    with pseudo_locale():
        choice.read_in("en")
        assert Step(Judge={"language": NAME}).says("!").startswith("Nöthîñg îš ñéw.")
        assert Step().says("!") == "Nothing is new.!" and Step(Judge={"language": 3}).says("") == "Nothing is new."
        quiet.setenv(choice.VARIABLE, "en")
        assert Step(Judge={"language": NAME}).says("") == "Nothing is new."
        assert choice.reading() == "en"


@pytest.mark.parametrize("step", [preprocessors.Repair.preprocess, preprocessors.Judge.preprocess, preprocessors.Record.preprocess, feedback_pages.Feedback.after_preprocessing])
def test_every_step_that_says_something_does(step):
    assert step.__wrapped__


@pytest.fixture
def german(tmp_path):
    folder = miniature.write(tmp_path / "kit")
    for name, text in translated_miniature.FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return assignment_folder.load(folder)


def test_a_course_in_another_language(german, tmp_path, monkeypatch):
    """Its page is the translation, with the places for the answers, and its settings say the language."""
    monkeypatch.setattr(new_course, "stored", lambda _assignment: {"seed": 17, "exercises": {}})
    new_course.create(tmp_path / "course", german, "de")
    page = json.loads((tmp_path / "course" / "source" / german.name / f"{german.name}.ipynb").read_text("utf-8"))
    text = "\n".join("".join(cell["source"]) for cell in page["cells"])
    assert page["metadata"]["autograder"] == {"language": "de"} and "Doppelt so viel" in text
    assert text.count("### BEGIN SOLUTION") == 2 and "2 * numbers" not in text and "original=" not in text
    assert '\nc.Judge.language = "de"' in (tmp_path / "course" / "nbgrader_config.py").read_text("utf-8")


def test_a_language_that_is_not_there_is_refused(german, tmp_path, typed, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _out, error = typed(f"course new c --assignment {german.folder} --language xx --without-nbgrader")
    assert code == 2 and "There is no page of miniature in 'xx'. It is there in de;" in error
    code, _out, error = typed(f"course new c --assignment {german.folder} --language de --without-nbgrader")
    assert code == 2 and "The kit itself is not translated into 'de' yet" in error and not (tmp_path / "c").exists()
    (german.folder / translated_miniature.NAME).rename(german.folder / "miniature.ko.py")
    assert typed(f"course new c --assignment {german.folder} --language ko --without-nbgrader")[0] == 0
    assert 'language = "ko"' in (tmp_path / "c" / "course.toml").read_text()
