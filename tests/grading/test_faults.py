"""A fault of ours around one submission is that submission's, at every stage, and nobody else notices."""

import csv
import errno
import functools
import io
import json
import logging
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

OTHERS = {"ada": 100, "cleo": 0, "dev": 100}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("spared"))


@pytest.fixture(scope="module")
def undisturbed(folder, tmp_path_factory):
    """The reports of a run in which nothing goes wrong."""
    here = tmp_path_factory.mktemp("undisturbed")
    faulty.pages(here / "pages")
    assert (
        main(["grade", str(here / "pages"), "--assignment", str(folder), "--out", str(here / "out"), "--jobs", "1"])
        == 0
    )
    return told(here / "out")


def told(out: Path) -> dict:
    found = [json.loads(path.read_text("utf-8")) for path in sorted(out.glob("*.json"))]
    return {report["submission"]: miniature.timeless(report) for report in found}


def check(folder, undisturbed, tmp_path, capsys, *options):
    """Grades the class; whatever stage throws, this must have come of it."""
    faulty.pages(tmp_path / "pages")
    out = tmp_path / "out"
    code = main(["grade", str(tmp_path / "pages"), "--assignment", str(folder), "--out", str(out), *options])
    printed = capsys.readouterr().out
    assert code == 1
    reports = told(out)
    victim = reports.pop(faulty.VICTIM)
    assert reports == {name: undisturbed[name] for name in OTHERS}
    assert victim["status"] == "not_graded"
    assert victim["problem"].startswith("A bug in the kit, not in the student's work, while ")
    assert "this text stands in no report" not in json.dumps(victim)
    rows = {row[0]: row for row in csv.reader(io.StringIO((out / "grades.csv").read_text("utf-8")))}
    assert rows[faulty.VICTIM][-4] == "" and rows[faulty.VICTIM][-1].startswith("not graded: A bug in the kit")
    assert {name: float(rows[name][-4]) for name in OTHERS} == OTHERS
    drawn = (out / "report.html").read_text("utf-8")
    assert all(name in drawn and name in printed for name in (*OTHERS, faulty.VICTIM))
    assert "A bug in the kit" in drawn and "A bug in the kit" in printed
    assert (out / "pages" / f"{faulty.VICTIM}.html").is_file()


@pytest.mark.parametrize("stage", faulty.STAGES)
def test_on_one_process(stage, folder, undisturbed, tmp_path, capsys, monkeypatch):
    faulty.throw_in(stage, monkeypatch.setattr)
    check(folder, undisturbed, tmp_path, capsys, "--jobs", "1")


@pytest.mark.parametrize("stage", faulty.STAGES)
def test_on_several_processes(stage, folder, undisturbed, tmp_path, capsys, monkeypatch):
    if stage in faulty.IN_WORKER:
        monkeypatch.setattr(batch, "grader", functools.partial(faulty.grader, stage))
    else:
        faulty.throw_in(stage, monkeypatch.setattr)
    check(folder, undisturbed, tmp_path, capsys, "--jobs", "2")


@pytest.fixture(scope="module")
def workers():
    distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
    ) as cluster:
        yield cluster


@pytest.mark.slow
@pytest.mark.parametrize("stage", faulty.STAGES)
def test_on_a_cluster(stage, workers, folder, undisturbed, tmp_path, capsys, monkeypatch):
    import faulty_cluster

    if stage in faulty.IN_WORKER:
        monkeypatch.setattr("autograder.grading.dask_backend.GraderPlugin", functools.partial(faulty_cluster.Plugin, stage))
    else:
        faulty.throw_in(stage, monkeypatch.setattr)
    check(folder, undisturbed, tmp_path, capsys, "--scheduler", workers.scheduler_address)


@pytest.mark.parametrize(("jobs", "backend"), [(1, "SerialBackend"), (2, "ProcessBackend")])
def test_a_page_that_cannot_be_handed_over_costs_no_other(jobs, backend, folder, tmp_path, monkeypatch):
    submit = getattr(backends, backend).submit

    def refuses(self, task):
        if task.one.name == faulty.VICTIM:
            raise faulty.Fault("handing over", "this text stands in no report")
        return submit(self, task)

    monkeypatch.setattr(getattr(backends, backend), "submit", refuses)
    handed = collect([faulty.pages(tmp_path / "pages")], assignment_folder.load(folder)).handed
    reports = {report.submission: report for report in batch.grade(handed, folder, Settings(), jobs)}
    assert reports.pop(faulty.VICTIM).status is Status.NOT_GRADED
    assert {name: report.score for name, report in reports.items()} == OTHERS


def test_what_concerns_everybody_still_ends_the_run(folder, tmp_path, monkeypatch):
    def broken(*_arguments):
        raise backends.BackendFailed("nobody is there")

    monkeypatch.setattr(backends.SerialBackend, "submit", broken)
    handed = collect([faulty.pages(tmp_path / "pages")], assignment_folder.load(folder)).handed
    with pytest.raises(backends.BackendFailed):
        list(batch.grade(handed, folder, Settings(), 1))


def test_a_full_disk_ends_the_run_with_a_sentence(folder, tmp_path, capsys, monkeypatch):
    """It would cost everybody their report, one after the other."""

    def full(*_arguments, **_settings):
        raise OSError(errno.ENOSPC, "No space left on device", "out/ada.json")

    monkeypatch.setattr("autograder.reports.folder.write_report", full)
    pages = faulty.pages(tmp_path / "pages")
    code = main(["grade", str(pages), "--assignment", str(folder), "--out", str(tmp_path / "out"), "--jobs", "1"])
    assert (code, capsys.readouterr().err.splitlines()[-1]) == (2, "autograder: out/ada.json: No space left on device.")


def test_a_report_that_has_no_place_costs_no_other(folder, tmp_path, capsys):
    """A folder stands where it should be."""
    pages, out = faulty.pages(tmp_path / "pages"), tmp_path / "out"
    (out / f"{faulty.VICTIM}.json").mkdir(parents=True)
    assert main(["grade", str(pages), "--assignment", str(folder), "--out", str(out), "--jobs", "1"]) == 1
    assert "3 graded: from 0 to 100" in capsys.readouterr().out
    assert f'"{faulty.VICTIM}","","","","100","","not graded: ' in (out / "grades.csv").read_text()


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
