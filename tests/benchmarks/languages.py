"""What languages cost whoever reads English: an import and a first check, before there were languages and now.

    python tests/benchmarks/languages.py                 counts, and the processor's time in 15 rounds by turns
    python tests/benchmarks/languages.py --rounds 40 --before COMMIT

``COMMIT`` is the state to compare with: by default the one before the first module of ``core/languages``. All else that has
changed since is in the numbers, too, so the last lines say what of them is in ``core/languages`` and in the catalogues.

Counts are the same each time: modules, bytes of their source, files opened, calls of Python functions. The processor's time is
that of the process and of all that it has waited for; old and new take turns, and their medians are compared.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
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
    done = subprocess.run(
        [sys.executable, "-c", COUNT.format(code=code)], cwd=work, env=_environment(folder, work), capture_output=True, text=True, check=False
    )
    said = [line for line in done.stdout.splitlines() if line.startswith("COUNTED ")]
    if not said:
        raise SystemExit(f"{folder.name}: {done.stdout}\n{done.stderr}")
    found: dict[str, int] = json.loads(said[0].removeprefix("COUNTED "))
    return found


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
    typed = parser.parse_args()
    print("\n".join(measure(typed.before or before_languages(), typed.rounds)))
