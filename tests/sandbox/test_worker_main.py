"""What a worker does with a request, asked directly: no process."""

import builtins
import io
import random
import subprocess
import sys

import numpy as np
import pytest

from autograder.sandbox.worker_main import StudentNamespace

original = open
DRAWS = {"draw": lambda: [float(np.random.random()), random.random()]}


def call(program, seed):
    return program.answer({"op": "call", "function": "draw", "arguments": {}, "seed": seed})["value"]


def test_each_call_begins_with_the_judges_random_numbers():
    program = StudentNamespace(dict(DRAWS))
    assert call(program, 5) == call(program, 5) != call(program, 6)


SHARED = {
    "neither": ("np.random.default_rng(3).random(), random.Random(3).random()", []),
    "NumPy's, set": ("np.random.seed(3)", ["numpy"]),
    "NumPy's, drawn": ("np.random.permutation(5)", ["numpy"]),
    "Python's, set and drawn": ("random.seed(3); random.random()", ["random"]),
    "both": ("random.random(); np.random.random()", ["random", "numpy"]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "used"), SHARED.values(), ids=SHARED)
def test_whose_shared_random_numbers_a_call_has_used(line, used):
    program = StudentNamespace({"np": np, "random": random})
    exec(f"def work():\n    {line}\n    return 5\n", program.namespace)
    reply = program.answer({"op": "call", "function": "work", "arguments": {}, "seed": 4})
    assert (reply["value"], reply["shared_random"]) == (5, used)
    again = program.answer({"op": "row", "function": "work", "rows": [{}, {}], "seed": 4})
    assert again["value"][0]["shared_random"] == used  # the second call may end where it began


def test_a_question_to_a_model_draws_no_new_seed():
    """TensorFlow forgets all its kernels with each seed."""
    program = StudentNamespace(dict(DRAWS))
    call(program, 5)
    before = random.getstate(), np.random.get_state()[1].tolist()
    answer = program.answer({"op": "model", "handle": 0, "action": "describe", "seed": 6})
    assert answer["status"] == "raised"  # there is no model; it was asked all the same
    assert (random.getstate(), np.random.get_state()[1].tolist()) == before


