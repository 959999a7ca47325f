"""Exceptions, time-outs and crashes as sentences a beginner can act on."""

from __future__ import annotations

import re

from autograder.expectations.answer import CallLost, StudentError
from autograder.submission import Submission

# (exception's name, pattern in its text, what it means). The first that fits is said.
TRANSLATIONS = [
    ("TypeError", r"unhashable type: '?numpy\.ndarray", "Each item here is still an array, not a number: an array with two axes is walked row by row."),
    ("UFuncTypeError", r"Cannot cast ufunc", "That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array."),
    ("UFuncOutputCastingError", r"Cannot cast ufunc", "That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array."),
    ("_UFuncOutputCastingError", r"Cannot cast ufunc", "That array can hold only whole numbers, so the result of a division does not fit back into it. Make a new array."),
    ("ValueError", r"not enough values to unpack \(expected (\d+), got (\d+)\)", "There are fewer things in it than names on the left. Look at what it holds, from the outside in."),
    ("ValueError", r"too many values to unpack", "There are more things in it than names on the left. Look at what it holds, from the outside in."),
    ("TypeError", r"cannot unpack non-iterable (\w+)", "A single value arrived where several were expected. Did you ask for the accuracy when compiling?"),
    ("TypeError", r"'tuple' object is not callable", "A shape is a value already; it takes no parentheses."),
    ("AttributeError", r"'numpy\.ndarray' object has no attribute '(\w+)'", "That is no method of NumPy arrays. If you took it from an array of axes, one index gives a row of them."),
    ("AttributeError", r"'NoneType' object has no attribute", "Something is None here. A method that changes its object in place returns None."),
    ("AttributeError", r"KerasTensor.* has no attribute", "You handed on the output of the network, not the network."),
    ("RuntimeError", r"No mappable was found", "The colour bar needs to know its image: draw the image first and tell the bar which one it belongs to."),
    ("ValueError", r"num must be an integer with 1 <= num", "Places in a grid of subplots are counted from 1, pictures from 0."),
    ("TypeError", r"Invalid shape .* for image data", "One picture has two axes, rows and columns. Look at the shape of what you draw."),
    ("TypeError", r"only (length-1|0-dimensional) arrays can be converted|only integer scalar arrays", "A whole array arrived where one number was needed."),
    ("ValueError", r"truth value of an array", "Comparing arrays gives one answer per element. Which single answer do you need?"),
    ("ValueError", r"You must call `?compile", "The model does not know yet what to minimise."),
    ("ValueError", r"Argument `output` must have rank|must have the same rank|rank \(ndim\)", "The output of the network and the labels do not fit together. Look at model.output_shape, and at which loss goes with labels that are single numbers."),
    ("ValueError", r"Arguments `target` and `output` must have the same", "The loss wants ten numbers for each label, and the labels are single numbers."),
    ("InvalidArgumentError", r"label value", "A label is larger than the number of outputs. How many classes are there?"),
    ("InvalidArgumentError", r"Incompatible shapes|logits and labels", "The output of the network and the labels do not fit together."),
    ("ValueError", r"Data cardinality is ambiguous", "There are not as many labels as images: which parts belong together?"),
    ("ValueError", r"Could not interpret (loss|optimizer|metric|activation)", "Keras knows nothing by that name. Look for a spelling slip, or for a class where an object is needed."),
    ("ValueError", r"Unrecognized data type|None values not supported", "fit and evaluate take the images and the labels as two NumPy arrays."),
    ("ValueError", r"Only instances of `?keras\.Layer", "The list may hold only layers. Is there a class without parentheses in it?"),
    ("ValueError", r"[Ii]nput.* (incompatible|shape)|expected shape|Invalid input shape", "The shapes do not fit: look at the shape of one image and at what the first layer expects."),
    ("TypeError", r"unexpected keyword argument '(\w+)'", "That function knows no such argument. Look for a spelling slip, or for a name that has changed."),
    ("IndexError", r"out of bounds", "The last place has the number length - 1."),
    ("ModuleNotFoundError", r"", "That library is not part of this exercise."),
    ("EOFError", r"", "The function asks for keyboard input. It gets everything it needs as arguments."),
    ("RecursionError", r"", "The function calls itself without an end."),
    ("SystemExit", r"", "The function ends the whole program. Hand the result back with return instead."),
]  # fmt: skip
MEMORY_TYPES = {"MemoryError", "ResourceExhaustedError"}


