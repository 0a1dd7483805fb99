"""Days, times and places are told as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from server.by_locale import day, day_and_time, month, short_day_and_time, size
from server.groups.written import time_zones

MEETING = datetime(2026, 11, 3, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "zone", "told"),
    [
        ("en", "Europe/Vienna", "Tuesday, 3 November 2026, 19:30 (Vienna)"),
        ("fr", "Europe/Vienna", "mardi 3 novembre 2026, 19:30 (Vienne)"),
        ("de", "Europe/Vienna", "Dienstag, 3. November 2026, 19:30 (Wien)"),
        ("de", "America/Argentina/Buenos_Aires", "Dienstag, 3. November 2026, 15:30 (Buenos Aires)"),
        ("de", "UTC", "Dienstag, 3. November 2026, 18:30 (UTC)"),
    ],
)
def test_a_meeting_is_told_with_its_day_and_the_place_whose_clock_counts(
    language: str, zone: str, told: str
) -> None:
    assert day_and_time(MEETING.astimezone(ZoneInfo(zone)), language) == told


@pytest.mark.parametrize(
    ("language", "first", "third"),
    [
        (
            "en",
            "1 October 2026; Thursday, 1 October 2026, 20:30 (Vienna); 1 Oct 2026, 20:30",
            "3 Nov 2026, 19:30",
        ),
        (
            "fr",
            "1er octobre 2026; jeudi 1er octobre 2026, 20:30 (Vienne); 1er oct. 2026, 20:30",
            "3 nov. 2026, 19:30",
        ),
        (
            "de",
            "1. Oktober 2026; Donnerstag, 1. Oktober 2026, 20:30 (Wien); 1. Okt. 2026, 20:30",
            "3. Nov. 2026, 19:30",
        ),
    ],
)
def test_the_first_of_a_month_and_short_days_are_told_as_the_language_writes_them(
    language: str, first: str, third: str
) -> None:
    when = datetime(2026, 10, 1, 18, 30, tzinfo=UTC).astimezone(ZoneInfo("Europe/Vienna"))
    said = day(when, language), day_and_time(when, language), short_day_and_time(when, language)
    assert "; ".join(said) == first
    assert short_day_and_time(MEETING.astimezone(when.tzinfo), language) == third


@pytest.mark.parametrize(
    ("language", "told"), [("en", "November 2026"), ("fr", "novembre 2026"), ("de", "November 2026")]
)
def test_a_month_is_told_by_its_name(language: str, told: str) -> None:
    assert month("2026-11", language) == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "29 November 2026, 0.2\u00a0MB, 83.4\u00a0GB"),
        ("fr", "29 novembre 2026, 0,2\u202fMo, 83,4\u202fGo"),
        ("de", "29. November 2026, 0,2\u00a0MB, 83,4\u00a0GB"),
    ],
)
def test_a_day_and_sizes_are_told_as_the_language_writes_them(language: str, told: str) -> None:
    said = day(date(2026, 11, 29), language), size(176_128, language), size(83.4e9, language)
    assert ", ".join(said) == told


def test_every_place_that_may_be_chosen_has_a_name() -> None:
    told = [day_and_time(MEETING.astimezone(ZoneInfo(zone)), "de") for zone in time_zones()]
    assert [one for one in told if "()" in one or "/" in one] == []
