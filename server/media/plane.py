"""The media plane's face to the room: answers offers, obeys reach, says whose link is up.

One Plane a process, one event loop, one UDP port. Rooms are names, seats are numbers. May import the standard
library, structlog and its siblings.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import structlog

from server.media import fanout
from server.media.addresses import EVERYWHERE, answering_untold, listening, own_addresses
from server.media.compiled import best
from server.media.dtls import Certificate
from server.media.forwarder import Counters, Forwarder
from server.media.measured import Spoken
from server.media.negotiated import Choice, Reach
from server.media.participant import SeatFacts
from server.media.peer import Peer, Phase
from server.media.port import Port
from server.media.rounds import Rounds
from server.media.sdp import UFRAG, SdpError, build_answer, parse_offer
from server.media.waiting import monotonic_ms

__all__ = ["Plane", "SdpError", "SeatFacts", "Totals"]

TICK_S, SEATS_AT_ONCE = 0.05, 8

log = structlog.get_logger()

LinkCallback = Callable[[str, int, bool], None]


@dataclass(slots=True)
class _Room:
    seats: int
    slots: int
    forwarder: Forwarder
    peers: dict[int, Peer] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all rooms: since the start, rooms that are closed among them, but for what is open now."""

    audio: int
    video: int
    drops: Mapping[str, int]
    datagrams: Mapping[str, int]
    rooms: int
    seats: Mapping[str, int]
    """Connections by the value of their phase."""


