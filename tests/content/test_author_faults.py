"""What an author has mistyped is one sentence with file and line, and no checks of students run before it is right."""

from pathlib import Path

import miniature
import pytest
from plain_english import plain_parts

from autograder.authoring.audit import audit
from autograder.content import assignment_folder, author_faults
from autograder.content.assignment import AssignmentBroken, ChecksBroken
from autograder.judging.collection import Checks, points

DOUBLE = miniature.DOUBLE
WORDS = "checks/test_double.py"
FAULTS = {
    "an unknown mark": (
        {WORDS: DOUBLE.replace("@pytest.mark.public", "@pytest.mark.pulbic", 1)},
        "test_double.py, line 10: there is no mark 'pulbic'. Did you mean public?",
    ),
    "no points": (
        {WORDS: DOUBLE.replace("@pytest.mark.points(10)\n", "")},
        "test_double.py, line 18: test_the_argument has no points.",
    ),
    "points without a number": (
        {WORDS: DOUBLE.replace("points(10)", "points()")},
        "test_double.py, line 16: test_the_argument has points without a number.",
    ),
    "points that are a text": (
        {WORDS: DOUBLE.replace("points(10)", "points('ten')")},
        "test_double.py, line 16: test_the_argument has points without a number.",
    ),
    "points below zero": (
        {WORDS: DOUBLE.replace("points(10)", "points(-10)")},
        "test_double.py, line 16: test_the_argument has -10 points. Points are a number of 0 or more.",
    ),
    "two checks of one name": (
        {WORDS: DOUBLE.replace("test_hidden_numbers", "test_each_number")},
        "test_double.py, line 25: test_each_number is also in line 11, and Python keeps only the last one.",
    ),
    "a check that waits for none that there is": (
        {WORDS: DOUBLE.replace('after("test_each_number")', 'after("test_each_numbr")')},
        "test_double.py, line 18: test_the_argument waits for a check that is not in this file. Did you mean test_each_number?",
    ),
    "a check that waits for nothing": (
        {WORDS: DOUBLE.replace('after("test_each_number")', "after")},
        "test_double.py, line 18: test_the_argument waits for a check that is not in this file. Write its name",
    ),
    "a check that waits for itself": (
        {WORDS: DOUBLE.replace('after("test_each_number")', 'after("test_the_argument")')},
        "test_double.py, line 18: test_the_argument waits for itself. Name another check of this file, or delete the mark.",
    ),
    "a check that waits for a later one": (
        {WORDS: DOUBLE.replace('after("test_each_number")', 'after("test_hidden_numbers")')},
        "test_double.py, line 18: test_the_argument waits for test_hidden_numbers, which is below it in line 25. Write test_hidden_numbers first.",
    ),
    "checks in a class": (
        {WORDS: DOUBLE + '\n\nclass TestMore:\n    @pytest.mark.points(1)\n    def test_it(self, double):\n        """x"""\n'},
        "test_double.py, line 31: the checks in the class TestMore are methods.",
    ),
    "a check that nobody awaits": (
        {WORDS: DOUBLE.replace("def test_hidden_numbers", "async def test_hidden_numbers")},
        "test_double.py, line 25: test_hidden_numbers begins with async",
    ),
    "an unknown mark of the whole file": (
        {WORDS: DOUBLE.replace("from autograder import expect\n", "from autograder import expect\n\npytestmark = pytest.mark.trainig\n")},
        "test_double.py, line 8: there is no mark 'trainig'. Did you mean training?",
    ),
    "no docstring": (
        {WORDS: DOUBLE.replace('    """the argument is left alone"""\n', "")},
        "test_double.py, line 19: test_the_argument has no docstring.",
    ),
    "a hidden assert": (
        {WORDS: DOUBLE.replace("    expect(double(numbers)).is_close_to(2", "    assert numbers.size\n    expect(double(numbers)).is_close_to(2")},
        "test_double.py, line 28: a plain assert in test_hidden_numbers",
    ),
    "an assert in the words": (
        {"checks/words.py": "def even(number):\n    assert number % 2 == 0\n"},
        "words.py, line 2: a plain assert in even",
    ),
    "an argument too many": (
        {WORDS: DOUBLE.replace("double(np.arange(4.0))", "double(np.arange(4.0), 3)")},
        "test_double.py, line 21: this call does not fit double(numbers): too many positional arguments.",
    ),
    "an argument too few": (
        {WORDS: DOUBLE.replace("double(np.arange(4.0))", "double()")},
        "test_double.py, line 21: this call does not fit double(numbers): missing a required argument: 'numbers'.",
    ),
    "no check file": ({WORDS: None}, "double has no checks: checks/test_double.py is missing."),
    "a check file of no exercise": (
        {"checks/test_totl.py": miniature.TOTAL},
        "checks/test_totl.py does not belong to an exercise: totl is not in the settings. Did you mean total?",
    ),
    "a conftest": ({"checks/conftest.py": ""}, "checks/conftest.py is not given to students"),
    "a marker without its partner": (
        {"miniature.py": miniature.PAGE.replace("    ### END SOLUTION\n", "", 1)},
        "miniature.py, line 43: a second ### BEGIN SOLUTION before ### END SOLUTION.",
    ),
    "no markers at all": (
        {"miniature.py": miniature.PAGE.replace("    ### BEGIN SOLUTION\n", "", 1).replace("    ### END SOLUTION\n", "", 1)},
        "miniature.py, line 15: double has no solution markers",
    ),
    "parameters that no check can pass": (
        {"miniature.py": miniature.PAGE.replace("def double(numbers):", "def double(*numbers, times=2):")},
        "miniature.py, line 15: double(*numbers, times=2) has parameters that a check cannot pass.",
    ),
    "a check of the page for an exercise that there is not": (
        {"miniature.py": miniature.PAGE.replace('check("double")', 'check("duoble")')},
        "miniature.py, line 29: there is no exercise 'duoble'. Did you mean double?",
    ),
    "a mistake that cannot be read": (
        {"mistakes/double__adds_two.py": '"""You added two."""\n\n\ndef double(numbers:\n    return 1\n'},
        "mistakes/double__adds_two.py, line 4: ",
    ),
    "a mistake in another function": (
        {"mistakes/double__adds_two.py": '"""You added two."""\n\n\ndef duoble(numbers):\n    return 1\n'},
        "mistakes/double__adds_two.py does not define double.",
    ),
    "a program without two names": (
        {"alternatives/double_plus.py": '"""x"""\n'},
        "alternatives/double_plus.py is not named after an exercise.",
    ),
}


