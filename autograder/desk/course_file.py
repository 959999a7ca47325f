"""``course.toml``: what a course without nbgrader is made of. Read and checked here; a key that is not known is an error."""

from __future__ import annotations

import datetime
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.core import keras_backend
from autograder.core.languages import catalogue, message, with_or
from autograder.core.languages.messages import ENGLISH
from autograder.core.near_names import suggest
from autograder.core.settings import Settings
from autograder.desk.lti_settings import KNOWN as LTI_KEYS
from autograder.desk.lti_settings import lti_place, read_desk, read_lti
from autograder.desk.toml_values import CourseUnusable as CourseUnusable
from autograder.desk.toml_values import TomlValues
from autograder.lms.lti_registration import USUAL_DESK, LtiRegistration, service_address
from autograder.lms.platform import PLATFORMS, LmsPlace, address_of

NAME = "course.toml"
FORMAT = 1
LAST, BEST, IN_TIME = "last", "best", "last before the deadline"
POLICIES = (LAST, BEST, IN_TIME)
COUNTS = {LAST: message("last"), BEST: message("best"), IN_TIME: message("last before the deadline")}  # as a person reads them
LOCAL, DASK = "local", "dask://"
LEVELS = ("full", "reduced", "none")
ADDRESS = "AUTOGRADER_COURSE_DATABASE"  # environment: a database's address with its password


@dataclass(frozen=True)
class LateRule:
    """What lateness costs.

    Attributes:
        per_day: per cent of the reached points for each day that has begun.
        grace: minutes after the deadline that do not count.
        most_days: after so many days there are no points; None for no end.
    """

    per_day: float = 0.0
    grace: int = 0
    most_days: int | None = None


@dataclass(frozen=True)
class CourseAssignment:
    """One assignment of a course.

    Attributes:
        name: the assignment's own name. place: its folder, or its name where that is enough to find it.
        deadline: with a time zone; None if there is none.
        weight: of its mark in that of the course.
        drop: exercises that do not count.
        counts: which of several attempts, one of ``POLICIES``.
        late: what lateness costs.
        lms: its number on the learning platform, with LTI the address of its column; empty if it is not there.
        variants: the text from which, with a student's id, each student's variant follows; empty if all have the same page.
    """

    name: str
    place: str
    deadline: datetime.datetime | None = None
    weight: float = 1.0
    drop: tuple[str, ...] = ()
    counts: str = LAST
    late: LateRule = field(default_factory=LateRule)
    lms: str = ""
    variants: str = ""


@dataclass(frozen=True)
class CourseFile:
    """What ``course.toml`` says.

    Attributes:
        folder: the course's. roster: the list of its students; None if there is none.
        database: the address; empty for the course's own file.
        jobs, backend: who judges: so many processes here, or the workers of the scheduler at ``dask://``.
        settings: how a page is judged.
        lms: where the course is on a learning platform; None if it is not connected to one.
        lti: the course as a tool of a platform; None if it is not one.
        desk: the address at which browsers reach the desk for LTI.
    """

    folder: Path
    title: str
    language: str
    roster: Path | None
    database: str
    backend: str
    jobs: int | None
    settings: Settings
    assignments: tuple[CourseAssignment, ...]
    lms: LmsPlace | None = None
    lti: LtiRegistration | None = None
    desk: str = USUAL_DESK

    @property
    def scheduler(self) -> str:
        """The address of the Dask scheduler that judges; empty for this machine."""
        return "" if self.backend == LOCAL else self.backend.removeprefix(DASK)

    def assignment(self, name: str = "") -> CourseAssignment:
        """The assignment of a name, or the only one.

        Raises:
            CourseUnusable: there is none of that name, or there are several.
        """
        names = [one.name for one in self.assignments]
        for one in self.assignments:
            if name in (one.name, one.place) or (not name and len(names) == 1):
                return one
        if name:
            raise CourseUnusable(
                message(
                    "The course has no assignment {name}.{near} It has: {known}.",
                    name=repr(name), near=suggest(name, names), known=", ".join(names) or message("none"),
                )
            )
        if names:
            raise CourseUnusable(message("Name the assignment: --assignment {names}.", names=with_or(names)))
        raise CourseUnusable(message("{file} has no assignment yet.", file=NAME))


