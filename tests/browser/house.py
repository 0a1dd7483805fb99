"""The real server, `restarea serve`, in a process of its own: started, killed and started again on the same data.

May import of the server only what opens a session in its store.
"""

from __future__ import annotations

import asyncio
import os
import re
import socket
from contextlib import ExitStack, suppress
from pathlib import Path

from facilitation.vocabulary import Keeping
from server.formats import find
from server.opening import Links, open_session
from server.store import Store
from tests.warm import WarmProcess, start_warm

STARTS_WITHIN_S = 60
STEADY = "from server.media import layers; layers.Ladder.step = lambda ladder, link, needs, most, now: most; "
"""Four browsers on two cores answer as late as over a bad link, and the ladder would take pictures away while a test
counts who sees whom. It has tests of its own."""

AHEAD = (
    "import time; now = time.time; time.time = lambda: now() + {ahead_s}; "
    "from server import expiry; expiry.WAITS_S = 0; "
    "from server.pages import routes; routes.setup.__kwdefaults__['wall_clock'] = time.time; "  # was read before
)
"""So much later by the wall clock, on a server that has served long enough to believe it."""


def free_ports(host: str = "127.0.0.1") -> tuple[int, int]:
    """A TCP port for the pages, and a number that is free in TCP and UDP for sound and pictures."""
    with ExitStack() as held:

        def bound(kind: socket.SocketKind, port: int = 0) -> int:
            free = held.enter_context(socket.socket(socket.AF_INET, kind))
            free.bind((host, port))
            return int(free.getsockname()[1])

        pages = bound(socket.SOCK_STREAM)
        while True:
            with suppress(OSError):  # what is free in TCP may be somebody's in UDP
                return pages, bound(socket.SOCK_DGRAM, bound(socket.SOCK_STREAM))


class House:
    """`async with House(folder) as house`: a running server. A second `start` after `kill` finds the same ports."""

    def __init__(
        self, folder: Path, host: str = "127.0.0.1", *, steady: bool = True, **settings: str
    ) -> None:
        """`settings`: more of the server's, such as `turn_host`. `steady`: everybody is on the top of the ladder."""
        self.folder, self.host, self.steady = folder, host, steady
        self.settings = {f"RESTAREA_{name.upper()}": value for name, value in settings.items()}
        self.ahead_s = 0.0
        """How far ahead the wall clock of the next start is."""
        self.port, self.media_port = free_ports()
        self.log = folder / "server.log"
        self._process: WarmProcess | None = None

    @property
    def url(self) -> str:
        return f"http://{self.host}:{self.port}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def open(
        self,
        form: str = "classic",
        *,
        speed: float = 1.0,
        members: int = 12,
        lasts_s: float = 3600,
        seats: int = 0,
        more: str = "",
        keeping: Keeping = Keeping.NOTHING,
    ) -> Links:
        """A session and its links; the server may run or not.

        `seats`: in a circle of so many, not of the format's own: what nobody sits on costs a browser as much as what
        somebody does. `more` is written below the format's text."""
        text = find(form).text + more
        if seats:
            text = re.sub(r"(?m)^(members = .*max = )\d+", rf"\g<1>{seats - 1}", text)
            text = re.sub(r"(?m)^seats = \d+", f"seats = {seats}", text)
        store = await Store.open(self.folder / "restarea.db")
        try:
            return await open_session(
                store,
                text,
                self.url,
                speed=speed,
                members=members,
                keeping=keeping,
                lasts_s=lasts_s,
            )
        finally:
            await store.close()

    async def start(self) -> None:
        settings = {
            "RESTAREA_PORT": str(self.port),
            "RESTAREA_MEDIA_PORT": str(self.media_port),
            "RESTAREA_DATA_DIR": str(self.folder),
        }
        if self.host != "127.0.0.1":
            settings |= {"RESTAREA_HOST": self.host, "RESTAREA_PUBLIC_URL": self.url}
            if self.host != "localhost":  # a name is no address: then it tells all that it has
                settings["RESTAREA_ADVERTISE"] = self.host
        env = os.environ | settings | self.settings
        self._process = await start_warm("serve", env=env, errors=self.log, before=self._before())
        async with asyncio.timeout(STARTS_WITHIN_S):
            while b"is ready" not in (line := await self._process.stdout.readline()):
                assert line, f"the server did not start: {self.log.read_text()[-2000:]}"

    def _before(self) -> str:
        ahead = AHEAD.format(ahead_s=self.ahead_s) if self.ahead_s else ""
        return ahead + (STEADY if self.steady else "")

    async def kill(self) -> None:
        """SIGKILL: it has no time for anything."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def __aenter__(self) -> House:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._process is not None and self._process.returncode is None:
            await self.kill()
        self.complains_of_nothing()

    def complains_of_nothing(self) -> None:
        """Whatever the pages did: no exception that nobody handled, and nothing that went wrong on the way."""
        log = self.log.read_text()
        assert "Traceback" not in log, log[-4000:]
        assert '"level": "error"' not in log, log[-4000:]
