"""What an offer and its answer agreed on for one participant. Imports nothing but the standard library.

Payload types and header-extension ids are the ones the client chose in its offer; the server numbers nothing
but the SSRCs of the slots.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple, Protocol


class Reach(Protocol):
    """Whom one listener receives: seats by number. Anything with these two attributes will do."""

    @property
    def audio(self) -> frozenset[int]: ...

    @property
    def video(self) -> frozenset[int]: ...


class Layer(IntEnum):
    """How large a picture of somebody one receives."""

    NONE = 0
    SMALL = 1
    LARGE = 2


class Choice(NamedTuple):
    """What one listener is sent of what reach allows, by seat. It only ever takes away."""

    pictures: Mapping[int, Layer]
    voices: frozenset[int] | None = None
    """None: every voice in reach."""
    otherwise: Layer = Layer.SMALL
    """The picture of a seat that is not named."""

    def picture(self, seat: int) -> Layer:
        return self.pictures.get(seat, self.otherwise)

    def voice(self, seat: int) -> bool:
        return self.voices is None or seat in self.voices


UNCHOSEN = Choice({})


@dataclass(frozen=True, slots=True)
class Codec:
    """Payload types of one m-line, as the client numbered them."""

    payload_type: int
    rtx_payload_type: int | None = None  # VP8 only
    red_payload_type: int | None = None  # Opus in a slot only


@dataclass(frozen=True, slots=True)
class Publication:
    """A stream from the client to the server; one audio and one video per participant."""

    mid: str
    codec: Codec
    extensions: Mapping[str, int]  # uri -> id, as negotiated for this m-line
    ssrcs: tuple[int, ...]  # announced by a=ssrc, primary first; empty: learn by MID or payload type
    rtx_ssrcs: tuple[int, ...] = ()
    rids: tuple[str, ...] = ()
    """Of the layers of a picture (RFC 8851), the small one first: their SSRCs are learnt by these. Empty: one alone."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A stream from the server to the client; one audio and one video per seat number."""

    seat: int
    mid: str
    codec: Codec
    extensions: Mapping[str, int]  # uri -> id
    ssrc: int  # chosen by the server, announced in the answer
    rtx_ssrc: int | None


@dataclass(frozen=True, slots=True)
class Negotiated:
    """Everything the forwarder needs to know of one participant's m-lines."""

    audio: Publication | None
    video: Publication | None
    audio_slots: Mapping[int, Slot]  # by seat number
    video_slots: Mapping[int, Slot]
