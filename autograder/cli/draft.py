"""A first draft of an assignment from its right answers."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import name_to_type
from autograder.cli.terminal import relative, slash
from autograder.content import assignment_folder, assignment_search
from autograder.core.languages import what_it_says


@click.command(cls=options.Command)
@click.argument("solution", type=click.Path(path_type=Path), metavar="SOLUTION.py")
@click.option("--to", "place", metavar="FOLDER", help="Where to write it (default: a folder of the file's name in solutions/).")
def run(solution: Path, place: str | None) -> int:
    """Draft checks, mistakes and alternatives from right answers.

    SOLUTION.py is a page with the answers between solution markers, or a module with functions. Each function with a
    docstring becomes an exercise. The file is run. Every drafted file has a line that begins with # DRAFT; autograder
    audit passes after you have read the files and deleted these lines.
    """
    from autograder.authoring import draft, new_assignment
    from autograder.reports.wording import count

    if not solution.is_file():
        raise UsageError(f"There is no file {solution}.")
    target = Path(place) if place else assignment_search.solutions_folder() / solution.stem
    try:
        made = draft.draft(solution.read_text("utf-8"), target.name)
        files = new_assignment.write(target, made.files)
    except (new_assignment.NameUnusable, new_assignment.NameTaken) as error:
        raise UsageError(what_it_says(error)) from error
    except (SyntaxError, UnicodeDecodeError) as error:
        raise WorkNotRight(f"{solution} cannot be read as Python: {error}.") from error
    except draft.NothingToDraft as error:
        raise WorkNotRight(what_it_says(error)) from error
    print(f"{relative(target)}{slash()}: {len(files)} files. All are drafts: read and correct each.")
    for one in made.exercises:
        tried = f"{count(len(one.checks), 'check')}, {count(len(one.mistakes), 'mistake')}, {count(len(one.alternatives), 'alternative')}"
        same = f" ({count(one.left_out, 'change')} of the answer made no difference)" if one.left_out else ""
        print(f"  {one.name}: {tried}{same}")
    for remark in made.remarks:
        print(f"  {remark}")
    words = name_to_type(assignment_folder.load(target))
    print(f"\nNext: read the files, delete their lines with # DRAFT, then   autograder audit {words}")
    return DONE
