"""A sample class, graded in English and in Korean: are marks, outcomes, mistakes and fingerprints equal?

    python tests/quality/class_in_languages.py --write                        all assignments, all exercises; goes on where it was stopped
    python tests/quality/class_in_languages.py mnist --languages en ko --seconds 240 --keep FOLDER

The class is that of ``autograder demo``: each page goes through ``autograder grade`` with all exercises, those that train a network
too, with a quick budget, drawn data and seed 17. Each language has its own empty cache, so no result of one is read by the other. Each report is kept: with
``--seconds`` the program stops after the page at which so much time has passed, with exit code 3, and goes on when it is run again.

Each pair of reports is compared in whole, without the times in them and the version of the kit. Then each is shown as a page in both languages; it must
be the same page, whichever language it was graded in. With ``--write``, the figures go into docs/quality.md.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]

import document  # noqa: E402
import miniature  # noqa: E402

from autograder import reports  # noqa: E402
from autograder.authoring.demo import STUDENTS, make_class  # noqa: E402
from autograder.content import assignment_folder  # noqa: E402
from autograder.core.languages.choice import reading_in  # noqa: E402
from autograder.core.records import Report  # noqa: E402
from autograder.reports.json_files import read_report  # noqa: E402

ASSIGNMENTS = ("mnist", "fashion_mnist", "bank_marketing")
LANGUAGES = ("en", "ko")
KEPT = ROOT / ".quality" / "languages"
NOT_DONE = 3
WHAT: dict[str, Callable[[Report], object]] = {
    "marks": lambda report: (report.status, report.score, report.max_score, [(one.score, one.max_score) for one in report.exercises], [one.points for one in report.checks]),
    "outcomes": lambda report: [(one.name, one.outcome) for one in report.checks],
    "mistakes": lambda report: [(one.name, one.mistake, one.confidence) for one in report.checks],
    "fingerprints": lambda report: (report.source_sha256, report.fingerprints, report.suspicions),
}


@dataclass
class Comparison:
    """What was compared, and what was not the same.

    Attributes:
        of: pages in the class, those included that are not graded in every language yet. trained: checks that measured a trained network; measured: those of them
            that measured something else, which another run in the same language does, too. different: what else differs, and in whose report.
    """

    pages: int = 0
    of: int = 0
    exercises: int = 0
    checks: int = 0
    failed: int = 0
    mistakes: int = 0
    trained: int = 0
    measured: int = 0
    different: list[str] = field(default_factory=list)


def grade_class(folder: Path, name: str, language: str, until: float) -> bool:
    """Grades each page of the class that is not graded yet. Returns whether all are.

    Args:
        folder: for pages, reports and the language's own cache. until: on the clock of ``time.monotonic``.
    """
    pages = make_class(assignment_folder.load(ROOT / "solutions" / name), folder / "pages")
    place = folder / language
    for page in pages:
        kept = place / "reports" / f"{page.stem}.json"
        if kept.is_file():
            continue
        if time.monotonic() > until:
            return False
        out = place / "out" / page.stem
        words = ["grade", str(page), "--out", str(out), "--assignment", str(ROOT / "solutions" / name), "--language", language, "--jobs", "1"]
        settings = {"AUTOGRADER_CACHE": str(place / "cache"), "AUTOGRADER_DATA": "", "AUTOGRADER_LANGUAGE": ""}
        done = subprocess.run([sys.executable, "-m", "autograder", *words], env={**os.environ, **settings}, cwd=folder, capture_output=True, text=True)
        if not (out / kept.name).is_file():
            raise SystemExit(f"{page.stem} in {language}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        for one in out.glob(f"{page.stem}*"):
            shutil.copy2(one, kept.parent)
        print(f"{name}, {language}: {page.stem}", flush=True)
    return True


def compare(folders: Sequence[Path]) -> Comparison:
    """Compares the reports in one folder for each language."""
    found = Comparison(of=len(STUDENTS))
    names = [{path.name for path in folder.glob("*.json")} for folder in folders]
    for name in sorted(names[0].intersection(*names)):
        paths = [folder / name for folder in folders]
        graded = [read_report(path) for path in paths]
        first = graded[0]
        found.pages += 1
        found.exercises += len(first.exercises)
        found.checks += len(first.checks)
        found.failed += sum(one.points < one.max_points for one in first.checks)
        found.mistakes += sum(bool(one.mistake) for one in first.checks)
        found.trained += sum(bool(one.measurements) for one in first.checks)
        found.measured += sum(any(one.measurements != same[0].measurements for one in same) for same in zip(*(one.checks for one in graded), strict=False))
        found.different += [f"{name}: {what}" for what in _different(paths, [_as_measured(one, first) for one in graded])]
    return found


def _as_measured(report: Report, first: Report) -> Report:
    """A report with what was measured in another one, where the same checks measured the same kinds of things and say so in the same words."""
    if [check.name for check in report.checks] != [check.name for check in first.checks]:
        return report
    checks = iter(
        replace(one, measurements=other.measurements, message=other.message)
        if one.measurements.keys() == other.measurements.keys() != set() and _template(one.message) == _template(other.message)
        else one
        for one, other in zip(report.checks, first.checks, strict=True)
    )
    return replace(report, exercises=tuple(replace(one, checks=tuple(next(checks) for _check in one.checks)) for one in report.exercises))


def _template(text: str) -> str:
    return getattr(text, "template", text)


def _different(paths: Sequence[Path], graded: Sequence[Report]) -> Iterator[str]:
    yield from (what for what, of in WHAT.items() if any(of(one) != of(graded[0]) for one in graded))
    whole = [_whole(path) for path in paths]
    if any(one != whole[0] for one in whole):
        yield "something in the file"
    for language in LANGUAGES:
        with reading_in(language):
            shown = {reports.submission_page(replace(one, seconds=1.0)) for one in graded}
        if len(shown) > 1:
            yield f"the page that is read in {language}"


def _whole(path: Path) -> dict[str, object]:
    """All that is in a report's file, without its times and the version of the kit, which may change while a class is graded in pieces."""
    content = miniature.timeless(json.loads(path.read_text("utf-8")))
    for check in [check for exercise in content["exercises"] for check in exercise["checks"] if check.pop("measurements", None)]:
        check.pop("message")  # it may say what was measured; its words are compared by the pages
        for said in check.get("messages", {}).values():
            said.pop("values", None)
    return {**content, "judged_by": {name: version for name, version in content["judged_by"].items() if name != "engine"}}


