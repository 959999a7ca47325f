"""The command line: every command, every way to call it wrongly, and the exit codes that scripts go by."""

import csv
import importlib
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import doc_pages
import miniature
import pytest

from autograder import cli
from autograder.cli import commands, targets
from autograder.core import installed
from autograder.grading import graded_places

ROOT = Path(__file__).parents[2]
RIGHT, WRONG = miniature.page(), miniature.page(double="return numbers + 2")
TO = "--assignment ./solutions/miniature --out reports"
WITH_DATA = '''"""total(numbers): the sum of all numbers"""

import pytest

from autograder import expect


@pytest.mark.points(50)
def test_labels(total, dataset):
    """labels have a sum"""
    labels = dataset.test[1].astype(int)
    expect(total(labels)).is_close_to(int(labels.sum()))
'''


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A clone with one small assignment, a page in it, and the shell standing there."""
    miniature.write(tmp_path)
    (tmp_path / "miniature.py").write_text(RIGHT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, typed):
    """``run("check …")``: (exit code, what was printed, what was printed as an error)."""

    return typed


# -- what goes well ---------------------------------------------------------------------------------------------------


def test_without_a_command_the_way_in_is_shown(run):
    code, out, _ = run("")
    assert code == 0 and "autograder demo" in out


def test_the_version(run):
    code, out, _ = run("--version")
    assert code == 0 and re.fullmatch(r"autograder \d+\.\d+\.\d+\n", out)


def test_check_a_right_page(run):
    code, out, _ = run("check miniature.py")
    assert code == 0
    assert "1  double" in out and "100 of 100 points" in out and "Isolation: " in out


@pytest.mark.parametrize("said", ["typed", "of the machine"])
@pytest.mark.parametrize("command", ["check", "grade . --out reports", "watch", "audit", "pack --for gradescope"])
def test_an_unknown_backend_is_refused_before_anything_is_done(run, monkeypatch, command, said):
    monkeypatch.setenv("KERAS_BACKEND", "pytorch" if said == "of the machine" else "")
    code, out, errors = run(command + (" --backend pytorch" if said == "typed" else ""))
    assert (code, out) == (2, "")
    assert "Keras has no backend 'pytorch' here" in errors and "Known: tensorflow, jax, torch" in " ".join(errors.split())


def test_a_backend_that_is_not_needed_may_be_missing(run, monkeypatch):
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")  # so that it is put back
    monkeypatch.setattr("autograder.core.keras_backend.is_installed", lambda name: False)
    code, out, _errors = run("check miniature.py --backend jax")
    assert code == 0 and "Keras on" not in out


def test_check_finds_the_page_by_itself(run):
    assert run("check")[1] == run("check miniature.py")[1]


def test_check_one_exercise(run):
    code, out, _ = run("check miniature.py total")
    assert code == 0 and "50 of 50 points" in out and "double" not in out


def test_check_a_wrong_page(run, here):
    (here / "miniature.py").write_text(WRONG)
    code, out, _ = run("check miniature.py")
    assert code == 1
    assert "You added two." in out and "each number becomes twice as large" in out


def test_check_only_what_students_have(run, here):
    (here / "miniature.py").write_text(miniature.page(double="return abs(2 * numbers)"))
    assert run("check miniature.py --public")[0] == 0
    assert run("check miniature.py")[0] == 1


@pytest.mark.parametrize("option", ["--spawn", "--isolation none", "--isolation reduced", "--seed 3", "--budget quick"])
def test_check_with_options(run, option):
    code, out, _ = run(f"check miniature.py double {option}")
    assert code == 0 and "50 of 50 points" in out


@pytest.mark.parametrize(
    "words", ["miniature.py --public double", "--public miniature.py double", "double --seed 3 --public"]
)
def test_options_stand_between_the_words_as_well(run, words):
    code, out, _ = run(f"check {words}")
    assert code == 0 and "double" in out and "total" not in out and "public checks only" in out


def test_the_isolation_that_was_asked_for_is_told(run):
    assert "Isolation: none." in run("check miniature.py double --isolation none")[1]


def test_grade_a_folder(run, here):
    pages = here / "handed in"
    pages.mkdir()
    (pages / "ada.py").write_text(RIGHT)
    (pages / "ben.py").write_text(WRONG)
    pages.rename(here / "handed")
    code, out, _ = run("grade handed --assignment miniature --out reports --jobs 1")
    assert code == 0 and "double: adds_two" in out
    report = json.loads((here / "reports" / "ben.json").read_text())
    assert (report["score"], report["max_score"]) == (50, 100)
    with open(here / "reports" / "grades.csv", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[2:]] == ["ada", "ben"]
    page = (here / "reports" / "report.html").read_text()
    assert page.startswith("<!doctype html>") and "adds_two" in page
    assert [path.name for path in (here / "reports").iterdir() if path.name.startswith(".")] == [".results"]


def test_what_is_written_is_never_half_there(run, here, monkeypatch):
    """Each file gets its name when it is whole: a reader sees the old one or the new one."""
    named = []
    replace = os.replace

    def noted(source, target):
        if Path(target).suffix != ".pyc":  # pytest keeps what it has compiled beside the checks
            named.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "replace", noted)
    run(f"grade miniature.py {TO} --jobs 1")
    assert sorted(named) == sorted(path.name for path in (here / "reports").rglob("*") if path.is_file())


def test_nothing_is_left_in_the_folder_for_temporary_files(run, here, monkeypatch):
    """Workers' folders end with their process, also where several grade side by side."""
    place = here / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    (here / "second.py").write_text(RIGHT)
    assert run(f"grade miniature.py second.py {TO} --jobs 2")[0] == 0
    assert [path.name for path in place.iterdir() if path.name.startswith("autograder-")] == []


