"""Groups that meet again: who belongs to them, what is counted, and what is forgotten when a meeting ends."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from server.store import Entry, Group, GroupRefused, LinkRefused, Listed, Reader, Store, Terms
from server.store.keys import decrypt

SESSION, NOW = "5e55104", 5000.0
ROSTER = (Listed("leader", "Anna"), Listed("member", "Carla"), Listed("member", "Dan"))


async def founded(store: Store) -> Group:
    await store.add_group("Tuesdays", "classic", ROSTER, Terms(telephone="+1 555 0100"))
    (group,) = await store.groups()
    return group


async def seated(store: Store, group: Group, name: str, seat: int, session: str = SESSION) -> str:
    """Comes by a link of their own; the cookie."""
    (member,) = [member for member in group.members if member.name == name]
    token = f"{session} {name}"
    await store.invite(token, session, member.role, 1, NOW + 60, member.member)
    cookie, person = await store.redeem(token, NOW)
    await store.seat(person.person, seat, Entry(cookie, name, 1))
    return cookie


def everything(folder: Path) -> bytes:
    """The database and its journal."""
    return b"".join(file.read_bytes() for file in folder.glob("restarea.db*"))


async def tally(store: Store) -> dict[str, int]:
    return {member.name: member.presented for group in await store.groups() for member in group.members}


async def test_a_group_is_listed_with_its_roster_in_order(store: Store) -> None:
    await store.add_group("Wednesdays", "french", ROSTER[:1])
    await store.add_group("Tuesdays", "classic", ROSTER)
    groups = await store.groups()
    assert [(group.name, group.format) for group in groups] == [
        ("Tuesdays", "classic"), ("Wednesdays", "french"),
    ]  # fmt: skip
    assert [(one.role, one.name, one.presented) for one in groups[0].members] == [
        ("leader", "Anna", 0), ("member", "Carla", 0), ("member", "Dan", 0),
    ]  # fmt: skip


async def test_two_groups_have_two_names_and_one_that_is_gone_cannot_be_changed(store: Store) -> None:
    group = await founded(store)
    with pytest.raises(GroupRefused, match="name_taken"):
        await store.add_group("Tuesdays", "french", ROSTER)
    assert [one.format for one in await store.groups()] == ["classic"]
    await store.forget_group(group.group)
    with pytest.raises(GroupRefused, match="unknown_group"):
        await store.change_group(group.group, "classic", ROSTER)
    assert await store.groups() == []


async def test_meetings_at_the_same_time_count_each_for_itself(store: Store) -> None:
    group = await founded(store)
    await store.create_session("second", "form", 1.0, 2000.0)
    await seated(store, group, "Carla", 4)
    await seated(store, group, "Dan", 5)
    await seated(store, group, "Dan", 4, "second")
    cookie = await seated(store, group, "Carla", 5, "second")
    await store.end_session(SESSION, [4, 5])
    assert await tally(store) == {"Anna": 0, "Carla": 1, "Dan": 1}
    assert await store.presented_earlier("second") == {4: 1, 5: 1}
    person = await store.person(cookie)
    assert person is not None and (person.seat, person.session) == (5, "second")
    await store.end_session("second", [4])
    assert await tally(store) == {"Anna": 0, "Carla": 1, "Dan": 2}


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


async def test_no_row_of_a_group_says_who_came(tmp_path: Path) -> None:
    """What a browser said of its reader lies with the place; the list is written anew as a whole, once it is over."""
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    group = await founded(store)

    def rows() -> dict[str, tuple[bytes, bytes]]:
        with sqlite3.connect(tmp_path / "restarea.db") as database:
            found = database.execute("select member, zone, language from group_members").fetchall()
        database.close()
        return {member: (zone, language) for member, zone, language in found}

    cookie = await seated(store, group, "Carla", 4)
    person = await store.person(cookie)
    before = rows()
    assert person is not None
    await store.seat(person.person, 4, Entry(cookie, "Carla", 1, Reader("America/Argentina/Buenos_Aires")))
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        ((zone, language),) = database.execute("select zone, language from people").fetchall()
    database.close()
    assert len(zone) == len(language), "who has chosen no language is not to be seen"
    for language in ("fr", "de"):  # chosen again
        await store.seat(person.person, 4, Entry(cookie, "Carla", 1, Reader("", language)))
    assert rows() == before
    await store.end_session(SESSION)
    after = rows()
    assert len({len(one) for said in (*before.values(), *after.values()) for one in said}) == 1
    assert not any(set(after[member]) & set(before[member]) for member in before)
    (group,) = await store.groups()
    assert [one.zone for one in group.members] == ["", "America/Argentina/Buenos_Aires", ""]
    assert [one.language for one in group.members] == ["", "de", ""]
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        assert database.execute("select zone, language from people").fetchall() == [(None, None)]
    database.close()
    roster = [Listed(one.role, one.name, f"{one.name}@example.org", one.member) for one in group.members]
    await store.change_group(group.group, "classic", roster)
    (group,) = await store.groups()
    assert not any(one.zone or one.language for one in group.members), (
        "with another address, it may be another person"
    )
    await store.close()


async def test_a_session_of_no_group_knows_of_no_tally(store: Store) -> None:
    await founded(store)
    await store.invite("t", SESSION, "member", 1, NOW + 60)
    cookie, person = await store.redeem("t", NOW)
    await store.seat(person.person, 2, Entry(cookie, "Ann", 1))
    assert await store.presented_earlier(SESSION) == {}
    await store.end_session(SESSION, [2])
    assert await tally(store) == {"Anna": 0, "Carla": 0, "Dan": 0}


async def test_once_a_meeting_has_ended_nobody_can_read_who_sat_where(tmp_path: Path) -> None:
    """Not from the journal, not from a copy made in the meeting, and not with the key of the group, which lives on."""
    path = tmp_path / "restarea.db"
    store = await Store.open(path)
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    members = [one.member.encode() for one in group.members]
    copy = everything(tmp_path)
    with sqlite3.connect(path) as database:
        held = database.execute("select seat, member from people where member is not null").fetchall()
    database.close()
    assert len(held) == 1 and members[1] not in held[0][1]
    key = (tmp_path / "restarea.keys" / f"{group.group}.key").read_bytes()
    assert decrypt(key, held[0][1], "") == ""
    await store.end_session(SESSION, [4])
    left = copy + everything(tmp_path)
    assert not (tmp_path / "restarea.keys" / f"{SESSION}.key").exists()
    assert left.count(members[1]) > 0, "it is looked for where it would be found: in the roster"
    for table in ("people", "invitations"):
        with sqlite3.connect(path) as database:
            assert database.execute(f"select distinct member from {table}").fetchall() == [(None,)]
        database.close()
    assert not [name for name in (b"Carla", b"Tuesdays", b"555 0100") if name in left]
    assert await tally(store) == {"Anna": 0, "Carla": 1, "Dan": 0}
    await store.close()


async def test_no_link_says_whether_its_person_came(store: Store) -> None:
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await store.invite(f"{SESSION} Dan", SESSION, "member", 1, NOW + 60, group.members[2].member)
    came, stayed = [await store.look_up(f"{SESSION} {name}", NOW) for name in ("Carla", "Dan")]
    assert came.uses_left == stayed.uses_left


async def test_whoever_stays_on_the_roster_keeps_their_tally(store: Store) -> None:
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await store.end_session(SESSION, [4])
    changed = (Listed("co_leader", "Carla"), Listed("leader", "Eva"), Listed("member", "Dan"))
    await store.change_group(group.group, "french", changed)
    (group,) = await store.groups()
    assert group.format == "french"
    assert {(one.role, one.name, one.presented) for one in group.members} == {
        ("leader", "Eva", 0), ("co_leader", "Carla", 1), ("member", "Dan", 0),
    }  # fmt: skip


async def test_what_somebody_said_of_a_meeting_is_nobody_elses(store: Store) -> None:
    group = await founded(store)
    meeting = await store.meetings.plan(group.group, NOW + 60)
    for one in group.members:
        await store.meetings.invite(meeting, one.member, one.name, anew=False)
        await store.replies.note(one.name, meeting, 0, False, NOW)
    anna, carla, _ = group.members
    roster = [
        Listed("leader", "Anne", "", anna.member),
        Listed("member", "Elsa", "elsa@example.org", carla.member),
    ]
    await store.rewrite_group(group.group, group.revision, "Tuesdays", "classic", roster, group.terms)
    (planned,) = await store.meetings.of(group.group)
    assert planned.replies == {anna.member: False}, (
        "nor of whoever has Carla's row now, nor of Dan, who is gone"
    )


async def test_ones_own_link_leads_to_ones_own_place_from_every_browser(store: Store) -> None:
    group = await founded(store)
    first = await seated(store, group, "Carla", 4)
    person = await store.person(first)
    assert person is not None and (person.name, person.role) == ("Carla", "member")
    second, moved = await store.redeem(f"{SESSION} Carla", NOW)
    assert (moved.person, moved.seat, moved.name) == (person.person, 4, "Carla")
    assert await store.person(first) == person, "a look takes nothing away"
    assert await store.person(second) == replace(person, attested=0)
    assert await store.seat(person.person, 4, Entry(second, "Carla", 1))
    assert await store.person(first) is None, "the browser that goes in has the place"
    assert await store.person(second) == person
    assert not await store.seat(person.person, 4, Entry(second, "Carla", 1)), "nobody had it but this one"
    for refuses in partial(store.may_go_in, person.person), partial(store.seat, person.person, 4):
        with pytest.raises(LinkRefused, match="no_session"):
            await refuses(Entry(first, "Anna", 2, Reader("Asia/Tokyo")))
    assert await store.person(second) == person


async def test_of_browsers_that_opened_ones_own_link_the_last_may_still_go_in(store: Store) -> None:
    first = await seated(store, await founded(store), "Carla", 4)
    (second, _), (third, _) = [await store.redeem(f"{SESSION} Carla", NOW) for _ in range(2)]
    person = await store.person(first)
    assert person is not None
    with pytest.raises(LinkRefused, match="no_session"):
        await store.seat(person.person, 5, Entry(second, "Anna", 2, Reader("Asia/Tokyo")))
    assert await store.person(first) == person and await store.names(SESSION) == {4: "Carla"}
    assert await store.person(second) is None
    assert await store.seat(person.person, 4, Entry(third, "Carla", 1))
    assert await store.person(first) is None
    with pytest.raises(LinkRefused, match="no_session"):
        await store.seat(person.person, 4, Entry(first, "Anna", 2))

    await store.remove(SESSION, 4)
    with pytest.raises(LinkRefused, match="removed"):
        await store.redeem(f"{SESSION} Carla", NOW)


async def test_ones_own_link_works_while_the_session_lasts_once_one_has_been_in(store: Store) -> None:
    group = await founded(store)
    await seated(store, group, "Carla", 4)
    await store.invite("Dan's", SESSION, "member", 1, NOW + 60, group.members[2].member)
    late = NOW + 3600
    assert (await store.redeem(f"{SESSION} Carla", late))[1].seat == 4
    with pytest.raises(LinkRefused, match="expired_link"):
        await store.redeem("Dan's", late)
    await store.change_group(group.group, "classic", [Listed("member", "Clara")])
    assert (await store.redeem(f"{SESSION} Carla", late))[1].seat == 4, "the roster has changed meanwhile"
    await store.forget_group(group.group)
    assert (await store.redeem(f"{SESSION} Carla", late))[1].seat == 4, "the group is gone"
    assert (await store.redeem("Dan's", NOW))[1].name == ""
    await store.end_session(SESSION, [4])
    with pytest.raises(LinkRefused, match="session_ended"):
        await store.redeem(f"{SESSION} Carla", NOW)


async def test_a_group_that_is_removed_leaves_nothing(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    group = await founded(store)
    (key,) = (tmp_path / "restarea.keys").glob(f"{group.group}*")
    kept = key.read_bytes()
    await store.forget_group(group.group)
    assert await store.groups() == []
    assert not key.exists()
    await store.close()
    key.write_bytes(kept)  # as if a crash had come before the key
    again = await Store.open(tmp_path / "restarea.db")
    assert not key.exists()
    await again.close()
