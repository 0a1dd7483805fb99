"""The floor: the least that a forward costs in one thread, as floor.c does it, for the very same packets. What sends
them one by one from one socket cannot cost less, so that what another forwarder costs can be told beside it.

Its people are load peers that are given their keys and its address: there is neither ICE nor DTLS. As a process it is
told its rooms in a line of JSON, prints its port, and forwards until it is killed.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import cffi
from pylibsrtp import Policy

from server.media import srtp
from server.media.dtls import SrtpSessions
from server.media.port import KERNEL_BUFFER_BYTES
from server.rehearsal.checks import Checks
from server.rehearsal.pacer import Pacer
from server.rehearsal.reception import Received
from tests.bench.crowd import SLOTS, LoadPeer
from tests.server.media.forwarding_room import session

COMPILER = shutil.which("cc") or shutil.which("gcc")
SOURCE = Path(__file__).with_name("floor.c")
DECLARED = """
void floor_with(void *protects, void *unprotects);
void floor_source(uint16_t at, void *srtp);
int floor_copy(uint16_t at, void *srtp, uint32_t ssrc, uint32_t host, uint16_t port);
void floor_run(int fd);
"""
PROFILE, KEY = Policy.SRTP_PROFILE_AEAD_AES_256_GCM, 44
"""What our own server and Janus agree on with these peers."""
LOOPBACK = "127.0.0.1"
STARTS_S = 60


class Peer(LoadPeer):
    """Somebody who needs no handshake."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = os.urandom(KEY), os.urandom(KEY)
        sends, receives = self.keys
        self._srtp = SrtpSessions.of(
            session(receives, PROFILE, Policy.SSRC_ANY_INBOUND),
            session(sends, PROFILE, Policy.SSRC_ANY_OUTBOUND),
        )
        self._tally = Received({}, SLOTS)
        self._open_socket()

    def told(self) -> dict[str, Any]:
        """What the floor is told of one."""
        assert self._socket is not None
        return {
            "port": self._socket.getsockname()[1],
            "keys": [key.hex() for key in self.keys],
            "ssrcs": [self.audio.ssrc, self.video.ssrc],
        }

    def begin(self, port: int) -> None:
        self._checks = Checks(
            "", "", "", [], path=(LOOPBACK, port), answered_ms=1 << 60
        )  # nobody answers any
        self._pacer = Pacer.shared()
        self._pacer.add(self)


def apart(count: int) -> list[Peer]:
    """Peers whose streams floor.c can tell by the end of their SSRCs."""
    peers: list[Peer] = []
    ends: set[int] = set()
    while len(peers) < count:
        peer = Peer()
        own = {ssrc & 0xFFFF for ssrc in peer.told()["ssrcs"]}
        if len(own) == 2 and not own & ends:
            peers.append(peer)
            ends |= own
        else:
            peer._close_socket()
    return peers


@asynccontextmanager
async def running(
    rooms: int, people: int, prefix: tuple[str, ...]
) -> AsyncIterator[tuple[asyncio.subprocess.Process, list[Peer]]]:
    """The process and everybody in it."""
    peers = apart(rooms * people)
    crowds = [peers[at : at + people] for at in range(0, len(peers), people)]
    process = await asyncio.create_subprocess_exec(
        *prefix, sys.executable, "-m", "tests.bench.floor",
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(
            json.dumps([[peer.told() for peer in crowd] for crowd in crowds]).encode() + b"\n"
        )
        async with asyncio.timeout(STARTS_S):
            port = int(await process.stdout.readline())
        for peer in peers:
            peer.begin(port)
        yield process, peers
    finally:
        process.kill()
        await process.wait()
        for peer in peers:
            await peer.close()


def built(folder: Path) -> Any:
    assert COMPILER is not None
    library = folder / "floor.so"
    subprocess.run(
        [COMPILER, "-O2", "-Wall", "-Wextra", "-fPIC", "-shared", "-o", library, SOURCE], check=True
    )
    ffi = cffi.FFI()
    ffi.cdef(DECLARED)
    return ffi, ffi.dlopen(str(library))


def forward(rooms: list[list[dict[str, Any]]]) -> None:
    """Everybody's packets to everybody else of the room, each under an SSRC and a session of its own."""
    with tempfile.TemporaryDirectory() as folder:
        ffi, lib = built(Path(folder))
    sessions = []

    def context(key: str, direction: int) -> Any:
        sessions.append(session(bytes.fromhex(key), PROFILE, direction))
        return ffi.cast("void *", srtp.context_address(sessions[-1]))

    lib.floor_with(*(ffi.cast("void *", at) for at in srtp.addresses()[:2]))
    host = int.from_bytes(socket.inet_aton(LOOPBACK), "big")
    for people in rooms:
        for sender in people:
            for ssrc in sender["ssrcs"]:
                lib.floor_source(ssrc & 0xFFFF, context(sender["keys"][0], Policy.SSRC_ANY_INBOUND))
                for other in (one for one in people if one is not sender):
                    out = context(other["keys"][1], Policy.SSRC_ANY_OUTBOUND)
                    assert lib.floor_copy(ssrc & 0xFFFF, out, ssrc, host, other["port"]), "two of one SSRC"
    udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    for option in (socket.SO_RCVBUF, socket.SO_SNDBUF):
        udp.setsockopt(socket.SOL_SOCKET, option, KERNEL_BUFFER_BYTES)
    udp.bind((LOOPBACK, 0))
    print(udp.getsockname()[1], flush=True)
    lib.floor_run(udp.fileno())


if __name__ == "__main__":
    forward(json.loads(sys.stdin.readline()))
