"""Changes single settings of a ``course.toml``; comments, order and all else stay as a person has written them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from tomlkit.items import Table

from autograder.core.files import write_atomically
from autograder.desk.course_file import NAME, CourseUnusable, read_course
from autograder.lms.platform import LmsPlace


class CourseEdit:
    """Changes to the settings of one course, written all at once.

    Args:
        folder: the course's.

    Raises:
        CourseUnusable: the settings cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        read_course(folder)
        self._path = folder / NAME
        self._before = self._path.read_text("utf-8")
        self._content = tomlkit.parse(self._before)

    def connect(self, place: LmsPlace, numbers: Mapping[str, str]) -> None:
        """Sets where the course is on a platform.

        Args:
            numbers: name of an assignment -> its number there.
        """
        table = tomlkit.table()
        table.add("kind", place.kind)
        table.add("address", place.address)
        table.add("course", int(place.course))
        if "lms" in self._content:
            self._content["lms"] = table
        else:
            self._content.append("lms", table)
        self.set_numbers({name: int(number) for name, number in numbers.items()})

    def set_numbers(self, numbers: Mapping[str, int | str]) -> None:
        """Sets what assignments are on the platform: name -> number, or address."""
        for name, number in numbers.items():
            self._assignment(name)["lms"] = number

    def set_lti(self, values: Mapping[str, str | list[str]]) -> None:
        """Sets keys of the table ``[lti]``; the others stay."""
        if "lti" not in self._content:
            self._content.append("lti", tomlkit.table())
        table = self._content["lti"]
        assert isinstance(table, Table)
        for key, value in values.items():
            table[key] = value

    def set_roster(self, name: str) -> None:
        """Sets the file with the list of students."""
        if "roster" in self._content:
            self._content["roster"] = name
            return
        text = tomlkit.dumps(self._content)
        head, line, rest = text.partition("format = 1\n")  # a key of its own has to be above the first table
        self._content = tomlkit.parse(f"{head}{line}roster = {tomlkit.string(name).as_string()}\n{rest}" if line else f"roster = {tomlkit.string(name).as_string()}\n{text}")

    def set_deadline(self, name: str, deadline: datetime.datetime) -> None:
        """Sets an assignment's deadline, in this machine's time zone."""
        self._assignment(name)["deadline"] = deadline.astimezone()

    def write(self) -> bool:
        """Writes the file, if anything is different. Returns whether it was.

        Raises:
            CourseUnusable: the result would not be valid; then the file is as before.
        """
        after = tomlkit.dumps(self._content)
        if after == self._before:
            return False
        write_atomically(self._path, after.encode())
        try:
            read_course(self._path.parent)
        except CourseUnusable:
            write_atomically(self._path, self._before.encode())
            raise
        return True

    def _assignment(self, name: str) -> Table:
        assignments = self._content["assignments"]
        found = assignments[name]
        assert isinstance(found, Table)
        return found
