"""The translations in ``solutions/``: each is complete and says what the original says, in the language that it is in."""

import re
from pathlib import Path

import pytest

from autograder.authoring import text_catalogue
from autograder.authoring.assignment_texts import assignment_texts
from autograder.content import assignment_folder, translated_page
from autograder.content.percent_cells import percent_cells

ROOT = Path(__file__).parents[2]
ASSIGNMENTS = [assignment_folder.load(path.parent) for path in sorted((ROOT / "solutions").glob("*/assignment.toml"))]
TRANSLATED = [(one, language) for one in ASSIGNMENTS for language in text_catalogue.catalogues(one)]
KOREAN = [one for one, language in TRANSLATED if language == "ko"]
BY_NAME = {"ids": lambda value: getattr(value, "name", value)}

CODE = re.compile(r"`[^`]+`")
HOLE = re.compile(r"\{([a-z]\w*(?::[^{}|]*)?)(?:\|[^{}]*)?\}")  # and the particle that the hole chooses
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
NAME = re.compile(r"\b(?:\w+\.)+\w+(?:\(\))?|\b\w+\(\)|\b[a-z]+_\w+\b", re.ASCII)  # plt.show(), model.loss, set_xlabel
LATIN = re.compile(r"(?:\b[a-z]{2,}\b[ ,]+){3}\b[a-z]{2,}\b")  # four English words in a row
DOUBLE = re.compile(r"[을은이과](?:\(를\)|\(는\)|\(가\)|\(와\))|\(으\)로|\(이\)")
REGISTER = re.compile(r"(?:다|요|까|죠)(?:\([^()]*\))?[.?:]$")  # 합니다체, and its questions and requests
BLAME = ("당신", "하셨", "셨습니다", "잘못했")
MARK = re.compile(r"(?m)^## (END )?VARIANT\b.*$")
CLOSED = "013678"  # the last digits that are read with a final consonant; after 1, 7 and 8 it is ㄹ
AFTER_NUMBER = re.compile(r"\d(?:을|를|은|는|과|와|으로|로|가)(?![가-힣])")


def translations(assignment, language):
    """(id, English, translation) of each text of the catalogue, and of the last plural form of one with a number."""
    catalogue = text_catalogue.read(text_catalogue.catalogue_of(assignment, language))
    messages = [(message.context, last(message.id), last(message.string)) for message in catalogue if message.id]
    return [(context or english, english, said) for context, english, said in messages]


def last(text):
    return text if isinstance(text, str) else text[-1]


def prose(assignment, language):
    """The texts of a page's cells: (line of the cell, text), without the marks of variants, which are no text."""
    page = translated_page.translations(assignment)[language].read_text("utf-8")
    return [(cell.line, MARK.sub("", re.sub(r"(?m)^# ?", "", translated_page.text_of(cell)))) for cell in percent_cells(page)]


def wrong_particles(text):
    """Particles behind a number that do not fit how its last digit is read."""
    found = []
    for match in AFTER_NUMBER.finditer(text):
        digit, particle = match[0][0], match[0][1:]
        if particle in ("로", "으로"):
            right = "으로" if digit in "036" else "로"
        else:
            right = dict(zip("을를은는과와가", "을을은은과과이", strict=True))[particle]
            right = right if digit in CLOSED else dict(zip("을은과이", "를는와가", strict=True))[right]
        if particle != right:
            found.append(match[0])
    return found


def not_polite(text):
    """Sentences of a lesson in another register."""
    sentences = re.split(r"(?<=[.?!]) (?=[^a-z])", text)
    return [one for one in sentences if not REGISTER.search(one.strip())]


@pytest.mark.parametrize(("assignment", "language"), TRANSLATED, **BY_NAME)
def test_every_text_is_translated_and_up_to_date(assignment, language):
    path = text_catalogue.catalogue_of(assignment, language)
    catalogue = text_catalogue.updated(text_catalogue.read(path), assignment_texts(assignment))
    again = f"Translate these: autograder translate {assignment.name} {language}"
    assert text_catalogue.unfinished(catalogue) == ([], []), again
    assert text_catalogue.as_text(catalogue, language) == path.read_text("utf-8"), "run autograder translate"


@pytest.mark.parametrize(("assignment", "language"), TRANSLATED, **BY_NAME)
def test_the_page_is_translated_and_up_to_date(assignment, language):
    assert language in translated_page.translations(assignment)
    assert translated_page.faults(assignment) == [] and translated_page.notes(assignment) == []


@pytest.mark.parametrize(("assignment", "language"), TRANSLATED, **BY_NAME)
def test_code_holes_and_numbers_are_those_of_the_original(assignment, language):
    for context, english, said in translations(assignment, language):
        for pattern in (CODE, HOLE, NAME):
            assert set(pattern.findall(english)) <= set(pattern.findall(said)), f"{context}: {said}"
        assert set(CODE.findall(said)) == set(CODE.findall(english)), f"{context}: {said}"
        assert set(HOLE.findall(said)) == set(HOLE.findall(english)), f"{context}: {said}"
        assert set(NUMBER.findall(english)) <= set(NUMBER.findall(said)), f"{context}: {said}"


@pytest.mark.parametrize(("assignment", "language"), TRANSLATED, **BY_NAME)
def test_code_in_prose_is_that_of_the_original(assignment, language):
    page = translated_page.translations(assignment)[language].read_text("utf-8")
    for mine, other in zip(percent_cells(assignment.source), percent_cells(page), strict=True):
        if mine.kind == "markdown":
            assert sorted(set(CODE.findall(mine.source))) == sorted(set(CODE.findall(other.source))), f"line {other.line}"


@pytest.mark.parametrize("assignment", KOREAN, **BY_NAME)
def test_korean_texts_are_korean(assignment):
    texts = [(context, said) for context, _english, said in translations(assignment, "ko")]
    texts += [(f"line {line}", text) for line, text in prose(assignment, "ko") if text.strip()]
    for where, text in texts:
        assert re.search("[가-힣]", text), f"{where}: {text}"
        plain = re.sub(r"(?m)^ *(?:>>>|\.\.\.).*\n?.*$", "", CODE.sub("", text))
        assert not LATIN.search(plain), f"{where}: {LATIN.search(plain)[0]}"
        assert not DOUBLE.search(text), f"{where}: {DOUBLE.search(text)[0]}"
        assert not wrong_particles(text), f"{where}: {wrong_particles(text)}"
        assert not [word for word in BLAME if word in text], f"{where}: {text}"


@pytest.mark.parametrize("assignment", KOREAN, **BY_NAME)
def test_korean_lessons_and_hints_are_polite(assignment):
    for context, _english, said in translations(assignment, "ko"):
        if context.startswith(("mistake:", "hint:")):
            assert not not_polite(said), f"{context}: {not_polite(said)}"


def test_what_these_tests_look_for_would_be_found():
    assert wrong_particles("28를 255을 10로 1으로 25은 0.0로 3와") == ["8를", "5을", "0로", "1으로", "5은", "0로", "3와"]
    assert wrong_particles("28을 255를 10으로 1로 25는 0.0으로 3과 5가 7로") == []
    assert not_polite("수가 하나입니다. 어디일까요? 고쳐라. 끝") == ["고쳐라.", "끝"]
    assert DOUBLE.search("값을(를) 반환") and DOUBLE.search("이름(으)로") and LATIN.search("the result is lost")
