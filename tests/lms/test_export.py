"""Marks out of the kit: per question, and filled into Canvas's and Moodle's own files."""

import csv
import io
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from marks_sample import not_graded, report, unreadable

from autograder.lms import canvas, csv_sheet, export, moodle
from autograder.reports import csv_tables, file_stems, grades, write_report
from autograder.reports.grades import Grade, NoTable, of_one_assignment, of_report

SAMPLES = Path(__file__).parents[1] / "samples"
CANVAS, MOODLE = SAMPLES / "canvas.csv", SAMPLES / "moodle.csv"
MNIST = 7  # the column in canvas.csv


def mark(student: str, score: float | None = 55.0, most: float = 100.0, **other: object) -> Grade:
    return Grade("mnist", student, score, most, reason="" if score is not None else "needs a manual grade", **other)


def changed(before: Path, after: bytes) -> list[tuple[int, int, str]]:
    """(row, column, new text) of each cell that differs; the number of cells must be the same."""
    old, new = csv_sheet.read_sheet(before).rows, csv_sheet.parse(after, "new").rows
    assert [len(row) for row in old] == [len(row) for row in new]
    pairs = enumerate(zip(old, new, strict=True))
    return [(y, x, b[x]) for y, (a, b) in pairs for x in range(len(a)) if a[x] != b[x]]


def filled(path: Path, found: list[Grade], **options: object):
    fill = canvas.fill if path.stem.startswith("canvas") else moodle.fill
    return fill(csv_sheet.read_sheet(path), found, **options)


def written(path: Path, found: list[Grade], **options: object) -> list[tuple[int, int, str]]:
    return changed(path, filled(path, found, **options).data)


# -- which marks are final ----------------------------------------------------------------------------------------------


def test_only_what_was_graded_without_a_fault_of_ours_is_final():
    assert of_report(report()).score == 55
    for one in (unreadable(), not_graded()):
        assert of_report(one).score is None and of_report(one).reason


def test_a_broken_check_is_not_final_whatever_the_status_says():
    broken = replace(not_graded(), status=report().status, problem="")
    assert of_report(broken).score is None and "broken" in of_report(broken).reason


def test_of_a_problem_with_several_lines_the_first_is_the_reason():
    assert of_report(replace(unreadable(), problem="It stops here.\nThe rest.\n")).reason.endswith(": It stops here.")


def test_marks_of_several_assignments_are_not_mixed():
    both = [mark("ada"), replace(mark("ada"), assignment="bank")]
    with pytest.raises(NoTable, match="bank, mnist. Choose one: --assignment bank"):
        of_one_assignment(both)
    assert of_one_assignment(both, "mnist") == [mark("ada")]
    with pytest.raises(NoTable, match="no marks for 'minst'"):
        of_one_assignment(both, "minst")


def test_marks_of_different_worth_stand_in_no_column():
    with pytest.raises(NoTable, match="60 and 100"):
        of_one_assignment([mark("ada"), mark("ben", 30, 60)])


def test_what_is_not_final_may_have_any_worth():
    assert len(of_one_assignment([mark("ada"), mark("ben", None, 0)])) == 2


# -- per question -------------------------------------------------------------------------------------------------------


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode())))


def test_per_question_each_exercise_has_a_column():
    table = rows(csv_tables.marks_csv([of_report(report()), of_report(unreadable()), of_report(not_graded())]))
    assert table[0] == ["student", "double", "total", "count", "penalty", "total", "max", "percent", "status"]
    assert table[1] == ["points-per-exercise", "50", "35", "15", "", "100", "100", "100", "--"]
    assert table[2] == ["ada", "20", "35", "0", "0", "55", "100", "55", "graded"]
    assert table[3] == ["ben", "", "", "", "", "", "100", "", "unreadable: mnist.py is empty."]
    assert table[4][:6] == ["cleo", "", "35", "0", "", ""]


def test_per_question_nothing_is_a_formula():
    assert rows(csv_tables.marks_csv([mark("=1+1")]))[2][0] == "'=1+1"


