"""The quick part of the tests on each Python that is on this machine, from 3.11 on.

    python tests/pythons.py                        # all of it: makes an environment for each, with uv, and writes the table
    python tests/pythons.py --only 3.13            # one of them
    python tests/pythons.py --parts core content   # these packages of tests only; the others keep what was found before

What is found is kept in ``tests/pythons.json`` after each package of tests, so a run may be stopped and gone on with.
The table in README is written from it. A Python that is not here, or for which a package has no wheel, is in the table
with the reason.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import tomllib
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOUND = ROOT / "tests" / "pythons.json"
README = ROOT / "README.md"
BEGIN, END = "<!-- --8<-- [start:pythons] -->", "<!-- --8<-- [end:pythons] -->"
WANTED = ("3.11", "3.12", "3.13", "3.14")
QUICK = "not keras and not slow"
PARTS = (
    "core", "transport", "content", "values", "datasets", "lms", "reports", "expectations", "judging", "sandbox", "cache",
    "learning", "cli", "hosted",
)  # fmt: skip
KERAS = ("check", "solutions/mnist/mnist.py", "build_model")  # one check of a network: does the backend work at all?
ASK = "import platform, sys; print(platform.python_version(), sys.implementation.name)"
BACKEND = "import importlib.metadata as m; print(*sorted(f'{d.name} {d.version}' for d in m.distributions() if d.name in ('tensorflow', 'torch', 'jax')))"


def pythons() -> dict[str, tuple[str, Path]]:
    """``3.12`` -> (``3.12.1``, the program), the newest of each that is here: uv's, pyenv's and the system's."""
    places = [*Path.home().glob(".pyenv/versions/*/bin/python3"), *Path("/usr/bin").glob("python3.[0-9]*"), *Path("/usr/local/bin").glob("python3.[0-9]*")]
    if shutil.which("uv"):
        done = subprocess.run(["uv", "python", "list", "--only-installed", "--output-format", "json"], capture_output=True, text=True)
        places += [Path(one["path"]) for one in json.loads(done.stdout or "[]")]
    found: dict[str, tuple[str, Path]] = {}
    for place in places:
        try:
            answer = subprocess.run([place, "-c", ASK], capture_output=True, text=True, timeout=60).stdout.split()
        except OSError:
            continue
        if len(answer) == 2 and answer[1] == "cpython":
            short = ".".join(answer[0].split(".")[:2])
            if short not in found or _number(answer[0]) > _number(found[short][0]):
                found[short] = answer[0], place
    return found


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def environment(python: Path, folder: Path) -> tuple[Path | None, str]:
    """(The program of an environment with the kit and its packages for developers, a remark), or (None, why not).

    The versions are those of constraints.txt; where one of them has no wheel for this Python, those that fit.
    """
    program = folder / "bin" / "python"
    if (folder / ".complete").is_file():
        return program, (folder / ".complete").read_text()
    subprocess.run(["uv", "venv", "--quiet", "--clear", "--python", python, folder], check=True)
    install = ["uv", "pip", "install", "--quiet", "--python", program, "--editable", f"{ROOT}[dev]"]
    done = subprocess.run([*install, "--constraint", ROOT / "constraints.txt"], capture_output=True, text=True)
    remark = ""
    if done.returncode:
        done = subprocess.run(install, capture_output=True, text=True)
        remark = "not the versions of constraints.txt"
    if done.returncode:
        lines = [line.strip(" ×╰─▶│") for line in done.stderr.splitlines() if line.strip()]
        return None, next((line for line in lines if "wheel" in line or "no solution" in line.lower()), lines[-1] if lines else "uv failed")
    (folder / ".complete").write_text(remark)
    return program, remark


