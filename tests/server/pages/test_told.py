"""Who is told that a meeting has moved or is cancelled, also where a letter fails, and what the leader reads of it."""

from __future__ import annotations

import asyncio
import re
from typing import Any

import pytest

from server.pages import reminders, sign_in
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_fresh import ask
from tests.server.pages.test_groups import Fields, fresh, see, send
from tests.server.pages.test_links import hand_on
from tests.server.pages.test_meetings import come_again, enter, mailed, planned, press, the_plan, token_of

__all__ = ["mailed"]
CARLA, DAN = "carla@example.org", "dan@example.org"
AWAY = {CARLA: "451 later"}


async def retried(site: Site, after_s: float) -> None:
    app: Any = site.client.app
    await reminders.retry(app)
    site.wall += after_s
    await reminders.retry(app)
    await sign_in.finish(app)


def to(box: LetterBox, address: str) -> list[str]:
    return [str(letter["Subject"]) for letter in box.letters if letter["To"] == address]


async def test_whoever_has_a_link_by_hand_or_a_fresh_one_learns_of_the_move(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed, name_3="Eva", address_3="")
    anna, carla, dan, eva = (one.member for one in group.members)
    await press(mailed, f"{path}/invite", member=carla)
    await hand_on(mailed, path, carla)
    await hand_on(mailed, path, eva)
    await press(mailed, f"{path}/invite", member=dan)
    token = token_of(box.letters[-1])
    await press(mailed, f"{path}/invite", member=dan)
    await ask(mailed, token)
    assert "your new link" in box.letters[-1]["Subject"]
    await come_again(mailed)
    await press(mailed, f"{path}/move", day="1970-02-04", at="19:30")
    for address in (CARLA, DAN):
        assert to(box, address)[-1] == "Tuesdays: moved to Wednesday, 4 February 1970, 19:30 (Paris)"
    assert to(box, "anna@example.org") == [], "whom nobody has told of it reads of no move"
    page = (await see(mailed, path))[1]
    assert page.count("Knows the time before") == 1, "Eva has no address"
    assert "Tuesday, 3 February 1970, 19:30 (Paris). Tell them that it has moved" in page
    assert anna not in (await the_plan(mailed, group)).known


