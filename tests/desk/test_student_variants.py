"""A course in which each student has a variant: a mark rests on the student's id, and on nothing that a page says of itself."""

import csv
import json
import zipfile

import pytest
import variant_miniature
from variant_miniature import answer_to

from autograder.content import variants
from autograder.content.assignment_folder import load

pytestmark = pytest.mark.usefixtures("warm_servers")

ROSTER = "id,name,email\na1,Ada Lovelace,ada@school.example\nb1,Ben Bo,ben@school.example\n"
SEED = "autumn"


@pytest.fixture
def course(tmp_path, monkeypatch, typed):
    """A course of two students with different variants."""
    variant_miniature.write(tmp_path)
    (tmp_path / "people.csv").write_text(ROSTER)
    monkeypatch.chdir(tmp_path)
    assert typed("course new c --without-nbgrader --roster people.csv")[0] == 0
    settings = tmp_path / "c" / "course.toml"
    settings.write_text(settings.read_text().replace('# variants = "SEED"', f'variants = "{SEED}"').replace("[judge]\n", "[judge]\njobs = 1\n"))
    return tmp_path


def values(student):
    bills = load(next(iter(variant_miniature.Path.cwd().glob("solutions/bills"))))
    return json.loads(variants.of_student(bills.variants, SEED, student))


def submit(here, student, text):
    page = here / "pages" / student / "bills.py"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(text)


def report(here, name):
    return json.loads((here / "c" / "reports" / "bills" / f"{name}.json").read_text())


def test_each_student_is_judged_by_the_own_variant(course, typed):
    assert values("a1") != values("b1")
    for student in ("a1", "b1"):
        submit(course, student, answer_to(values(student)))
    code, out, _ = typed("grade pages --course c")
    assert code == 0, out
    for name, student in (("Ada-Lovelace", "a1"), ("Ben-Bo", "b1")):
        found = report(course, next(path.stem for path in (course / "c/reports/bills").glob(f"{name}*.json")))
        assert found["score"] == found["max_score"] == 100.0 and json.loads(found["variant"]) == values(student)


def test_a_neighbours_answer_fails_where_the_variants_differ_and_nobody_is_accused(course, typed):
    submit(course, "a1", answer_to(values("a1")))
    submit(course, "b1", answer_to(values("a1")))
    typed("grade pages --course c")
    ada, ben = (report(course, next(path.stem for path in (course / "c/reports/bills").glob(f"{name}*.json"))) for name in ("Ada", "Ben"))
    assert ada["score"] == 100.0
    assert {one["name"]: one["score"] for one in ben["exercises"]}["longest"] == 20.0 and ben["score"] < 100
    said = json.dumps([ben["exercises"], ben["notes"]]).lower()  # what Ben reads
    assert not any(word in said for word in ("copied", "cheat", "pasted", "neighbour", "another student", "lovelace"))


def test_a_page_that_names_another_variant_is_judged_by_its_students(course, typed):
    bills = load(course / "solutions" / "bills")
    said = variants.code(variants.of_student(bills.variants, SEED, "a1"))
    own = variants.code(variants.of_student(bills.variants, SEED, "b1"))
    submit(course, "b1", f"# Some names and numbers on this page are different for each student: `variant {said}`.\n\n" + answer_to(values("a1")))
    typed("grade pages --course c")
    ben = report(course, next(path.stem for path in (course / "c/reports/bills").glob("Ben*.json")))
    assert ben["score"] < 100 and json.loads(ben["variant"]) == values("b1")
    assert f"The page says that it is variant {said}. It was judged by variant {own}" in " ".join(ben["notes"])
    submit(course, "b1", f"# `variant {said}`\n\n" + answer_to(values("b1")))
    typed("grade pages --course c")
    assert report(course, next(path.stem for path in (course / "c/reports/bills").glob("Ben*.json")))["score"] == 100.0