def tested(program: Path, part: str) -> dict[str, int]:
    """How many tests of one package passed, failed and were skipped."""
    with tempfile.TemporaryDirectory() as place:
        report = Path(place, "report.xml")
        command = [program, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", QUICK, f"--junitxml={report}", f"tests/{part}"]
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True)
        if not report.is_file():
            print(done.stdout[-2000:], done.stderr[-2000:], file=sys.stderr)
            return {"passed": 0, "failed": 1, "skipped": 0}
        suite = next(ET.parse(report).getroot().iter("testsuite")).attrib
    failed = int(suite["failures"]) + int(suite["errors"])
    for line in done.stdout.splitlines():
        if line.startswith(("FAILED", "ERROR ")):
            print(f"      {line}")
    skipped = int(suite["skipped"])
    return {"passed": int(suite["tests"]) - failed - skipped, "failed": failed, "skipped": skipped}


def keras_works(program: Path) -> bool:
    done = subprocess.run([program, "-m", "autograder", *KERAS], cwd=ROOT, capture_output=True, text=True)
    return done.returncode == 0


def backends(program: Path) -> str:
    done = subprocess.run([program, "-c", BACKEND], capture_output=True, text=True)
    return done.stdout.strip()


def table(found: dict) -> str:
    """The Markdown table of what was run."""
    rows = ["| Python | backend | a Keras check | passed | failed | skipped | |", "|---|---|---|---|---|---|---|"]
    for short in sorted({*WANTED, *found}, key=_number):
        one = found.get(short, {})
        if not one.get("parts"):
            rows.append(f"| {short} | | | | | | not run: {one.get('reason', 'not on this machine')} |")
            continue
        total: Counter[str] = Counter()
        for counts in one["parts"].values():
            total.update(counts)
        left = [part for part in PARTS if part not in one["parts"]]
        remarks = "; ".join(filter(None, [one.get("remark", ""), f"without tests of {', '.join(left)}" if left else ""]))
        works = {True: "passes", False: "fails"}.get(one.get("keras"), "not run")
        counts = " | ".join(f"{total[what]:,}" for what in ("passed", "failed", "skipped"))
        rows.append(f"| {one['version']} | {one['backend'] or 'none'} | {works} | {counts} | {remarks} |")
    return "\n".join(rows)


def write(found: dict) -> None:
    FOUND.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", "utf-8")
    text = README.read_text("utf-8")
    if BEGIN in text and END in text:
        head, rest = text.split(BEGIN)
        README.write_text(f"{head}{BEGIN}\n\n{table(found)}\n\n{END}{rest.split(END)[1]}", "utf-8")


def classifiers() -> list[str]:
    """The versions that pyproject.toml says the kit was tried on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [line.rpartition(" ")[2] for line in project["classifiers"] if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", line)]


def main() -> int:
    parser = argparse.ArgumentParser(description="The quick part of the tests on each Python that is on this machine.")
    parser.add_argument("--only", nargs="+", default=WANTED, metavar="3.X", help="these versions (default: %(default)s)")
    parser.add_argument("--parts", nargs="*", default=PARTS, metavar="PACKAGE", help="packages of tests (default: all)")
    parser.add_argument("--envs", type=Path, default=ROOT / ".pythons", help="folder for the environments (default: .pythons)")
    options = parser.parse_args()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background, a shell has it ignored, and so would the tests
    found = json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {}
    here = pythons()
    for short in options.only:
        if short not in here:
            if not found.get(short, {}).get("parts"):
                found[short] = {"reason": "not on this machine"}
            continue
        version, python = here[short]
        program, remark = environment(python, options.envs / short)
        if program is None:
            found[short] = {"reason": remark}
            continue
        print(f"{version}: {python}")
        one = found.setdefault(short, {})
        one.pop("reason", None)
        one |= {"version": version, "remark": remark, "backend": backends(program)}
        one.setdefault("parts", {})
        for part in options.parts:
            one["parts"][part] = tested(program, part)
            print(f"   {part}: {one['parts'][part]}", flush=True)
            write(found)
        if one.get("keras") is None:
            one["keras"] = keras_works(program)
        write(found)
    write(found)
    print(table(found))
    return int(any(counts["failed"] for one in found.values() for counts in one.get("parts", {}).values()))


if __name__ == "__main__":
    sys.exit(main())
