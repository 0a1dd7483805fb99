"""A leader removes a group: asked first, with what goes with it; whoever was invited is told, and nothing stays."""

from __future__ import annotations

from typing import Any

import pytest

from server.pages import removal, sign_in
from server.pages.language import languages, text
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, fresh, see, send
from tests.server.pages.test_meetings import (
    enter,
    entry_of,
    mailed,
    on_the_day,
    planned,
    press,
    the_plan,
    token_of,
)

__all__ = ["mailed"]


async def test_it_is_asked_first_and_then_everybody_is_told_and_nothing_is_left(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    asked = f"/groups/{group.group}/remove"
    assert f'href="{asked}"' in (await see(mailed, f"/groups/{group.group}"))[1]
    status, page = await see(mailed, asked)
    said = [
        "Tuesdays",
        "with 3 people",
        "Tuesday, 3 February 1970, 19:30 (Paris)",
        "every link to its meetings",
        "stay on certificates of attendance",
    ]
    assert status == 200 and [one for one in said if one not in page] == []
    assert "keeps its records together" not in page
    for language in languages():
        assert text(language, "remove-links") in (await see(mailed, f"{asked}?lang={language}"))[1]
    assert len(box.letters) == 3 and await mailed.house.store.group(group.group), "looking removes nothing"
    assert await press(mailed, asked) == "/groups"
    assert [(letter["To"], entry_of(letter)[0]) for letter in box.letters[3:]] == [
        (f"{name}@example.org", "CANCEL") for name in ("anna", "carla", "dan")
    ]
    assert await mailed.house.store.groups() == []
    held = await mailed.house.store.holdings(0.0)
    assert (held.groups, held.meetings_ahead) == (0, 0)
    assert (await enter(mailed, token_of(box.letters[1])))[1]["code"] == "ended_link"
    await come(mailed)
    assert (await see(mailed, asked))[0] == 404, "gone already"
    assert await send(mailed, asked, {}) == (303, "/groups"), "a second press"


async def test_everybody_gets_one_letter_of_all_and_what_failed_is_tried_once_more(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    other = await press(mailed, f"/groups/{group.group}/meetings", day="1970-03-03", at="19:30")
    for one in (path, other):
        await press(mailed, f"{one}/invite")
    await press(mailed, f"{other}/revoke", member=group.members[2].member)
    box.letters.clear()
    box.refuses["anna@example.org"] = "451 not just now"
    box.came = box.refuses.clear
    await press(mailed, f"/groups/{group.group}/remove")
    assert [letter["To"] for letter in box.letters] == [
        f"{name}@example.org" for name in ("carla", "dan", "anna")
    ]
    carla = box.letters[0]
    assert carla["Subject"] == "Tuesdays: 2 meetings are cancelled" and "/join#" not in plain_of(carla)
    files = [part for part in carla.walk() if part.get_content_type() == "text/calendar"]
    assert [(part.get_filename(), part.get_param("method")) for part in files] == [
        ("1970-02-03.ics", "CANCEL"), ("1970-03-03.ics", "CANCEL"),
    ]  # fmt: skip
    assert all("SEQUENCE:1" in str(part.get_content()) for part in files)


async def test_while_a_meeting_is_open_the_group_stays(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await on_the_day(mailed, path)
    asked = f"/groups/{group.group}/remove"
    for status, page in (await see(mailed, asked), await send(mailed, asked, {})):
        assert status in (200, 409) and "can be removed when it has ended" in page
        assert f'action="{asked}"' not in page
    assert await mailed.house.store.group(group.group) is not None


async def test_a_meeting_that_opens_while_the_group_is_removed_keeps_it(
    mailed: Site, box: LetterBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, path = await planned(mailed)
    other = await press(mailed, f"/groups/{group.group}/meetings", day="1970-03-03", at="19:30")
    await press(mailed, f"{other}/invite")
    looked = removal.open_session_of

    async def opened_just_then(*asked: Any) -> str | None:
        monkeypatch.setattr(removal, "open_session_of", looked)
        found = await looked(*asked)
        await on_the_day(mailed, path)
        return found

    monkeypatch.setattr(removal, "open_session_of", opened_just_then)
    status, page = await send(mailed, f"/groups/{group.group}/remove", {})
    assert status == 409 and "can be removed when it has ended" in page
    assert await mailed.house.store.group(group.group) is not None
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    assert len(box.letters) == 3, "nobody reads that a meeting is cancelled which takes place"
    assert not (await the_plan(mailed, group)).cancelled


async def test_a_group_whose_leader_was_erased_while_it_meets_leads_to_its_page(mailed: Site) -> None:
    """Whoever made it, and is not on its list, has no place in the meeting to go to."""
    group, path = await planned(mailed, address_0="bela@example.org", name_0="Bela")
    await on_the_day(mailed, path)
    await mailed.house.store.persons.erase("bela@example.org", "operator", "2026-11-29")
    assert await press(mailed, f"/groups/{group.group}/desk") == f"/groups/{group.group}"


async def test_nobody_else_removes_it(mailed: Site) -> None:
    group, _ = await planned(mailed)
    asked = f"/groups/{group.group}/remove"
    mailed.forget()
    assert await send(mailed, asked, {}) == (303, "/sign-in")
    await come(mailed, "bela@example.org", "Bela")
    assert (await see(mailed, asked))[0] == 404
    assert await send(mailed, asked, {}) == (303, "/groups")
    assert await mailed.house.store.group(group.group) is not None


async def test_the_groups_page_says_that_somebody_has_left_until_it_is_saved(mailed: Site) -> None:
    group, _ = await planned(mailed)
    await mailed.house.store.persons.erase("carla@example.org", "operator", "2026-11-29")
    path = f"/groups/{group.group}"
    assert "One person has left this group" in (await see(mailed, path))[1]
    after = await mailed.house.store.group(group.group)
    assert after is not None and len(after.members) == 2
    assert (await send(mailed, path, await fresh(mailed, path)))[0] == 303
    assert "has left this group" not in (await see(mailed, path))[1]
