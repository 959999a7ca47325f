"""A draft of an assignment from right answers: what is proposed, what is refused, and that it passes the audit once its marks are gone."""

import ast
import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from plain_english import plain_parts

from autograder.authoring import draft_files, draft_inputs, draft_runs
from autograder.authoring.draft import NothingToDraft, draft
from autograder.authoring.draft_mutants import mutants
from autograder.authoring.draft_page import DraftPage
from autograder.authoring.draft_rewrites import FORMS, rewrites
from autograder.authoring.draft_typical import typical

MODULE = '''"""Small functions."""

import math

LIMIT = 90


def _half(number):
    return number / 2


def grade(points: int) -> str:
    """Give the grade for points: A from 90, else B."""
    # the limit belongs to A
    if points >= LIMIT:
        return "A"
    return "B"


def total(prices):
    """Add up prices, each reduced by half.

    Example:
        >>> total([1.0, 2.0, 4.0])
        3.5
    """
    added = 0
    for price in prices:
        added += _half(price)
    return added


def no_types(thing):
    """Does something."""
    return thing


def shuffled(items: list[int]) -> list[int]:
    """Shuffles a list."""
    import random

    return random.sample(items, len(items))


def shown(text: str) -> None:
    """Shows a text."""
    print(text)


if __name__ == "__main__":
    print(math.pi, grade(3))
'''


def function(source: str) -> ast.FunctionDef:
    node = ast.parse(source).body[-1]
    assert isinstance(node, ast.FunctionDef)
    return node


def without_marks(files: dict[str, str]) -> dict[str, str]:
    return {
        path: "\n".join(line for line in text.splitlines() if not line.startswith(draft_files.MARK)) + "\n"
        for path, text in files.items()
    }


@pytest.fixture(scope="module")
def made():
    return draft(MODULE, "small")


# -- the page ---------------------------------------------------------------------------------------------------------


def test_a_module_becomes_a_page_with_the_answers_between_markers(made):
    page = made.files["small.py"]
    assert page.index("# # Small\n# Small functions.") < page.index("import math") < page.index("def _half") < page.index("def grade")
    assert "__main__" not in page
    begin, end = page.index("### BEGIN SOLUTION"), page.index("### END SOLUTION")
    assert page.index('else B."""') < begin < page.index("# the limit belongs to A") < end < page.index('check("grade")')


def test_a_constant_moves_into_the_functions_that_use_it(made):
    body = made.files["small.py"].split("def grade")[1].split("# %%")[0]
    assert body.index("BEGIN SOLUTION") < body.index("LIMIT = 90") < body.index("points >= LIMIT")
    assert "LIMIT = 90" not in made.files["small.py"].split("def grade")[0]


@pytest.mark.parametrize(
    "source",
    [
        "RATE = 0.2\n\n\ndef tax(price: float, rate: float = RATE) -> float:\n    \"\"\"With tax.\"\"\"\n    return price * (1 + rate) + RATE\n",
        "BASE = 2\nRATE = BASE / 10\n\n\ndef tax(price: float, rate=RATE):\n    \"\"\"With tax.\"\"\"\n    return price * rate * BASE\n",
        "BASE = 2\n\n\nclass Price:\n    low = BASE\n\n\ndef tax(price: float):\n    \"\"\"With tax.\"\"\"\n    return price * Price.low * BASE\n",
        "BASE = 2\nOTHERS = [BASE]\n\n\ndef tax(price: float):\n    \"\"\"With tax.\"\"\"\n    return price * BASE\n",
    ],
    ids=["a default", "a default that is calculated", "a class", "another constant"],
)
def test_a_constant_that_is_read_before_any_call_stays_at_the_top(source):
    page = DraftPage.read(source, "prices")
    names: dict = {}
    exec(page.code, names)
    assert names["tax"](10.0) and "BEGIN SOLUTION" in page.text


