"""A meeting from its plan to its room: invitations that calendars open, links that wait, mails that bounce."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from typing import Any

import pytest
from icalendar import Calendar

from facilitation.vocabulary import Stage
from server.groups.invitations import letter_of
from server.groups.letters import Letter
from server.pages import reminders, sign_in, telling
from server.store import Group, Listed, Planned
from tests.golden_file import is_as_kept
from tests.letter_box import LetterBox, plain_of
from tests.server.pages.conftest import Site
from tests.server.pages.test_groups import come, fresh, made, see, send, stored

DAY, AT = "1970-02-03", "19:30"
START = datetime(1970, 2, 3, 18, 30, tzinfo=UTC)


@pytest.fixture
async def mailed(open_site: Callable[..., Awaitable[Site]], box: LetterBox) -> AsyncIterator[Site]:
    """Anna has signed in; what she presses is done when `press` returns."""
    site = await open_site(**box.settings)
    site.house.stages = Everywhere()
    await come(site)
    yield site


class Everywhere(dict[str, str]):
    def get(self, session: str, default: Any = None) -> Any:
        return Stage.GATHERING.value


async def planned(site: Site, **typed: str) -> tuple[Group, str]:
    """A group with a meeting; the meeting's path."""
    group = await made(site, **({"kind": "months", "name_2": "Dan", "address_2": "dan@example.org"} | typed))
    status, path = await send(site, f"/groups/{group.group}/meetings", {"day": DAY, "at": AT})
    assert (status, path.startswith(f"/groups/{group.group}/meetings/")) == (303, True), path
    return group, path


async def press(site: Site, path: str, **fields: str) -> str:
    status, to = await send(site, path, fields)
    assert status == 303 and to != "/sign-in", to
    await sign_in.finish(site.client.app)  # type: ignore[arg-type]
    return to


async def the_plan(site: Site, group: Group) -> Planned:
    (plan,) = await site.house.store.meetings.of(group.group)
    return plan


def token_of(letter: EmailMessage) -> str:
    (token,) = re.findall(r"/join#(\S+)", plain_of(letter))
    return str(token)


def calendar_of(letter: EmailMessage) -> str:
    """The calendar's file, as it is in the mail."""
    (part,) = [one for one in letter.walk() if one.get_content_type() == "text/calendar"]
    file = str(part.get_content())
    assert f"METHOD:{part.get_param('method')}" in file
    return file


def entry_of(letter: EmailMessage) -> tuple[str, Any]:
    """The METHOD, and the event, as another's library reads them."""
    calendar = Calendar.from_ical(calendar_of(letter))
    (event,) = calendar.walk("VEVENT")
    return str(calendar["METHOD"]), event


async def enter(site: Site, token: str) -> tuple[int, dict[str, Any]]:
    site.forget()
    return await site.post("/api/enter", {"token": token})


