"""Complete aiortc peers in the seats of a room."""

from __future__ import annotations

from dataclasses import dataclass

from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

from server.media.workers import AnyPlane
from tests.aiortc_peer import AiortcPeer

ROOM = "circle"
SEATS = 3


@dataclass(frozen=True)
class Hears:
    audio: frozenset[int] = frozenset()
    video: frozenset[int] = frozenset()


def everybody(*seats: int) -> dict[int, Hears]:
    return {s: Hears(frozenset(seats) - {s}, frozenset(seats) - {s}) for s in seats}


class Participant(AiortcPeer):
    """Straight into a seat of the plane: silent sound, and a picture unless `camera` is false."""

    def __init__(self, plane: AnyPlane, seat: int, room: str = ROOM, camera: bool = True) -> None:
        async def answers(offer: str) -> str:
            return await plane.answer(room, seat, offer)

        super().__init__(SEATS, answers, AudioStreamTrack(), VideoStreamTrack() if camera else None)