# -- Canvas -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["1002", "s2002", "S2002", "laura@school.example", "laura", "Laura Bassi", "Bassi, Laura", "laura.bassi",
     "bassilaura_1002_998877_mnist", "bassilaura_LATE_1002_998877_mnist-1"],
)  # fmt: skip
def test_canvas_finds_a_student(name):
    assert written(CANVAS, [mark(name, 87.5)]) == [(4, MNIST, "87.5")]


@pytest.mark.parametrize(
    "other", [{"also": ("1002",)}, {"also": ("laura@school.example",)}, {"full_name": "Laura Bassi"}]
)
def test_canvas_finds_a_student_by_what_the_gradebook_knows(other):
    assert written(CANVAS, [mark("x17", 87.5, **other)]) == [(4, MNIST, "87.5")]


def test_canvas_who_could_be_two_students_is_nobody(tmp_path):
    """One's login is the other's id."""
    path = tmp_path / "canvas.csv"
    path.write_text(CANVAS.read_text().replace("s2003", "1002"))
    done = filled(path, [mark("1002")])
    assert done.lost == [("1002", "matches several students")] and changed(path, done.data) == []
    assert written(path, [mark("1002")], by="ID") == [(4, MNIST, "55")]


def test_canvas_a_file_of_canvass_own_names_its_student_by_canvass_number_only(tmp_path):
    path = tmp_path / "canvas.csv"
    path.write_text(CANVAS.read_text().replace("s2003", "1002"))
    assert written(path, [mark("bassilaura_1002_998877_mnist")]) == [(4, MNIST, "55")]


def test_canvas_two_submissions_of_one_student_are_both_left_out():
    done = filled(CANVAS, [mark("1001", 10), mark("ada", 90)])
    assert done.written == 0 and {why for _, why in done.lost} == {"one of several submissions of one student"}


@pytest.mark.parametrize("count", [2, 3])
def test_canvas_two_files_of_canvass_own_for_one_student_are_both_left_out(count):
    """A late one beside the one in time, and none of them the right one by its name."""
    files = ["byronada_1001_111_mnist", "byronada_LATE_1001_222_mnist", "byronada_1001_333_mnist-1"][:count]
    done = filled(CANVAS, [mark(name, 50 + place) for place, name in enumerate(files)])
    assert done.lost == [(name, "one of several submissions of one student") for name in files]
    assert done.written == 0 and changed(CANVAS, done.data) == [] and "Byron, Ada" not in done.alone


def test_canvas_what_is_not_final_is_no_zero():
    done = filled(CANVAS, [mark("ada", None), mark("laura", None)])
    assert changed(CANVAS, done.data) == []
    assert done.open == [("ada", "needs a manual grade"), ("laura", "needs a manual grade")]


def test_canvas_a_real_zero_is_written():
    assert written(CANVAS, [mark("ada", 0.0)]) == [(3, MNIST, "0")]


def test_canvas_the_excused_stay_excused():
    done = filled(CANVAS, [mark("marie")])
    assert done.kept == [("marie", "excused in Canvas")] and changed(CANVAS, done.data) == []


def test_canvas_unmatched_on_both_sides_are_told():
    done = filled(CANVAS, [mark("ada"), mark("grace")])
    assert done.lost == [("grace", "not in the file")]
    assert done.alone == ["Bassi, Laura", "Curie, Marie", "Noether, Emmy", "Somerville, Mary", "Student, Test"]


@pytest.mark.parametrize(
    "column", ["4321", "MNIST: a first neural network", "mnist", "MNIST: a first neural network (4321)"]
)
def test_canvas_names_of_a_column(column):
    assert written(CANVAS, [mark("ada")], column=column) == [(3, MNIST, "55")]


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("bank", "has no column for 'bank'. It has Reading (4310), MNIST"),
        ("Final Projekt", "Did you mean Final Project?"),
        ("Notes", "has no column for 'Notes'"),  # without a number Canvas would make a new assignment
        ("Current Score", "has no column for 'Current Score'"),
    ],
)
def test_canvas_a_column_that_is_not_there(column, words):
    with pytest.raises(NoTable, match=".*") as caught:
        filled(CANVAS, [mark("ada")], column=column)
    assert words in str(caught.value)


