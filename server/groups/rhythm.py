"""When a group meets: every so many weeks, or on the first Tuesday of each month. Dates are the group's own: half past
seven in the evening stays half past seven when the clocks change. Imports the standard library only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WEEKS_MOST = 12
LAST = -1


class RhythmError(ValueError):
    """What is stored, or was sent, is no rhythm."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Every `every` weeks from `first` on."""

    every: int
    first: date
    at: time


@dataclass(frozen=True, slots=True)
class Months:
    """On the `nth` (1 to 4, or `LAST`) `weekday` (0 is Monday) of every month."""

    nth: int
    weekday: int
    at: time


Rhythm = Weeks | Months


def write(rhythm: Rhythm) -> str:
    """In one line, such as `weeks 2 2026-12-01 19:30` and `months 1 1 19:30`."""
    at = rhythm.at.isoformat("minutes")
    if isinstance(rhythm, Weeks):
        return f"weeks {rhythm.every} {rhythm.first.isoformat()} {at}"
    return f"months {rhythm.nth} {rhythm.weekday} {at}"


def read(line: str) -> Rhythm:
    """Raises RhythmError."""
    try:
        match line.split():
            case ["weeks", every, first, at]:
                weeks = Weeks(int(every), date.fromisoformat(first), time.fromisoformat(at))
                rhythm: Rhythm = weeks
                sound = 1 <= weeks.every <= WEEKS_MOST
            case ["months", nth, weekday, at]:
                months = Months(int(nth), int(weekday), time.fromisoformat(at))
                rhythm = months
                sound = months.nth in (1, 2, 3, 4, LAST) and 0 <= months.weekday <= 6
            case _:
                sound = False
    except ValueError:
        sound = False
    # A time with seconds or a zone of its own would not be what is written again.
    if not sound or rhythm.at != time(rhythm.at.hour, rhythm.at.minute):
        raise RhythmError(line)
    return rhythm


def dates(rhythm: Rhythm, zone: ZoneInfo, after: datetime) -> Iterator[datetime]:
    """Meetings later than `after`, in order, in the group's zone. A time that the clocks leave out that night is as
    late after midnight as it would have been; of one that comes twice it is the first."""
    start = after.astimezone(zone).date() - timedelta(days=1)
    for day in _days(rhythm, start):
        meeting = datetime.combine(day, rhythm.at, zone).astimezone(UTC).astimezone(zone)
        if meeting > after:
            yield meeting


def _days(rhythm: Rhythm, start: date) -> Iterator[date]:
    """From `start` on, to the end of the calendar."""
    try:
        if isinstance(rhythm, Weeks):
            step = timedelta(weeks=rhythm.every)
            day = rhythm.first + max(0, -((rhythm.first - start) // step)) * step
            while True:
                yield day
                day += step
        year, month = start.year, start.month
        while True:
            if (day := _nth(rhythm.nth, rhythm.weekday, year, month)) >= start:
                yield day
            year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    except (OverflowError, ValueError):
        return


def _nth(nth: int, weekday: int, year: int, month: int) -> date:
    if nth == LAST:
        end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return end - timedelta(days=(end.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7, weeks=nth - 1)