def test_what_is_loaded_beforehand_is_never_looked_through_again():
    """Or each fork's first collection would copy all of TensorFlow's objects. In a process of its own: it is for good."""
    code = (
        "import gc; from autograder.sandbox.preload import warm_up; warm_up(['numpy', 'fractions'])\n"
        "import sys; print(gc.isenabled(), gc.get_freeze_count() > 1000, 'fractions' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "True"]


PAGE = """
import pprint, sys, threading

def prints(): print("mine")
def writes(): sys.stdout.write("mine")
def pretty(): pprint.pprint("mine")
def errs(): print("mine", file=sys.stderr)
def runs(): exec("print('mine')")
def threaded():
    thread = threading.Thread(target=lambda: print("mine"))
    thread.start()
    thread.join()
def bar(): draw("step 1")
def told(): draw("step 1", told=lambda: print("mine"))
"""
LIBRARY = """
import sys

def draw(text, told=None):
    sys.stdout.write(text)
    print(text, file=sys.stderr)
    if told:
        told()
"""


@pytest.fixture
def printed():
    """What counts as printed by a function of ``PAGE``; ``draw`` is a library's."""
    namespace = {}
    exec(compile(LIBRARY, "/somewhere/site-packages/library.py", "exec"), namespace)
    program = StudentNamespace({"draw": namespace["draw"]})
    program.files.add("page.py")
    exec(compile(PAGE, "page.py", "exec"), program.namespace)
    return lambda name: program.answer({"op": "call", "function": name, "arguments": {}, "seed": 0})["output"]


@pytest.mark.parametrize("name", ["prints", "writes", "pretty", "errs", "runs", "threaded"])
def test_what_the_page_prints_is_kept(printed, name):
    assert "mine" in printed(name)


def test_what_a_library_prints_of_its_own_accord_is_not_the_students_print(printed):
    """A progress bar: without a return, nobody may be told that printing hands nothing back."""
    assert printed("bar") == ""


def test_what_the_page_prints_while_a_library_calls_it_back_is_kept(printed):
    assert printed("told").strip() == "mine"


GLOBAL_FIGURE = """
import matplotlib.pyplot as plt
import numpy as np


def draw(image):
    plt.imshow(image)
    return plt.gcf()


def draw_anew(image):
    figure, ax = plt.subplots()
    ax.imshow(image)
    return figure
"""


def test_between_calls_in_a_row_nothing_is_closed_and_afterwards_everything():
    program = StudentNamespace({})
    exec(GLOBAL_FIGURE, program.namespace)
    rows = [{"image": np.eye(9)}, {"image": np.eye(9)[::-1]}]

    def ask(function):
        return program.answer({"op": "row", "function": function, "rows": rows})

    assert ask("draw")["same"] == [0, 0]
    assert ask("draw_anew")["same"] == [0, 1]
    reply = ask("draw")
    drawn = [len(one["value"].content["pictures"]) for one in reply["value"]]
    assert drawn == [1, 2]  # each as it is after its call, and nothing of the calls before
    broken = program.answer({"op": "row", "function": "draw", "rows": [{"image": "no"}, rows[1]]})
    assert [one["status"] for one in broken["value"]] == ["raised", "returned"]
    single = program.answer({"op": "call", "function": "draw", "arguments": rows[0]})
    assert len(single["value"].content["pictures"]) == 1


WRITERS = {
    "savefig": "plt.figure().savefig('no/such/folder/a.png')",
    "savefig as pdf": "plt.figure().savefig('no/such/folder/a.pdf')",
    "plt.savefig": "plt.figure(); plt.savefig('/no/such/folder/a.svg')",
    "Image.save": "Image.fromarray(np.zeros((2, 2), np.uint8)).save('no/such/folder/a.png')",
    "np.save": "np.save('no/such/folder/a.npy', np.arange(3))",
    "np.savez": "np.savez('no/such/folder/a.npz', a=np.arange(3))",
    "open": "open('no/such/folder/a.txt', 'w').write('a')",
    "open, exclusively": "open('no/such/folder/a.txt', 'x').write('a')",
    "open, bytes": "open('no/such/folder/a.txt', mode='wb').write(b'a')",
    "Path.write_text": "Path('no/such/folder/a.txt').write_text('a')",
    "json": "json.dump([1], open('no/such/folder/a.json', 'w'))",
    "a folder": "open('.', 'w').write('a')",
}  # fmt: skip


@pytest.mark.parametrize("line", WRITERS.values(), ids=WRITERS)
def test_a_file_that_cannot_be_written_does_not_cost_the_answer(line):
    program = StudentNamespace({})
    imports = "import json\nfrom pathlib import Path\nimport matplotlib.pyplot as plt\nimport numpy as np\nfrom PIL import Image\n"
    exec(f"{imports}def work():\n    {line}\n    return 5\n", program.namespace)
    reply = program.answer({"op": "call", "function": "work", "arguments": {}})
    assert (reply["status"], reply.get("value")) == ("returned", 5), reply
    assert len(reply["unwritten"]) == 1
    assert builtins.open is io.open is original


def test_a_file_that_can_be_written_is_written_and_one_that_is_not_there_cannot_be_read(tmp_path):
    program = StudentNamespace({"folder": tmp_path})
    exec("def work():\n    open(folder / 'a', 'w').write('b')\n    return open(folder / 'a').read()", program.namespace)
    reply = program.answer({"op": "call", "function": "work", "arguments": {}})
    assert (reply["value"], reply["unwritten"]) == ("b", [])
    exec("def work():\n    return open('no/such/file').read()", program.namespace)
    assert program.answer({"op": "call", "function": "work", "arguments": {}})["type"] == "FileNotFoundError"


def test_that_this_machine_has_no_font_for_a_letter_is_not_said_to_the_student():
    """In a process of its own: a worker sets up Matplotlib for good."""
    code = (
        "import matplotlib.pyplot as plt, warnings\n"
        "from autograder.core import figure_fonts; figure_fonts.FOLDERS = ()\n"
        "from autograder.sandbox.preload import warm_matplotlib; warm_matplotlib()\n"
        "from autograder.sandbox.worker_main import StudentNamespace\n"
        "def draw():\n"
        "    plt.rcParams['font.family'] = 'Malgun Gothic'\n"
        "    warnings.warn('of the student')\n"
        "    figure, ax = plt.subplots(); ax.set_title('훈련 손실'); return figure\n"
        "reply = StudentNamespace({'draw': draw}).answer({'op': 'call', 'function': 'draw', 'arguments': {}})\n"
        "print(reply['status'], reply['warnings'], repr(reply['output']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("returned ['of the student'] ''\n", "")
