"""Is anything lost, or sent twice, if each command of an instructor's evening is killed (SIGKILL) at any moment and run again?

    python tests/quality/evening_kills.py [--each 12] [--evenings 3] [--seed 5] [--only STEP …]

A class of six in the assignment in miniature, and a Canvas in miniature: the course is made, connected, fetched and graded; two
marks are corrected, a deadline is extended, a student is exempt, a check counts for nobody, a check is changed and all is judged again; marks are
pushed, feedback and marks are written. Each command is killed at ``--each`` of its moments (all of them with ``--each 0``), and run again.
Then the course, the reports, the files and what Canvas has are compared with those of an evening that nobody killed. At last whole evenings
are acted in which every command is killed once. Exit code 1 if anything differs, or a process of a killed command lives on.
"""

from __future__ import annotations

import argparse
import copy
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "support")]

import canvas_server  # noqa: E402
import course_sample  # noqa: E402
import miniature  # noqa: E402
from canvas_server import Person  # noqa: E402
from killed_commands import NEVER, Commands, Done  # noqa: E402

from autograder.desk.course_file import CourseUnusable, read_course  # noqa: E402
from autograder.desk.keys import CourseKey  # noqa: E402
from autograder.desk.receipts import read  # noqa: E402
from autograder.desk.store import Store, comparable_content  # noqa: E402

BY = "--by Grace --course course"
PAGES = {  # number in Canvas -> name, page, when it was submitted
    11: ("Ada Lovelace", course_sample.RIGHT, "2026-05-30T12:00:00Z"),
    12: ("Ben Bo", course_sample.ADDS_TWO, "2026-05-30T12:00:00Z"),
    13: ("Cleo Xu", course_sample.FORGETS, "2026-06-02T12:00:00Z"),
    14: ("민준 김", miniature.page(total="return numbers[-1]"), "2026-05-30T12:00:00Z"),
    15: ("Zoë Brontë", "def double(numbers:\n", "2026-05-30T12:00:00Z"),
}
AGAIN = miniature.page(double="return 2 * numbers  # once more", total="return 0")


@dataclass(frozen=True)
class Step:
    """One command. code: its exit code when nothing disturbs it."""

    name: str
    command: str
    code: int = 0


STEPS = (
    Step("new", "course new course --without-nbgrader --assignment solutions/miniature --roster list.csv"),
    Step("connect", "course connect course --canvas ADDRESS/courses/4711"),
    Step("fetch", "course fetch course --yes --grade --jobs 1", 1),
    Step("grade", "grade more --course course --jobs 1 --submitted 2026-05-31T12:00+00:00", 1),
    Step("points", f"override ben double::3 --points 15 --reason almost {BY}"),
    Step("comment", f"override ada --comment Well_done. {BY}"),
    Step("extension", f"override cleo --extend 2026-06-05T12:00+00:00 --reason ill {BY}"),
    Step("exempt", f"override zoë --exempt --reason credit {BY}"),
    Step("undo", "override --undo 1 --by Grace --course course"),
    Step("unfair", f"override --check double::1 --off --reason unclear --yes {BY}"),
    Step("regrade", "course regrade course --jobs 1"),
    Step("push", "course push course --yes --scale"),
    Step("feedback", "report course/reports/miniature --for-students feedback"),
    Step("export", "export --course course --to marks.csv --force", 1),
)


