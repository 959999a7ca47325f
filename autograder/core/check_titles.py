"""The title of a check as a text of its assignment, so that it can be read in another language."""

from __future__ import annotations

from autograder.core.languages import message
from autograder.core.languages.messages import Message


def as_message(title: str, check: str, exercise: str, domain: str) -> str:
    """A check's title, by its id in the catalogues; of one row of several, the title and the row.

    Args:
        check: its name, with the row in brackets. domain: the assignment's name.

    Example:
        >>> said = as_message("one is doubled (2.5)", "test_one[2.5]", "double", "prices")
        >>> said, said.values["title"].context
        ('one is doubled (2.5)', 'title:test_double::test_one')
    """
    if not title:
        return title
    name, _, row = check.partition("[")
    row = row.removesuffix("]")
    behind = f" ({row})" if row else ""
    bare = Message(title.removesuffix(behind), context=f"title:test_{exercise}::{name}", domain=domain)
    return message("{title} ({row})", title=bare, row=row) if behind and title.endswith(behind) else bare
