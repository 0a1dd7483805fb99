"""Twenty seconds of hostile input; `make fuzz` does the same for longer."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from server.media import fanout
from server.media.compiled import compiled
from tests.fuzz.forwarding import HostileRoom, parse_or_refuse
from tests.fuzz.mutations import mutated, mutated_text
from tests.fuzz.port import HostilePort, signed

pytestmark = [pytest.mark.slow, pytest.mark.paired]

LASTS_S = 5.0
SILENT_MOST_S = 1.0
RSS_MOST_MB = 16
DESCRIPTORS_MOST = 20
"""Six connections, their two ends in this process, and what a peer that joins anew needs."""


def engines() -> list[fanout.Engine]:
    other = compiled()
    assert other is not None, "the forwarding in C was not compiled: install a C compiler, then `make client`"
    return [fanout.PYTHON, other]


def rss_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6


@pytest.mark.parametrize("engine", engines(), ids=lambda engine: engine.name)
def test_hostile_packets_take_no_honest_one_away(engine: fanout.Engine) -> None:
    room = HostileRoom(engine, seed=1)
    room.run(1.0)
    before = rss_mb()
    room.run(LASTS_S - 1.0)
    assert room.spoken > 50
    assert rss_mb() - before < RSS_MOST_MB


def test_parsers_refuse_in_their_own_words() -> None:
    assert parse_or_refuse(seed=1, seconds=1.0) > 100


@pytest.mark.parametrize("engine", engines(), ids=lambda engine: engine.name)
async def test_a_hostile_port_stays_open_for_the_others(engine: fanout.Engine) -> None:
    async with HostilePort(engine, seed=1) as port:
        await port.run(1.0)
        before, first = rss_mb(), port.sizes()
        await port.run(LASTS_S - 1.0)
        after = port.sizes()
    assert port.complaints == []
    assert port.sent > 500
    assert port.offers > 5
    assert port.longest_silence_s() < SILENT_MOST_S
    assert rss_mb() - before < RSS_MOST_MB
    assert after["ufrags"] <= 8
    assert after["ssrcs"] <= 80, "four seats' own, as often as a mutated offer repeats one"
    assert after["addresses"] <= 4 * 16
    assert after["tcp"] <= 6
    assert after["descriptors"] - first["descriptors"] <= DESCRIPTORS_MOST


def test_mutations_are_the_seed_s_alone_and_change_something() -> None:
    sample, text = bytes(range(60)), "v=0\r\nm=audio 9\r\na=mid:0"
    made = [[mutated(sample, [sample], Random(seed), (2, 12)) for seed in range(200)] for _ in range(2)]
    assert made[0] == made[1]
    assert sum(one != sample for one in made[0]) > 150
    assert {len(one) for one in made[0]} > {0, 60}
    assert len({mutated_text(text, Random(seed)) for seed in range(100)}) > 50
    check = (
        b"\0\1\0\x10\x21\x12\xa4\x42"
        + bytes(12)
        + b"\0\6\0\3a:b\0"
        + b"\0\x25\0\0"
        + b"\0\x08\0\x14"
        + bytes(20)
    )
    assert signed(check, b"password", Random(3))[4:8] == check[4:8]
