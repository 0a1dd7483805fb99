"""A group that changes its hour, its zone, its name or its number: what was planned and sent before is said, and can be
brought after it by one press."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from server.groups.staying import astray
from server.pages import reminders
from server.store import Group, Planned, Terms
from tests.letter_box import LetterBox, entries_of, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import Fields, come, fresh, see, send
from tests.server.pages.test_meetings import mailed, planned, press, the_plan
from tests.server.pages.test_told import retried

__all__ = ["mailed"]

PARIS = "Europe/Paris"
SEND: dict[str, str] = {}
"""The entries anew, in between."""


def at(day: int, clock: str, month: int = 2) -> float:
    hour, minute = map(int, clock.split(":"))
    return datetime(1970, month, day, hour, minute, tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("rhythm", "zone", "meetings", "to"),
    [
        ("months 1 1 19:30", PARIS, [(at(3, "18:30"), None)], []),
        ("months 1 1 20:15", PARIS, [(at(3, "18:30"), None)], ["02-03 20:15"]),
        ("months 1 1 19:30", "Asia/Tokyo", [(at(3, "18:30"), None)], ["02-03 19:30"]),
        ("months 1 1 19:30", "America/Los_Angeles", [(at(3, "18:30"), None)], ["02-03 19:30"]),
        ("months 1 1 20:15", PARIS, [(at(3, "18:30"), at(10, "18:30"))], []),  # its leader has moved it
        ("months 1 1 20:15", PARIS, [(at(4, "09:00"), None)], ["02-03 20:15"]),
        ("months 1 1 20:15", PARIS, [(at(4, "09:00"), at(4, "09:00"))], []),  # for itself
        ("months 1 1 20:15", PARIS, [(at(4, "09:00"), None), (at(3, "19:15"), None)], []),  # an extra one
        ("months 1 1 20:15", PARIS, [(at(5, "18:30"), None)], []),
        ("weeks 1 1970-02-03 23:30", PARIS, [(at(3, "07:00"), None)], ["02-03 23:30"]),
        ("months 1 1 08:00", PARIS, [(at(6, "18:30", 1), None)], []),  # that hour is over by now
        ("", PARIS, [(at(3, "18:30"), None)], []),
        ("months 1 1 20:15", "Nowhere/At_all", [(at(3, "18:30"), None)], []),
    ],
)
def test_which_meetings_stand_for_a_date_at_another_hour(
    rhythm: str, zone: str, meetings: list[tuple[float, float | None]], to: list[str]
) -> None:
    group = Group("g", "Tuesdays", "classic", (), Terms("en", zone, rhythm), None, 1)
    there = [
        Planned(str(n), "g", start, 0, False, {}, stands_for=moved)
        for n, (start, moved) in enumerate(meetings)
    ]
    found = astray(group, there, datetime(1970, 1, 6, 12, tzinfo=UTC))
    assert [f"{one.to:%m-%d %H:%M}" for one in found] == to


async def two_dates(site: Site) -> tuple[Group, str]:
    """Of which Carla, Dan and Anna have been told; the group's page."""
    group, path = await planned(site)
    there = f"/groups/{group.group}"
    await press(site, f"{there}/meetings", day="1970-03-03", at="19:30")
    await press(site, f"{there}/invite")
    await press(site, f"{path}/invite")
    (_, later) = await site.house.store.meetings.of(group.group)
    await press(site, f"{there}/meetings/{later.meeting}/invite")
    return group, there


async def shown(site: Site, page: str) -> str:
    """By what the page's button knows the meetings that it has named."""
    return (await see(site, page))[1].partition('name="shown" value="')[2].partition('"')[0]


