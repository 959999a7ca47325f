"""What Classroom 50 gets: what is in the pack, and a run as its pages describe one."""

import json
import subprocess
import sys
from pathlib import Path

import classroom50
import jsonschema
import miniature
import pytest
import secret_lines

from autograder.content import assignment_folder
from autograder.hosted import classroom50_autograder, pack_classroom50
from autograder.hosted.pack_engine import NothingToPack

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "tests" / "samples" / "classroom50-result.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def packed(counting, tmp_path_factory):
    """The pack of the assignment in miniature."""
    folder = tmp_path_factory.mktemp("packs") / "pack"
    assert pack_classroom50.write(counting, folder) == "miniature"
    return folder


@pytest.fixture(scope="module")
def bundle(packed):
    return pack_classroom50.bundle(packed / "autograders" / "miniature")


@pytest.fixture
def checkout(packed, tmp_path):
    """``checkout(page)``: a student's repository with this page."""

    def made(page: str) -> Path:
        folder = tmp_path / "checkout"
        subprocess.run(["cp", "-r", packed / "template", folder], check=True)
        (folder / ".classroom50.yaml").write_text("classroom: cs101\nassignment: miniature\n")
        (folder / "miniature.py").write_text(page, "utf-8")
        return folder

    return made


@pytest.fixture
def graded(bundle, checkout, tmp_path):
    """``graded(page)``: (the process, ``result.json`` or None, ``release-body.md``) of the autograder over a checkout."""

    def run(page: str, prepare=lambda folder: None, **other: str):
        folder = checkout(page)
        prepare(folder)
        done = classroom50.graded(classroom50.fetched(bundle, tmp_path / "runtime"), folder, **other)
        result, body = folder / "result.json", folder / "release-body.md"
        content = json.loads(result.read_text("utf-8")) if result.exists() else None
        return done, content, body.read_text("utf-8") if body.exists() else ""

    return run


# -- what is packed -----------------------------------------------------------------------------------------------------


def test_the_pack_is_whole(packed):
    home = packed / "autograders" / "miniature"
    for name in ("autograder.py", "backend.txt", "packages.txt", "kit/constraints.txt", "kit/autograder/hosted/__main__.py",
                 "assignment/checks/test_double.py", "assignment/checks/signatures.json"):  # fmt: skip
        assert (home / name).is_file(), name
    assert json.loads((packed / "runtime.json").read_text()) == {"runs-on": "ubuntu-latest", "python": "3.11"}
    assert not list(packed.rglob("__pycache__"))


def test_the_template_says_what_the_points_are(packed):
    readme = (packed / "template" / "README.md").read_text("utf-8")
    assert readme.startswith("# Counting\n\n**Points in this repository:** each time you submit, GitHub runs the public checks: 60 of the 100")
    assert "The points here are advice: your mark comes from your instructor." in readme
    assert (packed / "template" / "miniature.ipynb").is_file() and not (packed / "template" / ".github").exists()


def test_the_steps_for_the_instructor_name_what_is_there(packed):
    text = (packed / "README.md").read_text("utf-8")
    assert "gh teacher assignment add ORGANIZATION CLASSROOM miniature" in text and "--runtime runtime.json" in text
    assert "Treat all in it as readable" in text and "60 of 100 points" in text
    assert "autograder grade submissions --assignment miniature" in text


@pytest.mark.parametrize("name", ["miniature", "mnist"])
def test_the_pack_holds_no_hidden_check_and_no_answer(clone, tmp_path, name):
    """Classroom 50 publishes it. Every such line is searched in every file."""
    assignment = assignment_folder.load((clone if name == "miniature" else ROOT) / "solutions" / name)
    pack_classroom50.write(assignment, tmp_path / "pack")
    assert secret_lines.told(assignment, tmp_path / "pack") == set()