def variant(tmp_path: Path, source: Path, *changes: tuple[str, str]) -> Path:
    text = source.read_bytes().decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / source.name
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Reading (4310)", "mnist again (4310)", "several columns"),
        ("10,100,50", "10,(read only),50", "calculated by Canvas"),
        ("MNIST: a first neural network (4321)", "mnist Final Score (4321)", "calculated by Canvas"),
        ("Student,ID", "LastName,FirstName,ID", "two columns"),
        ("Student,ID", "Name,Number", "not a Canvas gradebook"),
        ("10,100,50", "10,20,50", "out of 20, the marks are out of 100"),
    ],
)
def test_canvas_files_that_take_no_marks(tmp_path, old, new, words):
    path = variant(tmp_path, CANVAS, (old, new))
    with pytest.raises(NoTable, match=words):
        filled(path, [mark("ada")])


def test_canvas_a_whole_title_goes_before_a_part_of_one(tmp_path):
    path = variant(
        tmp_path, CANVAS, ("Reading (4310)", "mnist again (4310)"), ("MNIST: a first neural network", "MNIST")
    )
    assert filled(path, [mark("ada")]).column == "MNIST (4321)"


def test_canvas_semicolons_decimal_commas_and_the_mark_at_the_start_stay():
    path = SAMPLES / "canvas-semicolons.csv"
    done = filled(path, [mark("ada", 87.5)], scale=True)
    assert done.data.startswith(b"\xef\xbb\xbfStudent;ID;")
    assert changed(path, done.data) == [(2, 6, "43,75")]


def test_canvas_semicolons_do_not_make_decimal_commas(tmp_path):
    path = tmp_path / "canvas-points.csv"
    path.write_text(re.sub(r"(\d),(\d)", r"\1.\2", (SAMPLES / "canvas-semicolons.csv").read_text("utf-8")), "utf-8")
    assert written(path, [mark("ada", 87.5)], scale=True) == [(2, 6, "43.75")]


def test_marks_are_scaled_only_where_that_is_asked_for():
    with pytest.raises(NoTable, match="is out of 50, the marks are out of 100"):
        export.make([mark("ada", 87.5)], export.Wanted(export.CANVAS, SAMPLES / "canvas-semicolons.csv"))


def test_canvas_all_other_cells_stay_to_the_letter():
    """What was not asked for is not changed: spaces, quotes, other columns."""
    done = filled(CANVAS, [mark("ada", 87.5)])
    old, new = CANVAS.read_bytes().splitlines(), done.data.splitlines()
    assert [line for line, other in zip(old, new, strict=True) if line != other] == [old[3]]


def test_canvas_a_row_that_ends_early_is_made_longer(tmp_path):
    path = variant(tmp_path, CANVAS, ('"Byron, Ada",1001,s2001,ada@school.example,Autumn,"sits in front, left",9,,,90,90,A',
                                      '"Byron, Ada",1001'))  # fmt: skip
    assert csv_sheet.parse(filled(path, [mark("1001")]).data, "x").rows[3][MNIST] == "55"


# -- Moodle -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    ["Participant 502", "s2002", "laura@school.example", "laura", "Laura Bassi", "Laura Bassi_502_assignsubmission_file_",
     "Bassi Laura_502_assignsubmission_file"],
)  # fmt: skip
def test_moodle_finds_a_student(name):
    assert written(MOODLE, [mark(name, 87.5)]) == [(2, 5, "87.5")]