@pytest.mark.parametrize(("files", "words"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_a_sentence_with_its_place(tmp_path, files, words):
    assignment = assignment_folder.load(miniature.write(tmp_path, files))
    found = author_faults.faults(assignment)
    assert len(found) == 1 and found[0].startswith(words), found
    assert audit(assignment, None) == found, "the audit says it and runs nothing"
    assert plain_parts(found[0]) == [], "a translator gets all of it"


@pytest.mark.parametrize("test", ["double(3)", "not double(3)", "double(3) == 6", "6 == double(3)", "isinstance(3, int) and double(3)"])
def test_an_assert_on_an_answer_itself_is_a_fault(tmp_path, test):
    """It passes whatever the function gave, or fails whatever it gave."""
    text = DOUBLE.replace("    expect(double(np.arange(4.0)))", f"    assert {test}\n    expect(double(np.arange(4.0)))")
    (found,) = author_faults.faults(assignment_folder.load(miniature.write(tmp_path, {WORDS: text})))
    assert found == "test_double.py, line 21: an answer itself is always true, and equal to nothing. Look at its value: double(…).value"
    right = text.replace("double(3)", "double(3).value")
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path / "right", {WORDS: right}))) == []


@pytest.mark.parametrize("name", [WORDS, "mistakes/double__adds_two.py", "README.md"])
def test_a_file_that_is_not_text_is_named_with_its_line(tmp_path, name):
    folder = miniature.write(tmp_path)
    (folder / name).write_bytes(b"# one\n# caf\xe9\n" + (folder / name).read_bytes())
    assert author_faults.faults(assignment_folder.load(folder)) == [f"{name}, line 2: this is not UTF-8. Save the file as UTF-8."]


def test_a_right_assignment_has_none(tmp_path):
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path))) == []
    mnist = Path(__file__).parents[2] / "solutions" / "mnist"
    assert author_faults.faults(assignment_folder.load(mnist)) == []


@pytest.mark.parametrize("points", ["5 * 2", "POINTS", "10.0"])
def test_points_may_be_worked_out(tmp_path, points):
    files = {WORDS: DOUBLE.replace("points(10)", f"points({points})")}
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path, files))) == []


def test_marks_of_the_whole_file_count_as_those_of_each_check(tmp_path):
    marked = DOUBLE.replace("from autograder import expect\n", "from autograder import expect\n\npytestmark = [pytest.mark.points(10), pytest.mark.public]\n")
    text = marked.replace("@pytest.mark.points(20)\n", "").replace("    expect(double(numbers))", "    assert numbers.size\n    expect(double(numbers))")
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path, {WORDS: text}))) == []


def test_checks_that_cannot_be_collected_say_the_same(tmp_path):
    assignment = assignment_folder.load(miniature.write(tmp_path, FAULTS["an unknown mark"][0]))
    with pytest.raises(ChecksBroken, match="test_double.py, line 10: there is no mark 'pulbic'"):
        Checks(assignment, assignment.exercises)


def test_a_page_with_half_an_answer_has_no_stub(tmp_path):
    assignment = assignment_folder.load(miniature.write(tmp_path, FAULTS["a marker without its partner"][0]))
    with pytest.raises(AssignmentBroken, match="miniature.py, line 43"):
        _ = assignment.stub
    assert points(assignment)


def test_where_a_check_is_written(tmp_path):
    places = author_faults.check_lines(assignment_folder.load(miniature.write(tmp_path)))
    assert places["double", "test_each_number"] == "test_double.py, line 11"


@pytest.mark.parametrize("line", ["from operator import neg as double", "from words import double", "double = abs", "class double: pass"])
def test_a_mistake_may_define_its_function_in_any_way(tmp_path, line):
    assignment = assignment_folder.load(miniature.write(tmp_path, {"mistakes/double__adds_two.py": f'"""You added two."""\n{line}\n'}))
    assert author_faults.faults(assignment) == []


def test_a_mistake_that_only_takes_its_function_from_elsewhere_does_not_define_it(tmp_path):
    text = '"""You added two."""\nfrom words import double as twice\n'
    assignment = assignment_folder.load(miniature.write(tmp_path, {"mistakes/double__adds_two.py": text}))
    assert author_faults.faults(assignment) == ["mistakes/double__adds_two.py does not define double."]


@pytest.mark.parametrize("call", ["double(*(np.arange(4.0), 3)[:1])", "double(**{'numbers': np.arange(4.0)})"])
def test_a_call_whose_arguments_cannot_be_counted_is_not_a_fault(tmp_path, call):
    files = {WORDS: DOUBLE.replace("double(np.arange(4.0))", call)}
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path, files))) == []


def test_a_parameter_with_a_default_may_be_left_out_of_a_call(tmp_path):
    files = {"miniature.py": miniature.PAGE.replace("def double(numbers):", "def double(numbers, times=2):")}
    assert author_faults.faults(assignment_folder.load(miniature.write(tmp_path, files))) == []
