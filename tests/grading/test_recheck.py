"""A share of what shortcuts save is judged in full as well, and a shortcut that does not hold is lost to the class."""

import json
import signal
import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import miniature
import pytest

from autograder.cache import signed_store
from autograder.cache.result_cache import Known, ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.core.shortcuts import ALL, Shortcut
from autograder.grading.batch import grade
from autograder.grading.recheck import IN_FULL, TRAINED_AGAIN, Recheck, Saved, difference

pytestmark = pytest.mark.usefixtures("warm_servers")
WRONG = {"double": "return numbers + 2"}
FROM_EQUAL = frozenset({Shortcut.SAME_ANSWER})


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path)


@pytest.fixture
def judged(tmp_path, folder):
    def run(pages, kept="kept", jobs=1, share=1.0, **settings):
        """(the last report on each page, what was rechecked, how many reports came). share: 0 to recheck nothing at all."""
        handed = []
        for name, text in pages.items():
            (tmp_path / f"{name}.py").write_text(f"{text}\n# {name}\n")
            handed.append(Handed(name, tmp_path / f"{name}.py"))
        cache = ResultCache(assignment_folder.load(folder), Settings(**settings), tmp_path / kept if kept else None)
        checked = Recheck(cache, share)
        reports = list(grade(handed, folder, Settings(**settings), jobs, cache=cache, recheck=checked if share else None))
        return {one.submission: one for one in reports}, checked, len(reports)

    return run


def spoil(tmp_path, wanted, change=lambda check: replace(check, outcome=Outcome.PASSED, points=check.max_points, message="")):
    """Puts a wrong result under the right key with a right signature, as a bug of ours would. Returns how many."""
    found = 0
    for path in (tmp_path / "kept").glob("*.json"):
        content = signed_store.read(path)
        if content.get("exercise") == "double" and wanted(content):
            report = signed_store.report(content)
            (exercise,) = report.exercises
            wrong = replace(report, exercises=(replace(exercise, checks=tuple(map(change, exercise.checks))),))
            signed_store.write(path, {**content, **signed_store.plain(wrong)})
            found += 1
    return found


def scores(reports):
    return {name: report.score for name, report in reports.items()}


# -- what holds -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_holds_is_kept_and_everything_is_looked_at(judged, jobs):
    pages = {"ada": miniature.page(), "ben": miniature.page(), "chloe": miniature.page(**WRONG)}
    reports, checked, count = judged(pages, jobs=jobs)
    assert scores(reports) == {"ada": 100, "ben": 100, "chloe": 50} and count == 3
    assert (checked.taken, checked.redone, checked.differing) == (3, 3, 0)  # double and total of ben, total of chloe
    again, checked, count = judged(pages, jobs=jobs)
    assert scores(again) == scores(reports) and count == 3
    assert (checked.taken, checked.redone, checked.differing, checked.held) == (6, 6, 0, True)


def test_without_a_shortcut_nothing_is_judged_again(judged):
    _reports, checked, _count = judged({"ada": miniature.page()})
    assert (checked.taken, checked.redone, checked.sentence()) == (0, 0, "")


def test_at_least_one_of_each_is_judged_in_full(judged):
    pages = {name: miniature.page() for name in ("ada", "ben", "chloe")}
    _reports, checked, _count = judged(pages, share=0.02)
    assert (checked.taken, checked.redone) == (4, 1)
    _reports, checked, _count = judged(pages, share=0.02)
    assert checked.taken == 6 and 1 <= checked.redone <= 2  # stored ones, of which some are of equal answers


# -- what does not hold -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_wrong_stored_result_is_found_and_the_class_loses_the_shortcut(tmp_path, judged, jobs):
    pages = {"ada": miniature.page(), "ben": miniature.page(**WRONG), "chloe": miniature.page(total="return numbers[-1]")}
    right, _checked, _count = judged(pages)
    assert scores(right) == {"ada": 100, "ben": 50, "chloe": 50}
    assert spoil(tmp_path, lambda content: "FAILED" in json.dumps(content).upper()) == 1
    wrong, _checked, _count = judged(pages, share=0, jobs=jobs)
    assert scores(wrong)["ben"] == 100
    found, checked, count = judged(pages, jobs=jobs)
    assert scores(found) == scores(right) and count > 3
    assert Shortcut.STORED in checked.cache.lost and not checked.held
    assert list(checked.cache.differences) == ["ben"] and checked.cache.differences["ben"][0].startswith("double: ")
    assert "passed with 20 of 20 points; in full, failed with 0" in checked.cache.differences["ben"][0]


