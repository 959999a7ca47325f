"""Each thing is handed out once, nobody waits who has something to do, and a page's time is its own."""

from concurrent.futures import Future
from dataclasses import replace

import miniature
import pytest

from autograder.cache.result_cache import PageFacts, ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading import batch
from autograder.grading.grader import Grader
from autograder.grading.open_page import OpenPage
from autograder.grading.work_items import ExerciseJudged, JudgeExercise, NoMarks, PageRead, ReadPage, problem

pytestmark = pytest.mark.usefixtures("warm_servers")

WRONG = {"double": "return numbers + 2"}


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path / "kit")


@pytest.fixture
def handed(tmp_path):
    def made(**pages):
        found = []
        for name, text in pages.items():
            (tmp_path / f"{name}.py").write_text(f"{text}\n# {name}\n")
            found.append(Handed(name, tmp_path / f"{name}.py"))
        return found

    return made


class Scripted:
    """A backend in which a script says which task ends next: ``a`` is the reading of a's page, ``a1`` its first exercise.

    Attributes:
        asked: the tasks that were handed out, in order.
    """

    gone = (ConnectionError,)

    def __init__(self, folder, width, script):
        self.grader = Grader(folder, Settings())
        self.width = width
        self.script = script.split()
        self.asked = []
        self.open = {}

    def submit(self, task):
        number = {"double": "1", "total": "2"}[task.exercise] if isinstance(task, JudgeExercise) else ""
        name = task.one.name + number
        self.asked.append(name)
        self.open[name] = task, Future()
        future = self.open[name][1]
        while self.script and self.script[0].rstrip("!") in self.open:
            ended = self.script.pop(0)
            task, done = self.open[ended.rstrip("!")]
            if ended.endswith("!"):
                done.set_exception(ConnectionError())
            else:
                done.set_result(self.grader.work(task))
        return future

    def look(self):
        raise AssertionError(f"nobody works: {self.asked}")

    def close(self):
        self.grader.close()


RIGHT, OTHER = miniature.page(), miniature.page(double="return numbers * 2")


@pytest.mark.parametrize(
    ("pages", "script", "asked"),
    [
        ({"a": RIGHT, "b": RIGHT}, "a b a1 b2", "a b a1 b2"),  # each of them judges a half
        ({"a": RIGHT, "b": OTHER}, "a b a1 b1 a2", "a b a1 b1 a2"),  # what is the same is judged once
        ({"a": RIGHT, "b": RIGHT, "c": OTHER}, "a b b2 c c1 a1", "a b a1 b2 c c1"),  # the next page, where others wait
        ({"a": RIGHT, "b": RIGHT}, "a b b2 a1! b1 | a", "a b a1 b2 b1 | a"),  # its process died: b judges it
    ],
    ids=["halves", "once", "next page", "died"],
)
def test_each_thing_is_handed_out_once(folder, handed, monkeypatch, pages, script, asked):
    monkeypatch.setattr(batch, "PATIENCE", 0.1)
    scripts, made = script.split("|"), []

    def backend():
        made.append(Scripted(folder, 2, scripts[len(made)]))
        return made[-1]

    reports = {report.submission: report for report in batch.grade(handed(**pages), folder, Settings(), backend=backend)}
    assert {name: report.score for name, report in reports.items()} == dict.fromkeys(pages, 100)
    assert " | ".join(" ".join(one.asked) for one in made) == asked


def test_a_wrong_answer_that_many_have_is_judged_for_each_and_not_one_after_the_other(folder, handed):
    """The first one is waited for: it might have been right."""
    pages = dict.fromkeys("abc", miniature.page(**WRONG))
    backend = Scripted(folder, 3, "a b c b2 a1 c1 b1")
    reports = list(batch.grade(handed(**pages), folder, Settings(), backend=lambda: backend))
    assert backend.asked[:4] == ["a", "b", "c", "a1"] and backend.asked[4:] == ["b2", "b1", "c1"]
    for report in reports:
        assert report.score == 50 and report.exercises[0].checks[0].mistake == "adds_two"


RAISES = {"double": "return numbers.nothing"}


def test_a_message_names_the_lines_of_the_page_it_is_for(folder, handed):
    """Two pages with the same function, further down in one of them."""
    text = miniature.page(**RAISES)
    first, second = batch.grade(handed(ada=text, ben=f"# one\n# two\n{text}"), folder, Settings(), 1)
    lines = [report.exercises[0].checks[0].line for report in (first, second)]
    assert lines[1] == lines[0] + 2
    assert [report.exercises[0].line for report in (first, second)] == [lines[0] - 1, lines[1] - 1]
    for report, line in zip((first, second), lines, strict=True):
        assert f"{report.submission}.py, line {line}: return numbers.nothing" in report.exercises[0].checks[0].message


# -- the clock of a submission ----------------------------------------------------------------------------------------


def opened(folder, one, cache=None):
    return OpenPage(one, assignment_folder.load(folder), Settings(), cache)


