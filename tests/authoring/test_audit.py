"""Is every exercise honest? The audit is quiet for an honest assignment, and names whatever is not."""

import miniature
import pytest
from plain_english import plain_parts

from autograder.authoring import audit as judging
from autograder.authoring import fingerprints
from autograder.authoring.audit import audit
from autograder.content import assignment_folder, mistake_fingerprints

pytestmark = pytest.mark.usefixtures("warm_servers")


@pytest.fixture
def faults(tmp_path, starters):
    """``faults(files)``: what the audit of the assignment in miniature says, with further or other files. A translator gets all of it."""

    def called(files=None):
        found = audit(assignment_folder.load(miniature.write(tmp_path, files)), starters)
        plain = [part for one in found for part in plain_parts(one)]
        assert plain in ([], ["There is no word", "Did you mean"])  # what ``expect`` raises
        return found

    return called


def test_an_honest_assignment_is_quiet(faults):
    """Here alone in several processes, as people have it."""
    assert faults() == []


SHOWN = """### END SOLUTION

# %% double_demo
largest = double(numbers).max()
print(largest)

# %% double_check"""
PAGE = miniature.PAGE.replace("### END SOLUTION\n\n# %% double_check", SHOWN)  # its cells use the function
EXAMPLE = """An array of the same shape.

    Example:
        >>> double(np.array([4.0]))[0]
        8.0
"""
HEAD = '"""{}"""\n\n\ndef double(numbers):\n    {}\n'
FAULTS = {
    "a mistake that loses nothing": (
        {"mistakes/double__is_none.py": HEAD.format("Nothing is wrong.", "return 2 * numbers")},
        "double: the mistake is_none loses nothing.",
    ),
    "two mistakes that cannot be told apart": (
        {"mistakes/double__adds_one_twice.py": HEAD.format("You added 1 twice.", "return numbers + 1 + 1")},
        "double: test_each_number fails the mistake adds_one_twice and cannot name it: adds_two leaves the same evidence. Give the check an input on which they differ.",
    ),
    "an alternative that stops the page": (
        {
            "miniature.py": PAGE,
            "alternatives/double__list.py": HEAD.format(
                "A list.", "return [2 * number for number in numbers.tolist()]"
            ),
        },
        "double: the alternative list does not work on the page: AttributeError: 'list' object has no attribute 'max' "
        "(largest = double(numbers).max())",
    ),
    "an alternative that is another thing in the description": (
        {
            "miniature.py": miniature.PAGE.replace("An array of the same shape.\n", EXAMPLE),
            "alternatives/double__row.py": HEAD.format("A row.", "return [[2 * number for number in numbers]]"),
        },
        "double: the alternative row does not work on the page: the examples gave [[8.0]]; expected [8.0]",
    ),
    "a name that would be false": (
        {"mistakes/double__adds_one_twice.py": HEAD.format("You added 1 twice.", "return numbers + 1 + 1")},
        "double: if adds_one_twice were not known, it would have a false name: adds_two.",
    ),
    "a lesson that nobody has written": (
        {
            "mistakes/double__adds_two.py": '"""You added two."""\n\n# Also true: adds\n\n\ndef double(numbers):\n    return numbers + 2\n'
        },
        "double: adds_two names adds, which is not a mistake of this exercise.",
    ),
    "an alternative that loses points": (
        {"alternatives/double__power.py": HEAD.format("A power.", "return numbers ** 2")},
        "double: the alternative power fails test_each_number (failed)",
    ),
    "a reference that loses points": (
        {"miniature.py": miniature.PAGE.replace("return 2 * numbers", "return 3 * numbers")},
        "double: the reference fails test_each_number (failed)",
    ),
    "a check that no mistake fails": (
        {"mistakes/double__changes_its_argument.py": None},
        "double: no mistake fails test_the_argument",
    ),
    "points that are not a hundred": (
        {"checks/test_total.py": miniature.TOTAL.replace("points(30)", "points(31)")},
        "The checks add up to 101 points; expected 100.",
    ),
    "no mistakes": (
        {"mistakes/total__takes_the_last.py": None, "mistakes/total__starts_from_one.py": None},
        "total has no mistakes.",
    ),
    "no alternatives": ({"alternatives/total__loop.py": None}, "total has no alternatives."),
    "no hints": (
        {"assignment.toml": miniature.SETTINGS.replace('hints = ["Start from nothing."]', "")},
        "total has no hints",
    ),
    "a program of no exercise": (
        {"mistakes/halve__adds_two.py": '"""You added."""\n\n\ndef halve(numbers):\n    return numbers + 2\n'},
        "halve__adds_two.py does not belong to an exercise.",
    ),
}