def test_a_page_that_cannot_be_read_is_something_to_fix(run, here):
    (here / "ada.py").write_text("def double(\n")
    code, out, _ = run("grade ada.py --assignment ./solutions/miniature --out reports --jobs 1")
    assert code == 1 and (here / "reports" / "ada.json").is_file()


def test_build_for_an_address_that_the_settings_do_not_have(run, here, one_process):
    address = "https://example.org/kit.git"
    assert run(f"build --home {address}")[0] == 0
    cells = json.loads((here / "assignments/miniature/miniature.ipynb").read_text("utf-8"))["cells"]
    assert sum(f'home = "{address}"  #' in "".join(cell["source"]) for cell in cells) == 1
    assert f'home = "{address}"' in (here / "assignments/miniature/checks/assignment.toml").read_text("utf-8")
    assert run(f"build --check --home {address}")[:2] == (0, "Up to date.\n")
    code, _, error = run("build --check --home https://example.org/other.git")
    assert code == 1 and "Next:   autograder build --home https://example.org/other.git" in error
    assert run("build --check")[0] == 1


def test_build_and_then_check_that_it_is_fresh(run, here):
    assert run("build --check")[0] == 1
    code, out, _ = run("build")
    assert code == 0 and "assignments/miniature: 8 files" in out
    assert run("build --check")[:2] == (0, "Up to date.\n")
    (here / "assignments" / "miniature" / "miniature.py").write_text("edited")
    code, _, error = run("build --check")
    assert code == 1 and "assignments/miniature/miniature.py" in error


def second(here):
    """A second assignment beside the first, with one exercise of its own."""
    folder = shutil.copytree(here / "solutions" / "miniature", here / "solutions" / "other")
    (folder / "miniature.py").rename(folder / "other.py")
    for path in (folder / "other.py", folder / "assignment.toml", folder / "checks" / "test_total.py"):
        path.write_text(path.read_text().replace("total", "entirety"))
    for path in [folder / "checks" / "test_total.py", *folder.glob("*/total__*.py")]:
        path.write_text(path.read_text().replace("total", "entirety"))
        path.rename(path.parent / path.name.replace("total", "entirety"))
    return folder


