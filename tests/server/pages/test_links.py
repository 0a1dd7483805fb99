"""Links that a leader hands on, where no mail leads: shown once, one in place of those before, or taken back."""

from __future__ import annotations

import re
from typing import Any

import pytest

from server.groups.post import Post
from server.pages import sign_in
from server.pages.reminders import remind
from server.store import Expected
from tests.letter_box import LetterBox
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, made, see, send
from tests.server.pages.test_meetings import (
    START,
    Everywhere,
    come_again,
    enter,
    mailed,
    on_the_day,
    planned,
    press,
    token_of,
)

__all__ = ["mailed"]


async def hand_on(site: Site, path: str, member: str) -> str:
    """The token of the link that is shown."""
    status, page = await send(site, f"{path}/link", {"member": member})
    (token,) = re.findall(r'value="[^"]*/join#([\w-]{32})"', page)
    assert status == 200 and "shown this once" in page
    return str(token)


async def test_where_no_mail_is_set_up_the_leader_hands_links_on(site: Any) -> None:
    site.house.stages = Everywhere()
    await come(site)
    group = await made(site, kind="months", address_1="")
    _, path = await send(site, f"/groups/{group.group}/meetings", {"day": "1970-02-03", "at": "19:30"})
    carla = group.members[1].member
    page = (await see(site, path))[1]
    assert "No mail is set up" in page and "no address" in page
    assert "gets a mail" not in page and "tell people yourself" in page
    first, second = await hand_on(site, path, carla), await hand_on(site, path, carla)
    page = (await send(site, f"{path}/link", {"member": group.members[0].member}))[1]
    assert "to the meeting of “Tuesdays” on Tuesday, 3 February 1970, 19:30 (Paris)." in page
    page = (await see(site, path))[1]
    assert second not in page and "has a link that you hand on" in page
    assert (await enter(site, second))[1]["code"] == "not_open_yet"
    await come(site)
    assert (await send(site, f"{path}/link", {"member": "nobody"}))[0] == 404
    assert (await enter(site, first))[1]["code"] == "earlier_link", "one in place of those before"
    await on_the_day(site, path)
    store = site.house.store
    session = max(await store.sessions(), key=lambda row: row.opened_at).session
    others = tuple(sorted(one.name for one in group.members if one.role == "member" and one.member != carla))
    assert await store.expected(session) == Expected(("Anna", "Carla"), (), others), others
    status, answer = await enter(site, second)
    assert (status, answer["name"], answer["role"]) == (200, "Carla", "member")


