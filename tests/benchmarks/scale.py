"""A class of thousands in one run: the command's memory, and what three kills change. Nothing, it should say.

    python tests/benchmarks/scale.py [--submissions 2000] [--jobs 2]

The assignment's functions cost nothing, so what is seen is the kit alone. The class is graded twice: in one go, and in a
run that is killed three times (kill -9) and called again. Both must leave the same reports, one for each submission.
"""

from __future__ import annotations

import argparse
import json
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
import miniature  # noqa: E402

BODIES = ("return 2 * numbers", "return numbers + 2", "return abs(2 * numbers)", "raise NotImplementedError")
KILLS = (0.25, 0.5, 0.75)  # of the class


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--submissions", type=int, default=2000)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder, pages = miniature.write(Path(place)), Path(place, "pages")
        pages.mkdir()
        for number in range(options.submissions):
            body = f"{BODIES[number % len(BODIES)]}  # {number}"  # no two alike
            (pages / f"student{number:04}.py").write_text(miniature.page(double=body))
        whole, killed = Path(place, "whole"), Path(place, "killed")
        command = [
            *(sys.executable, "-m", "autograder", "grade", str(pages), "--assignment", str(folder)),
            *("--jobs", str(options.jobs), "--out"),
        ]
        started = time.monotonic()
        memory = _run([*command, str(whole)], options.submissions)
        print(f"{options.submissions} submissions, {options.jobs} jobs: {time.monotonic() - started:.0f} s")
        for share in (0.1, 0.25, 0.5, 0.75, 1.0):
            print(f"  memory of the command after {share:4.0%}: {memory[int(share * (len(memory) - 1))]:6.1f} MiB")
        for share in KILLS:
            done = _run([*command, str(killed)], options.submissions, int(share * options.submissions))
            print(f"  killed after {len(done)} of {options.submissions}")
        _run([*command, str(killed)], options.submissions)
        one, other = _reports(whole), _reports(killed)
        if len(one) != options.submissions:
            raise SystemExit(f"{len(one)} reports of {options.submissions}")
        if one != other:
            raise SystemExit(f"killed three times: {sum(one[name] != other.get(name) for name in one)} reports differ")
        print(f"{len(one)} reports; those of the run that was killed {len(KILLS)} times are the same.")


def _run(command: list[str], count: int, kill_after: int | None = None) -> list[float]:
    """Runs to the end, or until so many reports are done. Returns the command's MiB after each report."""
    memory = []
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    words = []
    for line in process.stderr:  # one for each submission
        words.append(line)
        memory.append(_resident(process.pid) or memory[-1])
        if kill_after is not None and len(memory) >= kill_after:
            process.send_signal(signal.SIGKILL)
            break
    process.stderr.close()
    if process.wait() and kill_after is None:
        raise SystemExit(f"ended with {process.returncode}:\n{''.join(words[-20:])}")
    return memory


def _resident(number: int) -> float:
    try:
        status = Path(f"/proc/{number}/status").read_text()
    except OSError:
        return 0.0
    sizes = [line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")]
    return int(sizes[0]) / 1024 if sizes else 0.0


def _reports(folder: Path) -> dict[str, dict]:
    return {path.name: miniature.timeless(json.loads(path.read_text())) for path in folder.glob("*.json")}


if __name__ == "__main__":
    main()
