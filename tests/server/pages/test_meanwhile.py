"""Two leaders have one meeting's page open: whoever presses second, on what is old, is asked, and nothing is sent."""

from __future__ import annotations

import pytest

from tests.letter_box import LetterBox
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import Fields, see, send
from tests.server.pages.test_meetings import START, come_again, mailed, planned, press, the_plan

__all__ = ["mailed"]

MOVED = "it is now on Tuesday, 3 February 1970, 20:15 (Paris)"


async def looked_at(site: Site, path: str) -> dict[str, str]:
    """What the older page would send."""
    return Fields((await see(site, path))[1]).values


@pytest.fixture
async def old(mailed: Site, box: LetterBox) -> tuple[str, dict[str, str]]:
    """A meeting's path, and what its page sent before somebody else moved it from 19:30 to 20:15."""
    _, path = await planned(mailed, name_2="", address_2="")
    await press(mailed, f"{path}/invite")
    before = await looked_at(mailed, path)
    await press(mailed, path + "/move", **(before | {"at": "20:15"}))
    box.letters.clear()
    return path, before


async def test_a_move_from_an_older_page_is_asked_about_and_then_done(
    mailed: Site, box: LetterBox, old: tuple[str, dict[str, str]]
) -> None:
    path, before = old
    status, page = await send(mailed, f"{path}/move", before | {"day": "1970-02-09"})
    assert status == 409 and MOVED in page and box.letters == []
    assert "Is it to go to Monday, 9 February 1970, 20:15 (Paris)?" in page
    again = Fields(page).values
    assert (again["day"], again["at"]) == ("1970-02-09", "20:15"), "what was typed stands, and nothing else"
    assert await press(mailed, f"{path}/move", **again) == path
    assert len(box.letters) == 2 and "Monday, 9 February 1970, 20:15" in (await see(mailed, path))[1]


async def test_a_cancellation_is_of_the_date_that_was_named(
    mailed: Site, box: LetterBox, old: tuple[str, dict[str, str]]
) -> None:
    path, before = old
    asked = "&".join(f"{name}={before[name]}" for name in ("day", "at", "seen"))
    assert MOVED in (await see(mailed, f"{path}/cancel?{asked}"))[1], "it is said when it is asked"
    status, page = await send(mailed, f"{path}/cancel", before)
    assert status == 409 and MOVED in page and 'action="' + path + '/cancel"' in page and box.letters == []
    assert f'class="main" href="{path}"' in page, "the old time is not taken for one that was typed"
    assert await press(mailed, f"{path}/cancel", **Fields(page).values) == path
    assert len(box.letters) == 2


async def test_nobody_is_invited_nor_let_in_by_a_page_that_names_another_time(
    mailed: Site, box: LetterBox, old: tuple[str, dict[str, str]]
) -> None:
    path, before = old
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    for act in ("invite", "open"):
        status, page = await send(mailed, f"{path}/{act}", before)
        assert status == 409 and MOVED in page, act
    assert box.letters == [] and await mailed.house.store.meetings.of(path.split("/")[2]) != []


async def test_what_has_been_cancelled_meanwhile_is_not_moved_and_says_so(
    mailed: Site, box: LetterBox, old: tuple[str, dict[str, str]]
) -> None:
    path, before = old
    await press(mailed, f"{path}/cancel")
    box.letters.clear()
    status, page = await send(mailed, f"{path}/move", before | {"at": "21:00"})
    assert status == 409 and "Nothing has been moved: the meeting has been cancelled" in page
    assert box.letters == []


async def test_what_is_pressed_twice_is_done_once_and_asked_about_by_nobody(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    before = await looked_at(mailed, path) | {"at": "20:15"}
    assert [await press(mailed, f"{path}/move", **before) for _ in range(2)] == [path, path]
    assert len(box.letters) == 6 and (await the_plan(mailed, group)).sequence == 1
    for odd in ("", "x", "-1", "9" * 12, "²"):
        assert (await send(mailed, f"{path}/move", before | {"seen": odd, "at": "21:00"}))[0] == 303, odd
