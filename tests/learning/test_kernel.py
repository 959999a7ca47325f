"""``check("…")`` in a student's own page: the judge's checks of what the page consists of now."""

import random
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import numpy as np
import pytest

from autograder import check
from autograder.content.assignment import AssignmentNotFound
from autograder.content.solution_markers import without_solutions
from autograder.core.languages import choice
from autograder.learning import kernel
from autograder.learning.kernel import check_page

SETTINGS = """
format = 1
name = "counting"
title = "Counting: a first program"
data = "digits"

[limits]
call = 10

[budgets.quick]
images = 600
epochs = 2
batch_size = 32
threshold = 0.9

[exercises.double]
points = 6
[exercises.halve]
points = 2
[exercises.pixels]
points = 1
"""
PAGE = '''import numpy as np

pictures = np.zeros((3, 2, 2))


def double(numbers):
    """Twice as much."""
    ### BEGIN SOLUTION
    return 2 * numbers
    ### END SOLUTION


def halve(number):
    """Half of it."""
    ### BEGIN SOLUTION
    return number / 2
    ### END SOLUTION


def pixels(images):
    """How many there are."""
    ### BEGIN SOLUTION
    return images.size
    ### END SOLUTION
'''
DOUBLE = '''"""double(numbers): twice as much"""

import numpy as np
import pytest

from autograder import expect


@pytest.mark.points(2)
@pytest.mark.public
def test_each_number(double):
    """each number becomes twice as large"""
    expect(double(np.array([1.0, 2.0]))).is_close_to([2.0, 4.0], hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument(double):
    """the argument is left alone"""
    expect(double(np.arange(20.0))).leaves_its_arguments_alone()


@pytest.mark.points(3)
def test_a_secret(double, rng):
    """nobody may see this sentence"""
    expect(double(rng.random(3))).maps({"a": 1}, "a secret")
'''
HALVE = '''"""halve(number): half of it"""

import pytest

from autograder import expect


@pytest.mark.points(1)
@pytest.mark.public
def test_half(halve):
    """three becomes one and a half"""
    expect(halve(3)).is_close_to(1.5)
'''
PIXELS = '''"""pixels(images): how many there are"""

import numpy as np
import pytest

from autograder import expect


@pytest.mark.points(1)
@pytest.mark.public
def test_all_of_them(pixels):
    """two pictures of 2x2 have eight pixels"""
    expect(pixels(np.zeros((2, 2, 2)))).is_close_to(8)
'''
CHECKS = {"test_double.py": DOUBLE, "test_halve.py": HALVE, "test_pixels.py": PIXELS}
LATER = "the others run when your work is graded"
DOUBLED = f"  1  double    passed the public checks (3 of 6 points); {LATER}"
HALVED = f"  2  halve    passed the public checks (1 of 2 points); {LATER}"
FUNCTIONS = """
def double(numbers):
    return 2 * numbers

def halve(number):
    return number / 2

def pixels(images):
    return images.size
"""


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """What a student has unpacked: the checks, and a page beside them."""
    monkeypatch.chdir(tmp_path)
    checks = {"assignment.toml": SETTINGS, "page.py": without_solutions(PAGE), **CHECKS}
    return write(tmp_path / "week 1", {f"checks/{name}": text for name, text in checks.items()})


@pytest.fixture
def page(folder, monkeypatch):
    """``page(source)``: runs a page as the main module, as Jupyter and Python do; gives its names."""

    def run(source: str, path: Path | None = None) -> dict:
        path = path or folder / "counting.py"
        path.write_text(source, "utf-8")
        main = ModuleType("__main__")
        main.__file__ = str(path)
        monkeypatch.setitem(sys.modules, "__main__", main)
        exec(compile(source, path, "exec"), main.__dict__)
        return main.__dict__

    return run


