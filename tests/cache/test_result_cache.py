"""What judging has found is kept: nothing twice, nothing lost, and nothing that is no longer true."""

import hashlib
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import miniature
import pytest
import variant_miniature

from autograder.cache import result_cache, signed_store
from autograder.cache.dependencies import exercise_key
from autograder.cache.result_cache import FOLDER, PageFacts, ResultCache, is_everybodys, place_of
from autograder.content import assignment_folder, variants
from autograder.content.discovery import Handed, collect
from autograder.core.records import TIMES, CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.settings import Settings
from autograder.grading import graded_places, grader
from autograder.grading.batch import grade

pytestmark = pytest.mark.usefixtures("warm_servers")
WRONG = miniature.page(double="return numbers + 2", total="import os\nopen('/etc/passwd')\nreturn numbers.sum()")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    return miniature.write(tmp_path)


@pytest.fixture
def handed(tmp_path, folder):
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in {"ada": miniature.page(), "ben": WRONG, "chloe": "def double("}.items():
        (pages / f"{name}.py").write_text(text)
    return collect([pages], assignment_folder.load(folder)).handed


class Asked:
    """Which exercises a judge was asked for."""

    def __init__(self) -> None:
        self.noted: list[tuple[str, str]] = []

    def take(self) -> list[tuple[str, tuple[str, ...]]]:
        noted, self.noted = self.noted, []
        by_page = itertools.groupby(noted, key=lambda one: one[0])
        return [(name, tuple(exercise for _name, exercise in group)) for name, group in by_page]


@pytest.fixture
def judge(monkeypatch):
    asked, real = Asked(), grader.Grader._judge

    def noting(self, task, progress):
        asked.noted.append((task.one.name, task.exercise))
        return real(self, task, progress)

    monkeypatch.setattr(grader.Grader, "_judge", noting)
    return asked


BOTH = ("double", "total")


def without_times(report):
    return replace(report, **dict.fromkeys(TIMES, 0.0))


def run(handed, folder, out, settings=None, **choices):
    """Grades as a new process would. Returns name -> report, without the seconds."""
    settings = settings or Settings()
    cache = ResultCache(assignment_folder.load(folder), settings, out, **choices)
    reports = grade(handed, folder, settings, 1, cache=cache)
    return {report.submission: without_times(report) for report in reports}


def test_the_second_time_nothing_is_judged_and_the_reports_are_the_same(handed, folder, tmp_path, judge):
    fresh = {report.submission: without_times(report) for report in grade(handed, folder, Settings(), 1)}
    assert fresh["ben"].suspicions and fresh["ben"].exercises[0].checks[0].mistake == "adds_two"
    judge.take()
    assert run(handed, folder, tmp_path / "kept") == fresh
    assert judge.take() == [("ada", BOTH), ("ben", BOTH)]
    assert run(handed, folder, tmp_path / "kept") == fresh
    assert judge.take() == []


def test_the_same_page_from_somebody_else_is_judged_once(handed, folder, tmp_path, judge):
    other = Handed("zoe", handed[1].path)
    reports = run([handed[1], other], folder, tmp_path / "kept")
    assert replace(reports["zoe"], submission="ben") == reports["ben"]
    assert judge.take() == [("ben", BOTH)]


def other_check(folder):
    (folder / "checks" / "test_double.py").write_text(miniature.DOUBLE.replace("points(10)", "points(11)"))


def other_mistake(folder):
    path = folder / "mistakes" / "total__takes_the_last.py"
    path.write_text(path.read_text().replace("You gave", "You took"))


def other_limit(folder):
    path = folder / "assignment.toml"
    path.write_text(path.read_text().replace("call = 2", "call = 3"))


def other_libraries(folder):
    path = folder / "assignment.toml"
    text = path.read_text().replace('[exercises.double]\nlibraries = ["numpy"]', "[exercises.double]\nlibraries = []")
    path.write_text(text)


def other_helper(folder):
    (folder / "checks" / "conftest.py").write_text("")


def other_page(folder):
    path = folder / "miniature.py"
    path.write_text(path.read_text().replace("np.arange(3)", "np.arange(4)"))


