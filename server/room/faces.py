"""What a room needs of those it meets: the media plane, and a person's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from facilitation.reach import Reach
from server.room.bulletin import Message


class MediaPlane(Protocol):
    """The plane's face (`server.media.plane`), as far as a room needs it. The room's seats are plain ints there."""

    def open_room(self, room: str, seats: int, slots: int | None = None) -> None: ...
    async def close_room(self, room: str) -> None: ...
    async def set_reach(
        self, room: str, reach: Mapping[int, Reach], slots: Mapping[int, int] | None = None
    ) -> None: ...
    async def drop(self, room: str, seat: int) -> None: ...
    def silence(self, room: str) -> None: ...
    def measure(self, room: str) -> None: ...
    async def spoken(self, room: str, *, rest: bool = False) -> list[tuple[int, int, int]] | None: ...


class Outlet(Protocol):
    """One person's page. `send` never blocks and never raises; `close` follows what was sent."""

    def send(self, event: str, message: Message) -> None: ...
    def ask_there(self, tell: Callable[[bool], None]) -> None:
        """Asks whether it answers. Tells False if it does not for some seconds, and True once it does after that."""

    def close(self) -> None: ...
