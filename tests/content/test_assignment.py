"""A folder becomes an ``Assignment``, in either of its two forms; what is wrong with a folder is said."""

from pathlib import Path

import miniature
import pytest
from plain_english import plain_parts

from autograder.content import assignment_folder, assignment_search
from autograder.content.assignment import (
    Assignment,
    AssignmentBroken,
    AssignmentLimits,
    AssignmentNotFound,
    SampleAnswer,
    suggest,
)
from autograder.core import keras_backend
from autograder.core.languages import what_it_says

SETTINGS = """
format = 1
title = "Counting: a first program"
data = "mnist"

[limits]
call = 3
memory = 1024

[budgets.quick]
images = 600
epochs = 2
batch_size = 32
threshold = 0.9
threshold_digits = 0.8

[budgets.full]
images = 6000
epochs = 3
batch_size = 32
threshold = 0.95

[exercises.halve]
minutes = 5
libraries = ["numpy"]
hints = ["What is a half?", "Divide."]

[exercises.double]
"""
PAGE = '''
import numpy as np

pictures = np.zeros(3)


def double(x):
    """Twice as much."""
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION


twice = double(pictures)


def halve(x):
    ### BEGIN SOLUTION
    return x / 2
    ### END SOLUTION
'''
MISTAKE = '"""You added\n    two."""\n\n\ndef double(x):\n    return x + 2\n'
FILES = {
    "assignment.toml": SETTINGS,
    "counting.py": PAGE,
    "checks/test_double.py": '"""double(x): twice as much.\n\nMore about it."""\n',
    "checks/test_halve.py": '"""Half of a number."""\n',
    "mistakes/double__adds_two.py": MISTAKE,
    "mistakes/notes.txt": "not a program",
    "alternatives/double__with_plus.py": '"""x + x"""\n\n\ndef double(x):\n    return x + x\n',
}


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


@pytest.fixture
def folder(tmp_path) -> Path:
    return write(tmp_path / "solutions" / "counting", FILES)


@pytest.fixture
def counting(folder) -> Assignment:
    return assignment_folder.load(folder)


@pytest.fixture
def released(tmp_path) -> Path:
    """The same assignment as a student has it."""
    checks = {"checks/assignment.toml": 'name = "counting"\n' + SETTINGS, "checks/page.py": PAGE, "counting.py": PAGE}
    return write(tmp_path / "downloads" / "week 3", checks)


# -- reading a folder -------------------------------------------------------------------------------------------------


def test_the_exercises_stand_in_the_order_of_the_page(counting):
    assert [exercise.name for exercise in counting.exercises] == ["double", "halve"]


def test_settings_become_fields(counting):
    assert (counting.name, counting.title, counting.dataset) == ("counting", "Counting: a first program", "mnist")
    halve = counting.exercise("halve")
    assert (halve.minutes, halve.libraries, halve.hints) == (5, ("numpy",), ("What is a half?", "Divide."))


def test_what_is_not_set_has_a_default(counting):
    assert (counting.limits.call, counting.limits.memory) == (3, 1024)
    assert counting.limits.training == AssignmentLimits().training
    double = counting.exercise("double")
    assert (double.minutes, double.libraries, double.hints) == (0, (), ())


def test_a_title_is_what_the_check_file_says_after_the_call(counting):
    assert [exercise.title for exercise in counting.exercises] == ["twice as much.", "Half of a number."]


def test_a_threshold_belongs_to_a_data_set(counting):
    assert counting.budget("quick").threshold == {"mnist": 0.9, "digits": 0.8}
    assert counting.budget("full").threshold == {"mnist": 0.95, "digits": 0.95}


def test_mistakes_are_programs_with_their_feedback_in_one_line(counting):
    (mistake,) = counting.mistakes
    assert (mistake.name, mistake.function, mistake.text) == ("adds_two", "double", "You added two.")


def test_alternatives_are_programs(counting):
    assert [(one.function, one.name, one.text) for one in counting.alternatives] == [("double", "with_plus", "x + x")]


def test_the_story_is_what_the_demonstration_makes(counting):
    assert counting.demo_names == {"pictures", "twice"}


def test_the_stub_holds_no_answer(counting):
    assert "2 * x" not in counting.stub and counting.stub.count("raise NotImplementedError") == 2


