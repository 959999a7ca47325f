"""The tables of a course's database, and how it is opened: in SQLite, in a file that only this user can read, or PostgreSQL.

Rows are added, never changed and never deleted: the database itself refuses it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Engine,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    insert,
    inspect,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from autograder.core import installed
from autograder.core.languages import message
from autograder.core.system_errors import reason
from autograder.desk.course_file import CourseUnusable

SCHEMA = 1
FILE = "course.db"
PATIENCE = 30  # seconds for another process that writes

metadata = MetaData()
about = Table("about", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))
blobs = Table("blobs", metadata, Column("sha256", String(64), primary_key=True), Column("content", LargeBinary, nullable=False))
submissions = Table(
    "attempts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("assignment", Text, nullable=False, index=True),
    Column("submission", Text, nullable=False),  # as the kit calls it
    Column("person", Text, nullable=False),  # as the learning platform calls the student; may be empty
    Column("platform", Text, nullable=False),
    Column("page", String(64), nullable=False),  # a blob's; empty where there is no page
    Column("file", Text, nullable=False),
    Column("submitted", String(40), nullable=False),  # in UTC; empty if it is not known
    Column("known_by", String(20), nullable=False),  # who says so, see ``submitted``
    Column("marked_late", Boolean, nullable=False),
    Column("noted", String(40), nullable=False),
)
gradings = Table(
    "gradings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("attempt", ForeignKey("attempts.id"), nullable=False, index=True),
    Column("graded", String(40), nullable=False),
    Column("report", Text, nullable=False),  # JSON, as the checks have it: without corrections
    Column("figures", Text, nullable=False),  # JSON: the blob of each check's figure, or an empty text
    Column("receipt", Text, nullable=False),  # JSON; empty where no mark was given
)
corrections = Table(
    "corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made", String(40), nullable=False),
    Column("by", Text, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("assignment", Text, nullable=False),
    Column("student", Text, nullable=False),  # empty: all of them
    Column("exercise", Text, nullable=False),
    Column("check", Text, nullable=False),
    Column("points", Float),
    Column("until", String(40), nullable=False),
    Column("reason", Text, nullable=False),
    Column("undoes", ForeignKey("corrections.id")),
)
platform_log = Table(  # what went to a learning platform, and what came from it; see ``platform_journal``
    "platform_log",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made", String(40), nullable=False),
    Column("place", Text, nullable=False),  # the course on the platform
    Column("assignment", Text, nullable=False),  # the platform's number
    Column("user", Text, nullable=False),  # the platform's number
    Column("step", String(20), nullable=False),
    Column("mark", Text, nullable=False),
    Column("sha256", String(64), nullable=False),  # of the content
    Column("about", Text, nullable=False),
)
lti_services = Table(  # where a course's services are, as launches have said; the last row counts
    "lti_services",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made", String(40), nullable=False),
    Column("issuer", Text, nullable=False),
    Column("course", Text, nullable=False),  # the platform's id
    Column("title", Text, nullable=False),
    Column("lineitems", Text, nullable=False),
    Column("members", Text, nullable=False),
    Column("scopes", Text, nullable=False),  # JSON
)
FOR_EVER = (about, blobs, submissions, gradings, corrections, platform_log, lti_services)
ADDED = (platform_log, lti_services)  # since the first version; an older kit does not look at them


def open_database(folder: Path, address: str) -> Engine:
    """The course's database, made the first time.

    Args:
        folder: the course's. address: of another database than the course's own file; or empty.

    Raises:
        CourseUnusable: it cannot be opened, or is of another version.
    """
    try:
        url = make_url(address or f"sqlite:///{folder / FILE}")
        if url.get_backend_name() == "sqlite":
            _make_private(Path(url.database or ""))
        engine = create_engine(url, connect_args={"timeout": PATIENCE} if url.get_backend_name() == "sqlite" else {})
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _on_connect)
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
        with said_in_one_sentence(engine), engine.begin() as connection:
            _make(connection, folder)
    except ArgumentError as error:
        raise CourseUnusable(message("The address of the course's database is not valid. Expected postgresql+psycopg://USER@HOST/NAME.")) from error
    except ModuleNotFoundError as error:
        raise CourseUnusable(message("The course's database needs {name}:   {command}", name=error.name, command=installed.extra("postgres"))) from error
    return engine


@contextmanager
def said_in_one_sentence(engine: Engine) -> Iterator[None]:
    """Turns what a database says into a sentence that names it, without its password.

    Raises:
        CourseUnusable: see there.
    """
    try:
        yield
    except SQLAlchemyError as error:
        first = str(getattr(error, "orig", None) or error).strip().split("\n")[0].rstrip(".")
        place = engine.url.render_as_string(hide_password=True)
        if "is locked" in first:
            raise CourseUnusable(message("The course's database {place} is in use by another command. Wait until it is done, then try again.", place=place)) from error
        raise CourseUnusable(message("The course's database {place} cannot be used: {error}.", place=place, error=first)) from error


def _on_connect(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # or Python's driver would begin transactions where it likes
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _make_private(path: Path) -> None:
    """Makes the file before the database does: no other user may read it, from the first byte on."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise CourseUnusable(message("{file} cannot be made: {error}.", file=path, error=reason(error))) from error


def _make(connection: Connection, folder: Path) -> None:
    if inspect(connection).has_table(about.name):
        found = connection.execute(select(about.c.value).where(about.c.key == "schema")).scalar()
        if found != str(SCHEMA):
            raise CourseUnusable(
                message(
                    "The database of the course {folder} has version {version}, and this kit reads version {known}. "
                    "Use the version of the kit that made it.",
                    folder=folder, version=found, known=str(SCHEMA),
                )
            )
        _add(connection, [table for table in ADDED if not inspect(connection).has_table(table.name)])
        return
    _add(connection, FOR_EVER)
    connection.execute(insert(about).values(key="schema", value=str(SCHEMA)))


def _add(connection: Connection, added: Sequence[Table]) -> None:
    metadata.create_all(connection, tables=added)
    for table in added:
        for statement in _refusals(connection.dialect.name, table.name):
            connection.exec_driver_sql(statement)


def _refusals(dialect: str, table: str) -> list[str]:
    """What makes a database refuse to change or delete a table's rows."""
    why = "rows of a course are never changed"
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_{what} BEFORE {what} ON {table} BEGIN SELECT RAISE(ABORT, '{why}'); END"
            for what in ("update", "delete")
        ]
    return [
        f"CREATE OR REPLACE FUNCTION course_refuses() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{why}'; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {table}_stays BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION course_refuses()",
    ]
