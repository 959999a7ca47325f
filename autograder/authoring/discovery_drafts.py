"""The file of a mistake that has no name yet, as far as a program can write it: all but its lesson."""

from __future__ import annotations

import builtins
import re
import textwrap
from collections.abc import Collection, Sequence

from autograder.authoring.audit import said_falsely
from autograder.authoring.draft_files import MARK, WIDTH
from autograder.core.languages import message
from autograder.core.records import WRONG, CheckResult
from autograder.judging.mistake_naming import Mistake, proven_mistakes

TASK = (
    "between the quotation marks above, write what a student who did this reads: what happened, why it matters, what to look at. "
    "Correct the program and its name, then delete the lines that begin with #."
)
LONGEST = 400  # characters of a message


def draft_name(checks: Sequence[CheckResult], error: str, taken: Collection[str]) -> str:
    """A name by what the mistake does, for an author to replace by what the student did.

    Args:
        checks: those that it fails, at least one.
        error: the type of the exception with which the first of them ended, or empty; only Python's own become a name.
        taken: names of other mistakes of the exercise.

    Example:
        >>> from autograder.core.records import Outcome
        >>> draft_name([CheckResult("test_any_array[3]", "…", Outcome.FAILED, 0, 2)], "", {"fails_any_array"})
        'fails_any_array_2'
    """
    kind = getattr(builtins, error, None)
    if isinstance(kind, type) and issubclass(kind, Exception):
        first = "raises_" + re.sub(r"(?<=[a-z])(?=[A-Z])", "_", error).lower()
    else:
        first = "fails_" + checks[0].name.partition("[")[0].removeprefix("test_")
    name, number = first, 2
    while name in taken:
        name, number = f"{first}_{number}", number + 1
    return name


def draft_text(source: str, students: int, checks: Sequence[CheckResult]) -> str:
    """The content of the file. Its docstring is empty, so the audit refuses it as long as there is no lesson.

    Args:
        source: the program, without names. students: how many did this; checks: those that it fails.
    """
    many = "1 student" if students == 1 else f"{students} students"
    facts = [f"{MARK}: {TASK}", f"{many} did this without a name for it. What fails:"]
    facts += [f"{one.name}: {_one_line(one.message or one.title)}" for one in checks]
    facts += [f"For example, {_one_line(one.smallest)}" for one in checks if one.smallest][:1]
    lines = [line for fact in facts for line in textwrap.wrap(fact.removeprefix("# "), WIDTH, subsequent_indent="  ")]
    return '"""\n"""\n' + "".join(f"# {line}\n" for line in lines) + f"\n\n{source}"


def objection(exercise: str, mistake: Mistake, known: list[Mistake]) -> str:
    """What the audit would say of a mistake, beside the ones that are known; empty if it would accept it.

    Args:
        mistake: with what it does in each check. known: the other mistakes of the exercise.
    """
    if not any(outcome in WRONG for outcome, _evidence in mistake.does.values()):
        return message("with the seed of the audit it passes all checks")
    named = proven_mistakes(mistake.does, [*known, mistake])
    for check, (outcome, _evidence) in mistake.does.items():
        if outcome in WRONG and (one := named.get(check)) is not mistake:
            if one:
                return message("{check} does not tell it from {mistake}", check=check, mistake=one.name)
            return message("{check} leaves the same evidence with another mistake", check=check)
    before = set(said_falsely(known))
    return next((said for said in said_falsely([*known, mistake]) if said not in before), "")


def _one_line(text: str) -> str:
    """A message that stays inside of its comment, whatever a student's program has put into it."""
    line = "".join(one if one.isprintable() else "?" for one in " ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
