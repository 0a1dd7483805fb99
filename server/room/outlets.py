"""What people see of a session: their open pages, the names, and what each page is sent.

A desk on a second screen is a page beside the one in the room: it is sent the same, and is nobody's presence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from facilitation.audience import audience_of, view
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, Keeping, SeatId, Standing
from server import wire
from server.clock import SessionClock
from server.facts.looks import Looks
from server.room.bulletin import Bulletin, Message
from server.room.faces import Outlet
from server.room.newest import Newest, Told
from server.room.slots import Slots
from server.store import Expected

NOBODY = Expected()


class Outlets:
    """The newest page of each seat, and its second desk. Names are kept here and nowhere else in a room."""

    def __init__(self, epoch: str, clock: SessionClock) -> None:
        """`epoch` names this run of the room."""
        self.people: Mapping[int, str] = {}
        """Seat → name."""
        self.plates: Mapping[int, str] = {}
        """Part → text."""
        self.earlier: Mapping[int, int] = {}
        """Seat → cases presented in earlier meetings of the group; empty where the session is no group's."""
        self.expected = NOBODY
        """Who of the group is invited and has not come yet."""
        self.notes = ""
        """What a leader's browser knows this session by, for the notes that stay there."""
        self.keeping = Keeping.NOTHING
        """What is kept of the session; everyone sees it all the time."""
        self.together = False
        """With what is kept of the group's other meetings; everyone sees that, too."""
        self.rehearsal: float | None = None
        """How many times as fast as real time its phases run; None: it is no rehearsal. Everyone sees that."""
        self._slots: Slots | None = None
        self._clock = clock
        self._bulletin = Bulletin(epoch)
        self.looks: dict[SeatId, Looks] = {}
        """What each page says it shows; none of a page that has not said it."""
        self._pages, self._desks = Newest(clock), Newest(clock)
        self._lent: set[SeatId] = set()
        """Whose desk another device may open, whether it is open there now or not."""
        self._when_removed: dict[SeatId, Callable[[], None]] = {}

    @property
    def by_seat(self) -> Mapping[SeatId, Outlet]:
        return self._pages.by_seat

    @property
    def desks(self) -> Mapping[SeatId, Outlet]:
        return self._desks.by_seat

    def claim(self, seat: SeatId, shown_at_ms: int | None, desk: bool = False) -> bool:
        """As `Newest.claim`. A desk never has the place of a page in the room, nor the other way about."""
        return (self._desks if desk else self._pages).claim(seat, shown_at_ms)

    def enter(self, seat: SeatId, outlet: Outlet, state: SessionState, desk: bool = False) -> None:
        """This page, which is told what its person may know of `state`, now speaks for the seat; an older page of the
        same person is told so and closed."""
        told = Told(audience_of(state, seat), self.known_to(state, seat))
        if desk:
            self._desks.enter(seat, outlet, told)
            self._tell_desk(seat)
        elif self._pages.enter(seat, outlet, told):
            self.looks.pop(seat, None)

    def replace(self, seat: SeatId) -> None:
        """The pages of this seat are told that another browser has its place, and are closed; none that was shown
        before now may speak for it again."""
        self._pages.replace(seat)
        self.close_desk(seat)

    def exit(self, seat: SeatId, outlet: Outlet) -> bool:
        """False if a newer page speaks for the seat, or this was a desk."""
        if self._desks.exit(seat, outlet):
            self._tell_desk(seat)
        if not self._pages.exit(seat, outlet):
            return False
        self.looks.pop(seat, None)
        return True

    def look(self, seat: SeatId, outlet: Outlet, looks: Looks) -> None:
        """No effect on a seat that a newer page speaks for."""
        if self.by_seat.get(seat) is outlet:
            self.looks[seat] = looks

    def lend_desk(self, seat: SeatId, lent: bool) -> None:
        """Whether another device may open the desk of this seat."""
        if lent != (seat in self._lent):
            (self._lent.add if lent else self._lent.discard)(seat)
            self._tell_desk(seat)

    def when_removed(self, seat: SeatId, act: Callable[[], None]) -> None:
        """Called once, when whoever has the seat is removed."""
        self._when_removed[seat] = act

    def close_desk(self, seat: SeatId) -> None:
        """Wherever it is open on a second screen; it may be opened anew."""
        had = self.has_desk(seat)
        self._desks.replace(seat)
        if (outlet := self.desks.get(seat)) is not None:
            self._desks.exit(seat, outlet)
        self._lent.discard(seat)
        if had:  # whoever leads nothing is told nothing of desks
            self._tell_desk(seat)

    def has_desk(self, seat: SeatId) -> bool:
        """Whether the desk of this seat is open on a second screen, or may be."""
        return seat in self.desks or seat in self._lent

    def _tell_desk(self, seat: SeatId) -> None:
        if (page := self.by_seat.get(seat)) is not None:
            page.send("desk", {"open": self.has_desk(seat)})

    def close(self) -> None:
        self._pages.close()
        self._desks.close()

    def _all(self) -> Iterator[tuple[SeatId, Outlet, Told]]:
        for newest in (self._pages, self._desks):
            for seat, outlet in list(newest.by_seat.items()):
                yield seat, outlet, newest.told[seat]

    # --- what a page is sent ---

    def snapshot(self, state: SessionState, seat: SeatId) -> Message:
        """Everything this seat may know now, with names; see docs/protocol.md."""
        audience = audience_of(state, seat)
        holder = state.seats[seat]
        notes = {"notes": self.notes} if holder.leads and holder.sits else {}
        together = {"together": True} if self.together else {}
        rehearsal = {} if self.rehearsal is None else {"rehearsal": self.rehearsal}
        desk = {"desk": True} if self.has_desk(seat) else {}
        return {
            "protocol": wire.PROTOCOL,
            "epoch": self._bulletin.epoch,
            "audience": audience,
            "seq": self._bulletin.seq(audience),
            "now": self._clock.now(),
            "you": {"seat": seat, "role": holder.role, "standing": holder.standing},
            "keeping": self.keeping,
            **together,
            **rehearsal,
            "view": view(state, audience),
            **self.known_to(state, seat),
            "slots": self._named_slots() if holder.sits else None,
            **notes,
            **desk,
        }

    def missed(
        self, state: SessionState, seat: SeatId, epoch: object, audience: object, seq: object
    ) -> list[Message] | None:
        """The news this seat's page lacks; None: it needs a snapshot."""
        own = audience_of(state, seat)
        return self._bulletin.since(epoch, own, seq) if audience == own else None

    def announce(self, before: SessionState, after: SessionState) -> None:
        told = self._bulletin.announce(before, after, self._clock.now())
        seated = before.seats is not after.seats
        regrouped = seated or before.private is not after.private or before.presenter != after.presenter
        for seat, outlet, was in self._all():
            if regrouped and (now := audience_of(after, seat)) is not was.audience:
                was.audience = now
                outlet.send("snapshot", self.snapshot(after, seat))
                was.known = self.known_to(after, seat)
            elif was.audience in told:
                outlet.send("news", told[was.audience])
            if seated and after.seats[seat].standing is Standing.REMOVED and self._desks.exit(seat, outlet):
                outlet.close()
        if seated:
            self._take_back(after)
        known = seated and _seats_known(before) != _seats_known(after)
        if known or (before.cast is not after.cast and _parts(before) != _parts(after)):
            self.send_people(after)

    def _take_back(self, after: SessionState) -> None:
        """Of whoever is removed, whether the desk was open elsewhere, might have been, or was only offered."""
        for seat in [one for one in self._when_removed if after.seats[one].standing is Standing.REMOVED]:
            self._when_removed.pop(seat)()
            self.lend_desk(seat, False)

    def forget_people(self) -> None:
        self.people, self.plates, self.earlier, self.expected = {}, {}, {}, NOBODY

    def send_people(self, state: SessionState) -> None:
        for seat, outlet, told in self._all():
            if (message := self.known_to(state, seat)) != told.known:
                outlet.send("people", message)
                told.known = message

    def known_to(self, state: SessionState, seat: SeatId) -> Message:
        """What this seat may know of people: a `people` message, and part of each snapshot."""
        known: Message = {"people": self._people_for(state, seat), "plates": self._plates_for(state, seat)}
        own = state.seats.get(seat)
        if own is None or not (own.leads and own.sits):
            return known
        if self.earlier:
            known["earlier"] = {str(other): times for other, times in sorted(self.earlier.items())}
        return known | {kind: list(names) for kind, names in self.expected._asdict().items() if names}

    def _people_for(self, state: SessionState, seat: SeatId) -> dict[str, str]:
        """The names of those this seat may know of: the circle's; leaders also know who waits."""
        own = state.seats.get(seat)
        if own is None or own.standing is not Standing.SEATED:
            return {str(seat): name} if own and (name := self.people.get(seat)) else {}
        leads = own.role in LEADING
        return {
            str(other): name
            for other, name in self.people.items()
            if (known := state.seats.get(SeatId(other))) and (leads or known.standing is Standing.SEATED)
        }

    def show_slots(self, slots: Slots, state: SessionState) -> None:
        """Which seat's sound and picture each slot carries from now on, to those who sit in the circle."""
        self._slots = slots
        for seat, outlet, _ in self._all():
            if state.seats[seat].sits:
                outlet.send("slots", {"slots": self._named_slots()})

    def _named_slots(self) -> dict[str, int] | None:
        """None where a seat is its slot."""
        return (
            None if self._slots is None else {str(seat): slot for seat, slot in sorted(self._slots.items())}
        )

    def _plates_for(self, state: SessionState, seat: SeatId) -> dict[str, str]:
        """Those of the parts that are played now, for whoever sees the circle."""
        own = state.seats.get(seat)
        if own is None or own.standing is not Standing.SEATED:
            return {}
        return {str(part): self.plates[part] for part in sorted(_parts(state)) if part in self.plates}


def _parts(state: SessionState) -> frozenset[int]:
    return frozenset(part.number for part in state.cast.values())


def _seats_known(state: SessionState) -> dict[SeatId, Standing]:
    return {seat: holder.standing for seat, holder in state.seats.items()}
