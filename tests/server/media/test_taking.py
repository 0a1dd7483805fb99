"""Both engines take the same: the same packets to the same people, the same answers to senders, the same facts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media import fanout, rtcp, rtp
from server.media.forwarder import Forwarder
from tests.server.media import forwarding_room
from tests.server.media.forwarding_room import (
    GCM,
    NOBODY,
    Client,
    Hears,
    Room,
    delta,
    keyframe,
    two,
)
from tests.server.media.from_socket import FromSocket, engines

SEATS = (1, 2, 3)


@dataclass
class Press:
    """One thing that happens in a room, the same whichever engine forwards."""

    kind: str
    seat: int
    chance: int
    after_ms: int


PRESSES = st.builds(
    Press,
    kind=st.sampled_from(
        ["audio", "video"] * 4 + ["key", "pli", "tick"] * 2
        + ["lost", "late", "copy", "rtx", "odd", "reach", "report", "nack", "join", "burst"] + ["narrow"] * 2
    ),
    seat=st.sampled_from(SEATS),
    chance=st.integers(0, 2**16),
    after_ms=st.sampled_from([0, 1, 5, 20, 20, 60, 400, 1_100]),
)  # fmt: skip


class Story:
    """Plays presses into a room. What a client sends depends on the presses alone."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.number = {(seat, kind): 65_520 for seat in SEATS for kind in ("audio", "video", "rtx")}
        self.transport = dict.fromkeys(SEATS, 65_500)
        self.late: list[tuple[int, bytes]] = []
        self.last: dict[int, bytes] = {}
        room.all_reach()

    def play(self, press: Press) -> bool | None:
        chance = Random(press.chance)
        self.room.passes(press.after_ms)
        client = self.room.clients[press.seat]
        act = getattr(self, f"_{press.kind}")
        return act(client, chance)  # type: ignore[no-any-return]

    def send(self, client: Client, datagram: bytes) -> bool:
        self.last[client.seat] = datagram
        return self.room.send(client.seat, datagram)

    def packet(self, client: Client, kind: str, payload: bytes, chance: Random, **more: Any) -> bytes:
        """With the extensions that browsers send, and some that they do not."""
        number = self.number[client.seat, kind] = self.number[client.seat, kind] + 1
        extensions = {client.mid_id: b"0" if kind == "audio" else b"1"}
        if kind == "audio" and chance.random() < 0.9:
            extensions[client.level_id] = bytes([chance.randrange(256)] * (1 + (chance.random() < 0.1)))
        if chance.random() < 0.8:
            self.transport[client.seat] += 1
            extensions[client.transport_id] = (self.transport[client.seat] & 0xFFFF).to_bytes(2, "big")
        return rtp.build(
            client.audio_type if kind == "audio" else client.video_type,
            number & 0xFFFF,
            (number * (960 if kind == "audio" else 3_000)) & 0xFFFFFFFF,
            client.audio_ssrc if kind == "audio" else client.video_ssrc,
            payload,
            marker=chance.random() < 0.3,
            extensions=extensions,
            **more,
        )

    def picture(self, client: Client, chance: Random) -> bytes:
        number = self.number[client.seat, "video"]
        tl0 = number & 0xFF if chance.random() < 0.5 else None
        return delta(number & 0x7FFF, chance.randbytes(chance.choice([0, 3, 900])), tl0)

    def _audio(self, client: Client, chance: Random) -> bool:
        payload = chance.randbytes(chance.choice([0, 1, 80, 160]))
        return self.send(client, client.out.protect(self.packet(client, "audio", payload, chance)))

    def _video(self, client: Client, chance: Random) -> bool:
        return self.send(
            client, client.out.protect(self.packet(client, "video", self.picture(client, chance), chance))
        )

    def _key(self, client: Client, chance: Random) -> bool:
        number = self.number[client.seat, "video"] & 0x7FFF
        return self.send(client, client.out.protect(self.packet(client, "video", keyframe(number), chance)))

    def _lost(self, client: Client, chance: Random) -> None:
        kind = chance.choice(["audio", "video"])
        payload = b"lost" if kind == "audio" else self.picture(client, chance)
        for _ in range(chance.choice([1, 1, 3, 60])):
            packet = client.out.protect(self.packet(client, kind, payload, chance))
        self.late.append((client.seat, packet))

    def _late(self, client: Client, chance: Random) -> bool | None:
        mine = [packet for seat, packet in self.late if seat == client.seat]
        return self.send(client, mine[-1]) if mine else None

    def _copy(self, client: Client, chance: Random) -> bool | None:
        return self.room.send(client.seat, self.last[client.seat]) if client.seat in self.last else None

    def _rtx(self, client: Client, chance: Random) -> bool:
        self.number[client.seat, "rtx"] += 1
        original = self.number[client.seat, "video"] - chance.choice([0, 1, 2])
        payload = self.picture(client, chance) if chance.random() < 0.8 else b""
        return self.send(
            client,
            client.retransmission(self.number[client.seat, "rtx"] & 0xFFFF, original & 0xFFFF, 0, payload),
        )

    def _odd(self, client: Client, chance: Random) -> bool:
        """What no browser sends."""
        kind = chance.choice(["audio", "video"])
        packet = bytearray(self.packet(client, kind, chance.randbytes(40), chance))
        change = chance.choice(["type", "foreign", "forged"])
        if change == "type":
            packet[1] ^= 1
        elif change == "foreign":
            packet[11] ^= 0xFF
        datagram = bytearray(client.out.protect(bytes(packet)))
        if change == "forged":
            datagram[-1] ^= 1
        return self.send(client, bytes(datagram))

    def _burst(self, client: Client, chance: Random) -> None:
        for _ in range(300):
            self._audio(client, chance)

    def _reach(self, client: Client, chance: Random) -> None:
        def some() -> frozenset[int]:
            return frozenset(seat for seat in SEATS if chance.random() < 0.7)

        self.room.reach({seat: Hears(some(), some() if chance.random() < 0.8 else NOBODY) for seat in SEATS})

    def _tick(self, client: Client, chance: Random) -> None:
        self.room.tick()

    def _report(self, client: Client, chance: Random) -> bool:
        return self.room.send(client.seat, client.loses(1 + client.seat % 3, chance.choice([0.0, 0.1])))

    def _narrow(self, client: Client, chance: Random) -> bool:
        return self.room.send(client.seat, client.estimates(chance.choice([50_000, 600_000, 9_000_000])))

    def _nack(self, client: Client, chance: Random) -> bool:
        seat = 1 + client.seat % 3
        numbers = [chance.randrange(1, 40) for _ in range(3)]
        return self.room.send(
            client.seat, client.control(EMPTY, rtcp.nack(1, client.slot_ssrc(seat, "video"), numbers))
        )

    def _pli(self, client: Client, chance: Random) -> bool:
        ssrc = client.slot_ssrc(1 + client.seat % 3, "video")
        return self.room.send(client.seat, client.control(EMPTY, rtcp.picture_loss(1, ssrc)))

    def _join(self, client: Client, chance: Random) -> None:
        self.room.join(client.seat)
        self.late = [(seat, packet) for seat, packet in self.late if seat != client.seat]
        self.last.pop(client.seat, None)


