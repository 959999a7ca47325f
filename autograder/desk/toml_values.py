"""Single values of a TOML file, looked at as they are read; every error names the file, the key and what is expected."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.core.languages import Message, message
from autograder.core.near_names import suggest


class CourseUnusable(Exception):
    """There is no such course, or something in it is not right. The text says what, and what to do."""


class TomlValues:
    """Reads values.

    Args:
        path: of the file, for the errors.

    Raises:
        CourseUnusable: by each method.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def known(self, table: Mapping[str, Any], known: tuple[str, ...], where: str) -> None:
        for key in table:
            if key not in known:
                raise self.wrong(f"{where}{key}", message("{key} is not known.{near} Known: {known}.", near=suggest(key, known), known=", ".join(known)))

    def table(self, table: Mapping[str, Any], key: str, where: str) -> dict[str, Any]:
        found = table.get(key, {})
        if type(found) is not dict:
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected a table: [{key}].", found=repr(found)))
        return found

    def text(self, table: Mapping[str, Any], key: str, where: str, usual: str) -> str:
        found = table.get(key, usual)
        if type(found) is not str:
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected a text in quotation marks.", found=repr(found)))
        return found

    def one_of(self, table: Mapping[str, Any], key: str, where: str, known: tuple[str, ...], usual: str) -> str:
        found = self.text(table, key, where, usual)
        if found not in known:
            words = ", ".join(f'"{one}"' for one in known)
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected {words}.{near}", found=repr(found), words=words, near=suggest(found, known)))
        return found

    def number(self, table: Mapping[str, Any], key: str, where: str, usual: float) -> float:
        found = table.get(key, usual)
        if type(found) not in (int, float) or not 0 <= found < float("inf"):
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected a number of 0 or more.", found=repr(found)))
        return float(found)

    def yes_or_no(self, table: Mapping[str, Any], key: str, where: str) -> bool:
        found = table.get(key, False)
        if type(found) is not bool:
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected true or false.", found=repr(found)))
        return found

    def whole(self, table: Mapping[str, Any], key: str, where: str, least: int) -> int | None:
        found = table.get(key)
        if found is not None and (type(found) is not int or found < least):
            raise self.wrong(f"{where}{key}", message("{key} is {found}; expected a whole number of {least} or more.", found=repr(found), least=least))
        return found

    def wrong(self, key: str, what: Message) -> CourseUnusable:
        """An error that names the file.

        Args:
            what: a sentence with the hole ``{key}``.
        """
        return CourseUnusable(message("{file}: {what}", file=self.path, what=what.having(key=key)))
