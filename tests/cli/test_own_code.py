"""``check --questions`` asks in the terminal, says whether an answer is right, and changes no mark."""

import io

import miniature
import pytest

from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import ExerciseResult, Report

QUESTIONS = (OwnCodeQuestion("loop", "How many times does it run?", "3", (), 4, "for one in numbers:", "page.py"), OwnCodeQuestion("branch", "Is it true?", "False", ("True", "False")))


@pytest.fixture
def asked(monkeypatch, capsys):
    """What is printed when these questions are asked and something is typed."""
    from autograder.cli import own_code

    def printed(typed, exercises):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        own_code.ask_questions(Report("counting", "ada", "", "graded", exercises, "full", "", 17, 0.1))
        return capsys.readouterr().out

    return printed


def test_answers_are_typed_one_after_the_other(asked):
    said = asked("3\n1\n", (ExerciseResult("double", (), questions=QUESTIONS),))
    assert "1. How many times does it run?\n     page.py, line 4:   for one in numbers:" in said
    assert "Right: 3" in said and "Not quite. Your code was run, and the answer is: False" in said and "1 of 2 right." in said


def test_the_end_of_the_input_shows_the_answers(asked):
    said = asked("", (ExerciseResult("double", (), questions=QUESTIONS),))
    assert said.count("The answer is: ") == 2 and "0 of 2 right." in said


def test_without_questions_it_says_why(asked):
    assert "There are no questions about this code" in asked("", (ExerciseResult("double", ()),))


def test_the_command_asks_after_a_pass_and_gives_the_same_exit_code(typed, tmp_path, monkeypatch):
    folder = miniature.write(tmp_path)
    page = tmp_path / "page.py"
    page.write_text(miniature.page(double="made = []\nfor number in numbers:\n    made.append(number + number)\nreturn np.array(made)"))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, out, _ = typed(f"check {page} double --assignment {folder} --questions")
    assert code == 0 and "There are no questions about this code" in out  # its checks make no small inputs
