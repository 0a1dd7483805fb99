"""Whether a session was begun is told with its end, whoever ends it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitation import commands as c
from facilitation.vocabulary import Role, SeatId
from server.clock import SessionClock
from server.formats import find
from server.house import SESSION_LASTS_S, House
from server.media.plane import Plane
from server.settings import Settings
from server.store import Invitation, Listed, Store

LEADER, ANN = SeatId(1), SeatId(2)
IN = (c.TakeSeat(Role.LEADER), None), (c.TakeSeat(Role.MEMBER), None), (c.Admit(ANN), LEADER)


@pytest.mark.parametrize("ended", ["by its leader", "by nobody", "by nobody, as it runs"])
@pytest.mark.parametrize("begun", [True, False])
async def test_what_nobody_began_is_not_told_as_if_somebody_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ended: str, begun: bool
) -> None:
    store, now = await Store.open(None), time.time()
    house = House(Settings(data_dir=tmp_path), store, Plane())
    group = await store.add_group("Tuesdays", "leadership_training", [Listed("leader", "Anna")])
    meeting = await store.meetings.plan(group, now)
    (anna,) = (await store.groups())[0].members
    invited = {anna.member: Invitation("s1", "leader", 1, now + 3600, anna.member)}
    await store.open_planned(meeting, "s1", find("leadership_training").text, now, invited)
    room = await house.room("s1")
    assert room is not None
    for command, actor in (*IN, *([(c.Begin(), LEADER)] if begun else [])):
        assert (await room.ask(command, actor))["ok"]
    if ended == "by its leader":
        assert (await room.ask(c.End(), LEADER))["ok"]
    elif ended == "by nobody":
        await house.stop()
        house = House(Settings(data_dir=tmp_path), store, Plane())
        monkeypatch.setattr(time, "time", lambda: now + SESSION_LASTS_S + 60)
    else:
        room.clock = SessionClock(SESSION_LASTS_S * 1000 + 1000)
    await house.let_go()
    (held,) = await store.held.of(group, now)
    assert held.begun is begun
    await house.stop()
    await store.close()
