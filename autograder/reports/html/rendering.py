"""HTML from the templates in ``templates/``, by Jinja2.

Python decides what is shown, a template how it is marked up. Every text that a template shows is made plain and escaped,
whether the template asks for it or not. Should something slip through all the same, the page's policy forbids the browser
to run or load anything. Jinja2 is imported when the first page is drawn, because most commands draw none.
"""

from __future__ import annotations

import base64
import functools
from typing import TYPE_CHECKING

from autograder.core.languages import number_shown, spoken, spoken_plural
from autograder.core.languages import shown as in_reading_language
from autograder.core.languages.choice import reading
from autograder.core.records import Outcome
from autograder.reports import measurement_names, wording
from autograder.reports.check_texts import figure_sentence
from autograder.reports.sanitize import one_line, plain

if TYPE_CHECKING:
    from jinja2 import Environment

REPORTS = "autograder.reports.html"
CLASSES = {  # in the style sheet; all other outcomes are failures
    Outcome.PASSED: "passed",
    Outcome.BROKEN: "ours",
    Outcome.SKIPPED: "still",
    Outcome.NOT_STARTED: "still",
}


def render(template: str, *, package: str = REPORTS, **shown: object) -> str:
    """The HTML that a template makes of some values.

    Args:
        package: in whose ``templates/`` it is.

    Raises:
        jinja2.UndefinedError: the template asks for a value that is not there.
    """
    return environment(package).get_template(template).render(shown)


@functools.cache
def environment(package: str = REPORTS) -> Environment:
    """Jinja2's settings, and what the templates of a package can call; each template is compiled once."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    made = Environment(
        loader=ChoiceLoader([PackageLoader(one) for one in dict.fromkeys((package, REPORTS))]),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_fit_to_show,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"spoken": spoken, "spoken_plural": spoken_plural, "shown": in_reading_language, "number_shown": number_shown, "reading": reading}
    made.filters |= {
        "line": _line,
        "points": wording.points,
        "out_of": wording.out_of,
        "figure_sentence": figure_sentence,
        "text_standing": wording.text_standing,
        "measured": measurement_names.in_words,
        "base64": _base64,
        "outcome_class": lambda outcome: CLASSES.get(outcome, "failed"),
        "outcome_sign": wording.OUTCOME_SIGNS.get,
    }
    return made


def _fit_to_show(value: object) -> object:
    """Numbers and HTML that a template has made stay as they are; all else becomes plain text in the reader's language, which is escaped next."""
    if type(value) is not str and (isinstance(value, (int, float)) or hasattr(value, "__html__")):
        return value
    return plain(in_reading_language(value) if isinstance(value, str) else value)


def _line(text: object, limit: int = 200) -> str:
    return one_line(in_reading_language(text) if isinstance(text, str) else text, limit)


def _base64(data: bytes) -> object:
    from markupsafe import Markup

    return Markup(base64.b64encode(data).decode())  # no character of it means anything in HTML
