"""What a table of reach calls people: by what they are in the meeting at the moment, never by seat or name.

Everybody has one kind ("whoever has the turn") within one circle of people ("the inner circle"). A set of people is
said in such names; `Words.meaning` is the way back, so that a test can see that nothing was lost in saying it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from facilitation.format import Format
from facilitation.state import SessionState
from facilitation.vocabulary import Gate, Heard, Role, SeatId, Standing, Title

Seats = frozenset[SeatId]
OUTSIDE = "waiting, removed, left"
LEADERS, PRIVATE = "the leaders", "those in the private room"
ORDER = (
    LEADERS, "the presenter", "the cast", "the watchers", "the inner circle", "the outer circle", "the members",
    "the observer", PRIVATE, OUTSIDE,
)  # fmt: skip
"""The circles of people, as they stand in a table. Somebody may be a circle of their own."""
TURN, HAND = "whoever has the turn", "whoever has a hand up"
REST = {
    "the cast": "the rest of the cast",
    "the watchers": "the other watchers",
    "the inner circle": "the rest of the inner circle",
    "the outer circle": "the rest of the outer circle",
    "the members": "the other members",
}


class Named(NamedTuple):
    circle: str
    kind: str


def named(state: SessionState, seat: SeatId) -> Named:
    """The presenter, an observer and whoever is in the private room are always named apart from the others."""
    holder = state.seats[seat]
    if holder.standing is not Standing.SEATED:
        return Named(OUTSIDE, OUTSIDE)
    who = _who(state, seat)
    if seat in state.stepped_out:
        return Named(PRIVATE, f"{who} in the private room")
    if holder.leads:
        return Named(LEADERS, f"the whispering {who[4:]}" if seat in state.whispering else who)
    turn = state.turn is not None and state.turn.seat == seat
    if seat == state.presenter or holder.role is Role.OBSERVER:
        # Under a soft gate the turn makes no difference, and one who stands alone keeps the simpler name.
        return Named(who, f"{who} with the turn" if turn and state.gate is Gate.HARD else who)
    circle = _circle(state, seat)
    if turn:
        return Named(circle, TURN)
    return Named(circle, HAND if seat in state.hands else REST[circle])


def _who(state: SessionState, seat: SeatId) -> str:
    role = state.seats[seat].role
    if state.seats[seat].leads:
        return title(state.format, role)
    if seat == state.presenter:
        return "the presenter"
    return "the observer" if role is Role.OBSERVER else "the member"


def title(form: Format, role: Role) -> str:
    """What the format calls those who lead it."""
    words = form.titles.get(role, Title(role)).replace("co_", "co-")
    return f"the {words.replace('_', ' ')}"


def _circle(state: SessionState, seat: SeatId) -> str:
    if state.phase is not None and state.phase.heard is Heard.CAST:
        return "the cast" if seat in state.cast else "the watchers"
    if state.format.circles is not None:
        return "the outer circle" if seat in state.outer else "the inner circle"
    return "the members"


@dataclass(frozen=True)
class Words:
    """The names of one moment."""

    people: tuple[tuple[SeatId, Named], ...]
    """Everybody who sits."""

    @cached_property
    def kinds(self) -> dict[str, Seats]:
        return _groups((named.kind, seat) for seat, named in self.people)

    @cached_property
    def groups(self) -> dict[str, Seats]:
        """Whole circles, each before its parts."""
        circles = _groups((named.circle, seat) for seat, named in self.people)
        # One leader is named as such; so are presenter and observer, who are not a circle.
        several = {name: seats for name, seats in circles.items() if name in REST or len(seats) > 1}
        parts = {kind: ORDER.index(named.circle) for _, named in self.people for kind in [named.kind]}
        places = {**parts, **{circle: ORDER.index(circle) - 0.5 for circle in several}}
        return dict(sorted({**self.kinds, **several}.items(), key=lambda group: places[group[0]]))

    @cached_property
    def everyone(self) -> Seats:
        return frozenset(seat for seat, _ in self.people)

    def say(self, seats: Seats, *, listed: bool = False) -> str:
        """In the fewest names; "all but" where that is shorter, unless all are to be listed."""
        if seats == self.everyone:
            return "everyone"
        if not seats:
            return "nobody"
        these, others = self._cover(seats), self._cover(self.everyone - seats)
        if len(others) < len(these) and not listed:
            return f"all but {' and '.join(others)}"
        return ", ".join(these)

    def effort(self, seats: Seats) -> float:
        """What it costs to read: the names, and a little for "all but"."""
        said = self.say(seats)
        return len(said.replace(" and ", ", ").split(", ")) + said.startswith("all but ") / 2

    def can_say(self, seats: Seats) -> bool:
        """Whether these are whole kinds of people, who sit."""
        return seats <= self.everyone and seats == frozenset().union(*(self._alike[seat] for seat in seats))

    @cached_property
    def _alike(self) -> dict[SeatId, Seats]:
        return {seat: kind for kind in self.kinds.values() for seat in kind}

    def _cover(self, seats: Seats) -> list[str]:
        said, left = [], seats
        for name, group in self.groups.items():
            if group <= left:
                said.append(name)
                left = left - group
        return said

    def meaning(self, said: str) -> Seats:
        """Who was meant."""
        if said in ("everyone", "nobody"):
            return self.everyone if said == "everyone" else frozenset()
        but = said.removeprefix("all but ")
        meant = frozenset[SeatId]().union(*(self.groups[n] for n in but.replace(" and ", ", ").split(", ")))
        return self.everyone - meant if but != said else meant


def words_for(state: SessionState) -> Words:
    sitting = [seat for seat, holder in sorted(state.seats.items()) if holder.standing is Standing.SEATED]
    return Words(tuple((seat, named(state, seat)) for seat in sitting))


def _groups(named: Iterable[tuple[str, SeatId]]) -> dict[str, Seats]:
    groups: dict[str, set[SeatId]] = {}
    for name, seat in named:
        groups.setdefault(name, set()).add(seat)
    return {name: frozenset(seats) for name, seats in groups.items()}
