"""A draft is a mistake but for its lesson; what the audit would say of it is said beforehand."""

import ast

import pytest

from autograder.authoring.discovery_drafts import draft_name, draft_text, objection
from autograder.authoring.draft_files import marked
from autograder.core.records import CheckResult, Outcome
from autograder.judging.mistake_naming import Mistake

CHECKS = [CheckResult("test_any[9]", "none make 0", Outcome.FAILED, 0, 2, "f(3) gave \"\"\" or \\ and\nmore.")]


@pytest.mark.parametrize(
    ("error", "taken", "name"),
    [("", (), "fails_any"), ("ValueError", (), "raises_value_error"), ("ZeroDivisionError", {"raises_zero_division_error"}, "raises_zero_division_error_2"),
     ("QuentinsError", (), "fails_any"), ("print", (), "fails_any"), ("missing", {"fails_any", "fails_any_2"}, "fails_any_3")],
)  # fmt: skip
def test_a_name_says_what_it_does(error, taken, name):
    assert draft_name(CHECKS, error, taken) == name


def test_the_file_is_a_program_with_a_mark_and_without_a_lesson(tmp_path):
    text = draft_text("def f(x):\n    return 3\n", 2, CHECKS)
    tree = ast.parse(text)
    assert ast.get_docstring(tree) == "" and [type(node).__name__ for node in tree.body] == ["Expr", "FunctionDef"]
    assert "# 2 students did this" in text and '# test_any[9]: f(3) gave """ or \\ and more.' in text
    assert all(line.startswith("# ") for line in text.splitlines()[2 : text.splitlines().index("")])
    (tmp_path / "mistakes").mkdir()
    (tmp_path / "mistakes/f__a.py").write_text(text)
    assert marked(tmp_path) == ["mistakes/f__a.py, line 3"]


@pytest.mark.parametrize("text", ["a\x00b", "a\x1b[31mb", "a\u202eb", "a\u2028import os", "a\rimport os", "a\x85import os", "a" * 9000])
def test_no_message_leaves_its_comment(text):
    draft = draft_text("def f(x):\n    return 3\n", 1, [CheckResult("test_a", "a", Outcome.FAILED, 0, 2, text)])
    assert [type(node).__name__ for node in ast.parse(draft).body] == ["Expr", "FunctionDef"]
    assert draft.isprintable() or all(line.isprintable() for line in draft.split("\n"))
    assert len(draft) < 2000


def test_a_small_input_is_in_the_draft_once():
    rows = [CheckResult(f"test_{name}", name, Outcome.FAILED, 0, 2, "f(x) is wrong.", smallest=small) for name, small in (("a", ""), ("b", "f(1) gave 3."), ("c", "f(1) gave 3."))]
    assert draft_text("def f(x):\n    return 3\n", 1, rows).count("# For example, f(1) gave 3.") == 1


def test_what_the_audit_would_say():
    new = Mistake("new", "", {"t": ("failed", [1.0, 2.0]), "u": ("passed", None)})
    same, other = Mistake("same", "", dict(new.does)), Mistake("other", "", {"t": ("failed", [5.0, 2.0]), "u": ("passed", None)})
    assert objection("f", new, []) == objection("f", new, [other]) == ""
    assert "another mistake" in objection("f", new, [same])
    silent = Mistake("silent", "", {"t": ("passed", None)})
    assert "passes all checks" in objection("f", silent, [])


def test_a_draft_that_would_give_another_mistake_a_false_name_is_not_accepted():
    """All that the new one leaves is also left by the old one, which does more: without the old one, its answers get the new name."""
    new = Mistake("new", "", {"t": ("failed", [1.0, 2.0]), "u": ("passed", None)})
    more = Mistake("more", "", {"t": ("failed", [1.0, 2.0]), "u": ("failed", ["reads", 0.5])})
    assert objection("f", new, [more])