def test_a_default_is_the_value_itself(made):
    """A page's functions may use their arguments only, and a name at the top of the page is no argument."""
    source = 'RATE, MARK = 0.2, "é"\nOFF = -1\n\n\ndef tax(price: float, mark="é", off=OFF, rate=RATE):\n    """With tax."""\n    return price * off\n'
    page = DraftPage.read(source.replace("RATE, MARK = 0.2, \"é\"", "RATE = 0.2"), "prices").text
    assert 'def tax(price: float, mark="é", off=-1, rate=0.2):' in page


def test_two_changes_that_differ_in_the_last_digit_only_are_one():
    """10 * (1 + 1.2) and 10 * (2 + 0.2): the audit could not tell them apart, and nothing was left to do for the author."""
    source = 'def tax(price: float, rate: float = 0.2) -> float:\n    """With tax.\n\n    Example:\n        >>> tax(10.0)\n        12.0\n    """\n    return price * (1 + rate)\n'
    (one,) = draft(source, "prices").exercises
    inputs = [given for check in one.checks for given in check.inputs]
    found = [draft_runs.results(change.source, "tax", {}, inputs) for change in one.mistakes]
    assert len(found) > 5 and not any(all(map(draft_runs.are_same, *pair)) for pair in itertools.combinations(found, 2))


def test_what_no_check_can_call_is_not_drafted():
    source = MODULE + '\n\ndef many(*numbers: int) -> int:\n    """Add.\n\n    Example:\n        >>> many(1, 2)\n        3\n    """\n    return sum(numbers)\n'
    found = draft(source, "words")
    assert "many" not in [one.name for one in found.exercises]
    assert "many(*numbers: int) has parameters that a check cannot pass. Use plain ones, with or without a default." in found.remarks
    assert len(found.remarks) > 3 and [plain_parts(one) for one in found.remarks] == [[]] * len(found.remarks), "a translator gets all of it"


def test_constants_that_need_one_another_come_in_order():
    page = DraftPage.read('A = 2\nB = A + 1\n\n\ndef f(x):\n    """Adds.\n\n    >>> f(1)\n    4\n    """\n    return x + B\n', "f")
    assert page.text.index("    A = 2") < page.text.index("    B = A + 1") < page.text.index("    return x + B")


def test_what_must_be_first_stays_first():
    source = 'from __future__ import annotations\n\n\ndef f(x: int) -> Later:\n    """Adds."""\n    return x + 1\n'
    page = draft(source, "f").files["f.py"]
    assert page.index("from __future__") < page.index("from autograder")
    compile(page, "f.py", "exec")


def test_an_example_may_use_its_earlier_lines():
    source = 'def f(x):\n    """Doubles.\n\n    >>> given = [2, 3]\n    >>> found = f(given)\n    >>> found\n    [2, 3, 2, 3]\n    """\n    return 2 * x\n'
    assert [one.values for one in draft(source, "f").exercises[0].checks[0].inputs] == [([2, 3],)]


@pytest.mark.parametrize("kind", ["Iterable[str]", "list[str] | None", "typing.Sequence[str]", "'List[str]'"])
def test_types_of_one_kind_are_read_alike(kind):
    (given,) = draft_inputs.by_annotations(function(f"def f(items: {kind}, other=2):\n    return items"))
    assert given.values == (["pear", "fig", "apple"],)


def test_numbers_of_numpy_inside_a_result_are_numbers():
    numpy = pytest.importorskip("numpy")
    source = "def f(x):\n    return {'a': (np.float64(x), [np.int64(x)])}"
    assert draft_runs.results(source, "f", {"np": numpy}, [draft_inputs.Input((2,), "")]) == ["{'a': (2.0, [2])}"]


def test_a_page_stays_as_it_is():
    source = DraftPage.read(MODULE, "small").text.replace("# # Small", "# # My own title")
    again = DraftPage.read(source, "small")
    assert (again.text, again.title, again.is_made) == (source, "My own title", False)
    assert [one.name for one in again.functions] == ["grade", "total", "no_types", "shuffled", "shown"]


# -- what is proposed -------------------------------------------------------------------------------------------------


