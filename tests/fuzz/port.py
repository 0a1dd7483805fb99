"""Hostile STUN, DTLS, media, TCP and SDP at a real port, from strangers and from somebody who has a place, while one
honest person speaks to another.

May import the plane, the rehearsal's light peer and its siblings.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import itertools
import logging
import socket
import struct
from collections import Counter, deque
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import structlog

from server.media import fanout
from server.media.plane import Plane, SdpError
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.offer import Stream
from server.rehearsal.peer import LightPeer
from tests.fuzz.mutations import LONGEST, mutated, mutated_text
from tests.waiting import until

ROOM, SEATS = "fuzz", 4
SPEAKER, LISTENER, HOSTILE, NOBODY = 1, 2, 3, 4
EVERYBODY = frozenset(range(1, SEATS + 1))
AT_ONCE = 20
EVERY_S = 0.01
"""So some 2,000 datagrams a second: what is lost is to be lost to mutation and not in the kernel's buffer."""
KEPT = 40
_STUN_LENGTHS = (2, 22, 24)
_GOLDEN = Path(__file__).parents[1] / "golden"
_INTEGRITY = 0x0008


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


class Recorded(LightPeer):
    """Keeps the last datagrams of each kind that it sent."""

    def __init__(self) -> None:
        super().__init__(SEATS, media=load(bundled()[0]))
        self.kept: dict[str, deque[bytes]] = {kind: deque(maxlen=KEPT) for kind in ("stun", "dtls", "media")}

    def _send_to(self, datagram: bytes, address: tuple[str, int]) -> bool:
        kind = "media" if datagram[0] >= 128 else "dtls" if datagram[0] >= 20 else "stun"
        self.kept[kind].append(bytes(datagram))
        return super()._send_to(datagram, address)

    def send_datagram(self, datagram: bytes) -> bool:
        """By the same way as what it keeps, and not kept."""
        path = self._checks.path if self._checks is not None else None
        return path is not None and super()._send_to(datagram, path)

    @property
    def password(self) -> bytes:
        """The server's, with which checks are signed."""
        assert self._checks is not None
        return self._checks.remote_password.encode()


