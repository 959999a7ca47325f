"""Is every exercise honest?"""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import progress


@click.command(cls=options.Command)
@click.argument("exercises", nargs=-1, metavar="[EXERCISE]...")
@options.assignment()
@click.option(
    "--sample", type=click.IntRange(1), metavar="N", help="Run only N mistakes and N alternatives of each exercise."
)
def run(exercises: tuple[str, ...], name: str, sample: int | None) -> int:
    """Prove that every check fails wrong answers and accepts right ones.

    Without any EXERCISE, it looks at all exercises. With --sample it takes what the last build found of the other mistakes.
    """
    from autograder.authoring import audit
    from autograder.sandbox.launcher import Starters

    assignment = with_solutions(name, exercises)
    names = tuple(assignment.exercise(name).name for name in exercises)
    target = assignment.folder.parent.parent / "assignments" / assignment.name
    with progress("auditing") as say, Starters() as starters:
        faults = audit.audit(assignment, starters, names, target, lambda what: say(f"audited {what}"), sample)
    for fault in faults:
        print(f"✗ {fault}")
    count = len(names) or len(assignment.exercises)
    if faults:
        wrong = sum("a false name" in fault for fault in faults)
        print(
            f"\n{len(faults)} faults ({wrong} false names) in {count} exercises. Next: fix the first, then   autograder audit"
        )
        return TO_FIX
    mistakes, alternatives = (
        sum(not names or program.function in names for program in programs)
        for programs in (assignment.mistakes, assignment.alternatives)
    )
    some = f" This run tried up to {sample} of each for every exercise." if sample else ""
    print(
        f"{count} exercises pass the audit: {mistakes} mistakes caught and named, {alternatives} alternative right "
        f"answers accepted, 0 false names (every lesson was compared with every other mistake).{some}"
    )
    print("\nNext:   autograder grade PATH --assignment NAME --out DIR")
    return DONE
