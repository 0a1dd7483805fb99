"""What of a room each listener is sent, so that a narrow link carries the voices first. Pure: time comes in.

A ladder for each listener, from large pictures down to the few voices that matter most. It goes down within a second
or two, and up slowly: a link that was too narrow a while ago mostly still is, and a picture that comes and goes
disturbs more than one that is away. What a rung means is `choice`; it takes away from the reach and never adds to it.
Imports its sisters `negotiated` and `reported`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import NamedTuple

from server.media.negotiated import Choice, Layer
from server.media.reported import SLOW_MS


class Rung(IntEnum):
    """Of the ladder, from below."""

    FEW = 0
    """The leaders, whoever has the floor, and the loudest few."""
    VOICES = 1
    """Every voice, no picture."""
    SPEAKER = 2
    """The picture of whoever speaks or has the floor, small."""
    SMALL = 3
    LARGE = 4
    """Pictures as large as the page shows them."""


class Wish(StrEnum):
    """What somebody asks for; their link may give less."""

    ALL = "all"
    SAVE = "save"
    """Save data."""
    AUDIO = "audio"


MOST = {Wish.ALL: Rung.LARGE, Wish.SAVE: Rung.SPEAKER, Wish.AUDIO: Rung.VOICES}
BPS = {Layer.NONE: 0, Layer.SMALL: 100_000, Layer.LARGE: 400_000}
"""Of a picture, as pages send it."""
LOUDEST = 3
"""Voices beside the leaders' and the floor's on the lowest rung: more than that at once nobody follows."""

DOWN_MS = 1_200
UP_MS, UP_MOST_MS = 8_000, 60_000
"""At a rung with room to spare before the next one up is tried; twice as long after each try that failed."""
START_MS = 1_500
"""Whoever began with voices alone is shown the speaker after this long, once reports say that there is room."""
QUEUED_TIMES, QUEUED_MOST_MS = 4, 480_000
"""Without an estimate a try that fails is a second's queue before the voices: so much longer is waited after each, and
before the first where the handshake was slow."""
FAILED_MS = 15_000
"""Whoever falls within this time of a rise rose too soon."""
LOSSY, CLEAN = 0.10, 0.03
"""Shares of packets lost: from the one on there is too much on the way, up to the other there may be more."""
DROWNED = 0.20
LATE_MS = 400
"""So much longer than at its best a round trip takes when a queue has built up."""
SPARE = 1.3
"""How much more the link is to carry than is sent now before more is tried. A receiver's estimate never says more than
one and a half times what it gets."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What counts of a room for one listener; seats by number."""

    hears: frozenset[int]
    sees: frozenset[int]
    """By reach."""
    leaders: frozenset[int] = frozenset()
    floor: frozenset[int] = frozenset()
    """Who holds the floor, or presents on it."""
    speaking: Sequence[int] = ()
    """Who spoke last, whoever is to be shown first."""
    sizes: Mapping[int, Layer] = field(default_factory=dict)
    """How large the page shows each; a seat that is not named: small."""


def choice(rung: Rung, scene: Scene) -> Choice:
    """What a listener on this rung is sent."""
    most = {Rung.LARGE: Layer.LARGE, Rung.SMALL: Layer.SMALL, Rung.SPEAKER: Layer.SMALL}.get(rung, Layer.NONE)
    shown = scene.sees
    if rung <= Rung.SPEAKER:
        speaker = next((seat for seat in scene.speaking if seat in scene.sees), None)
        shown = scene.sees & (scene.floor | ({speaker} if speaker is not None else set()))
    pictures = {
        seat: min(most, scene.sizes.get(seat, Layer.SMALL)) if seat in shown else Layer.NONE
        for seat in scene.sees
    }
    otherwise = Layer.SMALL if rung >= Rung.SMALL else Layer.NONE
    if rung > Rung.FEW:
        return Choice(pictures, None, otherwise)
    loudest = [seat for seat in scene.speaking if seat in scene.hears][:LOUDEST]
    return Choice(pictures, scene.hears & (scene.leaders | scene.floor | set(loudest)), otherwise)


class Link(NamedTuple):
    """What is known of one listener's link just now."""

    estimate_bps: int | None
    """Of pictures, as the receiver says; None: it says nothing, or nothing of late."""
    sent_bps: int
    """Of pictures."""
    loss: float
    late_ms: int
    """How much longer than at its best a round trip takes."""
    rising: bool = False
    """The estimate grows: it has not caught up with what is sent yet."""
    told: bool = False
    """Reports have come about what is sent now."""
    away: bool = False
    """The link is down."""
    behind: bool = False
    """Pictures were left out lately, as more came than the pace of this link lets through."""


def is_short(link: Link, rung: Rung, late_ms: int = LATE_MS) -> bool:
    """Whether more is sent than the link carries; `late_ms`: as much of a round trip is a queue then. Losses alone take
    no voice away: where every fifth packet is lost whatever is sent, fewer voices are lost as often."""
    if link.late_ms >= late_ms:
        return True
    if rung <= Rung.VOICES:
        return False
    if link.behind:
        return True
    narrow = link.estimate_bps is not None and link.estimate_bps < 0.9 * link.sent_bps and not link.rising
    return narrow or link.loss >= (LOSSY if rung > Rung.SPEAKER else DROWNED)


def has_room(link: Link, rung: Rung, next_bps: int, lost_most: float = CLEAN) -> bool:
    """Whether the next rung up, which takes `next_bps`, may be tried."""
    if link.away or link.behind or link.late_ms >= LATE_MS / 2 or link.loss >= lost_most:
        return False
    if rung <= Rung.VOICES:
        return True  # no picture is sent of which a receiver could say anything
    if link.estimate_bps is None:
        return rung < Rung.SMALL
    return link.estimate_bps >= min(next_bps, SPARE * link.sent_bps)


