"""What people see of a session: their open pages, the names, and what each page is sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from facilitation.audience import Audience, audience_of, view
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, Keeping, SeatId, Standing
from server import wire
from server.bulletin import Bulletin, Message
from server.clock import SessionClock
from server.looks import Looks
from server.room.faces import Outlet
from server.room.slots import Slots


class Outlets:
    """The newest page of each seat. Names are kept here and nowhere else in a room."""

    def __init__(self, epoch: str, clock: SessionClock) -> None:
        """`epoch` names this run of the room."""
        self.people: Mapping[int, str] = {}
        """Seat → name."""
        self.plates: Mapping[int, str] = {}
        """Part → text."""
        self.earlier: Mapping[int, int] = {}
        """Seat → cases presented in earlier meetings of the group; empty where the session is no group's."""
        self.awaited: Sequence[str] = ()
        """The names of whoever of the group is invited and has not come yet."""
        self.notes = ""
        """What a leader's browser knows this session by, for the notes that stay there."""
        self.keeping = Keeping.NOTHING
        """What is kept of the session; everyone sees it all the time."""
        self.together = False
        """With what is kept of the group's other meetings; everyone sees that, too."""
        self._slots: Slots | None = None
        self._clock = clock
        self._bulletin = Bulletin(epoch)
        self.looks: dict[SeatId, Looks] = {}
        """What each page says it shows; none of a page that has not said it."""
        self._by_seat: dict[SeatId, Outlet] = {}
        self._audiences: dict[SeatId, Audience] = {}
        """Of each seat with a page, as of the state it was told last."""
        self._told: dict[SeatId, Message] = {}
        """The names and plates that each seat's page was sent last: what one may not know of leaves no trace."""
        self._shown_at_ms: dict[SeatId, int] = {}

    @property
    def by_seat(self) -> Mapping[SeatId, Outlet]:
        return self._by_seat

    def claim(self, seat: SeatId, shown_at_ms: int | None) -> bool:
        """A page that was shown at that session time (None: it does not say) asks to speak for its person's seat.

        False if one that was shown later has asked: a page left behind, whose link comes back, must not take over.
        """
        if shown_at_ms is None:
            return True
        shown_at_ms = min(shown_at_ms, self._clock.now())  # nobody locks the seat for pages yet to come
        if shown_at_ms < self._shown_at_ms.get(seat, 0):
            return False
        self._shown_at_ms[seat] = shown_at_ms
        return True

    def enter(self, seat: SeatId, outlet: Outlet, state: SessionState) -> None:
        """This page, which is told what its person may know of `state`, now speaks for the seat; an older page of the
        same person is told so and closed."""
        if (older := self._by_seat.get(seat)) is not None and older is not outlet:
            _turn_out(older)
            self.looks.pop(seat, None)
        self._by_seat[seat] = outlet
        self._audiences[seat] = audience_of(state, seat)
        self._told[seat] = self.known_to(state, seat)

    def replace(self, seat: SeatId) -> None:
        """The page of this seat is told that another has its place, and is closed; none that was shown before now may
        speak for it again."""
        self._shown_at_ms[seat] = self._clock.now()
        if (older := self._by_seat.get(seat)) is not None:
            _turn_out(older)

    def exit(self, seat: SeatId, outlet: Outlet) -> bool:
        """False if a newer page speaks for the seat."""
        if self._by_seat.get(seat) is not outlet:
            return False
        del self._by_seat[seat]
        self.looks.pop(seat, None)
        return True

    def look(self, seat: SeatId, outlet: Outlet, looks: Looks) -> None:
        """No effect on a seat that a newer page speaks for."""
        if self._by_seat.get(seat) is outlet:
            self.looks[seat] = looks

    def close(self) -> None:
        for outlet in self._by_seat.values():
            outlet.close()
        self._by_seat.clear()

    # --- what a page is sent ---

    def snapshot(self, state: SessionState, seat: SeatId) -> Message:
        """Everything this seat may know now, with names; see docs/protocol.md."""
        audience = audience_of(state, seat)
        holder = state.seats[seat]
        notes = {"notes": self.notes} if holder.leads and holder.sits else {}
        together = {"together": True} if self.together else {}
        return {
            "protocol": wire.PROTOCOL,
            "epoch": self._bulletin.epoch,
            "audience": audience,
            "seq": self._bulletin.seq(audience),
            "now": self._clock.now(),
            "you": {"seat": seat, "role": holder.role, "standing": holder.standing},
            "keeping": self.keeping,
            **together,
            "view": view(state, audience),
            **self.known_to(state, seat),
            "slots": self._named_slots() if holder.sits else None,
            **notes,
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
        for seat, outlet in list(self._by_seat.items()):
            was = self._audiences[seat]
            if regrouped and (now := audience_of(after, seat)) is not was:
                self._audiences[seat] = now
                outlet.send("snapshot", self.snapshot(after, seat))
                self._told[seat] = self.known_to(after, seat)
            elif was in told:
                outlet.send("news", told[was])
        known = seated and _seats_known(before) != _seats_known(after)
        if known or (before.cast is not after.cast and _parts(before) != _parts(after)):
            self.send_people(after)

    def forget_people(self) -> None:
        self.people, self.plates, self.earlier, self.awaited = {}, {}, {}, ()

    def send_people(self, state: SessionState) -> None:
        for seat, outlet in self._by_seat.items():
            if (message := self.known_to(state, seat)) != self._told.get(seat):
                outlet.send("people", message)
                self._told[seat] = message

    def known_to(self, state: SessionState, seat: SeatId) -> Message:
        """What this seat may know of people: a `people` message, and part of each snapshot."""
        known: Message = {"people": self._people_for(state, seat), "plates": self._plates_for(state, seat)}
        own = state.seats.get(seat)
        if own is None or not (own.leads and own.sits):
            return known
        if self.earlier:
            known["earlier"] = {str(other): times for other, times in sorted(self.earlier.items())}
        if self.awaited:
            known["awaited"] = list(self.awaited)
        return known

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
        for seat, outlet in self._by_seat.items():
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


def _turn_out(page: Outlet) -> None:
    page.send("replaced", {})
    page.close()


def _parts(state: SessionState) -> frozenset[int]:
    return frozenset(part.number for part in state.cast.values())


def _seats_known(state: SessionState) -> dict[SeatId, Standing]:
    return {seat: holder.standing for seat, holder in state.seats.items()}
