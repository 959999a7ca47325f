"""The smallest input on which a function is wrong: found, sure, and without any influence on a mark."""

import re
from dataclasses import replace
from functools import partial
from types import SimpleNamespace

import miniature
import pytest

from autograder.authoring import build
from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging import collection, telling
from autograder.judging.judge import SubmissionJudge
from autograder.judging.mistake_naming import rounded
from autograder.judging.session import Session
from autograder.judging.telling import OF_A_PAGE, SECONDS, SearchSession, Telling, telling_input
from autograder.reports.student_view import to_student

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("telling"), {"checks/test_double.py": miniature.DOUBLE_WITH_TELLING_INPUTS}))


@pytest.fixture(scope="module")
def judge(assignment, starters):
    with SubmissionJudge(assignment, Settings(exercises=("double",)), starters) as made:
        yield made


def page(assignment, body, before=""):
    source = f"{before}\n\n{miniature.page(double=body)}"
    return submissions.from_source(source, "s", assignment.functions, assignment.demo_names, "miniature.py")


def smallest(judged):
    return [check.smallest for check in judged.report.checks if check.smallest]


def told(judge, body, before=""):
    return smallest(judge.judge(page(judge.assignment, body, before)))


@pytest.mark.parametrize("lacking", ["inputs", "telling", "wrong", "searches", None])
def test_no_input_is_looked_for_where_one_thing_is_lacking(monkeypatch, lacking):
    monkeypatch.setattr("autograder.judging.judge.telling_input", lambda *_: Telling("double([0]) gave 1"))
    monkeypatch.setattr(collection, "telling_inputs_of", lambda _: None if lacking == "inputs" else object())
    judge = SimpleNamespace(settings=Settings(telling=lacking != "telling"), searches=SimpleNamespace(now=None if lacking == "searches" else object()))
    shown = []
    run = SimpleNamespace(exercise="double", wrong_values=lacking != "wrong", session=SimpleNamespace(hidden_inputs=set()), show=shown.append)
    assert bool(SubmissionJudge._show_smallest(judge, run, []).text) == (lacking is None) == bool(shown)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("return numbers + 2", "double([0]) gave [2]; expected [0]."),
        ("return 2 * np.sort(numbers)", "double([1, 0]) gave [0, 2]; expected [2, 0]."),
        ("return np.where((numbers > 12) | (numbers < 0), 0, 2 * numbers)", "double([13]) gave [0]; expected [26]."),
        ("return np.where(np.arange(len(numbers)) == 2, 0, 2 * numbers)", "double([0, 0, 1]) gave [0, 0, 0]; expected [0, 0, 2]."),
        ("return None", "double([0]) gave None; expected [0]."),
    ],
)
def test_the_smallest_input_is_found(judge, body, text):
    assert told(judge, body) == [text]


def test_it_is_shown_at_the_first_check_that_fails_on_the_value(judge):
    judged = judge.judge(page(judge.assignment, "numbers += 2\nreturn numbers"))
    by_name = {check.name: check for check in judged.report.checks}
    assert by_name["test_each_number"].smallest and not by_name["test_hidden_numbers"].smallest


def test_nothing_is_looked_for_where_no_value_is_wrong(judge):
    for body in ("return 2 * numbers", "numbers *= 2\nreturn numbers", "raise ValueError"):
        judged = judge.judge(page(judge.assignment, body))
        assert judged.telling["double"].calls == 0 and smallest(judged) == []


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("return 2 * numbers + np.random.random(len(numbers))", ""),
        ("seen.append(1)\nreturn 2 * numbers + len(seen)", "seen = []"),
        ("seen.append(1)\nreturn 2 * numbers + (len(seen) > 1)", "seen = []"),  # right when it is called for the first time
        ("import time\ntime.sleep(0.2)\nreturn numbers", ""),
        ("if len(numbers) == 2 or len(numbers) == 5:\n    return numbers\nraise ValueError", ""),  # hidden check and public one
        ("while len(numbers) not in (2, 5) or not numbers.any():\n    pass\nreturn numbers", ""),
        ("import os\nif len(numbers) not in (2, 5):\n    os._exit(3)\nreturn numbers", ""),
    ],
)
def test_a_function_that_cannot_be_searched_changes_nothing(judge, assignment, starters, body, before):
    one = page(assignment, body, before)
    judged = judge.judge(one)
    for text in smallest(judged):  # it may be found where the function is deterministic after all
        assert re.fullmatch(r"double\(\[\d+, \d+.*\) gave .*", text) and "ValueError" in body
    with SubmissionJudge(assignment, Settings(exercises=("double",), telling=False), starters) as without:
        other = without.judge(one)
    assert [replace(check, smallest="") for check in judged.report.checks] == list(other.report.checks)
    assert rounded(judged.signature) == rounded(other.signature) and not judged.cut_short


