"""A leader keeps a record among their own, looks at them, takes them away, shares some, and takes one off; nobody else
finds any."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from xml.etree import ElementTree as ET

import pytest

from server.pages.language import languages
from server.store import Entry, Leader, Store, shelved
from tests.server.pages.conftest import SESSION, Site
from tests.server.pages.test_groups import come, made, see, send
from tests.server.pages.test_record import RECORD, WAITS_S, page
from tests.server.pages.test_records import TEXTS, keep
from tests.server.pages.test_shared import acts, press
from tests.server.store.noted import records_of


async def led(site: Site, role: str = "leader", session: str = SESSION, text: bytes = RECORD) -> None:
    """Somebody in this browser led, by a link that is nobody's own, and the session has ended."""
    seat = await site.come_in(role)
    await site.house.store.end_session(session, (), text, WAITS_S, [seat], None, "2026-11")


async def own(site: Site, leader: Leader, *months: str) -> list[str]:
    """Records that they keep among their own, in the order of the months; their ids."""
    store, ids = site.house.store, []
    for month in sorted(months):
        await store.create_session(f"own{month}", "form", 1.0, 0.0, keeping="aggregate")
        await store.invite(f"lead {month}", f"own{month}", "leader", 1, 9e9)
        cookie, person = await store.redeem(f"lead {month}", 0.0)
        await store.seat(person.person, 1, Entry(cookie, "Anna", 1))
        await store.end_session(f"own{month}", (), TEXTS[month], 1.0, [1], None, month)
        await store.shelf.choose(person.person, leader.leader, keeps=True)
        before = set(await store.records())
        await store.release_records(1.0)
        ids += set(await store.records()) - before
    return ids


async def test_whoever_led_chooses_while_it_waits_and_takes_it_back(site: Site) -> None:
    await come(site)
    await led(site)
    _, shown = await page(site)
    assert "Keep this record among mine" in shown and "one line of months and sizes" in shown
    assert shown.index("one line of months") < shown.index("I do not want this"), "before they can refuse"
    for answer, then in (
        ("yes", "You keep it"),
        ("no", "Keep this record among mine"),
        ("yes", "You keep it"),
    ):
        assert await send(site, "/record/keep", {"keeps": answer}) == (303, "/record")
        assert then in (await page(site))[1]
    await come(site, "eve@example.org", "Eve")
    assert "records of anna@example.org" in (await page(site))[1], "whose they have come to be"
    await send(site, "/record/keep", {"keeps": "no"})
    assert "records of eve@example.org" in (await page(site))[1], "on a computer that several have"
    await come(site)
    await send(site, "/record/keep", {"keeps": "yes"})
    assert "Nothing yet" in (await see(site, "/records/mine"))[1], "it may be refused still"
    await site.house.store.release_records(WAITS_S)
    _, mine = await see(site, "/records/mine")
    assert "November 2026: Classic" in mine and "5 to 8 members" in mine
    assert (
        '"/records/mine"' in (await see(site, "/groups"))[1]
        and '"/records/mine"' in (await see(site, "/hours"))[1]
    )


async def test_what_was_vetoed_comes_to_no_shelf(site: Site) -> None:
    await come(site)
    await led(site)
    await send(site, "/record/keep", {"keeps": "yes"})
    await send(site, "/record/veto", {})
    await send(site, "/record/keep", {"keeps": "yes"})
    await site.house.store.release_records(WAITS_S)
    assert "Nothing yet" in (await see(site, "/records/mine"))[1]


async def test_a_link_of_ones_own_is_enough_and_a_leader_who_is_unknown_is_told_to_sign_in(
    site: Site,
) -> None:
    leader = await come(site)
    group = await made(site)
    site.forget()
    await site.house.store.invite("hers", SESSION, "leader", 1, 9e9, group.members[0].member)
    await site.post("/api/enter", {"token": "hers"})
    _, answer = await site.give_name("Anna")
    await site.house.store.end_session(SESSION, (), RECORD, WAITS_S, [answer["seat"]])
    _, shown = await page(site)
    assert "Keep this record among mine" in shown and f"records of {leader.address}" in shown
    await send(site, "/record/keep", {"keeps": "yes"})
    await site.house.store.release_records(WAITS_S)
    assert len(await site.house.store.shelf.of(site.house.store.shelf.owner(leader.leader))) == 1


@pytest.mark.parametrize(("role", "offered"), [("co_leader", True), ("member", False), ("observer", False)])
async def test_it_is_offered_to_who_led_and_everybody_reads_of_it(
    site: Site, role: str, offered: bool
) -> None:
    leader = await come(site, "eve@example.org", "Eve")
    await led(site, role)
    _, shown = await page(site)
    assert "Whoever led may keep this record among their own" in shown
    assert ("Keep this record among mine" in shown) == offered
    await send(site, "/record/keep", {"keeps": "yes"})
    await site.house.store.release_records(WAITS_S)
    owner = site.house.store.shelf.owner(leader.leader)
    assert len(await site.house.store.shelf.of(owner)) == offered
    assert "Sign in" not in shown


