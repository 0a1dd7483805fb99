"""Step by step from an older version's tables to this one's. Uses alembic, without its command line."""

from __future__ import annotations

import threading
from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext, StampStep
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

_alembic = threading.Lock()
"""Alembic's `op` is one for the whole process; two stores that open at once take turns."""


def take(connection: Connection, to: str = "head") -> None:
    """Every step that is left up to this revision, in the connection's transaction."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)

    def steps(revision: object, context: MigrationContext) -> list[StampStep]:
        return scripts._upgrade_revs(to, revision)  # type: ignore[arg-type, return-value]

    with _alembic, EnvironmentContext(config, scripts, fn=steps) as environment:
        environment.configure(connection=connection, transactional_ddl=True)
        environment.run_migrations()