@pytest.fixture
def says(page, capsys):
    """``says(source, name, …)``: what ``check(name, …)`` prints in that page."""

    def printed(source: str, *names: str) -> str:
        page(source)
        capsys.readouterr()
        check(*names)
        return capsys.readouterr().out

    return printed


# -- right and wrong --------------------------------------------------------------------------------------------------


def test_a_right_function_gets_all_its_public_points(says):
    assert says(FUNCTIONS, "double") == f"{DOUBLED}\n"


def test_a_wrong_function_is_told_what_it_gave_and_what_was_expected(says):
    assert says("def double(numbers):\n    numbers += numbers + 1\n    return numbers", "double").splitlines() == [
        "  1  double    0 of 3 points of the public checks",
        "       ✗ each number becomes twice as large",
        "           double([1.0, 2.0]) gave 3.0 at [0]; expected 2.0 (2 of 2 numbers are off).",
        "       ✗ the argument is left alone",
        "           double(numbers) changed its argument numbers. Let the result be a new array.",
    ]


def test_what_is_right_beside_what_is_wrong_is_told_too(says):
    assert says("def double(numbers):\n    return numbers", "double").splitlines()[:2] == [
        "  1  double    1 of 3 points of the public checks",
        "       ✗ each number becomes twice as large",
    ]


def test_several_names_are_checked_in_the_order_of_the_page(says):
    lines = says(FUNCTIONS, "halve", "double").splitlines()
    assert lines == [DOUBLED, HALVED]


def test_without_a_name_all_functions_are_checked(says):
    lines = says(FUNCTIONS.replace("/ 2", "/ 3")).splitlines()
    assert [lines[0], lines[1]] == [DOUBLED, "  2  halve    0 of 1 points of the public checks"]
    assert lines[-1].startswith("  3  pixels    passed the public checks (1 of 1 points)")


def test_the_function_as_it_is_now_is_checked(says, page, capsys):
    """A cell that is run again replaces the function; nothing is remembered of the first one."""
    assert "0 of 1" in says("def halve(number):\n    return 0", "halve")
    assert HALVED in says("def halve(number):\n    return number / 2", "halve")


def test_helpers_and_names_of_the_page_are_at_hand(says):
    source = "SMALL = 2\n\ndef part(number):\n    return number / SMALL\n\nhalve = lambda number: part(number)"
    assert says(source, "halve") == f"{HALVED}\n"


def test_prints_of_the_function_are_told_and_do_not_get_in_between(says):
    out = says("def halve(number):\n    print('half of', number)\n    return 0", "halve")
    assert out.splitlines()[-2:] == ["           It printed:", "             half of 3"]


# -- hidden checks ----------------------------------------------------------------------------------------------------


def test_hidden_checks_are_run_where_they_are_at_hand(tmp_path, page, capsys):
    """In a clone of the whole kit the full assignment lies above the page, and a terminal's check finds it, too."""
    settings = re.sub(r"^(name|points) = .*\n", "", SETTINGS, flags=re.MULTILINE)  # which only a released one needs
    whole = {
        "assignment.toml": settings,
        "counting.py": PAGE,
        **{f"checks/{name}": text for name, text in CHECKS.items()},
    }
    clone = write(tmp_path / "clone" / "solutions" / "counting", whole).parent.parent
    page(FUNCTIONS, clone / "counting.py")
    check("double")
    assert capsys.readouterr().out.splitlines()[:2] == [
        "  1  double    3 of 6",
        "       ✓ each number becomes twice as large",
    ]
    check("pixels")
    assert capsys.readouterr().out == "  3  pixels    1 of 1\n"