def test_what_cannot_be_drafted_is_said(made):
    assert [one.name for one in made.exercises] == ["grade", "total"]
    assert made.remarks == [
        "no_types has no example with plain values in its docstring, and no types of plain values: add an example, say >>> no_types(2).",
        "shuffled gives another result each time: write its checks by hand.",
        "shown gives nothing that a check could compare (None): write its checks by hand.",
    ]


def test_a_limit_in_the_answer_and_its_neighbours_are_tried(made):
    asked = {one.values[0] for check in made.exercises[0].checks for one in check.inputs}
    assert {89, 90, 91} <= asked


def test_an_example_becomes_a_public_check(made):
    first = made.exercises[1].checks[0]
    assert (first.public, [one.values for one in first.inputs], first.results) == (True, [([1.0, 2.0, 4.0],)], ["3.5"])
    assert "@pytest.mark.public\n" in made.files["checks/test_total.py"].split("def test_2_hidden")[0]
    assert ".holds(3.5, hidden=False)" in made.files["checks/test_total.py"]


def test_there_are_enough_of_each_kind(made):
    for one in made.exercises:
        assert len(one.mistakes) >= 5 and len(one.alternatives) >= 2 and len(one.checks) >= 3, one.name


def test_the_points_add_up_to_100(made):
    text = "".join(made.files.values())
    assert sum(int(line[20:-1]) for line in text.splitlines() if line.startswith("@pytest.mark.points(")) == 100


def test_a_mistake_stands_alone(made):
    source = next(text for path, text in made.files.items() if path.startswith("mistakes/total__other_arithmetic"))
    assert "def _half(number)" in source
    around: dict = {}
    exec(source, around)
    assert around["total"]([4.0]) == -2.0


def test_all_files_bear_the_mark(made):
    assert all(sum(line.startswith(draft_files.MARK) for line in text.splitlines()) == 1 for text in made.files.values())


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("def f(x):\n    return x\n", "It has no function with a docstring."),
        ('X = 1 / 0\n\n\ndef f(x: int):\n    """Gives it."""\n    return x\n', "does not run: ZeroDivisionError: division by zero."),
        ('def f(x):\n    """Gives it."""\n    return x\n', "f has no example with plain values in its docstring"),
    ],
)
def test_a_module_without_anything_to_draft(source, why):
    with pytest.raises(NothingToDraft, match=why.replace("(", r"\(")):
        draft(source, "f")


# -- changes and other forms ------------------------------------------------------------------------------------------

ANSWERS = {
    "loop": "def f(items):\n    found = []\n    for item in items:\n        if item > 2:\n            found.append(item)\n    return found",
    "comprehension": "def f(items):\n    return [item for item in items if item > 2]",
    "sum": "def f(items):\n    return sum(item * item for item in items)",
    "branches": "def f(items):\n    return min(items) if items else 0",
    "statement": "def f(items):\n    total = 0\n    for item in items:\n        total += item\n    if total >= 10 and not total == 12:\n        return total\n    else:\n        return -1",
}  # fmt: skip


@pytest.mark.parametrize("source", ANSWERS.values(), ids=ANSWERS)
def test_other_forms_mean_the_same(source):
    inputs = [draft_inputs.Input((values,), "") for values in ([], [1, 2, 3], [5, 7], [6, 6], [4.5, 2, 2])]
    right = draft_runs.results(source, "f", {}, inputs)
    forms = rewrites(function(source))
    assert len(forms) >= 2
    for form, text in forms.items():
        assert draft_runs.results(text, "f", {}, inputs) == right, form


def test_each_form_is_made_of_some_answer():
    made = {form for source in [*ANSWERS.values(), "def f(a):\n    return 1 if a else 2"] for form in rewrites(function(source))}
    assert made == set(FORMS)


