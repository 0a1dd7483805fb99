"""What is kept of a session, from its opening to its release or destruction: measured only where it is, and seen first
by whoever was there."""

from __future__ import annotations

import sys
import time
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation import commands as c
from facilitation.course import UNMEASURED
from facilitation.structure_record import Lack, StructureRecord
from facilitation.vocabulary import Keeping, Role, SeatId
from server.clock import monotonic_ms
from server.formats import find
from server.groups.meeting import open_meeting
from server.house import House
from server.media.plane import Plane
from server.opening import open_session
from server.record.elsewhere import NotMade
from server.record.making import Made, Sources
from server.record.schema import from_json
from server.retention import QUARTER_S, UNNOTICED_S, VETO_S
from server.room import Room
from server.settings import Settings
from server.store import Listed, NotSaved, Store
from tests.server.memory import Page
from tests.waiting import until

LEADER, ANN = SeatId(1), SeatId(2)
CLASSIC = find("classic").text
OWN = CLASSIC.replace("minutes = [3, 7, 15]", "minutes = [3, 8, 15]", 1)


class TalkingPlane(Plane):
    """Nobody is connected; who spoke is what the test says."""

    def __init__(self) -> None:
        super().__init__()
        self.measured: list[str] = []
        self.said: list[tuple[int, int, int]] = []
        self.gone = False
        """There is no worker."""
        self.going_on = False
        """They still speak, and nothing can be told of it yet."""

    def measure(self, room: str) -> None:
        super().measure(room)
        self.measured.append(room)

    async def spoken(self, room: str, *, rest: bool = False) -> list[tuple[int, int, int]] | None:
        if self.gone:
            return None
        if room not in self._rooms:
            return []
        assert room in self.measured, "nobody may be asked of what is not measured"
        if self.going_on and not rest:
            return []
        said, self.said = self.said, []
        return said


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    store = await Store.open(None)
    house = House(Settings(data_dir=tmp_path), store, TalkingPlane())
    yield house
    await house.stop()
    await store.close()


def plane(house: House) -> TalkingPlane:
    assert isinstance(house.plane, TalkingPlane)
    return house.plane


async def begun(house: House, keeping: Keeping, text: str = CLASSIC) -> tuple[str, Room]:
    """A leader and Ann have begun."""
    session = (await open_session(house.store, text, "", keeping=keeping)).session
    room = await house.room(session)
    assert room is not None
    for command, actor in (
        (c.TakeSeat(Role.LEADER), None), (c.TakeSeat(Role.MEMBER), None), (c.Admit(ANN), LEADER), (c.Begin(), LEADER),
    ):  # fmt: skip
        assert (await room.ask(command, actor))["ok"]
    return session, room


def speaks(house: House, room: Room, seat: SeatId) -> tuple[int, int, int]:
    """That seat has spoken for a moment: now, on the plane's clock. As session time."""
    now = monotonic_ms()
    plane(house).said.append((seat, now, now + 40))
    return seat, room.clock.at(now), room.clock.at(now) + 40


async def ended(house: House, room: Room) -> StructureRecord | None:
    assert (await room.ask(c.End(), LEADER))["ok"]
    waiting = await house.store.waiting_record(room.session)
    return None if waiting is None else from_json(waiting.text)


async def test_where_nothing_is_kept_nothing_is_measured(house: House) -> None:
    session, room = await begun(house, Keeping.NOTHING)
    await house._beat()
    assert plane(house).measured == []
    assert room.snapshot(ANN)["keeping"] == "nothing"
    assert await ended(house, room) is None
    assert (await house.store.load(session))[0] == []


@pytest.mark.parametrize(("speed", "held", "told"), [(1.0, False, None), (1.0, True, 1.0), (4.0, False, 4.0)])
async def test_everyone_is_told_of_a_rehearsal_and_how_fast_it_runs(
    house: House, speed: float, held: bool, told: float | None
) -> None:
    session = (await open_session(house.store, CLASSIC, "", speed=speed)).session
    if held:  # by `restarea demo`
        house._rehearsals = {session}
    room = await house.room(session)
    assert room is not None
    for role in (Role.LEADER, Role.MEMBER):
        assert (await room.ask(c.TakeSeat(role), None))["ok"]
    assert [room.snapshot(seat).get("rehearsal") for seat in (LEADER, ANN)] == [told, told]


