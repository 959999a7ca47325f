"""Hostile pages among honest ones, graded as an ordinary user at both levels of isolation.

Each level grades two classes once, through the command line: one of a miniature assignment, one of the real one. What most
pages attack is the judge, which does not know the level: a sample of them is tried at the lower one, and the others at the higher
one. Of the others of the real assignment, which train, a third are: others with each change of what the marks depend on. ``--whole``
tries all at the higher one.
"""

import functools
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

import miniature
import one_by_chance
import pytest
from redteam import disguises, forge, leak, networks, notebooks, reporting, sabotage
from redteam.attacks import SECRET, Attack, script

from autograder.core.notes import NoteKind, read_note

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
MNIST = REPOSITORY / "solutions" / "mnist"
HONEST = 4  # neighbours in each class, spread among the others
BOUND = 600  # seconds for a class; a page that is not stopped would hold it up for ever
SHORT = "call = 1\n"  # what waits or computes without end takes it twice
LESS = ("call = 10 ", "call = 5 ")  # of the real one
PLACES = ("/tmp/redteam-note", "/var/tmp/redteam-note", "/dev/shm/redteam-note", "/run/redteam-note")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the walls are the Linux kernel's")
PLACEHOLDERS = {"canary": "/nowhere", "port": 0, "pages": "/nowhere", "solutions": "/nowhere"}
SMALL = [
    *forge.ATTACKS,
    *leak.attacks(**PLACEHOLDERS),
    *sabotage.attacks("/nowhere", "/nowhere"),
    *reporting.ATTACKS,
    *notebooks.ATTACKS,
]
REAL = [*networks.ATTACKS, *disguises.ATTACKS]
ALL = [*SMALL, *REAL]
ON_THE_SYSTEM = ("leak", "sabotage")  # and so on the level: tried at both; all other kinds of the small ones attack the judge
FEWER = [attack for place, attack in enumerate(SMALL) if attack.kind in ON_THE_SYSTEM or place % 3 == 0]
MOST = [attack for attack in SMALL if attack.kind in ON_THE_SYSTEM or attack not in FEWER]
SAMPLE = REAL[::6]
PAIRS = [("full", attack) for attack in ALL] + [("reduced", attack) for attack in (*FEWER, *SAMPLE)]


@dataclass(frozen=True)
class Run:
    """What grading a class came to."""

    reports: dict[str, dict]  # by the file's stem
    texts: dict[str, str]  # what people read: the terminal, report.html, grades.csv, the JSON
    heard: list[bytes]  # what the listener was told
    left: list[str]  # processes of ours that are still there
    canary: tuple[str, int, float]  # its text, rights and time of the last change


@pytest.fixture(params=["full", "reduced"])
def level(request):
    return request.param


