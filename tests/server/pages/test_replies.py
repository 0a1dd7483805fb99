"""Whether somebody comes: said by a press on the page of their link, seen by whoever leads, and gone with the plan."""

from __future__ import annotations

import json
from typing import Any

from server.pages import sign_in
from server.pages.reminders import REMIND_S, remind
from server.store import Expected, Group
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import see, send
from tests.server.pages.test_meetings import (
    START,
    come_again,
    enter,
    entry_of,
    mailed,
    on_the_day,
    planned,
    press,
    the_plan,
    token_of,
)
from tests.server.pages.test_way_in import code

__all__ = ["mailed"]


async def invited(site: Site, box: LetterBox) -> tuple[Group, str, str]:
    """A group that has been told of its meeting; the meeting's path, and Carla's link."""
    group, path = await planned(site)
    await press(site, f"{path}/invite")
    return group, path, token_of(box.letters[1])


async def say(site: Site, token: str, meeting: str, comes: Any, sequence: int = 0) -> tuple[int, Any]:
    told = {"token": token, "meeting": meeting, "sequence": sequence, "comes": comes}
    return await site.post("/api/reply", told)


async def test_only_who_knows_of_a_meeting_has_not_said_yet(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    assert "they come; not said yet: 0" in (await see(mailed, path))[1]
    box.refuses = {"carla@example.org": "550 no such user"}
    await press(mailed, f"{path}/invite")
    assert "they come; not said yet: 1" in (await see(mailed, path))[1], (
        "Dan, but neither Carla nor who leads"
    )
    await send(mailed, f"{path}/link", {"member": group.members[1].member})
    assert "they come; not said yet: 2" in (await see(mailed, path))[1]


async def test_who_has_been_told_and_who_has_not_said_are_counted_from_the_same_people(
    mailed: Site, box: LetterBox
) -> None:
    """Dan knows the time before alone, and his link of before; so it is said of him by name."""
    group, path, _ = await invited(mailed, box)
    box.refuses = {"dan@example.org": "550 no such user"}
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:15")
    moved = await the_plan(mailed, group)
    await say(mailed, token_of(box.letters[-1]), moved.meeting, True, moved.sequence)
    page = (await see(mailed, f"/groups/{group.group}"))[1]
    assert "2 people have been told" in page and "not delivered to Dan" in page
    assert "one person comes; not said yet: 0" in page and "not said yet: 0" in (await see(mailed, path))[1]


async def test_somebody_says_whether_they_come_changes_it_and_only_the_leader_reads_it(
    mailed: Site, box: LetterBox
) -> None:
    group, path, carla = await invited(mailed, box)
    meeting = (await the_plan(mailed, group)).meeting
    date = {"meeting": meeting, "sequence": 0, "begins": "1970-02-03T18:30+00:00"}
    assert "nobody has said that they come; not said yet: 2" in (await see(mailed, path))[1]
    assert "does not reach your leader" in plain_of(box.letters[1]).replace("\r\n", " ").replace("\n", " ")
    assert entry_of(box.letters[1])[1]["ATTENDEE"].params["RSVP"] == "FALSE", (
        "no answer is asked of a calendar"
    )
    for comes, told in (
        (True, "one person comes; not said yet: 1"),
        (False, "cannot come: Carla; not said yet: 1"),
    ):
        assert await say(mailed, carla, meeting, comes) == (200, {"dates": [date | {"comes": comes}]})
        for page in (path, f"/groups/{group.group}"):
            assert told in (await see(mailed, page))[1]
    dan = (await enter(mailed, token_of(box.letters[2])))[1]
    assert dan["dates"] == [date | {"comes": None}] and "Carla" not in json.dumps(dan)
    assert (await enter(mailed, carla))[1]["dates"] == [date | {"comes": False}]


async def test_looking_says_nothing_and_what_is_no_answer_changes_nothing(
    mailed: Site, box: LetterBox
) -> None:
    group, _, carla = await invited(mailed, box)
    meeting = (await the_plan(mailed, group)).meeting
    async with mailed.client.get("/api/reply", params={"token": carla}) as answer:
        assert answer.status == 405
    async with mailed.client.get("/join") as page:
        assert page.status == 200
    await enter(mailed, carla)
    assert code(await say(mailed, carla, meeting, "yes")) == (400, "bad_request")
    assert code(await say(mailed, "forged", meeting, True)) == (404, "unknown_link")
    assert (await say(mailed, carla, "0123456789abcdef", True))[0] == 200, (
        "of another meeting nothing is noted"
    )
    assert (await the_plan(mailed, group)).replies == {}


async def test_who_cannot_come_is_not_reminded_and_may_come_all_the_same(
    mailed: Site, box: LetterBox
) -> None:
    group, path, carla = await invited(mailed, box)
    await say(mailed, carla, (await the_plan(mailed, group)).meeting, False)
    await say(mailed, token_of(box.letters[2]), (await the_plan(mailed, group)).meeting, True)
    box.letters.clear()
    mailed.wall = START.timestamp() - REMIND_S
    await remind(mailed.client.app)  # type: ignore[arg-type]
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    assert [letter["To"] for letter in box.letters] == ["anna@example.org", "dan@example.org"]
    await on_the_day(mailed, path)
    store = mailed.house.store
    session = max(await store.sessions(), key=lambda row: row.opened_at).session
    assert await store.expected(session) == Expected(("Anna", "Dan"), ("Carla",))
    assert (await enter(mailed, carla))[0] == 200
    await store.invite("asked-for", session, "member", 1, mailed.wall + 60, group.members[1].member)
    assert await store.expected(session) == Expected(("Anna", "Carla", "Dan")), "who is given a new link"
    assert code(await say(mailed, carla, "0123456789abcdef", True)) == (404, "unknown_link"), "it is open now"


async def test_a_meeting_that_moves_is_asked_about_anew(mailed: Site, box: LetterBox) -> None:
    group, path, carla = await invited(mailed, box)
    await say(mailed, carla, (await the_plan(mailed, group)).meeting, True)
    await press(mailed, f"{path}/move", day="1970-02-04", at="19:30")
    assert (await the_plan(mailed, group)).replies == {}
    assert "please say it again there" in plain_of(box.letters[-1]).replace("\r\n", " ").replace("\n", " ")
    (there,) = (await enter(mailed, carla))[1]["dates"]
    assert (there["comes"], there["sequence"]) == (None, 1)
    seen_before = await say(mailed, carla, there["meeting"], False, sequence=0)
    assert seen_before == (200, {"dates": [there]}), "a press on the date that was is none on the new one"
    assert (await say(mailed, carla, there["meeting"], False, sequence=1))[1]["dates"][0]["comes"] is False


async def test_of_a_series_each_date_is_answered_by_the_link_to_the_first(
    mailed: Site, box: LetterBox
) -> None:
    group, _, carla = await invited(mailed, box)
    store, (first,) = mailed.house.store, await mailed.house.store.meetings.of(group.group)
    told, untold = [await store.meetings.plan(group.group, first.starts_at + 86400 * day) for day in (28, 56)]
    await store.meetings.begin(told, [group.members[1].member])
    dates = (await say(mailed, carla, told, False))[1]["dates"]
    assert [(one["meeting"], one["comes"]) for one in dates] == [(first.meeting, None), (told, False)]
    await say(mailed, carla, untold, True)
    assert [one.replies for one in await store.meetings.of(group.group)] == [
        {},
        {group.members[1].member: False},
        {},
    ]
    known = await store.persons.known("carla@example.org")
    assert known is not None
    assert known["groups"][0]["replies"] == [{"begins": "1970-03-03T18:30+00:00", "comes": False}]
    now, mailed.wall = mailed.wall, first.starts_at + 86400 * 29
    assert len((await enter(mailed, carla))[1]["dates"]) == 1, "nobody is asked about what is over"
    mailed.wall = now
    await store.meetings.cancel(first.meeting)
    status, off = await enter(mailed, carla)
    assert (status, off["code"]) == (410, "meeting_cancelled"), "it would lead to no other"
    assert [(one["meeting"], one["comes"]) for one in off["dates"]] == [(told, False)]
    dates = (await say(mailed, carla, told, True))[1]["dates"]
    assert [(one["meeting"], one["comes"]) for one in dates] == [(told, True)], "the others are open still"
    await store.meetings.cancel(told)
    assert (
        code(await enter(mailed, carla))
        == code(await say(mailed, carla, told, False, sequence=1))
        == (410, "meeting_cancelled")
    )
    assert [one.replies for one in await store.meetings.of(group.group)][1] == {group.members[1].member: True}
    await store.persons.erase("carla@example.org", "operator", "1970-01-02")
    assert [one.replies for one in await store.meetings.of(group.group)] == [{}, {}, {}]


async def test_devices_and_the_way_can_be_tried_before_the_meeting_is_open(
    mailed: Site, box: LetterBox
) -> None:
    _, path, carla = await invited(mailed, box)
    mailed.forget()
    assert await mailed.post("/api/check", {"offer": "v=0", "token": carla}) == (
        200,
        {"answer": "answer to v=0"},
    )
    assert code(await mailed.post("/api/check", {"offer": "v=0", "token": "forged"})) == (404, "unknown_link")
    assert code(await mailed.post("/api/check", {"offer": "v=0"})) == (401, "no_session")
    statuses = [(await mailed.post("/api/check", {"offer": "v=0", "token": carla}))[0] for _ in range(6)]
    assert statuses == [200] * 5 + [429], "one person, however many devices"
    assert mailed.house.asked == ["path_check"] * 6
    await come_again(mailed)
    await on_the_day(mailed, path)
    assert code(await mailed.post("/api/check", {"offer": "v=0", "token": carla})) == (404, "unknown_link")


async def test_a_letter_goes_by_the_clock_of_whoever_has_said_whether_they_come(
    mailed: Site, box: LetterBox
) -> None:
    group, path, carla = await invited(mailed, box)
    assert "19:30 (Paris, Central European Standard Time)" in plain_of(box.letters[1])
    told = {"token": carla, "meeting": (await the_plan(mailed, group)).meeting, "sequence": 0, "comes": True}
    for zone in ("America/New_York", "nowhere", ""):
        assert (await mailed.post("/api/reply", told | {"zone": zone}))[0] == 200
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:00")
    mine, others = [" ".join(plain_of(letter).split()) for letter in box.letters[-2:]]
    assert "Tuesday, 3 February 1970, 14:00 (New York); on the group’s clock 20:00 (Paris)" in mine
    assert "20:00 (Paris, Central European Standard Time)" in others