async def test_everyone_is_told_that_it_is_kept_with_the_groups_other_records(house: House) -> None:
    group = await house.store.add_group(
        "Tuesdays", "classic", [Listed("leader", "Anna"), Listed("member", "Ann")]
    )
    (whole,) = await house.store.groups()
    await open_meeting(house.store, whole, CLASSIC, "", keeping=Keeping.AGGREGATE, together=True)
    (row,) = await house.store.sessions()
    room = await house.room(row.session)
    assert room is not None
    for command, actor in ((c.TakeSeat(Role.LEADER), None), (c.TakeSeat(Role.MEMBER), None)):
        assert (await room.ask(command, actor))["ok"]
    assert room.snapshot(ANN)["together"] is room.snapshot(LEADER)["together"] is True, "at the door, too"
    assert (await room.ask(c.Admit(ANN), LEADER))["ok"] and (await room.ask(c.Begin(), LEADER))["ok"]
    await ended(house, room)
    waiting = await house.store.waiting_record(row.session)
    assert waiting is not None and waiting.together
    _, alone = await begun(house, Keeping.AGGREGATE)
    assert "together" not in alone.snapshot(ANN)
    assert await house.store.series.of(group) is not None


async def test_speech_goes_to_the_store_in_session_time(house: House) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    assert plane(house).measured == [session]
    assert room.snapshot(ANN)["keeping"] == room.snapshot(LEADER)["keeping"] == "aggregate"
    said = [speaks(house, room, ANN)]
    await house._beat()
    said.append(speaks(house, room, LEADER))
    await house._beat()
    assert await house.store.speech(session) == said


async def test_what_a_worker_that_died_had_not_told_is_no_silence(house: House) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    await house._beat()
    house._on_lost(session)  # and another has its rooms at once
    await house._beat()
    ((seat, start, end),) = await house.store.speech(session)
    assert (seat, start) == (UNMEASURED, 0) and end <= room.clock.now(), (
        "what went on is lost from its beginning"
    )
    plane(house).gone = True
    await house._beat()
    assert len(await house.store.speech(session)) == 1, "it lasts until another measures"
    plane(house).gone = False
    await house._beat()
    assert [one[0] for one in await house.store.speech(session)] == [UNMEASURED] * 2
    plane(house).gone = True
    made = await ended(house, room)
    assert made is not None and made.whole.silence_share is None, "nothing of it was measured"
    assert Lack.MEASURED_IN_PART in made.lacks
    assert made.whole.silences.over_3_s == 0


@pytest.mark.parametrize("killed", [True, False])
async def test_what_a_server_that_was_killed_had_not_told_is_missing_and_of_one_that_was_stopped_nothing(
    house: House, killed: bool
) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    speaks(house, room, ANN)
    await house._beat()
    plane(house).said.append((LEADER, *[monotonic_ms() + n for n in (0, 40)]))  # and is told of by nobody yet
    await until(lambda: room.clock.now() > room.state.at)
    if killed:
        await house.store.heartbeat({session: room.clock.now()})
    else:
        await house.stop()
    _, reached_ms = await house.store.load(session)
    again = House(house.settings, house.store, TalkingPlane())
    went_on = await again.room(session)
    assert went_on is not None
    await again._beat()
    spoken = await house.store.speech(session)
    assert ((UNMEASURED, 0, reached_ms) in spoken) is killed
    assert (LEADER in [seat for seat, *_ in spoken]) is not killed
    assert (await went_on.ask(c.ComeBack(LEADER), None))["ok"]
    made = await ended(again, went_on)
    assert made is not None and (Lack.MEASURED_IN_PART in made.lacks) is killed


