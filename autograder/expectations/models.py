"""Networks: what a check can say about a model. Meaning counts, not spelling."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer, fail_closed
from autograder.expectations.compile_words import CompileWords
from autograder.expectations.learning_words import LearningWords
from autograder.expectations.size_words import SizeWords
from autograder.expectations.structure_words import StructureWords


@fail_closed
class ModelExpectation(StructureWords, CompileWords, LearningWords, SizeWords):
    """Words about one model. Each returns None or the number it found, or raises ``Failure``."""

    def is_another_model_than(self, other: Answer, hint: str = "") -> None:
        """Another call built another model (equal weights from a fixed seed are allowed)."""
        same_item = getattr(self.model, "path", ()) == getattr(other, "path", ())
        if self.model.handle == getattr(other, "handle", -1) and same_item:
            self.fail(message("{call} gave the same model twice; expected a new one at each call."), ("same model",), hint)
        if _shared(self.model.plain, getattr(other, "plain", None)):
            text = message("{call} gave two models that share weights: training one also changes the other. Expected new layers at each call.")
            self.fail(text, ("shared weights",), hint)


def _shared(one: Any, other: Any) -> bool:
    """Whether two described models have a variable in common. Its values are compared, too: numbers of variables may repeat."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return False
    tables = [[weight for weight in model["weights"] if weight.ndim > 1] for model in (one, other)]
    if not set(one.get("variables", ())) & set(other.get("variables", ())):
        return False
    return any(np.array_equal(mine, theirs) for mine in tables[0] for theirs in tables[1])