@pytest.mark.usefixtures("one_process")
def test_audit(run, here):
    run("build")
    code, out, _ = run("audit")
    assert code == 0
    assert "2 exercises pass the audit: 5 mistakes caught and named, 2 alternative right answers accepted, 0 false names" in out
    assert out.endswith("Next:   autograder grade PATH --assignment miniature --out DIR\n")
    code, out, _ = run("audit total")
    assert out.startswith("1 exercise passes the audit: 2 mistakes caught and named, 1 alternative right answer accepted")
    assert out.endswith("Next:   autograder audit miniature\n")


@pytest.mark.usefixtures("one_process")
def test_an_audit_of_a_changed_exercise_asks_for_a_build(run, here):
    """The audit of the whole assignment takes minutes, and would only say this."""
    run("build")
    lesson = next((here / "solutions" / "miniature" / "mistakes").glob("total__*.py"))
    lesson.write_text(lesson.read_text() + "\n\nTHREE = 3\n")
    assert run("audit total")[1].endswith("Next:   autograder build miniature\n")
    assert run("audit double")[1].endswith("Next:   autograder audit miniature\n")


@pytest.mark.usefixtures("one_process")
def test_without_a_name_all_assignments_are_built_and_audited(run, here):
    second(here)
    code, out, _ = run("build")
    assert code == 0 and "assignments/miniature: 8 files" in out and "assignments/other: 8 files" in out
    assert out.endswith("Next:   autograder audit\n") and run("build --check")[0] == 0
    code, out, _ = run("audit --sample 1")
    assert code == 0 and out.count("2 exercises pass the audit: 2 of 5 mistakes caught and named, 2 alternative right answers") == 2
    assert "miniature:\n" in out and "other:\n" in out


@pytest.mark.usefixtures("one_process")
def test_a_fault_in_any_of_several_assignments_is_told_with_the_command_that_finds_it_again(run, here):
    folder = second(here)
    assert run("build")[0] == 0
    (folder / "mistakes" / "double__none.py").write_text('"""x"""\n\n\ndef double(numbers):\n    return 2 * numbers\n')
    code, out, _ = run("audit --sample 9")
    assert code == 1 and out.endswith("Next: fix the first fault, then   autograder audit other\n")
    assert run("build --check")[0] == 1


def test_what_ends_a_run_is_a_sentence_from_wherever_it_comes(run, here, monkeypatch):
    from autograder.sandbox.fork_server_handle import StartFailed

    def ended(*_words):
        raise StartFailed("the fork server is gone")

    monkeypatch.setattr("autograder.cli.audit.of_author", ended)
    assert run("audit") == (1, "", "autograder: the fork server is gone\n")


def test_an_audit_on_the_real_data_does_not_pass_without_it(run, here, monkeypatch):
    settings = here / "solutions" / "miniature" / "assignment.toml"
    settings.write_text(settings.read_text().replace('data = "digits"', 'data = "mnist"'))
    monkeypatch.setattr("autograder.datasets.data_sets.DataSets.name_now", lambda _self, _name: "digits")
    code, out, error = run("audit miniature --data real --seeds 2")
    assert (code, out) == (1, "") and error.startswith("autograder: miniature: MNIST was not found, and --data real would try drawn digits")


MEANT = {
    "": {"miniature": (), "other": ()},
    "other": {"other": ()},
    "other double": {"other": ("double",)},
    "entirety": {"other": ("entirety",)},
    "other 2": {"other": ("entirety",)},
    "other miniature": {"other": (), "miniature": ()},
    "./solutions/other entirety": {"other": ("entirety",)},
}


@pytest.mark.parametrize(("words", "meant"), MEANT.items(), ids=MEANT)
def test_the_name_of_an_assignment_is_not_taken_for_an_exercise(here, words, meant):
    second(here)
    assert {one.name: exercises for one, exercises in targets.of_author(words.split(), "")} == meant


