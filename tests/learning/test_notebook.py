"""``check`` and ``hint`` in a real Jupyter kernel: the card, the points for nbgrader, and no word on standard error."""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from html import unescape
from pathlib import Path

import nbformat
import pytest

from autograder.reports.html import card

ROOT = Path(__file__).parents[2]
TOOLS = "import logging, os, sys, warnings\nimport matplotlib.pyplot as plt\nimport numpy as np\nfrom autograder import check, hint"
RIGHT = "def normalize(images):\n    return images / 255"
BY_256 = "def normalize(images):\n    return images / 256"
STUB = "def normalize(images):\n    raise NotImplementedError"

# jupyter_client leaves event loops of its own unclosed.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.usefixtures("garbage_is_collected"),
]


class Ran:
    """What one cell came to."""

    def __init__(self, outputs: list, number: int) -> None:
        self.outputs = outputs
        self.number = number

    def kind(self, kind: str) -> list:
        return [output for output in self.outputs if output.output_type == kind]

    def said(self, name: str) -> str:
        return "".join(output.text for output in self.kind("stream") if output.name == name)

    @property
    def html(self) -> list[str]:
        return [output.data["text/html"] for output in self.outputs if "text/html" in output.get("data", {})]

    @property
    def text(self) -> str:
        """The cards as they are read."""
        return " ".join(re.sub("<[^>]+>", " ", "".join(self.html)).split())


class Kernel:
    """A kernel that stays warm for all tests of this file."""

    def __init__(self, folder: Path, client, manager=None) -> None:
        self.folder = folder
        self.client = client
        self.manager = manager

    def run(self, source: str, until_interrupted: bool = False) -> Ran:
        """
        Args:
            until_interrupted: interrupt it, once, when it has begun to wait for the judge.
        """
        outputs = []
        if until_interrupted:
            threading.Thread(target=self._interrupt, daemon=True).start()
        reply = self.client.execute_interactive(
            source, timeout=120, output_hook=lambda message: outputs.append(message), allow_stdin=False
        )
        kept = [one for one in outputs if one["msg_type"] in ("stream", "display_data", "execute_result", "error")]
        return Ran([nbformat.v4.output_from_msg(one) for one in kept], reply["content"]["execution_count"])

    def _interrupt(self) -> None:
        time.sleep(3)  # in the middle of a loop without an end, which takes ten
        self.manager.interrupt_kernel()

    def save(self, *sources: str, later: float = 5.0) -> Path:
        """The notebook's file, as if it had been saved that many seconds from now."""
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        file = self.folder / "mnist.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=cells), file)
        os.utime(file, (time.time() + later,) * 2)
        return file


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    from jupyter_client.manager import start_new_kernel

    folder = tmp_path_factory.mktemp("course") / "mnist"
    shutil.copytree(ROOT / "assignments" / "mnist", folder)
    # With the last one ipykernel would not watch the descriptors, and what TensorFlow writes to them were not seen.
    dropped = {"MPLBACKEND", "TF_CPP_MIN_LOG_LEVEL", "NBGRADER_EXECUTION", "PYTEST_CURRENT_TEST"}
    environment = {name: text for name, text in os.environ.items() if name not in dropped}
    environment["JPY_SESSION_NAME"] = str(folder / "mnist.ipynb")
    manager, client = start_new_kernel(cwd=str(folder), env=environment, stderr=-3)
    kernel = Kernel(folder, client, manager)
    kernel.run(f"{TOOLS}\nHOME = os.getcwd()")
    yield kernel
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def kernel(started):
    (started.folder / "mnist.ipynb").unlink(missing_ok=True)
    started.run("os.chdir(HOME)")
    return started


@pytest.fixture
def released(started, tmp_path):
    """The same kernel in the folder of an assignment of which only the public checks are at hand; a call has a second."""
    folder = tmp_path / "elsewhere"
    shutil.copytree(ROOT / "assignments" / "mnist" / "checks", folder / "checks")
    settings = folder / "checks" / "assignment.toml"
    text = settings.read_text().replace('name = "mnist"', 'name = "elsewhere"').replace("call = 10", "call = 1")
    settings.write_text(text)
    started.run(f"os.chdir({str(folder)!r}); __session__ = {str(folder / 'elsewhere.ipynb')!r}")
    (folder / "elsewhere.ipynb").write_text("{}")
    yield started
    started.run("del __session__")


