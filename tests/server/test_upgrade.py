"""A server of this version on the data folder of the first: whoever had a link still comes in by it."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import create_engine, text

from server.app import Server
from server.formats import find
from server.settings import Settings
from server.store.keys import FolderKeys, encrypt, sha256
from server.store.migrations import steps
from tests.server.visitor import Visitor

SESSION, TOKEN = "5e55104", "a-link-of-the-first-version"
PERSON = "0" * 32
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
