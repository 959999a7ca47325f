"""Every exercise of this repository is honest, and a page is worth the same whatever the hidden inputs are."""

import itertools
from pathlib import Path

import pytest

from autograder.authoring import demo
from autograder.authoring.audit import audit
from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions
from autograder.sandbox.launcher import Starters

ROOT = Path(__file__).parents[2]
SAMPLE = 3  # mistakes, and as many alternatives, of each exercise
FOLDERS = sorted(path.parent for path in ROOT.glob("solutions/*/assignment.toml"))
GROUPS = {  # exercises that need the same libraries share the process that loads them
    f"{folder.name}, {libraries[-1]}": (folder, tuple(one.name for one in exercises))
    for folder in FOLDERS
    for libraries, exercises in itertools.groupby(
        sorted(assignment_folder.load(folder).exercises, key=lambda one: one.libraries), key=lambda one: one.libraries
    )
}


@pytest.fixture(scope="module")
def starters():
    with Starters() as running:
        yield running


@pytest.mark.slow
@pytest.mark.keras
@pytest.mark.parametrize(("folder", "names"), GROUPS.values(), ids=GROUPS)
def test_the_exercises_are_honest(folder, names, starters):
    """Reference and alternatives: full marks. Each mistake: caught, and called by its name.

    All of them take many minutes, so it tries some, others with each change of the exercise. ``make audit`` tries all.
    """
    assert audit(assignment_folder.load(folder), starters, names, sample=SAMPLE) == []


@pytest.mark.slow
def test_a_page_is_worth_the_same_with_every_seed(tmp_path, starters):
    """The exercises that need NumPy only, on pages with and without mistakes; Keras has its own seeds and thresholds."""
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    light = tuple(one.name for one in assignment.exercises if one.libraries == ("numpy",))
    pages = [assignment.read(path, path.stem) for path in demo.make_class(assignment, tmp_path)]
    marks = set()
    for seed in range(8):
        settings = Settings(seed=seed, exercises=light, dataset=assignment.substitute)
        marks.add(tuple(one.report.score for one in judge_submissions(pages, assignment, settings, starters)))
    assert len(marks) == 1


@pytest.mark.slow
@pytest.mark.keras
def test_a_mistake_costs_points_in_its_own_function_only(starters):
    """Pages with one mistake in each of several functions: all other functions keep their points.

    Each function is wrong on its own three of six pages, so that for each two of them there is a page on which the first
    is wrong and the second right. Six pages are enough for twenty functions.
    """
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    full = {one.name: one.max_score for one in _report(assignment, (), starters).exercises}
    first = {}
    for program in assignment.mistakes:
        first.setdefault(program.function, program)
    chosen = dict(zip(full, itertools.combinations(range(6), 3), strict=False))
    assert chosen.keys() == full.keys() == first.keys()
    for page in range(6):
        wrong = {name for name in full if page in chosen[name]}
        found = {one.name: one.score for one in _report(assignment, [first[name] for name in wrong], starters).exercises}
        kept = {name: score == full[name] for name, score in found.items()}
        assert kept == {name: name not in wrong for name in full}


def _report(assignment, programs, starters):
    """Of the reference page with some functions replaced."""
    text = "\n\n# %%\n".join([assignment.source, *(program.source for program in programs)])
    page = assignment.read_bytes(text.encode(), "page.py", "page")
    (judged,) = judge_submissions([page], assignment, Settings(dataset=assignment.substitute), starters)
    return judged.report