def test_moodle_unmatched_on_both_sides_are_told(tmp_path):
    """A row without a student, say a sum below all of them, is not one of them."""
    path = variant(tmp_path, MOODLE)
    path.write_text(path.read_text().rstrip("\n") + "\n,Average,,,,41.50,100.00,,,,\n")
    done = filled(path, [mark("ada"), mark("grace")])
    assert done.lost == [("grace", "not in the file")]
    assert done.alone == ["Laura Bassi", "Marie Curie", "Emmy Noether"]
    assert filled(path, [mark("Average"), mark("Full name"), mark("Identifier")]).written == 0


def test_moodle_a_single_student_without_a_name_is_found_by_the_address(tmp_path):
    header = 'Identifier,"Email address",Status,Grade,"Maximum Grade","Last modified (submission)","Last modified (grade)","Feedback comments"'
    path = tmp_path / "moodle.csv"
    path.write_text(f"{header}\nParticipant 501,ada@school.example,Submitted,,100.00,-,-,\n")
    assert written(path, [mark("ada")]) == [(1, 3, "55")]


def test_moodle_german():
    path = SAMPLES / "moodle-deutsch.csv"
    done = filled(path, [mark("laura", 87.5), mark("Ada Byron_501_assignsubmission_file_", 10)])
    assert changed(path, done.data) == [(1, 4, "10"), (2, 4, "87.5")] and done.data.startswith(b"\xef\xbb\xbfID,")


@pytest.mark.parametrize("language", moodle.LANGUAGES, ids=lambda one: one.grade)
def test_moodle_speaks_several_languages(tmp_path, language):
    path = variant(
        tmp_path, MOODLE, ("Identifier", language.identifier), (",Grade,", f",{language.grade},"),
        ("Last modified (grade)", language.changed), ("Feedback comments", language.comments),
    )  # fmt: skip
    assert written(path, [mark("laura")]) == [(2, 5, "55")]


def test_moodle_another_language_is_asked_about(tmp_path):
    path = variant(
        tmp_path, MOODLE, ("Identifier", "Tunnus"), (",Grade,", ",Arvosana,"), ("Last modified (grade)", "Muokattu")
    )
    with pytest.raises(NoTable, match="name the column for the grades: --column"):
        filled(path, [mark("laura")])
    assert written(path, [mark("laura")], column="Arvosana") == [(2, 5, "55")]


def test_moodle_a_named_column_that_is_not_there():
    with pytest.raises(NoTable, match="has no column 'Grades'"):
        filled(MOODLE, [mark("laura")], column="Grades")


def test_moodle_the_times_of_change_stay():
    """By them Moodle knows who graded since the download; a changed one would be skipped or overwrite somebody."""
    assert {column for _, column, _ in written(MOODLE, [mark("ada"), mark("laura")])} == {5}


@pytest.mark.parametrize(("yes", "no"), [("Yes", "No"), ("Ja", "Nein"), ("Oui", "Non"), ("Sí", "No"), ("Sim", "Não")])
def test_moodle_a_grade_that_cannot_be_changed_stays(tmp_path, yes, no):
    """Moodle would skip the row without a word."""
    text = MOODLE.read_text().replace("100.00,Yes", f"100.00,{no}", 1).replace("100.00,Yes", f"100.00,{yes}")
    path = tmp_path / "moodle.csv"
    path.write_text(text)
    done = filled(path, [of_report(report("ada")), of_report(report("emmy"))], feedback=True)
    assert done.kept == [("ada", "its grade cannot be changed in Moodle")] and done.written == 1 and not done.complete
    assert {(row, column) for row, column, _ in changed(path, done.data)} == {(4, 5), (4, 10)}


def test_moodle_a_column_of_another_meaning_locks_nothing(tmp_path):
    """Only between the grade and the time of its change: a comment may say no as well."""
    path = variant(tmp_path, MOODLE, ("Come and see me.", "No"))
    assert filled(path, [mark("laura")]).written == 1


FORMS = {
    "semicolons": (";", "\n", "utf-8", '"{}"'),
    "Excel's CSV": (";", "\r\n", "cp1252", "{}"),
    "Excel's Unicode text": ("\t", "\r\n", "utf-16", "{}"),
    "a mark and commas": (",", "\n", "utf-8-sig", '"{}"'),
}


