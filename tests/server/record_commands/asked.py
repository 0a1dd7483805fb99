"""What `restarea record` answers, in a folder of its own with records that have been released."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from facilitation.vocabulary import Keeping
from server.cli import app
from server.store import Store
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record

runner = CliRunner()
SUMS = record(a_session(), SAID, month="2026-11")
SEATS = record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE)
RTTM = "".join(f"SPEAKER m 1 {n * 10} 8 <NA> <NA> who{n % 5} <NA> <NA>\n" for n in range(60))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where one is; a server's data would lie in `data` in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RESTAREA_DATA_DIR", str(tmp_path / "data"))
    return tmp_path


def place() -> Path:
    return Path(os.environ["RESTAREA_DATA_DIR"])


async def data() -> Store:
    return await Store.open(place() / "restarea.db")


def kept(*texts: bytes, hour: float = 1.0) -> list[str]:
    """Records of sessions that have ended; their ids once released."""

    async def keeping() -> list[str]:
        store = await data()
        for number, text in enumerate(texts):
            await store.create_session(f"s{number}", "form", 1.0, 0.0)
            await store.end_session(f"s{number}", (), text, hour)
        await store.release_records(1.0)
        ids = list(await store.records())
        await store.close()
        return ids

    place().mkdir(exist_ok=True)
    return asyncio.run(keeping())


def said(*asked: str) -> tuple[int, str]:
    result = runner.invoke(app, ["record", *asked])
    return result.exit_code, result.output
