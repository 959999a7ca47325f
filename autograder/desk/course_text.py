"""The text of a new ``course.toml``, with each setting that a course may want to change beside its meaning."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from autograder.content.assignment import Assignment
from autograder.core.languages.messages import ENGLISH
from autograder.core.toml_text import quoted
from autograder.desk.course_file import BEST, IN_TIME, LAST, LOCAL

HEAD = f"""\
# A course without nbgrader. autograder course status shows how it is doing.
format = 1
title = {{title}}
language = {{language}}
{{roster}}
counts = "{LAST}"  # which attempt counts: "{LAST}", "{BEST}" or "{IN_TIME}"
# database = "postgresql+psycopg://USER@HOST/NAME"  # instead of course.db in this folder

[late]
per_day = 0  # per cent of the reached points, for each day that has begun after the deadline
grace = 10  # minutes after the deadline that do not count
# most_days = 7  # after so many days there are no points

[judge]
backend = "{LOCAL}"  # or the scheduler of a Dask cluster: "dask://HOST:PORT"
budget = "quick"
seed = 17
# keras = "jax"  # what Keras computes with: "tensorflow" (the usual one), "jax" or "torch"; --backend and KERAS_BACKEND go before it
"""
ROSTER = 'roster = "roster.csv"  # columns: id, name and email; or the gradebook of Canvas, or the participants of Moodle'
NO_ROSTER = f"# {ROSTER}"


def course_toml(folder: Path, assignments: Iterable[Assignment], has_roster: bool, language: str = ENGLISH) -> str:
    """The settings of a new course.

    Args:
        folder: the course's. language: of what is read in it.
    """
    head = HEAD.format(title=quoted(folder.resolve().name), roster=ROSTER if has_roster else NO_ROSTER, language=quoted(language))
    return "\n".join([head, *(assignment_table(folder, one) for one in assignments)])


def assignment_table(folder: Path, assignment: Assignment) -> str:
    """The settings of one assignment of a course."""
    place = quoted(os.path.relpath(assignment.folder, folder.resolve()))
    return (
        f"[assignments.{quoted(assignment.name)}]\n"
        f"folder = {place}\n"
        f"# deadline = 2026-05-31T23:59:00+02:00\n"
        f"weight = 1  # of its mark in that of the course\n"
        f"drop = []  # exercises that do not count\n"
        + ('# variants = "SEED"  # a text of yours: each student has a variant of the page; see autograder course variants\n' if assignment.variants else "")
    )
