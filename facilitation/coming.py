"""Coming and going: seats are taken, people admitted and removed, links reported, the session ended."""

from __future__ import annotations

from facilitation import commands as c
from facilitation import events as e
from facilitation.soundness import LEADERS_MOST
from facilitation.state import Seat, SessionState
from facilitation.vocabulary import LEADING, Code, Link, Refused, Role, SeatId, Stage, Standing


def take_seat(state: SessionState, command: c.TakeSeat, now: int) -> list[e.Event]:
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    if command.role not in state.format.roles:
        raise Refused(Code.NOT_ALLOWED, f"this format knows no {command.role}")
    seat = SeatId(len(state.seats) + 1)
    # Without a leader no session begins: the last seat is kept until one has come.
    kept = 0 if command.role in LEADING or _led(state, command.nobodys) else 1
    if seat > state.format.seats - kept:
        raise Refused(Code.SESSION_FULL, f"{state.format.seats} seats")
    return [e.SeatTaken(now, seat, command.role, _standing(state, command.role, command))]


def come_back(state: SessionState, command: c.ComeBack, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if state.stage is Stage.ENDED:
        raise Refused(Code.SESSION_ENDED)
    if holder.standing is Standing.REMOVED:
        raise Refused(Code.NOT_ALLOWED, "removed from this session")
    if holder.standing is not Standing.LEFT:
        return []
    return [e.SeatTaken(now, command.seat, holder.role, _standing(state, holder.role, command))]


def _standing(state: SessionState, role: Role, command: c.TakeSeat | c.ComeBack) -> Standing:
    """Leaders sit down at once, and members who may come before them, until a leader has come. Where voices must share
    the slots a place is kept for so many leaders, and no more."""
    if role not in LEADING:
        early = command.early and role is Role.MEMBER
        first = early and _nobody_keeps_the_door(state, command.nobodys)
        return Standing.SEATED if first else Standing.WAITING
    leading = sum(holder.leads and holder.sits for holder in state.seats.values())
    if state.format.circles and leading >= LEADERS_MOST:
        raise Refused(Code.SESSION_FULL, f"{LEADERS_MOST} leaders")
    return Standing.SEATED


def _nobody_keeps_the_door(state: SessionState, nobodys: frozenset[SeatId]) -> bool:
    """Before the beginning, until the first leader has come. Of two circles the outer one, in which everybody begins,
    hears nothing of itself: nobody could talk there."""
    return state.stage is Stage.GATHERING and not _led(state, nobodys) and not state.format.circles


def _led(state: SessionState, nobodys: frozenset[SeatId]) -> bool:
    """Whether one has come who leads; whoever was refused as they came has not."""
    return any(one.leads for seat, one in state.seats.items() if seat not in nobodys)


def report_link(state: SessionState, command: c.ReportLink, now: int) -> list[e.Event]:
    holder = _reported(state, command.seat)
    if holder is None or (holder.link is Link.UP) == command.up:
        return []
    return [(e.LinkRestored if command.up else e.LinkLost)(now, command.seat)]


def report_page(state: SessionState, command: c.ReportPage, now: int) -> list[e.Event]:
    """Only of leaders: they may be there and silent. Whoever is to speak is there when they can be heard."""
    holder = _reported(state, command.seat)
    if holder is None or not holder.leads or holder.page == command.open:
        return []
    return [(e.PageOpened if command.open else e.PageClosed)(now, command.seat)]


def _reported(state: SessionState, seat: SeatId) -> Seat | None:
    """Whose seat it is, unless it no longer matters whether they are there."""
    holder = state.seats.get(seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {seat}")
    gone = holder.standing in (Standing.LEFT, Standing.REMOVED)
    return None if state.stage is Stage.ENDED or gone else holder


def admit(state: SessionState, command: c.Admit, actor: SeatId, now: int) -> list[e.Event]:
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if holder.standing is Standing.SEATED:
        return []
    if holder.standing is not Standing.WAITING:
        raise Refused(Code.NOT_WAITING, f"seat {command.seat}")
    return [e.SeatAdmitted(now, command.seat)]


def remove(state: SessionState, command: c.Remove, actor: SeatId, now: int) -> list[e.Event]:
    """A leader is not removed; of one who has been missed for the leaders' grace the seat is freed, and they may come
    back to it. Within the grace it may be a reload."""
    holder = state.seats.get(command.seat)
    if holder is None:
        raise Refused(Code.NO_SUCH_SEAT, f"seat {command.seat}")
    if command.seat == actor:
        raise Refused(Code.NOT_ALLOWED, "to go, leave")
    if command.waiting and holder.standing is Standing.SEATED:
        raise Refused(Code.CONFLICT, f"seat {command.seat} was let in")
    if holder.role is Role.LEADER:
        if not holder.sits:
            return []
        if (free_at := state.free_at(command.seat)) is None or now < free_at:
            raise Refused(Code.NOT_MISSED, f"seat {command.seat}")
        return [e.SeatLeft(now, command.seat)]
    return [] if holder.standing is Standing.REMOVED else [e.SeatRemoved(now, command.seat)]


def leave(state: SessionState, command: c.Leave, actor: SeatId, now: int) -> list[e.Event]:
    return [e.SeatLeft(now, actor)]


def end(state: SessionState, command: c.End, actor: SeatId, now: int) -> list[e.Event]:
    return [e.SessionEnded(now)]


def has_way_in(state: SessionState, seat: SeatId) -> bool:
    """Whether this seat leads into a session that goes on. Once it is the leaders' alone, nobody else comes to it who
    has left or waits."""
    holder = state.seats.get(seat)
    if holder is None or holder.standing is Standing.REMOVED or state.stage is Stage.ENDED:
        return False
    return holder.leads or holder.sits or not state.leaders_alone


def may_rename(state: SessionState, actor: SeatId, seat: SeatId) -> None:
    """Raises Refused unless a leader would call somebody in the circle, or who waits, by another name. The name is not
    here."""
    if not state.seated(actor).leads:
        raise Refused(Code.NOT_ALLOWED, "only leaders may")
    holder = state.seats.get(seat)
    if holder is None or holder.standing not in (Standing.SEATED, Standing.WAITING):
        raise Refused(Code.NOT_SEATED, f"seat {seat}")
