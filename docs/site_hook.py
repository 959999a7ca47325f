"""What MkDocs asks while it builds the site: which assignments there are, and what their functions are worth.

A page ``docs/assignments/NAME.md`` is part of the site where the folder ``solutions/NAME`` exists. An assignment without such a
page gets one that is made here. In all of them, ``<!-- exercises -->`` becomes the table of the exercises, and in the list
``<!-- assignments -->`` becomes a card for each assignment.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment

ROOT = Path(__file__).parents[1]
FIRST = ("mnist", "fashion_mnist", "bank_marketing")  # in the order in which they are taught; others come after them
EXERCISES, ASSIGNMENTS = "<!-- exercises -->", "<!-- assignments -->"
FOLDER = "assignments"


def known(root: Path = ROOT) -> list[Assignment]:
    """The assignments of ``solutions/``, in order."""
    folders = [path.parent for path in (root / "solutions").glob("*/assignment.toml")]
    places = {name: number for number, name in enumerate(FIRST)}
    return [assignment_folder.load(folder) for folder in sorted(folders, key=lambda one: (places.get(one.name, len(FIRST)), one.name))]


def points(assignment: Assignment) -> dict[str, float]:
    """Exercise -> its points, from the form that is built for students; empty where it is not built."""
    built = assignment.folder.parents[1] / "assignments" / assignment.name
    return assignment_folder.load(built).worth or {} if (built / "checks").is_dir() else {}


def exercise_table(assignment: Assignment) -> str:
    """The functions to write, as a Markdown table; what the checks know; and the texts that a person marks."""
    worth = points(assignment)
    rows = [["", "function", "what it gives", *(["points"] if worth else []), "minutes"]]
    rows.append(["---"] * len(rows[0]))
    for number, one in enumerate(assignment.exercises, 1):
        marks = [f"{worth.get(one.name, 0):g}"] if worth else []
        rows.append([str(number), f"`{one.name}`", _cell(one.title), *marks, str(one.minutes or "")])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    lines += ["", f"The checks know {len(assignment.mistakes)} mistakes by name, and {len(assignment.alternatives)} other right answers."]
    for text in assignment.texts:
        lines += ["", f"`{text.name}` is a text that a person reads and marks, up to {text.points:g} points: {text.question}"]
    return "\n".join(lines)


def assignment_cards(assignments: list[Assignment]) -> str:
    """The list of the assignments: for each a figure, a link to its page, and the command that starts it."""
    cards = []
    for one in assignments:
        figure = f"figures/{one.name}.png"
        packages = sorted({name.partition(".")[0] for exercise in one.exercises for name in exercise.libraries})
        parts = [
            f"**[{one.title}]({one.name}.md)**",
            f"![]({figure}){{ .figure }}" if (ROOT / "docs" / FOLDER / figure).is_file() else "",
            f"{len(one.exercises)} functions, with {', '.join(packages) or 'Python alone'}",
            f"`autograder start {one.name}`",
        ]
        cards.append("-   " + "\n\n    ".join(part for part in parts if part))
    return "\n\n".join(['<div class="grid cards" markdown>', *cards, "</div>"])


def _cell(text: str) -> str:
    """Text in one line that ends no cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def on_config(config: Any) -> Any:
    """Adds the pages of the assignments to the navigation, leaves out those without an assignment, and adds a script."""
    config.extra_javascript.append("accessible.js")
    names = [one.name for one in known()]
    for entry in config.nav:
        if isinstance(entry, dict) and "Assignments" in entry:
            entry["Assignments"] += [f"{FOLDER}/{one}.md" for one in names]
    return config


def on_files(files: Any, config: Any) -> Any:
    """Removes pages and figures of assignments that are not there, and makes the pages that are missing."""
    from mkdocs.structure.files import File

    assignments = {one.name: one for one in known()}
    pages = {Path(one.src_uri).stem: one for one in files if Path(one.src_uri).parent.as_posix() == FOLDER}
    for name, file in pages.items():
        if name not in ("index", *assignments):
            files.remove(file)
    for file in [one for one in files if one.src_uri.startswith(f"{FOLDER}/figures/")]:
        if Path(file.src_uri).stem not in assignments:
            files.remove(file)
    for name, one in assignments.items():
        if name not in pages:
            text = f"# {one.title}\n\n{EXERCISES}\n\nStart with `autograder start {name}`.\n"
            files.append(File.generated(config, f"{FOLDER}/{name}.md", content=text))
    return files


def on_page_markdown(markdown: str, page: Any, config: Any, files: Any) -> str:
    """Fills in the tables and cards."""
    source = Path(page.file.src_uri)
    if source.parent.as_posix() != FOLDER:
        return markdown
    assignments = known()
    for one in assignments:
        if one.name == source.stem:
            markdown = markdown.replace(EXERCISES, exercise_table(one))
    return markdown.replace(ASSIGNMENTS, assignment_cards(assignments))


MENDED = (  # what a screen reader, or a rule of axe-core, misses in the pages of the theme
    (re.compile(r'(<div class="md-search"[^>]* role="dialog")>'), r'\1 aria-label="Search">'),
    (re.compile(r'(<nav class="md-nav"[^>]*) aria-labelledby="__nav_([\d_]+)_label"'), r'\1 aria-label="Pages of part \2"'),
    (re.compile(r"<th([^>]*)></th>"), r"<td\1></td>"),
)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Gives a name to what has none, so that the pages can be used without seeing them."""
    for wrong, right in MENDED:
        output = wrong.sub(right, output)
    return output
