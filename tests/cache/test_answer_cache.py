"""Right answers are judged once: who writes the same gets the same, and nobody gets what another one has earned."""

import shutil
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import miniature
import pytest

from autograder.cache.answer_cache import Passed
from autograder.cache.result_cache import Results
from autograder.content import assignment as assignments
from autograder.content.discovery import Handed
from autograder.core.records import TIMES, Outcome, Status
from autograder.core.settings import Settings
from autograder.grading import batch, work_items
from autograder.grading.backends import Alone
from autograder.grading.grader import Grader

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


def task(name, text):
    return work_items.Task(Handed(name, Path(f"{name}.py")), text.encode())


def grade(folder, *pages, shared=None, settings=None):
    """Reports on pages, judged one after the other by one grader."""
    with Grader(folder, settings or Settings(), several=True, shared=shared) as grader:
        return [grader.work(task(f"student{number}", text)).report for number, text in enumerate(pages)]


def alike(report):
    return replace(report, submission="", source="", source_sha256="", **dict.fromkeys(TIMES, 0.0))


def test_the_same_answer_is_judged_once(folder, called):
    first, second = grade(folder, miniature.page(), miniature.page() + "\n# my own page\n")
    assert {called.count("double"), called.count("total")} == {3}
    assert alike(first) == alike(second) and second.score == 100
    assert second.submission == "student1" and not any(getattr(second, name) for name in TIMES)


def test_comments_and_layout_make_no_other_answer_and_the_line_is_ones_own(folder, called):
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
def test_another_answer_is_judged(folder, called, other):
    grade(folder, miniature.page(), other)
    assert called.count("double") > 3


def test_what_a_function_needs_is_part_of_the_answer(folder):
    """The same function beside another constant is another answer."""
    right, wrong = (f"FACTOR = {factor}\n\n{miniature.page(double='return FACTOR * numbers')}" for factor in (2, 3))
    assert [report.exercises[0].score for report in grade(folder, right, wrong, right)] == [50, 0, 50]


def test_a_wrong_answer_is_judged_each_time(folder, called):
    """Its messages name lines of the student's own page."""
    text = miniature.page(**WRONG)
    first, second = grade(folder, text, "\n\n" + text)
    assert called.count("double") == 4 and called.count("total") == 3
    assert first.exercises[0].score == second.exercises[0].score == 0


def test_an_answer_with_a_note_for_a_person_is_judged_each_time(folder, called):
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
def test_checks_that_may_call_another_exercise_depend_on_it(tmp_path, called, checks, calls):
    folder = miniature.write(tmp_path, {"checks/test_total.py": checks})
    grade(folder, miniature.page(), miniature.page(double="return numbers * 2"))
    assert called.count("total") == calls


def test_settings_belong_to_the_answer(folder, tmp_path, called):
    """With another seed the hidden inputs are others."""
    for seed in (17, 18, 17):
        grade(folder, miniature.page(), shared=tmp_path / "shared", settings=Settings(seed=seed))
    assert called.count("double") == 6


# -- side by side -----------------------------------------------------------------------------------------------------


def test_graders_side_by_side_tell_each_other(folder, tmp_path, called):
    (first,), (second,) = (grade(folder, miniature.page(), shared=tmp_path / "shared") for _ in range(2))
    assert called.count("double") == 3
    assert alike(first) == alike(second)


@pytest.mark.parametrize("damage", ["", "{}", "[[" * 5000, "half"], ids=["empty", "no hash", "deep", "half"])
def test_a_damaged_file_is_left_aside(folder, tmp_path, called, damage):
    grade(folder, miniature.page(), shared=tmp_path / "shared")
    for path in (tmp_path / "shared").iterdir():
        path.write_bytes(path.read_bytes()[:200] if damage == "half" else damage.encode())
    assert grade(folder, miniature.page(), shared=tmp_path / "shared")[0].score == 100
    assert called.count("double") == 6


def test_a_file_of_another_answer_gives_no_marks(folder, tmp_path):
    """Put in the place of a wrong answer's, which has none."""
    shared = tmp_path / "shared"
    right, wrong = (
        assignments.load(folder).read_bytes(miniature.page(**one).encode(), "a.py", "a") for one in ({}, WRONG)
    )
    passed = Passed(assignments.load(folder), Settings(), shared)
    grade(folder, miniature.page(), shared=shared)
    assert passed.find(right, "double").score == 50
    assert passed.find(wrong, "double") is None
    shutil.copy(shared / f"{passed._name(right, 'total')}.json", shared / f"{passed._name(wrong, 'double')}.json")
    assert passed.find(wrong, "double") is None


