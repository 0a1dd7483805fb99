"""The plane over a wire in memory and a clock of the test: joining, reach, links, and any datagram."""

from __future__ import annotations

import asyncio
import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.media import addresses, fanout, peer
from server.media.compiled import compiled
from server.media.peer import CONNECT_MS, DOWN_MS, FORGOTTEN_MS, Peer
from server.media.plane import Plane
from tests.server.media.forwarding_room import Hears
from tests.server.media.peers import (
    HOME,
    OTHER,
    ROOM,
    STRANGER,
    Circle,
    Client,
    Clock,
    Wire,
)
from tests.waiting import turns, until

TOLD = "127.0.0.77"

# Joining and leaving


async def test_a_new_answer_replaces_the_former_peer(circle: Circle) -> None:
    former = circle.client()
    await former.connect()
    replaced = circle.plane._rooms[ROOM].peers[1]
    present = circle.client(address=OTHER)
    await present.connect()
    assert circle.links == [(ROOM, 1, True), (ROOM, 1, False), (ROOM, 1, True)]
    await turns(20)
    assert circle.wire.sent_to(HOME)[-1][0] == 21
    assert not circle.plane.on_media(replaced, former.sound(), circle.clock.now_ms)
    assert "unauthentic" not in circle.plane.forwarded(ROOM).drops  # it never came as far as the seat's keys
    former.send(former.sound())
    former.send(former.check(nominate=True))
    assert circle.plane.facts(ROOM)[1].packets_in == 0
    assert circle.path() == OTHER


async def test_a_wrong_certificate_never_joins(circle: Circle) -> None:
    client, other = circle.client(), circle.client()
    await client.ask()
    client.certificate, other.certificate = other.certificate, client.certificate
    client.dtls = type(client.dtls)(client.certificate, client.dtls._carrier._transmit, client=False)
    client.send(client.check())
    certificate = circle.plane._certificate
    assert certificate is not None
    await asyncio.wait([asyncio.ensure_future(client.dtls.handshake([certificate.fingerprint], timeout_s=1))])
    await turns(20)
    assert circle.links == [] and circle.plane.facts(ROOM) == {}
    assert circle.wire.counters["handshake_failed"] == 1


async def test_who_never_ends_the_handshake_is_let_go(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peer, "CONNECT_MS", 50)
    client = circle.client()
    await client.ask()
    said: list[bytes] = []

    def says(datagram: bytes) -> None:
        said.append(datagram)
        if len(said) == 1:  # its Finished is in the second
            client.send(datagram)

    client.dtls = type(client.dtls)(client.certificate, says, client=False)
    client.send(client.check(nominate=True))
    certificate = circle.plane._certificate
    assert certificate is not None
    await client.dtls.handshake([certificate.fingerprint])
    assert circle.links == [(ROOM, 1, True)]
    await until(lambda: circle.links[1:] == [(ROOM, 1, False)])
    assert circle.plane.facts(ROOM) == {}
    assert circle.wire.counters["handshake_timeout"] == 1


# Links


