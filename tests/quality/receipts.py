"""Are changed receipts found out, and do true ones give the same mark again?

    python tests/quality/receipts.py [--changed 1000] [--true 200] [--seed 5] [--python PROGRAM …] [--envs FOLDER]

Makes a course of the miniature assignment with as many different pages as there are true receipts: right answers, known mistakes and
others, with different constants. Changes receipts in each way that a person or a disk might, and counts how many are accepted.
Then derives every true receipt again, from the page, without using earlier results: with this Python, and with each ``--python``, in an
environment that uv makes (with none, the newest of each other version that ``tests/pythons.py`` finds on this machine). Exit code 1 if a
changed receipt is accepted or a mark differs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import platform
import random
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS), str(TESTS / "support")]

import course_sample  # noqa: E402
import miniature  # noqa: E402

from autograder import cli  # noqa: E402
from autograder.desk.correcting import CourseDesk  # noqa: E402
from autograder.desk.course_file import CourseUnusable, read_course  # noqa: E402
from autograder.desk.keys import CourseKey  # noqa: E402
from autograder.desk.receipts import read  # noqa: E402
from autograder.desk.store import Store  # noqa: E402
from autograder.desk.verifying import verify_all  # noqa: E402

DOUBLES = (
    "return 2 * numbers", "return numbers + numbers", "return numbers + {0}", "return abs(2 * numbers)", "return {0} * numbers",
    "raise NotImplementedError", "return numbers / ({0} - {0})", "return 2 * numbers + {0} - {0}",
)  # fmt: skip
TOTALS = ("return numbers.sum()", "return numbers[-1] if len(numbers) else {0}", "return {0} + numbers.sum()", "return sum(numbers, {0} - {0})")
BATCH = 50  # pages that are derived together


def make(folder: Path, count: int, rng: random.Random) -> None:
    """A course with so many graded pages, all different."""
    course_sample.write_course(folder, roster="id,name\n")
    pages = folder / "pages"
    pages.mkdir()
    for number in range(count):
        double, total = (rng.choice(ways).format(rng.randint(3, 9)) for ways in (DOUBLES, TOTALS))
        (pages / f"student{number:03}.py").write_text(f"# page {number}\n{miniature.page(double=double, total=total)}")
    with contextlib.chdir(folder):
        cli.main(["grade", "pages", "--course", "course"])


def changed(data: bytes, others: list[bytes], rng: random.Random) -> tuple[str, bytes]:
    """(how, another text than the receipt)."""
    place = rng.randrange(len(data))
    content = json.loads(data)

    def written(new: dict) -> bytes:
        return (json.dumps(new, sort_keys=True, indent=1) + "\n").encode()

    def outcome() -> bytes:
        rows = content["outcome"][rng.choice(sorted(content["outcome"]))]
        row = rng.choice(rows)
        row[2] = row[3] if row[2] != row[3] else 0.0
        return written(content)

    def of_another() -> bytes:
        return written(content | {"signature": json.loads(rng.choice(others))["signature"]})

    def hashed() -> bytes:
        return written(content | {"page": content["page"] | {"sha256": json.loads(rng.choice(others))["page"]["sha256"]}})

    ways = {
        "a bit": lambda: data[:place] + bytes([data[place] ^ 1 << rng.randrange(8)]) + data[place + 1 :],
        "a byte less": lambda: data[:place] + data[place + 1 :],
        "a byte more": lambda: data[:place] + bytes([rng.randrange(256)]) + data[place:],
        "cut off": lambda: data[:place],
        "a score": lambda: written(content | {"score": content["score"] + rng.choice((1, -1, 0.5, 50))}),
        "an outcome": outcome,
        "the page's hash": hashed,
        "the seed": lambda: written(content | {"settings": content["settings"] | {"seed": content["settings"]["seed"] + 1}}),
        "the student": lambda: written(content | {"submission": "somebody else"}),
        "another signature": of_another,
        "a key more": lambda: written(content | {"note": "all points"}),
        "a key less": lambda: written({key: value for key, value in content.items() if key != "checks"}),
        "the layout": lambda: json.dumps(content).encode(),
    }
    how = rng.choice(sorted(ways))
    return how, ways[how]()


def attack(receipts: list[bytes], public: object, count: int, rng: random.Random) -> int:
    """How many of so many changed receipts are accepted."""
    accepted, ways, done = 0, {}, 0
    while done < count:
        data = rng.choice(receipts)
        how, new = changed(data, receipts, rng)
        if new in receipts:
            continue
        done += 1
        ways[how] = ways.get(how, 0) + 1
        try:
            read(new, public)
        except CourseUnusable:
            continue
        accepted += 1
        print(f"ACCEPTED: {how}")
    print(f"changed receipts: {done}, accepted: {accepted}; by {', '.join(f'{how} {times}' for how, times in sorted(ways.items()))}")
    return accepted


def derive(folder: Path, receipts: list[bytes]) -> int:
    """How many receipts do not give the same mark again."""
    course, wrong, points = read_course(folder / "course"), 0, set()
    with Store(course) as store:
        desk = CourseDesk(course, store)
        for first in range(0, len(receipts), BATCH):
            found = verify_all(desk, receipts[first : first + BATCH])
            wrong += sum(not one.same_mark for one in found)
            points |= {one.mark for one in found}
            for one in found:
                if not one.same_mark:
                    print("DIFFERS:", one.problem, *one.differences)
    print(f"true receipts: {len(receipts)}, the same mark again: {len(receipts) - wrong} ({len(points)} different marks), with Python {platform.python_version()}")
    return wrong


def other_pythons() -> list[Path]:
    """The newest Python of each other version on this machine that the kit runs on."""
    import pythons

    own = ".".join(platform.python_version_tuple()[:2])
    return [place for short, (_version, place) in sorted(pythons.pythons().items()) if short in pythons.WANTED and short != own]


def environment(python: Path, folder: Path) -> Path:
    """The program of an environment of another Python that has the kit, without what Keras computes with: no receipt here needs it."""
    project = tomllib.loads((TESTS.parent / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["desk"], *project["optional-dependencies"]["lms"]]
    version = subprocess.run([python, "-c", "import platform; print(platform.python_version())"], capture_output=True, text=True, check=True).stdout.strip()
    place = folder / f"receipts-{version}"
    program = place / "bin" / "python"
    if not (place / ".complete").is_file():
        subprocess.run(["uv", "venv", "--quiet", "--clear", "--python", python, place], check=True)
        install = ["uv", "pip", "install", "--quiet", "--python", program, "--constraint", TESTS.parent / "constraints.txt"]
        subprocess.run([*install, *(one for one in wanted if not one.startswith("tensorflow"))], check=True)
        subprocess.run([*install, "--no-deps", "--editable", TESTS.parent], check=True)
        (place / ".complete").write_text("")
    return program


def derived_by(program: Path, folder: Path) -> int:
    """How many receipts another Python does not derive."""
    done = subprocess.run([program, __file__, "--only-derive", folder], cwd=TESTS.parent, capture_output=True, text=True)
    print(done.stdout.strip() or done.stderr.strip()[-600:], flush=True)
    return done.returncode


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changed", type=int, default=1000)
    parser.add_argument("--true", type=int, default=200)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--python", type=Path, nargs="*", metavar="PROGRAM")
    parser.add_argument("--envs", type=Path, default=TESTS.parent / ".pythons", help="folder for the environments (default: .pythons)")
    parser.add_argument("--only-derive", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.only_derive:
        return int(bool(derive(asked.only_derive, receipts_in(asked.only_derive))))
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch:
        folder, rng = Path(scratch), random.Random(asked.seed)
        make(folder, asked.true, rng)
        receipts = receipts_in(folder)
        accepted = attack(receipts, CourseKey(folder / "course").public, asked.changed, rng)
        wrong = derive(folder, receipts)
        for python in other_pythons() if asked.python is None else asked.python:
            wrong += derived_by(environment(python, asked.envs), folder)
    print(f"seed {asked.seed}, {time.monotonic() - started:.0f} s")
    return 1 if accepted or wrong or len(receipts) < asked.true else 0


def receipts_in(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted((folder / "course" / "reports" / "miniature").glob("*.receipt"))]


if __name__ == "__main__":
    sys.exit(main())
