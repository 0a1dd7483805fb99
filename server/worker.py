"""A media worker's process: `python -m server.worker LEVEL DESCRIPTOR`, started by the server and by nobody else.

DESCRIPTOR is an inherited socket; the worker ends when its other end is closed, as it is when the server dies. Ctrl-C
and a supervisor's SIGTERM reach every process of the server: here they have no effect, for draining is the server's to
do.
"""

from __future__ import annotations

import asyncio
import ctypes
import gc
import signal
import socket
import sys

for _told in (signal.SIGINT, signal.SIGTERM):
    signal.signal(_told, signal.SIG_IGN)

from server import logs  # noqa: E402
from server.media.waiting import Loop  # noqa: E402
from server.media.worker import serve  # noqa: E402

PR_SET_PDEATHSIG = 1


def die_with_the_server() -> None:
    """Also where this process is stuck, and would never see the end of its pipe: it would keep the port (prctl(2))."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def main(level: str, descriptor: str) -> None:
    die_with_the_server()
    logs.configure(level)
    gc.collect()
    gc.freeze()  # as in `app.spare_what_lasts`: a collection would hold up every voice
    with (
        socket.socket(fileno=int(descriptor)) as end,
        asyncio.Runner(loop_factory=Loop) as runner,
    ):
        runner.run(serve(end))


if __name__ == "__main__":
    main(*sys.argv[1:])
