"""kill -9 of a process that appends: what it said was saved is there, whole, and nothing is there twice."""

from __future__ import annotations

import asyncio
import os
import random
from pathlib import Path

import pytest

from server.store import Store
from tests.warm import start_warm

SESSION = "5e55104"
KILLS = 10
APPENDER = str(Path(__file__).with_name("appender.py"))
APPENDS = "import runpy, sys; sys.argv = {argv}; runpy.run_path(sys.argv[0], run_name='__main__')"
"""Until it is killed."""


@pytest.mark.slow
async def test_what_was_acknowledged_survives_ten_kills(tmp_path: Path) -> None:
    path = tmp_path / "restarea.db"
    store = await Store.open(path)
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await store.close()
    chance = random.Random(7)  # after how many acknowledgements the kill comes
    appended = 0
    for _ in range(KILLS):
        appends = APPENDS.format(argv=[APPENDER, str(path), SESSION])
        process = await start_warm(env=os.environ, errors=tmp_path / "errors", before=appends)
        said = [await asyncio.wait_for(process.stdout.readline(), 20) for _ in range(chance.randint(1, 40))]
        process.kill()
        rest = await process.stdout.read()
        assert await process.wait() == -9
        said += rest[: rest.rfind(b"\n") + 1].splitlines()

        store = await Store.open(path)
        lines, _ = await store.load(SESSION)
        assert lines == [b"event %d" % version for version in range(len(lines))]
        for acknowledgement in said:
            version, count = map(int, acknowledgement.split())
            assert version + count <= len(lines)
            assert (await store.answers(SESSION)).get((1, f"id{version}")) == b"answer"
        assert len(lines) > appended
        appended = len(lines)
        await store.close()
