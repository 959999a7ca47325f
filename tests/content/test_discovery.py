"""Which files of a class are submissions, and whose: nobody vanishes in silence, and everybody has one name."""

import json
import os
import shutil

import miniature
import pytest
from miniature import files

from autograder.content import assignment_folder
from autograder.content.discovery import collect
from autograder.content.folder_layout import AmbiguousFolder

RIGHT, WRONG = miniature.page(), miniature.page(double="return numbers + 2")
STUB = miniature.page(double="raise NotImplementedError", total="raise NotImplementedError")


@pytest.fixture(scope="module")
def miniatures(tmp_path_factory):
    return assignment_folder.load(miniature.write(tmp_path_factory.mktemp("clone")))


@pytest.fixture
def collected(miniatures):
    return lambda *paths, **more: collect(list(paths), miniatures, **more)


@pytest.fixture
def found(collected):
    return lambda *paths, **more: [(one.name, one.path.name) for one in collected(*paths, **more).handed]


def notebook(source):
    cell = {"cell_type": "code", "source": source, "metadata": {}, "outputs": [], "execution_count": None}
    return json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


# -- what lies where --------------------------------------------------------------------------------------------------


def test_a_file_is_a_submission(tmp_path, found):
    files(tmp_path, ada_py=RIGHT)
    assert found(tmp_path / "ada.py") == [("ada", "ada.py")]


def test_a_folder_of_files(tmp_path, found):
    files(tmp_path, ben_py=RIGHT, ada_ipynb="{}")
    (tmp_path / "notes.txt").write_text("not a page")
    (tmp_path / ".hidden.py").write_text(RIGHT)
    assert found(tmp_path) == [("ada", "ada.ipynb"), ("ben", "ben.py")]


def test_a_folder_for_each_student_as_nbgrader_makes_them(tmp_path, found):
    files(tmp_path, ada__miniature__miniature_ipynb="{}", ben__miniature__miniature_ipynb="{}")
    assert found(tmp_path) == [("ada", "miniature.ipynb"), ("ben", "miniature.ipynb")]


JUNK = [
    "__pycache__",
    ".ipynb_checkpoints",
    "checks",
    "__MACOSX",
    ".git",
    "node_modules",
    "$RECYCLE.BIN",
    ".Trash-1000",
]


@pytest.mark.parametrize("name", JUNK)
def test_what_tools_leave_behind_is_no_submission(tmp_path, found, collected, name):
    """Neither a student of the class nor a page of one."""
    for place in (tmp_path / "class" / name, tmp_path / "class" / "ada" / name):
        place.mkdir(parents=True)
        (place / "miniature.ipynb").write_text(notebook(RIGHT))
    files(tmp_path / "class", ada__miniature_py=RIGHT)
    (tmp_path / "class" / "ada" / "._miniature.ipynb").write_bytes(b"\0\5\26\7")
    (tmp_path / "class" / "ada" / ".DS_Store").write_bytes(b"\0")
    one = collected(tmp_path / "class")
    assert ([each.path for each in one.handed], one.without, one.worked) == (
        [tmp_path / "class" / "ada" / "miniature.py"],
        {},
        {},
    )


def test_a_python_that_was_handed_in_is_no_page(tmp_path, found):
    files(tmp_path, ada__miniature_py=RIGHT, ada__myenv__lib__miniature_ipynb=notebook(RIGHT))
    (tmp_path / "ada" / "myenv" / "pyvenv.cfg").write_text("home = /usr/bin")
    assert found(tmp_path) == [("ada", "miniature.py")]


def test_the_reports_folder_among_the_pages_is_no_student(tmp_path, collected):
    files(tmp_path, ada__miniature_py=RIGHT, grades__ada_json="{}")
    assert collected(tmp_path, aside=[tmp_path / "grades"]).without == {}


def test_who_has_no_page_is_told_with_what_there_is_instead(tmp_path, found, collected):
    files(tmp_path, ada_py=RIGHT, pdfonly__x__mnist_pdf="a print", notes_txt="not a page")
    (tmp_path / "emptyone").mkdir()
    (tmp_path / "__pycache__").mkdir()
    for number in range(5):
        files(tmp_path, **{f"many__{number}_txt": "a text"})
    assert found(tmp_path) == [("ada", "ada.py")]
    assert collected(tmp_path).without == {
        "emptyone": "empty folder",
        "many": "0_txt, 1_txt, 2_txt, and 2 more",
        "pdfonly": "mnist_pdf",
    }
    assert collected(tmp_path).passed_over == ["notes_txt"]


