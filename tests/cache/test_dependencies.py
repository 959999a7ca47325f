"""There is one list of what a result depends on, and whatever can change a result is in it."""

import ast
from pathlib import Path

import miniature
import pytest

from autograder.cache import dependencies
from autograder.content import assignment_folder
from autograder.core.settings import Settings

ENGINE = Path(dependencies.__file__).parents[1]


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path)


def test_every_key_comes_from_the_one_list(folder, monkeypatch):
    """The key of an exercise and that of a page change with any entry of it."""
    assignment, real = assignment_folder.load(folder), dependencies.depends_on

    def keys():
        return (
            dependencies.exercise_key(assignment, "double", Settings()),
            dependencies.assignment_key(assignment, Settings()),
        )

    before = keys()
    for name in real(assignment, "double", Settings()):
        monkeypatch.setattr(dependencies, "depends_on", lambda *which, left_out=name: real(*which) | {left_out: "other"})
        assert not set(keys()) & set(before), name


def test_nobody_else_makes_a_list():
    """The stamp of versions is in every list of what results depend on, so whoever asks for it has one."""
    users = {
        path.relative_to(ENGINE).as_posix()
        for path in ENGINE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "stamp" and getattr(node.value, "id", "") == "versions"
    }
    assert users == {"cache/dependencies.py", "grading/dask_backend.py"}  # the second one compares two machines


def test_two_exercises_never_share_a_key(folder):
    assignment = assignment_folder.load(folder)
    assert len({dependencies.exercise_key(assignment, name, Settings()) for name in assignment.functions}) == 2


def test_what_a_build_writes_is_the_same_on_every_machine(folder, monkeypatch):
    assignment = assignment_folder.load(folder)
    before = dependencies.fingerprint_key(assignment, "double")
    monkeypatch.setattr("autograder.core.versions.stamp", lambda: "another machine")
    assert dependencies.fingerprint_key(assignment, "double") == before


def test_changed_words_beside_the_checks_make_results_and_fingerprints_stale(folder):
    """Any check may use them."""

    def keys():
        assignment = assignment_folder.load(folder)
        results = [dependencies.exercise_key(assignment, name, Settings()) for name in ("double", "total")]
        return [*results, *(dependencies.fingerprint_key(assignment, name) for name in ("double", "total"))]

    without = keys()
    (folder / "checks" / "words.py").write_text("LIMIT = 1\n")
    first = keys()
    (folder / "checks" / "words.py").write_text("LIMIT = 2\n")
    assert len({*without, *first, *keys()}) == 12


def test_other_ends_of_lines_change_nothing(tmp_path):
    """Git writes them on Windows (``core.autocrlf``). Then no result would be found again, and each build be out of date."""
    folder = miniature.write(tmp_path, {"checks/words.py": "WORDS = 3\n", "data/marks.csv": "mark\n1\n"})

    def keys():
        assignment = assignment_folder.load(folder)
        settings = Settings()
        return [dependencies.fingerprint_key(assignment, "double"), dependencies.exercise_key(assignment, "double", settings), assignment.version]

    before = keys()
    for path in [one for one in folder.rglob("*") if one.is_file()]:
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert keys() == before
