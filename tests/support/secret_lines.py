"""What students must not get: lines that stand in hidden checks and in answers only, and a search for them."""

import ast
from pathlib import Path

from autograder.content.assignment import Assignment


def secrets(assignment: Assignment) -> set[str]:
    """Lines that stand in hidden checks and in answers only."""
    hidden, public = [], [assignment.stub]
    for exercise in assignment.exercises:
        source = exercise.checks.read_text("utf-8")
        for node in ast.parse(source).body:
            is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
            is_hidden = is_test and "public" not in " ".join(map(ast.unparse, node.decorator_list))
            (hidden if is_hidden else public).append(ast.get_source_segment(source, node))
    answers = assignment.source.split("### BEGIN SOLUTION")[1:]
    hidden += [answer.partition("### END SOLUTION")[0] for answer in answers]
    lines = {line.strip() for text in hidden for line in text.splitlines() if len(line.strip()) > 12}
    return lines - {line.strip() for text in public for line in text.splitlines()}


def told(assignment: Assignment, folder: Path) -> set[tuple[str, str]]:
    """(Line, file) of each secret in a folder, and (folder, file) of what has no place there."""
    secret = secrets(assignment)
    assert len(secret) > 6
    files = [path for path in folder.rglob("*") if path.is_file()]
    lines = {(line.strip(), path.name) for path in files for line in path.read_text("utf-8").splitlines()}
    strange = {(part, path.name) for path in files for part in path.parts if part in ("solutions", "mistakes", "alternatives")}
    return {(line, name) for line, name in lines if line in secret} | strange
