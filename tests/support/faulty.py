"""Faults of ours, thrown in while one submission is worked on; also in grading processes and on a cluster's workers."""

import importlib
from pathlib import Path

import miniature

from autograder.core.records import Status

VICTIM = "ben"
PAGE = miniature.page(double="return numbers + 2  # ben's")


class Fault(Exception):
    """It cannot be sent from one process to another: it would be made anew with one argument."""

    def __init__(self, first, second):
        super().__init__(f"{first}, {second}")


def named(*arguments, **_named):
    """Whether a call is about the victim: something it is handed has the name, or is a path of its files."""
    return any(
        VICTIM in (getattr(one, "submission", None), getattr(one, "name", None), getattr(one, "stem", None), one)
        for one in arguments
    )


def content(*arguments, **_named):
    return PAGE.encode() in arguments


def report(one, *_arguments, **_named):
    """Of the report that was judged only; what says that there is none may be written."""
    return one.submission == VICTIM and bool(one.exercises)


def second(case, item, *_following):
    """In the middle of judging, with processes that run."""
    return case.submission.name == VICTIM and item.name == "test_hidden_numbers"


def facts(facts, *_arguments, **_named):
    return facts.report.submission == VICTIM


def judged(judged, *_arguments, **_named):
    return judged.report.submission == VICTIM


def graded(reports, *_arguments, **_named):
    return any(one.submission == VICTIM and one.status is Status.GRADED for one in reports)


def with_exercises(reports, *_arguments, **_named):
    return any(one.submission == VICTIM and one.exercises for one in reports)


IN_WORKER = {
    "parsing": ("autograder.content.assignment", "Assignment.read_bytes", content),
    "judging": ("autograder.judging.judge", "SubmissionJudge.judge_exercise", named),
    "judging its second check": ("autograder.judging.judge", "SubmissionJudge._run", second),
    "diagnosing": ("autograder.judging.diagnosis", "Diagnosis.name", judged),
}
IN_COMMAND = {
    "reading": ("autograder.content.page_file", "read_bytes", named),
    "looking for a page": ("autograder.cache.result_cache", "ResultCache.page", content),
    "looking for a result": ("autograder.cache.result_cache", "ResultCache.find", facts),
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


def throw_in(stage, put=setattr):
    """From now on this stage throws an exception for the victim, in this process."""
    module, name, is_meant = STAGES[stage]
    holder = importlib.import_module(module)
    *outer, last = name.split(".")
    for part in outer:
        holder = getattr(holder, part)
    real = getattr(holder, last)

    def throws(*arguments, **named_ones):
        own = arguments[1:] if outer or is_meant is None else arguments  # without self, or the page that is printed on
        if (is_meant or with_exercises)(*own, **named_ones):
            raise Fault(stage, "this text stands in no report")
        return real(*arguments, **named_ones)

    put(holder, last, throws)


def grader(stage, *arguments, **settings):
    """What ``batch.grader`` makes, in a process in which a stage throws."""
    from autograder.grading.grader import Grader

    throw_in(stage)
    return Grader(*arguments, **settings)


def pages(folder: Path) -> Path:
    """Four students' pages; two have the same right answers, so that one's results are the other's."""
    folder.mkdir(parents=True)
    texts = {
        "ada": miniature.page(),
        VICTIM: PAGE,
        "cleo": miniature.page(double="return numbers + 2", total="return numbers[-1]"),
        "dev": miniature.page(),
    }
    for name, text in texts.items():
        (folder / f"{name}.py").write_text(text)
    return folder
