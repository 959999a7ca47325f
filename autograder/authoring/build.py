"""``solutions/<name>/`` becomes ``assignments/<name>/``: what a student receives, and nothing that gives an answer away.

Building twice gives identical bytes, so a test can say whether ``assignments/`` is fresh.
"""

from __future__ import annotations

import ast
import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from autograder import datasets
from autograder.cache.dependencies import fingerprint_key
from autograder.content import page
from autograder.content.assignment import SETTINGS, Assignment, SampleAnswer
from autograder.content.mistake_fingerprints import STORE
from autograder.content.notebook import page_as_notebook
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.grading.grader import judge_programs
from autograder.judging.collection import points
from autograder.judging.diagnosis import known_mistake
from autograder.judging.judge import Judgement
from autograder.judging.mistake_naming import Mistake
from autograder.learning.progress import FOLDER

PRIVATE_TABLES = ("budgets",)  # thresholds belong to hidden checks
COPIED = ("README.md",)


class AnswerLeaked(RuntimeError):
    """Something secret stands in a file for students. The text names file and line."""


def build(assignment: Assignment, target: Path, store: dict) -> list[Path]:
    """Writes a student's folder afresh.

    Args:
        assignment: from ``solutions/``.
        target: the folder to write, replaced as a whole.
        store: the mistakes' signatures, from ``mistake_fingerprints``.

    Returns:
        The files written, relative to ``target``.

    Raises:
        AnswerLeaked: and nothing is written.
    """
    files = contents(assignment, store)
    _check_for_leaks(assignment, files)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as place:
        fresh, old = Path(place, "fresh"), Path(place, "old")
        for name, text in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        if target.exists():
            target.replace(old)
        try:
            fresh.replace(target)
        except BaseException:
            if old.exists():
                old.replace(target)
            raise
    return [Path(name) for name in files]


def contents(assignment: Assignment, store: dict) -> dict[str, str]:
    """Relative file name -> text, of everything a student receives."""
    name = assignment.name
    script = assignment.stub
    worth = points(assignment)
    files = {f"{name}.py": script, f"{name}.ipynb": page_as_notebook(script, assignment, worth), "checks/page.py": script}
    files[f"checks/{SETTINGS}"] = public_settings((assignment.folder / SETTINGS).read_text("utf-8"), name, worth)
    for exercise in assignment.exercises:
        text = public_checks(exercise.checks.read_text("utf-8"))
        if text:
            files[f"checks/{exercise.checks.name}"] = text
    if assignment.words.is_file():
        files[f"checks/{assignment.words.name}"] = assignment.words.read_text("utf-8")
    files[f"checks/{STORE}"] = as_json(public_store(store, files))
    for copied in COPIED:
        if (assignment.folder / copied).is_file():
            files[copied] = (assignment.folder / copied).read_text("utf-8")
    return dict(sorted(files.items()))


def is_fresh(assignment: Assignment, target: Path, store: dict) -> list[str]:
    """Names of files in ``target`` that differ from what ``build`` would write; empty if none."""
    wanted = contents(assignment, store)
    there = {
        str(path.relative_to(target))
        for path in target.rglob("*")
        if path.is_file() and not {"__pycache__", FOLDER} & set(path.parts)  # somebody may have worked there
    }
    stale = sorted(there ^ set(wanted))
    return stale + [name for name in wanted if name in there and (target / name).read_text("utf-8") != wanted[name]]


def signatures(assignment: Assignment, say: Callable[[str], None], old: dict | None = None) -> dict:
    """What every known mistake does in every check, for ``diagnosis``; what has not changed is taken from ``old``.

    Returns:
        ``{"seed", "exercises": {name: {"key", "mistakes": [{"name", "feedback", "checks": {check: [outcome, evidence]}}]}}}``
    """
    settings = Settings(dataset=datasets.ALWAYS_THERE)  # the same bytes on every machine
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
        mistakes = [_row(known_mistake(program, one)) for program, one in zip(changed[name], judged[name], strict=True)]
        exercises[name] = {"key": stamp, "mistakes": mistakes}
    return {"seed": settings.seed, "exercises": exercises}


