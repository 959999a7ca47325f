"""``autograder grade`` of a folder: who has no page, what else lies where the reports go, and which assignment is meant."""

import csv
import io
import json
import re
import shutil
import tempfile
from concurrent.futures import Future
from pathlib import Path

import miniature
import pytest

from autograder.cache import signed_store
from autograder.content import assignment_search
from autograder.grading import graded_places
from autograder.grading.backends import BackendFailed

pytestmark = pytest.mark.usefixtures("warm_servers")
RIGHT = miniature.page()
WRONG = miniature.page(double="return numbers + 2")
STUB = miniature.page(double="raise NotImplementedError", total="raise NotImplementedError")


def table(path):
    """The rows of a table of grades, by submission."""
    return {row["submission"]: row for row in csv.DictReader(io.StringIO(path.read_text("utf-8")))}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A clone with one small assignment, and the pages of two students."""
    miniature.write(tmp_path)
    for name in ("ada", "ben"):
        (tmp_path / "pages" / name).mkdir(parents=True)
        (tmp_path / "pages" / name / "miniature.py").write_text(RIGHT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, typed):
    return lambda command: typed(f"{command} --jobs 1")


# -- whose checks they are --------------------------------------------------------------------------------------------


@pytest.fixture
def forged(here, monkeypatch):
    """All pages of a class in one folder, where a student's archive has left checks of his own."""
    flat = here / "pages" / "flat"
    flat.mkdir()
    (flat / "eve.py").write_text(RIGHT)
    miniature.write(
        flat,
        {"checks/test_double.py": f"import pathlib\npathlib.Path({str(here / 'note')!r}).touch()\n{miniature.DOUBLE}"},
    )
    monkeypatch.chdir(flat)
    return here / "note"


@pytest.mark.parametrize(
    "pages", [".", "eve.py", "../flat", "eve.py .."], ids=["here", "a page", "a folder", "one of two"]
)
def test_checks_that_lie_among_the_pages_are_not_run(run, forged, pages):
    """Whoever hands in a ``solutions`` folder in an archive would give himself the marks, and run as the instructor."""
    code, _, error = run(f"grade {pages} --assignment miniature --out ../../g1")
    assert code == 2 and not forged.exists()
    assert "was found in ./solutions/miniature, among the pages to grade: a student may have submitted it." in error
    assert error.rstrip().endswith("If it is yours, name the folder:   --assignment ./solutions/miniature")


def test_nor_where_it_is_the_only_assignment_there_is(run, forged):
    assert run("grade . --out ../../g1")[0] == 2 and not forged.exists()


def test_they_are_where_their_folder_is_named(run, forged):
    code, out, _ = run("grade eve.py --assignment ./solutions/miniature --out ../../g1")
    assert code == 0 and forged.exists() and "1 submission, 1 graded" in out


def test_a_students_folder_is_not_taken_for_the_assignment_of_its_name(run, here):
    """``pages/miniature`` of a student of that name, say; it held no assignment, and nobody was graded."""
    (here / "miniature").mkdir()
    assert run("grade pages --assignment miniature --out g1")[0] == 0


# -- nobody vanishes --------------------------------------------------------------------------------------------------


def test_who_has_no_page_is_named_and_to_be_fixed(run, here):
    (here / "pages" / "emptyone").mkdir()
    (here / "pages" / "pdfonly").mkdir()
    (here / "pages" / "pdfonly" / "mnist.pdf").write_text("a print")
    code, out, _ = run("grade pages --out g1")
    assert code == 1 and "One report for each of 4 submissions: g1/\n" in out
    assert (
        "No page of: emptyone (empty folder), pdfonly (mnist.pdf). Ask them, or rename the file; then grade again."
        in out
    )
    assert "4 submissions, 2 graded" in out and "pdfonly" in out.split("No page of")[0]