# -- the card ---------------------------------------------------------------------------------------------------------


def test_a_cell_shows_one_card_and_nothing_else(kernel):
    kernel.run(BY_256)
    ran = kernel.run('check("normalize")')
    (output,) = ran.outputs
    assert output.output_type == "execute_result"
    assert "not yet 6 normalize 2 of 10 points" in ran.text
    assert "gave 0.99609375 at" in ran.text and "You divided by 256." in ran.text
    assert 'hint("normalize")' in unescape(ran.text)


def test_an_edited_function_is_checked_without_a_restart(kernel):
    kernel.run(BY_256)
    assert "not yet" in kernel.run('check("normalize")').text
    kernel.run(RIGHT)
    text = kernel.run('check("normalize")').text
    assert "✓ passed 6 normalize 10 of 10 points" in text and text.endswith("Next: exercise 7, plot_image.")


def test_a_helper_that_was_edited_counts_too(kernel):
    kernel.run("def scaled(image):\n    return image / 256\n\ndef normalize(images):\n    return scaled(images)")
    assert "not yet" in kernel.run('check("normalize")').text
    kernel.run("def scaled(image):\n    return image / 255")
    assert "passed" in kernel.run('check("normalize")').text


def test_every_check_of_a_cell_is_shown_wherever_it_stands(kernel):
    kernel.run(RIGHT)
    ran = kernel.run(
        'for name in ("normalize", "plot_image"):\n    check(name)\nprint("and then")\ncheck("normalize");'
    )
    assert [len(ran.html), ran.said("stdout")] == [3, "and then\n"]
    assert "plot_image" in ran.html[1]
    assert kernel.run("1 + 1").html == []  # once


def test_a_stub_is_told_where_to_begin(kernel):
    kernel.run(STUB)
    text = kernel.run('check("normalize")').text
    assert "not started 6 normalize" in text and "replace raise NotImplementedError" in text


def test_all_exercises_at_once_name_the_first_that_is_left(kernel):
    kernel.run(RIGHT)
    text = kernel.run("check()").text
    assert "1 dataset_shapes" in text and "12 plot_predictions" in text
    assert "Next: exercise 1, dataset_shapes: run the cell that defines dataset_shapes, then this one." in text


def test_a_figure_is_shown_in_the_card_and_nowhere_else(kernel):
    kernel.run("def plot_image(image):\n    figure = plt.figure()\n    plt.imshow(image)\n    return [figure]")
    ran = kernel.run('check("plot_image")')
    assert [len(ran.html), len(ran.outputs)] == [1, 1]
    kernel.run(
        "def plot_image(image):\n    figure = plt.figure()\n    plt.imshow(image)\n    plt.imshow(image)\n    return figure"
    )
    ran = kernel.run('check("plot_image")')
    assert 'src="data:image/png;base64,' in ran.html[0] and "We check:" in ran.text
    assert len(ran.outputs) == 1


def test_what_a_student_writes_is_shown_as_it_is_written(kernel):
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    kernel.run(f"def normalize(images):\n    print('{evil}')\n    raise ValueError('{evil}')")
    html = kernel.run('check("normalize")').html[0]
    assert "<script" not in html and "<img" not in html and "&lt;script&gt;alert(1)" in html


def test_an_exception_is_told_with_the_number_beside_the_cell(kernel):
    number = kernel.run("# mine\ndef normalize(images):\n    images /= 255\n    return images").number
    text = kernel.run('check("normalize")').text
    assert f"cell [{number}], line 3: images /= 255" in text
    assert "autograder" not in text and "worker.py" not in text


def test_an_unknown_exercise_is_answered_with_a_near_one(kernel):
    ran = kernel.run('check("normalise")')
    assert ran.said("stdout") == "There is no exercise 'normalise' in mnist. Did you mean normalize?\n"
    assert len(ran.outputs) == 1


