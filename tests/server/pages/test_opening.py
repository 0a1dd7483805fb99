"""What a leader chooses when they open a meeting is what its session is opened with."""

from __future__ import annotations

import pytest

from tests.server.pages.conftest import NOW, Site
from tests.server.pages.test_groups import come, made, see, send


@pytest.mark.parametrize(
    ("chosen", "opened"), [({}, False), ({"early": "yes"}, True), ({"early": "on"}, False)]
)
async def test_whether_those_who_come_early_may_talk_is_off_until_it_is_chosen(
    site: Site, chosen: dict[str, str], opened: bool
) -> None:
    await come(site)
    store, group = site.house.store, await made(site)
    path = f"/groups/{group.group}/meetings/{await store.meetings.plan(group.group, NOW + 600, soon=True)}"
    assert 'name="early" id="early" value="yes" aria-describedby' in (await see(site, path))[1]
    before = {one.session for one in await store.sessions()}
    assert (await send(site, f"{path}/open", chosen))[0] == 303
    (row,) = [one for one in await store.sessions() if one.session not in before]
    assert row.early is opened


async def test_where_there_are_two_circles_nobody_may_talk_early(site: Site) -> None:
    await come(site)
    store, group = site.house.store, await made(site, format="fishbowl")
    path = f"/groups/{group.group}/meetings/{await store.meetings.plan(group.group, NOW + 600, soon=True)}"
    assert 'name="early"' not in (await see(site, path))[1]
    before = {one.session for one in await store.sessions()}
    assert (await send(site, f"{path}/open", {"early": "yes"}))[0] == 303
    (row,) = [one for one in await store.sessions() if one.session not in before]
    assert not row.early


async def test_while_a_meeting_is_open_no_other_of_the_group_is_and_the_way_into_it_is_shown(
    site: Site,
) -> None:
    await come(site)
    store, group = site.house.store, await made(site)
    there = f"/groups/{group.group}"
    first, second = [
        f"{there}/meetings/{await store.meetings.plan(group.group, NOW + at, soon=True)}" for at in (600, 900)
    ]
    assert (await send(site, f"{first}/open", {}))[0] == 303
    is_open = await store.meeting_of([group.members[0].member], NOW)
    status, page = await send(site, f"{second}/open", {"keep": "aggregate"})
    assert status == 409 and "A meeting of this group is open: end it first." in page
    assert f'action="{there}/desk"' in page and 'value="aggregate" checked' in page, "what was chosen stands"
    assert await store.meeting_of([group.members[0].member], NOW) == is_open
    assert [one.meeting for one in await store.meetings.of(group.group)] == [second.rsplit("/")[-1]]
    assert (await send(site, f"{there}/desk", {}))[1].startswith("/join#")
    assert is_open is not None
    await store.end_session(is_open)
    assert (await send(site, f"{second}/open", {}))[1].startswith("/join#")
