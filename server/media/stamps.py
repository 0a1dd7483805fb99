"""How long the kernel held a datagram before it was read: a busy machine reads late, and a sender that is told so takes
it for a narrow way. As intake.c does it. Imports the standard library only.
"""

from __future__ import annotations

import socket
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress

SIZE = socket.CMSG_SPACE(16)
WAITS_MOST_MS = 1_000
"""Whatever is longer is a clock that was set."""
_SO_TIMESTAMPNS = 35  # the module socket has no name for it; of Linux
_TIMESPEC = struct.Struct("@qq")


def ask(udp: socket.socket) -> None:
    """Have the kernel say when each datagram comes. Where it does not, none has waited."""
    if sys.platform == "linux":
        with suppress(OSError):
            udp.setsockopt(socket.SOL_SOCKET, _SO_TIMESTAMPNS, 1)


def waited_ms(ancillary: Iterable[tuple[int, int, bytes]], now_ns: int) -> int:
    """By what `recvmsg` says beside a datagram, and the system's clock."""
    for level, kind, said in ancillary:
        if level == socket.SOL_SOCKET and kind == _SO_TIMESTAMPNS and len(said) == _TIMESPEC.size:
            seconds, nanoseconds = _TIMESPEC.unpack(said)
            waited = (now_ns - seconds * 1_000_000_000 - nanoseconds) // 1_000_000
            return waited if 0 <= waited <= WAITS_MOST_MS else 0
    return 0
