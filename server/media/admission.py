"""Who receives what in a room: the one place where a stream's gate is written, from the reach that was set last.

What a listener chose (a smaller picture, no picture, fewer voices) only takes away from the reach, and which layer of
a picture comes is asked after who may see it. May import the standard library and the forwarding modules below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping

from server.media.incoming import Incoming
from server.media.negotiated import UNCHOSEN, Choice, Layer, Reach
from server.media.outgoing import Outgoing
from server.media.participant import Participant

NOBODY: frozenset[int] = frozenset()


class Admission:
    """`participants` is the forwarder's own mapping, by seat; `want_keyframe` asks for one of a stream."""

    def __init__(
        self, participants: Mapping[int, Participant], want_keyframe: Callable[[Incoming, int], None]
    ) -> None:
        self._participants = participants
        self._want_keyframe = want_keyframe
        self._reach: dict[int, tuple[frozenset[int], frozenset[int]]] = {}  # listener -> audio, video
        self._slots: dict[int, int] | None = None  # seat -> slot
        self._choices: dict[int, Choice] = {}
        self.mirrors = False
        self.left: Counter[tuple[int, int, bool]] = Counter()
        """Packets of slots that are gone, or were lent to another since: publisher, listener, whether video."""

    def set_reach(self, reach: Mapping[int, Reach], slots: Mapping[int, int] | None, now_ms: int) -> None:
        """As `Forwarder.set_reach` says."""
        self._reach, self._slots = {}, {}
        try:
            lent = None if slots is None else dict(slots)
            if lent and len(set(lent.values())) < len(lent):
                raise ValueError("one slot for two seats")  # the listener could not tell whose voice it is
            self._reach = {
                listener: (frozenset(hears.audio), frozenset(hears.video))
                for listener, hears in reach.items()
            }
            self._slots = lent
        finally:
            self.renew(now_ms)

    def choose(self, choices: Mapping[int, Choice], now_ms: int) -> None:
        """What each listener is sent of what the reach allows; one not named: everything, small."""
        if choices != self._choices:
            self._choices = dict(choices)
            self.renew(now_ms)

    def renew(self, now_ms: int) -> None:
        """Write every gate anew: first what closes, then what opens."""
        gates: list[tuple[Participant, tuple[Incoming, ...], list[Outgoing]]] = []
        for publisher in self._participants.values():
            for streams in (publisher.voices, publisher.pictures):
                if not streams:
                    continue
                allowed = self._allowed(publisher.seat, video=streams[0].video)
                for slot in {slot for stream in streams for slot in stream.outgoing}:
                    if slot not in allowed:
                        slot.close()
                for stream in streams:
                    stream.admit(tuple(slot for slot in allowed if slot.receives(stream)))
                gates.append((publisher, streams, allowed))
        for publisher, streams, allowed in gates:
            for slot in allowed:
                self._lend(slot, publisher.seat)
            self._open(publisher, streams, allowed, now_ms)

    def tend(self, publisher: Participant, now_ms: int) -> None:
        """Whoever waits in vain for one layer of its picture is given the other. Call it about every 50 ms."""
        if len(publisher.pictures) > 1 and publisher.flow_changed(now_ms):
            receiving = {slot: None for stream in publisher.pictures for slot in stream.outgoing}
            self._open(publisher, publisher.pictures, list(receiving), now_ms)

    def switched(self, slot: Outgoing, former: Incoming | None) -> None:
        """The slot has begun with another layer: of the former one it gets nothing more."""
        if former is not None and not slot.receives(former):
            former.admit(tuple(other for other in former.outgoing if other is not slot))

    def wanted(self, publisher: Participant, now_ms: int) -> Layer:
        """The largest picture of it that anybody is to receive, or still receives until the key frame of a smaller one
        has come; of a camera that is off nobody receives anything."""
        receiving = [slot for layer in publisher.pictures for slot in layer.outgoing]
        large = publisher.pictures[-1] if len(publisher.pictures) > 1 else None
        if large and publisher.flows(large, now_ms) and any(slot.runs_on(large) for slot in receiving):
            return Layer.LARGE
        return max((self._chosen(slot, publisher.seat) for slot in receiving), default=Layer.NONE)

    def remove(self, participant: Participant) -> None:
        """Forget one who is not among the participants any more: nothing of it or to it passes."""
        for stream in participant.streams:
            for slot in stream.outgoing:
                slot.close()
            stream.admit(())
            stream.forget()
        for other in self._participants.values():
            for stream in other.streams:
                stream.admit(tuple(slot for slot in stream.outgoing if slot.listener != participant.seat))
        for slot in participant.slots:
            slot.close()
            self._count(slot)

    def _open(
        self,
        publisher: Participant,
        streams: tuple[Incoming, ...],
        allowed: list[Outgoing],
        now_ms: int,
    ) -> None:
        """Let these slots, which may receive the publisher, wait for what each is to get of these streams."""
        asked: set[Incoming] = set()
        publisher.flow_changed(now_ms)  # what follows goes by what arrives now
        for slot in allowed:
            before = slot.source, slot.awaited
            if len(streams) == 1:
                slot.aim(streams[0], None)
            else:
                slot.aim(*self._layers(publisher, slot, now_ms))
            asked.update(stream for stream in (slot.source, slot.awaited) if stream and stream not in before)
        for stream in streams:
            gate = tuple(slot for slot in allowed if slot.receives(stream))
            if gate != stream.outgoing:
                stream.admit(gate)
            if stream.video and stream in asked:
                self._want_keyframe(stream, now_ms)

    def _layers(
        self, publisher: Participant, slot: Outgoing, now_ms: int
    ) -> tuple[Incoming, Incoming | None]:
        """What is to be sent in the slot as it is, and what is to take its place."""
        small, large = publisher.pictures
        wanted, other = (
            (large, small) if self._chosen(slot, publisher.seat) is Layer.LARGE else (small, large)
        )
        comes = publisher.flows(wanted, now_ms)
        if not slot.running:
            return (wanted, None) if comes else (other, wanted)  # whichever begins first
        if slot.source is wanted:
            return wanted, None if comes or not publisher.flows(other, now_ms) else other
        return other, wanted

    def _lend(self, slot: Outgoing, seat: int) -> None:
        """From now on it carries this seat's packets."""
        if slot.publisher != seat:  # borrowed: what was sent so far was another seat's
            self._count(slot)
            slot.publisher, slot.packets_of_others = seat, slot.line.packets

    def _count(self, slot: Outgoing) -> None:
        sent = slot.line.packets - slot.packets_of_others
        self.left[slot.publisher, slot.listener, slot.video] += sent

    def _chosen(self, slot: Outgoing, seat: int) -> Layer:
        return self._choices.get(slot.listener, UNCHOSEN).picture(seat)

    def _allowed(self, seat: int, *, video: bool) -> list[Outgoing]:
        """The slots that reach and their listeners' choice let this seat's packets into. Nobody receives themselves,
        but in a mirror."""
        slots = []
        number = seat if self._slots is None else self._slots.get(seat, 0)
        for listener, participant in self._participants.items():
            hears, sees = self._reach.get(listener, (NOBODY, NOBODY))
            slot = (participant.video_slots if video else participant.audio_slots).get(number)
            own = seat == listener and not self.mirrors
            if participant.away or slot is None or own or seat not in (sees if video else hears):
                continue
            choice = self._choices.get(listener, UNCHOSEN)
            if choice.picture(seat) if video else choice.voice(seat):
                slots.append(slot)
        return slots