def _row(one: Mistake) -> dict:
    declared = {"also_true": list(one.also_true)} if one.also_true else {}
    return {"name": one.name, "feedback": one.feedback, **declared, "checks": one.does}


def _judged(
    assignment: Assignment, wanted: dict[str, list[SampleAnswer]], settings: Settings, say: Callable[[str], None]
) -> dict[str, list[Judgement]]:
    """Like ``judge_programs``; what has run out of time is judged once more: it may have been the machine's fault.

    A lesson whose evidence is a time-out would be given to nobody who makes the mistake in time.
    """
    found = judge_programs(assignment, wanted, settings, say)
    late = {
        name: [program for program, one in zip(wanted[name], found[name], strict=True) if _is_late(one, name)]
        for name in wanted
    }
    late = {name: programs for name, programs in late.items() if programs}
    if late:
        again = judge_programs(assignment, late, settings, lambda name: say(f"{name}, once more what was late"))
        for name, programs in late.items():
            newer = {program.name: one for program, one in zip(programs, again[name], strict=True)}
            found[name] = [newer.get(program.name, one) for program, one in zip(wanted[name], found[name], strict=True)]
    return found


def _is_late(one: Judgement, exercise: str) -> bool:
    return any(outcome == Outcome.TIMEOUT for outcome, _evidence in one.signature.get(exercise, {}).values())


def public_store(store: dict, files: dict[str, str]) -> dict:
    """The signatures of the public checks only."""
    exercises = {}
    for name, entry in store["exercises"].items():
        text = files.get(f"checks/test_{name}.py", "")
        public = set(re.findall(r"^def (test_\w+)", text, re.MULTILINE))
        mistakes = []
        for mistake in entry["mistakes"]:
            rows = {check: row for check, row in mistake["checks"].items() if check.partition("[")[0] in public}
            if any(row[0] not in ("passed", "skipped") for row in rows.values()):
                mistakes.append({**mistake, "checks": rows})
        exercises[name] = {"mistakes": mistakes}
    return {"seed": store["seed"], "exercises": exercises}


def as_json(store: dict) -> str:
    """A store of signatures, one mistake in a line, so that a difference can be read."""

    def text(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, allow_nan=False)

    exercises = []
    for name, entry in store["exercises"].items():
        rows = ",\n".join(text(mistake) for mistake in entry["mistakes"])
        key_part = f'"key": {text(entry["key"])}, ' if "key" in entry else ""
        exercises.append(f'{text(name)}: {{{key_part}"mistakes": [\n{rows}\n]}}')
    return f'{{"seed": {text(store["seed"])}, "exercises": {{\n' + ",\n".join(exercises) + "\n}}\n"


def public_checks(source: str) -> str:
    """A check file without its hidden tests, and without the helpers that only those need."""
    tree = ast.parse(source)
    lines = source.splitlines()
    hidden = [node for node in tree.body if _is_test(node) and not _is_public(node)]
    kept = [node for node in tree.body if node not in hidden]
    if not any(_is_test(node) for node in kept):
        return ""
    while True:
        used = {name for node in kept for name in _uses(node)}
        unused = [node for node in kept if _defines(node) and not _is_test(node) and not (_defines(node) & used)]
        if not unused:
            break
        kept = [node for node in kept if node not in unused]
    texts = ["\n".join(lines[_first(node) - 1 : node.end_lineno]) for node in kept]
    out = texts[0]
    for previous, node, text in zip(kept, kept[1:], texts[1:], strict=False):
        out += _gap(previous, node) + text
    return out + "\n"