async def test_a_new_hour_leaves_planned_meetings_says_so_and_moves_all_by_one_press(
    mailed: Site, box: LetterBox
) -> None:
    group, there = await two_dates(mailed)
    box.letters.clear()
    assert await press(mailed, there, **await fresh(mailed, there, at="20:15")) == there
    page = (await see(mailed, there))[1]
    assert "2 planned meetings stay at the times for which they were planned." in page
    assert 'id="plan-day" name="day" type="date" value="1970-04-07"' in page, "no date is offered twice"
    assert "2 planned meetings are at another hour" in page and "Move all 2" in page and box.letters == []
    assert page.index("Move all 2") < page.index("move to") < page.index('id="planned"'), "it is seen first"
    (first, second) = await mailed.house.store.meetings.of(group.group)
    each = f"{there}/meetings/{second.meeting}?day=1970-03-03&at=20:15"
    assert each.replace("&", "&amp;") in page and 'value="20:15"' in (await see(mailed, each))[1]
    offered = page.partition('name="shown" value="')[2].partition('"')[0]
    await press(mailed, f"{there}/meetings/{second.meeting}/move", day="1970-03-10", at="19:30")
    box.letters.clear()
    await press(mailed, f"{there}/hours", shown=offered)
    assert [one["To"] for one in box.letters] == [f"{n}@example.org" for n in ("anna", "carla", "dan")]
    assert "moved to Tuesday, 3 February 1970, 20:15" in box.letters[1]["Subject"]
    assert "planned for Tuesday, 3 February 1970, 19:30 (Paris) has moved" in plain_of(box.letters[1])
    page = (await see(mailed, there))[1]
    assert (
        "One meeting has been moved. "
        "The one of 3 March 1970 has not moved: it, or the group’s hour, has been changed meanwhile. "
        "3 letters go out now." in page
    )
    assert "another hour than" not in page
    (first, second) = await mailed.house.store.meetings.of(group.group)
    assert (first.sequence, first.stands_for, second.starts_at) == (1, None, at(10, "18:30", 3))
    await press(mailed, f"{there}/hours", shown=offered)
    page = (await see(mailed, there))[1]
    assert "No meeting has been moved" in page and "The one of 3 February" not in page, "it is there"


async def test_a_groups_page_looks_again_until_its_letters_have_gone(mailed: Site) -> None:
    group, there = await two_dates(mailed)
    assert "data-under-way" not in (await see(mailed, there))[1], "all have"
    (first, _), meetings = await mailed.house.store.meetings.of(group.group), mailed.house.store.meetings
    await meetings.begin(first.meeting, [group.members[1].member])
    page = (await see(mailed, there))[1]
    assert 'id="planned" data-under-way' in page and "one letter is on its way" in page
    assert "fetch(location.pathname)" in page and '["planned"]' in page
    await meetings.lose_mails()
    assert "data-under-way" not in (await see(mailed, there))[1]


async def test_a_meetings_page_leads_to_where_all_are_moved(mailed: Site) -> None:
    group, there = await two_dates(mailed)
    (first, _) = await mailed.house.store.meetings.of(group.group)
    page = (await see(mailed, f"{there}/meetings/{first.meeting}"))[1]
    assert f'href="{there}#at"' in page and 'id="at"' in (await see(mailed, there))[1]
    await press(mailed, there, **await fresh(mailed, there, kind="none"))
    assert f'href="{there}#at"' not in (await see(mailed, f"{there}/meetings/{first.meeting}"))[1]


async def test_each_that_is_passed_over_is_named_with_why(mailed: Site) -> None:
    group, there = await two_dates(mailed)
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    offered = await shown(mailed, there)
    (first, second) = await mailed.house.store.meetings.of(group.group)
    await press(mailed, f"{there}/meetings", day="1970-02-03", at="10:00")
    await press(mailed, f"{there}/meetings/{second.meeting}/cancel")
    odd = f"{offered},x,.,{first.meeting}..,{first.meeting}.²." + "9" * 12
    await press(mailed, f"{there}/hours", shown=odd)
    page = (await see(mailed, there))[1]
    assert "The one of 3 February 1970 has not moved: another meeting is planned for its date." in page
    assert "The one of 3 March 1970 has not moved: it has been cancelled or opened meanwhile." in page


async def test_what_was_planned_for_another_hour_by_hand_is_offered_no_other(mailed: Site) -> None:
    group, _ = await planned(mailed)
    there = f"/groups/{group.group}"
    await press(mailed, f"{there}/meetings", day="1970-03-03", at="18:00")
    assert "another hour than" not in (await see(mailed, there))[1]
    dates = (await see(mailed, f"{there}/series"))[1]
    assert "at another time: Tuesday, 3 March 1970, 18:00 (Paris)" in dates and "moved" not in dates
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    page = (await see(mailed, there))[1]
    assert "One of 2 planned meetings is at another hour" in page and "day=1970-02-03" in page


async def test_how_many_are_at_another_hour_is_said_of_how_many_there_are(mailed: Site) -> None:
    group, there = await two_dates(mailed)
    (_, second) = await mailed.house.store.meetings.of(group.group)
    await press(mailed, f"{there}/meetings/{second.meeting}/move", day="1970-03-04", at="19:30")
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    page = (await see(mailed, there))[1]
    assert "2 planned meetings stay at the times" in page
    assert "One of 2 planned meetings is at another hour" in page and "The rest stay where they are" in page


