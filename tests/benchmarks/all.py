"""All benchmarks in one run, as ratios; writes RESULTS.md beside this file.

    python tests/benchmarks/all.py                        everything; about 20 minutes on two quiet cores
    python tests/benchmarks/all.py --only ad --size 3     some parts, with fewer pages: a look, nothing is written

Parts: a  stock nbgrader · b  otter run · c  a class that repeats models · d  time outside the student's work ·
e  Dask workers, and 2,000 submissions · f  memory. (Part g, a class of each assignment, has a program of its own, ``each.py``;
what it has written stays.) All commands get the same two cores, the same images and no
network, and are measured from the outside, from their start to their end. Ours remember nothing of earlier runs (only the
drawn digits are there, which the first command on a machine makes), and run before and after the grader that they are
compared with; the mean counts. So what else the machine does hits both.
"""

from __future__ import annotations

import argparse
import itertools
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

import machine
import numpy as np
import pages
import peers
from kit import Kit
from memory import KINDS, watch
from results import Ratio, Section, page, with_section_of

from autograder import datasets
from autograder.core.files import write_atomically

HERE = Path(__file__).parent
NAME = "mnist"  # the assignment of all these parts
RESULTS = HERE / "RESULTS.md"
COPIES = 5  # times the pages: the class that repeats models, and a large one that does not
BUDGETS = {"full": 8, "quick": 12}  # how many times stock nbgrader's throughput is promised
OTTER, REPEATED, OUTSIDE = 5, 20, 15
ALIKE, DIFFERENT = "answers alike", "answers different"  # to the exercises other than the model's
FEW = 2  # pages of a class whose time is mostly the start
ANSWERS = (ALIKE, DIFFERENT)
SCRIPTS = {"cluster.py": "Dask workers", "scale.py": "2,000 submissions"}


class Case(NamedTuple):
    """A class that we grade: how, whether its answers are alike, how many pages, and how many networks if some repeat one."""

    budget: str
    kind: str
    pages: int
    networks: int = 0

    @property
    def distinct(self) -> int:
        """How many networks there are."""
        return self.networks or self.pages

    @property
    def name(self) -> str:
        return f"{self.budget}-{self.kind.replace(' ', '-')}-{self.pages}-{self.distinct}"


