"""pytest over submissions: every outcome, and that nothing but the student's own work decides it."""

import sys
from dataclasses import replace
from types import SimpleNamespace

import miniature
import pytest

from autograder import datasets
from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.content.assignment import ChecksBroken
from autograder.core import keras_backend
from autograder.core.records import ExerciseResult, Outcome, Status
from autograder.core.settings import Settings
from autograder.expectations.answer import Answer
from autograder.expectations.figure_text import text_of_answer
from autograder.judging.exercise_run import LARGEST_IMAGE
from autograder.judging.exercise_run import _image as image
from autograder.judging.judge import Judgement, SubmissionJudge, judge_submissions
from autograder.sandbox.launcher import Starters
from autograder.transport.wire import Described

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("judge"))


def judged(folder, starters, *sources, **settings):
    """The reports of some pages."""
    assignment = assignment_folder.load(folder)
    pages = [
        submissions.from_source(source, f"s{n}", assignment.functions, assignment.demo_names, "miniature.py")
        for n, source in enumerate(sources)
    ]
    return [one.report for one in judge_submissions(pages, assignment, Settings(**settings), starters)]


def rows(report) -> dict[str, Outcome]:
    return {check.name: check.outcome for exercise in report.exercises for check in exercise.checks}


def check(report, name):
    return next(check for exercise in report.exercises for check in exercise.checks if check.name == name)


def test_a_right_page_gets_all_points(folder, starters):
    (report,) = judged(folder, starters, miniature.page())
    assert (report.score, report.max_score, report.status) == (100, 100, Status.GRADED)
    assert set(rows(report).values()) == {Outcome.PASSED}


@pytest.mark.parametrize("own", [True, False])
def test_libraries_of_another_function_are_loaded_where_a_check_calls_it(tmp_path, own):
    """A fixture of the check file's own that has a function's name is not that function: Keras would load for nothing."""
    fixture = '\n\n@pytest.fixture\ndef total():\n    return sum\n'
    uses = '\n\n@pytest.mark.points(1)\ndef test_both(double, total):\n    """twice"""\n    double(np.ones(1)), total\n'
    files = {
        "assignment.toml": miniature.SETTINGS.replace('["numpy"]\nhints = ["Start', '["numpy", "PIL"]\nhints = ["Start'),
        "checks/test_double.py": miniature.DOUBLE + (fixture if own else "") + uses,
    }
    folder = miniature.write(tmp_path, files)
    with Starters() as starters:
        (report,) = judged(folder, starters, miniature.page(), exercises=("double",))
        assert ("numpy", "PIL") not in starters.running if own else ("numpy", "PIL") in starters.running
    assert set(rows(report).values()) == {Outcome.PASSED}


OUTCOMES = {
    "failed": ("return numbers + 2", Outcome.FAILED, "gave 3.0 at [0]; expected 2.0"),
    "an exception": ("return 2 * numbers / zero", Outcome.ERROR, "NameError: name 'zero' is not defined"),
    "not written yet": ("raise NotImplementedError", Outcome.NOT_STARTED, ""),
    "still a stub in one branch": (
        "if 1:\n    raise NotImplementedError\nreturn 1",
        Outcome.NOT_STARTED,
        "still reaches",
    ),
    "without end": ("import time\nwhile True: time.sleep(0.1)", Outcome.TIMEOUT, "was stopped after 2 s"),
    "the end of the process": ("import os\nos._exit(0)", Outcome.CRASHED, "ended the whole Python process"),
    "too much memory": ("return np.ones(2**31)", Outcome.MEMORY, "ran out of memory"),
}


@pytest.mark.parametrize(("body", "outcome", "words"), OUTCOMES.values(), ids=OUTCOMES)
def test_every_way_to_end_is_an_outcome_of_its_own(folder, starters, body, outcome, words):
    (report,) = judged(folder, starters, miniature.page(double=body), exercises=("double",))
    first = report.exercises[0].checks[0]
    assert (first.outcome, first.points) == (outcome, 0)
    assert words in first.message
    assert report.status is Status.GRADED


def test_a_check_that_waits_is_skipped_and_says_for_what(folder, starters):
    (report,) = judged(folder, starters, miniature.page(double="return numbers + 2"))
    waiting = check(report, "test_the_argument")
    assert (waiting.outcome, waiting.points) == (Outcome.SKIPPED, 0)
    assert waiting.message == "Waiting for: each number becomes twice as large"


