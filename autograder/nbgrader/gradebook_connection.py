"""A course's gradebook, opened from outside of nbgrader's commands; what is wrong with it is said in one sentence."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core import installed
from autograder.core.languages import message

if TYPE_CHECKING:
    from nbgrader.api import Gradebook
    from nbgrader.apps import NbGrader

CONFIG = "nbgrader_config.py"


class GradebookUnusable(Exception):
    """There is no such course or gradebook, or it does not answer. The text says which and what to try."""


@contextmanager
def course_gradebook(course: Path) -> Iterator[Gradebook]:
    """A course's gradebook, found as nbgrader finds it: by the course's ``nbgrader_config.py``.

    Nothing is made: no file, no table, no course.

    Args:
        course: the course's folder.

    Raises:
        GradebookUnusable: see there. It is also raised for what goes wrong while the gradebook is in use.
    """
    url, course_id = _settings(course)
    with gradebook_at(url, course_id) as gradebook:
        yield gradebook


@contextmanager
def gradebook_at(url: str, course_id: str = "") -> Iterator[Gradebook]:
    """The gradebook at an address of a database.

    Raises:
        GradebookUnusable: as ``course_gradebook``.
    """
    from nbgrader.api import Gradebook
    from sqlalchemy.exc import SQLAlchemyError

    try:
        _has_grades(url)
        with Gradebook(url, *([course_id] if course_id else [])) as gradebook:
            yield gradebook
    except SQLAlchemyError as error:
        raise GradebookUnusable(_sentence(url, error)) from error
    except ModuleNotFoundError as error:
        raise GradebookUnusable(
            message(
                "The gradebook's address {place} needs {name}, which is not installed. For PostgreSQL: {command}, and use an address that begins "
                "with postgresql+psycopg://.",
                place=without_password(url), name=error.name, command=installed.extra("postgres"),
            )
        ) from error  # fmt: skip


def without_password(url: str) -> str:
    """A database's address without its password."""
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import ArgumentError

    try:
        return make_url(url).render_as_string(hide_password=True)
    except ArgumentError:
        return "(not a database address)"


def _settings(course: Path) -> tuple[str, str]:
    """Address of the database and the course's id, as nbgrader's own commands see them in the course's folder."""
    app = application(course)
    return app.coursedir.db_url, app.coursedir.course_id


@contextmanager
def writable(url: str, course_id: str = "") -> Iterator[Gradebook]:
    """Like ``gradebook_at``, and no other process is writing at the moment.

    Raises:
        GradebookUnusable: as ``course_gradebook``.
    """
    with gradebook_at(url, course_id) as gradebook:
        with gradebook.engine.connect() as connection:
            if gradebook.engine.dialect.name == "sqlite":  # it locks the whole file
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.rollback()
        yield gradebook


def application(course: Path) -> NbGrader:
    """nbgrader with a course's own settings, as its commands see them in the course's folder.

    Raises:
        GradebookUnusable: there is no course, or something is wrong with its settings.
    """
    if not course.is_dir():
        raise GradebookUnusable(message("There is no folder {folder}.", folder=course))
    if not (course / CONFIG).is_file() and not (course / "gradebook.db").is_file():
        if course == Path():
            raise GradebookUnusable(message("This folder is not an nbgrader course: it has neither {file} nor gradebook.db.", file=CONFIG))
        raise GradebookUnusable(message("{folder} is not an nbgrader course: it has neither {file} nor gradebook.db.", folder=course, file=CONFIG))
    from nbgrader.apps import NbGrader

    app = NbGrader(raise_config_file_errors=True)  # or a slip in the file would lead to some other gradebook
    app.log_level = logging.CRITICAL
    try:
        app.initialize([], root=str(course.resolve()))
    except SystemExit:
        raise GradebookUnusable(
            message("nbgrader rejected {file}; see its message above.", file=course / CONFIG)
        ) from None
    except Exception as error:  # it is a program: anything may be wrong with it
        text = str(error).strip().split("\n")[0]
        raise GradebookUnusable(message("{file} cannot be read: {error}.", file=course / CONFIG, error=f"{type(error).__name__}: {text}")) from error
    return app


def uses_judge(app: NbGrader) -> bool:
    """Whether a course's settings give the marks to the kit's judge, for the assignments that are the kit's."""
    steps = app.config.get("Autograde", {}).get("autograde_preprocessors", [])
    names = [one if isinstance(one, str) else getattr(one, "__name__", "") for one in steps]
    return any(name.rpartition(".")[2] == "Judge" for name in names)


def _has_grades(url: str) -> None:
    """Looks without making anything: opening a file that is not there would make an empty one."""
    from sqlalchemy import create_engine, inspect
    from sqlalchemy.engine import make_url

    address = make_url(url)
    nothing = GradebookUnusable(
        message("There is no gradebook in {place} yet. To make it, run   nbgrader generate_assignment", place=without_password(url))
    )
    if address.get_backend_name() == "sqlite" and not Path(address.database or "").is_file():
        raise nothing
    engine = create_engine(address)
    try:
        if not inspect(engine).has_table("submitted_assignment"):
            raise nothing
    finally:
        engine.dispose()


def _sentence(url: str, error: Exception) -> str:
    first = str(getattr(error, "orig", None) or error).strip().split("\n")[0].rstrip(".")
    if "is locked" in first:
        return message("The gradebook {place} is locked by another process. Wait until it is done, then try again.", place=without_password(url))
    if "file is not a database" in first:
        return message("{place} is not a gradebook: {error}.", place=without_password(url), error=first)
    return message(
        "The gradebook {place} does not answer: {error}. Is the database running, and is db_url in {file} right?",
        place=without_password(url), error=first, file=CONFIG,
    )  # fmt: skip
