"""Every exercise of this repository is honest, and a page is worth the same whatever the hidden inputs are."""

import itertools
import random
from pathlib import Path

import one_by_chance
import pytest

from autograder.authoring import demo
from autograder.authoring.audit import TOTAL, audit
from autograder.cache.dependencies import fingerprint_key
from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.judging.collection import points
from autograder.judging.judge import SubmissionJudge, begin_loading, judge_submissions
from autograder.sandbox.launcher import Starters

ROOT = Path(__file__).parents[2]
SAMPLE = 1  # mistakes, and as many alternatives, of each exercise
TRAINING = 2  # pairs of functions one of which needs Keras
FOLDERS = {path.parent.name: path.parent for path in sorted(ROOT.glob("solutions/*/assignment.toml"))}

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("warm_servers")]


@pytest.fixture(scope="module")
def starters():
    with Starters() as running:
        yield running


@pytest.mark.keras
@pytest.mark.parametrize("folder", FOLDERS.values(), ids=FOLDERS)
def test_the_exercises_are_honest(folder, starters, pytestconfig):
    """Reference and alternatives: full marks. Each mistake: caught, and called by its name.

    All of them take many minutes, so it tries some: of one exercise that trains, in one of the assignments, and of a third of
    the others. They are others with each change of the exercises. ``make audit`` tries all.
    """
    assignment = assignment_folder.load(folder)
    assert sum(points(assignment).values()) == TOTAL
    trains = [one.name for one in assignment.exercises if "keras" in one.libraries]
    others = [one.name for one in assignment.exercises if one.name not in trains]
    chance = random.Random("".join(fingerprint_key(assignment, one.name) for one in assignment.exercises))
    whole = pytestconfig.getoption("--whole")
    tried = others if whole else chance.sample(others, -(-len(others) // 3))
    if whole or folder.name == one_by_chance.chosen(list(FOLDERS), "trains"):
        tried.append(chance.choice(trains))
    assert audit(assignment, starters, tuple(one.name for one in assignment.exercises if one.name in tried), sample=SAMPLE) == []


def test_a_page_is_worth_the_same_with_every_seed(tmp_path, starters):
    """The exercises that need NumPy only, on pages with and without mistakes; Keras has its own seeds and thresholds."""
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    light = tuple(one.name for one in assignment.exercises if one.libraries == ("numpy",))
    pages = [assignment.read(path, path.stem) for path in demo.make_class(assignment, tmp_path)]
    marks = set()
    for seed in one_by_chance.some(range(100), 2, "seeds"):
        settings = Settings(seed=seed, exercises=light, dataset=assignment.substitute)
        marks.add(tuple(one.report.score for one in judge_submissions(pages, assignment, settings, starters)))
    assert len(marks) == 1


@pytest.mark.keras
def test_a_mistake_costs_points_in_its_own_function_only(starters, pytestconfig):
    """On each of as many pages as there are functions, all but one are wrong: that one keeps its points.

    It is judged together with the one before it on the page, which loses some. So two judgements of each function are
    enough: each is right once where every other one is wrong, and wrong once. Of the pairs that need Keras, some by chance.
    """
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    first = {}
    for program in assignment.mistakes:
        first.setdefault(program.function, program)
    names = [exercise.name for exercise in assignment.exercises]
    pairs = list(itertools.pairwise([names[-1], *names]))
    heavy = [pair for pair in pairs if any("keras" in assignment.exercise(name).libraries for name in pair)]
    left_out = [] if pytestconfig.getoption("--whole") else one_by_chance.some(heavy, len(heavy) - TRAINING, "pairs")
    settings = Settings(dataset=assignment.substitute)
    begin_loading(starters, assignment, settings)
    with SubmissionJudge(assignment, settings, starters) as judge:
        for wrong, right in [pair for pair in pairs if pair not in left_out]:
            programs = [first[name].source for name in names if name != right]
            text = "\n\n# %%\n".join([assignment.source, *programs])
            page = assignment.read_bytes(text.encode(), "page.py", "page")
            found = {one.name: one.score == one.max_score for one in judge.judge(page, (wrong, right)).report.exercises}
            assert found == {wrong: False, right: True}
