"""Are the telling inputs of an exercise fair? Right answers are searched with them, and what hidden checks pass is looked for among them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from autograder.authoring.telling_rows import simple_inputs
from autograder.content.assignment import Assignment, ChecksBroken, SampleAnswer
from autograder.content.submission import Submission
from autograder.core.languages import message, what_it_says
from autograder.core.settings import Settings
from autograder.expectations.small_inputs import TellingInputs
from autograder.judging import collection
from autograder.judging.judge import SubmissionJudge
from autograder.judging.session import Session
from autograder.judging.telling import SearchSession, telling_input
from autograder.sandbox.launcher import Starters


def telling_faults(assignment: Assignment, starters: Starters, names: Iterable[str], alternatives: dict[str, list[SampleAnswer]]) -> list[str]:
    """Searches the reference and alternatives as if they were wrong.

    Args:
        names: of the exercises. alternatives: by exercise, those that are searched.

    Returns:
        A sentence for each that the right values of a telling input call wrong, and for each input that a hidden check passes, too.
    """
    settings = Settings(exercises=tuple(names), dataset=assignment.substitute, telling=False)
    faults = []
    with SubmissionJudge(assignment, settings, starters) as judge:
        made = {name: collection.telling_inputs_of(items) for name, items in judge.checks.of.items()}
        for name, inputs in made.items():
            if inputs is None:
                continue
            try:
                simple = simple_inputs(name, inputs, assignment.parameters[name]) if inputs.right_value is not None else []
            except ChecksBroken as error:
                faults.append(what_it_says(error))
                continue
            if not simple:
                faults.append(message("{exercise}: its telling inputs have no right values. Mark the function that gives them with @….right.", exercise=name))
                continue
            judge.judge(assignment.reference, (name,))
            faults += _shared(name, inputs, judge.current.session.hidden_inputs)
            programs: dict[str, Submission] = {message("the reference"): assignment.reference}
            programs |= {message("the alternative {name}", name=one.name): assignment.with_program(one) for one in alternatives.get(name, [])}
            faults += _called_wrong(judge, name, inputs, programs)
    return faults


def _shared(name: str, inputs: TellingInputs, hidden: set[str]) -> list[str]:
    shared = [one.shown for one in inputs.simple() if one.shown in hidden]
    return [
        message("{exercise}: the telling input {value} is an input of a hidden check, too. Let the maker draw others.", exercise=name, value=one)
        for one in shared
    ]


def _called_wrong(judge: SubmissionJudge, name: str, inputs: TellingInputs, programs: dict[str, Submission]) -> list[str]:
    faults = []
    for said, page in programs.items():
        with SearchSession(partial(Session, page, judge.assignment, judge.starters, judge.trainings)) as searched:
            if text := telling_input(inputs, name, searched).text:
                faults.append(message("{exercise}: a telling input calls {program} wrong: {why}", exercise=name, program=said, why=text))
    return faults