def other_hint(folder):
    path = folder / "assignment.toml"
    path.write_text(path.read_text().replace("twice one", "twice two"))


CHANGES = {
    "a check": (other_check, ("double",)),
    "a mistake": (other_mistake, ("total",)),
    "an exercise's libraries": (other_libraries, ("double",)),
    "a limit": (other_limit, BOTH),
    "what checks share": (other_helper, BOTH),
    "the page": (other_page, BOTH),
    "a hint, which no report shows": (other_hint, ()),
}


@pytest.mark.parametrize(("change", "concerned"), CHANGES.values(), ids=CHANGES)
def test_only_what_a_change_can_change_is_judged_again(handed, folder, tmp_path, judge, change, concerned):
    run(handed[1:2], folder, tmp_path / "kept")
    judge.take()
    change(folder)
    again = run(handed[1:2], folder, tmp_path / "kept")
    assert judge.take() == ([("ben", concerned)] if concerned else [])
    assert again == run(handed[1:2], folder, tmp_path / "afresh")
    judge.take()
    assert run(handed[1:2], folder, tmp_path / "kept") == again and judge.take() == []


OTHERS = {
    "the seed": Settings(seed=18),
    "the level of isolation": Settings(isolation="reduced"),
    "the data": Settings(dataset="mnist"),
    "public checks only": Settings(public_only=True),
    "JAX": Settings(backend="jax"),
    "PyTorch": Settings(backend="torch"),
}


@pytest.mark.parametrize("settings", OTHERS.values(), ids=OTHERS)
def test_other_settings_have_other_results(folder, settings):
    assignment = assignment_folder.load(folder)
    for exercise in BOTH:
        before, after = (exercise_key(assignment, exercise, each) for each in (Settings(backend="tensorflow"), settings))
        assert before != after


def test_another_kit_or_library_has_other_results(folder, monkeypatch):
    assignment = assignment_folder.load(folder)
    before = exercise_key(assignment, "double", Settings())
    monkeypatch.setattr("autograder.core.versions.stamp", lambda: "another")
    assert exercise_key(assignment, "double", Settings()) != before


def test_another_page_is_judged(handed, folder, tmp_path, judge):
    run(handed[1:2], folder, tmp_path / "kept")
    handed[1].path.write_text(WRONG + "\n")
    run(handed[1:2], folder, tmp_path / "kept")
    assert judge.take() == [("ben", BOTH * 2)]


DAMAGE = {
    "nothing": lambda _old: b"",
    "a part": lambda old: old[: len(old) // 2],
    "a mark of one's own": lambda old: old.replace(b'"points": 0.0', b'"points": 9.0', 1),
    "a mark with a hash": lambda old: marked_by_somebody_else(old),
    "no results": lambda _old: signed(b'{"report": {}, "hashes": {}}'),
    "something else": lambda _old: signed(b"[1, 2]"),
    "deeply nested": lambda _old: signed(b"[" * 100_000),
}


def signed(data: bytes) -> bytes:
    return signed_store._hash(data) + b"\n" + data


def marked_by_somebody_else(old: bytes) -> bytes:
    """Full marks, by one who knows how the file is made and has no key of this user's."""
    data = old.partition(b"\n")[2].replace(b'"points": 0.0', b'"points": 9.0', 1)
    return hashlib.sha256(data).hexdigest().encode() + b"\n" + data


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_entry_is_left_aside(handed, folder, tmp_path, judge, damage):
    before = run(handed[1:2], folder, tmp_path / "kept")
    files = list((tmp_path / "kept").glob("*.json"))
    assert len(files) == 3  # the page, and its exercises
    assert any(damage(file.read_bytes()) != file.read_bytes() for file in files)
    for file in files:
        file.write_bytes(damage(file.read_bytes()))
    judge.take()
    assert run(handed[1:2], folder, tmp_path / "kept") == before
    assert "double" in judge.take()[0][1]


def test_an_entry_under_another_name_gives_no_marks(handed, folder, tmp_path, judge):
    """The right answer's, put in the place of a wrong one's: what is signed says what it belongs to."""
    run(handed[:1], folder, tmp_path / "kept")
    right = {path.name: path.read_bytes() for path in (tmp_path / "kept").glob("*.json")}
    before = run(handed[1:2], folder, tmp_path / "kept")
    for path in (tmp_path / "kept").glob("*.json"):
        for content in right.values():
            if path.name not in right and b'"exercise": "double"' in content:
                path.write_bytes(content)
    judge.take()
    assert run(handed[1:2], folder, tmp_path / "kept") == before and before["ben"].exercises[0].score == 0
    assert judge.take() == [("ben", BOTH)]


def test_another_user_believes_none_of_it(handed, folder, tmp_path, judge, monkeypatch):
    """An archive that a student hands in may hold results, too; they would be as good as marks."""
    for home in ("his", "mine"):
        monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / home))
        run(handed[:1], folder, tmp_path / "kept")
    assert judge.take() == [("ada", BOTH * 2)]
    assert (tmp_path / "mine" / "key").stat().st_mode & 0o077 == 0 or sys.platform == "win32"


