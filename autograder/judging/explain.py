"""Exceptions, time-outs and crashes as sentences a beginner can act on."""

from __future__ import annotations

import re
from typing import Any

from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core import keras_backend
from autograder.core.languages import joined, message
from autograder.core.records import LostReason
from autograder.expectations.answer import CallLost, StudentError
from autograder.expectations.exception_hints import meaning

OUT_OF_MEMORY = message(
    "{call} ran out of memory. Is there an endless loop in which something grows? Or is an array or a layer far larger than needed? Look at the shapes."
)
TOO_LARGE = message(
    "The model does far more work than this task needs: look at summary() for the layer with the most parameters, and at the shapes that the layers give."
)
PACKAGES = {"sklearn": "scikit-learn", "cv2": "opencv-python-headless", "PIL": "pillow", "skimage": "scikit-image"}
MEMORY_TYPES = {"MemoryError", "ResourceExhaustedError"}
# How libraries say it whose exception has a general type: TensorFlow, PyTorch (RuntimeError of its allocator), JAX (XLA's status).
MEMORY_WORDS = ("OOM when allocating", "DefaultCPUAllocator: can't allocate memory", "RESOURCE_EXHAUSTED: Out of memory")


def is_memory(error: StudentError) -> bool:
    said = error.reply["message"]
    return bool(MEMORY_TYPES & set(error.reply["bases"])) or any(words in said for words in MEMORY_WORDS)


def stub_reached(error: StudentError) -> str:
    """The function whose line says that it is not written yet; empty if the exception is another one."""
    reply = error.reply
    is_one = reply["type"] == "NotImplementedError" and reply["raised_in_page"] and reply["places"]
    return reply["places"][-1][2] if is_one else ""


def student_error(
    error: StudentError, submission: Submission | SubmissionPart, function: str, parameters: list[str], longest: int = 300
) -> str:
    """What was raised, where in the student's own file, and what it usually means.

    Args:
        longest: characters of the exception's own text; few where it could reveal hidden inputs.
    """
    reply = error.reply
    kind = reply["type"].lstrip("_")[:80]
    first = error.first_line
    first = first if len(first) <= longest else f"{first[: longest - 1]}…"
    text = f"{kind}: {first}" if first else kind
    head = message("{call} raised {text}", call=error.call, text=text) if error.call else message("{function} could not be read: its page raised {text}", function=function, text=text)
    where = _place(reply, submission)
    reached = stub_reached(error)
    if loads_data(error, submission):
        meant: str = message(
            "The function gets the data as arguments: use what is passed in {function}({parameters}), and load nothing.",
            function=function, parameters=", ".join(parameters),
        )
    elif reached != function and reached in submission.functions:
        meant = message("{function} calls {reached}, which is not written yet. Write {reached} first, or do its work here.", function=function, reached=reached)
    else:
        meant = _meaning(error, function, parameters)
    return joined([head, where, meant], "\n")


def loads_data(error: StudentError, submission: Submission | SubmissionPart) -> bool:
    """Whether the student's code was loading a data set, as the page does and a function should not."""
    return bool(re.search(r"\bload_data\(", _place(error.reply, submission)))


def reads_a_name_of_the_page(error: StudentError) -> bool:
    """Whether the student's code asked for a name that only the page's demonstration makes."""
    return "NameError" in error.reply["bases"] and error.reply.get("missing", "") in error.slice.demo_names


def line_of(error: StudentError) -> int | None:
    places = error.reply["places"]
    return places[-1][1] if places else None


def _stopped(outcome: str) -> str:
    """How a process was stopped, in a word."""
    return {"timeout": message("timeout"), "memory": message("memory"), "crashed": message("crashed")}.get(outcome, outcome)


