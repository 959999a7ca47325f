"""Makes every figure of docs/quality.md, one program after the other, and writes down what each took.

    python tests/quality/every_section.py                     all; takes hours on two cores, and goes on where it was stopped
    python tests/quality/every_section.py diagnosis figures   some sections

Each program has its own seed and can be run alone. ``tests/quality/test_*.py`` try a sample of each with every run of the tests:
``every_section.py --sample`` runs them and writes down what they take. Processor minutes are those of all processes of a program,
where the kernel can count them (cgroups, as root); elsewhere none are written down.
"""

from __future__ import annotations

import argparse
import json
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
MINUTES = HERE / "minutes.json"  # section -> processor minutes of the last whole run
SAMPLE = "sample"  # its row


@dataclass(frozen=True)
class Part:
    """How a section is made.

    Attributes:
        seed: of its program, as text. commands: the program and its arguments, one after the other.
    """

    seed: str
    commands: tuple[tuple[str, ...], ...]


PARTS = {
    "fairness": Part("1", (("fairness.py", "--keep", str(KEPT / "fairness.jsonl")),)),
    "strength": Part("19", (("strength.py", "--again"),)),
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


def section(text: str, minutes: dict[str, float]) -> str:
    """The section that says how each of the others is made.

    Args:
        text: the document. minutes: processor minutes of the sections that were measured.
    """
    lines = [
        "## How these figures are made",
        "",
        "`python tests/quality/every_section.py` makes them all, `python tests/quality/every_section.py discovery` one section. The seeds decide",
        "what is drawn, so another machine finds the same figures; only shares of time differ a little. Processor minutes are those of all",
        "processes together, in the last whole run, on one machine: on two cores the clock shows about half of them.",
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


def _shown(minutes: float | None) -> str:
    return "not measured" if minutes is None else f"{minutes:.1f}" if minutes < 10 else f"{minutes:.0f}"


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
    minutes = json.loads(MINUTES.read_text("utf-8")) if MINUTES.is_file() else {}
    minutes[name] = round(before + seconds / 60, 2)
    write_atomically(MINUTES, (json.dumps(minutes, indent=0, sort_keys=True) + "\n").encode())
    document.write_section("commands", section(document.DOCUMENT.read_text("utf-8"), minutes))


def _run(name: str, commands: list[list[str]], group: Group) -> bool:
    """Whether all went well."""
    started = group.seconds() if group.account else None
    codes = [subprocess.run(words).returncode for words in commands]
    used = None if started is None else group.seconds() - started
    note(name, used, not any(codes))
    print(f"{name}: {'not as it should be, or not all yet' if any(codes) else 'done'}, {_shown(used and used / 60)} processor minutes", flush=True)
    return not any(codes)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("sections", nargs="*", help="all, if none is named")
    parser.add_argument("--sample", action="store_true", help="the tests that try a sample of each")
    options = parser.parse_args()
    if unknown := [one for one in options.sections if one not in PARTS]:
        parser.error(f"there is no section {unknown[0]!r}; there are {', '.join(PARTS)}")
    KEPT.mkdir(exist_ok=True)
    group = Group()
    if options.sample:
        return int(not _run(SAMPLE, [[sys.executable, "-m", "pytest", "-q", str(HERE)]], group))
    names = options.sections or list(PARTS)
    well = [_run(name, [[sys.executable, str(HERE / program), *words] for program, *words in PARTS[name].commands], group) for name in names]
    return int(not all(well))


if __name__ == "__main__":
    sys.exit(main())
