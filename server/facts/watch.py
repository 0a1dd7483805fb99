"""What changes too fast for the log: who speaks, whose microphone arrives, for how long a link or a voice is silent.

Lossy, made from the plane's counters five times a second, and sent when something is new: sent each time it would take
a tenth of a narrow link. A listener is told that somebody speaks only if they are
within reach of that voice, at the desk as in the circle, so a pushed-back presenter's ring stays dark, their own page's
too; what one is told of oneself is what the server really received and forwarded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitation.floor import works
from facilitation.reach import NOTHING, Reach, aloud, in_circle
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, Link, Role, SeatId, Standing
from server.facts.link_quality import LinkQuality, Quality

EVERY_S = 0.2
ANYWAY_MS = 1000
"""Sent after so long though nothing is new: a page that is told nothing for three seconds takes its link for lost."""
ARRIVING_MS = 1500
"""A silent microphone sends a packet every 400 ms under DTX: three missing in a row are no longer a microphone."""
SOUNDING_MS = 5000


class SeatFacts(Protocol):
    """What the plane counts for a seat; `server.media` provides it."""

    @property
    def speaking(self) -> bool: ...
    @property
    def packets_in(self) -> int: ...
    @property
    def audio_packets_in(self) -> int: ...
    @property
    def sounds(self) -> int: ...
    @property
    def forwarded_to(self) -> int: ...
    @property
    def uplink_loss(self) -> float: ...
    @property
    def downlink_loss(self) -> float: ...
    @property
    def round_trip_ms(self) -> int | None: ...


@dataclass(slots=True)
class _Seen:
    audio: int = 0
    sounds: int = 0
    video: int = 0
    audio_ms: int = -ARRIVING_MS
    video_ms: int = -ARRIVING_MS
    sound_ms: int = -SOUNDING_MS
    spoke_ms: int | None = None
    link: LinkQuality = field(default_factory=LinkQuality)


class Watch:
    """Remembers when each seat of one room was last received, and writes the facts for each listener."""

    def __init__(self) -> None:
        self._seen: dict[int, _Seen] = {}
        self._spoke: dict[tuple[int, int, int], set[SeatId]] = {}
        """Who was heard in the circle, by `_here`: a seat's, whatever becomes of its connection."""
        self._before: set[tuple[int, int, int]] | None = None
        """What was held before this watch began, as after a restart: who was heard there, it does not know."""
        self._told: dict[tuple[SeatId, bool], tuple[object, dict[str, Any]]] = {}

    def look(self, plane: Mapping[int, SeatFacts], now_ms: int) -> None:
        """Takes note of the plane's counters; `now_ms` is session time."""
        for seat, facts in plane.items():
            seen = self._seen.setdefault(seat, _Seen())
            video = facts.packets_in - facts.audio_packets_in
            if facts.audio_packets_in != seen.audio:
                seen.audio_ms = now_ms
            if video != seen.video:
                seen.video_ms = now_ms
            if facts.sounds > seen.sounds:
                seen.sound_ms = now_ms
            seen.audio, seen.sounds, seen.video = facts.audio_packets_in, facts.sounds, video
            seen.link.note(max(facts.uplink_loss, facts.downlink_loss), facts.round_trip_ms, now_ms)
        for seat in self._seen.keys() - plane.keys():
            del self._seen[seat]

    def hear(self, state: SessionState, plane: Mapping[int, SeatFacts], now_ms: int) -> None:
        """Takes note, after a look, of who speaks aloud, and in which phase: what nobody hears is nobody's."""
        if self._before is None:
            self._before = {(state.case, index, times) for index, times in state.held.items()}
        speaking = [seat for seat, facts in plane.items() if facts.speaking]
        heard = aloud(state).intersection(speaking) if speaking else frozenset()
        for seat in heard:
            self._seen[seat].spoke_ms = now_ms
        back = None if state.pushed_back is None else self._seen.get(state.pushed_back)
        if back is not None and back.spoke_ms is not None:
            back.spoke_ms = now_ms  # to be silent is their task: it counts from their return
        if heard and state.phase is not None:
            self._spoke.setdefault(_here(state), set()).update(heard)

    def _unspoken(self, state: SessionState) -> list[SeatId] | None:
        """The members who could have spoken in this phase and have not yet: a hint, without a number. None where
        that is not known."""
        if self._before is not None and _here(state) in self._before:
            return None
        if state.phase is None or state.leaders_alone:
            return []
        spoke = self._spoke.get(_here(state), set())
        return sorted(
            seat
            for seat in in_circle(state)
            if state.seats[seat].role is Role.MEMBER
            and works(state, seat)
            and seat != state.pushed_back
            and seat not in spoke
        )

    def message(
        self,
        seat: SeatId,
        state: SessionState,
        reach: Mapping[SeatId, Reach],
        plane: Mapping[int, SeatFacts],
        now_ms: int,
    ) -> dict[str, Any]:
        """The `facts` message for one listener (docs/protocol.md)."""
        received = reach.get(seat, NOTHING).audio
        heard = received | {seat}
        speaking = {
            s
            for s, facts in plane.items()
            if facts.speaking and (s in received or (s == seat and _is_passed_on(seat, state)))
        }
        own, seen = plane.get(seat), self._seen.get(seat)
        result: dict[str, Any] = {
            "now": now_ms,
            "speaking": sorted(speaking),
            "muted": [s for s in sorted(heard) if self._muted(s, state, now_ms)],
            "you": {
                "audio_in": self._arrives(seat, now_ms),
                "voice": self._sounds(seat, now_ms),
                "heard_by": min(own.forwarded_to if own else 0, _listeners(seat, state, reach)),
                "video_in": seen is not None and now_ms - seen.video_ms < ARRIVING_MS,
                "words": [sent.word for sent in state.words if sent.seat == seat],
                "noted": {
                    sent.word: sent.noted_by for sent in state.words if sent.seat == seat and sent.noted_by
                },
                "quality": self._quality(seat),
            },
        }
        if state.seats[seat].role in LEADING and state.seats[seat].standing is Standing.SEATED:
            result["links"] = {
                str(other): self._link(other, holder.link, other in speaking, now_ms)
                for other, holder in state.seats.items()
                if holder.standing in (Standing.SEATED, Standing.WAITING)
            }
            if (unspoken := self._unspoken(state)) is not None:
                result["unspoken"] = unspoken
        return result

    def is_due(self, seat: SeatId, page: object, message: dict[str, Any], desk: bool = False) -> bool:
        """Whether this page of the seat, or this second desk, is to be told it; takes note that it is."""
        told_page, told = self._told.get((seat, desk), (None, {}))
        since = {**told, "now": message["now"]}
        if told_page is page and since == message and message["now"] - told["now"] < ANYWAY_MS:
            return False
        self._told[seat, desk] = (page, message)
        return True

    def _arrives(self, seat: int, now_ms: int) -> bool:
        seen = self._seen.get(seat)
        return seen is not None and now_ms - seen.audio_ms < ARRIVING_MS

    def _sounds(self, seat: int, now_ms: int) -> bool:
        """Whether the microphone brings anything: a person who listens is not as still as one that is unplugged."""
        seen = self._seen.get(seat)
        return seen is not None and now_ms - seen.sound_ms < SOUNDING_MS

    def _muted(self, seat: SeatId, state: SessionState, now_ms: int) -> bool:
        """Whether this person is here, may be heard, and sends no sound: not a silence but a microphone that is off."""
        holder = state.seats[seat]
        may = holder.link is Link.UP and holder.role is not Role.OBSERVER
        return may and not self._arrives(seat, now_ms)

    def _link(self, seat: int, link: Link, speaks: bool, now_ms: int) -> dict[str, Any]:
        seen = self._seen.get(seat)
        spoke = None if seen is None else seen.spoke_ms
        return {
            "up": link is Link.UP,
            "audio_in": self._arrives(seat, now_ms),
            "sound": self._sounds(seat, now_ms),
            "voice": speaks,
            "silent_ms": None if spoke is None else now_ms - spoke,
            "quality": self._quality(seat),
        }

    def _quality(self, seat: int) -> Quality:
        seen = self._seen.get(seat)
        return Quality.GOOD if seen is None else seen.link.now

    def qualities(self, state: SessionState) -> Counter[str]:
        """How many links there are of each; one that is down has none."""
        here = (seat for seat, holder in state.seats.items() if holder.link is Link.UP)
        return Counter(self._quality(seat).value for seat in here)


def _here(state: SessionState) -> tuple[int, int, int]:
    """What a voice is remembered by: the case, the phase, and how often it is held. A phase that is stepped back to, or
    goes on because the step was undone, is the same; one that is held once more is another."""
    return state.case, state.phase_index, state.held.get(state.phase_index, 0)


def _is_passed_on(seat: SeatId, state: SessionState) -> bool:
    """Whether the form lets this voice through, to the circle or aside, be anybody there to hear it or not."""
    return seat in state.whispering or seat in state.inside or seat in aloud(state)


def _listeners(seat: SeatId, state: SessionState, reach: Mapping[SeatId, Reach]) -> int:
    """How many may receive this voice and have a link to receive it by: packets go on to a lost one for two minutes."""
    return sum(
        seat in received.audio and state.seats[listener].link is Link.UP
        for listener, received in reach.items()
    )