def test_a_link_that_leads_elsewhere_is_no_page(tmp_path, collected):
    """Neither a page, nor a student's folder, nor what is in it: it could name the answers."""
    answers = files(tmp_path / "solutions", miniature_py=RIGHT) / "miniature.py"
    pages = files(tmp_path / "pages", ada_py=RIGHT, gil__notes_txt="")
    (pages / "ben.py").symlink_to(answers)
    (pages / "cleo").symlink_to(answers.parent)
    (pages / "gil" / "miniature.py").symlink_to(answers)
    (pages / "hal.py").symlink_to("ada.py")
    (pages / "ida.py").symlink_to("ida.py")
    (tmp_path / "linked").symlink_to(pages)
    for folder in (pages, tmp_path / "linked"):  # what a person has named may be a link
        one = collected(folder)
        assert [each.name for each in one.handed] == ["ada", "hal"]
        assert one.without == {
            "ben.py": "a link to another place",
            "cleo": "a link to another place",
            "gil": "miniature.py, a link to another place, notes_txt",
            "ida.py": "a link to another place",
        }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without them")
def test_a_pipe_with_a_pages_name_is_told(tmp_path, collected):
    (tmp_path / "ada").mkdir()
    os.mkfifo(tmp_path / "ada" / "miniature.py")
    assert collected(tmp_path).without == {"ada": "miniature.py, a named pipe, not a file"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without them")
def test_what_lies_among_the_pages_and_is_no_file_is_told(tmp_path, collected):
    """By its name it is a page, or by what it is somebody's: a pipe of another name is not."""
    files(tmp_path, ada_py=RIGHT)
    os.mkfifo(tmp_path / "ben.py")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "cem").symlink_to("gone")
    assert collected(tmp_path).without == {"ben": "ben.py, a named pipe, not a file", "cem": "cem, a link that leads nowhere"}


def test_a_name_that_comes_twice_is_kept_apart(tmp_path, found, collected):
    files(tmp_path, a__ada_py=RIGHT, b__ada_py=WRONG)
    assert found(tmp_path / "a", tmp_path / "b") == [("ada", "ada.py"), ("ada-2", "ada.py")]
    assert collected(tmp_path / "a", tmp_path / "b").twice == {"ada-2": "ada"}


# -- which page counts ------------------------------------------------------------------------------------------------


def test_of_several_pages_the_one_named_after_the_assignment_counts(tmp_path, found):
    files(tmp_path, ada__scratch_py=RIGHT, ada__miniature_py=RIGHT, ada__my_miniature_2_py=RIGHT)
    assert found(tmp_path) == [("ada", "miniature.py")]


CHOICES = {  # pages of one student -> (the one that counts, others that were worked on)
    "untouched notebook, solved script": ({"miniature.ipynb": STUB, "miniature.py": RIGHT}, "miniature.py", []),
    "solved notebook, untouched script": ({"miniature.ipynb": RIGHT, "miniature.py": STUB}, "miniature.ipynb", []),
    "both solved": ({"miniature.ipynb": WRONG, "miniature.py": RIGHT}, "miniature.ipynb", ["miniature.py"]),
    "both untouched": ({"miniature.ipynb": STUB, "miniature.py": STUB}, "miniature.py", []),
    "a begun notebook, a solved script": (
        {"miniature.ipynb": miniature.page(total="pass"), "miniature.py": WRONG}, "miniature.py", ["miniature.ipynb"]),
    "an untouched page of the right name, a solved one of another": (
        {"miniature.ipynb": STUB, "final.py": RIGHT}, "final.py", []),
    "a notebook that is cut short, an untouched script": (
        {"miniature.ipynb": None, "miniature.py": STUB}, "miniature.ipynb", []),
    "a notebook that is cut short, a solved script": (
        {"miniature.ipynb": None, "miniature.py": RIGHT}, "miniature.py", ["miniature.ipynb"]),
    "helpers and a copy": ({"miniature.py": RIGHT, "helper.py": "x = 1\n", "old/miniature.py": RIGHT}, "miniature.py", []),
    "a browser's second download": ({"miniature.ipynb": STUB, "miniature (1).ipynb": RIGHT}, "miniature (1).ipynb", []),
    "a slip in the script": (
        {"miniature.ipynb": STUB, "miniature.py": RIGHT.replace("def double(numbers):", "def double(numbers)")},
        "miniature.py", []),
}  # fmt: skip


