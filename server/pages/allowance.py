"""How often one address may try links, and one person ask for costly things: token buckets, in memory only.

Links are random enough that guessing is hopeless; this keeps guessing from being costly for the others.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable

from aiohttp import web

PER_SECOND = 2.0
BURST = 40.0
"""A whole group behind one address arrives at once, and some open their link twice."""
REMEMBERED_MOST = 10_000


class Allowance:
    def __init__(
        self, clock: Callable[[], float], per_second: float = PER_SECOND, burst: float = BURST
    ) -> None:
        self._clock, self._per_second, self._burst = clock, per_second, burst
        self._buckets: dict[str, tuple[float, float]] = {}

    def spend(self, who: str) -> bool:
        """True if `who` may try now."""
        now = self._clock()
        if len(self._buckets) >= REMEMBERED_MOST and who not in self._buckets:
            self._forget_the_full(now)
        left, since = self._buckets.pop(who, (self._burst, now))
        left = min(self._burst, left + (now - since) * self._per_second)
        self._buckets[who] = (max(0.0, left - 1), now)
        return left >= 1

    def _forget_the_full(self, now: float) -> None:
        """A full bucket says nothing. If all are in use, the one that was used longest ago goes."""
        self._buckets = {
            who: (left, since)
            for who, (left, since) in self._buckets.items()
            if left + (now - since) * self._per_second < self._burst
        }
        while len(self._buckets) >= REMEMBERED_MOST:
            del self._buckets[next(iter(self._buckets))]


def asker(request: web.Request) -> str:
    """Whose bucket pays: the address; a home's whole network in IPv6.

    A proxy on this machine says for whom it asks in the last entry of X-Forwarded-For; nobody else is believed.
    """
    address = _address(request.remote)
    forwarded = request.headers.get("X-Forwarded-For")
    if address is not None and address.is_loopback and forwarded:
        address = _address(forwarded.rpartition(",")[2]) or address
    if address is None:
        return ""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def _address(text: str | None) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address((text or "").strip().partition("%")[0])
    except ValueError:
        return None
