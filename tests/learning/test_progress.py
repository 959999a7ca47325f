"""What is remembered of a learner's work: readable, You can delete it, and never in the way."""

import json
from dataclasses import replace

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.learning import hint_and_solution
from autograder.learning.progress import Progress, Standing
from autograder.learning.standing import State, overview, unfinished


def result(outcome: Outcome, name: str = "double") -> ExerciseResult:
    points = 5.0 if outcome in (Outcome.PASSED, Outcome.BROKEN) else 0.0
    return ExerciseResult(name, (CheckResult("test_a", "a", outcome, points, 5.0),))


@pytest.fixture
def progress(tmp_path):
    return Progress(tmp_path, "miniature")


def again(progress: Progress) -> Standing:
    """What another command reads of ``double``."""
    return Progress(progress.path.parents[1], "miniature").of("double")


def test_what_a_check_came_to_is_remembered(progress):
    progress.checked(result(Outcome.FAILED), "mnist.py", "abc")
    assert again(progress) == Standing("tried", 0, 5, "mnist.py", "abc")
    progress.checked(result(Outcome.PASSED), "mnist.py", "abd")
    progress.checked(result(Outcome.FAILED), "mnist.py", "abe")
    assert again(progress).state == "tried" and again(progress).solved, "the solution may still be read"


@pytest.mark.parametrize("outcome", [Outcome.NOT_STARTED, Outcome.BROKEN])
def test_neither_the_stub_nor_a_fault_of_ours_is_remembered(progress, outcome):
    progress.checked(result(outcome), "mnist.py", "abc")
    assert not progress.path.exists()


def test_the_file_can_be_read_by_people(progress):
    progress.change("double", hints=2)
    content = json.loads(progress.path.read_text())
    assert "You can delete this file at any time" in content["about"]
    assert content["miniature"] == {"double": {"hints": 2}}


def test_two_commands_do_not_undo_each_other(progress):
    other = Progress(progress.path.parents[1], "miniature")
    progress.change("double", hints=1)
    other.change("total", hints=2)
    other.change("double", asked=1)
    assert again(progress) == Standing(hints=1, asked=1)


@pytest.mark.parametrize(
    "damage",
    ["", "{", "[]", '{"format": 2}', '{"format": 1, "miniature": []}', '{"format": 1, "miniature": {"double": 3}}',
     '{"format": 1, "miniature": {"double": {"hints": "many"}}}', '{"format": 1, "miniature": {"double": {"points": NaN}}}',
     '{"format": 1, "miniature": {"double": {"hints": true}}}', "[" * 100_000],
)  # fmt: skip
def test_a_damaged_file_is_left_out_with_a_word(progress, damage):
    progress.path.parent.mkdir()
    progress.path.write_text(damage)
    read = Progress(progress.path.parents[1], "miniature")
    assert read.of("double") == Standing()
    assert "damaged" in read.problem and "You can delete it" in read.problem
    read.change("double", hints=1)
    assert again(progress) == Standing(hints=1)


def test_a_newer_key_is_no_damage(progress):
    progress.path.parent.mkdir()
    progress.path.write_text('{"format": 1, "miniature": {"double": {"hints": 1, "mood": "good"}}}')
    assert again(progress) == Standing(hints=1)


