"""What each page of one room is sent of what it may receive: chosen anew five times a second from what the plane
counts, who speaks and has the floor, what pages show, and what people wish. The rules are `server.media.layers`; this
is where the room and the plane meet for them.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitation.floor import has_floor
from facilitation.reach import Reach
from facilitation.state import SessionState
from facilitation.vocabulary import Floor, SeatId
from server.facts.looks import Looks
from server.facts.watch import SeatFacts as Told
from server.media.layers import MOST, Ladder, Link, Rung, Scene, Uplink, choice, needs
from server.media.negotiated import UNCHOSEN, Choice, Layer

MEASURED_MS = 1_000
"""What is sent, and how the estimate goes, is told over this long."""
GROWS = 1.03
REPORTS = 2
"""So many reports it takes after a change of rung until they are about what is sent now."""
FLOWING_MS = 1_500
SHRINKS_MS = 2_000
"""A layer is given up once nobody has wanted it for so long: whoever still runs on it has left it by then, and one page
that changes its mind all the time restarts nobody's camera."""
_NOBODYS = frozenset({Floor.OPEN, Floor.LEADERS, Floor.SILENT})
"""Of these floors no member is the holder; of the leaders' the leaders are, who are heard and seen anyway."""


class SeatFacts(Told, Protocol):
    """And what is counted of a link and of pictures."""

    @property
    def level(self) -> int: ...
    @property
    def lost(self) -> float: ...
    @property
    def late_ms(self) -> int: ...
    @property
    def reports(self) -> int: ...
    @property
    def estimate_bps(self) -> int | None: ...
    @property
    def picture_octets(self) -> int: ...
    @property
    def wanted(self) -> Layer: ...
    @property
    def own_lost(self) -> float | None: ...
    @property
    def first_trip_ms(self) -> int | None: ...
    @property
    def away(self) -> bool: ...
    @property
    def behind(self) -> bool: ...


@dataclass(slots=True)
class _Listener:
    ladder: Ladder = field(default_factory=Ladder)
    uplink: Uplink = field(default_factory=Uplink)
    rung: Rung = Rung.SMALL
    reports: int = 0
    """How many there were when the rung changed last."""
    latest: int = 0
    sent: deque[tuple[int, int, int]] = field(default_factory=deque)
    """When, octets of pictures sent until then, and the estimate."""
    pictures: int = 0
    picture_ms: int = -FLOWING_MS
    asked: Layer = UNCHOSEN.otherwise
    """The largest picture of it that it is to send."""
    less_ms: int | None = None
    """Since when less than that is wanted."""
    weighed: tuple[Scene, frozenset[int]] | None = None
    needs_bps: Mapping[Rung, int] = field(default_factory=dict)
    choices: dict[Rung, Choice] = field(default_factory=dict)
    """Both of the scene and the cameras that were weighed last: mostly they are the same five times a second."""

    def link(self, facts: SeatFacts, now_ms: int) -> Link:
        estimate = facts.estimate_bps
        if facts.reports < self.latest:  # another connection, which counts from nought
            self.ladder, self.reports = Ladder(facts.first_trip_ms), 0
            self.sent.clear()
        self.latest = facts.reports
        self.sent.append((now_ms, facts.picture_octets, estimate or 0))
        while now_ms - self.sent[0][0] > MEASURED_MS:
            self.sent.popleft()
        began_ms, octets, former = self.sent[0]
        passed_ms = now_ms - began_ms
        sent_bps = 8_000 * max(0, facts.picture_octets - octets) // passed_ms if passed_ms > 0 else 0
        rising = estimate is not None and estimate > GROWS * former
        if facts.reports < self.reports + REPORTS:
            return Link(estimate, sent_bps, 0.0, 0, rising, away=facts.away)
        return Link(
            estimate,
            sent_bps,
            facts.lost,
            facts.late_ms,
            rising,
            told=True,
            away=facts.away,
            behind=facts.behind,
        )

    def ask(self, wanted: Layer, now_ms: int) -> None:
        """More at once, less after a while."""
        self.less_ms = None if wanted >= self.asked else now_ms if self.less_ms is None else self.less_ms
        if self.less_ms is None or now_ms - self.less_ms >= SHRINKS_MS:
            self.asked, self.less_ms = wanted, None

    def weigh(self, scene: Scene, flowing: frozenset[int]) -> None:
        if self.weighed != (scene, flowing):
            self.weighed, self.needs_bps = (scene, flowing), needs(scene, flowing)
            self.choices.clear()

    def choose(self, rung: Rung, scene: Scene) -> Choice:
        """Of the scene that was weighed last."""
        if rung not in self.choices:
            self.choices[rung] = choice(rung, scene)
        return self.choices[rung]

    def step(self, facts: SeatFacts, most: Rung, now_ms: int, steps: Counter[str]) -> Rung:
        link = self.link(facts, now_ms)
        stood = self.ladder.rung
        before, self.rung = self.rung, self.ladder.step(link, self.needs_bps, most, now_ms)
        if self.ladder.rung != stood:
            steps["up" if self.ladder.rung > stood else "down"] += 1
        if self.rung is not before:
            self.reports = facts.reports
        return self.rung


