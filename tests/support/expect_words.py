"""Writes ``docs/expect.md``: all words of ``expect``, with what their docstrings say. Run it after a change of one."""

import importlib
import inspect
import pkgutil
from pathlib import Path

import autograder.expectations as expectations
from autograder.expectations import Expectation

TARGET = Path(__file__).parents[2] / "docs" / "expect.md"
HEAD = """# The words of `expect`

A check says what it expects of an answer: `expect(total([1, 2])).is_close_to(3)`. This list is made from the docstrings by
`python tests/support/expect_words.py`. The words of the first classes can be said of any answer. `is_a_figure()`, `is_a_table()`,
`is_a_model()` and `changed_the_model()` give the words about figures, tables, models and trainings; other classes are given to `is_a(…)`.

A word of an assignment's own raises `autograder.expectations.Failure(message, evidence)`, from a class in `checks/words.py`.
"""


def text() -> str:
    """The list as Markdown: the classes in the order in which they inherit, the words in the order of their files."""
    parts = [HEAD]
    for kind in classes():
        words = [(name, word) for name, word in vars(kind).items() if _is_word(name, word)]
        if words:
            parts.append(f"\n## {kind.__name__}\n\n{_first_paragraph(kind)}\n")
            parts += [f"- `{name}{_signature(word)}`: {_first_paragraph(word)}" for name, word in words]
    return "\n".join(parts).replace("\n\n\n", "\n\n") + "\n"


def classes() -> list[type]:
    """All classes of words: those of a plain answer first."""
    modules = [one.name for one in pkgutil.iter_modules(expectations.__path__, "autograder.expectations.")]
    found = {
        kind
        for name in sorted(modules)
        for kind in vars(importlib.import_module(name)).values()
        if inspect.isclass(kind) and kind.__module__ == name and (kind.__name__.endswith(("Words", "Expectation")))
    }
    of_answers = [kind for kind in Expectation.__mro__ if kind in found]
    return of_answers + sorted(found - {*of_answers}, key=lambda kind: (kind.__module__, kind.__name__))


def _is_word(name: str, word: object) -> bool:
    return inspect.isfunction(word) and not name.startswith("_") and name != "fail" and bool(word.__doc__)


def _signature(word) -> str:
    parameters = [one for one in inspect.signature(word).parameters.values() if one.name != "self"]
    shown = [one.name if one.default is one.empty else f"{one.name}={one.default!r}" for one in parameters]
    return f"({', '.join(shown)})"


def _first_paragraph(one) -> str:
    return " ".join(inspect.getdoc(one).partition("\n\n")[0].split())


if __name__ == "__main__":
    TARGET.write_text(text(), "utf-8")
    print(TARGET)
