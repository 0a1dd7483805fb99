"""What the pages need of the house. `server.house` provides it; the pages know no room and no media plane."""

from __future__ import annotations

from typing import Protocol

from server.at_work import AtWork
from server.desks import Desks
from server.feedback import Instrument
from server.relay import Relay
from server.settings import Settings
from server.store import Entry, Person, SessionRow, Store


class House(Protocol):
    settings: Settings
    store: Store
    instrument: Instrument | None
    draining: bool
    desks: Desks

    async def take_seat(self, person: Person, entry: Entry) -> int:
        """The person goes in, to their seat or the next free one; a page of theirs in another browser is told so.
        Raises facilitation.vocabulary.Refused, NameTaken, LinkRefused, and then nothing has changed."""
        ...

    async def may_come_back(self, person: Person) -> bool:
        """Whether somebody who may go in again has left, and is let in anew; nothing changes yet. Raises Refused."""
        ...

    async def has_way_in(self, person: Person) -> bool:
        """Whether the seat that they have leads into a session that goes on; they may have left it, or wait."""
        ...

    async def snapshot(self, person: Person) -> bytes:
        """JSON: all that this person may know now, or `null` where there is nothing to see any more."""
        ...

    async def slots(self, session: str) -> int:
        """The number of seats that a media offer must hold."""
        ...

    async def stage(self, session: str) -> str:
        """A facilitation.vocabulary.Stage; `ended` also for a session that nobody knows."""
        ...

    async def claim(self, person: Person, shown_at_ms: int | None) -> bool:
        """Whether a page that was shown at that session time (None: unknown) is this person's newest yet."""
        ...

    async def media_answer(self, person: Person, offer: str) -> str:
        """The SDP answer. Raises server.media.sdp.SdpError or Refused."""
        ...

    async def media_restart(self, person: Person, connection: str, ufrag: str) -> tuple[str, str]:
        """New ICE credentials, ufrag and password, for the connection known by that ufrag. Raises so, too."""
        ...

    async def relay(self, person: Person) -> Relay | None:
        """What a media connection of this person may go through; None where there is none, or they have no place."""
        ...

    async def may_check(self, person: Person) -> None:
        """Whether somebody who has a place may look at the way to the media port. Raises Refused."""
        ...

    async def path_check(self, who: str, offer: str) -> tuple[str | None, Relay | None]:
        """The SDP answer for a look at the way to the media port, None if too many look at once; and what that
        connection may go through. `who` tells one from another. Raises SdpError."""
        ...

    async def plate(self, person: Person, part: int, text: str) -> None:
        """What stands on the plate of a part in a scene. Raises Refused."""
        ...

    async def rename(self, person: Person, seat: int, name: str) -> None:
        """A leader calls whoever has this seat by another name. Raises Refused."""
        ...

    async def names_changed(self, session: str) -> None:
        """Tells everyone in the session its names, as the store has them now."""
        ...

    def rehearsal(self, row: SessionRow) -> float | None:
        """How many times as fast as real time a rehearsal runs; None for a real meeting."""
        ...

    def at_work(self) -> AtWork:
        """In numbers, for whoever runs the server."""
        ...

    def ready(self) -> str | None:
        """None, or in plain words why no one should be sent here now."""
        ...
