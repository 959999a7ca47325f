"""The telling inputs of an assignment with their right values, as its author makes them: what is wrong with them is said with its line."""

from __future__ import annotations

import traceback
from pathlib import Path

from autograder.content.assignment import Assignment, ChecksBroken
from autograder.content.telling_table import Row
from autograder.expectations.small_inputs import Example, TellingInputs
from autograder.judging import collection


def telling_rows(assignment: Assignment) -> dict[str, list[Row]]:
    """Exercise -> telling inputs and the right values for them, as students get them.

    Raises:
        ChecksBroken: the checks cannot be collected.
    """
    with collection.Checks(assignment, assignment.exercises) as checks:
        made = {name: collection.telling_inputs_of(items) for name, items in checks.of.items()}
    return {
        name: [(list(one.choices), one.expected) for one in simple_inputs(name, inputs, assignment.parameters[name])]
        for name, inputs in made.items()
        if inputs is not None and inputs.right_value is not None
    }


def simple_inputs(exercise: str, inputs: TellingInputs, parameters: list[str]) -> list[Example]:
    """The telling inputs of an exercise that are tried first.

    Args:
        parameters: of the function: an input has an argument for each.

    Raises:
        ChecksBroken: they cannot be made, or called with. The text says where.
    """
    try:
        found = inputs.simple()
    except Exception as error:
        places = [one for one in traceback.extract_tb(error.__traceback__) if Path(one.filename).name == f"test_{exercise}.py"]
        where = f" (test_{exercise}.py, line {places[-1].lineno})" if places else ""
        raise ChecksBroken(f"{exercise}: its telling inputs cannot be made: {type(error).__name__}: {error}{where}") from error
    for one in found:
        if len(one.arguments) != len(parameters):
            count = f"{len(one.arguments)} argument{'s' * (len(one.arguments) != 1)}"
            raise ChecksBroken(f"{exercise}: a telling input has {count}, and {exercise}({', '.join(parameters)}) takes {len(parameters)}.")
    return found
