"""An assignment of four functions between which everything travels: a table, an object of the page, a file, a callback."""

import miniature

from autograder.content import assignment_folder
from autograder.content import submission as submissions
from autograder.core.settings import Settings
from autograder.judging.judge import judge_submissions

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


def judged(folder, page, starters, settings=SETTINGS, **checks):
    """Outcome and message of each exercise's only check."""
    files = dict.fromkeys(miniature.FILES) | {"assignment.toml": settings, "miniature.py": PAGE, "README.md": "x"}
    files |= {f"checks/test_{name}.py": HEAD + MARKS + text for name, text in {**CHECKS, **checks}.items()}
    assignment = assignment_folder.load(miniature.write(folder, files))
    one = submissions.from_source(page, "s", assignment.functions, assignment.demo_names, "miniature.py")
    (found,) = judge_submissions([one], assignment, Settings(), starters)
    return {each.name: (each.checks[0].outcome, each.checks[0].message) for each in found.report.exercises}, found.report
