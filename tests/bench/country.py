"""A network of its own for a browser, with two ways out of it, as a device has that knows a Wi-Fi and a mobile network.

Needs root and iproute2. May import the standard library only.
"""

from __future__ import annotations

import asyncio
import shlex
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.bench.pace import pace

SERVER = "10.77.0.1"
"""Where the server is, by either way."""
_SPACE = "restarea-country"
_NOBODY = "02:00:00:00:00:77"


class RoadError(Exception):
    """What iproute2 said."""


async def ip(words: str, *, fails: bool = False) -> None:
    process = await asyncio.create_subprocess_exec("ip", *shlex.split(words), stderr=asyncio.subprocess.PIPE)
    _, said = await process.communicate()
    if process.returncode and not fails:
        raise RoadError(f"ip {words}: {said.decode().strip()}")


class Country:
    """The ways are 0 and 1; a browser's packets take one of them."""

    def __init__(self) -> None:
        self.way = 0

    def launcher(self, folder: Path, program: str) -> Path:
        """A script that runs `program` there."""
        script = folder / "there"
        script.write_text(f'#!/bin/sh\nexec ip netns exec {_SPACE} {program} "$@"\n')
        script.chmod(0o755)
        return script

    async def move(self, *, between_s: float = 0.0) -> None:
        """To the other way: the one before is gone, with its address. `between_s`: there is none for so long, as where
        a phone leaves its Wi-Fi; 0: the other is there first."""
        before, self.way = self.way, 1 - self.way
        if not between_s:
            await self._up(self.way)
        await ip(f"-n {_SPACE} address flush dev out{before}")
        if between_s:
            await pace(between_s)
            await self._up(self.way)

    async def cut(self) -> None:
        """Nothing passes, in either direction; the device does not know why."""
        await ip(f"link set in{self.way} down")

    async def mend(self) -> None:
        await ip(f"link set in{self.way} up")

    async def drop(self) -> None:
        """Nothing passes, in either direction, behind a link that is up: what is sent comes nowhere, and what is asked
        for anew waits. Each end knows the other by an address that nobody has."""
        await ip(
            f"-n {_SPACE} neighbour replace {self._near} lladdr {_NOBODY} dev out{self.way} nud permanent"
        )
        await ip(f"neighbour replace {self._far} lladdr {_NOBODY} dev in{self.way} nud permanent")

    async def pass_again(self) -> None:
        await ip(f"-n {_SPACE} neighbour delete {self._near} dev out{self.way}")
        await ip(f"neighbour delete {self._far} dev in{self.way}")

    @property
    def _near(self) -> str:
        return f"10.77.{self.way + 1}.1"

    @property
    def _far(self) -> str:
        return f"10.77.{self.way + 1}.2"

    async def _up(self, way: int) -> None:
        await ip(f"-n {_SPACE} address replace 10.77.{way + 1}.2/24 dev out{way}")
        await ip(f"-n {_SPACE} route replace default via 10.77.{way + 1}.1 dev out{way}")


@asynccontextmanager
async def country() -> AsyncIterator[Country]:
    """Raises RoadError where one may not make networks."""
    made = Country()
    await _clear()
    try:
        await ip(f"netns add {_SPACE}")
        await ip(f"-n {_SPACE} link set lo up")
        await ip(f"address replace {SERVER}/32 dev lo")
        for way in (0, 1):
            await ip(f"link add in{way} type veth peer name out{way} netns {_SPACE}")
            await ip(f"address add 10.77.{way + 1}.1/24 dev in{way}")
            await ip(f"link set in{way} up")
            await ip(f"-n {_SPACE} link set out{way} up")
        await made._up(0)
        yield made
    finally:
        await _clear()


async def _clear() -> None:
    for way in (0, 1):
        await ip(f"link delete in{way}", fails=True)
    await ip(f"address delete {SERVER}/32 dev lo", fails=True)
    await ip(f"netns delete {_SPACE}", fails=True)
