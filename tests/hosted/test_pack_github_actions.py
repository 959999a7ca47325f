"""The template repository for GitHub Actions: what is in it, its workflow, and a run as the workflow does it."""

import os
import subprocess
import sys
from pathlib import Path

import miniature
import pytest
import secret_lines
import yaml

from autograder.content import assignment_folder
from autograder.core.settings import Settings
from autograder.hosted import pack_github_actions as actions
from autograder.hosted import runner

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def repository(counting, tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs") / "repository"
    assert actions.write(counting, folder) == ["double", "total"]
    return folder


@pytest.fixture(scope="module")
def job(repository):
    return yaml.safe_load((repository / actions.WORKFLOW).read_text("utf-8"))["jobs"][actions.JOB]


@pytest.fixture
def stepped(repository, job, tmp_path):
    """``stepped(page)``: (exit code, summary of the run, what was printed) of the workflow's last step."""

    def run(page: str):
        (repository / "miniature.py").write_text(page, "utf-8")
        summary = tmp_path / "summary.md"
        settings = {**os.environ, "GITHUB_WORKSPACE": str(repository), "GITHUB_STEP_SUMMARY": str(summary),
                    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}  # fmt: skip
        step = job["steps"][-1]
        done = subprocess.run(["bash", "-e", "-c", step["run"]], env=settings, capture_output=True, text=True,
                              cwd=repository / step["working-directory"])  # fmt: skip
        return done.returncode, summary.read_text("utf-8"), done.stdout

    return run


@pytest.mark.parametrize("name", ["miniature", "mnist"])
def test_the_repository_holds_no_hidden_check_and_no_answer(clone, tmp_path, name):
    assignment = assignment_folder.load((clone if name == "miniature" else ROOT) / "solutions" / name)
    actions.write(assignment, tmp_path / "repository")
    assert secret_lines.told(assignment, tmp_path / "repository") == set()


@pytest.mark.parametrize("requires", [(), ("none-such>=2", "other; python_version < '3.12'")])
def test_the_schema_of_workflows_takes_the_workflow(tmp_path, requires):
    """The schema comes with the linter; nothing is fetched."""
    path = tmp_path / "autograder.yml"
    path.write_text(actions.workflow("miniature", 60, requires), "utf-8")
    assert lint(path) == 0
    path.write_text(path.read_text("utf-8").replace("runs-on:", "runs_on:"), "utf-8")
    assert lint(path) == 1, "it can fail"


def lint(path: Path) -> int:
    words = ["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(path)]
    return subprocess.run([sys.executable, *words], capture_output=True).returncode


def test_the_workflow_may_only_read(repository, job):
    """And what it runs lies where it looks."""
    workflow = yaml.safe_load((repository / actions.WORKFLOW).read_text("utf-8"))
    assert workflow["permissions"] == {"contents": "read"} and "pull_request_target" not in workflow[True]
    folder = repository / job["steps"][-1]["working-directory"]
    assert (folder / "autograder" / "hosted" / "__main__.py").is_file() and (folder / "constraints.txt").is_file()


def test_readme_and_workflow_name_the_points_that_the_workflow_gives(repository, job):
    readme = (repository / "README.md").read_text("utf-8")
    assert job["steps"][-1]["name"] == "miniature: 60 points of public checks (advice)"
    assert readme.startswith("# Counting\n\n**Points in this repository:** after each push")
    assert "the public checks: 60 of the 100 points. The other 40 come\nfrom checks that run when" in readme
    assert "advice" in readme and "# Runs the public checks after each push. The points are advice" in (
        repository / actions.WORKFLOW).read_text("utf-8")  # fmt: skip
    assert runner._blank(assignment_folder.load(repository), Settings(public_only=True)).max_score == 60.0


def test_what_is_wrong_fails_the_run_and_is_said(stepped):
    code, summary, printed = stepped(miniature.page(double="return numbers + 2"))
    assert code == 1 and "You added two." in printed and "You added two." in summary
    assert summary.startswith("# miniature: 30 of 60 points of the public checks\n\nThese points are advice.")


def test_what_is_right_passes_and_the_rest_is_still_to_come(stepped):
    code, summary, printed = stepped(miniature.page())
    assert code == 0 and "# miniature: 60 of 60 points of the public checks" in summary
    assert "The other 40 points come from checks that run when your work is graded." in summary
    assert "the others run when your work is graded" in printed


def test_a_page_that_cannot_be_read_fails_the_run(stepped):
    code, summary, printed = stepped("def double(\n")
    assert code == 1 and "line 1" in printed and "| `double` | 0 of 30 | not read |" in summary


def test_untouched_pages_are_not_started(repository, stepped):
    code, summary, printed = stepped((repository / "checks" / "page.py").read_text("utf-8"))
    assert code == 1 and summary.count("| not started |") == 2 and "not started" in printed


def test_a_page_gives_no_orders_to_the_workflow(stepped):
    """A line that begins with :: is obeyed, unless commands are stopped."""
    _code, _summary, printed = stepped(miniature.page(double="print('::add-mask::points')\nraise ValueError('::error::hacked')"))
    first, *_inside, last = [line for line in printed.splitlines() if line.strip().startswith("::")]
    assert first.startswith("::stop-commands::") and last == f"::{first.removeprefix('::stop-commands::')}::"
    assert printed.index(first) < printed.index("double") < printed.index(last)


def test_a_grader_that_cannot_start_is_said_in_the_summary(stepped, repository):
    settings = repository / "checks" / "assignment.toml"
    before = settings.read_text("utf-8")
    settings.write_text("format = ", "utf-8")
    code, summary, printed = stepped(miniature.page())
    settings.write_text(before, "utf-8")
    assert code == 1 and "bug in the kit" in summary and "AssignmentBroken" in printed
