"""Somebody speaks over the media port, the session ends, and whoever was there sees it in the record, and says no."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest

from facilitation.vocabulary import Keeping
from server.app import Server
from server.formats import find
from server.opening import open_session
from server.retention import QUARTER_S, VETO_S
from server.settings import Settings
from tests.server.visitor import Visitor

pytestmark = pytest.mark.paired
PACKETS = 30


async def speaks(visitor: Visitor) -> None:
    """More than half a second, at the pace of a microphone: what is measured is when packets come."""
    assert visitor.peer is not None
    for _ in range(PACKETS):
        await visitor.peer.burst(1)
        await asyncio.sleep(0.02)


async def at_record(visitor: Visitor, method: str, path: str) -> tuple[int, str]:
    headers = {"Cookie": f"restarea={visitor.cookie}"}
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http:
        async with http.request(method, visitor.url + path, headers=headers) as answer:
            return answer.status, await answer.text()


def left(folder: Path) -> set[bytes]:
    """What can be read in any file of the data folder: a name, the log, the record."""
    whole = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return {one for one in (b"Canary", b"phase_entered", b"turn_lengths") if one in whole}


async def test_from_a_voice_to_the_record_and_to_nothing(tmp_path: Path) -> None:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0, advertise=["127.0.0.1"]))
    await server.start()
    classic = find("classic").text
    links = await open_session(server.house.store, classic, server.url, keeping=Keeping.AGGREGATE)
    lea, ann = Visitor(server.url, links.lead), Visitor(server.url, links.join)
    try:
        for visitor, name in ((lea, "Lea Canary"), (ann, "Ann Canary")):
            await visitor.enter(name)
            snapshot = await visitor.connect()
            assert snapshot["keeping"] == "aggregate"
            await visitor.media()
        await lea.do("admit", seat=ann.seat)
        await lea.do("begin")
        await ann.enters(1)
        await speaks(ann)
        await speaks(lea)
        assert left(tmp_path) == {b"phase_entered"}, "the log, while it lasts; names are encrypted"
        await lea.do("end")
        assert left(tmp_path) == {b"turn_lengths"}, "the record alone"
        status, text = await at_record(ann, "GET", "/record.json")
        record = json.loads(text)
        assert status == 200 and "no_speech" not in record["lacks"]
        assert record["phases"][0]["turns"] == {"leader": 1, "presenter": 0, "member": 1}
        assert sum(record["whole"]["turn_lengths"].values()) == 2
        assert (await at_record(lea, "GET", "/record"))[0] == 200
        assert (await at_record(ann, "POST", "/record/veto"))[0] == 200
        assert (await at_record(lea, "GET", "/record"))[0] == 200, "until its hour it looks as it did"
        await server.house.store.release_records(VETO_S + QUARTER_S)
        assert (await at_record(lea, "GET", "/record"))[0] == 404
        assert await server.house.store.waiting_record(links.session) is None
    finally:
        for visitor in (lea, ann):
            await visitor.close()
        await server.stop()
    assert left(tmp_path) == set()