def test_the_reference_has_every_function(counting):
    assert all(counting.reference.find(name) for name in counting.functions)


def test_a_mistake_takes_the_place_of_one_function(counting):
    page = counting.with_program(counting.mistakes[0])
    assert page.find("double").label == "double__adds_two.py"
    assert page.find("halve").label == "counting.py"
    assert page.name == "double__adds_two"


def test_two_mistakes_are_two_submissions(counting):
    (mistake,) = counting.mistakes
    other = SampleAnswer("adds_two", "double", MISTAKE.replace("2", "3"), mistake.path)
    assert counting.with_program(mistake).sha256 != counting.with_program(other).sha256


def test_a_student_file_is_read_with_the_exercises_and_the_story(counting, tmp_path):
    (tmp_path / "alice.py").write_text("pictures = 1\n\ndef double(x):\n    return pictures\n")
    read = counting.read(tmp_path / "alice.py")
    assert read.name == "alice" and read.find("double").demo_names == {"pictures"}


def test_the_released_form_is_told_apart(released, counting):
    public = assignment_folder.load(released)
    assert (public.public, counting.public) == (True, False)
    assert public.name == "counting", "and not called after the folder it was unpacked in"
    assert public.mistakes == public.alternatives == ()


# -- finding one ------------------------------------------------------------------------------------------------------


def test_an_assignment_is_found_by_its_folder(folder):
    assert assignment_search.find(str(folder)).folder == folder


def test_an_assignment_is_found_by_name_above_a_student_file(folder, tmp_path):
    page = tmp_path / "students" / "alice.py"
    assert assignment_search.find("counting", near=page).folder == folder


def test_an_assignment_is_found_by_the_name_of_the_student_file(folder, tmp_path):
    assert assignment_search.find(near=tmp_path / "counting.py").folder == folder


def test_a_file_by_another_name_finds_the_checks_beside_it(released):
    assert assignment_search.find(near=released / "my_copy.py").folder == released


def test_full_checks_go_before_public_ones(folder, tmp_path):
    """Whoever has the solutions is checked with everything."""
    write(tmp_path / "assignments" / "counting", {"checks/assignment.toml": SETTINGS, "checks/page.py": PAGE})
    assert not assignment_search.find("counting", near=tmp_path / "alice.py").public


def test_a_page_in_a_notebook_prefers_the_student_form(folder, tmp_path):
    public = write(tmp_path / "assignments" / "counting", {"checks/assignment.toml": SETTINGS, "checks/page.py": PAGE})
    near = [found for found in assignment_search.all_near(tmp_path / "alice.py") if tmp_path in found.parents]
    assert near == [public, folder]


def test_a_misspelled_assignment_is_suggested(folder, tmp_path):
    with pytest.raises(AssignmentNotFound, match="no assignment 'countin' here. Did you mean counting?"):
        assignment_search.find("countin", near=tmp_path / "alice.py")


def test_a_folder_without_an_assignment_is_told(tmp_path):
    with pytest.raises(AssignmentNotFound, match="There is no assignment in"):
        assignment_folder.load(tmp_path)


def test_a_misspelled_exercise_is_suggested(counting):
    with pytest.raises(AssignmentNotFound, match="There is no exercise 'duoble' in counting. Did you mean double?"):
        counting.exercise("duoble")


def test_a_misspelled_budget_is_suggested_and_the_known_ones_are_told(counting):
    with pytest.raises(AssignmentNotFound, match="'quik'. Did you mean quick\\? Known: quick, full."):
        counting.budget("quik")


def test_nothing_near_is_no_suggestion():
    assert suggest("xyz", ["double", "halve"]) == ""


# -- what is wrong with a folder --------------------------------------------------------------------------------------

