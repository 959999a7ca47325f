"""In and out of nbgrader, which carries files and keeps the gradebook; the judge computes the marks.

What ``nbgrader_config.py`` names is here. Each is loaded when it is first used: importing nbgrader takes seconds.

    ClearAnswers  takes the answers out of a notebook that is released, and leaves a prompt where a text is asked for
    Feedback    makes feedback's contents name the functions
    Notebooks   reads what students submitted, even if it is not a notebook any more
    Repair      makes a notebook whole before nbgrader sees it, so that no student stops the class
    Judge       takes the place of nbgrader's ``Execute``: no student's code runs in the process that marks
    Record      says in the gradebook what a cell's output cannot
"""

import importlib

_HOMES = {
    "ClearAnswers": "release",
    "Feedback": "feedback_pages",
    "Judge": "preprocessors",
    "Notebooks": "lenient_exporter",
    "Record": "preprocessors",
    "Repair": "preprocessors",
}
__all__ = sorted(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'autograder.nbgrader' has no attribute {name!r}")
    return getattr(importlib.import_module(f"autograder.nbgrader.{_HOMES[name]}"), name)
