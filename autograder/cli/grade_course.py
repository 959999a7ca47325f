"""``autograder grade --course DIR``: a class that nbgrader collected is judged, and its gradebook is filled."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.grading import rechecked, write_class
from autograder.cli.progress import class_progress
from autograder.cli.targets import known_budget
from autograder.cli.terminal import progress, relative, say
from autograder.core import file_names, installed
from autograder.core.faults import kept_apart
from autograder.core.file_names import few
from autograder.core.languages import choice, message, shown, spoken, what_it_says, with_or
from autograder.core.records import Report, Status
from autograder.grading import class_answers, class_output, graded_places
from autograder.grading.class_output import ClassFiles, compared
from autograder.grading.run import RunFailed, results

MOST_LISTED = 20  # students, by name


@dataclass
class CourseRun:
    """What became of a class.

    Attributes:
        reports: in order of the students; fresh: how many of them were there already.
        filled, left_alone: students whose gradebook entry was written, and was right already.
        problems: sentences about single students; named: these students. notes: others, that ask for nothing.
    """

    reports: list[Report] = field(default_factory=list)
    fresh: int = 0
    filled: int = 0
    left_alone: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)


def need_nbgrader() -> None:
    """
    Raises:
        ToFix: nbgrader is not installed, or not with what the kit needs beside it.
    """
    if not all(find_spec(name) for name in ("nbgrader", "jupytext", "nbformat")):
        raise WorkNotRight(message("This needs nbgrader, which is not installed:   {command}", command=installed.extra("nbgrader")))


def grade_course(
    folder: Path, name: str, jobs: int | None, regrade: bool, changed: dict[str, object], quiet: bool = False
) -> int:
    """Judges who is not judged yet, and brings the gradebook up to date.

    Args:
        folder: the course's; name: the assignment's, or empty.
        changed: settings that were typed, instead of the course's own; the others are None.
        quiet: without the table of the class.
    """
    need_nbgrader()
    from autograder.nbgrader.gradebook_connection import GradebookUnusable
    from autograder.nbgrader.grading import CourseGrader
    from autograder.nbgrader.report_store import stem
    from autograder.nbgrader.write_gradebook import Filling, NotReady

    if not folder.is_dir():
        raise UsageError(message("There is no folder {folder}.", folder=folder))
    try:
        filling = Filling(folder, name or only_assignment(folder), changed)
    except (NotReady, GradebookUnusable) as error:
        raise UsageError(what_it_says(error)) from error
    choice.speak(of_page=filling.language)
    known_budget(filling.course.assignment, filling.settings.budget)
    judging = CourseGrader.of(filling.course, filling.settings)
    found = CourseRun()
    handed = filling.course.handed_in()
    _judge(judging, handed, jobs, found, regrade)
    after = compared(found.reports)
    for one, report, before in zip(handed, after, found.reports, strict=True):
        if report != before:  # what only the whole class shows
            judging.keep(report, one, report.graded_with)
    found.reports = after
    _fill(filling, handed, found, regrade, quiet)
    for one in handed:
        if others := filling.course.worked_beside(one.name):
            found.notes.append(
                message(
                    "{student}: {page} was graded. There is work in {others}, too. To see what it would have earned:   {command}",
                    student=one.name, page=one.path.name, others=", ".join(others),
                    command=f"autograder grade {relative(one.path.parent / others[0])} --student {one.name} --out DIR",
                )
            )  # fmt: skip
    for student, others in filling.course.without_notebook().items():
        found.problems.append(_no_notebook(student, filling.course.notebook, others))
    if handed:
        graded_places.note(filling.course.reports, sorted({one.path.parents[2] for one in handed}))
    paths = {one.name: one.path for one in handed}
    answers = class_answers.of_files(filling.course.assignment, found.reports, paths, filling.course.reports)
    return _print_result(filling, found, {one.name: stem(one.name) for one in handed}, answers, quiet)


def only_assignment(course: Path) -> str:
    """The name of the assignment that the kit judges in this course, if there is one only."""
    from autograder.content.assignment_folder import SETTINGS
    from autograder.nbgrader.course import SOLUTIONS

    names = sorted(path.parent.name for path in (course / SOLUTIONS).glob(f"*/{SETTINGS}"))
    if len(names) != 1:
        raise UsageError(message("Name the assignment: --assignment {names}.", names=with_or(names) or "NAME"))
    return names[0]


def _judge(judging, handed: list, jobs: int | None, found: CourseRun, afresh: bool) -> None:
    """Reports on every student, in the order of ``handed``.

    Args:
        afresh: judge all of them, whatever earlier runs have found.
    """

    def known(one) -> Report | None:
        """What cannot be looked up is judged."""
        find = partial(judging.find, one)
        return kept_apart(message("looking for an earlier report"), one.name, find, lambda _status, _text: None)

    believed = not afresh and judging.believes_stored_reports
    there = {one.name: report for one in handed if (report := known(one))} if believed else {}
    found.fresh = len(there)
    waiting = [one for one in handed if one.name not in there]
    try:
        with class_progress(len(waiting)) if waiting else nullcontext() as shown:
            stored = [(one, there[one.name]) for one in handed if one.name in there]
            for report in results(judging.all(waiting, jobs, afresh, stored)) if waiting else ():
                if report.submission not in there:  # else a shortcut did not hold; the page is counted already
                    shown.done(report)
                there[report.submission] = report
    except RunFailed as error:
        raise WorkNotRight(what_it_says(error)) from error
    found.reports = [there[one.name] for one in handed]
    if waiting and judging.recheck is not None:
        (found.notes if judging.recheck.held else found.problems).extend(rechecked(judging.recheck))


def _fill(filling, handed: list, found: CourseRun, afresh: bool, quiet: bool) -> None:
    with progress(spoken("filling the gradebook"), lines=not quiet) as tell:
        for one, report in zip(handed, found.reports, strict=True):
            name = file_names.shown(one.name)
            fill = partial(_filled, filling, one, report, afresh)
            said, problem = kept_apart(message("filling the gradebook"), one.name, fill, lambda _status, text: (text, True))
            found.left_alone += not said
            found.filled += bool(said) and not problem
            found.problems += [message("{student}: {problem}", student=name, problem=said)] if problem else []
            found.named |= {one.name} if problem else set()
            tell(spoken("gradebook: {student}: {what}", student=name, what=said or message("up to date")))


def _filled(filling, one, report: Report, afresh: bool) -> tuple[str, bool]:
    """What was done to a student's entry, or why it could not be written, and whether that is so; empty if it was right."""
    why = message("graded again") if afresh else filling.out_of_date(one, report)
    if not why:
        return "", False
    problem = filling.fill(one.name)
    return problem or message("written ({why})", why=why), bool(problem)


