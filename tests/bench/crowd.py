"""The load: a room of people who send 50 + 40 packets a second each through the public doors, and count what comes.

Each payload carries the time at which its sender began to make the packet. The kernel notes when a packet reaches
a receiver's socket (SO_TIMESTAMPNS), so that the load's own delays are no part of the latency. One in eight packets
is kept and decrypted after the run; receivers do nothing else with media, so that the load costs less than the server.
"""

from __future__ import annotations

import asyncio
import os
import socket
import struct
import time
from collections.abc import Callable

from pylibsrtp import Policy

from server.rehearsal.peer import LightPeer
from server.rehearsal.reception import payload_start
from tests.bench.pace import pace
from tests.server.media.forwarding_room import CM, session
from tests.server.visitor import Visitor

AUDIO_PPS, VIDEO_PPS = 50, 40
AUDIO_BYTES, VIDEO_BYTES = 80, 1_000
LOUD_PPS = 500
ROUND_MS = 100  # five audio and four video packets each
SLOTS = 16

_TIMESTAMPNS = getattr(socket, "SO_TIMESTAMPNS", 35)  # not named by Python 3.11
_TIMESPEC = struct.Struct("qq")
_MAGIC = b"BNCH"
_STAMP = struct.Struct("!4sQ")
_MARK_EVERY = 8
BEHIND_MOST_S = 0.2  # later than this is not made up for: it would be a burst that no room sends


class LoadPeer(LightPeer):
    """A light peer that sends stamped packets when told, and only counts what it receives."""

    def __init__(self, slots: int = SLOTS) -> None:
        super().__init__(slots)
        self.packets = 0
        self.sampling = False
        self.watched = b""
        """The SSRC, four bytes, whose packets' times of arrival (ns) are kept in `arrived`."""
        self.arrived: list[int] = []
        self.samples: list[tuple[int, bytes]] = []
        self._pictures = 0
        self._key_wanted = True

    def send_audio(self) -> None:
        stamp = _STAMP.pack(_MAGIC, time.time_ns())
        self.send_rtp(self.audio.frame(stamp + bytes(AUDIO_BYTES - len(stamp)), self._now_ms()))

    def send_picture(self) -> None:
        """One packet of VP8: a key frame when one was asked for, or else each second."""
        stamp = _STAMP.pack(_MAGIC, time.time_ns())
        key, self._key_wanted = self._key_wanted or self._pictures % VIDEO_PPS == 0, False
        self._pictures += 1
        first = b"\x10\x02\x00\x9d\x01\x2a" if key else b"\x11\x02\x00"
        payload = first + stamp + bytes(VIDEO_BYTES - 16 - len(first))
        for packet in self.video.frame(payload, self._now_ms()):
            self.send_rtp(packet)

    def watch(self, slot: int) -> None:
        """Note when packets of that slot's voice arrive."""
        streams = self._answer.streams if self._answer else {}
        (ssrc,) = (ssrc for ssrc, of in streams.items() if (of.seat, of.kind) == (slot, "audio"))
        self.watched = ssrc.to_bytes(4, "big")

    def latencies_us(self) -> list[float]:
        """From a sender's stamp to this socket, of the samples kept since the last call."""
        found = []
        for at_ns, datagram in self.samples:
            if self._srtp is None:
                break
            payload = (packet := self._srtp.unprotect(datagram))[payload_start(packet) :]
            where = payload.find(_MAGIC, 0, 32)
            if where >= 0:
                found.append((at_ns - _STAMP.unpack_from(payload, where)[1]) / 1000)
        self.samples.clear()
        return found

    def _open_socket(self) -> None:
        super()._open_socket()
        assert self._socket is not None
        self._socket.setsockopt(socket.SOL_SOCKET, _TIMESTAMPNS, 1)

    def _drain(self) -> None:
        receive = self._socket.recvmsg if self._socket else None
        for _ in range(64):
            if receive is None or self._socket is None:
                return
            try:
                datagram, notes, _, _ = receive(2048, 64)
            except OSError:
                return
            if not datagram:
                continue
            if not 128 <= datagram[0] <= 191 or 192 <= datagram[1] <= 223:
                self._take(datagram)
                continue
            self.packets += 1
            if datagram[8:12] == self.watched:
                seconds, ns = _TIMESPEC.unpack(notes[0][2])
                self.arrived.append(seconds * 1_000_000_000 + ns)
            if self.sampling and datagram[3] % _MARK_EVERY == 0:
                seconds, ns = _TIMESPEC.unpack(notes[0][2])
                self.samples.append((seconds * 1_000_000_000 + ns, datagram))

    def _take_feedback(self, compound: bytes) -> None:
        if compound[-12:-10] == b"\x81\xce":  # a PLI stands last
            self._key_wanted = True
            self.video.keyframe()  # where the rehearsal's pictures are played


