"""In which order the processes of pytest-xdist take the tests: file by file, so that what a file makes is made once.

The longest come first, or one process would wait at the end for another one's last file.
"""

from xdist.scheduler import LoadScopeScheduling

TOGETHER = (  # files that share what is made once for all of them
    ("tests/nbgrader/",),
    ("tests/browser/", "tests/whole/test_site.py"),
    # fork servers with Keras, for the real assignments
    (
        "tests/whole/test_exercises.py",
        "tests/redteam/test_walls.py",
        "tests/whole/test_submissions.py",
        "tests/whole/test_false_names.py",
        "tests/judging/test_training_apart.py",
    ),
    # Keras in the process of the tests
    (
        "tests/expectations/",
        "tests/values/",
        "tests/redteam/test_claims.py",
        "tests/whole/test_mnist_training_words.py",
    ),
)
LONGEST = (  # hundreds of seconds each, or tens
    "tests/whole/test_exercises.py",
    "tests/nbgrader/",
    "tests/redteam/test_redteam.py",
    "tests/browser/",
    "tests/whole/",
    "tests/learning/",
    "tests/quality/",
    "tests/grading/",
    "tests/hosted/",
    "tests/authoring/",
    "tests/judging/",
    "tests/cli/",
    "tests/desk/",
    "tests/sandbox/",
    "tests/expectations/",
    "tests/cache/",
)


def place(file: str) -> int:
    """Where in the order a file's tests come; ``pytest`` keeps the order of those that have the same place."""
    return next((number for number, begin in enumerate(LONGEST) if file.startswith(begin)), len(LONGEST))


def unit(test: str) -> str:
    """Which tests go to the same process as this one: those of its file, and of the files that it shares something with."""
    file = test.partition("::")[0]
    return next((files[0] for files in TOGETHER if file.startswith(files)), file)


class ByFile(LoadScopeScheduling):
    """``--dist loadfile``, in the order in which the tests are collected."""

    def _split_scope(self, nodeid: str) -> str:
        return unit(nodeid)

    def schedule(self) -> None:
        self.config.option.loadscopereorder = False
        super().schedule()