EMPTY = rtcp.receiver_report(1, ())


def told(engine: fanout.Engine, profile: int, presses: list[Press]) -> Iterator[Any]:
    """What can be seen of a story, from every side."""
    room = Room(SEATS, engine=engine, profile=profile, forwarders=FromSocket)
    story = Story(room)
    for press in presses:
        yield press.kind, story.play(press)
    yield room.forwarder.facts(room.now_ms)
    room.tick(1_000)
    for client in (*room.former, *room.clients.values()):
        yield client.rtp_in
        yield client.rtcp_in
    yield room.forwarder.counters


@pytest.mark.slow
@pytest.mark.unhurried
@pytest.mark.parametrize("profile", [forwarding_room.CM, GCM])
@settings(max_examples=100, deadline=None)
@given(presses=st.lists(PRESSES, min_size=5, max_size=60))
def test_both_engines_tell_the_same_story(profile: int, presses: list[Press]) -> None:
    python, other = engines()
    for one, same in zip(told(python, profile, presses), told(other, profile, presses), strict=True):
        assert one == same


@pytest.mark.parametrize("size", [100, 1_200])
def test_a_budget_ends_with_the_same_packet(size: int) -> None:
    passed = []
    for engine in engines():
        room = Room([1, 2], engine=engine)
        room.all_reach()
        speaker = room.clients[1]
        for number in range(700):
            room.send(1, speaker.audio(number, 0, bytes(size)))
        passed.append(len(room.clients[2].heard(1)))
    assert passed[0] == passed[1] < 700


