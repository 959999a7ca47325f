"""The class report and a student's own page: one self-contained file each, without scripts.

Every text goes through ``_text`` or ``_line``, which take out what is not plain and escape the rest; every picture is
made anew from its pixels. Should something slip through all the same, the page's policy forbids the browser to run or
load anything.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from importlib import resources

from autograder.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.reports import charts, summary, words
from autograder.reports.safe import clean_png, one_line, plain

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
PICTURE_BUDGET = 12 * 2**20  # bytes of pictures in one page: what a phone still opens
WIDEST_PICTURE = 800  # pixels
CLASSES = {
    Outcome.PASSED: "passed",
    Outcome.BROKEN: "ours",
    Outcome.SKIPPED: "still",
    Outcome.NOT_STARTED: "still",
}


def class_page(
    reports: Sequence[Report],
    *,
    title: str = "",
    when: str = "",
    isolation: str = "",
    budget: int = PICTURE_BUDGET,
) -> str:
    """The class report: marks, exercises, misconceptions, who has what, and every check of every submission.

    Args:
        reports: of one assignment, in the order of the table.
        title: the assignment's name by default.
        when: when it was graded, as it should be shown.
        isolation: a sentence about the isolation, instead of two words.
        budget: bytes that all pictures together may have. Those of failed checks come first; a sentence stands where
            one is left out.
    """
    reports = list(reports)
    names = ", ".join(_distinct(report.assignment for report in reports))
    title = title or f"Class report: {names or 'no submissions'}"
    pictures = _Pictures(budget)
    for wanted in (False, True):
        for place, report in enumerate(reports):
            pictures.collect(place, report, passed=wanted)
    body = [
        '<a class="skip" href="#submissions">Skip to the submissions</a>',
        f"<header><h1>{_line(title)}</h1>{_about(reports, when, isolation)}{_figures(reports)}</header>",
        "<main>",
        _marks(reports),
        _exercises(reports),
        _misconceptions(reports),
        _table(reports),
        _sections(reports, pictures),
        "</main>",
    ]
    return _page(title, "".join(body))


def submission_page(
    report: Report, *, title: str = "", when: str = "", isolation: str = "", for_student: bool = True
) -> str:
    """One submission as a page of its own.

    Args:
        for_student: leave out the seed, and what code printed or drew during hidden checks, which could show their
            inputs.
    """
    title = title or f"{report.submission}: {report.assignment}"
    pictures = _Pictures(PICTURE_BUDGET, for_student)
    for wanted in (False, True):
        pictures.collect(0, report, passed=wanted)
    score = (
        f"<p><strong>{words.out_of(report)} points</strong>{_not_final(report)}</p>"
        if report.exercises
        else ""
    )
    about = _about([report], when, isolation, seed=not for_student)
    inside = _inside(report, 0, pictures, for_student, level=2)
    return _page(title, f"<header><h1>{_line(title)}</h1>{about}{score}</header><main>{inside}</main>")


def exercise_fragment(
    exercise: ExerciseResult, *, number: int = 1, source: str = "", for_student: bool = True
) -> str:
    """One exercise without a page around it and without pictures, for a notebook's cell."""
    return _exercise(exercise, number, source, "", for_student, repeat=False, level=4)


# -- the parts of the class report -------------------------------------------------------------------------------------


def _about(reports: list[Report], when: str, isolation: str, seed: bool = True) -> str:
    said = [_line(when)] if when else []
    said += [f"data: {_line(', '.join(map(words.dataset, _distinct(report.dataset for report in reports))))}"]
    said += [f"training: {_line(name)}" for name in _distinct(report.budget for report in reports)]
    said += [f"seed {number}" for number in _distinct(int(report.seed) for report in reports)] if seed else []
    levels = _distinct(report.isolation for report in reports)
    if not isolation:
        said += [_line(words.ISOLATION.get(level, level)) for level in levels]
    more = f'<p class="quiet">{_line(isolation)}</p>' if isolation else ""
    return f'<p class="quiet">{" · ".join(said)}</p>{more}'


