"""The TURN server that we say how to set up: who gets in, and that it leads to the media server and nowhere else."""

from __future__ import annotations

import asyncio
import socket
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from aioice import stun
from aioice.turn import TurnClientTcpProtocol

from server.media.relay import Trial, may_reach, try_relay
from server.relay import LASTS_S, credentials
from tests.coturn import SECRET, Coturn, coturn
from tests.waiting import until

pytestmark = pytest.mark.slow

MEDIA, MEDIA_6 = "10.20.30.40", "fd00::40"
REFUSED = {
    "10.20.30.41": "the media server's neighbour", "172.16.0.1": "private", "192.168.1.1": "private",
    "127.0.0.1": "loopback", "127.8.9.10": "loopback", "0.0.0.0": "this machine", "169.254.169.254": "link-local",
    "100.64.0.1": "a provider's own", "224.0.0.1": "multicast", "255.255.255.255": "broadcast", "9.9.9.9": "anybody",
}  # fmt: skip
REFUSED_6 = {
    "::1": "loopback", "::": "this machine", "fe80::1": "link-local", "fd00::41": "unique-local",
    "::ffff:10.20.30.40": "IPv4-mapped", "::ffff:127.0.0.1": "IPv4-mapped", "::ffff:9.9.9.9": "IPv4-mapped",
    "64:ff9b::7f00:1": "IPv4 by NAT64", "ff02::1": "multicast", "2620:fe::fe": "anybody",
}  # fmt: skip


def has_ipv6() -> bool:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            return True
    except OSError:
        return False


def in_time(secret: str = SECRET, lasts_s: int = LASTS_S, chance: str = "5eed") -> tuple[str, str]:
    return credentials(secret, int(time.time()) + lasts_s, chance)


@asynccontextmanager
async def allocation(server: Coturn, **credentials: Any) -> AsyncIterator[TurnClientTcpProtocol]:
    name, password = in_time(**credentials)
    _, client = await asyncio.get_running_loop().create_connection(
        lambda: TurnClientTcpProtocol((server.host, server.port), name, password, 600, 500),
        server.host,
        server.port,
        ssl=server.trusting(),
    )
    try:
        await client.connect()
        yield client
    finally:
        await client.delete()


async def ways(client: TurnClientTcpProtocol, peers: list[str]) -> dict[str, tuple[bool, bool]]:
    """Whether a permission, and whether a channel, is had for each of `peers`."""
    found = {}
    for number, peer in enumerate(peers):
        request = stun.Message(stun.Method.CREATE_PERMISSION, stun.Class.REQUEST)
        request.attributes["XOR-PEER-ADDRESS"] = (peer, 8081)
        try:
            await client.request_with_retry(request)
            permitted = True
        except stun.TransactionFailed as refusal:
            assert refusal.response.error_code == 403
            permitted = False
        found[peer] = permitted, await may_reach(client, (peer, 8081), 0x4000 + number)
    return found


async def test_our_credentials_open_it_for_a_while_and_no_others(tmp_path: Path) -> None:
    async with coturn(tmp_path, MEDIA) as server:

        async def tried(name: str, password: str, *peers: str) -> Trial:
            to = [(peer, 8081) for peer in peers or (MEDIA,)]
            return await try_relay(server.host, server.port, name, password, to, server.trusting())

        assert await tried(*in_time()) is Trial.WORKS
        assert await tried(*in_time(SECRET[::-1])) is Trial.REFUSED
        assert await tried(*in_time(lasts_s=-2)) is Trial.REFUSED
        name, password = in_time()
        assert await tried(f"9{name}", password) is Trial.REFUSED, "nobody makes them last longer"
        assert await tried("", "") is Trial.REFUSED
        assert await tried(*in_time(), "192.0.2.9") is Trial.BARRED
        assert await tried(*in_time(), "192.0.2.9", MEDIA) is Trial.WORKS
        assert await try_relay(server.host, server.port, *in_time(), [(MEDIA, 8081)]) is Trial.UNTRUSTED


async def test_it_leads_to_the_media_server_and_nowhere_else(tmp_path: Path) -> None:
    async with coturn(tmp_path, MEDIA) as server, allocation(server) as client:
        found = await ways(client, [MEDIA, *REFUSED])
    assert found == {MEDIA: (True, True)} | dict.fromkeys(REFUSED, (False, False))


async def test_it_leads_nowhere_else_in_ipv6_either(tmp_path: Path) -> None:
    """Nor to IPv4 addresses that are written as IPv6, which Debian's coturn lets pass where they are not named."""
    if not has_ipv6():
        pytest.skip("this machine has no IPv6, and so no relay has")
    async with coturn(tmp_path, MEDIA_6, relay_ip="::1") as server, allocation(server) as client:
        found = await ways(client, [MEDIA_6, *REFUSED_6])
    assert found == {MEDIA_6: (True, True)} | dict.fromkeys(REFUSED_6, (False, False))


async def test_as_it_is_shipped_it_lets_nobody_in(tmp_path: Path) -> None:
    async with coturn(tmp_path, MEDIA, secret=None) as server:
        for secret in ("", SECRET):
            name, password = in_time(secret)
            found = await try_relay(
                server.host, server.port, name, password, [(MEDIA, 8081)], server.trusting()
            )
            assert found is Trial.REFUSED


async def test_it_speaks_tls_only(tmp_path: Path) -> None:
    """Nobody listens on that number in UDP; and what is said to it without TLS is not answered."""
    async with coturn(tmp_path, MEDIA) as server:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind((server.host, server.port))
        with socket.create_connection((server.host, server.port)) as plain:
            plain.sendall(bytes(stun.Message(stun.Method.ALLOCATE, stun.Class.REQUEST)))
            plain.setblocking(False)
            async with allocation(server):  # meanwhile another is served
                with pytest.raises(BlockingIOError):
                    plain.recv(1)


async def test_one_connection_takes_eight_places_at_most_and_no_other_pays_for_it(tmp_path: Path) -> None:
    async with coturn(tmp_path, MEDIA) as server, AsyncExitStack() as held:
        for _ in range(8):
            await held.enter_async_context(allocation(server))
        with pytest.raises(stun.TransactionFailed, match="486"):
            await held.enter_async_context(allocation(server))
        await held.enter_async_context(allocation(server, chance="another"))


async def test_a_connection_outlasts_its_credentials(tmp_path: Path) -> None:
    async with coturn(tmp_path, MEDIA) as server, allocation(server, lasts_s=2) as client:
        assert client.username is not None and client.password is not None
        opens = client.username, client.password

        async def have_run_out() -> bool:
            found = await try_relay(server.host, server.port, *opens, [(MEDIA, 8081)], server.trusting())
            return found is Trial.REFUSED

        await until(have_run_out, every_s=0.1)
        refresh = stun.Message(stun.Method.REFRESH, stun.Class.REQUEST)
        refresh.attributes["LIFETIME"] = 600
        answer, _ = await client.request_with_retry(refresh)
        assert answer.attributes["LIFETIME"] == 600
        assert await may_reach(client, (MEDIA, 8081), 0x4000)
