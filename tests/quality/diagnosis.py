"""Does the diagnosis know when it does not know? Writes the section "diagnosis" of docs/quality.md.

    python tests/quality/diagnosis.py                       the figures that need no judging, and those saved before
    python tests/quality/diagnosis.py --sample              some of them, quickly; writes nothing and fails where a limit is broken
    python tests/quality/diagnosis.py --calibrate           fits the weights of judging/confidence.py and writes them there
    python tests/quality/diagnosis.py --judge mnist normalize count_labels    judges the new answers to these functions

New answers are those of ``new_answers.py``. What judging finds is kept in ``diagnosis.json``, so it can be done in pieces.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path

import diagnosis_reads
import diagnosis_trials as trials
from diagnosis_trials import Catalogue

from autograder.core.files import write_atomically
from autograder.judging import confidence

HERE = Path(__file__).parent
FOUND = HERE / "diagnosis.json"
WEIGHTS = Path(confidence.__file__)
ROUNDS = 40
FEWEST_UNKNOWN, MOST_FALSE = 0.9, 0.02  # of the mistakes that are taken out
EDGES = (0.0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 1.0)
OF_ANSWERS = (0.0, 0.9, 0.99, 0.995, 1.0)


def calibrate(catalogue: Catalogue) -> None:
    """Writes the weights into ``judging/confidence.py``."""
    base, weights = trials.fitted(trials.trials(catalogue, ROUNDS))
    text = re.sub(r"^BASE = .*$", f"BASE = {base:.3f}", WEIGHTS.read_text("utf-8"), flags=re.MULTILINE)
    numbers = ", ".join(f'"{name}": {number:.3f}' for name, number in weights.items())
    text = re.sub(r"^WEIGHTS = .*$", f"WEIGHTS = {{{numbers}}}", text, flags=re.MULTILINE)
    write_atomically(WEIGHTS, text.encode())


def faults(left_out: Counter[str], pairs: Counter[str]) -> list[str]:
    """What breaks a limit, as sentences."""
    found = []
    if left_out["unknown"] + left_out["also true"] < FEWEST_UNKNOWN * left_out["mistakes"]:
        found.append(f"Of {left_out['mistakes']} mistakes that are taken out, {left_out['unknown']} are called unknown.")
    if left_out["another"] > MOST_FALSE * left_out["mistakes"]:
        found.append(f"Of {left_out['mistakes']} mistakes that are taken out, {left_out['another']} are called by a wrong name.")
    if left_out["itself"] < left_out["mistakes"]:
        found.append(f"{left_out['mistakes'] - left_out['itself']} known mistakes are not called by their name.")
    found += [f"Of two mistakes at once, in {pairs[one]} pairs: {one}." for one in ("one", "wrong") if pairs[one]]
    return found


def sampled(catalogue: Catalogue, size: int, seed: int = 0) -> Catalogue:
    """Some exercises, always the same."""
    return {place: catalogue[place] for place in sorted(random.Random(seed).sample(sorted(catalogue), size))}


def section(catalogue: Catalogue) -> str:
    """The section of the document."""
    left_out = {place: trials.leave_one_out(known) for place, known in catalogue.items()}
    pairs = {place: trials.pairs(known) for place, known in catalogue.items()}
    together = sum((trials.together(known) for known in catalogue.values()), Counter())
    of = trials.trials(catalogue, ROUNDS)
    held = trials.held_out(of)
    unsure = sum(number < confidence.LEAST for number, _ in held)
    silent = [right for number, right in held if number >= confidence.LEAST]
    lines = [
        "## It names a mistake, or says that it does not know",
        "",
        "A name is said only if it is proven: all evidence that a known mistake leaves is there, nothing is left over, and no other",
        "known mistake explains it. Each name has a confidence from 0 to 1, which reports keep (`confidence`). Below "
        f"{confidence.LEAST:g}, nothing is said but what happened.",
        "",
        "**A mistake that is not in the catalogue.** Each known mistake is taken out in its turn, and then diagnosed. A lesson",
        "that its author has declared true for it, too (`# Also true:`), counts as right.",
        "",
        "| assignment | mistakes | called by their name while known | unknown once taken out | another's lesson that is true | a wrong name |",
        "|---|---|---|---|---|---|",
    ]
    for name, counts in _by_assignment(left_out):
        columns = ("mistakes", "itself", "unknown", "also true", "another")
        lines.append(f"| {name} | {' | '.join(str(counts[column]) for column in columns)} |")
    lines += [
        "",
        f"**How sure is a name?** {len(of):,} names were given where only a half, a fifth or a tenth of the catalogue is known and only",
        "some checks have run (seed 0). The weights come from one half of the exercises, and are tried on the other half.",
        "",
        "| confidence | names | mean confidence | right |",
        "|---|---|---|---|",
        *_bins(trials.in_bins(held, EDGES)),
        "",
        f"At the threshold of {confidence.LEAST:g}, {len(silent):,} of these names are said and {sum(silent) / len(silent):.1%} of them are right; "
        f"{unsure:,} are not said.",
        "",
        "**Two mistakes in one function.** The evidence of each two mistakes of an exercise that fail different checks, put together:",
        "",
        "| assignment | pairs | both named | none | one, because the other only fails checks that wait | a third that leaves the same | only one, or a wrong name |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, counts in _by_assignment(pairs):
        numbers = [counts[one] for one in ("both", "none", "alone", "third")]
        lines.append(f"| {name} | {counts.total()} | {' | '.join(map(str, numbers))} | {counts['one'] + counts['wrong']} |")
    lines += [
        "",
        f"Where two mistakes fail the same check in different ways ({together.total():,} cases, a sample), nothing is named in "
        f"{together['nothing']:,}; in {together['as one']:,} all that is seen is what one mistake alone leaves, and it is named; in "
        f"{together['both']:,} both are named; another name is said in {together['something']:,}.",
        "",
        *_of_reads(),
        "",
        *_of_answers(),
    ]
    return "\n".join(lines)


def _of_reads() -> list[str]:
    """Answers that read a name of the page in place of their parameters."""
    found, right = Counter({"exercises": 0}), Counter({"all": 0})
    for assignment in diagnosis_reads.assignments():
        found += diagnosis_reads.leaning(assignment)
        right += diagnosis_reads.of_right_answers(assignment)
    return [
        f"**Answers that lean on a name of the page.** In each of the {found['exercises']} exercises, {len(diagnosis_reads.FORMS)} answers read a name that another cell "
        f"makes ({', '.join(diagnosis_reads.FORMS)}). {found['told']} of {found['tried']} are told so, whatever they return. Of "
        f"{right['all']} right answers (references and alternatives), {right['names']} read such a name, and {right['parameters']} leave a parameter unread.",
    ]


def _by_assignment(found: dict[tuple[str, str], Counter[str]]) -> list[tuple[str, Counter[str]]]:
    names = list(dict.fromkeys(assignment for assignment, _ in found))
    rows = [(one, sum((counts for place, counts in found.items() if place[0] == one), Counter())) for one in names]
    return [*rows, ("together", sum(found.values(), Counter()))]


def _bins(found: list[tuple[float, float, int, float, int]]) -> list[str]:
    return [f"| {low:g} to {high:g} | {count:,} | {mean:.3f} | {right / count:.3f} |" for low, high, count, mean, right in found]


def _of_answers() -> list[str]:
    """What judging the new answers has found; nothing if there is none of it yet."""
    found = json.loads(FOUND.read_text("utf-8")) if FOUND.is_file() else {}
    rows = [row for functions in found.values() for of in functions.values() for row in of]
    if not rows:
        return []
    named = [row for row in rows if row["named"]]
    pairs = [(max(row["confidence"]), " and ".join(row["named"]) == row["known"]) for row in named]
    silent = [row for row in rows if not row["named"]]
    signs = Counter(row["sign"] for row in silent if row["sign"])
    functions = sum(map(len, found.values()))
    lines = [
        f"**New wrong answers.** {len(rows)} wrong answers to {functions} functions that are not in the catalogue ({', '.join(found)}). A name is right",
        "if a person has read its lesson and found it true of the answer.",
        "",
        "| confidence | names | mean confidence | right |",
        "|---|---|---|---|",
        *_bins(trials.in_bins(pairs, OF_ANSWERS)),
        "",
        f"{len(silent)} have no name. {sum(signs.values())} of these are told a general sign:",
        "",
        "| sign | answers |",
        "|---|---|",
        *(f"| {sign} | {count} |" for sign, count in sorted(signs.items(), key=lambda one: (-one[1], one[0]))),
    ]
    return lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sample", action="store_true", help="four exercises; nothing is written")
    parser.add_argument("--calibrate", action="store_true")
    parser.add_argument("--judge", metavar="ASSIGNMENT")
    parser.add_argument("functions", nargs="*", help="with --judge; all if none is named")
    options = parser.parse_args()
    catalogue = trials.catalogue()
    if options.calibrate:
        calibrate(catalogue)
    elif options.judge:
        from diagnosis_answers import judge  # needs the whole kit

        judge(options.judge, options.functions, FOUND)
    elif not options.sample:
        from document import write_section

        write_section("diagnosis", section(catalogue))
    if options.sample:
        catalogue = sampled(catalogue, 4)
    left_out = sum((trials.leave_one_out(known) for known in catalogue.values()), Counter())
    pairs = sum((trials.pairs(known) for known in catalogue.values()), Counter())
    print(", ".join(f"{name}: {count}" for name, count in [*left_out.items(), *pairs.items()]))
    found = faults(left_out, pairs)
    print("\n".join(found))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
