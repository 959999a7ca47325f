"""How often does a message show a small input on which the function is wrong, and how small is it? For all mistakes in the catalogue.

    python tests/quality/telling.py                       all assignments; writes the section of docs/quality.md
    python tests/quality/telling.py mnist normalize       one function; nothing is written
    python tests/quality/telling.py --only 3              some mistakes and right answers of each function; nothing is written
    python tests/quality/telling.py --cost mnist          what it costs: the processor time of pages with the search and without it

Every mistake is judged with the search, and what its checks found is compared with what the build found without it; some are judged
both ways, and nothing but the small input may differ. Some right answers (the alternatives, and those of ``tests/quality/answers``)
are searched as well: on none may the right value be called wrong. What was found is kept in ``.quality/``, so a run that was
stopped goes on where it was.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import random
import statistics
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests/support")]

import document  # noqa: E402
import new_answers  # noqa: E402
import numpy as np  # noqa: E402
from processor_times import spent  # noqa: E402

from autograder.cache.dependencies import fingerprint_key  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment, SampleAnswer  # noqa: E402
from autograder.content.mistake_fingerprints import stored  # noqa: E402
from autograder.core.settings import Settings  # noqa: E402
from autograder.expectations.shown_values import written_arguments  # noqa: E402
from autograder.grading.grader import graders, judge_programs  # noqa: E402
from autograder.judging import collection  # noqa: E402
from autograder.judging.judge import Judgement, SubmissionJudge  # noqa: E402
from autograder.judging.mistake_naming import rounded  # noqa: E402
from autograder.judging.session import Session  # noqa: E402
from autograder.judging.telling import SearchSession, telling_input  # noqa: E402
from autograder.sandbox.launcher import Starters  # noqa: E402

ASSIGNMENTS = ("mnist", "bank_marketing", "fashion_mnist")
FOUND = ROOT / ".quality/telling.json"
BOTH_WAYS, RIGHT = 3, 12  # mistakes and right answers of each function, drawn by their number
PAGES = 4  # whose time is measured, of each assignment
ROUNDS = 3  # in which each is judged with the search and without it


@dataclass
class Figures:
    """What was found for one function.

    Attributes:
        mistakes: that were judged; wrong: those that a check fails on their value. numbers, calls: of each input that was found; arrays: whether an argument is an array.
        none: mistakes for which none was found. hidden: inputs of hidden checks that were shown, or that students get in the table.
        changed: mistakes whose evidence or results differ by more than the input; both_ways: that were judged both ways. right: right answers that were searched; contradicted: those called wrong.
        seconds: of the searches.
    """

    mistakes: int = 0
    wrong: int = 0
    numbers: list[int] = field(default_factory=list)
    calls: list[int] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    arrays: bool = False
    none: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    both_ways: int = 0
    right: int = 0
    contradicted: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def figures(assignment: Assignment, function: str, only: int | None = None) -> Figures | None:
    """Judges the mistakes of a function, and searches its right answers; None if the function has no telling inputs."""
    settings = Settings(exercises=(function,), dataset=assignment.substitute)
    mistakes = _some([one for one in assignment.mistakes if one.function == function], only)
    out = Figures(len(mistakes))
    with Starters(settings.spawn, settings.isolation) as starters, SubmissionJudge(assignment, settings, starters) as judge:
        inputs = collection.telling_inputs_of(judge.checks.of[function])
        if inputs is None:
            return None
        starters.load(assignment.libraries((function,)))
        hidden = hidden_inputs(judge, function)
        out.arrays = any(isinstance(value, np.ndarray) for value in inputs.simple()[0].arguments)
        out.hidden = [one.shown for one in inputs.simple() if one.shown in hidden]
        right = _some(right_answers(assignment, function), RIGHT if only is None else only)
        out.right = len(right)
        for program in right:
            with SearchSession(partial(Session, assignment.with_program(program), assignment, starters, judge.trainings)) as searched:
                if text := telling_input(inputs, function, searched).text:
                    out.contradicted.append(f"{program.name}: {text}")
    judged = _judged(assignment, function, mistakes, settings)
    known = {one["name"]: one["checks"] for one in stored(assignment)["exercises"][function]["mistakes"]}
    for program, one in zip(mistakes, judged, strict=True):
        _add(out, program, function, one, known[program.name], hidden)
    again = _some(mistakes, BOTH_WAYS)
    out.both_ways = len(again)
    for program, one in zip(again, _judged(assignment, function, again, replace(settings, telling=False)), strict=True):
        if _results(one) != _results(judged[mistakes.index(program)]):
            out.changed.append(f"{program.name}, judged both ways")
    return out


def _add(out: Figures, program: SampleAnswer, function: str, judged: Judgement, known: dict, hidden: set[str]) -> None:
    found = judged.telling[function]
    does = {check: [outcome, rounded(evidence)] for check, (outcome, evidence) in judged.signature[function].items()}
    if json.loads(json.dumps(does)) != known:
        out.changed.append(program.name)
    if not found.calls:
        return  # no value is wrong
    out.wrong += 1
    out.seconds.append(round(found.seconds, 4))
    if not found.text:
        out.none.append(program.name)
        return
    out.numbers.append(found.numbers)
    out.calls.append(found.calls)
    out.texts[program.name] = found.text
    out.hidden += [one for one in hidden if f"{function}({one}) gave" in found.text]


def _results(judged: Judgement) -> list[object]:
    return [replace(check, smallest="") for check in judged.report.checks]


def _judged(assignment: Assignment, function: str, programs: list[SampleAnswer], settings: Settings) -> list[Judgement]:
    with graders(assignment, (function,), settings) as pool:
        return judge_programs(pool, {function: programs}, lambda _name: None)[function]


def _some(programs: list[SampleAnswer], only: int | None) -> list[SampleAnswer]:
    return programs if only is None else random.Random(len(programs)).sample(programs, min(only, len(programs)))


def right_answers(assignment: Assignment, function: str) -> list[SampleAnswer]:
    """The alternatives, and the new right answers."""
    path = new_answers.ANSWERS / assignment.name / f"{function}.py"
    new = [one for one in new_answers.read_answers(path) if one.kind == "right"] if path.is_file() else []
    programs = [SampleAnswer(f"new: {one.text}", function, one.source, path) for one in new]
    return [one for one in assignment.alternatives if one.function == function] + programs


def hidden_inputs(judge: SubmissionJudge, function: str) -> set[str]:
    """What the hidden checks of a function pass to it, all of it, as text."""
    found: set[str] = set()
    with _noted(found):
        judge.judge(judge.assignment.reference, (function,))
    return found


@contextlib.contextmanager
def _noted(found: set[str]) -> Iterator[None]:
    before = Session.note_input

    def note(session: Session, arguments: dict[str, object]) -> None:
        if not session.show_inputs:
            found.add(written_arguments(arguments.values()))

    Session.note_input = note  # type: ignore[method-assign]
    try:
        yield
    finally:
        Session.note_input = before  # type: ignore[method-assign]


def cost(assignment: Assignment) -> list[tuple[str, float, float]]:
    """Processor seconds of pages with the search and without it: (mistakes, with, without), each the mean of ``ROUNDS`` in turn.

    What a run that was stopped has measured is taken as it is.

    Most pages have one to three mistakes, drawn from all; the last one has a mistake in every function that is searched.
    """
    by_function = {name: [one for one in assignment.mistakes if one.function == name] for name in sorted(assignment.functions)}
    settings = Settings(dataset=assignment.substitute)
    begun = FOUND.with_name(f"telling-cost-{assignment.name}.json")
    out = [tuple(row) for row in json.loads(begun.read_text("utf-8"))] if begun.is_file() else []
    with Starters(settings.spawn, settings.isolation) as starters, SubmissionJudge(assignment, settings, starters) as judge:
        starters.load(assignment.libraries())
        judge.judge(assignment.reference)  # all libraries are there, and the checks have made what they share, as for a class
        for items in judge.checks.of.values():
            collection.make_telling_inputs(items)
        searched = [name for name, items in judge.checks.of.items() if collection.telling_inputs_of(items) is not None]
        for number in range(len(out), PAGES + 1):
            rng = random.Random(number)
            names = searched if number == PAGES else rng.sample(sorted(by_function), 1 + number % 3)
            mistakes = [rng.choice(by_function[name]) for name in names if by_function[name]]
            page, used = _page(assignment, mistakes), {True: 0.0, False: 0.0}
            for search in (True, False) * ROUNDS:
                judge.settings = replace(settings, telling=search)
                started = spent()
                judge.judge(page)
                used[search] += (spent() - started) / ROUNDS
            out.append((", ".join(one.path.stem for one in mistakes), used[True], used[False]))
            print(f"{_ratio(out[-1:]):.3f} ({used[True]:.2f} s) {out[-1][0]}", flush=True)
            begun.parent.mkdir(exist_ok=True)
            begun.write_text(json.dumps(out), "utf-8")
    begun.unlink()
    return out


def _ratio(rows: list[tuple[str, float, float]]) -> float:
    """The time of pages with the search, divided by their time without it."""
    return sum(row[1] for row in rows) / sum(row[2] for row in rows)


def _page(assignment: Assignment, mistakes: list[SampleAnswer]):  # noqa: ANN202
    """The reference with some functions replaced."""
    whole = SampleAnswer("several", mistakes[0].function, "\n\n".join(one.source for one in mistakes), mistakes[0].path)
    return assignment.with_program(whole)


def section(found: dict[str, dict[str, Figures]], costs: dict[str, list[float]]) -> str:
    """The section of docs/quality.md."""
    lines = [
        "## Telling inputs",
        "",
        "Where a value is wrong, the message also shows a small input on which the function and the right one part, such as",
        "`normalize([[[51]]]) gave [[[0.51]]]; expected [[[0.2]]].` The table counts all mistakes of the catalogue that fail a check by",
        "their value. Where no input is shown, the mistake needs a large one (more than 255 equal labels, say), an input that the maker",
        "does not draw, or the value alone is not wrong: its form is, or what was drawn at random.",
        "",
        "| assignment | functions | wrong values | input shown | numbers shown, arrays: median | most | calls: median | right answers searched | called wrong |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for name, of in found.items():
        rows = list(of.values())
        numbers = [number for one in rows if one.arrays for number in one.numbers]
        calls = [number for one in rows for number in one.calls]
        wrong, shown = sum(one.wrong for one in rows), sum(len(one.numbers) for one in rows)
        share = f"{shown} ({100 * shown / max(1, wrong):.0f} %)"
        cells = [name, len(rows), wrong, share, f"{statistics.median(numbers):g}" if numbers else "–", max(numbers, default=0)]
        cells += [f"{statistics.median(calls):g}" if calls else "–", sum(one.right for one in rows), sum(len(one.contradicted) for one in rows)]
        lines.append("| " + " | ".join(map(str, cells)) + " |")
    every = [one for of in found.values() for one in of.values()]
    lines += [
        "",
        f"Inputs of hidden checks that were shown, or that students receive with the checks: {sum(len(one.hidden) for one in every)}. "
        f"Mistakes whose outcomes or evidence differ with the search and without it: {sum(len(one.changed) for one in every)} "
        f"of {sum(one.mistakes for one in every)}; {sum(one.both_ways for one in every)} of them were judged both ways, and marks and messages were compared, too.",
        "",
        "No input was found for these:",
        "",
    ]
    lines += [f"- `{function}`: {', '.join(one.none)}" for of in found.values() for function, one in of.items() if one.none]
    if costs:
        said = ", ".join(f"{name} {usual:.2f} ({most:.2f})" for name, (usual, most) in costs.items())
        lines += [
            "",
            f"The processor time of {PAGES} pages with one to three mistakes each, divided by that without the search, in one run; in brackets that of "
            f"a page with a mistake in every function that is searched: {said}. A page without a wrong value costs nothing more.",
        ]
    lines += ["", "Made by `python tests/quality/telling.py` and `python tests/quality/telling.py --cost <assignment>`; seed 17 of the checks."]
    return "\n".join(lines)


def _load() -> dict:
    return json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {"functions": {}, "cost": {}}


def _save(content: dict) -> None:
    FOUND.parent.mkdir(exist_ok=True)
    FOUND.write_text(json.dumps(content, indent=1), "utf-8")


def faults(found: dict[str, dict[str, Figures]]) -> list[str]:
    """What may not be: a hidden input, a changed result, a right answer that is called wrong."""
    return [
        f"{name}, {function}: {what}: {text}"
        for name, of in found.items()
        for function, one in of.items()
        for what, texts in (("hidden input", one.hidden), ("changed", one.changed), ("right, but called wrong", one.contradicted))
        for text in texts
    ]


def _measured(assignment: Assignment, functions: list[str], only: int | None) -> dict[str, Figures]:
    """The figures of functions, those from earlier runs where nothing has changed."""
    out = {}
    for function in functions:
        known, key = _load(), fingerprint_key(assignment, function)
        there = known["functions"].get(f"{assignment.name}.{function}")
        if only is None and there and there["key"] == key:
            out |= {function: Figures(**there["figures"])} if there["figures"] else {}
            continue
        one = figures(assignment, function, only)
        if only is None:
            known = _load()  # a run for another function may have written
            known["functions"][f"{assignment.name}.{function}"] = {"key": key, "figures": asdict(one) if one else None}
            _save(known)
        if one is not None:
            out[function] = one
            print(f"{assignment.name} {function}: {len(one.numbers)} of {one.wrong}; none: {', '.join(one.none) or '–'}", flush=True)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("assignment", nargs="?")
    parser.add_argument("functions", nargs="*", help="all, if none is named")
    parser.add_argument("--only", type=int, metavar="N", help="so many mistakes and right answers of each function")
    parser.add_argument("--cost", action="store_true", help="measure the time of pages, and that of the search in them")
    parser.add_argument("--texts", action="store_true", help="print what is shown for each mistake")
    options = parser.parse_args()
    names = [options.assignment] if options.assignment else list(ASSIGNMENTS)
    if options.cost:
        for name in names:
            rows = cost(assignment_folder.load(ROOT / "solutions" / name))
            known = _load()
            known["cost"][name] = [_ratio(rows[:-1]), _ratio(rows[-1:])]
            _save(known)
            print(f"{name}: {known['cost'][name]}")
        return 0
    found = {}
    for name in names:
        assignment = assignment_folder.load(ROOT / "solutions" / name)
        functions = options.functions or [one.name for one in assignment.exercises if "@telling_inputs(" in one.checks.read_text("utf-8")]
        found[name] = _measured(assignment, functions, options.only)
    if options.texts:
        print("\n".join(f"{program}: {text}" for of in found.values() for one in of.values() for program, text in one.texts.items()))
    wrong = faults(found)
    print("\n".join(f"FAULT {one}" for one in wrong))
    if options.assignment is None and options.only is None:
        document.write_section("telling", section(found, _load()["cost"]))
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
