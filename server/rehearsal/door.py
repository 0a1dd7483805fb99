"""How a member comes in: the same public requests a browser makes, by a link. See docs/protocol.md.

May import the standard library, aiohttp and its yarl; nothing of the server.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from yarl import URL

REQUEST_TIMEOUT_S = 10.0
_BOOT = re.compile(r'<script[^>]*id="boot"[^>]*>(.*?)</script>', re.DOTALL)


class Refused(Exception):
    """The server answered with `code`; nothing has changed. `name`: one that nobody has, where theirs is taken."""

    def __init__(self, code: str, name: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.name = name


@dataclass(frozen=True, slots=True)
class Link:
    """A public link: where the server is, and the token that its fragment carries."""

    origin: str
    token: str

    @classmethod
    def parse(cls, url: str) -> Link:
        """Split `https://host/join#TOKEN`. Raises ValueError, without repeating the token."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.netloc or not parts.fragment:
            raise ValueError("a link looks like https://host/join#TOKEN")
        return cls(f"{parts.scheme}://{parts.netloc}", parts.fragment)


class Door:
    """One person's browser as far as requests go: a cookie jar and a place. Close it when done."""

    def __init__(self, link: Link) -> None:
        self.origin = link.origin
        self._token = link.token
        self._attestation, self._place = 0, ""
        # A server on a bare address (127.0.0.1) sets cookies too, and the jar is for this one server.
        self.http = aiohttp.ClientSession(
            cookie_jar=aiohttp.CookieJar(unsafe=True),
            timeout=aiohttp.ClientTimeout(total=REQUEST_TIMEOUT_S),
            headers={"Origin": link.origin, "Accept-Language": "en"},
        )

    @property
    def cookies(self) -> dict[str, str]:
        """What makes this browser the one that has its place."""
        return {
            name: cookie.value
            for name, cookie in self.http.cookie_jar.filter_cookies(URL(self.origin)).items()
        }

    def come_back_with(self, cookies: Mapping[str, str]) -> None:
        """Be the browser that had these."""
        self.http.cookie_jar.update_cookies(cookies, URL(self.origin))

    async def enter(self) -> None:
        """Exchange the link's token for a place at the door, or find the place that a cookie stands for.

        Raises Refused or aiohttp.ClientError, as all of these do.
        """
        welcome = await self._post("/api/enter", {"token": self._token})
        self._attestation, self._place = int(welcome["attestation"]), str(welcome["place"])

    async def take_seat(self, name: str) -> int:
        """Give a display name and say what is asked of everyone before they go in; take a seat, return its number.
        Where somebody has that name they go in with the one that they are offered."""
        said: dict[str, str | int] = {"name": name, "place": self._place, "attests": self._attestation}
        try:
            return int((await self._post("/api/name", said))["seat"])
        except Refused as refused:
            if not refused.name:
                raise
            return await self.take_seat(refused.name)

    async def slots(self) -> int:
        """How many seats the media offer must hold: from the boot object of the room's page."""
        async with self.http.get(f"{self.origin}/room") as response:
            found = _BOOT.search(await response.text())
        boot = json.loads(found.group(1)) if found else {}
        if "slots" not in boot:  # another page than the room's: the place is not ours any more, or not yet
            raise Refused("no_session")
        return int(boot["slots"])

    async def media(self, offer: str) -> str:
        """Post the media offer, return the answer."""
        return str((await self._post("/api/media", {"offer": offer}))["answer"])

    async def close(self) -> None:
        """Forget the cookie."""
        await self.http.close()

    async def _post(self, path: str, content: Mapping[str, str | int]) -> dict[str, Any]:
        async with self.http.post(self.origin + path, json=content) as response:
            try:
                answer = await response.json(content_type=None)
            except ValueError:
                answer = {}
            if not response.ok or not isinstance(answer, dict):
                if not isinstance(answer, dict):
                    raise Refused("answer")
                raise Refused(str(answer.get("code", response.status)), str(answer.get("name", "")))
            return answer