async def test_without_mail_no_letter_is_promised_and_who_knows_the_time_before_is_named(site: Site) -> None:
    await come(site)
    group, path = await planned(site, address_1="")
    there = f"/groups/{group.group}"
    carla = group.members[1].member
    assert (await send(site, f"{path}/link", {"member": carla}))[0] == 200
    assert "one person has been told" in (await see(site, there))[1]
    await press(site, there, **await fresh(site, there, at="20:15"))
    assert "No mail is set up on this server: tell people yourself." in (await see(site, there))[1]
    await press(site, f"{there}/hours", shown=await shown(site, there))
    page = (await see(site, there))[1]
    assert "know only the time before, so tell them that it has moved: Carla" in page
    assert "people have been told" not in page and "person has been told" not in page
    assert (await send(site, f"{path}/link", {"member": carla}))[0] == 200
    page = (await see(site, there))[1]
    assert "one person has been told" in page and "the time before" not in page


async def test_all_that_move_stand_in_one_letter_with_a_file_for_each(mailed: Site, box: LetterBox) -> None:
    _, there = await two_dates(mailed)
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    box.letters.clear()
    await press(mailed, f"{there}/hours", shown=await shown(mailed, there))
    carla = box.letters[1]
    assert len(box.letters) == 3 and carla["Subject"] == "Tuesdays: 2 meetings have moved"
    said = "Tuesday, 3 March 1970, 20:15 (Paris, Central European Standard Time)"
    assert f"- {said} (moved from Tuesday, 3 March 1970, 19:30 (Paris))" in plain_of(carla)
    assert [(how, event["SEQUENCE"], event.start.hour) for how, event in entries_of(carla)] == [
        ("REQUEST", 1, 19), ("REQUEST", 1, 19),
    ]  # fmt: skip


@pytest.mark.parametrize("field", [{"telephone": "+33 1 55 66"}, {"name": "Wednesdays"}])
async def test_a_new_number_or_name_is_offered_to_whoever_has_the_old_one(
    mailed: Site, box: LetterBox, field: dict[str, str]
) -> None:
    group, there = await two_dates(mailed)
    uids = [event["UID"] for _, event in entries_of(box.letters[1])]
    box.letters.clear()
    to = await press(mailed, there, **await fresh(mailed, there, **field))
    assert to == f"{there}?entries=old" and box.letters == []
    assert "3 people have letters and calendar entries" in (await see(mailed, to))[1]
    assert "3 people have letters" not in (await see(mailed, there))[1]
    seen = await shown(mailed, to)
    (_, later) = await mailed.house.store.meetings.of(group.group)
    await press(mailed, f"{there}/meetings/{later.meeting}/revoke", member=group.members[2].member)
    await press(mailed, f"{there}/entries", shown=seen)
    await press(mailed, f"{there}/entries", shown=seen)
    assert "No letter goes out" in (await see(mailed, there))[1], "the second press of two"
    carla = box.letters[1]
    assert len(box.letters) == 3 and "new entries for your calendar" in carla["Subject"]
    (name,) = field.values()
    entries = entries_of(carla)
    assert all(name in event.to_ical().decode() for _, event in entries) and len(entries) == 2
    assert entries[0][1]["UID"] in uids and {event["SEQUENCE"] for _, event in entries} == {2}
    assert name in plain_of(carla) and "- Tuesday, 3 March 1970, 19:30" in plain_of(carla)


MAY_BE_OTHER = (
    "In an earlier letter or in your calendar your group may have another name or another telephone number."
)


@pytest.mark.parametrize(
    ("changes", "name", "number"),
    [
        ([{"name": "Wednesdays"}], "Wednesdays", ""),
        ([{"telephone": "+33 1"}], "Tuesdays", "+33 1"),
        ([{"telephone": "+33 1"}, {"telephone": ""}], "Tuesdays", ""),
        ([{"telephone": "+33 1"}, SEND, {"telephone": "+33 2"}], "Tuesdays", "+33 2"),
        ([{"name": "Mondays"}, SEND, {"name": "Tuesdays", "telephone": "+33 1"}], "Tuesdays", "+33 1"),
    ],
)
async def test_a_letter_that_goes_out_anew_and_its_offer_say_what_is_so_now_and_nothing_from_before(
    mailed: Site, box: LetterBox, changes: list[dict[str, str]], name: str, number: str
) -> None:
    _, there = await two_dates(mailed)
    for change in [*changes, SEND]:
        if change == SEND:
            page = (await see(mailed, f"{there}?entries=old"))[1]
            await press(mailed, f"{there}/entries", shown=await shown(mailed, f"{there}?entries=old"))
        else:
            await press(mailed, there, **await fresh(mailed, there, **change))
    of_number = (
        f"The telephone number for when the link fails is {number}."
        if number
        else "It has no telephone number for when the link fails."
    )
    now = f"The group is called “{name}”. {of_number}"
    letter = plain_of(box.letters[-1])
    assert f"{MAY_BE_OTHER} {now}" in letter.splitlines() and letter.count("the link fails") == 1
    gone = {value for change in changes for value in change.values() if value} - {name, number}
    assert not any(value in letter or value in page for value in gone), "nobody knows who has read it"
    assert f"the telephone number from before stands. The new entries will say: {now}</p>" in page
    assert page.index('/entries"') < page.index("/meetings/"), "above all meetings of a year"


