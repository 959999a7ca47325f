"""Checks are collected once; what lasts for a session outlives a submission, everything else does not."""

import os
import sys

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.content.assignment import ChecksBroken
from autograder.core.settings import Settings
from autograder.judging.collection import Checks, points, public_points
from autograder.judging.judge import SubmissionJudge

pytestmark = pytest.mark.usefixtures("warm_servers")

COUNTED = """
MADE = []

@pytest.fixture(scope="session")
def lasting():
    MADE.append("session")
    return len(MADE)

@pytest.fixture(scope="module")
def short():
    MADE.append("module")
    yield
    MADE.append("end")

@pytest.mark.points(5)
def test_made_so_far(double, lasting, short):
    \"\"\"tells what was made\"\"\"
    expect(double(np.array([1.0]))).is_close_to([2.0])
    raise ValueError(" ".join(MADE))
"""


def read(assignment, number):
    return assignment.read_bytes(f"{miniature.page()}# {number}\n".encode(), "a.py", f"student{number}")


def test_fixtures_of_a_session_stay_and_others_end_with_the_submission(tmp_path, starters):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE + COUNTED}))
    with SubmissionJudge(assignment, Settings(exercises=("double",)), starters) as judge:
        told = [judge.judge(read(assignment, number)).report.checks[-1].message for number in range(3)]
    assert [text.rpartition(": ")[2] for text in told] == [
        "session module",
        "session module end module",
        "session module end module end module",
    ]


LASTING = """
from pathlib import Path

@pytest.fixture(scope="session")
def lasting():
    with open(Path(__file__).with_name("made.txt"), "a") as file:
        file.write("made ")

@pytest.fixture(scope="session")
def unhappy():
    raise OSError("no such thing")

@pytest.mark.points(1)
def test_lasting(double, lasting):
    \"\"\"asks for what lasts\"\"\"
    expect(double(np.array([1.0]))).is_close_to([2.0])

@pytest.mark.points(1)
def test_unhappy(double, unhappy):
    \"\"\"asks for what cannot be had\"\"\"
"""


def test_what_lasts_can_be_made_before_there_is_a_submission(tmp_path, starters):
    """Once; an error in it is told by the check that asks."""
    folder = miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE + LASTING})
    made = folder / "checks" / "made.txt"
    assignment = assignment_folder.load(folder)
    with SubmissionJudge(assignment, Settings(exercises=("double",)), starters) as judge:
        assert not made.exists()
        judge.checks.make_session_fixtures("double")
        assert made.read_text() == "made "
        for number in range(2):
            *_others, lasting, unhappy = judge.judge(read(assignment, number)).report.checks
            assert lasting.outcome == "passed"
            assert unhappy.outcome == "broken" and "no such thing" in unhappy.message
    assert made.read_text() == "made "


def test_the_files_are_read_once(tmp_path, starters):
    folder = miniature.write(tmp_path)
    assignment = assignment_folder.load(folder)
    with SubmissionJudge(assignment, Settings(), starters) as judge:
        judge.judge(read(assignment, 0))
        for path in (folder / "checks").glob("*.py"):
            path.write_text("no Python")
        assert judge.judge(read(assignment, 1)).report.score == 100


def test_two_judges_side_by_side(tmp_path, starters):
    """A diagnosis judges mistakes while a class's judge waits; and both may have a file of the same name."""
    one = assignment_folder.load(miniature.write(tmp_path / "one"))
    other = assignment_folder.load(
        miniature.write(
            tmp_path / "other", {"checks/test_total.py": miniature.TOTAL.replace("points(30)", "points(40)")}
        )
    )
    with SubmissionJudge(one, Settings(), starters) as first, SubmissionJudge(other, Settings(), starters) as second:
        scores = [judge.judge(read(one, 0)).report.score for judge in (first, second, first)]
    assert scores == [100, 110, 100]


