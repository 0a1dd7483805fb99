"""What is asked of a room, in order; whoever asks is answered, also when the room closes first."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from facilitation import commands as c
from facilitation.vocabulary import SeatId
from server.room.bulletin import Message

INBOX_MOST = 256
DRAINING: Message = {"ok": False, "code": "draining", "detail": ""}
LAPSED: Message = {"ok": False, "code": "lapsed", "detail": ""}


@dataclass(slots=True)
class Asked:
    command: c.Command
    actor: SeatId | None
    command_id: str | None
    late: bool
    """It came when nobody wishes it any more: what became of it is told, and it is not done now."""
    answer: asyncio.Future[Message]

    def settle(self, answer: Message) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)


class Inbox:
    def __init__(self) -> None:
        self._queue: asyncio.Queue[Asked | None] = asyncio.Queue()  # None: close
        self._now: Asked | None = None

    @property
    def full(self) -> bool:
        return self._queue.qsize() >= INBOX_MOST

    def put(
        self, command: c.Command, actor: SeatId | None, command_id: str | None, late: bool = False
    ) -> asyncio.Future[Message]:
        """Never blocks. The future is always resolved, if `next` or `refuse_rest` are called."""
        answer: asyncio.Future[Message] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait(Asked(command, actor, command_id, late, answer))
        return answer

    def put_end(self) -> None:
        """After what was put before, `next` returns None."""
        self._queue.put_nowait(None)

    async def next(self, wait_s: float | None) -> Asked | None:
        """Raises TimeoutError if nothing is asked within `wait_s`; None waits for ever."""
        self._now = await asyncio.wait_for(self._queue.get(), wait_s)
        return self._now

    def refuse_rest(self) -> None:
        """Answers `draining` to all that waits, and to the one that was being answered."""
        while self._now is not None or not self._queue.empty():
            if self._now is not None:
                self._now.settle(dict(DRAINING))
            self._now = None if self._queue.empty() else self._queue.get_nowait()