def test_a_lost_shortcut_stays_lost_until_everything_is_graded_afresh(tmp_path, folder, judged):
    pages = {"ada": miniature.page(), "ben": miniature.page(**WRONG)}
    judged(pages)
    spoil(tmp_path, lambda content: True, lambda check: replace(check, outcome=Outcome.FAILED, points=0.0))
    judged(pages)
    spoil(tmp_path, lambda content: True, lambda check: replace(check, outcome=Outcome.FAILED, points=0.0))
    reports, checked, count = judged(pages, share=0)
    assert scores(reports) == {"ada": 100, "ben": 50} and count == 2 and not checked.held
    assert checked.cache.differences
    fresh = ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "kept", afresh=True)
    assert not fresh.lost and not fresh.differences


KILLED = """
import os, signal, sys
from pathlib import Path

from autograder.cache.result_cache import ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.settings import Settings
from autograder.grading import recheck
from autograder.grading.batch import grade

folder, pages, kept = map(Path, sys.argv[1:])
cache = ResultCache(assignment_folder.load(folder), Settings(), kept)
recheck.log.warning = lambda text, *_given: os.kill(os.getpid(), signal.SIGKILL) if text.startswith("judging again") else None
handed = [Handed(path.stem, path) for path in sorted(pages.glob("*.py"))]
list(grade(handed, folder, Settings(), 1, cache=cache, recheck=recheck.Recheck(cache, 1.0)))
"""


def test_a_run_that_is_killed_before_it_has_judged_again_leaves_no_wrong_mark(tmp_path, folder, judged):
    """The loss is written down before anything is judged again. The process ends by ``kill -9``, so nothing of it cleans up."""
    pages = {"ada": miniature.page(), "ben": miniature.page(**WRONG)}
    judged(pages)
    assert spoil(tmp_path, lambda content: "FAILED" in json.dumps(content).upper())
    words = [sys.executable, "-c", KILLED, str(folder), str(tmp_path), str(tmp_path / "kept")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300)
    assert done.returncode == -signal.SIGKILL, done.stderr
    reports, checked, _count = judged(pages, share=0)
    assert scores(reports) == {"ada": 100, "ben": 50} and checked.cache.lost


def test_a_loss_that_cannot_be_written_down_takes_what_is_stored_along(tmp_path, judged, monkeypatch):
    pages = {"ada": miniature.page(), "ben": miniature.page(**WRONG)}
    judged(pages)
    spoil(tmp_path, lambda content: "FAILED" in json.dumps(content).upper())
    with monkeypatch.context() as patch:
        patch.setattr(signed_store, "write", lambda *_given, **_settings: None)
        judged(pages)
    reports, _checked, _count = judged(pages, share=0)
    assert scores(reports) == {"ada": 100, "ben": 50}


def test_equal_answers_of_which_one_depends_on_something_hidden(judged, monkeypatch):
    """The page's own name stands for anything that the statements do not show."""
    from autograder.judging.judge import SubmissionJudge

    real = SubmissionJudge.judge_exercise

    def by_name(self, part, name, *arguments):
        found = real(self, part, name, *arguments)
        if part.name != "ben" or name != "double":
            return found
        (exercise,) = found.report.exercises
        first, *others = exercise.checks
        wrong = replace(exercise, checks=(replace(first, outcome=Outcome.FAILED, points=0.0), *others))
        return replace(found, report=replace(found.report, exercises=(wrong,)))

    monkeypatch.setattr(SubmissionJudge, "judge_exercise", by_name)
    pages = {name: miniature.page() for name in ("ada", "ben", "chloe")}
    wrong, _checked, _count = judged(pages, kept="", share=0)
    assert scores(wrong)["ben"] == 100
    reports, checked, _count = judged(pages, kept="")
    assert scores(reports) == {"ada": 100, "ben": 80, "chloe": 100}
    assert checked.cache.lost == FROM_EQUAL and list(checked.cache.differences) == ["ben"]


