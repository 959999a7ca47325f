"""What a student receives: the same bytes every time, and nothing that gives an answer away."""

import json
import tomllib
from pathlib import Path

import miniature
import nbformat
import pytest
import text_miniature

from autograder.authoring import build, fingerprints
from autograder.authoring.build import AnswerLeaked
from autograder.content import assignment_folder, mistake_fingerprints
from autograder.content.assignment import ChecksBroken
from autograder.core import files
from autograder.core.records import Outcome
from autograder.judging import diagnosis
from autograder.judging.collection import points

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("build")))


@pytest.fixture(scope="module")
def store(assignment):
    return fingerprints.signatures(assignment, lambda text: None)


def content(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_twice_gives_identical_bytes(assignment, store, tmp_path):
    build.build(assignment, tmp_path / "first", store)
    build.build(assignment, tmp_path / "second", store)
    assert content(tmp_path / "first") == content(tmp_path / "second")


def test_the_files_of_a_student(assignment, store, tmp_path):
    written = build.build(assignment, tmp_path / "miniature", store)
    assert sorted(map(str, written)) == sorted(content(tmp_path / "miniature"))
    assert sorted(map(str, written)) == [
        "README.md",
        "checks/assignment.toml",
        "checks/page.py",
        "checks/signatures.json",
        "checks/test_double.py",
        "checks/test_total.py",
        "miniature.ipynb",
        "miniature.py",
    ]


def test_a_disk_that_is_full_leaves_everything_as_it_was(assignment, store, tmp_path, monkeypatch):
    build.build(assignment, tmp_path / "miniature", store)
    before = content(tmp_path)
    written = []

    def full(path, *_arguments, **_settings):
        written.append(path)
        raise OSError("no space left")

    monkeypatch.setattr("pathlib.Path.write_text", full)
    with pytest.raises(OSError, match="no space"):
        build.build(assignment, tmp_path / "miniature", store)
    assert written and content(tmp_path) == before and [path.name for path in tmp_path.iterdir()] == ["miniature"]


def test_a_folder_that_cannot_be_put_in_place_gives_the_old_one_back(assignment, store, tmp_path, monkeypatch):
    build.build(assignment, tmp_path / "miniature", store)
    before, real = content(tmp_path), files.replace

    def refused(path, target):
        if path.name == "fresh":
            raise OSError("not now")
        return real(path, target)

    monkeypatch.setattr(build, "replace", refused)
    with pytest.raises(OSError, match="not now"):
        build.build(assignment, tmp_path / "miniature", store)
    assert content(tmp_path) == before


def test_nothing_hidden_is_among_them(assignment, store, tmp_path):
    build.build(assignment, tmp_path / "miniature", store)
    everything = b"\n".join(content(tmp_path / "miniature").values()).decode()
    for secret in (
        "2 * numbers",
        "numbers.sum()",
        "BEGIN SOLUTION",
        "test_hidden_numbers",
        "test_any_number",
        "threshold",
    ):
        assert secret not in everything, secret
    assert "forgets_the_sign" not in everything  # only a hidden check finds it


def test_the_stub_is_one(assignment):
    functions = {}
    exec(assignment.stub.replace('check("', 'str("').replace("from autograder import check", ""), functions)
    for name in ("double", "total"):
        with pytest.raises(NotImplementedError):
            functions[name](1)


def test_the_notebook_is_valid_and_says_the_same(assignment, store):
    text = build.contents(assignment, store)["miniature.ipynb"]
    notebook = nbformat.reads(text, as_version=4)
    nbformat.validate(notebook)
    code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    assert "def double(numbers):" in code and "raise NotImplementedError" in code
    assert not any(cell.get("outputs") for cell in notebook.cells)


def test_nbgrader_knows_the_functions_and_the_locked_lines_that_check_them(assignment, store):
    text = build.contents(assignment, store)["miniature.ipynb"]
    told = {cell.id: cell.metadata for cell in nbformat.reads(text, as_version=4).cells if "nbgrader" in cell.metadata}
    assert list(told) == ["double", "double_check", "total", "total_check"]
    function = {"schema_version": 3, "grade": False, "solution": True, "locked": False, "task": False}
    line = {"schema_version": 3, "grade": True, "solution": False, "locked": True, "task": False, "points": 50}
    assert told["double"]["nbgrader"] == {**function, "grade_id": "double"}
    assert told["double_check"]["nbgrader"] == {**line, "grade_id": "double_check"}
    assert told["double_check"]["editable"] is False


def test_the_students_form_knows_what_each_exercise_is_worth(assignment, store, tmp_path):
    """Hidden checks included: it is what a student can reach."""
    build.build(assignment, tmp_path / "miniature", store)
    public = assignment_folder.load(tmp_path / "miniature")
    assert public.public and not assignment.public
    assert {one.name: one.points for one in public.exercises} == {"double": 50, "total": 50}
    assert {one.name: one.points for one in assignment.exercises} == {"double": 0, "total": 0}
    assert points(public) == points(assignment) == {"double": 50, "total": 50}


def test_half_points_are_told_as_they_are(tmp_path):
    halves = {"checks/test_double.py": miniature.DOUBLE.replace("points(20)", "points(1.25)")}
    halved = assignment_folder.load(miniature.write(tmp_path, halves))
    assert points(halved)["double"] == 12.5
    told = tomllib.loads(build.public_settings(miniature.SETTINGS, "miniature", points(halved)))
    assert told["exercises"]["double"]["points"] == 12.5


def test_students_see_what_a_training_costs_and_no_threshold(assignment, store, tmp_path):
    text = miniature.SETTINGS.replace(
        "threshold = 0.9\n", "threshold = 0.9\n[budgets.quick.thresholds.recall]\ndigits = 0.5\n[budgets.full]\nepochs = 9\n"
    )
    told = tomllib.loads(build.public_settings(text, "miniature", {}))
    assert told["budgets"] == {"quick": {"images": 600, "epochs": 2, "batch_size": 32}, "full": {"epochs": 9}}
    assert list(told["exercises"]) == ["double", "total"]
    build.build(assignment, tmp_path / "miniature", store)
    budget = assignment_folder.load(tmp_path / "miniature").budget("quick")
    assert (budget.images, budget.threshold) == (600, {})


def test_a_check_without_points_is_refused(tmp_path):
    files = {"checks/test_total.py": miniature.TOTAL.replace("@pytest.mark.points(30)\n", "")}
    with pytest.raises(ChecksBroken, match="test_a_few has no points"):
        points(assignment_folder.load(miniature.write(tmp_path, files)))


def test_a_built_folder_is_fresh(assignment, store, tmp_path):
    build.build(assignment, tmp_path, store)
    assert build.is_fresh(assignment, tmp_path, store) == []


CHANGES = {
    "edited": lambda folder: (folder / "miniature.py").write_text("edited"),
    "missing": lambda folder: (folder / "README.md").unlink(),
    "one too many": lambda folder: (folder / "notes.txt").write_text("more"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_folder_that_differs_is_stale(assignment, store, tmp_path, change):
    build.build(assignment, tmp_path / "built", store)
    change(tmp_path / "built")
    assert len(build.is_fresh(assignment, tmp_path / "built", store)) == 1


LEAKS = {
    "an answer in the README": {"README.md": "For example:\n\n    return numbers.sum()\n"},
    "a line of a hidden check in the README": {
        "README.md": "    expect(total(numbers)).is_close_to(numbers.sum() + 0.0, hidden=True)\n"
    },
    "a solution mark left over": {"README.md": "### BEGIN SOLUTION\n"},
}


@pytest.mark.parametrize("files", LEAKS.values(), ids=LEAKS)
def test_a_leak_is_refused_and_nothing_is_written(tmp_path, files):
    leaking = assignment_folder.load(miniature.write(tmp_path, files))
    target = tmp_path / "assignments" / "miniature"
    target.mkdir(parents=True)
    (target / "README.md").write_text("as it was")
    with pytest.raises(AnswerLeaked):
        build.build(
            leaking, target, {"seed": 17, "exercises": {name: {"mistakes": []} for name in ("double", "total")}}
        )
    assert list(content(target)) == ["README.md"]


def test_signatures_say_what_each_mistake_does(store):
    mistakes = {one["name"]: one["checks"] for one in store["exercises"]["double"]["mistakes"]}
    assert set(mistakes) == {"adds_two", "changes_its_argument", "forgets_the_sign"}
    assert mistakes["adds_two"]["test_each_number"][0] == "failed"
    assert mistakes["forgets_the_sign"]["test_each_number"][0] == "passed"


def test_unchanged_exercises_are_not_run_again(assignment, store):
    said = []
    assert fingerprints.signatures(assignment, said.append, store) == store
    assert said == []


def test_what_was_late_is_run_again(assignment, store, monkeypatch):
    """A busy machine is no part of a mistake."""
    real, asked = fingerprints.judge_programs, []

    def slow(graders, wanted, say):
        judged = real(graders, wanted, say)
        asked.append({name: [program.name for program in programs] for name, programs in wanted.items()})
        if len(asked) == 1:
            rows = judged["double"][-1].signature["double"]
            rows |= {check: (str(Outcome.TIMEOUT), "timeout") for check in rows}
        return judged

    monkeypatch.setattr(fingerprints, "judge_programs", slow)
    assert fingerprints.signatures(assignment, lambda text: None) == store
    assert asked[1:] == [{"double": asked[0]["double"][-1:]}]


def test_a_changed_check_is_run_again(assignment, store, tmp_path):
    changed = assignment_folder.load(
        miniature.write(
            tmp_path, {"checks/test_total.py": miniature.TOTAL.replace("4.0]", "5.0]").replace("(7)", "(8)")}
        )
    )
    said = []
    fingerprints.signatures(changed, said.append, store)
    assert said == ["total"]


def test_the_repository_is_fresh():
    """``make build`` was run after the last change of a page, a check, a mistake, or the engine's evidence."""
    real = assignment_folder.load(ROOT / "solutions" / "mnist")
    stored = mistake_fingerprints.stored(real)
    assert diagnosis.stale(real, stored) == []
    assert build.is_fresh(real, ROOT / "assignments" / "mnist", stored) == []
    assert json.loads((ROOT / "assignments/mnist/checks/signatures.json").read_text())["seed"] == stored["seed"]


def test_the_words_beside_the_checks_are_released_with_them(store, tmp_path):
    """And they may give nothing away either."""
    words = "LIMIT = 3\n"
    folder = miniature.write(tmp_path, {"checks/words.py": words})
    assert build.contents(assignment_folder.load(folder), store)["checks/words.py"] == words
    (folder / "checks" / "words.py").write_text(f"{words}def f():\n    {miniature.hidden_lines()[0]}\n")
    with pytest.raises(AnswerLeaked, match="checks/words.py, line 3"):
        build.build(assignment_folder.load(folder), tmp_path / "released", store)
    assert not (tmp_path / "released").exists()


def test_an_assignment_without_a_readme_gets_one_about_itself(store, tmp_path):
    files = {**text_miniature.FILES, "README.md": None}
    made = build.contents(assignment_folder.load(miniature.write(tmp_path, files)), store)["README.md"]
    assert made.startswith("# Counting: a first program\n") and "autograder check miniature.py double" in made
    assert "| 1 | `double` | twice as much | 50 |\n| 2 | `total` | the sum of all numbers | 50 |\n" in made
    assert f"`WHY` is a text, up to 5 points. A person reads and marks it: {text_miniature.QUESTION}" in made
    assert not {"image", "images", "digit", "network"} & set(made.lower().split()) and text_miniature.SAMPLE not in made


def test_a_readme_of_the_author_is_released_as_it_is(assignment, store):
    assert build.contents(assignment, store)["README.md"] == "# Counting\n"
