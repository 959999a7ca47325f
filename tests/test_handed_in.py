"""Which files of a class are submissions, and whose: nobody vanishes in silence."""

import os

import miniature
from miniature import files

from autograder.handed_in import collect

RIGHT, WRONG = miniature.page(), miniature.page(double="return numbers + 2")


def found(*paths):
    return [(one.name, one.path.name) for one in collect(list(paths), "miniature").handed]


def test_a_file_is_a_submission(tmp_path):
    files(tmp_path, ada_py=RIGHT)
    assert found(tmp_path / "ada.py") == [("ada", "ada.py")]


def test_a_folder_of_files(tmp_path):
    files(tmp_path, ben_py=RIGHT, ada_ipynb="{}")
    (tmp_path / "notes.txt").write_text("not a page")
    (tmp_path / ".hidden.py").write_text(RIGHT)
    assert found(tmp_path) == [("ada", "ada.ipynb"), ("ben", "ben.py")]


def test_a_folder_for_each_student_as_nbgrader_makes_them(tmp_path):
    files(tmp_path, ada__miniature__miniature_ipynb="{}", ben__miniature__miniature_ipynb="{}")
    assert found(tmp_path) == [("ada", "miniature.ipynb"), ("ben", "miniature.ipynb")]


def test_of_several_pages_the_one_named_after_the_assignment_counts(tmp_path):
    files(tmp_path, ada__scratch_py=RIGHT, ada__miniature_py=RIGHT, ada__my_miniature_2_py=RIGHT)
    assert found(tmp_path) == [("ada", "miniature.py")]


def test_a_notebook_comes_before_a_script(tmp_path):
    files(tmp_path, ada__miniature_py=RIGHT, ada__miniature_ipynb="{}")
    assert found(tmp_path) == [("ada", "miniature.ipynb")]


def test_what_tools_leave_behind_is_no_submission(tmp_path):
    for name in ("__pycache__", ".ipynb_checkpoints", "checks"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "miniature.py").write_text(RIGHT)
    assert found(tmp_path) == []


def test_who_has_no_page_is_told_with_what_there_is_instead(tmp_path):
    files(tmp_path, ada_py=RIGHT, pdfonly__x__mnist_pdf="a print", notes_txt="not a page")
    (tmp_path / "emptyone").mkdir()
    (tmp_path / "__pycache__").mkdir()
    for number in range(5):
        files(tmp_path, **{f"many__{number}_txt": "a text"})
    assert found(tmp_path) == [("ada", "ada.py")]
    assert collect([tmp_path], "miniature").without == {
        "emptyone": "empty folder",
        "many": "0_txt, 1_txt, 2_txt, and 2 more",
        "pdfonly": "mnist_pdf",
    }


def test_a_link_that_leads_elsewhere_is_no_page(tmp_path):
    """Neither a page, nor a student's folder, nor what is in it: it could name the answers."""
    answers = files(tmp_path / "solutions", miniature_py=RIGHT) / "miniature.py"
    pages = files(tmp_path / "pages", ada_py=RIGHT, gil__notes_txt="")
    (pages / "ben.py").symlink_to(answers)
    (pages / "cleo").symlink_to(answers.parent)
    (pages / "gil" / "miniature.py").symlink_to(answers)
    (pages / "hal.py").symlink_to("ada.py")
    (tmp_path / "linked").symlink_to(pages)
    for folder in (pages, tmp_path / "linked"):  # what a person has named may be a link
        one = collect([folder], "miniature")
        assert [each.name for each in one.handed] == ["ada", "hal"]
        assert one.without == {
            "ben.py": "a link that leads elsewhere",
            "cleo": "a link that leads elsewhere",
            "gil": "miniature.py, a link that leads elsewhere, notes_txt",
        }


def test_a_name_that_comes_twice_is_kept_apart(tmp_path):
    files(tmp_path, a__ada_py=RIGHT, b__ada_py=WRONG)
    assert found(tmp_path / "a", tmp_path / "b") == [("ada", "ada.py"), ("ada-2", "ada.py")]
    assert collect([tmp_path / "a", tmp_path / "b"], "miniature").twice == {"ada-2": "ada"}


def test_pages_beside_the_one_that_counts_are_told(tmp_path):
    files(
        tmp_path,
        ada__miniature_py=RIGHT,
        ada__old__miniature_py=RIGHT,
        ben__a_py=RIGHT,
        ben__b_py=RIGHT,
        dev__c_py=RIGHT,
    )
    os.utime(tmp_path / "ada" / "old" / "miniature.py", (1, 1))  # where the name does not tell, the newest counts
    os.utime(tmp_path / "ben" / "b.py", (1, 1))
    for number in range(5):
        files(tmp_path, **{f"eve__try{number}_py": RIGHT, "eve__miniature_ipynb": "{}"})
        os.utime(tmp_path / "eve" / f"try{number}.py", (9 - number, 9 - number))
    assert found(tmp_path)[:2] == [("ada", "miniature.py"), ("ben", "a.py")]
    assert collect([tmp_path], "miniature").beside == {
        "ada": "old/miniature.py",
        "ben": "b.py",
        "eve": "try0.py, try1.py, try2.py, and 2 more",
    }
