"""Nobody is told of a mistake that he did not make: answers that are in no catalogue, and what may be said of each.

The first line of each file in ``cases`` says which name it gets by all checks. By the public ones alone it gets that name
or none.
"""

import functools
import json
from pathlib import Path

import pytest

from autograder.content import assignment_folder
from autograder.content.assignment import SampleAnswer
from autograder.core.settings import Settings
from autograder.judging import mistake_naming
from autograder.judging.diagnosis import Diagnosis
from autograder.judging.judge import judge_submissions
from autograder.judging.mistake_naming import Mistake
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")
SOLUTIONS = Path(__file__).parents[2] / "solutions" / "mnist"
CASES = sorted((Path(__file__).parents[1] / "cases").glob("*.py"))


def program(path: Path) -> SampleAnswer:
    function, _, name = path.stem.partition("__")
    return SampleAnswer(name, function, path.read_text("utf-8"), path)


@pytest.fixture(scope="module")
def told():
    """``told(path)``: names by all checks, names by the public ones, points, messages; each exercise is judged once."""
    assignments = [assignment_folder.load(SOLUTIONS.with_name(name)) for name in ("mnist", "fashion_mnist", "bank_marketing")]

    @functools.cache
    def exercise(name: str) -> dict:
        assignment = next(one for one in assignments if name in one.functions)
        programs = [program(path) for path in CASES if path.stem.startswith(f"{name}__")]
        settings = Settings(exercises=(name,), dataset=assignment.substitute)
        diagnosis = Diagnosis(assignment, settings, starters)
        judged = judge_submissions([assignment.with_program(one) for one in programs], assignment, settings, starters)
        found = {}
        for one, result in zip(programs, judged, strict=True):
            (report,) = diagnosis.name(result).report.exercises
            public = {check.name for check in report.checks if check.public}
            few = mistake_naming.proven_mistakes(only(result.signature[name], public), shown(diagnosis.mistakes(name), public))
            names = {check.mistake for check in report.checks if check.mistake}
            found[one.path] = names, {one.name for one in few.values()}, report
        return found

    with Starters() as starters:
        yield lambda path: exercise(path.stem.partition("__")[0])[path]


def only(rows: dict, checks: set[str]) -> dict:
    return {name: row for name, row in rows.items() if name in checks}


def shown(mistakes: list[Mistake], public: set[str]) -> list[Mistake]:
    """What a student's folder knows of them."""
    return [Mistake(one.name, one.feedback, only(one.does, public), one.also_true) for one in mistakes]


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_an_answer_gets_the_name_that_is_true_or_none(path, told):
    names, few, report = told(path)
    wanted = {path.read_text("utf-8").splitlines()[0].removeprefix("# Named: ").rstrip(".")} - {"nobody"}
    assert names == wanted
    assert few <= wanted
    assert report.score < report.max_score
    assert not any("PNG" in check.message for check in report.checks)


@pytest.mark.slow
def test_a_function_that_loads_the_data_is_told_that_it_is_handed_in(told):
    path = next(path for path in CASES if path.stem == "dataset_shapes__loads_the_data_again")
    _, _, report = told(path)
    assert report.score == 0
    assert all("The function gets the data as arguments" in check.message for check in report.checks)


STORE = json.loads((SOLUTIONS / "mistakes" / "signatures.json").read_text("utf-8"))
PUBLIC = {
    name: {check for one in entry["mistakes"] for check in one["checks"]}
    for name, entry in json.loads(
        (SOLUTIONS.parents[1] / "assignments" / "mnist" / "checks" / "signatures.json").read_text("utf-8")
    )["exercises"].items()
}


@pytest.mark.parametrize("exercise", STORE["exercises"])
def test_by_the_public_checks_alone_a_mistake_has_its_own_name_or_none(exercise):
    known = [
        Mistake(
            one["name"],
            one["feedback"],
            {check: tuple(row) for check, row in one["checks"].items()},
            tuple(one.get("also_true", ())),
        )
        for one in STORE["exercises"][exercise]["mistakes"]
    ]
    for one in shown(known, PUBLIC[exercise]):
        names = {other.name for other in mistake_naming.proven_mistakes(one.does, shown(known, PUBLIC[exercise])).values()}
        assert names <= {one.name, *one.also_true}