class Pictures:
    """Of one room."""

    def __init__(self, steps: Counter[str] | None = None) -> None:
        """`steps`: where it is counted how often a link was given less, `down`, or more, `up`."""
        self._steps: Counter[str] = Counter() if steps is None else steps
        self._listeners: dict[int, _Listener] = {}
        self._speakers: list[int] = []
        """Whoever spoke last comes first; who is at it stays there."""

    def choose(
        self,
        state: SessionState,
        reach: Mapping[SeatId, Reach],
        plane: Mapping[int, SeatFacts],
        looks: Mapping[SeatId, Looks],
        now_ms: int,
    ) -> dict[int, Choice]:
        """For each listener with a connection. `now_ms` is session time."""
        self._listen(plane)
        for seat in self._listeners.keys() - plane.keys():
            del self._listeners[seat]
        flowing = frozenset(seat for seat, facts in plane.items() if self._flows(seat, facts, now_ms))
        for seat, facts in plane.items():
            self._listeners[seat].ask(facts.wanted, now_ms)
        leaders = frozenset(int(seat) for seat, holder in state.seats.items() if holder.leads)
        floor = _floor(state)
        # Whoever's voice is lost on the way here is shown small: then nobody wants more of them.
        most = {seat: Layer.SMALL for seat, one in self._listeners.items() if one.uplink.narrow}
        choices: dict[int, Choice] = {}
        for seat, received in reach.items():
            if seat not in plane:
                continue
            listener, look = self._listeners[seat], looks.get(seat, Looks())
            scene = Scene(
                received.audio,
                received.video,
                leaders,
                floor,
                [one for one in self._speakers if one != seat],
                {seat: min(size, most.get(seat, size)) for seat, size in look.sizes.items()},
            )
            listener.weigh(scene, flowing)
            rung = listener.step(plane[seat], MOST[look.wish], now_ms, self._steps)
            choices[seat] = listener.choose(rung, scene)
            listener.uplink.note(plane[seat].own_lost, now_ms)
        return choices

    def rungs(self) -> Counter[str]:
        """How many listeners stand on each."""
        return Counter(listener.rung.name.lower() for listener in self._listeners.values())

    def own(self, seat: SeatId) -> dict[str, Any]:
        """What a page is told of this about itself: its rung; what it is to send."""
        listener = self._listeners.get(seat) or _Listener()  # before there is a connection
        return {
            "rung": listener.rung.name.lower(),
            "picture": listener.asked.name.lower(),
            "narrow": listener.uplink.narrow,
        }

    def _listen(self, plane: Mapping[int, SeatFacts]) -> None:
        speaking = {seat for seat, facts in plane.items() if facts.speaking}
        before = [seat for seat in self._speakers if seat in plane]
        still = [seat for seat in before if seat in speaking]
        begun = sorted(speaking - set(still), key=lambda seat: plane[seat].level)
        self._speakers = [*still, *begun, *(seat for seat in before if seat not in speaking)]

    def _flows(self, seat: int, facts: SeatFacts, now_ms: int) -> bool:
        """Whether this camera is on, or would be if anybody looked: what is not sent now was a while ago."""
        listener = self._listeners.get(seat)
        if listener is None:
            listener = self._listeners[seat] = _Listener(Ladder(facts.first_trip_ms))
        count = facts.packets_in - facts.audio_packets_in
        if count != listener.pictures:
            listener.pictures, listener.picture_ms = count, now_ms
        return count > 0 and (now_ms - listener.picture_ms < FLOWING_MS or facts.wanted is Layer.NONE)


def _floor(state: SessionState) -> frozenset[int]:
    """Whose turn it is, and whose floor."""
    holders = {int(state.turn.seat)} if state.turn else set()
    if state.floor not in _NOBODYS:
        holders |= {int(seat) for seat in state.seats if has_floor(state, seat)}
    return frozenset(holders)
