"""Judging on other machines, through Dask: the same tasks, with whoever works for a scheduler.

A machine needs this kit in the same version and the data, and no folder in common: the assignment goes to each worker
once, as a plugin, and a page's content goes with its task. The plugin keeps one warm grader for each worker process.
Scheduler, workers and this command trust each other; students' code does not get near them (see ``isolation``).
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
import threading
import time
import uuid
from concurrent.futures import CancelledError, Future
from pathlib import Path

from distributed import Client, WorkerPlugin, get_worker
from distributed.scheduler import KilledWorker

from autograder import datasets
from autograder.content import assignment_folder
from autograder.core import versions
from autograder.core.languages import message
from autograder.core.settings import Settings
from autograder.core.signals import held
from autograder.grading.backends import BackendFailed
from autograder.grading.grader import Grader
from autograder.grading.work_items import Done, Task

ANSWER_SECONDS = 20  # for a scheduler to answer
WORKER_SECONDS = 300  # for a first worker to come; queues of batch systems may take longer than that, and say so
AT_HAND = 3  # tasks for each thread of the workers, so that none waits for this command
AT_LEAST = 8  # tasks, so that a cluster that grows with its work does grow
LOOK_AGAIN = 2  # seconds until the workers are counted again


class DaskBackend:
    """A backend of Dask workers.

    Args:
        address: of the scheduler, ``tcp://host:8786``.
        folder: the assignment's.

    Raises:
        BackendFailed: no scheduler answers there, no worker came, or they cannot work.
    """

    gone = (KilledWorker, CancelledError)  # a worker's end alone is not an error: Dask gives its task to another one

    def __init__(self, address: str, folder: Path, settings: Settings) -> None:
        self.name = f"autograder-{uuid.uuid4().hex[:12]}"
        self.threads = 0
        self.counted = 0.0  # when
        self.alone_since: float | None = None
        try:
            self.client = Client(address, timeout=ANSWER_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:
            raise BackendFailed(
                message(
                    "No Dask scheduler answers at {address} ({error}). Is it running, and can this machine reach it?",
                    address=address, error=type(error).__name__,
                )
            ) from error  # fmt: skip
        try:
            self._prepare(address, folder, settings)
        except BaseException:
            self.client.close()
            raise
        self.executor = self.client.get_executor(pure=False, retries=0)

    @property
    def width(self) -> int:
        if time.monotonic() - self.counted > LOOK_AGAIN:
            self.threads, self.counted = sum(self.client.nthreads().values()), time.monotonic()
        return max(AT_LEAST, AT_HAND * self.threads)

    @held()
    def submit(self, task: Task) -> Future:
        return self.executor.submit(_work, self.name, task, key=f"{self.name}-{uuid.uuid4().hex}")

    def look(self) -> None:
        if self.client.status != "running":
            raise BackendFailed(message("The scheduler is gone. Finished work is saved: when it is back, run this command again."))
        if self.client.nthreads():
            self.alone_since = None
            return
        self.alone_since = self.alone_since or time.monotonic()
        if time.monotonic() - self.alone_since > WORKER_SECONDS:
            raise BackendFailed(
                message(
                    "The scheduler has had no worker for {minutes} minutes. Finished work is saved: when there are workers, run this command again.",
                    minutes=WORKER_SECONDS // 60,
                )
            )

    def close(self) -> None:
        with contextlib.suppress(Exception):  # a scheduler that is gone has nothing left to tidy up
            self.client.unregister_worker_plugin(self.name)
        self.executor.shutdown(wait=False)
        self.client.close()

    def _prepare(self, address: str, folder: Path, settings: Settings) -> None:
        try:
            self.client.wait_for_workers(1, timeout=WORKER_SECONDS)
        except TimeoutError as error:
            raise BackendFailed(
                message(
                    "The scheduler at {address} has had no worker for {minutes} minutes. Start some, or wait until your batch system starts them, "
                    "and run this command again.",
                    address=address, minutes=WORKER_SECONDS // 60,
                )
            ) from error  # fmt: skip
        try:
            self.client.register_plugin(GraderPlugin(folder.resolve(), settings), name=self.name)
        except ImportError as error:
            raise BackendFailed(
                message("The cluster's workers cannot load this kit ({error}). Install it there in the same version.", error=error)
            ) from error


class GraderPlugin(WorkerPlugin):
    """One warm grader in each worker process, made when its first task comes.

    Args:
        folder: the assignment's, on the machine where this is made; its content travels.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.files = _files(folder)
        self.assignment = folder.name
        self.settings = settings
        self.stamp = versions.stamp()
        self.dataset = _dataset_now(folder, settings)

    def setup(self, worker: object) -> None:
        self.lock = threading.Lock()  # a worker may have several threads; a grader judges one page at a time
        self.grader: Grader | None = None
        self.folder: Path | None = None

    def teardown(self, worker: object) -> None:
        if self.grader is not None:
            self.grader.close()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)

    def work(self, task: Task) -> Done:
        """
        Raises:
            BackendFailed: this worker would judge differently.
        """
        with self.lock:
            if self.grader is None:
                self.grader = self._grader()
            return self.grader.work(task)

    def _grader(self) -> Grader:
        worker = get_worker().address
        if versions.stamp() != self.stamp:
            raise BackendFailed(
                message(
                    "The worker {worker} has a different version of this kit, of Python or of the libraries, and could give different marks. "
                    "Install the same versions on both machines, with the kit's constraints.txt.",
                    worker=worker,
                )
            )
        self.folder = Path(tempfile.mkdtemp(prefix="autograder-assignment-"))
        target = self.folder / self.assignment
        for name, content in self.files.items():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (target / name).write_bytes(content)
        found = _dataset_now(target, self.settings)
        if found != self.dataset:
            raise BackendFailed(
                message(
                    "The worker {worker} has {found}, and this machine {own}. Put the same data on both, and set AUTOGRADER_DATA there.",
                    worker=worker, found=datasets.title(found), own=datasets.title(self.dataset),
                )
            )  # fmt: skip
        return Grader(target, self.settings)


def _dataset_now(folder: Path, settings: Settings) -> str:
    assignment = assignment_folder.load(folder)
    return assignment.data_sets.name_now(settings.dataset or assignment.dataset)


def _work(name: str, task: Task) -> Done:
    """What runs on a worker."""
    return get_worker().plugins[name].work(task)


def _files(folder: Path) -> dict[str, bytes]:
    """An assignment's folder as it travels."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
