"""What an exercise's hints say when they are asked for, one more at each time, mildest first.

The command line and the notebook count how often they were asked; the words are here.
"""

from __future__ import annotations

from collections.abc import Sequence

from autograder.core.languages import Message, shown, spoken, spoken_plural


def nth(exercise: str, hints: Sequence[str], number: int) -> str:
    """The hint to show when an exercise's hints are asked for this often; after the last one, the last one again.

    Args:
        exercise: its name.
        hints: its hints, mildest first.
        number: 1 for the first time; smaller numbers count as 1.

    Example:
        >>> print(nth("halve", ["What is half of 4?", "Divide by 2."], 1))
        Hint 1 of 2: What is half of 4?
        There is one more hint. Try this one before you ask again.
        >>> print(nth("halve", ["What is half of 4?", "Divide by 2."], 2))
        Hint 2 of 2: Divide by 2.
        This was the last hint.
    """
    if not hints:
        return spoken("There are no hints for {exercise}. Its description says what the function takes and what it returns.", exercise=exercise)
    place = min(max(number, 1), len(hints))
    left = len(hints) - place
    after = spoken("This was the last hint.")
    if left:
        after = spoken_plural(
            "There is one more hint. Try this one before you ask again.",
            "There are {count} more hints. Try this one before you ask again.",
            left,
        )
    return spoken("Hint {place} of {number}: {hint}", place=place, number=len(hints), hint=hints[place - 1]) + f"\n{after}"


def in_the_readers_words(assignment: str, exercise: str, hints: Sequence[str]) -> list[str]:
    """The hints in the language that the reader has chosen.

    Args:
        assignment, exercise: their names.
    """
    return [shown(Message(hint, context=f"hint:{exercise}:{number}", domain=assignment)) for number, hint in enumerate(hints, 1)]
