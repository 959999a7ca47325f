"""What is made of a whole class: its marks as CSV, its page, and what shows in comparison only. A report that cannot be taken
costs itself, not the class's files.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.core import file_names
from autograder.core.faults import kept_apart, not_final
from autograder.core.files import write_atomically
from autograder.core.languages import message, shown
from autograder.core.languages.dates import day_and_time
from autograder.core.records import EndsTheRun, Report, Status

if TYPE_CHECKING:
    from autograder.grading.class_answers import ClassAnswers

TABLE, CSV, PAGE = message("printing the class table"), message("writing the class's marks"), message("drawing the class page")


@dataclass(frozen=True)
class ClassFiles:
    """What was written of a class.

    Attributes:
        page: the class page. table: as it is printed.
        reports: as they are there; a report of which no line could be made is not graded.
        problems: sentences about what is missing.
    """

    page: Path
    table: str
    reports: list[Report]
    problems: list[str]

    @property
    def whole(self) -> bool:
        """Whether every student has a final mark, and all could be written."""
        return not self.problems and all(report.status in (Status.GRADED, Status.EXEMPT) for report in self.reports)


def write_class(
    done: list[Report],
    out: Path,
    title: str,
    table: Callable[[list[Report]], str],
    stems: Mapping[str, str] | None = None,
    answers: ClassAnswers | None = None,
) -> ClassFiles:
    """Writes the marks of a class as CSV and as a page, and makes its table.

    Args:
        done: in the order of the table; outlines are enough.
        title: the assignment's.
        table: makes the table of reports, as it is printed.
        stems: submission's name -> its files' stem, where it is not that of ``reports.file_stems``.
        answers: a few for each known mistake.
    """
    from autograder import reports
    from autograder.core import isolation_level
    from autograder.reports.folder import CLASS_PAGE

    when = shown(day_and_time(datetime.now().astimezone()))
    stems = stems or reports.file_stems(report.submission for report in done)

    def page(some: list[Report]) -> bytes:
        named = reports.named(some)
        isolation = isolation_level.sentence(isolation_level.lowest({report.isolation for report in some}))
        pages = reports.page_addresses({named[name].submission: stem for name, stem in stems.items() if name in named})
        drawn = reports.class_page(list(named.values()), title=title, when=when, isolation=isolation, pages=pages, answers=answers)
        return drawn.encode("utf-8", "replace")

    made = make({TABLE: table, CSV: reports.class_csv, PAGE: page}, done)
    for doing, name in ((CSV, "grades.csv"), (PAGE, CLASS_PAGE)):
        if doing in made.of:
            write_atomically(out / name, made.of[doing])
    return ClassFiles(out / CLASS_PAGE, made.of.get(TABLE, ""), made.reports, made.problems)


def compared(done: list[Report]) -> list[Report]:
    """The reports of a class with what only the whole class shows; one that cannot be compared is not graded.

    Args:
        done: outlines are enough.
    """
    from autograder.content import integrity

    doing: str = message("comparing the submissions")
    made = make({doing: integrity.compare}, done)
    found = {report.submission: report for report in made.of.get(doing, ())}
    return [found.get(report.submission, report) for report in made.reports]


@dataclass(frozen=True)
class Made:
    """What was made.

    Attributes:
        of: what was being done -> what came of it; what could not be done at all is not in it.
        reports: all of them, in order; one that could not be taken is not graded.
        problems: sentences about what is missing.
    """

    of: dict[str, Any]
    reports: list[Report]
    problems: list[str] = field(default_factory=list)


def make(works: Mapping[str, Callable[[list[Report]], object]], reports: list[Report]) -> Made:
    """Makes several things of a class.

    Where one of them cannot be made, the report that is the cause is found, and all are made again with that report not
    graded; then without its exercises; then that one thing is made without it.

    Args:
        works: what is done, for a sentence (``drawing the class page``) -> what does it, and does it again.
        reports: at least one.

    Raises:
        EndsTheRun: see there.
    """
    reports = list(reports)
    left_out: dict[str, set[str]] = {doing: set() for doing in works}
    of: dict[str, Any] = {}
    problems: list[str] = []
    waiting = list(works)
    while waiting:
        doing = waiting.pop(0)
        work = works[doing]
        inside = [report for report in reports if report.submission not in left_out[doing]]
        try:
            of[doing] = work(inside)
            continue
        except EndsTheRun:
            raise
        except Exception as error:
            fault = error
        cause = _cause(work, inside)
        if cause is None:
            kept_apart(doing, "the whole class", partial(_raise, fault), lambda _status, text: problems.append(text))
            continue
        weaker = kept_apart(doing, cause.submission, partial(_raise, fault), partial(_weaker, cause))
        if weaker is None:
            left_out[doing].add(cause.submission)
            problems.append(message("{name} is left out: a bug in the kit while {doing}.", name=file_names.shown(cause.submission), doing=doing))
            waiting.insert(0, doing)
        else:
            reports[reports.index(cause)] = weaker
            waiting = list(works)
    return Made(of, reports, problems)


def _raise(fault: Exception) -> None:
    raise fault


def _cause(work: Callable[[list[Report]], object], reports: list[Report]) -> Report | None:
    """The last one of the fewest first reports of which it cannot be made; None if it cannot be made of none."""
    if _fails(work, []):
        return None
    well, badly = 0, len(reports)
    while badly - well > 1:
        middle = (well + badly) // 2
        well, badly = (well, middle) if _fails(work, reports[:middle]) else (middle, badly)
    return reports[badly - 1]


def _fails(work: Callable[[list[Report]], object], reports: list[Report]) -> bool:
    try:
        work(reports)
    except EndsTheRun:
        raise
    except Exception:  # reported where the cause is looked for
        return True
    return False


def _weaker(report: Report, status: Status, text: str) -> Report | None:
    """The same report with less in it; None if there is no less."""
    if report.status is not status:
        return not_final(report, status, text)
    bare = replace(report, exercises=(), notes=(), suspicions=(), fingerprints=(), differences=())
    return bare if bare != report else None
