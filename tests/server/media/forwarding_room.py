"""A room without sockets: a Forwarder and clients who share real SRTP keys with it. For tests and benchmarks.

Each client numbers payload types and header extensions in its own way, as browsers do.
"""

from __future__ import annotations

import os
import socket
import weakref
from array import array
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pylibsrtp import Policy, Session

from server.media import fanout, rtcp, rtp, srtp
from server.media.forwarder import Forwarder
from server.media.negotiated import Codec, Negotiated, Publication, Slot
from tests.server.media.collected import Collected

RIDS = ("q", "h")
ENGINES: list[fanout.Engine] = [fanout.PYTHON]
"""The last one forwards in the rooms that are made; `both_engines` (conftest.py) puts the compiled one there."""
CM = Policy.SRTP_PROFILE_AES128_CM_SHA1_80
GCM = Policy.SRTP_PROFILE_AEAD_AES_128_GCM


@dataclass(frozen=True)
class Hears:
    """A reach: whose audio and whose video one listener receives."""

    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


def session(key: bytes, profile: int, direction: int) -> Session:
    """A session with the policy of a finished DTLS handshake."""
    policy = Policy(key=key, ssrc_type=direction, srtp_profile=profile)
    policy.allow_repeat_tx = True
    policy.window_size = 1024
    return Session(policy)


def keyframe(picture_id: int, body: bytes = b"", tl0: int | None = None) -> bytes:
    """The first packet of a VP8 key frame with a 15-bit picture id."""
    return _vp8(picture_id, tl0, 0x10) + b"\x10\x02\x00\x9d\x01\x2a" + body


def delta(picture_id: int, body: bytes = b"", tl0: int | None = None, *, starts: bool = True) -> bytes:
    """A packet of a picture that needs earlier ones."""
    return _vp8(picture_id, tl0, 0x10 if starts else 0) + b"\x11\x02\x00" + body


def _vp8(picture_id: int, tl0: int | None, first: int) -> bytes:
    fields = 0x80 if tl0 is None else 0xE0
    tail = b"" if tl0 is None else bytes((tl0 & 0xFF, 0x20))
    return bytes((0x80 | first, fields, 0x80 | picture_id >> 8 & 0x7F, picture_id & 0xFF)) + tail