def test_where_a_folder_cannot_be_written_to_it_is_kept_elsewhere_and_told(tmp_path, monkeypatch):
    """The hints go on, and the solution is not shown at once."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    here = tmp_path / "page"
    here.mkdir()
    (here / ".autograder").write_text("a file, where the folder should be")
    assignment = assignment_folder.load(miniature.write(tmp_path))
    exercise = replace(assignment.exercises[0], hints=("one", "two"))
    progress = Progress(here, "miniature")
    assert hint_and_solution.next_hint(exercise, progress)[0].startswith("Hint 1 of 2")
    assert "could not be saved" in progress.problem and "It is saved in" in progress.problem
    assert hint_and_solution.next_hint(exercise, Progress(here, "miniature"))[0].startswith("Hint 2 of 2")
    assert Progress(tmp_path, "miniature").of("double").hints == 0
    assert [hint_and_solution.solution(assignment, exercise, Progress(here, "miniature"))[1] for _ in range(2)] == [False, True]
    (here / ".autograder").unlink()
    Progress(here, "miniature").change("double", hints=0)
    assert (here / ".autograder" / "progress.json").is_file() and not list((tmp_path / "cache" / "progress").iterdir())


def test_where_nothing_can_be_written_at_all_every_hint_is_shown(tmp_path, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "a file"))
    for name in (".autograder", "a file"):
        (tmp_path / name).write_text("")
    exercise = replace(assignment_folder.load(miniature.write(tmp_path)).exercises[0], hints=("one", "two"))
    progress = Progress(tmp_path, "miniature")
    assert hint_and_solution.next_hint(exercise, progress) == ("Hint 1: one\nHint 2: two", True)
    assert progress.forgets and "could not be saved" in progress.problem


# -- the overview -----------------------------------------------------------------------------------------------------


def test_the_state_of_each_exercise(tmp_path, progress):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    path = tmp_path / "page.py"

    def states(**functions) -> list[State]:
        path.write_text(miniature.page(**functions))
        return [row.state for row in overview(assignment, assignment.read(path), progress)]

    assert states(double="raise NotImplementedError") == [State.NOT_STARTED, State.WRITTEN]
    code = assignment.read(path).fingerprint("total")
    progress.checked(result(Outcome.PASSED, "total"), "page.py", code)
    assert states(double="# a note, and elsewhere on the page\nreturn 1") == [State.WRITTEN, State.PASSED]
    assert states(total="return 3") == [State.WRITTEN, State.CHANGED]
    path.write_text("def total(numbers):\n    return 3\n")
    rows = overview(assignment, assignment.read(path), progress)
    assert [row.state for row in rows] == [State.MISSING, State.CHANGED]
    assert unfinished(rows).name == "double" and unfinished(rows, "double").name == "total"
    assert unfinished(rows, "total").name == "double", "from the top again"


# -- hints and solutions ----------------------------------------------------------------------------------------------


@pytest.fixture
def assignment(tmp_path):
    return assignment_folder.load(miniature.write(tmp_path))


def test_one_more_hint_each_time(tmp_path, progress):
    settings = miniature.SETTINGS.replace('["What is twice one?"]', '["What is twice one?", "Multiply."]')
    exercise = assignment_folder.load(miniature.write(tmp_path, {"assignment.toml": settings})).exercise("double")
    told = [hint_and_solution.next_hint(exercise, progress) for _ in range(3)]
    assert [last for _text, last in told] == [False, True, True]
    assert "1 of 2: What is twice one?" in told[0][0] and "2 of 2: Multiply." in told[1][0] == told[2][0]


def test_the_solution_is_shown_to_who_asks_twice(assignment, progress):
    exercise = assignment.exercise("double")
    text, shown = hint_and_solution.solution(assignment, exercise, progress)
    assert not shown and "2 * numbers" not in text
    text, shown = hint_and_solution.solution(assignment, exercise, progress)
    assert shown and text.endswith("def double(numbers):\n    return 2 * numbers")


def test_the_solution_is_shown_at_once_to_who_passed(assignment, progress):
    progress.checked(result(Outcome.PASSED), "page.py", "abc")
    assert hint_and_solution.solution(assignment, assignment.exercise("double"), progress)[1]


def test_asking_that_cannot_be_remembered_is_no_dead_end(assignment, tmp_path, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / ".autograder"))
    (tmp_path / ".autograder").write_text("")
    progress = Progress(tmp_path, "miniature")
    assert hint_and_solution.solution(assignment, assignment.exercise("double"), progress)[1]