class Person(Visitor):
    """A visitor whose media connection is a load peer."""

    async def media(self) -> LightPeer:
        self.peer = LoadPeer()
        status, answer = await self.post("/api/media", {"offer": self.peer.offer()})
        assert status == 200, answer
        await self.peer.connect(answer["answer"])
        return self.peer


class Load:
    """Everybody sends what a person sends, evenly spread over the time."""

    def __init__(self, senders: Callable[[], list[LoadPeer]]) -> None:
        """`senders` says who sends: whoever comes back does it by another peer."""
        self._senders = senders
        self._load: asyncio.Task[None] | None = None

    @property
    def peers(self) -> list[LoadPeer]:
        return self._senders()

    async def send(self, seconds: float, times: float = 1.0) -> None:
        """Everybody sends, evenly spread, at `times` the rate of a real room."""
        plan = self._plan()
        start, rounds = time.perf_counter(), int(seconds * 1000 / ROUND_MS * times)
        for number in range(rounds):
            for place, (offset_ms, act) in enumerate(plan):
                wait = start + (number * ROUND_MS + offset_ms) / 1000 / times - time.perf_counter()
                if wait > 0 or place % 8 == 0:  # also who is behind lets the sockets be read
                    await pace(wait)
                if wait < -BEHIND_MOST_S:
                    start -= wait
                act()

    def start(self) -> None:
        """Send in the background until `stop`."""
        self._load = asyncio.create_task(self.send(3_600), name="load")

    async def stop(self) -> None:
        if self._load is not None:
            self._load.cancel()
            await asyncio.gather(self._load, return_exceptions=True)
            self._load = None

    def _plan(self) -> list[tuple[float, Callable[[], None]]]:
        plan: list[tuple[float, Callable[[], None]]] = []
        for place, peer in enumerate(self.peers):
            for kind, pps, act in ((0, AUDIO_PPS, peer.send_audio), (1, VIDEO_PPS, peer.send_picture)):
                every_ms = 1000 / pps
                offset = every_ms * (place + kind / 2) / len(self.peers)
                plan += [(offset + n * every_ms, act) for n in range(ROUND_MS * pps // 1000)]
        return sorted(plan, key=lambda one: one[0])

    def sent(self) -> int:
        """Packets that everybody made so far."""
        return sum(peer.audio.sent.packets + peer.video.sent.packets for peer in self.peers)


class Crowd(Load):
    """The people of one room, seated; the first one leads."""

    def __init__(self, people: list[Person]) -> None:
        super().__init__(lambda: [one.peer for one in people if isinstance(one.peer, LoadPeer)])
        self.people = people
        self.leader = people[0]

    @classmethod
    async def gather(cls, url: str, lead: str, join: str, count: int) -> Crowd:
        """Everybody comes in by a link and is admitted."""
        people = [Person(url, lead if number == 0 else join) for number in range(count)]
        for number, person in enumerate(people):
            await person.enter(f"P{number}")
            await person.connect()
            await person.media()
            if number:
                await people[0].do("admit", seat=person.seat)
        return cls(people)

    def sample(self, on: bool) -> None:
        for peer in self.peers:
            peer.sampling = on

    async def close(self) -> None:
        await self.stop()
        for person in self.people:
            await person.close()


async def talk(voice: Callable[[], LoadPeer]) -> None:
    """More audio than any microphone sends, so that the last packet is caught to 2 ms; until it is cancelled."""
    started, sent = time.perf_counter(), 0
    while True:
        while sent < (time.perf_counter() - started) * LOUD_PPS:
            voice().send_audio()
            sent += 1
        await pace(0.001)


class Loopback:
    """The control: the same packets, made and protected as all are, straight into a socket of our own."""

    def __init__(self) -> None:
        self._audio = LightPeer(SLOTS).audio
        self._keys = session(os.urandom(30), CM, Policy.SSRC_ANY_OUTBOUND)
        self._out = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._into = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._into.bind(("127.0.0.1", 0))
        self._into.setsockopt(socket.SOL_SOCKET, _TIMESTAMPNS, 1)
        self._into.setblocking(False)

    async def measure(self, seconds: float) -> list[float]:
        """Microseconds from stamp to socket, 50 times a second."""
        found = []
        for number in range(int(seconds * 50)):
            stamp = time.time_ns()
            payload = _STAMP.pack(_MAGIC, stamp) + bytes(VIDEO_BYTES if number % 2 else AUDIO_BYTES)
            packet = self._audio.frame(payload, number * 20)
            self._out.sendto(self._keys.protect(packet), self._into.getsockname())
            _, notes, _, _ = self._into.recvmsg(2048, 64)
            seconds_, ns = _TIMESPEC.unpack(notes[0][2])
            found.append((seconds_ * 1_000_000_000 + ns - stamp) / 1000)
            await pace(0.02)
        return found

    def close(self) -> None:
        self._out.close()
        self._into.close()
