"""The same reports from a cluster's workers, also when one of them is killed; and a sentence for what can go wrong."""

import logging
import os
import signal

import miniature
import pytest

from autograder.cli import main
from autograder.content import assignment_folder
from autograder.content.discovery import collect
from autograder.core import versions
from autograder.core.settings import Settings
from autograder.datasets.data_sets import DataSets
from autograder.grading import batch
from autograder.grading.backends import BackendFailed
from autograder.grading.batch import grade

distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
cluster = pytest.importorskip("autograder.grading.dask_backend")

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def workers():
    """Two worker processes as Dask starts them everywhere: each the daemonic child of a nanny."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
    ) as made:
        yield made


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("cluster"))


@pytest.fixture
def handed(tmp_path, folder):
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(12):
        body = ["return 2 * numbers", "return numbers + 2"][number % 2]
        (pages / f"student{number:02}.py").write_text(miniature.page(double=f"{body}  # {number}"))
    (pages / "unreadable.py").write_text("def double(")
    return collect([pages], assignment_folder.load(folder)).handed


def through(workers, folder, settings=None):
    settings = settings or Settings()
    return lambda: cluster.DaskBackend(workers.scheduler_address, folder, settings)


def told(reports):
    return sorted((miniature.timeless(report.to_dict()) for report in reports), key=lambda report: report["submission"])


def test_a_killed_worker_costs_no_mark_and_the_reports_are_the_same(workers, folder, handed):
    reports = []
    for report in grade(handed, folder, Settings(), backend=through(workers, folder)):
        reports.append(report)
        if len(reports) == 4:  # the unreadable one and three others
            os.kill(next(iter(workers.workers.values())).process.pid, signal.SIGKILL)
    assert told(reports) == told(grade(handed, folder, Settings(), 1))


def test_the_command_line(workers, folder, handed, tmp_path, capsys):
    arguments = ["grade", str(handed[0].path), "--assignment", str(folder), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--scheduler", workers.scheduler_address]) == 0
    assert "One report for each of 1 submission" in capsys.readouterr().out


def test_nothing_stays_behind_on_the_workers(workers, folder, handed):
    list(grade(handed[:1], folder, Settings(), backend=through(workers, folder)))
    with distributed.Client(workers.scheduler_address, set_as_default=False) as client:
        names = client.run(lambda dask_worker: [name for name in dask_worker.plugins if "autograder" in name])
    assert not any(names.values())


def test_nobody_at_the_address(folder, handed, monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 0.2)
    arguments = ["grade", str(handed[0].path), "--assignment", str(folder), "--out", str(tmp_path / "out")]
    assert main([*arguments, "--scheduler", "tcp://127.0.0.1:9"]) == 2
    assert "No Dask scheduler answers at tcp://127.0.0.1:9" in capsys.readouterr().err


def test_a_scheduler_without_workers(folder, handed, monkeypatch):
    monkeypatch.setattr(cluster, "WORKER_SECONDS", 0.2)
    with distributed.LocalCluster(n_workers=0, dashboard_address=":0", silence_logs=logging.CRITICAL) as empty:
        with pytest.raises(BackendFailed, match=r"The scheduler at .* has had no worker .* Start some"):
            list(grade(handed[:1], folder, Settings(), backend=through(empty, folder)))


def test_a_worker_with_another_version_is_told(workers, folder, handed, monkeypatch):
    monkeypatch.setattr(versions, "stamp", lambda: "another")
    with pytest.raises(BackendFailed, match="a different version of this kit"):
        list(grade(handed[:1], folder, Settings(), backend=through(workers, folder)))


def test_a_worker_with_other_data_is_told(workers, folder, handed, monkeypatch):
    monkeypatch.setattr(DataSets, "name_now", lambda _self, _name: "mnist")
    with pytest.raises(BackendFailed, match="has drawn digits, and this machine MNIST"):
        list(grade(handed[:1], folder, Settings(), backend=through(workers, folder)))


def test_workers_that_all_went_away_are_told(workers, folder, monkeypatch):
    monkeypatch.setattr(cluster, "WORKER_SECONDS", 0)
    backend = cluster.DaskBackend.__new__(cluster.DaskBackend)
    backend.client = type("Client", (), {"status": "running", "nthreads": staticmethod(dict)})()
    backend.alone_since = -1.0
    with pytest.raises(BackendFailed, match="no worker"):
        backend.look()
    backend.client.status = "closed"
    with pytest.raises(BackendFailed, match="scheduler is gone"):
        backend.look()


def test_a_batch_looks_after_a_silent_crew(folder, handed, monkeypatch):
    from concurrent.futures import Future

    class Silent:
        width, gone = 2, ()

        def submit(self, _task):
            return Future()

        def look(self):
            raise BackendFailed("nobody is there")

        def close(self):
            pass

    monkeypatch.setattr(batch, "PATIENCE", 0.01)
    with pytest.raises(BackendFailed, match="nobody is there"):
        list(grade(handed[:1], folder, Settings(), backend=Silent))
