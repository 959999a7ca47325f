"""What Gradescope and GitHub Classroom get: the formats, the packages, and a run as those places run them."""

import ast
import base64
import functools
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import marks_sample
import miniature
import pytest
import yaml

from autograder import cli
from autograder.authoring import fingerprints
from autograder.cli import pack
from autograder.content import assignment_folder, mistake_fingerprints
from autograder.content.assignment import Assignment
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.hosted import classroom_results, gradescope_results, pack_engine, runner
from autograder.hosted import pack_classroom as room
from autograder.hosted import pack_gradescope as box

SAMPLES = Path(__file__).parents[1] / "samples"
ROOT = Path(__file__).parents[2]
SLIP = miniature.page(double="return abs(2 * numbers)")  # right for the public checks, wrong for a hidden one


# -- a report in their forms --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "name"), [(gradescope_results.results, "gradescope"), (classroom_results.result, "classroom")])
def test_a_report_becomes_the_sample(form, name):
    """The samples are written by hand from the documented fields."""
    report = marks_sample.report(notes=("one cell was left out.",))
    form = functools.partial(form, hidden="visible") if name == "gradescope" else form
    assert form(report) == json.loads((SAMPLES / f"{name}.json").read_text("utf-8"))


@pytest.mark.parametrize("form", [gradescope_results.results, classroom_results.result])
@pytest.mark.parametrize("made", [marks_sample.report, marks_sample.unreadable, marks_sample.not_graded])
def test_what_code_printed_in_hidden_checks_reaches_no_student(form, made):
    assert "-3 and -5" not in json.dumps(form(made()))


def test_gradescope_no_zero_where_the_fault_is_ours():
    content = gradescope_results.results(marks_sample.not_graded())
    assert "score" not in content
    assert [("score" in test, "status" in test) for test in content["tests"]] == [
        (True, True),
        (False, False),
        (True, True),
        (True, True),
    ]
    assert "One of our checks is broken." in content["output"] and "bug in the kit" in content["output"]


def test_gradescope_a_page_that_cannot_be_read_is_told():
    content = gradescope_results.results(marks_sample.unreadable())
    assert content["score"] == 0.0 and "mnist.py is empty." in content["output"] and content["tests"] == []


def test_classroom_the_sum_is_the_score():
    """The reporter adds up the tests, so half of an exercise must count half."""
    content = classroom_results.result(marks_sample.report())
    assert sum(test["score"] for test in content["tests"]) == 55


def test_classroom_everything_right_passes():
    right = replace(marks_sample.report(), exercises=(marks_sample.TOTAL,))
    assert classroom_results.result(right)["status"] == "pass"


@pytest.mark.parametrize("made", [marks_sample.unreadable, marks_sample.not_graded])
@pytest.mark.parametrize("blank", [None, marks_sample.report()])
def test_classroom_tests_and_maximum_are_always_there(made, blank):
    """Without ``tests`` the reporter fails before it reports anything; without ``max_score`` it leaves the result out."""
    content = classroom_results.result(made(), blank)
    assert content["status"] == "error"
    assert content["tests"] and all(test["line_no"] == 0 for test in content["tests"])
    assert any(test["status"] == "error" and test["message"] for test in content["tests"])
    assert "max_score" in content
    if blank:
        assert content["max_score"] == 100


def test_classroom_a_grader_that_cannot_start_is_an_error():
    content = classroom_results.faulty("mnist", "no memory")
    assert content["status"] == "error" and content["tests"][0]["status"] == "error" and "max_score" in content


def test_classroom_the_output_is_one_line():
    line = classroom_results.encoded(classroom_results.result(marks_sample.report()))
    assert "\n" not in line
    assert json.loads(base64.b64decode(line))["max_score"] == 100


