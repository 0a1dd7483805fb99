"""The gate: whatever happens in a room, no listener is sent a packet of a seat outside its reach at that moment.

Every datagram that the forwarder transmits is decrypted with the listener's key at the moment it is sent, and
the marker in its payload says whose it is and when it was spoken; the slot it came in is not believed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.media import rtcp, rtp, vp8
from tests.server.media.forwarding_room import Client, Hears, Room, delta, keyframe
from tests.server.media.red import unpacked

pytestmark = pytest.mark.usefixtures("both_engines")

SEATS = (1, 2, 3, 4)
MARKER = struct.Struct("!4sBBI")  # a tag, the seat, 0 audio or 1 video, the moment it was sent

EVERYONE = frozenset(SEATS)
PAIRS = [(one, other) for one in SEATS for other in SEATS]
Step = tuple[str, object]


def some_reaches(count: int, chance: Random) -> list[dict[int, Hears]]:
    """Mostly open, as a room is: in a random half of all pairs hardly a stream would ever run."""
    some = [EVERYONE, EVERYONE, *(EVERYONE - {seat} for seat in SEATS), frozenset[int]()]
    return [
        {
            seat: Hears(chance.choice(some), chance.choice(some))
            for seat in chance.sample(SEATS, chance.choice((2, 3, 4)))
        }
        for _ in range(count)
    ]


def each(names: Iterable[str], details: Sequence[object], times: int) -> list[Step]:
    """Every name as often as the others: `times` times in all."""
    return [(name, details[n % len(details)]) for name in names for n in range(times)]


OFTEN = 16
STEPS = [
    *each(["reach"], [dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)), *some_reaches(15, Random(1))], OFTEN),
    *each(("audio", "key", "delta", "rtx", "copy", "late", "release", "lossy"), SEATS, OFTEN),
    *each(("key", "audio", "rejoin", "leave", "report", "narrow"), SEATS, OFTEN),
    *each(("hostile", "nack", "nack", "pli"), PAIRS, OFTEN),
    *each(["tick"], range(0, 400, 25), OFTEN),
]


def courses(steps: Sequence[Step]) -> st.SearchStrategy[list[Step]]:
    """Twenty to eighty of them: one draw of Hypothesis, not one a step."""

    def read(drawn: bytes) -> list[Step]:
        pairs = zip(drawn[::2], drawn[1::2], strict=False)
        return [steps[(high << 8 | low) % len(steps)] for high, low in pairs]

    return st.binary(min_size=2 * 20, max_size=2 * 80).map(read)


@dataclass
class Witness:
    """A room whose listeners check each packet as it comes, against the reach and when it was last widened."""

    received: int = 0
    redundant: int = 0

    def __post_init__(self) -> None:
        self.room = Room(SEATS)
        self.moment = 0
        self.reach: dict[int, Hears] = {}
        self.wrong: list[str] = []
        # Seat and kind -> the newest that reached the server; (listener, seat, kind) -> that at the opening. What
        # was overtaken before the gate opened must not come after it.
        self.arrived: dict[tuple[int, int], int] = {}
        self.opened: dict[tuple[int, int, int], int] = {}
        self.sequence = dict.fromkeys(SEATS, 65_500)
        self.kept: dict[int, list[tuple[int, bytes, int]]] = {seat: [] for seat in SEATS}
        self.shown: dict[int, tuple[int, int, bytes]] = {}  # the last picture of each seat
        self.here: set[int] = set()
        self.used: dict[tuple[int, int], bytes] = {}  # since the listener's last join: its keys are new
        for seat in SEATS:
            self.watch(self.room.join(seat))

    def watch(self, client: Client) -> None:
        self.here.add(client.seat)
        own = {slot.line.ssrc for slot in self.room.forwarder._participants[client.seat].slots}
        own |= {client.slot_ssrc(seat, "rtx") for seat in SEATS}
        self.used = {place: packet for place, packet in self.used.items() if place[0] not in own}
        receive = client.receive

        def checked(datagram: bytes | memoryview) -> None:
            packets, reports = len(client.rtp_in), len(client.rtcp_in)
            receive(datagram)
            try:
                for packet in client.rtp_in[packets:]:
                    self.check_packet(client, packet)
                for report in client.rtcp_in[reports:]:
                    if report.kind == rtcp.SENDER_REPORT:
                        self.check_report(client, rtcp.read_sender_report(report))
            except AssertionError as error:  # the forwarder would take it for a full socket
                self.wrong.append(str(error))

        self.room.forwarder._participants[client.seat].transmit = client.watched = checked

    def check_packet(self, client: Client, packet: bytes) -> None:
        assert self.room.clients[client.seat] is client, "to an older join"
        assert client.seat in self.here, "to somebody who left"
        header = rtp.parse(packet)
        payload = packet[header.payload_at : header.payload_end]
        if header.payload_type == client.red_type:
            *earlier, (_, _, payload) = unpacked(payload)
            for _, _, block in earlier:  # what was said before it was this listener's to hear
                self.check_content(client, block)
            self.redundant += len(earlier)
        seat, kind = self.check_content(client, payload)
        kinds = ("video", "rtx") if kind else ("audio",)
        assert header.ssrc in [client.slot_ssrc(seat, name) for name in kinds], "in another seat's slot"
        # One number, one content: SRTP's keystream must never cover two.
        content = self.used.setdefault((header.ssrc, header.sequence), packet)
        assert content == packet, "a sequence number used twice"
        self.received += 1

    def check_content(self, client: Client, content: bytes) -> tuple[int, int]:
        tag, seat, kind, spoken = MARKER.unpack(content[-MARKER.size :])
        assert tag == b"seat"
        hears = self.reach.get(client.seat, Hears())
        assert seat in (hears.video if kind else hears.audio), "out of reach"
        assert seat != client.seat, "an echo"
        assert spoken > self.opened[client.seat, seat, kind], "overtaken before the gate opened"
        return int(seat), int(kind)

    def check_report(self, client: Client, report: rtcp.SenderReport) -> None:
        hears = self.reach.get(client.seat, Hears())
        allowed = {client.slot_ssrc(seat, "audio") for seat in hears.audio}
        assert report.ssrc in allowed | {client.slot_ssrc(seat, "video") for seat in hears.video}

    def widen(self, reach: dict[int, Hears]) -> None:
        before, self.reach = self.reach, reach
        for listener, hears in reach.items():
            was = before.get(listener, Hears())
            for kind, (now, earlier) in enumerate(((hears.audio, was.audio), (hears.video, was.video))):
                for seat in now - earlier:
                    self.opened[listener, seat, kind] = self.arrived.get((seat, kind), 0)
        self.room.reach(reach)

    def mark(self, seat: int, kind: int) -> bytes:
        self.moment += 1
        return MARKER.pack(b"seat", seat, kind, self.moment)

    def send(self, seat: int, kind: int, datagram: bytes, moment: int) -> None:
        self.room.send(seat, datagram)
        self.arrived[seat, kind] = max(self.arrived.get((seat, kind), 0), moment)

    def make(self, name: str, seat: int) -> bytes:
        """A datagram of this seat, with the next number; spoken at `moment`."""
        client = self.room.clients[seat]
        self.sequence[seat] += 1
        number, stamp = self.sequence[seat] & 0xFFFF, self.sequence[seat] * 960 & 0xFFFFFFFF
        if name == "audio":
            return client.audio(number, stamp, self.mark(seat, 0))
        picture = (keyframe if name == "key" else delta)(number & 0x7FFF, self.mark(seat, 1))
        self.shown[seat] = number, stamp, picture
        if name == "rtx":
            return client.retransmission(number, number, stamp, picture)
        return client.video(number, stamp, picture)

    def step(self, name: str, detail: object) -> None:
        room = self.room
        if name == "reach" and isinstance(detail, dict):
            self.widen(detail)
        elif name == "tick" and isinstance(detail, int):
            room.passes(detail)
            room.tick(0)
        elif isinstance(detail, tuple):
            self.between(name, *detail)
        elif isinstance(detail, int):
            self.alone(name, detail)

    def alone(self, name: str, seat: int) -> None:
        room = self.room
        if name == "rejoin":
            self.kept[seat].clear()
            self.shown.pop(seat, None)
            self.watch(room.join(seat))
        elif name == "leave":
            self.here.discard(seat)
            room.forwarder.leave(seat)
        elif name == "late":
            # Made now, sent at the next release: overtaken on the way, and maybe by a change of the gate.
            self.kept[seat].append((0, self.make("audio", seat), self.moment))
            self.kept[seat].append((1, self.make("delta", seat), self.moment))
        elif name == "release":
            while self.kept[seat]:
                self.send(seat, *self.kept[seat].pop())
        elif name == "copy":  # browsers probe with copies of what they have sent
            if seat in self.shown:
                self.sequence[seat] += 1
                copy = room.clients[seat].retransmission(self.sequence[seat] & 0xFFFF, *self.shown[seat])
                room.send(seat, copy)
        elif name == "narrow":  # its pictures have to wait from now on, or need not any more
            client = room.clients[seat]
            for bps in (50_000, 40_000) if room.now_ms % 3 else (9_000_000,):
                room.send(seat, client.estimates(bps))
        elif name == "lossy":
            room.send(seat, room.clients[seat].loses(seat % 4 + 1, 0.2))
        elif name == "report":
            client = room.clients[seat]
            for ssrc in (client.audio_ssrc, client.video_ssrc):
                report = rtcp.SenderReport(ssrc, 1 << 40, 5, 6, 7)
                room.send(seat, client.control(rtcp.sender_report(report)))
        else:
            self.send(seat, int(name != "audio"), self.make(name, seat), self.moment)

    def between(self, name: str, seat: int, other: int) -> None:
        client, room = self.room.clients[seat], self.room
        if name == "nack":
            for kind in ("audio", "video"):
                near = [header.sequence for header, _ in client.heard(other, kind)][-3:] or [1]
                lost = sorted({(number + ahead) & 0xFFFF for number in near for ahead in (-2, -1, 0, 1)})
                room.send(seat, client.control(rtcp.nack(1, client.slot_ssrc(other, kind), lost)))
        elif name == "pli":
            room.send(seat, client.control(rtcp.picture_loss(1, client.slot_ssrc(other, "video"))))
        else:
            # One's own keys, somebody else's stream; and somebody else's datagram on one's own path.
            own = client.audio_ssrc, client.video_ssrc
            client.audio_ssrc, client.video_ssrc = (
                self.room.clients[other].audio_ssrc + 100 * (seat == other),
                self.room.clients[other].video_ssrc + 100 * (seat == other),
            )
            for kind in ("audio", "key"):
                room.send(seat, self.make(kind, seat))
            client.audio_ssrc, client.video_ssrc = own
            if seat != other:
                room.send(seat, self.make("audio", other))


def plays(witness: Witness, course: list[Step]) -> None:
    """Everybody may hear and see everybody at first; nothing of what follows comes to whom it must not."""
    witness.widen(dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)))
    for name, detail in course:
        witness.step(name, detail)
    assert witness.wrong == []
    assert witness.room.drops("error") == witness.room.drops("send") == 0


@pytest.mark.slow
@pytest.mark.unhurried
@settings(max_examples=300)
@given(courses(STEPS))
def test_no_packet_leaves_the_reach_it_was_sent_in(course: list[Step]) -> None:
    plays(Witness(), course)


def test_the_witness_hears_what_is_allowed_and_sees_what_is_not() -> None:
    """The control: the checks above do receive packets, and do notice one that should not have come."""
    witness = Witness()
    witness.widen(dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)))
    for name in ("audio", "key", "delta", "rtx", "copy", "late", "audio", "release"):
        witness.step(name, 1)
    witness.step("nack", (2, 1))
    for name in ("audio", "audio"):
        witness.step("lossy", 2)
        witness.step(name, 1)
    assert witness.wrong == []
    assert witness.redundant > 1
    assert witness.received > 3 * 7
    for name, detail in (("narrow", 2), ("key", 1), ("key", 1), ("key", 1), ("delta", 1), ("reach", {})):
        witness.step(name, detail)
    assert witness.room.drops("paced") > 0, "nothing has waited that reach then forbade"
    witness.widen(dict.fromkeys(SEATS, Hears(EVERYONE, EVERYONE)))
    assert witness.wrong == []
    witness.reach = {}  # the witness forbids, the forwarder was not told
    witness.step("audio", 1)
    assert len(witness.wrong) == 3
    assert all("out of reach" in wrong for wrong in witness.wrong)


@pytest.mark.usefixtures("no_budget")
def test_ten_thousand_hostile_packets_reach_nobody() -> None:
    """Pushed back: the presenter's client sends on, by every way it has."""
    room = Room(SEATS)
    others = EVERYONE - {1}
    room.reach({seat: Hears(EVERYONE if seat == 1 else others, EVERYONE) for seat in SEATS})
    presenter = room.clients[1]
    for number in range(10_000):
        room.send(1, presenter.audio(number, number * 960, b"hear me"))
    assert all(not room.clients[seat].heard(1) for seat in (2, 3, 4))
    assert room.forwarder.counters.forwarded == {}
    room.all_reach()
    room.send(1, presenter.audio(10_000, 0, b"hear me"))
    assert all(len(room.clients[seat].heard(1)) == 1 for seat in (2, 3, 4))


def test_a_key_frame_marker_survives_the_rewriting() -> None:
    """What the witness relies on: the marker stands at the end of every payload, whatever is rewritten."""
    marker = MARKER.pack(b"seat", 1, 1, 1)
    payload = keyframe(5, marker, tl0=3)
    assert vp8.shifted(payload, vp8.parse(payload), 77, 5).endswith(marker)