def test_a_missing_function_costs_its_own_points_only(folder, starters):
    (report,) = judged(folder, starters, miniature.page().replace("def double", "def duoble"))
    assert report.score == 50
    message = check(report, "test_each_number").message
    assert message == "double is not defined in miniature.py. Found: duoble. Did you rename it?"


def test_a_fault_of_the_check_costs_no_points_and_is_loud(tmp_path, starters, caplog):
    """A grader's own error is never a student's zero."""
    broken = miniature.DOUBLE.replace("numbers = -rng.uniform(1, 9, 5)", "numbers = rng.no_such_thing()")
    folder = miniature.write(tmp_path, {"checks/test_double.py": broken})
    (report,) = judged(folder, starters, miniature.page())
    assert check(report, "test_hidden_numbers").outcome is Outcome.BROKEN
    assert (report.score, report.status) == (100, Status.NOT_GRADED)
    assert "That" in report.problem or "bug" in report.problem
    assert "test_hidden_numbers is broken" in caplog.text


def test_public_checks_alone(folder, starters):
    (report,) = judged(folder, starters, miniature.page(), public_only=True)
    assert set(rows(report)) == {"test_each_number", "test_the_argument", "test_a_few"}


def test_the_same_mark_with_twenty_seeds(folder, starters):
    """Hidden inputs change with the seed; what a page is worth does not."""
    pages = [miniature.page(), miniature.page(double="return abs(2 * numbers)", total="return numbers[-1]")]
    marks = {tuple(report.score for report in judged(folder, starters, *pages, seed=seed)) for seed in range(20)}
    assert marks == {(100, 30)}


ASKS = miniature.DOUBLE + '''

@pytest.mark.points(1)
def test_what_there_is(double, seed, budget, dataset, digits):
    """the seed, the budget and the data are there"""
    assert (seed, budget.images, budget.epochs) == (21, 600, 2)
    assert dataset is digits and digits.name == "digits"
'''


def test_a_check_may_ask_for_the_seed_the_budget_and_the_data(tmp_path, starters):
    (report,) = judged(miniature.write(tmp_path, {"checks/test_double.py": ASKS}), starters, miniature.page(), seed=21)
    assert rows(report)["test_what_there_is"] is Outcome.PASSED


def test_a_number_that_nobody_has_measured_costs_nothing(tmp_path, starters):
    """With the backend that judges; with another one the check asks as usual."""
    asks = ASKS.replace("assert (seed, budget.images, budget.epochs) == (21, 600, 2)", 'assert budget.at_least("threshold", "digits") > 1')
    for backend, remark in ((keras_backend.usual(), True), ("jax" if keras_backend.usual() != "jax" else "torch", False)):
        folder = miniature.write(tmp_path / backend, {"checks/test_double.py": asks})
        settings = folder / "assignment.toml"
        settings.write_text(settings.read_text() + f'\n[budgets.quick.unmeasured]\n{backend} = "It takes two days."\n')
        (report,) = judged(folder, starters, miniature.page())
        row = check(report, "test_what_there_is")
        assert (row.outcome is Outcome.PASSED and row.points == 1) is remark
        assert row.remark.endswith("It takes two days.") is remark


def test_submissions_in_one_run_do_not_meet(folder, starters):
    """Shared fixtures are made anew for each: the second page must not get the answers of the first."""
    right, wrong = miniature.page(), miniature.page(double="return numbers + 2", total="return 1 + numbers.sum()")
    alone = [report.score for page in (right, wrong) for report in judged(folder, starters, page)]
    together = [report.score for report in judged(folder, starters, wrong, right, wrong)]
    assert together == [alone[1], alone[0], alone[1]]


def test_a_fresh_interpreter_gives_the_same_report(folder, starters):
    page = miniature.page(double="import os\nos._exit(3)", total="return numbers.sum() / 0")
    (forked,) = judged(folder, starters, page)
    with Starters(spawn=True) as spawned:
        (other,) = judged(folder, spawned, page)
    told = [
        [(c.name, c.outcome, c.points, c.message) for e in one.exercises for c in e.checks] for one in (forked, other)
    ]
    assert told[0] == told[1]