async def test_whoever_was_removed_sees_it_and_does_not_keep_it(site: Site) -> None:
    leader = await come(site)
    seat = await site.come_in("co_leader")
    await site.house.store.remove(SESSION, seat)
    await site.house.store.end_session(SESSION, (), RECORD, WAITS_S, [seat], None, "2026-11")
    _, shown = await page(site)
    assert "Whoever led may keep" in shown and "I do not want this" in shown
    assert "You led here" not in shown
    await send(site, "/record/keep", {"keeps": "yes"})
    await site.house.store.release_records(WAITS_S)
    assert await site.house.store.shelf.of(site.house.store.shelf.owner(leader.leader)) == {}


async def test_another_site_keeps_nothing_for_anybody(site: Site) -> None:
    await led(site)
    assert "sign in as a leader" in (await page(site))[1]
    await come(site)
    async with site.client.post(
        "/record/keep", data={"keeps": "yes"}, headers={"Sec-Fetch-Site": "cross-site"}
    ) as answer:
        assert answer.status == 403
    assert "You keep it" not in (await page(site))[1]


async def test_they_lie_side_by_side_all_or_the_chosen_ones(site: Site) -> None:
    ids = await own(site, await come(site), *TEXTS)
    status, shown = await see(site, "/records/mine")
    assert status == 200 and shown.count("<svg") == 5 and ">Dec 2026<" in shown and ">under 5<" in shown
    assert list(dict.fromkeys(re.findall(r'href="/records/(\w+)\?mine"', shown))) == ids
    two = f"?record-{ids[0]}=yes&record-{ids[2]}=yes"
    _, shown = await see(site, f"/records/mine{two}")
    assert ">Dec 2026<" in shown and "Nov 2026" not in shown.split('id="each"')[0]
    assert (
        shown.count(" checked") == 2
        and f'action="/records/mine/figures/plans{two.replace("&", "&amp;")}"' in shown
    )
    status, svg = await send(site, f"/records/mine/figures/plans{two}", {"as": "svg"})
    assert status == 200 and ET.fromstring(svg).tag.endswith("svg")
    assert await records_of(site.house.store) == [sorted([ids[0], ids[2]])]
    _, shown = await see(site, f"/records/mine?record-{ids[0]}=yes")
    (said,) = re.findall(r'id="beside">(.*?)<', shown)
    assert "tick two or more" in said and ">Dec 2026<" in shown
    (said,) = re.findall(r'id="beside">(.*?)<', (await see(site, "/records/mine?beside=yes"))[1])
    assert said.startswith("No session was chosen."), "where the button leads, just above what is shown"
    path = f"/records/mine/figures/plans?record-{ids[0]}=yes"
    assert f'action="{path}"' in shown
    assert (await send(site, path, {"as": "svg"}))[0] == 200, "its buttons take away what it shows"
    assert len((await records_of(site.house.store))[-1]) == 3


