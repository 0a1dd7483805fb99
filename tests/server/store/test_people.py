"""Links, places and names: what lets somebody in, and what is left of a name when its session has ended."""

from __future__ import annotations

import asyncio
import sqlite3
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from server.store import Entry, Invitation, LinkRefused, Listed, NameTaken, NotSaved, Person, Store, doorstep
from server.store.keys import PADDED_BYTES, FolderKeys, decrypt, encrypt
from server.store.tables import metadata

SESSION = "5e55104"
NOW = 5000.0


async def code_of(call: object) -> str:
    with pytest.raises(LinkRefused) as refused:
        await call  # type: ignore[misc]
    return refused.value.code


async def seated(store: Store, name: str, seat: int) -> tuple[str, Person]:
    token = f"token of {name}"
    await store.invite(token, SESSION, "member", 1, NOW + 60)
    cookie, person = await store.redeem(token, NOW)
    await store.seat(person.person, seat, Entry(cookie, name, 1))
    return cookie, person


async def free_name(store: Store, place: tuple[str, Person], name: str) -> str:
    """`name`, or what they are offered in its place; to ask changes nothing, and to go in is refused so, too."""
    (cookie, person), before = place, await store.names(SESSION)
    try:
        await store.may_go_in(person.person, Entry(cookie, name, 1))
    except NameTaken as taken:
        with pytest.raises(NameTaken) as refused:
            await store.seat(person.person, 9, Entry(cookie, name, 1))
        assert refused.value.free == taken.free
        name = taken.free
    assert await store.names(SESSION) == before
    return name


async def test_sessions_are_listed_until_they_end(store: Store) -> None:
    await store.create_session("second", "form two", 1.0, 500.0)
    assert [row.session for row in await store.sessions()] == ["second", SESSION]
    row = await store.session(SESSION)
    assert row is not None
    assert (row.format_text, row.speed, row.opened_at, row.ended) == ("form", 2.5, 1000.0, False)
    await store.end_session(SESSION)
    assert [row.session for row in await store.sessions()] == ["second"]
    ended = await store.session(SESSION)
    assert ended is not None
    assert ended.ended
    assert await store.session("unknown") is None


async def test_a_link_serves_as_many_as_it_is_for(store: Store) -> None:
    await store.invite("t", SESSION, "observer", 2, NOW + 60)
    places = [await store.redeem("t", NOW) for _ in range(2)]
    late, third = await store.redeem("t", NOW)
    for seat, (cookie, person) in list(enumerate(places, 1)) * 2:
        entry = Entry(cookie, f"Observer {seat}", 1)
        assert not await store.seat(person.person, seat, entry), "spent once by each"
    assert await code_of(store.redeem("t", NOW)) == "used_link"
    assert await code_of(store.may_go_in(third.person, Entry(late, "Ann", 1))) == "used_link"
    assert await code_of(store.seat(third.person, 3, Entry(late, "Ann", 1))) == "used_link"
    assert await store.seats(SESSION) == {1, 2}
    assert len({cookie for cookie, _ in places}) == 2
    assert len({person.person for _, person in places}) == 2
    for seat, (cookie, person) in enumerate(places, 1):
        assert (person.session, person.role, person.seat, person.name, person.removed) == (
            SESSION, "observer", None, "", False,
        )  # fmt: skip
        person = replace(person, attested=1, seat=seat, name=f"Observer {seat}")
        assert await store.person(cookie) == person
        assert await store.person_by_id(person.person) == person


