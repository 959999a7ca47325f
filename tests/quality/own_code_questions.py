"""Has every question about a student's own code exactly one answer? Over references, alternatives and their rewrites.

    python tests/quality/own_code_questions.py                          all assignments, and the section in docs/quality.md
    python tests/quality/own_code_questions.py --assignment mnist --function count_labels --rewrites 4
    python tests/quality/own_code_questions.py --networks 0             without functions that build a network
    python tests/quality/own_code_questions.py --keep FILE --seconds 240   goes on where FILE ends, and stops after a while
    python tests/quality/own_code_questions.py --sample                 a few of each assignment

Every question that the kit would ask is counted, not only the three that it chooses. It is ambiguous if a third run (another process
with other hashes and other random numbers) does not ask it with the same answer; if another program finds another answer; if its own
answer is not accepted, or an option beside it is; or if it is too long to type. The other program is ``own_code_oracle``, which types
the call and follows Python's own events; about networks it is ``own_network_oracle``, which reads their summary. What a training
decides is asked again after one more training there: that has to give the same answer, and the third run must not give another one.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))

import document  # noqa: E402
import rewrites  # noqa: E402

from autograder.cache.training_cache import TrainingCache  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment, SampleAnswer  # noqa: E402
from autograder.content.described_calls import described_calls  # noqa: E402
from autograder.core import libraries  # noqa: E402
from autograder.core.own_code_question import OwnCodeQuestion  # noqa: E402
from autograder.judging import collection, own_code  # noqa: E402
from autograder.judging.collection import Checks  # noqa: E402
from autograder.judging.own_code import OwnCodeAsker  # noqa: E402
from autograder.judging.session import Session  # noqa: E402
from autograder.sandbox.launcher import Starters  # noqa: E402

ASSIGNMENTS = ("mnist", "fashion_mnist", "bank_marketing")
SEED = 1
LONGEST = 40  # characters of an answer that is typed
THIRD = (31_337, "99")  # seed and hashes of the third run
HASHES = "7"  # of the oracle
REWRITES, NETWORKS, TRAINED = 6, 40, 3  # programs of each function: rewrites, programs that build a network, and those of them that are trained
OF_NETWORKS = ("weights", "output shape", "mistaken")  # kinds
AFTER_TRAINING = "mistaken"
TOGETHER = 8  # programs whose questions the oracles get at once


@dataclass
class Found:
    """What was found about one program: its questions by kind, and sentences about those that are ambiguous."""

    assignment: str
    function: str
    program: str
    kinds: dict[str, int]
    ambiguous: list[str]
    lines: int  # statements that the questions name


def programs(assignment: Assignment, function: str, rewritten: int, seed: int) -> Iterator[SampleAnswer]:
    """The reference's own text first, then the alternatives, then rewrites of these."""
    own = [one for one in assignment.alternatives if one.function == function]
    yield SampleAnswer("reference", function, _reference(assignment, function), Path(f"{function}__reference.py"))
    yield from own
    chance, made = random.Random(f"{seed} {assignment.name} {function}"), 0
    for _ in range(rewritten * 6):
        if made == rewritten or not own:
            return
        one = chance.choice(own)
        new = rewrites.composed(one.source, function, chance)
        if new is not None:
            made += 1
            yield SampleAnswer(f"{one.name}_rewritten_{made}", function, new[1], Path(f"{function}__rewritten_{made}.py"))


def _reference(assignment: Assignment, function: str) -> str:
    piece = assignment.reference.find(function)
    assert piece is not None
    rows: list[str] = []
    for cell in piece.cells:
        lines = cell["source"].split("\n")
        rows += [""] * (len(lines) - len(rows))
        rows = [line if line.strip() else old for line, old in zip(lines, rows[: len(lines)], strict=True)] + rows[len(lines) :]
    return "\n".join(rows)


def is_light(assignment: Assignment, function: str) -> bool:
    return not libraries.heavy(assignment.exercise(function).libraries)


