"""A group's leaders see the records that it keeps together, side by side and each by itself; nobody else sees any."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from xml.etree import ElementTree as ET

import pytest

from facilitation.vocabulary import Keeping
from server.pages.language import languages
from server.record.schema import to_json
from server.retention import day_of
from server.store import Group
from tests.facilitation.worked_session import CIRCLE, SAID, a_session, record
from tests.server.pages.conftest import NOW, Site
from tests.server.pages.test_groups import come, made, see, send
from tests.server.store.noted import records_of

MONTHS = ("2026-12", "2026-09", "2026-11")
TEXTS = {month: to_json(record(a_session(), SAID, month=month)) for month in MONTHS}
SEATS = to_json(record(a_session(), SAID, Keeping.SEAT_TIMELINE, shuffled=CIRCLE))


async def keep(site: Site, together: Group | None, *texts: bytes) -> list[str]:
    """Records that were released; their ids."""
    store = site.house.store
    before = set(await store.records())
    for number, text in enumerate(texts):
        session = f"s{len(before)}{number}"
        of = together and together.group
        await store.create_session(session, "form", 1.0, 0.0, keeping="aggregate", together=of)
        await store.end_session(session, (), text, 1.0, (), None, json.loads(text)["month"])
    await store.release_records(1.0)
    return sorted(set(await store.records()) - before)


async def a_group(site: Site, *months: str) -> tuple[Group, list[str]]:
    await come(site)
    group = await made(site)
    return group, await keep(site, group, *(TEXTS[month] for month in months))


async def test_the_groups_records_lie_side_by_side_in_the_order_of_their_months(site: Site) -> None:
    group, ids = await a_group(site, *MONTHS)
    status, page = await see(site, "/records")
    assert status == 200 and page.count("<svg") == 5
    at = [page.index(f'">{month} 2026</a></th>') for month in ("Sept", "Nov", "Dec")]
    assert at == sorted(at) and "in no order of time" not in page
    assert "Counts under five, and who spoke" in page and ">under 5<" in page
    assert {page.count(f'href="/records/{one}"') for one in ids} == {
        1 + page.count('<details class="numbers')
    }
    assert group.name in page and page.count('type="checkbox"') == 3 and page.count('class="take"') == 5
    _, own = await see(site, f"/groups/{group.group}")
    assert f"/records?group={group.group}" in own


async def test_fewer_than_two_are_said_to_be_too_few(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    status, page = await see(site, f"/records?group={group.group}")
    assert status == 200 and "fewer than two records" in page and "<svg" not in page
    assert f"/records/{one}" in page


async def test_who_keeps_nothing_together_is_told_how_one_would(site: Site) -> None:
    await come(site)
    group = await made(site)
    await keep(site, None, TEXTS["2026-11"])
    status, page = await see(site, "/records")
    assert status == 200 and "It is chosen when a meeting is opened" in page
    assert (await see(site, f"/records?group={group.group}"))[0] == 404
    assert "/records" not in (await see(site, f"/groups/{group.group}"))[1]


async def test_of_several_groups_one_is_chosen(site: Site) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    other = await made(site, name="Fridays")
    await keep(site, other, TEXTS["2026-09"])
    _, page = await see(site, "/records")
    assert all(f"/records?group={one.group}" in page for one in (group, other)) and "<svg" not in page
    assert "September" not in (await see(site, f"/records?group={group.group}"))[1]


async def test_one_record_is_drawn_with_its_tables(site: Site) -> None:
    _, (one,) = await a_group(site, "2026-11")
    status, page = await see(site, f"/records/{one}")
    assert status == 200 and "A session of November 2026" in page
    assert page.count("<svg") == page.count('class="take"') == 8, (
        "what leaders did is not drawn: nobody noted it"
    )
    assert page.count('scope="rowgroup"') == 4, "each group of sums has a heading"
    assert page.count("<tbody") == 9 + 4 and page.count('type="button" data-making="Being made…"') == 8
    assert "those who were there could see this very page" in page
    assert all(cell in page for cell in ("25:00", "7:20", "89%"))


@pytest.mark.parametrize("language", languages())
async def test_every_word_is_there_in_every_language(site: Site, language: str) -> None:
    _, (one, *_) = await a_group(site, "2026-11", "2026-12")
    for path in (f"/records/{one}", "/records"):
        _, page = await see(site, f"{path}?lang={language}")
        assert [word for word in (">records-", ">compare-", ">figure-", ">page-") if word in page] == []


async def test_nobody_else_sees_that_there_is_one(site: Site) -> None:
    group, (one,) = await a_group(site, "2026-11")
    (apart,) = await keep(site, None, TEXTS["2026-12"])
    assert (await see(site, f"/records/{apart}"))[0] == 404, "it is no group's"
    await come(site, "eve@example.org", "Eve")
    nobodys = await see(site, "/records/" + "0" * 16)
    assert nobodys[0] == 404
    assert await see(site, f"/records/{one}") == nobodys
    assert (await see(site, f"/records?group={group.group}"))[0] == 404
    for path in ("away", "figures/course"):
        assert (await send(site, f"/records/{one}/{path}", {"as": "json"}))[0] == 404
    for path in ("apart", "records/away", "records/figures/plans"):
        assert (await send(site, f"/groups/{group.group}/{path}", {"all": "yes"}))[0] == 404
    assert await site.house.store.released.audit() == []
    site.forget()
    async with site.client.get(f"/records/{one}", allow_redirects=False) as answer:
        assert (answer.status, answer.headers["Location"]) == (303, "/sign-in")


async def test_what_waits_to_be_refused_is_not_shown_yet(site: Site) -> None:
    await come(site)
    group = await made(site)
    store = site.house.store
    await store.create_session("w", "form", 1.0, 0.0, keeping="aggregate", together=group.group)
    await store.end_session("w", (), TEXTS["2026-11"], 500.0)
    _, page = await see(site, "/records")
    assert "November" not in page and "twenty hours" in page


async def test_it_is_taken_away_and_that_is_noted_without_a_name(site: Site) -> None:
    leader = await come(site)
    (one,) = await keep(site, await made(site), SEATS)
    path = f"/records/{one}/away"
    for as_, kind in (("json", "application/json"), ("csv", "text/csv"), ("zip", "application/zip")):
        async with site.client.post(
            path, data={"as": as_}, headers={"Sec-Fetch-Site": "same-origin"}
        ) as answer:
            content = await answer.read()
            assert (answer.status, answer.content_type) == (200, kind)
            assert answer.headers["Content-Disposition"] == f'attachment; filename="record-{one}.{as_}"'
        if as_ == "json":
            assert content == SEATS
        elif as_ == "csv":
            assert content.decode().splitlines()[1].startswith(one)
    assert f"records/{one}.eaf" in zipfile.ZipFile(io.BytesIO(content)).namelist()
    lines = [json.loads(line.text) for line in await site.house.store.released.audit()]
    noted = site.house.store.leaders.noted_as(leader.leader)
    assert noted != leader.leader, "nothing in the log leads from a record to its group"
    assert [(line["who"], line["act"], line["as"]) for line in lines] == [
        (noted, "exported", as_) for as_ in ("json", "csv", "zip")
    ]
    assert await records_of(site.house.store) == [[one]] * 3
    assert {line["day"] for line in lines} == {day_of(NOW)}


async def test_a_figure_alone_is_an_svg_in_the_colours_of_paper(site: Site) -> None:
    leader = await come(site)
    (one,) = await keep(site, await made(site), SEATS)
    status, svg = await send(site, f"/records/{one}/figures/timeline", {"as": "png"})
    assert status == 200 and ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert "dark" not in svg.replace("light dark", "") and "--paper: #fff" in svg
    assert (await send(site, f"/records/{one}/figures/shares_of", {}))[0] == 404
    (line,) = await site.house.store.released.audit()
    noted = site.house.store.leaders.noted_as(leader.leader)
    assert (json.loads(line.text)["who"], json.loads(line.text)["as"]) == (noted, "png")


async def zipped(site: Site, group: Group, **fields: str) -> list[str]:
    """The records in the ZIP that is answered."""
    path, own = f"/groups/{group.group}/records/away", {"Sec-Fetch-Site": "same-origin"}
    async with site.client.post(path, data=fields, headers=own) as answer:
        content = await answer.read()
        assert (answer.status, answer.content_type) == (200, "application/zip"), content[:300]
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert "codebook.md" in names and "phases.csv" in names
    return sorted(name[8:-5] for name in names if name.startswith("records/") and name.endswith(".json"))


async def test_several_are_taken_away_in_one_zip_those_that_are_ticked_or_all_and_noted(site: Site) -> None:
    leader = await come(site)
    group = await made(site)
    ids = await keep(site, group, *TEXTS.values())
    other = await made(site, name="Fridays")
    (foreign,) = await keep(site, other, SEATS)
    await keep(site, group, b'{"month": "2026-10"}')
    two = {f"record-{one}": "yes" for one in ids[:2]}
    assert await zipped(site, group, **two, **{f"record-{foreign}": "yes"}) == ids[:2], "of this group alone"
    assert await zipped(site, group, all="yes") == ids, "but for one that is damaged"
    lines = [json.loads(line.text) for line in await site.house.store.released.audit()]
    noted = site.house.store.leaders.noted_as(leader.leader)
    assert [(line["who"], line["as"]) for line in lines] == [(noted, "zip")] * 2
    assert await records_of(site.house.store) == [ids[:2], ids]
    status, page = await send(site, f"/groups/{group.group}/records/away", {})
    assert status == 400 and "No session is chosen" in page and page.count("<svg") == 5
    assert len(await site.house.store.released.audit()) == 2


async def test_a_figure_of_them_all_is_an_svg_and_noted_of_each(site: Site) -> None:
    group, ids = await a_group(site, *MONTHS)
    path = f"/groups/{group.group}/records/figures"
    status, svg = await send(site, f"{path}/plans", {"as": "png"})
    assert status == 200 and ET.fromstring(svg).tag == "{http://www.w3.org/2000/svg}svg"
    assert (await send(site, f"{path}/course", {}))[0] == 404
    assert (await send(site, f"{path}/plans", {"as": "exe"}))[0] == 400
    (line,) = [json.loads(line.text) for line in await site.house.store.released.audit()]
    assert line["as"] == "png" and await records_of(site.house.store) == [ids]


async def test_what_is_no_format_is_refused_and_not_noted(site: Site) -> None:
    _, (one,) = await a_group(site, "2026-11")
    assert (await send(site, f"/records/{one}/away", {"as": "exe"}))[0] == 400
    assert (await send(site, f"/records/{one}/figures/course", {"as": "exe"}))[0] == 400
    assert await site.house.store.released.audit() == []


async def test_what_cannot_be_made_is_said_and_not_noted(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    _, (one,) = await a_group(site, "2026-11")
    fails = "import sys; sys.stderr.write('NotInstalled'); sys.exit(1)"
    monkeypatch.setattr("server.record.elsewhere.command", lambda _: ("python3", "-c", fails))
    (group,) = await site.house.store.groups()
    for path in (f"/records/{one}/away", f"/groups/{group.group}/records/away"):
        status, page = await send(site, path, {"as": "zip", "all": "yes"})
        assert status == 503 and "It could not be made just now" in page and one in page
    assert await site.house.store.released.audit() == []


async def test_what_a_zip_will_not_have_is_said_before_it_is_asked_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, (one, _) = await a_group(site, "2026-11", "2026-12")
    for path in (f"/records/{one}", f"/records?group={group.group}"):
        assert "every format but" not in (await see(site, path))[1]
        with monkeypatch.context() as lacking:
            lacking.setitem(sys.modules, "pyarrow", None)
            assert "every format but Parquet:" in (await see(site, path))[1]


async def test_a_damaged_record_keeps_the_others_from_nobody(site: Site) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    (broken,) = await keep(site, group, b'{"month": "2026-10"}')
    status, page = await see(site, "/records")
    assert status == 200 and "One record is damaged" in page and page.count("<svg") == 5
    status, page = await see(site, f"/records/{broken}")
    assert status == 500 and "This record is damaged" in page
    assert f'<a href="/records?group={group.group}">All records of this group</a>' in page, (
        "no page is an end"
    )
    assert (await send(site, f"/records/{broken}/away", {"as": "csv"}))[0] == 500


async def test_a_record_of_a_newer_version_is_not_called_damaged(site: Site) -> None:
    group, _ = await a_group(site, "2026-11", "2026-12")
    (newer,) = await keep(site, group, b'{"version": 99, "month": "2026-10"}')
    status, page = await see(site, "/records")
    assert status == 200 and "One record was made by a newer version" in page and "damaged" not in page
    status, page = await see(site, f"/records/{newer}")
    assert status == 500 and "This record is of a newer version" in page and "destroy" not in page


async def test_kept_apart_from_now_on_they_lead_nowhere(site: Site) -> None:
    group, ids = await a_group(site, "2026-11", "2026-12")
    assert await send(site, f"/groups/{group.group}/apart", {}) == (303, f"/groups/{group.group}")
    assert [(await see(site, f"/records/{one}"))[0] for one in ids] == [404, 404]
    assert sorted(await site.house.store.records()) == ids


async def test_a_session_is_found_again_in_the_list_by_its_letter_also_beside_one_other(site: Site) -> None:
    group, ids = await a_group(site, "2026-11", "2026-11", "2026-11")
    first, _, last = sorted(ids)
    _, page = await see(site, f"/records?group={group.group}&record-{first}=yes&record-{last}=yes")
    assert [page.count(f">November 2026 {letter}: ") for letter in "abc"] == [1, 1, 1]
    for letter, told in (("a", True), ("b", False), ("c", True)):
        assert (f">Nov {letter}<" in page, f">Nov 2026 {letter}<" in page) == (told, told), letter
