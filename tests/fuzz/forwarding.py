"""Hostile RTP and RTCP within a room: one participant sends mutated packets under its own good keys, and mutated
ciphertext, while another speaks to a third. Exact: not one of the honest packets may be missing, or come twice.

May import the forwarder's tests, and what they import.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from random import Random
from time import monotonic

from server.media import fanout, rtcp, rtp
from server.media.feedback import TransportArrivals
from tests.fuzz.mutations import mutated
from tests.server.media.collected import Collected
from tests.server.media.forwarding_room import Client, Hears, Room, delta, keyframe
from tests.server.media.from_socket import FromSocket

HOSTILE, SPEAKER, LISTENER = 1, 2, 3
EVERYBODY = frozenset({HOSTILE, SPEAKER, LISTENER})
BETWEEN = 25
"""Hostile packets from one honest one to the next: 1,250 a second."""
COMES_ANEW = 300
"""Honest packets from one join of the hostile one to the next: keys, streams and reporters are its own until then."""
_RTP_LENGTHS = (0, 2, 12, 14)
_RTCP_LENGTHS = (0, 2, 4, 8)


class _Open:
    """In place of a session: what is protected is kept as it is."""

    @staticmethod
    def protect(packet: bytes) -> bytes:
        return packet

    protect_rtcp = protect


def media_of(client: Client, number: int) -> list[bytes]:
    """One of each kind of packet that it may send, in the clear, from this number on."""
    number, time = number & 0xFFFF, number * 3_000 & 0xFFFFFFFF
    after = number + 1 & 0xFFFF
    keys, client.out = client.out, _Open()  # type: ignore[assignment]
    try:
        return [
            client.audio(number, time, b"voice" * 12),
            client.video(number, time, keyframe(7, b"k" * 60), transport_sequence=number),
            client.video(after, time, delta(8, b"d" * 60, tl0=3), transport_sequence=after, marker=False),
            client.retransmission(number, number - 3 & 0xFFFF, time, delta(9, b"r" * 30)),
            client.retransmission(after, number, time, b""),
        ]
    finally:
        client.out = keys


def control_of(client: Client) -> list[bytes]:
    """One of each kind of RTCP, in the clear."""
    own, slot = client.video_ssrc, client.slot_ssrc(SPEAKER, "video")
    block = rtcp.ReportBlock(slot, 3, 1, 1000, 20, 0, 0)
    fir = struct.pack("!BBHIIIB3x", 0x84, 206, 4, own, 0, slot, 1)
    return [
        rtcp.receiver_report(own, [block, block]) + rtcp.description(own, "somebody"),
        rtcp.sender_report(rtcp.SenderReport(own, 1 << 40, 90_000, 10, 1_000)),
        rtcp.receiver_report(own, []) + rtcp.nack(own, slot, range(1, 40)),
        rtcp.picture_loss(own, slot),
        rtcp.transport_feedback(own, slot, 1, 100, [1_000, None, 1_010, 1_900, None]),
        rtcp.bitrate_limit(own, 300_000, [slot]),
        fir,
        struct.pack("!BBHI", 0x81, 203, 1, own),
    ]


class HostileRoom:
    def __init__(self, engine: fanout.Engine, seed: int) -> None:
        self.chance = Random(seed)
        kind: Callable[[Room], Collected] = Collected if engine is fanout.PYTHON else FromSocket
        self.room = Room(sorted(EVERYBODY), engine=engine, forwarders=kind)
        self.room.reach({seat: Hears(EVERYBODY - {seat}, EVERYBODY - {seat}) for seat in EVERYBODY})
        self.sent = self.spoken = self.number = 0

    def run(self, seconds: float) -> None:
        until = monotonic() + seconds
        while monotonic() < until:
            self.step()

    def step(self) -> None:
        """Some hostile packets, an honest one, and what is due."""
        hostile = self.room.clients[HOSTILE]
        self.number += self.chance.choice((1, 2, 2, 2, 3, 40, 5_000, 40_000))
        media, control = media_of(hostile, self.number), control_of(hostile)
        for _ in range(BETWEEN):
            packet = self._hostile(hostile, media, control)
            if packet is not None:
                self.room.send(HOSTILE, packet)
                self.sent += 1
        self._speak()
        self.room.tick(20)
        self._is_bounded()
        if self.spoken % COMES_ANEW == 0:
            self.room.join(HOSTILE)
            self.room.former.clear()

    def _hostile(self, hostile: Client, media: list[bytes], control: list[bytes]) -> bytes | None:
        chance, others = self.chance, [*media, *control]
        one, report = chance.choice(media), chance.choice(control)
        try:
            match chance.randrange(7):
                case 0:
                    return hostile.out.protect(one)
                case 1 | 2:
                    return hostile.out.protect(mutated(one, others, chance, _RTP_LENGTHS))
                case 3:
                    return hostile.out.protect_rtcp(mutated(report, others, chance, _RTCP_LENGTHS))
                case 4:
                    parts = chance.choices(control, k=chance.randrange(1, 5))
                    return hostile.out.protect_rtcp(
                        b"".join(mutated(part, others, chance, _RTCP_LENGTHS) for part in parts)
                    )
                case 5:
                    return mutated(hostile.out.protect(one), others, chance)
                case _:
                    return mutated(hostile.out.protect_rtcp(report), others, chance)
        except Exception:  # libsrtp has limits of its own for what it encrypts
            return None

    def _speak(self) -> None:
        """An honest packet comes through, once and whole."""
        number = self.spoken
        self.spoken += 1
        payload = b"honest %d" % number
        listener = self.room.clients[LISTENER]
        self.room.send(
            SPEAKER,
            self.room.clients[SPEAKER].audio(number & 0xFFFF, number * 960 & 0xFFFFFFFF, payload),
            after_ms=20,
        )
        heard = [heard for _, heard in listener.heard(SPEAKER)]
        # Redundant audio carries the two before it, should the listener's reports have asked for that.
        assert len(heard) == 1 and heard[0].endswith(payload), f"packet {number}: {heard}"
        for client in self.room.clients.values():
            for kept in (client.rtp_in, client.rtcp_in, client.datagrams):
                kept.clear()

    def _is_bounded(self) -> None:
        drops = self.room.forwarder.counters.drops
        assert not drops.get("error"), "something of ours raised"
        assert not drops.get("feedback_error"), "something of ours raised"
        hostile = self.room.forwarder._participants[HOSTILE]
        assert len(hostile.routes) <= 8
        assert len(hostile.reporters) <= 64
        for stream in hostile.streams:
            assert len(stream.repair._missing) <= 50
        arrivals = hostile.taker.arrivals  # the compiled engine's have no room for more
        assert not isinstance(arrivals, TransportArrivals) or len(arrivals._arrivals_ms) <= 400


def parse_or_refuse(seed: int, seconds: float) -> int:
    """What libsrtp would never let through, straight into our own parsers: they refuse it in their own words."""
    chance, count, client = Random(seed), 0, Client(1, 3)
    until = monotonic() + seconds
    while monotonic() < until:
        if count % 100 == 0:
            media, control = media_of(client, chance.randrange(1 << 16)), control_of(client)
        packet = mutated(chance.choice(media), [*media, *control], chance, _RTP_LENGTHS)
        try:
            header = rtp.parse(packet)
            rtp.extensions(packet, header)
            rtp.unwrapped(packet, header, 100, 7)
        except rtp.RtpError:
            pass
        compound = mutated(chance.choice(control), [*media, *control], chance, _RTCP_LENGTHS)
        try:
            for part in rtcp.split(compound):
                _read(part)
        except ValueError:
            pass
        count += 2
    return count


def _read(part: rtcp.Packet) -> None:
    match part.kind, part.subtype:
        case rtcp.SENDER_REPORT, _:
            rtcp.read_sender_report(part)
            list(rtcp.read_blocks(part))
        case rtcp.RECEIVER_REPORT, _:
            list(rtcp.read_blocks(part))
        case rtcp.TRANSPORT_FEEDBACK, rtcp.NACK:
            rtcp.read_feedback_ssrc(part)
            assert len(rtcp.read_nack(part, 200)) <= 216
        case rtcp.PAYLOAD_FEEDBACK, rtcp.FIR:
            rtcp.read_fir(part)
        case rtcp.PAYLOAD_FEEDBACK, _:
            rtcp.read_feedback_ssrc(part)
            rtcp.read_remb(part)
