"""An instructor's evening, acted through with the real commands from an empty folder, on a class of sixty.

    python tests/quality/evening.py [--from canvas nbgrader] [--assignment mnist] [--seed 5] [--keep FOLDER] [--screens FOLDER]

The class (``evening_class``) is given as a download from Canvas, with the gradebook that Canvas exports and a Canvas in miniature that
takes the marks; and as the submissions of an nbgrader course. Each command is typed as an instructor types it: grade, two disputes, a
check that was unfair, three extensions, marks and feedback. Prints every command with what it says, then how many there were, how long
the machine took, and what an instructor had to know beside the names of students: settings, files and words. With ``--screens``, Chromium takes images of the class
page, the desk and students' pages. Exit code 1 if a command ends as it should not, or a mark does not arrive.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "support")]

import canvas_server  # noqa: E402
import evening_class  # noqa: E402
from evening_class import LATE, LEFT, Student  # noqa: E402

from autograder.content import assignment_folder  # noqa: E402
from autograder.content.assignment import Assignment  # noqa: E402

DEADLINE = "2026-05-31T23:59:00+02:00"
BY = "Hopper"


@dataclass(frozen=True)
class Typed:
    """One command that was typed."""

    command: str
    code: int
    seconds: float
    output: str


@dataclass
class Evening:
    """What was typed, and what went wrong.

    Attributes:
        folder: in which the instructor sits.
    """

    folder: Path
    typed: list[Typed] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def type(self, command: str, codes: tuple[int, ...] = (0,), says: str = "") -> str:
        """Types a command. Returns what it printed.

        Args:
            codes: with which it may end. says: a pattern that its output has to have.
        """
        words = shlex.split(command)
        program = [sys.executable, "-m", "autograder"] if words[0] == "autograder" else [str(Path(sys.executable).parent / words[0])]
        started = time.monotonic()
        done = subprocess.run([*program, *words[1:]], cwd=self.folder, capture_output=True, text=True)
        output = done.stdout + done.stderr
        self.typed.append(Typed(command, done.returncode, time.monotonic() - started, output))
        print(f"\n$ {command}\n{output.rstrip()}\n[exit code {done.returncode}, {self.typed[-1].seconds:.1f} s]", flush=True)
        if done.returncode not in codes or "Traceback" in output:
            self.faults.append(f"{command}: exit code {done.returncode}")
        if says and not re.search(says, output):
            self.faults.append(f"{command}: does not say {says!r}")
        if not re.search(r"^Next:| Next:", output, re.MULTILINE) and words[0] == "autograder":
            self.faults.append(f"{command}: names no next step")
        return output

    def summary(self, title: str) -> str:
        ours = [one for one in self.typed if one.command.startswith("autograder")]
        seconds = sum(one.seconds for one in self.typed)
        slow = max(self.typed, key=lambda one: one.seconds)
        return (
            f"{title}: {len(self.typed)} commands typed ({len(ours)} of the kit), {seconds / 60:.1f} minutes of the machine, "
            f"{slow.seconds / 60:.1f} of them in   {slow.command}"
        )


def from_canvas(assignment: Assignment, students: list[Student], here: Path, screens: Path | None) -> Evening:
    """With the kit's own course."""
    evening = Evening(here)
    archive, gradebook = evening_class.write_canvas(assignment, students, here)
    with _canvas(assignment, students) as server:
        evening.type(f"autograder course new course --without-nbgrader --assignment {_name(assignment)} --roster {gradebook.name}")
        _set_deadline(here / "course" / "course.toml")
        evening.type(f"autograder grade {archive.name} --course course", (1,), "60 students|58 submissions|submissions judged")
        evening.type("autograder course status course", (1,))
        reports = _reports(here / "course" / "reports" / assignment.name)
        first, second = _disputed(reports)
        evening.type(f"autograder explain '{first[0]}' {first[1]} --course course", says="The rule:")
        evening.type(f"autograder override '{first[0]}' {first[1]}::{first[2]} --points {first[3]:g} --reason 'right idea' --by {BY} --course course", says="Saved as entry")
        evening.type(f"autograder explain '{second[0]}' {second[1]} --course course", says="The rule:")
        evening.type(f"autograder override '{second[0]}' {second[1]} --comment 'The check is right: see the smallest input.' --by {BY} --course course", says="No mark changes")
        unfair = _unfair(reports)
        evening.type(f"autograder override --check {unfair} --off --reason 'not in the text' --by {BY} --course course", says="Nothing was changed yet")
        evening.type(f"autograder override --check {unfair} --off --reason 'not in the text' --by {BY} --course course --yes", says="Saved as entry")
        for place in LATE[:3]:
            evening.type(f"autograder override {students[place].number} --extend 2026-06-07T23:59 --reason ill --by {BY} --course course", says="Saved as entry")
        evening.type("autograder course status course", (0, 1))
        evening.type(f"autograder course connect course --canvas {server.address}/courses/{canvas_server.COURSE}", says="is connected")
        evening.type("autograder course push course --scale", (0, 1), "to send")
        evening.type("autograder course push course --scale --yes", (0, 1), "Sent to")
        evening.type("autograder course push course --scale", (0, 1), "There is nothing to send")
        evening.type(f"autograder report course/reports/{assignment.name} --for-students feedback", (0, 1), "Pages for students")
        evening.type(f"autograder export --course course --canvas {gradebook.name} --scale", (0, 1), "written")
        _compare(evening, here, assignment, server)
    if screens:
        _screens_of_course(evening, here, assignment, students[LATE[0]], screens)
    return evening


