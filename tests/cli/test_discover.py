"""``autograder discover``: wrong answers without a name, in groups, with a draft of a mistake for each."""

import json
import shutil
from pathlib import Path

import course_sample
import miniature
import one_process
import pytest

from autograder import cli
from autograder.authoring.draft_files import MARK
from autograder.grading import process_pool

pytestmark = pytest.mark.usefixtures("warm_servers")
MARKUP = "<b>Zoë [red]Zauber[-red]"
THRICE = "return numbers * 3"
CLASS = {
    "quentin": f"quentins_total = 'Quentin Quast'\n{THRICE}  # by Quentin",
    "twin": f"quentins_total = 'Quentin Quast'\n{THRICE}  # by Quentin",
    MARKUP: "tripled = numbers + numbers + numbers\nprint('I am Zauber')\nreturn tripled",
    "half": "return numbers / 2",
    "named": "return numbers + 2",
    "right": "twice = [2 * number for number in numbers]\nreturn np.array(twice)",
}


@pytest.fixture(scope="module")
def graded(warm_servers, tmp_path_factory):
    """A clone with one small assignment, a class of six in ``pages``, and its results in ``grades``."""
    root = tmp_path_factory.mktemp("graded")
    miniature.write(root, {"checks/test_double.py": miniature.DOUBLE_WITH_TELLING_INPUTS})
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr(process_pool, "pool", one_process.pool)
        patches.chdir(root)
        for name, body in CLASS.items():
            write(root, name, body)
        assert cli.main("grade pages --out grades --assignment miniature --jobs 1".split()) == 0
    return root


def write(root, name, body, before=""):
    folder = root / "pages" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "miniature.py").write_text(before + miniature.page(double=body), "utf-8")


@pytest.fixture
def here(graded, tmp_path, monkeypatch):
    """A copy of all that, whose pages are noted where they were graded, in the other place."""
    for name in ("solutions", "grades"):
        shutil.copytree(graded / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process_pool, "pool", one_process.pool)
    return tmp_path


def drafts(folder):
    return {path.name: path.read_text("utf-8") for path in sorted(folder.glob("*/mistakes/*.py"))}


def test_answers_that_do_the_same_are_one_group_and_the_largest_comes_first(here, typed):
    code, out, error = typed("discover grades")
    assert (code, error) == (0, "")
    first, second = out.index("1. double: 3 students (<b>Zoë [red]Zauber[-red], quentin, twin)"), out.index("2. double: 1 student (half)")
    assert first < out.index("       def double(numbers):\n           return numbers * 3\n") < second
    assert "✗ test_each_number: double([1.0, 2.0]) gave 3.0 at [0]; expected 2.0" in out
    assert first < out.index("     For example, double([1]) gave [3]; expected [2].\n") < second
    assert "4 answers go wrong in a way that has no name yet, in 2 groups." in out
    assert "named" not in out.replace("unnamed", "") and "right" not in out
    assert out.endswith("mistakes/, then   autograder audit miniature double\n")


def test_no_draft_names_a_student(here, typed):
    typed("discover grades --to found")
    written = drafts(here / "found")
    assert list(written) == ["double__fails_each_number.py", "double__fails_each_number_2.py"]
    for text in written.values():
        assert text.startswith(f'"""\n"""\n{MARK}')
        assert not [name for name in ("uentin", "uast", "auber", "Zo", "twin", "red") if name in text]
    assert not (here / "grades-unnamed").exists()


def test_the_audit_takes_a_draft_when_it_has_a_lesson_and_not_before(here, typed):
    """This is what a draft is for: the mark and the empty docstring keep it out until somebody has read it."""
    typed("discover grades double --to solutions")
    path = here / "solutions/miniature/mistakes/double__fails_each_number.py"
    (path.parent / "double__fails_each_number_2.py").unlink()
    code, out, _error = typed("audit miniature double")
    assert code == 1 and "this is still a draft" in out and "has no docstring" in out
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    code, out, _error = typed("audit miniature double")
    assert code == 1 and "has no docstring" in out and "draft" not in out
    path.write_text(path.read_text("utf-8").replace('"""\n"""', '"""You took the number three times."""'), "utf-8")
    code, out, _error = typed("audit miniature double")
    assert code == 0, out
    assert "4 mistakes caught and named" in out
    code, out, _error = typed("discover grades")
    assert "3 other answers have a name now (double: fails_each_number). Grade again to show it." in out
    assert "1 answer goes wrong in a way that has no name yet, in 1 group." in out


def test_json_holds_the_groups_and_writes_nothing(here, typed):
    code, out, _error = typed("discover grades --json --seeds 1")
    content = json.loads(out)
    assert (code, content["format"], content["assignment"], content["reports"]) == (0, 1, "miniature", 6)
    first, second = content["groups"]
    assert first["students"] == [MARKUP, "quentin", "twin"] and second["students"] == ["half"]
    assert [one["name"] for one in first["checks"]] == ["test_each_number", "test_hidden_numbers"]
    assert first["smallest"] == "double([1]) gave [3]; expected [2]."
    assert first["call"].startswith("double([1.0, 2.0]) gave 3.0") and first["draft"]["written"] == ""
    assert sorted(path.name for path in here.iterdir()) == ["grades", "solutions"]


def test_an_earlier_draft_stays_as_its_author_has_left_it(here, typed):
    typed("discover grades")
    path = here / "grades-unnamed/miniature/mistakes/double__fails_each_number.py"
    mine = path.read_text("utf-8").replace('"""\n"""', '"""Three times?"""')
    path.write_text(mine, "utf-8")
    code, out, _error = typed("discover grades")
    assert code == 0 and path.read_text("utf-8") == mine
    assert len(drafts(here / "grades-unnamed")) == 2 and f"Draft: {path.relative_to(here)}" in out