@pytest.mark.parametrize(("delimiter", "newline", "encoding", "quotes"), FORMS.values(), ids=FORMS)
def test_moodle_a_file_comes_back_in_its_own_form(tmp_path, delimiter, newline, encoding, quotes):
    """Only the grade is another one; Moodle asks at the upload what stands between the cells, and in which encoding."""
    path = tmp_path / "moodle.csv"
    table = [
        [cell.replace("Ada Byron", "Ada Bÿron").replace(",", "") for cell in row] for row in csv_sheet.read_sheet(MOODLE).rows
    ]
    lines = [delimiter.join(map(quotes.format, row)) for row in table]
    path.write_bytes(newline.join([*lines, ""]).encode(encoding))
    data = filled(path, [mark("ada", 87.5)]).data
    table[1][5] = "87.5"
    assert data == newline.join([*(delimiter.join(map(quotes.format, row)) for row in table), ""]).encode(encoding)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (",Grade,", ",Mark,", "has no column 'Grade'"),
        ("Last modified (grade)", "Last change", "not a Moodle grading worksheet"),
        ("100.00", "10.00", "out of 10, the marks are out of 100"),
        ('"Maximum Grade"', "Scale", "scale of words"),
    ],
)
def test_moodle_files_that_take_no_marks(tmp_path, old, new, words):
    changes = [(old, new)] + [("100.00", "poor good")] * (new == "Scale")
    with pytest.raises(NoTable, match=words.replace("(", r"\(")):
        filled(variant(tmp_path, MOODLE, *changes), [mark("ada")])


def test_moodle_scaled():
    assert written(MOODLE, [mark("ada", 30, 60)], scale=True) == [(1, 5, "50")]


def test_moodle_without_a_maximum_says_what_moodle_would_skip(tmp_path):
    path = tmp_path / "moodle.csv"
    path.write_text('Identifier,Grade,"Last modified (grade)"\n"Participant 501",,-\n')
    done = filled(path, [mark("Participant 501")])
    assert "silently skips grades above that maximum" in done.notes[0] and changed(path, done.data) == [(1, 1, "55")]


def test_moodle_comments_are_written_where_there_are_none():
    found = [of_report(report("ada")), of_report(report("laura"))]
    cells = {(row, column): text for row, column, text in written(MOODLE, found, feedback=True)}
    assert set(cells) == {(1, 5), (2, 5), (1, 10)}  # Laura has a comment already
    assert cells[1, 10] == "55 of 100 points.<br>double: 20 of 50. You lost the sign.<br>count: not started."


def test_moodle_a_comment_gives_nothing_to_obey():
    lines = filled(
        MOODLE, [replace(mark("ada"), feedback="=1+1 <script>alert(1)</script>")], feedback=True
    ).data.decode()
    assert "<script>" not in lines and "'=1+1 &lt;script&gt;" in lines


def test_moodle_comments_are_written_only_where_they_are_asked_for():
    made = [export.make([of_report(report("ada"))], export.Wanted(export.MOODLE, MOODLE, **asked)) for asked in ({}, {"feedback": True})]
    assert [{column for _, column, _ in changed(MOODLE, one.data)} for one in made] == [{5}, {5, 10}]


def test_moodle_without_a_column_for_comments(tmp_path):
    path = variant(tmp_path, MOODLE, ("Feedback comments", "Files"))
    with pytest.raises(NoTable, match="no column for comments"):
        filled(path, [mark("ada")], feedback=True)


# -- CSV files as such --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"\xff\xfea\0b", "not a text file"), (b"a\0b", "not a text file"), (b'a,"b', "not a CSV file")],
    ids=["empty", "half a character", "zeros", "an open quote"],
)
def test_files_that_are_no_csv(data, words):
    with pytest.raises(NoTable, match=words):
        csv_sheet.parse(data, "x.csv")