# -- what is packed -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone's folder with the assignment in miniature, built."""
    folder = tmp_path_factory.mktemp("clone")
    solutions = miniature.write(folder)
    assignment = assignment_folder.load(solutions)
    store = fingerprints.signatures(assignment, lambda _name: None)
    (solutions / "mistakes" / mistake_fingerprints.STORE).write_text(fingerprints.as_json(store), "utf-8")
    return folder


@pytest.fixture
def run(clone, monkeypatch, capsys):
    """``run("pack …")`` in the clone: (exit code, printed, printed as an error)."""
    monkeypatch.chdir(clone)

    def called(*words: str):
        code = cli.main([str(word) for word in words])
        out, error = capsys.readouterr()
        assert "Traceback" not in out + error
        return code, out, error

    return called


@pytest.fixture(scope="module")
def zipped(clone):
    """The zip for Gradescope, opened."""
    assignment = assignment_folder.load(clone / "solutions" / "miniature")
    return zipfile.ZipFile(io.BytesIO(box.packed(assignment, Settings(), "after_due_date")))


@pytest.fixture(scope="module")
def repository(clone, tmp_path_factory):
    """The template repository for GitHub Classroom."""
    folder = tmp_path_factory.mktemp("room") / "repository"
    room.write(assignment_folder.load(clone / "solutions" / "miniature"), folder)
    return folder


def test_the_zip_has_its_two_scripts_at_the_root(zipped):
    modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in zipped.infolist()}
    assert modes["setup.sh"] == modes["run_autograder"] == 0o755
    assert "solutions/miniature/checks/test_double.py" in modes
    assert "solutions/miniature/mistakes/signatures.json" in modes
    assert "autograder/reports/html/templates/page.html.j2" in modes and "pyproject.toml" in modes
    assert "autograder/reports/html/templates/report.css" in modes
    assert not [name for name in modes if "__pycache__" in name or name.endswith(".pyc")]


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_the_scripts_are_whole(zipped, tmp_path, name):
    script = tmp_path / name
    script.write_bytes(zipped.read(name))
    assert subprocess.run(["bash", "-n", script], capture_output=True).returncode == 0
    assert not {"{{", "{name}", "{options}"} & set(re.findall(r"\{\{|\{\w+\}", script.read_text().replace("${", "$")))