@pytest.mark.usefixtures("one_process")
@pytest.mark.parametrize(("files", "words"), FAULTS.values(), ids=FAULTS)
@pytest.mark.usefixtures("one_process")
def test_what_is_not_honest_is_named(faults, files, words):
    found = faults(files)
    assert any(fault.startswith(words) for fault in found), found


@pytest.mark.usefixtures("one_process")
def test_a_reference_that_fails_is_said_once(faults):
    """Each mistake and each alternative would say the same of the broken check."""
    found = faults({"checks/test_double.py": miniature.DOUBLE.replace("is_close_to(2 * numbers", "is_clos_to(2 * numbers")})
    (said,) = found
    assert said.startswith("double: the reference fails test_hidden_numbers (broken): ") and said.endswith("Did you mean is_close_to? (test_double.py, line 25)")


@pytest.mark.usefixtures("one_process")
def test_a_mistake_without_a_lesson_is_said_once(faults):
    """Each check that it fails said, too, that it takes the mistake for None."""
    found = faults({"mistakes/double__adds_two.py": "def double(numbers):\n    return numbers + 2\n"})
    assert found == ["double__adds_two.py has no docstring."]


@pytest.mark.usefixtures("one_process")
def test_a_word_that_gets_a_wrong_argument_is_not_said_to_be_the_fault_of_the_answer_alone(faults):
    """A word takes what it cannot read for a wrong answer; the reference is not one."""
    found = faults({"checks/test_double.py": miniature.DOUBLE.replace("is_close_to([2.0, 4.0]", 'is_close_to("two"')})
    assert any(fault.endswith("The word raised ValueError: is what the check gives it of the right type and shape?") for fault in found), found


@pytest.mark.usefixtures("one_process")
def test_alternatives_that_work_on_the_page_are_quiet(faults):
    page = PAGE.replace("An array of the same shape.\n", EXAMPLE)
    assert faults({"miniature.py": page}) == []


@pytest.mark.usefixtures("one_process")
def test_one_exercise_alone(tmp_path, starters):
    folder = miniature.write(tmp_path, {"mistakes/double__is_none.py": HEAD.format("x", "return 2 * numbers")})
    assignment = assignment_folder.load(folder)
    assert audit(assignment, starters, ("total",)) == []
    assert audit(assignment, starters, ("double",)) != []


@pytest.mark.usefixtures("one_process")
def test_a_sample_takes_the_other_mistakes_from_the_build(tmp_path, starters, monkeypatch):
    """A check may be failed by a mistake that the sample leaves out; what is judged is named as students get it named."""
    assignment = assignment_folder.load(miniature.write(tmp_path))
    store = fingerprints.signatures(assignment, lambda text: None)
    (assignment.folder / "mistakes" / mistake_fingerprints.STORE).write_text(fingerprints.as_json(store))
    tried = []
    judge = judging.judge_programs
    monkeypatch.setattr(judging, "judge_programs", lambda *given: tried.append(given[1]) or judge(*given))
    assert audit(assignment, starters, sample=1) == []
    assert [len(programs) for programs in tried[0].values()] == [2, 2]  # of both exercises a mistake and an alternative


@pytest.mark.usefixtures("one_process")
def test_a_sample_works_out_what_the_build_has_not_found(tmp_path, starters):
    more = '\n\n@pytest.mark.points(1)\ndef test_more(total):\n    """more"""\n'
    files = {"checks/test_total.py": miniature.TOTAL + more}
    found = audit(assignment_folder.load(miniature.write(tmp_path, files)), starters, ("total",), sample=1)
    assert "total: no mistake fails test_more." in found


@pytest.mark.usefixtures("one_process")
def test_a_folder_that_was_not_built_is_told(tmp_path, starters):
    assignment = assignment_folder.load(miniature.write(tmp_path))
    assert "Run autograder build" in " ".join(audit(assignment, starters, target=tmp_path / "nowhere"))
