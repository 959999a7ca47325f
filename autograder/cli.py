"""The command line: parse, call, print. Exit codes: 0 done · 1 something to fix, or not graded · 2 wrong usage."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from autograder import __version__, datasets
from autograder import assignment as assignments
from autograder.assignment import Assignment, AssignmentBroken, AssignmentNotFound, suggest
from autograder.files import write_atomically
from autograder.records import Report, Status

DONE, TO_FIX, USAGE = 0, 1, 2
PAGES = (".py", ".ipynb")


class Wrong(Exception):
    """Wrong usage, or something that is not there; its text is what the person reads."""

    exit_code = USAGE


class ToFix(Wrong):
    """The command was right, and the work it looked at is not."""

    exit_code = TO_FIX


def main(arguments: list[str] | None = None) -> int:
    """Runs one command. Returns the exit code, for ``sys.exit``."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    parser = _parser()
    try:
        try:
            options = parser.parse_args(arguments)
            return options.run(options)
        finally:
            sys.stdout.flush()  # also after --help, which leaves by SystemExit: a reader that is gone shows here
    except (Wrong, AssignmentNotFound, AssignmentBroken) as error:
        print(f"autograder: {error}", file=sys.stderr)
        return getattr(error, "exit_code", USAGE)
    except datasets.DatasetError as error:
        print(f"autograder: {error}", file=sys.stderr)
        return TO_FIX
    except KeyboardInterrupt:
        print("\nautograder: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it ends
        return DONE
    except OSError as error:
        if error.filename is None:
            raise
        print(f"autograder: {error.filename}: {error.strerror}.", file=sys.stderr)
        return USAGE


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="autograder", description="Checks and grades exercises for a first neural network.")
    parser.add_argument("--version", action="version", version=f"autograder {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_Parser)
    parser.set_defaults(run=lambda _options: _welcome(parser))

    demo = commands.add_parser("demo", help="grade a sample class, offline")
    demo.add_argument("--out", type=Path, default=Path("demo"), help="folder for pages and reports (default: demo)")
    demo.add_argument("--assignment", default="", help="name or folder (default: the only one there is)")
    demo.add_argument("--jobs", type=_positive, help="processes (default: one per core)")
    demo.set_defaults(run=_demo)

    check = commands.add_parser("check", help="check your page: what is right, what is wrong and why")
    check.add_argument(
        "names", nargs="*", metavar="FILE EXERCISE", help="a .py or .ipynb file, then exercises (default: all)"
    )
    _judging(check)
    check.add_argument(
        "--public", action="store_true", help="leave the hidden checks out, even where they can be found"
    )
    check.set_defaults(run=_check)

    grade = commands.add_parser("grade", help="grade files and folders")
    grade.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a page, or a folder of pages or of students' folders"
    )
    grade.add_argument("--out", type=Path, required=True, help="folder for the reports")
    grade.add_argument("--jobs", type=_positive, help="processes (default: one per core)")
    _judging(grade)
    grade.set_defaults(run=_grade)

    build = commands.add_parser("build", help="solutions/ → assignments/")
    build.add_argument("--check", action="store_true", help="write nothing; say whether assignments/ is up to date")
    build.add_argument("--assignment", default="", help="name or folder (default: all)")
    build.set_defaults(run=_build)

    audit = commands.add_parser("audit", help="prove every exercise honest")
    audit.add_argument("exercises", nargs="*", metavar="EXERCISE", help="default: all")
    audit.add_argument("--assignment", default="", help="name or folder (default: the only one there is)")
    audit.set_defaults(run=_audit)

    doctor = commands.add_parser("doctor", help="try what a submission must not be able to do here")
    doctor.set_defaults(run=_doctor)
    return parser