def test_who_has_no_page_stands_in_every_table_with_the_reason(run, here, typed):
    """README: who has no mark, and why."""
    folder = here / "pages" / "Ida Noll_14_assignsubmission_onlinetext_"
    folder.mkdir()
    (folder / "onlinetext.html").write_text("<p>see attachment")
    run("grade pages --out g1")
    rows = table(here / "g1" / "grades.csv")
    assert rows["Ida Noll"]["status"] == "unreadable: No page was submitted: online text."
    assert (rows["Ida Noll"]["total"], rows["ada"]["total"]) == ("0", "100")
    page = (here / "g1" / "report.html").read_text()
    assert "Ida Noll" in page and "No page was submitted: online text." in page
    assert "assignsubmission" not in re.sub('href="[^"]*"', "", page)
    code, out, _ = typed("export g1 --to marks.csv")
    assert code == 1 and "Ida Noll" in out and "No page was submitted: online text" in (here / "marks.csv").read_text()


def test_where_nobody_has_a_page_they_are_named_too(run, here):
    (here / "none" / "emptyone").mkdir(parents=True)
    code, _, error = run("grade none --out g1")
    assert code == 2
    assert error.startswith(
        "autograder: No page (.py or .ipynb) was found in none. No page of: emptyone (empty folder). "
    )


def test_many_without_a_page_are_counted_and_their_names_do_nothing(run, here):
    for number in range(25):
        (here / "pages" / f"eve{number:02}\x1b[2J").mkdir()
    code, out, _ = run("grade pages --out g1")
    assert code == 1 and "eve19 (empty folder), and 5 more. Ask" in out and "\x1b" not in out


# -- what else lies there ---------------------------------------------------------------------------------------------


def test_a_page_that_was_taken_away_is_told_and_keeps_its_row(run, here):
    assert "of earlier runs" not in run("grade pages --out g1")[1]
    (here / "pages" / "ben" / "miniature.py").unlink()
    (here / "pages" / "ben").rmdir()
    code, out, _ = run("grade pages --out g1")
    assert code == 0 and set(table(here / "g1" / "grades.csv")) == {"points-per-exercise", "ada", "ben"}
    assert "1 student from earlier runs in g1/ keeps the row in the class's files (ben). " in out
    assert "delete the report, ben.json for example, then   autograder report g1\n" in out


def test_a_late_page_is_graded_into_the_classs_folder(run, here):
    (here / "late").mkdir()
    (here / "late" / "eve.py").write_text(RIGHT)
    run("grade pages --out g1")
    out = run("grade late/eve.py --out g1")[1]
    assert "New in this class: eve 100.\n2 students from earlier runs in g1/ keep their rows" in out
    (here / "g1" / "notes.json").write_text('{"not": "a report"}')
    (here / "g1" / "eve-000000000000.json").write_bytes((here / "g1" / "eve.json").read_bytes())  # left over
    assert (
        "2 students from earlier runs in g1/ keep their rows in the class's files (ada, ben)"
        in run("grade late/eve.py --out g1")[1]
    )


@pytest.mark.parametrize("path", ["pages/ben", "pages/ben/miniature.py", "pages/ben.zip"])
def test_one_student_again_is_the_same_student(run, here, path):
    """The class's files keep everybody, and the mark that has changed is told: old and new."""
    (here / "pages" / "ben" / "miniature.py").write_text(WRONG)
    run("grade pages --out g1")
    assert table(here / "g1" / "grades.csv")["ben"]["total"] == "50"
    (here / "pages" / "ben" / "miniature.py").write_text(RIGHT)
    if path.endswith("zip"):
        shutil.make_archive(str(here / "pages" / "ben"), "zip", here / "pages" / "ben")
    code, out, _ = run(f"grade {path} --out g1")
    assert code == 0 and "Marks that changed: ben 50 → 100.\n" in out
    rows = table(here / "g1" / "grades.csv")
    assert list(rows) == ["points-per-exercise", "ada", "ben"] and rows["ben"]["total"] == "100"
    assert sorted(path.name for path in (here / "g1").glob("*.json")) == ["ada.json", "ben.json"]
    page = (here / "g1" / "report.html").read_text()
    assert 'href="pages/ada.html"' in page and 'href="pages/ben.html"' in page
    assert "Graded again with the same mark: ben 100." in run(f"grade {path} --out g1")[1]


