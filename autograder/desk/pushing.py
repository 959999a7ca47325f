"""Marks and feedback go to a learning platform, one student after the other, so that nothing is sent twice.

For each student the platform is asked first what is there. Then the journal says what is going to be sent, it is sent, and the
journal says that it has arrived. A crash at any moment leaves something that the next run understands: what has arrived without
a line in the journal is recognized by the mark, and by the hash in the name of the feedback file.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from autograder.core.languages import joined, message, plural, shown, what_it_says
from autograder.desk.platform_journal import JournalLine, PlatformJournal, Step, mark_text
from autograder.desk.push_plan import Fate, PushPlan, PushRow, student_report
from autograder.desk.store import Store
from autograder.lms.comment import comment_html, text_hash
from autograder.lms.platform import Delivery, LmsAssignment, LmsError, LmsMark, LmsRefused, LmsUncertain, Platform
from autograder.reports.html.submission import submission_page

TRIES = 3  # of one student, where the answer to a change is lost each time
HASH = 12  # characters of a hash that are in a file's name


@dataclass
class Pushed:
    """What became of a push.

    Attributes:
        sent, found: students to whom something was sent, and those for whom all was there already.
        failed: (student, why).
        stopped: why the rest was not tried; empty if it was.
    """

    sent: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)
    stopped: str = ""


class Pusher:
    """Sends what a plan says.

    Args:
        say: is called with each student's name before it is their turn.
    """

    def __init__(self, platform: Platform, store: Store, journal: PlatformJournal, say: Callable[[str], None] = lambda _name: None) -> None:
        self.platform = platform
        self.store = store
        self.journal = journal
        self.say = say

    def push(self, plan: PushPlan) -> Pushed:
        """Sends everything; if the platform fails, what was sent stays in the journal, and the next run goes on."""
        done = Pushed()
        for row in plan.of(Fate.SEND):
            self.say(row.mark.shown)
            try:
                sent = self._push(plan, row)
            except LmsRefused as error:
                done.failed.append((row.mark.shown, what_it_says(error)))
            except LmsError as error:
                done.stopped = what_it_says(error)
                return done
            else:
                (done.sent if sent else done.found).append(row.mark.shown)
        return done

    def _push(self, plan: PushPlan, row: PushRow) -> bool:
        """Sends one student's mark. Returns whether anything had to be sent."""
        assignment = plan.assignment
        file = feedback_name(plan.mine.name, row.sha256) if row.sha256 and assignment.takes_files else ""
        mark = mark_text(row.after, row.excused)
        problem = ""
        for number in range(TRIES):
            there = self.platform.mark(assignment, row.user)
            missing = self._missing(plan, row, there, file, bool(number))
            if missing is None:
                self.journal.add(JournalLine(row.user, Step.SENT if number else Step.FOUND, mark, row.sha256))
                return bool(number)
            self._is_as_planned(row, there, number)
            comment = "" if assignment.takes_files or not missing.text else text_hash(comment_html(missing.text))
            self.journal.add(JournalLine(row.user, Step.BEGUN, mark, row.sha256, comment))
            try:
                self.platform.give(assignment, row.user, missing)
            except LmsUncertain as error:
                problem = what_it_says(error)
                continue  # ask what is there
            self.journal.add(JournalLine(row.user, Step.SENT, mark, row.sha256, comment))
            return True
        raise LmsError(joined([problem, message("It was tried {number} times. Run the same command again later.", number=TRIES)]))

    def _is_as_planned(self, row: PushRow, there: LmsMark, number: int) -> None:
        """
        Raises:
            LmsRefused: the mark is neither the one that was shown in the plan nor the new one.
        """
        now = mark_text(there.score, there.excused)
        planned = row.before is not None and now == mark_text(row.before.score, row.before.excused)
        if not (planned or there.is_marked(row.after, row.excused) or now in row.known.marks or (number and not now)):
            raise LmsRefused(
                message("the mark in {platform} was changed to {mark} a moment ago, so it was kept", platform=self.platform.title, mark=in_words(there))
            )

    def _missing(self, plan: PushPlan, row: PushRow, there: LmsMark, file: str, tried: bool) -> Delivery | None:
        """What is not there yet, of mark and feedback; None if all of it is.

        Args:
            tried: this run has sent it, and the answer was lost.
        """
        is_marked = there.is_marked(row.after, row.excused)
        ours = f"{plan.mine.name}-feedback-"
        tag = file.rpartition(".")[0]
        has_file = not file or any(name.startswith(tag) for name in there.files)  # Canvas may put a number behind a name
        text = self._text(row) if row.sha256 else ""
        has_text = bool(file) or not text or self._has_comment(row, there, text, tried)
        if is_marked and has_file and has_text:
            return None
        return Delivery(
            score=None if is_marked else row.after,
            excused=row.excused and not is_marked,
            text=text,
            file="" if has_file else file,
            content=b"" if has_file else submission_page(student_report(row.mark, self.store)).encode("utf-8", "replace"),
            ours=ours,
            old_texts=row.known.texts,
        )

    def _has_comment(self, row: PushRow, there: LmsMark, text: str, tried: bool) -> bool:
        """Whether the comment is there, or one that a person has written, which stays."""
        if not there.shows_comment:  # it goes with the mark: where that is, an earlier try has arrived
            return tried or text_hash(comment_html(text)) in row.known.texts
        if not there.comment:
            return False
        here = text_hash(there.comment)
        return here == text_hash(comment_html(text)) or here not in row.known.texts

    def _text(self, row: PushRow) -> str:
        grade = row.mark.grade
        return grade.feedback if grade is not None else ""


def feedback_name(assignment: str, sha256: str) -> str:
    """The name of a student's feedback file; whoever sees it on the platform can tell what is in it.

    Example:
        >>> feedback_name("mnist", "0123456789abcdef")
        'mnist-feedback-0123456789ab.html'
    """
    return f"{assignment}-feedback-{sha256[:HASH]}.html"


def in_words(mark: LmsMark) -> str:
    """A mark that is on the platform, as a person reads it."""
    return message("excused") if mark.excused else message("no mark") if mark.score is None else mark_text(mark.score)


def summary(assignment: LmsAssignment, done: Pushed, title: str) -> list[str]:
    """What became of a push, in sentences."""
    from autograder.lms.filling import listed
    from autograder.reports.sanitize import ended

    place = {"assignment": assignment.title, "platform": title}
    said: list[str] = [
        plural("Sent to {assignment} in {platform}, for {count} student.", "Sent to {assignment} in {platform}, for {count} students.", len(done.sent), **place)
    ]
    if done.found:
        said.append(message("Nothing was sent twice: for {names}, all of it was there from an earlier run.", names=listed(done.found)))
    said += [f"{name}: {ended(shown(why))}" for name, why in done.failed]
    return said
