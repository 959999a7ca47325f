"""A class graded in English and in Korean: the same marks, outcomes, mistakes and fingerprints; and each is read in both languages."""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import miniature
import pytest

from autograder import cli, reports
from autograder.authoring.demo import make_class
from autograder.content import assignment_folder
from autograder.core.languages.choice import reading_in
from autograder.reports.json_files import read_report

LANGUAGES = ("en", "ko")
MNIST = Path(__file__).parents[2] / "solutions" / "mnist"
LONG = pytest.mark.skipif(not os.environ.get("LONG_TESTS"), reason="grades the sample class twice, which takes minutes; LONG_TESTS=1 runs it")
HANGUL = re.compile("[\uac00-\ud7a3]")


@pytest.fixture(scope="module", params=["miniature", pytest.param("mnist", marks=LONG)])
def graded(request, tmp_path_factory, warm_servers):
    """Language -> the folder of a sample class that was graded in it. Nothing that the first run has found is used in the second."""
    place = tmp_path_factory.mktemp("class")
    folder = miniature.write(place) if request.param == "miniature" else MNIST
    make_class(assignment_folder.load(folder), place / "pages")
    for language in LANGUAGES:
        cli.main(["grade", str(place / "pages"), "--out", str(place / language), "--assignment", str(folder), "--language", language, "--jobs", "1"])
    return {language: place / language for language in LANGUAGES}


def contents(folder: Path) -> dict[str, dict]:
    """File -> report, without what differs from one run to the next."""
    found = {}
    for path in sorted(folder.glob("*.json")):
        found[path.name] = miniature.timeless(json.loads(path.read_text("utf-8")))
    return found


def test_what_is_kept_does_not_depend_on_the_language(graded):
    english, korean = (contents(graded[language]) for language in LANGUAGES)
    assert len(english) > 10 and english == korean
    assert any(check["mistake"] for report in english.values() for exercise in report["exercises"] for check in exercise["checks"])
    tables = [(graded[language] / "grades.csv").read_bytes() for language in LANGUAGES]
    assert len({re.sub(rb"(?m),[\d.]+$", b"", table) for table in tables}) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_read_in_both_languages(graded, language):
    pages = []
    for folder in graded.values():
        found = [replace(read_report(path), seconds=1.0) for path in sorted(folder.glob("*.json"))]
        with reading_in(language):
            pages.append([reports.class_page(found), *map(reports.submission_page, found), *map(reports.as_text, found)])
    assert pages[0] == pages[1]
    assert all(bool(HANGUL.search(text)) is (language == "ko") for text in pages[0])


def test_what_was_written_is_in_the_language_of_the_run(graded):
    english, korean = ((graded[language] / "report.html").read_text("utf-8") for language in LANGUAGES)
    assert 'lang="en"' in english and 'lang="ko"' in korean
    assert not HANGUL.search(english) and HANGUL.search(korean)
