"""A narrow road between a browser's network and the server: each packet may be lost, waits its turn at the road's rate,
and arrives late. Two TUN devices, one in a network of its own, and this program between them: any kernel has that.

Needs root and iproute2. May import the standard library and `country`.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import struct
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bench.country import RoadError, ip

SERVER, DEVICE = "10.78.0.1", "10.78.0.2"
_SPACE = "restarea-road"
_TUNSETIFF, _IFF_TUN, _IFF_NO_PI = 0x400454CA, 0x0001, 0x1000
QUEUE_S = 1.0
"""What waits longer is dropped, as a modem with a second's buffer does."""


@dataclass
class Kind:
    loss: float
    """Share of the packets, each way."""
    round_trip_ms: int
    rate_bps: int
    """Each way."""


def everything(packet: bytes) -> bool:
    """No firewall."""
    return True


class RoadLink:
    """Both ways of it. `kind` and `lets` may be set anew at any time."""

    def __init__(self, kind: Kind, ends: tuple[int, int], seed: int = 7) -> None:
        self.kind = kind
        self.lets = everything
        """Which packets its firewall lets through, either way."""
        self.counts: Counter[str] = Counter()
        self._chance = Random(seed)
        self._free_at = dict.fromkeys(ends, 0.0)
        self._ends = ends
        loop = asyncio.get_running_loop()
        for end, other in (ends, ends[::-1]):
            loop.add_reader(end, self._take, end, other)

    def launcher(self, folder: Path, program: str) -> Path:
        """A script that runs `program` at the far end."""
        script = folder / "far"
        script.write_text(f'#!/bin/sh\nexec ip netns exec {_SPACE} {program} "$@"\n')
        script.chmod(0o755)
        return script

    def close(self) -> None:
        for end in self._ends:
            asyncio.get_running_loop().remove_reader(end)
            os.close(end)

    def _take(self, end: int, other: int) -> None:
        loop = asyncio.get_running_loop()
        try:
            packet = os.read(end, 4096)
        except BlockingIOError:
            return
        way = "down" if other == self._ends[1] else "up"
        self.counts[f"{way} packets"] += 1
        if not self.lets(packet):
            self.counts[f"{way} denied"] += 1
            return
        if self._chance.random() < self.kind.loss:
            self.counts[f"{way} lost"] += 1
            return
        now = loop.time()
        begins = max(now, self._free_at[end])
        if begins - now > QUEUE_S:
            self.counts[f"{way} queue full"] += 1
            return
        self._free_at[end] = begins + len(packet) * 8 / self.kind.rate_bps
        loop.call_at(self._free_at[end] + self.kind.round_trip_ms / 2000, self._put, other, packet)

    def _put(self, end: int, packet: bytes) -> None:
        try:
            os.write(end, packet)
        except OSError:  # the end is gone, or full
            self.counts["not written"] += 1


@asynccontextmanager
async def road_link(kind: Kind) -> AsyncIterator[RoadLink]:
    """Raises RoadError where one may not make networks."""
    await _clear()
    try:
        await ip(f"netns add {_SPACE}")
        ends = _tun("roadnear"), _tun("roadfar")
        await ip(f"link set roadfar netns {_SPACE}")
        await ip(f"address add {SERVER}/30 dev roadnear")
        await ip("link set roadnear up")
        await ip(f"-n {_SPACE} link set lo up")
        await ip(f"-n {_SPACE} address add {DEVICE}/30 dev roadfar")
        await ip(f"-n {_SPACE} link set roadfar up")
        await ip(f"-n {_SPACE} route replace default via {SERVER} dev roadfar")
        link = RoadLink(kind, ends)
        try:
            yield link
        finally:
            link.close()
    finally:
        await _clear()


def _tun(name: str) -> int:
    try:
        end = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(end, _TUNSETIFF, struct.pack("16sH22x", name.encode(), _IFF_TUN | _IFF_NO_PI))
    except OSError as error:
        raise RoadError(f"no TUN device: {error}") from None
    return end


async def _clear() -> None:
    await ip("link delete roadnear", fails=True)
    await ip(f"netns delete {_SPACE}", fails=True)