def test_without_isolation_nothing_is_read_or_written(folder, tmp_path, called):
    grade(folder, miniature.page(), shared=tmp_path / "shared")
    free = Settings(isolation="none")
    grade(folder, miniature.page(), shared=tmp_path / "shared", settings=free)
    grade(folder, miniature.page(), shared=tmp_path / "free", settings=free)
    assert called.count("double") == 9 and not (tmp_path / "free").exists()


def test_only_so_many_are_held(folder, monkeypatch):
    monkeypatch.setattr("autograder.cache.answer_cache.MOST", 3)
    assignment = assignments.load(folder)
    passed = Passed(assignment, Settings())
    with Grader(folder, Settings()) as grader:
        part = grader.work(task("ada", miniature.page())).known.parts["double"]
    for number in range(5):
        page = miniature.page(double=f"return 2 * numbers + {number} * 0").encode()
        passed.keep(assignment.read_bytes(page, "a.py", "a"), "double", part)
    assert len(passed.known) == 3 and all(check.outcome is Outcome.PASSED for check in part.checks)


# -- at the same moment -----------------------------------------------------------------------------------------------


@pytest.fixture
def pair(folder, tmp_path):
    """Two memories side by side, and one answer."""
    assignment = assignments.load(folder)
    page = assignment.read_bytes(miniature.page().encode(), "a.py", "a")
    return *(Passed(assignment, Settings(), tmp_path / "shared") for _ in range(2)), page


def test_only_one_claims_an_answer(pair):
    one, other, page = pair
    assert one.claim(page, "double") and not other.claim(page, "double") and other.claim(page, "total")
    one.release(page, "double")
    assert other.claim(page, "double")


def test_what_somebody_else_is_judging_comes_last_and_is_taken_over(folder, tmp_path, pair, called, monkeypatch):
    """The other one is done while we judge the second exercise."""
    other, _, page = pair
    grade(folder, miniature.page(), shared=tmp_path / "elsewhere")
    (tmp_path / "shared").mkdir()
    assert other.claim(page, "double")
    called.clear()

    def done(_exercise, _result):
        for path in (tmp_path / "elsewhere").glob("*.json"):
            shutil.copy(path, tmp_path / "shared")
        other.release(page, "double")

    with Grader(folder, Settings(), several=True, shared=tmp_path / "shared") as grader:
        report = grader.work(task("student1", miniature.page()), done).report
    assert report.score == 100 and [one.name for one in report.exercises] == ["double", "total"]
    assert set(called) == {"total"}


def test_who_is_not_patient_judges_the_others_and_puts_that_one_off(folder, tmp_path, pair, called):
    other, _, page = pair
    assert other.claim(page, "double")
    mine = task("student1", miniature.page())
    with Grader(folder, Settings(), several=True, shared=tmp_path / "shared") as grader:
        half = grader.work(replace(mine, patient=False))
        assert half.put_off == ("double",) and list(half.known.parts) == ["total"]
        other.release(page, "double")
        rest = grader.work(replace(mine, exercises=half.put_off))
    assert rest.put_off == () and list(rest.known.parts) == ["double"]
    whole = rest.after(half)
    assert list(whole.known.parts) == ["total", "double"] and whole.lasting == {"double", "total"}
    assert called.count("double") == called.count("total") == 3


def test_what_was_put_off_is_known_meanwhile(folder, tmp_path, pair):
    """While the others were judged: then nothing is put off."""
    other, _, page = pair
    grade(folder, miniature.page(), shared=tmp_path / "elsewhere")
    (tmp_path / "shared").mkdir()
    assert other.claim(page, "double")

    def done(_exercise, _result):
        for path in (tmp_path / "elsewhere").glob("*.json"):
            shutil.copy(path, tmp_path / "shared")

    mine = replace(task("student1", miniature.page()), patient=False)
    with Grader(folder, Settings(), several=True, shared=tmp_path / "shared") as grader:
        assert grader.work(mine, done).put_off == ()


