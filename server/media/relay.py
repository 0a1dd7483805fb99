"""A try of the operator's TURN server, as a browser that may use nothing else would: TLS, an allocation, a way to us.

For `restarea doctor` and for tests. May import the standard library and aioice.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Iterable
from enum import StrEnum

from aioice import stun
from aioice.turn import TurnClientTcpProtocol

WAIT_S = 5.0
LIFETIME_S = 60
FIRST_CHANNEL = 0x4000  # RFC 8656, section 12


class Trial(StrEnum):
    """How far it came."""

    NO_NAME = "no_name"
    SILENT = "silent"
    NO_TLS = "no_tls"
    UNTRUSTED = "untrusted"
    REFUSED = "refused"  # it does not take our credentials
    FULL = "full"
    BARRED = "barred"  # it relays, and not to the media server
    LOOPBACK = "loopback"  # it says that one comes from its own machine, which Firefox does not take from it
    WORKS = "works"


async def try_relay(
    host: str,
    port: int,
    username: str,
    password: str,
    peers: Iterable[tuple[str, int]],
    context: ssl.SSLContext | None = None,
) -> Trial:
    """Whether one who has these credentials gets through to one of `peers`, the media server's addresses.

    `context` decides whom to trust, by default as this system does. Takes `WAIT_S` at most.
    """
    trust = context or ssl.create_default_context()
    try:
        async with asyncio.timeout(WAIT_S):
            _, client = await asyncio.get_running_loop().create_connection(
                lambda: TurnClientTcpProtocol((host, port), username, password, LIFETIME_S, LIFETIME_S),
                host,
                port,
                ssl=trust,
            )
            try:
                return await _allocate(client, peers)
            finally:
                if client.refresh_task is not None:
                    client.refresh_task.cancel()
                client.transport.abort()  # an allocation ends with its connection
    except socket.gaierror:
        return Trial.NO_NAME
    except ssl.SSLCertVerificationError:
        return Trial.UNTRUSTED
    except ssl.SSLError:
        return Trial.NO_TLS
    except (OSError, TimeoutError, stun.TransactionTimeout):
        return Trial.SILENT


async def _allocate(client: TurnClientTcpProtocol, peers: Iterable[tuple[str, int]]) -> Trial:
    try:
        await client.connect()
    except stun.TransactionFailed as refusal:
        return Trial.FULL if refusal.response.error_code == 486 else Trial.REFUSED
    through = [await may_reach(client, peer, FIRST_CHANNEL + n) for n, peer in enumerate(peers)]
    if not any(through):
        return Trial.BARRED
    seen_as = ipaddress.ip_address((client.mapped_address or ("::",))[0])
    return Trial.LOOPBACK if seen_as.is_loopback else Trial.WORKS


async def may_reach(client: TurnClientTcpProtocol, peer: tuple[str, int], channel: int) -> bool:
    """Whether an allocation relays to `peer`; `channel` is a number that it has not used yet."""
    try:
        await client.channel_bind(channel, peer)
    except stun.TransactionFailed:
        return False
    return True
