"""``assignment.toml`` as values of the right types. An unknown key is an error: it was mistyped, or does nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from autograder.content import variants
from autograder.content.assignment import AssignmentBroken, AssignmentLimits
from autograder.content.budget import NAMES as BUDGETS
from autograder.content.budget import Budget
from autograder.content.requirements import is_requirement
from autograder.core import keras_backend
from autograder.core.languages import Message, message
from autograder.core.near_names import suggest
from autograder.datasets.data_sets import DataSets, of_settings
from autograder.datasets.dataset import DatasetError

FORMAT = 1
CHECKS = "checks"  # the folder of the settings in the student's form
Kind = tuple[Message, Callable[[Any], bool]]  # in words, and whether a value is one


def _count(value: Any) -> bool:
    return type(value) is int and value > 0


def _number(value: Any) -> bool:
    return type(value) in (int, float)


TEXT: Kind = (message("a text"), lambda value: isinstance(value, str))
REASON: Kind = (message("a sentence that says why"), lambda value: isinstance(value, str) and bool(value.strip()))
TEXTS: Kind = (message("a list of texts"), lambda value: isinstance(value, list) and all(isinstance(one, str) for one in value))
NAMES: Kind = (
    message("a list of names of functions"),
    lambda value: isinstance(value, list) and all(isinstance(one, str) and one.isidentifier() for one in value),
)
PACKAGES: Kind = (
    message('a list of packages, as pip understands them: "pandas>=2.2"'),
    lambda value: isinstance(value, list) and all(map(is_requirement, value)),
)
COUNT: Kind = (message("a whole number from 1 up"), _count)
NUMBER: Kind = (message("a number"), _number)
POSITIVE: Kind = (message("a number above 0"), lambda value: _number(value) and value > 0)
TABLE: Kind = (message("a table"), lambda value: isinstance(value, dict))

# A key that an assignment may set: one line here, and what reads it.
TOP = {
    "format": COUNT,
    "name": TEXT,  # of the student's form, whose folder may have any name
    "title": TEXT,
    "data": TEXT,
    "home": TEXT,
    "after": TEXT,
    "version": TEXT,
    "requires": PACKAGES,
    "limits": TABLE,
    "budgets": TABLE,
    "exercises": TABLE,
    "demonstrations": NAMES,
    "texts": TABLE,
    "variants": TABLE,  # see ``variants``
}
LIMITS = {"call": POSITIVE, "training": POSITIVE, "load": POSITIVE, "submission": POSITIVE, "memory": COUNT}
BUDGET = {
    "images": COUNT,
    "rows": COUNT,
    "epochs": COUNT,
    "batch_size": COUNT,
    "threshold": NUMBER,
    "thresholds": TABLE,
    "unmeasured": TABLE,
}
EXERCISE = {
    "minutes": NUMBER,
    "libraries": TEXTS,
    "hints": TEXTS,
    "points": NUMBER,
}
TEXT_QUESTION = {"title": TEXT, "question": TEXT, "points": POSITIVE, "minutes": NUMBER, "hints": TEXTS}
OF_STUDENTS_FORM = {  # key -> where it is in the author's form
    "name": message("{file}: {key} in {table} does nothing here: its folder has the name. Delete it."),
    "points": message("{file}: {key} in {table} does nothing here: the checks have the points. Delete it."),
}


class AssignmentSettings:
    """The settings of an assignment, checked.

    Args:
        path: of ``assignment.toml``.

    Attributes:
        title, data, home, after, name, version: texts; ``data`` is the name of a data set, or empty.
        data_sets: what such names mean here.
        requires: packages that the assignment needs, as pip understands them.
        limits, budgets: what a call and a training may cost.
        exercises: function's name -> its checked table.
        demonstrations: calls that are demonstration; None for the usual ones.
        texts: name -> the checked table of what a person marks, see ``text_questions``.
        variants: parameter -> its allowed values.

    Raises:
        AssignmentBroken: something is missing, unknown or impossible; the text names file and key.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._is_of_students = path.parent.name == CHECKS
        try:
            content = tomllib.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise AssignmentBroken(message("{file}: {fault}", file=path, fault=error)) from error
        if "format" not in content:
            raise AssignmentBroken(message("{file}: format is missing in the settings. Write format = {format}.", file=path, format=FORMAT))
        if content["format"] != FORMAT:
            raise AssignmentBroken(message("{file} has format {found}; this version reads {format}.", file=path, found=str(content["format"]), format=FORMAT))
        top = self._checked(content, TOP, "", required=("title", "exercises"))
        self.title: str = top["title"]
        self.data: str = top.get("data", "")
        self.home: str = top.get("home", "")
        self.after: str = top.get("after", "")
        self.version: str = top.get("version", "")
        self.demonstrations: list[str] | None = top.get("demonstrations")
        self.texts = {
            name: self._checked(values, TEXT_QUESTION, f"texts.{name}", required=("title", "question", "points"))
            for name, values in top.get("texts", {}).items()
        }
        self.name: str = top.get("name", "")
        try:
            self.variants = variants.allowed(top.get("variants", {}))
        except ValueError as error:
            raise AssignmentBroken(message("{file}: {fault}.", file=path, fault=error)) from error
        self.requires = tuple(top.get("requires", ()))
        self.data_sets = self._data_sets()
        self.limits = AssignmentLimits(**self._checked(top.get("limits", {}), LIMITS, "limits"))
        of_budgets = self._checked(top.get("budgets", {}), dict.fromkeys(BUDGETS, TABLE), "budgets")
        self.budgets = {name: self._budget(name, values) for name, values in of_budgets.items()}
        if not top["exercises"]:
            raise AssignmentBroken(message("{file}: there is no exercise. Write a table for each function: [exercises.NAME]", file=path))
        self.exercises = {
            name: self._checked(values, EXERCISE, f"exercises.{name}") for name, values in top["exercises"].items()
        }

    def _data_sets(self) -> DataSets:
        try:
            found = of_settings(self.path, self.data)
            if self.data:
                found.known(self.data)
        except DatasetError as error:
            raise AssignmentBroken(message("{file}: data: {fault}", file=self.path, fault=error)) from None
        return found

    def _budget(self, name: str, values: Any) -> Budget:
        where = f"budgets.{name}"
        substitute = self.data_sets.substitute(self.data)
        special = f"threshold_{substitute}"
        checked = self._checked(values, BUDGET | ({special: NUMBER} if substitute else {}), where)
        least = checked.pop("threshold", None)
        threshold = {} if least is None else {self.data: least, substitute: checked.get(special, least)}
        checked.pop(special, None)
        thresholds = {
            number: self._checked(
                numbers, dict.fromkeys((self.data, substitute), NUMBER), f"{where}.thresholds.{number}", (self.data, substitute)
            )
            for number, numbers in checked.pop("thresholds", {}).items()
        }
        checked["unmeasured"] = self._checked(
            checked.pop("unmeasured", {}), dict.fromkeys(keras_backend.TITLES, REASON), f"{where}.unmeasured"
        )
        if not self.data and (threshold or thresholds):
            raise AssignmentBroken(message("{file}: [{table}] has a threshold, but there is no data to reach it with.", file=self.path, table=where))
        return Budget(name, threshold=threshold, thresholds=thresholds, **checked)

    def _checked(
        self, values: Any, known: Mapping[str, Kind], where: str, required: tuple[str, ...] = ()
    ) -> dict[str, Any]:
        """A table whose keys are all known and whose values have the right types.

        Args:
            known: key -> its kind; where: the table's name, empty for the whole file.
        """
        table = f"[{where}]" if where else message("the settings")
        if not isinstance(values, dict):
            raise AssignmentBroken(message("{file}: {key} must be a table; it is {value}.", file=self.path, key=where, value=repr(values)))
        for key, value in values.items():
            if key in OF_STUDENTS_FORM and known in (TOP, EXERCISE) and not self._is_of_students:
                raise AssignmentBroken(OF_STUDENTS_FORM[key].having(file=self.path, key=key, table=table))
            if key not in known:
                raise AssignmentBroken(
                    message(
                        "{file}: there is no key {key} in {table}.{near} Known: {names}.",
                        file=self.path, key=repr(key), table=table, near=suggest(key, known), names=", ".join(known),
                    )
                )  # fmt: skip
            words, fits = known[key]
            if not fits(value):
                said = message("{file}: {key} in {table} must be {kind}; it is {value}.", file=self.path, key=key, table=table, kind=words, value=repr(value))
                raise AssignmentBroken(said)
        for key in required:
            if key not in values:
                raise AssignmentBroken(message("{file}: {key} is missing in {table}.", file=self.path, key=key, table=table))
        return dict(values)
