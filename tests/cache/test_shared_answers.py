"""Right answers are judged once: who writes the same gets the same, and nobody gets what another one has earned."""

from dataclasses import replace

import miniature
import pytest

from autograder.cache.result_cache import ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import TIMES
from autograder.core.settings import Settings
from autograder.grading.batch import grade as grade_class

WRONG = {"double": "return numbers + 2"}


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path)


@pytest.fixture
def called(monkeypatch):
    """Names of the functions that were called in a worker."""
    from autograder.judging.proxies import FunctionConnection

    names, real = [], FunctionConnection.call

    def noting(self, arguments):
        if self.session.submission.name.startswith("student"):  # or it is a mistake, for a diagnosis
            names.append(self.function)
        return real(self, arguments)

    monkeypatch.setattr(FunctionConnection, "call", noting)
    return names


@pytest.fixture
def grade(tmp_path):
    def graded(folder, *pages, kept=None, settings=None):
        """Reports on pages, judged one after the other."""
        handed = []
        for number, text in enumerate(pages):
            path = tmp_path / f"student{number}.py"
            path.write_text(text)
            handed.append(Handed(path.stem, path))
        settings = settings or Settings()
        cache = ResultCache(assignment_folder.load(folder), settings, kept)
        return list(grade_class(handed, folder, settings, 1, cache=cache))

    return graded


def alike(report):
    return replace(report, submission="", source="", source_sha256="", **dict.fromkeys(TIMES, 0.0))


def test_the_same_answer_is_judged_once(folder, grade, called):
    first, second = grade(folder, miniature.page(), miniature.page() + "\n# my own page\n")
    assert {called.count("double"), called.count("total")} == {3}
    assert alike(first) == alike(second) and second.score == 100
    assert second.submission == "student1" and not any(getattr(second, name) for name in TIMES)


def test_comments_and_layout_make_no_other_answer_and_the_line_is_ones_own(folder, grade, called):
    other = "\n\n# a title\n" + miniature.page(double="# twice\nreturn  2*numbers")
    first, second = grade(folder, miniature.page(), other)
    assert called.count("double") == 3
    assert second.exercises[0].line == first.exercises[0].line + 3


@pytest.mark.parametrize(
    "other",
    [
        miniature.page(double="return numbers * 2"),
        "FACTOR = 2\n\n" + miniature.page(double="return FACTOR * numbers"),
        miniature.page().replace("import numpy as np", "import numpy as np\nfrom __future__ import annotations"),
    ],
    ids=["other words", "a name of the page's", "a statement that all others need"],
)
def test_another_answer_is_judged(folder, grade, called, other):
    grade(folder, miniature.page(), other)
    assert called.count("double") > 3


def test_what_a_function_needs_is_part_of_the_answer(folder, grade):
    """The same function beside another constant is another answer."""
    right, wrong = (f"FACTOR = {factor}\n\n{miniature.page(double='return FACTOR * numbers')}" for factor in (2, 3))
    assert [report.exercises[0].score for report in grade(folder, right, wrong, right)] == [50, 0, 50]


def test_a_wrong_answer_is_judged_each_time(folder, grade, called):
    """Its messages name lines of the student's own page."""
    text = miniature.page(**WRONG)
    first, second = grade(folder, text, "\n\n" + text)
    assert called.count("double") == 4 and called.count("total") == 3
    assert first.exercises[0].score == second.exercises[0].score == 0


def test_an_answer_with_a_note_for_a_person_is_judged_each_time(folder, grade, called):
    body = "try:\n    open('/etc/passwd')\nexcept OSError:\n    pass\nreturn 2 * numbers"
    first, second = grade(folder, miniature.page(double=body), miniature.page(double=body) + "\n")
    assert first.suspicions == ("double tried to open a file: /etc/passwd, in student0.py, line 6.",)
    assert second.suspicions == ("double tried to open a file: /etc/passwd, in student1.py, line 6.",)
    assert alike(replace(first, suspicions=())) == alike(replace(second, suspicions=())) and first.score == 100
    assert called.count("double") == 6


A_FEW = "def test_a_few(total):"
ASKS_BY_NAME = """

@pytest.fixture
def other(request):
    return request.getfixturevalue("dou" + "ble")
"""
OTHER_FUNCTION = {
    "a parameter": (miniature.TOTAL.replace(A_FEW, "def test_a_few(total, double):"), 6),
    "by name": (miniature.TOTAL.replace(A_FEW, f'@pytest.mark.usefixtures("double")\n{A_FEW}'), 6),
    "by a name that is worked out": (miniature.TOTAL + ASKS_BY_NAME, 6),
    "a text that says something else": (miniature.TOTAL + '\nWORD = "double"\n', 3),
}


@pytest.mark.parametrize(("checks", "calls"), OTHER_FUNCTION.values(), ids=OTHER_FUNCTION)
def test_checks_that_may_call_another_exercise_depend_on_it(tmp_path, grade, called, checks, calls):
    folder = miniature.write(tmp_path, {"checks/test_total.py": checks})
    grade(folder, miniature.page(), miniature.page(double="return numbers * 2"))
    assert called.count("total") == calls


def test_settings_belong_to_the_answer(folder, tmp_path, grade, called):
    """With another seed the hidden inputs are others."""
    for seed in (17, 18, 17):
        grade(folder, miniature.page(), kept=tmp_path / "kept", settings=Settings(seed=seed))
    assert called.count("double") == 6


# -- from one run to the next ------------------------------------------------------------------------------------------


def test_the_next_run_takes_over_what_everybody_may_use(folder, tmp_path, grade, called):
    """Also for a page that no run has seen before."""
    (first,), (second,) = (grade(folder, page, kept=tmp_path / "kept") for page in (miniature.page(), miniature.page() + "\n"))
    assert called.count("double") == 3
    assert alike(first) == alike(second)
    assert first.seconds > 0 and not any(getattr(second, name) for name in TIMES)


def test_what_a_page_took_is_still_told_when_it_is_not_judged_again(folder, tmp_path, grade):
    first, again = (grade(folder, miniature.page(), kept=tmp_path / "kept")[0] for _ in range(2))
    assert first == again and again.seconds > 0


def test_without_isolation_nothing_is_read_or_written(folder, tmp_path, grade, called):
    grade(folder, miniature.page(), kept=tmp_path / "kept")
    free = Settings(isolation="none")
    grade(folder, miniature.page(), kept=tmp_path / "kept", settings=free)
    grade(folder, miniature.page(), kept=tmp_path / "free", settings=free)
    assert called.count("double") == 9 and not (tmp_path / "free").exists()


def test_only_so_many_are_held(folder, tmp_path, grade, monkeypatch):
    monkeypatch.setattr("autograder.cache.result_cache.MOST", 3)
    held = []
    remember = ResultCache._remember

    def noting(self, key, *arguments):
        remember(self, key, *arguments)
        held.append((key, list(self.memory)))

    monkeypatch.setattr(ResultCache, "_remember", noting)
    grade(folder, *(miniature.page(double=f"return 2 * numbers + {number} * 0") for number in range(5)))
    assert max(len(keys) for _key, keys in held) == 3
    assert all(key in keys for key, keys in held), "the oldest goes, not the newest"