def test_a_page_is_whole_when_what_was_put_off_has_come(folder, tmp_path, pair):
    """Another process is judging the same answer: the page is handed in again, behind those that wait."""
    other, _, page = pair
    for name in ("ada", "ben"):
        (tmp_path / f"{name}.py").write_text(miniature.page() + f"\n# {name}\n")
    handed = [Handed(name, tmp_path / f"{name}.py") for name in ("ada", "ben")]
    results = Results(tmp_path / "kept", assignments.load(folder), Settings())
    asked = []

    class Noting(Alone):
        width = 2

        def submit(self, task):
            asked.append((task.one.name, task.exercises, task.patient))
            if task.patient:
                other.release(page, "double")
            return super().submit(task)

    def crew():
        return Noting(lambda: Grader(folder, Settings(), several=True, shared=tmp_path / "shared"))

    assert other.claim(page, "double")
    reports = list(batch.grade(handed, folder, Settings(), results=results, crew=crew))
    both = ("double", "total")
    assert asked == [("ada", both, False), ("ben", both, False), ("ada", ("double",), True), ("ben", ("double",), True)]
    assert [(one.submission, one.score) for one in reports] == [("ada", 100), ("ben", 100)]
    assert all([exercise.name for exercise in one.exercises] == list(both) for one in reports)
    assert all(results.whole(one.name, results.find(one.path.name, one.path.read_bytes())) for one in handed)


class Scripted:
    """A crew of two that does nothing: a script says whose task ends next, and what was put off of it.

    Attributes:
        asked: the tasks that were handed in: ``a`` is a page, ``a'`` what was put off of it (in the script, by ``a-``).
    """

    gone = ()

    def __init__(self, width, *script):
        self.width = width
        self.script = list(script)
        self.asked = []
        self.open = {}

    def submit(self, task):
        self.asked.append(task.one.name + ("'" if task.patient else ""))
        self.open[self.asked[-1]] = task, Future()
        self._go_on()
        return self.open[self.asked[-1]][1]

    def look(self):
        raise AssertionError(f"nobody works: {self.asked}")

    def close(self):
        pass

    def _go_on(self):
        """Ends those that are next in the script, as soon as they are there."""
        while self.script and self.script[0].rstrip("-") in self.open:
            name = self.script.pop(0)
            task, future = self.open[name.rstrip("-")]
            put_off = ("double",) if name.endswith("-") else ()
            report = work_items.problem(task.one, "kit", Settings(), Status.GRADED, "")
            future.set_result(
                work_items.Done(report, SimpleNamespace(page=None, parts={}) if put_off else None, put_off=put_off)
            )


@pytest.mark.parametrize(
    ("pages", "script", "asked"),
    [
        ("abcde", "b- c- d- a b' c' d' e", "a b c d b' c' d' e"),  # the next pages first; the rest when a page is done
        ("ab", "b- b' a", "a b b'"),  # at once where there are no more
        ("abcdefgh", "b- c- d- e- f- b' c' d' e' f' a g h", "a b c d e f b' c' d' e' f' g h"),  # and no heap of them
    ],
    ids=["next pages first", "no more pages", "no heap"],
)
def test_what_was_put_off_keeps_nobody_from_the_next_pages(folder, tmp_path, monkeypatch, pages, script, asked):
    """One who judges an answer that all have takes long; the others waited for him, with pages of their own to judge."""
    monkeypatch.setattr(batch, "PATIENCE", 0.1)
    for name in pages:
        (tmp_path / f"{name}.py").write_text(f"{miniature.page()}\n# {name}\n")
    handed = [Handed(name, tmp_path / f"{name}.py") for name in pages]
    results = Results(tmp_path / "kept", assignments.load(folder), Settings())
    crew = Scripted(2, *script.split())
    reports = list(batch.grade(handed, folder, Settings(), results=results, crew=lambda: crew))
    assert " ".join(crew.asked) == asked
    assert sorted(report.submission for report in reports) == list(pages)


def test_a_page_whose_rest_breaks_is_judged_again(folder, tmp_path):
    known = work_items.Done(None, SimpleNamespace(parts={"total": 1}), frozenset(["total"]), ("double",))
    broken = work_items.Done("a fault of ours")
    assert broken.after(known) is broken


def test_who_waits_for_nothing_judges_it_himself(folder, tmp_path, pair, called, monkeypatch):
    """The one who claimed it was killed."""
    monkeypatch.setattr("autograder.cache.answer_cache.PATIENCE", 0.3)
    assert pair[0].claim(pair[2], "double")
    (report,) = grade(folder, miniature.page(), shared=tmp_path / "shared")
    assert report.score == 100 and called.count("double") == 3


def test_a_claim_is_released_whatever_happens(folder, tmp_path, monkeypatch):
    def broken(*_arguments):
        raise RuntimeError("something of ours")

    monkeypatch.setattr("autograder.judging.judge.SubmissionJudge._judge_exercise", broken)
    (report,) = grade(folder, miniature.page(), shared=tmp_path / "shared")
    assert report.status == "not_graded" and not list((tmp_path / "shared").glob("*.claim"))
