"""A group that meets monthly for a year, on a whole server, in seconds: planned by its rhythm, told by letters and
calendars, met, certified, and forgotten on schedule.

The summer time begins and ends, on the reader's side of the ocean on other days; one meeting is cancelled, one moved
twice; one member leaves, one joins, one's letter comes back. In browsers it is test_year.py of tests/browser.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from server.app import Server
from server.groups.reports import read
from server.record.schema import from_json
from server.settings import Settings
from tests.letter_box import LetterBox
from tests.server.a_group import Clock, Leading, One, left, served
from tests.server.canaries import found
from tests.server.groups.test_reports import report

PARIS = "Europe/Paris"
MINUTE_S, HOUR_S, DAY_S = 60.0, 3600.0, 86_400.0
MINUTES, IN_QUARTERS = 57, 60
"""As a certificate has them, and a leader's list of hours."""
RECORDS_MONTHS = 2
ZONES = {"Annabella": PARIS, "Carlotta": "America/New_York", "Danubius": PARIS, "Fridolina": "Asia/Tokyo",
         "Evangelia": "Europe/Athens"}  # fmt: skip
FOUNDERS = ("Annabella", "Carlotta", "Danubius", "Fridolina")
DAYS = [
    "01-05",
    "02-02",
    "03-02",
    "04-06",
    "05-04",
    "06-01",
    "07-06",
    "08-03",
    "09-07",
    "10-05",
    "11-02",
    "12-07",
]
"""The first Tuesdays of 2027."""
OFF, MOVED, LEFT_AFTER, JOINED, CAME_BACK, SAID_NO = 4, 6, 3, 5, 8, 2
"""Which of them, counted from 0."""
HELD = [day if number != MOVED else "07-15" for number, day in enumerate(DAYS) if number != OFF]


def address_of(name: str) -> str:
    return f"{name.lower()}@example.org"