def test_what_the_machine_may_be_the_reason_of_is_tried_twice(judged, monkeypatch):
    from autograder.judging.judge import SubmissionJudge

    real, seen = SubmissionJudge.judge_exercise, []

    def slow_once(self, part, name, progress=None, seconds=None, without=frozenset()):
        found = real(self, part, name, progress, seconds, without)
        if not without or seen:
            return found
        seen.append(name)
        (exercise,) = found.report.exercises
        late = tuple(replace(one, outcome=Outcome.TIMEOUT, points=0.0) for one in exercise.checks)
        return replace(found, report=replace(found.report, exercises=(replace(exercise, checks=late),)))

    monkeypatch.setattr(SubmissionJudge, "judge_exercise", slow_once)
    _reports, checked, _count = judged({name: miniature.page() for name in ("ada", "ben")})
    assert seen and (checked.redone, checked.differing) == (2, 0)


def test_a_page_that_cannot_be_judged_again_is_told(tmp_path, judged, monkeypatch):
    pages = {name: miniature.page() for name in ("ada", "ben")}
    real = Recheck.carry_out

    def without_files(self, run):
        (tmp_path / "ben.py").unlink()
        yield from real(self, run)

    monkeypatch.setattr(Recheck, "carry_out", without_files)
    reports, checked, _count = judged(pages)
    assert scores(reports) == {"ada": 100, "ben": 100}
    assert not checked.held and "ben: double could not be judged again in full." in checked.problems


# -- what is drawn ----------------------------------------------------------------------------------------------------


class Class:
    """Results that came by shortcuts, without any judging."""

    def __init__(self, count, share, shortcuts=lambda number: FROM_EQUAL):
        cache = type("Cache", (), {"lost": frozenset(), "assignment": None, "settings": None})()
        self.recheck = Recheck(cache, share)
        for number in range(count):
            result = ExerciseResult("double", ())
            one = Saved(Handed(f"s{number}", None), "double", shortcuts(number), result, False)
            self.recheck.saved[one.one.name, "double"] = one

    def names(self):
        return {name for name, _exercise, _how in self.recheck.drawn()}


@pytest.fixture
def key(monkeypatch):
    """The key of the user, as a number."""

    def use(number):
        monkeypatch.setattr(signed_store, "_key", lambda _path: number.to_bytes(32, "big"))

    use(1)
    return use


@pytest.mark.parametrize(("count", "share", "wanted"), [(1, 0.02, 1), (50, 0.02, 1), (51, 0.02, 2), (200, 0.02, 4), (7, 1.0, 7)])
def test_so_many_are_drawn(key, count, share, wanted):
    assert len(Class(count, share).names()) == wanted


def test_the_same_key_draws_the_same_and_another_one_others(key):
    first = Class(500, 0.02).names()
    assert Class(500, 0.02).names() == first
    key(2)
    assert Class(500, 0.02).names() != first


def test_everybody_is_drawn_equally_often(key):
    """Of 20 results one is drawn each time: in 4,000 draws each comes 200 times, give or take five standard deviations."""
    counts = dict.fromkeys((f"s{number}" for number in range(20)), 0)
    for number in range(4000):
        key(number)
        for name in Class(20, 0.05).names():
            counts[name] += 1
    assert sum(counts.values()) == 4000
    assert max(abs(count - 200) for count in counts.values()) < 5 * (4000 * 0.05 * 0.95) ** 0.5


def test_each_shortcut_has_its_share(key):
    kinds = [FROM_EQUAL, {Shortcut.STORED}, {Shortcut.DESCRIPTION}, {Shortcut.DESCRIPTION, Shortcut.SAME_NETWORK}]
    one = Class(400, 0.02, lambda number: frozenset(kinds[number % 4]))
    drawn = one.recheck.drawn()
    of = {shortcut: [saved for saved in drawn.values() if shortcut in saved.shortcuts] for shortcut in Shortcut}
    assert len(of[Shortcut.SAME_ANSWER]) == len(of[Shortcut.STORED]) == 2
    assert [how for *_, how in drawn].count(TRAINED_AGAIN) == 2 and len(of[Shortcut.DESCRIPTION]) >= 4