def public_settings(text: str, name: str, worth: dict[str, float]) -> str:
    """``assignment.toml`` without the comments and without what only hidden checks need; with each exercise's points."""
    kept, skipping = [], False
    for line in text.splitlines():
        bare = line.strip()
        if bare.startswith("["):
            skipping = any(bare.strip("[] ").startswith(table) for table in PRIVATE_TABLES)
        if bare and not bare.startswith("#") and not skipping:
            kept.append(("\n" if bare.startswith("[") else "") + _without_comment(line))
            exercise = bare.removeprefix("[exercises.").partition("]")[0]
            if bare.startswith("[exercises.") and exercise in worth:
                kept.append(f"points = {worth[exercise]:g}")
    return f'name = "{name}"\n' + "\n".join(kept) + "\n\n[budgets]\n"


def _check_for_leaks(assignment: Assignment, files: dict[str, str]) -> None:
    """No line of an answer or a hidden check stands in a file for students, unless it is in the stub too."""
    secret = _lines("\n".join(_answers(assignment.source)))
    for exercise in assignment.exercises:
        source = exercise.checks.read_text("utf-8")
        tree = ast.parse(source)
        for node in tree.body:
            if _is_test(node) and not _is_public(node):
                secret |= _lines(ast.get_source_segment(source, node) or "")
    for name, text in files.items():
        if name.endswith((".py", ".ipynb", ".md")):
            plain_text = _notebook_code(text) if name.endswith(".ipynb") else text
            for number, line in enumerate(plain_text.splitlines(), 1):
                if line.strip() in secret and not _also_public(line, assignment):
                    raise AnswerLeaked(f"{name}, line {number}: {line.strip()}")
            for marker in (page.BEGIN, page.END):
                if marker in text:
                    raise AnswerLeaked(f"{name} contains the marker {marker!r}.")


def _also_public(line: str, assignment: Assignment) -> bool:
    """Lines that also stand in the released page or in a public check are no secret."""
    public = _lines(assignment.stub)
    for exercise in assignment.exercises:
        public |= _lines(public_checks(exercise.checks.read_text("utf-8")))
    return line.strip() in public


def _answers(source: str) -> list[str]:
    """The lines between the solution markers."""
    inside, lines = False, []
    for line in source.splitlines():
        if line.strip() == page.BEGIN:
            inside = True
        elif line.strip() == page.END:
            inside = False
        elif inside:
            lines.append(line)
    return lines


def _lines(text: str) -> set[str]:
    return {line.strip() for line in text.splitlines() if len(line.strip()) > 12}


def _notebook_code(text: str) -> str:
    cells = json.loads(text)["cells"]
    return "\n".join("".join(cell["source"]) for cell in cells)


def _is_test(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name.startswith("test_")


def _is_public(node: ast.FunctionDef) -> bool:
    return any(ast.unparse(mark) == "pytest.mark.public" for mark in node.decorator_list)


def _defines(node: ast.stmt) -> set[str]:
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name.partition(".")[0] for alias in node.names}
    if isinstance(node, ast.Assign):
        return {child.id for target in node.targets for child in ast.walk(target) if isinstance(child, ast.Name)}
    return set()


def _uses(node: ast.stmt) -> set[str]:
    used = {child.id for child in ast.walk(node) if isinstance(child, ast.Name) and isinstance(child.ctx, ast.Load)}
    if isinstance(node, ast.FunctionDef):
        used |= {argument.arg for argument in node.args.args}  # fixtures are asked for by name
        used.discard(node.name)
    return used


def _first(node: ast.stmt) -> int:
    return min([node.lineno, *(mark.lineno for mark in getattr(node, "decorator_list", []))])


def _gap(previous: ast.stmt, node: ast.stmt) -> str:
    big = (ast.FunctionDef, ast.ClassDef)
    if isinstance(previous, big) or isinstance(node, big):
        return "\n\n\n"
    imports = (ast.Import, ast.ImportFrom)
    if isinstance(previous, imports) and isinstance(node, imports):
        own = ast.unparse(node).startswith("from autograder") != ast.unparse(previous).startswith("from autograder")
        return "\n\n" if own else "\n"
    return "\n\n" if isinstance(previous, (ast.Expr, *imports)) else "\n"


def _without_comment(line: str) -> str:
    return line if '"' in line else line.split("#")[0].rstrip()
