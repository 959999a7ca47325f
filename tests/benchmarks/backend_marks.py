"""Are the marks the same with each backend of Keras, and is the audit quiet with each? Writes a part of ``docs/backends.md``.

    python tests/benchmarks/backend_marks.py --python jax=.venv-jax/bin/python --python torch=.venv-torch/bin/python
    python tests/benchmarks/backend_marks.py … --keep FILE        goes on where it was stopped; `--only marks` leaves the audits out
    python tests/benchmarks/backend_marks.py --section --keep FILE   writes the part from what is in FILE

Each backend works with the interpreter that has it: TensorFlow with the one that runs this program. *Marks*: the sample class of each
assignment (``autograder demo``) and the pages below ``tests/submissions`` are graded from nothing, with the data that the kit makes. Two
backends agree on a check if outcome, points and mistake are the same. *Audits*: all mistakes and alternatives of the exercises that
list Keras; the others never load a backend.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from commands import Took, measured, surroundings

from autograder.content import assignment_folder
from autograder.core import keras_backend, libraries
from autograder.core.files import write_atomically

ROOT = Path(__file__).resolve().parents[2]
SOLUTIONS, DOCUMENT = ROOT / "solutions", ROOT / "docs" / "backends.md"
NAMES = sorted(path.name for path in SOLUTIONS.iterdir() if (path / "assignment.toml").is_file())
BEGIN, END = "<!-- marks -->", "<!-- end of the marks -->"
SUBMISSIONS = "tests/submissions"
USUAL = "tensorflow"
SAID = re.compile(r"(\d+) exercises? pass(?:es)? the audit: (\d+) mistakes? caught and named, (\d+) alternative right answers? accepted, (\d+) false names?")


class Backend:
    """Runs the kit's commands with a backend, from an empty home and with an empty cache.

    Args:
        name: of the backend; python: an interpreter that has it; folder: to work in, empty.
    """

    def __init__(self, name: str, python: Path, folder: Path) -> None:
        self.name, self.python, self.folder = name, python, folder
        self.environment = surroundings(folder / "home", AUTOGRADER_CACHE=str(folder / "cache"), **libraries.environment(name))

    def command(self, *words: object) -> Took:
        """Runs a command; that there is something to mend for a person, such as a damaged page, is fine."""
        shell = ["bash", "-c", '"$0" "$@"; [ $? -le 1 ]', self.python]
        return measured([*shell, "-m", "autograder", *words], self.folder, self.environment)

    def marks(self, what: str) -> dict[str, list]:
        """``page check`` -> outcome, points, mistake: of the sample class of an assignment, or of ``tests/submissions``."""
        out = self.folder / what.replace("/", "-")
        if what == SUBMISSIONS:
            self.command("grade", ROOT / what, "--assignment", SOLUTIONS / "mnist", "--budget", "quick", "--out", out)
        else:
            self.command("demo", "--assignment", SOLUTIONS / what, "--out", out)
        found = {}
        for path in sorted(out.glob("*.json")):
            report = json.loads(path.read_text("utf-8"))
            for exercise in report.get("exercises", []) if "submission" in report else []:
                for check in exercise["checks"]:
                    name = f"{report['submission']} {exercise['name']} {check['name']}"
                    found[name] = [check["outcome"], check["points"], check["mistake"]]
        return found

    def audit(self, assignment: str) -> dict[str, Any]:
        """Seconds of computing, and what the last line says: exercises, mistakes, alternatives, false names."""
        exercises = [one.name for one in assignment_folder.load(SOLUTIONS / assignment).exercises if "keras" in one.libraries]
        log = self.folder / f"{assignment}.log"
        words = ["-m", "autograder", "audit", SOLUTIONS / assignment, *exercises, "--backend", self.name]
        took = measured(["bash", "-c", '"$@" >"$0" 2>&1; [ $? -le 1 ]', log, self.python, *words], self.folder, self.environment)
        said = SAID.search(text := log.read_text("utf-8"))  # an audit that finds something ends with 1, and what it says is shown
        if said is None:
            raise SystemExit(f"The audit of {assignment} with {self.name} said: {text[-2000:]}")
        return {"seconds": took.processor, "found": list(map(int, said.groups())), "left out": re.findall(r"left out[^\n]*", text)}


class Record:
    """What is known, kept in a file after each step."""

    def __init__(self, file: Path | None) -> None:
        self.file = file
        self.found: dict[str, Any] = json.loads(file.read_text("utf-8")) if file and file.is_file() else {}

    def once(self, name: str, make: Any) -> Any:
        if name not in self.found:
            self.found[name] = make()
            print(name, flush=True)
            if self.file:
                write_atomically(self.file, json.dumps(self.found).encode())
        return self.found[name]


def section(found: dict[str, Any]) -> str:
    """The part of the document: a row for each class with the number of checks and the differences, and one for each audit."""
    others = [name for name in keras_backend.TITLES if name != USUAL]
    titles = [keras_backend.TITLES[name] for name in others]
    lines = ["| graded | pages | checks | " + " | ".join(f"{one}: as TensorFlow" for one in titles) + " |"]
    lines.append("|---" * (3 + len(others)) + "|")
    told: list[str] = []
    for what in [*NAMES, SUBMISSIONS]:
        if not (usual := found.get(f"marks {what} {USUAL}")):
            continue
        cells = []
        for name in others:
            other = found.get(f"marks {what} {name}")
            apart = [] if other is None else sorted(check for check in usual.keys() | other.keys() if usual.get(check) != other.get(check))
            cells.append("not measured" if other is None else f"{len(usual) - len(apart)}")
            told += [f"- `{check}`: {_words(usual.get(check))} with TensorFlow, {_words((other or {}).get(check))} with {keras_backend.TITLES[name]}" for check in apart]
        pages = len({check.split()[0] for check in usual})
        title = f"`{what}`" if what == SUBMISSIONS else f"sample class of `{what}`"
        lines.append(f"| {title} | {pages} | {len(usual)} | {' | '.join(cells)} |")
    lines += ["", *(["Not alike:", "", *told] if told else ["No check differs in outcome, points or mistake."]), ""]
    lines += ["| audit of | backend | exercises | mistakes caught and named | alternatives accepted | false names | minutes of computing |"]
    lines += ["|---" * 7 + "|"]
    for what in NAMES:
        for name, title in keras_backend.TITLES.items():
            if audit := found.get(f"audit {what} {name}"):
                lines.append(f"| `{what}` | {title} | {' | '.join(map(str, audit['found']))} | {audit['seconds'] / 60:.1f} |")
    return "\n".join(lines)


def _words(mark: list | None) -> str:
    if mark is None:
        return "no such check"
    outcome, points, mistake = mark
    return f"{outcome}, {points} points" + (f", `{mistake}`" if mistake else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", action="append", default=[], metavar="BACKEND=PATH")
    parser.add_argument("--assignments", nargs="+", choices=NAMES, default=NAMES)
    parser.add_argument("--only", choices=["marks", "audits"])
    parser.add_argument("--keep", type=Path, help="a file for what was found, from which the next run goes on")
    parser.add_argument("--section", action="store_true", help="write the part of the document from what was found, and run nothing")
    options = parser.parse_args()
    record = Record(options.keep)
    if not options.section:
        pythons = {USUAL: Path(sys.executable)} | {name: Path(path).absolute() for name, _, path in (one.partition("=") for one in options.python)}
        with tempfile.TemporaryDirectory(prefix="autograder-backends-") as folder:
            backends = [Backend(name, python, Path(folder, name)) for name, python in pythons.items()]
            for backend in backends:
                backend.folder.mkdir(exist_ok=True)
                if options.only != "audits":
                    for what in [*options.assignments, SUBMISSIONS]:
                        record.once(f"marks {what} {backend.name}", lambda what=what, backend=backend: backend.marks(what))
            for what in options.assignments if options.only != "marks" else []:
                for backend in backends:
                    record.once(f"audit {what} {backend.name}", lambda what=what, backend=backend: backend.audit(what))
    text = DOCUMENT.read_text("utf-8")
    before, after = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    write_atomically(DOCUMENT, f"{before}\n\n{section(record.found)}\n\n{after}".encode())


if __name__ == "__main__":
    main()