def test_an_assignment_that_an_option_names_leaves_only_exercises(here):
    second(here)
    assert [(one.name, names) for one, names in targets.of_author(["double"], "other")] == [("other", ("double",))]


def test_what_no_word_means_is_told(run, here):
    second(here)
    assert run("audit double")[::2] == (
        2, "autograder: Name the assignment, then its exercises:   miniature double or other double\n"
    )  # fmt: skip
    code, _, error = run("audit othr")
    assert code == 2 and "There is no exercise 'othr' here, and no assignment of this name. Did you mean other?" in error
    code, _, error = run("build double --assignment other")
    assert code == 2 and "'double' is an exercise" in error


@pytest.mark.usefixtures("one_process")
def test_a_build_writes_beside_its_source_and_nowhere_else(run, here, tmp_path, monkeypatch):
    """Where there is nothing to build, the clone that the kit comes from is not built in its place."""
    elsewhere = tmp_path / "elsewhere"
    miniature.write(tmp_path / "away")
    shutil.move(tmp_path / "away" / "solutions" / "miniature", elsewhere / "miniature")
    monkeypatch.chdir(elsewhere)
    shutil.rmtree(here / "solutions")
    code, _, error = run("build")
    assert code == 2 and "There is no solutions/ folder here" in error
    code, out, _ = run("build ./miniature")
    assert code == 0 and out.startswith("assignments/miniature: 8 files")
    assert out.endswith("Next:   autograder audit ./miniature\n")
    assert not (tmp_path / "assignments").exists()
    assert run("audit ./miniature --sample 1")[0] == 0
    monkeypatch.chdir(elsewhere / "miniature")
    assert run("build --check")[0] == 0, "the assignment that one stands in is meant"


@pytest.mark.usefixtures("one_process")
def test_a_build_that_would_delete_a_persons_file_is_refused(run, here):
    notes = here / "assignments" / "miniature" / "notes.md"
    notes.parent.mkdir(parents=True)
    notes.write_text("mine")
    code, _, error = run("build")
    assert code == 1 and "holds what no build has written: notes.md" in error and notes.read_text() == "mine"
    notes.unlink()
    assert run("build")[0] == 0
    page = notes.parent / "miniature.py"
    page.write_text(page.read_text() + "# mine\n")
    code, _, error = run("build")
    assert code == 1 and "was changed after it was built" in error and page.read_text().endswith("# mine\n")
    page.unlink()
    hidden = notes.parent / ".autograder" / "progress.json"
    hidden.parent.mkdir()
    hidden.write_text("{}")
    assert run("build")[0] == 0 and hidden.read_text() == "{}" and run("build --check")[0] == 0


@pytest.mark.usefixtures("one_process")
def test_audit_names_what_is_not_honest(run, here):
    (here / "solutions/miniature/mistakes/double__is_none.py").write_text(
        '"""x"""\n\n\ndef double(numbers):\n    return 2 * numbers\n'
    )
    code, out, _ = run("audit double")
    assert code == 1 and "✗ double: the mistake is_none loses nothing." in out
    assert "1 fault (0 false names) in 1 exercise.\n" in out
    assert out.endswith("Next: fix the first fault, then   autograder audit miniature double\n")


def test_demo(run, here):
    code, out, _ = run("demo --out sample --jobs 1")
    assert graded_places.places_of(Path("sample")) == [Path("sample/submissions").absolute()]  # for `autograder discover sample`
    assert code == 0
    assert "A sample class for Counting: a first program: 12 pages" in out
    assert len(list((here / "sample" / "submissions").glob("*.py"))) == 12
    assert (here / "sample" / "report.html").is_file()


def test_doctor_says_what_is_enforced(run):
    code, out, _ = run("doctor")
    assert "Figures: 한글 is drawn with " in out or "Figures: there is no font for 한글. Install one" in out
    assert code == 0 and "Isolation: " in out
    if sys.platform.startswith("linux"):
        assert "starting a process" in out


