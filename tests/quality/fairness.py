"""The fairness certificate: right answers are rewritten, and the checks must not see a difference.

    python tests/quality/fairness.py                                     all, and section "fairness" of docs/quality.md
    python tests/quality/fairness.py --count 500 --seed 3 --assignment mnist --function normalize
    python tests/quality/fairness.py --keep FILE --seconds 300           goes on where FILE ends, and stops after a while
    python tests/quality/fairness.py --keep FILE --section               writes the section from what FILE holds so far
    python tests/quality/fairness.py --sample                            a few of each kind of function; nothing is written

Every right answer is rewritten by one to four operators of ``rewrites``: the references, the alternatives and the right answers
in ``tests/quality/answers``. ``oracle`` runs each rewrite beside its original, outside of the judge, and drops it if they do
not do the same. What is left is judged as a student's page is. A rewrite of a right answer must earn all points, and get neither
the name of a mistake nor a suspicion. A rewrite of a known mistake must keep its points and its name.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import asdict, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))

import fairness_section  # noqa: E402
import oracle  # noqa: E402
from fairness_plan import ASSIGNMENTS, Rewrite, Share, composed, load, shares  # noqa: E402

from autograder.content.assignment import SampleAnswer  # noqa: E402
from autograder.core.records import Outcome  # noqa: E402
from autograder.core.settings import Settings  # noqa: E402
from autograder.grading.grader import graders, judge_programs  # noqa: E402
from autograder.judging.diagnosis import Diagnosis  # noqa: E402
from autograder.judging.judge import Judgement  # noqa: E402
from autograder.sandbox.launcher import Starters  # noqa: E402

COUNT = 10_000  # rewrites of right answers
BATCH = {"light": 60, "figure": 25, "model": 8}  # rewrites that are judged together
MOST_TRIES = 12  # for each rewrite that is wanted: some operators do not apply, some rewrites are dropped
SEED = 1
SAMPLE = {"light": 4, "figure": 1, "model": 0}


def prove(task: tuple[str, str, str, str]) -> bool:
    """Runs in a process apart: an answer may do anything, and Keras is large."""
    return oracle.alike(*task)


def made(share: Share, done: set[int], seed: int, wanted: int, prover: Executor) -> Iterator[tuple[Rewrite, str, str]]:
    """Proven rewrites of a function, up to a number, and the dropped ones between them, with new source and old source."""
    found, number = 0, -1
    while found < wanted and number < share.count * MOST_TRIES:
        number += 1
        if number in done:
            continue
        one = composed(share, number, seed)
        if one is None:
            continue
        name, old, used, new = one
        proven = prover.submit(prove, (share.assignment.name, share.function, old, new)).result()
        found += proven
        yield Rewrite(share.assignment.name, share.function, share.kind, number, name, used, "judged" if proven else "dropped"), new, old


def judged(diagnosis: Diagnosis, function: str, sources: list[str], pool: Executor) -> list[Judgement]:
    """As a student's page is judged, with the names of known mistakes."""
    programs = [SampleAnswer(f"rewrite_{number}", function, one, Path(f"{function}__rewrite_{number}.py")) for number, one in enumerate(sources)]
    return [diagnosis.name(one) for one in judge_programs(pool, {function: programs}, lambda _name: None)[function]]


def changed(kind: str, before: Judgement | None, after: Judgement) -> str:
    """What a rewrite has changed of the verdict, in words.

    Args:
        before: the original's, of a mistake; a right answer earns everything.
    """
    result = after.report.exercises[0]
    names = sorted({one.mistake for one in result.checks if one.mistake})
    said = next((" ".join(one.message.split()) for one in result.checks if one.points < one.max_points), "")
    if kind == "right":
        found = [f"lost {result.max_score - result.score:g} points: {said}"] if result.score < result.max_score else []
        found += [f"{one.name} is {one.outcome}" for one in result.checks if one.outcome is not Outcome.PASSED][:1]
        found += [f"called {name}" for name in names] + [f"suspected: {one}" for one in after.report.suspicions]
        return "; ".join(found)
    assert before is not None
    first = before.report.exercises[0]
    known = sorted({one.mistake for one in first.checks if one.mistake})
    found = [f"{first.score:g} points became {result.score:g}: {said}"] if first.score != result.score else []
    found += [f"name: {', '.join(known) or 'none'} became {', '.join(names) or 'none'}"] if known != names else []
    found += [f"suspected: {one}" for one in after.report.suspicions if one not in before.report.suspicions]
    return "; ".join(found)