def test_a_folder_above_the_submissions_is_asked_about(run, here):
    (here / "classroom").mkdir()
    (here / "pages").rename(here / "classroom" / "pages")
    code, _, error = run("grade classroom --out g1")
    assert code == 2 and not (here / "g1" / "grades.csv").exists()
    assert "pages contains pages of several students" in error and "autograder grade classroom/pages" in error


def test_a_report_that_was_changed_by_hand_is_kept_and_told(run, here, caplog):
    run("grade pages --out g1")
    path = here / "g1" / "ben.json"
    content = json.loads(path.read_text())
    content["exercises"][0]["checks"][0]["points"] = 1.5
    path.write_text(json.dumps(content, indent=4))
    run("grade pages/ada --out g1")
    assert json.loads(path.read_text()) == content, "who is not graded again is left alone"
    assert table(here / "g1" / "grades.csv")["ben"]["total"] == "81.5"
    out = run("grade pages --out g1")[1]
    assert "Marks that changed: ben 81.5 → 100.\n" in out
    assert (
        "ben.json was changed by hand. The grader has written it again; your version is saved as edited/ben.json" in caplog.text
    )
    assert json.loads((here / "g1" / "edited" / "ben.json").read_text()) == content
    assert json.loads(path.read_text())["score"] == 100.0
    caplog.clear()
    run("grade pages --out g1")
    assert "changed by hand" not in caplog.text and len(list((here / "g1" / "edited").iterdir())) == 1


def test_another_layout_of_a_report_is_no_change(run, here, caplog):
    run("grade pages --out g1")
    path = here / "g1" / "ben.json"
    path.write_text(json.dumps(json.loads(path.read_text()), indent=4, sort_keys=True))
    run("grade pages --out g1")
    assert "changed by hand" not in caplog.text and not (here / "g1" / "edited").exists()


def test_reports_of_another_assignment_are_told_apart(run, here):
    run("grade pages --out g1")
    path = here / "g1" / "ben.json"
    path.write_text(path.read_text().replace('"assignment": "miniature"', '"assignment": "fashion"'))
    out = run("grade pages/ada/miniature.py --out g1")[1]
    assert "1 other report is in g1/ (ben), of fashion: it is not part of this class page. Use a separate" in out


def test_another_assignment_of_the_same_name_is_told_apart(run, here):
    """It has none of the functions; its reports lie where those of this one are written."""
    run("grade pages --out g1")
    path = here / "g1" / "ben.json"
    path.write_text(re.sub(r'"name": "(double|total)"', '"name": "other"', path.read_text()))
    out = run("grade pages/ada/miniature.py --out g1")[1]
    assert "1 other report is in g1/ (ben), of another assignment miniature: it is not part of this class page." in out


def test_reports_say_the_version_and_another_one_is_told(run, here):
    """Nothing that another version has found is used again: a check expects another number now."""

    def found(name):
        report = json.loads((here / "g1" / f"{name}.json").read_text())
        return report["assignment_version"], report["score"], report["max_score"]

    run("grade pages --out g1")
    before, first, most = found("ada")
    assert len(before) == 8 and found("ben") == (before, first, most)
    settings = here / "solutions" / "miniature" / "assignment.toml"
    settings.write_text('version = "2"\n' + settings.read_text())
    checks = here / "solutions" / "miniature" / "checks" / "test_total.py"
    checks.write_text(checks.read_text().replace("is_close_to(7", "is_close_to(8"))
    out = run("grade pages/ada/miniature.py --out g1")[1]
    now, score, possible = found("ada")
    assert now.startswith("2 (") and before not in now and (score, possible) == (first - 30, most)
    assert "1 report is of another version of the assignment than the others." in " ".join(out.split())
    assert "version 2 (" in (here / "g1" / "report.html").read_text("utf-8")


# -- which assignment -------------------------------------------------------------------------------------------------


def test_the_only_assignment_need_not_be_named(run, here):
    assert run("grade pages --out g1")[0] == 0
    assert "(default: the only one there is)" in run("grade --help")[1]
    another = here / "solutions" / "another"
    shutil.copytree(here / "solutions" / "miniature", another)
    (another / "miniature.py").rename(another / "another.py")
    error = "autograder: Name the assignment: --assignment another or miniature.\n"
    assert run("grade pages --out g1") == (2, "", error)