# -- what goes wrong --------------------------------------------------------------------------------------------------

WRONGS = {
    "an unknown command": ("chekc", 2, "There is no command 'chekc'. Did you mean check? Known: demo, start, "),
    "an unknown command of a command": ("course nwe", 2, "Did you mean 'new'?"),
    "a command that needs another one": ("course", 2, "Missing command.\nTry   autograder course --help"),
    "an unknown option": ("check --sed 3", 2, "No such option '--sed'. Did you mean '--seed'?\nTry   autograder check --help"),
    "an option like none": ("check miniature.py -q", 2, "No such option '-q'.\n"),
    "the beginning of an option": ("check --publ", 2, "No such option '--publ'. Did you mean '--public'?"),
    "an option without its value, at the end": ("check --seed", 2, "Option '--seed' requires an argument.\nTry   autograder check --help"),
    "an option without its value": ("grade . --out --regrade", 2, "Option '--out' requires an argument.\nTry   autograder grade --help"),
    "an option that must be there": ("pack", 2, "Missing option '--for'."),
    "a value that is none of those there are": ("check --isolation ful", 2, "'ful' is not one of 'full', 'reduced', 'none'."),
    "two options that exclude each other": ("export reports --canvas a.csv --moodle b.csv", 2, "--canvas cannot be used with --moodle."),
    "a word too many": ("doctor miniature.py", 2, "unexpected extra argument (miniature.py)"),
    "a file that is not there": ("check miniatur.py", 2, "There is no file miniatur.py. Did you mean miniature.py?"),
    "an unknown exercise": ("check miniature.py duoble", 2, "Did you mean double?"),
    "an unknown assignment": ("check miniature.py --assignment minature", 2, "Did you mean miniature?"),
    "a folder without a page": ("check empty", 2, "in empty"),
    "a folder that is called like a page": ("check folder.py", 2, "in folder.py"),
    "a folder with several pages": ("check several", 2, "several"),
    "a folder without a page, to be graded": ("grade folder.py --assignment miniature --out x", 2, "No page"),
    "an unknown assignment, to be graded": ("grade miniature.py --assignment minature --out x", 2, "Did you mean miniature?"),
    "a seed below zero": ("check miniature.py --seed -1", 2, "Invalid value for '--seed': '-1' is not a whole number of 0 or more."),
    "a seed that is a word": ("check miniature.py --seed one", 2, "--seed"),
    "a demo where a file stands": ("demo --out README.md", 2, "README.md"),
    "a page that is not text": ("check zeros.py", 1, "zeros.py is not a text file."),
    "a notebook without cells": ("check list.ipynb", 1, "list.ipynb is not a notebook"),
    "no page": ("check README.md", 2, "README.md is not a page: expected a .py or .ipynb file."),
    "an unknown budget": ("check miniature.py --budget quik", 2, "quick"),
    "grading what is not there": ("grade nothing --assignment miniature --out x", 2, "There is no file or folder nothing."),
    "grading an empty folder": ("grade empty --assignment miniature --out x", 2, "No page (.py or .ipynb) was found in empty."),
    "grading without a place for the reports": ("grade miniature.py --assignment ./solutions/miniature", 2, "--out"),
    "no processes": ("grade miniature.py --assignment ./solutions/miniature --out x --jobs 0", 2, "'0' is not a whole number of 1 or more."),
    "a report where a file stands": ("grade miniature.py --assignment ./solutions/miniature --out README.md --jobs 1", 2, "README.md"),
    "an audit of nothing": ("audit halve", 2, "There is no exercise 'halve'"),
    "an empty page": ("check empty.py", 1, "empty.py is empty."),
    "a page with a slip": ("check slip.py", 1, "slip.py, line 1: "),
    "a notebook that is none": ("check broken.ipynb", 1, "it does not hold valid JSON"),
}  # fmt: skip


