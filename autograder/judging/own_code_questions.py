"""What can be asked about one run of a student's function: a question for each line, loop, condition and layer with one answer."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.core.own_code_question import OF_ONE_INPUT, OwnCodeQuestion
from autograder.judging.own_code_runs import MarkedRun, identical
from autograder.judging.own_code_text import LOOPS, FunctionText

NUMBER_TYPES = ("uint8", "float32", "float64", "bool", "float16", "int16")  # the same on every machine; to choose from
TYPE_CHOICES = 4
TRUE, FALSE = "True", "False"
SAME, OTHER, RAISES = message("The result is the same."), message("The result is another one."), message("It raises an error.")
CERTAIN_ERRORS = frozenset({"NameError", "UnboundLocalError", "TypeError", "IndexError", "KeyError", "AttributeError", "ZeroDivisionError"})
CLEARLY = 1e-2  # relative difference of two floats that are called different
ONCE = 1


@dataclass(frozen=True)
class CallQuestions:
    """Makes the questions about one call.

    Args:
        call: as text. text: of the function. label: of the file or cell.
    """

    call: str
    text: FunctionText
    label: str

    def of(self, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
        """All questions that this run answers."""
        if run.raised or not self.text.steady:
            return
        yield from self._lengths_and_shapes(run)
        yield from self._loops(run)
        if self.text.ordered:
            yield from self._values(run)
            yield from self._branches(run)

    def left_out(self, line: int, whole: MarkedRun, without: MarkedRun) -> Iterator[OwnCodeQuestion]:
        """What becomes of the result without the statement of a line, where that is clear."""
        if whole.raised or not self.text.ordered or not self.text.steady or whole.returned[0] in ("nothing", "network"):
            return
        if without.raised:
            answer = RAISES if without.raised in CERTAIN_ERRORS else ""
        elif identical(whole.value, without.value):
            answer = SAME
        else:
            answer = OTHER if clearly_different(whole.value, without.value) else ""
        if answer:
            text = message("What happens in {call} if line {line} is left out?", call=self.call, line=line)
            yield from self._asked("left out", text, answer, line, (SAME, OTHER, RAISES))

    def _asked(self, kind: str, text: str, answer: str, line: int, options: tuple[str, ...] = ()) -> Iterator[OwnCodeQuestion]:
        code = self.text.code(line)
        if code:
            yield OwnCodeQuestion(kind, text, answer, options, line, code, self.label)

    def _values(self, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
        for (line, name), (count, noted) in run.values.items():
            plain = _written(noted)
            if not plain or not self._tells_something(line):
                continue
            if count == ONCE:
                text = message("In {call}, which value has {name} after line {line}?", call=self.call, name=name, line=line)
            else:
                text = message("In {call}, which value has {name} after line {line} has run for the last time?", call=self.call, name=name, line=line)
            yield from self._asked("value", text, plain, line)
        for line, (count, noted) in run.returns.items():
            plain = _written(noted)
            if plain and count == ONCE and self._tells_something(line):
                yield from self._asked("value", message("In {call}, what does line {line} return?", call=self.call, line=line), plain, line)

    def _tells_something(self, line: int) -> bool:
        """Whether the statement of a line calculates: what is written there as a number needs no question."""
        statement = self.text.statements.get(line)
        value = getattr(statement, "value", None)
        return value is not None and any(isinstance(node, (ast.Name, ast.Call)) for node in ast.walk(value))

    def _lengths_and_shapes(self, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
        for (line, name), (count, noted) in run.values.items():
            if line in self.text.statements and count == ONCE and self._tells_something(line):
                yield from self._of_large(line, name, noted)
        for line, (count, noted) in run.returns.items():
            if line in self.text.statements and count == ONCE:
                yield from self._of_large(line, "", noted)

    def _of_large(self, line: int, name: str, noted: tuple[Any, ...]) -> Iterator[OwnCodeQuestion]:
        if noted[0] in ("array", "table") and noted[1]:
            asked = (
                message("In {call}, which shape has {name} after line {line}?", call=self.call, name=name, line=line)
                if name
                else message("In {call}, which shape has the value that line {line} returns?", call=self.call, line=line)
            )
            yield from self._asked("shape", asked, str(noted[1]), line)
        if noted[0] == "array" and noted[1] and noted[2] in NUMBER_TYPES:
            asked = (
                message("In {call}, which dtype has {name} after line {line}?", call=self.call, name=name, line=line)
                if name
                else message("In {call}, which dtype has the value that line {line} returns?", call=self.call, line=line)
            )
            yield from self._asked("dtype", asked, noted[2], line, _types(noted[2]))
        if noted[0] == "length":
            asked = (
                message("In {call}, what is len({name}) after line {line}?", call=self.call, name=name, line=line)
                if name
                else message("In {call}, what is the len() of the value that line {line} returns?", call=self.call, line=line)
            )
            yield from self._asked("length", asked, str(noted[1]), line)
        item = noted[-1] if noted[0] in ("array", "length") else None
        if item is not None and self.text.ordered:
            key, there = item
            which = ", ".join(map(repr, key)) if isinstance(key, tuple) else repr(key)
            asked = (
                message("In {call}, what is {name}[{key}] after line {line}?", call=self.call, name=name, key=which, line=line)
                if name
                else message("What is {call}[{key}]?", call=self.call, key=which)
            )
            yield from self._asked("item", asked, str(there), line)

    def _loops(self, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
        for line, statement in self.text.statements.items():
            ends_early = any(isinstance(node, (ast.Break, ast.Return)) for node in ast.walk(statement))
            if isinstance(statement, LOOPS) and (self.text.ordered or not ends_early):
                text = message("In {call}, how many times does the body of the loop in line {line} run?", call=self.call, line=line)
                yield from self._asked("loop", text, str(run.loops.get(line, 0)), line)
        for line, count in run.items.items():
            if line in self.text.comprehensions:
                text = message("In {call}, how many items does the expression with \"for\" in line {line} make?", call=self.call, line=line)
                yield from self._asked("items", text, str(count), line)

    def _branches(self, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
        for line, (false, true) in run.branches.items():
            if not isinstance(self.text.statements.get(line), ast.If):
                continue
            if false + true == ONCE:
                text = message("In {call}, is the condition in line {line} true?", call=self.call, line=line)
                yield from self._asked("branch", text, TRUE if true else FALSE, line, (TRUE, FALSE))
            else:
                text = message("In {call}, how many times is the condition in line {line} true?", call=self.call, line=line)
                yield from self._asked("branch", text, str(true), line)


def of_network(call: str, run: MarkedRun) -> Iterator[OwnCodeQuestion]:
    """Questions about the network that a call returns."""
    if run.raised or run.returned[0] != "network":
        return
    _, layers, total, in_one_row = run.returned
    if total:
        text = message("How many weights, biases included, has the whole network from {call}?", call=call)
        yield OwnCodeQuestion("weights", text, str(total))
    count, seen = Counter(name for name, _, _ in layers), Counter[str]()
    for name, weights, shape in layers:
        seen[name] += 1
        if not name or name == "InputLayer" or not (in_one_row or count[name] == 1):
            continue
        if count[name] == 1:
            which = message("the {layer} layer", layer=name)
        else:
            which = message("{layer} layer number {number} from the input", layer=name, number=seen[name])
        text = message("In the network from {call}, how many weights has {which}? Biases count, too.", call=call, which=which)
        yield OwnCodeQuestion("weights", text, str(weights))
        if shape:
            text = message("In the network from {call}, which shape has the output of {which} for one input?", call=call, which=which)
            yield OwnCodeQuestion(OF_ONE_INPUT, text, str(shape))


def clearly_different(one: Any, other: Any) -> bool:
    """Whether two results are plainly not the same: another number of items, other texts, or numbers that are far apart."""
    mine, theirs = _leaves(one), _leaves(other)
    if mine is None or theirs is None:
        return False
    if len(mine) != len(theirs):
        return True
    return any(_far_apart(left, right) for left, right in zip(mine, theirs, strict=True))


def _leaves(value: Any) -> list[Any] | None:
    """The numbers and texts in a plain value, in order; None where something else is in it."""
    if isinstance(value, np.ndarray):
        return list(value.ravel().tolist()) if value.dtype.kind in "biufU" else None
    if isinstance(value, (list, tuple, dict)):
        rows = [*value, *value.values()] if isinstance(value, dict) else value
        found = [_leaves(one) for one in rows]
        return None if any(one is None for one in found) else [leaf for one in found if one is not None for leaf in one]
    content = getattr(value, "content", None)
    if content is not None:
        return _leaves(content)
    return [value] if value is None or type(value) in (bool, int, float, str) else None


def _far_apart(one: Any, other: Any) -> bool:
    numbers = (bool, int, float)
    if type(one) in numbers and type(other) in numbers:
        return bool(abs(one - other) > CLEARLY * max(abs(one), abs(other), CLEARLY))
    return (type(one) in numbers) == (type(other) in numbers) and bool(one != other)


def _written(noted: tuple[Any, ...]) -> str:
    """A short value as it is typed; empty where it is none."""
    value = noted[1] if noted[0] == "value" else noted[3] if noted[0] == "array" else None
    if isinstance(value, (list, tuple)):
        items = ", ".join(map(str, value))
        return f"[{items}]" if isinstance(value, list) else f"({items}{',' if len(value) == 1 else ''})"
    return "" if value is None else str(value)


def _types(right: str) -> tuple[str, ...]:
    """The right type among others, in the order in which they are always shown."""
    others = [one for one in NUMBER_TYPES if one != right][: TYPE_CHOICES - 1]
    return tuple(one for one in NUMBER_TYPES if one == right or one in others)
