"""What a page says it shows of whom, and what its person wishes to receive. Lossy: the newest counts.

Read strictly, and bounded: it comes from a client. May import the standard library and the ladder's words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from server.media.layers import Wish
from server.media.negotiated import Layer

SEATS_MOST = 64
_SIZES = {layer.name.lower(): layer for layer in Layer}


@dataclass(frozen=True, slots=True)
class Looks:
    """A seat that is not named: small."""

    sizes: Mapping[int, Layer] = field(default_factory=dict)
    wish: Wish = Wish.ALL


def looks_in(message: object) -> Looks | None:
    """What `{sizes: {"seat": "none" | "small" | "large"}, wish: "all" | "save" | "audio"}` says; None: it is none."""
    if not isinstance(message, dict) or message.keys() != {"sizes", "wish"}:
        return None
    sizes, wish = message["sizes"], message["wish"]
    if (
        not isinstance(sizes, dict)
        or len(sizes) > SEATS_MOST
        or not isinstance(wish, str)
        or wish not in set(Wish)
    ):
        return None
    read: dict[int, Layer] = {}
    for seat, size in sizes.items():
        if not (
            seat.isascii() and seat.isdigit() and len(seat) <= 3 and isinstance(size, str) and size in _SIZES
        ):
            return None
        read[int(seat)] = _SIZES[size]
    return Looks(read, Wish(wish))
