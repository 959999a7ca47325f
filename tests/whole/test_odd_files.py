"""Whatever is odd about one file or its name costs that file alone, with a sentence that names it readably."""

import csv
import io
import json
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import miniature
import pytest

from autograder import reports
from autograder.cache.result_cache import ResultCache
from autograder.cli import main
from autograder.content import assignment_folder, page_file
from autograder.content.discovery import Handed, collect
from autograder.core import file_names
from autograder.core.faults import NotRead
from autograder.core.files import FILE, FOLDER, NOTHING, below, closed, kind
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading.batch import grade
from autograder.grading.grader import Grader

pytestmark = pytest.mark.usefixtures("warm_servers")

RIGHT, WRONG = miniature.page(), miniature.page(double="return numbers + 2")
KOREAN, JAPANESE = "김철수", "さくら"
NAMES = {
    KOREAN.encode("cp949"): KOREAN,
    JAPANESE.encode("cp932"): JAPANESE,
    "田中太郎_課題".encode("cp932"): "田中太郎_課題",
    "Jörg".encode("latin-1"): r"J\xf6rg",
    "Michèle".encode("cp850"): r"Mich\x8ale",  # as Japanese it would be one letter in the middle of a word
    b"\xff\xfe": r"\xff\xfe",
    "Zoë".encode(): "Zoë",
    b"two\nlines": "two lines",
    b"-rf": "-rf",
    b"=1+1": "=1+1",
    b"con": "con",
    b"a..b": "a..b",
    b"colour\x1b[31m": "colour\x1b[31m",
    b"x" * 250: "x" * 250,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return miniature.write(tmp_path_factory.mktemp("odd"))


@pytest.fixture
def found_in(folder):
    return lambda paths: collect(paths, assignment_folder.load(folder))


def written(folder: Path, name: bytes, text: str = RIGHT) -> Path:
    """Writes a file whose name is these bytes; skips where the system has no such names."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / os.fsdecode(name)
    try:
        path.write_text(text)
    except OSError as error:
        pytest.skip(f"this file system takes no such name: {error.strerror}")
    return path


def made(kind_of: str, path: Path) -> Path:
    """A pipe, a socket, a link, ... with a page's name."""
    if kind_of == "pipe":
        os.mkfifo(path)
    elif kind_of == "socket":
        here = os.getcwd()
        os.chdir(path.parent)  # a socket's path may have a hundred characters
        try:
            with socket.socket(socket.AF_UNIX) as one:
                one.bind(path.name)
        finally:
            os.chdir(here)
    elif kind_of == "device":
        path.symlink_to("/dev/zero")
    elif kind_of == "dangling":
        path.symlink_to("nowhere.py")
    elif kind_of == "loop":
        path.symlink_to(path.name)
    elif kind_of == "folder":
        path.mkdir()
    return path


ODD = {
    "pipe": "a named pipe, not a file",
    "socket": "a socket, not a file",
    "device": "a device, not a file",
    "dangling": "a link that leads nowhere",
    "loop": "a link that leads to itself",
}
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")


# -- names ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_every_name_is_read_as_text(name):
    shown = file_names.shown(os.fsdecode(name))
    assert shown == NAMES[name]
    assert shown.encode() and "\n" not in shown


def test_a_surrogate_that_stands_for_no_byte_is_written_out():
    assert file_names.shown("a\ud800b") == r"a\ud800b"


@unix
def test_a_class_with_every_odd_name_is_graded_and_each_has_a_report(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in NAMES:
        written(Path("pages"), name + b".py", RIGHT)
    code = main(["grade", "pages", "--assignment", str(folder), "--out", "out", "--jobs", "1"])
    out, error = capsys.readouterr()
    assert (code, "Traceback" in error) == (0, False)
    found = {json.loads(path.read_text("utf-8"))["submission"]: path.stem for path in Path("out").glob("*.json")}
    assert found.keys() == set(NAMES.values())
    pages = reports.page_addresses(found)
    assert all(stem.isascii() and Path("out", pages[name]).is_file() for name, stem in found.items())
    rows = list(csv.reader(io.StringIO(Path("out/grades.csv").read_text("utf-8"))))
    assert {"김철수", "さくら", r"\xff\xfe", "'-rf", "'=1+1", "two lines"} <= {row[0] for row in rows}
    drawn = Path("out/report.html").read_text("utf-8")
    assert all(name in drawn for name in ("김철수", "さくら", r"\xff\xfe"))
    assert r"김철수 (\xb1\xe8\xc3\xb6\xbc\xf6.py)" in out
    (out + error + drawn).encode()


@unix
def test_the_folder_of_a_student_may_have_such_a_name_too(tmp_path, found_in):
    written(tmp_path / os.fsdecode(KOREAN.encode("cp949")), b"miniature.py")
    written(tmp_path / os.fsdecode(KOREAN.encode("cp949")), b"\xff.py", WRONG)
    found = found_in([tmp_path])
    assert [(one.name, one.file) for one in found.handed] == [(KOREAN, "miniature.py")]
    assert [shown for shown, _path in found.worked[KOREAN]] == [r"\xff.py"]


@unix
def test_two_names_that_are_read_alike_stay_two(tmp_path, found_in):
    written(tmp_path, KOREAN.encode("cp949") + b".py")
    written(tmp_path, KOREAN.encode() + b".py")
    found = found_in([tmp_path])
    assert [one.name for one in found.handed] == [KOREAN, f"{KOREAN}-2"]
    assert found.twice == {f"{KOREAN}-2": KOREAN}


@unix
@pytest.mark.parametrize(
    ("first", "second"),
    [("ada", "Ada"), ("Zo\u00eb", unicodedata.normalize("NFD", "Zo\u00eb")), ("straße", "STRASSE")],
)
def test_names_that_are_one_to_other_systems_are_two_submissions_and_told(
    first, second, folder, tmp_path, capsys, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    for name, text in ((first, RIGHT), (second, WRONG)):
        written(Path("pages"), f"{name}.py".encode(), text)
    if len(os.listdir("pages")) == 1:
        pytest.skip("to this file system it is one name")
    assert main(["grade", "pages", "--assignment", str(folder), "--out", "out", "--jobs", "1"]) == 0
    told = [reports.read_report(path) for path in Path("out").glob("*.json")]
    assert {report.submission: report.score for report in told} == {first: 100, second: 50}
    stems = {unicodedata.normalize("NFD", path.stem.casefold()) for path in Path("out").glob("*.json")}
    assert len(stems) == 2
    assert "Names that look alike, each with a separate report: " in capsys.readouterr().out


def test_names_that_only_share_letters_do_not_look_alike():
    assert file_names.likeness("हिन्दी") != file_names.likeness("हन्द")
    assert file_names.likeness("ada\x07") == file_names.likeness("Ada")


def test_a_name_that_is_not_text_can_be_remembered(folder, tmp_path):
    from autograder.content import assignment_folder

    cache = ResultCache(assignment_folder.load(folder), Settings(), tmp_path / "kept")
    assert cache.page("ab\udcff.py", b"") is None


# -- files ------------------------------------------------------------------------------------------------------------


@unix
@pytest.mark.parametrize("what", ODD)
def test_what_is_no_file_is_told_and_never_opened(what, tmp_path, found_in):
    """Whoever opens a named pipe waits for ever."""
    written(tmp_path / "pages", b"ada.py")
    odd = made(what, tmp_path / "pages" / "ben.py")
    inside = tmp_path / "pages" / "cleo"
    inside.mkdir()
    made(what, inside / "miniature.ipynb")
    assert kind(odd) == ODD[what]
    found = found_in([tmp_path / "pages"])
    assert [one.name for one in found.handed] == ["ada"]
    where = "a link to another place" if what in ("device", "loop") else ODD[what]
    assert found.without == {"cleo": f"miniature.ipynb, {where}"} | found.without
    assert any(where in told for name, told in found.without.items() if name.startswith("ben"))
    assert found.without["cleo"] == f"miniature.ipynb, {where}"
    assert found_in([odd]).without == {"ben": f"ben.py, {ODD[what]}"}  # as a shell's * hands it over


@unix
@pytest.mark.parametrize("what", [*ODD, "folder"])
def test_what_took_the_place_of_a_file_is_not_graded_and_no_zero(what, folder, tmp_path):
    odd = made(what, tmp_path / "ben.py")
    with Grader(folder, Settings()) as grader:
        report = grader.grade(Handed("ben", odd))
    assert report.status is Status.NOT_GRADED
    assert "ben.py cannot be read (a " in report.problem


@unix
def test_the_class_goes_on_beside_all_of_them(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    written(Path("pages"), b"ada.py")
    written(Path("pages"), b"empty.py", "")
    for what in (*ODD, "folder"):
        made(what, Path("pages", f"{what}.py"))
    pages = sorted(str(path) for path in Path("pages").iterdir() if path.name != "folder.py")
    for paths in (["pages"], pages):
        assert main(["grade", *paths, "--assignment", str(folder), "--out", "out", "--jobs", "1"]) == 1
        out = capsys.readouterr().out
        elsewhere = {what: "a link to another place" for what in ("device", "loop") if paths == ["pages"]}
        assert all(f"{what}.py, {words}" in out or elsewhere.get(what, "?") in out for what, words in ODD.items()), out
        assert reports.read_report(Path("out/ada.json")).score == 100
        assert reports.read_report(Path("out/empty.json")).problem == "empty.py is empty."


def test_a_folder_with_a_pages_name_is_told(tmp_path, found_in):
    (tmp_path / "ada" / "miniature.ipynb").mkdir(parents=True)
    (tmp_path / "ben.ipynb").mkdir()
    assert found_in([tmp_path]).without == {
        "ada": "miniature.ipynb, a folder",
        "ben.ipynb": "empty folder",
    }


def test_what_this_user_may_not_read_is_told(folder, tmp_path, monkeypatch, found_in):
    """To root everything is open, so the system's refusal is played."""
    locked, student, hidden = written(tmp_path, b"ada.py"), tmp_path / "ben", tmp_path / "cleo"
    written(student, b"miniature.py")
    written(hidden, b"miniature.py")
    stat, scan, opened = os.stat, os.scandir, os.open

    def refuse(real, *places):
        def call(path, *arguments, **named):
            if Path(os.fsdecode(path)) in places:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *arguments, **named)

        return call

    with monkeypatch.context() as played:
        played.setattr(os, "scandir", refuse(scan, student))
        played.setattr(os, "listdir", refuse(os.listdir, student))
        played.setattr(os, "stat", refuse(stat, hidden / "miniature.py"))
        found = found_in([tmp_path])
        assert closed(student) == "Permission denied"
    assert [one.name for one in found.handed] == ["ada"]
    assert found.without == {"ben": "Permission denied", "cleo": "miniature.py, Permission denied"}
    monkeypatch.setattr(os, "open", refuse(opened, locked))
    with Grader(folder, Settings()) as grader:
        report = grader.grade(Handed("ada", locked))
    assert (report.status, report.problem) == (Status.NOT_GRADED, f"{locked} cannot be read: Permission denied.")


def test_a_file_that_went_away_is_not_graded_and_no_zero(folder, tmp_path):
    (report,) = grade([Handed("ada", tmp_path / "gone.py")], folder, Settings(), 1)
    assert (report.status, report.problem) == (Status.NOT_GRADED, f"There is no file {tmp_path / 'gone.py'}.")


def test_a_file_that_is_written_to_meanwhile_is_read_again(tmp_path, monkeypatch):
    path = written(tmp_path, b"ada.py", "a = 1\n")
    stat, calls = os.fstat, []

    def grows(descriptor):
        calls.append(descriptor)
        if len(calls) == 1:
            before = stat(descriptor)
            path.write_text("a = 1\nb = 2\n")
            return before
        return stat(descriptor)

    monkeypatch.setattr(os, "fstat", grows)
    assert page_file.read_bytes(path) == b"a = 1\nb = 2\n"


def test_a_file_that_never_holds_still_is_not_read(tmp_path, monkeypatch):
    path = written(tmp_path, b"ada.py", "")
    stat = os.fstat

    def grows(descriptor):
        before = stat(descriptor)
        with open(path, "a") as file:
            file.write("a = 1\n")
        return before

    monkeypatch.setattr(os, "fstat", grows)
    with pytest.raises(NotRead, match=r"ada\.py is changing while it is read"):
        page_file.read_bytes(path)


def test_a_path_that_is_longer_than_systems_take_costs_that_student_alone(tmp_path, monkeypatch, found_in):
    written(tmp_path / "class", b"ada.py")
    place = tmp_path / "class" / "ben"
    place.mkdir()
    monkeypatch.chdir(place)
    for _ in range(30):
        os.mkdir("y" * 200)
        os.chdir("y" * 200)
    Path("miniature.py").write_text(RIGHT)
    found = found_in([tmp_path / "class"])
    assert [one.name for one in found.handed] == ["ada"] and list(found.without) == ["ben"]


def test_what_is_in_a_place(tmp_path):
    path = written(tmp_path / "a" / "b", b"c.py")
    assert [kind(path), kind(path.parent), kind(tmp_path / "no"), kind(path / "no")] == [FILE, FOLDER, NOTHING, NOTHING]
    assert below(tmp_path / "a") == [path.parent, path]
    assert not closed(tmp_path)


# -- in the other commands --------------------------------------------------------------------------------------------


@unix
@pytest.mark.parametrize(
    "command", ["check {} double", "hint {} double", "solution {} double", "reset {} double", "watch {}"]
)
@pytest.mark.parametrize("what", ["pipe", "dangling"])
def test_no_command_waits_for_what_is_no_file(command, what, folder, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made(what, Path("ben.py"))
    assert main([*command.format("ben.py").split(), "--assignment", str(folder)]) == 2
    assert f"ben.py is not a page ({ODD[what]})." in capsys.readouterr().err


@unix
def test_a_student_can_check_a_page_of_any_name(folder, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = written(Path("pages"), KOREAN.encode("cp949") + b".py", WRONG)
    assert main(["check", str(path), "--assignment", str(folder)]) == 1
    out = capsys.readouterr().out
    assert f"pages/{KOREAN}.py" in out
    out.encode()


def test_a_name_in_a_sentence_is_readable_wherever_it_is_shown():
    name = os.fsdecode(KOREAN.encode("cp949"))
    assert reports.plain(f"class/{name}.py is empty.") == f"class/{KOREAN}.py is empty."
    assert reports.one_line("(Jos\udce9)") == r"(Jos\xe9)"
    assert file_names.readable("nothing odd") == "nothing odd"


def test_a_long_name_costs_little_time():
    """Each part is looked at once: these would take minutes if every place were a beginning."""
    assert len(file_names.shown("a" * 100_000 + "\udcff")) == 100_004
    assert len(file_names.shown("\udcb1\udce8" * 50_000 + "\udcff")) == 400_004


@unix
def test_a_hosted_grader_takes_any_name(folder, tmp_path):
    from autograder.content import assignment_folder
    from autograder.hosted import runner

    written(tmp_path / "submission", KOREAN.encode("cp949") + b".py")
    made("pipe", tmp_path / "submission" / "miniature.ipynb")
    report = runner.grade(assignment_folder.load(folder), tmp_path / "submission", Settings())
    assert (report.source, report.score) == (f"{KOREAN}.py", 100)


def test_one_students_gradebook_entry_costs_no_other(monkeypatch, capsys):
    from autograder.cli.grade_course import CourseRun, _fill, _judge
    from autograder.core.records import Report

    def of(name):
        return Report("miniature", name, "", Status.GRADED, (), "full", "", 17, 0.0)

    class Filling:
        def out_of_date(self, one, _report):
            if one.name == "ben":
                raise RuntimeError("this text stands in no message")
            return "" if one.name == "cleo" else "new"

        def fill(self, _name):
            return ""

    class Judging:
        believes_stored_reports = True
        recheck = None

        def find(self, one):
            if one.name == "ben":
                raise RuntimeError("this text stands in no message")
            return of(one.name)

        def all(self, waiting, _jobs, _afresh, _stored):
            return [of(one.name) for one in waiting]

    handed = [Handed(name, Path(name, "miniature.ipynb")) for name in ("ada", "ben", "cleo")]
    found = CourseRun()
    _judge(Judging(), handed, 1, found, False)
    assert [report.submission for report in found.reports] == ["ada", "ben", "cleo"] and found.fresh == 2
    _fill(Filling(), handed, found, False, False)
    assert (found.filled, found.left_alone) == (1, 1)
    assert found.problems == [
        "ben: A bug in the kit, not in the student's work, while filling the gradebook (RuntimeError). Grade again."
    ]


def test_a_kept_report_of_what_cannot_be_read_is_never_fresh(tmp_path):
    from autograder.nbgrader.report_store import ReportStore

    kept = ReportStore(tmp_path / "reports", "stamp")
    one = Handed("ben", tmp_path / "ben.py")
    before = kept.key(one)
    (tmp_path / "ben.py").write_text("a = 1\n")
    assert kept.key(one) != before


@unix
def test_a_terminal_without_the_letters_ends_no_command(folder, tmp_path):
    written(tmp_path / "pages", KOREAN.encode() + b".py")
    made("pipe", tmp_path / "pages" / "장비.py")
    command = [
        sys.executable,
        "-m",
        "autograder",
        "grade",
        "pages",
        "--assignment",
        str(folder),
        "--out",
        "out",
        "--jobs",
        "1",
    ]
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONPATH": str(Path(file_names.__file__).parents[2])}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)
    assert r"\uc7a5\ube44.py, a named pipe, not a file" in done.stdout
