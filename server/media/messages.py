"""What the server's process and a media worker say to each other: orders one way, reports the other.

MessagePack, one message a frame (`pipe`). What is no message of these is None: neither side trusts the other to be
whole. May import msgspec and its siblings.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec

from server.media.lag import Lag
from server.media.negotiated import Choice, Layer
from server.media.participant import SeatFacts
from server.media.plane import Totals

MOST_BYTES = 256 * 1024
"""Of one message. The longest is an offer, of which the pages take 64 kB."""

Ask = Annotated[int, msgspec.Meta(ge=1)]
"""The number by which an order and the report on it belong together."""
Room = Annotated[str, msgspec.Meta(min_length=1, max_length=128)]
Seat = Annotated[int, msgspec.Meta(ge=0, le=1000)]
Number = Annotated[int, msgspec.Meta(ge=0, le=65535)]


class _Message(msgspec.Struct, frozen=True, tag=True, forbid_unknown_fields=True):
    pass


class Hears(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whom one listener receives, as `negotiated.Reach`."""

    audio: frozenset[Seat] = frozenset()
    video: frozenset[Seat] = frozenset()


# Orders


class _Asks(_Message, frozen=True):
    """There will be a report on it, of the same number."""

    ask: Ask
    room: Room


class Begin(_Message, frozen=True):
    """The first order; the report is Began or NotBegun. As `Plane.start`."""

    host: str
    port: Number
    advertise: tuple[str, ...]
    tcp: bool


class OpenRoom(_Message, frozen=True):
    room: Room
    seats: Seat
    slots: Seat | None


class CloseRoom(_Asks, frozen=True):
    pass


class SetReach(_Asks, frozen=True):
    reach: dict[Seat, Hears]
    slots: dict[Seat, Seat] | None


class Pictures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one listener is sent, as `negotiated.Choice`."""

    pictures: dict[Seat, Layer]
    voices: frozenset[Seat] | None
    otherwise: Layer


class Choose(_Message, frozen=True):
    """As `Plane.choose`; nobody waits for it."""

    room: Room
    choices: dict[Seat, Pictures]


class Measure(_Message, frozen=True):
    """As `Plane.measure`."""

    room: Room


class Listen(_Asks, frozen=True):
    """The report is Spoken, as `Plane.spoken`."""

    rest: bool


class Silence(_Asks, frozen=True):
    pass


class Drop(_Asks, frozen=True):
    seat: Seat


class Answer(_Asks, frozen=True):
    seat: Seat
    offer: str


class Restart(_Asks, frozen=True):
    seat: Seat
    connection: str
    ufrag: str


# Reports


class Began(_Message, frozen=True):
    port: Number
    engine: str


class NotBegun(_Message, frozen=True):
    """The port cannot be bound: an OSError's number and words."""

    errno: int
    reason: str


class _Says(_Message, frozen=True):
    """On the order of this number."""

    ask: Ask


class Done(_Says, frozen=True):
    """It is in effect."""


class Answered(_Says, frozen=True):
    answer: str


class Restarted(_Says, frozen=True):
    ufrag: str
    pwd: str


class Spoken(_Says, frozen=True):
    """Seat, and from when to when it spoke, in ms of the clock that all processes of a machine share."""

    spans: list[tuple[Seat, int, int]]


class Failed(_Says, frozen=True):
    """`offer`: the SdpError of that code and detail; `place`: no such room or seat; `fault`: a defect of ours."""

    why: Literal["offer", "place", "fault"]
    code: str = ""
    detail: str = ""


class Linked(_Message, frozen=True):
    room: Room
    seat: Seat
    up: bool


class Facts(_Message, frozen=True):
    """Of one room, several times a second."""

    room: Room
    seats: dict[Seat, SeatFacts]


class Sums(_Message, frozen=True):
    totals: Totals
    lag: Lag


Asked: TypeAlias = CloseRoom | SetReach | Silence | Drop | Answer | Restart | Listen
Order: TypeAlias = Begin | OpenRoom | Choose | Measure | Asked
Said: TypeAlias = Done | Answered | Restarted | Spoken | Failed
Report: TypeAlias = Began | NotBegun | Said | Linked | Facts | Sums

_T = TypeVar("_T")
_encoder = msgspec.msgpack.Encoder()
_orders: msgspec.msgpack.Decoder[Order] = msgspec.msgpack.Decoder(Order)
_reports: msgspec.msgpack.Decoder[Report] = msgspec.msgpack.Decoder(Report)


def packed(message: Order | Report) -> bytes:
    return _encoder.encode(message)


def order(frame: bytes | None) -> Order | None:
    """None for what is no order."""
    return _read(_orders, frame)


def report(frame: bytes | None) -> Report | None:
    """None for what is no report."""
    return _read(_reports, frame)


def hears(reach: Mapping[int, object]) -> dict[int, Hears]:
    """A reach as the room has it, for a message."""
    return {
        int(seat): Hears(frozenset(map(int, one.audio)), frozenset(map(int, one.video)))  # type: ignore[attr-defined]
        for seat, one in reach.items()
    }


def pictures(choices: Mapping[int, Choice]) -> dict[int, Pictures]:
    """What listeners chose, for a message."""
    return {
        int(seat): Pictures(dict(one.pictures), one.voices, one.otherwise) for seat, one in choices.items()
    }


def _read(decoder: msgspec.msgpack.Decoder[_T], frame: bytes | None) -> _T | None:
    if frame is None:
        return None
    try:
        return decoder.decode(frame)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
