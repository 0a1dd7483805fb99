"""The forwarding of one room: a synchronous loop over bytes. Unprotect, look up reach, rewrite, protect, send.

Default deny. Whom a packet goes to is a list that stands on its publisher's stream (`Incoming.outgoing`) and is
written in one place, `Admission`, from the one reach that was set last. A packet belongs to the seat whose keys
opened it, and to a stream that seat announced; nothing in its bytes can say otherwise. An error anywhere is
silence, and a counter. No asyncio, no clock, no sockets: time comes in as `now_ms`, packets leave by functions.
May import the standard library and the forwarding modules below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from server.media import rtp, vp8
from server.media.admission import Admission
from server.media.backlog import Backlog
from server.media.budget import spend
from server.media.control import Control
from server.media.fanout import Packet, Wire
from server.media.gate import Ready, groups
from server.media.incoming import Incoming
from server.media.measured import Measured
from server.media.negotiated import Choice, Negotiated, Reach
from server.media.participant import MOST_REPORTERS, Participant, Protect, SeatFacts, Transmit, Unprotect
from server.media.redundancy import packed
from server.media.taking import Taker

HEARD_MS = 500  # `forwarded_to` looks back this far: longer than the gaps of Opus DTX (400 ms)

_RTCP_TYPES = range(192, 224)  # of the second byte, RFC 5761


@dataclass(frozen=True, slots=True)
class Counters:
    """Since the room opened: (publisher, listener) -> (audio, video) packets forwarded; drops by reason."""

    forwarded: Mapping[tuple[int, int], tuple[int, int]]
    drops: Mapping[str, int]


class Forwarder:
    """The packets of one room. All calls from one thread; `now_ms` never goes back."""

    def __init__(self) -> None:
        self._participants: dict[int, Participant] = {}
        self._drops: Counter[str] = Counter()
        self.measured = Measured(self._participants)
        self._control = Control(self._participants, self._drops)
        self._admission = Admission(self._participants, self._control.want_keyframe)
        self._waiting: set[Backlog] = set()

    def join(
        self,
        seat: int,
        negotiated: Negotiated,
        unprotect: Unprotect,
        protect: Protect,
        unprotect_rtcp: Unprotect,
        protect_rtcp: Protect,
        transmit: Transmit,
        now_ms: int,
        wire: Wire | None = None,
        taker: Taker | None = None,
        learnt: Callable[[int], None] | None = None,
        trip_ms: int | None = None,
    ) -> None:
        """Let a seat in, in place of its older join. It sends and receives what the reach set last allows.

        `protect` may return a view that holds until its next call; `transmit` must be done with it by then. With a
        `wire`, of the same keys and to the same address, what is forwarded to the seat leaves by that; with a `taker`,
        also of the same keys, plain packets of the seat are forwarded by that. `learnt` is told each SSRC of the seat
        that its offer did not announce. `trip_ms`: what the handshake took there and back.
        """
        self._remove(seat)
        participant = self._participants[seat] = Participant(
            seat,
            negotiated,
            unprotect,
            protect,
            unprotect_rtcp,
            protect_rtcp,
            transmit,
            self._drops,
            wire,
            taker,
            learnt,
        )
        if trip_ms is not None:
            participant.first_trip_ms = trip_ms
            participant.trips.begin(trip_ms, now_ms)
        if not self._admission.mirrors:  # there the way is measured, as it is
            participant.begin_pace(trip_ms, self._waiting)
        self.measured.joined(participant)
        self._admission.renew(now_ms)

    def mirror(self) -> None:
        """Whoever is here may receive themselves from the next reach on: for a room of one alone."""
        self._admission.mirrors = True

    def rewire(self, seat: int, wire: Wire | None) -> None:
        """What is forwarded to this seat leaves by that from now on. No effect on a seat that is not here."""
        participant = self._participants.get(seat)
        if participant is not None:
            participant.rewire(wire)

    def rest(self, seat: int, away: bool, now_ms: int) -> None:
        """Send nothing to a seat while its link is down, whatever the reach. No effect on a seat that is not here."""
        participant = self._participants.get(seat)
        if participant is not None and participant.away is not away:
            participant.away = away
            self._admission.renew(now_ms)

    def leave(self, seat: int) -> None:
        """Forget a seat: nothing of it or to it passes. No effect on a seat that is not here."""
        self._remove(seat)

    def set_reach(
        self, reach: Mapping[int, Reach], now_ms: int, slots: Mapping[int, int] | None = None
    ) -> None:
        """Who receives whom from the very next packet on: by listener; a listener not named receives nothing.

        `slots` says in which slot a seat is sent, a seat not named in none; None: in its own.
        Raises ValueError if two seats were to be sent in one slot, and what reading either raises; then nobody
        receives anything.
        """
        self._admission.set_reach(reach, slots, now_ms)

    def choose(self, choices: Mapping[int, Choice], now_ms: int) -> None:
        """What each listener is sent of what the reach allows; one not named: all of it, with small pictures."""
        self._admission.choose(choices, now_ms)

    def on_datagram(self, seat: int, datagram: bytes, now_ms: int) -> bool:
        """Take an SRTP or SRTCP datagram from this seat's path and forward it. Never raises.

        Whether it was authentic: sent by whom this seat's keys were agreed with, and not a replay.
        """
        sender = self._participants.get(seat)
        if sender is None:
            self._drops["no_seat"] += 1
            return False
        if len(datagram) < rtp.FIXED_SIZE:
            self._drops["malformed"] += 1
            return False
        if datagram[1] in _RTCP_TYPES:
            return self._on_control(sender, datagram, now_ms)
        return self._on_media(sender, datagram, now_ms)

    def tend(self, seat: int, now_ms: int) -> None:
        """Send a seat the feedback that is due, and see to layers of it that fail; to be called about every 50 ms. No
        effect on a seat that is not here."""
        participant = self._participants.get(seat)
        if participant is not None:
            self._admission.tend(participant, now_ms)
            self._control.tend(participant, now_ms)

    def on_tick(self, now_ms: int) -> None:
        """The same for every seat."""
        for seat in tuple(self._participants):
            self.tend(seat, now_ms)

    @property
    def due_ms(self) -> int | None:
        """When `release` is to be called; None: nothing waits."""
        return min((backlog.due_ms for backlog in self._waiting), default=None)

    def release(self, now_ms: int) -> None:
        """Send what has waited for its turn on a narrow way, as far as that has come."""
        for backlog in tuple(self._waiting):
            if failed := backlog.release(now_ms):
                self._drops["send"] += failed

    def facts(self, now_ms: int) -> Mapping[int, SeatFacts]:
        """What is known of each seat that is here."""
        facts = {}
        for seat, participant in self._participants.items():
            slots = participant.audio.outgoing if participant.audio is not None else ()
            hearing = sum(now_ms - slot.line.sent_ms <= HEARD_MS for slot in slots)
            facts[seat] = participant.facts(now_ms, hearing, self._admission.wanted(participant, now_ms))
        return facts

    @property
    def counters(self) -> Counters:
        """A copy of the counters as they stand."""
        totals = Counter(self._admission.left)
        for participant in self._participants.values():
            for slot in participant.slots:
                totals[slot.publisher, slot.listener, slot.video] += (
                    slot.line.packets - slot.packets_of_others
                )
        pairs = {(publisher, listener) for (publisher, listener, _), count in totals.items() if count}
        forwarded = {pair: (totals[*pair, False], totals[*pair, True]) for pair in sorted(pairs)}
        drops = Counter(self._drops)
        for participant in self._participants.values():
            drops.update(participant.taker.drops())
        return Counters(forwarded, dict(drops))

    def _on_media(self, sender: Participant, datagram: bytes, now_ms: int) -> bool:
        taken = sender.taker.take(datagram, now_ms)
        if taken is not None:
            return taken
        # The SSRC is not encrypted, and libsrtp keeps a stream for each that it opens: look before opening.
        route = sender.routes.get(int.from_bytes(datagram[8:12], "big"))
        if route is None and sender.guesses <= 0:
            self._drops["unknown_ssrc"] += 1
            return False
        try:
            packet = sender.unprotect(datagram)
        except Exception:  # forged, damaged, replayed, too long: libsrtp refuses it and so do we
            self._drops["unauthentic"] += 1
            return False
        sender.books.packets_in += 1
        sender.books.last_packet_ms = now_ms
        if not spend(sender.books, len(datagram), now_ms):
            self._drops["over_budget"] += 1
            return True
        try:
            header = rtp.parse(packet)
            route = route or sender.learn(packet, header)
            if route is None:
                self._drops["unknown_ssrc"] += 1
            elif header.payload_type != route.payload_type:
                self._drops["payload_type"] += 1
            else:
                elements = rtp.extensions(packet, header)
                self._note(sender, route.stream, elements, header.timestamp, now_ms)
                if route.retransmission:
                    self._on_retransmission(route.stream, packet, header, now_ms)
                else:
                    self._forward(route.stream, packet, header, elements, now_ms)
        except (rtp.RtpError, vp8.Vp8Error):
            self._drops["malformed"] += 1
        except Exception:  # errors deny: what the gate could not judge is not forwarded
            self._drops["error"] += 1
        return True

    def _note(
        self,
        sender: Participant,
        stream: Incoming,
        elements: Mapping[int, bytes],
        timestamp: int,
        now_ms: int,
    ) -> None:
        transport_sequence = elements.get(stream.transport_id)
        if transport_sequence is not None and len(transport_sequence) == 2:
            came_ms = now_ms - sender.books.waited_ms
            sender.taker.arrivals.arrived(int.from_bytes(transport_sequence, "big"), came_ms)
        if not stream.video:
            sender.books.audio_packets_in += 1
            level = elements.get(stream.level_id)
            if level is not None:
                sender.catch_up()
                sender.heard(level[0] & 0x7F, now_ms, timestamp)

    def _on_retransmission(self, stream: Incoming, packet: bytes, header: rtp.Header, now_ms: int) -> None:
        if stream.ssrc is None:
            self._drops["unknown_ssrc"] += 1
            return
        original = rtp.unwrapped(packet, header, stream.codec.payload_type, stream.ssrc)
        if original is None:
            self._drops["padding"] += 1
            return
        header = rtp.parse(original)
        self._forward(stream, original, header, rtp.extensions(original, header), now_ms, repaired=True)

    def _forward(
        self,
        stream: Incoming,
        packet: bytes,
        header: rtp.Header,
        elements: Mapping[int, bytes],
        now_ms: int,
        *,
        repaired: bool = False,
    ) -> None:
        """Send one packet of `stream` to each slot that its gate holds. The loop that everything is for."""
        payload = packet[header.payload_at : header.payload_end]
        descriptor = vp8.parse(payload) if stream.video and payload else None
        highest = stream.books.highest
        number = stream.accept(packet, header, descriptor, now_ms)
        if number is None:
            self._drops["copy"] += 1
            return
        if not repaired:
            stream.reception.arrived(number, header.timestamp, now_ms)
        if stream.video:
            self._mind_video(stream, number, highest, descriptor, now_ms)

        ready = stream.ready
        if ready is None or number < ready.floor:
            ready = self._ready(stream, number)
        if ready.waiting:
            ready = self._begin(stream, ready, number, header.timestamp, descriptor, now_ms)
        marker = rtp.MARKER if header.marker else 0
        level = elements.get(stream.level_id)
        for shape, mark, way, lines, voice_type in ready.groups:
            block = shape.extension(level, now_ms)
            if voice_type is None:
                body = shape.payload(payload, descriptor)
            else:
                body = packed(
                    payload, stream.earlier(number, header.timestamp, ready.floor, now_ms), voice_type
                )
            first = rtp.EXTENDED if block else rtp.PLAIN
            sent = Packet(first, marker | mark, number, header.timestamp, block + body, len(body))
            if failed := way.send(lines, sent, now_ms):
                self._drops["send"] += failed

    def _ready(self, stream: Incoming, number: int) -> Ready:
        """The gate for this packet; kept for those after it, if nobody is too late for this one."""
        running = [slot for slot in stream.outgoing if slot.runs_on(stream)]
        waiting = tuple(slot for slot in stream.outgoing if not slot.runs_on(stream))
        in_time = [slot for slot in running if number >= slot.floor]
        if len(in_time) < len(running):
            return Ready(number, groups(in_time), waiting)
        stream.ready = Ready(max((slot.floor for slot in running), default=0), groups(running), waiting)
        return stream.ready

    def _begin(
        self,
        stream: Incoming,
        ready: Ready,
        number: int,
        timestamp: int,
        descriptor: vp8.Descriptor | None,
        now_ms: int,
    ) -> Ready:
        """With whoever waited and begins with this packet."""
        begun = []
        for slot in ready.waiting:
            former = slot.source
            if slot.begin(stream, number, timestamp, descriptor, now_ms):
                self._admission.switched(slot, former)
                begun.append(slot)
        if len(begun) < len(ready.waiting):
            self._drops["waiting"] += 1
            if stream.video:
                self._control.want_keyframe(stream, now_ms)
        if not begun:
            return ready
        stream.ready = None
        mark = 0 if stream.video else rtp.MARKER  # a talkspurt starts (RFC 3551)
        return Ready(number, (*ready.groups, *groups(begun, mark)))

    def _mind_video(
        self,
        stream: Incoming,
        number: int,
        highest: int,
        descriptor: vp8.Descriptor | None,
        now_ms: int,
    ) -> None:
        """Settle or raise what the publisher is asked for: key frames, and numbers between `highest` and this."""
        stream.repair.arrived(number)
        if descriptor is not None and descriptor.keyframe_start:
            stream.keyframes.settle()
        if 0 <= highest < number - 1 and stream.outgoing:
            if stream.repair.gap(highest + 1, number, now_ms):
                self._control.mend(stream, now_ms)
            else:
                self._control.want_keyframe(stream, now_ms)

    def _on_control(self, sender: Participant, datagram: bytes, now_ms: int) -> bool:
        ssrc = int.from_bytes(datagram[4:8], "big")
        if ssrc not in sender.reporters and len(sender.reporters) >= MOST_REPORTERS:  # as for media
            self._drops["unknown_ssrc"] += 1
            return False
        try:
            compound = sender.unprotect_rtcp(datagram)
        except Exception:
            self._drops["unauthentic"] += 1
            return False
        sender.reporters.add(ssrc)
        sender.books.last_packet_ms = now_ms
        if not spend(sender.books, len(datagram), now_ms):
            self._drops["over_budget"] += 1
            return True
        try:
            self._control.on_compound(sender, compound, now_ms)
        except ValueError:  # RtcpError among them
            self._drops["malformed"] += 1
        except Exception:  # a report that cannot be used is not worth more than a counter
            self._drops["error"] += 1
        return True

    def _remove(self, seat: int) -> None:
        participant = self._participants.pop(seat, None)
        if participant is not None:
            self._drops.update(participant.taker.drops())
            self.measured.gone(participant)
            self._admission.remove(participant)