class Plane:
    """Everything the room may ask of the media.

    Set `on_link(room, seat, up)` before the first answer. It is called with True when a connection is complete or
    heard again; with False on close_notify, after 5 s without any authenticated packet, and when a new answer
    replaces a connection that was up. It is not called for what the room itself ends by `drop` or `close_room`.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], int] = monotonic_ms,
        forwarders: Callable[[], Forwarder] = Forwarder,
        ports: Callable[[Callable[[], int]], Port] = Port,
        engine: fanout.Engine | None = None,
    ) -> None:
        """`engine` forwards; by default the best that is there."""
        self.on_link: LinkCallback | None = None
        self.port = 0
        self._clock = clock
        self._forwarders = forwarders
        self._engine = engine or best()
        self._udp = ports(clock)
        self._udp.intake = self._engine.intake(self._udp.descriptor)
        self._tcp = False
        self._rooms: dict[str, _Room] = {}
        self._past: Counter[str] = Counter()
        self._past_drops: Counter[str] = Counter()
        self._addresses: list[tuple[str, int]] = []
        self._certificate: Certificate | None = None
        self._rounds = Rounds(self._everybody, self._tend, every_s=TICK_S, at_once=SEATS_AT_ONCE)
        self._turn: asyncio.TimerHandle | None = None
        """When the next picture may leave that has to wait, of all rooms."""
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def engine(self) -> str:
        """The name of what forwards."""
        return self._engine.name

    # Life

    async def start(
        self, host: str = EVERYWHERE, port: int = 0, advertise: Sequence[str] = (), *, tcp: bool = True
    ) -> None:
        """Bind the UDP port, and with `tcp` that of the same number (0: any) and be ready to answer. Raises OSError.

        `advertise` are the IP addresses that clients are told; by default the host's own.
        """
        self._certificate = Certificate()
        self._tcp = tcp
        untold = answering_untold(host, advertise)
        host = listening(host, advertise)
        self.port = await self._udp.open_both(host, port) if tcp else self._udp.open(host, port)
        self._addresses = [(address, self.port) for address in advertise or own_addresses()]
        log.info(
            "media_listens", port=self.port, reason="everywhere" if host == EVERYWHERE else "one_address"
        )
        if untold:  # which one it is the doctor says
            log.warning("media_answers_from_an_address_that_is_not_told")
        self._rounds.begin()

    async def stop(self) -> None:
        """End every connection with a close_notify and let go of the port."""
        self._rounds.end()
        if self._turn is not None:
            self._turn.cancel()
            self._turn = None
        for room in list(self._rooms):
            await self.close_room(room)
        await asyncio.gather(*self._closing)
        self._udp.close()

    # Rooms

    def open_room(self, room: str, seats: int, slots: int | None = None) -> None:
        """Make room for seats 1..`seats`, nobody in reach of anybody. No effect on a room that is open.

        Everyone's connection has `slots` slots, by default one for each seat. A room of one is a mirror: whoever is
        there receives themselves, as far as the reach says so."""
        if room not in self._rooms:
            forwarder = self._forwarders()
            if seats == 1:
                forwarder.mirror()
            self._rooms[room] = _Room(seats, slots or seats, forwarder)

    async def close_room(self, room: str) -> None:
        """End a room and every connection in it. No effect on an unknown room."""
        closed = self._rooms.pop(room, None)
        if closed is None:
            return
        closed.forwarder.set_reach({}, self._clock())
        self._sum(closed.forwarder, self._past, self._past_drops)
        for seat, peer in closed.peers.items():
            closed.forwarder.leave(seat)
            await peer.close()

    async def answer(self, room: str, seat: int, offer: str) -> str:
        """The answer to a participant's offer, both SDP. Replaces what connection this seat had.

        Raises SdpError (then the former connection stays), and KeyError for a room that is not open or a seat
        that it does not have.
        """
        if self._certificate is None:
            raise RuntimeError("the plane is not started")
        place = self._rooms[room]
        if not 1 <= seat <= place.seats:
            raise KeyError(seat)
        wanted = parse_offer(offer, place.slots)
        former = place.peers.get(seat)
        if former is not None:
            self._end(place, former)
        peer = Peer(
            room,
            seat,
            wanted,
            port=self._udp,
            certificate=self._certificate,
            watcher=self,
            now_ms=self._clock(),
            engine=self._engine,
        )
        place.peers[seat] = peer
        return build_answer(
            wanted,
            ufrag=peer.agent.ufrag,
            pwd=peer.agent.pwd,
            fingerprint=self._certificate.fingerprint,
            addresses=self._addresses,
            tcp=self._tcp,
        )

    async def restart(self, room: str, seat: int, connection: str, ice_ufrag: str) -> tuple[str, str]:
        """An ICE restart: the client has another network and another ufrag. Our new ufrag and password.

        `connection` is the ufrag that the client knows us by; keys, SSRCs and streams go on as they are.
        Raises SdpError for a connection that is not the seat's own, or not any more, and KeyError as `answer` does.
        """
        peer = self._rooms[room].peers.get(seat)
        if peer is None or not peer.agent.known_as(connection):
            raise SdpError("no_connection", "there is no such connection to be restarted")
        if not UFRAG.fullmatch(ice_ufrag):
            raise SdpError("bad_ice", "the ufrag is malformed")
        return peer.restart(connection, ice_ufrag)

    async def set_reach(
        self, room: str, reach: Mapping[int, Reach], slots: Mapping[int, int] | None = None
    ) -> None:
        """Who receives whom, by listener, and in which slot each seat is sent; None: a seat is its slot.

        In effect when this returns; raises KeyError for an unknown room."""
        self._rooms[room].forwarder.set_reach(reach, self._clock(), slots)

    def choose(self, room: str, choices: Mapping[int, Choice]) -> None:
        """What each listener is sent of what the reach allows, at once. No effect on an unknown room."""
        if room in self._rooms:
            self._rooms[room].forwarder.choose(choices, self._clock())

    def silence(self, room: str) -> None:
        """Nobody receives anybody, at once. No effect on an unknown room."""
        if room in self._rooms:
            self._rooms[room].forwarder.set_reach({}, self._clock())

    async def drop(self, room: str, seat: int) -> None:
        """End a seat's connection: nothing of it is forwarded when this returns. No effect if there is none."""
        place = self._rooms.get(room)
        peer = place.peers.pop(seat, None) if place is not None else None
        if place is not None and peer is not None:
            place.forwarder.leave(seat)
            await peer.close()

    # What is known

    def facts(self, room: str) -> Mapping[int, SeatFacts]:
        """What the media of each connected seat says; empty for an unknown room."""
        place = self._rooms.get(room)
        return place.forwarder.facts(self._clock()) if place is not None else {}

    def measure(self, room: str) -> None:
        """From now on it is noted when each seat of the room speaks; it is of no other. Raises KeyError."""
        self._rooms[room].forwarder.measured.begin()

    async def spoken(self, room: str, *, rest: bool = False) -> list[Spoken]:
        """Who spoke when and was not told of yet; with `rest`, whoever still speaks. Of an unknown room nothing."""
        place = self._rooms.get(room)
        return [] if place is None else place.forwarder.measured.spoken(self._clock(), rest=rest)

    def forwarded(self, room: str) -> Counters:
        """The room's packets by publisher and listener, and its drops by reason. Raises KeyError."""
        return self._rooms[room].forwarder.counters

    @property
    def counters(self) -> Counter[str]:
        """What became of datagrams that no room got to see, by reason, since the start, and of those that could not be
        sent."""
        self._udp.count_unsent()
        return self._udp.counters

    def totals(self) -> Totals:
        """What everything sums up to now."""
        packets, drops = Counter(self._past), Counter(self._past_drops)
        seats = Counter({phase.value: 0 for phase in Phase if phase is not Phase.OVER})
        for place in self._rooms.values():
            self._sum(place.forwarder, packets, drops)
            seats.update(peer.phase.value for peer in place.peers.values())
        return Totals(packets["audio"], packets["video"], drops, dict(self.counters), len(self._rooms), seats)

    @staticmethod
    def _sum(forwarder: Forwarder, packets: Counter[str], drops: Counter[str]) -> None:
        counters = forwarder.counters
        for audio, video in counters.forwarded.values():
            packets["audio"] += audio
            packets["video"] += video
        drops.update(counters.drops)

    # What peers report (peer.Watcher)

    def on_keys(self, peer: Peer, now_ms: int) -> None:
        place = self._rooms.get(peer.room)
        if place is None or place.peers.get(peer.seat) is not peer:
            return
        place.forwarder.join(
            peer.seat,
            peer.offer.negotiated,
            peer.unprotect,
            peer.protect,
            peer.unprotect_rtcp,
            peer.protect_rtcp,
            peer.transmit,
            now_ms,
            peer.wire,
            peer.taker,
            peer.learnt,
            peer.trip_ms,
        )

    def on_media(self, peer: Peer, datagram: bytes, now_ms: int) -> bool:
        place = self._rooms.get(peer.room)
        if place is None or place.peers.get(peer.seat) is not peer:
            return False  # what an older connection of the seat still brings is not the seat's
        authentic = place.forwarder.on_datagram(peer.seat, datagram, now_ms)
        if (due_ms := place.forwarder.due_ms) is not None:
            self._await_turn(due_ms)
        return authentic

    def on_phase(self, peer: Peer) -> None:
        place = self._rooms.get(peer.room)
        if place is None or place.peers.get(peer.seat) is not peer:
            return
        if peer.phase is Phase.OVER:
            self._end(place, peer)
        else:
            place.forwarder.rest(peer.seat, peer.phase is Phase.DOWN, self._clock())
            self._report(peer, peer.phase is Phase.UP)

    def on_wire(self, peer: Peer) -> None:
        place = self._rooms.get(peer.room)
        if place is not None and place.peers.get(peer.seat) is peer:
            place.forwarder.rewire(peer.seat, peer.wire)

    # Inside

    def tick(self) -> None:
        """What is due: feedback, links that fell silent, paths that nothing confirmed. For each seat every 50 ms."""
        self._tend(self._everybody())

    def _everybody(self) -> list[tuple[str, int]]:
        return [(room, seat) for room, place in self._rooms.items() for seat in place.peers]

    def _tend(self, seats: Sequence[tuple[str, int]]) -> None:
        now_ms = self._clock()
        for room, seat in seats:
            place = self._rooms.get(room)
            peer = place.peers.get(seat) if place is not None else None
            if place is not None and peer is not None:
                self._tick(room, partial(place.forwarder.tend, seat), now_ms)
                self._tick(room, peer.on_timer, now_ms)

    def _tick(self, room: str, on_tick: Callable[[int], None], now_ms: int) -> None:
        """One room's fault must not stop the feedback of the others, nor one connection's that of its room."""
        try:
            on_tick(now_ms)
        except Exception as error:
            self.counters["tick_exception"] += 1
            if self.counters["tick_exception"] == 1:  # 20 times a second would fill the disk
                log.error("media_tick_failed", room=room, reason=type(error).__name__)

    def _await_turn(self, due_ms: int) -> None:
        loop = asyncio.get_running_loop()
        at_s = loop.time() + max(1, due_ms - self._clock()) / 1000
        if self._turn is None or at_s < self._turn.when():
            if self._turn is not None:
                self._turn.cancel()
            self._turn = loop.call_at(at_s, self._on_turn)

    def _on_turn(self) -> None:
        """What has waited for its turn on a narrow way leaves, in any room."""
        self._turn, now_ms = None, self._clock()
        waiting = [(room, place) for room, place in self._rooms.items() if place.forwarder.due_ms is not None]
        for room, place in waiting:
            self._tick(room, place.forwarder.release, now_ms)
        dues = [due_ms for _, place in waiting if (due_ms := place.forwarder.due_ms) is not None]
        if dues:
            self._await_turn(min(dues))

    def _end(self, place: _Room, peer: Peer) -> None:
        """Take a connection out of its room at once; its close_notify follows."""
        place.peers.pop(peer.seat, None)
        place.forwarder.leave(peer.seat)
        peer.detach()
        was_up = peer.linked
        task = asyncio.get_running_loop().create_task(peer.close())
        self._closing.add(task)
        task.add_done_callback(self._closing.discard)
        if was_up:
            self._report(peer, False)

    def _report(self, peer: Peer, up: bool) -> None:
        peer.linked = up
        if self.on_link is None:
            return
        try:
            self.on_link(peer.room, peer.seat, up)
        except Exception as error:  # one room's fault must not stop the packets of the others
            log.error(
                "media_link_callback_failed", room=peer.room, seat=peer.seat, reason=type(error).__name__
            )
