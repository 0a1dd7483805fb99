"""The course of a session, from its log: the phases that were held, and in each moment whom the circle could hear.

Speech that the server did not forward was not said in the circle: a presenter's who is back, a whisper, an outer
circle's. So it is counted for nothing, however loud it was where it was said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from facilitation import events as e
from facilitation.evolution import evolve
from facilitation.format import Format, Phase
from facilitation.reach import aloud, in_circle
from facilitation.state import SessionState
from facilitation.talk import Span, inside, joined
from facilitation.vocabulary import LEADING, Hold, Intervention, Role, SeatId, Stage

UNMEASURED = 0
"""In the place of a seat, where speech is kept: nobody knows who spoke then."""


class Speaker(StrEnum):
    """As what somebody speaks."""

    LEADER = "leader"
    PRESENTER = "presenter"
    MEMBER = "member"


class Stretch(NamedTuple):
    """A stretch of session time in which nothing changed about who may be heard."""

    start_ms: int
    end_ms: int
    entry: int
    paused: bool
    """By a leader, or since no leader was there."""
    alone: bool
    """The leaders were among themselves."""
    aloud: frozenset[SeatId]
    presenter: SeatId | None
    back: SeatId | None
    """The presenter, while the push back stands."""
    undone: bool = False
    """It was of a step that was undone."""
    unmeasured: bool = False
    """Nobody knows who spoke in it."""

    @property
    def span(self) -> Span:
        return self.start_ms, self.end_ms

    @property
    def at_work(self) -> bool:
        return not self.paused and not self.alone

    @property
    def measured(self) -> bool:
        """The group was at work, and it is known who spoke."""
        return self.at_work and not self.unmeasured

    @property
    def sat_back(self) -> SeatId | None:
        """Who was pushed back while the group was at work. A step that was undone was none."""
        return self.back if self.measured and not self.undone else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a phase."""

    phase: Phase
    case: int
    stepped_back: bool
    """Returned to, and not gone on to."""
    span: Span
    happened: Mapping[type[e.Event], int]
    """How often what happened in it; of recalls, those by leaders."""
    marked: tuple[Intervention, ...]
    """What leaders noted in it."""


@dataclass(frozen=True, slots=True)
class Course:
    entries: Mapping[int, Entry]
    """By number, from 1."""
    stretches: tuple[Stretch, ...]
    """In order, without a hole, from the first phase on."""
    roles: Mapping[SeatId, Role]
    """Of whoever was in the circle while the group was at work."""
    presented: Mapping[int, SeatId]
    """By case."""
    ended: bool

    def at(self, ms: int) -> Stretch:
        """The stretch of that moment, which must lie in the session."""
        return self.stretches[bisect_right(self.stretches, ms, key=lambda one: one.start_ms) - 1]

    def speaker(self, seat: int, ms: int) -> Speaker:
        if self.roles[SeatId(seat)] in LEADING:
            return Speaker.LEADER
        return Speaker.PRESENTER if seat == self.at(ms).presenter else Speaker.MEMBER

    def windows(self, entry: int | None = None) -> list[Span]:
        """When the group was at work, in all or in one entry."""
        return joined(one.span for one in self.stretches if one.measured and entry in (None, one.entry))

    def heard(self, seat: SeatId) -> list[Span]:
        """When this seat could be heard by all, one span for each stretch."""
        return [one.span for one in self.stretches if one.measured and seat in one.aloud]

    def back(self, seat: SeatId) -> list[Span]:
        """When this seat was pushed back, one span for each stretch."""
        return [one.span for one in self.stretches if one.sat_back == seat]

    def times_back(self, entry: int) -> int:
        """How often a presenter was, or came to be, pushed back in this entry."""
        sat = [one.back for one in self.stretches if one.entry == entry and not one.undone]
        return sum(now is not None and now != before for before, now in pairwise([None, *sat]))


def course(
    form: Format, events: Iterable[e.Event], reached_ms: int = 0, unmeasured: Sequence[Span] = ()
) -> Course:
    """`reached_ms` is the session time that was reached, where the log ends without an end: the server was killed.
    `unmeasured`: when nobody knows who spoke; sorted, and none overlaps another."""
    state, walk = SessionState(form), _Walk()
    for event in events:
        walk.go(state, event.at)
        state = evolve(state, event)
        walk.note(state, event)
    ended = state.stage is Stage.ENDED
    if not ended:
        walk.go(state, max(state.at, reached_ms))
    ends = {one.entry: one.end_ms for one in walk.stretches}
    entries = {
        number: Entry(
            form.phases[entered.phase],
            entered.case,
            entered.back,
            (entered.at, ends.get(number, entered.at)),
            walk.happened[number],
            walk.marked[number],
        )
        for number, entered in walk.entered.items()
    }
    stretches = [piece for one in walk.stretches for piece in _pieces(one, unmeasured)]
    return Course(entries, tuple(stretches), walk.roles, state.presented, ended)


def _pieces(stretch: Stretch, unmeasured: Sequence[Span]) -> Iterator[Stretch]:
    """Those of which nobody knows who spoke, and the others."""
    inner = [edge for span in inside(unmeasured, [stretch.span]) for edge in span]
    for start, end in pairwise(sorted({*stretch.span, *inner})):
        lies = any(opens <= start < closes for opens, closes in unmeasured)
        yield stretch._replace(start_ms=start, end_ms=end, unmeasured=lies)


class _Walk:
    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.entered: dict[int, e.PhaseEntered] = {}
        self.happened: dict[int, Counter[type[e.Event]]] = {0: Counter()}
        self.marked: dict[int, tuple[Intervention, ...]] = {}
        self.roles: dict[SeatId, Role] = {}
        self._at = 0
        self._entry = self._before = 0
        """As it is counted here: a step that was undone was none."""

    def go(self, state: SessionState, until: int) -> None:
        """What was so until then."""
        since, self._at = self._at, until
        if state.stage is not Stage.RUNNING or since == until:
            return
        now = Stretch(
            since,
            until,
            self._entry,
            paused=bool(state.holds.keys() & {Hold.PAUSE, Hold.NO_LEADER}),
            alone=state.leaders_alone,
            aloud=aloud(state),
            presenter=state.presenter,
            back=state.pushed_back,
        )
        if now.measured:
            self.roles |= {seat: state.seats[seat].role for seat in in_circle(state)}
        last = self.stretches[-1] if self.stretches else None
        if last is not None and last[2:] == now[2:]:
            self.stretches[-1] = last._replace(end_ms=until)
        else:
            self.stretches.append(now)

    def note(self, state: SessionState, event: e.Event) -> None:
        """What has just happened; `state` is as it is since."""
        if isinstance(event, e.PhaseEntered):
            self._before, self._entry = self._entry, event.entry
            self.entered[event.entry] = event
            self.happened[event.entry] = Counter()
        elif isinstance(event, e.StepUndone):
            self._as_if_not_left()
        if not (isinstance(event, e.PresenterRecalled) and event.alone):  # no leader did that
            self.happened[self._entry][type(event)] += 1
        self.marked[self._entry] = state.marks

    def _as_if_not_left(self) -> None:
        """What came in between belongs to the phase that goes on."""
        undone, self._entry = self._entry, self._before
        del self.entered[undone]
        self.happened[self._entry] += self.happened.pop(undone)
        del self.marked[undone]
        self.stretches = [
            one._replace(entry=self._entry, undone=True) if one.entry == undone else one
            for one in self.stretches
        ]
