"""What handing submissions to Dask workers costs, with sleep in place of judging; and that a killed worker loses none.

    python tests/benchmarks/cluster.py [--submissions 200] [--sleep 0.2]

For 1, 2 and 4 workers on this machine: seconds for each submission and worker beyond the sleep. The first wave, in which
workers start, is not counted.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import tempfile
import time
from pathlib import Path

from distributed import LocalCluster

from autograder.content.discovery import Handed
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading import batch, dask_backend, work_items

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import miniature  # noqa: E402

LIMIT = 50  # milliseconds for each submission
CREWS = (1, 2, 4)


class Sleeping(dask_backend.GraderPlugin):
    """Instead of judging."""

    seconds = 0.0

    def work(self, task: work_items.Task) -> work_items.Done:
        time.sleep(self.seconds)
        return work_items.NoMarks(work_items.problem(task.one, self.assignment, self.settings, Status.GRADED, "", self.seconds))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=200)
    parser.add_argument("--sleep", type=float, default=0.2, help="seconds for each submission")
    options = parser.parse_args()
    Sleeping.seconds, dask_backend.GraderPlugin = options.sleep, Sleeping
    with tempfile.TemporaryDirectory() as place:
        folder = miniature.write(Path(place))
        page = Path(place, "page.py")
        page.write_text(miniature.page())
        handed = [Handed(f"student{number:04}", page) for number in range(options.submissions)]
        print(f"{'workers':>8}{'seconds':>10}{'overhead of one':>18}")
        for count in CREWS:
            seconds = _run(handed, folder, count)
            overhead = (seconds * count / (len(handed) - count) - options.sleep) * 1000
            print(f"{count:8}{seconds:10.2f}{overhead:15.1f} ms   (at most {LIMIT})")
        _run(handed, folder, 2, kill=True)
        print(f"One of 2 workers killed in the middle: {len(handed)} of {len(handed)} reports, none lost.")


def _run(handed: list[Handed], folder: Path, workers: int, kill: bool = False) -> float:
    """Seconds from the first wave's end to the last report."""
    names, started = [], 0.0
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
    ) as machines:
        make = lambda: dask_backend.DaskBackend(machines.scheduler_address, folder, Settings())  # noqa: E731
        for report in batch.grade(handed, folder, Settings(), backend=make):
            names.append(report.submission)
            if len(names) == workers:
                started = time.monotonic()
            if kill and len(names) == len(handed) // 2:
                os.kill(next(iter(machines.workers.values())).process.pid, signal.SIGKILL)
        seconds = time.monotonic() - started
    if sorted(names) != [one.name for one in handed]:
        raise SystemExit(f"{len(handed)} were handed in, and {len(names)} reports came back")
    return seconds


if __name__ == "__main__":
    main()