async def test_everyone_is_invited_by_a_link_of_their_own_and_an_entry_in_utc(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    assert await press(mailed, f"{path}/invite") == path
    assert [letter["To"] for letter in box.letters] == [
        f"{name}@example.org" for name in ("anna", "carla", "dan")
    ]
    assert len({token_of(letter) for letter in box.letters}) == 3
    carla = box.letters[1]
    assert carla["Subject"] == "Tuesdays: Tuesday, 3 February 1970, 19:30 (Paris)"
    assert "Hello Carla," in plain_of(carla)
    method, event = entry_of(carla)
    assert (method, event["UID"], event["SEQUENCE"]) == (
        "REQUEST", f"{(await the_plan(mailed, group)).meeting}@restarea.example", 0,
    )  # fmt: skip
    assert (event.start, event.end - event.start) == (START, timedelta(minutes=57))
    assert (str(event["ATTENDEE"]), str(event["ORGANIZER"])) == (
        "mailto:carla@example.org", "mailto:groups@restarea.example",
    )  # fmt: skip
    assert token_of(carla) not in event.to_ical().decode(), "others see a calendar, too"
    page = (await see(mailed, path))[1]
    assert page.count("<p>sent</p>") == 3 and "data-under-way" not in page
    await press(mailed, f"{path}/invite")
    assert len(box.letters) == 3, "whom a mail has reached is not told twice"


@pytest.mark.parametrize(
    ("language", "subject", "greeting"),
    [
        ("fr", "Tuesdays\u00a0: mardi 3 février 1970, 19:30 (Paris)", "Bonjour Carla,"),
        ("de", "Tuesdays: Dienstag, 3. Februar 1970, 19:30 (Paris)", "Guten Tag Carla,"),
    ],
)
async def test_a_group_is_written_to_in_its_language(
    mailed: Site, box: LetterBox, language: str, subject: str, greeting: str
) -> None:
    _, path = await planned(mailed, language=language)
    await press(mailed, f"{path}/invite")
    assert box.letters[1]["Subject"] == subject
    assert greeting in plain_of(box.letters[1])


async def test_a_group_without_a_language_of_its_own_is_written_to_in_english(
    mailed: Site, box: LetterBox
) -> None:
    _, path = await planned(mailed)
    store = mailed.house.store
    (before,) = await store.groups()
    roster = [Listed(one.role, one.name, one.address, one.member) for one in before.members]
    terms = replace(before.terms, language="")
    await store.rewrite_group(before.group, before.revision, before.name, before.format, roster, terms)
    await press(mailed, f"{path}/invite")
    assert box.letters[1]["Subject"] == "Tuesdays: Tuesday, 3 February 1970, 19:30 (Paris)"


async def test_a_meeting_that_moves_and_is_cancelled_moves_in_calendars(mailed: Site, box: LetterBox) -> None:
    _, path = await planned(mailed, name_2="", address_2="")
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/move", day="1970-06-30", at="20:00")
    await press(mailed, f"{path}/cancel")
    told = [(letter["Subject"].partition(":")[2], *entry_of(letter)) for letter in box.letters[1::2]]
    uid = told[0][2]["UID"]
    moves = [
        (one, how, event["SEQUENCE"], str(event["STATUS"]), event.start.hour) for one, how, event in told
    ]
    assert moves == [
        (" Tuesday, 3 February 1970, 19:30 (Paris)", "REQUEST", 0, "CONFIRMED", 18),
        (" moved to Tuesday, 30 June 1970, 20:00 (Paris)", "REQUEST", 1, "CONFIRMED", 19),
        (" cancelled, Tuesday, 30 June 1970, 20:00 (Paris)", "CANCEL", 2, "CANCELLED", 19),
    ]  # fmt: skip
    assert {event["UID"] for _, _, event in told} == {uid}
    for letter, name in zip(box.letters[1::2], ("request", "update", "cancel"), strict=True):
        written = calendar_of(letter).replace(uid, "0123456789abcdef@restarea.example")
        is_as_kept(f"calendar/{name}.ics", written.replace("\r\n", "\n"))
    assert "/join#" not in plain_of(box.letters[-1])
    before, moved = (token_of(letter) for letter in box.letters[1:4:2])
    for token in (before, moved):
        assert (await enter(mailed, token))[1]["code"] == "meeting_cancelled"


async def test_a_link_says_when_it_will_be_and_leads_in_once_the_meeting_is_open(
    mailed: Site, box: LetterBox
) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    carla = token_of(box.letters[1])
    status, answer = await enter(mailed, carla)
    assert (status, answer["code"], answer["detail"]) == (409, "not_open_yet", "1970-02-03T18:30+00:00")
    await come(mailed)
    await press(mailed, f"{path}/move", day="1970-02-03", at="20:00")
    assert (await enter(mailed, carla))[1]["detail"] == "1970-02-03T19:00+00:00", "a moved link is good still"
    await come(mailed)
    status, page = await send(mailed, f"{path}/open", {})
    assert status == 409 and "From twelve hours before" in page, "nobody opens it weeks before by a slip"
    to = await on_the_day(mailed, path)
    status, answer = await enter(mailed, to.removeprefix("/join#"))
    assert (status, answer["role"], answer["name"], answer["group"]) == (200, "leader", "Anna", True)
    status, answer = await enter(mailed, carla)
    assert (status, answer["role"], answer["name"]) == (200, "member", "Carla")
    assert await mailed.house.store.meetings.of(group.group) == [], "of the plan nothing is left"
    await come_again(mailed)
    assert "A meeting of this group is open" in (await see(mailed, f"/groups/{group.group}"))[1]
    to = await press(mailed, f"/groups/{group.group}/desk")
    assert (await enter(mailed, to.removeprefix("/join#")))[1]["role"] == "leader"
    await come_again(mailed)
    assert await press(mailed, f"{path}/open") == f"/groups/{group.group}", "it is opened once"


async def test_a_scanner_that_opens_every_link_uses_nothing_up(mailed: Site, box: LetterBox) -> None:
    _, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await on_the_day(mailed, path)
    for letter in box.letters:
        for _ in range(3):
            async with mailed.client.get(f"/join#{token_of(letter)}") as answer:
                assert answer.status in (200, 503)
    for letter in box.letters:
        assert (await enter(mailed, token_of(letter)))[0] == 200


async def test_a_mail_that_bounces_is_shown_and_can_be_sent_again(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    box.refuses = {"carla@example.org": "550 no such user", "dan@example.org": "451 later"}
    await press(mailed, f"{path}/invite")
    page = (await see(mailed, path))[1]
    assert "there is no such address" in page and "could not be reached, or did not take it now" in page
    box.refuses = {}
    await press(mailed, f"{path}/invite")
    assert [letter["To"] for letter in box.letters[1:]] == ["carla@example.org", "dan@example.org"]
    assert set((await the_plan(mailed, group)).mails.values()) == {"sent"}


async def test_a_second_press_sees_what_the_first_has_done(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    assert [await press(mailed, f"{path}/cancel") for _ in range(2)] == [path, path]
    status, page = await send(mailed, f"{path}/move", {"day": "1970-02-04", "at": AT})
    assert status == 409 and 'value="1970-02-04"' not in page
    plan = await the_plan(mailed, group)
    assert plan.cancelled and plan.starts_at == START.timestamp() and box.letters == []


async def test_a_letter_that_cannot_be_written_keeps_no_other_back(
    mailed: Site, box: LetterBox, monkeypatch: pytest.MonkeyPatch
) -> None:
    group, path = await planned(mailed)

    def written(*asked: Any) -> Letter:
        if asked[2].name == "Carla":
            raise ValueError("a fault of ours")
        return letter_of(*asked)

    with monkeypatch.context() as broken:
        broken.setattr(telling, "letter_of", written)
        await press(mailed, f"{path}/invite")
    states = [(await the_plan(mailed, group)).mails[one.member] for one in group.members]
    assert states == ["sent", "later", "sent"] and len(box.letters) == 2
    await press(mailed, f"{path}/invite")
    assert [letter["To"] for letter in box.letters[2:]] == ["carla@example.org"]


async def test_a_new_link_takes_the_place_of_the_one_before(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await press(mailed, f"{path}/invite", member=group.members[1].member)
    old, new = token_of(box.letters[1]), token_of(box.letters[3])
    assert [letter["To"] for letter in box.letters[3:]] == ["carla@example.org"]
    assert (await enter(mailed, old))[1]["code"] == "earlier_link"
    assert (await enter(mailed, new))[1]["code"] == "not_open_yet"


async def test_whoever_is_taken_off_the_list_has_no_link_any_more(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    typed = await fresh(mailed, f"/groups/{group.group}", name_1="", address_1="")
    await press(mailed, f"/groups/{group.group}", **typed)
    carla, dan = token_of(box.letters[1]), token_of(box.letters[2])
    assert (await enter(mailed, carla))[1]["code"] == "ended_link"
    await on_the_day(mailed, path)
    assert (await enter(mailed, carla))[1]["code"] == "ended_link"
    assert (await enter(mailed, dan))[0] == 200


async def test_everyone_is_reminded_once_a_day_before(mailed: Site, box: LetterBox) -> None:
    await planned(mailed, name="Tuesdays")
    group, path = await planned(mailed, name="Wednesdays", name_2="", address_2="")
    await press(mailed, f"{path}/invite")
    app: Any = mailed.client.app
    for before_s, count in (
        (reminders.REMIND_S + 1, 2),
        (reminders.REMIND_S, 4),
        (reminders.REMIND_S - 60, 4),
        (60, 4),
    ):
        mailed.wall = START.timestamp() - before_s
        await reminders.remind(app)
        await sign_in.finish(app)
        assert len(box.letters) == count, before_s
    assert box.letters[-1]["Subject"] == "Wednesdays: reminder, Tuesday, 3 February 1970, 19:30 (Paris)"
    assert (await enter(mailed, token_of(box.letters[-1])))[1]["code"] == "not_open_yet"
    assert (await enter(mailed, token_of(box.letters[1])))[1]["code"] == "not_open_yet"
    mailed.wall = START.timestamp() + 24 * 3600 + 1
    await reminders.remind(app)
    assert await mailed.house.store.meetings.of(group.group) == [], (
        "what was not opened is forgotten a day later"
    )


async def test_a_meeting_of_tomorrow_reminds_nobody(mailed: Site, box: LetterBox) -> None:
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    _, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await reminders.remind(mailed.client.app)  # type: ignore[arg-type]
    await sign_in.finish(mailed.client.app)  # type: ignore[arg-type]
    assert len(box.letters) == 3


async def on_the_day(site: Site, path: str) -> str:
    """An hour before it begins, the leader opens it; where that leads."""
    site.wall = START.timestamp() - 3600
    await come_again(site)
    return await press(site, f"{path}/open")


async def come_again(site: Site) -> None:
    """Anna signs in at the time that it is now."""
    leaders = site.house.store.leaders
    leader = await leaders.by_address("anna@example.org")
    assert leader is not None
    await leaders.may_sign_in(leader.leader, "again", site.wall, site.wall + 60)
    cookie = await leaders.sign_in("again", site.wall, site.wall + 3600)
    site.client.session.cookie_jar.update_cookies({"restarea_leader": cookie or ""})


@pytest.mark.parametrize(
    "typed", [{"day": "", "at": AT}, {"day": DAY, "at": "x"}, {"day": "1969-01-01", "at": AT}, {}]
)
async def test_a_time_that_is_none_plans_and_moves_nothing(
    mailed: Site, box: LetterBox, typed: dict[str, str]
) -> None:
    group, path = await planned(mailed)
    to = await press(mailed, f"/groups/{group.group}/meetings", **typed)
    assert to.startswith(f"/groups/{group.group}?when=time&day={typed.get('day', '')}&")
    status, page = await send(mailed, f"{path}/move", typed)
    assert status == 400 and "no time that is still to come" in page
    assert (await the_plan(mailed, group)).starts_at == START.timestamp()


async def test_nobody_else_opens_moves_or_invites(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await come(mailed, "bela@example.org", "Bela")
    for what in ("", "/move", "/cancel", "/invite", "/open"):
        assert (await send(mailed, path + what, {}))[0] in (404, 405), what
    assert (await send(mailed, f"/groups/{group.group}/desk", {}))[0] == 404
    assert (await send(mailed, f"/groups/{group.group}/meetings", {"day": DAY, "at": AT}))[0] == 404
    plan = await the_plan(mailed, group)
    assert (plan.sequence, plan.mails, box.letters) == (0, {}, [])


@pytest.mark.parametrize(
    "name", ["<b>Carla</b>", "Carla, x\\;n", "\u202eCarla", "👩‍⚕️ Carla", "Zoë\r\nBcc: evil@example.org"]
)
async def test_no_name_breaks_a_mail_or_a_calendar(mailed: Site, box: LetterBox, name: str) -> None:
    group, path = await planned(mailed, name=name, name_1=name)
    kept = (await stored(mailed, group.group)).members[1].name
    await press(mailed, f"{path}/invite")
    assert [letter["To"] for letter in box.letters] == [
        f"{one}@example.org" for one in ("anna", "carla", "dan")
    ]
    assert box.letters[1]["Bcc"] is None and f"Hello {kept}," in plain_of(box.letters[1])
    assert str(entry_of(box.letters[1])[1]["SUMMARY"]) == kept
    page = box.letters[1].get_body(("html",))
    assert page is not None and "<b>" not in page.get_content()


async def test_mails_that_a_crash_left_on_their_way_can_be_sent_again(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    store = mailed.house.store
    await store.meetings.begin((await the_plan(mailed, group)).meeting, [group.members[1].member])
    page = (await see(mailed, path))[1]
    assert "on its way" in page and "data-under-way" in page, "it looks again by itself"
    await store.meetings.lose_mails()
    assert (await the_plan(mailed, group)).mails == {group.members[1].member: "unsure"}
    assert "it may or may not have arrived" in (await see(mailed, path))[1]


async def test_without_mail_a_meeting_can_be_opened_all_the_same(site: Site) -> None:
    site.house.stages = Everywhere()
    await come(site)
    _, path = await planned(site)
    page = (await see(site, path))[1]
    assert "No mail is set up" in page and "Invite by mail" not in page
    await press(site, f"{path}/invite")
    to = await on_the_day(site, path)
    assert (await enter(site, to.removeprefix("/join#")))[1]["role"] == "leader"


async def test_a_group_that_its_format_takes_no_more_is_said_so_before_it_opens(mailed: Site) -> None:
    group, path = await planned(mailed)
    await mailed.house.store.change_group(group.group, "nowhere", [])
    mailed.wall = START.timestamp() - 3600
    await come_again(mailed)
    status, page = await send(mailed, f"{path}/open", {})
    assert status == 409 and "not there any more" in page


async def test_of_a_group_that_is_removed_no_plan_and_no_link_is_left(mailed: Site, box: LetterBox) -> None:
    group, path = await planned(mailed)
    await press(mailed, f"{path}/invite")
    await mailed.house.store.forget_group(group.group)
    assert await mailed.house.store.meetings.of(group.group) == []
    assert (await enter(mailed, token_of(box.letters[1])))[1]["code"] == "ended_link"
