"""A member reads what is kept about them by a link that is good, and may leave and be erased; nobody else does it."""

from __future__ import annotations

import asyncio
import json
import re
from typing import Any

import pytest
from sqlalchemy import Connection, select

from server.pages import sign_in
from server.pages.language import languages, text
from server.store.tables import former_links, meeting_links
from tests.letter_box import LetterBox, entries_of, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_certificate import over
from tests.server.pages.test_groups import HOSTILE, come, see, send
from tests.server.pages.test_meetings import enter, mailed, on_the_day, planned, press, the_plan, token_of

__all__ = ["mailed"]


async def test_a_member_reads_what_is_kept_and_leaves_after_being_asked_once_more(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    (token,) = re.findall(r"/mine#(\S+)", plain_of(box.letters[1]))
    assert token == token_of(box.letters[1]), "one token; what it shows is for whoever has it"
    html = box.letters[1].get_body(("html",))
    assert html is not None and f"/mine#{token}" in html.get_content()
    mailed.forget()
    assert "What is kept about you" in (await see(mailed, "/mine"))[1]
    for language in languages():
        assert (
            text(language, "mine-not") in (await send(mailed, f"/mine?lang={language}", {"token": token}))[1]
        )
    status, page = await send(mailed, "/mine?lang=en", {"token": token})
    said = ["Tuesdays", "Carla", "carla@example.org", "member", "Cases presented so far</th><td>0<"]
    assert (status, [one for one in said if one not in page]) == (200, [])
    assert 'href="/hours"' not in page and 'href="/certificate"' in page
    assert 'formaction="/mine?lang=fr" formnovalidate name="look"' in page
    status, page = await send(mailed, "/mine", {"token": token, "leave": "1"})
    assert 'formaction="/mine?lang=fr" formnovalidate name="leave"' in page and 'href="/certificate"' in page
    assert status == 200 and "Leave the group and be erased?" in page and 'action="/mine/leave"' in page
    found = await mailed.house.store.group(group.group)
    assert found is not None and len(found.members) == 3, "asking erases nobody"
    box.letters.clear()
    status, page = await send(mailed, "/mine/leave", {"token": token})
    assert "A last letter goes to you now" in page
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    (letter,) = box.letters
    ((method, event),) = entries_of(letter)
    assert (letter["To"], method, event["SEQUENCE"]) == ("carla@example.org", "CANCEL", 1)
    assert "no longer on the list" in plain_of(letter) and "Tuesday, 3 February 1970" in plain_of(letter)
    (line,) = await mailed.house.store.released.audit()
    assert status == 200 and f"1 January 1970, {line.sha256.hex()}" in page
    assert json.loads(line.text)["day"] == "1970-01-01"
    assert (json.loads(line.text)["act"], json.loads(line.text)["who"]) == ("erased", "member")
    assert "arla" not in line.text.decode()
    again = await asyncio.gather(*(send(mailed, "/mine/leave", {"token": token}) for _ in range(2)))
    assert again == [(200, page)] * 2, "whoever presses twice keeps the receipt"
    assert len(await mailed.house.store.released.audit()) == len(box.letters) == 1, (
        "a second press erases nobody else"
    )
    (german,) = re.findall(r'formaction="(/mine/leave\?lang=de)"', page)
    status, page = await send(mailed, german, {"token": token, "look": "1"})
    assert status == 200 and f"1. Januar 1970, {line.sha256.hex()}" in page and "der Name der Gruppe" in page
    mailed.wall += 601
    assert (await send(mailed, "/mine/leave", {"token": token}))[0] == 410
    mailed.wall -= 601
    await come(mailed)
    page = (await see(mailed, f"/groups/{group.group}?lang=en"))[1]
    assert "One person has left this group" in page and "Carla" not in page
    assert (await enter(mailed, token))[1]["code"] == "ended_link"
    assert (await enter(mailed, token[:-1]))[1]["code"] == "unknown_link"


async def test_in_a_meeting_that_goes_on_the_screens_are_told_and_the_place_stays(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    later = await press(mailed, f"/groups/{group.group}/meetings", day="1970-03-03", at="19:30")
    for one in (path, later):
        await press(mailed, f"{one}/invite")
    await on_the_day(mailed, path)
    token = token_of(box.letters[1])
    assert (await enter(mailed, token))[0] == 200
    assert (await mailed.give_name("Carla"))[0] == 200
    (session,) = [one.session for one in await mailed.house.store.sessions() if one.session != "5e55104"]
    page = (await send(mailed, "/mine", {"token": token}))[1]
    assert "in which you have a place</th><td>1<" in page
    assert await mailed.house.store.names(session) == {1: "Carla"}
    mailed.house.asked.clear()
    status, page = await send(mailed, "/mine/leave", {"token": token})
    assert status == 200 and "that are still to come" in page and "The meeting that is open now stays" in page
    assert mailed.house.asked == ["names_changed"] and await mailed.house.store.names(session) == {}
    assert await mailed.house.store.seats(session) == {1}
    await over(mailed, session)
    assert "There is no certificate here" in (await see(mailed, "/certificate"))[1], (
        "nothing is noted of them"
    )


async def test_a_link_that_is_over_has_a_new_one_sent_which_leads_there_too(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/invite", member=group.members[1].member)
    old = token_of(box.letters[1])
    mailed.forget()
    box.letters.clear()
    status, page = await send(mailed, "/mine/fresh", {"token": old})
    assert status == 200 and text("en", "refused-fresh-sent") in page and "carla@" not in page
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    (letter,) = box.letters
    assert letter["To"] == "carla@example.org"
    status, page = await send(mailed, "/mine", {"token": token_of(letter)})
    assert status == 200 and "Carla" in page
    assert (await send(mailed, "/mine/fresh", {"token": "nobody's"}))[0] == 410


async def test_an_old_link_a_strangers_or_the_leaders_erases_nobody(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/invite", member=group.members[1].member)
    old, leaders = token_of(box.letters[1]), token_of(box.letters[0])
    assert await mailed.house.store.owner_of(old) is not None, "it is known whose it was"
    mailed.forget()
    for token in (old, *HOSTILE.values()):
        status, page = await send(mailed, "/mine", {"token": token})
        words = "This link shows nothing." if token else "This page needs the link of yours"
        words = "Have a new one sent" if token == old else words
        assert status == 410 and words in page and "carla@" not in page
        assert ('action="/mine/fresh"' in page) is (token == old)
        assert (await send(mailed, "/mine/leave", {"token": token}))[0] == 410
    page = (await send(mailed, "/mine", {"token": leaders, "leave": "1"}))[1]
    assert 'href="/hours"' in page, "what is kept of who leads is elsewhere"
    assert "You lead this group." in page and 'action="/mine/leave"' not in page
    assert (await send(mailed, "/mine/leave", {"token": leaders}))[0] == 410
    after = await mailed.house.store.group(group.group)
    assert after is not None and len(after.members) == 3
    async with mailed.client.post(
        "/mine/leave", data={"token": token}, headers={"Origin": "https://evil.example"}
    ) as answer:
        assert answer.status == 403
    for _ in range(40):
        status, page = await send(mailed, "/mine", {"token": old})
    assert status == 429 and "Too many attempts" in page


async def test_whoever_is_erased_while_letters_go_out_gets_none_and_nothing_is_noted_of_them(
    mailed: Site, box: LetterBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, path = await planned(mailed)
    store, post = mailed.house.store, mailed.client.app[sign_in.POST]  # type: ignore[index]
    begin, send_one = store.meetings.begin, post.send

    async def dan_goes(*asked: Any) -> None:
        await store.persons.erase("dan@example.org", "operator", "1970-01-01")
        await begin(*asked)

    async def carla_goes(*asked: Any) -> None:
        await send_one(*asked)
        await store.persons.erase("carla@example.org", "operator", "1970-01-01")

    monkeypatch.setattr(store.meetings, "begin", dan_goes)
    monkeypatch.setattr(post, "send", carla_goes)
    await press(mailed, f"{path}/invite")
    assert [letter["To"] for letter in box.letters] == ["anna@example.org"]
    assert (await the_plan(mailed, group)).mails == {group.members[0].member: "sent"}

    def whose(connection: Connection) -> set[str]:
        rows = (connection.scalars(select(table.c.member)) for table in (meeting_links, former_links))
        return {member for found in rows for member in found}

    assert await store._writer.read(whose) == {group.members[0].member, ""}, "of a link, that it was one"