class Measuring:
    """Asks about programs of one assignment, in three runs each."""

    def __init__(self, assignment: Assignment, starters: Starters, third: Starters) -> None:
        trainings = TrainingCache()

        def make(page, by):
            return Session(page, assignment, by, trainings)

        self.assignment, self.starters, self.third = assignment, starters, third
        self.train = own_code.most_mistaken
        self.asker = OwnCodeAsker(starters, make)
        self.make = make

    def training(self, wanted: bool) -> None:
        """Whether networks are trained, for the questions about what they get wrong."""
        own_code.most_mistaken = self.train if wanted else lambda *_: iter(())

    def again(self, page, function: str, inputs) -> dict:
        """The questions of a third run, by what tells them apart."""
        piece = page.find(function)
        text = own_code.function_text(piece, function)
        session = self.make(page, self.third)
        session.seed, session.of_checks = THIRD[0], False
        try:
            return own_code._questions(session, function, text, piece.label, own_code._calls(session, function, inputs, ()))
        finally:
            session.close()

    def close(self) -> None:
        self.training(True)
        self.asker.close()


def wrong_form(one: OwnCodeQuestion) -> str:
    """What is wrong with a question as it is; empty if nothing is."""
    if not one.accepts(one.answer):
        return "its own answer is not accepted"
    if one.options and (len(set(one.options)) != len(one.options) or sum(map(one.accepts, one.options)) != 1):
        return "not exactly one option is right"
    if not one.options and len(one.answer) > LONGEST:
        return "its answer is too long"
    if not one.options and "." in one.answer:
        return "its answer has a decimal point"
    return ""


def asked_of_oracle(one: OwnCodeQuestion) -> dict:
    values = getattr(one.text, "values", {})
    name, key = str(values.get("name", "")), str(values.get("key", ""))
    return {"kind": one.kind, "call": str(values.get("call", "")), "line": one.line, "name": name, "key": key, "options": len(one.options)}


def asked_about_network(one: OwnCodeQuestion) -> dict:
    """The same, for ``own_network_oracle``."""
    values = getattr(one.text, "values", {})
    of_layer = getattr(values.get("which"), "values", {})
    asked = {"kind": one.kind, "call": str(values.get("call", "")), "layer": str(of_layer.get("layer", "")), "number": int(of_layer.get("number", 1))}
    return asked | {name: values[name] for name in ("dataset", "trained", "tested", "epochs", "batch", "one", "other") if name in values}


def oracle(requests: list[dict], program: str = "own_code_oracle") -> list[list[str | None]]:
    """What ``own_code_oracle`` or ``own_network_oracle`` answers, in a process apart."""
    environment = {**os.environ, "PYTHONHASHSEED": HASHES}
    command = [sys.executable, str(ROOT / f"tests/quality/{program}.py")]
    done = subprocess.run(command, input=json.dumps(requests), capture_output=True, text=True, env=environment, check=True)
    found: list[list[str | None]] = json.loads(done.stdout)
    return found


@dataclass
class Asked:
    """One program's questions, those of the third run, and what the oracle gets."""

    program: SampleAnswer
    questions: list[OwnCodeQuestion]
    third: dict
    request: dict


def answers_of_oracles(programs: list[Asked]) -> list[list[str | None]]:
    """What the oracles answer to all questions about some programs."""
    found: list[list[str | None]] = [[None] * len(one.questions) for one in programs]
    for program, make, wanted in (("own_code_oracle", asked_of_oracle, False), ("own_network_oracle", asked_about_network, True)):
        places = [[place for place, question in enumerate(one.questions) if (question.kind in OF_NETWORKS) == wanted] for one in programs]
        requests = [{**one.request, "asked": [make(one.questions[place]) for place in mine]} for one, mine in zip(programs, places, strict=True)]
        some = [number for number, mine in enumerate(places) if mine]
        for number, said in zip(some, oracle([requests[number] for number in some], program) if some else [], strict=True):
            for place, text in zip(places[number], said, strict=True):
                found[number][place] = text
    return found