def test_random_numbers_that_no_seed_reaches_are_noticed(judge):
    assert told(judge, "return 2 * numbers + np.random.default_rng().random(len(numbers))") == []


def test_the_searchs_time_and_worker_are_not_those_of_the_checks(judge, assignment):
    """A function that hangs for most inputs loses the time of the search only, and a print in it is not in the report."""
    judged = judge.judge(page(assignment, "print('called')\nwhile len(numbers) not in (2, 4, 5):\n    pass\nreturn numbers"))
    assert {check.outcome for check in judged.report.checks} == {Outcome.FAILED, Outcome.SKIPPED}
    assert max(check.output.count("called") for check in judged.report.checks) == 1


def test_what_a_hidden_check_has_passed_is_never_in_it(judge, assignment):
    """The function gives everything that it has ever seen; the search's worker has seen no check."""
    body = "seen.extend(numbers.tolist())\nreturn 2 * numbers if len(numbers) < 3 else list(seen)"
    judged = judge.judge(page(assignment, body, "seen = []"))
    assert all("-" not in text for text in smallest(judged))  # the hidden numbers are below zero


def test_an_input_of_a_hidden_check_is_not_tried(tmp_path, starters):
    """A literal input of a hidden check would be the smallest one."""
    literal = '\n\n@pytest.mark.points(0)\ndef test_hidden_one(double):\n    """a hidden one"""\n    expect(double(np.array([0]))).is_close_to([0])\n'
    one = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE_WITH_TELLING_INPUTS + literal}))
    with SubmissionJudge(one, Settings(exercises=("double",)), starters) as judge:
        assert told(judge, "return numbers + 2") == ["double([1]) gave [3]; expected [2]."]


def test_a_student_sees_it_at_a_hidden_check_too(judge, assignment):
    judged = judge.judge(page(assignment, "return np.where((numbers < 3) & (numbers >= 0), 2 * numbers, 3 * numbers)"))
    (hidden,) = [check for check in to_student(judged.report).checks if check.smallest]
    assert not hidden.public and hidden.smallest == "double([3]) gave [9]; expected [6]."


def test_a_bug_in_the_maker_costs_nothing(tmp_path, starters, caplog):
    broken = miniature.DOUBLE_WITH_TELLING_INPUTS.replace("draw.whole(0, 20)", "draw.whole(20, 0)")
    one = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": broken}))
    with SubmissionJudge(one, Settings(exercises=("double",)), starters) as judge:
        judged = judge.judge(page(one, "return numbers + 2"))
    assert smallest(judged) == [] and "No telling input for double" in caplog.text
    assert {check.outcome for check in judged.report.checks} == {Outcome.FAILED, Outcome.SKIPPED}


def test_they_can_be_made_ahead_and_a_bug_in_the_maker_waits(judge, tmp_path, starters, monkeypatch):
    broken = miniature.DOUBLE_WITH_TELLING_INPUTS.replace("draw.whole(0, 20)", "draw.whole(20, 0)")
    one = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": broken}))
    with SubmissionJudge(one, Settings(exercises=("double",)), starters) as other:
        collection.make_telling_inputs(other.checks.of["double"])
    collection.make_telling_inputs(judge.checks.of["double"])
    inputs = collection.telling_inputs_of(judge.checks.of["double"])
    monkeypatch.setattr(inputs, "make", None)  # it is not called again
    assert inputs.simple()


