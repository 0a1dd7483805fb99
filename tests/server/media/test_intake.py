"""The socket as the compiled engine reads it: what is plain goes on, and all else comes to Python as it would."""

from __future__ import annotations

import os
import socket
from array import array
from collections.abc import Iterator
from random import Random
from typing import Any, cast

import pytest
from pylibsrtp import Policy

from server.media.compiled import compiled
from server.media.fanout import Engine
from server.media.taking import Intake, Taker
from tests.server.media.forwarding_room import CM, Room, keyframe, session, two

NOW_MS = 7_000
Ends = tuple[socket.socket, socket.socket]


def engine() -> Engine:
    other = compiled()
    assert other is not None
    return other


@pytest.fixture(params=[socket.AF_INET, socket.AF_INET6])
def ends(request: pytest.FixtureRequest) -> Iterator[Ends]:
    """Where it reads, and somebody who sends there."""
    host = "127.0.0.1" if request.param is socket.AF_INET else "::1"
    with (
        socket.socket(request.param, socket.SOCK_DGRAM) as port,
        socket.socket(request.param, socket.SOCK_DGRAM) as client,
    ):
        port.bind((host, 0))
        client.bind((host, 0))
        client.connect(port.getsockname())
        yield port, client


def reads(port: socket.socket) -> Intake:
    intake = engine().intake(array("i", [port.fileno()]))
    assert intake is not None
    return intake


def came(intake: Intake) -> list[tuple[bytes, Any]]:
    assert intake.receive()
    found = []
    while (one := intake.next(NOW_MS)) is not None:
        found.append(one)
    return found


def test_what_is_from_nobody_comes_with_its_address(ends: Ends) -> None:
    port, client = ends
    intake = reads(port)
    sent = [b"", b"\0stun", b"\x80", b"\x80\x60" + bytes(20), bytes(2_000)]
    for datagram in sent:
        client.send(datagram)
    assert came(intake) == [(datagram, client.getsockname()) for datagram in sent]
    assert came(intake) == []


def test_at_most_eight_are_read_at_once(ends: Ends) -> None:
    port, client = ends
    intake = reads(port)
    for number in range(11):
        client.send(bytes((number,)))
    assert [len(came(intake)) for _ in range(3)] == [8, 3, 0]


def test_a_socket_that_is_none_is_said() -> None:
    gone = os.open(os.devnull, os.O_RDONLY)
    intake = engine().intake(array("i", [gone]))
    os.close(gone)
    assert intake is not None
    assert not intake.receive()
    assert intake.next(NOW_MS) is None


def changed(datagram: bytes) -> bytes:
    return datagram[:-1] + bytes((datagram[-1] ^ 1,))


def speaking() -> tuple[Room, Taker]:
    """A room in which seat 1 is heard, two packets ago."""
    room, speaker, _ = two()
    for number in (1, 2):
        room.send(1, speaker.audio(number, number * 960, b"word"))
    return room, room.forwarder._participants[1].taker


