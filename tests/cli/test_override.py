"""``autograder override``: what a person corrects lasts, is shown everywhere as what it is, and can be taken back."""

import csv
import json
from dataclasses import replace

import pytest

from autograder.desk.course_file import read_course
from autograder.desk.store import Store

pytestmark = pytest.mark.usefixtures("warm_servers")
BY = "--by Grace --course course"


def report(here, name):
    files = (here / "course" / "reports" / "miniature").glob(f"{name}*.json")
    return json.loads(next(iter(files)).read_text("utf-8"))


def marks(here):
    with open(here / "course" / "reports" / "miniature" / "grades.csv", encoding="utf-8", newline="") as file:
        return {row["submission"]: row["total"] for row in csv.DictReader(file)}


def test_points_for_one_check_are_everywhere_and_survive_regrading(here, typed):
    code, out, _ = typed(f"override ben double::3 --points 15 --reason almost {BY}")
    assert code == 0 and "Ben Bo: 50 → 65 (+15)" in out and "Saved as entry 1 of the log; 1 report written again." in out
    said = "double, “numbers below zero are doubled too”: 15 points instead of 0 (Grace, "
    assert report(here, "Ben-Bo")["score"] == 65 and report(here, "Ben-Bo")["corrections"][0]["by"] == "Grace"
    folder = here / "course" / "reports" / "miniature"
    page = next((folder / "pages").glob("Ben-Bo*")).read_text("utf-8")
    assert said in page.replace("&#34;", '"') and "15 points instead of 0" in (folder / "report.html").read_text("utf-8")
    typed("report course/reports/miniature --for-students handouts")
    assert said in next((here / "handouts").glob("Ben-Bo*")).read_text("utf-8")
    (here / "c.csv").write_text("Student,ID,SIS User ID,Section,miniature (5)\nPoints Possible,,,,100\n\"Bo, Ben\",1,b1,A,\n")
    typed("export --course course --canvas c.csv")
    assert "b1,A,65" in (here / "c-filled.csv").read_text()
    typed("export course/reports/miniature --to m.csv")
    assert '"Ben Bo","15","50","0","65"' in (here / "m.csv").read_text()
    for table in (here / "m.csv", folder / "grades.csv"):
        assert "15 points instead of 0 (Grace, " in table.read_text() and table.read_text().splitlines()[0].endswith('"corrections"')
    assert "15 points instead of 0" in typed("grade pages --course course --regrade")[1]
    assert marks(here)["Ben Bo"] == "65"


def test_a_comment_reaches_the_student_and_changes_no_mark(here, typed):
    code, out, _ = typed(f"override ben --comment Look_at_the_sign. {BY}")
    assert code == 0 and out.startswith("No mark changes.")
    assert "Comment (Grace, " in next((here / "course/reports/miniature/pages").glob("Ben*")).read_text("utf-8")


def test_exempt_is_no_zero_and_canvas_says_ex(here, typed):
    typed(f"override cleo --exempt --reason ill {BY}")
    assert marks(here)["Cleo Xu"] == ""
    (here / "c.csv").write_text("Student,ID,SIS User ID,Section,miniature (5)\nPoints Possible,,,,100\n\"Xu, Cleo\",1,c1,A,\n")
    typed("export --course course --canvas c.csv")
    assert "c1,A,EX" in (here / "c-filled.csv").read_text()


def test_a_time_that_a_person_says_lasts_and_can_be_taken_back(here, typed):
    typed("grade pages --course course --submitted 2026-06-01T12:00+00:00")
    assert marks(here)["Ben Bo"] == "45"
    code, out, _ = typed(f"override ben --submitted 2026-05-31T12:00+00:00 --reason e-mail {BY}")
    assert code == 0 and "Ben Bo: 45 late 1d → 50 (+5)" in out, out
    page = next((here / "course/reports/miniature/pages").glob("Ben*")).read_text("utf-8")
    assert "Submitted on 31 May 2026, " in page and "e-mail" in page
    typed("grade pages --course course --regrade --submitted 2026-06-01T12:00+00:00")
    assert marks(here)["Ben Bo"] == "50" and marks(here)["Ada Lovelace"] == "90"
    assert "Ben Bo: 50 → 45 late 1d (−5)" in typed(f"override --undo 1 {BY}")[1] and marks(here)["Ben Bo"] == "45"


def test_an_extension_takes_the_penalty_away(here, typed):
    typed("grade pages --course course --submitted 2026-06-01T12:00+00:00")
    assert marks(here)["Ben Bo"] == "45"
    code, out, _ = typed(f"override ben --extend 2026-06-30T12:00 --reason ill {BY}")
    assert code == 0 and "Ben Bo: 45 late 1d → 50 (+5)" in out and marks(here)["Ben Bo"] == "50"
    assert "Extension until 30 June 2026, 12:00 (Grace, " in next((here / "course/reports/miniature/pages").glob("Ben*")).read_text("utf-8")


def test_an_unfair_check_is_shown_first_and_saved_only_with_yes(here, typed):
    command = f"override --check double::test_each_number --off --reason unclear {BY}"
    code, out, _ = typed(command)
    assert code == 0 and "Nothing was changed yet." in out and "--yes" in out and marks(here)["Ben Bo"] == "50"
    assert "Ada Lovelace: 100 of 100 → 80 of 80 (−20)" in out and "Ben Bo: 50 of 100 → 60 of 80 (+10)" in out
    code, out, _ = typed(f"{command} --yes")
    assert code == 0 and "3 reports written again" in out and marks(here)["Ben Bo"] == "60"


