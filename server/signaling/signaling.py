"""What pages say: who they are (the cookie), hello, commands. Each is answered, and nothing a client sends raises.

Events of one client are taken in order.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any, NamedTuple, Protocol

import structlog
from aiohttp import web

from facilitation import commands as c
from facilitation.vocabulary import LEADING, SeatId, Standing
from server import wire
from server.desks import DESK_COOKIE
from server.facts.looks import looks_in
from server.room import Room
from server.room.bulletin import Message
from server.signaling.connections import Connections
from server.signaling.guard import Guard
from server.signaling.page import Page
from server.store import Person

log = structlog.get_logger()

SOCKETS_MOST = 8
"""Of one person at a time, pages and second desks each; the oldest gives way. A link that flaps leaves some behind for
a few seconds."""
STOP_S = 1.0
COOKIE = "restarea"


class Desks(Protocol):
    """The devices to which a leader has lent the desk; `server.desks` provides it."""

    async def person(self, cookie: str) -> Person | None: ...
    def knows(self, cookie: str) -> bool: ...
    def lent(self, person: str) -> bool: ...


class House(Protocol):
    """Finds people and rooms; `server.house` provides it."""

    draining: bool

    @property
    def desks(self) -> Desks: ...

    async def person(self, cookie: str, settled: bool = False) -> Person | None: ...
    async def room(self, session: str) -> Room | None: ...


class _By(NamedTuple):
    """A cookie: of a device that a desk was lent to, or of the browser that has the place."""

    cookie: str
    lent: bool


class Signaling:
    """Attach it to the aiohttp application with `attach`."""

    def __init__(self, house: House, origins: list[str] | None) -> None:
        """`origins`: the allowed ones; None allows the page's own only."""
        self._house = house
        self._pages: dict[str, Page] = {}
        self._people: dict[str, Person] = {}
        self._desks: dict[str, _By] = {}
        """Of connections that are a second desk's: what opened it."""
        self.connections = Connections(origins)
        self.guard = Guard(self.connections, lambda: self._people)
        self.connections.on("connect", self._connect)
        self.connections.on("disconnect", self._disconnect)
        self.connections.on("hello", self._hello)
        self.connections.on("command", self._command)
        self.connections.on("looks", self._looks)
        self.connections.on("*", self._unknown)

    def attach(self, app: web.Application) -> None:
        self.connections.attach(app)
        self.guard.attach(app)

    async def drain(self) -> None:
        """Tells every page that the server goes down for a moment."""
        await self.connections.send_all("draining", {})

    async def stop(self) -> None:
        """Ends every connection, after what was on its way to it. Close the rooms first."""
        if writers := [page.writer for page in self._pages.values()]:
            await asyncio.wait(writers, timeout=STOP_S)
        for connection in self.connections.all():
            await self.connections.cut(connection)

    # --- coming and going ---

    async def _connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> bool:
        request = environ.get("aiohttp.request")
        if request is None or self._house.draining:
            return False
        desk = isinstance(auth, dict) and auth.get("desk") is True
        try:
            person, by = await self._asker(request, desk)
        except Exception as error:
            log.error("connect_failed", reason=type(error).__name__)
            return False
        connection = self.connections.of(sid)  # it may have ended while the store was asked
        if (
            person is None
            or person.seat is None
            or (desk and person.role not in LEADING)
            or connection is None
            or not self.connections.is_open(connection)
        ):
            return False
        own = [
            other
            for other, known in self._people.items()
            if known.person == person.person and (other in self._desks) == desk
        ]
        self._people[sid] = replace(person, name="")  # names are the room's to keep
        if desk:
            self._desks[sid] = by
        for older in own[: max(0, len(own) + 1 - SOCKETS_MOST)]:
            if (former := self.connections.of(older)) is not None:
                await self.connections.cut(former)
        return True

    async def _asker(self, request: web.Request, desk: bool) -> tuple[Person | None, _By]:
        """Whose page this is, and by which cookie; that of a device that was lent a desk opens only this."""
        cookie, lent = request.cookies.get(COOKIE, ""), request.cookies.get(DESK_COOKIE)
        if desk and lent and (person := await self._house.desks.person(lent)) is not None:
            return person, _By(lent, lent=True)
        return (await self._house.person(cookie, settled=desk) if cookie else None), _By(cookie, lent=False)

    async def _opens(self, by: _By, person: Person) -> bool:
        """Whether a desk may still be this person's: meanwhile it may have been taken back, or the place have moved."""
        if by.lent:
            return self._house.desks.knows(by.cookie)
        now = await self._house.person(by.cookie, settled=True)
        return now is not None and now.person == person.person

    async def _disconnect(self, sid: str, reason: object = None) -> None:
        self._people.pop(sid, None)
        self._desks.pop(sid, None)
        page = self._pages.pop(sid, None)
        if page:
            page.room.exit(page.seat, page)
            page.stop()

    # --- what pages say ---

    async def _hello(self, sid: str, message: object = None) -> Message:
        try:
            return await self._greet(sid, message)
        except Exception as error:
            log.error("hello_failed", reason=type(error).__name__)
            return _refusal("no_session")

    async def _greet(self, sid: str, message: object) -> Message:
        person = self._people.get(sid)
        if person is None or person.seat is None:
            return _refusal("no_session")
        if not isinstance(message, dict) or message.get("protocol") != wire.PROTOCOL:
            return _refusal("protocol", f"this server speaks {wire.PROTOCOL}")
        by, seat = self._desks.get(sid), SeatId(person.seat)
        if by is not None and _is_anothers(message, person):
            return _refusal("replaced")
        room = await self._house.room(person.session)
        opens = by is None or await self._opens(by, person)
        if sid not in self._people:
            return _refusal("no_session")  # gone while the room was opened
        if self._house.draining or (room is not None and room.closed):
            return _refusal("draining")
        if room is None or seat not in room.state.seats:
            return _refusal("session_ended")
        if room.state.seats[seat].standing is Standing.REMOVED:
            return _refusal("removed")
        if not opens:
            return _refusal("replaced")  # closed while it was on its way
        desk = by is not None
        if not room.claim(seat, _shown_at_ms(message), desk):
            return _refusal("replaced")
        page = self._pages.get(sid)
        if page is not None and page.closed:
            return _refusal("no_session", "this page is closed")
        if page is None:
            page = self._pages[sid] = Page(self.connections, sid, room, seat, desk)
        # From here to the return nothing awaits: the answer and all that follows it are one unbroken sequence.
        page.forget()
        missed = room.missed(seat, message.get("epoch"), message.get("audience"), message.get("seq"))
        room.enter(seat, page, desk)
        room.second.lend_desk(seat, self._house.desks.lent(person.person))
        asyncio.get_running_loop().call_soon(page.release)
        if missed is not None:
            page.send("people", room.known_to(seat))
            # None where nothing is lent, and for whoever waits.
            page.send("slots", {"slots": room.snapshot(seat)["slots"]})
            if room.state.seats[seat].leads:
                page.send("desk", {"open": room.second.has_desk(seat)})
            return {"ok": True, "missed": missed}
        return {"ok": True, "snapshot": room.snapshot(seat)}

    async def _command(self, sid: str, message: object = None) -> Message:
        page = self._pages.get(sid)
        if page is None:
            return _refusal("no_session", "say hello first")
        if not page.rate.spend(asyncio.get_running_loop().time()):
            return _refusal("too_fast")
        if self._house.draining:
            return _refusal("draining")
        try:
            sent = wire.command_from_message(message)
        except wire.BadCommand as error:
            return _refusal(error.code, error.detail)
        if page.desk and isinstance(sent.command, c.Whisper):
            return _refusal("not_allowed", "a desk without a microphone")
        page.answering += 1
        try:
            return await page.room.ask(sent.command, page.seat, sent.id, sent.is_late(page.room.clock.now()))
        except Exception as error:
            log.error("command_failed", room=page.room.session, reason=type(error).__name__)
            return _refusal("not_saved")
        finally:
            page.answering -= 1

    async def _looks(self, sid: str, message: object = None) -> Message:
        page, looks = self._pages.get(sid), looks_in(message)
        if page is None:
            return _refusal("no_session", "say hello first")
        if looks is None:
            return _refusal("bad_command", "these are no looks")
        page.look(looks)
        return {"ok": True}

    async def _unknown(self, event: str, sid: str, *anything: object) -> Message:
        return _refusal("bad_command", "no such event")


def _shown_at_ms(hello: dict[str, Any]) -> int | None:
    at = hello.get("shown_at")
    return at if isinstance(at, int) else None


def _is_anothers(hello: dict[str, Any], person: Person) -> bool:
    """Whether a desk was shown as one of another seat or session: of what is lent to its device, and the place that the
    browser has, one may have come to an end, and no desk becomes another's without a word."""
    seat, notes = hello.get("seat", person.seat), hello.get("notes") or wire.kept_id(person.session)
    return seat != person.seat or notes != wire.kept_id(person.session)


def _refusal(code: str, detail: str = "") -> Message:
    return {"ok": False, "code": code, "detail": detail}