@pytest.mark.parametrize(("command", "code", "words"), WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_said_in_one_sentence(run, here, command, code, words):
    (here / "empty").mkdir()
    (here / "README.md").write_text("read me")
    (here / "empty.py").write_text("")
    (here / "slip.py").write_text("def double(numbers\n    return 2 * numbers\n")
    (here / "broken.ipynb").write_text("{")
    (here / "list.ipynb").write_text("[]")
    (here / "zeros.py").write_bytes(b"x\0y")
    (here / "folder.py").mkdir()
    (here / "several").mkdir()
    for name in ("ada.py", "ben.py"):
        (here / "several" / name).write_text(RIGHT)
    found, out, error = run(command)
    assert (found, words in error) == (code, True), error
    assert "our bug" not in out + error


def test_several_pages_are_not_told_as_none(run, here):
    for name in ("miniature.py", "second.py"):
        (here / name).unlink(missing_ok=True)
    for name in ("ada.py", "ben.py"):
        (here / name).write_text(RIGHT)
    code, _, error = run("check")
    assert code == 2 and "ada.py" in error and "ben.py" in error


def test_a_syntax_error_is_shown_with_a_caret(run, here):
    (here / "miniature.py").write_text("def double(numbers)\n    return 2 * numbers\n")
    code, _, error = run("check miniature.py")
    assert code == 1
    assert "miniature.py, line 1: expected ':'.\n    def double(numbers)\n                       ^" in error


def test_checks_that_cannot_run_are_not_the_students_fault(run, here):
    (here / "solutions/miniature/checks/test_double.py").write_text('"""x"""\nimport no_such_module\n')
    code, _, error = run("check miniature.py")
    assert code == 1 and "not your fault" in error and "no_such_module" in error


def test_a_folder_that_is_no_assignment_is_told(run, here):
    (here / "solutions/miniature/assignment.toml").write_text("format = 99")
    code, _, error = run("audit")
    assert code == 2 and error.startswith("autograder: ")


@pytest.mark.parametrize("setting", ["nowhere.npz", "mnist.npz"], ids=["not there", "damaged"])
@pytest.mark.parametrize(
    "command",
    ["check miniature.py", f"grade miniature.py {TO} --jobs 1", f"grade miniature.py second.py {TO} --jobs 2"],
)
def test_data_that_cannot_be_used_is_told(run, here, monkeypatch, setting, command):
    """Somebody set AUTOGRADER_DATA to it: nothing is wrong with the checks, and no points are given for nothing."""
    solutions = here / "solutions" / "miniature"
    (solutions / "checks" / "test_total.py").write_text(WITH_DATA)
    settings = solutions / "assignment.toml"
    settings.write_text(settings.read_text().replace('data = "digits"', 'data = "mnist"'))
    (here / "mnist.npz").write_text("no arrays")
    (here / "second.py").write_text(RIGHT)
    monkeypatch.setenv("AUTOGRADER_DATA", str(here / setting))
    code, out, error = run(command)
    assert code == 1
    assert "AUTOGRADER_DATA" in error and error.count("\n") == 1
    assert "our bug" not in out + error and "points" not in out


def test_a_fault_of_ours_keeps_its_traceback(here, monkeypatch):
    """Hidden, nobody could report it."""

    def broken(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr("autograder.cli.check.what_to_check", broken)
    with pytest.raises(ZeroDivisionError):
        cli.main(["check"])


# -- help, and what is loaded for it -----------------------------------------------------------------------------------


def parsed(words: list[str]) -> click.Context:
    """The context of the command that these words name. Raises what is wrong with the words; nothing is run."""
    command, context = commands.command_line, None
    while isinstance(command, click.Group):
        context = command.make_context(None, list(words[:1]), parent=context, allow_extra_args=True)
        _name, command, words = command.resolve_command(context, words)
    return command.make_context(None, list(words), parent=context)


@pytest.mark.parametrize("width", [60, 80])
@pytest.mark.parametrize("command", [*commands.COMMANDS, "course new"])
def test_the_help_names_every_option_and_argument(run, monkeypatch, command, width):
    monkeypatch.setenv("COLUMNS", str(width))
    code, out, error = run(f"{command} --help")
    assert (code, error) == (0, "") and "\x1b" not in out
    assert out == run(f"{command} -h")[1]
    assert max(map(len, out.splitlines())) <= width
    with click.Context(commands.command_line) as context:
        known = commands.command_line.get_command(context, command.split()[0])
        known = known.commands["new"] if " " in command else known
        for param in known.get_params(context):
            names = param.opts if isinstance(param, click.Option) else re.findall("[A-Z]+", param.make_metavar(context))
            assert names and all(re.search(rf"^  .*{name}\b", out, re.MULTILINE) for name in names), names
            assert not isinstance(param, click.Option) or re.search(r"[.)]$", param.help), param.help


@pytest.mark.parametrize("command", commands.COMMANDS)
def test_a_commands_help_begins_as_the_list_of_commands_says(run, command):
    said = importlib.import_module(commands.module_of(command)).run.help
    assert said.splitlines()[0] == commands.COMMANDS[command]
    assert f"  {command} " in run("--help")[1]


@pytest.mark.parametrize("words", ["", "--help", "--version", "chekc", "list --help", "hint --help"])
def test_a_command_is_loaded_when_it_is_typed(here, words):
    code = (
        "import sys\nfrom autograder import cli\n"
        f"cli.main({words.split()!r})\nprint('loaded:', *[name for name in sys.modules if name.startswith('autograder.cli.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=here)
    loaded = {name.rpartition(".")[2] for name in done.stdout.rpartition("loaded:")[2].split()}
    assert "commands" in loaded and loaded & commands.COMMANDS.keys() == commands.COMMANDS.keys() & set(words.split())


def test_a_value_may_begin_with_a_dash(run):
    assert "There is no assignment '-x'" in run("check miniature.py --assignment -x")[2]
    assert "There is no file -x.py" in run("check -- -x.py")[2]


@pytest.mark.parametrize("option", ["--seed=3", "--seed 1 --seed 3", "--assignment ./solutions/miniature"])
def test_the_ways_to_write_an_option(run, option):
    assert run(f"check {option} miniature.py double")[0] == run(f"check miniature.py double {option}")[0] == 0


# -- as people type it ------------------------------------------------------------------------------------------------


def test_the_program_itself(here):
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "check", "miniature.py", "total"], capture_output=True, text=True, cwd=here
    )
    assert done.returncode == 0 and "50 of 50 points" in done.stdout and done.stderr == ""
    done = subprocess.run([sys.executable, "-m", "autograder", "chekc"], capture_output=True, text=True, cwd=here)
    assert done.returncode == 2 and "Did you mean check?" in done.stderr


def test_a_page_that_is_one_folder_further_is_told(run, here, monkeypatch):
    """Right after ``autograder start``, before the ``cd``."""
    assert run("build")[0] == 0
    monkeypatch.chdir(here / "assignments")
    code, _out, error = run("list")
    assert code == 2 and error.rstrip().endswith("there is one in miniature. Go there:   cd miniature")


def test_an_exercise_is_meant_by_its_number_wherever_by_its_name(run):
    """As they stand on the page and in ``list``."""
    by_number, by_name = run("check miniature.py 2"), run("check miniature.py total")
    assert by_number == by_name and "total" in by_name[1]
    assert run("hint 2")[1].startswith("Hint 1 of 1: Start from nothing.")
    assert run("solution 2")[1].startswith("You have not passed total yet") or "def total" in run("solution 2")[1]
    assert "total in miniature.py is back to its stub" in run("reset 2")[1]
    for command in ("check miniature.py", "hint", "solution", "reset"):
        _code, out, error = run(f"{command} 22")
        assert "There is no exercise 22 in miniature: they are numbered 1 to" in out + error


def test_garbage_is_hardly_looked_for_while_a_command_loads_or_ends(here):
    """It took a fifth of a check."""
    code = (
        "import gc\nfrom autograder.cli import command\ncommand()\n"
        "print(gc.get_stats()[0]['collections'], gc.get_freeze_count())"
    )
    words = [sys.executable, "-c", code, "check", "miniature.py", "total"]
    done = subprocess.run(words, capture_output=True, text=True, cwd=here)
    looked, left_alone = done.stdout.split()[-2:]
    assert (int(looked) < 100, int(left_alone) > 10_000) == (True, True), done.stdout + done.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no such signals there")
@pytest.mark.parametrize(("ctrl_c", "by"), [("default_int_handler", signal.SIGINT), ("SIG_IGN", signal.SIGTERM)])
def test_kill_is_like_ctrl_c_and_is_not_lost_where_that_is_ignored(ctrl_c, by):
    """A shell's scripts have it ignored for what they start in the background."""
    code = (
        "import os, signal, sys\nfrom autograder import cli\n"
        f"signal.signal(signal.SIGINT, signal.{ctrl_c})\n"
        "cli.main = lambda: os.kill(os.getpid(), signal.SIGTERM)\ncli.command()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == -by, done.stderr


@pytest.mark.parametrize("command", [[], ["--help"], ["check", "miniature.py", "total"], ["build"]], ids=" ".join)
def test_a_reader_that_stops_early_is_no_error(here, command):
    """``autograder check | head -1`` in a script that stops at errors."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "autograder", *command], stdout=write, stderr=subprocess.PIPE, cwd=here
    )
    os.close(write)
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr
    assert done.returncode == 0


PAPERS = {path.relative_to(ROOT).as_posix(): path for path in [*doc_pages.PAPERS, *doc_pages.pages()]}
FORMAL = "docs/reference/commands.md"  # shows forms of commands, with words in place of values


@pytest.mark.parametrize("name", sorted(name for name, path in PAPERS.items() if "autograder " in path.read_text() and name != FORMAL))
def test_the_commands_of_the_papers_exist(name):
    """Each autograder line, in a block or within a sentence, is one that the parser takes."""
    text = PAPERS[name].read_text().replace("\\\n", " ")  # a command that goes on in the next line
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [line.strip().removeprefix("$ ") for block in blocks for line in block.splitlines()]
    lines += re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)
    commands = [line for line in lines if re.match(r"(\.venv/bin/)?autograder\s+\w", line)]
    assert commands
    for command in commands:
        words = shlex.split(command.partition("|")[0], comments=True)[1:]
        parsed([word.strip("<>") for word in words])


def test_the_targets_of_the_papers_exist():
    """``make …`` in a sentence, and ``$ make …`` in a block."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    found = {name: set(re.findall(r"(?:`|^\$ )make (?:\w+=\S+ )*(\w+)", path.read_text(), re.MULTILINE)) for name, path in PAPERS.items()}
    assert found["README.md"] and found["CONTRIBUTING.md"]
    for name, named in found.items():
        assert named <= targets, name


@pytest.mark.parametrize("command", ["pack --for classroom50 --out pack --assignment", "pack --for github-actions --out pack --assignment", "build"])
def test_a_package_of_an_extra_that_is_missing_is_a_sentence(run, here, monkeypatch, command):
    """As after uvx and pipx run, which install no extra."""
    monkeypatch.setitem(sys.modules, "jupytext", None)
    before = sorted(path.name for path in here.iterdir())
    where = "./solutions/miniature" if command == "build" else installed.CLONE / "solutions" / "mnist"  # whose evidence is stored
    code, _, error = run(f"{command} {where}")
    assert code == 2 and error.startswith("autograder: This needs a package that is not installed (jupytext):   pip install "), error
    assert "[build]" in error and sorted(path.name for path in here.iterdir()) == before