def test_a_check_that_waited_for_the_unfair_one_is_judged_now(here, typed):
    """Ben's second check said nothing before: it waited. Nothing else of the class is judged again."""
    before = report(here, "Ben-Bo")["exercises"][0]["checks"]
    assert [check["outcome"] for check in before] == ["failed", "skipped", "failed"]
    typed(f"override --check double::1 --off --reason unclear --yes {BY}")
    after = report(here, "Ben-Bo")["exercises"][0]["checks"]
    assert [check["outcome"] for check in after] == ["failed", "passed", "failed"] and after[0]["max_points"] == 0
    assert "0 new gradings saved" in typed("grade pages --course course")[1]
    code, out, _ = typed(f"override --undo 1 {BY}")
    assert code == 0 and "Ben Bo: 60 of 80 → 50 of 100 (−10)" in out and marks(here)["Ben Bo"] == "50"
    assert [check["outcome"] for check in report(here, "Ben-Bo")["exercises"][0]["checks"]] == ["failed", "skipped", "failed"]


def test_everybody_gets_the_points(here, typed):
    code, out, _ = typed(f"override --check double::3 --everybody --reason unclear --yes {BY}")
    assert code == 0 and "2 marks changed:" in out and (marks(here)["Ben Bo"], marks(here)["Cleo Xu"]) == ("70", "100")


def test_the_log_keeps_everything_and_an_undo_can_be_undone(here, typed):
    typed(f"override ben double --points 30 --reason one {BY}")
    typed(f"override --undo 1 {BY}")
    assert marks(here)["Ben Bo"] == "50"
    typed(f"override --undo 2 {BY}")
    assert marks(here)["Ben Bo"] == "80"
    lines = typed("override --log --course course")[1].splitlines()
    assert "Ben Bo: 30 points for double: one" in lines[0] and "took entry 1 back [taken back by entry 3]" in lines[1]
    assert typed(f"override --undo 2 {BY}")[2] == "autograder: Entry 2 was taken back already, by entry 3.\n"


def test_the_same_command_again_adds_no_second_entry(here, typed):
    """A command that was interrupted may be run again; a comment would be on the page twice."""
    typed(f"override ben --comment Look. {BY}")
    code, out, _ = typed(f"override ben --comment Look. {BY}")
    assert code == 0 and "Entry 1 of the log says the same already; 0 reports written again." in out
    for points, number in ((30, 2), (30, 2), (31, 3), (30, 4)):
        assert f"ntry {number} of the log" in typed(f"override ben double --points {points} --reason one {BY}")[1]
    typed(f"override --undo 4 {BY}")
    assert marks(here)["Ben Bo"] == "81"


def test_what_an_interrupted_command_has_left_undone_is_done_by_the_next_one(here, typed):
    """The entry is in the log, and the reports were not written any more."""
    typed(f"override ben double --points 30 --reason one {BY}")
    with Store(read_course(here / "course")) as store:
        store.correct_all([replace(store.log()[0], kind=None, points=None, undoes=1)])
    assert marks(here)["Ben Bo"] == "80"
    assert "was taken back already, by entry 2" in typed(f"override --undo 1 {BY}")[2] and marks(here)["Ben Bo"] == "50"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ben", "Say one thing to do"),
        ("--exempt", "--exempt needs a student"),
        ("ben --points 3", "--points needs an exercise or a check"),
        ("ben --exempt --reason x --comment y", "Say one thing to do"),
        ("ben --exempt", "Say why: a reason is missing. Students see it."),
        ("zed --exempt --reason x", "The course has no student 'zed'."),
        ("ben duble --points 3 --reason x", "There is no exercise 'duble'. Did you mean double?"),
        ("ben double::9 --points 3 --reason x", "double has no check '9'. It has: test_each_number, "),
        ("ben double --points 51 --reason x", "expected a number from 0 to 50."),
        ("ben double --points nan --reason x", "expected a number from 0 to 50."),
        ("ben --extend soon --reason x", "'soon' is not a time."),
        ("ben --extend 9999-12-31T23:59 --reason x", "'9999-12-31T23:59' is not a time."),
        ("--check double::1 --reason x", "--check needs one of --off"),
        ("--check double --off --reason x", "Name one check of double: double::NAME, with one of test_each_number, "),
        ("--off --undo 1", "--off and --everybody need --check"),
        ("--undo 7", "The log has no entry 7."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(here, typed, words, said):
    code, _, error = typed(f"override {words} {BY}")
    assert code in (1, 2) and said in error
    assert "No correction was made yet." in typed("override --log --course course")[1]


def test_a_name_is_needed(here, typed, monkeypatch):
    monkeypatch.delenv("AUTOGRADER_NAME", raising=False)
    assert "a name is missing" in typed("override ben --exempt --reason x --course course")[2]


def test_a_spreadsheet_obeys_no_reason(here, typed):
    typed(f"override cleo --exempt --reason =1+1 {BY}")
    typed("export --course course --to m.csv")
    assert ',"=1' not in (here / "m.csv").read_text() and ',"=1' not in (here / "course/reports/miniature/grades.csv").read_text()
