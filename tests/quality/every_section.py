"""Makes every figure of docs/quality.md, one program after the other, and says how long each took.

    python tests/quality/every_section.py                     all; takes hours on two cores, and goes on where it was stopped
    python tests/quality/every_section.py diagnosis figures   some sections

Each program has its own seed and can be run alone. ``tests/quality/test_*.py`` try a sample of each with every run of the tests.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).parent
KEPT = HERE.parents[1] / ".quality"  # what a run that was stopped has found
COMMANDS = {  # section -> the commands that make it
    "fairness": [["fairness.py", "--keep", str(KEPT / "fairness.jsonl")]],
    "strength": [["strength.py", "--again"]],
    "diagnosis": [["diagnosis.py"]],
    "telling": [*(["telling.py", "--cost", name] for name in ("mnist", "fashion_mnist", "bank_marketing")), ["telling.py"]],
    "messages": [["messages.py"]],
    "discovery": [["discovery.py", "--keep", str(KEPT / "discovery")]],
    "figures": [["figures.py"]],
    "shortcuts": [["training_spread.py"], ["shortcuts.py"]],
    "similar": [["similar.py", "--keep", str(KEPT / "similar")]],
    "questions": [["own_code_questions.py", "--keep", str(KEPT / "questions.jsonl")]],
    "languages": [["class_in_languages.py", "--write", "--keep", str(KEPT / "languages")]],
    "costs": [["../benchmarks/languages.py", "--share", "--write"]],
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sections", nargs="*", help="all, if none is named")
    options = parser.parse_args()
    if unknown := [one for one in options.sections if one not in COMMANDS]:
        parser.error(f"there is no section {unknown[0]!r}; there are {', '.join(COMMANDS)}")
    KEPT.mkdir(exist_ok=True)
    failed = []
    for name in options.sections or COMMANDS:
        started = time.monotonic()
        codes = [subprocess.run([sys.executable, HERE / program, *words]).returncode for program, *words in COMMANDS[name]]
        print(f"{name}: {'done' if not any(codes) else 'not as it should be'}, {(time.monotonic() - started) / 60:.1f} min", flush=True)
        failed += [name] * any(codes)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
