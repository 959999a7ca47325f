"""A student's file, read: whose it is, which bytes, and when two answers are the same."""

import json

import pytest
from scale_page import DEMO_NAMES, FUNCTIONS, SCALE, submit

from autograder.content import submission as submissions
from autograder.sandbox.worker_main import StudentNamespace

# -- files ------------------------------------------------------------------------------------------------------------


def test_a_notebook_and_a_script_give_the_same_function(tmp_path):
    cells = ["FACTOR = 2", "%matplotlib inline\ndef scale(x):\n    return x * FACTOR"]
    content = {"cells": [{"cell_type": "code", "source": text} for text in cells], "nbformat": 4}
    (tmp_path / "alice.ipynb").write_text(json.dumps(content))
    (tmp_path / "alice.py").write_text("\n".join(cells))
    for name in ("alice.py", "alice.ipynb"):
        read = submissions.read_submission(tmp_path / name, "", FUNCTIONS, DEMO_NAMES)
        program = StudentNamespace({})
        program.answer({"op": "load", "cells": read.find("scale").cells})
        assert program.answer({"op": "call", "function": "scale", "arguments": {"x": 4}})["value"] == 8


def test_a_submission_is_named_after_its_file_unless_told_otherwise(tmp_path):
    (tmp_path / "alice.py").write_text("x = 1")
    assert submissions.read_submission(tmp_path / "alice.py").name == "alice"
    assert submissions.read_submission(tmp_path / "alice.py", "student 7").name == "student 7"


def test_the_same_bytes_have_the_same_fingerprint(tmp_path):
    (tmp_path / "a.py").write_bytes(b"x = 1")
    (tmp_path / "b.py").write_bytes(b"x = 1")
    (tmp_path / "c.py").write_bytes(b"x = 2")
    first, second, third = (submissions.read_submission(tmp_path / name).sha256 for name in ("a.py", "b.py", "c.py"))
    assert first == second != third


# -- when two answers are the same ------------------------------------------------------------------------------------

MEAN = "def total(numbers):\n    return np.mean(numbers)\n"
SAME = {
    "an import that comes twice": f"import numpy as np\n{MEAN}import numpy as np\n",
    "an import below": f"{MEAN}import numpy as np\n",
    "comments and layout": "import numpy as np  # numbers\n\ndef total(numbers):\n    return (np.mean(numbers))\n",
    "an import that nobody needs": f"import os\nimport numpy as np\n{MEAN}",
}
OTHER = {
    "another module by that name": f"import math as np\n{MEAN}",
    "two modules by that name": f"import numpy as np\nimport math as np\n{MEAN}",
    "the same two the other way round": f"import math as np\nimport numpy as np\n{MEAN}",
    "a value by that name": f"import numpy as np\nnp = 3\n{MEAN}",
    "a default that is worked out": "import numpy as np\ndef total(numbers, start=np.zeros(3)):\n    return np.mean(numbers)\n",
    "the same before the import": "def total(numbers, start=np.zeros(3)):\n    return np.mean(numbers)\nimport numpy as np\n",
    "a decorator": f"import numpy as np\n@np.vectorize\n{MEAN}",
    "an annotation": "import numpy as np\ndef total(numbers: np.ndarray):\n    return np.mean(numbers)\n",
    "the same annotation before the import": "def total(numbers: np.ndarray):\n    return np.mean(numbers)\nimport numpy as np\n",
    "a part of it": f"from numpy import ma as np\n{MEAN}",
    "a neighbour's": f"from .numpy import ma as np\n{MEAN}",
    "a module inside": f"import numpy as np\nimport numpy.ma\n{MEAN.replace('np.mean', 'numpy.mean')}",
    "no import": MEAN,
}


def test_what_cannot_matter_makes_no_other_answer():
    hashes = {
        name: submit(text).content_hash("total") for name, text in {"": f"import numpy as np\n{MEAN}", **SAME}.items()
    }
    assert len(set(hashes.values())) == 1, hashes


def test_what_may_matter_makes_another_answer():
    texts = {"": f"import numpy as np\n{MEAN}", **OTHER}
    hashes = {name: submit(text).content_hash("total") for name, text in texts.items()}
    assert len(set(hashes.values())) == len(texts), hashes


@pytest.mark.parametrize(
    ("source", "other"),
    [("def perceptron(x):\n    return x\n", True), (SCALE, False), ("# %%\nx = 1\n# %%\ndef scale(x:\n", False),
     ("def scales(x):\n    return x\n", False), ("from helper import scale\n", False)],
    ids=["another course", "one of ours", "one that is broken", "one that was renamed", "one that is imported"],
)  # fmt: skip
def test_a_page_of_another_course_is_recognised(source, other):
    assert submit(source).is_of_another_assignment is other


def test_a_fingerprint_is_the_beginning_of_a_hash_of_the_answer():
    page = submit(f"import numpy as np\n{MEAN}")
    assert page.fingerprint("total") == page.content_hash("total")[:16] and len(page.fingerprint("total")) == 16