def test_a_mistake_is_named_by_what_the_build_has_stored(folder, says):
    """No known mistake is there to be run; the released checks know their signatures."""
    import json

    evidence = {"test_half": ["failed", ["no array", "str", "'3'"]]}
    mistake = {"name": "gives_a_text", "feedback": "You gave the number as a text.", "checks": evidence}
    stored = {"seed": 17, "exercises": {"halve": {"key": "", "mistakes": [mistake]}}}
    (folder / "checks" / "signatures.json").write_text(json.dumps(stored))
    assert "You gave the number as a text." in says("def halve(number):\n    return str(number)", "halve")
    assert "gave the number" not in says("def halve(number):\n    return 7.0", "halve")


# -- not written, not there, not known --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body", ["raise NotImplementedError", "pass", "...", '"""Half of it."""\n    raise NotImplementedError']
)
def test_a_stub_is_not_started(says, body):
    assert says(f"def halve(number):\n    {body}", "halve") == "  2  halve    not started\n"


def test_a_function_whose_cell_has_not_run_is_told(says):
    lines = says("def double(numbers):\n    return 2 * numbers", "halve").splitlines()
    assert lines[0] == "  2  halve    0 of 1 points of the public checks"
    assert lines[-1].strip() == "halve is not defined in counting.py. Was its cell deleted or renamed?"


def test_an_unknown_name_is_answered_with_a_near_one(says):
    assert says(FUNCTIONS, "doubel") == "There is no exercise 'doubel' in counting. Did you mean double?\n"


def test_one_unknown_name_among_known_ones_is_said_before_anything_is_checked(says):
    assert says(FUNCTIONS, "double", "quadruple").startswith("There is no exercise 'quadruple' in counting.")


def test_a_page_none_of_whose_functions_was_run_is_told_to_run_them(says):
    """So it is after a restart of a notebook's kernel."""
    told = "No function has been run yet. Run the cell that defines double, then this one.\n"
    assert says("def something_else(number):\n    return number", "double") == told
    assert says("", "2").startswith("No function has been run yet. Run the cell that defines halve")
    assert says("").startswith("No function has been run yet. Run the cells that define your functions, then")


def test_a_page_without_checks_is_told_where_they_should_be(says, monkeypatch):
    monkeypatch.setattr("autograder.content.assignment_search.all_near", lambda near: [])
    monkeypatch.setattr("autograder.learning.kernel.check_page._at_hand", not_there)
    assert says(FUNCTIONS, "double") == (
        "There are no checks for this page. They are in a folder named checks beside the page: start Jupyter "
        "there.\n"
    )


def not_there(*_arguments: object) -> None:
    raise AssignmentNotFound


def test_an_exercise_without_public_checks_says_so(folder, says):
    """Silence would look like a broken page."""
    path = folder / "checks" / "test_halve.py"
    path.write_text(HALVE.replace("@pytest.mark.public\n", ""))
    out = says(FUNCTIONS, "halve")
    assert out == "There are no public checks for halve; it is checked when your work is graded.\n"


def test_something_else_by_the_name_of_a_function_is_told(says):
    out = says("halve = 3", "halve")
    assert "  2  halve    0 of 1" in out and "halve is not a function but 3" in out


def test_checks_are_those_of_this_page_and_not_of_an_earlier_one(folder, says):
    """Check files in two folders have the same names; pytest would not read the second one."""
    source = "def halve(number):\n    return number / 2"
    assert HALVED in says(source, "halve")
    (folder / "checks" / "test_halve.py").write_text(HALVE.replace("1.5", "'something else'"))
    assert "0 of 1" in says(source, "halve")


def test_a_function_that_leans_on_the_page_is_found_out_as_it_is_when_handed_in(says):
    told = "pictures is defined in another cell of the page. A function may use only its arguments"
    story = "import numpy as np\npictures = np.zeros((2, 2, 2))\n\n"
    assert told in says(story + "def pixels(images):\n    return pictures.size", "pixels").replace("\n           ", " ")
    assert told in says(story + "def pixels(images):\n    return sum(pictures.size for _ in [1])", "pixels").replace(
        "\n           ", " "
    )
    assert "(1 of 1 points)" in says(story + "def pixels(images):\n    return images.size", "pixels")


