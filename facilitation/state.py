"""The state of a session: everything that is true of it, and what follows from that. `evolution` says how it changes.

Times are session time in milliseconds. Not slotted, so that an event copies it at the price of one dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facilitation.format import Format, Phase
from facilitation.vocabulary import (
    LEADING,
    Circle,
    Code,
    Floor,
    Gate,
    Hold,
    Intervention,
    Keeping,
    Link,
    Part,
    Refused,
    Role,
    SeatId,
    Stage,
    Stance,
    Standing,
    Within,
    Word,
)

NOBODY: frozenset[SeatId] = frozenset()


@dataclass(frozen=True, slots=True)
class Seat:
    role: Role
    standing: Standing
    link: Link = Link.DOWN
    lost_at: int | None = None
    """Since when a link that had been up is down: this person is not heard."""
    page: bool = False
    """A leader's page is open, and answers."""
    cut_off_at: int | None = None
    """Since when a leader's page has gone that was there: they press nothing, though they may be heard."""
    missed_at: int | None = None
    """Since when neither page nor link is there, after either had been: without media alone one may lead."""
    awaited_until: int | None = None
    """Lost with many others, or as the last leader: until then this person is said to be returning."""
    leaving_early: bool = False
    leads: bool = field(init=False, repr=False, compare=False)
    sits: bool = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Worked out once: a seat changes seldom, and every command and every reach asks it of everyone.
        object.__setattr__(self, "leads", self.role in LEADING)
        object.__setattr__(self, "sits", self.standing is Standing.SEATED)

    @property
    def is_there(self) -> bool:
        return self.sits and self.missed_at is None


@dataclass(frozen=True, slots=True)
class Turn:
    number: int
    seat: SeatId
    began_at: int
    ends_at: int | None
    limit_reached: bool = False


@dataclass(frozen=True, slots=True)
class PastPhase:
    """An entry of a phase that is over, on the clock of the phase: pauses are not in it."""

    index: int
    began_at: int
    ended_at: int


@dataclass(frozen=True, slots=True)
class SentWord:
    seat: SeatId
    word: Word
    at: int
    noted_by: SeatId | None = None
    """The leader who has seen it and goes on for now."""


@dataclass(frozen=True, slots=True)
class Round:
    """Who is still to be asked. Whoever passed or was absent is asked once more at the end (`returning`)."""

    to_ask: tuple[SeatId, ...]
    passed: tuple[SeatId, ...] = ()
    absent: tuple[SeatId, ...] = ()
    returning: bool = False

    @property
    def waits_for(self) -> tuple[SeatId, ...]:
        return (*self.to_ask, *self.passed, *self.absent)

    def without(self, seat: SeatId) -> Round:
        """The round once this seat is no longer to be asked."""
        to_ask, passed, absent = (
            tuple(s for s in waiting if s != seat) for waiting in (self.to_ask, self.passed, self.absent)
        )
        return replace(self, to_ask=to_ask, passed=passed, absent=absent)


@dataclass(frozen=True, slots=True)
class CastPart:
    number: int
    part: Part


@dataclass(frozen=True, slots=True)
class PrivateRoom:
    """A leader and somebody in distress; perhaps another leader, once both agreed."""

    leader: SeatId
    seat: SeatId
    joined: SeatId | None = None
    asking: SeatId | None = None
    agreed: frozenset[SeatId] = frozenset()

    @property
    def inside(self) -> frozenset[SeatId]:
        return frozenset(s for s in (self.leader, self.seat, self.joined) if s is not None)

    def without(self, seat: SeatId) -> PrivateRoom | None:
        """The room that goes on once one of its leaders has gone; None where it is over."""
        if self.joined is None or seat == self.seat:
            return None
        return replace(self, leader=self.leader if seat == self.joined else self.joined, joined=None)


@dataclass(frozen=True, slots=True)
class Undo:
    """What the last step, or the last extension, has changed, for as long as it may be undone."""

    until: int
    was: Mapping[str, Any]
    """Fields of the state, as they were before it."""

    @property
    def leads_to(self) -> int | None:
        """The index of the phase that goes on; None where it is an extension that is undone."""
        return self.was.get("phase_index")