def test_plain_packets_of_who_is_known_go_on_and_reports_do_not(
    ends: Ends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.server.media.forwarding_room.ENGINES", [engine()])
    port, client = ends
    intake, (room, taker) = reads(port), speaking()
    speaker, listener = room.clients.values()
    intake.know(client.getsockname(), taker)
    report = speaker.control(bytes((0x80, 201, 0, 1)) + speaker.audio_ssrc.to_bytes(4, "big"))
    packets = [speaker.audio(number, number * 960, b"word") for number in (3, 4, 6)]
    forged = changed(speaker.audio(7, 7 * 960, b"word"))
    for datagram in (packets[0], report, packets[1], packets[2], forged):
        client.send(datagram)
    assert [datagram for datagram, _ in came(intake)] == [report]
    listener.collect()
    assert [header.sequence for header, _ in listener.heard(1)] == [1, 2, 3, 4, 6]
    assert taker.books.heard_ms == NOW_MS
    assert room.drops("unauthentic") == 1
    intake.know(client.getsockname(), None)
    client.send(speaker.audio(8, 8 * 960, b"word"))
    assert len(came(intake)) == 1


def test_what_is_forged_does_not_make_a_link_seem_alive(ends: Ends, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.server.media.forwarding_room.ENGINES", [engine()])
    port, client = ends
    intake, (room, taker) = reads(port), speaking()
    intake.know(client.getsockname(), taker)
    client.send(changed(room.clients[1].audio(3, 960, b"word")))
    assert came(intake) == []
    assert taker.books.heard_ms == -1


def test_the_kernel_says_since_when_a_datagram_has_waited(
    ends: Ends, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.server.media.forwarding_room.ENGINES", [engine()])
    port, client = ends
    intake: Any = reads(port)
    room, taker = speaking()
    intake.know(client.getsockname(), taker)
    assert intake.receive(), "which asks for it"
    speaker, shown = room.clients[1], keyframe(1, b"face")
    for number in (1, 2):
        room.send(1, speaker.video(number, 0, shown, transport_sequence=number))
    for number, before_us in ((3, 40_000), (4, -5_000_000), (5, 5_000_000)):
        client.send(speaker.video(number, 0, shown, transport_sequence=number))
        assert intake.receive()
        intake._struct.came_us[0] -= before_us
        assert intake.next(NOW_MS) is None
    client.send(b"\0check")
    assert intake.receive()
    intake._struct.came_us[0] -= 40_000
    assert intake.next(NOW_MS) is not None
    assert 40 <= intake.waited_ms <= 1_000
    books: Any = taker.books
    waited = [NOW_MS - books.arrivals.came[number].came_ms for number in (3, 4, 5)]
    assert 40 <= waited[0] <= 1_000
    assert waited[1:] == [0, 0], "the clock was set meanwhile"


@pytest.mark.parametrize("seed", range(3))
def test_the_table_agrees_with_a_plain_dictionary(seed: int) -> None:
    """As many addresses as it holds, of which most are forgotten again: each finds its own, and nobody else's."""
    chance, intake, known = Random(seed), cast(Any, engine().intake(array("i", [-1]))), dict[Any, Taker]()
    keys = session(os.urandom(30), CM, Policy.SSRC_ANY_INBOUND)
    addresses = [(f"10.0.{number // 250}.{number % 250}", 5_000 + number % 3) for number in range(2_000)]
    for address in addresses:
        known[address] = engine().taker(keys)
        intake.know(address, known[address])
    for address in chance.sample(addresses, 1_500):
        intake.know(address, None)
        del known[address]
        if chance.random() < 0.2:
            known[address] = engine().taker(keys)
            intake.know(address, known[address])
    table = {bytes(one.key): one.sender for one in intake._struct.known if one.sender}
    assert intake._struct.known_count == len(table) == len(known)
    assert sorted(map(id_of, table.values())) == sorted(id_of(taker.books) for taker in known.values())
    for address in known:
        intake.know(address, None)
    assert not any(one.sender for one in intake._struct.known)
    assert intake._known == {}


def id_of(pointer: Any) -> int:
    other: Any = engine()
    return int(other.ffi.cast("intptr_t", pointer))


def test_the_same_address_on_two_links_is_two() -> None:
    intake: Any = engine().intake(array("i", [-1]))
    for scope in (1, 2):
        intake.know(
            ("fe80::1", 5_000, 0, scope), engine().taker(session(os.urandom(30), CM, Policy.SSRC_ANY_INBOUND))
        )
    assert intake._struct.known_count == 2


def test_a_full_table_leaves_the_rest_to_python() -> None:
    intake: Any = engine().intake(array("i", [-1]))
    taker = engine().taker(session(os.urandom(30), CM, Policy.SSRC_ANY_INBOUND))
    for number in range(2_100):
        intake.know((f"10.1.{number // 256}.{number % 256}", 5_000), taker)
    assert intake._struct.known_count == 2_048