def from_nbgrader(assignment: Assignment, students: list[Student], here: Path, screens: Path | None) -> Evening:
    """With an nbgrader course."""
    evening = Evening(here)
    evening.type(f"autograder course new ai101 --assignment {_name(assignment)}")
    evening.folder = course = here / "ai101"
    evening.type(f"nbgrader generate_assignment {assignment.name}")
    evening.type(f'nbgrader db assignment add {assignment.name} --duedate "2026-05-31 21:59 UTC"')
    for student in students:
        _add_student(course, student)
    evening_class.write_nbgrader(assignment, students, course)
    gradebook = here / "grades.csv"
    gradebook.write_text(evening_class.gradebook_csv(assignment, students), "utf-8-sig")
    evening.type(f"autograder grade --course . --assignment {assignment.name}", (1,), "Gradebook: 5")
    reports = _reports(course / "reports" / assignment.name)
    first, second = _disputed(reports)
    evening.type(f"autograder override {first[0]} {first[1]}::{first[2]} --points {first[3]:g} --reason 'right idea' --by {BY}", (0, 1), "Saved as entry")
    evening.type(f"autograder override {second[0]} {second[1]} --comment 'The check is right: see the smallest input.' --by {BY}", (0, 1), "No mark changes")
    unfair = _unfair(reports)
    evening.type(f"autograder override --check {unfair} --off --reason 'not in the text' --by {BY}", says="Nothing was changed yet")
    evening.type(f"autograder override --check {unfair} --off --reason 'not in the text' --by {BY} --yes", (0, 1), "Saved as entry")
    for place in LATE[:3]:
        evening.type(f"autograder override {students[place].login} --extend 2026-06-07T23:59 --reason ill --by {BY}", (0, 1), "Saved as entry")
    evening.type(f"nbgrader generate_feedback {assignment.name}")
    evening.type(f"autograder export --course . --canvas ../{gradebook.name}", (0, 1), "written")
    if screens:
        page = course / "feedback" / first[0] / assignment.name / f"{assignment.name}.html"
        _screens({"nbgrader-feedback": page.as_uri(), "nbgrader-class": (course / "reports" / assignment.name / "report.html").as_uri()}, screens)
    return evening


def _name(assignment: Assignment) -> str:
    """As an instructor types it: the kit's own by name, others by their folder."""
    return assignment.name if assignment.folder.parent.samefile(TESTS.parent / "solutions") else str(assignment.folder.resolve())


@contextlib.contextmanager
def _canvas(assignment: Assignment, students: list[Student]) -> Iterator[canvas_server.CanvasServer]:
    """A Canvas with this class, in which nobody has a mark."""
    with canvas_server.CanvasServer().running() as server:
        server.page = 50
        server.assignment |= {"name": assignment.title, "due_at": None}
        server.people = {
            one.number: canvas_server.Person(one.name, one.login, f"{one.login}@school.example", f"2026{one.place:04}", one.place != LEFT)
            for one in students
        }
        os.environ["AUTOGRADER_CANVAS_TOKEN"] = canvas_server.TOKEN
        yield server


def _set_deadline(settings: Path) -> None:
    """What the instructor does in an editor."""
    text = settings.read_text("utf-8")
    text = re.sub(r"^# deadline = .*$", f"deadline = {DEADLINE}", text, flags=re.MULTILINE)
    settings.write_text(re.sub(r"^per_day = 0 ", "per_day = 10 ", text, flags=re.MULTILINE), "utf-8")


def _add_student(course: Path, student: Student) -> None:
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{course}/gradebook.db") as gradebook:
        gradebook.update_or_create_student(student.login, first_name=student.first, last_name=student.last, lms_user_id=str(student.number))