class Evening:
    """A folder and a Canvas, in which an evening is acted; both can be set back to how they were before a step."""

    def __init__(self, scratch: Path, run: Commands, server: canvas_server.CanvasServer) -> None:
        self.here, self.saved, self.run, self.server = scratch / "here", scratch / "saved", run, server
        self.canvas: dict[str, tuple] = {}
        server.http.handle_error = lambda *_request: None  # a command that is killed leaves half a request

    def begin(self) -> None:
        """An empty folder but for the assignment, a list of students, and one student's second page."""
        shutil.rmtree(self.here, ignore_errors=True)
        miniature.write(self.here)
        (self.here / "list.csv").write_text("id,name\na1,Ada Lovelace\nb1,Ben Bo\nf1,Finn Never\n", "utf-8")
        course_sample.submit(self.here / "more" / "Ada Lovelace_11_fetched_canvas", AGAIN)
        self.server.people = {number: Person(name) for number, (name, _page, _when) in PAGES.items()}
        self.server.work.clear()
        self.server.files.clear()
        for number, (_name, page, when) in PAGES.items():
            self.server.submit(number, "miniature.py", page.encode(), when)

    def act(self, step: Step, kill_at: int = NEVER) -> Done:
        if step.name == "regrade":
            path = self.here / "solutions" / "miniature" / "checks" / "test_total.py"
            path.write_text(path.read_text("utf-8").replace("is_close_to(7,", "is_close_to(7.0,").replace("points(30)", "points(25)"), "utf-8")
        return self.run(step.command.replace("ADDRESS", self.server.address).split(), self.here, kill_at)

    def save(self, name: str) -> None:
        shutil.rmtree(self.saved / name, ignore_errors=True)
        shutil.copytree(self.here, self.saved / name, symlinks=True)
        self.canvas[name] = copy.deepcopy((self.server.work, self.server.files))

    def set_back(self, name: str) -> None:
        shutil.rmtree(self.here)
        shutil.copytree(self.saved / name, self.here, symlinks=True)
        self.server.work, self.server.files = copy.deepcopy(self.canvas[name])

    def state(self) -> dict[str, object]:
        """All that must be the same, whatever was killed."""
        course = self.here / "course"
        found: dict[str, object] = {"canvas": _canvas(self.server)}
        for name in ("course/course.toml", "course/roster.csv", "marks.csv", "course/reports/miniature/grades.csv"):
            path = self.here / name
            found[name] = path.read_bytes() if path.is_file() else None
        if (course / "course.toml").is_file() and (course / "course.db").is_file():
            found |= _database(course)
        reports = course / "reports" / "miniature"
        for path in sorted(reports.glob("*.json")):
            found[path.name] = _plain(json.loads(path.read_bytes()))
        for path in sorted(reports.glob("*.receipt")):
            found[path.name] = _receipt(path.read_bytes(), course)
        for path in [*reports.rglob("*.html"), *(self.here / "feedback").glob("*.html"), *(course / "submissions").rglob("*.py")]:
            found[str(path.relative_to(self.here))] = _text(path.read_text("utf-8"))
        return found


def _database(course: Path) -> dict[str, object]:
    with Store(read_course(course)) as store:
        attempts = store.attempts()
        return {
            "attempts": sorted((one.source.submission, one.page, str(one.submitted), one.known_by, one.marked_late) for one in attempts),
            "gradings": {f"{one.source.submission} {one.page}": [_plain(report.to_dict()) for _when, report in store.history(one.number)] for one in attempts},
            "log": [{**vars(one), "made": "", "kind": str(one.kind)} for one in store.log()],
        }


def _canvas(server: canvas_server.CanvasServer) -> dict[int, object]:
    """What each student sees there; a mark or file that was sent twice would be there twice."""
    return {
        number: (work.score, work.excused, len(work.comments), sorted(server.feedback(number)), sorted(one["comment"] for one in work.comments))
        for number, work in sorted(server.work.items())
    }


def _receipt(data: bytes, course: Path) -> object:
    try:
        body = read(data, CourseKey(course).public)
    except CourseUnusable as error:
        return str(error)
    return {name: value for name, value in body.items() if name not in ("graded", "key")}


def _plain(content: dict) -> dict:
    """A report without what is another each time that the same page is judged."""
    return {name: value for name, value in comparable_content(json.loads(json.dumps(content))).items() if name != "written"}


def _text(page: str) -> str:
    """A page without what is another each time: times, how long something took, and the section about that."""
    page = re.sub(r'<section id="time">.*?</section>', "", page, flags=re.DOTALL)
    return re.sub(r'<td class="time">[^<]*|\d+(?:\.\d+)? (?:s|min|ms)\b|\d+:\d+|[0-9a-f]{16,}', "…", page)


@dataclass
class Found:
    """What came of it."""

    kills: int = 0
    trials: dict[str, int] = field(default_factory=dict)
    moments: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def fault(self, text: str) -> None:
        """It is printed at once: a run may be stopped."""
        self.faults.append(text)
        print(f"FAULT {text}", flush=True)


def unkilled(evening: Evening, found: Found) -> dict[str, dict]:
    """Acts the evening once, and keeps what was there before and after each step."""
    after = {}
    evening.begin()
    for step in STEPS:
        evening.save(step.name)
        done = evening.act(step)
        found.moments[step.name] = done.moments
        if done.code != step.code:
            found.fault(f"{step.name}: exit code {done.code}, expected {step.code}\n{done.output}")
        after[step.name] = evening.state()
    return after


