"""Variants without a course: one student's page is made, a class is graded by a seed, and the audit shows how hard the variants are."""

import json

import pytest
import variant_miniature
from variant_miniature import PLACES, answer_to

from autograder.content import assignment_folder, variants

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def here(tmp_path, monkeypatch):
    variant_miniature.write(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def values(here, student):
    bills = assignment_folder.load(here / "solutions" / "bills")
    return json.loads(variants.of_student(bills.variants, "autumn", student))


def submit(here, student, text):
    page = here / "pages" / student / "bills.py"
    page.parent.mkdir(parents=True)
    page.write_text(text)


def score(here, student):
    return json.loads((here / "out" / f"{student}.json").read_text())["score"]


def test_a_class_is_graded_by_a_seed_and_the_names_of_its_pages(here, typed):
    for student in ("ada", "ben"):
        submit(here, student, answer_to(values(here, "ada")))
    code, out, _ = typed("grade pages --assignment bills --out out --jobs 1 --variants autumn")
    assert code == 0 and score(here, "ada") == 100.0 and score(here, "ben") < 100, out
    assert "variants: 2" in (here / "out" / "report.html").read_text()
    (page,) = (here / "out").rglob("ada*.html")
    assert f"variant: first = {values(here, 'ada')['first']}, " in page.read_text()


def test_by_a_list_of_students_the_id_decides(here, typed):
    (here / "people.csv").write_text("id,name\n4711,Ada Lovelace\n")
    submit(here, "Ada Lovelace_12_assignsubmission_file", answer_to(values(here, "4711")))
    submit(here, "stranger", answer_to(values(here, "4711")))
    code, out, _ = typed("grade pages --assignment bills --out out --jobs 1 --variants autumn --roster people.csv")
    found = {one["person"] or one["submission"]: one for one in map(json.loads, (path.read_text() for path in (here / "out").glob("*.json")))}
    assert code == 1 and found["Ada Lovelace"]["score"] == 100.0 and found["stranger"]["status"] == "not_graded", out


def test_the_page_of_one_student(here, typed, one_process):
    code, out, error = typed("start bills ada --student ada --variants autumn")
    assert code == 0, error
    own = values(here, "ada")
    page = (here / "ada" / "bills.py").read_text()
    assert f'"{own["net"]}" and "{own["gross"]}"' in page and f"the number {own['first']}." in page
    assert json.loads((here / "ada" / "checks" / "variant.json").read_text())["variant"] == own
    (here / "ada" / "bills.py").write_text(answer_to(own))
    code, out, _ = typed("check ada/bills.py")
    assert code == 0 and "100" in out, out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("start bills ada --student ada", "--student and --variants go together"),
        ("start bills ada --student ada --variants x --with-solutions", "leave it away with --student"),
        ("grade solutions --assignment bills --out out --roster people.csv", "--roster needs --variants SEED."),
        ("grade solutions --course c --variants x", "course.toml says which students have which variants"),
        ("grade --course with_nbgrader --variants x", "In an nbgrader course, all students have the same page."),
        ("course variants with_nbgrader", "In an nbgrader course, all students have the same page."),
    ],
)
def test_options_that_do_not_fit_together(here, typed, command, said):
    (here / "with_nbgrader").mkdir()
    (here / "with_nbgrader" / "nbgrader_config.py").write_text("")
    code, _out, error = typed(command)
    assert code == 2 and said in error


def test_the_audit_shows_how_equal_the_variants_are(here, typed, one_process):
    code, out, _ = typed("audit bills places --variants 3")
    assert code == 0 and out == (
        "places: 3 variants. Share of the mistakes that lose points: 1.00 to 1.00.\n"
        "   Spread of the difficulty: 0.00; at most 0.05 is fair. The answer to another variant loses at least 1.00 of the points.\n"
        "\nNext: make the pages   autograder course variants DIR --assignment bills\n"
    )
    assert "No exercise here has variants" in typed("audit bills longest --variants 3")[1]


def test_the_audit_fails_where_a_mark_is_missing(here, typed, one_process):
    checks = here / "solutions" / "bills" / "checks" / "test_places.py"
    checks.write_text(PLACES.replace("### VARIANT 1 is {first}\n", "").replace("### END VARIANT\n", ""))
    code, out, _ = typed("audit bills places --variants 3")
    assert code == 1 and "✗ places: the reference fails test_two_names" in out
    assert out.endswith("Next: fix the first fault, then   autograder audit bills --variants 3\n")
