"""Groups that meet again: who belongs to them, what is counted, and what is forgotten when a meeting ends."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from server.store import Group, LinkRefused, Listed, Store

SESSION, NOW = "5e55104", 5000.0
ROSTER = (Listed("leader", "Anna"), Listed("member", "Carla"), Listed("member", "Dan"))


async def founded(store: Store) -> Group:
    await store.write_group("Tuesdays", "classic", ROSTER)
    (group,) = await store.groups()
    return group


async def seated(store: Store, group: Group, name: str, seat: int, session: str = SESSION) -> str:
    """Comes by a link of their own; the cookie."""
    (member,) = [member for member in group.members if member.name == name]
    token = f"{session} {name}"
    await store.invite(token, session, member.role, 1, NOW + 60, member.member)
    cookie, person = await store.redeem(token, NOW)
    await store.seat(person.person, seat)
    return cookie


async def tally(store: Store) -> dict[str, int]:
    return {member.name: member.presented for group in await store.groups() for member in group.members}


async def test_a_group_is_listed_with_its_roster_in_order(store: Store) -> None:
    await store.write_group("Wednesdays", "french", ROSTER[:1])
    await founded_twice(store)
    groups = await store.groups()
    assert [(group.name, group.format) for group in groups] == [
        ("Tuesdays", "classic"),
        ("Wednesdays", "french"),
    ]
    assert [(one.role, one.name, one.presented) for one in groups[0].members] == [
        ("leader", "Anna", 0), ("member", "Carla", 0), ("member", "Dan", 0),
    ]  # fmt: skip


async def founded_twice(store: Store) -> None:
    """Written, and written again as it was: nothing doubles."""
    group = await store.write_group("Tuesdays", "classic", ROSTER)
    assert await store.write_group("Tuesdays", "classic", ROSTER, group) == group


async def test_what_a_meeting_presented_is_counted_once_at_its_end(store: Store) -> None:
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await seated(store, group, "Dan", 5)
    assert await store.presented_earlier(SESSION) == {4: 0, 5: 0}
    await store.end_session(SESSION, [5, 4, 5, 9])
    await store.end_session(SESSION, [5, 4, 5, 9])
    assert await tally(store) == {"Anna": 0, "Carla": 1, "Dan": 2}
    await store.create_session("next", "form", 1.0, 2000.0)
    (group,) = await store.groups()
    await seated(store, group, "Dan", 2, "next")
    assert await store.presented_earlier("next") == {2: 2}


async def test_a_session_of_no_group_knows_of_no_tally(store: Store) -> None:
    await founded(store)
    await store.invite("t", SESSION, "member", 1, NOW + 60)
    _, person = await store.redeem("t", NOW)
    await store.seat(person.person, 2)
    assert await store.presented_earlier(SESSION) == {}
    await store.end_session(SESSION, [2])
    assert await tally(store) == {"Anna": 0, "Carla": 0, "Dan": 0}


async def test_nothing_that_is_kept_says_who_sat_where_once_a_meeting_has_ended(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await store.end_session(SESSION, [4])
    await store.close()
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        for table in ("people", "invitations"):
            assert database.execute(f"select distinct member from {table}").fetchall() == [(None,)]
    database.close()
    kept = (tmp_path / "restarea.db").read_bytes()
    assert not [name for name in (b"Carla", b"Tuesdays") if name in kept]


async def test_whoever_stays_on_the_roster_keeps_their_tally(store: Store) -> None:
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await store.end_session(SESSION, [4])
    changed = (Listed("co_leader", "Carla"), Listed("leader", "Eva"), Listed("member", "Dan"))
    await store.write_group("Thursdays", "french", changed, group.group)
    (group,) = await store.groups()
    assert (group.name, group.format) == ("Thursdays", "french")
    assert {(one.role, one.name, one.presented) for one in group.members} == {
        ("leader", "Eva", 0), ("co_leader", "Carla", 1), ("member", "Dan", 0),
    }  # fmt: skip


async def test_ones_own_link_leads_to_ones_own_place_from_every_browser(store: Store) -> None:
    group = await founded(store)
    first = await seated(store, group, "Carla", 4)
    person = await store.person(first)
    assert person is not None and (person.name, person.role) == ("Carla", "member")
    await store.name(person.person, "Carla M.")
    second, moved = await store.redeem(f"{SESSION} Carla", NOW)
    assert (moved.person, moved.seat, moved.name) == (person.person, 4, "Carla M.")
    assert await store.person(first) is None, "the browser that came last has the place"
    assert await store.person(second) == moved
    await store.remove(SESSION, 4)
    with pytest.raises(LinkRefused, match="removed"):
        await store.redeem(f"{SESSION} Carla", NOW)


async def test_a_group_that_is_removed_leaves_nothing_and_its_meeting_goes_on(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    group = await founded(store)
    cookie = await seated(store, group, "Carla", 4)
    (key,) = (tmp_path / "restarea.keys").glob(f"{group.group}*")
    await store.forget_group(group.group)
    assert await store.groups() == []
    assert not key.exists()
    person = await store.person(cookie)
    assert person is not None and (person.seat, person.name) == (4, "Carla")
    await store.end_session(SESSION, [4])
    await store.close()