def _waiting(cells: dict[str, list[str]], named: set[str]) -> list[str]:
    """What waits for a person in the gradebook, by name: a mark is not final before.

    Args:
        named: students of whom it is said already that nothing is graded.
    """
    said = []
    for cell, students in cells.items():
        students = [student for student in students if student not in named]
        if students:
            said.append(message("{cell}: needs manual grading in formgrader: {students}.", cell=cell, students=few(students, MOST_LISTED)))
    return said


def _no_notebook(student: str, name: str, others: list[str]) -> str:
    if f"{name}.ipynb" in others:
        return message("{student}: {name}.ipynb is not a file, or is a link out of the folder. Ask the student, then grade again.", student=student, name=name)
    about = {"student": student, "name": name, "others": ", ".join(others[:3])}
    if not others:
        return message("{student}: {name}.ipynb is missing. Ask the student, then grade again.", **about)
    if any(one.endswith(".ipynb") for one in others):
        return message("{student}: {name}.ipynb is missing; found {others}. Rename it, then grade again.", **about)
    return message(
        "{student}: {name}.ipynb is missing; found {others}. That is not a notebook, so nbgrader does not take it: ask the student, then grade again.",
        **about,
    )


def _forced(course, found: CourseRun) -> str:
    """What makes nbgrader renew feedback that is there already, where marks have changed since; empty if none is old."""
    return " --force" if any(course.has_old_feedback(report.submission) for report in found.reports) else ""


def _with_corrections(filling, report: Report) -> Report:
    """A report with the gradebook's marks, which says what was corrected."""
    changed = filling.corrected(filling.uncorrected(report))
    if not changed.corrections:
        return report
    free = {"status": changed.status, "problem": changed.problem} if changed.status is Status.EXEMPT else {}
    return replace(report, corrections=changed.corrections, **free)


def _write_corrected_pages(filling, stems: dict[str, str]) -> None:
    """The pages of students whose marks were corrected, now or before, say so; the JSON files are what the checks have found."""
    from autograder.reports import ReportUnreadable, read_report, write_page

    names = {entry.student for entry in filling.course.corrections.log()}
    for name in stems if "" in names else names & stems.keys():
        try:
            report = read_report(filling.course.reports / f"{stems[name]}.json")
        except ReportUnreadable:
            continue
        write_page(filling.corrected(report), filling.course.reports, stems[name])


def _print_result(
    filling, found: CourseRun, stems: dict[str, str], answers: class_answers.ClassAnswers, quiet: bool = False
) -> int:
    """The class table with the gradebook's marks, what needs a person, and the next step.

    Args:
        quiet: without the table.
    """
    from autograder.content.notebook import CHECK
    from autograder.reports.gradebook_marks import entered
    from autograder.reports.wording import STATUS, count

    course = filling.course
    entries = [_with_corrections(filling, one) for one in entered(found.reports, filling.marks(), CHECK)]
    written: ClassFiles | None = None
    if entries:
        make = partial(class_output.write_class, table=lambda _some: "") if quiet else write_class
        written = make(entries, course.reports, course.assignment.title, stems=stems, answers=answers)
    _write_corrected_pages(filling, stems)
    if written is not None:
        found.reports = written.reports
    about = {"reports": count(len(found.reports), "report"), "place": relative(course.reports)}
    say(spoken("{reports} ({number} from before): {place}", number=found.fresh, **about) if found.fresh else spoken("{reports}: {place}", **about))
    say(spoken("Gradebook: {number} written, {others} already up to date.", number=found.filled, others=found.left_alone))
    for report in found.reports:
        if report.status is not Status.GRADED and not report.waits:
            about = {"student": report.submission, "status": STATUS[report.status], "problem": report.problem}
            found.problems.append(message("{student}: {status}, needs attention. {problem}", **about))
            found.named.add(report.submission)
    found.problems += _waiting(filling.waiting(), found.named)
    for note in found.notes:
        say(f"  {shown(note)}")
    for problem in found.problems:
        say(f"  ! {file_names.readable(shown(problem))}")
    if written is not None:
        say("\n" + spoken("Class report: {page}", page=relative(written.page)))
    say("\n" + spoken("Next:   {command}", command=f"nbgrader generate_feedback {course.name}{_forced(course, found)}"))
    return TO_FIX if found.problems or (written and written.problems) else DONE
