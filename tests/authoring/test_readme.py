"""The README that a build writes where the author has written none, in each language of the assignment."""

import re

import miniature
import pytest
import translated_miniature as translated

from autograder.authoring.readme import readme
from autograder.content import assignment_folder
from autograder.core.languages import in_language
from autograder.reports.wording import OUTCOME_SIGNS

HANGUL = re.compile("[\uac00-\ud7a3]")


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("readme"), translated.FILES))


def test_in_korean_every_line_is_korean_or_a_command(assignment):
    said = readme(assignment, {"double": 20.0}, "ko")
    plain = [line for line in said.splitlines() if re.search("[A-Za-z]{3}", line) and not HANGUL.search(line)]
    assert plain == ["# Counting: a first program", "| 1 | `double` | twice as much | 20 |", "| 2 | `total` | the sum of all numbers | 0 |"]


def test_what_it_calls_an_outcome_is_what_a_report_calls_it(assignment):
    for language in ("en", "ko"):
        said = readme(assignment, {}, language)
        words = {in_language(sign.word, language) for sign in OUTCOME_SIGNS.values()}
        assert [word for word in words if not re.search(rf"^\|.*(?<!\w){word}(?!\w).*\|$", said, re.MULTILINE)] == []


def test_what_its_author_has_translated_is_in_it(assignment):
    assert readme(assignment, {}, "de").startswith("# Zählen: ein erstes Programm\n\n## Start\n")
    assert readme(assignment, {}) == readme(assignment, {}, "en")
