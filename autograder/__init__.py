"""Autograded exercises for neural networks, and an engine for your own assignments.

What a page, a check or a notebook needs is here; each name is loaded when it is first used, because a worker must
start without the judge's modules and a check of plain NumPy functions without Keras.

    from autograder import check      # in a student's page: what is right and wrong about one function
    from autograder import hint       # one more hint for it at each call
    from autograder import datasets   # published data sets, and what the kit makes in their place
    from autograder import figure_text  # in a translated page: a text of a figure, if there is a font for it
    from autograder import expect     # in a check file: what can be said about an answer
    from autograder import Failure    # there, too: what a check raises to say no in its own words
    from autograder import File, Callback  # there, too: a file, a function that a check passes to a student's function
    from autograder import telling_inputs  # there, too: how small inputs are made that show what is wrong
    from autograder import shared_array  # there, too: an array that is made once for a class
"""

import importlib

__version__ = "0.1.0"
__all__ = ["Callback", "Failure", "File", "Network", "check", "datasets", "expect", "figure_text", "hint", "lasting", "shared_array", "telling_inputs"]

_HOMES = {
    "Callback": "autograder.expectations",
    "Failure": "autograder.expectations",
    "File": "autograder.expectations",
    "Network": "autograder.expectations.network",
    "check": "autograder.learning.kernel",
    "expect": "autograder.expectations",
    "figure_text": "autograder.learning.kernel.figure_texts",
    "hint": "autograder.learning.kernel",
    "lasting": "autograder.transport.shared_arrays",  # the old name of the next one
    "shared_array": "autograder.transport.shared_arrays",
    "telling_inputs": "autograder.expectations",
}


def __getattr__(name: str) -> object:
    if name == "datasets":
        return importlib.import_module("autograder.datasets")
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