@dataclass
class Client:
    """A participant's own side: its keys, its numbering, and what it received, decrypted."""

    seat: int
    seats: int
    profile: int = CM
    rtx: bool = True
    announced: bool = True
    transport: bool = True
    alike: bool = False  # whether it numbers as everybody else does: browsers of one make
    red: bool = True  # whether its slots may carry redundant audio
    extended: bool = True  # whether its slots negotiate header extensions
    layered: bool = False  # whether its picture has two layers
    trip_ms: int | None = None  # what the first words of its handshake took
    rtp_in: list[bytes] = field(default_factory=list)
    rtcp_in: list[rtcp.Packet] = field(default_factory=list)
    datagrams: list[bytes] = field(default_factory=list)
    blocked: bool = False
    learnt: list[int] = field(default_factory=list)  # SSRCs of it that the server found out

    def __post_init__(self) -> None:
        size = 30 if self.profile == CM else 28
        mine, theirs = os.urandom(size), os.urandom(size)
        self.out = session(mine, self.profile, Policy.SSRC_ANY_OUTBOUND)
        self.into = session(theirs, self.profile, Policy.SSRC_ANY_INBOUND)
        self.server_in = session(mine, self.profile, Policy.SSRC_ANY_INBOUND)
        self.server_out = session(theirs, self.profile, Policy.SSRC_ANY_OUTBOUND)
        own = 0 if self.alike else self.seat
        self.audio_type, self.video_type, self.rtx_type = 96 + own % 8, 110, 111 + own % 8
        self.level_id, self.time_id, self.mid_id = 1 + own % 4, 5 + own % 3, 9
        self.transport_id, self.red_type = 11, 120
        self.audio_ssrc, self.video_ssrc, self.rtx_ssrc = (self.seat * 100 + k for k in (11, 12, 13))
        self.layer_ssrc = {rid: self.seat * 100 + 20 + k for k, rid in enumerate(RIDS)}
        self.layer_rtx_ssrc = {rid: self.seat * 100 + 30 + k for k, rid in enumerate(RIDS)}
        self.rid_id, self.repaired_rid_id = 12, 13
        self.now_ms = 0
        self.sink = -1
        self.descriptor = array("i", [-1])
        self.way: fanout.Wire | None = None
        self.watched: Callable[[bytes], None] | None = None  # takes what comes in place of `receive`

    def slot_ssrc(self, seat: int, kind: str) -> int:
        return {"audio": 0xA00000, "video": 0xB00000, "rtx": 0xC00000}[kind] + self.seat * 256 + seat

    def negotiated(self) -> Negotiated:
        video = Codec(self.video_type, self.rtx_type if self.rtx else None)
        extensions = {rtp.AUDIO_LEVEL: self.level_id, rtp.MID: self.mid_id}
        if self.transport:
            extensions[rtp.TRANSPORT_SEQUENCE] = self.transport_id
        published = Publication(
            "1", video, extensions, self._if((self.video_ssrc,)), self._if((self.rtx_ssrc,))
        )
        if self.layered:
            named = extensions | {rtp.RID: self.rid_id, rtp.REPAIRED_RID: self.repaired_rid_id}
            published = Publication("1", video, named, (), rids=RIDS)
        slots = range(1, self.seats + 1)
        levels = {rtp.AUDIO_LEVEL: self.level_id, rtp.SEND_TIME: self.time_id, rtp.MID: self.mid_id}
        times = {rtp.SEND_TIME: self.time_id, rtp.MID: self.mid_id}
        if not self.extended:
            levels = times = {}
        return Negotiated(
            audio=Publication("0", Codec(self.audio_type), extensions, self._if((self.audio_ssrc,))),
            video=published,
            audio_slots={
                seat: Slot(
                    seat,
                    f"a{seat}",
                    Codec(self.audio_type, red_payload_type=self.red_type if self.red else None),
                    levels,
                    self.slot_ssrc(seat, "audio"),
                    None,
                )
                for seat in slots
            },
            video_slots={
                seat: Slot(
                    seat,
                    f"v{seat}",
                    video,
                    times,
                    self.slot_ssrc(seat, "video"),
                    self.slot_ssrc(seat, "rtx") if self.rtx else None,
                )
                for seat in slots
            },
        )

    def _if(self, ssrcs: tuple[int, ...]) -> tuple[int, ...]:
        return ssrcs if self.announced else ()

    def audio(self, sequence: int, timestamp: int, payload: bytes, *, level: int = 30) -> bytes:
        """A protected audio packet."""
        extensions = {self.level_id: bytes((0x80 | level,)), self.mid_id: b"0"}
        packet = rtp.build(
            self.audio_type, sequence, timestamp, self.audio_ssrc, payload, extensions=extensions
        )
        return self.out.protect(packet)

    def video(
        self,
        sequence: int,
        timestamp: int,
        payload: bytes,
        *,
        marker: bool = True,
        transport_sequence: int | None = None,
    ) -> bytes:
        """A protected video packet."""
        extensions = {self.mid_id: b"1"}
        if transport_sequence is not None:
            extensions[self.transport_id] = (transport_sequence & 0xFFFF).to_bytes(2, "big")
        packet = rtp.build(
            self.video_type,
            sequence,
            timestamp,
            self.video_ssrc,
            payload,
            marker=marker,
            extensions=extensions,
        )
        return self.out.protect(packet)

    def layer(self, rid: str, sequence: int, timestamp: int, payload: bytes, *, named: bool = True) -> bytes:
        """A protected packet of one layer of its picture, which says so if `named`."""
        extensions = {self.mid_id: b"1"} | ({self.rid_id: rid.encode()} if named else {})
        packet = rtp.build(
            self.video_type, sequence, timestamp, self.layer_ssrc[rid], payload, extensions=extensions
        )
        return self.out.protect(packet)

    def layer_again(
        self, rid: str, rtx_sequence: int, original: int, timestamp: int, payload: bytes
    ) -> bytes:
        """A protected RTX packet of one layer."""
        wrapped = original.to_bytes(2, "big") + payload
        extensions = {self.mid_id: b"1", self.repaired_rid_id: rid.encode()}
        ssrc = self.layer_rtx_ssrc[rid]
        packet = rtp.build(self.rtx_type, rtx_sequence, timestamp, ssrc, wrapped, extensions=extensions)
        return self.out.protect(packet)

    def retransmission(self, rtx_sequence: int, original: int, timestamp: int, payload: bytes) -> bytes:
        """A protected RTX packet that carries `payload` as packet number `original`."""
        wrapped = original.to_bytes(2, "big") + payload if payload else b""
        packet = rtp.build(
            self.rtx_type, rtx_sequence, timestamp, self.rtx_ssrc, wrapped, extensions={self.mid_id: b"1"}
        )
        return self.out.protect(packet)

    def control(self, *packets: bytes) -> bytes:
        """A protected compound RTCP packet."""
        return self.out.protect_rtcp(b"".join(packets))

    def wire(self, engine: fanout.Engine) -> fanout.Wire | None:
        """Where a compiled engine sends to this client: a socket of its own, which `collect` reads."""
        sink = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        sink.bind(("127.0.0.1", 0))
        sink.setblocking(False)
        address = sink.getsockname()
        self.sink = sink.detach()
        weakref.finalize(self, os.close, self.sink)
        self.descriptor[0] = self.sink
        wire = self.way = engine.wire(self.server_out, self.descriptor)
        if wire is not None:
            wire.to(address)
        return wire

    def collect(self) -> None:
        """Take what a compiled engine has sent; loopback delivers before the sender's call returns."""
        while self.sink >= 0:
            try:
                (self.watched or self.receive)(os.read(self.sink, 2048))
            except BlockingIOError:
                return

    def receive(self, datagram: bytes | memoryview) -> None:
        """What the server transmits to this client: decrypted at once, as the bytes may not outlive the call."""
        if self.blocked:
            raise BlockingIOError
        received = bytes(datagram)
        self.datagrams.append(received)
        if 192 <= received[1] < 224:
            self.rtcp_in.extend(rtcp.split(self.into.unprotect_rtcp(received)))
        else:
            self.rtp_in.append(self.into.unprotect(received))

    def heard(self, seat: int, kind: str = "audio") -> list[tuple[rtp.Header, bytes]]:
        """The packets received in the slot of `seat`: header and payload."""
        found = []
        for packet in self.rtp_in:
            header = rtp.parse(packet)
            if header.ssrc == self.slot_ssrc(seat, kind):
                found.append((header, packet[header.payload_at : header.payload_end]))
        return found

    def loses(self, seat: int, share: float) -> bytes:
        """A protected report: of what comes in the slot of `seat` this share is lost."""
        block = rtcp.ReportBlock(self.slot_ssrc(seat, "audio"), round(share * 256), 1, 1, 0, 0, 0)
        return self.control(rtcp.receiver_report(1, [block]))

    def estimates(self, bps: int) -> bytes:
        """A protected word of what it can receive of pictures (REMB)."""
        return self.control(
            rtcp.receiver_report(1, ()), rtcp.bitrate_limit(1, bps, [self.slot_ssrc(1, "video")])
        )

    def requests(self, kind: int, subtype: int) -> list[rtcp.Packet]:
        """The RTCP packets of one kind that were received."""
        return [packet for packet in self.rtcp_in if (packet.kind, packet.subtype) == (kind, subtype)]

    def keyframe_requests(self) -> int:
        return len(self.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.PLI))


