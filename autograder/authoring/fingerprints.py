"""Runs the known mistakes, and records what each does in each check: the content of ``signatures.json``."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable

from autograder.cache.dependencies import fingerprint_key
from autograder.content.assignment import Assignment, SampleAnswer
from autograder.core.languages import message
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.grading.grader import graders, judge_programs
from autograder.judging.diagnosis import known_mistake
from autograder.judging.judge import Judgement
from autograder.judging.mistake_naming import Mistake


def signatures(assignment: Assignment, say: Callable[[str], None], old: dict | None = None) -> dict:
    """What every known mistake does in every check, for ``diagnosis``; what has not changed is taken from ``old``.

    Returns:
        ``{"seed", "exercises": {name: {"key", "mistakes": [{"name", "feedback", "checks": {check: [outcome, evidence]}}]}}}``;
        a mistake may have ``also_true`` and ``signs``, too
    """
    settings = Settings(dataset=assignment.substitute, telling=False)  # the same bytes on every machine
    there = (old or {}).get("exercises", {}) if (old or {}).get("seed") == settings.seed else {}
    stamps = {exercise.name: fingerprint_key(assignment, exercise.name) for exercise in assignment.exercises}
    changed = {
        name: [program for program in assignment.mistakes if program.function == name]
        for name, stamp in stamps.items()
        if there.get(name, {}).get("key") != stamp
    }
    judged = _judged(assignment, changed, settings, say) if changed else {}
    exercises = {}
    for name, stamp in stamps.items():
        if name not in changed:
            exercises[name] = there[name]
            continue
        exercises[name] = entry(stamp, zip(changed[name], judged[name], strict=True))
    return {"seed": settings.seed, "exercises": exercises}


def entry(key: str, judged: Iterable[tuple[SampleAnswer, Judgement]]) -> dict:
    """What a store says of one exercise.

    Args:
        key: see ``dependencies.fingerprint_key``. judged: its mistakes, each with what came of it.
    """
    return {"key": key, "mistakes": [_row(known_mistake(program, one)) for program, one in judged]}


def _row(one: Mistake) -> dict:
    declared: dict = {"also_true": list(one.also_true)} if one.also_true else {}
    declared |= {"signs": one.signs} if one.signs else {}
    return {"name": one.name, "feedback": one.feedback, **declared, "checks": one.does}


def _judged(
    assignment: Assignment, wanted: dict[str, list[SampleAnswer]], settings: Settings, say: Callable[[str], None]
) -> dict[str, list[Judgement]]:
    """Like ``judge_programs``; what has run out of time is judged once more: it may have been the machine's fault.

    A lesson whose evidence is a time-out would never be given to a student who makes the mistake in time.
    """
    with graders(assignment, tuple(wanted), settings) as pool:
        found = judge_programs(pool, wanted, say)
        late = {
            name: [program for program, one in zip(wanted[name], found[name], strict=True) if _is_late(one, name)]
            for name in wanted
        }
        late = {name: programs for name, programs in late.items() if programs}
        if late:
            again = judge_programs(pool, late, lambda name: say(message("{function}, once more what was late", function=name)))
            for name, programs in late.items():
                newer = {program.name: one for program, one in zip(programs, again[name], strict=True)}
                found[name] = [newer.get(program.name, one) for program, one in zip(wanted[name], found[name], strict=True)]
    return found


def _is_late(one: Judgement, exercise: str) -> bool:
    return any(outcome == Outcome.TIMEOUT for outcome, _evidence in one.signature.get(exercise, {}).values())


def public_store(store: dict, files: dict[str, str]) -> dict:
    """The signatures of the public checks only, and how many others there are."""
    exercises = {}
    for name, entry in store["exercises"].items():
        text = files.get(f"checks/test_{name}.py", "")
        public = set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
        mistakes = []
        for mistake in entry["mistakes"]:
            rows = {check: row for check, row in mistake["checks"].items() if check.partition("[")[0] in public}
            if any(row[0] not in ("passed", "skipped") for row in rows.values()):
                mistakes.append({**mistake, "checks": rows})
        all_checks = {check for mistake in entry["mistakes"] for check in mistake["checks"]}
        hidden = sum(check.partition("[")[0] not in public for check in all_checks)
        exercises[name] = {"hidden": hidden, "mistakes": mistakes}
    return {"seed": store["seed"], "exercises": exercises}


def as_json(store: dict) -> str:
    """A store of signatures, one mistake in a line, so that a difference can be read."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)

    exercises = []
    for name, entry in store["exercises"].items():
        rows = ",\n".join(text(mistake) for mistake in entry["mistakes"])
        head = "".join(f"{text(key)}: {text(entry[key])}, " for key in ("key", "hidden") if key in entry)
        exercises.append(f'{text(name)}: {{{head}"mistakes": [\n{rows}\n]}}')
    return f'{{"seed": {text(store["seed"])}, "exercises": {{\n' + ",\n".join(exercises) + "\n}}\n"
