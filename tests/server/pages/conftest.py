"""The pages over a real store and a house that only remembers what it was asked."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from facilitation.vocabulary import Refused
from server.at_work import AtWork
from server.feedback import usable
from server.pages.join import ATTESTATION
from server.pages.routes import setup
from server.relay import Relay
from server.settings import Settings
from server.store import Entry, Person, SessionRow, Store
from tests.letter_box import LetterBox

SESSION = "5e55104"
NOW = 5000.0
Client = TestClient[web.Request, web.Application]


class FakeHouse:
    def __init__(self, settings: Settings, store: Store) -> None:
        self.settings = settings
        self.store = store
        self.instrument = usable(settings.feedback_file)
        self.draining = False
        self.asked: list[str] = []
        self.refusal: Exception | None = None
        self.stages = {SESSION: "gathering"}
        self.shown: Any = {"you": {"seat": 1}, "view": {"stage": "gathering"}}
        self.reason: str | None = None
        self.newest: int | None = None
        self.ways: list[Relay] = []
        self.checks_are_many = False
        self.knocks = False
        self.shut: set[str] = set()
        """The sessions to which no seat that somebody has leads any more."""
        self.working = AtWork(0, 0, {}, {}, "C", 0, 0)

    def _note(self, what: str) -> None:
        self.asked.append(what)
        if self.refusal is not None:
            raise self.refusal

    async def take_seat(self, person: Person, entry: Entry) -> int:
        self._note("take_seat")
        known = await self.store.person_by_id(person.person)
        had = None if known is None else known.seat
        seat = had or 1 + len(await self.store.names(person.session))
        if await self.store.seat(person.person, seat, entry):
            self._note("moved")
        return seat

    async def has_way_in(self, person: Person) -> bool:
        return person.session not in self.shut and await self.stage(person.session) != "ended"

    async def may_come_back(self, person: Person) -> bool:
        self._note("may_come_back")
        return self.knocks

    async def snapshot(self, person: Person) -> bytes:
        return json.dumps(self.shown).encode()

    async def slots(self, session: str) -> int:
        return 12

    async def stage(self, session: str) -> str:
        return self.stages.get(session, "ended")

    async def claim(self, person: Person, shown_at_ms: int | None) -> bool:
        return self.newest is None or shown_at_ms is None or shown_at_ms >= self.newest

    async def media_answer(self, person: Person, offer: str) -> str:
        self._note("media_answer")
        return "answer to " + offer

    async def media_restart(self, person: Person, connection: str, ufrag: str) -> tuple[str, str]:
        self._note("media_restart")
        return f"{connection}+{ufrag}", "secret"

    def rehearsal(self, row: SessionRow) -> float | None:
        return None if row.speed == 1 else row.speed

    async def may_check(self, person: Person) -> None:
        self._note("may_check")

    async def path_check(self, who: str, offer: str) -> tuple[str | None, Relay | None]:
        self._note("path_check")
        return (None if self.checks_are_many else "answer to " + offer), self._way()

    async def relay(self, person: Person) -> Relay | None:
        return self._way()

    def _way(self) -> Relay | None:
        return self.ways.pop(0) if self.ways else None

    async def plate(self, person: Person, part: int, text: str) -> None:
        self._note(f"plate {part} {text}")

    async def rename(self, person: Person, seat: int, name: str) -> None:
        self._note(f"rename {seat} {name}")

    async def names_changed(self, session: str) -> None:
        self._note("names_changed")

    def at_work(self) -> AtWork:
        return self.working

    def ready(self) -> str | None:
        return self.reason


class Site:
    """One browser in front of the pages. `wall` is UTC in seconds, `steady` the clock that only measures."""

    def __init__(self, house: FakeHouse, client: Client) -> None:
        self.house = house
        self.client = client
        self.wall, self.steady = NOW, 0.0
        self.place = ""
        """At which its page is: the mark that came with the answer to the last link."""

    async def link(self, role: str = "member", uses: int = 1, lasts_s: float = 60.0) -> str:
        token = f"token-{role}-{uses}-{lasts_s}"
        await self.house.store.invite(token, SESSION, role, uses, NOW + lasts_s)
        return token

    async def post(self, path: str, body: Any, **headers: str) -> tuple[int, dict[str, Any]]:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        async with self.client.post(path, json=body, headers=named) as answer:
            told = dict(await answer.json())
            self.place = told.get("place", self.place)
            return answer.status, told

    async def give_name(self, name: str, **headers: str) -> tuple[int, dict[str, Any]]:
        """And goes in, having said what is asked of everyone."""
        return await self.post(
            "/api/name", {"name": name, "place": self.place, "attests": ATTESTATION}, **headers
        )

    async def come_in(self, role: str = "member", name: str = "Ann") -> int:
        """A link, a place, a name; the seat."""
        assert (await self.post("/api/enter", {"token": await self.link(role)}))[0] == 200
        status, answer = await self.give_name(name)
        assert status == 200, answer
        return int(answer["seat"])

    def forget(self) -> None:
        """As another browser."""
        self.place = ""
        self.client.session.cookie_jar.clear()

    def refuse(self, refusal: Refused | Exception) -> None:
        self.house.refusal = refusal


@pytest.fixture
async def box() -> AsyncIterator[LetterBox]:
    """Where the server's mail goes."""
    async with LetterBox() as one:
        yield one


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """A built client in small."""
    assets = tmp_path / "static" / "assets"
    assets.mkdir(parents=True)
    for name in ("join-1a.js", "room-2b.js", "shared-3c.js", "desk-7a.js", "folded-9c.js", "passkeys-6f.js"):
        (assets / name).write_text(f"// {name}\n" * 40)
    (assets / "room-4d.css").write_text("body{}" * 40)
    for name in ("shared-5e.css", "desk-8b.css"):
        (assets / name).write_text("p{}")
    manifest = {
        "_shared.js": {"file": "assets/shared-3c.js", "css": ["assets/shared-5e.css"]},
        "src/desk/Desk.tsx": {
            "file": "assets/desk-7a.js", "css": ["assets/desk-8b.css"], "imports": ["_shared.js", "src/room/main.tsx"],
        },
        "src/desk/folded.ts": {"file": "assets/folded-9c.js", "imports": ["src/room/main.tsx"]},
        "src/passkeys/main.tsx": {"file": "assets/passkeys-6f.js", "isEntry": True},
        "src/join/main.tsx": {"file": "assets/join-1a.js", "isEntry": True, "imports": ["_shared.js"]},
        "src/room/main.tsx": {
            "file": "assets/room-2b.js", "isEntry": True, "imports": ["_shared.js"],
            "css": ["assets/room-4d.css"],
        },
    }  # fmt: skip
    (tmp_path / "static" / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path / "static"


@cache
def plain_settings() -> Settings:
    """Those of most tests here. They cannot be changed, and reading them takes as long as answering three requests."""
    return Settings()


@pytest.fixture
async def open_site(static: Path) -> AsyncIterator[Callable[..., Awaitable[Site]]]:
    opened: list[tuple[Client, Store]] = []

    async def open_one(folder: Path = static, **settings: Any) -> Site:
        store = await Store.open(None)
        await store.create_session(SESSION, "form", 1.0, 0.0)
        house = FakeHouse(Settings(**settings) if settings else plain_settings(), store)
        app = web.Application(client_max_size=64 * 1024)
        site: Site
        setup(app, house, static=folder, wall_clock=lambda: site.wall, clock=lambda: site.steady)
        client: Client = TestClient(TestServer(app))
        opened.append((client, store))
        site = Site(house, client)
        await client.start_server()
        return site

    yield open_one
    for client, store in opened:
        await client.close()
        await store.close()


@pytest.fixture
async def site(open_site: Callable[..., Awaitable[Site]]) -> Site:
    return await open_site()
