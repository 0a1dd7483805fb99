"""Where TLS ends before the server, as in a reverse proxy."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path


@asynccontextmanager
async def tls_to(behind: int, host: str, port: int, certificate: Path, key: Path) -> AsyncIterator[None]:
    """`https://host:port` is what `http://host:behind` is."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)

    async def both_ways(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        out, into = await asyncio.open_connection(host, behind)
        await asyncio.gather(carry(reader, into), carry(out, writer), return_exceptions=True)

    async with await asyncio.start_server(both_ways, host, port, ssl=context):
        yield


async def carry(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with closing(sink):
        while some := await source.read(65_536):
            sink.write(some)
            await sink.drain()