@dataclass
class Year:
    server: Server
    clock: Clock
    box: LetterBox
    anna: Leading
    people: dict[str, One]
    group: str = ""
    address: dict[str, str] = field(default_factory=lambda: {name: address_of(name) for name in ZONES})
    presented: Counter[str] = field(default_factory=Counter)
    met: list[str] = field(default_factory=list)
    """The days."""

    @property
    def path(self) -> str:
        return f"/groups/{self.group}"

    def post_comes(self) -> dict[str, list[str]]:
        """Everybody reads what has come for them: the subjects."""
        subjects: dict[str, list[str]] = {}
        whose = {address: name for name, address in self.address.items()}
        for letter in self.box.letters:
            name = whose[str(letter["To"])]
            self.people[name].reads(letter)
            subjects.setdefault(name, []).append(str(letter["Subject"]))
        self.box.letters.clear()
        return subjects

    async def found_group(self) -> None:
        await self.server.house.store.leaders.add(address_of("Annabella"), "Annabella")
        await self.anna.sign_in()
        listed = {f"name_{number}": name for number, name in enumerate(FOUNDERS)}
        listed |= {f"address_{number}": address_of(name) for number, name in enumerate(FOUNDERS)}
        to = await self.anna.write(
            "/groups/new",
            name="Tuesdays",
            time_zone=PARIS,
            kind="months",
            nth="1",
            weekday="1",
            at="19:30",
            **listed,
        )
        self.group = to.removeprefix("/groups/").partition("?")[0]

    async def plan(self) -> None:
        """Twelve, by one press: one letter to each, with a file for each date."""
        page = await self.anna.see(f"{self.path}/series?count=12")
        (shown,) = re.findall(r'name="shown" value="([\d,]+)"', page)
        on = {f"on-{key}": "1" for key in shown.split(",")}
        await self.anna.press(f"{self.path}/series", count="12", shown=shown, invite="1", **on)
        assert self.post_comes() == {name: ["Tuesdays: 12 meetings are planned"] for name in FOUNDERS}
        for name in FOUNDERS:
            assert self.people[name].diary.times(PARIS) == [f"{day} 19:30" for day in DAYS]
        athens = self.people["Carlotta"].diary.times("Europe/Athens")
        assert {time.partition(" ")[2] for time in athens} == {"20:30"}, "both change their clocks on one day"
        newark = self.people["Carlotta"].diary.times("America/New_York")
        assert {"11-02 14:30"} == {time for time in newark if not time.endswith("13:30")}, "and there later"

    async def next_meeting(self) -> tuple[str, float]:
        """Its path, and when it begins."""
        planned = await self.server.house.store.meetings.of(self.group)
        first = next(one for one in planned if not one.cancelled)
        return f"{self.path}/meetings/{first.meeting}", first.starts_at

    async def reminded(self, starts_at: float) -> dict[str, list[str]]:
        """A day before, each has a letter in their own time, by a link that is new."""
        self.clock.to(starts_at - DAY_S)
        before = {name: one.token for name, one in self.people.items()}
        await self.anna.minute_passes()
        reminders = self.post_comes()
        for name, (subject,) in reminders.items():
            known = bool(self.people[name].was_there)  # since they came in
            there = datetime.fromtimestamp(starts_at, UTC).astimezone(
                ZoneInfo(ZONES[name] if known else PARIS)
            )
            assert subject.startswith("Tuesdays: reminder, ") and f"{there:%-d %B %Y, %H:%M} (" in subject
            assert self.people[name].token != before[name]
        return reminders

    async def hold(self, path: str, starts_at: float, presenter: str, there: list[str]) -> str:
        """The meeting, from its opening to its end; the session."""
        self.clock.to(starts_at - 10 * MINUTE_S)
        await self.anna.minute_passes()
        await self.anna.sign_in()
        to = await self.anna.press(f"{path}/open", keep="aggregate", together="yes")
        leader, presents = self.people["Annabella"], self.people[presenter]
        leader.token = to.removeprefix("/join#")
        for name in there:
            await self.people[name].come_in()
        (session,) = [row.session for row in await self.server.house.store.sessions()]
        assert set((await self.server.house.store.names(session)).values()) == set(there)
        try:
            await leader.connect()
            await presents.connect()
            for name in there:
                self.server.house._on_link(session, self.people[name].seat, True)
                if name != "Annabella":
                    await leader.do("admit", seat=self.people[name].seat)
            self.clock.to(starts_at)
            await leader.do("begin")
            await leader.do("advance", about=1)
            await presents.do("offer_case", about=1)
            await leader.do("choose_presenter", about=1, seat=presents.seat)
            await leader.do("advance", about=2)
            self.clock.to(starts_at + MINUTES * MINUTE_S)
            await leader.do("end")
        finally:
            await leader.disconnect()
            await presents.disconnect()
        self.presented[presenter] += 1
        self.met.append(HELD[len(self.met)])
        for name in there:
            self.people[name].was_there.append(self.met[-1])
        return session


@pytest.fixture
async def year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Year]:
    clock = Clock(datetime(2027, 1, 2, 12, tzinfo=UTC))
    async with LetterBox() as box:
        settings = Settings(
            data_dir=tmp_path, port=0, media_port=0, records_months=RECORDS_MONTHS, **box.settings
        )
        async with (
            served(clock, settings, monkeypatch) as server,
            Leading(server, box, address_of("Annabella")) as anna,
        ):
            people = {name: One(server.url, name, zone) for name, zone in ZONES.items()}
            yield Year(server, clock, box, anna, people)


