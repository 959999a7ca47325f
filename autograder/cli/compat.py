"""click's own sentences in the reader's language.

click marks its sentences with ``_`` and ``ngettext`` of the standard library, under these names in each of its modules. They get functions
here that ask the kit's catalogues, because these choose particles, too. Who reads English gets what click says, and nothing is loaded.

Checked with click 8.1.3 to 8.5.1 (``tests/cli/test_compat.py``); ``pyproject.toml`` has the upper bound.
"""

from __future__ import annotations

import gettext
import re
import string
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from autograder.core.languages import choice, shown, spoken
from autograder.core.languages.messages import ENGLISH, Message

CONVERSION = re.compile(r"\{(?:\w+\.)?(\w+)(?:![rs])?\}")  # {name!r}, and {e.message} of click 8.1 to 8.3


GETTEXT = {"_": "gettext", "ngettext": "ngettext"}  # name in click's modules -> in the standard library


def speak() -> None:
    """Lets every module of click that is loaded ask here. Without effect the second time."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "click":
            for mark, own in MARKS.items():
                if module.__dict__.get(mark) is getattr(gettext, GETTEXT[mark]):
                    setattr(module, mark, own)


def usage_problem(error: click.UsageError) -> str:
    """What is wrong with the words that were typed, in the reader's language.

    Of what is missing, click puts a sentence together from its parts in the English order. In other languages it is one sentence.
    """
    param = error.param if isinstance(error, click.MissingParameter) else None
    if choice.reading() == ENGLISH or param is None or isinstance(error.param_hint, Sequence):
        return error.format_message()
    hint = param.get_error_hint(error.ctx)
    said = spoken("Missing option {name}.", name=hint) if isinstance(param, click.Option) else spoken("Missing argument {name}.", name=hint)
    return " ".join(filter(None, [said, error.message, param.type.get_missing_message(param=param, ctx=error.ctx)]))


class _Sentence(str):
    """A sentence in the reader's language whose holes click still fills in, by ``format``.

    Attributes:
        about: the message without values. forms: click's own wording of it: one, or two for one and for several.
    """

    about: Message
    forms: tuple[str, ...]

    def format(self, *_none: Any, **values: Any) -> str:
        from autograder.cli.click_texts import PUT_IN

        filled: dict[str, Any] = {}
        for form in self.forms:
            for _before, field, _spec, conversion in string.Formatter().parse(form):
                if field:
                    value = string.Formatter().get_field(field, (), values)[0]
                    filled[field.rpartition(".")[2]] = repr(value) if conversion == "r" else PUT_IN.get(str(value), str(value))
        return shown(Message(self.about.template, filled, plural=self.about.plural, number=self.about.number))


def _said(text: str) -> str:
    if choice.reading() == ENGLISH:
        return gettext.gettext(text)
    return _sentence((text,)) or gettext.gettext(text)


def _said_of_several(one: str, many: str, number: int) -> str:
    if choice.reading() == ENGLISH:
        return gettext.ngettext(one, many, number)
    return _sentence((one, many), number) or gettext.ngettext(one, many, number)


def _sentence(forms: tuple[str, ...], number: int | None = None) -> _Sentence | None:
    """A sentence of click; None for one that is not known, and for a text that click keeps."""
    from autograder.cli.click_texts import KEPT, TEXTS

    known = TEXTS.get(CONVERSION.sub(r"{\1}", forms[0]))
    if known is None or forms[0] in KEPT:
        return None
    about = Message(known.template, plural=known.plural, number=number)
    made = _Sentence(shown(about))
    made.about, made.forms = about, forms
    return made


MARKS: dict[str, Callable[..., str]] = {"_": _said, "ngettext": _said_of_several}  # name in click's modules -> what it is for us
