"""A correction says who changed what and why, and comes through the JSON of a report unchanged."""

import datetime
import json
from dataclasses import replace

import pytest
from pseudo_locale import pseudo_locale, untranslated

from autograder import reports
from autograder.core.corrections import Correction, CorrectionKind
from autograder.core.languages import plural, shown
from autograder.core.languages.dates import day
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.lms import canvas, csv_sheet
from autograder.reports.grades import of_report
from autograder.reports.html.submission import submission_page

BY = {"by": "Grace", "when": "3 May 2026", "reason": "right idea"}
POINTS = Correction(CorrectionKind.POINTS, exercise="double", before=0.0, after=4.0, **BY)
REPORT = Report(
    "mini", "ada", "", Status.GRADED,
    (ExerciseResult("double", (CheckResult("test_b", "it doubles", Outcome.FAILED, 0.0, 10.0),), corrected=4.0),),
    "full", "", 17, 0.1, corrections=(POINTS,),
)  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "more", "said"),
    [
        ("points", {"check": "test_b", "title": "it doubles", "before": 0.0, "after": 2.5}, "double, “it doubles”: 2.5 points instead of 0"),
        ("exempt", {"exercise": ""}, "Exempt: no mark is needed"),
        ("extension", {"exercise": "", "until": "5 May 2026"}, "Extension until 5 May 2026"),
        ("off", {"check": "test_b"}, "double, “test_b”: this check does not count"),
        ("everybody", {"check": "test_b", "after": 5.0}, "double, “test_b”: every student gets the 5 points"),
        ("dropped", {}, "double: this exercise does not count in this course"),
        ("late", {"before": 20.0, "exercise": ""}, "Late: 20 points less"),
        ("late", {"before": 1.0, "exercise": ""}, "Late: 1 point less"),
        ("late", {"before": 1.5, "exercise": ""}, "Late: 1.5 points less"),
    ],
)
def test_each_kind_says_what_by_whom_and_why(kind, more, said):
    found = Correction(CorrectionKind(kind), **BY | {"exercise": "double"} | more)
    assert found.sentence == f"{said} (Grace, 3 May 2026: right idea)"


def test_a_comment_is_its_words():
    found = Correction(CorrectionKind.COMMENT, reason="Well done.", by="Grace", when="3 May 2026")
    assert found.sentence == "Comment (Grace, 3 May 2026): Well done."


def test_a_report_keeps_it_in_its_json_and_its_points_are_the_corrected_ones():
    content = json.loads(reports.report_json(REPORT))
    assert content["score"] == 4.0 and content["corrections"][0]["reason"] == "right idea"
    assert Report.from_dict(content) == REPORT


def test_it_can_be_read_in_another_language_also_after_it_was_a_file():
    when = day(datetime.datetime(2026, 5, 3, 12).astimezone())
    late = Correction(CorrectionKind.LATE, plural("{count} day late", "{count} days late", 2), when=when, before=1.5)
    back = Correction.from_dict(json.loads(json.dumps(late.to_dict())))
    with pseudo_locale():
        said = shown(back.sentence)
    assert "1.5" in said and not untranslated(said)
    assert Correction.from_dict(vars(late) | {"reason": "ill", "messages": late.to_dict()["messages"]}).reason == "ill"


def test_a_number_that_is_not_finite_is_refused():
    with pytest.raises(ValueError):
        Correction(CorrectionKind.POINTS, after=float("nan"))


def test_a_penalty_is_taken_off_once_and_never_below_nothing():
    assert replace(REPORT, penalty=1.0).score == 3.0 and replace(REPORT, penalty=9.0).score == 0.0
    assert of_report(replace(REPORT, penalty=1.0)).penalty == 1.0


def test_the_students_page_shows_it_and_shows_markup_as_text():
    page = submission_page(replace(REPORT, corrections=(replace(POINTS, reason="<script>1</script>"),)))
    assert "4 points instead of 0" in page and "&lt;script&gt;1" in page and "<script" not in page


def test_terminal_and_class_page_show_it():
    assert "Changed: double: 4 points instead of 0 (Grace, 3 May 2026: right idea)" in reports.as_text(REPORT, width=200)
    assert "double: 4 points instead of 0" in reports.class_page([REPORT])


def test_who_is_exempt_has_no_mark_and_no_zero():
    exempt = replace(REPORT, status=Status.EXEMPT)
    mark = of_report(exempt)
    assert mark.exempt and mark.score is None
    row = reports.class_csv([exempt]).decode().splitlines()[2]
    assert row.startswith('"ada","4","","10","","exempt","0","double: 4 points instead of 0')
    assert "exempt" in reports.class_page([exempt]) and "without a mark" not in reports.class_page([exempt])


def test_canvas_is_told_that_a_student_is_excused():
    sheet = csv_sheet.parse(b"Student,ID,SIS User ID,Section,mini (5)\nPoints Possible,,,,10\nLovelace,1,ada,A,\n", "c.csv")
    filled = canvas.fill(sheet, [of_report(replace(REPORT, status=Status.EXEMPT))])
    assert filled.data.decode().endswith("Lovelace,1,ada,A,EX\n") and filled.complete
