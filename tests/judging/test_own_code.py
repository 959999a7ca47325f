"""Questions about a student's own function: with one answer only, never from a hidden input, and without any influence on a mark."""

import random
from dataclasses import replace
from types import SimpleNamespace

import miniature
import pytest

from autograder.cache.training_cache import TrainingCache
from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.judging import collection, own_code
from autograder.judging.judge import SubmissionJudge
from autograder.judging.own_code import OwnCodeAsker
from autograder.judging.own_code_questions import of_network
from autograder.judging.own_code_runs import MarkedRun
from autograder.judging.session import Session
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")

LOOP = """made = []
for number in numbers:
    twice = number + number
    if twice > 20:
        large = True
    made.append(twice)
return np.array(made)"""


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("asked"), {"checks/test_double.py": miniature.DOUBLE_WITH_TELLING_INPUTS}))


@pytest.fixture(scope="module")
def judge(assignment):
    with Starters() as starters, SubmissionJudge(assignment, Settings(exercises=("double",), questions=True), starters) as made:
        yield made


@pytest.fixture(scope="module")
def ask(assignment, judge):
    """All questions about a body of ``double``."""
    trainings = TrainingCache()
    asker = OwnCodeAsker(judge.starters, lambda page, by: Session(page, assignment, by, trainings))
    inputs = collection.telling_inputs_of(judge.checks.of["double"])
    yield lambda body, before="", hidden=(): asker.all_questions(page(assignment, body, before), "double", inputs, hidden)
    asker.close()


def page(assignment, body, before=""):
    source = f"{before}\n\n{miniature.page(double=body)}"
    return submissions.from_source(source, "s", assignment.functions, assignment.demo_names, "miniature.py")


def test_each_kind_of_line_gives_questions_with_the_answers_that_running_it_gives(ask):
    found = ask(LOOP)
    assert {one.kind for one in found} >= {"value", "loop", "branch", "left out", "shape"}
    for one in found:
        if one.kind == "left out":
            continue
        call = one.text.partition("double(np.array(")[2].partition("]")[0] + "]"
        numbers = eval(call)
        doubled = [2 * number for number in numbers]
        right = {
            "loop": [len(numbers)],
            "length": [len(numbers)],
            "shape": [(len(numbers),)],
            "branch": [sum(one > 20 for one in doubled), doubled[0] > 20],
            "value": [doubled, doubled[-1]],
            "item": [max(doubled)],
        }[one.kind]
        assert one.answer in map(str, right), one


def test_every_question_is_the_same_the_second_time_and_accepts_its_own_answer_only(ask):
    first, second = ask(LOOP), ask(LOOP)
    assert first == second and first
    for one in first:
        assert one.accepts(one.answer) and len(one.answer) <= 30 and "." not in one.answer.removesuffix(".")
        assert len(set(one.options)) == len(one.options)
        assert sum(one.accepts(option) for option in one.options) == (1 if one.options else 0)


@pytest.mark.parametrize(
    ("body", "before"),
    [
        ("shift = random.randint(0, 9)\nreturn 2 * numbers", "import random"),
        ("began = int(time.time())\nreturn 2 * numbers", "import time"),
        ("number = id(numbers) % 97\nreturn 2 * numbers", ""),
        ("calls.append(1)\ncount = len(calls)\nreturn 2 * numbers if count else numbers", "calls = []"),
        ("return 2 * numbers", "import functools\n\ndef same(f):\nreturn f\n"),
    ],
)
def test_nothing_is_asked_about_what_is_another_value_each_time(ask, body, before):
    asked = [one for one in ask(body, before) if one.kind == "value" and one.line is not None and "return" not in one.code]
    assert asked == []


def test_nothing_is_asked_about_the_order_of_a_set(ask):
    found = ask("words = {'ada', 'ben', 'cleo'}\nfirst = list(words)[0]\nreturn 2 * numbers")
    assert {one.kind for one in found} <= {"shape", "length", "dtype"}


