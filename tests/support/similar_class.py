"""A class that adds up, each student in another way, except those who share an answer: pages and reports, without judging."""

import hashlib
from pathlib import Path

import miniature

from autograder.content import assignment_folder
from autograder.content.assignment import Assignment
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.grading.similar.class_answers import ClassRead, GradedPage, read_class

ALL_OTHER = (  # ways to add up
    "found = 0\nfor place in range(len(numbers)):\n    found = found + numbers[place]\nreturn found",
    "return sum(numbers)",
    "return np.sum(numbers)",
    "result = 0\nplace = 0\nwhile place < len(numbers):\n    result += numbers[place]\n    place += 1\nreturn result",
    "if len(numbers) == 0:\n    return 0\nreturn numbers[0] + total(numbers[1:])",
    "return numbers.mean() * len(numbers) if len(numbers) else 0",
    "return np.add.reduce(numbers)",
    "return np.dot(numbers, np.ones(len(numbers)))",
    "sums = np.cumsum(numbers)\nreturn sums[-1] if sums.size else 0",
    "from functools import reduce\nreturn reduce(lambda one, other: one + other, numbers, 0)",
    "import math\nreturn math.fsum(numbers)",
)
ORIGINAL = (
    "halves = np.array_split(numbers, 2)\n"
    "small = [part.sum() if part.size > 0 else 0.0 for part in halves]\n"
    "answer = small[0] - (-1.0) * small[1]\n"
    "if answer != answer:\n    answer = 0.0\n"
    "return answer"
)
COPY = (  # other names, another order, and a helper
    "zwei = np.array_split(numbers, 2)\n"
    "k = [summe(q) for q in zwei]\n"
    "ganz = k[0] - (-1.0) * k[1]\n"
    "if ganz != ganz:\n    ganz = 0.0\n"
    "return ganz\n"
)
HELPER = "def summe(z):\n    return z.sum() if z.size > 0 else 0.0\n\n\n"
STUDENTS = {f"s{number:02}": miniature.page(total=body) for number, body in enumerate(ALL_OTHER)}
PAIR = {"ann": miniature.page(total=ORIGINAL), "bob": HELPER + miniature.page(total=COPY)}


def report(student: str, page: str, failed: str = "", message: str = "", **more) -> Report:
    """A report that fails one check of ``total``, or none."""
    checks = tuple(
        CheckResult(name, "a check", Outcome.FAILED if name == failed else Outcome.PASSED, 0.0 if name == failed else 10.0, 10.0, message if name == failed else "")
        for name in ("test_a_few", "test_any_number_of_them")
    )
    digest = hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()
    exercises = (ExerciseResult("double", ()), ExerciseResult("total", checks, line=1))
    return Report("miniature", student, digest, Status.GRADED, exercises, "full", "", 17, 0.1, source="miniature.py", **more)


def graded(pages: dict[str, str], **reports: Report) -> list[GradedPage]:
    """The pages of a class; each has a report without a fault unless another one is given."""
    return [GradedPage(reports.get(name, report(name, page)), page.encode("utf-8", "surrogatepass")) for name, page in pages.items()]


def assignment(folder: Path) -> Assignment:
    return assignment_folder.load(miniature.write(folder))


def read(of: Assignment, pages: dict[str, str], **reports: Report) -> ClassRead:
    return read_class(of, graded(pages, **reports))