def test_a_subset_of_the_exercises(tmp_path, starters):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    with SubmissionJudge(assignment, Settings(), starters) as judge:
        for wanted, found in ((("total",), ["total"]), ((), ["double", "total"])):
            judged = judge.judge(read(assignment, 0), wanted)
            assert [one.name for one in judged.report.exercises] == list(judged.signature) == found


def test_an_interruption_leaves_nothing_behind(tmp_path, starters):
    """Ctrl-C between two checks: the next submission starts with fixtures of its own."""
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE + COUNTED}))

    def interrupt(_exercise, _result):
        raise KeyboardInterrupt

    with SubmissionJudge(assignment, Settings(exercises=("double",)), starters) as judge:
        with pytest.raises(KeyboardInterrupt):
            judge.judge(read(assignment, 0), progress=interrupt)
        assert judge.judge(read(assignment, 1)).report.checks[-1].message.endswith("session module")


def test_no_module_of_the_checks_stays(tmp_path):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    before = set(sys.modules)
    with Checks(assignment, assignment.exercises) as checks:
        assert list(checks.of) == ["double", "total"]
    assert not [name for name in set(sys.modules) - before if name.startswith("test_")]


def test_what_cannot_be_collected_is_said_and_closed(tmp_path):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": "import no_such_module\n"}))
    with pytest.raises(ChecksBroken, match="no_such_module"):
        Checks(assignment, assignment.exercises)


@pytest.mark.parametrize(
    ("checks", "words", "said"),
    [
        (miniature.DOUBLE + "\n\nHALF = 1 / 0\n", None, "test_double.py, line 31: ZeroDivisionError: division by zero"),
        (f"from words import half\n{miniature.DOUBLE}", "def more():\n    return 1 / 0\n\n\nhalf = more()\n", "words.py, line 2: ZeroDivisionError: division by zero"),
        (f"from words import half\n{miniature.DOUBLE}", "whole = 1\n", "test_double.py, line 1: ImportError: cannot import name 'half' from 'words'"),
    ],
)
def test_what_a_check_file_raises_is_said_with_its_line(tmp_path, checks, words, said):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": checks, "checks/words.py": words}))
    with pytest.raises(ChecksBroken) as caught:
        Checks(assignment, assignment.exercises)
    assert str(caught.value).startswith(said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("points(10)", "points(TEN)", "test_the_argument has points that are not a number of 0 or more"),
        ("points(10)", "points(-TWO)", "test_the_argument has points that are not a number of 0 or more"),
        ('after("test_each_number")', "after(*NONE)", "test_the_argument waits for a check without a name"),
    ],
)
def test_marks_that_cannot_be_read_off_the_text_are_looked_at_when_they_are_there(tmp_path, old, new, said):
    text = miniature.DOUBLE.replace(old, new).replace("from autograder import expect\n", 'from autograder import expect\n\nTEN, TWO, NONE = "ten", 2, ()\n')
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": text}))
    with pytest.raises(ChecksBroken, match=said):
        Checks(assignment, assignment.exercises)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("test_the_argument(double)", "test_the_argument(duoble)", "test_double.py, line 19: test_the_argument asks for duoble, which is not an exercise and not a fixture. Did you mean double?"),
        ("double, rng)", "double, rgn)", "test_double.py, line 25: test_hidden_numbers asks for rgn, which is not an exercise and not a fixture. Did you mean rng?"),
    ],
)
def test_a_name_that_nothing_gives_is_said_before_anything_runs(tmp_path, starters, old, new, said):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE.replace(old, new)}))
    with pytest.raises(ChecksBroken) as caught:
        SubmissionJudge(assignment, Settings(), starters)
    assert str(caught.value) == said


