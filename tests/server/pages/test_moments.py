"""When a group is to meet, as its leader types it: what is no time, what is there already, and what needs a question;
and a meeting is cancelled by nobody's slip."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from server.pages.language import languages, text
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import Fields, see, send
from tests.server.pages.test_meetings import AT, DAY, START, come_again, mailed, planned, press

__all__ = ["mailed"]


async def asked(site: Site, path: str, day: str, at: str, **more: str) -> tuple[str, str]:
    """Where a press leads that plans nothing, and what that page says."""
    to = await press(site, f"{path}/meetings", day=day, at=at, **more)
    return to, (await see(site, to))[1]


@pytest.mark.parametrize(
    ("day", "at", "amiss"),
    [
        (DAY, AT, "there"),
        ("1970-04-26", "02:30", "hour"),
        ("1983-02-03", AT, "far"),
        ("1969-02-03", AT, "time"),
    ],
)
async def test_what_is_amiss_is_said_and_stands_as_it_was_typed(
    mailed: Site, day: str, at: str, amiss: str
) -> None:
    """New York had summer time then already; Paris had not."""
    group, _ = await planned(mailed, time_zone="America/New_York")
    to, page = await asked(mailed, f"/groups/{group.group}", day, at)
    assert to == f"/groups/{group.group}?when={amiss}&day={day}&at={at}"
    field = "at" if amiss == "hour" else "day"
    assert f'autofocus><a href="#plan-{field}">{text("en", f"groups-wrong-{amiss}")}</a>' in page
    assert f'name="day" type="date" value="{day}"' in page and f'name="at" type="time" value="{at}"' in page
    assert len(await mailed.house.store.meetings.of(group.group)) == 1
    other = await mailed.house.store.meetings.plan(group.group, 60 * 86400.0)
    status, page = await send(mailed, f"/groups/{group.group}/meetings/{other}/move", {"day": day, "at": at})
    assert status == (409 if amiss == "far" else 400)
    assert f'autofocus><a href="#{field}">{text("en", f"meeting-wrong-{amiss}")}</a>' in page


async def test_a_date_far_ahead_is_planned_by_a_second_press_and_only_that_one(mailed: Site) -> None:
    group, _ = await planned(mailed)
    page = (await asked(mailed, f"/groups/{group.group}", "1983-02-03", AT))[1]
    sure = re.search(r'name="sure" value="([^"]+)"', page)
    assert sure is not None
    to, _ = await asked(mailed, f"/groups/{group.group}", "1993-02-03", AT, sure=sure[1])
    assert "when=far" in to, "the question was about another day"
    to = await press(mailed, f"/groups/{group.group}/meetings", day="1983-02-03", at=AT, sure=sure[1])
    assert "/meetings/" in to
    status, page = await send(mailed, f"{to}/move", {"day": "1984-02-03", "at": AT})
    assert status == 409
    typed = {name: Fields(page).values[name] for name in ("day", "at", "sure")}
    assert await press(mailed, f"{to}/move", **typed) == to


async def test_what_was_typed_and_not_pressed_stands_there_and_is_said_to_have_changed_nothing(
    mailed: Site,
) -> None:
    _, path = await planned(mailed)
    words = text("en", "meeting-move-yet")
    page = (await see(mailed, f"{path}?day={DAY}&at=21:00"))[1]
    assert words in page and 'name="at" type="time" value="21:00"' in page
    for nothing in (path, f"{path}?day={DAY}&at={AT}"):
        assert words not in (await see(mailed, nothing))[1]


async def test_cancelling_asks_first_with_the_date_and_how_many_are_told(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    assert "Nobody has been told of it" in (await see(mailed, f"{path}/cancel"))[1]
    await press(mailed, f"{path}/invite")
    page = (await see(mailed, path))[1]
    assert f'formmethod="get" formaction="{path}/cancel"' in page and f'formaction="{path}/cancel">' in page
    page = (await see(mailed, f"{path}/cancel?keep=aggregate"))[1]
    said = [
        "Tuesdays",
        "Tuesday, 3 February 1970, 19:30 (Paris)",
        "3 people are told by mail",
        "It cannot be undone",
    ]
    assert [one for one in said if one not in page] == []
    assert f'href="{path}?keep=aggregate"' in page, "what was chosen there stands as it was"
    for language in languages():
        assert text(language, "cancel-for-good") in (await see(mailed, f"{path}/cancel?lang={language}"))[1]
    (plan,) = await mailed.house.store.meetings.of(group.group)
    assert not plan.cancelled and len(box.letters) == 3, "looking cancels nothing"
    await press(mailed, f"{path}/cancel")
    assert (await send(mailed, f"{path}/cancel", {}))[0] == 303
    assert len(box.letters) == 6


async def test_the_letter_says_which_date_has_moved(mailed: Site, box: LetterBox) -> None:
    _, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/move", day="1970-02-10", at=AT)
    words = " ".join(plain_of(box.letters[-1]).split())
    assert "that was planned for Tuesday, 3 February 1970, 19:30 (Paris) has moved" in words
    assert "It is now on Tuesday, 10 February 1970, 19:30 (Paris" in words


async def test_a_meeting_that_is_planned_for_another_hour_is_not_called_moved(mailed: Site) -> None:
    group, _ = await planned(mailed)
    store = mailed.house.store
    terms = replace(group.terms, rhythm="months 1 1 19:45")
    await store.rewrite_group(group.group, group.revision, group.name, group.format, [], terms)
    page = (await see(mailed, f"/groups/{group.group}/series"))[1]
    assert "at another time: Tuesday, 3 February 1970, 19:30 (Paris)" in page and "moved to" not in page


async def test_before_it_is_opened_it_is_said_how_many_have_no_link(mailed: Site) -> None:
    _, path = await planned(mailed)
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    page = (await see(mailed, path))[1]
    assert "3 people have no link to this meeting yet." in page
    await press(mailed, f"{path}/invite")
    assert "have no link" not in (await see(mailed, path))[1]


async def test_on_a_meetings_page_what_is_done_next_comes_before_whom_and_what_is_kept(mailed: Site) -> None:
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    _, path = await planned(mailed)
    page = (await see(mailed, path))[1]
    parts = ("Open the meeting<", "Invite by mail<", "Move the meeting<", "Cancel the meeting…<", "carla@")
    places = [page.index(one) for one in parts]
    assert places == sorted(places), "people one by one come last"
    folded = page.partition('<details class="kept">')[2].partition("</details>\n</fieldset>")[0]
    assert folded.startswith("\n<summary>What is kept of how it goes: Nothing</summary>")
    assert "of 100 seats" in folded and page.count("of 100 seats") == 1
    chosen = (await see(mailed, f"{path}?keep=aggregate"))[1]
    assert '<details class="kept" open>' in chosen and "how it goes: Sums, without names</summary>" in chosen