@pytest.mark.parametrize(
    "data",
    [
        b'a,"b"\n\n"1",2\n\n\n3,"4"',
        b"a;b\r\n1\xfc;2\r\n",
        "a\tb\r\n1\t\u00fc\r\n".encode("utf-16"),
        b"a,b\r\n1,2\r\n",
        b"a;b\n1;2,5\n",
        b'\xef\xbb\xbf"a","b"\r\n"1","2, ""3"""\r\n',
        b'a,b\n"1\n2",3\n',
    ],
)
def test_what_is_read_is_written_the_same(data):
    assert csv_sheet.parse(data, "x.csv").data() == data


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(NoTable, match="canvas.csv cannot be opened: No such file or directory."):
        csv_sheet.read_sheet(tmp_path / "canvas.csv")


@pytest.mark.parametrize("text", ["1.2.3", "12.11.2026", "1.234.567", "EX", "", "-", "½"])
def test_what_is_no_number_is_none(text):
    assert csv_sheet.plain_number(text) is None


# -- the command ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder with reports and both downloaded files, and the shell standing there."""
    for one in (report("ada"), report("s2002"), unreadable("emmy"), not_graded("mary")):
        write_report(one, tmp_path / "grades")
    (tmp_path / "grades" / "notes.json").write_text('{"not": "a report"}')  # another program's
    for path in (CANVAS, MOODLE):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(here, typed):
    return typed


def test_export_per_question(run, here):
    code, out, _ = run("export grades --to marks.csv")
    assert code == 1  # two of them are not graded
    assert "2 marks written" in out and "emmy (unreadable: mnist.py is empty)" in out and "mary (not graded" in out
    assert [row[0] for row in rows((here / "marks.csv").read_bytes())[2:]] == ["ada", "emmy", "mary", "s2002"]
    assert "notes.json" not in out and out.splitlines()[-1].startswith("Next: ")


@pytest.mark.parametrize("platform", ["canvas", "moodle"])
def test_export_fills_a_copy(run, here, platform):
    before = (here / f"{platform}.csv").read_bytes()
    code, out, _ = run(f"export grades --{platform} {platform}.csv")
    assert code == 1 and f"{platform}-filled.csv: 2 marks written" in out and "Next: in " in out
    assert (here / f"{platform}.csv").read_bytes() == before
    assert len(changed(here / f"{platform}.csv", (here / f"{platform}-filled.csv").read_bytes())) == 2


def test_export_over_the_downloaded_file_only_when_told(run, here):
    before = (here / "canvas.csv").read_bytes()
    code, _, error = run("export grades --canvas canvas.csv --to canvas.csv")
    assert code == 2 and "the downloaded file itself" in error and (here / "canvas.csv").read_bytes() == before
    assert run("export grades --canvas canvas.csv --to canvas.csv --force")[0] == 1
    assert (here / "canvas.csv").read_bytes() != before


def test_export_all_done_is_exit_code_0(run, here):
    for name in ("emmy", "mary"):
        (here / "grades" / f"{name}.json").unlink()
    assert run("export grades --canvas canvas.csv")[0] == 0


def test_export_takes_a_submission_once(run, here):
    """Ada came to the class, and ada's report got another file; the one of the earlier run is left over."""
    write_report(report("ada", seconds=9.0), here / "grades", file_stems(["ada", "Ada"])["ada"])
    (here / "grades" / "folder.json").mkdir()
    code, out, _ = run("export grades --to marks.csv")
    assert code == 1 and "Left out: ada.json is about the same submission as ada-" in out and "folder.json" not in out
    assert [row[0] for row in rows((here / "marks.csv").read_bytes())[2:]] == ["ada", "emmy", "mary", "s2002"]


def test_export_says_which_file_is_no_report(run, here):
    (here / "grades" / "emmy.json").write_text('{"format": 1, "exercises": [')
    code, out, _ = run("export grades --to marks.csv")
    assert code == 1 and "Left out: emmy.json is not JSON" in out