def section(found: dict[str, Comparison]) -> str:
    """The section of docs/quality.md."""
    rows = [
        f"| {name} | {one.pages} of {one.of} | {one.checks:,} | {one.failed} | {one.mistakes} | {one.trained} | {one.measured} | {len(one.different)} |"
        for name, one in found.items()
    ]
    return "\n".join(
        [
            "## The language changes no mark", "",
            "`python tests/quality/class_in_languages.py`, seed 17, a quick budget, drawn data. The sample class of `autograder demo` is graded twice, in",
            "English and in Korean, with all exercises, those that train a network too. Each language has its own empty cache. Marks, outcomes,",
            "mistakes, fingerprints and all else in the report files are compared, without times. Each report is also shown in both languages: it",
            "must be the same page, whichever language it was graded in. What a check has measured of a trained network, such as its accuracy, is counted",
            "apart: a network that is trained itself learns its classes in an order that its author cannot know, drawn for each run, so that weights that",
            "were trained before are of no use. So another number may be measured in two runs in one language, too. No mark depended on it.", "",
            "| assignment | pages | checks | lost points | with a named mistake | measured a trained network | another number | other differences |",
            "|---|---|---|---|---|---|---|---|", *rows,
        ]
    )  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("assignments", nargs="*", help="all, if none is named")
    parser.add_argument("--languages", nargs="+", default=LANGUAGES)
    parser.add_argument("--seconds", type=float, default=float("inf"))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--so-far", action="store_true", help="grade no more pages: compare those that are graded")
    parser.add_argument("--keep", type=Path, default=KEPT, metavar="FOLDER")
    typed = parser.parse_args()
    until = time.monotonic() + typed.seconds
    found = {}
    for name in typed.assignments or ASSIGNMENTS:
        folder = typed.keep.resolve() / name
        folder.mkdir(parents=True, exist_ok=True)
        if not typed.so_far and not all([grade_class(folder, name, language, until) for language in typed.languages]):
            print("Not done yet: run this command again.")
            return NOT_DONE
        found[name] = compare([folder / language / "reports" for language in typed.languages])
        print(name, found[name])
    if typed.write:
        document.write_section("languages", section(found))
    return int(any(one.different or (one.pages < one.of and not typed.so_far) for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
