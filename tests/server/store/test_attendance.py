"""What is left of a meeting for whoever was there: found with their own secret, and by no copy of the database."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from server.store import Attended, Entry, Listed, Noting, Stay, Store, Terms

BEGAN_AT = 1_793_730_630.0  # 3 November 2026, 18:30:30 UTC
ALL = Noting(True, True, True)
ANNA, BELA = "anna@example.org", "bela@example.org"
ROSTER = [
    Listed("leader", "Anna", ANNA), Listed("co_leader", "Bela", BELA), Listed("member", "Carla", "carla@example.org"),
]  # fmt: skip


async def held(
    store: Store, name: str = "m1", noting: Noting = ALL, began_at: float = BEGAN_AT
) -> dict[str, str]:
    """A meeting of a group was held for 90 minutes; everyone's ticket, by their role."""
    group = next((one for one in await store.groups()), None)
    if group is None:
        await store.add_group("Tuesdays", "classic", ROSTER, Terms(time_zone="Europe/Vienna"))
        (group,) = await store.groups()
    await store.create_session(name, "form", 1.0, began_at)
    tickets, stays = {}, {}
    for seat, one in enumerate(group.members, 1):
        await store.invite(f"{name} {seat}", name, one.role, 1, began_at + 9, one.member)
        cookie, person = await store.redeem(f"{name} {seat}", began_at)
        await store.seat(person.person, seat, Entry(cookie, one.name, 1))
        ticket = await store.ticket(person.person)
        assert ticket is not None and await store.ticket(person.person) == ticket, "the same in each browser"
        tickets[one.role] = ticket
        stays[seat] = Stay(one.role, one.role, 90 - seat, 90)
    await store.end_session(name, attended=Attended(began_at, "classic", stays, noting))
    assert await store.ticket(person.person) is None
    return tickets


async def leader(store: Store, address: str = ANNA) -> str:
    return (await store.leaders.by_address(address) or await store.leaders.add(address, "")).leader


async def test_whoever_was_there_finds_when_and_for_how_long_and_nobody_else(store: Store) -> None:
    tickets = await held(store)
    found = await store.attendances.of([tickets["member"], "x" * 43])
    (theirs,) = found.values()
    assert list(found) == [tickets["member"]]
    assert (theirs.began_at, theirs.zone, theirs.group) == (BEGAN_AT - 30, "Europe/Vienna", "Tuesdays")
    assert (theirs.minutes, theirs.of_minutes, theirs.called, theirs.format) == (87, 90, "member", "classic")
    later = await held(store, "m2", began_at=BEGAN_AT + 86_400)
    both = await store.attendances.of([later["member"], tickets["member"]])
    assert [one.began_at for one in both.values()] == [BEGAN_AT - 30, BEGAN_AT + 86_400 - 30]
    await store.attendances.forget(tickets["member"])
    assert set(await store.attendances.of(tickets.values())) == {tickets["co_leader"], tickets["leader"]}


async def test_what_leaders_led_is_theirs_to_see_and_to_erase(store: Store) -> None:
    anna, bela = await leader(store), await leader(store, BELA)
    carla = await leader(store, "carla@example.org")
    await held(store)
    await held(store, "m2")
    assert [(one.called, one.minutes) for one in (await store.hours.of(bela)).values()] == [
        ("co_leader", 90)
    ] * 2, "in quarter hours"
    assert await store.hours.of(carla) == {}, "a leader who is a member somewhere is a member there"
    first, second = await store.hours.of(anna)
    await store.hours.forget(bela, first)
    assert len(await store.hours.of(anna)) == 2, "it is another's"
    await store.hours.forget(anna, first)
    assert list(await store.hours.of(anna)) == [second]
    await store.hours.forget(anna)
    assert await store.hours.of(anna) == {} and len(await store.hours.of(bela)) == 2
    await store.leaders.remove(bela)
    assert await store.hours.of(bela) == {}


async def test_only_what_the_operator_lets_be_noted_is(store: Store) -> None:
    anna = await leader(store)
    tickets = await held(store, noting=Noting(hours=True))
    assert await store.attendances.of(tickets.values()) == {}
    assert await store.feedback.unspent(tickets.values()) == []
    assert len(await store.hours.of(anna)) == 1


async def test_each_answers_once_and_only_sums_are_left(store: Store) -> None:
    tickets = await held(store)
    both = [tickets["member"], tickets["leader"]]
    assert await store.feedback.unspent(["x" * 43, *both]) == both
    ticket = tickets["member"]
    assert await store.feedback.answer(ticket, "ours 1", "2026-11", {"pace": "right", "sound": "yes"})
    assert not await store.feedback.answer(ticket, "ours 1", "2026-11", {"pace": "right"})
    assert await store.feedback.answer(tickets["leader"], "ours 1", "2026-11", {"pace": "right"})
    assert await store.feedback.unspent([tickets["member"], tickets["leader"]]) == []
    assert [one[2:] for one in await store.feedback.counts()] == [("pace", "right", 2), ("sound", "yes", 1)]


async def test_no_journal_holds_who_answered_what(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    tickets = await held(store)
    assert await store.feedback.answer(tickets["member"], "ours 1", "2026-11", {"pace": "right"})
    assert (tmp_path / "restarea.db-wal").stat().st_size == 0
    await store.close()


async def test_it_expires_by_its_month_each_kind_by_its_own(store: Store) -> None:
    anna, tickets = await leader(store), await held(store)
    assert await store.attending.newest_month() == "2026-11"
    assert not await store.attending.older_than("2026-11", "2026-11")
    assert await store.attending.older_than("2026-12", "2026-11")
    await store.attending.expire("2026-12", "2026-11")
    assert await store.attendances.of(tickets.values()) == {}
    assert await store.feedback.unspent(tickets.values()) == []
    assert len(await store.hours.of(anna)) == 1
    await store.attending.expire("2026-12", "2026-12")
    assert await store.hours.of(anna) == {} and await store.attending.newest_month() is None


async def test_no_copy_of_the_database_says_who_when_or_of_which_session(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    anna = await leader(store)
    tickets = await held(store)
    entries = list(await store.hours.of(anna))
    await store.close()
    with sqlite3.connect(tmp_path / "restarea.db") as copy:
        kinds = ("attendances", "leader_hours", "vouchers")
        rows = [copy.execute(f"SELECT * FROM {kind}").fetchall() for kind in kinds]
        assert [len(each) for each in rows] == [3, 1, 3]
        plain = {value for each in rows for row in each for value in row if isinstance(value, str)}
        assert plain == {"2026-11", *entries}
        people = copy.execute("SELECT cookie_sha256, person, ticket FROM people").fetchall()
        assert {ticket for *_, ticket in people} == {None}
        hashes = {value for row in people for value in row}
        assert not hashes & {value for each in rows for row in each for value in row}
    left = (tmp_path / "restarea.db").read_bytes()
    for secret in (*tickets.values(), "Tuesdays"):
        assert secret.encode() not in left
    lengths = {
        len(text)
        for each in rows
        for row in each
        for text in row
        if isinstance(text, bytes) and len(text) > 32
    }
    assert len(lengths) == 1, "how long a group's name is would say whose they are"


async def test_the_key_of_the_codes_outlasts_a_restart(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    seal = await store.attendances.seal()
    assert await store.attendances.seal() == seal
    await store.close()
    again = await Store.open(tmp_path / "restarea.db")
    assert await again.attendances.seal() == seal
    await again.close()