class Room:
    """Clients around one forwarder, and its clock."""

    def __init__(
        self,
        seats: Iterable[int],
        *,
        now_ms: int = 10_000,
        engine: fanout.Engine | None = None,
        collecting: bool = True,
        forwarders: Callable[[Room], Forwarder] = Collected,
        **options: object,
    ) -> None:
        numbers = list(seats)
        self.seats = max(numbers)
        self.options = options
        self.now_ms = now_ms
        self.engine = engine or ENGINES[-1]
        collects = collecting and self.engine is not fanout.PYTHON
        self.forwarder = forwarders(self) if collects else Forwarder()
        self.clients: dict[int, Client] = {}
        self.former: list[Client] = []
        """Whose place a later join took: they must receive nothing any more."""
        for seat in numbers:
            self.join(seat)

    def join(self, seat: int, **options: object) -> Client:
        """A client joins, or joins again with new keys."""
        client = Client(seat, self.seats, **(self.options | options))  # type: ignore[arg-type]
        if seat in self.clients:
            self.former.append(self.clients[seat])
        self.clients[seat] = client
        self.forwarder.join(
            seat,
            client.negotiated(),
            srtp.unprotector(client.server_in),
            srtp.protector(client.server_out),
            srtp.rtcp_unprotector(client.server_in),
            srtp.rtcp_protector(client.server_out),
            client.receive,
            self.now_ms,
            client.wire(self.engine) if self.engine is not fanout.PYTHON else None,
            self.engine.taker(client.server_in),
            client.learnt.append,
            client.trip_ms,
        )
        return client

    def reach(self, reach: Mapping[int, Hears]) -> None:
        self.forwarder.set_reach(reach, self.now_ms)

    def all_reach(self) -> None:
        """Everybody receives everybody."""
        everyone = frozenset(self.clients)
        self.reach({seat: Hears(everyone, everyone) for seat in everyone})

    def send(self, seat: int, datagram: bytes, *, after_ms: int = 0) -> bool:
        self.now_ms += after_ms
        return self.forwarder.on_datagram(seat, datagram, self.now_ms)

    def tick(self, after_ms: int = 50) -> None:
        self.now_ms += after_ms
        self.forwarder.on_tick(self.now_ms)

    def passes(self, for_ms: int) -> None:
        """Time passes; what waits for its turn leaves when that has come."""
        until_ms = self.now_ms + for_ms
        while (due_ms := self.forwarder.due_ms) is not None and due_ms <= until_ms:
            self.now_ms = max(due_ms, self.now_ms)
            self.forwarder.release(self.now_ms)
        self.now_ms = until_ms

    def drops(self, reason: str) -> int:
        return self.forwarder.counters.drops.get(reason, 0)


ALL = frozenset(range(1, 9))
NOBODY: frozenset[int] = frozenset()


def two() -> tuple[Room, Client, Client]:
    """Seat 1 publishes, seat 2 receives it."""
    room = Room([1, 2])
    room.reach({2: Hears(ALL, ALL)})
    return room, room.clients[1], room.clients[2]


def extensions(client: Client, at: int = -1) -> dict[int, bytes]:
    packet = client.rtp_in[at]
    return rtp.extensions(packet, rtp.parse(packet))


def show(room: Room, speaker: Client, count: int) -> None:
    room.send(1, speaker.video(100, 0, keyframe(1, b"#100")))
    for number in range(101, 100 + count):
        room.send(1, speaker.video(number, number * 3_000, delta(number, b"#%d" % number)), after_ms=25)
