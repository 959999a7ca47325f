"""How a page is judged."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.core import keras_backend
from autograder.core.languages import message

LEAST_RECHECK = 0.02


@dataclass(frozen=True)
class Settings:
    """How to judge.

    Attributes:
        seed: of every random input.
        budget: which training budget of the assignment.
        exercises: names to judge; empty for all.
        public_only: leave the hidden checks out.
        dataset: instead of the assignment's own; empty for that.
        telling: look for the smallest input on which a wrong function is wrong; it is shown, and no mark depends on it.
        spawn, isolation: see ``sandbox.fork_server_handle.forks`` and ``isolation``.
        questions: ask about functions that have passed, see ``judging.own_code``; no mark depends on it.
        off: checks that do not count, as ``exercise::check``: no other check waits for them.
        recheck: the share of what shortcuts have saved in a class that is judged in full as well, see ``grading.recheck``;
            at least ``LEAST_RECHECK``.
        backend: with which Keras computes, see ``keras_backend``.

    Raises:
        ValueError: the share is too small, or more than all.
    """

    seed: int = 17
    budget: str = "quick"
    exercises: tuple[str, ...] = ()
    public_only: bool = False
    dataset: str = ""
    spawn: bool | None = None
    isolation: str = "full"
    telling: bool = True
    questions: bool = False
    off: tuple[str, ...] = ()
    recheck: float = LEAST_RECHECK
    backend: str = field(default_factory=keras_backend.usual)

    def __post_init__(self) -> None:
        if not LEAST_RECHECK <= self.recheck <= 1:
            raise ValueError(message("{share} is not a share from {least} to 1", share=self.recheck, least=LEAST_RECHECK))

    def off_in(self, exercise: str) -> list[str]:
        """The names of an exercise's checks that do not count, in order.

        Example:
            >>> Settings(off=("double::test_b", "total::test_a")).off_in("double")
            ['test_b']
        """
        return sorted(name for one in self.off for where, _, name in [one.partition("::")] if where == exercise)
