"""In which order the processes of pytest-xdist take the tests: file by file, so that what a file makes is made once.

The longest come first, or one process would wait at the end for another one's last file.
"""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/nbgrader/", "tests/browser/")  # each shares what is made once for all of its files
LONGEST = (  # hundreds of seconds each, or tens
    "tests/whole/test_exercises.py",
    "tests/nbgrader/",
    "tests/redteam/test_redteam.py",
    "tests/redteam/test_walls.py",
    "tests/whole/",
    "tests/learning/",
    "tests/grading/",
    "tests/hosted/",
    "tests/authoring/",
    "tests/judging/",
    "tests/cli/",
    "tests/sandbox/",
)


def place(file: str) -> int:
    """Where in the order a file's tests come; ``pytest`` keeps the order of those that have the same place."""
    return next((number for number, begin in enumerate(LONGEST) if file.startswith(begin)), len(LONGEST))


class ByFile(LoadScopeScheduling):
    """``--dist loadfile``, in the order in which the tests are collected."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)

    def schedule(self) -> None:
        self.config.option.loadscopereorder = False
        super().schedule()
