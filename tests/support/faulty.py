"""Faults of ours, thrown in while a submission is worked on; also in grading processes and on a cluster's workers."""

import importlib
from collections.abc import Iterable
from pathlib import Path

import miniature

from autograder.core.records import Status

HONEST = {"ada": 100, "cleo": 0, "dev": 100}  # who has nothing to do with it, and their points


class Fault(Exception):
    """It cannot be sent from one process to another: it would be made anew with one argument."""

    def __init__(self, first, second):
        super().__init__(f"{first}, {second}")


def victim(stage: str) -> str:
    """The student around whose page a stage throws; each stage has its own, so that one run is enough for all of them."""
    return f"ben{list(STAGES).index(stage)}"


def page(name: str) -> str:
    return miniature.page(double=f"return numbers + 2  # {name}'s")


def named(name, *arguments, **_named):
    """Whether a call is about the victim: something it is handed has the name, or is a path of its files."""
    return any(
        name in (getattr(one, "submission", None), getattr(one, "name", None), getattr(one, "stem", None), one)
        for one in arguments
    )


def content(name, *arguments, **_named):
    return page(name).encode() in arguments


def report(name, one, *_arguments, **_named):
    """Of the report that was judged only; what says that there is none may be written."""
    return one.submission == name and bool(one.exercises)


def second(name, case, item, *_following):
    """In the middle of judging, with processes that run."""
    return case.submission.name == name and item.name == "test_hidden_numbers"


def facts(name, facts, *_arguments, **_named):
    return facts.report.submission == name


def judged(name, judged, *_arguments, **_named):
    return judged.report.submission == name


def graded(name, reports, *_arguments, **_named):
    return any(one.submission == name and one.status is Status.GRADED for one in reports)


def with_exercises(name, reports, *_arguments, **_named):
    return any(one.submission == name and one.exercises for one in reports)


IN_WORKER = {
    "parsing": ("autograder.content.assignment", "Assignment.read_bytes", content),
    "judging": ("autograder.judging.judge", "SubmissionJudge.judge_exercise", named),
    "judging its second check": ("autograder.judging.judge", "SubmissionJudge._run", second),
    "diagnosing": ("autograder.judging.diagnosis", "Diagnosis.name", judged),
}
IN_COMMAND = {
    "reading": ("autograder.content.page_file", "read_bytes", named),
    "looking for a page": ("autograder.cache.result_cache", "ResultCache.page", content),
    "looking for a result": ("autograder.cache.result_cache", "ResultCache.known", facts),
    "putting together": ("autograder.grading.open_page", "together", named),
    "keeping": ("autograder.cache.result_cache", "ResultCache.keep", facts),
    "writing": ("autograder.reports.folder", "report_json", report),
    "drawing the page": ("autograder.reports.folder", "write_page", report),
    "outlining": ("autograder.reports.class_stats", "outline", report),
    "comparing": ("autograder.content.integrity", "compare", graded),
    "comparing what was judged": ("autograder.content.integrity", "compare", with_exercises),
    "summing up": ("autograder.reports.class_stats", "columns", graded),
    "summing up what was judged": ("autograder.reports.class_stats", "misconceptions", with_exercises),
    "printing the class": ("autograder.reports.terminal.class_table", "_class_rows", None),
    "writing the table": ("autograder.reports.csv_tables", "class_csv", with_exercises),
    "drawing the class page": ("autograder.reports.html.class_matrix", "table", with_exercises),
}
STAGES = IN_WORKER | IN_COMMAND


def throw_in(stages, put=setattr):
    """From now on these stages throw an exception, each for its own victim, in this process."""
    for stage in stages:
        module, name, is_meant = STAGES[stage]
        holder = importlib.import_module(module)
        *outer, last = name.split(".")
        for part in outer:
            holder = getattr(holder, part)
        put(holder, last, _throwing(stage, getattr(holder, last), is_meant, bool(outer)))


def _throwing(stage, real, is_meant, is_method):
    def throws(*arguments, **named_ones):
        own = arguments[1:] if is_method or is_meant is None else arguments  # without self, or the page that is printed on
        if (is_meant or with_exercises)(victim(stage), *own, **named_ones):
            raise Fault(stage, "this text stands in no report")
        return real(*arguments, **named_ones)

    return throws


def grader(*arguments, **settings):
    """What ``batch.grader`` makes, in a process in which the stages of a grading process throw."""
    from autograder.grading.grader import Grader

    throw_in(IN_WORKER)
    return Grader(*arguments, **settings)


def pages(folder: Path, victims: Iterable[str]) -> Path:
    """The students' pages; two have the same right answers, so that one's results are the other's."""
    folder.mkdir(parents=True)
    texts = {
        "ada": miniature.page(),
        "cleo": miniature.page(double="return numbers + 2", total="return numbers[-1]"),
        "dev": miniature.page(),
        **{name: page(name) for name in victims},
    }
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    return folder