def test_only_the_named_exercises_are_looked_at(here, typed):
    assert "No answer goes wrong in a way that has no name yet." in typed("discover grades total")[1]
    code, _out, error = typed("discover grades duble")
    assert code == 2 and "Did you mean double?" in error


# -- what is not as it should be --------------------------------------------------------------------------------------


def test_a_folder_without_reports_is_refused(here, typed):
    (here / "empty").mkdir()
    code, _out, error = typed("discover empty")
    assert code == 2 and "There is no report (.json) in empty" in error
    assert typed("discover nowhere")[0] == 2


def test_a_class_without_such_answers_is_done_at_once(here, typed):
    for path in (here / "grades").glob("*.json"):
        if json.loads(path.read_text("utf-8"))["submission"] not in ("named", "right"):
            path.unlink()
    code, out, _error = typed("discover grades")
    assert code == 0 and out.startswith("No answer goes wrong in a way that has no name yet.\n")
    assert not (here / "grades-unnamed").exists()


def test_a_damaged_report_costs_itself_only(here, typed):
    """One is not JSON, one is not a report, one has a later format."""
    damaged = {"half.json": "{", "named.json": "[]", "right.json": '{"format": 99}'}
    for name, content in damaged.items():
        assert (here / "grades" / name).is_file()
        (here / "grades" / name).write_text(content)
    code, out, error = typed("discover grades")
    assert code == 1 and all(f"Left out: {name}" in error for name in damaged), error
    assert "3 answers go wrong in a way that has no name yet, in 1 group." in out


def test_pages_that_are_not_there_are_named_and_can_be_shown(here, graded, typed):
    shutil.copytree(graded / "pages", here / "elsewhere")
    (here / "grades/.results/places.json").write_text("[")
    code, _out, error = typed("discover grades")
    assert code == 2 and "Name the folder:   --submissions FOLDER" in error
    code, _out, error = typed("discover grades --submissions nowhere")
    assert code == 2 and "There is no file or folder nowhere" in error
    write(here, "half", "return numbers / 2  # changed since")
    shutil.copytree(here / "pages/half", here / "elsewhere/half", dirs_exist_ok=True)
    code, out, _error = typed("discover grades --submissions elsewhere")
    assert code == 1 and "1 page is not there as graded (half)." in out
    assert "3 answers go wrong in a way that has no name yet, in 1 group." in out


def test_an_answer_that_cannot_be_taken_out_of_its_page_is_named(here, graded, typed, monkeypatch):
    from autograder.content import nameless

    monkeypatch.setattr(nameless, "MOST_NODES", 5)
    code, out, _error = typed("discover grades --submissions " + str(graded / "pages"))
    assert code == 1 and "4 answers cannot be taken out of the student's page, and are in no group" in out


def test_a_zip_of_pages_is_read_too(here, graded, typed):
    shutil.make_archive(str(here / "all"), "zip", graded / "pages")
    code, out, _error = typed("discover grades --submissions all.zip")
    assert code == 0 and "4 answers go wrong" in out


def test_an_answer_that_is_right_by_todays_checks_is_in_no_group(here, typed):
    """The class was graded by an older version of the assignment; three times is what is asked for now."""
    checks = here / "solutions/miniature/checks/test_double.py"
    checks.write_text(
        miniature.DOUBLE.replace("[2.0, 4.0])).is_close_to([2.0, 4.0]", "[2.0, 4.0])).is_close_to([3.0, 6.0]")
        .replace("is_close_to([2.0, 4.0], hidden", "is_close_to([3.0, 6.0], hidden")
        .replace("is_close_to(2 * numbers", "is_close_to(3 * numbers")
    )  # fmt: skip
    code, out, _error = typed("discover grades")
    assert code == 0
    assert "3 other answers are right on the assignment's own page (double)" in out
    assert "1 answer goes wrong in a way that has no name yet, in 1 group." in out


def test_reports_of_two_assignments_need_a_name(here, typed):
    text = (here / "grades/half.json").read_text("utf-8").replace('"assignment": "miniature"', '"assignment": "../other"')
    (here / "grades/half.json").write_text(text)
    code, _out, error = typed("discover grades")
    assert code == 2 and "Choose one:   --assignment" in error
    for path in (here / "grades").glob("*.json"):
        if path.name != "half.json":
            path.unlink()
    code, _out, error = typed("discover grades")
    assert code == 2 and "../other is not the name of an assignment" in error


def test_where_a_class_was_graded_is_noted_beside_its_results(graded):
    places = json.loads((graded / "grades/.results/places.json").read_text("utf-8"))
    assert [Path(place) for place in places] == [graded / "pages"]


def test_a_course_has_its_pages_in_its_database(tmp_path, monkeypatch, typed):
    """The download is gone, and the list of students has names that the file does not: none is in a draft."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(process_pool, "pool", one_process.pool)
    course_sample.write_course(tmp_path, roster="id,name\nb1,Ben Zauberberg\n")
    source = miniature.page(double="zauberbergs = numbers * 3\nreturn zauberbergs  # Zauberberg")
    course_sample.submit(tmp_path / "pages" / "b1", source)
    assert typed("grade pages --course course")[0] == 0
    shutil.rmtree(tmp_path / "pages")
    code, out, error = typed("discover course")
    assert (code, error) == (0, "") and "1. double: 1 student (Ben Zauberberg)" in out and "numbers * 3" in out
    (draft,) = drafts(tmp_path / "course-unnamed").values()
    assert "numbers * 3" in draft and "zauberberg" not in draft.lower()
    code, _out, error = typed("discover course --submissions pages")
    assert code == 2 and "in its database" in error