class Run:
    """Rewrites are made, proven and judged in batches; what is found goes into a file, line by line.

    Args:
        keep: the file; what is in it is not done again.
    """

    def __init__(self, seed: int, keep: Path | None) -> None:
        self.seed, self.keep = seed, keep
        self.found: list[Rewrite] = []
        self.originals: dict[tuple[str, str, str], Judgement] = {}
        if keep is not None and keep.is_file():
            for line in keep.read_text("utf-8").splitlines():
                fields = json.loads(line)
                self.found.append(Rewrite(**{**fields, "operators": tuple(fields["operators"])}))

    def of(self, share: Share) -> list[Rewrite]:
        return [one for one in self.found if (one.assignment, one.function, one.kind) == (share.assignment.name, share.function, share.kind)]

    def missing(self, share: Share) -> int:
        return share.count - sum(one.state == "judged" for one in self.of(share))

    def batch(self, share: Share, pool: Executor, diagnosis: Diagnosis, prover: Executor) -> bool:
        """Makes and judges some rewrites of a function.

        Returns:
            Whether there were any.
        """
        done = {one.number for one in self.of(share)}
        new = list(made(share, done, self.seed, min(self.missing(share), BATCH[share.size]), prover))
        proven = [one for one in new if one[0].state == "judged"]
        before: dict[str, Judgement] = {}
        if share.kind == "mistake":
            missing = {old: None for _, _, old in proven if (share.assignment.name, share.function, old) not in self.originals}
            for old, one in zip(missing, judged(diagnosis, share.function, list(missing), pool), strict=True):
                self.originals[share.assignment.name, share.function, old] = one
            before = {old: self.originals[share.assignment.name, share.function, old] for _, _, old in proven}
        after = judged(diagnosis, share.function, [source for _, source, _ in proven], pool)
        said = {id(one): changed(share.kind, before.get(old), result) for (one, _, old), result in zip(proven, after, strict=True)}
        lines = [
            Rewrite(**{**asdict(one), "operators": one.operators, "changed": text, "source": source if text else ""})
            for one, source, _old in new
            for text in [said.get(id(one), "")]
        ]
        self.found += lines
        if self.keep is not None:
            with self.keep.open("a", encoding="utf-8") as file:
                file.writelines(json.dumps(asdict(one), ensure_ascii=False) + "\n" for one in lines)
        return bool(proven)

    def go(self, todo: list[Share], seconds: float) -> bool:
        """Works until all is judged or the time is over.

        Returns:
            Whether all is judged.
        """
        end = time.monotonic() + seconds
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as prover:
            by_name = {share.assignment.name: [one for one in todo if one.assignment.name == share.assignment.name] for share in todo}
            for name in sorted(by_name, key=lambda name: sum(map(self.done, by_name[name])) / len(by_name[name])):
                left = [share for share in by_name[name] if self.missing(share) > 0]
                if not left:
                    continue
                assignment = load(name)
                settings = Settings(dataset=assignment.substitute)
                with graders(assignment, tuple({share.function: None for share in left}), settings) as pool, Starters(settings.spawn, settings.isolation) as starters:
                    diagnosis = Diagnosis(assignment, settings, starters)
                    while left:
                        if time.monotonic() > end:
                            return False
                        share = min(left, key=self.done)
                        if not self.batch(share, pool, diagnosis, prover) or self.missing(share) <= 0:
                            left.remove(share)
                        self.say(share)
        return True

    def done(self, share: Share) -> float:
        """Which part of a function's rewrites is judged."""
        return 1 - self.missing(share) / share.count

    def say(self, share: Share) -> None:
        print(f"{share.assignment.name} {share.function} {share.kind}: {share.count - self.missing(share)} of {share.count} judged", flush=True)
        for one in self.of(share)[-BATCH[share.size] * 2 :]:
            if one.changed:
                print(f"  CHANGED {one.number} {one.program}; {', '.join(one.operators)}: {one.changed}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=COUNT, help="rewrites of right answers")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--assignment", action="append", choices=ASSIGNMENTS)
    parser.add_argument("--function", action="append", default=[])
    parser.add_argument("--kind", action="append", choices=["right", "mistake"])
    parser.add_argument("--keep", type=Path, help="a file for what is found; it goes on where the file ends")
    parser.add_argument("--seconds", type=float, default=1e9, help="stop after so long")
    parser.add_argument("--sample", action="store_true", help="a few rewrites of each function that needs no Keras")
    parser.add_argument("--section", action="store_true", help="judge nothing more, and write the section from what is kept")
    parser.add_argument("--no-section", action="store_true", help="leave docs/quality.md as it is")
    options = parser.parse_args()
    names = options.assignment or list(ASSIGNMENTS)
    todo = shares(names, options.function, options.count, tuple(options.kind or ("right", "mistake")))
    if options.sample:
        todo = [replace(one, count=SAMPLE[one.size], quick=True) for one in todo if SAMPLE[one.size]]
    run = Run(options.seed, options.keep)
    finished = options.section or run.go(todo, options.seconds)
    faults = [one for one in run.found if one.changed]
    for one in faults:
        print(f"{one.assignment} {one.function} {one.kind} {one.number} ({one.program}; {', '.join(one.operators)}): {one.changed}")
    print(f"{sum(one.state == 'judged' for one in run.found)} judged, {len(faults)} changed")
    if not finished:
        print("There is more to do.")
    elif options.no_section:
        whole = sum(one.count for one in shares(list(ASSIGNMENTS), [], COUNT))
        print(f"share of the whole: {sum(one.state == 'judged' for one in run.found) / whole:.4f}")
    elif options.section or not (options.sample or options.assignment or options.function or options.kind):
        fairness_section.write(run.found, options.seed)
    return int(any(one.kind == "right" for one in faults))


if __name__ == "__main__":
    sys.exit(main())
