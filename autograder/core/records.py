"""What travels between the layers: frozen records, no behaviour beyond sums and (de)serialising.

A ``Report`` is what the judge says about one submission. Its dictionary form is the file an instructor keeps,
so its keys are a promise (``FORMAT``): more may be added, none renamed.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

from autograder.core.corrections import Correction
from autograder.core.figure_text import FigureText
from autograder.core.notes import read_note
from autograder.core.outcomes import WRONG as WRONG
from autograder.core.outcomes import LostReason as LostReason
from autograder.core.outcomes import Outcome as Outcome
from autograder.core.outcomes import Status as Status
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.recorded_messages import TEXTS, recorded, restored
from autograder.core.written_answer import WrittenAnswer

FORMAT = 1
OF_A_CHECK, OF_A_PAGE = ("message", "remark", "smallest"), ("notes", "problem", "suspicions", "differences")  # texts that may be messages
TIMES = ("seconds", "student_seconds", "training_seconds", "drawing_seconds")  # of a report: another one each time


class EndsTheRun(Exception):
    """What is wrong concerns every submission, not one: the checks, the data, or whoever is to judge."""


@dataclass(frozen=True)
class CheckResult:
    """One row of one check.

    Attributes:
        name: the test's name, with its parameter id in brackets if it has one.
        title: the sentence people see (the test's docstring).
        outcome: an ``Outcome``.
        points, max_points: 0 <= points <= max_points, finite.
        message: what the function gave, what was expected, what to try; empty if passed.
        mistake: name of the known mistake that gives the same answer, or None.
        feedback: that mistake's feedback; empty if there is none.
        confidence: how sure its name is, 0 to 1 (see ``judging.confidence``); None where no mistake is named.
        smallest: a small input, not one of a check, on which the function is wrong, what it gave, and what was expected; or empty.
        remark: something worth saying although no points are lost (a warning, say).
        public: students have this check on their own machine.
        line: line in the student's file where an exception was raised, or None.
        output: what the student's code printed during the check (hidden checks: for instructors only).
        figure: PNG bytes of the figure that was judged, or empty; figure_text: the same figure in words.
        measurements: numbers that the check has found, by name (``accuracy``, ``loss``), for the class's statistics; a
            name with ``_needed`` behind it is the least that passes.
    """

    name: str
    title: str
    outcome: Outcome
    points: float
    max_points: float
    message: str = ""
    mistake: str | None = None
    feedback: str = ""
    remark: str = ""
    public: bool = False
    line: int | None = None
    output: str = ""
    figure: bytes = field(default=b"", repr=False)
    measurements: dict[str, float] = field(default_factory=dict, hash=False)
    figure_text: FigureText = FigureText()
    confidence: float | None = None
    smallest: str = ""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.points) and 0 <= self.points <= self.max_points):
            raise ValueError(f"{self.name}: {self.points} of {self.max_points} points is not a valid result")
        texts = (self.name, self.title, self.message, self.feedback, self.remark, self.output, self.smallest)
        if (
            not {*map(type, texts)} <= TEXTS
            or not isinstance(self.figure, bytes)
            or type(self.figure_text) is not FigureText
            or type(self.line) not in (int, type(None))
        ):
            raise ValueError(f"{self.name}: a part of the result is of a type that cannot be saved")
        if self.confidence is not None and not (type(self.confidence) is float and 0 <= self.confidence <= 1):
            raise ValueError(f"{self.name}: a confidence of {self.confidence!r} is not valid")
        for what, number in self.measurements.items():
            if not math.isfinite(number):
                raise ValueError(f"{self.name}: a measured {what} of {number} is not valid")


@dataclass(frozen=True)
class ExerciseResult:
    """One exercise (one function) of one submission; its score is the sum over its checks.

    Attributes:
        corrected: the points that a person has given in place of that sum, or None.
        questions: about what the student's own function does, after it has passed; no points depend on them.
    """

    name: str
    checks: tuple[CheckResult, ...]
    title: str = ""
    line: int | None = None  # where the function is in the student's file
    corrected: float | None = None
    questions: tuple[OwnCodeQuestion, ...] = ()

    @property
    def score(self) -> float:
        return float(sum(check.points for check in self.checks)) if self.corrected is None else self.corrected

    @property
    def max_score(self) -> float:
        return float(sum(check.max_points for check in self.checks))

    @property
    def passed(self) -> bool:
        return all(check.outcome is Outcome.PASSED for check in self.checks)

    @property
    def not_started(self) -> bool:
        return bool(self.checks) and all(check.outcome is Outcome.NOT_STARTED for check in self.checks)

    @property
    def has_no_name(self) -> bool:
        """Whether there is an answer, and it is wrong in a way that is not a known mistake."""
        wrong = self.line is not None and any(check.outcome in WRONG for check in self.checks)
        return wrong and not any(check.mistake for check in self.checks)


@dataclass(frozen=True)
class Report:
    """The judge's word on one submission.

    Attributes:
        submission: a short name (a student id, a file's stem), safe to show.
        source: the file's name as the student knows it (``mnist.py``), without folders.
        notes: sentences about the page as a whole (a cell that does not parse, magics that were left out).
        problem: why the status is not ``graded``; empty otherwise.
        suspicions: notes for a person, not for the student: possible attempts to get around the grader.
        fingerprints: of trained weights that came with the page, to be compared in a class.
        seconds: to judge it, without those in which libraries were loading for the whole class.
        student_seconds, training_seconds, drawing_seconds: of ``seconds``, those in the student's functions, in training the
            network, and in drawing the figures that the functions gave.
        graded_with: a hash of all that the marks depend on, where reports are kept to be used again; else empty.
        person: the student's name, where a learning platform has named the files by it; else empty.
        platform: which one, and its number of the student (``moodle:1234``); else empty.
        late: the platform has marked the submission as late.
        answers: a hash of all functions that were begun, whatever their layout, to be compared in a class; empty where
            these are too few to compare.
        variant: of the assignment, as JSON with the values of its parameters; empty where it has none.
        for_a_person: the texts that a person marks; their points are not among those of the report, unless ``texts_count``.
        judged_by: the engine, Python and the libraries that judged it: name -> version (see ``core.versions.judged_by``).
        backend: with which Keras computed (see ``core.keras_backend``); empty where no exercise needs Keras.
        differences: sentences for a person, not for the student: what came out differently when an exercise was judged again in
            full (see ``grading.recheck``). The marks are those of the class judged without the shortcut.
        assignment_version: of the assignment that judged it, as ``Assignment.version`` has it; empty where nothing was judged.
        corrections: what a person, or a rule of the course, has changed about the mark; in these points already.
        penalty: points that the course takes off for lateness; the score is without them.
        texts_count: a course has added the points of the texts; while one of them waits, the mark is not final.
    """

    assignment: str
    submission: str
    source_sha256: str
    status: Status
    exercises: tuple[ExerciseResult, ...]
    isolation: str
    dataset: str
    seed: int
    seconds: float
    source: str = ""
    budget: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    suspicions: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    student_seconds: float = 0.0
    training_seconds: float = 0.0
    drawing_seconds: float = 0.0
    graded_with: str = ""
    person: str = ""
    platform: str = ""
    late: bool = False
    answers: str = ""
    for_a_person: tuple[WrittenAnswer, ...] = ()
    assignment_version: str = ""
    differences: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    penalty: float = 0.0
    texts_count: bool = False
    backend: str = ""
    judged_by: dict[str, str] = field(default_factory=dict, hash=False)
    variant: str = ""

    @property
    def score(self) -> float:
        by_person = sum(text.points or 0.0 for text in self.for_a_person if self.texts_count)
        return max(0.0, float(sum(exercise.score for exercise in self.exercises) + by_person) - self.penalty)

    @property
    def max_score(self) -> float:
        by_person = sum(text.max_points for text in self.for_a_person if self.texts_count)
        return float(sum(exercise.max_score for exercise in self.exercises) + by_person)

    @property
    def checks(self) -> tuple[CheckResult, ...]:
        return tuple(check for exercise in self.exercises for check in exercise.checks)

    @property
    def broken(self) -> bool:
        return any(check.outcome is Outcome.BROKEN for check in self.checks)

    @property
    def waits(self) -> str:
        """Why a person is waited for although everything is judged; a gradebook may say so (``reports.gradebook_marks``)."""
        return ""

    def to_dict(self) -> dict[str, Any]:
        """The report's public form, ready for ``json.dumps``; images are left out (they have their own files)."""
        exercises = [
            {
                **_parts(exercise),
                "checks": [_without_figure(check) for check in exercise.checks],
                "score": exercise.score,
                "max_score": exercise.max_score,
            }
            for exercise in self.exercises
        ]
        own = {
            **vars(self),
            "exercises": exercises,
            "for_a_person": [dict(vars(one)) for one in self.for_a_person],
            "corrections": [one.to_dict() for one in self.corrections],
        }
        return {"format": FORMAT, **own, **recorded(self, OF_A_PAGE), "score": self.score, "max_score": self.max_score}

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Report:
        """The inverse of ``to_dict`` (without images); unknown keys are ignored, so newer reports can be read.

        Raises:
            ValueError: not a report, or one of another format.
        """
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            raise ValueError(f"not a report of format {FORMAT}")
        try:
            exercises = tuple(
                ExerciseResult(
                    **_known(ExerciseResult, exercise)
                    | {"checks": tuple(_check(check) for check in exercise["checks"])}
                    | {"questions": tuple(map(OwnCodeQuestion.from_dict, exercise.get("questions", ())))}
                )
                for exercise in content["exercises"]
            )
            return cls(
                **_known(cls, content)
                | {
                    "exercises": exercises,
                    "status": Status(content["status"]),
                    "fingerprints": tuple(content.get("fingerprints", ())),
                    "corrections": tuple(map(Correction.from_dict, content.get("corrections", ()))),
                    "for_a_person": tuple(
                        WrittenAnswer(**_known(WrittenAnswer, one)) for one in content.get("for_a_person", ())
                    ),
                    **restored(content, ("problem",)),
                    **{name: _notes(content, name) for name in ("notes", "suspicions", "differences")},
                }
            )
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not a report of format {FORMAT}: {error}") from error


def _without_figure(check: CheckResult) -> dict[str, Any]:
    content = {**vars(check), "measurements": dict(check.measurements)}
    del content["figure"], content["figure_text"]
    return content | ({"figure_text": check.figure_text.to_dict()} if check.figure_text else {}) | recorded(check, OF_A_CHECK)


def _parts(exercise: ExerciseResult) -> dict[str, Any]:
    """An exercise's parts; its questions only where there are any."""
    content = dict(vars(exercise))
    questions = content.pop("questions")
    return content | ({"questions": [one.to_dict() for one in questions]} if questions else {})


def _notes(content: dict[str, Any], name: str) -> tuple[str, ...]:
    texts = restored(content, (name,)).get(name, content.get(name, ()))
    return tuple(read_note(one, str(content.get("source", ""))) if type(one) is str else one for one in texts)


def _check(content: dict[str, Any]) -> CheckResult:
    figure_text = FigureText.from_dict(content["figure_text"]) if "figure_text" in content else FigureText()
    found = {"outcome": Outcome(content["outcome"]), "figure_text": figure_text} | restored(content, OF_A_CHECK)
    return CheckResult(**_known(CheckResult, content) | found)


def _known(record: type[CheckResult | ExerciseResult | WrittenAnswer | Report], content: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key in record.__dataclass_fields__}