def test_fixtures_of_all_kinds_are_known(tmp_path, starters):
    more = """
@pytest.fixture
def three(tmp_path, request, seed, module_rng, budget, dataset, digits):
    return 3


@pytest.mark.points(0)
@pytest.mark.parametrize("one, other", [(1, 2)])
def test_more(double, total, three, one, other):
    \"\"\"more\"\"\"
"""
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": miniature.DOUBLE + more}))
    with SubmissionJudge(assignment, Settings(), starters) as judge:
        assert len(judge.checks.of["double"]) == 4


def test_variables_for_pytest_are_not_for_ours(tmp_path, monkeypatch):
    """``-k`` left out checks, with their points and without a word; a colour that pytest does not know here ended it all."""
    assignment = assignment_folder.load(miniature.write(tmp_path))

    def collected() -> list[str]:
        with Checks(assignment, assignment.exercises) as checks:
            return [item.name for items in checks.of.values() for item in items]

    before = collected()
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k few --color=yes")
    monkeypatch.setenv("PYTEST_PLUGINS", "a_plugin_that_nobody_has")
    assert collected() == before and "test_a_few" in before
    assert os.environ["PYTEST_PLUGINS"] == "a_plugin_that_nobody_has"


# -- words beside the checks ------------------------------------------------------------------------------------------

OWN = '''from autograder.expectations.values import Expectation


class Numbers(Expectation):
    def are_doubled(self):
        if list(self.answer.plain) != {expected}:
            self.fail("is not doubled: {said}.", ("not doubled",))
'''
CHECK = '''"""double(numbers): twice as much"""

import numpy as np
import pytest

from autograder import expect

from words import Numbers


@pytest.mark.points(50)
@pytest.mark.public
def test_doubled(double):
    """each number is doubled"""
    expect(double(np.array([1.0, 2.0]))).is_a(Numbers).are_doubled()
'''


def with_words(folder, said, expected="[2.0, 4.0]"):
    words = OWN.format(said=said, expected=expected)
    return assignment_folder.load(miniature.write(folder, {"checks/words.py": words, "checks/test_double.py": CHECK}))


def outcome(assignment, starters, page):
    with SubmissionJudge(assignment, Settings(exercises=("double",)), starters) as judge:
        (check,) = judge.judge(assignment.read_bytes(page.encode(), "a.py", "a")).report.checks
        return check.outcome, check.message


def test_checks_find_the_words_beside_them(tmp_path, starters):
    """Those of their own assignment, whatever else is called ``words``, and they leave no trace."""
    one, other = with_words(tmp_path / "one", "one"), with_words(tmp_path / "other", "other")
    wrong = miniature.page(double="return numbers")
    sys.modules["words"] = held = object()
    try:
        assert "is not doubled: one." in outcome(one, starters, wrong)[1]
        assert "is not doubled: other." in outcome(other, starters, wrong)[1]
        assert sys.modules["words"] is held
    finally:
        del sys.modules["words"]
    assert outcome(one, starters, miniature.page())[0] == "passed"
    assert "words" not in sys.modules and not any("_WordsFinder" in repr(finder) for finder in sys.meta_path)


def test_words_that_cannot_be_read_are_told(tmp_path):
    files = {"checks/words.py": "def broken(:\n", "checks/test_double.py": CHECK}
    assignment = assignment_folder.load(miniature.write(tmp_path, files))
    with pytest.raises(ChecksBroken, match=r"words\.py|invalid syntax"):
        Checks(assignment, assignment.exercises)


def test_without_words_there_are_none(tmp_path):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"checks/test_double.py": CHECK}))
    with pytest.raises(ChecksBroken, match="No module named 'words'"):
        Checks(assignment, assignment.exercises)
def test_hidden_checks_count_among_the_points_and_an_exercise_without_checks_has_none(tmp_path):
    folder = miniature.write(tmp_path)
    (folder / "checks" / "test_total.py").unlink()
    assignment = assignment_folder.load(folder)
    assert (points(assignment), public_points(assignment)) == ({"double": 50.0, "total": 0.0}, 30.0)
