"""The README of a student's folder, for an assignment that has none: how to start, what there is to write, what answers mean."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.content.assignment import Assignment
from autograder.content.notebook import whole

START = """## Start

Open **one** of these two files. They contain the same page; work in the one you like better.

- `{name}.ipynb`, a notebook: `jupyter lab {name}.ipynb`
- `{name}.py`, a script: any editor (many show its `# %%` lines as cells)

Read from the top, and replace each `raise NotImplementedError` with your own code. In a terminal, work in this folder:

```
autograder check {name}.py                # the whole page
autograder check {name}.py {first}        # only this function
autograder watch                         # leave it running: it checks whenever you save
autograder hint {first}                  # stuck? one more hint each time, the mildest first
autograder list                          # how far you are
```
"""
MEANING = """## What the answers mean

| | |
|---|---|
| passed | right |
| failed | your code ran, but the result is not right; the message says what it gave and what was expected |
| error | your code raised an exception; the message names the line |
| not started | the function still raises NotImplementedError |
| skipped | this check waits for another check, which it names |
| timeout, memory | stopped: your code took too long or used too much memory; often a loop never ends |
| crashed | your code ended the whole Python process, with `exit()`, for example |
| broken | our mistake, not yours: you lose no points for it |

## Rules

- Keep the names of the functions and of their parameters.
- Use what a function is **given**, not variables of the page: it is tested with other input.
- Give results back with `return`. `print` only shows them on your screen.
- You may add your own helper functions, imports and cells. There are many right ways to write each function.
"""


def readme(assignment: Assignment, worth: Mapping[str, float]) -> str:
    """The text of the file, in Markdown.

    Args:
        worth: exercise -> its points.
    """
    parts = [f"# {assignment.title}\n", START.format(name=assignment.name, first=assignment.exercises[0].name)]
    parts.append(f"## What to write\n\n{_table(assignment, worth)}")
    for text in assignment.texts:
        parts.append(
            f"`{text.name}` is a text, up to {whole(text.points)} point{'' if text.points == 1 else 's'}. A person reads and marks it: {_cell(text.question)}\n"
        )
    return "\n".join([*parts, MEANING])


def _table(assignment: Assignment, worth: Mapping[str, float]) -> str:
    timed = any(exercise.minutes for exercise in assignment.exercises)
    rows = [["", "function", "what it does", "points", *(["minutes"] if timed else [])]]
    rows.append(["---"] * len(rows[0]))
    for number, one in enumerate(assignment.exercises, 1):
        points = str(whole(worth.get(one.name, 0.0)))
        rows.append([str(number), f"`{one.name}`", _cell(one.title), points, *([str(one.minutes)] if timed else [])])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(text: str) -> str:
    """Text in one line that ends no cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