@dataclass(frozen=True)
class Classes:
    """Two classes at one level, each graded when it is first asked for."""

    level: str
    whole: bool

    @functools.cached_property
    def tried(self) -> list[Attack]:
        """The attacks that are graded."""
        if self.level == "reduced":
            return [*FEWER, *SAMPLE]
        others = [attack for attack in REAL if attack not in SAMPLE and attack.name not in networks.TRAINED]
        left_out = [] if self.whole else [*SAMPLE, *one_by_chance.some(others, 2 * len(others) // 3, "red team")]
        return [*(SMALL if self.whole else MOST), *(attack for attack in REAL if attack not in left_out)]

    @functools.cached_property
    def small(self) -> Run:
        """The miniature class."""
        with _place() as place, _Listener() as listener:
            assignment = miniature.write(place, {"assignment.toml": miniature.SETTINGS.replace("call = 2\n", SHORT)})
            canary = place / "canary.txt"
            attacks = [
                *forge.ATTACKS,
                *leak.attacks(str(canary), listener.port, str(place / "pages"), str(assignment)),
                *sabotage.attacks(str(canary), str(REPOSITORY / "autograder")),
                *reporting.ATTACKS,
                *notebooks.ATTACKS,
            ]
            wanted = {attack.file for attack in self.tried}
            attacks = [attack for attack in attacks if attack.file in wanted]
            return _grade(place, self.level, assignment, attacks, script("return 2 * numbers"), listener)

    @functools.cached_property
    def real(self) -> Run:
        """The class of the real assignment, whose pages hold two functions each."""
        predict = "def predict_labels(model, images):\n    return model.predict(images).argmax(axis=1)\n"
        honest = f"{networks.HEAD}\n\n{predict}{networks.NORMALIZE}"
        with _place() as place, _Listener() as listener:
            assignment = Path(shutil.copytree(MNIST, place / "mnist"))
            settings = (assignment / "assignment.toml").read_text("utf-8")
            assert settings.count(LESS[0]) == 1
            (assignment / "assignment.toml").write_text(settings.replace(*LESS), "utf-8")
            return _grade(place, self.level, assignment, [attack for attack in REAL if attack in self.tried], honest, listener)


_classes = functools.cache(Classes)  # not a fixture of the module: pytest would end it at each change of the level


@pytest.fixture
def classes(level, pytestconfig):
    return _classes(level, pytestconfig.getoption("--whole"))


def _place() -> tempfile.TemporaryDirectory:
    """A folder that other accounts can reach, which pytest's own are not."""

    class Place(tempfile.TemporaryDirectory):
        def __enter__(self) -> Path:
            path = Path(super().__enter__())
            path.chmod(0o755)
            return path

    return Place(prefix="redteam-", ignore_cleanup_errors=True)


class _Listener:
    """Hears whoever connects to this machine on a port, by TCP or by UDP."""

    def __enter__(self) -> "_Listener":
        self.heard: list[bytes] = []
        self.stream = socket.create_server(("127.0.0.1", 0))
        self.port = self.stream.getsockname()[1]
        self.datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.datagrams.bind(("127.0.0.1", self.port))
        for listen in (self._accept, self._receive):
            threading.Thread(target=listen, daemon=True).start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.stream.close()
        self.datagrams.close()

    def _accept(self) -> None:
        while True:
            try:
                line, _ = self.stream.accept()
            except OSError:
                return
            self.heard.append(b"connected")
            line.close()

    def _receive(self) -> None:
        while True:
            try:
                self.heard.append(self.datagrams.recv(100))
            except OSError:
                return


def _grade(place: Path, level: str, assignment: Path, attacks: list[Attack], honest: str, listener: _Listener) -> Run:
    pages, out = place / "pages", place / "out"
    pages.mkdir()
    out.mkdir()
    for attack in attacks:
        page = attack.page if isinstance(attack.page, bytes) else attack.page.encode("utf-8", "surrogatepass")
        (pages / attack.file).write_bytes(page)
    order = sorted(path.name for path in pages.iterdir())
    for number in range(HONEST):  # each takes its place behind some attacks
        behind = order[number * len(order) // HONEST].partition(".")[0]
        (pages / f"{behind}-honest{number}.py").write_text(honest)
    canary = place / "canary.txt"
    canary.write_text(SECRET)
    canary.chmod(0o666)
    scratch = place / "scratch"  # the kit's own temporary files: their names tell this class's processes from others
    scratch.mkdir()
    command = [sys.executable, str(HERE / "ordinary_user.py"), str(place), "-m", "autograder", "grade", str(pages)]
    command += ["--assignment", str(assignment), "--out", str(out), "--isolation", level]
    environment = {**os.environ, "REDTEAM_TOKEN": SECRET, "COLUMNS": "120"}
    environment |= {"AUTOGRADER_CACHE": str(place / "cache"), "TMPDIR": str(scratch)}
    environment.pop("AUTOGRADER_DATA", None)
    done = subprocess.run(command, env=environment, cwd=place, capture_output=True, timeout=BOUND)
    terminal = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode in (0, 1), terminal[-3000:]
    texts = {
        path.name: path.read_text("utf-8") for path in (*out.glob("*.json"), out / "report.html", out / "grades.csv")
    }
    reports = [json.loads(text) for name, text in texts.items() if name.endswith(".json")]
    if any(one["isolation"] != level for one in reports if one["status"] == "graded"):
        pytest.skip(f"this system gives {sorted({one['isolation'] for one in reports})}")
    return Run(
        {one["submission"]: one for one in reports},
        {**texts, "terminal": terminal},
        list(listener.heard),
        sorted(_workers(scratch)),
        (canary.read_text(), canary.stat().st_mode & 0o777, canary.stat().st_mtime),
    )


def _workers(scratch: Path) -> set[str]:
    """Processes of the kit that run now and were started with this folder for temporary files."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes()
            state = (folder / "stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if b"autograder.sandbox.fork_server" in words and os.fsencode(scratch) in words and state != "Z":
            found.add(f"{folder.name} {words.decode(errors='replace')[:200]}")
    return found


def _exercise(report: dict, name: str) -> dict:
    return next(one for one in report["exercises"] if one["name"] == name)


# -- one attack -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "attack"),
    PAIRS,
    indirect=["level"],
    ids=[f"{level}: {attack.kind}: {attack.name}" for level, attack in PAIRS],
)
def test_an_attack_gains_nothing(attack, classes):
    """no points for the attacked function, all for the innocent one, and the secret in no report"""
    if attack not in classes.tried:
        pytest.skip("another attack is tried this time: --whole tries all")
    run = classes.real if attack in REAL else classes.small
    report = run.reports[attack.file.partition(".")[0]]
    assert report["status"] == attack.status, report["problem"]
    if attack.status == "graded":
        target = _exercise(report, attack.target)
        assert target["score"] <= attack.most < target["max_score"], [
            (check["name"], check["outcome"], check["message"]) for check in target["checks"]
        ]
    if attack.innocent:
        innocent = _exercise(report, attack.innocent)
        assert innocent["score"] == innocent["max_score"], [
            (check["name"], check["outcome"], check["message"]) for check in innocent["checks"]
        ]
    assert SECRET not in json.dumps(report)
    assert "broken" not in {check["outcome"] for one in report["exercises"] for check in one["checks"]}


# -- the others -------------------------------------------------------------------------------------------------------


@pytest.fixture(params=["small", "real"])
def run(request, classes):
    return getattr(classes, request.param)


def test_honest_neighbours_get_all_their_points(run):
    honest = {name: one for name, one in run.reports.items() if "-honest" in name}
    assert len(honest) == HONEST
    for name, one in honest.items():
        for exercise in ("double", "total", "normalize", "predict_labels"):
            if found := [each for each in one["exercises"] if each["name"] == exercise]:
                assert found[0]["score"] == found[0]["max_score"], (name, found[0])


def test_everybody_has_a_report(run):
    assert not [one["submission"] for one in run.reports.values() if one["status"] in ("not_graded", "broken")]


def test_nothing_outside_was_touched(run):
    text, rights, changed = run.canary
    assert (text, rights) == (SECRET, 0o666) and changed > 1000
    assert run.heard == []
    assert not [place for place in PLACES if os.path.exists(place)]
    assert not list((REPOSITORY / "autograder").glob("*.pth"))


def test_no_process_survives(run):
    assert run.left == []


def test_no_submission_held_the_class_up(run):
    """The limits of the assignment bound what one page may cost, whatever it does."""
    assert max(one["seconds"] for one in run.reports.values()) < 120


def test_what_people_read_is_only_text(classes):
    """Markup, orders for the terminal, and signs that hide or turn others."""
    for name in ("terminal", "report.html", "grades.csv"):
        text = classes.small.texts[name]
        found = [raw for raw in reporting.RAW if raw in text and not (name == "terminal" and raw == "\x1b")]
        assert not found, (name, found)
    assert reporting.TERMINAL not in classes.small.texts["terminal"]
    assert "default-src 'none'" in classes.small.texts["report.html"]
    for line in classes.small.texts["grades.csv"].splitlines():
        assert not [cell for cell in line.split(",") if cell.lstrip('"').startswith(("=", "+", "@"))], line


def test_a_person_is_told_what_was_tried(classes):
    """And nothing is said of the honest ones."""
    noted = {name: " ".join(one["suspicions"]) for name, one in classes.small.reports.items()}
    assert "double tried to open a network connection" in noted["leak-a-connection-to-this-machine"]
    assert "double tried to open a file: " in noted["leak-a-file-of-somebody-else"]
    assert "double tried to start a process" in noted["sabotage-a-child-that-outlives"]
    assert "Needs review" in classes.small.texts["report.html"]
    assert "Needs review" in classes.small.texts["terminal"]
    real = {name: " ".join(one["suspicions"]) for name, one in classes.real.reports.items()}
    first, second = (f"forge-{name.replace(' ', '-')}" for name in networks.TRAINED)
    if classes.level == "full":
        assert "before any training" in real[first] and f"The same trained weights are in: {second}." in real[first]
    honest = [
        note
        for run in (classes.small, classes.real)
        for name, one in run.reports.items()
        for note in one["suspicions"]
        if "-honest" in name and read_note(note).kind is not NoteKind.SAME_FILE  # they are, and that is said
    ]
    assert honest == []


def test_the_red_team_is_large_enough():
    names = [(attack.kind, attack.name) for attack in ALL]
    assert len(set(names)) == len(names) >= 60
    assert len(disguises.ATTACKS) >= 25
    assert {kind for kind, _ in names} == {"forge", "leak", "sabotage", "report", "notebook"}
