"""A person without a screen: link → cookie → seat → socket, and a media connection where a test wants one.

Goes in by the public doors only, as a browser does. May import nothing of the server but the rehearsal's light peer.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable
from typing import Any

import aiohttp
import socketio

from server.rehearsal.offer import Stream
from server.rehearsal.peer import LightPeer

HELLO: dict[str, Any] = {"protocol": 1, "epoch": None, "audience": None, "seq": None}


class Visitor:
    def __init__(self, url: str, link: str) -> None:
        self.url, self.token = url, link.partition("#")[2]
        self.cookie = self.door = self.attended = self.lends = ""
        """`door`: the place until they go in. `lends`: by which a device opens a leader's desk."""
        self.desk = False
        """Its page is a leader's desk on a second screen."""
        self.second_desk: bool | None = None
        self.says: dict[str, str] = {}
        """Headers of every request, beside the cookie."""
        self.seat = 0
        self.view: dict[str, Any] = {}
        self.lent: dict[str, int] | None = None
        self.heard: Counter[int] = Counter()
        """Audio packets of each seat, told apart as a page would when they came."""
        self.plates: dict[str, str] = {}
        self.earlier: dict[str, int] | None = None
        self.awaited: list[str] | None = None
        self.peer: LightPeer | None = None
        self.shown_at: int | None = None
        self.replaced = asyncio.Event()
        self._socket: Any = None
        self._told = asyncio.Event()
        self._ids = (f"{id(self):x}.{number}" for number in itertools.count())

    async def post(self, path: str, body: Any) -> tuple[int, dict[str, Any]]:
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
            http.post(self.url + path, json=body, headers=self._headers()) as answer,
        ):
            if "restarea_door" in answer.cookies:
                self.door = answer.cookies["restarea_door"].value
            if "restarea" in answer.cookies:
                self.cookie = answer.cookies["restarea"].value
            if "restarea_attended" in answer.cookies:
                self.attended = answer.cookies["restarea_attended"].value
            return answer.status, dict(await answer.json())

    async def get(self, path: str, *, follows: bool = True) -> tuple[int, str]:
        """`follows`: to where the answer says the page is."""
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as http,
            http.get(self.url + path, headers=self._headers(), allow_redirects=follows) as answer,
        ):
            return answer.status, await answer.text()

    def _headers(self) -> dict[str, str]:
        cookies = {
            "restarea": self.cookie, "restarea_door": self.door,
            "restarea_attended": self.attended, "restarea_desk": self.lends,
        }  # fmt: skip
        sent = "; ".join(f"{name}={value}" for name, value in cookies.items() if value)
        return self.says | ({"Cookie": sent} if sent else {})

    async def enter(self, name: str) -> None:
        """Takes the seat: waiting, or seated for leaders."""
        status, answer = await self.post("/api/enter", {"token": self.token})
        assert status == 200, answer
        said = {"name": name, "place": answer["place"], "attests": answer["attestation"]}
        status, answer = await self.post("/api/name", said)
        assert status == 200, answer
        self.seat = answer["seat"]

    async def connect(self) -> dict[str, Any]:
        """Says hello on a fresh socket; returns the snapshot."""
        answer = await self.greet()
        assert answer["ok"], answer
        await self._on_snapshot(answer["snapshot"])
        return dict(answer["snapshot"])

    async def greet(self) -> dict[str, Any]:
        """The answer to hello on a fresh socket, whatever it is."""
        await self.open()
        return await self.hello()

    async def open(self) -> None:
        """A fresh socket, on which nothing has been said."""
        self._socket = socketio.AsyncClient(reconnection=False, handle_sigint=False)
        self._socket.on("news", self._on_news)
        self._socket.on("snapshot", self._on_snapshot)
        self._socket.on("slots", self._on_slots)
        self._socket.on("people", self._on_people)
        self._socket.on("replaced", lambda _: self.replaced.set())
        self._socket.on("desk", self._on_desk)
        auth = {"desk": True} if self.desk else None
        await self._socket.connect(self.url, headers=self._headers(), auth=auth, transports=["websocket"])

    async def hello(self) -> dict[str, Any]:
        return await self.call("hello", HELLO | {"shown_at": self.shown_at})

    async def call(self, event: str, message: Any) -> dict[str, Any]:
        return dict(await self._socket.call(event, message, timeout=10))

    async def command(self, kind: str, **fields: Any) -> dict[str, Any]:
        return await self.call("command", {"id": next(self._ids), "type": kind, **fields})

    async def do(self, kind: str, **fields: Any) -> None:
        answer = await self.command(kind, **fields)
        assert answer == {"ok": True}, answer

    async def sees(self, condition: Callable[[dict[str, Any]], bool]) -> None:
        """Waits until the view is so."""
        async with asyncio.timeout(10):
            while not condition(self.view):
                self._told.clear()
                await self._told.wait()

    async def enters(self, entry: int) -> None:
        await self.sees(lambda view: bool(view.get("phase")) and view["phase"]["entry"] == entry)

    async def command_or_death(self, command_id: str, **fields: Any) -> dict[str, Any] | None:
        """The answer; None if the server died before it came."""
        died = asyncio.Event()
        self._socket.on("disconnect", lambda *_: died.set())
        call = asyncio.create_task(self._socket.call("command", {"id": command_id, **fields}, timeout=20))
        gone = asyncio.create_task(died.wait())
        await asyncio.wait({call, gone}, return_when=asyncio.FIRST_COMPLETED)
        gone.cancel()
        if call.done() and call.exception() is None:
            return dict(call.result())
        call.cancel()
        return None

    async def media(self) -> LightPeer:
        """Opens the media connection, or a new one in its place."""
        self.peer = LightPeer(16, on_rtp=self._on_rtp)
        body = {"offer": self.peer.offer(), "shown_at": self.shown_at}
        status, answer = await self.post("/api/media", body)
        assert status == 200, answer
        await self.peer.connect(answer["answer"])
        return self.peer

    async def disconnect(self) -> None:
        if self._socket is not None:
            await self._socket.disconnect()

    async def close(self) -> None:
        await self.disconnect()
        if self.peer is not None:
            await self.peer.close()

    def _on_rtp(self, stream: Stream, packet: bytes) -> None:
        if stream.kind != "audio":
            return
        if self.lent is None:
            self.heard[stream.seat] += 1
            return
        self.heard.update(int(seat) for seat, slot in self.lent.items() if slot == stream.seat)

    async def _on_news(self, message: dict[str, Any]) -> None:
        self.view = {**self.view, **message["changes"]}
        self._told.set()

    async def _on_snapshot(self, message: dict[str, Any]) -> None:
        self.view = message["view"]
        await self._on_people(message)
        await self._on_slots(message)

    async def _on_people(self, message: dict[str, Any]) -> None:
        self.plates = message["plates"]
        self.earlier, self.awaited = message.get("earlier"), message.get("awaited")
        self._told.set()

    async def _on_desk(self, message: dict[str, Any]) -> None:
        self.second_desk = message["open"]
        self._told.set()

    async def _on_slots(self, message: dict[str, Any]) -> None:
        self.lent = message["slots"]
        self._told.set()
