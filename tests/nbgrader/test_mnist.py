"""The real assignment as a course: the reference gets all points, and no line of a hidden check comes back to anybody."""

import ast
import html
import json
from pathlib import Path

import pytest
from nbgrader_course import STUB, Course, cell, written

from autograder.authoring.public_checks import public_checks
from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]
NAME = "mnist"

pytestmark = [pytest.mark.keras, pytest.mark.slow]


def body(source, name):
    """The lines of a function below its description, without their indentation."""
    function = next(node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == name)
    first = function.body[1] if ast.get_docstring(function) is not None else function.body[0]
    return "\n".join(line.removeprefix("    ") for line in source.splitlines()[first.lineno - 1 : function.end_lineno])


def other_parts(source, name):
    """What else a mistake's file needs: imports, helpers, constants."""
    nodes = [node for node in ast.parse(source).body[1:] if getattr(node, "name", "") != name]
    return "\n".join(ast.unparse(node) for node in nodes)


@pytest.fixture(scope="module")
def real():
    return assignment_folder.load(ROOT / "solutions" / NAME)


def mistaken(released, real):
    """A page on which every function is wrong in a known way: in the first."""
    notebook = json.loads(json.dumps(released))
    for name in sorted(real.functions):
        source = next(program.source for program in real.mistakes if program.function == name)
        one = cell(notebook, name)
        one["source"] = f"{other_parts(source, name)}\n{''.join(one['source'])}".replace(
            STUB, "\n".join(f"    {line}" for line in body(source, name).splitlines())
        )
    return notebook


@pytest.fixture(scope="module")
def course(commands, real, tmp_path_factory):
    folder = tmp_path_factory.mktemp("real") / "course"
    done = commands(
        "autograder", "course", "new", folder, "--assignment", real.folder, cwd=tmp_path_factory.mktemp("elsewhere")
    )
    assert done.code == 0, done.output
    course = Course(folder, commands, NAME)
    assert course.nbgrader("generate_assignment", NAME).code == 0
    answers = {name: body(real.source, name) for name in sorted(real.functions)}
    course.hand_in("reference", written(course.released(), **answers))
    course.hand_in("untouched", course.released())
    course.hand_in("raises", written(course.released(), **dict.fromkeys(answers, "raise ValueError(locals())")))
    course.hand_in("mistaken", mistaken(course.released(), real))
    done = course.grade()  # test_class.py has two processes
    assert done.code == 0, done.output
    done = course.nbgrader("generate_feedback", NAME)
    assert done.code == 0, done.output
    return course


def test_the_reference_gets_all_points_and_a_stub_none(course):
    marks = course.marks()
    assert sum(marks["reference"].values()) == 100
    assert set(marks["untouched"].values()) == set(marks["raises"].values()) == {0.0}
    assert [sum(row[6] for row in course.grades() if row[0] == student) for student in marks] == [100] * len(marks)


def test_no_line_of_a_hidden_check_comes_back(course, real):
    """Neither in the page of one who is right, nor where every check has something to say."""
    hidden, public = set(), set(real.stub.splitlines())
    for exercise in real.exercises:
        source = exercise.checks.read_text()
        public |= set(public_checks(source).splitlines())
        for node in ast.parse(source).body:
            if isinstance(node, ast.FunctionDef) and "pytest.mark.public" not in map(ast.unparse, node.decorator_list):
                hidden |= set((ast.get_source_segment(source, node) or "").splitlines())
    lines = {line.strip() for line in hidden - public if len(line.strip()) > 12} - {line.strip() for line in public}
    assert len(lines) > 100
    pages = {student: html.unescape(course.feedback(student)) for student in course.marks()}
    assert [(student, line) for student, page in pages.items() for line in lines if line in page] == []


def test_feedback_shows_figures_and_names_mistakes(course):
    page = course.feedback("mistaken")
    assert "data:image/png;base64," in page
    assert page.count("This figure as a table") >= 4  # each public check's
    assert "Not graded yet" not in page