def test_where_no_key_can_be_kept_nothing_is(handed, folder, tmp_path, judge, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file"))
    for _ in range(2):
        assert run(handed[:1], folder, tmp_path / "kept")["ada"].status is Status.GRADED
    assert judge.take() == [("ada", BOTH * 2)] and not list((tmp_path / "kept").glob("*.json"))


def test_only_who_starts_over_loses_what_was_kept(folder, tmp_path):
    assignment, kept = assignment_folder.load(folder), tmp_path / "kept"
    kept.mkdir()
    (kept / "a.json").write_text("{}")
    for afresh, there in ((False, True), (True, False)):
        ResultCache(assignment, Settings(), kept, afresh)
        assert kept.exists() is there
    ResultCache(assignment, Settings(), None, afresh=True)


def test_memory_holds_what_was_used_last(folder, monkeypatch):
    monkeypatch.setattr(result_cache, "MOST", 2)
    cache = ResultCache(assignment_folder.load(folder), Settings(), None)
    for key in ("old", "used again", "old", "new"):
        cache._remember(key, key)
    assert list(cache.memory) == ["old", "new"]
    cache._remember("newest", "newest")
    assert list(cache.memory) == ["new", "newest"]


@pytest.mark.parametrize(
    ("outcomes", "suspicions", "is_so"),
    [
        ((Outcome.PASSED, Outcome.PASSED), (), True),
        ((Outcome.PASSED, Outcome.PASSED), ("a note",), False),
        ((Outcome.PASSED, Outcome.FAILED), (), False),
    ],
    ids=["all passed", "a note for a person", "one failed"],
)
def test_a_result_is_everybodys_where_nothing_in_it_belongs_to_one_page(outcomes, suspicions, is_so):
    checks = tuple(CheckResult(f"test_{n}", "", outcome, 0.0, 1.0) for n, outcome in enumerate(outcomes))
    part = Report("m", "ada", "", Status.GRADED, (ExerciseResult("double", checks),), "full", "", 17, 0.0, suspicions=suspicions)
    assert is_everybodys(part) is is_so


def test_regrading_starts_over(handed, folder, tmp_path, judge):
    run(handed[:1], folder, tmp_path / "kept")
    run(handed[:1], folder, tmp_path / "kept", afresh=True)
    assert judge.take() == [("ada", BOTH * 2)]


def test_what_was_not_graded_is_not_remembered(handed, folder, tmp_path, judge):
    """The other exercise is, though: only the broken check's runs again."""
    text = (folder / "checks" / "test_total.py").read_text()
    (folder / "checks" / "test_total.py").write_text(text.replace("expect(total", "nonsense(total", 1))
    assert run(handed[:1], folder, tmp_path / "kept")["ada"].status is Status.NOT_GRADED
    assert judge.take() == [("ada", (*BOTH, "total"))]
    assert run(handed[:1], folder, tmp_path / "kept")["ada"].status is Status.NOT_GRADED
    assert judge.take() == [("ada", ("total", "total"))]


def test_without_isolation_nothing_is_remembered(handed, folder, tmp_path, judge):
    """A page could write down marks of its own."""
    settings = Settings(isolation="none")
    run(handed[:1], folder, tmp_path / "kept", settings)
    assert not (tmp_path / "kept").exists()


def test_what_a_run_without_isolation_left_is_not_read(handed, folder, tmp_path, judge, monkeypatch):
    run(handed[:1], folder, tmp_path / "kept")
    monkeypatch.setattr(ResultCache, "out_of_reach", False)
    run(handed[:1], folder, tmp_path / "kept")
    assert judge.take() == [("ada", BOTH * 2)]


def test_what_the_whole_submissions_time_cut_short_is_not_remembered(handed, folder, tmp_path, judge):
    path = folder / "assignment.toml"
    path.write_text(path.read_text().replace("call = 2", "call = 2\nsubmission = 1"))
    handed[0].path.write_text(miniature.page(double="import time\nwhile True:\n    time.sleep(0.1)"))
    report = run(handed[:1], folder, tmp_path / "kept")["ada"]
    assert report.exercises[1].checks[0].outcome == "timeout"
    run(handed[:1], folder, tmp_path / "kept")
    assert judge.take() == [("ada", BOTH * 2)]


def test_a_disk_that_cannot_be_written_costs_nobody_a_mark(handed, folder, tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert run(handed[:1], folder, tmp_path / "file" / "kept")["ada"].score == 100


def test_figures_come_back(handed, folder, tmp_path, monkeypatch):
    """With the bytes that they had, each at its check."""
    real = grader.SubmissionJudge.judge_exercise

    def drawn(self, part, name, *arguments):
        judged = real(self, part, name, *arguments)
        (exercise,) = judged.report.exercises
        checks = tuple(replace(one, figure=f"{name} {one.name}".encode()) for one in exercise.checks)
        return replace(judged, report=replace(judged.report, exercises=(replace(exercise, checks=checks),)))

    monkeypatch.setattr(grader.SubmissionJudge, "judge_exercise", drawn)
    run(handed[:1], folder, tmp_path / "kept")
    again = run(handed[:1], folder, tmp_path / "kept")["ada"]
    names = [f"{exercise.name} {check.name}" for exercise in again.exercises for check in exercise.checks]
    assert [check.figure.decode() for check in again.checks] == names


USES_THE_DATA = miniature.DOUBLE + """

@pytest.mark.points(1)
def test_images(double, dataset):
    \"\"\"doubles an image\"\"\"
    expect(double(dataset.test[0][:1] * 1.0)).is_close_to(dataset.test[0][:1] * 2.0)
"""


@pytest.mark.parametrize("page", [miniature.page(), WRONG], ids=["everybody's", "one page's"])
def test_a_result_from_other_data_is_not_used_again(folder, tmp_path, judge, monkeypatch, page):
    """Where the data was missing, drawn digits took its place; today it is there."""
    (folder / "checks" / "test_double.py").write_text(USES_THE_DATA)
    (tmp_path / "ada.py").write_text(page)
    handed = [Handed("ada", tmp_path / "ada.py")]
    assert run(handed, folder, tmp_path / "kept")["ada"].dataset == "digits"
    judge.take()
    run(handed, folder, tmp_path / "kept")
    assert judge.take() == []
    monkeypatch.setattr(ResultCache, "dataset", "mnist")
    run(handed, folder, tmp_path / "kept")
    assert judge.take() == [("ada", ("double",))]  # the other exercise has not seen the data


# -- killed, and called again -----------------------------------------------------------------------------------------

CLASS = 30


def command(folder, pages, out):
    return [
        *(sys.executable, "-m", "autograder", "grade", str(pages), "--out", str(out)),
        *("--assignment", str(folder), "--jobs", "2"),
    ]


def content(out):
    """Every report of a folder, without its seconds."""
    return {path.name: miniature.timeless(json.loads(path.read_text())) for path in out.glob("*.json")}


@pytest.fixture(scope="module")
def never_stopped(tmp_path_factory):
    """(an assignment, a class for it, the reports of a run that nobody stopped)."""
    place = tmp_path_factory.mktemp("whole")
    folder, pages = miniature.write(place), place / "pages"
    pages.mkdir()
    for number in range(CLASS):
        body = ["return 2 * numbers", "return numbers + 2", f"return abs(2 * numbers) + {number} * 0"][number % 3]
        (pages / f"student{number:02}.py").write_text(miniature.page(double=f"{body}  # {number}"))
    subprocess.run(command(folder, pages, place / "out"), check=True, capture_output=True)
    return folder, pages, content(place / "out")


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM], ids=["killed", "ctrl-c", "terminated"])
def test_a_run_that_is_stopped_goes_on_where_it_was(never_stopped, tmp_path, how):
    folder, pages, whole = never_stopped
    first = subprocess.Popen(
        command(folder, pages, tmp_path / "out"),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    for _ in range(CLASS // 3):
        first.stderr.readline()  # one line for each submission
    send = (
        os.killpg if how == signal.SIGINT else os.kill
    )  # a terminal sends it to all that the command has started, too
    send(first.pid, how)
    said = first.stderr.read().decode()
    assert first.wait() == (-how if how == signal.SIGKILL else 130)
    assert ("graded and saved. Run the same command to continue" in said) == (how != signal.SIGKILL) and "Traceback" not in said
    first.stderr.close()
    kept = set((tmp_path / "out" / FOLDER).glob("*.json")) - {tmp_path / "out" / FOLDER / graded_places.FILE}
    assert kept and len(content(tmp_path / "out")) < CLASS
    times = {path: path.stat().st_mtime_ns for path in kept}
    subprocess.run(command(folder, pages, tmp_path / "out"), check=True, capture_output=True)
    assert {path: path.stat().st_mtime_ns for path in kept} == times  # nothing was judged twice
    assert len(whole) == CLASS
    assert content(tmp_path / "out") == whole


class Killed(BaseException):
    """As if the command were gone; nothing tidies up."""


def test_what_was_judged_of_a_page_is_kept_when_the_command_is_killed_in_the_next_exercise(
    handed, folder, tmp_path, judge, monkeypatch
):
    noting = grader.Grader._judge

    def killed(self, task, progress):
        if task.exercise == "total":
            raise Killed
        return noting(self, task, progress)

    with monkeypatch.context() as patched:
        patched.setattr(grader.Grader, "_judge", killed)
        with pytest.raises(Killed):
            run(handed[:1], folder, tmp_path / "kept")
    assert run(handed[:1], folder, tmp_path / "kept")["ada"].score == 100
    assert judge.take() == [("ada", BOTH)]


def test_two_runs_into_one_folder_are_both_right(handed, folder, tmp_path, judge):
    """Step by step, in turn. What one has found meanwhile the other one takes over."""
    alone = run(handed, folder, tmp_path / "alone")
    judge.take()
    caches = [ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "kept") for _ in range(2)]
    runs = [grade(handed, folder, Settings(), 1, cache=cache) for cache in caches]
    for pair in zip(*runs, strict=True):
        for report in pair:
            assert without_times(report) == alone[report.submission]
    assert judge.take() == [("ada", BOTH), ("ben", BOTH)]


def test_one_run_may_start_over_beside_another(handed, folder, tmp_path):
    alone = run(handed, folder, tmp_path / "alone")
    first = grade(handed, folder, Settings(), 1, cache=ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "kept"))
    told = [next(first)]
    again = run(handed, folder, tmp_path / "kept", afresh=True)
    told += list(first)
    assert {report.submission: without_times(report) for report in told} == again == alone