async def test_a_group_that_meets_monthly_for_a_year(year: Year) -> None:
    await year.found_group()
    await year.plan()
    there = list(FOUNDERS)
    for number in range(len(DAYS)):
        if number == JOINED:
            there.append(await joins(year))
        if number == OFF:
            await cancelled(year, there)
            continue
        if number == MOVED:
            await moved(year, there)
        path, starts_at = await year.next_meeting()
        reminders = await year.reminded(starts_at)
        assert sorted(reminders) == sorted(there)
        if number == CAME_BACK:
            await comes_back(year, path)
        presenter = there[1:][number % (len(there) - 1)]
        before = {name: year.people[name].token for name in there}
        session = await year.hold(path, starts_at, presenter, there)
        await nothing_is_left_of(year, session, {*before, *before.values()})
        await has_certificates(year, presenter)
        if number == SAID_NO:
            await says_no(year, presenter)
        if number + 1 < len(DAYS):
            assert await year.people[presenter].refused(before[presenter]) == "earlier_link"
            await asks_for_a_link(year, presenter)
        year.clock.to(starts_at + 2 * DAY_S)
        await year.anna.minute_passes()
        await keeps_records_of_the_last_months(year)
        if number == LEFT_AFTER:
            await leaves(year, "Danubius")
            there.remove("Danubius")
    await at_the_end(year, there)


async def joins(year: Year) -> str:
    """Evangelia has one letter that holds what is to come, and nobody else has any."""
    await year.anna.sign_in()
    rows = await year.anna.rows(year.path)
    await year.anna.write(
        year.path, **{f"name_{len(rows)}": "Evangelia", f"address_{len(rows)}": year.address["Evangelia"]}
    )
    await year.anna.press(f"{year.path}/series", count="12", invite="1")
    assert year.post_comes() == {"Evangelia": [f"Tuesdays: {len(DAYS) - JOINED} meetings are planned"]}
    return "Evangelia"


async def cancelled(year: Year, there: list[str]) -> None:
    """It goes from every calendar; a link to it offers one to the next."""
    path, starts_at = await year.next_meeting()
    year.clock.to(starts_at - 5 * DAY_S)
    await year.anna.sign_in()
    await year.anna.press(f"{path}/cancel")
    assert all("cancelled" in subject for (subject,) in year.post_comes().values())
    assert [year.people[name].diary.cancelled for name in there] == [1] * len(there)
    codes = {name: await year.people[name].refused(year.people[name].token) for name in there}
    (had_one,) = [name for name, code in codes.items() if code == "meeting_cancelled"]
    await asks_for_a_link(year, had_one)


async def moved(year: Year, there: list[str]) -> None:
    """Twice: the second counts, whichever a calendar reads first."""
    path, starts_at = await year.next_meeting()
    year.clock.to(starts_at - 20 * DAY_S)
    await year.anna.sign_in()
    for day in ("2027-07-13", "2027-07-15"):
        await year.anna.press(f"{path}/move", day=day, at="20:15")
    subjects = year.post_comes()
    assert sorted(subjects) == sorted(there)
    assert subjects["Carlotta"][1] == "Tuesdays: moved to Thursday, 15 July 2027, 14:15 (New York)"
    for name in there:
        diary = year.people[name].diary
        assert diary.moved == 2 and "07-15 20:15" in diary.times(PARIS), name


async def comes_back(year: Year, path: str) -> None:
    """Fridolina's reminder: the leader sees it, and writes to her new address."""
    (letter,) = year.people["Fridolina"].letters[-1:]
    said = read(report("failed", "5.1.1", letter.as_bytes()))
    assert said.why is not None and await year.server.house.store.returned.note(said.word, said.why)
    await year.anna.sign_in()
    assert "there is no such address" in await year.anna.see(path)
    rows = await year.anna.rows(year.path)
    year.address["Fridolina"] = "fridolina@example.net"
    await year.anna.write(year.path, **{f"address_{rows.index('Fridolina')}": year.address["Fridolina"]})
    group = await year.server.house.store.group(year.group)
    assert group is not None
    (whose,) = [one.member for one in group.members if one.name == "Fridolina"]
    await year.anna.press(f"{path}/invite", member=whose)
    assert list(year.post_comes()) == ["Fridolina"]
    assert "there is no such address" not in await year.anna.see(path)


async def nothing_is_left_of(year: Year, session: str, said: set[str]) -> None:
    """No name can be read, and neither a name nor a link is anywhere on the disk."""
    store = year.server.house.store
    assert await store.names(session) == {} and await store.sessions() == []
    assert found(said, left(year.server.settings.data_dir)) == set()


