"""Debian's coturn with the configuration that we ship, and with what an operator fills in."""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import ssl
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from server.media.addresses import own_addresses
from tests.browser.firefox import NO_ROUTE
from tests.browser.house import free_ports
from tests.certificate import pem_pair
from tests.waiting import until

SHIPPED = Path(__file__).parents[1] / "docs" / "operating" / "turnserver.conf"
SECRET = "0123456789abcdef0123456789abcdef"


def own_address() -> str:
    """Of this machine, and not the loopback's: no TURN server relays to that, and Firefox takes none that is there."""
    address = next((one for one in own_addresses() if not one.startswith("127.")), None)
    if address is None:
        pytest.fail("This machine has no address but the loopback's. " + NO_ROUTE)
    return address


@dataclass(frozen=True)
class Coturn:
    host: str
    port: int
    certificate: Path

    def trusting(self) -> ssl.SSLContext:
        """It shows this certificate, whatever name it is for."""
        context = ssl.create_default_context(cafile=str(self.certificate))
        context.check_hostname = False
        return context


@asynccontextmanager
async def coturn(
    folder: Path, *allowed: str, secret: str | None = SECRET, relay_ip: str | None = None
) -> AsyncIterator[Coturn]:
    """`allowed`: the addresses of the media server. A coturn that is missing is a failure, as a browser is."""
    host = own_address()
    path = os.environ.get("TURNSERVER") or shutil.which("turnserver")
    if path is None:
        pytest.fail(
            "coturn is missing: on Debian `make test` installs it; elsewhere set TURNSERVER to its path."
        )
    certificate, key = pem_pair(folder, host, datetime.now(UTC) + timedelta(days=1))
    configuration = folder / "turnserver.conf"

    async def started(port: int) -> asyncio.subprocess.Process | None:
        """None: it cannot have this port, which was somebody's until just now; coturn would try again for long."""
        filled_in = [
            f"tls-listening-port={port}", f"listening-port={port}", f"listening-ip={host}",
            f"relay-ip={relay_ip or host}",
            f"cert={certificate}", f"pkey={key}",
            *(f"allowed-peer-ip={address}" for address in allowed),
            *([] if secret is None else [f"static-auth-secret={secret}"]),
            f"userdb={folder / 'turndb'}", f"pidfile={folder / 'turn.pid'}",
            *(["allocation-default-address-family=ipv6"] if relay_ip and ":" in relay_ip else []),
        ]  # fmt: skip
        configuration.write_text("\n".join([SHIPPED.read_text(), *filled_in, ""]))
        process = await asyncio.create_subprocess_exec(
            path, "-c", str(configuration), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

        def listens() -> bool:
            assert process.returncode is None, "coturn ended at once"
            with socket.socket() as probe:
                return probe.connect_ex((host, port)) == 0

        try:
            await until(listens)
        except TimeoutError:
            await ended(process)
            return None
        return process

    async def ended(process: asyncio.subprocess.Process) -> None:
        if process.returncode is None:
            process.kill()
        await process.wait()

    for _ in range(3):
        port = free_ports(host)[1]
        if (process := await started(port)) is not None:
            break
    else:
        pytest.fail("coturn had none of three ports that were free")
    try:
        yield Coturn(host, port, certificate)
    finally:
        await ended(process)
