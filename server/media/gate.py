"""A stream's gate, made ready for the loop: the slots that its packets enter, in groups that share what is sent.

May import the standard library and its sisters below.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from server.media.fanout import Engine
from server.media.outgoing import Outgoing, Shape


class Group(NamedTuple):
    """Listeners who get the same bytes after their own fixed header."""

    shape: Shape
    mark: int
    """Bits that this packet's marker has beside the publisher's."""
    engine: Engine
    lines: Any
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
        alike.setdefault((slot.shape, slot.engine.name, slot.voice_type), []).append(slot)
    return tuple(
        Group(shape, mark, some[0].engine, some[0].engine.gather([slot.line for slot in some]), voice_type)
        for (shape, _, voice_type), some in alike.items()
    )
