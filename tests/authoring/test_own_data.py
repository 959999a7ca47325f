"""An assignment's own data: files beside its page and a ``data.py``, both released, and both part of what results depend on."""

import json

import miniature
import pytest

from autograder import datasets
from autograder.authoring import build
from autograder.cache.dependencies import exercise_key, fingerprint_key
from autograder.content import assignment_folder
from autograder.content.assignment import AssignmentBroken
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions
from autograder.judging.page_demonstrations import demonstration_problem
from autograder.nbgrader import new_course
from autograder.sandbox.launcher import Starters

pytestmark = pytest.mark.usefixtures("warm_servers")

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


# -- a data set of the assignment's own ------------------------------------------------------------------------------

DATA = '''"""prices: the prices of a shop"""

FILES = ("prices.csv",)
SUBSTITUTE = "made_prices"


def read(path):
    if not path.read_text("utf-8").startswith("price"):
        raise ValueError("there is no column price")
    return path


def make(folder):
    return "price\\n1\\n2\\n4\\n"
'''
PRICES = '''"""total(numbers): the sum of the numbers in a file"""

import pytest

from autograder import File, expect


@pytest.mark.points(20)
@pytest.mark.public
def test_the_prices(total, dataset, made_prices):
    """the prices in the file are added up"""
    known = {"prices": 30, "made_prices": 7}
    expect(total(File.of(dataset.path))).is_close_to(known[dataset.name], hidden=False)
    assert made_prices.path.read_text("utf-8").split() == ["price", "1", "2", "4"]


@pytest.mark.points(30)
def test_what_they_cost_at_least(total, dataset, budget):
    """together they cost enough"""
    answer = total(File.of(dataset.path))
    expect(answer).is_close_to(float(budget.at_least("sum", dataset.name)))
'''
ADDS = "return float(sum(map(int, open(numbers).read().split()[1:])))"
SETTINGS = miniature.SETTINGS.replace('data = "digits"', 'data = "prices"').replace("threshold = 0.9", "") + (
    "\n[budgets.quick.thresholds.sum]\nprices = 30\nmade_prices = 7\n"
)


@pytest.fixture
def shop(tmp_path, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_DATA", raising=False)
    page = miniature.PAGE.replace("return numbers.sum()", ADDS).replace("import check", "import check, datasets")
    page += '\n# %% demo\nplace = datasets.file("prices")\nsum_of_prices = total(place)\nassert sum_of_prices == 7\n'
    files = {
        "assignment.toml": SETTINGS,
        "miniature.py": page,
        "data.py": DATA,
        "checks/test_total.py": PRICES,
        "alternatives/total__loop.py": None,
        "mistakes/total__takes_the_last.py": None,
        "mistakes/total__starts_from_one.py": None,
        "alternatives/total__float.py": f'"""float"""\n\n\ndef total(numbers):\n    {ADDS}\n',
    }
    return assignment_folder.load(miniature.write(tmp_path, files))


def test_checks_use_the_assignments_own_data_set_in_both_forms(shop, tmp_path, monkeypatch):
    target = tmp_path / "built" / "miniature"
    build.build(shop, target, STORE)
    assert (target / "checks/data.py").read_text("utf-8") == DATA and build.is_fresh(shop, target, STORE) == []
    build.build(shop, target, STORE)
    (tmp_path / "prices.csv").write_text("price\n10\n20\n", "utf-8")
    with Starters() as starters:
        for place, name in (("", "made_prices"), (str(tmp_path), "prices")):
            monkeypatch.setenv("AUTOGRADER_DATA", place)
            for one in (shop, assignment_folder.load(target)):
                page = shop.reference
                (judged,) = judge_submissions([page], one, Settings(exercises=("total",)), starters)
                found = judged.report.exercises[0].checks
                assert {check.outcome for check in found} == {Outcome.PASSED}, found
                assert judged.report.dataset == name
        (program,) = (one for one in shop.alternatives if one.function == "total")
        monkeypatch.setenv("AUTOGRADER_DATA", "")
        assert demonstration_problem(program, shop, starters) == ""


def test_a_wrong_file_ends_the_run_and_costs_no_student_points(shop, tmp_path, monkeypatch):
    (tmp_path / "prices.csv").write_text("other", "utf-8")
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    with Starters() as starters, pytest.raises(datasets.DamagedDataset, match="there is no column price"):
        judge_submissions([shop.reference], shop, Settings(exercises=("total",)), starters)


def test_results_depend_on_the_file_that_makes_the_data(shop):
    before = exercise_key(shop, "total", Settings()), fingerprint_key(shop, "total")
    (shop.folder / "data.py").write_text(DATA.replace("4", "5"), "utf-8")
    after = exercise_key(assignment_folder.load(shop.folder), "total", Settings()), fingerprint_key(shop, "total")
    assert before[0] != after[0] and before[1] != after[1]


def test_a_slip_in_it_is_said_when_the_assignment_is_loaded(shop):
    (shop.folder / "data.py").write_text(DATA.replace("SUBSTITUTE", "SUBSTITUTES"), "utf-8")
    with pytest.raises(AssignmentBroken, match=r"data: data\.py, line 4: SUBSTITUTES means nothing here\. Did you mean SUBSTITUTE"):
        assignment_folder.load(shop.folder)


def test_a_course_has_it_for_students_and_for_the_instructors(shop, tmp_path):
    (shop.folder / "mistakes/signatures.json").write_text(json.dumps(STORE), "utf-8")
    new_course.create(tmp_path / "course", shop)
    assert (tmp_path / "course/source/miniature/checks/data.py").read_text("utf-8") == DATA
    assert assignment_folder.load(tmp_path / "course/solutions/miniature").substitute == "made_prices"
