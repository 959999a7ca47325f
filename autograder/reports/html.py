"""The class report and a student's own page: one self-contained file each, without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from autograder.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import charts, markup, pictures, summary, words
from autograder.reports.sections import inside, not_final


def class_page(
    reports: Sequence[Report],
    *,
    title: str = "",
    when: str = "",
    isolation: str = "",
    budget: int = pictures.BUDGET,
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
    shown = pictures.Pictures(budget).collect(reports)
    body = [
        '<a class="skip" href="#submissions">Skip to the submissions</a>',
        f"<header><h1>{markup.line(title)}</h1>{_about(reports, when, isolation)}{_figures(reports)}</header>",
        "<main>",
        _marks(reports),
        _exercises(reports),
        _misconceptions(reports),
        _suspicions(reports),
        _table(reports),
        _sections(reports, shown),
        "</main>",
    ]
    return markup.page(title, "".join(body))


def submission_page(
    report: Report, *, title: str = "", when: str = "", isolation: str = "", for_student: bool = True
) -> str:
    """One submission as a page of its own.

    Args:
        for_student: leave out the seed, and what code printed or drew during hidden checks, which could show their
            inputs.
    """
    title = title or f"{report.submission}: {report.assignment}"
    shown = pictures.Pictures(pictures.BUDGET, for_student).collect([report])
    score = f"<p><strong>{words.out_of(report)} points</strong>{not_final(report)}</p>" if report.exercises else ""
    about = _about([report], when, isolation, seed=not for_student)
    checks = inside(report, 0, shown, for_student, level=2)
    return markup.page(title, f"<header><h1>{markup.line(title)}</h1>{about}{score}</header><main>{checks}</main>")


# -- the parts of the class report -------------------------------------------------------------------------------------


def _about(reports: list[Report], when: str, isolation: str, seed: bool = True) -> str:
    said = [markup.line(when)] if when else []
    said += [f"data: {markup.line(', '.join(map(words.dataset, _distinct(report.dataset for report in reports))))}"]
    said += [f"training: {markup.line(name)}" for name in _distinct(report.budget for report in reports)]
    said += [f"seed {markup.line(number)}" for number in _distinct(report.seed for report in reports)] if seed else []
    levels = _distinct(report.isolation for report in reports)
    if not isolation:
        said += [markup.line(words.ISOLATION.get(level, level)) for level in levels]
    more = f'<p class="quiet">{markup.line(isolation)}</p>' if isolation else ""
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
    items = "".join(f"<li><strong>{markup.line(number)}</strong> {markup.line(name)}</li>" for number, name in figures)
    return f'<ul class="figures">{items}</ul>'


def _marks(reports: list[Report]) -> str:
    return f'<section><h2>Marks</h2><div class="card">{charts.distribution(summary.histogram(reports))}</div></section>'


def _exercises(reports: list[Report]) -> str:
    rows = [
        f'<tr><th scope="row">{one.column.number} {markup.line(one.column.name)}'
        f'<span class="title">{markup.line(one.column.title)}</span></th>'
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
        who = ", ".join(f'<a href="#s{places[name]}"><bdi>{markup.line(name)}</bdi></a>' for name in one.submissions)
        items.append(
            f'<li><div class="times">{len(one.submissions)}<small>of {len(reports)}</small></div><div>'
            f"<p><strong>{markup.line(one.exercise)}</strong> · <code>{markup.line(one.mistake)}</code></p>"
            f'<p class="said">{markup.text(one.feedback)}</p><p class="quiet">{who}</p></div></li>'
        )
    inside = "<p>No known mistake showed up.</p>"
    if items:
        inside = f'<div class="card"><ol class="ranked">{"".join(items)}</ol></div>'
    return f"<section><h2>What was mixed up</h2>{inside}</section>"


def _suspicions(reports: list[Report]) -> str:
    places = _places(reports)
    items = [
        f'<dt><a href="#s{places[report.submission]}"><bdi>{markup.line(report.submission)}</bdi></a></dt>'
        + "".join(f'<dd class="said">{markup.text(note)}</dd>' for note in report.suspicions)
        for report in reports
        if report.suspicions
    ]
    if not items:
        return ""
    return (
        "<section><h2>For a person to look at</h2>"
        f'<p class="quiet">{words.NO_VERDICT}</p><div class="card"><dl>{"".join(items)}</dl></div></section>'
    )


def _table(reports: list[Report]) -> str:
    columns = summary.columns(reports)
    most = sum(column.max_score for column in columns)
    heads = "".join(
        f'<th scope="col"><span class="name">{markup.line(column.name)}</span> '
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
    name = f'<th scope="row"><a href="#s{place}"><bdi>{markup.line(report.submission, 60)}</bdi></a></th>'
    if not report.exercises:
        return f'<tr>{name}<td class="said" colspan="{len(columns) + 1}">{markup.line(words.problem(report))}</td></tr>'
    found = {exercise.name: exercise for exercise in report.exercises}
    cells = "".join(_cell(found.get(column.name)) for column in columns)
    if report.status is Status.GRADED:
        return f'<tr>{name}{cells}<td class="total">{words.points(report.score)}</td></tr>'
    return f'<tr>{name}{cells}<td class="total ours">{words.points(report.score)} !</td></tr>'


def _cell(exercise: ExerciseResult | None) -> str:
    if exercise is None:
        return "<td></td>"
    if exercise.not_started:
        return '<td class="still"><span aria-hidden="true">·</span><span class="unseen">not started</span></td>'
    score = words.points(exercise.score)
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return f'<td class="ours">{score} !</td>'
    kind = "full" if exercise.score >= exercise.max_score else "part" if exercise.score > 0 else "none"
    return f'<td class="{kind}">{score}</td>'


def _sections(reports: list[Report], shown: pictures.Pictures) -> str:
    parts = []
    for place, report in enumerate(reports):
        score = words.out_of(report) if report.exercises else words.STATUS[report.status]
        # The anchor is inside: browsers open a closed section when a link leads into it.
        parts.append(
            f'<details class="one"><summary><h3><bdi>{markup.line(report.submission)}</bdi></h3>'
            f' <span class="score">{score}{not_final(report)}</span></summary><div class="inside" id="s{place}">'
            f"{inside(report, place, shown, for_student=False, level=4)}"
            '<p class="back quiet"><a href="#submissions">Back to the table</a></p></div></details>'
        )
    return f"<section><h2>Every check</h2>{''.join(parts)}</section>"


def _places(reports: list[Report]) -> dict[str, int]:
    return {report.submission: place for place, report in reversed(list(enumerate(reports)))}


def _distinct(values: Iterable) -> list:
    return [value for value in dict.fromkeys(values) if value != ""]