@dataclass(frozen=True)
class SessionState:
    format: Format
    keeping: Keeping = Keeping.NOTHING
    """What is kept of how it goes; as the format, it does not change in a session."""
    version: int = 0
    """How many events made this state."""
    at: int = 0
    stage: Stage = Stage.GATHERING
    seats: Mapping[SeatId, Seat] = field(default_factory=dict)
    # The way through the phases.
    entry: int = 0
    phase_index: int = -1
    trail: tuple[int, ...] = ()
    """The phases that led here since the case was called, for stepping back."""
    held: Mapping[int, int] = field(default_factory=dict)
    """How often each phase has been entered forwards: since the case was called, or in all if it calls a case."""
    phase_began_at: int = 0
    phase_ends_at: int | None = None
    limit_reached: bool = False
    past: tuple[PastPhase, ...] = ()
    undo: Undo | None = None
    """None where there is nothing to undo, or something has happened since that would be lost."""
    marks: tuple[Intervention, ...] = ()
    """What leaders have noted in this phase, in order."""
    # The clocks, and who is missed.
    holds: Mapping[Hold, int] = field(default_factory=dict)
    """Why the clocks stand still, each with its beginning."""
    stopped_at: int | None = None
    """Since when they stand still."""
    presenter_overdue: bool = False
    not_awaited: bool = False
    lead: SeatId | None = None
    """The leader who leads."""
    leads: int = 0
    """How often the lead has changed."""
    suspended: bool = False
    """Push back is suspended, for no leader is there."""
    restored_at: int | None = None
    """When it stood again after that: leaders who come back later are told of it."""
    # The case.
    case: int = 0
    called_in: int = -1
    """The phase in which this case was called."""
    presenter: SeatId | None = None
    stance: Stance = Stance.IN_CIRCLE
    came_alone: bool = False
    """In this phase the presenter has come back by themselves, for nobody had brought them back."""
    presenter_left: SeatId | None = None
    """Who presented until they left, in this phase: the leaders are told who it was, until they are back at the door
    or another is chosen."""
    offers: tuple[SeatId, ...] = ()
    named: Mapping[SeatId, SeatId] = field(default_factory=dict)
    """Where the group chooses: whom each would like to hear, the first to name first."""
    declined: frozenset[SeatId] = frozenset()
    accepted: bool = False
    presented: Mapping[int, SeatId] = field(default_factory=dict)
    """Who presented each case of this meeting."""
    # The floor.
    floor: Floor = Floor.OPEN
    gate: Gate = Gate.SOFT
    hands: tuple[SeatId, ...] = ()
    turn: Turn | None = None
    turns: int = 0
    taken: Mapping[SeatId, int] = field(default_factory=dict)
    """How many turns each has had in this meeting."""
    round: Round | None = None
    # Circles, scenes and rooms aside.
    outer: frozenset[SeatId] = frozenset()
    cast: Mapping[SeatId, CastPart] = field(default_factory=dict)
    invited: Mapping[SeatId, Part] = field(default_factory=dict)
    parts: int = 0
    frozen: bool = False
    came_off: frozenset[SeatId] = frozenset()
    """Whose part ended without a phase to speak from it: they are to be let out of it before the end."""
    put_away: Mapping[SeatId, CastPart] = field(default_factory=dict)
    """The cast as it was when the group went on: a step back to the scene gives the parts back."""
    whispering: frozenset[SeatId] = frozenset()
    private: PrivateRoom | None = None
    aside: frozenset[SeatId] = frozenset()
    """Who is out alone, by their own wish or left in the private room: out of reach until they themselves come back."""
    words: tuple[SentWord, ...] = ()

    def but(self, change: Mapping[str, Any]) -> SessionState:
        """The same with these fields other: as `dataclasses.replace`, which sets each field anew, at a tenth of its
        price."""
        after = object.__new__(SessionState)
        after.__dict__.update(self.__dict__, **change)
        return after

    def seated(self, seat: SeatId) -> Seat:
        """Who sits there. Raises Refused unless somebody does."""
        holder = self.seats.get(seat)
        if holder is None or not holder.sits:
            raise Refused(Code.NOT_SEATED, f"seat {seat}")
        return holder

    @property
    def phase(self) -> Phase | None:
        """The phase the group is in; None before the session has begun."""
        return self.format.phases[self.phase_index] if self.phase_index >= 0 else None

    @property
    def back(self) -> SeatId | None:
        """The presenter, if their chair is out of the circle."""
        return None if self.stance is Stance.IN_CIRCLE else self.presenter

    @property
    def pushed_back(self) -> SeatId | None:
        """The presenter, while the push back stands."""
        return None if self.suspended else self.back

    @property
    def leaders_alone(self) -> bool:
        """Whether the room is the leaders' now: the others have left it, and stay seated."""
        index = self.phase_index
        return index >= 0 and self.format.phases[index].within is Within.LEADERS

    @property
    def inside(self) -> frozenset[SeatId]:
        """Who is in the private room."""
        return self.private.inside if self.private else NOBODY

    @property
    def stepped_out(self) -> frozenset[SeatId]:
        """Who is in the private room, has been left there, or has stepped out alone."""
        return self.aside if self.private is None else self.private.inside | self.aside

    @property
    def undo_to(self) -> str | None:
        """The key of the phase that goes on if the last step is undone; None where it is an extension, or nothing."""
        index = None if self.undo is None else self.undo.leads_to
        return None if index is None else self.format.phases[index].key

    @property
    def call_anew(self) -> int | None:
        """The call of this case, once it is left and nobody presents the case nor has: the group may be asked again."""
        left = 0 <= self.called_in < self.phase_index and not self.leaders_alone
        return self.called_in if left and self.presenter is None and self.case not in self.presented else None

    def clock(self, now: int) -> int:
        """What the phase's clock shows at `now`: it stands still while anything holds it."""
        return now if self.stopped_at is None else self.stopped_at

    def circle_of(self, seat: SeatId) -> Circle:
        return Circle.OUTER if seat in self.outer else Circle.INNER

    def away(self, seat: SeatId) -> bool:
        """Whether this seat's link was lost."""
        return self.seats[seat].lost_at is not None

    def free_at(self, seat: SeatId) -> int | None:
        """From when on the other leaders may free a leader's seat; None while the leader is there."""
        missed_at = self.seats[seat].missed_at
        return None if missed_at is None else missed_at + self.format.grace.leader_ms

    @property
    def led(self) -> bool:
        """Whether any leader is there; one who is out alone leads nobody."""
        return self.present_leader() is not None

    def present_leader(self) -> SeatId | None:
        """Who could lead: somebody not missed, nor out alone. Whoever is in the circle before one in the private room,
        then whoever has a page, a leader before a co-leader, by seat."""
        inside = self.inside
        there = [
            (s in inside, not one.page, one.role is not Role.LEADER, s)
            for s, one in self.seats.items()
            if one.leads and one.is_there and s not in self.aside
        ]
        return min(there)[-1] if there else None
