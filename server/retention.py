"""Until when a record waits for a no, and for how long released ones are kept, counted in whole months: nobody knows
the day of a session. Imports math and time."""

from __future__ import annotations

import math
import time

VETO_S = 20 * 3600
"""For so long at least, while a server runs, whoever was there may see the record and say no."""
QUARTER_S = 900
"""The hour at which that ends is a whole quarter."""
UNNOTICED_S = 600.0
"""For so long in all a server may stand still, and the hour stays where it was said to be. Also for so long after its
start a server releases and destroys nothing: whoever stood before a closed door comes in once more."""


def hour_of_no(now_s: float, left_s: float, said_s: float | None = None) -> float:
    """Until when anybody may say no, where a server must run for so long until then; `said_s` is what was said before.
    Times are UTC, in seconds since 1970. A clock that was set is an outage like any other: once it is right, so is
    this. One that is fast by less than `UNNOTICED_S` is believed."""
    ends_s = now_s + left_s
    if said_s is not None and abs(ends_s - said_s) <= UNNOTICED_S:
        return said_s
    return math.ceil(ends_s / QUARTER_S) * QUARTER_S


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
