"""For how long a record waits for a no, and for how long released ones are kept, counted in whole months: nobody knows
the day of a session. Imports time."""

from __future__ import annotations

import time

VETO_S = 20 * 3600
"""For so long, while a server runs, whoever was there may see the record and say no: as long as a browser keeps its
place."""


def kept_from(now_s: float, months: int) -> str:
    """The earliest month whose records are kept, where they are kept for their own month and so many after it, all of
    each; as 2026-11. `now_s` is UTC, in seconds since 1970."""
    now = time.gmtime(now_s)
    year, month = divmod(now.tm_year * 12 + now.tm_mon - 1 - months, 12)
    return f"{year:04}-{month + 1:02}"


def kept_until(month: str, months: int) -> str:
    """The last month in which a record of this month is kept."""
    year, number = divmod(int(month[:4]) * 12 + int(month[5:]) - 1 + months, 12)
    return f"{year:04}-{number + 1:02}"


def day_of(now_s: float) -> str:
    """As 2026-11-29, in UTC."""
    return time.strftime("%Y-%m-%d", time.gmtime(now_s))


def month_of(now_s: float) -> str:
    """As 2026-11, in UTC."""
    return day_of(now_s)[:7]
