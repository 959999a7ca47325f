"""What languages cost whoever reads English: an import and a first check, before there were languages and now.

    python tests/benchmarks/languages.py                 counts, and the processor's time in 15 rounds by turns
    python tests/benchmarks/languages.py --rounds 40 --before COMMIT
    python tests/benchmarks/languages.py --share --write         only what part of it all is of the languages, into docs/quality.md

``COMMIT`` is the state to compare with: by default the one before the first module of ``core/languages``. All else that has
changed since is in the numbers, too. So the share of the languages is what counts: of the processor's time that Python's profiler notes, what
is in ``core/languages`` (the modules' own code, their functions, and what of Python and its library these call), and of the time
of all imports, that of these modules. A profiler makes small functions look slower than they are, so this is rather too much.

Counts are the same each time: modules, bytes of their source, files opened, calls of Python functions. The processor's time is
that of the process and of all that it has waited for; old and new take turns, and their medians are compared.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support"), str(ROOT / "tests" / "quality")]

import document  # noqa: E402

FIRST_MODULE = "autograder/core/languages/messages.py"
IMPORT = "import autograder"
CHECK = "from autograder.cli import main; main(['check', 'miniature.py', 'double'])"
COUNT = """
import json, sys, threading
from collections import Counter
counted, opened = Counter(), []
def hear(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        opened.append(arguments[0])
def called(frame, event, _argument):
    if event == "call":
        counted["calls"] += 1
        counted["calls in languages"] += "languages" in frame.f_code.co_filename
sys.addaudithook(hear)
threading.setprofile(called)
sys.setprofile(called)
{code}
sys.setprofile(None)
files = {{one.__file__ for one in list(sys.modules.values()) if getattr(one, "__file__", None) and one.__name__.startswith("autograder")}}
mine = [one for one in files if "languages" in one]
print("COUNTED " + json.dumps({{
    "modules": len(sys.modules),
    "modules of the kit": len(files),
    "bytes of their source": sum(len(open(one, "rb").read()) for one in files),
    "files opened": len([one for one in opened if not one.endswith(".pyc")]),
    "catalogues opened": len([one for one in opened if one.endswith(".po")]),
    "modules of languages": len(mine),
    "bytes of languages": sum(len(open(one, "rb").read()) for one in mine),
    **counted,
}}))
"""
SHARE = """
import cProfile, json, pstats, sys, time
profile = cProfile.Profile(time.process_time)
try:
    profile.runcall(exec, {code!r}, {{}})
except SystemExit:
    pass
stats = pstats.Stats(profile).stats
def mine(function):
    return "core/languages" in function[0].replace(chr(92), "/")
whole = sum(own for _calls, _times, own, _all, _callers in stats.values())
part = 0.0
for function, (_calls, _times, own, _all, callers) in stats.items():
    if mine(function):
        part += own
    elif "autograder" not in function[0]:
        part += sum(times[2] for caller, times in callers.items() if mine(caller))
catalogues = len([one for one in sys.modules if one.endswith(("languages.catalogue", "languages.po_file", "languages.particles"))])
print("SHARED " + json.dumps([part, whole, catalogues]))
"""


def measure(before: str, rounds: int) -> list[str]:
    """The lines to print.

    Args:
        before: a commit. rounds: of the processor's time; 0 for the counts alone.
    """
    lines = []
    with tempfile.TemporaryDirectory() as name:
        old = Path(name) / "old"
        _take_out(before, old)
        for title, code in (("import autograder", IMPORT), ("a first check", CHECK)):
            states = {"old": old, "new": ROOT}
            work = {state: _page(Path(name) / f"{state}-{code[:4]}", folder) for state, folder in states.items()}
            for state, folder in states.items():  # what is compiled once is compiled here
                _run(folder, work[state], code)
            counts = {state: _counted(folder, work[state], code) for state, folder in states.items()}
            lines += [f"{title}: {what}: {_compared(counts['old'].get(what, 0), number)}" for what, number in counts["new"].items()]
            times: dict[str, list[float]] = {state: [] for state in states}
            for turn in range(rounds):
                for state in list(states)[:: 1 if turn % 2 else -1]:
                    times[state].append(_run(states[state], work[state], code))
            if rounds:
                medians = {state: statistics.median(found) for state, found in times.items()}
                lines.append(f"{title}: seconds of the processor, median of {rounds}: {_compared(medians['old'], medians['new'])}")
    return lines


@dataclass(frozen=True)
class Share:
    """What of a run is of the languages.

    Attributes:
        run: the share of the profiled time. imports: that of all imports. catalogues: modules that were loaded only for other languages.
    """

    run: float
    imports: float
    catalogues: int


def shares(rounds: int) -> dict[str, Share]:
    """What was done -> the medians over so many rounds."""
    found = {}
    with tempfile.TemporaryDirectory() as name:
        for title, code in (("import autograder", IMPORT), ("a first check", CHECK)):
            work = _page(Path(name) / code[:4], ROOT)
            _run(ROOT, work, code)
            runs, imports, loaded = [], [], 0
            for _turn in range(rounds):
                part, whole, loaded = json.loads(_said(ROOT, work, SHARE.format(code=code), "SHARED "))
                runs.append(part / whole)
                imports.append(_share_of_imports(work, code))
            found[title] = Share(statistics.median(runs), statistics.median(imports), loaded)
    return found


def _share_of_imports(work: Path, code: str) -> float:
    """By ``python -X importtime``: the modules' own time, without that of what they import."""
    done = subprocess.run([sys.executable, "-X", "importtime", "-c", code], cwd=work, env=_environment(ROOT, work), capture_output=True, text=True, check=True)
    times = [(float(own), module) for own, module in re.findall(r"^import time:\s*(\d+) \|\s*\d+ \|\s*(\S+)$", done.stderr, re.MULTILINE)]
    return sum(own for own, module in times if ".core.languages" in module) / sum(own for own, _module in times)


def section(found: dict[str, Share], rounds: int) -> str:
    """The section of docs/quality.md."""
    rows = [f"| {title} | {100 * one.run:.2f} % | {100 * one.imports:.2f} % | {one.catalogues} |" for title, one in found.items()]
    return "\n".join(
        [
            "## What other languages cost who reads English", "",
            f"`python tests/benchmarks/languages.py --share`, medians of {rounds} rounds. Of the processor's time that Python's profiler notes in the process of the command,",
            "what is in `autograder/core/languages`, with all that it calls; and of the time of all imports, that of its modules. Catalogues are read",
            "only for other languages.", "",
            "| | of the run | of the imports | modules for catalogues that were loaded |", "|---|---|---|---|", *rows,
        ]
    )  # fmt: skip


def _compared(old: float, new: float) -> str:
    return f"{old:.6g} -> {new:.6g}" + (f" ({new / old:.4f} ×)" if old else "")


def _take_out(commit: str, folder: Path) -> None:
    """The kit as it was, in a folder."""
    folder.mkdir(parents=True)
    with subprocess.Popen(["git", "archive", commit, "autograder"], cwd=ROOT, stdout=subprocess.PIPE) as process:
        with tarfile.open(fileobj=process.stdout, mode="r|") as archive:
            archive.extractall(folder, filter="data")
    if process.returncode:
        raise SystemExit(f"there is no commit {commit}")


def _page(place: Path, folder: Path) -> Path:
    """A folder to work in, with the page of a small assignment."""
    import miniature

    assignment = miniature.write(place)
    (place / "miniature.py").write_text((assignment / "miniature.py").read_text("utf-8"), "utf-8")
    return place


def _environment(folder: Path, work: Path) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("AUTOGRADER_", "PYTHON", "LC_", "LANG"))}
    return {**kept, "PYTHONPATH": str(folder), "AUTOGRADER_CACHE": str(work / "cache"), "PYTHONSAFEPATH": "1", "LANG": "C.UTF-8"}