def test_the_setup_gets_the_data_of_the_assignment_with_the_zips_own_files(zipped, tmp_path):
    zipped.extractall(tmp_path)
    (command,) = (line for line in (tmp_path / "setup.sh").read_text("utf-8").splitlines() if "data_sets.find" in line)
    found = "it.data_sets.find(it.dataset)"
    shown = command.replace('"$ROOT/venv/bin/python"', f"{sys.executable} -P").replace(found, f"print({found}.name)")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(["bash", "-c", shown], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("digits\n", "")


def test_packing_twice_gives_the_same_bytes(clone):
    assignment = assignment_folder.load(clone / "solutions" / "miniature")
    assert box.packed(assignment, Settings(), "hidden") == box.packed(assignment, Settings(), "hidden")


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


@pytest.mark.parametrize("name", ["miniature", "mnist"])
def test_the_repository_holds_no_hidden_check_and_no_answer(clone, tmp_path, name):
    """Every such line is searched in every file that a student gets."""
    root = clone if name == "miniature" else ROOT
    assignment = assignment_folder.load(root / "solutions" / name)
    room.write(assignment, tmp_path / "repository")
    secret = secrets(assignment)
    assert len(secret) > 6
    files = [path for path in (tmp_path / "repository").rglob("*") if path.is_file()]
    found = {(line.strip(), path.name) for path in files for line in path.read_text("utf-8").splitlines()}
    assert {(line, name) for line, name in found if line in secret} == set()
    assert not [path for path in files if "solutions" in path.parts or "mistakes" in path.parts]


def test_the_workflow_hands_the_result_to_the_reporter(repository):
    workflow = yaml.safe_load((repository / room.WORKFLOW).read_text("utf-8"))
    steps = workflow["jobs"]["run-autograding-tests"]["steps"]
    ours = next(step for step in steps if step.get("id"))
    reporter = steps[-1]
    assert reporter["with"]["runners"] == ours["id"]
    assert reporter["env"] == {f"{ours['id'].upper()}_RESULTS": f"${{{{ steps.{ours['id']}.outputs.result }}}}"}
    folder = repository / ours["working-directory"]
    assert (folder / "autograder" / "hosted" / "__main__.py").is_file() and (folder / "constraints.txt").is_file()
    assert workflow["permissions"]["checks"] == "write"


def test_readme_and_workflow_name_the_points_that_the_workflow_gives(repository, clone):
    """The one said 100, and the other counted 60."""
    readme = (repository / "README.md").read_text("utf-8")
    workflow = yaml.safe_load((repository / room.WORKFLOW).read_text("utf-8"))
    ours = next(step for step in workflow["jobs"]["run-autograding-tests"]["steps"] if step.get("id"))
    assert ours["name"] == "miniature: 60 points of public checks"
    assert "the public checks: 60 of the 100 points. The other 40 come\nfrom checks that run when" in readme
    assert readme.startswith("# Counting\n\n**Points in this repository:**")
    blank = runner._blank(assignment_folder.load(repository), Settings(public_only=True))
    assert blank.max_score == 60.0


# -- as those places run it ---------------------------------------------------------------------------------------------


@pytest.fixture
def graded(zipped, tmp_path):
    """``graded({file: text})``: (exit code, results.json, what was printed) of the zip's own run_autograder."""

    def run(pages: dict[str, str], prepare=lambda root: None):
        root = tmp_path / "autograder"
        zipped.extractall(root / "source")
        for name in ("submission", "results"):
            (root / name).mkdir()
        for name, text in pages.items():
            (root / "submission" / name).write_text(text, "utf-8")
        prepare(root)
        settings = {**os.environ, "AUTOGRADER_ROOT": str(root), "AUTOGRADER_PYTHON": sys.executable}
        done = subprocess.run(
            ["bash", root / "source" / "run_autograder"], env=settings, capture_output=True, text=True, cwd=tmp_path
        )
        return done.returncode, json.loads((root / "results" / "results.json").read_text("utf-8")), done.stdout

    return run


def test_gradescope_grades_with_the_hidden_checks(graded):
    code, results, printed = graded({"miniature.py": SLIP})
    assert code == 0 and "Isolation: " in printed
    assert results["score"] == 80.0 and [test["score"] for test in results["tests"]] == [30.0, 0.0, 30.0, 20.0]
    assert "You lost the sign." in results["tests"][1]["output"]
    assert results["tests"][2]["status"] == "passed"


def test_gradescope_finds_the_page_under_another_name_and_the_better_of_two(graded):
    """The stub of the notebook was handed in beside the script that was worked on."""
    stub = "def double(numbers):\n    raise NotImplementedError()\n"
    notebook = {"cells": [{"cell_type": "code", "source": stub, "metadata": {}, "outputs": [], "execution_count": None}],
                "metadata": {}, "nbformat": 4, "nbformat_minor": 5}  # fmt: skip
    _code, results, _printed = graded({"miniature.ipynb": json.dumps(notebook), "miniature.py": miniature.page()})
    assert results["score"] == 100.0


@pytest.mark.parametrize(
    ("pages", "words"),
    [({}, "No page was submitted"), ({"miniature.py": ""}, "empty"), ({"miniature.py": "def double(\n"}, "line 1")],
    ids=["nothing", "an empty page", "a slip"],
)
def test_gradescope_a_page_that_cannot_be_graded_scores_nothing_and_says_why(graded, pages, words):
    _code, results, _printed = graded(pages)
    assert results["score"] == 0.0 and words in results["output"]


def test_gradescope_a_link_to_the_answers_is_no_page(graded):
    """A repository that is handed in can hold links."""

    def linked(root):
        (root / "submission" / "miniature.py").symlink_to(root / "source" / "solutions" / "miniature" / "miniature.py")

    _code, results, _printed = graded({}, linked)
    assert results["score"] == 0.0 and "No page" in results["output"]


def test_gradescope_a_broken_grader_leaves_no_score(graded):
    def broken(root):
        (root / "source" / "solutions" / "miniature" / "checks" / "test_double.py").write_text(
            "import no_such_module\n"
        )

    code, results, _printed = graded({"miniature.py": miniature.page()}, broken)
    assert code == 1
    assert "score" not in results and "could not run" in results["output"]
    assert "no_such_module" not in json.dumps(results), "a check could be quoted"


def stepped(folder, page, tmp_path):
    """The workflow's own step, run on a student's repository: (result, what was printed)."""
    workflow = yaml.safe_load((folder / room.WORKFLOW).read_text("utf-8"))
    step = next(one for one in workflow["jobs"]["run-autograding-tests"]["steps"] if one.get("id"))
    (folder / "miniature.py").write_text(page, "utf-8")
    output = tmp_path / "output"
    output.write_text("")
    settings = {**os.environ, "GITHUB_WORKSPACE": str(folder), "GITHUB_OUTPUT": str(output),
                "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # fmt: skip
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],
        env=settings,
        capture_output=True,
        text=True,
        cwd=folder / step["working-directory"],
    )
    assert done.returncode == 0, done.stderr
    name, _, value = output.read_text().strip().partition("=")
    assert name == "result"
    return json.loads(base64.b64decode(value)), done.stdout


