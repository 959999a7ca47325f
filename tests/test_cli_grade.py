"""``autograder grade`` of a folder: who has no page, what else lies where the reports go, and which assignment is meant."""

import shutil
from concurrent.futures import Future

import miniature
import pytest

from autograder import assignment as assignments
from autograder.crews import CrewTrouble

RIGHT = miniature.page()


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
    assert "was found in ./solutions/miniature, among the pages to grade: a student may have handed it in." in error
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
    assert code == 1 and "One report for each of 2 submissions: g1/\n" in out
    assert (
        "No page of: emptyone (empty folder), pdfonly (mnist.pdf). Ask them, or rename the file; then grade again."
        in out
    )


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


def test_a_page_that_was_taken_away_is_told(run, here):
    assert "not in this class page" not in run("grade pages --out g1")[1]
    (here / "pages" / "ben" / "miniature.py").unlink()
    (here / "pages" / "ben").rmdir()
    code, out, _ = run("grade pages --out g1")
    assert code == 0
    assert (
        "1 other report is in g1/ (ben): it is not in this class page. This puts all together:   autograder report g1\n"
        in out
    )


def test_a_late_page_is_graded_into_the_classs_folder(run, here):
    (here / "late").mkdir()
    (here / "late" / "eve.py").write_text(RIGHT)
    run("grade pages --out g1")
    out = run("grade late/eve.py --out g1")[1]
    assert "2 other reports are in g1/ (ada, ben): they are not in this class page." in out
    (here / "g1" / "notes.json").write_text('{"not": "a report"}')
    (here / "g1" / "eve-000000000000.json").write_bytes((here / "g1" / "eve.json").read_bytes())  # left over
    assert "2 other reports are in g1/ (ada, ben)" in run("grade late/eve.py --out g1")[1]


def test_reports_of_another_assignment_are_told_apart(run, here):
    run("grade pages --out g1")
    path = here / "g1" / "ben.json"
    path.write_text(path.read_text().replace('"assignment": "miniature"', '"assignment": "fashion"'))
    out = run("grade pages/ada/miniature.py --out g1")[1]
    assert "1 other report is in g1/ (ada): it is not in this class page. This puts all together:   " in out
    assert "autograder report g1 --assignment miniature\n" in out
    assert "1 other report is in g1/ (ben), of fashion: it is not in this class page. Give each assignment" in out


# -- which assignment -------------------------------------------------------------------------------------------------


def test_the_only_assignment_need_not_be_named(run, here):
    assert run("grade pages --out g1")[0] == 0
    assert "(default: the only one there is)" in run("grade --help")[1]
    another = here / "solutions" / "another"
    shutil.copytree(here / "solutions" / "miniature", another)
    (another / "miniature.py").rename(another / "another.py")
    error = "autograder: Say which assignment is meant: --assignment another or miniature.\n"
    assert run("grade pages --out g1") == (2, "", error)


def test_without_any_assignment_it_is_asked_which(run, monkeypatch):
    monkeypatch.setattr(assignments, "all_near", lambda near=None: [])
    assert run("grade pages --out g1") == (2, "", "autograder: Say which assignment is meant: --assignment NAME.\n")


# -- a cluster --------------------------------------------------------------------------------------------------------


@pytest.fixture
def cluster():
    pytest.importorskip("distributed", reason="needs the extra cluster")
    return pytest.importorskip("autograder.cluster")


def test_a_scheduler_that_goes_away_in_the_middle_is_no_wrong_usage(run, cluster, monkeypatch):
    class Lost:
        width, gone = 1, ()

        def __init__(self, *_arguments):
            pass

        def submit(self, _task):
            raise CrewTrouble("The scheduler is gone.")

        def close(self):
            pass

    monkeypatch.setattr(cluster, "Cluster", Lost)
    code, _, error = run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")
    assert code == 1 and error.endswith("autograder: The scheduler is gone.\n")


def test_a_scheduler_that_is_not_there_is_wrong_usage(run, cluster, monkeypatch):
    def nobody(*_arguments):
        raise CrewTrouble("No Dask scheduler answers.")

    monkeypatch.setattr(cluster, "Cluster", nobody)
    assert run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")[0] == 2


def test_a_scheduler_that_does_not_come_back_for_the_second_try_is_no_wrong_usage(run, cluster, monkeypatch):
    """What a worker broke is tried once more; by then the scheduler was there before."""
    calls = []

    class Once:
        width, gone = 1, (ZeroDivisionError,)

        def __init__(self, *_arguments):
            if calls:
                raise CrewTrouble("The scheduler is gone.")
            calls.append(self)

        def submit(self, _task):
            ended = Future()
            ended.set_exception(ZeroDivisionError())
            return ended

        def look(self):
            pass

        def close(self):
            pass

    monkeypatch.setattr(cluster, "Cluster", Once)
    assert run("grade pages --out g1 --scheduler tcp://127.0.0.1:9")[0] == 1


def test_who_has_more_than_one_page_is_named(run, here):
    """And which one counts; a file of the same name is a submission of its own."""
    miniature.files(here / "pages", ada_ipynb="{}", eve__miniature_py=RIGHT, eve__old_py="x = 1")
    code, out, _ = run("grade pages --out g1")
    assert code == 1  # a notebook that cannot be read
    assert (
        "More than one page of: eve (miniature.py counts, not old.py). The one named after the assignment counts, a "
        "notebook before a script, else the newest." in out
    )
    assert "Files of one name, each with a report of its own: ada (miniature.py) and ada-2 (ada.ipynb)." in out
