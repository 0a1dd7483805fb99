"""A stream's gate, made ready for the loop: the slots that its packets enter, in groups that share what is sent.

May import the standard library and its sisters below.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple, Protocol

from server.media.backlog import PACED
from server.media.fanout import Packet
from server.media.outgoing import Outgoing, Shape


class Way(Protocol):
    """How a group's packets go: by an engine at once, or at their listeners' pace."""

    @property
    def name(self) -> str: ...

    def send(self, lines: Any, packet: Packet, now_ms: int) -> int: ...


class Group(NamedTuple):
    """Listeners who get the same bytes after their own fixed header."""

    shape: Shape
    mark: int
    """Bits that this packet's marker has beside the publisher's."""
    way: Way
    lines: Any
    """What `way.send` takes."""
    voice_type: int | None
    """For redundant audio: the payload type of its blocks."""


class Ready(NamedTuple):
    floor: int
    """Below this number not all of the groups get a packet."""
    groups: tuple[Group, ...]
    waiting: tuple[Outgoing, ...] = ()
    """Who has not begun yet."""


def groups(slots: Iterable[Outgoing], mark: int = 0) -> tuple[Group, ...]:
    """Equal shapes stand together, so that the bytes they share are made once."""
    alike: dict[tuple[Shape, str, int | None], list[Outgoing]] = {}
    for slot in slots:
        way = slot.engine if slot.backlog is None else PACED
        alike.setdefault((slot.shape, way.name, slot.voice_type), []).append(slot)
    return tuple(_group(shape, mark, some, voice_type) for (shape, _, voice_type), some in alike.items())


def _group(shape: Shape, mark: int, some: list[Outgoing], voice_type: int | None) -> Group:
    if some[0].backlog is not None:
        return Group(shape, mark, PACED, tuple(some), voice_type)
    engine = some[0].engine
    return Group(shape, mark, engine, engine.gather([slot.line for slot in some]), voice_type)