class Bench:
    """What the parts share. Each peer is measured when the first part needs it, and once.

    Args:
        folder: to work in. size: pages with distinct models. data: folder with ``mnist.npz``, or None to look for it.
        parts: letters of those that will be measured.
    """

    def __init__(self, folder: Path, size: int, data: str | None, parts: str = "") -> None:
        self.folder = folder
        self.assignment = pages.load(NAME)
        self.kit = Kit(folder, self.assignment, data)
        self.cores, self.environment = self.kit.cores, self.kit.environment
        self.pages = pages.distinct(self.assignment, size)
        self.course, self.handed = cache(self._course), cache(self._handed)
        self.stock, self.otter = cache(self._stock), cache(self._otter)
        self.otter_used = ""
        self.parts = parts
        self.rounds: dict[Case, list[tuple[float, list[dict]]]] = defaultdict(list)

    def tests(self, budget: str) -> dict[str, str]:
        """The peers' test cells for this budget."""
        return peers.cells(self.assignment, budget, self.kit.dataset.name)

    def grade(self, handed: Path, budget: str, name: str) -> tuple[float, list[dict]]:
        """The seconds that our grader takes, and its reports."""
        took, reports = self.kit.grade(handed, budget, name)
        return took.clock, reports

    def remembered(self) -> int:
        """How many trainings the last class has left in the cache."""
        return self.kit.trainings()

    def _course(self, budget: str) -> peers.Nbgrader:
        """The pages as nbgrader's students hand them in, for its stock grader and for ours."""
        folder = self.folder / f"course-{budget}"
        return peers.Nbgrader(folder, self.assignment, self.pages, self.tests(budget), self.environment)

    def _handed(self, case: Case) -> Path:
        """A folder of pages as they are handed in."""
        folder = self.folder / f"handed-{case.name}"
        if case.networks:
            made = pages.repeated(self.assignment, case.pages, case.networks, different=case.kind == DIFFERENT)
        else:
            made = {ALIKE: pages.distinct, DIFFERENT: pages.all_different}[case.kind](self.assignment, case.pages)
        pages.write(self.assignment, made, folder)
        return folder

    def ours(self, case: Case) -> list[tuple[float, list[dict]]]:
        """For each of our rounds the seconds that it took, and its reports."""
        while len(self.rounds[case]) < 2:
            self._again(case)
        return self.rounds[case]

    def large(self, budget: str) -> Case:
        """A whole class of distinct models. (There are not as many ways to answer the other exercises.)"""
        return Case(budget, ALIKE, COPIES * len(self.pages))

    def repeating(self, kind: str) -> Case:
        """A whole class that repeats models."""
        return Case("full", kind, COPIES * len(self.pages), len(self.pages))

    def steps(self, budget: str, kind: str) -> tuple[Case, Case]:
        """Two classes: by what the second one takes longer, its further pages cost."""
        usual = Case(budget, kind, len(self.pages))
        return (usual, self.large(budget)) if kind == ALIKE else (Case(budget, kind, FEW), usual)

    def seconds(self, case: Case) -> float:
        """The mean over our rounds."""
        return fmean(took for took, _reports in self.ours(case))

    def _again(self, *cases: Case) -> None:
        """One more round of each."""
        for case in cases:
            what = f"{case.pages} pages with {case.distinct} networks, {case.kind}"
            say(f"autograder grade, {case.budget} budget, {what}, round {len(self.rounds[case]) + 1}")
            self.rounds[case].append(self.grade(self.handed(case), case.budget, f"out-{case.name}"))
            if self.remembered() != case.distinct:
                raise SystemExit(f"{self.remembered()} trainings for {what}.")

    def _stock(self, budget: str) -> float:
        cases = [Case(budget, kind, len(self.pages)) for kind in ANSWERS]
        if "a" in self.parts:
            cases += [case for kind in ANSWERS for case in self.steps(budget, kind) if case not in cases]
        if "c" in self.parts and budget == "full":
            cases += [self.repeating(kind) for kind in ANSWERS]
        self._again(*cases)
        say(f"stock nbgrader, {budget} budget, {len(self.pages)} pages")
        took = self.course(budget).autograde().clock
        self.course(budget).check_marks()
        self._again(*cases)
        return took

    def _otter(self) -> float:
        cases = [Case("full", kind, len(self.pages)) for kind in ANSWERS]
        grader = peers.Otter(
            self.folder / "otter", self.assignment, self.pages, self.tests("full"), self.environment
        )
        self.otter_used = peers.OTTER.replace("[grading]", "")
        self._again(*cases)
        say(f"otter run, full budget, {len(self.pages)} pages")
        took = grader.run()
        grader.check_marks()
        self._again(*cases)
        return took


def part_a(bench: Bench) -> Section:
    """Stock nbgrader on the same pages."""
    size = len(bench.pages)
    found = Section(
        f"a · {size} pages with distinct models: stock `nbgrader autograde` and `autograder grade`",
        [
            "For nbgrader each exercise has a test cell of asserts; one trains the model with the budget and asks for the "
            "minimum accuracy. All answers get full marks from both.",
            "*Answers alike*: the same notebooks for both; every model is another one, and the other eleven answers have "
            "the same text, which the kit judges once. *Answers different*: for the kit, each exercise is answered in "
            "another way on each page; nbgrader, to which that makes no difference, keeps its time.",
            "A *further page* is what a page costs without the kit's own start, which a class of 300 hardly notices: of "
            f"{COPIES * size} pages, all models distinct, those after the first {size}; where answers are different, of "
            f"{size} pages those after the first {FEW}. (nbgrader starts Python and TensorFlow again for each page, so a "
            f"class of {COPIES * size} takes {COPIES} times as long as {size} pages.)",
        ],
        ["budget", "", "stock nbgrader", "a page", "autograder", "a page", "times", "a further page", "times"],
    )
    for budget, target in BUDGETS.items():
        stock = bench.stock(budget)
        for kind in ANSWERS:
            ours = bench.seconds(Case(budget, kind, size))
            fewer, more = bench.steps(budget, kind)
            further = (bench.seconds(more) - bench.seconds(fewer)) / (more.pages - fewer.pages)
            row = [
                _seconds(stock),
                _seconds(stock / size),
                _seconds(ours),
                _seconds(ours / size),
                f"{stock / ours:.1f}",
            ]
            found.rows.append([budget, kind, *row, f"{further:.2f} s", f"{stock / size / further:.1f}"])
            what = f"stock nbgrader's throughput, {budget} budget, all models distinct, {kind}"
            found.ratios.append(Ratio("a", what, stock / ours, target, harder=kind == DIFFERENT))
            if kind == ALIKE:
                what = f"stock nbgrader's throughput, {budget} budget, a class of {more.pages}, all models distinct, {kind}"
                found.ratios.append(Ratio("a", what, stock / size * more.pages / bench.seconds(more), target))
    return found


