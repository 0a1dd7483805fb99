"""What a certificate says, and the code by which it is known to be of this server; a leader's list as a table.

A code holds the day and the minutes and a seal over them, so that nothing need be kept to check it. The name on the
paper is its holder's to write, and the code says nothing of it. May import of the store its rows only.
"""

from __future__ import annotations

import base64
import binascii
import csv
import hashlib
import hmac
import io
import struct
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from server.store.rows import Attendance

_FROM = date(2020, 1, 1)
_PART = 4
"""Letters that are written together."""
_SEAL_BYTES = 9
_MISREAD = str.maketrans("018", "OIB")
"""No code has these digits."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would reckon with, in place of showing it."""


class Vouched(NamedTuple):
    """What a code stands for."""

    day: date
    minutes: int


def begins(attendance: Attendance) -> datetime:
    """In the group's own zone, else in UTC."""
    try:
        zone = ZoneInfo(attendance.zone or "UTC")
    except (ValueError, OSError):  # one that this machine does not know
        zone = ZoneInfo("UTC")
    return datetime.fromtimestamp(attendance.began_at, UTC).astimezone(zone)


def hours(minutes: int) -> str:
    """As 1:30."""
    return f"{minutes // 60}:{minutes % 60:02}"


def code_of(seal: bytes, attendance: Attendance, ticket: str) -> str:
    """The same each time, and another for each who was there."""
    days = (begins(attendance).date() - _FROM).days
    own = hashlib.sha256(f"code {ticket}".encode()).digest()[:2]
    said = struct.pack(">HH", max(0, min(days, 0xFFFF)), min(attendance.minutes, 0xFFFF)) + own
    letters = base64.b32encode(said + _sealed(seal, said)).decode()
    return "-".join(letters[at : at + _PART] for at in range(0, len(letters), _PART))


def vouched(seal: bytes, code: str) -> Vouched | None:
    """None if this server never gave such a code. Spaces and small letters do not matter."""
    letters = "".join(one for one in code.upper().translate(_MISREAD) if one.isalnum())
    try:
        whole = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        return None
    said, sealed = whole[:-_SEAL_BYTES], whole[-_SEAL_BYTES:]
    if len(said) != 6 or not hmac.compare_digest(sealed, _sealed(seal, said)):
        return None
    days, minutes = struct.unpack(">HH", said[:4])
    return Vouched(_FROM + timedelta(days=days), minutes)


def _sealed(seal: bytes, said: bytes) -> bytes:
    return hmac.digest(seal, b"certificate " + said, hashlib.sha256)[:_SEAL_BYTES]


def as_csv(
    heads: Iterable[str],
    led: Iterable[Attendance],
    words: Callable[[Attendance], tuple[str, str]],
    comma: str,
) -> bytes:
    """For a spreadsheet: with the mark by which Excel knows UTF-8. `words` are the role's and the format's; `comma` is
    what stands between two cells where the reader's numbers have a comma."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=comma)
    rows.writerow(heads)
    for one in led:
        at, (role, format_) = begins(one), words(one)
        when = [at.date().isoformat(), f"{at:%H:%M}", one.zone or "UTC"]
        rows.writerow([*when, one.minutes, *map(_shown, (role, format_, one.group))])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _shown(cell: str) -> str:
    """Never a formula, whatever a group is called."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