@pytest.mark.parametrize("asked", ["halve", "2", 2, "the function", "the function by another name"])
def test_an_exercise_is_meant_by_its_name_its_number_or_itself(page, capsys, asked):
    names = page(FUNCTIONS + "\nother = halve\n")
    one = {"the function": names["halve"], "the function by another name": names["other"]}.get(asked, asked)
    check(one)
    assert capsys.readouterr().out == f"{HALVED}\n"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("doubled", "There is no exercise 'doubled' in counting. Did you mean double?"),
        (4, "There is no exercise 4 in counting: they are numbered 1 to 3."),
        (0, "There is no exercise 0 in counting: they are numbered 1 to 3."),
        (-1, "There is no exercise '-1' in counting."),
        (2.5, "Name the exercise, for example check(\"double\"), or give its number: check(1)."),
        (None, "of type NoneType."),
        (["halve"], "of type list."),
        (np.zeros(3), "of type ndarray."),
    ],
    ids=["renamed", "four", "nought", "negative", "number", "None", "list", "its answer"],
)  # fmt: skip
def test_what_is_no_exercise_is_answered(page, capsys, asked, told):
    from autograder import hint

    names = page(FUNCTIONS + "\ndef doubled(numbers):\n    return numbers\n")
    for ask in (check, hint):
        ask(names.get(asked, asked) if isinstance(asked, str) else asked)
        assert told in capsys.readouterr().out


def test_a_hint_in_a_script_is_printed(page, folder, capsys):
    from autograder import hint

    settings = folder / "checks" / "assignment.toml"
    settings.write_text(settings.read_text() + 'hints = ["How many are in a row?"]\n')
    page(FUNCTIONS)
    hint("pixels")
    hint(2)
    assert capsys.readouterr().out == (
        "Hint 1 of 1: How many are in a row?\nThis was the last hint.\n"
        "There are no hints for halve. Its description says what the function takes and what it returns.\n"
    )


# -- exceptions -------------------------------------------------------------------------------------------------------


def test_an_exception_is_told_with_its_line(says, folder):
    """As elsewhere: the file's name without its folders, the line, and what stands there."""
    out = says("def halve(number):\n    parts = []\n    return parts[number]", "halve")
    assert out.splitlines()[2:] == [
        "           halve(3) raised IndexError: list index out of range",
        "               counting.py, line 3: return parts[number]",
        "           The last index is length - 1.",
    ]


def test_an_error_inside_a_check_leaves_the_page_running(says):
    for ending in ("raise SystemExit(1)", "raise KeyboardInterrupt", "import sys; sys.exit()", "return halve(number)"):
        out = says(f"def halve(number):\n    {ending}", "halve")
        assert out.startswith("  2  halve    0 of 1 points") and "halve(3) raised" in out


# -- the student's own process ----------------------------------------------------------------------------------------


def test_random_numbers_of_the_page_go_on_as_if_nothing_had_happened(says):
    random.seed(5)
    np.random.seed(5)
    expected = [random.random(), np.random.random()]
    random.seed(5)
    np.random.seed(5)
    says(
        "import random\n" + FUNCTIONS.replace("return number", "random.random()\n    return number"), "halve", "double"
    )
    assert [random.random(), np.random.random()] == expected


def test_names_of_the_page_are_left_alone(page):
    names = page(FUNCTIONS + "\npictures = [1]\n")
    before = dict(names)
    check()
    assert names == before


