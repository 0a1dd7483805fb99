"""Who of a room speaks when, where something of its session is kept; of any other room nothing is measured here.

May import the standard library and its sisters `detector` and `participant`.
"""

from __future__ import annotations

from collections.abc import Mapping

from server.media.detector import Detector
from server.media.participant import Participant

Spoken = tuple[int, int, int]
"""A seat, and from when to when it spoke, in ms of the plane's clock."""


class Measured:
    def __init__(self, participants: Mapping[int, Participant]) -> None:
        """Of those who are in the room, by seat, as that changes."""
        self._participants = participants
        self._begun = False
        self._left: list[Spoken] = []

    def begin(self) -> None:
        """From now on it is noted when each seat speaks."""
        self._begun = True
        for participant in self._participants.values():
            participant.catch_up()  # what was said until now is not noted
            participant.voice = participant.voice or Detector()

    def joined(self, participant: Participant) -> None:
        if self._begun:
            participant.voice = Detector()

    def gone(self, participant: Participant) -> None:
        self._left += _of(participant, None)

    def spoken(self, now_ms: int, *, rest: bool = False) -> list[Spoken]:
        """Who spoke when and was not told of yet; with `rest`, whoever still speaks, too."""
        found, self._left = self._left, []
        for participant in self._participants.values():
            found += _of(participant, None if rest else now_ms)
        return found


def _of(participant: Participant, now_ms: int | None) -> list[Spoken]:
    """Everything, where `now_ms` is None."""
    if participant.voice is None:
        return []
    participant.catch_up()
    spans = participant.voice.ended() if now_ms is None else participant.voice.spoken(now_ms)
    return [(participant.seat, start, end) for start, end in spans]
