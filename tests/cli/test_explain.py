"""``autograder explain`` and ``verify``: what a check did with a page, the call on the student's machine, and the receipt."""

import pytest

pytestmark = pytest.mark.usefixtures("warm_servers")


def test_inputs_result_expectation_rule_and_code(here, typed):
    code, out, _ = typed("explain ben double --course course --check 1")
    assert code == 0 and out.startswith("Ben Bo, double: 0 of 50 points.\n")
    assert "numbers   [1.0, 2.0]\n       gave      [3.0, 4.0]\n       expected  [2.0, 4.0]" in out
    assert "You added two." in out and "def test_each_number(double):" in out and "The code, miniature.py:" in out
    assert "      5      return numbers + 2" in out
    assert "autograder explain ben double --check 1 --save-call call.json --course course" in out


def test_a_hidden_check_shows_its_input_to_the_instructor(here, typed):
    out = typed("explain cleo double --course course --check test_hidden_numbers")[1]
    assert "(hidden, test_hidden_numbers)" in out and "numbers   [-5.640167141590659" in out and "expected  [-11.280334283181318" in out


def test_an_exception_marks_its_line(here, typed):
    page = here / "pages" / "Ben Bo_12_assignsubmission_file" / "miniature.py"
    page.write_text(page.read_text().replace("numbers + 2", "numbers + undefined_name"))
    typed("grade pages --course course")
    out = typed("explain ben double --course course --check 1")[1]
    assert ">   5      return numbers + undefined_name" in out and "gave      NameError: name 'undefined_name' is not defined" in out


def test_corrections_are_said(here, typed):
    typed("override ben double --points 30 --reason right_idea --by Grace --course course")
    out = typed("explain ben double --course course")[1]
    assert out.startswith("Ben Bo, double: 30 of 50 points.\nChanged: double: 30 points instead of 0 (Grace, ")


def test_the_call_runs_on_the_students_machine(here, typed, monkeypatch):
    code, out, _ = typed("explain cleo double --course course --check 3 --save-call call.json")
    assert code == 0 and "Saved: call.json. It shows an input of a hidden check." in out
    page = "pages/Cleo*"
    page = next(here.glob(f"{page}/miniature.py")).rename(here / "miniature.py")
    code, out, _ = typed(f"explain {page.name} --run-call call.json")
    assert code == 0 and "double(numbers), as test_hidden_numbers calls it, seed " in out and "gave      [11.280334283181318," in out


@pytest.mark.parametrize("content", ["", "{}", '{"format": 1, "arguments": "AAAA"}', "[" * 5000])
def test_a_file_that_holds_no_call_is_said(here, typed, content):
    (here / "miniature.py").write_text("")
    (here / "call.json").write_text(content)
    assert "is not a call that autograder explain has saved" in typed("explain miniature.py --run-call call.json")[2]


def test_a_page_for_the_instructor(here, typed):
    assert typed("explain ben double --course course --html why.html")[0] == 0
    page = (here / "why.html").read_text("utf-8")
    assert "For instructors only" in page and "<code>[3.0, 4.0]</code>" in page and "return numbers + 2" in page and "<script" not in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("ben duble", "There is no exercise 'duble' in this report. Did you mean double?"),
        ("zed double", "The course has no student 'zed'."),
        ("ben double --check 9", "double has no check '9'. It has: test_each_number, "),
        ("ben", "Name the exercise: autograder explain ben EXERCISE."),
        ("ben double --save-call x.json", "--save-call needs --check"),
        ("nowhere.py --run-call x.json", "There is no file nowhere.py."),
    ],
)
def test_what_is_wrong_is_said(here, typed, words, said):
    code, _, error = typed(f"explain {words} --course course")
    assert code in (1, 2) and said in error


def test_receipts_hold_and_a_changed_one_does_not(here, typed):
    folder = here / "course" / "reports" / "miniature"
    ada, ben = (next(folder.glob(f"{name}*.receipt")) for name in ("Ada", "Ben"))
    code, out, _ = typed(f"verify {ada} {ben} --course course")
    assert code == 0 and "the page gives the same mark again: 100 of 100." in out and "the same mark again: 50 of 100." in out
    assert typed(f"verify {ada} --key course/course.pub")[0] == 0
    ben.write_text(ben.read_text().replace('"score": 50.0', '"score": 60.0'))
    code, out, error = typed(f"verify {ada} {ben} --course course")
    assert code == 1 and "It was changed after the course signed it." in out and "1 of 2 receipts does not hold." in error
    assert typed(f"verify {ben} --key course/course.pub")[0] == 1
    assert "There is no file" in typed("verify x.receipt --course course")[2]
    assert "is not the public key" in typed(f"verify {ada} --key course/course.toml")[2]
