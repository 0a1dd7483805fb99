"""A supervisor looks at what a leader shares, by a link that is pressed at and ends; and can do nothing else."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from server import by_locale
from server.pages import shared, together
from server.pages.language import languages
from server.store import Group
from tests.server.pages.conftest import NOW, Site
from tests.server.pages.test_groups import come, see, send
from tests.server.pages.test_records import TEXTS, a_group, keep


async def link_to(site: Site, group: Group, **fields: str) -> str:
    """Its token."""
    status, page = await send(site, f"/groups/{group.group}/shares", {"days": "7", **fields})
    assert status == 200
    return re.findall(r'value="[^"]*/shared#([\w~-]+)"', page)[0]


async def press(site: Site, token: str) -> tuple[int, str]:
    """In another browser."""
    site.forget()
    return await send(site, "/shared", {"token": token})


async def acts(site: Site) -> list[str]:
    return [json.loads(line.text)["act"] for line in await site.house.store.released.audit()]


async def test_before_a_link_is_made_it_says_until_which_day_it_would_be_good(site: Site) -> None:
    group, _ = await a_group(site, "2026-11")
    _, page = await see(site, f"/records?group={group.group}")
    for days in shared.DAYS:
        until = by_locale.day(datetime.fromtimestamp(NOW + days * 86_400, UTC), "en")
        assert f'<option value="{days}">{days}, until {until}</option>' in page


async def test_a_supervisor_sees_the_groups_records_and_not_whose_they_are(site: Site) -> None:
    group, ids = await a_group(site, "2026-11", "2026-12")
    token = await link_to(site, group)
    status, to = await press(site, token)
    assert (status, to) == (303, f"/records?group={group.group}")
    status, page = await see(site, to)
    assert status == 200 and page.count("<svg") == 5 and group.name not in page and "<form" not in page
    assert int(token.partition("~")[2]) == NOW + 7 * shared.DAY_S, (
        "so that the browser can say it before the press"
    )
    good = "The link by which you look is good until "
    assert good in page
    unasked = "If it has not been ended, this link is good until *."
    assert f'data-says="{unasked}"' in (await see(site, "/shared"))[1], (
        "its address is all that is known there"
    )
    status, page = await see(site, f"/records/{ids[0]}")
    assert good in page
    assert status == 200 and page.count("<svg") == 8 and "<form" not in page and group.name not in page
    assert await acts(site) == ["shared", "opened"]
    (later,) = await keep(site, group, TEXTS["2026-09"])
    assert "Sept 2026" not in (await see(site, to))[1] and (await see(site, f"/records/{later}"))[0] == 404


async def test_a_link_says_of_which_records_it_is_once_others_have_come(site: Site) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    await link_to(site, group)
    assert "A link to all 2 of these records, until" in (await see(site, "/records"))[1]
    await keep(site, group, TEXTS["2026-09"])
    assert "A link to 2 records (Nov 2026, Dec 2026), until" in (await see(site, "/records"))[1]


async def test_of_more_records_than_a_link_leads_to_the_latest_are_shared(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "MOST", 1)
    monkeypatch.setattr(together, "MOST", 1)
    group, _ = await a_group(site, "2026-11", "2026-12")
    assert "Make a link to the latest 1 of these records" in (await see(site, "/records"))[1]
    status, to = await press(site, await link_to(site, group))
    page = (await see(site, to))[1]
    assert (
        status == 303 and "December 2026" in page and "November 2026" not in page and "Nov 2026" not in page
    )


async def test_a_link_to_one_record_shows_no_other(site: Site) -> None:
    group, (one, other) = await a_group(site, "2026-11", "2026-12")
    status, to = await press(site, await link_to(site, group, record=one))
    assert (status, to) == (303, f"/records/{one}")
    assert (await see(site, to))[0] == 200
    assert (await see(site, f"/records/{other}"))[0] == 404
    async with site.client.get("/records", allow_redirects=False) as answer:
        assert answer.headers["Location"] == f"/records/{one}"


async def test_whoever_may_look_may_do_nothing_else(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    await press(site, await link_to(site, group))
    asked = [f"/records/{one}/away", f"/records/{one}/figures/course"]
    asked += [f"/groups/{group.group}{end}" for end in ("", "/apart", "/shares")]
    for path in asked:
        assert await send(site, path, {"as": "json", "days": "7"}) == (303, "/sign-in"), path
    assert await acts(site) == ["shared", "opened"] and await site.house.store.series.of(group.group)


async def test_after_its_days_it_is_over(site: Site) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    token = await link_to(site, group, days="30")
    _, to = await press(site, token)
    site.wall = NOW + 30 * shared.DAY_S - 1
    assert (await see(site, to))[0] == 200
    site.wall += 1
    status, page = await see(site, to)
    assert status == 200 and "This link is over" in page and "<svg" not in page
    status, page = await press(site, token)
    assert status == 410 and "This link is over" in page


async def test_the_leader_sees_which_links_are_good_and_ends_one(site: Site) -> None:
    group, (one, _) = await a_group(site, "2026-11", "2026-12")
    tokens = [await link_to(site, group), await link_to(site, group, days="90", record=one)]
    _, page = await see(site, "/records")
    assert "A link to all 2 of these records, until" in page
    assert re.search(r"A link to one record \((Nov|Dec) 2026\), until", page), "which one"
    assert not any(token in page for token in tokens)
    first, second = re.findall(r'action="(/groups/\w+/shares/\w+/end)"', page)
    for says in (True, False):  # the second press does nothing
        assert (await send(site, first, {}))[0] == 303
        _, page = await see(site, "/records")
        assert ("The link to the records leads nowhere any more." in page) is says
        assert first not in page and second in page
    assert (await press(site, tokens[0]))[0] == 410 and (await press(site, tokens[1]))[0] == 303
    assert await acts(site) == ["shared", "shared", "unshared", "opened"]


async def test_looking_at_the_link_notes_nothing_and_opens_nothing(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    await link_to(site, group)
    site.forget()
    for _ in range(3):
        status, page = await see(site, "/shared")
        assert status == 200 and "location.hash" in page
    async with site.client.get(f"/records/{one}", allow_redirects=False) as answer:
        assert answer.headers["Location"] == "/sign-in"
    assert await acts(site) == ["shared"]


async def test_nobody_shares_what_is_not_theirs(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    (apart,) = await keep(site, None, TEXTS["2026-12"])
    path = f"/groups/{group.group}/shares"
    assert (await send(site, path, {"days": "7", "record": apart}))[0] == 404
    assert (await send(site, path, {"days": "999999999999"}))[0] == 400
    assert (await send(site, path, {}))[0] == 400
    await come(site, "eve@example.org", "Eve")
    assert (await send(site, path, {"days": "7"}))[0] == 404
    assert (await send(site, path, {"days": "7", "record": one}))[0] == 404
    assert await acts(site) == []


async def test_a_leader_who_supervises_sees_both(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    token = await link_to(site, group)
    site.forget()
    eves = await a_group_of_eves(site)
    status, to = await send(site, "/shared", {"token": token})
    assert status == 303 and group.name not in (await see(site, to))[1]
    assert (await see(site, f"/records/{one}"))[0] == 200
    assert (await send(site, f"/records/{one}/away", {"as": "json"}))[0] == 404
    for path in ("/records", "/records?group=" + eves.group):
        page = (await see(site, path))[1]
        assert "Wednesdays" in page and group.name not in page, path


async def a_group_of_eves(site: Site) -> Group:
    eve = await come(site, "eve@example.org", "Eve")
    group = await site.house.store.add_group("Wednesdays", "classic", [], None, eve.leader)
    (whole,) = [one for one in await site.house.store.groups() if one.group == group]
    await keep(site, whole, TEXTS["2026-09"])
    return whole


@pytest.mark.parametrize("language", languages())
async def test_its_words_are_there_in_every_language(site: Site, language: str) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    await see(site, f"/groups?lang={language}")
    _, made = await send(site, f"/groups/{group.group}/shares", {"days": "7"})
    pages = [made, *[(await see(site, path))[1] for path in ("/records", "/shared", "/shared?over=1")]]
    assert [word for page in pages for word in (">share", ">page-", ">records-") if word in page] == []