BROKEN = {
    "no page": ("counting.py", None, "counting: the page is missing: there is no counting.py in this folder."),
    "no format": ("assignment.toml", SETTINGS.replace("format = 1", ""), "format is missing in the settings. Write format = 1."),
    "an unknown budget": (
        "assignment.toml",
        SETTINGS.replace("[budgets.quick]", "[budgets.quik]"),
        "there is no key 'quik' in [budgets]. Did you mean quick? Known: quick, full.",
    ),
    "no TOML": ("assignment.toml", "title = ", "counting"),
    "another format": (
        "assignment.toml",
        SETTINGS.replace("format = 1", "format = 2"),
        "has format 2; this version reads 1",
    ),
    "no title": ("assignment.toml", SETTINGS.replace("title =", "home ="), "title is missing in the settings"),
    "a title that is a number": (
        "assignment.toml",
        SETTINGS.replace('"Counting: a first program"', "3"),
        "title in the settings must be a text; it is 3.",
    ),
    "an unknown key": (
        "assignment.toml",
        SETTINGS.replace("title =", "titel ="),
        "there is no key 'titel' in the settings. Did you mean title? Known: format, name, title",
    ),
    "an unknown limit": (
        "assignment.toml",
        SETTINGS.replace("memory = 1024", "memroy = 5"),
        "assignment.toml: there is no key 'memroy' in [limits]. Did you mean memory?",
    ),
    "a limit of nothing": ("assignment.toml", SETTINGS.replace("call = 3", "call = 0"), "call in [limits] must be a number above 0"),
    "a limit that is a truth": ("assignment.toml", SETTINGS.replace("= 1024", "= true"), "memory in [limits] must be a whole number"),
    "an unknown key of a budget": (
        "assignment.toml",
        SETTINGS.replace("images = 600\n", "imagse = 600\n"),
        "there is no key 'imagse' in [budgets.quick]. Did you mean images?",
    ),
    "a threshold of another data set": (
        "assignment.toml",
        SETTINGS.replace("threshold_digits", "threshold_garments"),
        "there is no key 'threshold_garments' in [budgets.quick]. Did you mean threshold_digits?",
    ),
    "a number for one data set only": (
        "assignment.toml",
        SETTINGS + "[budgets.full.thresholds.recall]\nmnist = 0.5\n",
        "digits is missing in [budgets.full.thresholds.recall]",
    ),
    "a reason for an unknown backend": (
        "assignment.toml",
        SETTINGS + '[budgets.full.unmeasured]\npytorch = "It takes two days."\n',
        "there is no key 'pytorch' in [budgets.full.unmeasured]. Did you mean torch?",
    ),
    "no reason": (
        "assignment.toml",
        SETTINGS + '[budgets.full.unmeasured]\ntorch = ""\n',
        "torch in [budgets.full.unmeasured] must be a sentence that says why",
    ),
    "a threshold without data": (
        "assignment.toml",
        SETTINGS.replace('data = "mnist"\n', "").replace("threshold_digits = 0.8\n", ""),
        "[budgets.quick] has a threshold, but there is no data to reach it with",
    ),
    "an unknown data set": (
        "assignment.toml",
        SETTINGS.replace('"mnist"', '"minst"'),
        "data: There is no data set 'minst'. Did you mean mnist? Known: mnist, ",
    ),
    "no data set by name": ("assignment.toml", SETTINGS.replace('"mnist"', '"none"'), "There is no data set 'none'."),
    "an unknown key of an exercise": (
        "assignment.toml",
        SETTINGS.replace("minutes", "minuets"),
        "there is no key 'minuets' in [exercises.halve]. Did you mean minutes?",
    ),
    "libraries that are a text": (
        "assignment.toml",
        SETTINGS.replace('["numpy"]', '"numpy"'),
        "libraries in [exercises.halve] must be a list of texts; it is 'numpy'.",
    ),
    "an exercise that is a number": (
        "assignment.toml",
        SETTINGS.replace("[exercises.double]", "[exercises]\ndouble = 3"),
        "exercises.double must be a table; it is 3.",
    ),
    "points that belong to the checks": (
        "assignment.toml",
        SETTINGS.replace("minutes =", "points = 30\nminutes ="),
        "points in [exercises.halve] does nothing here: the checks have the points. Delete it.",
    ),
    "a name that the folder has": (
        "assignment.toml",
        SETTINGS.replace("title =", 'name = "numbers"\ntitle ='),
        "name in the settings does nothing here: its folder has the name. Delete it.",
    ),
    "no exercise at all": (
        "assignment.toml",
        SETTINGS.partition("[exercises.")[0] + "[exercises]\n",
        "there is no exercise. Write a table for each function: [exercises.NAME]",
    ),
    "two functions of one name": (
        "counting.py",
        PAGE + "\n\ndef halve(x):\n    return x\n",
        "counting.py defines halve more than once, in line 17 and 23.",
    ),
    "a page with a null byte": ("counting.py", PAGE + "\0", "counting.py, line 21: there is a null byte. Delete it."),
    "an exercise without a function": ("counting.py", "def double(x): pass", "definition of halve"),
}


