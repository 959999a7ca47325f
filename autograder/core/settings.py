"""How a page is judged."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    """How to judge.

    Attributes:
        seed: of every random input.
        budget: which training budget of the assignment.
        exercises: names to judge; empty for all.
        public_only: leave the hidden checks out.
        dataset: instead of the assignment's own; empty for that.
        spawn, isolation: see ``sandbox.fork_server_handle.forks`` and ``isolation``.
    """

    seed: int = 17
    budget: str = "quick"
    exercises: tuple[str, ...] = ()
    public_only: bool = False
    dataset: str = ""
    spawn: bool | None = None
    isolation: str = "full"