async def test_whom_no_letter_has_reached_is_invited_to_all_and_reads_of_no_move(
    mailed: Site, box: LetterBox
) -> None:
    box.refuses["carla@example.org"] = "451 later"
    _, there = await two_dates(mailed)
    await press(mailed, there, **await fresh(mailed, there, at="20:15"))
    box.refuses.clear()
    box.letters.clear()
    await press(mailed, f"{there}/hours", shown=await shown(mailed, there))
    (anna, carla, _) = box.letters
    assert anna["Subject"] == "Tuesdays: 2 meetings have moved"
    assert carla["Subject"] == "Tuesdays: 2 meetings are planned" and "moved" not in plain_of(carla)


async def test_what_has_changed_is_said_by_the_letter_that_goes_in_place_of_one_that_failed(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    there = f"/groups/{group.group}"
    await press(mailed, f"{path}/invite")
    box.refuses["carla@example.org"] = "451 later"
    await press(mailed, f"{path}/invite", member=group.members[1].member)
    box.refuses.clear()
    await retried(mailed, reminders.RETRY_S)
    assert box.letters[-1]["Subject"] == "Tuesdays: Tuesday, 3 February 1970, 19:30 (Paris)", (
        "a new link alone"
    )
    await retried(mailed, 0)
    to = await press(mailed, there, **await fresh(mailed, there, telephone="+33 1 55 66"))
    box.refuses["carla@example.org"] = "451 later"
    await press(mailed, f"{there}/entries", shown=await shown(mailed, to))
    box.refuses.clear()
    box.letters.clear()
    await retried(mailed, reminders.RETRY_S)
    (carla,) = box.letters
    assert "new entries for your calendar" in carla["Subject"] and "+33 1 55 66" in plain_of(carla)


async def test_the_entries_are_offered_still_after_another_offer_has_been_taken(
    mailed: Site, box: LetterBox
) -> None:
    _, there = await two_dates(mailed)
    to = await press(mailed, there, **await fresh(mailed, there, at="20:15", telephone="+33 1 55 66"))
    page = (await see(mailed, to))[1]
    assert "This is offered now, until you leave this page." in page
    (hours,) = re.findall(rf'action="{there}/hours">(.*?)</form>', page, re.DOTALL)
    to = await press(mailed, f"{there}/hours", **Fields(hours).values)
    assert to == f"{there}?entries=old" and "3 people have letters" in (await see(mailed, to))[1]
    assert await press(mailed, f"{there}/invite", entries="old") == to
    assert await press(mailed, f"{there}/invite", entries="no") == there


async def test_nothing_is_offered_where_nothing_changed_or_nobody_knows(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    there = f"/groups/{group.group}"
    assert await press(mailed, there, **await fresh(mailed, there, telephone="+33 1 55 66")) == there
    await press(mailed, f"{path}/invite")
    assert await press(mailed, there, **await fresh(mailed, there, language="fr")) == there
    box.letters.clear()
    for member in group.members[1:]:
        await press(mailed, f"{path}/revoke", member=member.member)
    await press(mailed, f"{there}/entries", shown=await shown(mailed, f"{there}?entries=old"))
    assert [one["To"] for one in box.letters] == ["anna@example.org"]
    await press(mailed, f"{path}/revoke", member=group.members[0].member)
    sequence = (await the_plan(mailed, group)).sequence
    assert f'action="{there}/entries"' not in (await see(mailed, f"{there}?entries=old"))[1]
    await press(mailed, f"{there}/entries", shown=f"{path.rpartition('/')[2]}.{sequence}")
    assert (await the_plan(mailed, group)).sequence == sequence, "no letter is of it"