def is_course(folder: Path) -> bool:
    """Whether a folder is a course without nbgrader."""
    return (folder / NAME).is_file()


def read_course(folder: Path) -> CourseFile:
    """Reads a course's settings.

    Raises:
        CourseUnusable: a sentence names the file, the key and what is expected.
    """
    path = folder / NAME
    if not path.is_file():
        raise CourseUnusable(
            message(
                "There is no {file} in {folder}. Make a course with   autograder course new DIR --without-nbgrader   "
                "or name its folder with --course DIR.",
                file=NAME, folder=message("this folder") if folder == Path() else folder,
            )
        )
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CourseUnusable(message("{file} is not valid TOML: {error}.", file=path, error=error)) from error
    return _CourseReader(path).course(content)


class _CourseReader(TomlValues):
    """Turns what a TOML file holds into records; every error names the key."""

    def course(self, content: dict[str, Any]) -> CourseFile:
        known = ("format", "title", "language", "roster", "database", "counts", "late", "judge", "lms", "lti", "assignments")
        self.known(content, known, "")
        if content.get("format") != FORMAT:
            raise self.wrong("format", message("{key} is {found}; this version reads format = {known}.", found=repr(content.get("format")), known=FORMAT))
        judge = self.table(content, "judge", "")
        self.known(judge, ("backend", "jobs", "seed", "budget", "isolation", "recheck", "questions", "keras"), "judge.")
        backend = self.text(judge, "backend", "judge.", LOCAL)
        if backend != LOCAL and not backend.startswith(DASK):
            raise self.wrong("judge.backend", message('{key} is {found}; expected "{local}" or "{dask}HOST:PORT".', found=repr(backend), local=LOCAL, dask=DASK))
        late = self._late(self.table(content, "late", ""), "late.", LateRule())
        counts = self.one_of(content, "counts", "", POLICIES, LAST)
        tables = self.table(content, "assignments", "")
        roster = self.text(content, "roster", "", "")
        for name, table in tables.items():
            if not roster and isinstance(table, dict) and table.get("variants"):
                raise self.wrong("roster", message("{key} is missing: assignments.{assignment} has variants, and a student's variant follows from the id in the list of students.", assignment=name))
        place, lti = self._lms(self.table(content, "lms", "")), self._lti(self.table(content, "lti", ""))
        if place and lti:
            raise self.wrong("lti", message("{key} and lms are both there, and a course has one learning platform. Remove one of the two tables."))
        return CourseFile(
            folder=self.path.parent,
            title=self.text(content, "title", "", self.path.parent.resolve().name),
            language=self.one_of(content, "language", "", tuple(catalogue.languages()), ENGLISH),
            roster=self.path.parent / roster if roster else None,
            database=self._database(content),
            backend=backend,
            jobs=self.whole(judge, "jobs", "judge.", 1),
            settings=self._settings(judge),
            assignments=tuple(self._assignment(name, self.table(tables, name, "assignments."), counts, late) for name in tables),
            lms=place or lti_place(lti),
            lti=lti,
            desk=read_desk(self.table(content, "lti", ""), self),
        )

    def _assignment(self, name: str, table: dict[str, Any], counts: str, late: LateRule) -> CourseAssignment:
        where = f"assignments.{name}."
        self.known(table, ("folder", "deadline", "weight", "drop", "counts", "late", "lms", "variants"), where)
        deadline = table.get("deadline")
        if deadline is not None and type(deadline) is not datetime.datetime:
            raise self.wrong(f"{where}deadline", message("{key} is {found}; expected a date and a time, such as 2026-05-31T23:59:00+02:00.", found=repr(deadline)))
        if deadline is not None and deadline.tzinfo is None:
            deadline = deadline.astimezone()  # this machine's time zone
        drop = table.get("drop", [])
        if type(drop) is not list or {*map(type, drop)} - {str}:
            raise self.wrong(f"{where}drop", message('{key} is {found}; expected a list of exercises, such as ["NAME"].', found=repr(drop)))
        place = self.text(table, "folder", where, "")
        return CourseAssignment(
            name=name,
            place=str((self.path.parent / place).resolve()) if place else name,
            deadline=deadline,
            weight=self.number(table, "weight", where, 1.0),
            drop=tuple(drop),
            counts=self.one_of(table, "counts", where, POLICIES, counts),
            late=self._late(self.table(table, "late", where), f"{where}late.", late),
            lms=self._lms_assignment(table, where),
            variants=self.text(table, "variants", where, ""),
        )

    def _lms(self, table: dict[str, Any]) -> LmsPlace | None:
        if not table:
            return None
        if "token" in table:
            raise self.wrong("lms.token", message("{key} is not read: a token in a file is soon known to others. Take it back, and see docs/desk.md for its place."))
        self.known(table, ("kind", "address", "course"), "lms.")
        try:
            address = address_of(self.text(table, "address", "lms.", ""))
        except ValueError as error:
            raise self.wrong("lms.address", message("{key} cannot be used: {error}", error=error)) from error
        course = self._lms_number(table, "course", "lms.")
        if not course:
            raise self.wrong("lms.course", message("{key} is missing; expected the course's number on the platform."))
        return LmsPlace(self.one_of(table, "kind", "lms.", PLATFORMS, ""), address, course)

    def _lti(self, table: dict[str, Any]) -> LtiRegistration | None:
        self.known(table, LTI_KEYS, "lti.")
        return read_lti(table, self)

    def _lms_assignment(self, table: Mapping[str, Any], where: str) -> str:
        """A number, or with LTI an address."""
        found = table.get("lms")
        if type(found) is not str:
            return self._lms_number(table, "lms", where)
        try:
            return service_address(found)
        except ValueError as error:
            raise self.wrong(f"{where}lms", message("{key} cannot be used: {error}", error=error)) from error

    def _lms_number(self, table: Mapping[str, Any], key: str, where: str) -> str:
        found = self.whole(table, key, where, 1)
        return "" if found is None else str(found)

    def _late(self, table: dict[str, Any], where: str, usual: LateRule) -> LateRule:
        self.known(table, ("per_day", "grace", "most_days"), where)
        per_day = self.number(table, "per_day", where, usual.per_day)
        if per_day > 100:
            raise self.wrong(f"{where}per_day", message("{key} is {found:g}; expected per cent, from 0 to 100.", found=per_day))
        grace = self.whole(table, "grace", where, 0)
        days = self.whole(table, "most_days", where, 0)
        return LateRule(per_day, usual.grace if grace is None else grace, usual.most_days if days is None else days)

    def _settings(self, judge: dict[str, Any]) -> Settings:
        usual = Settings()
        seed = self.whole(judge, "seed", "judge.", 0)
        keras = self.one_of(judge, "keras", "judge.", tuple(keras_backend.TITLES), "") if "keras" in judge else ""
        try:
            return Settings(
                seed=usual.seed if seed is None else seed,
                budget=self.text(judge, "budget", "judge.", usual.budget),
                isolation=self.one_of(judge, "isolation", "judge.", LEVELS, usual.isolation),
                recheck=self.number(judge, "recheck", "judge.", usual.recheck),
                questions=self.yes_or_no(judge, "questions", "judge."),
                backend=keras_backend.usual(of_course=keras),
            )
        except ValueError as error:
            raise self.wrong("judge.recheck", message("{key} cannot be used: {error}.", error=error)) from error

    def _database(self, content: Mapping[str, Any]) -> str:
        address = self.text(content, "database", "", "")
        if "@" in address and ":" in address.partition("@")[0].partition("://")[2]:
            raise self.wrong("database", message("{key} holds a password. Put the whole address into the environment variable {variable} instead.", variable=ADDRESS))
        return os.environ.get(ADDRESS) or address