def part_b(bench: Bench) -> Section:
    """``otter run`` on the same answers."""
    size = len(bench.pages)
    otter = bench.otter()
    found = Section(
        f"b · The same {size} answers: `otter run`",
        ["One command for each notebook, with the same asserts as doctests, without a container. Full budget."],
        ["", "otter run", "a page", "autograder", "a page", "times the throughput"],
    )
    for kind in ANSWERS:
        ours = bench.seconds(Case("full", kind, size))
        times = [_seconds(one) for seconds in (otter, ours) for one in (seconds, seconds / size)]
        found.rows.append([kind, *times, f"{otter / ours:.1f}"])
        what = f"`otter run`'s throughput, full budget, all models distinct, {kind}"
        found.ratios.append(Ratio("b", what, otter / ours, OTTER, harder=kind == DIFFERENT))
    return found


def part_c(bench: Bench) -> Section:
    """A class in which most models are repeated in other words."""
    networks, count = len(bench.pages), COPIES * len(bench.pages)
    stock = bench.stock("full") / networks
    found = Section(
        f"c · A class of {count} pages with {networks} distinct models, full budget",
        [
            f"{count - networks} pages repeat one of the models in other words. Their other exercises are answered alike, "
            "or in the ways of `alternatives/`, chosen by a seed. Stock nbgrader's time for a page is the one of part a."
        ],
        ["", "autograder", "a page", "stock nbgrader, a page", "times the throughput"],
    )
    for kind in ANSWERS:
        ours = bench.seconds(bench.repeating(kind))
        ratio = stock / (ours / count)
        found.rows.append([kind, _seconds(ours), _seconds(ours / count), _seconds(stock), f"{ratio:.1f}"])
        what = f"stock nbgrader's throughput, {count} pages, repeated models, {kind}"
        found.ratios.append(Ratio("c", what, ratio, REPEATED, harder=kind == DIFFERENT))
    return found


def part_d(bench: Bench) -> Section:
    """How much of the time is neither the student's own nor the training."""
    found = Section(
        "d · Time outside the student's functions and the training",
        [
            "The workers take the time in each call and each training; what they describe, draw and send afterwards is "
            "ours. *While judging* is the sum over the reports; *from start to end* counts the whole command on all its "
            "processes, with the start of Python and the import of TensorFlow. Matplotlib lays a figure out and paints it "
            "when it is shown, after the function that made it: *drawing* is that, and part of the outside. All models are "
            "distinct in each class."
        ],
        [
            *("budget", "pages", "", "in functions", "in training", "drawing", "while judging", "outside"),
            *("outside but for drawing", "from start to end", "outside"),
        ],
    )
    usual = [Case(budget, kind, len(bench.pages)) for budget, kind in itertools.product(BUDGETS, ANSWERS)]
    for case in [*usual, *map(bench.large, BUDGETS)]:
        student, training, drawing, judged = (
            fmean(sum(report[key] for report in reports) for _took, reports in bench.ours(case))
            for key in ("student_seconds", "training_seconds", "drawing_seconds", "seconds")
        )
        whole = bench.seconds(case) * min(bench.cores, case.pages)
        inside = student + training
        shares = [100 * (1 - one) for one in (inside / judged, (inside + drawing) / judged, inside / whole)]
        times = [_seconds(one) for one in (student, training, drawing, judged, whole)]
        percent = [f"{share:.0f} %" for share in shares]
        row = [case.budget, str(case.pages), case.kind, *times[:4], *percent[:2], times[4], percent[2]]
        found.rows.append(row)
        if case.budget == "full":
            what = f"of the time outside the student's functions and the training, full budget, {case.pages} pages, {case.kind}"
            small = case.pages == len(bench.pages)  # where what happens once is a fifth of the time
            for when, share, once in (("while judging", shares[0], False), ("from start to end", shares[2], small)):
                harder = once or case.kind == DIFFERENT
                found.ratios.append(Ratio("d", f"{what}, {when}", share, OUTSIDE, True, "%", harder))
    return found