async def test_no_link_is_used_more_often_than_it_is_for(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.invite("t", SESSION, "observer", 1, NOW + 60)
    (first, ann), (second, ben) = [await store.redeem("t", NOW) for _ in range(2)]
    await store.seat(ann.person, 1, Entry(first, "Ann", 1))
    monkeypatch.setattr(doorstep, "may_go_in", lambda *_: None)
    assert await code_of(store.seat(ben.person, 2, Entry(second, "Ben", 1))) == "used_link"
    assert (await store.look_up("t", NOW)).uses_left == 0 and await store.seats(SESSION) == {1}


async def test_looking_a_link_up_uses_nothing(store: Store) -> None:
    await store.invite("t", SESSION, "leader", 1, NOW + 60)
    for _ in range(3):
        assert await store.look_up("t", NOW) == Invitation(SESSION, "leader", 1, NOW + 60)
    cookie, person = await store.redeem("t", NOW)
    assert (await store.look_up("t", NOW)).uses_left == 1, "nor does opening it, as a mail scanner may"
    await store.seat(person.person, 1, Entry(cookie, "Lea", 1))
    assert (await store.look_up("t", NOW)).uses_left == 0


async def test_of_those_who_open_a_shared_link_and_do_not_go_in_the_newest_are_kept(store: Store) -> None:
    await store.invite("t", SESSION, "member", 12, NOW + 60)
    there, first = await store.redeem("t", NOW), await store.redeem("t", NOW)
    await store.seat(there[1].person, 1, Entry(there[0], "Ann", 1))
    newest = [await store.redeem("t", NOW) for _ in range(doorstep.MOST)]
    assert [await store.person(cookie) is None for cookie, _ in (there, first, newest[0], newest[-1])] == [
        False, True, False, False,
    ]  # fmt: skip
    assert await code_of(store.seat(first[1].person, 2, Entry(first[0], "Ben", 1))) == "no_session"


async def test_a_link_that_lets_nobody_in_says_why(store: Store) -> None:
    await store.invite("t", SESSION, "leader", 1, NOW)
    assert await code_of(store.redeem("other", NOW)) == "unknown_link"
    assert await code_of(store.look_up("other", NOW)) == "unknown_link"
    assert await code_of(store.redeem("t", NOW)) == "expired_link"
    assert await code_of(store.look_up("t", NOW)) == "expired_link"
    with pytest.raises(LinkRefused) as refused:
        await store.look_up("t", NOW)
    assert refused.value.invitation == Invitation(SESSION, "leader", 1, NOW)
    assert (await store.look_up("t", NOW - 1)).uses_left == 1  # a refusal uses nothing either
    await store.end_session(SESSION)
    assert await code_of(store.redeem("t", NOW - 1)) == "session_ended"
    assert await code_of(store.look_up("t", NOW - 1)) == "session_ended"


async def test_a_link_of_an_unknown_session_is_not_saved(store: Store) -> None:
    with pytest.raises(NotSaved):
        await store.invite("t", "unknown", "leader", 1, NOW)


@pytest.mark.parametrize("cookie", ["", "nobody's", "\udcff\udc80", "x" * 10_000])
async def test_a_strange_cookie_is_nobody(store: Store, cookie: str) -> None:
    assert await store.person(cookie) is None


async def test_no_two_of_those_who_went_in_are_called_alike(store: Store) -> None:
    ann = await seated(store, "Ann", 2)
    other = await seated(store, "Zoë", 5)
    assert await free_name(store, other, "ann") == "ann (2)"
    assert await free_name(store, ann, "Ann") == "Ann", "their own is not taken"
    await store.name_seat(SESSION, 5, "ANN")
    assert await store.names(SESSION) == {2: "Ann", 5: "ANN (2)"}
    await store.remove(SESSION, 2)
    assert await free_name(store, other, "ANN") == "ANN", "who was turned away does not come back"


async def test_whoever_has_no_seat_keeps_no_name_from_others(store: Store) -> None:
    other = await seated(store, "Zoë", 5)
    group = await store.group(await store.add_group("Tuesdays", "classic", [Listed("member", "Ann")]))
    assert group is not None
    await store.invite("t", SESSION, "member", 1, NOW + 60, group.members[0].member)
    cookie, ann = await store.redeem("t", NOW)
    assert ann.name == "Ann" and await free_name(store, other, "Ann") == "Ann"
    await store.seat(ann.person, 2, Entry(cookie, "Ann", 1))
    assert await free_name(store, other, "Ann") == "Ann (2)"


async def test_of_two_who_go_in_at_once_under_one_name_one_does(store: Store) -> None:
    """Though both were told that nobody has it: the store asks again as it writes."""
    await store.invite("t", SESSION, "member", 2, NOW + 60)
    places = [await store.redeem("t", NOW) for _ in range(2)]
    for cookie, person in places:
        await store.may_go_in(person.person, Entry(cookie, "Ann", 1))
    going = (
        store.seat(person.person, seat, Entry(cookie, "Ann", 1))
        for seat, (cookie, person) in enumerate(places, 2)
    )
    first, second = await asyncio.gather(*going, return_exceptions=True)
    assert first is False and isinstance(second, NameTaken) and second.free == "Ann (2)"
    assert (await store.look_up("t", NOW)).uses_left == 1
    assert await store.names(SESSION) == {2: "Ann"} and await store.seats(SESSION) == {2}
    refused = await store.person(places[1][0])
    assert refused is not None and (refused.name, refused.attested) == ("", 0)


async def test_names_belong_to_seats_and_can_change(store: Store) -> None:
    cookie, _ = await seated(store, "Ann", 2)
    await seated(store, "Zoë 👩‍⚕️", 5)
    assert await store.names(SESSION) == {2: "Ann", 5: "Zoë 👩‍⚕️"}
    await store.name_seat(SESSION, 2, "Anna")
    assert (await store.names(SESSION))[2] == "Anna"
    known = await store.person(cookie)
    assert known is not None
    assert (known.name, known.seat) == ("Anna", 2)
    assert "Anna" not in repr(known)
    assert await code_of(store.may_go_in("nobody", Entry(cookie, "x", 1))) == "no_session"
    await store.name_seat(SESSION, 9, "x")
    assert 9 not in await store.names(SESSION)


async def test_a_seat_belongs_to_one_person(store: Store) -> None:
    await seated(store, "Ann", 2)
    with pytest.raises(NotSaved):
        await seated(store, "Ben", 2)
    assert await store.names(SESSION) == {2: "Ann"}


async def test_who_is_removed_stays_removed(store: Store) -> None:
    ann, _ = await seated(store, "Ann", 2)
    ben, _ = await seated(store, "Ben", 3)
    await store.remove(SESSION, 2)
    removed, kept = await store.person(ann), await store.person(ben)
    assert removed is not None
    assert kept is not None
    assert (removed.removed, kept.removed) == (True, False)


async def test_after_the_end_no_name_can_be_read(store: Store) -> None:
    cookie, _ = await seated(store, "Ann", 2)
    await store.end_session(SESSION)
    assert await store.names(SESSION) == {}
    await store.name_seat(SESSION, 2, "Ann again")
    assert await store.names(SESSION) == {}
    known = await store.person(cookie)
    assert known is not None
    assert (known.name, known.seat) == ("", 2)
    await store.end_session(SESSION)  # a second time changes nothing


# --- on the disk ----------------------------------------------------------------------------------------


async def test_neither_names_nor_secrets_lie_on_the_disk_in_the_open(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await store.invite("the-token-of-ann", SESSION, "member", 1, NOW + 60)
    cookie, person = await store.redeem("the-token-of-ann", NOW)
    await store.seat(person.person, 1, Entry(cookie, "Annegret Beispiel", 1))
    key = (tmp_path / "restarea.keys" / f"{SESSION}.key").read_bytes()
    for name in ("restarea.db", "restarea.db-wal"):
        content = (tmp_path / name).read_bytes()
        assert content
        for secret in (b"Annegret", b"the-token-of-ann", cookie.encode(), key):
            assert secret not in content
    await store.close()


async def test_a_copy_of_the_database_made_before_the_end_opens_no_name_after_it(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 0.0)
    await seated(store, "Ann", 2)
    copy = sqlite3.connect(tmp_path / "backup.db")
    with sqlite3.connect(tmp_path / "restarea.db") as live:
        live.backup(copy)
    live.close()
    copy.close()
    keys = tmp_path / "restarea.keys"
    (tmp_path / "backup.keys").symlink_to(keys)
    backup = await Store.open(tmp_path / "backup.db")
    assert await backup.names(SESSION) == {2: "Ann"}  # while the key lives
    await store.end_session(SESSION)
    assert await backup.names(SESSION) == {}
    assert list(keys.iterdir()) == []
    await backup.close()
    await store.close()


async def test_a_key_that_a_crash_left_behind_goes_at_the_next_start(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    for session in (SESSION, "second"):
        await store.create_session(session, "form", 1.0, 0.0)
    await store.close()
    # As if the process had died between the commit and the key's end.
    with sqlite3.connect(tmp_path / "restarea.db") as database:
        database.execute("UPDATE sessions SET ended = 1 WHERE session = ?", (SESSION,))
    database.close()
    await (await Store.open(tmp_path / "restarea.db")).close()
    assert [path.name for path in (tmp_path / "restarea.keys").iterdir()] == ["second.key"]


def test_keys_are_for_the_servers_user_only(tmp_path: Path) -> None:
    keys = FolderKeys(tmp_path / "keys")
    keys.make("s")
    assert stat.S_IMODE((tmp_path / "keys").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "keys" / "s.key").stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        keys.make("s")


@pytest.mark.parametrize("session", ["", "../x", "a/b", "x" * 65, "a\0b", "."])
def test_a_key_lies_in_its_folder_and_nowhere_else(tmp_path: Path, session: str) -> None:
    with pytest.raises(ValueError, match="session id"):
        FolderKeys(tmp_path).make(session)


def test_a_name_opens_under_its_own_key_for_its_own_person_only() -> None:
    key = bytes(range(32))
    stored = encrypt(key, "Ann", "p1")
    assert decrypt(key, stored, "p1") == "Ann"
    assert decrypt(key, stored, "p2") == ""
    assert decrypt(bytes(32), stored, "p1") == ""
    assert decrypt(None, stored, "p1") == ""
    assert decrypt(key, None, "p1") == ""
    assert decrypt(key, stored[:20], "p1") == ""
    assert encrypt(key, "Ann", "p1") != stored  # a nonce is never used twice


def test_short_and_long_names_are_as_long_as_each_other() -> None:
    lengths = {len(encrypt(bytes(32), name, "p")) for name in ("", "A", "👩‍⚕️" * 10, "ü" * 40)}
    assert len(lengths) == 1
    assert len(("\U0001f600" * 40).encode()) <= PADDED_BYTES


def test_people_and_log_share_no_key_but_the_session() -> None:
    form = ("log_heads", "events", "answers")
    people = ("invitations", "people")
    keys = {
        table.name: {column.name for column in table.primary_key}
        | {key.parent.name for key in table.foreign_keys}
        for table in metadata.tables.values()
    }
    shared = set.union(*(keys[name] for name in form)) & set.union(*(keys[name] for name in people))
    assert shared == {"session"}


async def test_plates_are_kept_as_names_are(store: Store) -> None:
    await store.plate(SESSION, 2, "the mother")
    await store.plate(SESSION, 3, "the desk")
    await store.plate(SESSION, 2, "the mother, later")
    await store.plate(SESSION, 3, "")
    assert await store.plates(SESSION) == {2: "the mother, later"}
    assert await store.plates("another") == {}
    await store.end_session(SESSION)
    assert await store.plates(SESSION) == {}
    await store.plate(SESSION, 2, "too late")
    assert await store.plates(SESSION) == {}


async def test_a_plate_lies_on_the_disk_only_encrypted_and_opens_nowhere_else(tmp_path: Path) -> None:
    store = await Store.open(tmp_path / "restarea.db")
    await store.create_session(SESSION, "form", 1.0, 1000.0)
    await store.plate(SESSION, 2, "Grandmother-with-the-keys")
    await store.close()
    assert b"Grandmother" not in (tmp_path / "restarea.db").read_bytes()
    with sqlite3.connect(tmp_path / "restarea.db") as connection:
        connection.execute("update plates set part = 3")
    connection.close()
    again = await Store.open(tmp_path / "restarea.db")
    assert await again.plates(SESSION) == {}
    await again.close()


async def test_whoever_was_never_let_in_has_no_seat_of_a_session_that_leaves_a_record(store: Store) -> None:
    cookies = [(await seated(store, name, seat))[0] for name, seat in (("Ann", 2), ("Ben", 3))]
    await store.end_session(SESSION, (), b"{}", 500.0, {2})
    known = [await store.person(cookie) for cookie in cookies]
    assert [one.seat if one else None for one in known] == [2, None]
