"""A member's Socket.IO connection: hello, news in order, commands acknowledged. See docs/protocol.md.

May import python-socketio, aiohttp and the rehearsal's own modules; nothing of the server.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import Callable
from typing import Any

import aiohttp
import socketio

from server.rehearsal.outlook import Message, Outlook
from server.rehearsal.view import Asked

ANSWER_TIMEOUT_S = 5.0

# Both libraries print to standard error, where a leader reads the links, unless they are given a logger of ours. That a
# connection failed is known without them: the line is down, and a member comes back.
_unheard = logging.getLogger("server.rehearsal.libraries")
_unheard.setLevel(logging.CRITICAL)


class LineError(Exception):
    """There is no connection, or hello was refused; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Line:
    """One connection of one person. Keeps `outlook` current until `down` is set: lost, or over.

    `on_change` is called after each change, `on_media_lost` when the server says that the media connection is no more.
    """

    def __init__(
        self,
        http: aiohttp.ClientSession,
        origin: str,
        outlook: Outlook,
        on_change: Callable[[], None] = lambda: None,
        on_media_lost: Callable[[], None] = lambda: None,
    ) -> None:
        self.outlook = outlook
        self.down = asyncio.Event()
        self.replaced = False
        self._origin = origin
        self._on_change = on_change
        self._held: list[tuple[str, Message]] | None = []
        self._client = socketio.AsyncClient(
            reconnection=False,
            handle_sigint=False,
            http_session=http,
            logger=_unheard,
            engineio_logger=_unheard,
        )
        self._client.on("news", self._on_news)
        self._client.on("snapshot", self._on_snapshot)
        self._client.on("slots", self._on_slots)
        self._client.on("replaced", self._on_replaced)
        self._client.on("media_lost", lambda _: on_media_lost())
        self._client.on("disconnect", self._on_disconnect)

    async def open(self) -> None:
        """Connect and say hello. Raises LineError."""
        try:
            await self._client.connect(
                self._origin,
                transports=["websocket"],
                headers={"Origin": self._origin},
                wait_timeout=ANSWER_TIMEOUT_S,
            )
        except (socketio.exceptions.ConnectionError, aiohttp.ClientError, OSError, TimeoutError):
            raise LineError("unreachable") from None
        await self._greet()

    async def ask(self, asked: Asked) -> Message:
        """Send a command and return its answer. Raises LineError when none comes."""
        message: Message = {"id": secrets.token_hex(8), "type": asked.type, **asked.fields}
        if asked.about is not None:
            message["about"] = asked.about
        return await self._call("command", message)

    async def close(self) -> None:
        """Disconnect. Safe at any time."""
        await self._client.disconnect()
        self.down.set()

    async def _greet(self) -> None:
        answer = await self._call("hello", self.outlook.hello())
        if not self.outlook.take_answer(answer):
            await self._client.disconnect()
            raise LineError(str(answer.get("code", "gap")))
        held, self._held = self._held or [], None
        for event, message in held:
            await self._take(event, message)
        if self.outlook.over:
            self.down.set()

    async def _call(self, event: str, message: Message) -> Message:
        try:
            answer = await self._client.call(event, message, timeout=ANSWER_TIMEOUT_S)
        except (socketio.exceptions.SocketIOError, OSError):
            raise LineError("unreachable") from None
        return answer if isinstance(answer, dict) else {}

    async def _on_news(self, message: Message) -> None:
        await self._take("news", message)

    async def _on_snapshot(self, message: Message) -> None:
        await self._take("snapshot", message)

    async def _on_slots(self, message: Message) -> None:
        await self._take("slots", message)

    async def _take(self, event: str, message: Message) -> None:
        if self._held is not None:  # what follows hello may overtake its answer inside this client
            self._held.append((event, message))
        elif event == "snapshot":
            self.outlook.take_snapshot(message)
        elif event == "slots":
            self.outlook.take_slots(message)
        elif not self.outlook.take_news(message):
            self.outlook.seq = None
            await self._client.disconnect()  # a gap: the next connection asks for everything
        if self.outlook.over:
            self.down.set()
        self._on_change()

    async def _on_replaced(self, _message: Any = None) -> None:
        self.replaced = True

    async def _on_disconnect(self, *_reason: Any) -> None:
        self.down.set()