def test_a_late_packet_does_not_keep_who_waits_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """It came before they were let in, and passes them by; what follows it is theirs."""
    room, speaker, listener, _ = a_room(monkeypatch)
    late = speaker.audio(3, 3 * 960, b"before")
    room.reach({})
    for number in (1, 2, 4):
        room.send(1, speaker.audio(number, number * 960, b"before"))
    room.reach({2: Hears(frozenset({1}))})
    room.send(1, late)
    for number in (5, 6):
        room.send(1, speaker.audio(number, number * 960, b"word"))
    assert [payload for _, payload in listener.heard(1)] == [b"word", b"word"]


def seen_by_python(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the packets that Python forwards."""
    numbers: list[int] = []
    forward = Forwarder._forward

    def noted(self: Forwarder, stream: Any, packet: bytes, *rest: Any, **named: Any) -> None:
        numbers.append(rtp.parse(packet).sequence)
        forward(self, stream, packet, *rest, **named)

    monkeypatch.setattr(Forwarder, "_forward", noted)
    return numbers


def a_room(monkeypatch: pytest.MonkeyPatch) -> tuple[Room, Client, Client, list[int]]:
    numbers = seen_by_python(monkeypatch)
    monkeypatch.setattr(forwarding_room, "ENGINES", [engines()[1]])
    return *two(), numbers


def test_what_is_plain_never_comes_to_python(monkeypatch: pytest.MonkeyPatch) -> None:
    room, speaker, listener, numbers = a_room(monkeypatch)
    for number in range(100, 150):
        room.send(1, speaker.audio(number, number * 960, b"word"), after_ms=20)
    assert numbers == [100, 101], "the first begins the run; the gate is made ready for the second"
    room.send(1, speaker.video(200, 0, keyframe(1)))
    room.send(1, speaker.video(201, 3_000, delta(2)))
    room.send(1, speaker.video(202, 6_000, delta(3)))
    assert numbers == [100, 101, 200, 201]
    room.send(1, speaker.video(204, 9_000, delta(4)))
    room.send(1, speaker.video(205, 12_000, delta(5)))
    assert numbers == [100, 101, 200, 201, 204], "what came before it is missing: that is asked for"
    assert len(listener.heard(1)) == 50
    assert len(listener.heard(1, "video")) == 5
    assert room.forwarder.facts(room.now_ms)[1].packets_in == 55


def test_a_change_of_reach_comes_to_python_first_and_after_it_nothing_passes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    room, speaker, listener, numbers = a_room(monkeypatch)
    for number in range(1, 5):
        room.send(1, speaker.audio(number, number * 960, b"word"))
    room.reach({})
    for number in range(5, 9):
        room.send(1, speaker.audio(number, number * 960, b"behind the closed microphone"))
    assert len(listener.heard(1)) == 4
    assert numbers == [1, 2, 5]


def test_of_who_left_nothing_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    room, speaker, listener, _ = a_room(monkeypatch)
    for number in range(1, 4):
        room.send(1, speaker.audio(number, number * 960, b"word"))
    taker = room.forwarder._participants[1].taker
    room.forwarder.leave(1)
    assert taker.take(speaker.audio(4, 4 * 960, b"word"), room.now_ms) is None
    assert not room.send(1, speaker.audio(5, 5 * 960, b"word"))
    assert len(listener.heard(1)) == 3


def test_notes_are_read_before_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    room, speaker, _, numbers = a_room(monkeypatch)
    for number in range(600):
        room.send(1, speaker.audio(number, number * 960, b"word", level=number % 60), after_ms=5)
    assert numbers == [0, 1, 258, 515], "each of the last made room for those after it"
    assert room.forwarder.facts(room.now_ms)[1].audio_packets_in == 600