def part_e(_bench: Bench) -> Section:
    """The cluster's overhead and the 2,000 submissions have programs of their own."""
    found = Section("e · Past one machine, and 2,000 submissions")
    for name, title in SCRIPTS.items():
        if not (HERE / name).is_file():
            found.notes.append(f"{title}: `{name}` is not there.")
            continue
        say(f"{title} ({name})")
        done = subprocess.run([sys.executable, HERE / name], cwd=HERE, capture_output=True, text=True)
        found.lines += [f"$ python tests/benchmarks/{name}", *done.stdout.rstrip().splitlines(), ""]
        if done.returncode:
            found.notes.append(f"`{name}` **failed**: {(done.stderr.strip().splitlines() or ['no word'])[-1]}")
    return found


def part_f(bench: Bench) -> Section:
    """Memory of each process while a class is graded."""
    handed = bench.folder / "watched"
    pages.write(bench.assignment, bench.pages[: 2 * bench.cores], handed)
    bench.kit.forget()
    say("memory")
    peaks = watch(bench.kit.command(handed, "full", "out-watched"), bench.folder, bench.kit.cold)
    rows = []
    for (kind, name), sizes in sorted(peaks.each().items(), key=lambda one: (KINDS.index(one[0][0]), one[0][1])):
        row = [f"{np.median(sizes):.0f} MiB", f"{max(sizes):.0f} MiB"]
        rows.append([kind, name or "NumPy, pytest", str(len(sizes)), *row])
    note = "" if peaks.readable else " The memory of some processes could not be read: they are left out."
    return Section(
        f"f · Memory while {2 * bench.cores} pages are graded side by side, full budget",
        [
            "PSS: memory that several processes share counts in equal parts. For each process its highest value, looked "
            f"at four times a second. All processes together: at most {peaks.together:,.0f} MiB.{note}"
        ],
        ["process", "with (its last library)", "how many", "median", "largest"],
        rows,
    )


PARTS = {"a": part_a, "b": part_b, "c": part_c, "d": part_d, "e": part_e, "f": part_f}


def main() -> int:
    sizes = f"{FEW + 1} to {pages.SIZE}"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="".join(PARTS), metavar="LETTERS", help="parts to measure (default: all)")
    parser.add_argument("--size", type=int, default=pages.SIZE, help=f"pages with distinct models, {sizes}")
    parser.add_argument("--data", help="folder with mnist.npz (default: where the kit finds it, else drawn digits)")
    options = parser.parse_args()
    if set(options.only) - set(PARTS) or not FEW < options.size <= pages.SIZE:
        parser.error(f"parts are {', '.join(PARTS)}; the size is {sizes}")
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="autograder-bench-") as folder:
        bench = Bench(Path(folder), options.size, options.data, options.only)
        sections = [_timed(PARTS[letter], bench) for letter in options.only]
        images = bench.kit.dataset
        data = f"{datasets.title(images.name)} ({len(images.train[0]):,} for training)"
        text = page(machine.describe(bench.cores, data, bench.otter_used), sections, time.monotonic() - started)
    print(text)
    if set(options.only) == set(PARTS) and options.size == pages.SIZE:
        write_atomically(RESULTS, with_section_of(text, RESULTS.read_text("utf-8"), "g").encode())
        print(f"Written: {RESULTS.relative_to(Path.cwd()) if RESULTS.is_relative_to(Path.cwd()) else RESULTS.name}")
    return 0 if all(ratio.reached for section in sections for ratio in section.ratios if not ratio.harder) else 1


def say(what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')}  {what}", file=sys.stderr, flush=True)


def _timed(part, bench: Bench) -> Section:
    started = time.monotonic()
    section = part(bench)
    say(f"part {section.title[0]} took {time.monotonic() - started:.0f} s")
    for ratio in section.ratios:
        say(" · ".join(ratio.cells()[1:]))
    return section


def _seconds(number: float) -> str:
    return f"{number:.1f} s"


if __name__ == "__main__":
    sys.exit(main())
