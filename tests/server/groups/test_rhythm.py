"""When groups meet: through months of any length, and when the clocks change."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.groups.rhythm import LAST, Months, Rhythm, RhythmError, Weeks, dates, read, write

PARIS, EVENING = ZoneInfo("Europe/Paris"), time(19, 30)
ZONES = st.sampled_from(["UTC", "Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"])
TIMES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
AFTER = st.integers(1_580_000_000, 2_840_000_000).map(lambda at: datetime.fromtimestamp(at, UTC))
RHYTHMS = st.builds(Weeks, st.integers(1, 12), DAYS, TIMES) | st.builds(
    Months, st.sampled_from([1, 2, 3, 4, LAST]), st.integers(0, 6), TIMES
)


def told(rhythm: Rhythm, after: str, count: int, zone: ZoneInfo = PARIS) -> list[str]:
    start = datetime.fromisoformat(after).replace(tzinfo=zone)
    return [f"{one:%Y-%m-%d %H:%M %z}" for one in islice(dates(rhythm, zone, start), count)]


def test_the_first_tuesday_of_each_month_through_a_year() -> None:
    assert told(Months(1, 1, EVENING), "2026-12-01T19:30", 5) == [
        "2027-01-05 19:30 +0100", "2027-02-02 19:30 +0100", "2027-03-02 19:30 +0100", "2027-04-06 19:30 +0200",
        "2027-05-04 19:30 +0200",
    ]  # fmt: skip
    assert told(Months(1, 1, EVENING), "2026-12-01T19:29", 1) == ["2026-12-01 19:30 +0100"]


def test_the_last_friday() -> None:
    assert [line[:10] for line in told(Months(LAST, 4, EVENING), "2026-11-01", 4)] == [
        "2026-11-27", "2026-12-25", "2027-01-29", "2027-02-26",
    ]  # fmt: skip


def test_every_two_weeks_stays_at_half_past_seven_when_the_clocks_change() -> None:
    assert told(Weeks(2, date(2026, 10, 13), EVENING), "2026-10-01", 3) == [
        "2026-10-13 19:30 +0200", "2026-10-27 19:30 +0100", "2026-11-10 19:30 +0100",
    ]  # fmt: skip
    assert told(Weeks(2, date(2026, 10, 13), EVENING), "2027-03-20", 2) == [
        "2027-03-30 19:30 +0200", "2027-04-13 19:30 +0200",
    ]  # fmt: skip


def test_a_time_that_the_clocks_leave_out_is_an_hour_later_and_one_that_comes_twice_is_the_first() -> None:
    assert told(Weeks(1, date(2027, 3, 28), time(2, 30)), "2027-03-27", 1) == ["2027-03-28 03:30 +0200"]
    assert told(Weeks(1, date(2026, 10, 25), time(2, 30)), "2026-10-24", 1) == ["2026-10-25 02:30 +0200"]


@given(RHYTHMS, ZONES, AFTER)
def test_meetings_come_in_order_on_the_right_day_and_none_is_left_out(
    rhythm: Rhythm, name: str, after: datetime
) -> None:
    zone = ZoneInfo(name)
    found = list(islice(dates(rhythm, zone, after), 4))
    assert found[0] > after and found == sorted(set(found))
    for meeting in found:
        assert meeting.time() == rhythm.at or meeting.utcoffset() != (meeting - timedelta(days=1)).utcoffset()
    days = [meeting.date() for meeting in found]
    if isinstance(rhythm, Weeks):
        assert all((day - rhythm.first).days % (7 * rhythm.every) == 0 for day in days)
        assert {(later - day).days for day, later in zip(days, days[1:], strict=False)} == {7 * rhythm.every}
        gap = found[0] - timedelta(weeks=rhythm.every)
        assert gap <= after + timedelta(hours=1) or days[0] == rhythm.first
    else:
        assert all(day.weekday() == rhythm.weekday for day in days)
        months = [day.year * 12 + day.month for day in days]
        assert months == list(range(months[0], months[0] + 4))
        for day in days:
            nth = (day.day - 1) // 7 + 1
            assert nth == rhythm.nth or (rhythm.nth == LAST and (day + timedelta(days=7)).month != day.month)


@given(RHYTHMS)
def test_what_is_written_is_read_as_it_was(rhythm: Rhythm) -> None:
    assert read(write(rhythm)) == rhythm


@pytest.mark.parametrize(
    "line",
    ["", "weeks", "weeks 0 2026-12-01 19:30", "weeks 13 2026-12-01 19:30", "weeks 2 2026-13-01 19:30",
     "weeks 2 2026-12-01 24:00", "weeks 2 2026-12-01 19:30:20", "weeks 2 2026-12-01 19:30+01:00",
     "months 5 1 19:30", "months 0 1 19:30", "months 1 7 19:30", "months 1 1", "years 1 1 19:30"],
)  # fmt: skip
def test_what_is_no_rhythm_is_refused(line: str) -> None:
    with pytest.raises(RhythmError):
        read(line)


def test_the_calendar_has_an_end() -> None:
    after = datetime(9999, 12, 1, tzinfo=UTC)
    assert len(list(dates(Months(1, 0, EVENING), ZoneInfo("UTC"), after))) == 1
    assert list(dates(Weeks(12, date(2026, 1, 5), EVENING), ZoneInfo("UTC"), after)) == []