def test_what_is_too_large_for_classroom50_is_not_packed(counting, tmp_path, monkeypatch):
    monkeypatch.setattr(pack_classroom50, "LARGEST_BUNDLE", 1000)
    with pytest.raises(NothingToPack, match="Classroom 50 fetches at most"):
        pack_classroom50.write(counting, tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


def test_a_name_that_cannot_be_spelled_is_told():
    assert pack_classroom50._slug("bank_marketing") == "bank-marketing"
    with pytest.raises(NothingToPack, match="Classroom 50 needs a name"):
        pack_classroom50._slug("수")


# -- as Classroom 50 runs it --------------------------------------------------------------------------------------------


def test_half_right(graded):
    done, result, body = graded(miniature.page(double="return numbers + 2"))
    assert done.returncode == 0, done.stderr
    jsonschema.validate(result, SCHEMA)
    assert [(test["test-name"], test["passed"], test["score"], test["max-score"]) for test in result["tests"]] == [
        ("double", False, 0, 30), ("total", True, 30, 30)
    ]  # fmt: skip
    assert (result["classroom"], result["owner"], result["submission"]) == ("cs101", "ada", classroom50.TAG)
    assert "# miniature: 30 of 60 points of the public checks" in body and "You added two." in body
    assert "The other 40 points come from checks" in body and "You added two." in done.stdout


@pytest.mark.parametrize("page", ["def double(\n", "", '{"cells": ['], ids=["a slip", "an empty page", "half a notebook"])
def test_a_damaged_page_is_a_zero_that_says_why(graded, page):
    """The untouched notebook beside it could be read, but is not what the student worked on."""
    done, result, body = graded(page)
    assert done.returncode == 0
    jsonschema.validate(result, SCHEMA)
    assert (result["score"], result["max-score"]) == (0, 60)
    assert all(test["message"].startswith("unreadable: ") for test in result["tests"]) and "| not read |" in body


def test_a_broken_check_leaves_no_result(bundle, checkout, tmp_path):
    """The runner then reports an error, and the student's result from before stays."""
    entry = classroom50.fetched(bundle, tmp_path / "runtime")
    check = entry.parent / "assignment" / "checks" / "test_double.py"
    check.write_text(check.read_text("utf-8").replace("expect(double(", "1 / 0, expect(double(", 1), "utf-8")
    folder = checkout(miniature.page())
    done = classroom50.graded(entry, folder)
    assert done.returncode == 1 and "bug in the kit" in done.stdout
    assert not (folder / "result.json").exists() and not (folder / "release-body.md").exists()


def test_it_says_who_should_start_it(graded):
    done, result, _body = graded(miniature.page(), COMMIT_URL="")
    assert done.returncode == 1 and result is None
    assert "COMMIT_URL is missing: this program is started by the runner of Classroom 50." in done.stdout


def test_nothing_in_the_checkout_is_imported(graded):
    """A repository may hold modules that are named like Python's, and a package that is named like the kit."""

    def prepare(folder):
        for name in ("json", "subprocess", "pip", "venv", "pytest", "sitecustomize"):
            (folder / f"{name}.py").write_text("raise SystemExit(3)")
        (folder / "autograder").mkdir()
        (folder / "autograder" / "__init__.py").write_text("raise SystemExit(3)")

    done, result, _body = graded(miniature.page(), prepare)
    assert done.returncode == 0, done.stderr
    assert result["score"] == 60


def test_a_page_gives_no_orders_to_the_workflow(graded):
    """A line that begins with :: is obeyed, unless commands are stopped."""
    done, _result, _body = graded(miniature.page(double="print('::add-mask::points')\nraise ValueError('::error::hacked')"))
    first, *_inside, last = [line for line in done.stdout.splitlines() if line.strip().startswith("::")]
    assert first.startswith("::stop-commands::") and last == f"::{first.removeprefix('::stop-commands::')}::"


# -- the autograder's own installation ------------------------------------------------------------------------------------


def test_the_kit_is_installed_away_from_the_checkout(monkeypatch, tmp_path):
    called = []
    (tmp_path / "packages.txt").write_text("pandas>=2\n")
    (tmp_path / "backend.txt").write_text("jax\n[jax]\n")
    places = {"HERE": tmp_path, "KIT": tmp_path / "kit", "PACKAGES": tmp_path / "packages.txt", "BACKEND": tmp_path / "backend.txt"}
    for name, value in places.items():
        monkeypatch.setattr(classroom50_autograder, name, value)
    monkeypatch.setattr(classroom50_autograder.subprocess, "run", lambda words, **how: called.append((words, how)))
    python = classroom50_autograder.installed(tmp_path / "environment")
    assert [words[1] for words, _how in called] == ["-I", "-I"] and all(how == {"check": True, "cwd": tmp_path} for _words, how in called)
    assert called[0][0][:4] == [sys.executable, "-I", "-m", "venv"] and called[1][0][0] == str(python)
    assert called[1][0][-4:] == ["--constraint", str(tmp_path / "kit" / "constraints.txt"), str(tmp_path / "kit") + "[jax]", "pandas>=2"]


def test_what_cannot_be_installed_is_told(monkeypatch, tmp_path, capsys):
    def fails(words, **_how):
        raise subprocess.CalledProcessError(1, words)

    monkeypatch.delenv("AUTOGRADER_PYTHON", raising=False)
    monkeypatch.setattr(classroom50_autograder.subprocess, "run", fails)
    assert classroom50_autograder.main() == 1 and "The kit could not be installed" in capsys.readouterr().out


def test_an_old_python_is_told(monkeypatch, capsys):
    monkeypatch.setattr(classroom50_autograder, "OLDEST", (9, 0))
    assert classroom50_autograder.main() == 1 and "runtime block" in capsys.readouterr().out


# -- the real runner, unchanged -------------------------------------------------------------------------------------------

REAL = {  # page -> score, and whether both tests pass
    "right": (miniature.page(), 60, "success"),
    "wrong": (miniature.page(double="return numbers + 2"), 30, "failure"),
    "damaged": ("def double(\n", 0, "failure"),
}


@pytest.mark.skipif(
    not (classroom50.PLACE / classroom50.RUNNER).is_file(),
    reason="other people's code: clone foundation50/classroom50 beside this clone, or name its folder in CLASSROOM50",
)
@pytest.mark.parametrize(("page", "score", "status"), REAL.values(), ids=REAL)
def test_the_real_runner_takes_the_pack(bundle, checkout, tmp_path, page, score, status):
    folder = checkout(page)
    done = classroom50.run_by_the_real_one(bundle, "miniature", folder, tmp_path)
    assert done.returncode == 0, done.stderr
    result = json.loads((folder / "result.json").read_text("utf-8"))
    theirs = json.loads((classroom50.PLACE / classroom50.SCHEMAS / "result-v1.schema.json").read_text("utf-8"))
    jsonschema.validate(result, theirs)
    jsonschema.validate(result, SCHEMA)
    assert (result["score"], result["max-score"], len(result["tests"])) == (score, 60, 2)
    assert f"# miniature: {score} of 60 points" in (folder / "release-body.md").read_text("utf-8")
    output = (tmp_path / "output").read_text("utf-8")
    assert f"status={status}\n" in output and "status=error" not in output


@pytest.mark.skipif(
    not (classroom50.PLACE / classroom50.SCHEMAS).is_dir(), reason="other people's schema: see the test above"
)
def test_the_real_schema_takes_the_runtime_block(packed):
    theirs = json.loads((classroom50.PLACE / classroom50.SCHEMAS / "assignments-v1.schema.json").read_text("utf-8"))
    of_runtime = {"$schema": theirs["$schema"], "$defs": theirs["$defs"], "$ref": "#/$defs/runtime"}
    jsonschema.validate(json.loads((packed / "runtime.json").read_text("utf-8")), of_runtime)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"python": ""}, of_runtime)
