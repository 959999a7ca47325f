"""What an exercise's hints say when they are asked for, one more at each time, mildest first.

The command line and the notebook count how often they were asked; the words are here.
"""

from __future__ import annotations

from collections.abc import Sequence


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
        return f"There are no hints for {exercise}. Its description says what the function takes and what it returns."
    place = min(max(number, 1), len(hints))
    left = len(hints) - place
    after = "This was the last hint."
    if left:
        more = "There is one more hint." if left == 1 else f"There are {left} more hints."
        after = f"{more} Try this one before you ask again."
    return f"Hint {place} of {len(hints)}: {hints[place - 1]}\n{after}"
