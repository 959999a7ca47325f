"""A class of 40 pages of each assignment, and stock nbgrader on the same pages; writes part g of RESULTS.md beside this file.

    python tests/benchmarks/each.py                                       every assignment; this takes hours
    python tests/benchmarks/each.py mnist --pages 4 --sample 1 --look     a look, nothing is written
    python tests/benchmarks/each.py --keep FILE                           goes on where it was stopped

Our grader judges the whole class, in each budget: once with a network of its own on each page, and once with 8 networks that are
repeated in other words. Stock nbgrader grades a sample: it starts Python and the libraries again for each page, so each costs the same.
The machine may do other things meanwhile. So processor time is measured beside the clock: that of all processes of a command together.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import machine
import pages
import peers
from kit import Kit
from results import Ratio, Section, with_section

from autograder import datasets
from autograder.content.assignment import Assignment
from autograder.core.files import write_atomically

HERE = Path(__file__).parent
RESULTS = HERE / "RESULTS.md"
PAGES, SAMPLE = 40, 2
BUDGETS = {"full": 8, "quick": 12}  # how many times stock nbgrader's throughput is to be reached
CLOCK, PROCESSOR = "clock", "processor"
DISTINCT, REPEATED = "all models different", "8 models, repeated"
WHOLE, FUNCTIONS = "whole pages", "functions only"
ANSWERS = ("answers alike", "answers different")  # to the exercises that build no network


class Class(NamedTuple):
    """What our grader judges."""

    assignment: str
    budget: str
    models: str
    answers: str
    pages: int


class Stock(NamedTuple):
    """What stock nbgrader grades: the first pages of a class of different models, answers alike."""

    assignment: str
    budget: str
    form: str
    pages: int


class Measured(NamedTuple):
    """What one command took. trainings: that our grader made; 0 for others."""

    clock: float
    processor: float
    trainings: int = 0


class Record:
    """What has been measured, in a file from which the next run goes on.

    Args:
        file: made when there is something to write; None keeps it for this run only.
    """

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.found: dict[Class | Stock, Measured] = {}
        if file is not None and file.is_file():
            for line in file.read_text("utf-8").splitlines():
                what, numbers = json.loads(line)
                key = (Class if len(what) == len(Class._fields) else Stock)(*what)
                self.found[key] = Measured(*numbers)

    def keep(self, what: Class | Stock, took: Measured) -> None:
        self.found[what] = took
        if self.file is not None:
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps([what, took]) + "\n")

    def __contains__(self, what: object) -> bool:
        return what in self.found


class Bench:
    """Measures one assignment.

    Args:
        folder: to work in; made here.
        data: folder with the files of the data sets; None to look for them.
    """

    def __init__(self, folder: Path, assignment: Assignment, data: str | None) -> None:
        folder.mkdir()
        self.folder, self.assignment = folder, assignment
        self.kit = Kit(folder, assignment, data)

    def ours(self, what: Class) -> Measured:
        """Grades a class from nothing."""
        handed = self.folder / f"handed-{what.models}-{what.answers}-{what.pages}".replace(" ", "-").replace(",", "")
        if not handed.exists():
            pages.write(self.assignment, made(self.assignment, what), handed, whole=True)
        took, _reports = self.kit.grade(handed, what.budget, "out")
        return Measured(*took, self.kit.trainings())

    def stock(self, what: Stock) -> Measured:
        """Grades a sample with stock nbgrader, without nbgrader's own start, which a class needs only once."""
        sample = pages.distinct(self.assignment, what.pages)
        tests = peers.cells(self.assignment, what.budget, self.kit.dataset.name)
        folder = self.folder / f"course-{what.budget}-{what.form}".replace(" ", "-")
        course = peers.Nbgrader(folder, self.assignment, sample, tests, self.kit.environment, what.form == WHOLE)
        start = course.start()
        took = course.autograde()
        course.check_marks()
        return Measured(took.clock - start.clock, took.processor - start.processor)


def made(assignment: Assignment, what: Class) -> list[pages.Handed]:
    """The pages of a class."""
    different = what.answers == ANSWERS[1]
    if what.models == REPEATED:
        return pages.repeated(assignment, what.pages, pages.SIZE, different)
    return (pages.all_different if different else pages.distinct)(assignment, what.pages)


def plan(
    name: str, count: int, sample: int, budgets: list[str], forms: list[str], ways: list[str]
) -> Iterator[Class | Stock]:
    """What is measured for an assignment, in this order: ours before and after stock nbgrader."""
    for budget in budgets:
        yield Class(name, budget, DISTINCT, ways[0], count)
        for form in forms:
            yield Stock(name, budget, form, sample)
        for answers in ways:
            if count > pages.SIZE:
                yield Class(name, budget, REPEATED, answers, count)
        for answers in ways[1:]:
            yield Class(name, budget, DISTINCT, answers, count)