async def has_certificates(year: Year, name: str) -> None:
    """Of this month and of the one before, and of none that is older."""
    await year.server.house.let_go()
    one, now = year.people[name], datetime.fromtimestamp(year.clock.time(), UTC)
    kept = [day for day in one.was_there if now.month - int(day[:2]) <= 1]
    _, page = await one.get("/certificate")
    several = re.findall(r'href="(/certificate/[0-9a-f]{16})"', page)
    assert len(several) == (len(kept) if len(kept) > 1 else 0), (name, kept)
    newest = (await one.get(several[0]))[1] if several else page
    assert f"{MINUTES} minutes" in newest and f"{int(kept[-1][3:])} {now:%B} 2027" in newest


async def says_no(year: Year, name: str) -> None:
    assert (await year.people[name].get("/record"))[0] == 200
    assert await year.people[name].press("/record/veto") == (303, "/record")
    assert (await year.people[name].get("/record"))[0] == 200, "nobody can tell when it was said"


async def keeps_records_of_the_last_months(year: Year) -> None:
    now = datetime.fromtimestamp(year.clock.time(), UTC).month
    months = [int(day[:2]) for day in year.met if day != HELD[SAID_NO]]
    records = await year.server.house.store.records()
    kept = sorted(from_json(text).month for text in records.values())
    assert kept == [f"2027-{month:02}" for month in months if now - month <= RECORDS_MONTHS]


async def asks_for_a_link(year: Year, name: str) -> None:
    """In place of the one they have: it goes to their address, and leads to the next meeting."""
    one, old = year.people[name], year.people[name].token
    assert (await one.post("/api/fresh", {"token": old})) == (200, {"coming": True})
    await year.anna.sent()
    assert list(year.post_comes()) == [name]
    assert one.token != old and await one.refused(one.token) == "not_open_yet"


async def leaves(year: Year, name: str) -> None:
    """By a page of their own, and out of their calendar; the leader reads that somebody has left."""
    await asks_for_a_link(year, name)
    one = year.people[name]
    status, page = await one.press("/mine", token=one.token)
    assert (
        status == 200
        and one.name in page
        and f"Cases presented so far</th><td>{year.presented[name]}<" in page
    )
    assert (await one.press("/mine/leave", token=one.token))[0] == 200
    assert await one.refused(one.token) == "ended_link"
    await year.anna.sent()
    assert list(year.post_comes()) == [name]
    assert all(at.timestamp() < year.clock.time() for _, at in one.diary.entries.values()), "none to come"
    await year.anna.sign_in()
    assert "One person has left this group" in await year.anna.see(year.path)
    del year.presented[name]


async def at_the_end(year: Year, there: list[str]) -> None:
    times = [f"{day} 20:15" if day == "07-15" else f"{day} 19:30" for day in HELD]
    for name in there:
        since = len(times) - len(year.people[name].was_there)
        assert year.people[name].diary.times(PARIS) == times[since:], name
    group = await year.server.house.store.group(year.group)
    assert group is not None
    assert {one.name: one.presented for one in group.members if one.presented} == dict(year.presented)
    rows = list(csv.reader(io.StringIO((await year.anna.see("/hours.csv")).removeprefix("\ufeff"))))[1:]
    assert [row[:5] for row in rows] == [
        [f"2027-{time[:5]}", time[6:], PARIS, str(IN_QUARTERS), "leader"] for time in times
    ]
    year.clock.to(year.clock.time() + 15 * 31 * DAY_S)
    await year.anna.minute_passes()
    store = year.server.house.store
    assert (await store.records(), await store.sessions()) == ({}, [])
    await year.anna.sign_in()
    assert "Nothing yet" in await year.anna.see("/hours"), "a leader's hours have their time, too"
    await year.anna.press(f"{year.path}/remove")
    assert await store.groups() == [] and year.box.letters == []
    assert found([*ZONES, *year.address.values()], left(year.server.settings.data_dir)) == set()
