"""A course without nbgrader, of the assignment in miniature: its folder, and the pages of a few students."""

import datetime
import os
from pathlib import Path

import miniature

RIGHT = miniature.page()
ADDS_TWO = miniature.page(double="return numbers + 2")
FORGETS = miniature.page(double="return abs(2 * numbers)")
DEADLINE = "2026-05-31T23:59:00+00:00"
ROSTER = "id,name,email\na1,Ada Lovelace,ada@x.org\nb1,Ben Bo,ben@x.org\nc1,Cleo Xu,cleo@x.org\n"
TOML = """format = 1
title = "Counting together"
roster = "roster.csv"

[late]
per_day = 10

[judge]
jobs = 1

[assignments.miniature]
folder = "../solutions/miniature"
deadline = {deadline}
"""


def write_course(folder: Path, more: str = "", roster: str = ROSTER, deadline: str = DEADLINE) -> Path:
    """Writes the assignment, and ``course/`` with its settings.

    Args:
        more: further lines of the table of the assignment.
    """
    if not (folder / "solutions").exists():
        miniature.write(folder)
    course = folder / "course"
    course.mkdir()
    (course / "course.toml").write_text(TOML.format(deadline=deadline) + more)
    (course / "roster.csv").write_text(roster)
    return course


def submit(folder: Path, source: str, submitted: str = "2026-05-30T12:00:00+00:00") -> Path:
    """A page in a student's folder, as Moodle names it, whose file has this time."""
    folder.mkdir(parents=True, exist_ok=True)
    page = folder / "miniature.py"
    page.write_text(source)
    moment = datetime.datetime.fromisoformat(submitted).timestamp()
    os.utime(page, (moment, moment))
    return page


def submit_class(folder: Path) -> Path:
    """The pages of Ada (all right), Ben (adds two) and Cleo (forgets the sign)."""
    for number, (name, source) in enumerate([("Ada Lovelace", RIGHT), ("Ben Bo", ADDS_TWO), ("Cleo Xu", FORGETS)], 11):
        submit(folder / f"{name}_{number}_assignsubmission_file", source)
    return folder
