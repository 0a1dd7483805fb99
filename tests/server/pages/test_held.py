"""A meeting that has ended stands on its group's page for its day and the next, and its own page says so."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from sqlalchemy import select

from server.store.tables import held_meetings
from tests.letter_box import LetterBox
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import see, send
from tests.server.pages.test_meetings import START, come_again, mailed, on_the_day, planned

__all__ = ["mailed"]

AGO = START.timestamp() - 1800


async def test_what_has_been_held_is_said_and_offered_no_second_time(
    mailed: Site, box: LetterBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, path = await planned(mailed)
    there, store = f"/groups/{group.group}", mailed.house.store
    await on_the_day(mailed, path)
    (row,) = await store._writer.read(lambda connection: connection.execute(select(held_meetings)).all())
    assert {type(one) for one in row} == {str, bytes}, "on which day it is stands nowhere in plain"
    assert "it ended at" not in (await see(mailed, there))[1], "it goes on"
    session = await store.meeting_of([group.members[0].member], mailed.wall)
    assert session is not None
    monkeypatch.setattr("server.store.held.time", SimpleNamespace(time=lambda: AGO))
    await store.end_session(session)
    monkeypatch.undo()
    await store.end_session(session)  # once more, when its room is closed
    mailed.wall = AGO + 60
    await store.meetings.due(mailed.wall, 0)  # it is not forgotten yet
    await come_again(mailed)
    page = (await see(mailed, there))[1]
    assert f'href="{path}">Tuesday, 3 February 1970, 19:30 (Paris)</a>' in page
    assert "held; it ended at 19:00 (Paris)" in page
    assert 'value="1970-03-03"' in page and 'value="1970-02-03"' not in page, "the next date, not this one"
    assert "3 February" not in (await see(mailed, f"{there}/series"))[1]
    assert "Tuesday, 3 March 1970" in (await see(mailed, "/groups"))[1]
    status, page = await see(mailed, path)
    assert status == 200 and "It ended at 19:00 (Paris)" in page and f"{there}#plan-day" in page
    for act in ("move", "invite", "open", "cancel"):
        assert await send(mailed, f"{path}/{act}", {}) == (303, path), act
    mailed.wall = START.timestamp() + 2 * 24 * 3600
    await come_again(mailed)
    assert "it ended at" not in (await see(mailed, there))[1]
    assert "The meeting that you asked for is over" in (await see(mailed, path))[1]
    await store.meetings.due(mailed.wall, 0)
    assert await store.held.of(group.group, AGO) == []
    await store.forget_group(group.group)


async def test_a_session_that_nobody_began_is_not_called_held(mailed: Site) -> None:
    group, path = await planned(mailed)
    await on_the_day(mailed, path)
    session = await mailed.house.store.meeting_of([group.members[0].member], mailed.wall)
    assert session is not None
    await mailed.house.store.end_session(session, begun=False)
    for page in (f"/groups/{group.group}", path):
        said = (await see(mailed, page))[1]
        assert "without a session" in said and "held; it" not in said and "taken place" not in said, page
