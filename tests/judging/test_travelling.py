"""What travels between checks and a page's functions: tables, files, callbacks, and objects of the page's own."""

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.core.records import Outcome
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions
from autograder.sandbox.launcher import Starters

pytest.importorskip("pandas")

SETTINGS = miniature.SETTINGS.partition("[exercises.double]")[0] + "".join(
    f'[exercises.{name}]\nlibraries = ["numpy", "pandas"]\nhints = ["Look."]\n' for name in ("fit", "use", "read", "walk")
)
PAGE = """
import pandas as pd

class Mean:
    def __init__(self, mean):
        self.mean = mean

def fit(table):
    return Mean(table["age"].mean())

def use(table, mean):
    if not isinstance(mean, Mean):
        raise TypeError("no Mean of mine")
    return table.assign(age=table["age"] - mean.mean)

def read(path):
    return pd.read_csv(path, sep=";")

def walk(function, items):
    return [function(item) for item in items]
"""
HEAD = '"""x"""\n\nimport numpy as np\nimport pandas as pd\nimport pytest\n\nfrom autograder import Callback, Failure, File, expect\n\n\n'
MARKS = "@pytest.mark.points(25)\n@pytest.mark.public\n"
CHECKS = {
    "fit": 'def test_fit(fit):\n    """x"""\n    expect(fit(pd.DataFrame({"age": [1.0, 3.0]}))).leaves_its_arguments_alone()\n',
    "use": (
        'def test_use(use, fit):\n    """x"""\n    table = pd.DataFrame({"age": [1.0, 3.0]}, index=[4, 4])\n'
        "    answer = use(table, fit(table))\n    expect(answer).leaves_its_arguments_alone()\n"
        "    if answer.value.index != [4, 4] or answer.value.column('age').items != [-1.0, 1.0]:\n"
        "        raise Failure(f'gave {answer.value!r}')\n"
    ),
    "read": (
        'def test_read(read):\n    """x"""\n    answer = read(File("a.csv", "age;job\\n1;x\\n2;y"))\n'
        "    if answer.value.column('job').items != ['x', 'y']:\n        raise Failure('lost')\n"
    ),
    "walk": (
        'def test_walk(walk):\n    """x"""\n    answer = walk(Callback(answers={1: 10, 2: 20}), [2, 1])\n'
        "    expect(answer).leaves_its_arguments_alone()\n"
        "    if answer.value != [20, 10] or answer.calls_of('function') != [(2,), (1,)]:\n        raise Failure('wrong')\n"
    ),
}


@pytest.fixture(scope="module")
def starters():
    with Starters() as running:
        yield running


def judged(folder, page, starters, **checks):
    """Outcome and message of each exercise's only check."""
    files = dict.fromkeys(miniature.FILES) | {"assignment.toml": SETTINGS, "miniature.py": PAGE, "README.md": "x"}
    files |= {f"checks/test_{name}.py": HEAD + MARKS + text for name, text in {**CHECKS, **checks}.items()}
    assignment = assignment_folder.load(miniature.write(folder, files))
    one = submissions.from_source(page, "s", assignment.functions, assignment.demo_names, "miniature.py")
    (found,) = judge_submissions([one], assignment, Settings(), starters)
    return {each.name: (each.checks[0].outcome, each.checks[0].message) for each in found.report.exercises}, found.report


@pytest.mark.parametrize("level", ["full", "reduced", "none"])
def test_all_of_it_arrives_at_every_level_of_isolation(tmp_path, level):
    with Starters(highest_level=level) as starters:
        found, report = judged(tmp_path, PAGE, starters)
    assert {name: outcome for name, (outcome, _) in found.items()} == dict.fromkeys(CHECKS, Outcome.PASSED), found
    assert report.suspicions == ()


def test_a_function_that_another_one_needs_is_named_and_costs_its_own_points_only(tmp_path, starters):
    found, _report = judged(tmp_path, PAGE.replace("return Mean(", "raise ValueError("), starters)
    assert found["fit"][0] is Outcome.ERROR
    assert found["use"] == (Outcome.SKIPPED, "Waiting for: fit, which raised ValueError: 2.0")


def test_a_list_or_a_table_that_was_changed_is_found(tmp_path, starters):
    page = PAGE.replace("    return [function", "    items.sort()\n    return [function")
    page = page.replace("    return Mean(", "    table['more'] = 1\n    return Mean(")
    found, _report = judged(tmp_path, page, starters)
    assert found["walk"][0] is Outcome.FAILED and "changed its argument items: it has another order now" in found["walk"][1]
    assert found["fit"][0] is Outcome.FAILED and "changed its argument table: the column 'more' is new" in found["fit"][1]


def test_what_cannot_be_sent_is_our_fault(tmp_path, starters):
    check = 'def test_walk(walk):\n    """x"""\n    walk(object(), [])\n'
    found, report = judged(tmp_path, PAGE, starters, walk=check)
    assert found["walk"][0] is Outcome.BROKEN and "cannot be passed" in found["walk"][1]
    assert found["read"][0] is Outcome.PASSED