def test_classroom_grades_with_the_public_checks(repository, tmp_path):
    result, printed = stepped(repository, miniature.page(double="return numbers + 2"), tmp_path)
    assert [test["status"] for test in result["tests"]] == ["fail", "pass"]
    assert [test["name"] for test in result["tests"]] == ["double", "total"]
    assert result["max_score"] == 60.0 and sum(test["score"] for test in result["tests"]) == 30.0
    assert "You added two." in printed


def test_classroom_a_page_that_cannot_be_read_is_an_error_out_of_all_points(repository, tmp_path):
    """The untouched notebook beside it could be read, but is not what the student worked on."""
    result, printed = stepped(repository, "def double(\n", tmp_path)
    assert result["status"] == "error" and result["max_score"] == 60.0
    assert [test["status"] for test in result["tests"]] == ["error", "error"]
    assert "line 1" in printed and "not started" not in printed


def test_classroom_untouched_pages_are_not_started(repository, tmp_path):
    stub = (repository / "checks" / "page.py").read_text("utf-8")
    result, printed = stepped(repository, stub, tmp_path)
    assert result["status"] == "fail" and [test["message"] for test in result["tests"]] == ["Not started."] * 2
    assert "not started" in printed


@pytest.mark.parametrize("other", [marks_sample.report(), marks_sample.unreadable()])
def test_of_two_pages_a_fault_of_ours_is_not_passed_over(monkeypatch, tmp_path, other):
    """Somebody has to look, whatever the other page came to."""
    for ending in (".ipynb", ".py"):
        (tmp_path / f"mnist{ending}").write_text("x")
    found = {".ipynb": marks_sample.not_graded(), ".py": other}

    class Grader:
        def __init__(self, *_arguments):
            pass

        def __enter__(self):
            return self

        def __exit__(self, *_error):
            pass

        def grade(self, one):
            return found[one.path.suffix]

    monkeypatch.setattr(runner, "Grader", Grader)
    assignment = assignment_folder.load(ROOT / "solutions" / "mnist")
    assert runner.grade(assignment, tmp_path, Settings()).status is Status.NOT_GRADED


