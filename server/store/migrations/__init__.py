"""Brings a database to the tables that this version of the server knows.

A new one gets them at once, and one that has them is left as it is: so alembic, which takes a fifth of a second to
load, is loaded only where there is a step to take. A test holds the steps to the tables.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    create_mock_engine,
    inspect,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import ExecutableDDLElement

from server.store.tables import metadata

REVISIONS = sorted(step.name[:4] for step in (Path(__file__).parent / "versions").glob("[0-9]*.py"))

_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""As alembic makes it."""


class NewerDatabase(Exception):
    """A newer version of the server has been here, or another program. `str()` says which, as what comes after the
    file's name in a sentence."""

    def __init__(self, found: str | None) -> None:
        newer = found is not None and found > REVISIONS[-1]
        super().__init__(
            f"was written by a newer version of this server: its tables are of step {found}, and this version knows"
            f" them up to {REVISIONS[-1]}"
            if newer
            else "was written by another program"
        )


def is_newest(path: Path) -> bool:
    """Whether there is a database that needs no step, and no older server. Changes nothing."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
            found = database.execute("select version_num from alembic_version").fetchone()
    except sqlite3.Error:
        return False
    return found is not None and found[0] == REVISIONS[-1]


def upgrade(connection: Connection) -> None:
    """From what the database is to the newest, in the connection's transaction. Raises NewerDatabase, also where
    tables stand that no version of the server has made."""
    tables = inspect(connection).get_table_names()
    if not tables:
        for statement in _from_nothing():
            connection.exec_driver_sql(statement)
        connection.execute(_version.insert().values(version_num=REVISIONS[-1]))
        return
    found = connection.scalar(select(_version.c.version_num)) if _version.name in tables else None
    if found not in REVISIONS:
        raise NewerDatabase(found)
    if found != REVISIONS[-1]:
        from server.store.migrations import steps

        steps.take(connection)


@cache
def _from_nothing() -> list[str]:
    """What makes every table in an empty database. Writing it takes five times as long as carrying it out."""
    statements: list[str] = []

    def write(ddl: ExecutableDDLElement, *_: object) -> None:
        statements.append(str(ddl.compile(dialect=sqlite.dialect())))

    engine = create_mock_engine("sqlite://", write)
    for tables in (metadata, _version.metadata):
        tables.create_all(engine, checkfirst=False)
    return statements
