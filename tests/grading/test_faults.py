"""A fault of ours around one submission is that submission's, at every stage, and nobody else notices."""

import contextlib
import csv
import errno
import io
import json
import logging
from dataclasses import dataclass
from pathlib import Path

import faulty
import miniature
import pytest

from autograder.cli import main
from autograder.content import assignment_folder
from autograder.content.discovery import collect
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading import backends, batch
from autograder.grading.class_output import make

pytestmark = pytest.mark.usefixtures("warm_servers")
WAYS = {"one process": ("--jobs", "1"), "several processes": ("--jobs", "2"), "a cluster": ("--scheduler",)}
NOWHERE = "this text stands in no report"


@dataclass(frozen=True)
class Run:
    """What grading the class came to: exit code, what was printed, and the folder of the reports."""

    code: int
    printed: str
    out: Path

    def reports(self) -> dict[str, dict]:
        found = [json.loads(path.read_text("utf-8")) for path in sorted(self.out.glob("*.json"))]
        return {report["submission"]: miniature.timeless(report) for report in found}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("spared"))


@pytest.fixture(scope="module")
def everybody(tmp_path_factory):
    """The pages of a victim for each stage, and of three others."""
    return faulty.pages(tmp_path_factory.mktemp("class") / "pages", map(faulty.victim, faulty.STAGES))


def grade(everybody, folder, out, *options) -> Run:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = main(["grade", str(everybody), "--assignment", str(folder), "--out", str(out), *options])
    return Run(code, printed.getvalue(), out)


@pytest.fixture(scope="module")
def undisturbed(everybody, folder, tmp_path_factory):
    """The reports of a run in which nothing goes wrong."""
    run = grade(everybody, folder, tmp_path_factory.mktemp("undisturbed"), "--jobs", "1")
    assert run.code == 0
    return run.reports()


@pytest.fixture(scope="module")
def workers():
    distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
    ) as cluster:
        yield cluster


@pytest.fixture(scope="module", params=WAYS)
def disturbed(request, everybody, folder, tmp_path_factory):
    """A run in which every stage throws, each for its own victim."""
    options = WAYS[request.param]
    with pytest.MonkeyPatch.context() as patches:
        if request.param == "one process":
            faulty.throw_in(faulty.STAGES, patches.setattr)
        else:
            faulty.throw_in(faulty.IN_COMMAND, patches.setattr)
        if request.param == "several processes":
            patches.setattr(batch, "grader", faulty.grader)
        if request.param == "a cluster":
            options = (*options, request.getfixturevalue("workers").scheduler_address)
            import faulty_cluster

            patches.setattr("autograder.grading.dask_backend.GraderPlugin", faulty_cluster.Plugin)
        return grade(everybody, folder, tmp_path_factory.mktemp("disturbed"), *options)


@pytest.mark.slow
@pytest.mark.parametrize("stage", faulty.STAGES)
def test_a_fault_is_said_of_the_one_around_whom_it_was(disturbed, stage):
    name, out = faulty.victim(stage), disturbed.out
    report = disturbed.reports()[name]
    assert report["status"] == "not_graded"
    assert report["problem"].startswith("A bug in the kit, not in the student's work, while ")
    assert NOWHERE not in json.dumps(report)
    (row,) = [one for one in csv.reader(io.StringIO((out / "grades.csv").read_text("utf-8"))) if one[0] == name]
    assert row[-4] == "" and row[-1].startswith("not graded: A bug in the kit")
    assert name in (out / "report.html").read_text("utf-8") and name in disturbed.printed
    assert (out / "pages" / f"{name}.html").is_file()


@pytest.mark.slow
def test_nobody_else_notices(disturbed, undisturbed):
    reports, out = disturbed.reports(), disturbed.out
    assert {name: reports[name] for name in faulty.HONEST} == {name: undisturbed[name] for name in faulty.HONEST}
    rows = {row[0]: row for row in csv.reader(io.StringIO((out / "grades.csv").read_text("utf-8")))}
    assert {name: float(rows[name][-4]) for name in faulty.HONEST} == faulty.HONEST
    drawn = (out / "report.html").read_text("utf-8")
    assert all(name in drawn and name in disturbed.printed for name in faulty.HONEST)
    assert "A bug in the kit" in drawn and "A bug in the kit" in disturbed.printed
    assert disturbed.code == 1 and len(reports) == len(faulty.HONEST) + len(faulty.STAGES)


@pytest.fixture
def four(tmp_path):
    """The pages of three, and of one victim."""
    return faulty.pages(tmp_path / "pages", ["ben"])