def test_without_any_assignment_it_is_asked_which(run, monkeypatch):
    monkeypatch.setattr(assignment_search, "all_near", lambda near=None: [])
    monkeypatch.setattr(assignment_search, "sources", lambda place=None: [])
    assert run("grade pages --out g1") == (2, "", "autograder: Name the assignment: --assignment NAME.\n")


# -- a cluster --------------------------------------------------------------------------------------------------------


@pytest.fixture
def cluster():
    pytest.importorskip("distributed", reason="needs the extra cluster")
    return pytest.importorskip("autograder.grading.dask_backend")


def test_a_scheduler_that_goes_away_in_the_middle_is_no_wrong_usage(run, cluster, monkeypatch):
    class Lost:
        width, gone = 1, ()

        def __init__(self, *_arguments):
            pass

        def submit(self, _task):
            raise BackendFailed("The scheduler is gone.")

        def close(self):
            pass

    monkeypatch.setattr(cluster, "DaskBackend", Lost)
    code, _, error = run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")
    assert code == 1 and error.endswith("autograder: The scheduler is gone.\n")


def test_a_scheduler_that_is_not_there_is_wrong_usage(run, cluster, monkeypatch):
    def nobody(*_arguments):
        raise BackendFailed("No Dask scheduler answers.")

    monkeypatch.setattr(cluster, "DaskBackend", nobody)
    assert run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")[0] == 2


def test_a_scheduler_that_does_not_come_back_for_the_second_try_is_no_wrong_usage(run, cluster, monkeypatch):
    """What a worker broke is tried once more; by then the scheduler was there before."""
    calls = []

    class Once:
        width, gone = 1, (ZeroDivisionError,)

        def __init__(self, *_arguments):
            if calls:
                raise BackendFailed("The scheduler is gone.")
            calls.append(self)

        def submit(self, _task):
            ended = Future()
            ended.set_exception(ZeroDivisionError())
            return ended

        def look(self):
            pass

        def close(self):
            pass

    monkeypatch.setattr(cluster, "DaskBackend", Once)
    assert run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")[0] == 1


def test_who_has_worked_on_more_than_one_page_is_named(run, here):
    """And which one counts, and what the other would have earned; an untouched page beside it is no news."""
    miniature.files(here / "pages", ada_ipynb="{}", eve__miniature_py=RIGHT, eve__old__miniature_py=WRONG)
    miniature.files(here / "pages", dev__miniature_py=RIGHT, dev__old__miniature_py=STUB, dev__helper_py="x = 1")
    code, out, _ = run("grade pages --out g1")
    assert code == 0, "the page that cannot be read is not the one that counts"
    told = out.partition("Some students worked on more than one page. ")[2]
    assert (
        "   eve: miniature.py was graded. There is work in old/miniature.py, too; it would have earned 50 of 100 points.\n"
        in told
    )
    assert "   ada: miniature.py was graded. There is also ada.ipynb, but it cannot be read.\n" in told
    assert "dev" not in told and "Files with the same name" not in out
    note = "miniature.py was graded. There is work in old/miniature.py, too; it would have earned 50 of 100 points."
    assert json.loads((here / "g1" / "eve.json").read_text())["notes"] == [note]
    assert note in (here / "g1" / "pages" / "eve.html").read_text()
    assert sorted(path.stem for path in (here / "g1").glob("*.json")) == ["ada", "ben", "dev", "eve"]
    run("grade pages --out g1")
    assert json.loads((here / "g1" / "eve.json").read_text())["notes"] == [note], "once"


def test_an_untouched_page_never_goes_before_a_worked_on_one(run, here):
    """README lets students choose between the two forms of the page."""
    cell = {"cell_type": "code", "source": STUB, "metadata": {}, "outputs": [], "execution_count": None}
    empty = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
    (here / "pages" / "ben" / "miniature.ipynb").write_text(empty)
    code, out, _ = run("grade pages --out g1")
    assert code == 0 and table(here / "g1" / "grades.csv")["ben"]["total"] == "100"
    assert "more than one page" not in out


