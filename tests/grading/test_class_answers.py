"""The answers beside a known mistake: from the pages that were graded, and from none that is another one by now."""

import hashlib

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.grading import class_answers, graded_places

PAGES = {name: miniature.page(double=body) for name, body in (("ada", "return numbers + 2"), ("ben", "return 2 + numbers"), ("cem", "return abs(numbers)"))}


@pytest.fixture(scope="module")
def assignment(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("answers")))


@pytest.fixture
def paths(tmp_path):
    for name, source in PAGES.items():
        (tmp_path / "pages" / name).mkdir(parents=True)
        (tmp_path / "pages" / name / "miniature.py").write_text(source)
    return {name: tmp_path / "pages" / name / "miniature.py" for name in PAGES}


def report(name, mistake="adds_two", smallest=""):
    check = CheckResult("test_each_number", "x", Outcome.FAILED, 0.0, 20.0, mistake=mistake, feedback="You added two.")
    also = CheckResult("test_small", "y", Outcome.FAILED, 0.0, 1.0, smallest=smallest)
    digest = hashlib.sha256(PAGES[name].encode()).hexdigest()
    return Report("miniature", name, digest, Status.GRADED, (ExerciseResult("double", (check, also)),), "full", "", 17, 1.0, source="miniature.py")


def last_lines(found):
    return {key: [one.code.split("\n")[-1].strip() for one in answers] for key, answers in found.items()}


def test_the_answers_of_this_run(assignment, paths, tmp_path):
    made = [report("ada", smallest="double([1]) gave 3"), report("ben"), report("cem", "forgets_the_sign")]
    found = class_answers.of_files(assignment, made, paths, tmp_path)
    assert last_lines(found) == {("double", "adds_two"): ["return 2 + numbers", "return numbers + 2"], ("double", "forgets_the_sign"): ["return abs(numbers)"]}
    assert found["double", "adds_two"][1].smallest == "double([1]) gave 3"


def test_a_page_that_is_another_one_by_now_is_left_out(assignment, paths, tmp_path):
    paths["ada"].write_text(PAGES["cem"])
    paths["ben"].unlink()
    assert class_answers.of_files(assignment, [report("ada"), report("ben")], paths, tmp_path) == {}


def test_the_answers_of_earlier_runs_are_where_they_were_graded(assignment, paths, tmp_path):
    made = [report("ada"), report("ben")]
    only_ada = {"ada": paths["ada"]}
    assert last_lines(class_answers.of_files(assignment, made, only_ada, tmp_path / "out")) == {("double", "adds_two"): ["return numbers + 2"]}
    graded_places.note(tmp_path / "out", [tmp_path / "pages"])
    assert len(class_answers.of_files(assignment, made, only_ada, tmp_path / "out")["double", "adds_two"]) == 2


def test_a_fault_costs_the_answers_only(assignment):
    def content(_report):
        raise RuntimeError("no")

    assert class_answers.of_pages(assignment, [report("ada")], content) == {}