@pytest.mark.parametrize(("jobs", "backend"), [(1, "SerialBackend"), (2, "ProcessBackend")])
def test_a_page_that_cannot_be_handed_over_costs_no_other(jobs, backend, folder, four, monkeypatch):
    submit = getattr(backends, backend).submit

    def refuses(self, task):
        if task.one.name == "ben":
            raise faulty.Fault("handing over", NOWHERE)
        return submit(self, task)

    monkeypatch.setattr(getattr(backends, backend), "submit", refuses)
    handed = collect([four], assignment_folder.load(folder)).handed
    reports = {report.submission: report for report in batch.grade(handed, folder, Settings(), jobs)}
    assert reports.pop("ben").status is Status.NOT_GRADED
    assert {name: report.score for name, report in reports.items()} == faulty.HONEST


def test_what_concerns_everybody_still_ends_the_run(folder, four, monkeypatch):
    def broken(*_arguments):
        raise backends.BackendFailed("nobody is there")

    monkeypatch.setattr(backends.SerialBackend, "submit", broken)
    handed = collect([four], assignment_folder.load(folder)).handed
    with pytest.raises(backends.BackendFailed):
        list(batch.grade(handed, folder, Settings(), 1))


def test_a_full_disk_ends_the_run_with_a_sentence(folder, four, tmp_path, capsys, monkeypatch):
    """It would cost everybody their report, one after the other."""

    def full(*_arguments, **_settings):
        raise OSError(errno.ENOSPC, "No space left on device", "out/ada.json")

    monkeypatch.setattr("autograder.reports.folder.write_report", full)
    code = main(["grade", str(four), "--assignment", str(folder), "--out", str(tmp_path / "out"), "--jobs", "1"])
    assert (code, capsys.readouterr().err.splitlines()[-1]) == (2, "autograder: out/ada.json: No space left on device.")


def test_a_report_that_has_no_place_costs_no_other(folder, four, tmp_path, capsys):
    """A folder stands where it should be."""
    out = tmp_path / "out"
    (out / "ben.json").mkdir(parents=True)
    assert main(["grade", str(four), "--assignment", str(folder), "--out", str(out), "--jobs", "1"]) == 1
    assert "3 graded: from 0 to 100" in capsys.readouterr().out
    assert '"ben","","","","100","","not graded: ' in (out / "grades.csv").read_text()


# -- what is made of a class ------------------------------------------------------------------------------------------


def outlines(names="abcdefg"):
    from autograder.core.records import Report

    return [Report("miniature", name, "", Status.GRADED, (), "full", "", 17, 0.0) for name in names]


def refuses(*names, unless=None):
    def work(reports):
        for report in reports:
            if report.submission in names and report.status is not unless:
                raise RuntimeError(report.submission)
        return [report.submission for report in reports]

    return work


def test_a_class_without_faults_is_made_once():
    calls = []
    made = make({"counting": lambda reports: calls.append(1) or len(reports)}, outlines())
    assert (made.of, made.reports, made.problems, calls) == ({"counting": 7}, outlines(), [], [1])


def test_who_cannot_be_taken_is_not_graded_in_everything_that_is_made():
    works = {"first": refuses(), "second": refuses("c", "g", unless=Status.NOT_GRADED)}
    made = make(works, outlines())
    assert made.of == {"first": list("abcdefg"), "second": list("abcdefg")}
    assert [report.submission for report in made.reports if report.status is Status.NOT_GRADED] == ["c", "g"]
    assert made.problems == []


def test_who_cannot_be_taken_at_all_is_left_out_of_that_alone_and_told():
    made = make({"first": refuses(), "second": refuses("a")}, outlines())
    assert made.of == {"first": list("abcdefg"), "second": list("bcdefg")}
    assert made.problems == ["a is left out: a bug in the kit while second."]


def test_what_fails_for_two_together_costs_one_of_them():
    def pair(reports):
        if {"b", "e"} <= {report.submission for report in reports if report.status is Status.GRADED}:
            raise RuntimeError("both")

    made = make({"pairing": pair}, outlines())
    assert [report.submission for report in made.reports if report.status is not Status.GRADED] == ["e"]


def test_what_is_nobodys_fault_costs_that_file_and_no_mark():
    def broken(_reports):
        raise RuntimeError("always")

    made = make({"drawing": broken, "counting": len}, outlines())
    assert (made.of, made.reports) == ({"counting": 7}, outlines())
    assert made.problems == ["A bug in the kit, not in the student's work, while drawing (RuntimeError). Grade again."]


def test_ctrl_c_is_nobodys_fault():
    def stopped(_reports):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        make({"drawing": stopped}, outlines())
