"""Judges the new wrong answers (see ``new_answers``), and keeps what is said to them: the name, its confidence, a general sign."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import new_answers
from kept_results import KeptResults

from autograder.content import assignment_folder
from autograder.core.files import write_atomically
from autograder.core.records import ExerciseResult

KINDS = {  # how a general sign begins -> what the document calls it
    r"transposed": "transposed",
    r"reverse order": "in reverse order",
    r"but sorted": "sorted",
    r"another order|not at their places|at other keys": "the same up to order",
    r"shifted by one place|All keys are one too|Only the (first|last) \w+ is missing": "shifted by one place",
    r"number is the expected one times|opposite sign": "the same factor everywhere",
    r"number is \S+ too (large|small)|1 minus the expected": "the same difference everywhere",
    r"All numbers are (rounded|right before)": "rounded",
    r"where a whole number is expected": "right for whole numbers only",
    r"only their shape|mixed up: |type of the keys|Keys and values": "the right numbers in another form",
    r"calls with different arguments gave the same": "the same for every call",
    r"in \w+ alone, it gave the same|never reads its parameter": "does not depend on an argument",
    r"which (another|only a) cell|which the page defines": "leans on a name of the page",
}


def judge(name: str, functions: list[str], path: Path) -> None:
    """Judges the wrong answers to some functions of an assignment, all by default, and adds what is found to a file."""
    assignment = assignment_folder.load(new_answers.ROOT / "solutions" / name)
    answers = {
        one.name: [each for each in new_answers.read_answers(file) if each.kind == "wrong"]
        for one in assignment.exercises
        if (file := new_answers.ANSWERS / name / f"{one.name}.py").is_file() and one.name in (functions or assignment.functions)
    }
    wanted = {
        function: [new_answers._program(function, "wrong", number, one.source) for number, one in enumerate(of)]
        for function, of in answers.items()
    }
    results = new_answers.judged(assignment, wanted, KeptResults(None, assignment))
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for function, of in answers.items():
        rows = [row(one, result) for one, result in zip(of, results[function], strict=True)]
        found.setdefault(name, {})[function] = rows
    write_atomically(path, (json.dumps(found, indent=0, sort_keys=True, ensure_ascii=False) + "\n").encode())


def row(answer: new_answers.Answer, result: ExerciseResult) -> dict[str, Any]:
    """What was said to one answer: only what the document counts."""
    named = {check.mistake: check.confidence for check in result.checks if check.mistake}
    messages = [check.message for check in result.checks if check.points < check.max_points]
    return {
        "answer": answer.text,
        "known": " and ".join(answer.known),
        "named": sorted(map(str, named)),
        "confidence": sorted(number for number in named.values() if number is not None),
        "sign": next((kind for message in messages if (kind := sign_of(message))), ""),
    }


def sign_of(message: str) -> str:
    """The general sign in a message, as the document calls it; empty if there is none."""
    return next((kind for begin, kind in KINDS.items() if re.search(begin, message)), "")
