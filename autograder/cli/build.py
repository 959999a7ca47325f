"""``solutions/`` becomes ``assignments/``."""

from __future__ import annotations

import argparse

from autograder.cli.errors import DONE, WorkNotRight
from autograder.cli.targets import all_with_solutions
from autograder.cli.terminal import progress, relative
from autograder.core.files import write_atomically


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("build", help="build assignments/ from solutions/")
    parser.add_argument("--check", action="store_true", help="write nothing; say whether assignments/ is up to date")
    parser.add_argument("--assignment", default="", help="name or folder (default: all)")
    return parser


def run(options: argparse.Namespace) -> int:
    from autograder.authoring import build
    from autograder.content.mistake_fingerprints import STORE, stored
    from autograder.judging import diagnosis

    stale = []
    for assignment in all_with_solutions(options.assignment):
        target = assignment.folder.parent.parent / "assignments" / assignment.name
        store = stored(assignment)
        try:
            if options.check:
                if diagnosis.stale(assignment, store):
                    stale.append(f"{assignment.name}: the mistakes' signatures")
                    continue
                stale += [f"assignments/{assignment.name}/{name}" for name in build.is_fresh(assignment, target, store)]
                continue
            with progress("running the known mistakes") as say:
                store = build.signatures(assignment, lambda name: say(f"running the known mistakes: {name}"), store)
            write_atomically(assignment.folder / "mistakes" / STORE, build.as_json(store).encode())
            files = build.build(assignment, target, store)
        except build.AnswerLeaked as error:
            raise WorkNotRight(
                f"Nothing was written, because a file for students would reveal something hidden: {error}"
            ) from error
        print(f"{relative(target)}: {len(files)} files")
    if stale:
        raise WorkNotRight("Out of date: " + ", ".join(stale) + ".\nNext:   autograder build")
    print("Up to date." if options.check else "\nNext:   autograder audit")
    return DONE