def _judging(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--assignment", default="", help="name or folder (default: by the page's name)")
    parser.add_argument("--seed", type=_natural, default=17, help="of the hidden inputs (default: 17)")
    parser.add_argument("--budget", default="quick", help="training budget: quick or full (default: quick)")
    parser.add_argument(
        "--isolation",
        choices=("full", "reduced", "none"),
        default="full",
        help="the highest level to try (default: full)",
    )
    parser.add_argument("--spawn", action="store_true", default=None, help="a fresh Python for each function (slower)")


# -- commands ------------------------------------------------------------------------------------------------------


def _welcome(parser: argparse.ArgumentParser) -> int:
    parser.print_help()
    print("\nNew here? Start with   autograder demo")
    return DONE


def _demo(options: argparse.Namespace) -> int:
    from autograder import batch, demo
    from autograder.judge import Settings

    assignment = _with_solutions(options.assignment)
    pages = options.out / "submissions"
    print(
        f"A sample class for {assignment.title}: {len(demo.STUDENTS)} pages, some right, some with well-known mistakes."
    )
    paths = demo.make_class(assignment, pages)
    handed = [batch.Handed(path.stem, path) for path in paths]
    reports = _grade_all(handed, assignment, Settings(dataset=datasets.ALWAYS_THERE), options.jobs, options.out)
    page = _write(reports, options.out, assignment)
    print(f"The class report with pictures: {page}")
    print(f"The pages that were graded:     {pages}{_slash()}")
    start = _relative(assignment.folder.parent.parent / "assignments" / assignment.name / f"{assignment.name}.py")
    print(f"\nNext: write your own. Open {start}, then   autograder check {start}")
    return TO_FIX if any(report.status is Status.NOT_GRADED for report in reports) else DONE


def _check(options: argparse.Namespace) -> int:
    from autograder import batch, confine, reports
    from autograder.judge import ChecksBroken, Settings
    from autograder.processes import StartFailed

    path, exercises, assignment = _what_to_check(options)
    settings = Settings(
        options.seed,
        options.budget,
        tuple(exercises),
        options.public or assignment.public,
        spawn=options.spawn,
        isolation=options.isolation,
    )
    _known_budget(assignment, options.budget)
    count = len(exercises) or len(assignment.exercises)
    with _progress("checking", None) as (advance, _), batch.Grader(assignment.folder, settings) as grader:
        seen: set[str] = set()

        def show(exercise: str, _result: object) -> None:
            if exercise not in seen:
                seen.add(exercise)
                advance(f"checking {exercise} ({len(seen)} of {count})")

        try:
            report = grader.grade(batch.Handed(path.stem, path), show)
        except (ChecksBroken, StartFailed) as error:
            raise ToFix(f"The checks could not run, and that is not your fault: {error}") from error
    if report.status is Status.UNREADABLE:
        raise ToFix(f"{report.problem}\nMend this first, then   autograder check {_relative(path)}")
    numbers = {exercise.name: number for number, exercise in enumerate(assignment.exercises, 1)}
    reports.print_report(
        report,
        _console(),
        path=str(_relative(path)),
        numbers=numbers,
        isolation=confine.sentence(report.isolation),
    )
    return DONE if all(exercise.passed for exercise in report.exercises) else TO_FIX


def _grade(options: argparse.Namespace) -> int:
    from autograder import batch
    from autograder.judge import Settings

    if not options.assignment:
        raise Wrong("Say which assignment is meant: --assignment NAME.")
    assignment = _with_solutions(options.assignment)
    _known_budget(assignment, options.budget)
    for path in options.paths:
        if not path.exists():
            raise Wrong(f"There is no file or folder {path}.")
        if path.is_file() and path.suffix not in PAGES:
            raise Wrong(f"{path} is no page: a page ends in .py or .ipynb.")
    handed = batch.collect(options.paths, assignment.name)
    if not handed:
        raise Wrong(f"No page (.py or .ipynb) was found in {', '.join(str(path) for path in options.paths)}.")
    settings = Settings(options.seed, options.budget, spawn=options.spawn, isolation=options.isolation)
    reports = _grade_all(handed, assignment, settings, options.jobs, options.out)
    page = _write(reports, options.out, assignment)
    print(f"One report for each of {len(reports)} submissions: {options.out}{_slash()}")
    print(f"\nNext: open the class report   {page}")
    return DONE if all(report.status is Status.GRADED for report in reports) else TO_FIX


def _build(options: argparse.Namespace) -> int:
    from autograder import build

    stale = []
    for assignment in _all_with_solutions(options.assignment):
        target = assignment.folder.parent.parent / "assignments" / assignment.name
        store = build.stored(assignment)
        try:
            if options.check:
                current = {name: build.key(assignment, name) for name in sorted(assignment.functions)}
                keys = {name: entry["key"] for name, entry in store.get("exercises", {}).items()}
                if keys != current:
                    stale.append(f"{assignment.name}: the mistakes' signatures")
                    continue
                stale += [f"assignments/{assignment.name}/{name}" for name in build.is_fresh(assignment, target, store)]
                continue
            with _progress("working out what the mistakes do", None) as (advance, _):
                store = build.signatures(assignment, lambda name: advance(f"what the mistakes do: {name}"), store)
            write_atomically(assignment.folder / "mistakes" / build.STORE, build.as_json(store).encode())
            files = build.build(assignment, target, store)
        except build.AnswerLeaked as error:
            raise ToFix(
                f"Nothing was written, because a file for students would give something away: {error}"
            ) from error
        print(f"{_relative(target)}: {len(files)} files")
    if stale:
        raise ToFix("Out of date: " + ", ".join(stale) + ".\nNext:   autograder build")
    print("Up to date." if options.check else "\nNext:   autograder audit")
    return DONE


def _audit(options: argparse.Namespace) -> int:
    from autograder import audit
    from autograder.processes import Starters

    assignment = _with_solutions(options.assignment)
    for name in options.exercises:
        assignment.exercise(name)
    target = assignment.folder.parent.parent / "assignments" / assignment.name
    with _progress("auditing", None) as (advance, _), Starters() as starters:
        faults = audit.audit(
            assignment, starters, tuple(options.exercises), target, lambda what: advance(f"audited {what}")
        )
    for fault in faults:
        print(f"✗ {fault}")
    count = len(options.exercises) or len(assignment.exercises)
    if faults:
        print(f"\n{len(faults)} faults in {count} exercises. Next: mend the first, then   autograder audit")
        return TO_FIX
    mistakes, alternatives = (
        sum(not options.exercises or program.function in options.exercises for program in programs)
        for programs in (assignment.mistakes, assignment.alternatives)
    )
    print(
        f"{count} exercises are honest: {mistakes} mistakes caught and named, {alternatives} other right answers accepted."
    )
    print("\nNext:   autograder grade PATH --assignment NAME --out DIR")
    return DONE


def _doctor(_options: argparse.Namespace) -> int:
    """Says which level of isolation this system allows, and what was tried to find out."""
    import platform
    import tempfile

    from autograder import confine

    print(f"autograder {__version__}, Python {platform.python_version()}, {platform.platform()}")
    with tempfile.TemporaryDirectory() as scratch, tempfile.NamedTemporaryFile() as canary:
        os.chmod(canary.name, 0o666)
        level = confine.best_level(scratch, canary.name)
        tried = confine.attempts_at(level, scratch, canary.name) if hasattr(os, "fork") else {}
    for what, prevented in tried.items():
        print(f"  {'✓ prevented:' if prevented else '✗ possible: '} {what}")
    print(confine.sentence(level))
    print("\nNext:   autograder demo")
    return DONE


# -- what is meant -------------------------------------------------------------------------------------------------


def _what_to_check(options: argparse.Namespace) -> tuple[Path, list[str], Assignment]:
    """The page, the exercises and the assignment that the words of ``check`` mean."""
    names = list(options.names)
    path = None
    if names and (names[0].endswith(PAGES) or Path(names[0]).exists()):
        path = Path(names.pop(0))
        if path.is_dir():
            path = _page_in(path, options.assignment)
        elif not path.exists():
            near = (
                suggest(path.name, [other.name for other in path.parent.glob("*") if other.suffix in PAGES])
                if path.parent.is_dir()
                else ""
            )
            raise Wrong(f"There is no file {path}.{near}")
        elif path.suffix not in PAGES:
            raise Wrong(f"{path} is no page: a page ends in .py or .ipynb.")
    else:
        path = _page_in(Path(), options.assignment, names)
    assignment = assignments.find(options.assignment, path)
    for name in names:
        assignment.exercise(name)
    return path, names, assignment


def _page_in(folder: Path, name: str, asked: list[str] | None = None) -> Path:
    """The student's page in a folder: the one named like the assignment beside it; the newest of .py and .ipynb."""
    pages = [path for path in sorted(folder.glob("*")) if path.suffix in PAGES and path.is_file()]
    known = {place.name for place in assignments.all_near(folder / "page.py")} | {Path(name).name}
    fitting = [path for path in pages if path.stem in known] or (pages if len(pages) == 1 else [])
    if fitting:
        return max(fitting, key=lambda path: path.stat().st_mtime)
    where = "here" if folder == Path() else f"in {folder}"
    word = f"{asked[0]!r} is no file, and there" if asked else "There"
    if len(pages) > 1:
        names = ", ".join(path.name for path in pages[:5])
        raise Wrong(
            f"{word} are several pages {where}: {names}. Say which is meant:   autograder check {folder / pages[0]}"
        )
    raise Wrong(f"{word} is no page {where} to check. Say which file is meant:   autograder check mnist.py")


def _with_solutions(name: str) -> Assignment:
    found = _all_with_solutions(name)
    if len(found) > 1:
        raise Wrong(f"Say which assignment is meant: --assignment {' or '.join(one.name for one in found)}.")
    return found[0]


def _all_with_solutions(name: str) -> list[Assignment]:
    """Assignments in the instructors' form, from the folders above this one or above the package."""
    if name:
        found = assignments.find(name)
        if found.public:
            raise Wrong(f"{found.name} is here without its solutions; this command needs solutions/{found.name}/.")
        return [found]
    folders = [folder for folder in assignments.all_near() if (folder / assignments.SETTINGS).is_file()]
    if not folders:
        raise AssignmentNotFound("There is no solutions/ folder here. Run this in a clone of the kit.")
    return [assignments.load(folder) for folder in folders]


def _known_budget(assignment: Assignment, name: str) -> None:
    if assignment.budgets:
        assignment.budget(name)


# -- shared --------------------------------------------------------------------------------------------------------


def _grade_all(handed: list, assignment: Assignment, settings: object, jobs: int | None, out: Path) -> list[Report]:
    """Grades, shows progress, and writes each report as soon as it is there."""
    from autograder import batch, reports, suspicion
    from autograder.judge import ChecksBroken
    from autograder.processes import StartFailed

    stems = reports.file_stems(one.name for one in handed)
    done: list[Report] = []
    try:
        with _progress("grading", len(handed)) as (advance, step):
            for report in batch.grade(handed, assignment.folder, settings, jobs):
                done.append(report)
                reports.write_report(report, out, stems[report.submission])
                step()
                advance(f"grading: {report.submission} {_in_short(report)}")
    except (ChecksBroken, StartFailed) as error:
        raise ToFix(f"The checks could not run: {error}") from error
    compared = suspicion.compare(sorted(done, key=lambda report: report.submission))
    for report in compared:
        if report not in done:  # what only the whole class shows
            reports.write_report(report, out, stems[report.submission])
    return compared


def _write(done: list[Report], out: Path, assignment: Assignment) -> Path:
    """Prints the class table; writes the same as CSV and as a page with pictures. Returns the page."""
    from autograder import confine, reports

    reports.print_class(done, _console())
    write_atomically(out / "grades.csv", reports.class_csv(done))
    when = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    isolation = confine.sentence(confine.lowest({report.isolation for report in done}))
    page = reports.class_page(done, title=assignment.title, when=when, isolation=isolation)
    write_atomically(out / "report.html", page.encode())
    return out / "report.html"


def _in_short(report: Report) -> str:
    return f"{report.score:g} of {report.max_score:g}" if report.status is Status.GRADED else str(report.status)


@contextmanager
def _progress(what: str, total: int | None):
    """A bar on a terminal, plain lines elsewhere. Gives ``advance(text)`` and ``step()``."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_lines(total), lambda: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    columns = [SpinnerColumn(), TextColumn("{task.description}", markup=False)]
    if total:
        columns += [BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()]
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda text: bar.update(task, description=text), lambda: bar.advance(task)


def _console():
    """Where reports are printed: coloured on a terminal, plain elsewhere."""
    from rich.console import Console

    class Reports(Console):
        def on_broken_pipe(self) -> None:  # rich would end the program
            raise BrokenPipeError

    return Reports(highlight=False, soft_wrap=False)


def _plain_lines(total: int | None) -> Callable[[str], None]:
    count = 0

    def say(text: str) -> None:
        nonlocal count
        count += 1
        if total:  # one line per submission; a single page needs none
            print(f"[{count}/{total}] {text}", file=sys.stderr, flush=True)

    return say


def _relative(path: Path) -> Path:
    """As short as it can be typed from here."""
    try:
        return path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path


def _slash() -> str:
    return "\\" if sys.platform == "win32" else "/"


def _natural(text: str) -> int:
    if not text.isdigit():
        raise argparse.ArgumentTypeError(f"{text!r} is no whole number from 0 on")
    return int(text)


def _positive(text: str) -> int:
    number = int(text) if text.isdigit() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a positive whole number")
    return number


class _Parser(argparse.ArgumentParser):
    """Says what was probably meant."""

    def error(self, message: str) -> None:
        import re

        choice = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)", message)
        if choice:
            known = re.findall(r"[\w-]+", choice.group(2))
            message = (
                f"There is no command {choice.group(1)!r}.{suggest(choice.group(1), known)} Known: {', '.join(known)}."
            )
        print(f"autograder: {message}\nTry   {self.prog} --help", file=sys.stderr)
        sys.exit(USAGE)
