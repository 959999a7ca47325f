"""In which language an nbgrader course speaks: that of the environment, else that of its settings (``c.Judge.language``), else the system's."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from traitlets.config import Config

from autograder.core.languages import choice

T = TypeVar("T")


def of_course(config: Config) -> str:
    """The language in a course's settings; empty if they name none."""
    found = config.get("Judge", {}).get("language", "")
    return found if isinstance(found, str) else ""


def in_language_of_course(step: Callable[..., T]) -> Callable[..., T]:
    """Lets a step of nbgrader's speak the language of its course: nbgrader's own commands choose none."""

    @wraps(step)
    def spoken(self: Any, *given: Any, **named: Any) -> T:
        with choice.speaking(of_course(self.config)):
            return step(self, *given, **named)

    return spoken