def test_files_of_one_name_in_two_folders_are_two_submissions(run, here):
    miniature.files(here, more__ada_py=WRONG)
    out = run("grade pages/ada more --out g1")[1]
    code, _, error = run("grade more --out g1")
    assert code == 2 and "Earlier runs have two students called ada: ada and ada-2. Name the one that this page belongs to:" in error
    assert run("grade more --student ada-2 --out g1")[0] == 0
    assert "Files with the same name, each with a separate report: ada (miniature.py) and ada-2 (ada.py)." in out


# -- what learning platforms download -------------------------------------------------------------------------------------


def test_people_of_a_learning_platform_have_their_names(run, here, typed):
    """Two of one name stay apart, who is late is told, and the marks find their rows in the platform's own table."""
    shutil.rmtree(here / "pages")
    for number, text in ((501, RIGHT), (502, WRONG), (503, STUB)):
        name = "Laura Bassi" if number < 503 else "Marie Curie"
        folder = here / "pages" / f"{name}_{number}_assignsubmission_file_"
        folder.mkdir(parents=True)
        (folder / "work.py").write_text(text)
    out = run("grade pages --out g1")[1]
    assert "Laura Bassi (501)" in out and "Marie Curie" in out and "assignsubmission" not in out
    rows = table(here / "g1" / "grades.csv")
    assert [(name, row["total"]) for name, row in rows.items()][1:] == [
        ("Laura Bassi (501)", "100"),
        ("Laura Bassi (502)", "50"),
        ("Marie Curie", "0"),
    ]
    assert rows["Marie Curie"]["id"] == "Marie Curie_503_assignsubmission_file"
    for page in (here / "g1").rglob("*.html"):
        assert "assignsubmission" not in re.sub('href="[^"]*"', "", page.read_text()), page
    shutil.copy(Path(__file__).parents[1] / "samples" / "moodle.csv", here / "moodle.csv")
    code, out, _ = typed("export g1 --moodle moodle.csv --to filled.csv")
    grades = [row["Grade"] for row in csv.DictReader(io.StringIO((here / "filled.csv").read_text("utf-8-sig")))]
    assert (code, grades[:3]) == (0, ["100", "50", "0"]), out


def test_canvas_late_ones_are_told_and_find_their_rows(run, here, typed):
    pages = here / "canvas"
    pages.mkdir()
    (pages / "byronada_LATE_1001_111_miniature-1.py").write_text(RIGHT)
    (pages / "byronada_LATE_1001_112_notes.py").write_text("x = 1")
    (pages / "bassilaura_1002_113_miniature.py").write_text(WRONG)
    out = run("grade canvas --out g1")[1]
    assert "byronada, late" in out and "more than one page" not in out
    rows = table(here / "g1" / "grades.csv")
    assert [(row["total"], row["late"]) for row in rows.values()][1:] == [("50", ""), ("100", "late")]
    assert "byronada, late" in (here / "g1" / "report.html").read_text()
    gradebook = (Path(__file__).parents[1] / "samples" / "canvas.csv").read_text().replace("MNIST", "miniature")
    (here / "canvas.csv").write_text(gradebook)
    code, out, _ = typed("export g1 --canvas canvas.csv --to filled.csv")
    filled = {row["ID"]: row for row in csv.DictReader(io.StringIO((here / "filled.csv").read_text("utf-8-sig")))}
    column = next(name for name in filled["1001"] if name.startswith("miniature"))
    assert (filled["1001"][column], filled["1002"][column]) == ("100", "50"), out


