"""A leader sees what they have led, takes it away as a table, and erases it."""

from __future__ import annotations

import csv
import io
import re

import pytest

from server.pages import zones
from server.pages.language import languages
from server.store import Attended, Entry, Noting, Stay
from tests.server.pages.conftest import Site
from tests.server.pages.test_certificate import BEGAN_AT, see_only
from tests.server.pages.test_groups import come, made, see, send


async def led(site: Site, *minutes: int, called: str = "leader", name: str = "Tuesdays") -> None:
    """Meetings of the leader in this browser have ended."""
    groups = await site.house.store.groups()
    group = next((one for one in groups if one.name == name), None) or await made(site, name=name)
    for number, each in enumerate(minutes):
        session, own = f"{called}{number}{each}", f"token {called} {number} {each}"
        await site.house.store.create_session(session, "form", 1.0, 0.0)
        await site.house.store.invite(own, session, "leader", 1, 9e9, group.members[0].member)
        cookie, person = await site.house.store.redeem(own, 0.0)
        await site.house.store.seat(person.person, 1, Entry(cookie, person.name, 1))
        began_at, stays = BEGAN_AT + number * 86_400, {1: Stay("leader", called, each, each)}
        attended = Attended(began_at, "classic", stays, Noting(hours=True))
        await site.house.store.end_session(session, attended=attended)


async def test_they_are_listed_with_sums_by_role(site: Site) -> None:
    await come(site)
    assert "Nothing yet" in (await see(site, "/hours"))[1]
    assert '"/hours"' in (await see(site, "/groups"))[1]
    await led(site, 90, 45)
    await led(site, 60, called="leader_in_training")
    status, page = await see(site, "/hours")
    assert status == 200
    sums = re.findall(r'<th scope="row">([^<]+)</th><td>(\d+)</td><td>([\d:]+)</td></tr>', page)
    assert sums == [("leader", "2", "2:15"), ("leader in training", "1", "1:00"), ("In all", "3", "3:15")]
    at = [page.index(when) for when in ("4 Nov 2026, 19:30", "3 Nov 2026, 19:30")]
    assert at == sorted(at) and "Tuesdays" in page and "Classic" in page


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("", "3 Nov 2026, 19:30 (Paris)"),
        ("America/Toronto", "3 Nov 2026, 19:30 (Paris)"),
        ("Europe/Vienna", "3 Nov 2026, 19:30"),
    ],
)
async def test_a_start_names_the_groups_clock_where_the_readers_shows_another_time(
    site: Site, zone: str, said: str
) -> None:
    await come(site)
    await led(site, 90)
    if zone:
        site.client.session.cookie_jar.update_cookies({zones.COOKIE: zone}, site.client.make_url("/"))
    _, page = await see(site, "/hours")
    assert f'<th scope="row">{said}</th>' in page and "Hours are rounded to a quarter." in page
    (entry,) = re.findall(r"entry=([0-9a-f]{16})", page)
    assert f"{said}</p>" in (await see(site, f"/hours/forget?entry={entry}"))[1]


async def test_the_table_is_for_the_spreadsheet_of_their_language(site: Site) -> None:
    await come(site)
    await led(site, 90)
    for language, comma, role in (("en", ",", "leader"), ("de", ";", "Leiter·in")):
        async with site.client.get(f"/hours.csv?lang={language}") as answer:
            assert answer.content_type == "text/csv" and "hours.csv" in answer.headers["Content-Disposition"]
            rows = list(csv.reader(io.StringIO((await answer.read()).decode("utf-8-sig")), delimiter=comma))
        assert len(rows) == 2 and len(rows[0]) == 7
        assert rows[1][:5] == ["2026-11-03", "19:30", "Europe/Paris", "90", role]


async def test_one_is_erased_or_all_by_whose_they_are(site: Site) -> None:
    await come(site)
    await led(site, 90, 45)
    _, page = await see(site, "/hours")
    first, second = re.findall(r"/hours/forget\?entry=([0-9a-f]{16})", page)
    await come(site, "eve@example.org", "Eve")
    assert "Tuesdays" not in (await see(site, "/hours"))[1]
    assert await see_only(site, f"/hours/forget?entry={first}") == (303, "/hours")
    await send(site, "/hours/forget", {"entry": first})
    await send(site, "/hours/forget", {"all": "yes"})
    await come(site)
    _, page = await see(site, f"/hours/forget?entry={first}")
    assert "4 Nov 2026, 19:30" in page and "cannot be brought back" in page and f'value="{first}"' in page
    assert 'name="all"' in (await see(site, "/hours/forget"))[1]
    assert first in (await see(site, "/hours"))[1]
    assert await send(site, "/hours/forget", {"entry": first}) == (303, "/hours")
    await send(site, "/hours/forget", {})
    _, page = await see(site, "/hours")
    assert first not in page and second in page
    await send(site, "/hours/forget", {"all": "yes"})
    assert "Nothing yet" in (await see(site, "/hours"))[1]
    site.forget()
    for path in ("/hours", "/hours.csv", "/hours/forget"):
        async with site.client.get(path, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")


@pytest.mark.parametrize("language", languages())
async def test_every_word_is_there_in_every_language(site: Site, language: str) -> None:
    await come(site)
    await led(site, 90)
    _, page = await see(site, f"/hours?lang={language}")
    assert [word for word in ("hours-", "page-", "room-", "groups-") if f">{word}" in page] == []