@pytest.mark.parametrize(("pages", "counts", "worked"), CHOICES.values(), ids=CHOICES)
def test_which_page_counts(tmp_path, collected, pages, counts, worked):
    for number, (name, source) in enumerate(pages.items()):
        path = tmp_path / "class" / "ada" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"cells": [' if source is None else notebook(source) if name.endswith(".ipynb") else source)
        os.utime(path, (number, number))
    one = collected(tmp_path / "class")
    assert [each.path.name for each in one.handed] == [counts]
    assert [shown for shown, _path in one.worked.get("ada", [])] == worked


def test_a_page_with_the_assignments_name_in_its_own_counts_more_than_a_newer_one(tmp_path, found):
    files(tmp_path, ada__my_miniature_try_py=RIGHT, ada__scratch_py=WRONG, ben__z_py=RIGHT)
    os.utime(tmp_path / "ada" / "my_miniature_try.py", (1, 1))
    assert found(tmp_path) == [("ada", "my_miniature_try.py"), ("ben", "z.py")]


def test_where_the_name_does_not_tell_the_newest_counts(tmp_path, found):
    files(tmp_path, ada__miniature_py=RIGHT, ben__a_py=RIGHT, ben__b_py=WRONG)
    os.utime(tmp_path / "ben" / "b.py", (1, 1))
    assert found(tmp_path) == [("ada", "miniature.py"), ("ben", "a.py")]


def test_a_class_as_classroom50_downloads_it(tmp_path, collected):
    """Whole repositories, each with the files that Classroom 50 puts beside the page, and a table beside the repositories."""
    for name in ("cs101-miniature-ada", "cs101-miniature-Ben-B", "cs101-miniature-miniature-fan"):
        folder = tmp_path / name
        files(folder, miniature_py=RIGHT, checks__page_py=STUB, checks__test_double_py=miniature.DOUBLE)
        (folder / "miniature.ipynb").write_text(notebook(STUB))
        (folder / ".classroom50.yaml").write_text("classroom: cs101\nassignment: miniature\n")
        (folder / "result.json").write_text("{}")
    (tmp_path / "scores.csv").write_text("username,score\n")
    one = collected(tmp_path)
    assert [(owner.name, owner.person) for owner in one.owners.values()] == [
        ("cs101-miniature-Ben-B", "Ben-B"), ("cs101-miniature-ada", "ada"), ("cs101-miniature-miniature-fan", "miniature-fan")
    ]  # fmt: skip
    assert {each.path.name for each in one.handed} == {"miniature.py"} and not one.worked
    (alone,) = collected(tmp_path / "cs101-miniature-ada").owners.values()
    assert alone.person == "ada"


def test_a_name_of_three_parts_says_nothing_without_the_mark_of_classroom50(tmp_path, collected):
    """Else a class of ``ada-miniature-final`` and ``ben-miniature-final`` would all be called ``final``."""
    files(tmp_path, **{"ada-miniature-final__miniature_py": RIGHT, "ben-miniature-final__miniature_py": WRONG})
    assert {owner.person for owner in collected(tmp_path).owners.values()} == {""}


# -- one name from wherever the path is given ----------------------------------------------------------------------------

LAYOUTS = {  # file -> whose it is
    "a folder each": {"s8/miniature.py": "s8", "s9/miniature.ipynb": "s9"},
    "nbgrader": {"s8/miniature/miniature.ipynb": "s8", "s9/miniature/miniature.ipynb": "s9"},
    "loose": {"s8.py": "s8", "s9.ipynb": "s9"},
    "Moodle": {"Bob Ross_12_assignsubmission_file_/miniature.py": "Bob Ross_12_assignsubmission_file",
               "Bob Ross_13_assignsubmission_file_/work.py": "Bob Ross_13_assignsubmission_file"},
    "Moodle without folders": {"Bob Ross_12_assignsubmission_file_miniature.py": "Bob Ross_12_assignsubmission_file"},
    "Canvas": {"lovelaceada_123_456_miniature.py": "lovelaceada_123",
               "lovelaceada_LATE_124_457_miniature-2.py": "lovelaceada_124"},
    "the assignment's name before": {"miniature-ada/miniature.py": "miniature-ada", "miniature-ben/miniature.py": "miniature-ben"},
    "Classroom 50": {"cs101-miniature-ada/miniature.py": "cs101-miniature-ada", "cs101-miniature-ben/miniature.py": "cs101-miniature-ben"},
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_student_is_the_same_from_wherever_the_path_is_given(tmp_path, found, monkeypatch, layout):
    for place in layout:
        path = tmp_path / "subs" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(notebook(RIGHT) if place.endswith(".ipynb") else RIGHT)
    whole = found(tmp_path / "subs")
    assert [name for name, _file in whole] == sorted(layout.values())
    for place, owner in layout.items():
        steps = [tmp_path / "subs" / place, *(tmp_path / "subs" / place).parents]
        for step in steps[: steps.index(tmp_path / "subs")]:
            assert [name for name, _file in found(step)] == [owner], step
        monkeypatch.chdir((tmp_path / "subs" / place).parent)
        assert [name for name, _file in found((tmp_path / "subs" / place).relative_to(os.getcwd()))] == [owner]
    assert found(tmp_path / "subs", *[tmp_path / "subs" / place for place in layout]) == whole, "nobody twice"


def test_a_page_of_another_name_is_that_of_a_known_student(tmp_path, found):
    files(tmp_path, s8__work_py=RIGHT)
    for path in (tmp_path / "s8", tmp_path / "s8" / "work.py"):
        assert found(path, known={"s8", "s9"}) == [("s8", "work.py")]


def test_whose_it_is_can_be_said(tmp_path, found):
    files(tmp_path, v1__miniature_py=WRONG, v2__miniature_py=RIGHT)
    assert [name for name, _file in found(tmp_path, student="ada")] == ["ada"]
    assert found(tmp_path / "v1" / "miniature.py", student="ada") == [("ada", "miniature.py")]


ABOVE = {
    "folders of students": ["subs/s1/miniature.py", "subs/s2/miniature.py", "README.txt"],
    "two sections": ["a/s1/miniature.py", "a/s2/miniature.py", "b/s3/miniature.py", "b/s4/miniature.py"],
    "a class beside a late student": [*(f"subs/s{n}/miniature.py" for n in range(4)), "late/miniature.py"],
    "nbgrader's submitted": ["submitted/s1/miniature/miniature.ipynb"],
    "loose pages": ["subs/ada.py", "subs/ben.py"],
    "Canvas": ["download/adal_1_11_miniature.py", "download/benr_2_12_miniature.py"],
    "Moodle": [f"download/Ada {name}_1{name}_assignsubmission_file_/miniature.py" for name in "123"],
}


@pytest.mark.parametrize("places", ABOVE.values(), ids=ABOVE)
def test_a_folder_above_the_submissions_is_asked_about(tmp_path, collected, places):
    for place in places:
        (tmp_path / "classroom" / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "classroom" / place).write_text(RIGHT)
    with pytest.raises(AmbiguousFolder, match="seems to be above the folder with the submissions: .* pages of several students"):
        collected(tmp_path / "classroom")


def test_a_course_of_nbgrader_is_no_class(tmp_path, collected):
    files(tmp_path, submitted__ada__miniature__miniature_ipynb=notebook(RIGHT))
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()")
    with pytest.raises(AmbiguousFolder, match="autograder grade --course"):
        collected(tmp_path)


def test_the_instructors_own_page_beside_the_class_is_asked_about(tmp_path, collected):
    files(tmp_path, miniature_py=STUB, ada__miniature_py=RIGHT, ben__miniature_py=RIGHT)
    with pytest.raises(AmbiguousFolder, match="of one student or of a class.*ada, ben"):
        collected(tmp_path)


def test_older_tries_of_one_student_do_not_stop_the_class(tmp_path, found):
    files(tmp_path, ada__v1__miniature_py=WRONG, ada__v2__miniature_py=WRONG, ben__miniature_py=RIGHT)
    assert [name for name, _file in found(tmp_path)] == ["ada", "ben"]


# -- what learning platforms download ---------------------------------------------------------------------------------


def test_moodle_people_have_their_names_and_online_text_is_no_student(tmp_path, collected):
    files(tmp_path, **{
        "Bob Ross_12_assignsubmission_file___miniature_py": RIGHT,
        "Bob Ross_12_assignsubmission_onlinetext___onlinetext_html": "<p>here",
        "Bob Ross_13_assignsubmission_file___miniature_py": WRONG,
        "Ida Noll_14_assignsubmission_onlinetext___onlinetext_html": "<p>see attachment",
    })  # fmt: skip
    one = collected(tmp_path)
    assert [each.name for each in one.handed] == [f"Bob Ross_{n}_assignsubmission_file" for n in (12, 13)]
    assert one.without == {"Ida Noll_14_assignsubmission_file": "online text"}
    assert {owner.person for owner in one.owners.values()} == {"Bob Ross", "Ida Noll"}
    assert one.owners["Bob Ross_13_assignsubmission_file"].platform == "moodle:13"


def test_canvas_two_attachments_are_one_student_and_late_is_late(tmp_path, collected):
    for name, text in {
        "lovelaceada_LATE_123_456_miniature-2.py": RIGHT,
        "lovelaceada_LATE_123_457_notes.py": "x = 1",
        "rossbob_124_458_essay.pdf": "a print",
        "nollida_125_text.html": "<p>hello",
        "curiemarie_126_459_miniature.py": RIGHT,
    }.items():
        (tmp_path / name).write_text(text)
    one = collected(tmp_path)
    assert [(each.name, each.path.name) for each in one.handed] == [
        ("curiemarie_126", "curiemarie_126_459_miniature.py"),
        ("lovelaceada_123", "lovelaceada_LATE_123_456_miniature-2.py"),
    ]
    assert one.without == {"rossbob_124": "rossbob_124_458_essay.pdf", "nollida_125": "online text"}
    assert [name for name, owner in one.owners.items() if owner.late] == ["lovelaceada_123"]


def test_names_that_only_look_like_canvass_are_names(tmp_path, found):
    """Two files of one number, or one number of two people: Canvas does not do that."""
    files(tmp_path, a__team_1_2_py="", b__x_py="")
    for name in ("mini_2026_11_ada.py", "mini_2026_11_ben.py"):
        (tmp_path / "b" / name).write_text(RIGHT)
    assert [name for name, _file in found(tmp_path / "b")] == ["mini_2026_11_ada", "mini_2026_11_ben", "x"]


def test_a_page_in_both_forms_is_one_students(tmp_path, found):
    files(tmp_path, ada_py=RIGHT, ada_ipynb=notebook(STUB))
    assert found(tmp_path) == [("ada", "ada.py")]


# -- zips -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def scratch(tmp_path):
    return tmp_path / "scratch"


def zipped(folder, target):
    return shutil.move(shutil.make_archive(str(target.with_suffix("")) + "_", "zip", folder), target)


@pytest.mark.parametrize("inside", ["", "download/", "a/b/"])
def test_a_whole_download_is_unpacked(tmp_path, found, scratch, inside):
    """In it, a student's own zip."""
    own = files(tmp_path / "own", miniature__miniature_py=RIGHT)
    names = ["Ada Byron_11_assignsubmission_file_", "Bob Ross_12_assignsubmission_file_"]
    for name in names:
        (tmp_path / "down" / inside / name).mkdir(parents=True)
    (tmp_path / "down" / inside / names[0] / "miniature.py").write_text(RIGHT)
    zipped(own, tmp_path / "down" / inside / names[1] / "work.zip")
    target = zipped(tmp_path / "down", tmp_path / "moodle.zip")
    assert found(target, scratch=scratch) == [(name.rstrip("_"), "miniature.py") for name in names]


def test_one_students_zip_is_the_student(tmp_path, found, collected, scratch):
    for name, layout in {"ada": "miniature_py", "ben": "ben__miniature_py", "cleo": "mini__src__work_py"}.items():
        zipped(files(tmp_path / name, **{layout: RIGHT}), files(tmp_path / "subs") / f"{name}.zip")
    (tmp_path / "subs" / "dev").mkdir()
    shutil.copy(tmp_path / "subs" / "ada.zip", tmp_path / "subs" / "dev" / "miniature.zip")
    names = ["ada", "ben", "cleo", "dev"]
    assert [name for name, _file in found(tmp_path / "subs", scratch=scratch)] == names
    for number, name in enumerate(names):
        path = tmp_path / "subs" / ("dev/miniature.zip" if name == "dev" else f"{name}.zip")
        assert [each for each, _file in found(path, scratch=scratch / str(number))] == [name]


def test_a_zip_that_cannot_be_unpacked_is_told(tmp_path, collected, scratch):
    (tmp_path / "subs").mkdir()
    (tmp_path / "subs" / "ada.zip").write_bytes(b"PK\3\4 and nothing behind it")
    (tmp_path / "subs" / "ben.rar").write_bytes(b"Rar!")
    files(tmp_path / "subs", cleo__work_rar="")
    (tmp_path / "subs" / "cleo" / "work.rar").write_bytes(b"Rar!")
    one = collected(tmp_path / "subs", scratch=scratch)
    assert one.without["ada"] == "ada.zip: it is damaged, or not a zip"
    assert "work.rar, an archive that is not a zip: unpack it by hand" in one.without["cleo"]
    assert one.passed_over == ["ben.rar"]
    with pytest.raises(AmbiguousFolder, match="cannot be unpacked: it is damaged, or not a zip. Unpack it by hand"):
        collected(tmp_path / "subs" / "ada.zip", scratch=scratch / "2")


def test_a_zip_in_a_students_zip_stays_packed(tmp_path, collected, scratch):
    inner = zipped(files(tmp_path / "inner", miniature_py=RIGHT), files(tmp_path / "outer") / "inner.zip")
    assert inner
    zipped(tmp_path / "outer", files(tmp_path / "subs") / "ada.zip")
    said = collected(tmp_path / "subs", scratch=scratch).without["ada"]
    assert said == "ada.zip with inner.zip, a zip in a zip: unpack it by hand"


def test_a_page_that_could_be_that_of_two_known_students_is_asked_about(tmp_path, collected):
    """Earlier runs had two students called ada: a page that comes alone may be either's."""
    files(tmp_path, monday__ada_py=RIGHT, friday__ada_py=WRONG)
    with pytest.raises(AmbiguousFolder, match="two students called ada: ada and ada-2"):
        collected(tmp_path / "monday", known=("ada", "ada-2"))
    both = collected(tmp_path / "monday", tmp_path / "friday", known=("ada", "ada-2"))
    assert [one.name for one in both.handed] == ["ada", "ada-2"]


def test_a_platform_tells_two_students_of_one_name_apart(tmp_path, found):
    """Its own numbers are in the names, so that there is nothing to ask."""
    (tmp_path / "lovelaceada_123_456_miniature.py").write_text(RIGHT)
    assert found(tmp_path, known=("lovelaceada_123", "lovelaceada_123-2")) == [
        ("lovelaceada_123", "lovelaceada_123_456_miniature.py")
    ]


@pytest.mark.parametrize("late", [(1, 2), (1,), (2,), ()], ids=["both", "the first", "the second", "neither"])
def test_one_late_attachment_makes_a_student_late(tmp_path, collected, late):
    for number in (1, 2):
        mark = "_LATE" if number in late else ""
        (tmp_path / f"lovelaceada{mark}_123_45{number}_miniature-{number}.py").write_text(RIGHT)
    (owner,) = collected(tmp_path).owners.values()
    assert owner.late is bool(late)


def test_what_lies_beside_a_students_page_is_no_class(tmp_path, found):
    """Three other pages are asked about; other files, and copies of the page itself, are not."""
    names = ("miniature.py", "miniature (1).py", "miniature.ipynb", "notes.txt", "table.csv", "plot.png", "other.py")
    files(tmp_path, **{f"ada__{name}": RIGHT for name in names})
    assert [name for name, _file in found(tmp_path / "ada")] == ["ada"]


def test_of_very_many_pages_those_with_the_most_fitting_names_are_read(tmp_path, collected):
    names = [f"z{number:02}.py" for number in range(40)]
    files(tmp_path, ada__miniature_py=WRONG, **{f"ada__{name}": f"{RIGHT}# {name}\n" for name in names})
    os.utime(tmp_path / "ada" / "miniature.py", (1, 1))
    one = collected(tmp_path)
    assert [each.path.name for each in one.handed] == ["miniature.py"] and len(one.worked["ada"]) == 23
