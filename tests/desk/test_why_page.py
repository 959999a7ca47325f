"""An explanation is read in the reader's language; what the student's code is and gave stays as it is."""

import re

import numpy as np
from pseudo_locale import pseudo_locale, untranslated

from autograder.core.languages import message
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.desk.why import CodeLine, Why, WhyCall, WhyCheck, value_in_words
from autograder.desk.why_page import as_read, page
from autograder.transport.wire import Described

CALL = WhyCall("double", (("numbers", value_in_words(np.arange(50.0))),), value_in_words([1] * 60), value_in_words(2.5), "", None)
CHECK = CheckResult("test_any", "doubles any number of numbers", Outcome.FAILED, 0.0, 2.0, message=message("{call} gave None.", call="double(2)"))
FOUND = Why(
    "Ada", "double", "page.py", (CodeLine(3, "return numbers + 1", True),), (WhyCheck(CHECK, CHECK, "def test_any(double): ...", (CALL,), 3, CHECK),),
    ExerciseResult("double", (CHECK,)), ExerciseResult("double", (CHECK,)), (), "miniature",
)  # fmt: skip


def test_the_page_and_the_values_are_translated():
    with pseudo_locale():
        shown = page(FOUND)
        values = as_read(FOUND).checks[0].calls[0]
    assert untranslated(re.sub(r"<style.*?</style>|<pre.*?</pre>|<[^>]*>", "\n", shown, flags=re.S)) == []
    assert "beginning" not in values.arguments[0][1] and "items" not in values.given and values.expected == "2.5"


def test_in_english_nothing_changes():
    assert as_read(FOUND) == FOUND
    assert values_of(FOUND) == ["an array of shape (50,), float64, from 0 to 49, beginning with 0, 1, 2, 3, 4, 5", "a list of 60 items", "2.5"]


def values_of(found):
    call = found.checks[0].calls[0]
    return [call.arguments[0][1], call.given, call.expected]


def test_a_history_and_a_model_say_what_their_callbacks_did():
    stop = {
        "class_name": "EarlyStopping", "kind": "EarlyStopping", "settings": {"patience": 3}, "stopped": 7, "restored": None, "rates": [],
        "saved": [], "times": {"rates": 0, "saved": 0},
    }  # fmt: skip
    record = {"training": {"ran": 7, "asked": 9, "number": 1, "of": 1, "given": 1, "callbacks": [stop]}}
    told = "It trained with EarlyStopping(patience=3), which stopped it after epoch 7 and restored no weights."
    assert value_in_words(Described("history", "History", record)) == f"a training history: {told}"
    assert value_in_words(Described("model", "Sequential", {"record": record})) == f"a model: {told}"
    assert value_in_words(Described("model", "Sequential", {"record": None})) == "a model"
