"""An assignment's own files of data: released beside the page, passed to functions by checks, part of what results depend on."""

import json

import miniature
import pytest

from autograder.authoring import build
from autograder.cache.dependencies import exercise_key, fingerprint_key
from autograder.content import assignment_folder
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions
from autograder.judging.page_demonstrations import demonstration_problem
from autograder.nbgrader import new_course
from autograder.sandbox.launcher import Starters

MARKS = "name;mark\nAda;1\nBen;2\n"
STORE = {"seed": 0, "exercises": {}}
CHECK = '''"""total(numbers): how many letters a file has"""

import pytest

from autograder import File, expect


@pytest.mark.points(50)
@pytest.mark.public
def test_the_letters(total, data_folder):
    """the letters of the file of marks are counted"""
    expect(total(File.of(data_folder / "marks.csv"))).is_close_to(22, hidden=False)
'''
PAGE = miniature.PAGE.replace("return numbers.sum()", "return len(open(numbers).read())") + (
    '\n# %% demo\nMARKS = "data/marks.csv"\nlength = total(MARKS)\nassert length == 22\nassert len(open("data/marks.csv").read()) == 22\n'
)
OTHER = '"""pathlib"""\n\nfrom pathlib import Path\n\n\ndef total(numbers):\n    return len(Path(numbers).read_text())\n'


@pytest.fixture
def made(tmp_path):
    files = {
        "miniature.py": PAGE,
        "checks/test_total.py": CHECK,
        "alternatives/total__loop.py": OTHER,
        "mistakes/total__takes_the_last.py": None,
        "mistakes/total__starts_from_one.py": None,
        "data/marks.csv": MARKS,
        "data/more/.hidden": "hidden",
    }
    folder = miniature.write(tmp_path, files)
    (folder / "data" / "more" / "image.bin").write_bytes(b"\xff\x00")
    return assignment_folder.load(folder)


def test_students_get_the_files_beside_their_page(made, tmp_path):
    target = tmp_path / "built" / "miniature"
    written = {path.as_posix() for path in build.build(made, target, STORE)}
    assert {"data/marks.csv", "data/more/image.bin"} <= written and not (target / "data/more/.hidden").exists()
    assert (target / "data/marks.csv").read_text("utf-8") == MARKS
    assert (target / "data/more/image.bin").read_bytes() == b"\xff\x00"
    assert build.is_fresh(made, target, STORE) == []
    build.build(made, target, STORE)  # again: what a build wrote is no person's work


def test_a_file_that_has_changed_or_is_missing_is_stale(made, tmp_path):
    target = tmp_path / "built" / "miniature"
    build.build(made, target, STORE)
    (target / "data/marks.csv").write_text("changed", "utf-8")
    (target / "data/more/image.bin").unlink()
    assert build.is_fresh(made, target, STORE) == ["data/more/image.bin", "data/marks.csv"]


def test_results_and_evidence_depend_on_the_files(made):
    before = exercise_key(made, "total", Settings()), fingerprint_key(made, "total")
    (made.data_folder / "marks.csv").write_text(MARKS + "Cid;3\n", "utf-8")
    after = exercise_key(made, "total", Settings()), fingerprint_key(made, "total")
    assert before[0] != after[0] and before[1] != after[1]


def test_a_check_passes_a_file_to_a_function_in_both_forms(made, tmp_path):
    build.build(made, tmp_path / "built" / "miniature", STORE)
    public = assignment_folder.load(tmp_path / "built" / "miniature")
    with Starters() as starters:
        for one in (made, public):
            (judged,) = judge_submissions([made.reference], one, Settings(exercises=("total",)), starters)
            (check,) = judged.report.exercises[0].checks
            assert check.outcome is Outcome.PASSED, check.message
        (program,) = (one for one in made.alternatives if one.function == "total")
        assert demonstration_problem(program, made, starters) == ""


def test_a_course_has_the_files_beside_the_notebook(made, tmp_path):
    (made.folder / "mistakes/signatures.json").write_text(json.dumps(STORE), "utf-8")
    new_course.create(tmp_path / "course", made)
    assert (tmp_path / "course/source/miniature/data/marks.csv").read_text("utf-8") == MARKS
    assert (tmp_path / "course/solutions/miniature/data/marks.csv").is_file()
