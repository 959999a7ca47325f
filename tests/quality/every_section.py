"""Makes every figure of docs/quality.md, one program after the other, and writes down what each took.

    python tests/quality/every_section.py                     all; takes hours on two cores, and goes on where it was stopped
    python tests/quality/every_section.py diagnosis figures   some sections
    python tests/quality/every_section.py --share fairness    how long a section would take, from a share of it

Each program has its own seed and can be run alone. ``tests/quality/test_*.py`` try a sample of each with every run of the tests:
``every_section.py --sample`` runs them and writes down what they take. Processor minutes are those of all processes of a program,
where the kernel can count them (cgroups, as root); elsewhere none are written down.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent / "support")]

import document  # noqa: E402
from processor_times import Group  # noqa: E402

from autograder.core.files import write_atomically  # noqa: E402

KEPT = HERE.parents[1] / ".quality"  # what a run that was stopped has found
MINUTES = HERE / "minutes.json"  # section -> processor minutes of the whole, and which share of it they were measured with
SHARE = re.compile(r"share of the whole: ([\d.]+)")  # what a program says that was told to do less
SAMPLE = "sample"  # its row


@dataclass(frozen=True)
class Part:
    """How a section is made.

    Attributes:
        seed: of its program, as text. commands: the program and its arguments, one after the other.
        share: the same for a share of a section that takes hours.
    """

    seed: str
    commands: tuple[tuple[str, ...], ...]
    share: tuple[str, ...] = ()


PARTS = {
    "fairness": Part("1", (("fairness.py", "--keep", str(KEPT / "fairness.jsonl")),), ("fairness.py", "--count", "200", "--no-section")),
    "strength": Part("19", (("strength.py", "--again"),), ("strength.py", "--again", "--sample", "4", "--keep", str(KEPT / "share.json"), "--no-section")),
    "diagnosis": Part("0", (("diagnosis.py",),)),
    "telling": Part("17", (*(("telling.py", "--cost", name) for name in ("mnist", "fashion_mnist", "bank_marketing")), ("telling.py",))),
    "messages": Part("17", (("messages.py",),)),
    "discovery": Part("17", (("discovery.py", "--keep", str(KEPT / "discovery")),)),
    "figures": Part("19", (("figures.py",),)),
    "shortcuts": Part("11", (("training_spread.py",), ("shortcuts.py",))),
    "similar": Part("201, 202, 203", (("similar.py", "--keep", str(KEPT / "similar")),)),
    "questions": Part("1", (("own_code_questions.py", "--keep", str(KEPT / "questions.jsonl")),)),
    "languages": Part("17", (("class_in_languages.py", "--write", "--keep", str(KEPT / "languages")),)),
    "costs": Part("-", (("../benchmarks/languages.py", "--share", "--write"),)),
}


def section(text: str, minutes: dict[str, list[float]]) -> str:
    """The section that says how each of the others is made.

    Args:
        text: the document. minutes: processor minutes of the sections that were measured, see ``MINUTES``.
    """
    lines = [
        "## How these figures are made",
        "",
        "`python tests/quality/every_section.py` makes them all, `python tests/quality/every_section.py discovery` one section. The seeds decide",
        "what is drawn, so another machine finds the same figures; only shares of time differ a little. Processor minutes are those of all",
        "processes together, in the last whole run, on one machine: on two cores the clock shows about half of them. Where a part was run,",
        "the others are taken to be like it.",
        "",
        "| section | programs in `tests/quality/` | seed | processor minutes |",
        "|---|---|---|---|",
    ]
    for name, part in PARTS.items():
        programs = ", ".join(f"`{one}`" for one in dict.fromkeys(program for program, *_ in part.commands))
        lines.append(f"| {document.title(text, name)} | {programs} | {part.seed} | {_shown(minutes.get(name))} |")
    return "\n".join(
        [
            *lines,
            "",
            f"A sample of each is a test, `pytest tests/quality`, and runs with every change of the kit. Its processor minutes: {_shown(minutes.get(SAMPLE))}.",
        ]
    )


def _shown(taken: list[float] | None) -> str:
    if taken is None:
        return "not measured"
    minutes, share = taken
    text = f"{minutes:.1f}" if minutes < 10 else f"{minutes:,.0f}"
    return text if share == 1 else f"about {text}, from {100 * share:.1f} % of it"


def note(name: str, seconds: float | None, is_whole: bool) -> None:
    """Adds what a run has used to what earlier runs of the same section did that were stopped, and writes it down if it is whole."""
    begun = KEPT / f"minutes-{name}.json"
    before = json.loads(begun.read_text("utf-8")) if begun.is_file() else 0.0
    if seconds is None:
        return
    if not is_whole:
        write_atomically(begun, json.dumps(before + seconds / 60).encode())
        return
    begun.unlink(missing_ok=True)
    write_minutes(name, before + seconds / 60)


def write_minutes(name: str, taken: float, share: float = 1.0) -> None:
    """Writes down how long a section takes, in the document too.

    Args:
        taken: processor minutes of the whole. share: how much of it was run.
    """
    minutes = json.loads(MINUTES.read_text("utf-8")) if MINUTES.is_file() else {}
    minutes[name] = [round(taken, 2), round(share, 4)]
    lines = ",\n".join(f"{json.dumps(one)}: {json.dumps(of)}" for one, of in sorted(minutes.items()))
    write_atomically(MINUTES, f"{{\n{lines}\n}}\n".encode())
    document.write_section("commands", section(document.DOCUMENT.read_text("utf-8"), minutes))


def line(program: str, *words: str) -> list[str]:
    """How a program of a section is started; its own path must have no ``..`` in it."""
    return [sys.executable, str((HERE / program).resolve()), *words]


def run_share(name: str, group: Group) -> bool:
    """Runs a share of a section that takes hours, and writes down what the whole would take."""
    for old in KEPT.glob("share*"):
        old.unlink()
    started = group.seconds() if group.account else None
    done = subprocess.run(line(*PARTS[name].share), stdout=subprocess.PIPE, text=True)
    found = SHARE.search(done.stdout)
    if done.returncode or found is None:
        print(f"{name}: not as it should be\n{done.stdout}", flush=True)
        return False
    if started is not None:
        write_minutes(name, (group.seconds() - started) / 60 / float(found[1]), float(found[1]))
    print(f"{name}: {found[0]}", flush=True)
    return True


def _run(name: str, commands: list[list[str]], group: Group) -> bool:
    """Whether all went well."""
    started = group.seconds() if group.account else None
    codes = [subprocess.run(words).returncode for words in commands]
    used = None if started is None else group.seconds() - started
    note(name, used, not any(codes))
    print(f"{name}: {'not as it should be, or not all yet' if any(codes) else 'done'}, {_shown(used and [used / 60, 1])} processor minutes", flush=True)
    return not any(codes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sections", nargs="*", help="all, if none is named")
    parser.add_argument("--sample", action="store_true", help="the tests that try a sample of each")
    parser.add_argument("--share", action="store_true", help="of sections that take hours, a share: only to find out how long all would take")
    options = parser.parse_args()
    if unknown := [one for one in options.sections if one not in PARTS]:
        parser.error(f"there is no section {unknown[0]!r}; there are {', '.join(PARTS)}")
    if options.share and not all(one in PARTS and PARTS[one].share for one in options.sections or [""]):
        parser.error(f"--share is for {', '.join(name for name, part in PARTS.items() if part.share)}")
    KEPT.mkdir(exist_ok=True)
    group = Group()
    if options.sample:
        return int(not _run(SAMPLE, [[sys.executable, "-m", "pytest", "-q", str(HERE)]], group))
    names = options.sections or list(PARTS)
    well = [run_share(name, group) if options.share else _run(name, [line(*words) for words in PARTS[name].commands], group) for name in names]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