WRONGS = {
    "nothing": ("export", 2, "either a folder of reports or --course DIR"),
    "two sources": ("export grades --course .", 2, "either a folder of reports"),
    "no target": ("export grades", 2, "--to FILE.csv"),
    "a folder that is not there": ("export grade --to x.csv", 2, "There is no folder grade."),
    "a folder without reports": ("export empty --to x.csv", 1, "There is no report in empty."),
    "a file that is not there": ("export grades --canvas canva.csv", 2, "There is no file canva.csv."),
    "both platforms": ("export grades --canvas canvas.csv --moodle moodle.csv", 2, "--canvas cannot be used with --moodle."),
    "the other's file": ("export grades --canvas moodle.csv", 1, "Nothing was written. moodle.csv is not a Canvas gradebook"),
    "the other's file again": ("export grades --moodle canvas.csv", 1, "canvas.csv is not a Moodle grading worksheet"),
    "no such column": ("export grades --canvas canvas.csv --column bank", 1, "canvas.csv has no column for 'bank'"),
    "no such key": ("export grades --canvas canvas.csv --by Login", 1, "has no column 'Login'. Did you mean SIS Login ID?"),
    "another assignment": ("export grades --to x.csv --assignment bank", 1, "There are no marks for 'bank'."),
    "a target that is there": ("export grades --to there.csv", 2, "there.csv already exists"),
    "a target that is a folder": ("export grades --to empty", 2, "empty cannot be written: it is a folder."),
    "a target in no folder": ("export grades --to no/x.csv", 2, "no is not a folder"),
    "comments without Moodle": ("export grades --to x.csv --feedback", 2, "--feedback can only be used with --moodle"),
    "comments from a gradebook": ("export --course . --moodle moodle.csv --feedback", 2, "a gradebook has no comments"),
    "a column without a platform": ("export grades --to x.csv --column mnist", 2, "can only be used with --canvas or --moodle"),
}  # fmt: skip


@pytest.mark.parametrize(("command", "code", "words"), WRONGS.values(), ids=WRONGS)
def test_what_is_wrong_is_said_in_one_sentence_and_nothing_is_written(run, here, command, code, words):
    (here / "empty").mkdir()
    (here / "there.csv").write_text("mine")
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    found, _out, error = run(command)
    assert (found, words in error) == (code, True), error
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_sentences_name_a_few_and_count_the_rest():
    done = export.Filled(written=1, column="mnist (1)", alone=[f"student {n}" for n in range(20)])
    said = export.sentences(done, export.Wanted(export.CANVAS, CANVAS), "out.csv")
    assert said[0] == "out.csv: 1 mark written, column 'mnist (1)'." and "and 12 more" in said[1]


def test_what_an_assignment_is_worth():
    assert grades.most([mark("ada", None, 7), mark("ben", 1, 9)]) == 9 and grades.most([]) == 0


def test_moodle_one_student_alone_says_what_the_assignment_is_worth():
    """Of several who say different numbers none is believed, whoever comes first."""
    sheet = csv_sheet.read_sheet(MOODLE)
    header, first, second, *_ = sheet.rows
    (grade,) = [place for place, cell in enumerate(header) if cell == "Grade"]
    alone = replace(sheet, rows=[header, first])
    assert moodle._worth(alone, grade) == moodle._worth(sheet, grade) == 100
    other = [*first[: grade + 1], "50.00", *first[grade + 2 :]]
    assert moodle._worth(replace(sheet, rows=[header, other, second]), grade) is None


@pytest.mark.parametrize(
    ("kind", "words"), [(export.QUESTIONS, "Left empty, because"), (export.CANVAS, "Cells left unchanged, because"), (export.MOODLE, "Cells left unchanged, because")]
)
def test_what_became_of_the_cells_of_open_marks_is_told(kind, words):
    """A table of its own has an empty cell there; in a downloaded one the cell keeps what stood in it."""
    done = export.Filled(written=1, open=[("ben", "needs a manual grade")])
    said = export.sentences(done, export.Wanted(kind, MOODLE), "out.csv")
    assert said[1].startswith(words) and "ben" in said[1]