def test_the_same_page_twice_is_noted_for_the_instructor(run, here):
    (here / "pages" / "ben" / "miniature.py").write_text(f"# mine\n{RIGHT}\n\n")
    miniature.files(here / "pages", cleo__miniature_py=RIGHT, dev__miniature_py=STUB, eve__miniature_py=STUB)
    miniature.files(here / "pages", fay__miniature_py=miniature.page(total="raise NotImplementedError"))
    out = run("grade pages --out g1")[1]
    noted = {path.stem: json.loads(path.read_text())["suspicions"] for path in (here / "g1").glob("*.json")}
    assert noted.pop("ada") == [
        "The same file was submitted by: cleo.",
        "The same answers, apart from layout, were submitted by: ben.",
    ]
    assert noted.pop("ben") == ["The same answers, apart from layout, were submitted by: ada, cleo."]
    assert noted.pop("cleo")[0] == "The same file was submitted by: ada."
    assert noted == {"dev": [], "eve": [], "fay": []}
    assert "The same file" in out and "The same file" in (here / "g1" / "report.html").read_text()


# -- zips ---------------------------------------------------------------------------------------------------------------


def test_a_download_is_graded_as_it_is(run, here):
    shutil.make_archive(str(here / "moodle"), "zip", here / "pages")
    assert run("grade moodle.zip --out g1")[0] == 0
    assert list(table(here / "g1" / "grades.csv")) == ["points-per-exercise", "ada", "ben"]
    assert not list(Path(tempfile.gettempdir()).glob("autograder-*/1")), "what was unpacked is gone"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("class.rar", "is an archive that is not a zip. Unpack it by hand, then grade the folder."),
        ("class.zip", "cannot be unpacked: it is damaged, or not a zip. Unpack it by hand"),
        ("notes.txt", "is not a page: expected a .py or .ipynb file, a folder, or a .zip of pages."),
    ],
)
def test_a_file_that_is_no_page_says_what_to_do(run, here, name, said):
    (here / name).write_bytes(b"nothing")
    code, _, error = run(f"grade {name} --out g1")
    assert code == 2 and said in error


# -- what shortcuts save is judged in full as well ---------------------------------------------------------------------


@pytest.mark.parametrize("share", ["0", "0.019", "1.1", "nan", "all"])
def test_less_than_the_least_is_refused(run, share):
    code, _, error = run(f"grade pages --assignment miniature --out grades --recheck {share}")
    assert code == 2 and "is not a share from 0.02 to 1." in error and not Path("grades").exists()


def _spoil(folder):
    """Lets a stored result of a wrong answer pass, as a bug of ours would."""
    for path in folder.glob("*.json"):
        if path.name == graded_places.FILE:
            continue
        content = signed_store.read(path)
        for exercise in content.get("report", {}).get("exercises", []):
            for check in exercise["checks"]:
                check |= {"outcome": "passed", "points": check["max_points"], "message": ""}
        signed_store.write(path, content)


def test_a_shortcut_that_does_not_hold_is_told_everywhere(run, typed, here):
    (here / "pages" / "ben" / "miniature.py").write_text(WRONG)
    command = "grade pages --assignment miniature --out grades --recheck 1"
    code, said, _ = run(command)
    assert code == 0 and "Judged in full as well, to be sure: 1, no difference." in said  # ben's total
    _spoil(here / "grades" / ".results")
    code, said, _ = run(command)
    assert code == 1 and "This class is judged without results of earlier runs" in said
    assert "came out differently" in said and re.search(r"ben: double: each number becomes twice as large: passed", said)
    page = (here / "grades" / "report.html").read_text("utf-8")
    assert "judged differently the second time" in page and "each number becomes twice as large" in page
    report = json.loads((here / "grades" / "ben.json").read_text("utf-8"))
    assert report["score"] == 50 and report["differences"][0].startswith("double: each number becomes twice as large: passed")
    assert table(here / "grades" / "grades.csv")["ben"]["total"] == "50"
    _code, said, _ = typed("report grades --for-students handouts")
    assert "came out differently" in said
    assert "passed with 20 of 20" not in (here / "handouts" / "ben.html").read_text("utf-8")
    assert "passed with 20 of 20" in (here / "grades" / "pages" / "ben.html").read_text("utf-8")
    code, said, _ = run(command)
    assert code == 1 and "To try with them again:   --regrade" in said
    code, said, _ = run(f"{command} --regrade")
    assert code == 0 and "judged without" not in said
    assert json.loads((here / "grades" / "ben.json").read_text("utf-8"))["differences"] == []
