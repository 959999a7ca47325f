"""The README of a student's folder, for an assignment that has none: how to start, what there is to write, what answers mean."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.content.assignment import Assignment
from autograder.content.notebook import whole
from autograder.core.languages import in_language, message, plural
from autograder.core.languages.messages import ENGLISH, Message


def readme(assignment: Assignment, worth: Mapping[str, float], language: str = ENGLISH) -> str:
    """The text of the file, in Markdown.

    Args:
        worth: exercise -> its points. language: to write it in; what is not translated stays as it is.
    """
    questions = [(one, _of(assignment, one.question, f"text:{one.name}:question", language)) for one in assignment.texts]
    parts = [
        f"# {_of(assignment, assignment.title, 'assignment:title', language)}\n",
        in_language(_start(assignment.name, assignment.exercises[0].name), language),
        f"## {in_language(message('What to write'), language)}\n\n{_table(assignment, worth, language)}",
        *(f"{in_language(_question(one.name, one.points, _cell(question)), language)}\n" for one, question in questions),
        in_language(_meaning(), language),
    ]
    return "\n".join(parts)


def _of(assignment: Assignment, text: str, context: str, language: str) -> str:
    """A text of the assignment's author."""
    return in_language(Message(text, context=context, domain=assignment.name), language)


def _question(name: str, points: float, question: str) -> Message:
    return plural(
        "`{name}` is a text, up to {points} point. A person reads and marks it: {question}", "`{name}` is a text, up to {points} points. A person reads and marks it: {question}",
        points, name=name, points=str(whole(points)), question=question,
    )  # fmt: skip


def _table(assignment: Assignment, worth: Mapping[str, float], language: str) -> str:
    timed = any(exercise.minutes for exercise in assignment.exercises)
    titles = (message("function"), message("what it does"), message("points"), *([message("minutes")] if timed else []))
    rows = [["", *(in_language(one, language) for one in titles)]]
    rows.append(["---"] * len(rows[0]))
    for number, one in enumerate(assignment.exercises, 1):
        points = str(whole(worth.get(one.name, 0.0)))
        title = _of(assignment, one.title, f"exercise:{one.name}:title", language)
        rows.append([str(number), f"`{one.name}`", _cell(title), points, *([str(one.minutes)] if timed else [])])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _cell(text: str) -> str:
    """Text in one line that ends no cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def _start(name: str, first: str) -> Message:
    return message(
        """## Start

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
""",
        name=name, first=first,
    )  # fmt: skip


def _meaning() -> Message:
    return message(
        """## What the answers mean

| | |
|---|---|
| passed | right |
| failed | your code ran, but the result is not right; the message says what it gave and what was expected |
| error | your code raised an exception; the message names the line |
| not started | the function still raises NotImplementedError |
| waiting | this check waits for another check, which it names |
| time ran out, out of memory | stopped: your code took too long or used too much memory; often a loop never ends |
| crashed | your code ended the whole Python process, with `exit()`, for example |
| our bug | our mistake, not yours: you lose no points for it |

## Rules

- Keep the names of the functions and of their parameters.
- Use what a function is **given**, not variables of the page: it is tested with other input.
- Give results back with `return`. `print` only shows them on your screen.
- You may add your own helper functions, imports and cells. There are many right ways to write each function.
"""
    )
