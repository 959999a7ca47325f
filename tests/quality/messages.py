"""What do the messages say to wrong answers that nobody has named? Ten for each assignment, written to be read.

    python tests/quality/messages.py                    judges all and writes the section "messages" of docs/quality.md
    python tests/quality/messages.py mnist normalize    judges one assignment, or some of its functions, and prints what is said
    python tests/quality/messages.py --keep FILE        keeps there what was judged, and judges only what is missing

The answers are the cells of ``tests/quality/unnamed_answers/<assignment>.py``; the first line of a cell is

    # %% <function>: <what was done>

None is among the known mistakes. A person has read what is said to each of them, and ``READ`` in the section says so. If a
message changes, the section is stale: run this program again and read what it prints.
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import document
from kept_results import KeptResults
from new_answers import ROOT, judged

from autograder.content import assignment_folder
from autograder.content.assignment import SampleAnswer
from autograder.core.records import ExerciseResult

FOLDER = ROOT / "tests/quality/unnamed_answers"
HEADER = re.compile(r"# %% (\w+): (.+)")
HEAD = """## What wrong answers without a name are told

{answers} wrong answers, ten for each assignment, were written for this page and are in `tests/quality/unnamed_answers/`. None of them is a
known mistake. {caught} of them lose points. {named} of them get the lesson of a known mistake; the message of the others says only what
happened. The table shows the first message that the student reads, with the small input. Each was read beside the answer, to see that it is true.
"""


@dataclass(frozen=True)
class WrongAnswer:
    """One cell.

    Attributes:
        function: what it defines. text: what was done. source: the code.
    """

    function: str
    text: str
    source: str


def read(path: Path) -> list[WrongAnswer]:
    """The wrong answers of a file.

    Raises:
        ValueError: a cell begins with another line, or does not define its function.
    """
    answers = []
    for cell in re.split(r"^(?=# %% )", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        first, _, source = cell.partition("\n")
        found = HEADER.fullmatch(first.strip())
        defined = {node.name for node in ast.parse(source).body if isinstance(node, ast.FunctionDef)}
        if found is None or found[1] not in defined:
            raise ValueError(f"{path.name}: no such cell: {first}")
        answers.append(WrongAnswer(found[1], found[2], source.strip() + "\n"))
    return answers


def results_of(name: str, functions: Sequence[str] = (), keep: Path | None = None) -> list[tuple[WrongAnswer, ExerciseResult]]:
    """Each wrong answer of an assignment, and what came of it.

    Args:
        functions: only answers to these; all by default. keep: see ``KeptResults``; delete the file after a change of the judge.
    """
    assignment = assignment_folder.load(ROOT / "solutions" / name)
    answers = [one for one in read(FOLDER / f"{name}.py") if not functions or one.function in functions]
    wanted = defaultdict(list)
    for number, one in enumerate(answers):
        wanted[one.function].append(SampleAnswer(f"wrong_{number}", one.function, one.source, Path(f"{one.function}__wrong_{number}.py")))
    found = judged(assignment, wanted, KeptResults(keep, assignment))
    return [(one, found[one.function].pop(0)) for one in answers]


def told(result: ExerciseResult) -> tuple[str, str]:
    """The first message that the student reads, and the lesson if a mistake is named; empty texts if there is none."""
    lost = [check for check in result.checks if check.points < check.max_points]
    message = " ".join(lost[0].message.split()) if lost else ""
    if small := next((check.smallest for check in lost if check.smallest), ""):
        message += f" For example, {' '.join(small.split())}"
    return message, next((check.feedback for check in lost if check.mistake), "")


def section(found: dict[str, list[tuple[WrongAnswer, ExerciseResult]]]) -> str:
    """The section of the document."""
    results = [result for of in found.values() for _, result in of]
    caught = [one for one in results if one.score < one.max_score]
    named = [one for one in caught if told(one)[1]]
    lines = [HEAD.format(answers=len(results), caught=len(caught), named=len(named))]
    for name, of in found.items():
        lines += [f"**`{name}`**", "", "| what was done | points | what the student reads |", "|---|---|---|"]
        for one, result in of:
            message, lesson = told(result)
            words = f"{message} *{' '.join(lesson.split())}*" if lesson else message
            lines.append(f"| `{one.function}` {one.text} | {result.score:g} of {result.max_score:g} | {_cell(words)} |")
        lines.append("")
    return "\n".join(lines)


def _cell(text: str) -> str:
    return re.sub(r"([|<>`*_\\])", r"\\\1", text) if "*" not in text else text.replace("|", "\\|").replace("<", "&lt;")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignment", nargs="?", help="printed only; all are judged and written, if none is named")
    parser.add_argument("functions", nargs="*", help="all, if none is named")
    parser.add_argument("--keep", type=Path, metavar="FILE")
    options = parser.parse_args()
    names = [options.assignment] if options.assignment else sorted(path.stem for path in FOLDER.glob("*.py"))
    found = {name: results_of(name, options.functions, options.keep) for name in names}
    for name, of in found.items():
        for one, result in of:
            message, lesson = told(result)
            print(f"{name} {one.function}: {one.text}\n    {result.score:g} of {result.max_score:g}: {message}{lesson and ' // ' + lesson}")
    if not options.assignment:
        document.write_section("messages", section(found))
    return int(any(result.score == result.max_score for of in found.values() for _, result in of))


if __name__ == "__main__":
    sys.exit(main())
