"""What a fictitious member can see, and ask for. May import the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Turn:
    """Who holds the floor by a granted turn; `number` counts the turns of the session."""

    number: int
    seat: int


@dataclass(frozen=True, slots=True)
class View:
    """What one member can see of the session, and hear: nothing that their page would not show.

    `heard` is the seats whose voice arrives at this moment, taken from the media connection.
    """

    seat: int
    seated: bool = False
    running: bool = False
    paused: bool = False
    kind: str = ""  # of the phase; empty before the first
    entry: int = 0  # counts phase entries
    case: int = 0
    floor: str = "open"
    presenter: int | None = None
    invited: str = ""  # the part that this member was asked to take
    cast: frozenset[int] = frozenset()  # who plays, and who was asked to
    others: tuple[int, ...] = ()  # the members in the circle who do not lead, but for oneself
    pushed_back: bool = False  # whether the presenter sits outside the circle now
    turn: Turn | None = None
    offers: tuple[int, ...] = ()
    hands: tuple[int, ...] = ()
    leading: frozenset[int] = frozenset()
    heard: frozenset[int] = frozenset()

    @property
    def presents(self) -> bool:
        return self.presenter == self.seat

    @property
    def has_turn(self) -> bool:
        return self.turn is not None and self.turn.seat == self.seat


@dataclass(frozen=True, slots=True)
class Asked:
    """A command the member sends. `about` counts the phase entry, case or turn that it is about, if any."""

    type: str
    about: int | None = None
    fields: Mapping[str, str | int | bool] = field(default_factory=dict)
