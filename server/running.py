"""A session that this process runs: its room, and what is told of it though no log keeps it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog

from facilitation.vocabulary import SeatId, Stage
from server.facts.link_quality import Quality
from server.facts.pictures import Pictures
from server.facts.watch import Watch
from server.media.layers import Rung
from server.media.workers import AnyPlane
from server.room import Room

log = structlog.get_logger()


@dataclass(slots=True)
class Running:
    room: Room
    watch: Watch = field(default_factory=Watch)
    pictures: Pictures = field(default_factory=Pictures)
    failures: Counter[str] = field(default_factory=Counter)
    """How often something could not be done, by what: `facts`, `speech`. Those of all sessions may be one."""
    failing: set[str] = field(default_factory=set)
    """What could not be done the last time."""

    def lose_media(self) -> None:
        """Every connection of the room is gone. A page that is not told finds out by itself, seconds later."""
        if self.room.measure is not None:
            self.room.measure.lost()
        for outlet in self.room.outlets().values():
            outlet.send("media_lost", {})

    def tell_facts(self, plane: AnyPlane) -> None:
        """To every page what is new, and to the plane what each is to be sent. Never raises: other rooms are told
        theirs."""
        with self._apart("facts"):
            self._tell_facts(plane)

    async def take_speech(self) -> None:
        """What was spoken goes to the store, where something is kept. Never raises: other rooms' goes, too."""
        if self.room.measure is not None:
            with self._apart("speech"):
                await self.room.measure.take()

    @contextmanager
    def _apart(self, what: str) -> Iterator[None]:
        """A fault in it ends nothing of another room's: it is counted, and said once until it can be done."""
        try:
            yield
            self.failing.discard(what)
        except Exception as error:
            self.failures[what] += 1
            if what not in self.failing:
                event = f"{what}_failed"
                log.error(event, room=self.room.session, reason=type(error).__name__)
            self.failing.add(what)

    def _tell_facts(self, plane: AnyPlane) -> None:
        room = self.room
        if room.state.stage is Stage.ENDED:
            return
        seats, now = plane.facts(room.session), room.clock.now()
        self.watch.look(seats, now)
        self.watch.hear(room.state, seats, now)
        plane.choose(room.session, self.pictures.choose(room.state, room.reach, seats, room.looks, now))
        stayed = frozenset[SeatId]() if room.presence is None else room.presence.stayed(now)
        for desk, outlets in ((False, room.outlets()), (True, room.second.desks)):
            for seat, outlet in outlets.items():
                message = self.watch.message(seat, room.state, room.reach, seats, now)
                message["you"] |= {**self.pictures.own(seat), "attended": seat in stayed}
                if self.watch.is_due(seat, outlet, message, desk):
                    outlet.send("facts", message)


def qualities(all_running: Iterable[Running]) -> Counter[str]:
    """How many links of sessions that go on are how good, of those that are up."""
    found = Counter({quality.value: 0 for quality in Quality})
    for one in all_running:
        if one.room.state.stage is not Stage.ENDED:
            found.update(one.watch.qualities(one.room.state))
    return found


def rungs(all_running: Iterable[Running]) -> Counter[str]:
    """How many listeners of sessions that go on stand on each rung of the ladder."""
    found = Counter({rung.name.lower(): 0 for rung in Rung})
    for one in all_running:
        if one.room.state.stage is not Stage.ENDED:
            found.update(one.pictures.rungs())
    return found
