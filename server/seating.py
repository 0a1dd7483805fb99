"""Who sits where. The log knows seats, the people's table whose they are; a death between the two leaves a seat that is
nobody's, and this gives it to whoever comes next in that role.
"""

from __future__ import annotations

import structlog

from facilitation import commands as c
from facilitation.state import Seat
from facilitation.vocabulary import Code, Refused, Role, SeatId, Standing
from server.room import Room
from server.room.bulletin import Message
from server.store import Entry, NotSaved, Person, Store

log = structlog.get_logger()


async def go_in(store: Store, room: Room, person: Person, entry: Entry) -> tuple[SeatId, bool]:
    """To the seat that they have, or to one that is free; and whether another browser has lost the place by it. One at
    a time in a session. Raises Refused, NameTaken, LinkRefused, NotSaved, and then nothing of them has changed.
    Only where the disk does not take the seat back either it stays taken: one that is nobody's until somebody comes,
    their own until they do."""
    await store.may_go_in(person.person, entry)
    await vacate(store, room)
    there = has_place(room, person)
    seat = await _come_back(store, room, person) if person.seat else await _take_seat(store, room, person)
    try:
        return seat, await store.seat(person.person, seat, entry)
    except Exception:
        # The log has them by now, and nobody is to wait who was refused.
        if not there and not (await room.ask(c.Leave(), seat))["ok"]:
            log.warning("seat_not_vacated", room=room.session)
        raise


async def _come_back(store: Store, room: Room, person: Person) -> SeatId:
    seat = SeatId(person.seat or 0)
    nobodys = frozenset(await _unowned(store, room))
    raise_refusal(await room.ask(c.ComeBack(seat, await may_come_early(store, person), nobodys), None))
    return seat


async def _take_seat(store: Store, room: Room, person: Person) -> SeatId:
    role, early = Role(person.role), await may_come_early(store, person)
    unowned = await _unowned(store, room)
    nobodys, free = frozenset(unowned), [seat for seat in unowned if _waits_for(room, seat, role)]
    if free:
        raise_refusal(await room.ask(c.ComeBack(free[0], early, nobodys), None))
        return free[0]
    before = set(room.state.seats)
    raise_refusal(await room.ask(c.TakeSeat(role, early, nobodys), None))
    return next(iter(room.state.seats.keys() - before))


async def may_come_early(store: Store, person: Person) -> bool:
    """Whether a leader has let those who come by a link of their own talk with one another before one is there."""
    row = await store.session(person.session) if person.member is not None else None
    return row is not None and row.early


async def vacate(store: Store, room: Room) -> None:
    """Nobody sits, or waits to be admitted, in a seat that is nobody's."""
    for seat in await _unowned(store, room):
        if is_placed(room.state.seats[seat]):
            await room.ask(c.Leave(), seat)


async def _unowned(store: Store, room: Room) -> list[SeatId]:
    owned = await store.seats(room.session)
    return [seat for seat in room.state.seats if seat not in owned]


def _waits_for(room: Room, seat: SeatId, role: Role) -> bool:
    """A seat that a leader has removed is not given to anybody."""
    holder = room.state.seats[seat]
    return holder.role is role and holder.standing is Standing.LEFT


def is_placed(holder: Seat) -> bool:
    """Whether its person sits in the circle, or waits to be admitted."""
    return holder.standing in (Standing.WAITING, Standing.SEATED)


def has_place(room: Room, person: Person) -> bool:
    holder = room.state.seats.get(SeatId(person.seat or 0))
    return holder is not None and is_placed(holder)


def raise_refusal(answer: Message) -> None:
    """Raises Refused; NotSaved for what is no fault of whoever asked: a full disk, a server that goes down."""
    if not answer["ok"]:
        code = str(answer["code"])
        if code not in set(Code):
            raise NotSaved(code)
        raise Refused(Code(code), str(answer.get("detail", "")))