def test_changes_of_an_answer():
    kinds = {change.kind for source in ANSWERS.values() for change in mutants(function(source))}
    assert kinds >= {
        "at_the_limit", "the_other_way_round", "all_or_one", "other_arithmetic", "one_off", "min_for_max", "forgets_the_condition",
        "leaves_in_the_loop", "never_in_the_branch", "prints_it",
    }  # fmt: skip
    text = "def f(text):\n    return sorted(text.strip()[1:], reverse=True)"
    assert [change.shown for change in mutants(function(text)) if change.kind in ("forgets_a_step", "takes_too_much")] == [
        "sorted(text.strip()[1:], reverse=True) → text.strip()[1:]",
        "sorted(text.strip()[1:], reverse=True) → sorted(text.strip()[1:])",
        "text.strip()[1:] → text.strip()",
        "text.strip() → text",
    ]


def test_every_change_is_python_and_differs():
    for source in ANSWERS.values():
        texts = [change.source for change in mutants(function(source))]
        assert len(set(texts)) == len(texts) and ast.unparse(function(source)) not in texts
        for text in texts:
            compile(text, "f", "exec")


def test_typical_wrong_answers_fit_the_values():
    one = function("def f(a, b):\n    return a + b")
    assert {"always_the_same", "exchanges_the_arguments", "one_too_many"} <= {change.kind for change in typical(one, (1, 2), 3)}
    assert "exchanges_the_arguments" not in {change.kind for change in typical(one, ([1], "a"), 3)}
    assert "gives_large_letters" in {change.kind for change in typical(one, ("a", "b"), "ab")}


def test_a_loop_without_an_end_ends():
    source = "def f(n):\n    while n != 0:\n        n += 1\n    return n"
    assert draft_runs.results(source, "f", {}, [draft_inputs.Input((2,), "")]) == ["?does not end"]


def test_a_function_cannot_change_the_inputs_of_another():
    one = draft_inputs.Input(([3, 1],), "")
    assert draft_runs.results("def f(a):\n    a.sort()\n    return a", "f", {}, [one, one]) == ["[1, 3]", "[1, 3]"]
    assert one.values == ([3, 1],)


@pytest.mark.parametrize("value", [[1, 2.5, "a"], (1,), {"a": {1, 2}}, set(), None, True, float("inf"), {}])
def test_a_value_is_written_as_python_reads_it(value):
    assert eval(draft_inputs.written(value)) == value


# -- the command ------------------------------------------------------------------------------------------------------


def command(*words: str, place: Path) -> subprocess.CompletedProcess:
    return subprocess.run([sys.executable, "-m", "autograder", *words], cwd=place, capture_output=True, text=True, timeout=500)


def test_the_audit_passes_only_without_the_marks(tmp_path):
    (tmp_path / "small.py").write_text(MODULE)
    said = command("draft", "small.py", place=tmp_path)
    assert said.returncode == 0, said.stderr
    assert "  grade: " in said.stdout and said.stdout.endswith("then   autograder audit small\n")
    folder = tmp_path / "solutions" / "small"
    said = command("audit", "small", place=tmp_path)
    files = [path for path in folder.rglob("*.*") if path.suffix in (".py", ".toml")]
    assert said.returncode == 1
    assert said.stdout.count("this is still a draft. Read the file, correct it, then delete this line.") == len(files)
    assert said.stdout.count("✗") == len(files)  # and nothing else is wrong
    assert "✗ checks/test_grade.py, line 2: this is still a draft." in said.stdout
    again = command("draft", "small.py", place=tmp_path)
    assert again.returncode == 2 and "already exists" in again.stderr
    for path in files:
        path.write_text(without_marks({"": path.read_text("utf-8")})[""], "utf-8")
    said = command("audit", "small", place=tmp_path)
    assert said.returncode == 0, said.stdout


def test_a_file_that_is_not_python_is_one_sentence(tmp_path):
    (tmp_path / "broken.py").write_text("def f(:\n")
    said = command("draft", "broken.py", place=tmp_path)
    assert said.returncode == 1 and "Traceback" not in said.stderr and "broken.py cannot be read as Python" in said.stderr
    assert not (tmp_path / "solutions").exists()
