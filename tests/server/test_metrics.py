"""What an operator may read: sums that only grow, of the whole server, and nothing of any one room."""

from __future__ import annotations

import socket
from collections import Counter
from pathlib import Path

import aiohttp
import pytest
from prometheus_client import generate_latest
from prometheus_client.parser import text_string_to_metric_families

from server.app import Server
from server.formats import find
from server.media.plane import Plane
from server.metrics import Metrics
from server.opening import open_session
from server.settings import Settings
from tests.server.visitor import Visitor
from tests.waiting import until

COUNTED = """\
# HELP restarea_path_checks_total Looks at the way here, before going in.
# TYPE restarea_path_checks_total counter
restarea_path_checks_total{outcome="begun"} 2.0
restarea_path_checks_total{outcome="open"} 1.0
# HELP restarea_links Links in sessions, by how good.
# TYPE restarea_links gauge
restarea_links{quality="good"} 4.0
restarea_links{quality="weak"} 3.0
# HELP restarea_listeners Listeners, by what their link is given.
# TYPE restarea_listeners gauge
restarea_listeners{rung="voices"} 5.0
restarea_listeners{rung="few"} 6.0
# HELP restarea_ladder_steps_total How often a link was given less, or more.
# TYPE restarea_ladder_steps_total counter
restarea_ladder_steps_total{way="down"} 7.0
restarea_ladder_steps_total{way="up"} 8.0
# HELP restarea_room_failures_total What could not be done in a room.
# TYPE restarea_room_failures_total counter
restarea_room_failures_total{what="facts"} 9.0
restarea_room_failures_total{what="speech"} 1.0
"""

Read = dict[tuple[str, str], float]


async def read(address: tuple[str, int]) -> tuple[Read, str]:
    """Samples by name and the value of their only label."""
    async with (
        aiohttp.ClientSession() as client,
        client.get(f"http://{address[0]}:{address[1]}/metrics") as answer,
    ):
        assert answer.status == 200
        text = await answer.text()
    samples = {
        (sample.name, "".join(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }
    return samples, text


async def test_what_a_server_says_of_itself(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, port=0, media_port=0, metrics_port=0, advertise=["127.0.0.1"])
    server = Server(settings)
    await server.start()
    try:
        links = await open_session(server.house.store, find("classic").text, server.url)
        leader = Visitor(server.url, links.lead)
        await leader.enter("Hannelore")
        await leader.connect()
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stranger:
            stranger.sendto(b"\xff neither media nor STUN", ("127.0.0.1", server.plane.port))
        await until(lambda: server.plane.counters["unknown_protocol"] == 1)
        await until(lambda: bool(server.metrics._lag._sum.get()))
        await leader.media()

        async def link_is_counted() -> bool:
            samples, _ = await read(server.metrics.address)
            listeners = sum(count for (name, _), count in samples.items() if name == "restarea_listeners")
            return (samples["restarea_links", "good"], listeners) == (1, 1)

        await until(link_is_counted)
        work = server.house.at_work()
        assert (work.rooms, work.seats, work.links["up"], work.qualities["good"]) == (1, 1, 1, 1)
        assert (work.engine, work.workers, work.replaced) == (server.plane.engine, 0, 0)
        samples, text = await read(server.metrics.address)
        assert samples["restarea_rooms", ""] == 1
        assert samples["restarea_datagrams_total", "unknown_protocol"] == 1
        assert samples["restarea_path_checks_total", "begun"] == 0
        assert samples["restarea_links", "very_weak"] == 0
        assert samples["restarea_listeners", "few"] == 0
        assert (
            samples["restarea_ladder_steps_total", "down"]
            == samples["restarea_ladder_steps_total", "up"]
            == 0
        )
        assert [samples["restarea_room_failures_total", what] for what in ("facts", "speech")] == [0, 0]
        assert samples["restarea_forwarding", server.plane.engine] == 1
        assert samples["restarea_loop_lag_seconds_count", ""] >= 1
        assert samples["process_resident_memory_bytes", ""] > 10_000_000
        session = (await server.house.store.sessions())[0]
        assert "Hannelore" not in text
        assert str(session) not in text
        assert "127.0.0.1" not in text
        await leader.do("leave")
        assert (server.house.at_work().rooms, server.house.at_work().seats) == (1, 0), (
            "an empty chair is not taken"
        )
        await leader.close()
    finally:
        await server.stop()
    with pytest.raises(aiohttp.ClientError):
        await read(server.metrics.address)


def test_what_is_counted_is_read_when_it_is_asked_for() -> None:
    metrics = Metrics(Plane())
    checks, steps, failures = Counter(open=1), Counter(up=8, down=7), Counter(speech=1, facts=9)
    metrics.count_checks(checks)
    metrics.count_links(lambda: {"weak": 3, "good": 4})
    metrics.count_ladder(lambda: {"voices": 5, "few": 6}, steps)
    metrics.count_failures(failures)
    checks["begun"] += 2
    told = generate_latest(metrics._registry).decode()
    assert told[told.index("# HELP restarea_path_checks") :].startswith(COUNTED)


async def test_without_a_port_nothing_is_told(tmp_path: Path) -> None:
    server = Server(Settings(data_dir=tmp_path, port=0, media_port=0))
    await server.start()
    assert server.metrics.address == ("", 0)
    await server.stop()