def test_grading_processes_end_with_a_command_that_is_killed(folder, handed, tmp_path):
    """Or each kill would leave two processes and their libraries behind."""
    script = (
        "import os, sys; from pathlib import Path; from autograder.grading import batch\n"
        "from autograder.content.discovery import Handed; from autograder.core.settings import Settings\n"
        "if __name__ == '__main__':\n"
        "    handed = [Handed('ada', Path(sys.argv[2]))] * 9\n"
        "    for report in batch.grade(handed, Path(sys.argv[1]), Settings(), 2):\n"
        "        os.kill(os.getpid(), 9)\n"
    )
    file = tmp_path / "script.py"
    file.write_text(script)
    environment = {**os.environ, "AUTOGRADER_MARK": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, str(file), str(folder), str(handed[0].path)], env=environment)
    assert done.returncode == -signal.SIGKILL
    deadline = time.monotonic() + 300
    while alive(str(tmp_path)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not alive(str(tmp_path))


def alive(mark: str) -> list[str]:
    """Processes with that mark in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"AUTOGRADER_MARK={mark}".encode() in (process / "environ").read_bytes().split(b"\0"):
                found.append(process.name)
        except OSError:
            pass  # it has ended, or is somebody else's
    return found


def test_a_file_that_checks_read_is_part_of_what_results_depend_on(folder):
    one = assignment_folder.load(folder)
    before = exercise_key(one, "double", Settings())
    (folder / "checks" / "cases.json").write_text("[1, 2]")
    between = exercise_key(one, "double", Settings())
    (folder / "checks" / "cases.json").write_text("[1, 3]")
    assert len({before, between, exercise_key(one, "double", Settings())}) == 3


@pytest.mark.parametrize("is_there", [False, True], ids=["no folder yet", "an empty folder"])
def test_a_key_is_made_whether_its_folder_is_there_or_not(tmp_path, monkeypatch, is_there):
    """Otherwise nothing would be kept, and each run would judge everything again."""
    kept = tmp_path / "kept"
    monkeypatch.setenv("AUTOGRADER_CACHE", str(kept))
    if is_there:
        kept.mkdir()
    signed_store.write(tmp_path / "one.json", {"a": 1})
    assert signed_store.read(tmp_path / "one.json") == {"a": 1}


def test_what_is_no_key_signs_nothing(tmp_path, monkeypatch):
    """An empty key would be one that everybody has."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "kept"))
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "key").write_bytes(b"")
    signed_store.write(tmp_path / "one.json", {"a": 1})
    assert not (tmp_path / "one.json").exists()