def test_the_text_says_what_the_card_says(kernel):
    kernel.run(BY_256)
    (output,) = kernel.run("check(normalize)").outputs
    text = " ".join(output.data["text/plain"].split())
    assert text.startswith(
        "6 normalize 2 of 10 ✗ black (0) becomes 0.0 and white (255) becomes 1.0 normalize([[[0, 255]]]) gave"
    )
    assert "You divided by 256." in text
    assert text.endswith('Next: change normalize, run its cell, then this one. Stuck? Try hint("normalize")')


def test_what_only_the_public_checks_have_seen_is_not_called_passed(released):
    """Not green, without a tick for the whole, and it says that more is to come."""
    released.run(RIGHT)
    (output,) = released.run('check("normalize")').outputs
    said = "passed the public checks (4 of 10 points); the others run when your work is graded"
    assert f"so far 6 normalize {said}" in Ran([output], 0).text
    head = output.data["text/html"].partition("</h3>")[0]
    assert "✓" not in head and card.GREEN not in head and card.BLUE in head
    assert output.data["text/plain"].startswith(f"  6  normalize    {said}\nNext: exercise 7, plot_image.")
    released.run(BY_256)
    ran = released.run('check("normalize")')
    assert "✗ not yet 6 normalize 1 of 4 points of the public checks" in ran.text


# -- the terminal's judge, in a process of its own --------------------------------------------------------------------

LOOP = "import time\ndef normalize(images):\n    while True:\n        time.sleep(0.1)"


def test_a_loop_without_an_end_ends_as_in_a_terminal(released):
    released.run(LOOP)
    text = released.run('check("normalize")').text
    assert "✗ time ran out" in text and "was stopped after 1 s" in text
    assert released.run("6 * 7").outputs[0].data["text/plain"] == "42"


def test_one_interrupt_ends_the_whole_check(kernel):
    kernel.run(LOOP)
    ran = kernel.run("check()", until_interrupted=True)
    assert [ran.said("stdout"), ran.html] == [
        "The check was interrupted, so it has no result. You can run it again.\n",
        [],
    ]
    kernel.run(RIGHT)
    assert "✓ passed" in kernel.run('check("normalize")').text


@pytest.mark.parametrize(
    ("ending", "told"),
    [
        ("os._exit(3)", "crashed"),
        ("import ctypes; ctypes.string_at(0)", "crashed"),
        ("sys.exit(1)", "ends the whole program"),
    ],
)
def test_a_function_that_ends_its_process_leaves_the_kernel_alone(kernel, ending, told):
    kernel.run(f"kept = [1]\ndef normalize(images):\n    {ending}")
    assert told in kernel.run('check("normalize")').text
    assert kernel.run("kept").outputs[0].data["text/plain"] == "[1]"


def test_what_was_run_counts_and_not_what_failed_or_was_replaced(kernel):
    """The kernel's own function is checked: a cell that ended in an error before it defines nothing."""
    kernel.run("def plot_image(image):\n    return None")
    kernel.run("SCALE = 256\ndef normalize(images):\n    return images / SCALE")
    assert "You divided by 256." in kernel.run("check(normalize)").text
    kernel.run("SCALE = 255")
    assert "✓ passed" in kernel.run("check(normalize)").text
    kernel.run("1 / 0\ndef normalize(images):\n    return images / 256")
    assert "✓ passed" in kernel.run("check(normalize)").text
    kernel.run("def twice(function):\n    return lambda images: function(images) * 2\nnormalize = twice(normalize)")
    assert "gave 2.0" in kernel.run("check('normalize')").text
    kernel.run("del normalize, twice")
    assert "normalize is not defined yet. Run its cell first." in kernel.run("check('normalize')").text


def test_magics_and_files_that_were_run_are_no_hindrance(kernel):
    (kernel.folder / "mine.py").write_text("def normalize(images):\n    return images / 256\n")
    kernel.run("%run mine.py")
    assert "You divided by 256." in kernel.run("check(normalize)").text
    kernel.run("%matplotlib inline\n" + RIGHT.replace("return", "%time pass\n    return"))
    assert "✓ passed" in kernel.run("check(normalize)").text


