"""``solutions/`` becomes ``assignments/``."""

from __future__ import annotations

import click

from autograder.cli import options
from autograder.cli.errors import DONE, WorkNotRight
from autograder.cli.targets import all_with_solutions
from autograder.cli.terminal import progress, relative
from autograder.core.files import write_atomically


@click.command(cls=options.Command)
@click.option("--check", is_flag=True, help="Write nothing; say whether assignments/ is up to date.")
@options.assignment("all")
def run(check: bool, name: str) -> int:
    """Build assignments/ from solutions/."""
    from autograder.authoring import build, fingerprints
    from autograder.content.mistake_fingerprints import STORE, stored
    from autograder.judging import diagnosis

    stale = []
    for assignment in all_with_solutions(name):
        target = assignment.folder.parent.parent / "assignments" / assignment.name
        store = stored(assignment)
        try:
            if check:
                if diagnosis.stale(assignment, store):
                    stale.append(f"{assignment.name}: the mistakes' signatures")
                    continue
                stale += [f"assignments/{assignment.name}/{name}" for name in build.is_fresh(assignment, target, store)]
                continue
            with progress("running the known mistakes") as say:
                store = fingerprints.signatures(assignment, lambda name: say(f"running the known mistakes: {name}"), store)
            write_atomically(assignment.folder / "mistakes" / STORE, fingerprints.as_json(store).encode())
            files = build.build(assignment, target, store)
        except build.AnswerLeaked as error:
            raise WorkNotRight(
                f"Nothing was written, because a file for students would reveal something hidden: {error}"
            ) from error
        print(f"{relative(target)}: {len(files)} files")
    if stale:
        raise WorkNotRight("Out of date: " + ", ".join(stale) + ".\nNext:   autograder build")
    print("Up to date." if check else "\nNext:   autograder audit")
    return DONE
