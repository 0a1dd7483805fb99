"""A server of this version on the data folder of the first, whose links still let people in, and of the last one."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import create_engine, text

from server.app import Server
from server.formats import find
from server.settings import Settings
from server.store import Owner, Store
from server.store.keys import FolderKeys, encrypt, sha256
from server.store.migrations import steps
from tests.server.store.test_person import CARLA, lived
from tests.server.visitor import Visitor

SESSION, TOKEN = "5e55104", "a-link-of-the-first-version"
PERSON = "0" * 32
LAST_RELEASE = "0011"
ROWS = (
    "INSERT INTO sessions VALUES (:session, :form, 1.0, :now, 0), ('over', :form, 1.0, 0.0, 1)",
    "INSERT INTO log_heads VALUES (:session, 1, 0, 0), ('over', 1, 0, 0)",
    "INSERT INTO answers VALUES ('over', 1, 'id', 'answer')",
    "INSERT INTO invitations VALUES (:token, :session, 'leader', 1, :now + 600)",
    "INSERT INTO people VALUES (:person, :session, 'member', 7, :token, :name, 0)",
    "INSERT INTO people VALUES ('past', 'over', 'member', 1, 'cookie', NULL, 0)",
)


async def test_a_session_that_the_first_version_opened_goes_on_in_this_one(tmp_path: Path) -> None:
    keys = FolderKeys(tmp_path / "restarea.keys")
    keys.make(SESSION)
    key = keys.read(SESSION)
    assert key is not None
    engine = create_engine(f"sqlite:///{tmp_path / 'restarea.db'}")
    held = {
        "session": SESSION, "form": find("classic").text, "now": time.time(), "token": sha256(TOKEN),
        "person": PERSON, "name": encrypt(key, "Carla", PERSON),
    }  # fmt: skip
    with engine.begin() as connection:
        steps.take(connection, to="0001")
        for row in ROWS:
            connection.execute(text(row), held)
    engine.dispose()
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    leader = Visitor(server.url, f"{server.url}/join#{TOKEN}")
    try:
        assert await server.house.store.names(SESSION) == {7: "Carla"}
        await leader.enter("Leader")
        assert (await leader.connect())["view"]["stage"] == "gathering"
    finally:
        await leader.close()
        await server.stop()


async def test_what_the_last_release_knew_of_somebody_is_known_in_this_one(tmp_path: Path) -> None:
    """In its tables, which had no operators, no month of the last visit, no hours, passkeys or telephone number."""
    now, then = tmp_path / "now.db", tmp_path / "restarea.db"
    store = await Store.open(now)
    await store.create_session(SESSION, find("classic").text, 1.0, 1000.0)
    await lived(store)
    before = await store.persons.known(CARLA)
    await store.close()
    assert before is not None
    now.with_suffix(".keys").rename(then.with_suffix(".keys"))
    engine = create_engine(f"sqlite:///{then}")
    with engine.begin() as connection:
        steps.take(connection, to=LAST_RELEASE)
    engine.dispose()
    _copy(now, then)
    with sqlite3.connect(then) as database:
        (group, *_), _ = database.execute("SELECT * FROM groups ORDER BY format LIMIT 2").fetchall()
        database.execute("INSERT INTO shares VALUES (?, 'a', ?, NULL, 9e9)", (sha256("shared"), group))
    store = await Store.open(then)
    after = await store.persons.known(CARLA)
    unknown = {"operator": False, "last_signed_in": None, "meetings_led": [], "passkeys_added": []}
    assert after == before | {
        "leader": before["leader"] | unknown,
        "groups": [one | {"telephone_of_the_group": "", "replies": []} for one in before["groups"]],
    }
    assert await store.shares.by_token("shared", 0.0) is None, "it said in plain until when"
    assert await store.shares.of(Owner(group), 0.0) == []
    erased = await store.persons.erase(CARLA, "operator", "2026-11-29")
    assert erased is not None and await store.persons.known(CARLA) is None
    await store.close()


def _copy(now: Path, then: Path) -> None:
    """Every row, as far as the older tables have columns for it."""
    with sqlite3.connect(then) as database:
        database.execute("ATTACH ? AS now", (str(now),))
        tables = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
        for (table,) in database.execute(tables).fetchall():
            columns = [row[1] for row in database.execute(f'PRAGMA main.table_info("{table}")')]
            named = ", ".join(f'"{column}"' for column in columns)
            database.execute(f'INSERT INTO main."{table}" ({named}) SELECT {named} FROM now."{table}"')
    database.close()