def test_the_real_thing(folder):
    """A script that ends in a check, run by Python as students run it."""
    source = f"from autograder import check\n{FUNCTIONS}\ncheck('double')\ncheck('halve')\n"
    (folder / "counting.py").write_text(source)
    done = subprocess.run([sys.executable, "counting.py"], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == f"{DOUBLED}\n{HALVED}\n"


def test_what_a_page_imports_beside_check_speaks_the_page_s_language_before_the_first_check(folder, monkeypatch):
    """A page loads its data first, and the kit may have to say that it draws the images itself."""
    (folder / "counting.py").write_text("# language: ko\n\nfrom autograder import check\nfrom autograder.core.languages import choice\nprint(choice.reading())\n")
    monkeypatch.delenv("AUTOGRADER_LANGUAGE", raising=False)
    done = subprocess.run([sys.executable, "counting.py"], cwd=folder, capture_output=True, text=True, check=True)
    assert done.stdout == "ko\n"


def test_a_translated_page_gets_its_letters_before_it_draws_whatever_language_its_reader_has_chosen(folder, monkeypatch):
    """A figure that was made before has its fonts already: its titles would be empty boxes."""
    called = []
    monkeypatch.setattr(kernel.figure_fonts, "use", lambda: called.append(1))
    (folder / "counting.py").write_text("# language: ko\n")
    (folder / "other.py").write_text("")
    kernel._speak({"__file__": str(folder / "counting.py")})
    assert choice.reading() == "en" and called == [1]
    kernel._speak({"__file__": str(folder / "other.py")})
    assert called == [1]


def test_a_page_ends_without_a_file_left_open():
    words = [sys.executable, "-X", "dev", "-c", "import autograder.learning.kernel.check_page"]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stderr == ""


def test_of_two_assignments_with_a_function_of_one_name_the_one_with_its_parameters_is_meant():
    def build(columns):
        return columns

    one = SimpleNamespace(functions=frozenset({"build"}), parameters={"build": []})
    other = SimpleNamespace(functions=frozenset({"build", "more"}), parameters={"build": ["columns"], "more": []})
    assert max([one, other], key=lambda each: check_page._fit(each, {"build": build})) is other
    assert max([one, other], key=lambda each: check_page._fit(each, {"build": lambda: 0})) is one
    assert max([one, other], key=lambda each: check_page._fit(each, {"build": len, "more": 3})) is other, "more of its functions"
    assert max([one, other], key=lambda each: check_page._fit(each, {})) is one, "nothing is there: the first"


# -- questions about one's own code -------------------------------------------------------------------------------------

ASKED = DOUBLE.replace("import expect\n", "import expect, telling_inputs\n").replace("\n@pytest.mark.points(2)", '''
@telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected))
def few(draw):
    return (np.array(draw.several(1, 4, lambda draw: draw.whole(0, 9))),)


@few.right
def slowly(numbers):
    return [2 * number for number in numbers.tolist()]


@pytest.mark.points(2)''', 1)
LOOP = """
def double(numbers):
    made = []
    for number in numbers:
        made.append(number + number)
    return np.array(made)
"""


def test_questions_are_asked_where_it_passes_and_answers_are_looked_at(folder, page, capsys):
    write(folder, {"checks/test_double.py": ASKED})
    page(f"import numpy as np\n{LOOP}")
    check("double")
    assert "Questions about" not in capsys.readouterr().out
    check("double", questions=True)
    said = capsys.readouterr().out
    assert "Questions about your function double. They give no points." in said and 'answers=["…", "…", "…"]' in said
    check("double", answers=[-1, "", "-1"])
    said = capsys.readouterr().out
    assert said.count("Not quite. Your code was run, and the answer is: ") == 2 and said.count("The answer is: ") == 1
    right = [line.partition("answer is: ")[2] for line in said.splitlines() if "answer is: " in line]
    check("double", answers=right)
    assert capsys.readouterr().out.count("     Right: ") == 3


def test_answers_are_about_one_function_and_what_has_no_questions_says_so(folder, page, capsys):
    page(FUNCTIONS)
    check(answers=["1"])
    assert capsys.readouterr().out.startswith("Name the one function that your answers are about: check(\"double\", answers=[…]).")
    check("halve", questions=True)
    assert "There are no questions about this code" in capsys.readouterr().out