def asked(measuring: Measuring, program: SampleAnswer, inputs) -> Asked:
    """All questions about one program."""
    function = program.function
    page = measuring.assignment.with_program(program)
    questions = measuring.asker.all_questions(page, function, inputs)
    if not questions:
        return Asked(program, [], {}, {"source": "", "function": function})
    request = {"source": _text_of(page.find(function)), "function": function}
    return Asked(program, questions, measuring.again(page, function, inputs), request)


def measured(assignment: str, one_program: Asked, answers: list[str | None]) -> Found:
    """Which of a program's questions are ambiguous.

    Args:
        answers: of the oracle; None for what it does not know.
    """
    questions, third, program = one_program.questions, one_program.third, one_program.program
    found = Found(assignment, program.function, program.name, dict(Counter(one.kind for one in questions)), [], len({one.line for one in questions}))
    for one, answer in zip(questions, answers, strict=True):
        again = third.get((one.kind, one.text, one.line))
        if again != one and not (again is None and one.kind == AFTER_TRAINING):
            found.ambiguous.append(f"third run: {one.text} {one.answer}")
        elif answer is not None and not _same(one, answer):
            found.ambiguous.append(f"oracle: {one.text} {one.answer}, not {answer}")
        elif said := wrong_form(one):
            found.ambiguous.append(f"{said}: {one.text} {one.answer}")
    return found


def _same(one: OwnCodeQuestion, answer: str) -> bool:
    return one.accepts(answer) if one.kind == "output shape" else answer == str(one.answer)


