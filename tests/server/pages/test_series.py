"""The coming meetings of a rhythm, planned by one press: their dates are seen first, none is planned twice, and one
letter holds them all."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

from server.pages import sign_in
from server.pages.reminders import remind
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import fresh, made, see, send
from tests.server.pages.test_meetings import come_again, enter, mailed, press, token_of

__all__ = ["mailed"]


def shown(page: str) -> tuple[list[str], str]:
    """The dates, as the page tells them; and those that would be planned."""
    field = re.findall(r'name="shown" value="([\d,]+)"', page)
    return re.findall(r'<li>(?:\s*<a href="[^"]*">|.*<label for="on-\d+">)(.*?)</', page), "".join(field)


def ticked(field: str, *without: int) -> dict[str, str]:
    """As the form is sent: those that were shown, and of them those that were not left out, by their place."""
    on = {f"on-{key}": "1" for place, key in enumerate(field.split(",")) if place not in without}
    return {"count": "3", "shown": field, "ticks": "1"} | on


async def test_a_press_plans_what_was_shown_in_local_time_and_one_letter_tells_it(
    mailed: Site, box: LetterBox
) -> None:
    group = await made(mailed, kind="weeks", every="4", first="1976-02-24", time_zone="Europe/Paris")
    path = f"/groups/{group.group}/series"
    mailed.wall = datetime(1976, 2, 1, tzinfo=UTC).timestamp()
    await come_again(mailed)
    assert f'href="{path}"' in (await see(mailed, f"/groups/{group.group}"))[1]
    dates, field = shown((await see(mailed, f"{path}?count=3"))[1])
    assert dates == [
        "Tuesday, 24 February 1976, 19:30 (Paris)",
        "Tuesday, 23 March 1976, 19:30 (Paris)",
        "Tuesday, 20 April 1976, 19:30 (Paris)",
    ]
    assert await mailed.house.store.meetings.of(group.group) == [], "looking plans nothing"
    await press(mailed, f"/groups/{group.group}/meetings", day="1976-03-23", at="18:00")
    page = (await see(mailed, f"{path}?count=3"))[1]
    assert "planned already" in page and shown(page)[1].count(",") == 1, "by the day, whatever the hour"
    for _ in range(2):  # whoever presses twice plans none twice
        assert await press(mailed, path, **ticked(field), invite="1") == f"/groups/{group.group}"
    planned = await mailed.house.store.meetings.of(group.group)
    at = [datetime.fromtimestamp(one.starts_at, ZoneInfo("Europe/Paris")) for one in planned]
    assert [f"{one:%m-%d %H:%M %z}" for one in at] == [
        "02-24 19:30 +0100", "03-23 18:00 +0100", "04-20 19:30 +0200",
    ]  # fmt: skip
    both = {planned[0].starts_at: False, planned[2].starts_at: False}
    await mailed.house.store.meetings.plan_several(group.group, both)
    assert len(await mailed.house.store.meetings.of(group.group)) == 3, "nor do two at once"
    assert "All of these are planned already" in (await see(mailed, f"{path}?count=3"))[1]

    assert [letter["To"] for letter in box.letters] == ["anna@example.org", "carla@example.org"]
    carla = box.letters[1]
    assert carla["Subject"] == "Tuesdays: 3 meetings are planned", "also that of which nobody had been told"
    said = plain_of(carla).replace("\r\n", "\n")
    assert (
        "- Tuesday, 24 February 1976, 19:30 (Paris, Central European Standard Time)\n- Tuesday, 23 March"
        in said
    )
    files = [part for part in carla.walk() if part.get_content_type() == "text/calendar"]
    assert [(part.get_filename(), part.get_param("method")) for part in files] == [
        ("1976-02-24.ics", "REQUEST"), ("1976-03-23.ics", "REQUEST"), ("1976-04-20.ics", "REQUEST"),
    ]  # fmt: skip
    events = [Calendar.from_ical(str(part.get_content())).walk("VEVENT") for part in files]
    assert [len(one) for one in events] == [1, 1, 1], "a REQUEST is of one UID (RFC 5546, 3.2.2)"
    assert [str(one[0]["UID"]).partition("@")[0] for one in events] == [one.meeting for one in planned]
    assert [one.mails.get(group.members[1].member) for one in planned] == ["sent"] * 3
    assert (await enter(mailed, token_of(carla)))[1]["detail"] == "1976-02-24T18:30+00:00"

    mailed.wall = planned[2].starts_at - 3600
    await remind(mailed.client.app)  # type: ignore[arg-type]
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    reminder = box.letters[-1]
    assert (await enter(mailed, token_of(reminder)))[1]["detail"] == "1976-04-20T17:30+00:00"


async def test_who_has_not_been_told_is_told_by_another_press_and_an_open_meeting_is_not_planned_anew(
    mailed: Site, box: LetterBox
) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    path, store = f"/groups/{group.group}/series", mailed.house.store
    _, field = shown((await see(mailed, f"{path}?count=3"))[1])
    box.refuses["carla@example.org"] = "451 not just now"
    await press(mailed, path, **ticked(field), invite="1")
    page = (await see(mailed, f"{path}?count=3"))[1]
    assert page.count("not everybody has been told") == 3 and "Tell those who have not been told" in page
    box.refuses.clear()
    for says in ("One letter goes out now.", "No letter goes out."):
        home = await press(mailed, path, count="3", shown="", invite="1")
        page = (await see(mailed, home))[1]
        assert says in page and "No meeting was added" not in page, "the page had none to plan"
    assert [letter["To"] for letter in box.letters] == ["anna@example.org", "carla@example.org"]
    assert box.letters[1]["Subject"] == "Tuesdays: 3 meetings are planned"
    assert "Tell those who" not in (await see(mailed, f"{path}?count=3"))[1]

    first = (await store.meetings.of(group.group))[0]
    mailed.wall = first.starts_at - 3600
    await come_again(mailed)
    await press(mailed, f"/groups/{group.group}/meetings/{first.meeting}/open")
    dates, field = shown((await see(mailed, f"{path}?count=3"))[1])
    assert str(int(first.starts_at)) not in field and len(dates) == 3, "it goes on"


async def test_a_series_is_planned_and_its_first_links_are_made_in_one_transaction(mailed: Site) -> None:
    group = await made(mailed)
    store, (anna, carla) = mailed.house.store, (one.member for one in group.members)
    before = store.transactions
    times = {mailed.wall + 86400.0 * day: False for day in (1, 2)}
    told = await store.meetings.plan_several(group.group, times, {anna: "a", carla: "c"})
    assert store.transactions == before + 1
    planned = await store.meetings.of(group.group)
    assert [one.mails for one in planned] == [{anna: "under_way", carla: "under_way"}] * 2
    assert [[one.meeting for one in told[each]] for each in (anna, carla)] == [
        [one.meeting for one in planned]
    ] * 2
    link = await store.meetings.by_token("c")
    assert link is not None and link.meeting == planned[0].meeting


async def test_what_was_cancelled_or_not_shown_is_not_planned(mailed: Site, box: LetterBox) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    path = f"/groups/{group.group}/series"
    await press(mailed, f"/groups/{group.group}/meetings", day="1970-02-03", at="19:30")
    (one,) = await mailed.house.store.meetings.of(group.group)
    await press(mailed, f"/groups/{group.group}/meetings/{one.meeting}/cancel")
    page = (await see(mailed, f"{path}?count=3"))[1]
    dates, field = shown(page)
    assert len(dates) == 3 and "cancelled or left out, and stays so" in page
    later = field.split(",")[-1]
    for sent in (ticked(f"{later},1,x,-5"), {"count": "1000", "shown": "99", "on-99": "1"}, {"count": "3"}):
        assert await press(mailed, path, **sent) == f"/groups/{group.group}"
    planned = await mailed.house.store.meetings.of(group.group)
    assert [int(each.starts_at) for each in planned if not each.cancelled] == [int(later)]
    assert box.letters == [], "no letter was asked for"
    bare = await made(mailed, name="Wednesdays", kind="none")
    assert "has no rhythm yet" in (await see(mailed, f"/groups/{bare.group}/series"))[1]
    assert (await send(mailed, f"/groups/{bare.group}/series", {"shown": field}))[0] == 303
    assert await mailed.house.store.meetings.of(bare.group) == []


async def test_one_date_is_left_out_and_another_moved_and_each_keeps_its_place_in_the_rhythm(
    mailed: Site, box: LetterBox
) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    path, store = f"/groups/{group.group}/series", mailed.house.store
    dates, field = shown((await see(mailed, f"{path}?count=3"))[1])
    await press(mailed, path, **ticked(field, 0), invite="1")
    first, second, third = await store.meetings.of(group.group)
    assert (first.cancelled, first.mails) == (True, {}), "nobody is told of what was left out"
    carla = box.letters[1]
    assert carla["Subject"] == "Tuesdays: 2 meetings are planned" and dates[0] not in plain_of(carla)
    assert "One date is left out." in (await see(mailed, f"/groups/{group.group}"))[1]
    box.letters.clear()

    await press(mailed, f"/groups/{group.group}/meetings/{second.meeting}/move", day="1970-03-12", at="19:30")
    (letter,) = [one for one in box.letters if one["To"] == "carla@example.org"]
    (file,) = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    (event,) = Calendar.from_ical(str(file.get_content())).walk("VEVENT")
    assert (str(event["UID"]).partition("@")[0], event["SEQUENCE"], event.start.day) == (
        second.meeting,
        1,
        12,
    )
    await press(mailed, f"/groups/{group.group}/meetings/{third.meeting}/cancel")
    assert (
        box.letters[-1].get_content_type() == "multipart/mixed" and "cancelled" in box.letters[-1]["Subject"]
    )

    page = (await see(mailed, f"{path}?count=3"))[1]
    assert shown(page) == (dates, ""), "what has been moved stands for its date, and is not planned twice"
    assert "planned already; moved to Thursday, 12 March 1970, 19:30 (Paris)" in page
    assert page.count("cancelled or left out, and stays so") == 2
    assert f'href="/groups/{group.group}/meetings/{second.meeting}"' in page
    assert "Tuesday, 7 April 1970" not in (await see(mailed, "/groups"))[1], (
        "the next is one that takes place"
    )


async def test_a_meeting_that_was_moved_forward_is_not_offered_again_once_it_is_over(
    mailed: Site, box: LetterBox
) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    path, store = f"/groups/{group.group}/series", mailed.house.store
    page = (await see(mailed, f"{path}?count=3"))[1]
    dates, field = shown(page)
    says = re.findall(r'<template class="plans">(.*?)</template>', page)
    assert says[:2] == ["Leave these dates out", "Plan this meeting"] and len(says) == 4, (
        "as many as are ticked"
    )
    await press(mailed, path, **ticked(field))
    first, second, third = await store.meetings.of(group.group)

    async def moved(meeting: str, day: str) -> str:
        to = f"/groups/{group.group}/meetings/{meeting}"
        await press(mailed, f"{to}/move", day=day, at="19:30")
        return to

    await moved(first.meeting, "1970-01-02")
    await press(mailed, f"{await moved(third.meeting, '1970-01-04')}/cancel")
    opened = await moved(second.meeting, "1970-01-03")
    mailed.wall = datetime(1970, 1, 3, 17, tzinfo=UTC).timestamp()
    await come_again(mailed)
    await press(mailed, f"{opened}/open")
    mailed.wall = datetime(1970, 1, 5, 20, tzinfo=UTC).timestamp()
    await come_again(mailed)
    said = (await see(mailed, "/groups"))[1]
    assert [date in said for date in dates] == [False] * 3, "nor is it the next by the rhythm"
    await remind(mailed.client.app)  # type: ignore[arg-type]
    left = [(one.starts_at, one.cancelled) for one in await store.meetings.of(group.group)]
    assert left == [(one.starts_at, True) for one in (first, second, third)]
    await remind(mailed.client.app)  # type: ignore[arg-type]
    page = (await see(mailed, f"{path}?count=3"))[1]
    assert "its meeting was moved to an earlier date" in page and not set(field.split(",")) & {
        *shown(page)[1].split(",")
    }
    there = f"/groups/{group.group}"
    assert "no meeting on this date" not in (await see(mailed, there))[1], "of that one people had been told"
    first, *_ = await store.meetings.of(group.group)
    page = (await see(mailed, f"{there}/meetings/{first.meeting}"))[1]
    assert "The meeting of this date was moved to an earlier one." in page and "nobody has been" not in page
    mailed.wall = third.starts_at + 25 * 3600
    await remind(mailed.client.app)  # type: ignore[arg-type]
    assert await store.meetings.of(group.group) == []


async def test_whoever_presses_on_what_another_has_planned_or_changed_reads_why_nothing_comes_of_it(
    mailed: Site,
) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    home = f"/groups/{group.group}"
    why = "No meeting was added: since you looked at the page, these dates have been planned, left out or changed."
    _, field = shown((await see(mailed, f"{home}/series?count=3"))[1])
    await press(mailed, f"{home}/series", **ticked(field, 2))
    assert why not in (await see(mailed, home))[1]
    await press(mailed, f"{home}/series", **ticked(field))
    assert why in (await see(mailed, home))[1], "two are planned and one is left out"
    _, field = shown((await see(mailed, f"{home}/series?count=6"))[1])
    await send(mailed, home, await fresh(mailed, home, weekday="2"))
    await press(mailed, f"{home}/series", **ticked(field) | {"count": "6"})
    assert why in (await see(mailed, home))[1], "the group meets on another day now"
    assert len(await mailed.house.store.meetings.of(group.group)) == 3


async def test_a_page_from_before_the_upgrade_plans_all_that_it_showed(mailed: Site) -> None:
    group = await made(mailed, kind="months", nth="1", weekday="1")
    path = f"/groups/{group.group}/series"
    page = (await see(mailed, f"{path}?count=3"))[1]
    assert 'name="ticks"' in page
    await press(mailed, path, count="3", shown=shown(page)[1])
    assert [one.cancelled for one in await mailed.house.store.meetings.of(group.group)] == [False] * 3