async def test_what_the_disk_refused_goes_with_the_next(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    said = [speaks(house, room, ANN)]

    async def refused(*_: object, **__: object) -> None:
        raise NotSaved("full")

    with monkeypatch.context() as full:
        full.setattr(house.store, "add_speech", refused)
        await house._beat()
    said.append(speaks(house, room, LEADER))
    await house._beat()
    assert await house.store.speech(session) == said


async def test_at_the_end_a_record_is_left_and_nothing_else(house: House) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    speaks(house, room, ANN)
    made = await ended(house, room)
    assert made is not None and made.level is Keeping.AGGREGATE and made.format == "classic"
    assert made.month == time.strftime("%Y-%m", time.gmtime())
    assert [phase.kind for phase in made.phases] == ["arrival"]
    assert (await house.store.load(session))[0] == [] and await house.store.speech(session) == []
    waiting = await house.store.waiting_record(session)
    assert waiting is not None and VETO_S <= waiting.left_s <= VETO_S + QUARTER_S
    assert waiting.until is not None and waiting.until % QUARTER_S == 0


async def test_whoever_speaks_at_the_end_is_in_it(house: House) -> None:
    """The connections end with the session; what the plane held until then was measured, too."""
    _, room = await begun(house, Keeping.AGGREGATE)
    _, start, _ = speaks(house, room, ANN)
    plane(house).going_on = True
    await until(lambda: room.clock.now() > start)
    await house._beat()
    made = await ended(house, room)
    assert made is not None and "no_speech" not in made.lacks


async def test_a_format_of_the_groups_own_is_not_named(house: House) -> None:
    _, room = await begun(house, Keeping.AGGREGATE, OWN)
    made = await ended(house, room)
    assert made is not None and made.format == "own", "though it has the key of one of ours"


async def test_an_end_that_a_crash_interrupted_still_leaves_its_record(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    speaks(house, room, ANN)
    await house._beat()

    async def killed(*_: object) -> None:
        raise NotSaved("killed")

    with monkeypatch.context() as crash:
        crash.setattr(house.store, "end_session", killed)
        assert (await room.ask(c.End(), LEADER))["ok"]
    assert await house.store.waiting_record(session) is None
    again = House(house.settings, house.store, TalkingPlane())
    assert await again.room(session) is None
    waiting = await house.store.waiting_record(session)
    assert waiting is not None and "not_ended" not in from_json(waiting.text).lacks
    assert await house.store.speech(session) == []


async def test_what_a_full_disk_kept_from_ending_ends_with_the_next_sweep(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    _, start, _ = speaks(house, room, ANN)
    await until(lambda: room.clock.now() > start)

    async def refused(*_: object, **__: object) -> None:
        raise NotSaved("full")

    with monkeypatch.context() as full:
        full.setattr(house.store, "add_speech", refused)
        full.setattr(house.store, "end_session", refused)
        assert (await room.ask(c.End(), LEADER))["ok"]
        await house.let_go()
    row = await house.store.session(session)
    assert row is not None and not row.ended
    await house.let_go()
    row = await house.store.session(session)
    assert row is not None and row.ended
    waiting = await house.store.waiting_record(session)
    assert waiting is not None and "no_speech" not in from_json(waiting.text).lacks, (
        "which was never on the disk"
    )


async def test_everyone_is_told_of_the_end_before_the_record_is_made(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, room = await begun(house, Keeping.AGGREGATE)
    page = Page()
    room.enter(ANN, page)
    told = []

    async def making(_: Sources) -> Made:
        told.append(page.news()[-1])
        raise NotMade("late")

    monkeypatch.setattr("server.room.measure.make_elsewhere", making)
    await ended(house, room)
    await house.let_go()
    assert [news["changes"]["stage"] for news in told] == ["ended"], "and it is made once"


async def test_a_record_that_cannot_be_made_keeps_no_session_open(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    monkeypatch.setattr("server.record.elsewhere.command", lambda _: (sys.executable, "-c", "1 / 0"))
    assert await ended(house, room) is None
    row = await house.store.session(session)
    assert row is not None and row.ended and not row.let_go
    assert (await house.store.load(session))[0] == []


async def test_after_its_hour_a_record_is_released(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    made = await ended(house, room)
    await house.let_go()
    waiting = await house.store.waiting_record(session)
    assert await house.store.records() == {} and waiting is not None and waiting.until is not None
    served, later = time.monotonic() + VETO_S + QUARTER_S, waiting.until + 1
    monkeypatch.setattr("server.house.time.monotonic", lambda: served)
    monkeypatch.setattr("server.house.time.time", lambda: later)
    began_s, house._began_s = house._began_s, served - UNNOTICED_S + 1
    await house.let_go()
    assert await house.store.records() == {}, "whoever stood before a server that was off comes in once more"
    house._began_s = began_s
    await house.let_go()
    assert [from_json(text) for text in (await house.store.records()).values()] == [made]
    assert await house.store.waiting_record(session) is None
    assert await house.store.released.older_than("9999-01") == list(await house.store.records()), (
        "it knows its month, by which it expires"
    )


async def test_which_seat_spoke_when_waits_for_everyone_and_sums_for_nobody(house: House) -> None:
    session, room = await begun(house, Keeping.SEAT_TIMELINE)
    await until(lambda: room.clock.now() > room.state.at)
    made = await ended(house, room)
    assert made is not None and made.timeline is not None and len(made.timeline.seats) == 2
    waiting = await house.store.waiting_record(session)
    assert waiting is not None and waiting.needs_everyone
    await house.store.release_records(VETO_S + QUARTER_S)
    (kept,) = (await house.store.records()).values()
    assert from_json(kept) == replace(made, level=Keeping.AGGREGATE, timeline=None)


async def test_a_session_that_nobody_ended_leaves_no_record(house: House) -> None:
    session, room = await begun(house, Keeping.AGGREGATE)
    speaks(house, room, ANN)
    await house._beat()
    (row,) = await house.store.sessions()
    await house._forget(row)
    assert await house.store.waiting_record(session) is None
    assert await house.store.speech(session) == [] and (await house.store.load(session))[0] == []