def test_a_restart_leaves_no_process_behind_and_says_what_to_do(tmp_path):
    from jupyter_client.manager import start_new_kernel

    psutil = pytest.importorskip("psutil")
    folder = tmp_path / "mnist"
    shutil.copytree(ROOT / "assignments" / "mnist", folder)
    manager, client = start_new_kernel(cwd=str(folder))
    try:
        kernel = Kernel(folder, client)
        kernel.run(TOOLS)
        kernel.run(RIGHT)
        assert "✓ passed" in kernel.run("check(normalize)").text
        own = psutil.Process(manager.provisioner.process.pid)
        started = own.children(recursive=True)
        assert started
        manager.restart_kernel(now=True)  # killed, without a word
        client.wait_for_ready(120)
        _gone, alive = psutil.wait_procs(started, 30)
        assert alive == []
        kernel.run(TOOLS)
        told = "No function has been run yet. Run the cell that defines normalize, then this one.\n"
        assert kernel.run('check("normalize")').said("stdout") == told
        assert kernel.run('hint("normalize")').said("stdout").startswith("Hint 1 of 3")
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


# -- points for nbgrader ----------------------------------------------------------------------------------------------

WORTH = 10


def graded(ran: Ran, points: float = WORTH) -> float:
    """What nbgrader itself reads from the cell."""
    utils = pytest.importorskip("nbgrader.utils", reason="nbgrader is not installed")
    about = dict(schema_version=3, grade=True, solution=False, locked=True, task=False, grade_id="it", points=points)
    cell = nbformat.v4.new_code_cell("check", metadata={"nbgrader": about}, outputs=ran.outputs)
    score, most = utils.determine_grade(cell)
    assert most == points
    return score


def under_nbgrader(kernel: Kernel, line: str, mode: str = "autograde") -> Ran:
    """A cell as nbgrader runs it."""
    kernel.run(f'os.environ["NBGRADER_EXECUTION"] = "{mode}"')
    try:
        return kernel.run(line)
    finally:
        kernel.run('del os.environ["NBGRADER_EXECUTION"]')


@pytest.mark.parametrize(
    ("source", "points"),
    [(RIGHT, 10), (BY_256, 2), (STUB, 0), ("normalize = 3", 0)],
    ids=["right", "part", "stub", "odd"],
)
def test_nbgrader_reads_the_points(kernel, source, points):
    kernel.run(source)
    assert graded(under_nbgrader(kernel, 'check("normalize")')) == points


def test_with_the_public_checks_alone_nbgrader_reads_no_more_than_was_seen(released):
    released.run(RIGHT)
    assert graded(under_nbgrader(released, 'check("normalize")')) == 4


@pytest.mark.parametrize(("source", "points"), [(RIGHT, 10), (BY_256, 2.5)], ids=["right", "part"])
def test_nbgrader_validate_asks_whether_all_that_can_be_seen_passes(released, source, points):
    released.run(source)
    assert graded(under_nbgrader(released, 'check("normalize")', "validate")) == points


def test_nbgrader_stops_at_a_page_without_checks_instead_of_giving_full_marks(kernel):
    ran = under_nbgrader(kernel, 'check("normalise")')
    assert graded(ran) == 0
    (error,) = ran.kind("error")
    assert error.traceback == ["There is no exercise 'normalise' in mnist. Did you mean normalize?"]