async def test_one_is_a_page_of_its_own_and_is_taken_away_as_a_groups_record_is(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    leader = await come(site)
    (one,) = await own(site, leader, "2026-11")
    status, shown = await see(site, f"/records/{one}?mine")
    assert status == 200 and shown.count("<svg") == 8 and '"/records/mine"' in shown
    assert (await send(site, f"/records/{one}/away", {"as": "json"}))[1].encode() == TEXTS["2026-11"]
    assert (await send(site, f"/records/{one}/figures/course", {"as": "png"}))[0] == 200
    async with site.client.post("/records/mine/away", data={"all": "yes"}) as answer:
        names = zipfile.ZipFile(io.BytesIO(await answer.read())).namelist()
    assert f"records/{one}.eaf" in names
    status, shown = await send(site, "/records/mine/away", {})
    assert status == 400 and "No session is chosen" in shown
    status, shown = await send(site, "/records/mine/shares", {"days": "90"})
    assert status == 400 and "tick the ones that you want to share" in shown
    assert 'value="90" selected' in shown, "what was chosen stands"
    with monkeypatch.context() as fewer:
        fewer.setattr("server.pages.own.MOST", 0)
        status, shown = await send(site, "/records/mine/shares", {"days": "90", f"record-{one}": "yes"})
    assert status == 400 and "Please tick fewer." in shown and shown.count(" checked") == 1
    with monkeypatch.context() as broken:
        broken.setattr("server.record.elsewhere.command", lambda _: (sys.executable, "-c", "1 / 0"))
        status, shown = await send(site, "/records/mine/away", {f"record-{one}": "yes"})
    assert status == 503 and shown.count(" checked") == 1, "what was ticked is so still"
    lines = [json.loads(line.text) for line in await site.house.store.released.audit()]
    assert [line["as"] for line in lines] == ["json", "png", "zip"]
    assert {line["who"] for line in lines} == {site.house.store.leaders.noted_as(leader.leader)}


async def test_a_record_of_a_group_leads_back_to_where_one_came_from(site: Site) -> None:
    leader = await come(site)
    group = await made(site)
    (one,) = await keep(site, group, TEXTS["2026-11"])
    await put(site.house.store, leader, one)
    assert group.group in (await see(site, f"/records/{one}"))[1]
    _, shown = await see(site, f"/records/{one}?mine")
    assert group.group not in shown and group.name not in shown


async def put(store: Store, leader: Leader, record: str) -> None:
    """A record that is there already comes to stand among their own."""
    await store._writer.write(lambda c: shelved.put(c, store._keys, leader.leader, record))


async def test_a_supervisor_sees_the_chosen_ones_and_takes_nothing_away(site: Site) -> None:
    one, two, three = await own(site, await come(site), *TEXTS)
    status, shown = await send(
        site, "/records/mine/shares", {"days": "30", f"record-{one}": "yes", f"record-{two}": "yes"}
    )
    assert 'id="copy"' in shown and "navigator.clipboard" in shown and ' nonce="' in shown
    (token,) = re.findall(r'value="[^"]*/shared#([\w~-]+)"', shown)
    (end,) = re.findall(r'action="(/records/mine/shares/\w+/end)"', (await see(site, "/records/mine"))[1])
    status, to = await press(site, token)
    assert (status, to) == (303, "/records/shared")
    for path in (to, "/records"):
        status, shown = await see(site, path)
        assert status == 200 and shown.count("<svg") == 5 and "<form" not in shown and "Dec 2026" not in shown
    status, shown = await see(site, f"/records/{one}")
    assert status == 200 and "<form" not in shown and f'"{to}"' in shown and "records/mine" not in shown
    assert (await see(site, f"/records/{three}"))[0] == 404
    for path in ("/records/mine/away", "/records/mine/shares", "/records/mine/off", f"/records/{one}/away"):
        assert await send(site, path, {"as": "json", "record": one}) == (303, "/sign-in"), path
    await come(site)
    assert await send(site, end, {}) == (303, "/records/mine")
    assert (await press(site, token))[0] == 410
    assert await acts(site) == ["shared", "opened", "unshared"]


async def test_a_link_to_one_leads_to_it_and_shows_it_no_more_once_it_is_taken_off(site: Site) -> None:
    one, two = await own(site, await come(site), "2026-09", "2026-11")
    _, shown = await send(site, "/records/mine/shares", {"days": "7", "record": one})
    (token,) = re.findall(r'value="[^"]*/shared#([\w~-]+)"', shown)
    assert await press(site, token) == (303, f"/records/{one}")
    _, shown = await see(site, f"/records/{one}")
    assert 'class="back"' not in shown
    await come(site)
    _, asked = await see(site, f"/records/mine/off?record={one}")
    assert (
        "leads to you no more" in asked and "September 2026: Classic" in asked and f'value="{one}"' in asked
    )
    for says in (True, False):  # the second press does nothing
        assert await send(site, "/records/mine/off", {"record": one}) == (303, "/records/mine")
        _, left = await see(site, "/records/mine")
        assert ("The record is no longer among yours." in left) is says and one not in left and two in left
    assert one in await site.house.store.records(), "the record stays"
    assert (await press(site, token))[0] == 410


async def test_nobody_finds_what_is_anothers(site: Site) -> None:
    (one,) = await own(site, await come(site), "2026-11")
    await come(site, "eve@example.org", "Eve")
    assert (await see(site, f"/records/{one}"))[0] == (await see(site, f"/records/{one}?mine"))[0] == 404
    assert "Nothing yet" in (await see(site, "/records/mine"))[1]
    assert "My records" in (await see(site, "/records/shared"))[1]
    await send(site, "/records/mine/off", {"record": one})
    assert (await send(site, "/records/mine/shares", {"days": "7", "record": one}))[0] == 404
    assert (await send(site, "/records/mine/shares", {"days": "7", f"record-{one}": "yes"}))[0] == 400
    assert (await send(site, f"/records/{one}/away", {"as": "json"}))[0] == 404
    await come(site)
    assert one in (await see(site, "/records/mine"))[1]
    site.forget()
    for path in ("/records/mine", "/records/mine/off", "/records/shared"):
        async with site.client.get(path, allow_redirects=False) as answer:
            assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")


@pytest.mark.parametrize("language", languages())
async def test_every_word_is_there_in_every_language(site: Site, language: str) -> None:
    one, two, _ = await own(site, await come(site), *TEXTS)
    await led(site)
    _, made = await send(site, "/records/mine/shares", {"days": "7", "record": one})
    paths = (
        "/record", f"/records/mine?lang={language}", f"/records/{two}?mine", f"/records/mine/off?record={two}",
        f"/records/mine?record-{one}=yes",
    )  # fmt: skip
    pages = [made, *[(await see(site, path))[1] for path in paths]]
    words = ("records-", "myrecords-", "share-", "page-", "record-keep", "compare-")
    assert [word for shown in pages for word in words if f">{word}" in shown] == []


async def test_a_damaged_one_keeps_the_others_from_nobody(site: Site) -> None:
    leader = await come(site)
    await own(site, leader, "2026-09", "2026-11")
    (broken,) = await keep(site, None, b'{"month": "2026-10"}')
    await put(site.house.store, leader, broken)
    status, shown = await see(site, "/records/mine")
    assert status == 200 and "One record is damaged" in shown and shown.count("<svg") == 5
    assert (await see(site, f"/records/{broken}?mine"))[0] == 500
