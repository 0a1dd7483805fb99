"""tcp: frames of a stream become datagrams and back, and nobody holds the server up with a connection."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import tcp
from server.media.tcp import Address, Connection, Listener, is_tcp
from tests.waiting import turns, until


class Transport(asyncio.Transport):
    """Takes what is written, and is read from only while it is not paused."""

    def __init__(self) -> None:
        super().__init__({"peername": ("192.0.2.1", 5000)})
        self.written = b""
        self.aborted = self.paused = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        self.written += bytes(data)

    def get_write_buffer_size(self) -> int:
        return len(self.written)

    def abort(self) -> None:
        self.aborted = True

    def is_closing(self) -> bool:
        return self.aborted

    def pause_reading(self) -> None:
        self.paused = True

    def resume_reading(self) -> None:
        self.paused = False


@dataclass
class Place:
    """A listener, and what it handed on."""

    came: list[tuple[bytes, Address]] = field(default_factory=list)
    owners: set[Address] = field(default_factory=set)
    counters: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.listener = Listener(
            lambda datagram, address: self.came.append((datagram, address)),
            self.owners.__contains__,
            self.counters,
        )

    def connect(self) -> tuple[Connection, Transport]:
        connection, transport = Connection(self.listener), Transport()
        connection.connection_made(transport)
        return connection, transport


def framed(*datagrams: bytes) -> bytes:
    return b"".join(len(one).to_bytes(2, "big") + one for one in datagrams)


@given(st.lists(st.binary(max_size=60), max_size=30), st.lists(st.integers(1, 50), min_size=1))
def test_however_a_stream_is_cut_its_frames_come_out(datagrams: list[bytes], cuts: list[int]) -> None:
    async def run() -> None:
        place = Place()
        connection, transport = place.connect()
        stream, number = framed(*datagrams), 0
        while stream:
            size = cuts[number % len(cuts)]
            connection.data_received(stream[:size])
            stream, number = stream[size:], number + 1
            await until(lambda: not transport.paused)
        assert [datagram for datagram, _ in place.came] == [one for one in datagrams if one]
        assert {address for _, address in place.came} <= {("192.0.2.1", 5000, "tcp", 1)}
        connection.connection_lost(None)

    asyncio.run(run())


async def test_what_comes_in_one_piece_lets_others_in_between() -> None:
    place = Place()
    connection, transport = place.connect()
    connection.data_received(framed(*[b"frame"] * 20))
    assert len(place.came) == tcp.FRAMES_AT_ONCE
    assert transport.paused
    await turns(4)
    assert len(place.came) == 20
    assert not transport.paused
    connection.connection_lost(None)


async def test_a_frame_that_is_no_datagram_ends_the_connection() -> None:
    place = Place()
    connection, transport = place.connect()
    connection.data_received(framed(b"good") + (tcp.LONGEST + 1).to_bytes(2, "big"))
    assert transport.aborted
    assert place.counters == {"tcp_too_long": 1}
    assert not place.listener.send(b"late", connection.address)


async def test_what_is_sent_is_framed_and_a_full_connection_loses_it() -> None:
    place = Place()
    connection, transport = place.connect()
    assert place.listener.send(b"sound", connection.address)
    assert transport.written == framed(b"sound")
    transport.written = bytes(tcp.WAITING_BYTES + 1)
    assert not place.listener.send(b"sound", connection.address)
    assert place.counters == {"tcp_full": 1}
    connection.connection_lost(None)
    assert not place.listener.send(b"sound", connection.address)


async def test_connections_that_prove_nothing_are_few_and_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tcp, "PROVES_WITHIN_S", 0.0)
    place = Place()
    owned, kept = place.connect()
    place.owners.add(owned.address)
    others = [place.connect()[1] for _ in range(tcp.UNPROVEN)]
    refused = place.connect()[1]
    assert refused.aborted
    await until(lambda: place.counters["tcp_unproven"] == tcp.UNPROVEN)
    assert place.counters["tcp_refused"] == 1
    assert all(transport.aborted for transport in others)
    assert not kept.aborted
    assert not place.connect()[1].aborted, "there is room again"


async def test_a_connection_whose_owner_is_gone_ends_after_the_last_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(tcp, "LAST_WORDS_S", 0.0)
    place = Place()
    connection, transport = place.connect()
    place.listener.release(connection.address)
    assert place.listener.send(b"goodbye", connection.address)
    await until(lambda: transport.aborted)
    assert place.counters == {}
    place.listener.release(connection.address)


async def test_closing_ends_every_connection() -> None:
    place = Place()
    _, transport = place.connect()
    place.listener.close()
    assert transport.aborted
    assert place.listener.connections == {}


def test_no_address_of_udp_is_taken_for_one_of_tcp() -> None:
    assert is_tcp(("192.0.2.1", 5000, "tcp", 1))
    assert not is_tcp(("192.0.2.1", 5000))
    assert not is_tcp(("2001:db8::1", 5000, 0, 0))