@pytest.mark.parametrize(("name", "text", "words"), BROKEN.values(), ids=BROKEN)
def test_what_is_wrong_with_a_folder_is_said(folder, name, text, words):
    (folder / name).unlink() if text is None else (folder / name).write_text(text)
    with pytest.raises(AssignmentBroken) as caught:
        assignment_folder.load(folder)
    assert words in str(caught.value) and plain_parts(what_it_says(caught.value)) == []


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("assignment.toml", SETTINGS.replace("[limits]", "limits = 3\n[other]"), "limits"),
        ("counting.py", PAGE + "\ndef halve(:\n", "counting.py, line 22"),
        ("counting.py", PAGE + "# é\n", "counting: counting.py, line 21: this is not UTF-8. Save the file as UTF-8."),
        ("checks/test_double.py", "def test_a(:\n", "test_double.py, line 1"),
        ("checks/test_double.py", "'é'\n", "test_double.py"),
    ],
    ids=["limits that are a number", "a page with a syntax error", "a page not in UTF-8", "checks with a syntax error", "checks not in UTF-8"],
)
def test_a_folder_that_cannot_be_read_is_told_without_a_traceback(folder, name, text, words):
    (folder / name).write_bytes(text.encode("latin-1"))
    with pytest.raises(AssignmentBroken, match=words):
        assignment_folder.load(folder)


def test_what_an_assignment_has_no_use_for_need_not_be_set(folder):
    """Neither data nor limits nor budgets: a page about texts trains nothing."""
    lines = ["format = 1", 'title = "Words"', "[exercises.halve]", "[exercises.double]"]
    (folder / "assignment.toml").write_text("\n".join(lines))
    found = assignment_folder.load(folder)
    assert (found.dataset, found.limits, found.budgets, found.requires) == ("", AssignmentLimits(), {}, ())


def test_a_number_of_a_budget_depends_on_the_data_set(folder):
    more = "[budgets.full.thresholds.recall]\nmnist = 0.5\ndigits = 0.25\n"
    (folder / "assignment.toml").write_text(SETTINGS + more)
    budget = assignment_folder.load(folder).budget("full")
    assert [budget.at_least("recall", name) for name in ("mnist", "digits")] == [0.5, 0.25]
    assert [budget.at_least("threshold", name) for name in ("mnist", "digits")] == [0.95, 0.95]
    with pytest.raises(LookupError, match=r"\[budgets.full\] has no number 'precision' for the data set 'digits'."):
        budget.at_least("precision", "digits")


def test_the_settings_that_the_papers_show_are_whole(tmp_path):
    """Nobody should have to find out field by field what is missing."""
    text = (Path(__file__).parents[2] / "CONTRIBUTING.md").read_text("utf-8")
    settings = text.partition("```toml\n")[2].partition("```")[0]
    folder = miniature.write(tmp_path, {"assignment.toml": settings, "checks/test_total.py": None})
    (folder / "miniature.py").write_text(miniature.PAGE.replace("def total", "def other"))
    found = assignment_folder.load(folder)
    assert (found.limits, found.budgets) == (AssignmentLimits(), {})
    assert [one.name for one in found.exercises] == ["double"]


@pytest.mark.parametrize(
    "source, works_with",
    [
        ("import keras\ndef f(): return keras.ops.ones(3)", "tensorflow jax torch"),
        ("def f():\n    from tensorflow import keras", "tensorflow"),
        ("import torch.nn as nn", "torch"),
        ('"""One."""\n# Only with: tensorflow, jax\nimport keras', "tensorflow jax"),
        ("# Only with: torch\nimport jax", ""),
    ],
)
def test_what_a_program_works_with(source, works_with):
    """A program that an audit cannot try with a backend is not a fault of the checks there."""
    program = SampleAnswer("one", "f", source, Path("f__one.py"))
    assert [name for name in keras_backend.TITLES if not program.needs_another(name)] == works_with.split()