@pytest.mark.parametrize("share", [0.0, 0.019, -1, 1.01, float("nan")])
def test_no_less_than_the_least_can_be_set(share):
    with pytest.raises(ValueError, match="is not a share"):
        Settings(recheck=share)


@pytest.mark.parametrize("conclusive_at", [1, 2, 3])
def test_what_a_busy_machine_may_be_the_reason_of_is_judged_twice_and_no_more(key, monkeypatch, conclusive_at):
    recheck, report = Class(1, 1.0).recheck, part()
    monkeypatch.setattr(recheck, "_opened", lambda *_given: SimpleNamespace(report=None, judged={}, certain=False))
    asked = []

    def run(pages):
        for page in pages:
            asked.append(page)
            if len(asked) <= conclusive_at <= 2:
                page.report, page.judged, page.certain = report, {"double": report}, len(asked) == conclusive_at
            yield page

    assert recheck.compare(recheck.drawn(), run) == []
    assert len(asked) == min(conclusive_at, 2) and recheck.redone == 1
    assert recheck.problems == (["s0: double could not be judged again in full."] if conclusive_at == 3 else [])


# -- what is a difference ---------------------------------------------------------------------------------------------


def check(name="test_a", outcome=Outcome.PASSED, points=2.0, **measured):
    return CheckResult(name, f"title of {name}", outcome, points, 2.0, measurements=measured)


def part(*checks, suspicions=()):
    return Report("m", "ada", "", Status.GRADED, (ExerciseResult("double", checks),), "full", "", 17, 0.0, suspicions=suspicions)


def found(before, after, tolerance=0.1):
    one = Saved(Handed("ada", None), "double", ALL, before.exercises[0], bool(before.suspicions))
    return difference(one, after, tolerance)


FAILED = {"outcome": Outcome.FAILED, "points": 0.0}


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (part(check()), part(check()), ""),
        (part(check()), part(check(**FAILED)), "title of test_a: passed with 2 of 2 points; in full, failed with 0"),
        (part(check(points=1.0)), part(check(points=1.5)), "title of test_a: passed with 1 of 2 points; in full, passed with 1.5"),
        (part(check()), part(check("test_b")), "other checks were run in full"),
        (part(check()), part(check(), suspicions=("a note",)), "only one of the two runs found something that needs review"),
        (part(check(accuracy=0.9, accuracy_needed=0.8)), part(check(accuracy=0.85, accuracy_needed=0.8)), ""),
        (
            part(check(accuracy=0.95, accuracy_needed=0.5)),
            part(check(accuracy=0.7, accuracy_needed=0.5)),
            "title of test_a: accuracy 0.950; in full, 0.700",
        ),
        (part(check(accuracy=0.82, accuracy_needed=0.8)), part(check(accuracy=0.78, accuracy_needed=0.8, **FAILED)), ""),
        (part(check(accuracy=0.9, accuracy_needed=0.8)), part(check(accuracy=0.88, accuracy_needed=0.8, **FAILED)), "title of"),
        (part(check(loss=0.1)), part(check(loss=9.0)), ""),
    ],
)
def test_what_counts_as_a_difference(before, after, said):
    assert found(before, after).startswith(said) and bool(found(before, after)) == bool(said)


def test_what_waits_for_a_check_on_the_edge_may_come_out_differently(monkeypatch):
    edge = {"accuracy_needed": 0.8}
    before = part(check(accuracy=0.81, **edge), check("test_b"))
    after = part(check(accuracy=0.79, **edge, **FAILED), check("test_b", outcome=Outcome.SKIPPED, points=0.0))
    assert found(before, after) == ""
    alone = part(check(accuracy=0.81, **edge), check("test_b", outcome=Outcome.SKIPPED, points=0.0))
    assert found(before, alone)
    assert IN_FULL.without == ALL and Known(before, ALL, "").part is before