class Complaints(logging.Handler):
    """What anybody had to say of an error: the event loop, the libraries, or we."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.all: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.all.append(record.getMessage())

    def on_loop(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.all.append(f"event loop: {context.get('message')} {context.get('exception')!r}")

    def __enter__(self) -> Complaints:
        asyncio.get_running_loop().set_exception_handler(self.on_loop)
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        logging.getLogger().removeHandler(self)
        asyncio.get_running_loop().set_exception_handler(None)


class HostilePort:
    """`async with HostilePort(engine, seed) as port: await port.run(10)`."""

    def __init__(self, engine: fanout.Engine, seed: int) -> None:
        self.chance = Random(seed)
        self.plane = Plane(engine=engine)
        self.complaints: list[str] = []
        self.people: dict[int, Recorded] = {}
        self.spoken: list[float] = []
        self.sent = self.offers = 0
        self._others: list[bytes] = []
        self._strangers = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(4)]
        self._streams: list[asyncio.StreamWriter] = []

    async def __aenter__(self) -> HostilePort:
        await self.plane.start("127.0.0.1", 0, ["127.0.0.1"])
        self.plane.open_room(ROOM, SEATS)
        for seat in (SPEAKER, LISTENER, HOSTILE):
            await self._join(seat)
        self.people[LISTENER].on_rtp = self._hears
        reach = {seat: Hears(EVERYBODY - {seat}, EVERYBODY - {seat}) for seat in EVERYBODY}
        await self.plane.set_reach(ROOM, reach)
        self.people[SPEAKER].speak(True)
        await until(lambda: len(self.spoken) > 10)
        for stranger in self._strangers:
            stranger.setblocking(False)
        return self

    async def __aexit__(self, *_: object) -> None:
        for writer in self._streams:
            writer.transport.abort()
        for stranger in self._strangers:
            stranger.close()
        for peer in self.people.values():
            await peer.close()
        await self.plane.stop()

    async def run(self, seconds: float) -> None:
        with Complaints() as complaints, structlog.testing.capture_logs() as logged:
            await self._run(seconds)
        self.complaints += complaints.all
        self.complaints += [str(entry) for entry in logged if entry["log_level"] == "error"]
        faults = Counter(self.plane.counters) + Counter(self.plane.forwarded(ROOM).drops)
        self.complaints += [
            f"{faults[fault]} times {fault}"
            for fault in ("exception", "tick_exception", "error", "feedback_error")
            if faults[fault]
        ]

    async def _run(self, seconds: float) -> None:
        loop = asyncio.get_running_loop()
        ends = loop.time() + seconds
        for rounds in itertools.count(1):
            self._others = [one for kept in self.people[HOSTILE].kept.values() for one in kept]
            self._by_udp()
            if rounds % 5 == 0:
                await self._by_tcp()
            if rounds % 10 == 0:
                await self._by_offer()
            if rounds % 200 == 0:
                await self._join(HOSTILE)  # with other keys, as often as somebody reloads a page
            if loop.time() > ends:
                return
            await asyncio.sleep(EVERY_S)

    def longest_silence_s(self) -> float:
        return max((b - a for a, b in zip(self.spoken, self.spoken[1:], strict=False)), default=0.0)

    def sizes(self) -> dict[str, int]:
        """What must not grow, whatever comes."""
        port = self.plane._udp
        return {
            "ufrags": len(port._by_ufrag),
            "addresses": len(port._by_address),
            "ssrcs": len(port._by_ssrc),
            "endpoints": len(port._addresses),
            "tcp": len(port._tcp.connections) if port._tcp is not None else 0,
            "checks": max(len(peer.agent._checks) for peer in self.plane._rooms[ROOM].peers.values()),
            "descriptors": len(list(Path("/proc/self/fd").iterdir())),
            "tasks": len(asyncio.all_tasks()),
        }

    async def _join(self, seat: int) -> None:
        former = self.people.pop(seat, None)
        peer = self.people[seat] = Recorded()
        await peer.connect(await self.plane.answer(ROOM, seat, peer.offer()))
        if former is not None:
            await former.close()

    def _hears(self, stream: Stream, packet: bytes) -> None:
        if (stream.seat, stream.kind) == (SPEAKER, "audio"):
            self.spoken.append(asyncio.get_running_loop().time())

    def _by_udp(self) -> None:
        chance, hostile = self.chance, self.people[HOSTILE]
        for _ in range(AT_ONCE):
            kind = chance.choice(("stun", "stun", "signed", "dtls", "media", "noise"))
            datagram = self._datagram(kind)
            self.sent += 1
            if chance.random() < 0.5:
                hostile.send_datagram(datagram)
                continue
            try:
                chance.choice(self._strangers).sendto(datagram, ("127.0.0.1", self.plane.port))
            except OSError:
                self.sent -= 1

    def _datagram(self, kind: str) -> bytes:
        chance, kept = self.chance, self.people[HOSTILE].kept
        if kind == "noise":
            return chance.randbytes(chance.choice((0, 1, 12, 20, 200, LONGEST)))
        if kind == "signed":
            return signed(chance.choice(kept["stun"]), self.people[HOSTILE].password, chance)
        lengths = {"stun": _STUN_LENGTHS, "dtls": (3, 11, 14, 17, 20), "media": (0, 2, 12, 14)}[kind]
        return mutated(chance.choice(kept[kind]), self._others, chance, lengths)

    async def _by_tcp(self) -> None:
        """Frames whose length and content are not what they should be, on connections that come and go."""
        chance = self.chance
        self._streams = [writer for writer in self._streams if not writer.transport.is_closing()]
        if len(self._streams) < 6:
            _, writer = await asyncio.open_connection("127.0.0.1", self.plane.port)
            self._streams.append(writer)
        writer = chance.choice(self._streams)
        for _ in range(chance.randrange(1, 6)):
            frame = self._datagram(chance.choice(("stun", "signed", "dtls", "media", "noise")))
            size = chance.choice((len(frame),) * 6 + (0, 1, len(frame) + 1, len(frame) + 700, 2048, 0xFFFF))
            if not writer.transport.is_closing():
                writer.write(struct.pack("!H", size) + frame)
                self.sent += 1
        if chance.random() < 0.05:
            writer.transport.abort()

    async def _by_offer(self) -> None:
        """Read or refused, in our own words; what is answered is a connection that nobody completes."""
        chance = self.chance
        samples = [(_GOLDEN / f"offer-{browser}.sdp").read_text() for browser in ("chromium", "firefox")]
        sample = chance.choice((*samples, self.people[HOSTILE].offer()))
        offer = mutated_text("\r\n".join(sample.splitlines()) + "\r\n", chance)
        self.offers += 1
        try:
            await self.plane.answer(ROOM, NOBODY, offer)
        except SdpError:
            pass


def signed(check: bytes, password: bytes, chance: Random) -> bytes:
    """A check whose attributes are mutated and whose signature is good all the same: somebody has the password."""
    at = 20
    while at + 4 <= len(check) and int.from_bytes(check[at : at + 2], "big") != _INTEGRITY:
        at += 4 + (int.from_bytes(check[at + 2 : at + 4], "big") + 3 & ~3)
    attributes = mutated(check[20:at], [check], chance, (2, 22, 24))[:600]
    attributes = attributes[: len(attributes) & ~3]
    if chance.random() < 0.5:  # the name it is found by stays good
        name = 4 + (int.from_bytes(check[22:24], "big") + 3 & ~3)
        attributes = check[20 : 20 + name] + attributes
    head = check[:2] + (len(attributes) + 24).to_bytes(2, "big") + check[4:8] + chance.randbytes(12)
    digest = hmac.digest(password, head + attributes, hashlib.sha1)
    return head + attributes + struct.pack("!HH", _INTEGRITY, 20) + digest