async def test_a_cancellation_that_is_not_taken_is_tried_again_and_said_until_it_has_gone(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    box.refuses = AWAY
    await press(mailed, f"{path}/cancel")
    listed = (await see(mailed, f"/groups/{group.group}"))[1]
    assert "have not been told that it does not take place: Carla<" in listed
    assert "not told yet" in (await see(mailed, path))[1]
    await retried(mailed, reminders.RETRY_S - 1)
    assert to(box, CARLA)[1:] == []
    box.refuses = {}
    await retried(mailed, 1)
    assert to(box, CARLA)[1:] == ["Tuesdays: cancelled, Tuesday, 3 February 1970, 19:30 (Paris)"]
    assert "have not been told" not in (await see(mailed, f"/groups/{group.group}"))[1]
    await retried(mailed, reminders.RETRY_MOST_S)
    assert len(to(box, CARLA)) == len(to(box, DAN)) == 2, "once each"


async def test_one_press_tries_a_cancellation_again_and_invites_nobody(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    box.refuses = {DAN: "550 no such user"}
    await press(mailed, f"{path}/invite")
    box.refuses = AWAY
    await press(mailed, f"{path}/cancel")
    box.refuses = {}
    await press(mailed, f"{path}/invite")
    assert "cancelled" in to(box, CARLA)[-1] and to(box, DAN) == [], "Dan had never been told of it"
    assert len(box.letters) == 4
    assert (await the_plan(mailed, group)).mails.keys() == {one.member for one in group.members[:2]}


async def test_a_date_that_was_left_out_is_not_called_cancelled(mailed: Site) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/cancel")
    listed, page = [(await see(mailed, one))[1] for one in (f"/groups/{group.group}", path)]
    assert "no meeting on this date" in listed and ">cancelled<" not in listed
    assert "There is no meeting on this date" in page and "Who is invited" not in page
    planned_anew = {name: re.findall(rf'name="{name}" value="([^"]+)"', page)[0] for name in ("day", "at")}
    (press_at,) = re.findall(r'formaction="([^"]+)">Plan a meeting for it after all', page)
    assert (await press(mailed, press_at, **planned_anew)) != path
    listed = (await see(mailed, f"/groups/{group.group}"))[1]
    assert "no meeting on this date" not in listed and listed.count("nobody has been invited yet") == 1, (
        "it stands there once"
    )


async def test_a_date_that_was_left_out_has_the_hour_that_the_group_has_by_now(mailed: Site) -> None:
    group, path = await planned(mailed)
    there = f"/groups/{group.group}"
    await press(mailed, f"{path}/cancel")
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    page = (await see(mailed, path))[1]
    assert page.count("Tuesday, 3 February 1970, 20:15 (Paris)") == 2 and 'name="at" value="20:15"' in page
    assert "Tuesday, 3 February 1970, 20:15 (Paris)" in (await see(mailed, there))[1]
    await press(mailed, there, **await fresh(mailed, there, kind="none"))
    assert 'name="at" value="19:30"' in (await see(mailed, path))[1], "no rhythm says another"


async def test_whoever_comes_second_to_a_date_that_was_left_out_is_led_to_what_the_first_planned(
    mailed: Site,
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/cancel")
    again, there = Fields((await see(mailed, path))[1]).values, f"/groups/{group.group}/meetings"
    pressed = {"day": again["day"], "at": again["at"], "again": "1"}
    first = await press(mailed, there, **pressed)
    await press(mailed, f"{first}/move", day=again["day"], at="20:30")
    assert await press(mailed, there, **pressed) == first
    assert "A meeting is planned for this date already: it is this one." in (await see(mailed, first))[1]
    assert 'name="again" value="1" formaction="' in (await see(mailed, path))[1]


async def test_of_two_who_plan_a_date_that_was_left_out_at_once_the_second_is_led_to_what_the_first_planned(
    mailed: Site,
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/cancel")
    await press(mailed, f"/groups/{group.group}/meetings", day="1970-02-04", at="00:00")
    asked = [{"day": "1970-02-03", "at": at, "again": "1"} for at in ("19:30", "20:15")]
    pressed = [press(mailed, f"/groups/{group.group}/meetings", **one) for one in asked]
    first, second = await asyncio.gather(*pressed)
    assert first == second != path
    there = [one for one in await mailed.house.store.meetings.of(group.group) if not one.cancelled]
    assert [f"/groups/{group.group}/meetings/{one.meeting}" for one in there][:-1] == [first]


@pytest.mark.parametrize("address", [DAN, ""])
async def test_whoever_was_told_by_letter_and_not_of_the_move_is_named_and_not_counted(
    mailed: Site, address: str
) -> None:
    """Their address has been taken off, or no mail is set up any more."""
    group, path = await planned(mailed)
    there = f"/groups/{group.group}"
    await press(mailed, f"{path}/invite")
    assert "3 people have been told" in (await see(mailed, there))[1]
    await press(mailed, there, **await fresh(mailed, there, address_2=address))
    if address:
        (plan,) = await mailed.house.store.meetings.of(group.group)
        await mailed.house.store.meetings.move(plan.meeting, plan.starts_at + 3600)
    else:
        await press(mailed, f"{path}/move", day="1970-02-03", at="20:30")
    page, named = (await see(mailed, there))[1], "Anna, Carla, Dan" if address else "Dan"
    assert f"know only the time before, so tell them that it has moved: {named}" in page
    assert ("2 people have been told" in page, "been told" in page) == (not address, not address)
    assert f"not said yet: {0 if address else 1}" in (await see(mailed, path))[1]


async def test_a_letter_on_a_move_that_failed_goes_out_as_one(mailed: Site, box: LetterBox) -> None:
    """By itself, and by the leader's press."""
    _, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    box.refuses = AWAY | {DAN: "550 no such user"}
    await press(mailed, f"{path}/move", day="1970-02-04", at="19:30")
    await press(mailed, f"{path}/move", day="1970-02-05", at="19:30")
    assert (await see(mailed, path))[1].count("Knows the time before") == 2
    box.refuses = {}
    await retried(mailed, reminders.RETRY_S)
    moved = "Tuesdays: moved to Thursday, 5 February 1970, 19:30 (Paris)"
    assert (to(box, CARLA)[1:], to(box, DAN)[1:]) == ([moved], []), "no such address is not tried by itself"
    told = plain_of(box.letters[-1])
    assert "was planned for Tuesday, 3 February 1970" in told and "please say it again" in told
    await press(mailed, f"{path}/invite")
    assert to(box, DAN)[1:] == [moved]
    assert "Knows the time before" not in (await see(mailed, path))[1]
    assert (await enter(mailed, token_of(box.letters[-1])))[1]["detail"] == "1970-02-05T18:30+00:00"


async def test_of_several_that_are_told_in_one_letter_it_says_which_has_moved(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    box.refuses = AWAY
    await press(mailed, f"{path}/move", day="1970-02-04", at="19:30")
    box.refuses = {}
    await send(mailed, f"/groups/{group.group}/meetings", {"day": "1970-03-03", "at": "19:30"})
    other = (await mailed.house.store.meetings.of(group.group))[1].meeting
    await press(mailed, f"/groups/{group.group}/meetings/{other}/invite", member=group.members[0].member)
    await press(mailed, f"/groups/{group.group}/invite")
    (letter,) = [one for one in box.letters[-2:] if one["To"] == CARLA]
    text = " ".join(plain_of(letter).split())
    assert "(moved from Tuesday, 3 February 1970, 19:30 (Paris))" in text and text.count("(moved from") == 1


async def test_whose_invitation_never_came_is_invited_and_reads_of_no_move(
    mailed: Site, box: LetterBox
) -> None:
    _, path = await planned(mailed)
    box.refuses = AWAY
    await press(mailed, f"{path}/invite")
    box.refuses = {}
    await press(mailed, f"{path}/move", day="1970-02-04", at="19:30")
    assert to(box, CARLA) == ["Tuesdays: Wednesday, 4 February 1970, 19:30 (Paris)"]