def _figures(reports: list[Report]) -> str:
    graded = summary.graded(reports)
    most = sum(column.max_score for column in summary.columns(reports))
    figures = [(str(len(reports)), "submission" if len(reports) == 1 else "submissions")]
    if graded:
        scores = [report.score for report in graded]
        figures += [
            (words.points(summary.median(reports)), f"median of {words.points(most)} points"),
            (f"{words.points(min(scores))} to {words.points(max(scores))}", "lowest and highest"),
        ]
    if len(graded) < len(reports):
        figures.append((str(len(reports) - len(graded)), "without a mark, see below"))
    items = "".join(f"<li><strong>{_line(number)}</strong> {_line(name)}</li>" for number, name in figures)
    return f'<ul class="figures">{items}</ul>'


def _marks(reports: list[Report]) -> str:
    return f'<section><h2>Marks</h2><div class="card">{charts.distribution(summary.histogram(reports))}</div></section>'


def _exercises(reports: list[Report]) -> str:
    rows = [
        f'<tr><th scope="row">{one.column.number} {_line(one.column.name)}'
        f'<span class="title">{_line(one.column.title)}</span></th>'
        f"<td>{one.solved}</td><td>{one.begun}</td><td>{one.not_started}</td>"
        f'<td class="share">{charts.shares(one.solved, one.begun, one.not_started)}</td>'
        f"<td>{100 * one.share:.0f} %</td></tr>"
        for one in summary.successes(reports)
    ]
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col"><span class="swatch {name}" aria-hidden="true"></span>{word}</th>'
        for name, word in (("solved", "solved"), ("begun", "begun"), ("untouched", "not started"))
    )
    return (
        "<section><h2>Exercises</h2>"
        '<div class="scroll" tabindex="0" role="region" aria-label="Success in each exercise">'
        f'<table class="exercises"><thead><tr><th scope="col" class="left">exercise</th>{heads}'
        f'<th scope="col" class="left">of the graded submissions</th><th scope="col">points</th></tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div></section>"
    )


def _misconceptions(reports: list[Report]) -> str:
    places = _places(reports)
    items = []
    for one in summary.misconceptions(reports):
        who = ", ".join(
            f'<a href="#s{places[name]}"><bdi>{_line(name)}</bdi></a>' for name in one.submissions
        )
        items.append(
            f'<li><div class="times">{len(one.submissions)}<small>of {len(reports)}</small></div><div>'
            f"<p><strong>{_line(one.exercise)}</strong> · <code>{_line(one.mistake)}</code></p>"
            f'<p class="said">{_text(one.feedback)}</p><p class="quiet">{who}</p></div></li>'
        )
    inside = "<p>No known mistake showed up.</p>"
    if items:
        inside = f'<div class="card"><ol class="ranked">{"".join(items)}</ol></div>'
    return f"<section><h2>What was mixed up</h2>{inside}</section>"


def _table(reports: list[Report]) -> str:
    columns = summary.columns(reports)
    most = sum(column.max_score for column in columns)
    heads = "".join(
        f'<th scope="col"><span class="name">{_line(column.name)}</span> '
        f'<span class="number">{column.number}</span></th>'
        for column in columns
    )
    maxima = "".join(f"<td>{words.points(column.max_score)}</td>" for column in columns)
    rows = "".join(_table_row(place, report, columns, most) for place, report in enumerate(reports))
    key = "".join(
        f'<span><span class="swatch {name}" aria-hidden="true"></span>{text}</span>'
        for name, text in (
            ("solved", "all points"),
            ("begun", "some or none"),
            ("untouched", "· not started"),
        )
    )
    return (
        '<section id="submissions"><h2>Submissions</h2>'
        '<div class="scroll" tabindex="0" role="region" aria-label="Points of each submission in each exercise">'
        '<table class="class"><thead><tr><th scope="col">submission</th>'
        f'{heads}<th scope="col">total</th></tr></thead><tbody>'
        '<tr class="most"><th scope="row">points possible</th>'
        f'{maxima}<td class="total">{words.points(most)}</td></tr>{rows}</tbody></table></div>'
        f'<p class="key quiet">{key}<span>! our bug: costs nothing, not final</span></p></section>'
    )