class Ladder:
    """Of one listener. It starts with small pictures, but behind a slow handshake (ms) with voices: three key frames at
    once take a road of 128 kbit/s for seconds, and no report comes through to say so."""

    def __init__(self, first_trip_ms: int | None = None) -> None:
        slow = first_trip_ms is not None and first_trip_ms >= SLOW_MS
        self.rung = Rung.VOICES if slow else Rung.SMALL
        self._begins = slow
        """Until it has had small pictures, or fallen: more is not tried again then, but for the first time."""
        self._waits_ms = dict.fromkeys(Rung, UP_MS)
        """Before each is tried: what carries the speaker well may fail with all again and again."""
        self._short_ms: int | None = None
        self._fine_ms: int | None = None
        """Since when it has been so."""
        self._rose_ms: int | None = None

    def step(self, link: Link, needs_bps: Mapping[Rung, int], most: Rung, now_ms: int) -> Rung:
        """The rung from now on, `most` at the most. Call it several times a second.

        `needs_bps` is what the pictures of each rung take."""
        here = min(self.rung, most)
        tried = self._rose_ms is not None and now_ms - self._rose_ms <= FAILED_MS and here > Rung.VOICES
        if is_short(link, here, LATE_MS // 2 if tried else LATE_MS):
            self._fine_ms = None
            self._short_ms = now_ms if self._short_ms is None else self._short_ms
            failed = tried and link.late_ms >= LATE_MS // 2  # before the queue that it makes is full
            if (failed or now_ms - self._short_ms >= DOWN_MS) and here > Rung.FEW:
                self._fall(link, here, needs_bps, now_ms)
        else:
            self._short_ms = None
            self._rest(link, here, needs_bps, most, now_ms)
        return min(self.rung, most)

    def _fall(self, link: Link, here: Rung, needs_bps: Mapping[Rung, int], now_ms: int) -> None:
        if self._rose_ms is not None and now_ms - self._rose_ms <= FAILED_MS:
            queued = link.estimate_bps is None and (link.late_ms >= LATE_MS // 2 or link.behind)
            times, most_ms = (QUEUED_TIMES, QUEUED_MOST_MS) if queued else (2, UP_MOST_MS)
            self._waits_ms[here] = min(times * self._waits_ms[here], most_ms)
        self._rose_ms = self._short_ms = None
        self._begins = False
        below = Rung(here - 1)
        # Whose camera is off says no estimate, and the queue stands before the voices.
        if link.estimate_bps is None and link.late_ms >= LATE_MS and here > Rung.VOICES:
            below = Rung.VOICES
        while below > Rung.VOICES and _takes(below, link, here, needs_bps) > (link.estimate_bps or 1 << 62):
            below = Rung(below - 1)
        self.rung = below

    def _rest(self, link: Link, here: Rung, needs_bps: Mapping[Rung, int], most: Rung, now_ms: int) -> None:
        if self._rose_ms is not None and now_ms - self._rose_ms > FAILED_MS:
            self._rose_ms, self._waits_ms[self.rung] = None, UP_MS
        if self.rung >= most or not self._has_room(link, here, needs_bps.get(Rung(here + 1), 0)):
            self._fine_ms = None
            return
        self._fine_ms = now_ms if self._fine_ms is None else self._fine_ms
        if now_ms - self._fine_ms >= self._waits(link, Rung(here + 1)):
            self.rung, self._rose_ms, self._fine_ms = Rung(here + 1), now_ms, None
            self._begins = self._begins and self.rung < Rung.SMALL

    def _waits(self, link: Link, above: Rung) -> int:
        """How long there is to be room before the rung above is tried."""
        if self._begins and above <= Rung.SPEAKER and link.told:
            return START_MS
        if self._begins and above > Rung.SPEAKER and link.estimate_bps is None:
            return QUEUED_TIMES * UP_MS
        return self._waits_ms[above]

    def _has_room(self, link: Link, here: Rung, next_bps: int) -> bool:
        """As `has_room`; what has not been tried yet is tried where it would not be taken away."""
        lost_most = CLEAN if not self._begins else DROWNED if here < Rung.SPEAKER else LOSSY
        return has_room(link, here, next_bps, lost_most)


def _takes(rung: Rung, link: Link, here: Rung, needs_bps: Mapping[Rung, int]) -> int:
    """What a rung below would take, bit/s. Quiet faces take less than they may: by as much as they do here."""
    need, most = needs_bps.get(rung, 0), needs_bps.get(here, 0)
    return need * min(link.sent_bps, most) // most if most else need


class Uplink:
    """Whether what one person sends is to be made small: their voice is lost on the way here."""

    NARROW_MS, WIDE_MS = 2_000, 20_000

    def __init__(self) -> None:
        self.narrow = False
        self._since_ms: int | None = None

    def note(self, loss: float | None, now_ms: int) -> bool:
        """The share that is lost, None while too little is known. Whether it is narrow from now on."""
        turns = loss is not None and (loss < CLEAN if self.narrow else loss >= LOSSY)
        if not turns:
            self._since_ms = None
            return self.narrow
        self._since_ms = now_ms if self._since_ms is None else self._since_ms
        if now_ms - self._since_ms >= (self.WIDE_MS if self.narrow else self.NARROW_MS):
            self.narrow, self._since_ms = not self.narrow, None
        return self.narrow


def needs(scene: Scene, flowing: frozenset[int]) -> dict[Rung, int]:
    """What the pictures of each rung take for one listener, bit/s; `flowing` are the seats whose cameras are on."""
    return {
        rung: sum(BPS[layer] for seat, layer in choice(rung, scene).pictures.items() if seat in flowing)
        for rung in Rung
    }