async def test_a_link_is_taken_back_without_sending_one(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    carla = group.members[1].member
    page = (await see(mailed, path))[1]
    assert page.count('<summary aria-label="Take the link back…: Carla">') == 1, "it is asked first"
    again, back, by_hand = (
        page.index(f"{words}: Carla") for words in ("Send a new link", "Take the link back…", "Without mail")
    )
    assert again < back < by_hand and page[back:by_hand].count("</details>") == 1, (
        "beside the new link, in no other fold"
    )
    assert await press(mailed, f"{path}/revoke", member=carla) == path
    assert "has no link any more" in (await see(mailed, path))[1]
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:00")
    mailed.wall = START.timestamp() - 3600
    await remind(mailed.client.app)  # type: ignore[arg-type]
    await come_again(mailed)
    await press(mailed, f"{path}/cancel")
    told = [letter["Subject"] for letter in box.letters if letter["To"] == "carla@example.org"]
    assert len(told) == 2 and "cancelled" in told[1], "their calendar loses it, and nothing else reaches them"
    assert (await enter(mailed, token_of(box.letters[1])))[1]["code"] == "earlier_link", (
        "of the next it is said"
    )


async def test_only_a_link_that_somebody_may_have_is_replaced_or_taken_back(
    mailed: Site, box: LetterBox
) -> None:
    """Dan's address is none, and the server of Carla's is away: she may still be reached."""
    box.refuses = {"dan@example.org": "550 no such user", "carla@example.org": "451 later"}
    group, path = await planned(mailed, name_3="Eve")

    async def offered(name: str) -> list[str]:
        return re.findall(rf'aria-label="([^"]+): {name}"', (await see(mailed, path))[1])

    by_hand = ["Without mail", "Make a link to hand on"]
    assert await offered("Dan") == by_hand
    await press(mailed, f"{path}/invite")
    back = ["Take the link back…", "Take the link back"]
    assert (await offered("Anna"), await offered("Eve")) == (["Send a new link", *back, *by_hand], by_hand)
    assert await offered("Dan") == ["Invite by mail", *by_hand]
    assert await offered("Carla") == ["Invite by mail", *back, *by_hand]
    box.refuses = {}
    await press(mailed, f"{path}/invite")
    box.refuses = {"dan@example.org": "550 no such user"}
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:00")
    assert await offered("Dan") == ["Send a new link", *back, *by_hand], "he has one, to the time before"
    box.refuses = {}
    await on_the_day(mailed, path)
    links = (await see(mailed, f"/groups/{group.group}/links"))[1]
    assert "Take the link back: Dan" in links and "Take the link back: Eve" not in links


async def test_what_is_taken_back_stays_so_for_that_meeting_whoever_asks(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    token, carla = token_of(box.letters[1]), group.members[1].member
    await press(mailed, f"{path}/revoke", member=carla)

    async def refused() -> list[str]:
        codes = [
            (await enter(mailed, token))[1]["code"],
            (await mailed.post("/api/fresh", {"token": token}))[1]["code"],
        ]
        page = (await send(mailed, "/mine/fresh", {"token": token}))[1]
        await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
        return [*codes, "taken_back" if "Only they can give you another" in page else page]

    assert await refused() == ["link_taken_back", "link_taken_back", "taken_back"]
    await come_again(mailed)
    await on_the_day(mailed, path)
    assert await refused() == ["link_taken_back", "link_taken_back", "taken_back"], "in the open meeting, too"
    assert [letter["To"] for letter in box.letters].count("carla@example.org") == 1
    await come_again(mailed)
    assert "has no link any more" in (await see(mailed, f"/groups/{group.group}/links"))[1]
    by_hand = await hand_on(mailed, f"/groups/{group.group}", carla)
    assert "no link" not in (await see(mailed, f"/groups/{group.group}/links"))[1]
    assert (await enter(mailed, token))[1]["code"] == "earlier_link", "until a leader makes another"
    assert (await enter(mailed, by_hand))[1]["name"] == "Carla"


async def test_a_link_that_is_taken_back_while_letters_are_under_way_stays_so(
    mailed: Site, box: LetterBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Anna's, whose letter is just being taken, and Carla's, before hers goes."""
    group, path = await planned(mailed)
    anna, carla, dan = (one.member for one in group.members)
    handed, send_it = mailed.house.store.handed, Post.send

    async def taken_back_meanwhile(post: Post, address: str, *letter: Any) -> None:
        if address == "anna@example.org":
            await handed.planned(path.rpartition("/")[2], anna, None)
            await handed.planned(path.rpartition("/")[2], carla, "by hand")
        await send_it(post, address, *letter)

    monkeypatch.setattr(Post, "send", taken_back_meanwhile)
    await press(mailed, f"{path}/invite")
    assert [letter["To"] for letter in box.letters] == ["anna@example.org", "dan@example.org"]
    (meeting,) = await mailed.house.store.meetings.of(group.group)
    assert meeting.mails == {anna: "revoked", carla: "handed", dan: "sent"}


async def test_in_a_meeting_that_is_open_a_link_is_replaced_and_taken_back(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    by_mail = token_of(box.letters[1])
    anna, carla, dan = (one.member for one in group.members)
    links = f"/groups/{group.group}/links"
    assert "No meeting of this group is open" in (await see(mailed, links))[1]
    assert await send(mailed, f"/groups/{group.group}/link", {"member": carla}) == (303, links)
    await on_the_day(mailed, path)
    assert f'href="{links}"' in (await see(mailed, f"/groups/{group.group}"))[1]
    by_hand = await hand_on(mailed, f"/groups/{group.group}", carla)
    assert await send(mailed, f"/groups/{group.group}/revoke", {"member": dan}) == (303, links)
    assert await send(mailed, f"/groups/{group.group}/revoke", {"member": anna}) == (303, links)
    assert (await see(mailed, links))[1].count("has no link any more") == 1, "a leader’s own leads here"
    assert mailed.house.asked.count("names_changed") == 2, "leaders in the room see who is awaited"
    assert (await enter(mailed, by_mail))[1]["code"] == "earlier_link"
    assert (await enter(mailed, token_of(box.letters[2])))[1]["code"] == "link_taken_back"
    assert (await enter(mailed, by_hand))[1]["name"] == "Carla"
