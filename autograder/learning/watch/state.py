"""What the screen is about: which exercise is being worked on, its standing, and what a key does to that.

Nothing here knows a terminal or a process; events of the checker and names of keys go in, and ``view`` shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from autograder.content.assignment import Assignment
from autograder.core.faults import Unreadable
from autograder.core.languages import spoken
from autograder.core.records import ExerciseResult
from autograder.core.written_answer import WrittenAnswer
from autograder.learning import hint_and_solution, stubs
from autograder.learning.progress import Progress
from autograder.learning.standing import ExerciseStanding, unfinished
from autograder.learning.watch.checker import CheckBegan, CheckEnded, CheckFailed, Idle, PageSaved, PageUnreadable
from autograder.reports import wording


@dataclass
class WatchState:
    """The state of one session.

    Attributes:
        path: the page; rows: the standing of its exercises; empty until it was read.
        current: name of the exercise that is worked on.
        results: exercise -> its last result in this session.
        missing, notes, texts: see ``checker.PageSaved``.
        unread: why the page cannot be read; trouble: why it could not be checked; empty if all is well.
        busy: the exercise that is being checked; loading: the slow library it waits for.
        checked: when, and in how many seconds, the last check was done, as a text.
        banner: what was just passed; extra: a hint, a solution or an answer to a key.
        listing: the list is shown, with the cursor in this row; None for the exercise.
        resetting: the next r puts the stub back.
        scroll: lines of the exercise that are above the screen.
    """

    assignment: Assignment
    progress: Progress
    path: object
    clock: Callable[[], str]
    rows: list[ExerciseStanding] = field(default_factory=list)
    current: str = ""
    results: dict[str, ExerciseResult] = field(default_factory=dict)
    missing: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    texts: tuple[WrittenAnswer, ...] = ()
    unread: str = ""
    trouble: str = ""
    busy: str = ""
    loading: str = ""
    checked: str = ""
    banner: str = ""
    extra: str = ""
    listing: int | None = None
    resetting: bool = False
    scroll: int = 0

    @property
    def row(self) -> ExerciseStanding | None:
        return next((row for row in self.rows if row.name == self.current), None)

    @property
    def passed(self) -> int:
        return sum(row.passed for row in self.rows)

    @property
    def finished(self) -> bool:
        return bool(self.rows) and self.passed == len(self.rows)

    # -- what the checker reports ----------------------------------------------------------------------------------

    def happened(self, event: object) -> None:
        if isinstance(event, PageUnreadable):
            self.path, self.unread, self.busy = event.path, event.text, ""
            self.scroll = 0
        elif isinstance(event, PageSaved):
            self._seen(event)
        elif isinstance(event, CheckBegan):
            self.busy, self.loading = event.name, event.loading
        elif isinstance(event, CheckEnded):
            self._ended(event)
        elif isinstance(event, CheckFailed):
            self.trouble, self.busy = event.text, ""
        elif isinstance(event, Idle):
            self.busy = ""

    def _seen(self, event: PageSaved) -> None:
        first = not self.rows or event.path != self.path
        broken = [name for name in event.missing if name not in self.missing and name != self.current]
        self.path, self.rows, self.missing, self.notes = event.path, event.rows, event.missing, event.notes
        self.texts = event.texts
        self.unread = self.trouble = self.busy = ""
        if first or self.row is None:
            following = unfinished(self.rows)
            self.current = following.name if following else self.rows[0].name
        elif broken:
            self._turn_to(broken[0])  # a slip of the keyboard; nothing is said of it until it can be read again
        elif event.changed and self.current not in event.changed:
            self._turn_to(event.changed[0])  # the work goes on somewhere else on the page

    def _ended(self, event: CheckEnded) -> None:
        result = event.result
        self.rows, self.results[result.name] = event.rows, result
        self.checked = spoken("Checked at {clock}, in {seconds}.", clock=self.clock(), seconds=_seconds(event.seconds))
        if result.name != self.current:
            return
        self.banner, self.scroll = "", 0
        if result.passed:
            following = unfinished(self.rows, result.name)
            if following is not None:
                self._turn_to(following.name)
            self.banner = spoken("{name} passes: {score} points.", name=result.name, score=wording.out_of(result))
            if self.assignment.public:
                self.banner = f"{result.name}: {wording.standing(result, self.assignment.worth)}."

    # -- keys ------------------------------------------------------------------------------------------------------

    def pressed(self, key: str) -> str:
        """Does what a key asks for. Returns ``"quit"``, ``"look"`` (the page was changed here), or nothing."""
        was_resetting, self.resetting = self.resetting, False
        if key == "q":
            return "quit"
        if key in ("up", "down", "page up", "page down"):
            self._move(key)
        elif key in ("l", "escape") or (key == "enter" and self.listing is not None):
            self._list(key)
        elif self.row is not None:
            if key == "n":
                self._next()
            elif key == "h":
                self._say(hint_and_solution.next_hint(self.row.exercise, self.progress, self.assignment.name)[0])
            elif key == "s":
                self._say(hint_and_solution.solution(self.assignment, self.row.exercise, self.progress)[0])
            elif key == "r":
                return self._reset(was_resetting)
        return ""

    def _move(self, key: str) -> None:
        step = {"up": -1, "down": 1, "page up": -10, "page down": 10}[key]
        if self.listing is not None:
            self.listing = min(max(self.listing + step, 0), len(self.rows) - 1)
        else:
            self.scroll = max(self.scroll + step, 0)  # the screen knows how far down there is something

    def _list(self, key: str) -> None:
        if self.listing is not None:
            if key == "enter":
                self._turn_to(self.rows[self.listing].name)
            self.listing = None
        elif key == "l" and self.rows:
            self.listing = next(place for place, row in enumerate(self.rows) if row.name == self.current)

    def _next(self) -> None:
        following = unfinished(self.rows, self.current)
        if following is None or following.name == self.current:
            self._say(spoken("This is the only exercise left.") if following else spoken("Nothing left: every exercise passes."))
        else:
            self._turn_to(following.name)

    def _reset(self, asked: bool) -> str:
        name = self.current
        if not asked:
            self.resetting = True
            self._say(spoken("Press r again to replace {name} with its stub. Your page as it is now will be saved first.", name=name))
            return ""
        try:
            kept = stubs.reset(self.path, self.assignment, name)
        except (Unreadable, OSError) as error:
            self._say(spoken("{name} could not be reset: {error} Nothing was changed.", name=name, error=error))
            return ""
        if kept is None:
            self._say(spoken("{name} is unchanged since you received it: there is nothing to reset.", name=name))
            return ""
        self.results.pop(name, None)
        where = kept.relative_to(self.path.resolve().parent)
        self._say(spoken("{name} is back to its stub. Your previous page is saved as {where}\nReload the page in your editor.", name=name, where=where))
        return "look"

    def _say(self, text: str) -> None:
        self.listing, self.scroll, self.extra = None, 0, text

    def _turn_to(self, name: str) -> None:
        if name != self.current:
            self.current, self.extra, self.banner, self.scroll = name, "", "", 0


def _seconds(seconds: float) -> str:
    return spoken("{seconds:.1f} s", seconds=seconds) if seconds < 10 else spoken("{seconds:.0f} s", seconds=seconds)
