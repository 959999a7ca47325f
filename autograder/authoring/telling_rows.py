"""The telling inputs of an assignment with their right values, as its author makes them: what is wrong with them is said with its line."""

from __future__ import annotations

import traceback
from pathlib import Path

from autograder.content.assignment import Assignment, ChecksBroken
from autograder.content.telling_table import Row
from autograder.core.languages import message, plural
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
        said = message("{exercise}: its telling inputs cannot be made: {kind}: {error}", exercise=exercise, kind=type(error).__name__, error=error)
        if places:
            said = message("{said} ({file}, line {line})", said=said, file=f"test_{exercise}.py", line=places[-1].lineno)
        raise ChecksBroken(said) from error
    for one in found:
        if len(one.arguments) != len(parameters):
            said = plural(
                "{exercise}: a telling input has {count} argument, and {call} takes {wanted}.",
                "{exercise}: a telling input has {count} arguments, and {call} takes {wanted}.",
                len(one.arguments), exercise=exercise, call=f"{exercise}({', '.join(parameters)})", wanted=len(parameters),
            )  # fmt: skip
            raise ChecksBroken(said)
    return found
