"""An old link offers a new one: to whose link it was, by the address that the leader has given, and to nobody else."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from server.groups import open_meeting
from server.pages import fresh, sign_in
from server.store import Listed, Store
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site

START = datetime(1970, 2, 3, 18, 30, tzinfo=UTC).timestamp()
ROSTER = (Listed("leader", "Anna", "anna@example.org"), Listed("member", "Carla", "carla@example.org"))
UNREACHED = (*ROSTER, Listed("member", "Dan"))


@pytest.fixture
async def mailed(open_site: Callable[..., Awaitable[Site]], box: LetterBox) -> Site:
    return await open_site(**box.settings)


async def held(site: Site, roster: tuple[Listed, ...] = UNREACHED) -> tuple[str, dict[str, str]]:
    """A group that has met: its id, and whose link to that meeting was which."""
    store = site.house.store
    group = await store.add_group("Tuesdays", "classic", roster)
    (known,) = [one for one in await store.groups() if one.group == group]
    invited = await open_meeting(store, known, "form", "", lasts_s=1e9)
    (session,) = [one.session for one in await store.sessions() if one.session != "5e55104"]
    await store.end_session(session)
    return group, {one.name: one.link.partition("#")[2] for one in invited}


async def ask(site: Site, token: str, **headers: str) -> tuple[int, dict[str, Any]]:
    site.forget()
    answer = await site.post("/api/fresh", {"token": token}, **headers)
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    return answer


async def enter(site: Site, token: str) -> str:
    site.forget()
    return str((await site.post("/api/enter", {"token": token}))[1].get("code"))


def sent(box: LetterBox) -> list[tuple[str, str]]:
    return [(str(one["To"]), re.findall(r"/join#(\S+)", plain_of(one))[0]) for one in box.letters]


async def test_the_link_of_a_meeting_that_is_over_brings_one_to_the_next(
    mailed: Site, box: LetterBox
) -> None:
    group, links = await held(mailed)
    await mailed.house.store.meetings.plan(group, START)
    assert await enter(mailed, links["Carla"]) == "earlier_link"
    assert await ask(mailed, links["Carla"]) == (200, {"coming": True})
    ((to, token),) = sent(box)
    assert to == "carla@example.org" and token not in links.values()
    assert box.letters[0]["Subject"].startswith("Tuesdays: your new link, Tuesday, 3 February 1970")
    assert await enter(mailed, token) == "not_open_yet"
    assert await enter(mailed, links["Carla"]) == "earlier_link", "it stays what it is"


async def test_it_brings_one_to_the_meeting_that_is_open(mailed: Site, box: LetterBox) -> None:
    group, links = await held(mailed)
    store = mailed.house.store
    (known,) = await store.groups()
    invited = await open_meeting(store, known, "form", "", lasts_s=1e9)
    (session,) = [one.session for one in await store.sessions() if one.session != "5e55104"]
    mailed.house.stages[session] = "gathering"
    await store.meetings.plan(group, START)
    assert await ask(mailed, links["Carla"]) == (200, {"coming": True})
    ((to, token),) = sent(box)
    assert (to, box.letters[0]["Subject"]) == ("carla@example.org", "Tuesdays: your new link")
    for one in (token, invited[1].link.partition("#")[2]):
        mailed.forget()
        status, answer = await mailed.post("/api/enter", {"token": one})
        assert (status, answer["name"]) == (200, "Carla"), "and the one before leads in, too"


async def test_nobody_learns_whether_there_is_an_address_or_a_mail_server(
    mailed: Site, site: Site, box: LetterBox
) -> None:
    answers = []
    for one in (mailed, site):  # the second has no mail
        group, links = await held(one)
        await one.house.store.meetings.plan(group, START)
        answers += [await ask(one, links[name]) for name in ("Carla", "Dan")]
    assert answers == [(200, {"coming": True})] * 4
    assert [to for to, _ in sent(box)] == ["carla@example.org"]


async def test_where_no_meeting_is_coming_it_says_so(mailed: Site, box: LetterBox) -> None:
    group, links = await held(mailed)
    assert await ask(mailed, links["Carla"]) == (200, {"coming": False})
    meeting = await mailed.house.store.meetings.plan(group, START)
    await mailed.house.store.meetings.cancel(meeting)
    assert await ask(mailed, links["Carla"]) == (200, {"coming": False})
    await mailed.house.store.meetings.plan(group, mailed.wall - fresh.LASTS_S)
    assert await ask(mailed, links["Carla"]) == (200, {"coming": False})
    assert box.letters == []


async def test_a_link_of_a_cancelled_meeting_brings_one_to_the_next(mailed: Site, box: LetterBox) -> None:
    group, _ = await held(mailed)
    (known,) = await mailed.house.store.groups()
    meetings = mailed.house.store.meetings
    off = await meetings.plan(group, START)
    await meetings.invite(off, known.members[1].member, "off", anew=False)
    await meetings.cancel(off)
    await meetings.plan(group, START + 1)
    assert await enter(mailed, "off") == "meeting_cancelled"
    assert await ask(mailed, "off") == (200, {"coming": True})
    assert [to for to, _ in sent(box)] == ["carla@example.org"]


async def test_of_a_link_that_was_nobodys_there_is_no_new_one(mailed: Site, box: LetterBox) -> None:
    group, links = await held(mailed)
    await mailed.house.store.meetings.plan(group, START)
    shared = await mailed.link()
    for token in ("never-heard-of", "", shared):
        assert (await ask(mailed, token))[1]["code"] == "unknown_link", token
    await mailed.house.store.change_group(group, "classic", ROSTER[:1])
    assert (await ask(mailed, links["Carla"]))[1]["code"] == "unknown_link", "off the roster"
    assert await enter(mailed, links["Carla"]) == "ended_link"
    await mailed.house.store.forget_group(group)
    assert (await ask(mailed, links["Anna"]))[1]["code"] == "unknown_link"
    assert box.letters == []


async def test_nobodys_letter_box_is_flooded_and_the_answer_stays_the_same(
    mailed: Site, box: LetterBox
) -> None:
    group, links = await held(mailed)
    await mailed.house.store.meetings.plan(group, START)
    statuses = [(await ask(mailed, links["Carla"]))[0] for _ in range(int(fresh.BURST))]
    assert statuses == [200] * 10 and len(box.letters) == fresh.LETTERS_AT_ONCE
    assert (await ask(mailed, links["Anna"]))[1]["code"] == "too_fast", "one client asks so often"
    assert (await ask(mailed, links["Anna"], X_Forwarded_For="203.0.113.7"))[0] == 200, "another asks, too"
    mailed.steady += 1 / fresh.LETTERS_PER_SECOND
    await ask(mailed, links["Carla"])
    assert [to for to, _ in sent(box)].count("carla@example.org") == fresh.LETTERS_AT_ONCE + 1


async def test_another_site_asks_for_nothing(mailed: Site, box: LetterBox) -> None:
    group, links = await held(mailed)
    await mailed.house.store.meetings.plan(group, START)
    assert (await ask(mailed, links["Carla"], Origin="https://evil.example"))[0] == 403
    assert box.letters == []


async def test_a_mail_that_bounces_leaves_the_page_as_it_is(mailed: Site, box: LetterBox) -> None:
    group, links = await held(mailed)
    await mailed.house.store.meetings.plan(group, START)
    box.refuses = {"carla@example.org": "550 no such user"}
    assert await ask(mailed, links["Carla"]) == (200, {"coming": True})


@pytest.mark.parametrize(("language", "subject"), [
    ("fr", "Tuesdays\u00a0: votre nouveau lien, mardi"), ("de", "Tuesdays: Ihr neuer Link, Dienstag"),
])  # fmt: skip
async def test_it_is_written_in_the_groups_language(
    mailed: Site, box: LetterBox, language: str, subject: str
) -> None:
    group, links = await held(mailed)
    store = mailed.house.store
    (known,) = await store.groups()
    roster = [Listed(one.role, one.name, None, one.member) for one in known.members]
    terms = type(known.terms)(language, "Europe/Berlin", "")
    await store.rewrite_group(group, known.revision, "Tuesdays", "classic", roster, terms)
    await store.meetings.plan(group, START)
    await ask(mailed, links["Carla"])
    assert box.letters[0]["Subject"].startswith(subject)


async def test_whose_a_link_was_is_known_for_a_year_and_by_no_hash_that_leads_to_its_meeting(
    tmp_path: Path,
) -> None:
    store = await Store.open(tmp_path / "s.db")
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    (known,) = await store.groups()
    carla = known.members[1].member
    meeting = await store.meetings.plan(group, START)
    await store.meetings.invite(meeting, carla, "old", anew=False)
    await open_meeting(store, known, "form", "", lasts_s=1e9)
    year = 365 * 24 * 3600.0
    for later, whose in ((0.0, carla), (year, carla), (year * 1.5, None)):
        await store.meetings.due(START + later, 0.0)
        owner = await store.owner_of("old")
        assert (owner and owner[1].member) == whose, later
    await store.close()
    with sqlite3.connect(tmp_path / "s.db") as database:
        known_by = {
            table: {row[0] for row in database.execute(f"SELECT token_sha256 FROM {table}")}
            for table in ("former_links", "invitations")
        }
    assert len(known_by["invitations"]) == len(known_by["former_links"]) == 2
    assert not known_by["invitations"] & known_by["former_links"]


async def test_nothing_of_it_is_left_of_whoever_is_off_the_roster_or_of_a_group_that_is_gone(
    tmp_path: Path,
) -> None:
    store = await Store.open(tmp_path / "s.db")
    group = await store.add_group("Tuesdays", "classic", ROSTER)
    (known,) = await store.groups()
    await open_meeting(store, known, "form", "", lasts_s=1e9)

    def owners() -> set[str]:
        with sqlite3.connect(tmp_path / "s.db") as database:
            return {row[0] for row in database.execute("SELECT member FROM former_links")}

    assert owners() == {one.member for one in known.members}
    await store.change_group(group, "classic", ROSTER[:1])
    assert owners() == {known.members[0].member, ""}, "of a link it stays known that it was somebody's"
    await store.forget_group(group)
    assert owners() == {""}
    await store.close()