def test_each_exercise_gets_what_the_others_have_left(folder, handed):
    (one,) = handed(ada=miniature.page())
    page = opened(folder, one)
    with Grader(folder, Settings()) as grader:
        page.take(task := page.next(), grader.work(task))
        first = page.next()
        assert first.seconds == 900
        done = grader.work(first)
        page.take(first, replace(done, report=replace(done.report, seconds=880.0)))
        assert page.next().seconds == 20


@pytest.fixture
def alike(folder, handed):
    """(a page, another one with the same answers, a grader that has read both)."""
    one, other = handed(ada=miniature.page(), ben=miniature.page())
    cache = ResultCache(assignment_folder.load(folder), Settings())
    page, beside = opened(folder, one, cache), opened(folder, other, cache)
    with Grader(folder, Settings()) as grader:
        for each in (page, beside):
            each.take(task := each.next(), grader.work(task))
        yield page, beside, grader


def test_time_in_which_others_are_waited_for_is_nobodys(alike):
    """What another page's exercise took, or the time until it was there, is not taken from this page's."""
    page, beside, grader = alike
    theirs = beside.next()
    assert page.next({beside.key}).exercise == "total" != theirs.exercise
    done = grader.work(theirs)
    beside.take(theirs, replace(done, report=replace(done.report, seconds=890.0)))
    mine = page.next()
    assert (mine.exercise, mine.seconds) == ("total", 900)
    page.take(mine, grader.work(mine))
    assert page.next() is None and page.report.score == 100 and page.report.seconds < 890


def test_a_page_waits_where_others_judge_all_that_is_left(alike):
    page, beside, grader = alike
    beside.next()
    first = beside.key
    page.take(task := page.next({first}), grader.work(task))
    assert page.next({first}) is None and page.report is None and not page.is_over


def test_an_exercise_without_time_is_stopped_and_not_kept(folder, handed, tmp_path):
    (one,) = handed(ada=miniature.page())
    page = opened(folder, one, ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "kept"))
    with Grader(folder, Settings()) as grader:
        page.take(task := page.next(), grader.work(task))
        page.spent = 900
        while (task := page.next()) is not None:
            assert isinstance(task, JudgeExercise) and not grader.work(task).certain
            page.take(task, grader.work(task))
    assert {str(check.outcome) for check in page.report.checks} == {"timeout", "skipped"}
    assert "used up its 900 s" in page.report.checks[0].message
    assert len(list((tmp_path / "kept").glob("*.json"))) == 1  # what was read of the page


# -- what comes back --------------------------------------------------------------------------------------------------


def test_what_cannot_be_judged_ends_the_page(folder, handed):
    (one,) = handed(ada=miniature.page())
    page = opened(folder, one)
    assert isinstance(task := page.next(), ReadPage)
    page.take(task, NoMarks(problem(one, "kit", Settings(), Status.NOT_GRADED, "a fault")))
    assert page.is_over and page.next() is None and page.report.problem == "a fault"
    assert page.report.seconds == 0


def test_what_is_handed_out_is_small_and_holds_no_syntax_tree(folder, handed):
    """A page may be ten thousand statements; each exercise travels by itself."""
    import pickle

    (one,) = handed(ada=miniature.page())
    with Grader(folder, Settings()) as grader:
        page = opened(folder, one)
        read = grader.work(page.next())
        assert isinstance(read, PageRead)
        page.take(ReadPage(one, b""), read)
        content = pickle.dumps(page.next())
        assert isinstance(grader.work(pickle.loads(content)), ExerciseJudged)
    assert b"_ast" not in content and len(content) < 3 * len(miniature.page()) + 3000


@pytest.fixture
def read(folder, handed):
    """``read(only=…)`` is a page that was read, without a worker."""
    (one,) = handed(ada=miniature.page())

    def made(**options):
        page = OpenPage(one, assignment_folder.load(folder), Settings(), **options)
        page.content, page.facts = b"", PageFacts(problem(one, "kit", Settings(), Status.GRADED, ""), {}, {"double": 1, "total": 5})
        page.parts = {"double": "of double", "total": "of total"}
        return page

    return made


@pytest.mark.parametrize(
    ("only", "judged"), [(None, ["double", "total"]), (["total"], ["total"]), (["double"], ["double"]), ([], [])], ids=str
)
def test_those_exercises_are_judged_that_are_asked_for(read, only, judged):
    page, asked = read(only=only), []
    while (task := page.next()) is not None:
        asked.append(task.exercise)
        page.take(task, ExerciseJudged(replace(page.facts.report, seconds=1.0), True))
    assert asked == judged and page.is_over


@pytest.mark.parametrize(("took", "taken"), [(0.25, 0.25), (0.0, 0.0), (-5.0, 0.0)])
def test_an_exercise_takes_its_seconds_and_gives_nobody_more(read, took, taken):
    page = read()
    first = page.next()
    page.take(first, ExerciseJudged(replace(page.facts.report, seconds=took), True))
    assert page.next().seconds == first.seconds - taken