def _counted(folder: Path, work: Path, code: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(_said(folder, work, COUNT.format(code=code), "COUNTED "))
    return found


def _said(folder: Path, work: Path, code: str, mark: str) -> str:
    """The line of a program that begins with a mark, without it."""
    done = subprocess.run([sys.executable, "-c", code], cwd=work, env=_environment(folder, work), capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith(mark)]
    if not said:
        raise SystemExit(f"{folder.name}: {done.stdout}\n{done.stderr}")
    return said[0].removeprefix(mark)


def _run(folder: Path, work: Path, code: str) -> float:
    """Seconds of the processor, of the process and all that it has waited for."""
    process = subprocess.Popen(
        [sys.executable, "-c", code], cwd=work, env=_environment(folder, work), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    with contextlib.suppress(AttributeError):
        process.stderr.close()  # type: ignore[union-attr]
    if process.returncode:
        raise SystemExit(f"{folder.name}: {said.decode(errors='replace')}")
    return used.ru_utime + used.ru_stime


def before_languages() -> str:
    """The commit before the first module of ``core/languages``."""
    command = ["git", "log", "--diff-filter=A", "--format=%H", "--", FIRST_MODULE]
    first = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    if not first:
        raise SystemExit("the history is not here: name a commit with --before")
    return f"{first[-1]}~1"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", default="", metavar="COMMIT")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--share", action="store_true")
    parser.add_argument("--write", action="store_true")
    typed = parser.parse_args()
    text = section(shares(typed.rounds), typed.rounds) if typed.share else "\n".join(measure(typed.before or before_languages(), typed.rounds))
    print(text)
    if typed.share and typed.write:
        document.write_section("costs", text)