def test_students_have_a_table_and_not_the_right_function(assignment, starters, tmp_path):
    build.build(assignment, tmp_path / "miniature", {"seed": 0, "exercises": {}})
    text = (tmp_path / "miniature/checks/test_double.py").read_text("utf-8")
    assert "def few(draw)" in text and "slowly" not in text and ".right" not in text
    released = assignment_folder.load(tmp_path / "miniature")
    with SubmissionJudge(released, Settings(exercises=("double",), public_only=True), starters) as judge:
        assert told(judge, "return numbers + 2") == ["double([0]) gave [2]; expected [0]."]
        assert told(judge, "return 2 * numbers") == []


def test_the_functions_of_a_page_share_a_worker_and_not_what_they_keep(judge, monkeypatch):
    """The second search of the same worker finds the definitions as new ones, and the same random numbers."""
    started = []
    start = Session.start
    monkeypatch.setattr(Session, "start", lambda self, modules: started.append(modules) or start(self, modules))
    inputs = collection.telling_inputs_of(judge.checks.of["double"])
    wrong = page(judge.assignment, "seen.append(1)\nreturn 2 * numbers + (len(seen) < 3)", "seen = []\n")
    with SearchSession(partial(Session, wrong, judge.assignment, judge.starters, judge.trainings)) as searched:
        found = [telling_input(inputs, "double", searched).text for _ in range(2)]
    assert found == ["double([0]) gave [1]; expected [0]."] * 2 and len(started) == 1


def test_a_page_has_a_time_for_all_of_its_searches(judge):
    inputs = collection.telling_inputs_of(judge.checks.of["double"])
    wrong = page(judge.assignment, "return numbers + 2")
    with SearchSession(partial(Session, wrong, judge.assignment, judge.starters, judge.trainings)) as searched:
        assert telling_input(inputs, "double", searched).text and 0 < searched.left < OF_A_PAGE
        searched.left = 0.0
        assert telling_input(inputs, "double", searched) == Telling()
    hangs = page(judge.assignment, "import time\nwhile True:\n    time.sleep(0.1)")
    with SearchSession(partial(Session, hangs, judge.assignment, judge.starters, judge.trainings)) as searched:
        assert not telling_input(inputs, "double", searched).text and searched.left == OF_A_PAGE - SECONDS


# -- the search alone -------------------------------------------------------------------------------------------------


@pytest.fixture
def search(monkeypatch):
    """A search that has no worker: calls of 0.25 s, of which the worker has waited 0.125 s, and one before them."""
    monkeypatch.setattr(telling.time, "thread_time", lambda: 10.0)
    spent, waited = SimpleNamespace(student=3.0), [0.5]

    def call_in_a_row(rows):
        given.append((session.seconds, len(rows)))
        spent.student += 0.25 * len(rows)
        waited[0] += 0.125 * len(rows)
        return [None] * len(rows)

    given = []
    session = SimpleNamespace(
        assignment=SimpleNamespace(parameters={"double": ["numbers"]}),
        found=SimpleNamespace(spent=spent),
        process=SimpleNamespace(worker=SimpleNamespace(waited=lambda: waited[0])),
        connection=lambda _name: SimpleNamespace(call_in_a_row=call_in_a_row),
    )
    made = telling._InputSearch(SimpleNamespace(right_value=None), "double", session, 1.0, [])
    made.given = given
    return made


def test_each_call_has_its_part_of_the_time_that_is_left(search):
    """What was spent before the search, and waiting for a processor, is not of it."""
    row = [SimpleNamespace(arguments=(number,), shown=str(number)) for number in range(4)]
    search._answers(row)
    search._answers(row[:2])
    assert search.given == [(0.25, 4), (0.25, 2)] and search.left == 1.0 - 6 * 0.125
    assert search.each == 0.125 and search.calls == 6 and search.seen == {"0", "1", "2", "3"}


WRONG = (SimpleNamespace(numbers=3), "double(1) gave 2")


@pytest.mark.parametrize(
    ("wrong", "is_sure", "found"),
    [(WRONG, True, ("double(1) gave 2", 3)), (WRONG, False, ("", 0)), (None, True, ("", 0))],
    ids=["sure", "not sure", "never wrong"],
)
def test_what_is_not_sure_is_not_said(search, monkeypatch, wrong, is_sure, found):
    monkeypatch.setattr(search, "_first_wrong", lambda _examples: wrong)
    monkeypatch.setattr(search, "_is_sure", lambda *_given: is_sure)
    assert search.found([]) == found