def test_what_is_printed_and_warned_is_in_the_report(folder, starters):
    body = "print('here I am')\nimport warnings\nwarnings.warn('look out')\nreturn numbers + 2"
    (report,) = judged(folder, starters, miniature.page(double=body))
    first = check(report, "test_each_number")
    assert (first.output, first.remark) == ("here I am\n", "look out")


def test_prints_cannot_speak_for_the_judge(folder, starters):
    """Text that looks like a verdict, on any stream, is text."""
    body = "import sys\nprint('1 passed')\nsys.stderr.write('OK')\nsys.exit(0)"
    (report,) = judged(folder, starters, miniature.page(double=body), exercises=("double",))
    assert report.score == 0


def test_progress_is_told_check_by_check(folder, starters):
    assignment = assignment_folder.load(folder)
    told = []
    judge_submissions(
        [assignment.reference], assignment, Settings(), starters, lambda name, result: told.append((name, result.name))
    )
    assert [name for name, _ in told] == ["double"] * 3 + ["total"] * 3


AUTHORS_FAULTS = {
    "no points": (miniature.DOUBLE.replace("@pytest.mark.points(10)\n", ""), "test_the_argument has no points"),
    "no sentence": (miniature.DOUBLE.replace('    """the argument is left alone"""\n', ""), "has no docstring"),
    "cannot be imported": ("import no_such_module\n", "no_such_module"),
}


@pytest.mark.parametrize(("source", "words"), AUTHORS_FAULTS.values(), ids=AUTHORS_FAULTS)
def test_checks_that_cannot_be_used_are_the_authors_fault(tmp_path, starters, source, words):
    folder = miniature.write(tmp_path, {"checks/test_double.py": source})
    with pytest.raises(ChecksBroken, match=words):
        judged(folder, starters, miniature.page())


def test_without_asserts_nothing_is_judged(folder, starters, monkeypatch):
    flags = {name: getattr(sys.flags, name) for name in dir(sys.flags) if not name.startswith("_")}
    monkeypatch.setattr(sys, "flags", SimpleNamespace(**{**flags, "optimize": 1}))
    with pytest.raises(ChecksBroken, match="-O"):
        judged(folder, starters, miniature.page())


def test_checks_that_have_changed_are_read_again(tmp_path, starters):
    """pytest remembers modules by name; another assignment's checks have the same names."""
    folder = miniature.write(tmp_path)
    assert judged(folder, starters, miniature.page())[0].score == 100
    (folder / "checks" / "test_double.py").write_text(miniature.DOUBLE.replace("2 * numbers", "3 * numbers"))
    assert judged(folder, starters, miniature.page())[0].score == 80


def test_the_level_of_isolation_is_in_the_report(folder):
    with Starters(highest_level="none") as open_doors:
        (report,) = judged(folder, open_doors, miniature.page())
    assert report.isolation == "none"


def test_a_hidden_input_does_not_fit_into_what_a_student_is_told(folder, starters):
    """By an exception, a warning or a print: the message of a hidden check has no room for it, and prints are kept
    apart."""
    told = {}
    for trick in ("raise ValueError(text)", "import warnings\nwarnings.warn(text)\nreturn numbers", "print(text)"):
        body = f"text = 'x' * 80 + 'INPUT' + repr(numbers.tolist())\nif numbers[0] < 0:\n{_indented(trick)}\nreturn 2 * numbers"
        (report,) = judged(folder, starters, miniature.page(double=body))
        told[trick] = check(report, "test_hidden_numbers")
    assert all("INPUT" not in one.message + one.remark for one in told.values())
    assert "raised ValueError: xxx" in told["raise ValueError(text)"].message
    assert "INPUT" in told["print(text)"].output and not told["print(text)"].public


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.splitlines())


SPOILING = """

@pytest.mark.points(10)
def test_on_the_data(double, digits):
    \"\"\"labels are doubled\"\"\"
    digits.train[1][:] = 0
    expect(double(digits.train[1][:2] + 0.0)).is_close_to([0.0, 0.0])
"""


def test_what_a_check_does_to_the_data_reaches_no_other_submission(tmp_path, starters, caplog):
    """They are loaded once for a whole class; so such a check is broken, which is loud."""
    folder = miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE + SPOILING})
    assignment = assignment_folder.load(folder)
    page = submissions.from_source(miniature.page(), "ada", assignment.functions)
    for _ in range(2):
        (one,) = judge_submissions([page], assignment, Settings(), starters)
        assert check(one.report, "test_on_the_data").outcome is Outcome.BROKEN
    assert datasets.find("digits").train[1].flags.writeable