async def test_a_silent_link_is_down_after_five_seconds_and_comes_back(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    circle.links.clear()
    circle.pass_ms(DOWN_MS)
    assert circle.links == []
    circle.pass_ms(1)
    assert circle.links == [(ROOM, 1, False)]
    circle.pass_ms(60_000)
    client.send(client.sound())
    assert circle.links == [(ROOM, 1, False), (ROOM, 1, True)]


async def test_what_the_handshake_took_is_known_of_a_seat_and_a_queue_is_measured_from_it(
    circle: Circle,
) -> None:
    await circle.client().connect()
    first_ms = circle.face.facts(ROOM)[1].first_trip_ms
    assert first_ms is not None
    trips = circle.plane._rooms[ROOM].forwarder._participants[1].trips
    for _ in range(2):
        circle.pass_ms(500)
        trips.note(first_ms + 900, circle.clock.now_ms)
    assert circle.face.facts(ROOM)[1].late_ms == 900


async def test_nothing_is_sent_to_a_link_that_is_down_and_everything_again_once_it_is_heard(
    circle: Circle,
) -> None:
    speaker, listener = circle.client(1), circle.client(2, OTHER)
    await speaker.connect()
    await listener.connect()
    await circle.face.set_reach(ROOM, {1: Hears(), 2: Hears(frozenset({1}))})

    def heard() -> int:
        return circle.plane.forwarded(ROOM).forwarded.get((1, 2), (0, 0))[0]

    speaker.send(speaker.sound())
    assert heard() == 1
    circle.pass_ms(DOWN_MS)
    speaker.send(speaker.sound())
    assert heard() == 2, "not yet"
    circle.pass_ms(1)
    assert circle.links[-1] == (ROOM, 2, False)
    assert circle.face.facts(ROOM)[2].away
    for _ in range(3):
        speaker.send(speaker.sound())
    assert heard() == 2
    listener.send(listener.check())
    assert not circle.face.facts(ROOM)[2].away
    speaker.send(speaker.sound())
    assert heard() == 3


@pytest.mark.parametrize("sign", ["check", "sound"])
async def test_an_authenticated_packet_keeps_a_link_up(circle: Circle, sign: str) -> None:
    client = circle.client()
    await client.connect()
    for _ in range(5):
        circle.pass_ms(DOWN_MS - 1)
        client.send(client.check() if sign == "check" else client.sound())
    assert circle.links == [(ROOM, 1, True)]


async def test_what_is_not_authentic_keeps_no_link_up(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    packet = client.sound()
    client.send(packet)
    circle.pass_ms(DOWN_MS - 1)
    client.send(packet)
    client.send(client.check(pwd="x" * 24))
    client.send(b"\x80\x6f" + bytes(30))
    client.send(b"\x16\xfe\xfd" + bytes(30))
    circle.pass_ms(2)
    assert circle.links == [(ROOM, 1, True), (ROOM, 1, False)]


async def test_a_link_that_stays_down_is_forgotten(circle: Circle) -> None:
    client = circle.client()
    await client.connect()
    circle.pass_ms(DOWN_MS + 1)
    circle.pass_ms(FORGOTTEN_MS)
    assert circle.plane.facts(ROOM) == {}
    client.send(client.check())
    assert circle.links == [(ROOM, 1, True), (ROOM, 1, False)]


async def test_who_never_connects_is_forgotten(circle: Circle) -> None:
    client = circle.client()
    await client.ask()
    circle.pass_ms(CONNECT_MS + 1)
    await turns(20)
    client.send(client.check())
    assert circle.wire.counters == {"stun_unknown_ufrag": 1}
    assert circle.links == []


async def test_a_raising_callback_stops_nobody(circle: Circle) -> None:
    def fail(room: str, seat: int, up: bool) -> None:
        raise RuntimeError

    one, two = circle.client(1, HOME), circle.client(2, OTHER)
    await one.connect()
    await two.connect()
    circle.plane.on_link = fail
    circle.pass_ms(DOWN_MS + 1)
    circle.plane.on_link = lambda *link: circle.links.append(link)
    two.send(two.sound())
    assert circle.links[-1] == (ROOM, 2, True)


async def test_a_seat_whose_feedback_fails_stops_no_other(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked: list[int] = []

    def fail(seat: int, now_ms: int) -> None:
        ticked.append(seat)
        if seat == 1:
            raise RuntimeError

    for seat, address in ((1, HOME), (2, OTHER)):
        await circle.client(seat, address).connect()
    with monkeypatch.context() as broken:
        broken.setattr(circle.plane._rooms[ROOM].forwarder, "tend", fail)
        circle.plane.tick()
    assert ticked == [1, 2]
    assert circle.wire.counters.pop("tick_exception") == 1


async def test_a_connection_whose_timer_fails_stops_no_other(
    circle: Circle, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seat, address in ((1, HOME), (2, OTHER)):
        await circle.client(seat, address).connect()
    ticked: list[int] = []

    def on_timer(peer: Peer, now_ms: int) -> None:
        ticked.append(peer.seat)
        if peer.seat == 1:
            raise RuntimeError

    with monkeypatch.context() as broken:
        broken.setattr(Peer, "on_timer", on_timer)
        circle.plane.tick()
    assert ticked == [1, 2]
    assert circle.wire.counters.pop("tick_exception") == 1


# Whatever may come


async def test_media_before_the_keys_is_counted(circle: Circle) -> None:
    client = circle.client()
    await client.ask()
    client.send(client.check())
    client.send(b"\x80\x6f" + bytes(30))
    assert circle.wire.counters["media_before_keys"] == 1


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    datagrams=st.lists(
        st.one_of(
            st.binary(max_size=80),
            st.tuples(
                st.sampled_from([b"\x16\xfe\xfd", b"\x80\x6f", b"\x80\xc8", b"\x00\x01"]),
                st.binary(max_size=80),
            ).map(b"".join),
        ),
        max_size=20,
    )
)
def test_any_datagrams_on_a_living_path_leave_it_alive(datagrams: list[bytes]) -> None:
    async def scene() -> None:
        clock = Clock()
        wire = Wire(clock)
        plane = Plane(clock=clock, ports=lambda _: wire)
        await plane.start("0.0.0.0", 0, ["192.0.2.50"])
        plane.open_room(ROOM, 2)
        client = Client(wire, plane, ROOM, 1, HOME)
        await client.connect()
        before = wire.counters.total() + sum(plane.forwarded(ROOM).drops.values())
        for datagram in datagrams:
            client.send(datagram)
            client.send(datagram, source=STRANGER)
        await turns(3)
        client.send(client.sound())
        assert plane.facts(ROOM)[1].packets_in == 1
        dtls = sum(bool(d) and 20 <= d[0] <= 63 for d in datagrams)  # OpenSSL drops these without a word
        counted = wire.counters.total() + sum(plane.forwarded(ROOM).drops.values()) - before
        assert counted >= 2 * len(datagrams) - dtls
        assert wire.counters["exception"] == 0
        await plane.stop()

    asyncio.run(scene())


@pytest.mark.parametrize("engine", ["Python", "C"])
async def test_answers_come_from_the_one_address_that_is_told(
    engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a socket of all addresses they came from the nearest one, and browsers went by TCP."""
    monkeypatch.setattr(addresses, "own_addresses", lambda: ["127.0.0.1", TOLD])
    plane = Plane(engine=fanout.PYTHON if engine == "Python" else compiled())
    await plane.start("0.0.0.0", 0, [TOLD])
    plane.open_room(ROOM, 2)
    client = Client(Wire(Clock()), plane, ROOM, 1, HOME)
    await client.ask()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as browser:
        browser.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_sendto(browser, client.check(), (TOLD, plane.port))
        async with asyncio.timeout(5):
            _, source = await loop.sock_recvfrom(browser, 2_000)
    assert source == (TOLD, plane.port)
    await plane.stop()
