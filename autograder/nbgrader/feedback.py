"""What a student reads in the notebook that comes back: a test cell's output, in the same words as ``check``.

Students get this page, so it holds what ``reports`` shows to students: of hidden checks neither source nor input nor
expected value, neither prints nor pictures. Every text of theirs is escaped, every picture made anew.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.nbgrader.marks import Mark, exercise_of
from autograder.records import ExerciseResult, Report
from autograder.reports import exercise_fragment, markup, pictures, words

PICTURES = 2 * 2**20  # bytes in one cell
STYLE = """
.autograder { border: 1px solid #d9dce1; border-radius: 6px; padding: .5em .9em; color: #1d2026; background: #fff;
  font-family: system-ui, "Helvetica Neue", Arial, sans-serif; font-size: 14px; line-height: 1.45; }
.autograder h4 { font-size: 15px; margin: .2em 0; display: inline-block; }
.autograder .score { font-weight: 400; color: #565d69; margin-left: .5em; }
.autograder ul { list-style: none; margin: .3em 0; padding: 0; }
.autograder li { border-left: 3px solid #d9dce1; margin: .35em 0; padding: .1em 0 .1em .7em; }
.autograder li.passed { border-left-color: #3f9a5a; } .autograder li.failed { border-left-color: #b3261e; }
.autograder p { margin: .15em 0; } .autograder .quiet, .autograder figcaption { color: #565d69; font-size: 13px; }
.autograder .said { white-space: pre-wrap; overflow-wrap: anywhere; }
.autograder .feedback { background: #fff6dc; border-left: 3px solid #d9a521; padding: .3em .6em; }
.autograder .word { background: #eceef1; border-radius: 4px; padding: 0 .4em; font-size: 12px; }
.autograder .passed .word { background: #dcf1e0; color: #0f5122; }
.autograder .failed .word { background: #fbdcd9; color: #8a1c14; }
.autograder pre { white-space: pre-wrap; background: #eceef1; padding: .4em .6em; border: 0; }
.autograder figure { margin: .4em 0; } .autograder img { max-width: 22em; width: 100%; height: auto; background: #fff; }
"""


def output(report: Report, grade_id: str, mark: Mark, points: float, number: int) -> dict:
    """A test cell's output: the report to read, and the score for nbgrader.

    Args:
        mark: what goes into the gradebook.
        points: the cell's in the gradebook.
        number: the exercise's on the page.

    Returns:
        The output's data: nbgrader takes ``text/plain``, everybody else sees ``text/html``.
    """
    exercise = exercise_of(report, grade_id)
    parts = []
    if mark.why:
        parts.append(
            f'<p class="feedback">Not graded yet; a person will look at it. <span class="said">{markup.text(mark.why)}</span></p>'
        )
    if exercise is not None:
        drawn = _pictures(report, exercise)
        parts.append(exercise_fragment(exercise, number=number, source=report.source, for_student=True) + drawn)
        if mark.score is not None and exercise.max_score != points:
            parts.append(
                f'<p class="quiet">{words.points(mark.score)} of {words.points(points)} points in this course.</p>'
            )
    html = f'<style>{STYLE}</style>\n<div class="autograder">{"".join(parts)}</div>'
    return {"text/html": html, "text/plain": repr(float(mark.score or 0.0))}


def notes(report: Report) -> str:
    """What was found on the page as a whole, or nothing: a cell that does not parse, lines that are not Python."""
    if not report.notes:
        return ""
    said = "".join(f'<li class="said">{markup.text(note)}</li>' for note in report.notes)
    return f'<style>{STYLE}</style>\n<div class="autograder"><p>Notes about the page:</p><ul>{said}</ul></div>'


def _pictures(report: Report, exercise: ExerciseResult) -> str:
    """What the function drew in the checks that students have themselves."""
    only = replace(report, exercises=(exercise,))
    return pictures.Pictures(PICTURES, for_student=True).collect([only]).show(0, exercise)