def test_classroom_a_page_gives_no_orders_to_the_runner(repository, tmp_path):
    """A line that begins with :: is obeyed, unless commands are stopped."""
    page = miniature.page(double="print('::add-mask::points')\nraise ValueError('::error::hacked')")
    _result, printed = stepped(repository, page, tmp_path)
    first, *inside, last = [line for line in printed.splitlines() if line.strip().startswith("::")]
    assert first.startswith("::stop-commands::") and last == f"::{first.removeprefix('::stop-commands::')}::"
    assert printed.index(first) < printed.index("double") < printed.index(last)


# -- the command ----------------------------------------------------------------------------------------------------------


def test_pack_for_gradescope(run, tmp_path):
    code, out, _ = run("pack", "--for", "gradescope", "--out", tmp_path / "mini.zip", "--seed", "3")
    assert code == 0 and "hidden checks" in out and "Next: " in out
    script = zipfile.ZipFile(tmp_path / "mini.zip").read("run_autograder").decode()
    assert "--assignment miniature --budget quick --seed 3 --hidden after_published" in script
    assert "those of hidden checks: once you publish the grades" in out


def test_pack_for_gradescope_as_it_is_told(run, tmp_path):
    _code, out, _ = run("pack", "--for", "gradescope", "--out", tmp_path / "mini.zip", "--hidden", "visible")
    assert "--hidden visible" in zipfile.ZipFile(tmp_path / "mini.zip").read("run_autograder").decode()
    assert "immediately, at each upload" in out
    assert tuple(pack.SEEN) == gradescope_results.HIDDEN and pack.USUAL == gradescope_results.HIDDEN[0]


def test_pack_for_classroom_says_what_students_see(run, tmp_path):
    code, out, _ = run("pack", "--for", "github-classroom", "--out", tmp_path / "mini")
    assert code == 0 and "no hidden check" in out and "advice" in out and "Next: " in out


WRONGS = {
    "nowhere": (["pack"], 2, "--for"),
    "another place": (["pack", "--for", "moodle"], 2, "--for"),
    "an unknown assignment": (["pack", "--for", "gradescope", "--assignment", "minature"], 2, "Did you mean miniature?"),
    "an unknown budget": (["pack", "--for", "gradescope", "--budget", "ful"], 2, "There is no budget 'ful'"),
    "no zip": (["pack", "--for", "gradescope", "--out", "box.tar"], 2, "box.tar is not the name of a zip"),
    "a zip that is there": (["pack", "--for", "gradescope", "--out", "there.zip"], 2, "there.zip already exists"),
    "a folder that is not there": (["pack", "--for", "gradescope", "--out", "no/box.zip"], 2, "no folder no"),
    "a folder that is taken": (["pack", "--for", "github-classroom", "--out", "solutions"], 2, "solutions already exists"),
    "a file": (["pack", "--for", "github-classroom", "--out", "there.zip"], 2, "there.zip already exists"),
}  # fmt: skip


@pytest.mark.parametrize(("words", "code", "said"), WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_said_in_one_sentence(run, clone, words, code, said):
    (clone / "there.zip").write_text("mine")
    before = sorted(path.name for path in clone.iterdir())
    found, _out, error = run(*words)
    assert (found, said in error) == (code, True), error
    assert sorted(path.name for path in clone.iterdir()) == before and (clone / "there.zip").read_text() == "mine"


def test_signatures_that_are_out_of_date_are_told(run, clone):
    store = clone / "solutions" / "miniature" / "mistakes" / mistake_fingerprints.STORE
    content = store.read_text()
    store.write_text(content.replace('"key": "', '"key": "0'))
    code, _, error = run("pack", "--for", "gradescope")
    store.write_text(content)
    assert code == 1 and "out of date" in error and "autograder build" in error


def test_an_installation_without_its_papers_is_told(run, monkeypatch, tmp_path):
    monkeypatch.setattr(pack_engine.autograder, "__file__", str(tmp_path / "autograder" / "__init__.py"))
    code, _, error = run("pack", "--for", "gradescope")
    assert code == 2 and "pyproject.toml" in error and "clone" in error