def lost_call(error: CallLost) -> str:
    """Why there is no answer."""
    detail = error.detail
    if error.reason is LostReason.NOT_TRIED_AGAIN:
        return message("Not tried: this function was already stopped twice ({outcome}).", outcome=_stopped(error.outcome))
    if error.reason is LostReason.MODEL_GONE:
        return message("Not tried: the process that held this model was stopped ({outcome}).", outcome=_stopped(error.outcome))
    if error.reason is LostReason.OBJECT_GONE:
        return message("Not tried: the process that held an earlier answer was stopped ({outcome}).", outcome=_stopped(error.outcome))
    if error.reason is LostReason.SUBMISSION_TIME:
        return message("Not tried: the whole submission has used up its {detail} s.", detail=detail)
    if error.reason is LostReason.TIME:
        return message("{call} was stopped after {detail} s. Is there a loop that never ends, or much more work than needed?", call=error.call, detail=detail)
    if error.reason is LostReason.MEMORY:
        return OUT_OF_MEMORY.having(call=error.call)
    if error.reason is LostReason.MODEL_TIME:
        return joined([message("{call} took more than {detail} s and was stopped.", call=error.call, detail=detail), TOO_LARGE])
    if error.reason is LostReason.MODEL_MEMORY:
        return joined([message("{call} needs more memory than is allowed here.", call=error.call), TOO_LARGE])
    if error.reason is LostReason.ENDED:
        return message("{call} ended the whole Python process ({detail}). A function gives its result back with return.", call=error.call, detail=detail)
    return message("{call} gave no usable answer: {detail}.", call=error.call, detail=detail)


def memory(error: StudentError) -> str:
    return OUT_OF_MEMORY.having(call=error.call or message("The page"))


def _meaning(error: StudentError, function: str, parameters: list[str]) -> str:
    reply = error.reply
    missing = reply.get("missing", "")
    if "NameError" in reply["bases"] and missing:
        if reads_a_name_of_the_page(error):
            return (
                message(
                    "{missing} is defined in another cell of the page. A function may use only its arguments: {function}({parameters}).",
                    missing=missing, function=function, parameters=", ".join(parameters),
                )
            )
        return message("There is no variable or function named {missing} here. Is it misspelled, or is its import missing?", missing=missing)
    if reply["type"] == "ModuleNotFoundError" and missing in keras_backend.TITLES:
        gone = message("{backend} is not installed here: Keras computes with another backend.", backend=keras_backend.TITLES[missing])
        instead = (
            message("Write import keras in place of from tensorflow import keras, and keras in place of tf.keras: it is the same Keras.")
            if missing == "tensorflow"
            else message("Use NumPy for arrays, and keras.ops for tensors.")
        )
        return joined([gone, instead], " ")
    if reply["type"] == "ModuleNotFoundError" and missing in error.slice.imports:  # whole packages, no parts of one
        return (
            message(
                "There is no package {missing} here. Is its name spelled correctly? Then install it: pip install {package}   (in a "
                "notebook: %pip install …), and tell your instructor that you need it.",
                missing=missing, package=PACKAGES.get(missing, missing),
            )
        )
    if (
        reply["type"] == "TypeError"
        and not reply["places"]
        and re.search(r"positional argument|argument", reply["message"])
    ):
        return message(
            "It is called with {number}: {function}({parameters}). Keep these parameters.",
            number=len(parameters), function=function, parameters=", ".join(parameters),
        )
    return meaning((reply["type"], *reply["bases"]), reply["message"])


def _place(reply: dict[str, Any], submission: Submission | SubmissionPart) -> str:
    """The last line of the student's own code that was running: ``mnist.py, line 45: images /= 255``."""
    if not reply["places"]:
        return ""
    label, line, _function = reply["places"][-1]
    for cell in submission.page.cells:
        lines = cell.source.split("\n")
        if cell.label == label and 0 < line <= len(lines) and lines[line - 1].strip():
            text = lines[line - 1].strip()
            return message("    {label}, line {line}: {code}", label=label, line=line, code=text if len(text) <= 120 else text[:119] + "…")
    return message("    {label}, line {line}", label=label, line=line)