def test_nbgrader_validate_says_success_for_what_passes(tmp_path):
    pytest.importorskip("nbgrader", reason="nbgrader is not installed")
    folder = tmp_path / "mnist"
    shutil.copytree(ROOT / "assignments" / "mnist", folder)
    notebook = nbformat.read(folder / "mnist.ipynb", as_version=4)
    cells = {cell.id: cell for cell in notebook.cells}
    cells["setup"].source, cells["normalize"].source = TOOLS, RIGHT
    notebook.cells = [cells[name] for name in ("colab", "setup", "normalize", "normalize_check") if name in cells]
    nbformat.write(notebook, folder / "mnist.ipynb")
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "validate", "mnist.ipynb"],
        cwd=folder,
        env={**os.environ, "JUPYTER_CONFIG_DIR": str(tmp_path / "config"), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "Success! Your notebook passes all the tests." in done.stdout, done.stderr[-2000:]


NOISY = """
def normalize(images):
    print("to Python's stderr", file=sys.stderr)
    warnings.warn("beware")
    logging.warning("a log")
    os.write(2, b"to the descriptor")
    os.system("echo from a child >&2")
    return images / 255
"""


def test_nothing_a_function_writes_reaches_standard_error(kernel):
    kernel.run("logging.basicConfig()")  # its handler keeps the stream of this moment
    kernel.run(NOISY)
    ran = under_nbgrader(kernel, 'check("normalize")')
    assert ran.said("stderr") == "" and graded(ran) == WORTH


@pytest.mark.parametrize("ending", ["return images / 255", "raise KeyboardInterrupt", "sys.exit(1)"])
def test_the_descriptors_are_what_they_were_before(kernel, ending):
    descriptors = "print([os.fstat(number).st_ino for number in (1, 2)], logging.root.manager.disable)"
    before = kernel.run(descriptors).said("stdout")
    kernel.run(f"def normalize(images):\n    {ending}")
    assert len(kernel.run("check('normalize')").html) == 1
    assert kernel.run(descriptors).said("stdout") == before
    assert "a log" in kernel.run("logging.warning('a log')").said("stderr")


@pytest.mark.keras
def test_tensorflow_is_silent_too(kernel):
    """It writes to descriptor 2 from C++ when it is imported and when it is first used."""
    kernel.run(
        "def build_model():\n    import keras\n    from keras import layers\n"
        "    hidden = layers.Dense(128, activation='relu')\n    last = layers.Dense(10, activation='softmax')\n"
        "    model = keras.Sequential([layers.Flatten(input_shape=(28, 28)), hidden, last])\n"
        "    model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])\n    return model"
    )
    ran = under_nbgrader(kernel, 'check("build_model")')
    assert "passed 8 build_model" in ran.text
    assert ran.said("stderr") == "" and graded(ran, 16) == 16


# -- an old function --------------------------------------------------------------------------------------------------


def test_a_newer_version_in_the_saved_notebook_is_noticed(kernel):
    kernel.run(BY_256)
    kernel.save(TOOLS, RIGHT)
    text = kernel.run('check("normalize")').text
    assert "Note: mnist.ipynb has a different version of normalize from the one that was checked." in text
    kernel.run(RIGHT)
    assert "Note:" not in kernel.run('check("normalize")').text


@pytest.mark.parametrize(
    ("saved", "later"),
    [(STUB, 5), (BY_256 + "  # the same\n", 5), (RIGHT, -3600), ("def normalize(images:", 5)],
    ids=["still the stub", "only a comment", "saved before it was run", "not Python"],
)
def test_no_note_where_the_kernel_may_well_hold_the_newest(kernel, saved, later):
    kernel.run(BY_256)
    kernel.save(TOOLS, saved, later=later)
    assert "Note:" not in kernel.run('check("normalize")').text


def test_a_damaged_or_missing_notebook_is_no_error(kernel):
    kernel.run(RIGHT)
    kernel.save(RIGHT).write_text("{")
    assert "passed" in kernel.run('check("normalize")').text


def test_a_cell_that_ended_in_an_error_is_noticed(kernel):
    kernel.run(RIGHT)
    number = kernel.run("def normalize(images):\n    return (images / 255").number
    text = kernel.run('check("normalize")').text
    assert f"Note: The last run of the cell that defines normalize, as cell [{number}], ended in an error" in text
    kernel.run(RIGHT)
    assert "Note:" not in kernel.run('check("normalize")').text


def test_a_function_from_elsewhere_is_not_taken_for_an_old_one(kernel):
    kernel.run(BY_256)
    kernel.run("normalize = lambda images: images / 255")
    text = kernel.run('check("normalize")').text
    assert "passed" in text and "Note:" not in text


# -- hints ------------------------------------------------------------------------------------------------------------


def test_one_more_hint_at_each_call(kernel):
    said = [kernel.run('hint("count_labels")').said("stdout") for _ in range(4)]
    assert [text.partition(":")[0] for text in said] == ["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3", "Hint 3 of 3"]
    assert said[0].endswith("There are 2 more hints. Try this one before you ask again.\n")
    assert said[1] != said[0] and said[3] == said[2]


def test_a_hint_for_nothing_says_how_to_ask(kernel):
    kernel.run(RIGHT)
    assert kernel.run("hint()").said("stdout") == 'Name an exercise: hint("dataset_shapes"), for example.\n'
    assert "Did you mean normalize?" in kernel.run('hint("normalise")').said("stdout")
