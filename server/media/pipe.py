"""One end of the pipe between the server's process and a media worker: frames, each after its length in four bytes.

May import the standard library only.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator

UNREAD_MOST_BYTES = 4 * 1024 * 1024
"""Whoever leaves so much unread is not there any more."""

OnFrame = Callable[[bytes | None], None]
"""None stands for a frame that was too long."""


class Frames:
    """Cuts what comes into frames."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._rest = bytearray()
        self._skip = 0

    def feed(self, octets: bytes) -> Iterator[bytes | None]:
        """The frames that are whole now. One that is too long is None, and is thrown away as it comes."""
        self._rest += octets
        while True:
            gone = min(self._skip, len(self._rest))
            del self._rest[:gone]
            self._skip -= gone
            if self._skip or len(self._rest) < 4:
                return
            size = int.from_bytes(self._rest[:4], "big")
            if size > self._most:
                del self._rest[:4]
                self._skip = size
                yield None
            elif len(self._rest) < 4 + size:
                return
            else:
                frame = bytes(self._rest[4 : 4 + size])
                del self._rest[: 4 + size]
                yield frame


class Pipe(asyncio.Protocol):
    """`on_frame` is called for each frame, `on_end` once: at the other's end, or at ours."""

    def __init__(
        self, most_bytes: int, on_frame: OnFrame, on_end: Callable[[], None], *, lingers: bool = False
    ):
        """`lingers`: what the other's end finds unsaid may still be said; then `close` must be called."""
        self._frames = Frames(most_bytes)
        self._most = most_bytes
        self._on_frame, self._on_end = on_frame, on_end
        self._lingers = lingers
        self._ended = False
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, octets: bytes) -> None:
        for frame in self._frames.feed(octets):
            self._on_frame(frame)

    def eof_received(self) -> bool:
        self._end()
        return self._lingers

    def connection_lost(self, _error: Exception | None) -> None:
        self._transport = None
        self._end()

    @property
    def unread(self) -> int:
        """Bytes that wait for the other to read."""
        return self._transport.get_write_buffer_size() if self._transport is not None else 0

    def send(self, frame: bytes) -> bool:
        """False, and nothing is sent, if the frame is too long, too much is unread, or the pipe has ended."""
        if self._transport is None or len(frame) > self._most or self.unread > UNREAD_MOST_BYTES:
            return False
        self._transport.write(len(frame).to_bytes(4, "big") + frame)
        return True

    def finish(self) -> None:
        """Nothing more is said; what the other says is still read."""
        if self._transport is not None and self._transport.can_write_eof():
            self._transport.write_eof()

    def close(self) -> None:
        if self._transport is not None:
            self._transport.close()

    def _end(self) -> None:
        if not self._ended:
            self._ended = True
            self._on_end()
