"""What a server is doing now, in numbers: of no room, no seat and no name apart. Imports the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class AtWork(NamedTuple):
    rooms: int
    """Sessions that go on in this process."""
    seats: int
    """Taken in them, of whoever waits, too."""
    links: Mapping[str, int]
    """Connections, by where they stand: `connecting`, `up`, `down`."""
    qualities: Mapping[str, int]
    """Links by how good they are: `good`, `weak`, `very_weak`."""
    engine: str
    """What forwards."""
    workers: int
    """Processes that forward beside the server's own; 0: it does so itself."""
    replaced: int
    """How many of these were since the start."""