def _table_row(place: int, report: Report, columns: list[summary.Column], most: float) -> str:
    name = f'<th scope="row"><a href="#s{place}"><bdi>{_line(report.submission, 60)}</bdi></a></th>'
    if not report.exercises:
        return f'<tr>{name}<td class="said" colspan="{len(columns) + 1}">{_line(words.problem(report))}</td></tr>'
    found = {exercise.name: exercise for exercise in report.exercises}
    cells = "".join(_cell(found.get(column.name)) for column in columns)
    if report.status is Status.GRADED:
        return f'<tr>{name}{cells}<td class="total">{words.points(report.score)}</td></tr>'
    return f'<tr>{name}{cells}<td class="total ours">{words.points(report.score)} !</td></tr>'


def _cell(exercise: ExerciseResult | None) -> str:
    if exercise is None:
        return "<td></td>"
    if exercise.not_started:
        return (
            '<td class="still"><span aria-hidden="true">·</span><span class="unseen">not started</span></td>'
        )
    score = words.points(exercise.score)
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return f'<td class="ours">{score} !</td>'
    kind = "full" if exercise.score >= exercise.max_score else "part" if exercise.score > 0 else "none"
    return f'<td class="{kind}">{score}</td>'


def _sections(reports: list[Report], pictures: _Pictures) -> str:
    parts = []
    for place, report in enumerate(reports):
        score = words.out_of(report) if report.exercises else words.STATUS[report.status]
        # The anchor is inside: browsers open a closed section when a link leads into it.
        parts.append(
            f'<details class="one"><summary><h3><bdi>{_line(report.submission)}</bdi></h3>'
            f' <span class="score">{score}{_not_final(report)}</span></summary><div class="inside" id="s{place}">'
            f"{_inside(report, place, pictures, for_student=False, level=4)}"
            '<p class="back quiet"><a href="#submissions">Back to the table</a></p></div></details>'
        )
    return f"<section><h2>Every check</h2>{''.join(parts)}</section>"


# -- one submission ----------------------------------------------------------------------------------------------------


def _inside(report: Report, place: int, pictures: _Pictures, for_student: bool, level: int) -> str:
    parts = []
    if report.problem:
        word = words.STATUS[report.status].capitalize()
        parts.append(f'<div class="problem">{word}: {_text(report.problem)}</div>')
    if report.notes:
        notes = "".join(f'<li class="said">{_text(note)}</li>' for note in report.notes)
        parts.append(f'<p class="quiet">Notes about the page:</p><ul class="quiet">{notes}</ul>')
    for number, exercise in enumerate(report.exercises, 1):
        shown = pictures.show(place, exercise)
        repeat = not for_student
        parts.append(_exercise(exercise, number, report.source, shown, for_student, repeat, level))
    if not for_student and report.exercises:
        parts.append(
            f'<p class="quiet">{_line(report.source)} · judged in {report.seconds:.1f} s · '
            f"SHA-256 {_line(report.source_sha256)[:16]}</p>"
        )
    return "".join(parts)


def _exercise(
    exercise: ExerciseResult,
    number: int,
    source: str,
    pictures: str,
    for_student: bool,
    repeat: bool,
    level: int,
) -> str:
    rows = words.rows(exercise, source, for_student, repeat)
    quiet = exercise.passed and not any(row.said for row in rows)
    score = "not started" if exercise.not_started else words.out_of(exercise)
    if quiet:
        score += f" · {words.count(len(rows), 'check')} passed"
    head = f'<h{level}>{number} {_line(exercise.name)} <span class="score">{score}</span></h{level}>'
    if exercise.not_started:
        return f'<div class="exercise">{head}</div>'
    checks = "".join(_check(row, for_student) for row in rows)
    inside = f'<ul class="checks">{checks}</ul>{pictures}'
    if quiet:
        return f'<details class="exercise"><summary>{head}</summary>{inside}</details>'
    return f'<div class="exercise">{head}{inside}</div>'