# -- variants ---------------------------------------------------------------------------------------------------------


def test_variants_share_a_result_only_where_the_exercise_is_the_same(tmp_path):
    """The same page with the same functions, in the hands of students with other variants."""
    bills = assignment_folder.load(variant_miniature.write(tmp_path))
    usual = variants.ordinary(bills.variants)
    cache = ResultCache(bills, Settings(), tmp_path / "kept")

    def keys(**other):
        own = variants.as_text({**usual, **other})
        report = Report("bills", "ada", "", Status.GRADED, (), "full", "", 17, 0.0, variant=own)
        facts = PageFacts(report, dict.fromkeys(bills.functions, "hash"), dict.fromkeys(bills.functions), "place")
        return {name: cache.key(facts, name) for name in sorted(bills.functions)}

    first, second, third = keys(first=5, net="goods"), keys(first=5, net="before"), keys(first=7, net="goods")
    assert first["longest"] == second["longest"] == third["longest"]
    assert first["places"] == second["places"] != third["places"]
    assert first["bill"] == third["bill"] != second["bill"]
    assert keys()["places"] != first["places"]


def test_what_is_known_of_a_page_belongs_to_its_variant(tmp_path):
    bills = assignment_folder.load(variant_miniature.write(tmp_path))
    usual = variants.ordinary(bills.variants)
    own, other = (variants.as_text({**usual, "first": number}) for number in (5, 7))
    content = variant_miniature.answer_to(usual).encode()
    cache = ResultCache(bills, Settings(), tmp_path / "kept")
    report = Report("bills", "ada", "", Status.GRADED, (), "full", "", 17, 0.0, variant=own)
    cache.keep_page(PageFacts(report, {}, {}, place_of("bills.py", content)))
    assert cache.page("bills.py", content, own).report.variant == own
    assert cache.page("bills.py", content, other) is None is cache.page("bills.py", content)