def is_memory(error: StudentError) -> bool:
    return bool(MEMORY_TYPES & set(error.reply["bases"])) or "OOM when allocating" in error.reply["message"]


def is_stub(error: StudentError) -> bool:
    """The stub's own line is still reached."""
    return error.reply["type"] == "NotImplementedError" and error.reply["raised_in_page"]


def student_error(
    error: StudentError, submission: Submission, function: str, parameters: list[str], longest: int = 300
) -> str:
    """What was raised, where in the student's own file, and what it usually means.

    Args:
        longest: characters of the exception's own text; few where it could tell hidden inputs.
    """
    reply = error.reply
    kind = reply["type"].lstrip("_")[:80]
    first = error.first_line
    first = first if len(first) <= longest else f"{first[: longest - 1]}…"
    text = f"{kind}: {first}" if first else kind
    head = f"{error.call} raised {text}" if error.call else f"{function} could not be read: its page raised {text}"
    where = _place(reply, submission)
    return "\n".join(part for part in (head, where, _meaning(error, function, parameters)) if part)


def line_of(error: StudentError) -> int | None:
    places = error.reply["places"]
    return places[-1][1] if places else None


def lost_call(error: CallLost) -> str:
    """Why there is no answer."""
    detail, _, more = error.detail.partition("|")
    if more == "not tried again":
        return f"Not tried: this function was stopped twice already ({error.outcome})."
    if more == "whole submission":
        return f"Not tried: the whole submission has used up its {detail} s."
    if error.outcome == "timeout":
        return f"{error.call} was stopped after {detail} s. Is there a loop that never ends, or much more work than needed?"
    if error.outcome == "memory":
        return f"{error.call} ran out of memory. Look at the shapes: does one of them hold the whole data set where one picture is meant?"
    if detail.startswith(("exit", "signal")):
        return f"{error.call} ended the whole Python process ({detail}). A function hands its result back with return."
    return f"{error.call} gave no usable answer: {detail}."


def memory(error: StudentError) -> str:
    call = error.call or "The page"
    return f"{call} ran out of memory. Look at the shapes: does one of them hold the whole data set where one picture is meant?"


def _meaning(error: StudentError, function: str, parameters: list[str]) -> str:
    reply = error.reply
    missing = reply.get("missing", "")
    if "NameError" in reply["bases"] and missing:
        if missing in error.slice.story:
            return (
                f"{missing} is made by another cell of the page. A function may use only what it is handed: "
                f"{function}({', '.join(parameters)})."
            )
        return f"Nothing is called {missing} here. Is it misspelled, or is its import missing?"
    if (
        reply["type"] == "TypeError"
        and not reply["places"]
        and re.search(r"positional argument|argument", reply["message"])
    ):
        return f"It is called with {len(parameters)}: {function}({', '.join(parameters)}). Keep these parameters."
    for kind, pattern, sentence in TRANSLATIONS:
        if kind in (reply["type"], *reply["bases"]) and re.search(pattern, reply["message"]):
            return sentence
    return ""


def _place(reply: dict, submission: Submission) -> str:
    """The last line of the student's own code that was running: ``mnist.py, line 45: images /= 255``."""
    if not reply["places"]:
        return ""
    label, line, _function = reply["places"][-1]
    for cell in submission.page.cells:
        lines = cell.source.splitlines()
        if cell.label == label and 0 < line <= len(lines) and lines[line - 1].strip():
            return f"    {label}, line {line}: {lines[line - 1].strip()[:120]}"
    return f"    {label}, line {line}"
