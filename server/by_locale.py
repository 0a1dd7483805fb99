"""Dates, times, places and sizes as a language writes them. The only importer of babel."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from typing import Literal

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time, get_timezone_location, get_timezone_name
from babel.units import format_unit

WRITTEN_AS = {"en": "en_GB"}
"""A language whose name alone stands for a country's way of writing dates that is not meant here."""


def day_and_time(when: datetime, language: str) -> str:
    """With the day of the week, and the place whose clock it is: `Dienstag, 3. November 2026, 19:30 (Berlin)`."""
    return f"{_date(when, 'full', _locale(language))}, {time_and_place(when, language)}"


def in_full(when: datetime, language: str) -> str:
    """With the zone's own name, too: `Dienstag, 3. November 2026, 19:30 (Berlin, Mitteleuropäische Normalzeit)`."""
    locale = _locale(language)
    zone = get_timezone_name(when, "long", locale=locale)
    place = _place(when, locale)
    named = zone if place == "UTC" else f"{place}, {zone}"
    return f"{_date(when, 'full', locale)}, {format_time(when, 'short', locale=locale)} ({named})"


def time_and_place(when: datetime, language: str) -> str:
    """`19:30 (Berlin)`."""
    locale = _locale(language)
    return f"{format_time(when, 'short', locale=locale)} ({_place(when, locale)})"


def short_day_and_time(when: datetime, language: str) -> str:
    """For a table: `3. Nov. 2026, 19:30`."""
    locale = _locale(language)
    date_ = _first(when, format_skeleton("yMMMd", when, locale=locale), locale)
    return f"{date_}, {format_time(when, 'short', locale=locale)}"


def short_day_time_and_place(when: datetime, language: str) -> str:
    """`3. Nov. 2026, 19:30 (Berlin)`."""
    return f"{short_day_and_time(when, language)} ({_place(when, _locale(language))})"


def day(when: date, language: str) -> str:
    """`3. November 2026`."""
    return _date(when, "long", _locale(language))


def size(count: float, language: str) -> str:
    """So many bytes, as `1.2 MB`, `1,2 Mo`; no line ends within it."""
    unit = "gigabyte" if count >= 1e9 else "megabyte"
    value = round(count / (1e9 if count >= 1e9 else 1e6), 1)
    return str(format_unit(value, f"digital-{unit}", "short", locale=_locale(language))).replace(
        " ", "\u00a0"
    )


def month(year_and_month: str, language: str) -> str:
    """`2026-11` as `November 2026`."""
    return format_skeleton("yMMMM", date.fromisoformat(f"{year_and_month}-01"), locale=_locale(language))


def short_month(year_and_month: str, language: str) -> str:
    """`2026-11` as `Nov 2026`."""
    return format_skeleton("yMMM", date.fromisoformat(f"{year_and_month}-01"), locale=_locale(language))


def month_alone(number: int, language: str) -> str:
    """`11` as `Nov`."""
    return format_skeleton("MMM", date(2000, number, 1), locale=_locale(language))


def _date(when: date, length: Literal["full", "long"], locale: Locale) -> str:
    return _first(when, format_date(when, length, locale=locale), locale)


def _first(when: date, written: str, locale: Locale) -> str:
    """In French the first of a month alone is an ordinal: `1er novembre`; babel does not know it."""
    if locale.language != "fr" or when.day != 1:
        return written
    return re.sub(r"\b1(?=\s)", "1er", written, count=1)


def _locale(language: str) -> Locale:
    return Locale.parse(WRITTEN_AS.get(language, language))


def place_of(zone: tzinfo, language: str) -> str:
    """The city of a zone that has an IANA name."""
    return _place(datetime.now(zone), _locale(language))


def _place(when: datetime, locale: Locale) -> str:
    """The city of the zone, as IANA names zones by one: Vienna is Wien, and Vienne."""
    zone = str(when.tzinfo)
    if "/" not in zone:
        return zone
    return get_timezone_location(when.tzinfo, locale=locale, return_city=True).rpartition("/")[2]


def colon(language: str) -> str:
    """After a word: French sets it off by a space at which no line breaks."""
    return "\u00a0:" if language == "fr" else ":"
