"""One timer for whatever waits for its turn in any room of a plane."""

from __future__ import annotations

from server.media.forwarder import Forwarder
from server.media.plane import Plane
from tests.server.media.peers import Clock
from tests.waiting import until


class Waits(Forwarder):
    """Three packets wait, a millisecond apart."""

    released = 0

    @property
    def due_ms(self) -> int | None:
        return 1_000_000 + self.released if self.released < 3 else None

    def release(self, now_ms: int) -> None:
        self.released += 1
        if self.released == 2:
            raise ValueError("of one room")


async def test_whatever_waits_in_any_room_has_its_turn() -> None:
    rooms: list[Waits] = []

    def made() -> Waits:
        rooms.append(Waits())
        return rooms[-1]

    plane = Plane(clock=Clock(), forwarders=made)
    for name in ("one", "other"):
        plane.open_room(name, 2)
    plane._await_turn(1_000_000)
    plane._await_turn(1_000_005)  # later than the one that is set
    await until(lambda: [room.released for room in rooms] == [3, 3])
    assert plane._turn is None, "nothing waits, and no timer runs"
    assert plane.counters["tick_exception"] == 2
