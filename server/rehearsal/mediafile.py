"""A rehearsal member's sound and picture, as one compact file of packets that were encoded beforehand.

Layout, big endian: `RHM1`, then three lists, each a u16 count followed by its entries. Speech and rest packets are
`u8 level, u16 length, Opus`; pictures are `u8 key, u16 length, VP8 frame`. Nothing is encoded or decoded at run time.
May import the standard library only.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"RHM1"
AUDIO_PACKET_MS = 20
PICTURE_MS = 100
_COUNT = struct.Struct("!H")
_ENTRY = struct.Struct("!BH")


class MediaFileError(ValueError):
    """The bytes are not a media file; the text says where they stop making sense."""


@dataclass(frozen=True, slots=True)
class AudioPacket:
    """One Opus packet of 20 ms, mono 48 kHz, and its level: -dBov from 0 (loudest) to 127 (RFC 6464)."""

    level: int
    payload: bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """One VP8 frame of 100 ms; the first of a loop is a keyframe."""

    key: bool
    payload: bytes


@dataclass(frozen=True, slots=True)
class MediaFile:
    """Loops of one member: `speech` and `pictures` repeat while on; `rest` is the faint room of an open microphone."""

    speech: tuple[AudioPacket, ...]
    rest: tuple[AudioPacket, ...]
    pictures: tuple[Picture, ...]

    def pack(self) -> bytes:
        """The file's bytes; `unpack` gives back an equal MediaFile."""
        return b"".join(
            (
                MAGIC,
                _pack((p.level, p.payload) for p in self.speech),
                _pack((p.level, p.payload) for p in self.rest),
                _pack((int(p.key), p.payload) for p in self.pictures),
            )
        )


def unpack(content: bytes) -> MediaFile:
    """Parse a media file. Raises MediaFileError on any byte too few, too many or out of range."""
    if content[:4] != MAGIC:
        raise MediaFileError("not a rehearsal media file")
    speech, position = _unpack(content, 4)
    rest, position = _unpack(content, position)
    pictures, position = _unpack(content, position)
    if position != len(content):
        raise MediaFileError(f"{len(content) - position} bytes after the last picture")
    if not pictures or pictures[0][0] != 1:
        raise MediaFileError("the loop of pictures does not begin with a keyframe")
    if not speech or not rest:
        raise MediaFileError("no sound")
    if any(level > 127 for level, _ in (*speech, *rest)):
        raise MediaFileError("a level above 127")
    return MediaFile(
        tuple(AudioPacket(level, payload) for level, payload in speech),
        tuple(AudioPacket(level, payload) for level, payload in rest),
        tuple(Picture(key == 1, payload) for key, payload in pictures),
    )


def load(path: Path) -> MediaFile:
    """Read one file. Raises OSError or MediaFileError."""
    return unpack(path.read_bytes())


def bundled() -> tuple[Path, ...]:
    """The files that ship with the package, in a fixed order: one fictitious member each."""
    return tuple(sorted((Path(__file__).parent / "media").glob("*.bin")))


def _pack(entries: Iterable[tuple[int, bytes]]) -> bytes:
    listed = list(entries)
    return _COUNT.pack(len(listed)) + b"".join(_ENTRY.pack(mark, len(body)) + body for mark, body in listed)


def _unpack(content: bytes, position: int) -> tuple[list[tuple[int, bytes]], int]:
    try:
        (count,) = _COUNT.unpack_from(content, position)
        position += _COUNT.size
        entries: list[tuple[int, bytes]] = []
        for _ in range(count):
            mark, length = _ENTRY.unpack_from(content, position)
            position += _ENTRY.size
            if position + length > len(content):
                raise MediaFileError(f"a packet of {length} bytes is cut short")
            entries.append((mark, content[position : position + length]))
            position += length
    except struct.error as error:
        raise MediaFileError("a list is cut short") from error
    return entries, position
