"""Which worker has which room, and what must be known to open the room in another. Pure; imports nothing but its
siblings' types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from server.media.negotiated import Choice, Reach


@dataclass(slots=True)
class Placed:
    """One open room."""

    seats: int
    slots: int | None
    post: int
    """The number of the worker's post, 0.. ."""
    reach: Mapping[int, Reach] = field(default_factory=dict)
    lent: Mapping[int, int] | None = None
    """As they are to be: no worker forwards anything for the room that it was not told of these."""
    choices: Mapping[int, Choice] = field(default_factory=dict)
    measured: bool = False
    linked: set[int] = field(default_factory=set)
    """Seats whose link is up."""

    @property
    def load(self) -> int:
        """A room counts for whom it may hold, and once more for who is there: many are opened before anybody comes."""
        return self.seats + len(self.linked)


class Placement:
    """All open rooms, by name."""

    def __init__(self) -> None:
        self.rooms: dict[str, Placed] = {}

    def open(self, room: str, seats: int, slots: int | None, posts: Sequence[int]) -> Placed | None:
        """Gives a new room to the least loaded of `posts`; None if it is open already."""
        if room in self.rooms:
            return None
        placed = self.rooms[room] = Placed(seats, slots, self._least(posts))
        return placed

    def close(self, room: str) -> Placed | None:
        return self.rooms.pop(room, None)

    def of(self, post: int) -> dict[str, Placed]:
        """The rooms of one worker."""
        return {room: placed for room, placed in self.rooms.items() if placed.post == post}

    def move(self, away_from: int, posts: Sequence[int]) -> dict[str, Placed]:
        """Gives all rooms of a worker to the others, the largest first; what was moved."""
        moved = sorted(self.of(away_from).items(), key=lambda one: -one[1].load)
        for _, placed in moved:
            placed.post = -1
            placed.post = self._least(posts)
        return dict(moved)

    def _least(self, posts: Sequence[int]) -> int:
        loads = dict.fromkeys(posts, 0)
        for placed in self.rooms.values():
            if placed.post in loads:
                loads[placed.post] += placed.load
        return min(posts, key=loads.__getitem__)
