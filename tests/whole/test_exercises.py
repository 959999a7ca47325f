"""Every exercise of this repository is honest, and a page is worth the same whatever the hidden inputs are."""

from pathlib import Path

import pytest

from autograder import datasets
from autograder.authoring import demo
from autograder.authoring.audit import audit
from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions
from autograder.sandbox.launcher import Starters

ROOT = Path(__file__).parents[2]
FOLDERS = sorted(path.parent for path in ROOT.glob("solutions/*/assignment.toml"))
EXERCISES = [(folder, exercise.name) for folder in FOLDERS for exercise in assignment_folder.load(folder).exercises]


@pytest.fixture(scope="module")
def starters():
    with Starters() as running:
        yield running


@pytest.mark.slow
@pytest.mark.keras
@pytest.mark.parametrize(("folder", "name"), EXERCISES, ids=[name for _, name in EXERCISES])
def test_the_exercise_is_honest(folder, name, starters):
    """Reference and alternatives: full marks. Each mistake: caught, and called by its name."""
    assert audit(assignment_folder.load(folder), starters, (name,)) == []


@pytest.mark.slow
def test_a_page_is_worth_the_same_twenty_times(tmp_path, starters):
    """The exercises that need NumPy only, on pages with and without mistakes; Keras has its own seeds and thresholds."""
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    light = tuple(one.name for one in assignment.exercises if one.libraries == ("numpy",))
    pages = [assignment.read(path, path.stem) for path in demo.make_class(assignment, tmp_path)]
    marks = set()
    for seed in range(20):
        settings = Settings(seed=seed, exercises=light, dataset=datasets.ALWAYS_THERE)
        marks.add(tuple(one.report.score for one in judge_submissions(pages, assignment, settings, starters)))
    assert len(marks) == 1


@pytest.mark.slow
@pytest.mark.keras
def test_a_mistake_costs_points_in_its_own_function_only(starters):
    """Pages with one mistake in each of several functions: all other functions keep their points."""
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    full = {one.name: one.max_score for one in _report(assignment, assignment.reference, starters).exercises}
    first = {}
    for program in assignment.mistakes:
        first.setdefault(program.function, program)
    for function, program in first.items():
        report = _report(assignment, assignment.with_program(program), starters)
        scores = {one.name: one.score for one in report.exercises}
        assert scores.pop(function) < full[function], program.name
        assert scores == {name: points for name, points in full.items() if name != function}, program.name


def _report(assignment, page, starters):
    (judged,) = judge_submissions([page], assignment, Settings(dataset=datasets.ALWAYS_THERE), starters)
    return judged.report