@pytest.mark.parametrize(
    "content", [None, [], {}, {"png": "x"}, {"png": None}, {"png": b"x" * (LARGEST_IMAGE + 1)}], ids=type
)
def test_a_forged_picture_is_none(content):
    assert image(Answer("draw()", Described("figure", "Figure", content))) == b""


def test_the_picture_of_a_figure():
    assert image(Answer("draw()", Described("figure", "Figure", {"png": b"x"}))) == b"x"
    assert image(Answer("draw()", {"png": b"x"})) == image(None) == b""


def test_what_is_no_figure_has_no_words():
    for content in (None, {}, {"png": b"x"}):
        assert not text_of_answer(Answer("draw()", Described("figure", "Figure", content)))


TWO_PARAMETERS = {
    "miniature.py": miniature.PAGE.replace("def total(numbers)", "def total(numbers, start)"),
    "checks/test_total.py": miniature.TOTAL.replace(".0]))", ".0]), 0)").replace("total(numbers)", "total(numbers, 0)"),
}


def test_parameters_in_another_order_are_called_by_name_and_told(tmp_path, starters):
    folder = miniature.write(tmp_path, TWO_PARAMETERS)
    page = miniature.page().replace("def total(numbers)", "def total(start, numbers)")
    (report,) = judged(folder, starters, page.replace("return numbers.sum()", "return start + numbers.sum()"))
    assert report.score == report.max_score
    (note,) = report.notes
    assert note.startswith("total(start, numbers) has its parameters in a different order from total(numbers, start).")


def test_advice_is_given_once_and_only_where_the_answer_is_wrong(folder, starters):
    page = miniature.page(double="return numbers * 3,0", total="return numbers.sum()")
    (report,) = judged(folder, starters, page)
    told = [one.name for exercise in report.exercises for one in exercise.checks if "with a point" in one.message]
    assert told == ["test_each_number"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("return numbers * 2.0 * 255 / 256", "Every number is the expected one times 0.99609."),
        ("return (numbers * 2)[::-1]", "The numbers are right, but in reverse order."),
        ("return np.array([1.0, 2.0, 4.0])", "double never reads its parameter numbers."),
    ],
)
def test_a_message_says_what_a_wrong_answer_has_in_common_with_the_right_one(folder, starters, body, said):
    (report,) = judged(folder, starters, miniature.page(double=body), exercises=("double",))
    told = [one for one in report.checks if said in one.message]
    assert told and report.score < report.max_score
    assert told[0].message.index(" gave ") < told[0].message.index(said)


@pytest.mark.parametrize(("took", "taken"), [(0.25, 0.25), (0.0, 0.0), (-5.0, 0.0)])
def test_an_exercise_takes_its_seconds_out_of_what_the_next_one_has(folder, starters, monkeypatch, took, taken):
    """Less than nothing, where it waited for libraries for longer than it took, gives nobody more time."""
    given = []

    def noted(self, submission, name, _progress, seconds):
        given.append(seconds)
        return Judgement(replace(self.page(submission, []), exercises=(ExerciseResult(name, ()),), seconds=took))

    monkeypatch.setattr(SubmissionJudge, "judge_exercise", noted)
    judged(folder, starters, miniature.page())
    limit = assignment_folder.load(folder).limits.submission
    assert given == [limit, limit - taken]


def test_parameters_in_another_order_are_told_of_the_exercises_that_are_judged(tmp_path, starters):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    assignment.parameters["double"] = ["numbers", "other"]
    source = miniature.page().replace("def double(numbers)", "def double(other, numbers)").partition("def total")[0]
    page = submissions.from_source(source, "ada", assignment.functions, assignment.demo_names, "miniature.py")
    with SubmissionJudge(assignment, Settings(), starters) as judge:
        assert [note.partition(" has its")[0] for note in judge.page(page).notes] == ["double(other, numbers)"]
        assert judge.page(page, ["total"]).notes == ()
        assignment.parameters["double"] = ["other", "numbers"]
        assert judge.page(page).notes == ()