def kill_each(evening: Evening, step: Step, after: dict, each: int, rng: random.Random, found: Found) -> None:
    """Kills one command at some of its moments, each time from the same beginning, and runs it again."""
    whole = range(1, found.moments[step.name] + 1)
    for place in whole if not each or each >= len(whole) else sorted(rng.sample(whole, each)):
        evening.set_back(step.name)
        killed = evening.act(step, place)
        again = evening.act(step)
        _judge(f"{step.name}, killed at moment {place} ({killed.at})", step, killed, again, evening.state(), after, found)


def whole_evening(evening: Evening, last: dict, rng: random.Random, found: Found) -> None:
    """Every command is killed once, at a moment of its own, and run again."""
    evening.begin()
    for step in STEPS:
        place = rng.randint(1, found.moments[step.name])
        killed = evening.act(step, place)
        again = evening.act(step)
        if step is not STEPS[-1]:
            _judge(f"a whole evening, {step.name} killed at moment {place} ({killed.at})", step, killed, again, {}, {}, found)
    _judge("a whole evening", step, killed, again, evening.state(), last, found)


def _judge(what: str, step: Step, killed: Done, again: Done, state: dict, wanted: dict, found: Found) -> None:
    found.kills += killed.code == -9
    found.trials[step.name] = found.trials.get(step.name, 0) + 1
    if killed.left or again.left:
        found.fault(f"{what}: a process lives on")
    if again.code not in (step.code, 0, 1) or "Traceback" in again.output:
        found.fault(f"{what}: run again, exit code {again.code}\n{again.output[-1500:]}")
    for name in sorted({**state, **wanted}):
        if state.get(name) != wanted.get(name):
            found.fault(f"{what}: {name} differs: {_difference(state.get(name), wanted.get(name))}")


def _difference(one: object, other: object, place: str = "") -> str:
    """The first place at which two values differ, and what is there."""
    if isinstance(one, dict) and isinstance(other, dict):
        key = next(key for key in [*one, *other] if one.get(key) != other.get(key))
        return _difference(one.get(key), other.get(key), f"{place}/{key}")
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)) and len(one) == len(other):
        number = next(number for number in range(len(one)) if one[number] != other[number])
        return _difference(one[number], other[number], f"{place}/{number}")
    if isinstance(one, str) and isinstance(other, str):
        same = next((number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
        one, other = one[max(0, same - 80) : same + 120], other[max(0, same - 80) : same + 120]
    return f"{place}: {str(one)[:300]!r} and not {str(other)[:300]!r}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=12, help="moments of each command (default: %(default)s; 0: all)")
    parser.add_argument("--evenings", type=int, default=3, help="whole evenings in which every command is killed (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--only", nargs="+", default=[step.name for step in STEPS], metavar="STEP")
    parser.add_argument("--show", action="store_true", help="print what the commands of the unkilled evening print")
    asked = parser.parse_args()
    started, rng, found = time.monotonic(), random.Random(asked.seed), Found()
    with tempfile.TemporaryDirectory() as scratch, canvas_server.CanvasServer().running() as server:
        os.environ["AUTOGRADER_CANVAS_TOKEN"] = canvas_server.TOKEN
        (Path(scratch) / "home").mkdir()
        with Commands(Path(scratch, "home")) as run:
            evening = Evening(Path(scratch), run, server)
            if asked.show:
                evening.begin()
                for step in STEPS:
                    print(f"$ autograder {step.command}\n{evening.act(step).output}")
            after = unkilled(evening, found)
            for step in STEPS:
                if step.name in asked.only:
                    kill_each(evening, step, after[step.name], asked.each, rng, found)
                    print(f"{step.name}: {found.trials[step.name]} of {found.moments[step.name]} moments, {len(found.faults)} faults so far", flush=True)
            for _number in range(asked.evenings):
                whole_evening(evening, after[STEPS[-1].name], rng, found)
    print(f"{found.kills} kills in {sum(found.trials.values())} runs of {len(found.trials)} commands, and {asked.evenings} whole evenings: "
          f"{len(found.faults)} faults. Seed {asked.seed}, {time.monotonic() - started:.0f} s")  # fmt: skip
    return int(bool(found.faults))


if __name__ == "__main__":
    sys.exit(main())