def _check(row: words.Row, for_student: bool) -> str:
    check = row.check
    mark = words.MARKS[check.outcome]
    hidden = "" if check.public or for_student else " · hidden"
    said = "".join(_said(kind, text, "" if for_student else check.mistake or "") for kind, text in row.said)
    return (
        f'<li class="{CLASSES.get(check.outcome, "failed")}"><p>'
        f'<span class="word"><span aria-hidden="true">{mark.sign}</span> {mark.word}</span> '
        f'{_line(check.title or check.name)} <span class="worth quiet">{words.out_of(check)}{hidden}</span></p>'
        f"{said}</li>"
    )


def _said(kind: str, text: str, mistake: str) -> str:
    if kind == "output":
        return f'<p class="quiet">It printed:</p><pre class="output">{_text(text)}</pre>'
    if kind == "feedback":
        name = f' <code class="quiet">{_line(mistake)}</code>' if mistake else ""
        return f'<p class="said feedback">{_text(text)}{name}</p>'
    if kind == "remark":
        return f'<p class="said quiet">Note: {_text(text)}</p>'
    return f'<p class="said{" quiet" * (kind in ("place", "bug"))}">{_text(text)}</p>'


@dataclass
class _Pictures:
    """Chooses the pictures of a page: each one once, until the budget is spent."""

    budget: int
    for_student: bool = False
    found: dict[tuple[int, str], list[str]] = field(default_factory=dict)
    seen: set[tuple[int, str, bytes]] = field(default_factory=set)
    left_out: dict[tuple[int, str], int] = field(default_factory=dict)

    def collect(self, place: int, report: Report, passed: bool) -> None:
        """Takes the pictures of the checks that passed, or of the others."""
        for exercise in report.exercises:
            for check in exercise.checks:
                wanted = check.figure and (check.public or not self.for_student)
                if wanted and (check.outcome is Outcome.PASSED) is passed:
                    self._take((place, exercise.name), check)

    def show(self, place: int, exercise: ExerciseResult) -> str:
        key = (place, exercise.name)
        shown = "".join(self.found.get(key, ()))
        shown = f'<div class="pictures">{shown}</div>' if shown else ""
        more = words.count(self.left_out.get(key, 0), "picture")
        if key in self.left_out:
            shown += f'<p class="quiet">{more} left out: too large for this page, or damaged.</p>'
        return shown

    def _take(self, key: tuple[int, str], check: CheckResult) -> None:
        if (*key, check.figure) in self.seen:
            return
        self.seen.add((*key, check.figure))
        picture = clean_png(check.figure, WIDEST_PICTURE) if self.budget > 0 else None
        if picture is None or len(picture) > self.budget:
            self.left_out[key] = self.left_out.get(key, 0) + 1
            return
        self.budget -= len(picture)
        self.found.setdefault(key, []).append(_figure(picture, key[1], check))


def _figure(picture: bytes, exercise: str, check: CheckResult) -> str:
    width, height = int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")
    word = words.MARKS[check.outcome].word
    title = _line(check.title or check.name)
    return (
        f'<figure><img width="{width}" height="{height}" '
        f'alt="The figure that {_line(exercise)} drew for the check: {title}" '
        f'src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        f"<figcaption>{word}: {title}</figcaption></figure>"
    )


# -- the page ----------------------------------------------------------------------------------------------------------


def _page(title: str, body: str) -> str:
    style = resources.files("autograder.reports").joinpath("report.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{_line(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _not_final(report: Report) -> str:
    return ", not final" if report.exercises and report.status is not Status.GRADED else ""


def _places(reports: list[Report]) -> dict[str, int]:
    return {report.submission: place for place, report in reversed(list(enumerate(reports)))}


def _distinct(values: Iterable) -> list:
    return [value for value in dict.fromkeys(values) if value != ""]


def _text(text: str) -> str:
    return html.escape(plain(text))


def _line(text: str, limit: int = 200) -> str:
    return html.escape(one_line(text, limit))