ASSERTS = '''"""double(numbers): twice as much"""

import pytest

from autograder import expect


@pytest.mark.points(50)
@pytest.mark.public
def test_one(double):
    """one becomes two"""
    assert double(1).value == 2


@pytest.mark.points(50)
def test_hidden(double):
    """four becomes eight"""
    assert double(4).value == 8
'''


def test_a_plain_assert_in_a_public_check_fails_with_what_pytest_says(tmp_path, starters):
    """In a hidden one it could show the expected value: it stays a bug of the check, and the audit refuses it."""
    folder = miniature.write(tmp_path, {"checks/test_double.py": ASSERTS})
    wrong = {"double": "return numbers + 2"}
    right, report = judged(folder, starters, miniature.page(), miniature.page(**wrong), exercises=("double",))
    assert right.score == 100
    found = check(report, "test_one")
    assert (found.outcome, found.points) == (Outcome.FAILED, 0) and "assert 3 == 2" in found.message
    assert check(report, "test_hidden").outcome is Outcome.BROKEN


def test_a_result_says_whether_its_check_is_public(folder, starters):
    """Only a public check may show what it has given and expected."""
    (report,) = judged(folder, starters, miniature.page())
    shown = {one.name for exercise in report.exercises for one in exercise.checks if one.public}
    assert shown == {"test_each_number", "test_the_argument", "test_a_few"}


TRIES = '''"""double(numbers): twice as much"""

import pytest

from autograder import expect


@pytest.mark.points(100)
@pytest.mark.public
def test_refuses(double):
    """a text is refused"""
    expect(double.attempt("one")).raises(ValueError)
'''


def test_an_exception_may_be_the_right_answer_to_an_attempt(tmp_path, starters):
    folder = miniature.write(tmp_path, {"checks/test_double.py": TRIES})
    refuses, repeats = miniature.page(double="raise ValueError(numbers)"), miniature.page(double="return 2 * numbers")
    right, wrong = judged(folder, starters, refuses, repeats, exercises=("double",))
    assert (right.score, rows(right)) == (100, {"test_refuses": Outcome.PASSED})
    assert (wrong.score, rows(wrong)) == (0, {"test_refuses": Outcome.FAILED})


ROW = '''"""double(numbers): twice as much"""

import pytest

from autograder import expect


@pytest.mark.points(100)
@pytest.mark.public
def test_two_calls(double):
    """two calls in one cell"""
    first, second = double.in_a_row((1,), (2,))
    expect(first).is_close_to(2)
    expect(second).is_close_to(4, hidden=False)
'''


def test_several_calls_in_one_cell_have_an_answer_each(tmp_path, starters):
    folder = miniature.write(tmp_path, {"checks/test_double.py": ROW})
    pages = [miniature.page(double=body) for body in ("return 2 * numbers", "return 2", "return 2 // (2 - numbers)")]
    right, same, raises = judged(folder, starters, *pages, exercises=("double",))
    assert (right.score, same.score, raises.score) == (100, 0, 0)
    assert ", called again in the same cell, gave 2" in check(same, "test_two_calls").message
    assert rows(raises) == {"test_two_calls": Outcome.ERROR}
    assert "ZeroDivisionError" in check(raises, "test_two_calls").message


def test_a_broken_check_is_logged_once_with_the_lines_of_its_file(tmp_path, starters, caplog):
    """A class would have pytest's own frames in the terminal once for each page."""
    text = miniature.DOUBLE.replace("    expect(double(numbers))", "    check_it(double(numbers))") + "\n\ndef check_it(answer):\n    expect(answer).is_clos_to(1)\n"
    broken = miniature.write(tmp_path, {"checks/test_double.py": text})
    first, second = judged(broken, starters, miniature.page(), miniature.page(double="return 3 * numbers"), exercises=("double",))
    assert [report.checks[-1].outcome for report in (first, second)] == [Outcome.BROKEN, Outcome.BROKEN]
    (said,) = [record.getMessage() for record in caplog.records if "is broken" in record.getMessage()]
    assert said.splitlines()[1:] == [
        "  test_double.py, line 28: check_it(double(numbers)).is_close_to(2 * numbers, hidden=True)",
        "  test_double.py, line 32: expect(answer).is_clos_to(1)",
        "  AttributeError: There is no word is_clos_to. Did you mean is_close_to?",
    ]
