"""A worker that has no process: it serves in the loop of the test, through a real pipe."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable

from server.media import messages as m
from server.media.pipe import OnFrame, Pipe
from server.media.plane import Plane
from server.media.worker import serve


class Hands:
    def __init__(self, pipe: Pipe, task: asyncio.Task[None]) -> None:
        self.pipe, self.task = pipe, task
        self.tell, self.finish = pipe.send, pipe.finish

    def kill(self) -> None:
        self.pipe.close()


class InThisLoop:
    """Hires; the first has `plane`, whoever comes later a plane of their own."""

    def __init__(self, plane: Plane) -> None:
        self._plane: Plane | None = plane
        self.hired: list[Hands] = []

    async def hire(self, on_frame: OnFrame, on_end: Callable[[], None]) -> Hands:
        ours, theirs = socket.socketpair()
        plane, self._plane = self._plane or Plane(), None
        task = asyncio.create_task(serve(theirs, lambda: plane))
        pipe = Pipe(m.MOST_BYTES, on_frame, on_end)
        await asyncio.get_running_loop().create_connection(lambda: pipe, sock=ours)
        self.hired.append(Hands(pipe, task))
        return self.hired[-1]

    async def over(self) -> None:
        await asyncio.wait_for(asyncio.gather(*(hands.task for hands in self.hired)), 5)
