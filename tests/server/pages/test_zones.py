"""Letters tell the time on their reader's clock, where it is known: by the browser in which they came in."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from server.by_locale import in_full, place_of
from server.groups.invitations import starts
from server.groups.written import time_zones
from server.groups.zones import zone_of
from server.pages.join import ATTESTATION
from server.pages.language import languages
from server.store import Entry, Group, Reader
from tests.letter_box import LetterBox, entries_of, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, fresh, see, send
from tests.server.pages.test_meetings import enter, mailed, on_the_day, planned, press, the_plan, token_of

__all__ = ["mailed"]


async def invited(site: Site, box: LetterBox, group: Group, path: str) -> tuple[str, str]:
    """The subject and the sentence of Carla's letter."""
    await press(site, f"{path}/invite", member=group.members[1].member)
    letter = box.letters[-1]
    (said,) = [line for line in plain_of(letter).splitlines() if line.startswith("The group")]
    return letter["Subject"], said


@pytest.mark.parametrize(
    ("zone", "subject", "said"),
    [
        ("", "19:30 (Paris)", "Tuesday, 3 February 1970, 19:30 (Paris, Central European Standard Time)."),
        ("Europe/Madrid", "19:30 (Madrid)", "Tuesday, 3 February 1970, 19:30 (Madrid)."),
        (
            "America/New_York",
            "13:30 (New York)",
            "Tuesday, 3 February 1970, 13:30 (New York); on the group’s clock 19:30 (Paris).",
        ),
        (
            "Asia/Tokyo",
            "03:30 (Tokyo)",
            "Wednesday, 4 February 1970, 03:30 (Tokyo); on the group’s clock Tuesday, 3 February 1970, 19:30 (Paris).",
        ),
    ],
)
async def test_a_letter_tells_its_readers_time_and_the_groups_where_it_differs(
    mailed: Site, box: LetterBox, zone: str, subject: str, said: str
) -> None:
    group, path = await planned(mailed)
    if zone:
        store, carla = mailed.house.store, group.members[1].member
        await store.create_session("earlier", "form", 1.0, 0.0)
        await store.invite("t", "earlier", "member", 1, mailed.wall + 60, carla)
        cookie, person = await store.redeem("t", mailed.wall)
        await store.seat(person.person, 1, Entry(cookie, "Carla", 1, Reader(zone)))
        await store.end_session("earlier")
    title, sentence = await invited(mailed, box, group, path)
    assert title.endswith(subject)
    assert sentence == f"The group “Tuesdays” meets on {said}"


async def test_the_zone_is_that_of_the_browser_in_which_somebody_comes_in(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    carla = token_of(box.letters[1])
    await on_the_day(mailed, path)

    async def known() -> str:
        found = await mailed.house.store.persons.known("carla@example.org")
        assert found is not None
        return str(found["groups"][0]["time_zone"])

    for zone, kept in (
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Nowhere/At_all", "Asia/Tokyo"),
        ("../etc/passwd", "Asia/Tokyo"),
    ):
        assert (await enter(mailed, carla))[0] == 200
        assert await known() == ("" if zone == "Asia/Tokyo" else kept), (
            "a link that was only opened says nothing"
        )
        said = {"name": "Carla", "attests": ATTESTATION, "zone": zone}
        assert (await mailed.post("/api/name", said))[0] == 200
        assert await known() == kept
    mailed.forget()
    page = (await send(mailed, "/mine", {"token": carla}))[1]
    assert "Tokyo" in page and "Time zone that your browser told" in page
    await come(mailed)
    session = await mailed.house.store.meeting_of([group.members[1].member], mailed.wall)
    assert session is not None and (now := await mailed.house.store.group(group.group)) is not None
    assert now.members[1].zone == "", "the list knows it from the end on"
    await mailed.house.store.end_session(session)
    assert await known() == "Asia/Tokyo"


async def test_every_zone_has_words_in_every_language(mailed: Site) -> None:
    group, _ = await planned(mailed)
    at = starts(group, await the_plan(mailed, group))
    assert not any(map(zone_of, ("", "Mars/Olympus", "Europe", "../Europe/Paris", "/etc/passwd", "a" * 9000)))
    assert all(map(zone_of, time_zones()))
    for zone in ("Etc/GMT+3", "Asia/Kathmandu", "America/Argentina/Ushuaia", "UTC", "EST5EDT"):
        for language in languages():
            there = at.astimezone(ZoneInfo(zone))
            assert place_of(ZoneInfo(zone), language) and in_full(there, language).endswith(")")


async def test_a_letter_is_in_the_language_that_its_reader_chose_at_the_door(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed, language="fr")
    await press(mailed, f"{path}/invite")
    meeting = (await the_plan(mailed, group)).meeting
    carla, dan = (token_of(letter) for letter in box.letters[1:])
    for token, asked in ((carla, "?lang=de"), (dan, "")):
        mailed.forget()
        await see(mailed, f"/join{asked}")
        said = {"token": token, "meeting": meeting, "sequence": 0, "comes": True}
        assert (await mailed.post("/api/reply", said, Accept_Language="hu, en"))[0] == 200
    page = (await send(mailed, "/mine?lang=en", {"token": carla}))[1]
    assert "Language of letters to you</th><td>Deutsch<" in page
    box.letters.clear()
    await come(mailed)
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:00")
    greeted = [plain_of(letter).partition(",")[0] for letter in box.letters]
    assert greeted == ["Bonjour Anna", "Guten Tag Carla", "Bonjour Dan"], "what a browser likes is no choice"
    assert "Ihr Link steht" in str(entries_of(box.letters[1])[0][1]["DESCRIPTION"]), "and so is her calendar"
    await press(mailed, f"/groups/{group.group}", **await fresh(mailed, f"/groups/{group.group}"))
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:30")
    assert plain_of(box.letters[-2]).startswith("Guten Tag Carla"), (
        "a leader who saves the list loses nothing"
    )
    mailed.forget()
    await see(mailed, "/join?lang=de")
    await on_the_day(mailed, path)
    session = await mailed.house.store.meeting_of([group.members[2].member], mailed.wall)
    assert session is not None and (await enter(mailed, dan))[0] == 200
    await see(mailed, "/join?lang=de")
    assert (await mailed.give_name("Dan"))[0] == 200
    await mailed.house.store.end_session(session)
    now = await mailed.house.store.group(group.group)
    assert now is not None and [one.language for one in now.members] == ["", "de", "de"]
