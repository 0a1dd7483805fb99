"""A socket without a library behind it: what a hostile or broken client may send."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import aiohttp

from server.app import Server


class Raw:
    """A connection that says what a test wants said."""

    def __init__(self, http: aiohttp.ClientSession, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._http, self._socket = http, socket

    @classmethod
    async def open(cls, server: Server, cookie: str = "") -> Raw:
        http = aiohttp.ClientSession(headers={"Cookie": f"restarea={cookie}"} if cookie else {})
        socket = await http.ws_connect(f"{server.url}/socket.io/?EIO=4&transport=websocket")
        await socket.receive()
        return cls(http, socket)

    async def send(self, packet: str | bytes) -> None:
        if isinstance(packet, str):
            await self._socket.send_str(packet)
        else:
            await self._socket.send_bytes(packet)

    async def connect(self) -> None:
        await self.send("40")
        assert (await self._socket.receive()).data.startswith("40{")

    async def ask(self, event: str, message: Any) -> Any:
        """The answer; whatever else comes in between is not looked at."""
        await self.send(f"421{json.dumps([event, message])}")
        while not (got := await self._socket.receive()).data.startswith("431"):
            pass
        return json.loads(got.data[3:])[0]

    async def asked(self, event: str) -> str:
        """The number to acknowledge it by; whatever else comes in before is not looked at."""
        while not (match := re.match(r'42(\d+)\["' + event, (await self._socket.receive()).data)):
            pass
        return match[1]

    async def acknowledge(self, number: str) -> None:
        await self.send(f"43{number}[]")

    async def ends(self) -> bool:
        """Reads on until the server has closed."""
        async with asyncio.timeout(10):
            while (await self._socket.receive()).type is aiohttp.WSMsgType.TEXT:
                pass
        return self._socket.closed

    async def close(self) -> None:
        await self._socket.close()
        await self._http.close()
