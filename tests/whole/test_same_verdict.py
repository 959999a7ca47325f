"""Notebook and terminal come to one verdict, point for point and name for name.

``check`` in a notebook asks the judge that the terminal asks: the same class with the same checks, settings, mistakes
and processes (``learning.kernel.judge_main``). What could still differ is the code that it is handed: from the file there, from what
the kernel has run here. So for a sixth of the mistakes and alternatives both are compared (others with each change),
which takes no judging; and for one of each kind with each set of libraries the verdicts are, too.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.content import assignment_folder

ROOT = Path(__file__).parents[2]
ASSIGNMENT = assignment_folder.load(ROOT / "solutions" / "mnist")
BEFORE = """
import gc, json, random, sys
from pathlib import Path
from IPython.core.interactiveshell import InteractiveShell
from autograder.content import assignment_search
from autograder.content import page as pages

folder = Path(sys.argv[1])
assignment = assignment_search.find(near=folder / "mnist.ipynb")
setup = assignment.stub.partition("# %% setup\\n")[2].partition("# %%")[0]
shell = InteractiveShell.instance()
shell.history_manager.enabled = False  # nobody reads its file

def programs(wanted):
    # What a student has run: the tools, then one answer after the other in the same kernel.
    function = ""
    for program in sorted(wanted, key=lambda one: one.function):
        if program.function != function:
            shell.reset()
            assert shell.run_cell(setup, store_history=True).success
            gc.freeze()  # each reset looks for garbage, and need not walk through the libraries
            function = program.function
        shell.run_cell(program.source, store_history=True)
        sources = [{"cell_type": "code", "source": source} for source in (setup, program.source)]
        (folder / "mnist.ipynb").write_text(json.dumps({"cells": sources}))
        yield program, assignment.read(folder / "mnist.ipynb")
"""
CODE = """
from autograder.learning.kernel.page_source import cells
from autograder.content.submission import Submission

def is_same(program, handed_in):
    page = pages.of_cells(cells(shell.user_ns), "this page")
    running = Submission("you", page, "", assignment.functions, assignment.demo_names)
    return handed_in.content_hash(program.function) == running.content_hash(program.function) != ""

different, count = [], 0
everything = sorted((*assignment.mistakes, *assignment.alternatives), key=lambda one: str(one.path))
for program, handed_in in programs(random.Random(assignment.source).sample(everything, len(everything) // 6)):
    count += 1
    if not is_same(program, handed_in):
        # For a class the hash counts an import each time that it was run: alone in a kernel, it has to be the same.
        shell.reset()
        shell.run_cell(setup, store_history=True)
        shell.run_cell(program.source, store_history=True)
        if not is_same(program, handed_in):
            different.append(program.path.name)
same_code = [count, different]
"""
VERDICTS = """
from autograder.grading.grader import Grader
from autograder.content.discovery import Handed
from autograder.learning.kernel.check_page import run
from autograder.core.settings import Settings

def told(report):
    (exercise,) = report.exercises
    return [[one.name, one.outcome, one.points, one.mistake, one.feedback, one.remark, one.title] for one in exercise.checks]

first = {}
for program in (*assignment.mistakes, *assignment.alternatives):
    kind = assignment.exercise(program.function).libraries, program.path.parent.name
    if kind != (("numpy", "keras"), "alternatives"):  # what trains takes long; one mistake is enough
        first.setdefault(kind, program)
different = []
grader = Grader(assignment.folder, Settings())
for program, _handed_in in programs(first.values()):
    handed = Handed("you", folder / "mnist.ipynb")
    submission = grader.assignment.read(handed.path, handed.name)
    terminal = told(grader.diagnosis.name(grader.begin().judge(submission, (program.function,))).report)
    notebook = told(run(shell.user_ns, (program.function,)).report)
    if terminal != notebook:
        different.append([program.path.name, terminal, notebook])
grader.close()
print(json.dumps([same_code, [len(first), different]]))
"""

pytestmark = [pytest.mark.slow, pytest.mark.keras]


@pytest.fixture(scope="module")
def compared(tmp_path_factory) -> list:
    """What a fresh Python prints: IPython's shell is one for a whole process. One for both tests, because it loads Keras."""
    command = [sys.executable, "-c", BEFORE + CODE + VERDICTS, str(tmp_path_factory.mktemp("page"))]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_the_judge_is_handed_the_same_code(compared):
    count, different = compared[0]
    assert [count, different] == [(len(ASSIGNMENT.mistakes) + len(ASSIGNMENT.alternatives)) // 6, []]


def test_the_verdicts_are_the_same(compared):
    count, different = compared[1]
    assert [count, different] == [5, []]  # a mistake and an alternative for each set of libraries but Keras