def section(record: Record, notes: list[str]) -> Section:
    """Part g, from what has been measured."""
    found = Section(
        "g · A class of each assignment: stock `nbgrader autograde` and `autograder grade`",
        [
            "*All models different*: each page has networks of its own. *8 models, repeated*: the pages after the first 8 have one "
            "of their networks, in other words. *Answers alike*: the other functions have the same text on all pages. "
            "*Answers different*: they are answered in the ways of `alternatives/`, which repeat where there are fewer ways than pages.",
            "Stock nbgrader has a test cell of asserts for each exercise, with the same training and the same minimum. "
            "It grades a sample, since each page costs it the same (its own start, which a class needs once, is left out): *whole pages*, with the "
            "demonstrations between the functions, as students hand them in, and as our grader gets them; and *functions only*, "
            "without these. (Our grader leaves demonstrations out.) All pages get full marks from both.",
            "Seconds for a page: by the *clock* on two cores, and *processor* time of all processes together, which other programs "
            "on the machine hardly change. *Times*: stock nbgrader's seconds for a page divided by ours; the first by "
            "the clock, which is the throughput, the second by processor time.",
            *notes,
        ],
        [
            *("assignment", "budget", "class", "pages", "autograder: clock", "processor", "trainings"),
            *("nbgrader, whole: pages", "clock", "processor", "times"),
            *("nbgrader, functions only: pages", "clock", "processor", "times"),
        ],
    )
    for what, ours in record.found.items():
        if isinstance(what, Class):
            row = [what.assignment, what.budget, f"{what.models}, {what.answers}", str(what.pages)]
            row += [_seconds(ours.clock / what.pages), _seconds(ours.processor / what.pages), str(ours.trainings)]
            for form in (WHOLE, FUNCTIONS):
                row += _beside(found, what, ours, form, record)
            found.rows.append(row)
    return found


def _beside(found: Section, what: Class, ours: Measured, form: str, record: Record) -> list[str]:
    """The cells that compare a class with stock nbgrader; adds the ratios."""
    for other, stock in record.found.items():
        if isinstance(other, Stock) and other[:3] == (what.assignment, what.budget, form):
            each = [stock.clock / other.pages, stock.processor / other.pages]
            times = [each[0] / (ours.clock / what.pages), each[1] / (ours.processor / what.pages)]
            for value, by in zip(times, (CLOCK, PROCESSOR), strict=True):
                text = f"stock nbgrader's throughput, {what.assignment}, {what.budget} budget, {what.pages} pages, {what.models}"
                harder = form == FUNCTIONS or what.answers == ANSWERS[1]
                whole = f"{text}, {what.answers}, {form}, by {by}"
                found.ratios.append(Ratio("g", whole, value, BUDGETS[what.budget], harder=harder))
            return [str(other.pages), *map(_seconds, each), " · ".join(f"{one:.1f}" for one in times)]
    return ["-", "-", "-", "-"]


def run(names: list[str], record: Record, options: argparse.Namespace) -> Section:
    """Measures what the record does not have yet.

    Args:
        names: of assignments; options: see ``main``.
    """
    notes = [f"Measured on {date.today().isoformat()}, in a run of its own, on {machine.use_two_cores()} cores that other programs used, too."]
    with tempfile.TemporaryDirectory(prefix="autograder-each-") as folder:
        for name in names:
            bench = Bench(Path(folder, name), pages.load(name), options.data)
            notes[0] += f" Data of {name}: {datasets.title(bench.kit.dataset.name)}."
            for what in plan(name, options.pages, options.sample, options.budgets, options.forms, options.answers):
                if what not in record:
                    took = bench.ours(what) if isinstance(what, Class) else bench.stock(what)
                    record.keep(what, took)
                    say(f"{', '.join(map(str, what))}: {took.clock:.1f} s by the clock, {took.processor:.1f} s of processor")
    return section(record, notes)


def say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)


def _seconds(number: float) -> str:
    return f"{number:.2f} s"


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    found.add_argument("names", nargs="*", metavar="ASSIGNMENT", help=f"of {', '.join(peers.known())} (default: all)")
    found.add_argument("--pages", type=int, default=PAGES, help="in our class")
    found.add_argument("--sample", type=int, default=SAMPLE, help="pages for stock nbgrader")
    found.add_argument("--budgets", nargs="+", choices=list(BUDGETS), default=list(BUDGETS))
    found.add_argument("--forms", nargs="*", choices=[WHOLE, FUNCTIONS], default=[WHOLE, FUNCTIONS])
    found.add_argument("--answers", nargs="+", choices=ANSWERS, default=list(ANSWERS))
    found.add_argument("--data", default=os.environ.get("AUTOGRADER_DATA") or None, help="folder with the data sets' files")
    found.add_argument("--keep", type=Path, help="a file for what was measured, from which the next run goes on")
    found.add_argument("--look", action="store_true", help="write nothing")
    return found


def main() -> int:
    options = parser().parse_args()
    names = options.names or peers.known()
    if unknown := set(names) - set(peers.known()):
        parser().error(f"there are no test cells for {', '.join(sorted(unknown))}")
    found = run(names, Record(options.keep), options)
    print(found.markdown())
    for ratio in found.ratios:
        print(" · ".join(ratio.cells()[1:]))
    if not options.look:
        write_atomically(RESULTS, with_section(RESULTS.read_text("utf-8"), found).encode())
    return 0 if all(ratio.reached for ratio in found.ratios if not ratio.harder) else 1


if __name__ == "__main__":
    sys.exit(main())
