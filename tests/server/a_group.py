"""A group on a whole server whose clocks a test sets: its leader by the pages, its people by their letters, and what
stands in their calendars."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from zoneinfo import ZoneInfo

import aiohttp
import pytest
from icalendar import Calendar

from server import clock, expiry, house
from server.app import Server
from server.pages import sign_in
from server.pages.reminders import remind
from server.pages.routes import setup
from server.record.making import Made, Sources, make
from server.room import room
from server.settings import Settings
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.test_groups import FORM, Fields
from tests.server.visitor import Visitor


class Clock:
    """Stands in for `time` where a server looks at it: all its clocks go on together, when the test says so."""

    def __init__(self, at: datetime) -> None:
        self._began, self._ahead_s = at.timestamp(), 0.0

    def to(self, moment: float) -> None:
        assert moment >= self.time(), "time goes on"
        self._ahead_s = moment - self._began

    def time(self) -> float:
        return self._began + self._ahead_s

    def monotonic(self) -> float:
        return self._ahead_s

    def monotonic_ns(self) -> int:
        return int(self._ahead_s * 1e9)

    def __getattr__(self, name: str) -> Any:
        return getattr(time, name)


async def at_once(sources: Sources) -> Made:
    """A process for each record would be most of what a year costs."""
    return make(sources)


@asynccontextmanager
async def served(at: Clock, settings: Settings, patched: pytest.MonkeyPatch) -> AsyncIterator[Server]:
    for module in (clock, expiry, house, room):
        patched.setattr(module, "time", at)
    patched.setattr("server.room.measure.make_elsewhere", at_once)
    patched.setattr("server.app.setup", partial(setup, wall_clock=at.time, clock=at.monotonic))
    server = Server(settings)
    await server.start()
    try:
        yield server
    finally:
        await server.stop()


class Diary:
    """A calendar that knows of a group what the files in its letters say, and nothing else."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[int, datetime]] = {}
        """By UID: the sequence, and when."""
        self.moved = self.cancelled = 0

    def take(self, letter: EmailMessage) -> None:
        for part in letter.walk():
            if part.get_content_type() != "text/calendar":
                continue
            calendar = Calendar.from_ical(str(part.get_content()))
            (event,) = calendar.walk("VEVENT")
            assert str(event["ATTENDEE"]) == f"mailto:{letter['To']}"
            uid, sequence = str(event["UID"]), int(event["SEQUENCE"])
            known, start = self.entries.pop(uid, None), event.start
            if str(calendar["METHOD"]) == "CANCEL":
                assert known is not None and sequence > known[0] and str(event["STATUS"]) == "CANCELLED"
                self.cancelled += 1
                continue
            assert known is None or sequence > known[0] or start == known[1], "what is newer counts"
            self.moved += known is not None and start != known[1]
            self.entries[uid] = sequence, start

    def times(self, zone: str) -> list[str]:
        """As their reader sees them."""
        starts = sorted(start for _, start in self.entries.values())
        return [f"{start.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for start in starts]


class One(Visitor):
    """Somebody of the group: their browser, their letters, their calendar. Goes in by the newest link they have."""

    def __init__(self, url: str, name: str, zone: str) -> None:
        super().__init__(url, "")
        self.name, self.zone, self.diary = name, zone, Diary()
        self.letters: list[EmailMessage] = []
        self.was_there: list[str] = []
        """On which days."""

    def reads(self, letter: EmailMessage) -> None:
        self.letters.append(letter)
        self.diary.take(letter)
        if links := re.findall(r"/join#(\S+)", plain_of(letter)):
            self.token = links[0]

    async def come_in(self) -> None:
        status, answer = await self.post("/api/enter", {"token": self.token})
        assert status == 200, (self.name, answer)
        said = {
            "name": self.name,
            "attests": answer["attestation"],
            "zone": self.zone,
            "place": answer["place"],
        }
        status, answer = await self.post("/api/name", said)
        assert status == 200, answer
        self.seat = answer["seat"]

    async def press(self, path: str, **fields: str) -> tuple[int, str]:
        """Where it leads and, unless it leads somewhere, the page."""
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), headers=FORM) as http,
            http.post(self.url + path, data=fields, headers=self._headers(), allow_redirects=False) as answer,
        ):
            return answer.status, answer.headers.get("Location") or await answer.text()

    async def refused(self, token: str) -> str:
        """By which code the link leads nowhere now; empty: it leads in. As in another browser of theirs."""
        return str((await Visitor(self.url, "").post("/api/enter", {"token": token}))[1].get("code", ""))


class Leading:
    """The leader's own browser, on the pages."""

    def __init__(self, server: Server, box: LetterBox, address: str) -> None:
        self._server, self._box, self._address = server, box, address
        self._http = aiohttp.ClientSession(
            server.url, cookie_jar=aiohttp.CookieJar(unsafe=True), headers=FORM
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        await self._http.close()

    async def see(self, path: str) -> str:
        async with self._http.get(path) as answer:
            assert answer.status == 200, (path, answer.status)
            return await answer.text()

    async def press(self, path: str, **fields: str) -> str:
        """Where it leads; what it sends off has gone."""
        async with self._http.post(path, data=fields, allow_redirects=False) as answer:
            assert answer.status == 303, await answer.text()
            to = answer.headers["Location"]
        assert to != "/sign-in", path
        await self.sent()
        return to

    async def write(self, path: str, **typed: str) -> str:
        """The page's form, with what is typed into it."""
        named = {
            name.replace("_", "-") if name[-1].isdigit() else name: value for name, value in typed.items()
        }
        values = Fields(await self.see(path)).values
        assert named.keys() <= values.keys()
        return await self.press(path, **(values | named))

    async def rows(self, path: str) -> list[str]:
        """The names on a group's page."""
        values = Fields(await self.see(path)).values
        return [name for key, name in values.items() if re.fullmatch(r"name-\d+", key) and name]

    async def sign_in(self) -> None:
        before = len(self._box.letters)
        await self.press("/sign-in", address=self._address)
        (letter,) = self._box.letters[before:]
        (token,) = re.findall(r"/sign-in/open#(\S+)", plain_of(letter))
        assert await self.press("/sign-in/open", token=token) == "/groups"
        self._box.letters.remove(letter)

    async def minute_passes(self) -> None:
        """What a server does by itself, each minute."""
        await self._server.house.let_go()
        assert self._server._runner is not None
        await remind(self._server._runner.app)
        await self.sent()

    async def sent(self) -> None:
        assert self._server._runner is not None
        await sign_in.finish(self._server._runner.app)


def left(folder: Path) -> dict[str, bytes]:
    """All that a server has written."""
    return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