def test_who_is_not_in_the_list_waits_for_a_person_and_then_has_a_mark(course, typed):
    submit(course, "stranger", answer_to(values("a1")))
    code, out, _ = typed("grade pages --course c")
    assert code == 1
    found = report(course, "stranger")
    assert found["status"] == "not_graded" and found["exercises"] == []
    assert found["problem"].startswith("stranger is not in the list of students (roster.csv), so it is not known which variant")
    code, out, _ = typed("course regrade c")
    assert code == 1 and "stranger is not in the list of students" in out
    roster = course / "c" / "roster.csv"
    roster.write_text(roster.read_text() + "stranger,Cleo Cole,\n")
    submit(course, "stranger", answer_to(values("stranger")))
    typed("grade pages --course c")
    (cleo,) = (course / "c/reports/bills").glob("Cleo*.json")
    assert json.loads(cleo.read_text())["score"] == 100.0


def test_receipts_explanations_and_a_new_judgement_know_the_variant(course, typed):
    for student in ("a1", "b1"):
        submit(course, student, answer_to(values("a1")))
    typed("grade pages --course c")
    receipts = sorted((course / "c/reports/bills").glob("*.receipt"))
    assert [json.loads(json.loads(one.read_text())["variant"]) for one in receipts] == [values("a1"), values("b1")]
    code, out, _ = typed("verify " + " ".join(map(str, receipts)) + " --course c")
    assert code == 0 and out.count("the page gives the same mark again") == 2, out
    code, out, _ = typed("course regrade c --dry-run")
    assert code == 0 and "Results that would change: 0." in out
    out = typed("explain ben bill --course c")[1]
    ben = values("b1")
    assert f'NET, GROSS, TAX = "{ben["net"]}"' not in out and f"the tax on one price of 50 is {ben['tax']['percent']} per cent" in out
    bills = course / "solutions/bills/assignment.toml"
    bills.write_text(bills.read_text().replace(f'"{ben["net"]}"', '"another"'))
    page = course / "solutions/bills/bills.py"
    code, out, _ = typed(f"verify {receipts[1]} --course c")
    assert code == 1 and page.is_file()


def test_a_zip_for_each_student_with_the_page_that_is_judged(course, typed, one_process):
    code, out, _ = typed("course variants c")
    assert code == 0 and out.startswith("2 pages in 2 variants: c/variants/bills. Who has which: c/variants/bills/variants.csv"), out
    rows = list(csv.DictReader((course / "c/variants/bills/variants.csv").read_text().splitlines()))
    assert [(row["id"], row["name"], row["file"]) for row in rows] == [("a1", "Ada Lovelace", "a1.zip"), ("b1", "Ben Bo", "b1.zip")]
    for row in rows:
        with zipfile.ZipFile(course / "c/variants/bills" / row["file"]) as packed:
            page = packed.read("bills/bills.py").decode()
        own = values(row["id"])
        assert f'"{own["net"]}" and "{own["gross"]}"' in page and f"`variant {row['variant']}`" in page
        submit(course, row["id"], page.replace("raise NotImplementedError", "return {}", 1))
    typed("grade pages --course c")
    for path in (course / "c/reports/bills").glob("*.json"):
        assert not [note for note in json.loads(path.read_text())["notes"] if "variant" in note]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (f'variants = "{SEED}"', f'varaints = "{SEED}"', "assignments.bills.varaints is not known. Did you mean variants?"),
        (f'variants = "{SEED}"', "variants = 3", "assignments.bills.variants is 3; expected a text in quotation marks"),
        ("roster = ", "# roster = ", "roster is missing: assignments.bills has variants, and a student's variant follows from the id"),
        (f'variants = "{SEED}"', "", "All students have the same page of bills. For variants, write into course.toml"),
    ],
)
def test_a_course_that_cannot_have_variants_says_why(course, typed, old, new, said):
    settings = course / "c" / "course.toml"
    settings.write_text(settings.read_text().replace(old, new))
    code, _out, error = typed("course variants c")
    assert code == 2 and said in error


def test_an_assignment_without_variants_says_so(course, typed):
    folder = course / "solutions" / "bills"
    for path in folder.rglob("*.*"):
        if path.is_file():
            path.write_text("\n".join(line for line in path.read_text().split("\n") if "### VARIANT" not in line and "END VARIANT" not in line))
    settings = folder / "assignment.toml"
    text = settings.read_text()
    settings.write_text(text[: text.index("[variants]")] + text[text.index("[exercises.bill]") :])
    submit(course, "a1", answer_to({"tax": {"percent": 20}, "net": "net", "gross": "gross", "first": 1}))
    assert "bills has no [variants] in its assignment.toml. Take the line away, or declare them." in typed("grade pages --course c")[2]