def _reports(folder: Path) -> list[dict]:
    return [content for path in sorted(folder.glob("*.json")) if "exercises" in (content := json.loads(path.read_bytes()))]


def _disputed(reports: list[dict]) -> list[tuple[str, str, str, float]]:
    """Two students with a known mistake: (student, exercise, check, its points)."""
    found = {}
    for report in reports:
        for exercise in report["exercises"]:
            for check in exercise["checks"]:
                if check["outcome"] == "failed" and check["mistake"]:
                    found.setdefault(report["submission"], (report["submission"], exercise["name"], check["name"], check["max_points"]))
    return list(found.values())[:2]


def _unfair(reports: list[dict]) -> str:
    """The hidden check that most students fail, of those that are worth something."""
    failed: dict[str, int] = {}
    for report in reports:
        for exercise in report["exercises"]:
            for check in exercise["checks"]:
                if check["outcome"] == "failed" and not check["public"] and "[" not in check["name"]:
                    name = f"{exercise['name']}::{check['name']}"
                    failed[name] = failed.get(name, 0) + 1
    return max(failed, key=lambda name: failed[name])


def _compare(evening: Evening, here: Path, assignment: Assignment, server: canvas_server.CanvasServer) -> None:
    """Every final mark is in Canvas, once, with one page; and in the file that was filled in."""
    done = subprocess.run([sys.executable, "-m", "autograder", "course", "status", "course", "--json"], cwd=here, capture_output=True, text=True)
    marks = {one["id"]: one["marks"][assignment.name] for one in json.loads(done.stdout)["students"]}
    for number, person in server.people.items():
        mark = marks.get(str(number))
        final = mark and mark["attempts"] and mark["score"] is not None and person.active
        wanted = round(mark["score"] * 100 / mark["max_score"], 6) if final else None
        work = server.work[number]
        if (None if work.score is None else round(work.score, 6)) != wanted or len(server.feedback(number)) != (wanted is not None):
            evening.faults.append(f"{person.name}: {work.score} with {len(server.feedback(number))} pages in Canvas, {wanted} in the course")


def _screens_of_course(evening: Evening, here: Path, assignment: Assignment, late: Student, screens: Path) -> None:
    """The class page, the desk, and pages of students."""
    reports = here / "course" / "reports" / assignment.name
    desk = subprocess.Popen([sys.executable, "-m", "autograder", "desk", "course"], cwd=here, stdout=subprocess.PIPE, text=True)
    try:
        assert desk.stdout
        address = re.search(r"http://\S+", desk.stdout.readline())
        assert address
        base = address[0]
        pages = {
            "class": (reports / "report.html").as_uri(),
            "student": next((here / "feedback").glob("*.html")).as_uri(),
            "desk": base,
            "desk-class": f"{base}class?assignment={assignment.name}",
            "desk-student": f"{base}student?assignment={assignment.name}&student={late.number}",
            "desk-log": f"{base}log",
        }
        _screens(pages, screens)
    finally:
        desk.terminate()
        desk.wait(20)


def _screens(pages: dict[str, str], folder: Path) -> None:
    from playwright import sync_api

    folder.mkdir(parents=True, exist_ok=True)
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_api.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1200, "height": 900})
        for name, address in pages.items():
            page.goto(address)
            page.screenshot(path=folder / f"{name}.png", full_page=True)
        browser.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--from", dest="origins", nargs="+", choices=("canvas", "nbgrader"), default=("canvas", "nbgrader"))
    parser.add_argument("--assignment", default="mnist", help="an assignment of the kit, or a folder (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--students", type=int, default=evening_class.COUNT)
    parser.add_argument("--keep", type=Path, help="a folder that stays")
    parser.add_argument("--screens", type=Path, help="a folder for images")
    asked = parser.parse_args()
    place = Path(asked.assignment) if os.sep in asked.assignment else TESTS.parent / "solutions" / asked.assignment
    assignment = assignment_folder.load(place)
    students = evening_class.compose(assignment, asked.seed, asked.students)
    acts = {"canvas": from_canvas, "nbgrader": from_nbgrader}
    summaries, faults = [], []
    with tempfile.TemporaryDirectory() as scratch:
        for origin in asked.origins:
            here = (asked.keep or Path(scratch)).resolve() / origin
            here.mkdir(parents=True)
            evening = acts[origin](assignment, students, here, asked.screens)
            summaries.append(evening.summary(f"From {origin}"))
            faults += [f"{origin}: {fault}" for fault in evening.faults]
    print()
    for sentence in [*summaries, *(f"FAULT {fault}" for fault in faults), f"{len(students)} students, {len(faults)} faults, seed {asked.seed}"]:
        print(sentence)
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
