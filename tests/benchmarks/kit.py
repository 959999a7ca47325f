"""The kit's own grader, for any assignment: a class from nothing to its reports, with nothing remembered of earlier runs."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import machine
from commands import BIN, Took, measured, surroundings

from autograder import datasets
from autograder.content.assignment import Assignment


class Kit:
    """``autograder grade`` on two cores, without a network.

    Args:
        folder: to work in; it is there.
        assignment: that is graded.
        data: folder with the file of its data set; None to look for it where the kit does.

    Attributes:
        dataset: the data set that was found; images or rows that the kit made up, if there is no file.
        environment: of a command that uses this data set.
    """

    def __init__(self, folder: Path, assignment: Assignment, data: str | None) -> None:
        self.folder, self.assignment = folder, assignment
        self.cores = machine.use_two_cores()
        if data is not None:
            os.environ["AUTOGRADER_DATA"] = str(Path(data).resolve())
        self.dataset = datasets.find(assignment.dataset)
        file = Path(self.dataset.path or self.dataset.origin)
        place = {"AUTOGRADER_DATA": str(file.resolve().parent)} if self.real and file.is_file() else {}
        self.environment = surroundings(folder / "home", **place)

    @property
    def real(self) -> bool:
        """Whether the data set is the one that the assignment asks for, not the kit's own in its place."""
        return self.dataset.name == self.assignment.dataset

    @property
    def cold(self) -> dict[str, str]:
        """The environment with a cache that only this grader uses."""
        return {**self.environment, "AUTOGRADER_CACHE": str(self.folder / "cache")}

    def command(self, handed: Path, budget: str, name: str) -> list:
        """Grades a folder of pages into the folder ``name``."""
        settings = ["--assignment", self.assignment.folder, "--budget", budget, "--jobs", self.cores]
        return [BIN / "autograder", "grade", handed, *settings, "--out", name]

    def grade(self, handed: Path, budget: str, name: str) -> tuple[Took, list[dict]]:
        """What a class takes, and its reports, each of full marks.

        Raises:
            SystemExit: an answer did not get full marks.
        """
        self.forget()
        shutil.rmtree(self.folder / name, ignore_errors=True)
        took = measured(self.command(handed, budget, name), self.folder, self.cold)
        reports = [json.loads(path.read_text()) for path in sorted((self.folder / name).glob("*.json"))]
        reports = [report for report in reports if "submission" in report and "exercises" in report]
        wrong = [one["submission"] for one in reports if one["score"] != one["max_score"]]
        if wrong or len(reports) != len(list(handed.iterdir())):
            raise SystemExit(f"Not every page got full marks: {', '.join(wrong) or 'reports are missing'}.")
        return took, reports

    def forget(self) -> None:
        """Empties the cache, but for data that the kit makes up, which the first command on a machine makes."""
        shutil.rmtree(self.folder / "cache", ignore_errors=True)
        names = {self.assignment.dataset, self.assignment.substitute} - {"" if self.real else self.assignment.dataset, ""}
        made = f"from autograder import datasets; [datasets.find(name) for name in {sorted(names)}]"
        subprocess.run([sys.executable, "-c", made], env=self.cold, check=True)

    def trainings(self) -> int:
        """How many trainings the last class has left in the cache."""
        return len(list((self.folder / "cache" / "trainings").glob("*.json")))