def _text_of(piece) -> str:
    """The slice's statements at their lines."""
    import ast

    rows: dict[int, str] = {}
    for cell in piece.cells:
        lines, body = cell["source"].split("\n"), ast.parse(cell["source"]).body
        for pick in cell["picks"]:
            node = body[pick]
            first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
            rows |= {line: lines[line - 1] for line in range(first, (node.end_lineno or first) + 1)}
    return "\n".join(rows.get(line, "") for line in range(1, max(rows) + 1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--assignment", choices=ASSIGNMENTS)
    parser.add_argument("--function")
    parser.add_argument("--rewrites", type=int, default=REWRITES, help="of each function")
    parser.add_argument("--networks", type=int, default=NETWORKS, help="programs of each function that builds a network")
    parser.add_argument("--trained", type=int, default=TRAINED, help="so many of these are trained")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--keep", type=Path, help="file with what earlier runs have found")
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--sample", action="store_true")
    options = parser.parse_args()
    until = time.monotonic() + options.seconds
    rows = [Found(**json.loads(line)) for line in options.keep.read_text("utf-8").splitlines()] if options.keep and options.keep.is_file() else []
    done = {(one.assignment, one.function, one.program) for one in rows}
    for name in [options.assignment] if options.assignment else ASSIGNMENTS:
        for found in _of_assignment(assignment_folder.load(ROOT / "solutions" / name), options, done, until):
            rows.append(found)
            print(f"{found.assignment} {found.function} {found.program}: {sum(found.kinds.values())}", *found.ambiguous, sep="\n    ", flush=True)
            if options.keep:
                with options.keep.open("a", encoding="utf-8") as file:
                    file.write(json.dumps(asdict(found)) + "\n")
    print(summary(rows))
    if time.monotonic() < until and not (options.assignment or options.function or options.sample):
        document.write_section("questions", section(rows, options.seed))
    return int(any(one.ambiguous for one in rows))


def _of_assignment(assignment: Assignment, options: argparse.Namespace, done: set, until: float) -> Iterator[Found]:
    with Checks(assignment, assignment.exercises, False, []) as checks, Starters() as starters, Starters(hashes=THIRD[1]) as third:
        measuring = Measuring(assignment, starters, third)
        try:
            for function in [one.name for one in assignment.exercises if options.function in (None, one.name)]:
                inputs, light = collection.telling_inputs_of(checks.of[function]), is_light(assignment, function)
                if (inputs is None and assignment.parameters[function] and not described_calls(assignment, function)) or not (light or options.networks):
                    continue
                wanted = list(programs(assignment, function, options.rewrites if light else 0, options.seed))
                wanted = wanted[:2] if options.sample else wanted if light else wanted[: options.networks]
                left = [(number, one) for number, one in enumerate(wanted) if (assignment.name, function, one.name) not in done]
                for start in range(0, len(left), TOGETHER):
                    found = []
                    for number, program in left[start : start + TOGETHER]:
                        if time.monotonic() < until:
                            measuring.training(number < options.trained)
                            found.append(asked(measuring, program, inputs))
                    for one, said in zip(found, answers_of_oracles(found), strict=True):
                        yield measured(assignment.name, one, said)
        finally:
            measuring.close()


def section(rows: list[Found], seed: int) -> str:
    """The section of docs/quality.md."""
    lines = []
    for name in ASSIGNMENTS:
        for what, wanted in (("lines", False), ("networks", True)):
            counts = [(sum(count for kind, count in one.kinds.items() if (kind in OF_NETWORKS) == wanted), one) for one in rows if one.assignment == name]
            asked_about = [(count, one) for count, one in counts if count]
            if not asked_about:
                continue
            kinds: Counter[str] = sum((Counter({kind: count for kind, count in one.kinds.items() if (kind in OF_NETWORKS) == wanted}) for _count, one in asked_about), Counter())
            ambiguous = sum(about_network(text) == wanted for _count, one in asked_about for text in one.ambiguous)
            said = ", ".join(f"{kind} {count}" for kind, count in kinds.most_common())
            lines.append(f"| `{name}` | {what} | {len(asked_about)} | {sum(kinds.values()):,} | {ambiguous} | {said} |")
    total, ambiguous = sum(sum(one.kinds.values()) for one in rows), sum(len(one.ambiguous) for one in rows)
    table = "\n".join(lines)
    return f"""## Questions about one's own code

Of {total:,} questions about {len(rows):,} right answers, {ambiguous} {"has" if ambiguous == 1 else "have"} more than one answer. All questions that the kit would ask are
counted, not only the three that it chooses. The answers are references, alternatives and rewrites of these. A question is ambiguous if a third run, in another process with
other random numbers, does not ask it with the same answer, or if another program finds another answer. That program types the call and follows Python's own
events; about a network it reads the text of `model.summary()`. What a training decides is asked again after one more training.

| assignment | about | programs | questions | ambiguous | kinds |
|---|---|---|---|---|---|
{table}

Made by `python tests/quality/own_code_questions.py`, seed {seed}; a sample of it is a test.
"""


def about_network(text: str) -> bool:
    """Whether a sentence about an ambiguous question is about a network.

    Example:
        >>> about_network("oracle: In the network from f(), how many …"), about_network("oracle: In f(1), what …")
        (True, False)
    """
    return " network from " in text


def summary(rows: list[Found]) -> str:
    """The figures in a few lines."""
    kinds: Counter[str] = sum((Counter(one.kinds) for one in rows), Counter())
    by_function: Counter[str] = Counter()
    for one in rows:
        by_function[f"{one.assignment} {one.function}"] += sum(one.kinds.values())
    without = Counter(f"{one.assignment} {one.function}" for one in rows if not one.kinds)
    ambiguous = sum(len(one.ambiguous) for one in rows)
    return "\n".join(
        [
            f"{sum(kinds.values())} questions about {len(rows)} programs; {ambiguous} ambiguous",
            "by kind: " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()),
            "by function: " + ", ".join(f"{name} {count}" for name, count in by_function.items()),
            "programs with at least three: " + str(sum(sum(one.kinds.values()) >= own_code.COUNT for one in rows)),
            "programs without any: " + (", ".join(f"{name} {count}" for name, count in without.items()) or "none"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
