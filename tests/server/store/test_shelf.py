"""A leader keeps records among their own: chosen while they wait, on the shelf once they are released, to be taken off;
a copy of the database leads from a record to nobody."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.store import Choice, Entry, Leader, Owner, Person, Store
from server.store.choosing import key_of
from tests.server.store.test_attendance import ANNA, BELA, ROSTER, leader
from tests.server.store.test_series import found
from tests.server.store.test_shares import DAY, LEADER, NOW, UNTIL, noted

TEXT = b'{"a": "record"}'


async def led(
    store: Store, session: str = "m1", text: bytes = TEXT, month: str = "2026-11"
) -> dict[str, Person]:
    """Anna and Bela have led a meeting with Carla, by links of their own, and its record waits. By their roles."""
    names = [one.name for one in await store.groups()]
    if "Tuesdays" not in names:
        await store.add_group("Tuesdays", "classic", ROSTER)
    (group,) = [one for one in await store.groups() if one.name == "Tuesdays"]
    await store.create_session(session, "form", 1.0, 0.0, keeping="aggregate")
    there = {}
    for seat, member in enumerate(group.members, 1):
        token = f"{session} {seat}"
        await store.invite(token, session, member.role, 1, 9e9, member.member)
        cookie, person = await store.redeem(token, 0.0)
        await store.seat(person.person, seat, Entry(cookie, member.name, 1))
        there[member.role] = person
    await store.end_session(session, (), text, 1.0, (1, 2, 3), None, month)
    return there


async def shelved(store: Store, address: str = ANNA, *months: str) -> tuple[Owner, list[str]]:
    """Whose, and the records that have come to stand there."""
    known = await store.leaders.by_address(address)
    one = known.leader if known is not None else await leader(store, address)
    for month in months:
        people = await led(store, f"s{month}", month.encode(), month)
        await store.shelf.choose(people["leader"].person, one, keeps=True)
    await store.release_records(1.0)
    owner = store.shelf.owner(one)
    return owner, list(await store.shelf.of(owner))


async def test_whose_link_it_was_is_known_and_nobody_keeps_it_unless_they_choose_to(store: Store) -> None:
    anna, bela = await leader(store), await leader(store, BELA)
    await leader(store, "carla@example.org")
    people = await led(store)
    choices = {role: await store.shelf.choice(person.person) for role, person in people.items()}
    assert choices == {
        "leader": Choice(anna, False), "co_leader": Choice(bela, False), "member": Choice(None, False),
    }, "a leader who is a member there is a member there"  # fmt: skip
    await store.shelf.choose(people["leader"].person, anna, keeps=True)
    await store.shelf.choose(people["co_leader"].person, bela, keeps=True)
    await store.shelf.choose(people["co_leader"].person, bela, keeps=False)
    assert (await store.shelf.choice(people["leader"].person)).keeps
    assert await store.shelf.of(store.shelf.owner(anna)) == {}, "it may be refused still"
    assert await store.release_records(1.0) == 1
    assert await store.shelf.of(store.shelf.owner(anna)) == await store.records()
    assert await store.shelf.of(store.shelf.owner(bela)) == {}
    await store.shelf.choose(people["co_leader"].person, bela, keeps=True)
    assert await store.shelf.choice(people["co_leader"].person) == Choice(None, False), "the hours are over"


async def test_what_is_refused_comes_to_nobody_and_its_key_is_gone(store: Store) -> None:
    anna = await leader(store)
    people = await led(store)
    await store.shelf.choose(people["leader"].person, anna, keeps=True)
    assert key_of("m1") in store._keys.all()
    await store.veto("m1")
    assert (await store.shelf.choice(people["leader"].person)).keeps, "nobody learns before its hour"
    await store.release_records(1.0)
    assert key_of("m1") not in store._keys.all()
    assert await store.shelf.choice(people["leader"].person) == Choice(None, False)
    await store.shelf.choose(people["leader"].person, anna, keeps=True)
    assert await store.shelf.of(store.shelf.owner(anna)) == {} and key_of("m1") not in store._keys.all()
    store._keys.make(key_of("m1"))
    assert not await store.veto("m1")
    await store.release_records(1.0)
    assert key_of("m1") in store._keys.all(), "nothing was refused: none is its"


async def test_they_stand_in_the_order_of_their_months_and_go_with_the_record(store: Store) -> None:
    owner, ids = await shelved(store, ANNA, "2026-12", "2026-09", "2026-11")
    assert list((await store.shelf.of(owner)).values()) == [b"2026-09", b"2026-11", b"2026-12"]
    await store.released.destroy(ids[:1], "operator", DAY)
    await store.released.expire("2026-12", DAY)
    assert list(await store.shelf.of(owner)) == ids[2:]
    left = await store._writer.read(lambda c: c.exec_driver_sql("SELECT * FROM leader_records").all())
    assert len(left) == 1, "no line stays that leads to nothing"


async def test_one_is_taken_off_by_whose_it_is_and_the_record_stays(store: Store) -> None:
    owner, (one, two) = await shelved(store, ANNA, "2026-09", "2026-11")
    bela, _ = await shelved(store, BELA)
    assert not await store.shelf.take_off(bela, one)
    assert list(await store.shelf.of(owner)) == [one, two], "it is another's"
    await store.shelf.take_off(owner, one)
    assert list(await store.shelf.of(owner)) == [two] and one in await store.records()


async def share(store: Store, token: str, owner: Owner, *records: str) -> bool:
    return await store.shares.make(token, owner, records, LEADER, NOW, UNTIL, DAY)


async def test_a_link_shows_the_chosen_ones_and_no_others(store: Store) -> None:
    owner, (one, two, _) = await shelved(store, ANNA, "2026-09", "2026-11", "2026-12")
    bela, _ = await shelved(store, BELA)
    assert await share(store, "two", owner, one, two) and await share(store, "one", owner, one)
    assert not await share(store, "his", bela, one) and not await share(store, "none", owner)
    assert not await share(store, "nothing", owner, one, "0" * 16)
    opened = await store.shares.by_token("two", NOW)
    assert opened is not None and (opened.owner, opened.records) == (owner, (one, two))
    await store.shares.opened(opened, DAY)
    assert [(act, records) for _, act, records in await noted(store)] == [
        ("shared", {one, two}), ("shared", {one}), ("opened", {one, two}),
    ]  # fmt: skip
    assert await store.shares.of(bela, NOW) == [] and len(await store.shares.of(owner, NOW)) == 2
    await store.shares.end(bela, opened.share, LEADER, NOW, DAY)
    await store.shelf.take_off(owner, one)
    assert await store.shares.by_token("one", NOW) is None, "it would show nothing"
    opened = await store.shares.by_token("two", NOW)
    assert opened is not None and opened.records == (two,)


@pytest.mark.parametrize("erased", [True, False])
async def test_with_the_leader_goes_what_leads_to_them(store: Store, erased: bool) -> None:
    owner, (one,) = await shelved(store, ANNA, "2026-09")
    await share(store, "link", owner, one)
    anna = await store.leaders.by_address(ANNA)
    assert anna is not None
    people = await led(store)
    await store.shelf.choose(people["leader"].person, anna.leader, keeps=True)
    known = await store.persons.known(ANNA)
    assert known is not None and known["leader"]["months_of_own_records"] == ["2026-09"]
    counts = known["leader"]["links_to_own_records"], known["leader"]["records_that_may_become_own"]
    assert counts == (1, 1)
    await remove(store, anna, erased=erased)
    assert await store.shares.by_token("link", NOW) is None and await store.shelf.of(owner) == {}
    assert await store.shelf.choice(people["leader"].person) == Choice(None, False)
    await store.shelf.choose(people["leader"].person, anna.leader, keeps=True)  # a press that came too late
    await store.release_records(1.0)
    assert await store.shelf.of(owner) == {} and len(await store.records()) == 2, "records stay"


async def remove(store: Store, anna: Leader, *, erased: bool) -> None:
    if not erased:
        await store.leaders.remove(anna.leader)
        return
    done = await store.persons.erase(ANNA, "operator", DAY)
    assert done is not None
    assert {"leader_records": 1, "shares": 1, "people": 1}.items() <= done.rows.items()


async def test_no_copy_of_the_database_says_whose_a_record_is(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    owner, (one,) = await shelved(store, ANNA, "2026-09")
    await leader(store, BELA)
    anna = await store.leaders.by_address(ANNA)
    assert anna is not None
    people = await led(store, "vetoed", b"a-record-that-is-vetoed")
    choices = await rows(store, "SELECT keeps FROM people WHERE keeps IS NOT NULL")
    await store.shelf.choose(people["leader"].person, anna.leader, keeps=True)
    chosen = await rows(store, "SELECT keeps FROM people WHERE keeps IS NOT NULL")
    assert sorted(map(len, choices)) == sorted(map(len, chosen)), "yes looks like no"
    await share(store, "a-token-of-some-length", owner, one)
    await store.close()
    store = await Store.open(tmp_path / "restarea.db")
    assert (await store.shelf.choice(people["leader"].person)).keeps, "a restart changes nothing"
    (line,) = await store._writer.read(lambda c: c.exec_driver_sql("SELECT * FROM leader_records").all())
    (link,) = await store._writer.read(lambda c: c.exec_driver_sql("SELECT * FROM shares").all())
    plain = b" ".join(str(value).encode() for value in (*line, *link))
    assert one.encode() not in plain and anna.leader.encode() not in plain
    assert not found(tmp_path, "a-token-of-some-length")
    said = [*chosen, line.record, line.whose, line.entry.encode(), link.record, b"a-record-that-is-vetoed"]
    assert [there(tmp_path, one) for one in said] == [True] * len(said), "else this test finds nothing at all"
    await store.veto("vetoed")
    await store.release_records(1e9)
    assert not any(there(tmp_path, one) for one in [*chosen, said[-1]]), "nothing of a choice after a refusal"
    await store.shelf.take_off(owner, one)
    assert not any(there(tmp_path, one) for one in said[:-1]), "to the last byte"
    assert there(tmp_path, one.encode()), "the record itself stays"
    assert json.loads((await store.released.audit())[-1].text)["act"] == "shared", "nothing more is noted"
    await store.close()


async def rows(store: Store, asked: str) -> list[bytes]:
    return list(await store._writer.read(lambda c: c.exec_driver_sql(asked).scalars().all()))


def there(folder: Path, text: bytes) -> bool:
    return any(text in one.read_bytes() for one in folder.glob("restarea.db*"))