def test_a_value_that_depends_on_how_texts_are_hashed_is_dropped(ask, monkeypatch):
    monkeypatch.setattr("autograder.judging.own_code_text.ON_THE_MACHINE", frozenset())  # so that only the second run can find it
    found = ask("code = hash('ada') % 1000\nsize = len(numbers)\nreturn 2 * numbers")
    assert any("size" in one.text for one in found) and not any("code" in one.text for one in found)


def test_no_input_of_a_hidden_check_is_used(ask):
    first = ask("return 2 * numbers")
    shown = {one.text.partition("np.array(")[2].partition("]")[0] + "]" for one in first}
    assert shown and not any(text in one.text for one in ask("return 2 * numbers", hidden=shown) for text in shown)


def test_a_wrong_function_is_not_asked_about_and_no_mark_changes(assignment, judge):
    right, wrong = judge.judge(page(assignment, LOOP)).report, judge.judge(page(assignment, "return numbers + 2")).report
    (asked,), (missed,) = right.exercises, wrong.exercises
    assert len(asked.questions) == own_code.COUNT and missed.questions == ()
    with SubmissionJudge(assignment, Settings(exercises=("double",)), judge.starters) as plain:
        (usual,) = plain.judge(page(assignment, LOOP)).report.exercises
    assert replace(asked, questions=()) == usual
    assert Report.from_dict(right.to_dict()).exercises[0].questions == asked.questions
    assert "questions" not in wrong.to_dict()["exercises"][0]


def test_a_bug_in_the_kit_leaves_a_page_without_questions(assignment, judge, monkeypatch, caplog):
    monkeypatch.setattr(own_code, "_questions", lambda *_: 1 / 0)
    (asked,) = judge.judge(page(assignment, LOOP)).report.exercises
    assert asked.passed and asked.questions == () and "No questions about double" in caplog.text


def test_the_kinds_and_lines_take_turns(ask):
    picked = own_code.chosen(ask(LOOP), [LOOP])
    assert len({one.kind for one in picked}) == 3 and picked == own_code.chosen(ask(LOOP), [LOOP])
    assert len({own_code.chosen(ask(LOOP), [str(seed)]) for seed in random.Random(1).sample(range(99), 6)}) > 1


@pytest.mark.parametrize("said", [None, 3, [], [{}], [{"marks": {}, "returned": ("nothing",), "value": None, "raised": ""}] * 12])
def test_a_worker_that_says_something_else_gets_no_questions(assignment, judge, monkeypatch, said):
    from autograder.judging.session_process import SessionProcess

    ask = SessionProcess.ask
    monkeypatch.setattr(SessionProcess, "ask", lambda self, request, seconds: {"status": "returned", "value": said} if request["op"] == "watch" else ask(self, request, seconds))
    (asked,) = judge.judge(page(assignment, LOOP)).report.exercises
    assert asked.passed and asked.questions == ()


def test_a_function_that_ends_its_process_is_not_asked_about(ask):
    assert ask("if len(numbers) > 2:\n    raise SystemExit\nreturn 2 * numbers", "") != []
    assert ask("while len(numbers) > 1:\n    pass\nreturn 2 * numbers") == []


def test_without_telling_inputs_the_calls_are_those_of_the_description(tmp_path):
    examples = "        An array of the same shape.\n\n    Example:\n        >>> double(7)\n        14\n"
    made = assignment_folder.load(miniature.write(tmp_path, {"miniature.py": miniature.PAGE.replace("        An array of the same shape.\n", examples)}))
    session = SimpleNamespace(assignment=made)
    assert own_code._calls(session, "double", None, set()) == [(7,)]
    assert own_code._calls(session, "double", None, {"7"}) == [] and own_code._calls(session, "total", None, set()) == []


def test_a_question_about_a_network_names_the_call_that_makes_it():
    network = MarkedRun({}, {}, {}, {}, {}, ("network", [("Dense", 8, (1,))], 8, True), None, "")
    asked = list(of_network("build(7)", network))
    assert [one.answer for one in asked] == ["8", "8", "(1,)"] and all(" from build(7)" in one.text for one in asked)
