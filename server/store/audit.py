"""Who took structure records away or destroyed them, and that people were erased: lines, each of which holds the hash
of the one before.

Functions of a connection, run by the writer's thread. May not import people.py: whoever acts is a word or an opaque id.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from collections.abc import Iterable, Mapping
from itertools import count

from sqlalchemy import Connection, LargeBinary, cast, insert, select

from server.store.rows import AuditLine
from server.store.tables import audit

NONE_BEFORE = "0" * 64
"""What the first line has in place of a hash."""
_WHO = re.compile(r"operator|server|member|[0-9a-f]{16}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# Whatever somebody has made of them: a line that is damaged stops nothing.
_TEXT, _SHA256 = (cast(one, LargeBinary).label(one.name) for one in (audit.c.text, audit.c.sha256))


def add(
    connection: Connection,
    who: str,
    act: str,
    day: str,
    hashes: Mapping[str, str],
    as_: str | None = None,
    *,
    together: Iterable[str] = (),
    rows: Mapping[str, int] | None = None,
) -> AuditLine:
    """`who`: `operator` by the command line, `server` by itself, `member` of themselves, or the opaque id of a leader
    or a link. `day`, as 2026-11-29: an hour could say when a session was. `hashes`: of each record, by its id;
    `together`: of those that a group keeps together, or a leader among their own, only what `keyed` makes of them;
    `rows`: by table, how many held something of a person who was erased. Raises ValueError."""
    if not _WHO.fullmatch(who) or not _DAY.fullmatch(day):
        raise ValueError("the audit log takes no name and no hour")
    last = select(audit.c.line, _SHA256).order_by(audit.c.line.desc()).limit(1)
    row = connection.execute(last).one_or_none()
    number, before = (1, NONE_BEFORE) if row is None else (row.line + 1, row.sha256.hex())
    said = {
        "line": number, "day": day, "who": who, "act": act, "as": as_, "records": dict(hashes), "before": before,
    }  # fmt: skip
    if keyed_hashes := sorted(together):  # in no order of theirs
        said["together"] = keyed_hashes
    if rows is not None:
        said["rows"] = dict(rows)
    text = json.dumps(said).encode()
    line = AuditLine(number, text, hashlib.sha256(text).digest())
    connection.execute(insert(audit).values(line=line.number, text=line.text, sha256=line.sha256))
    return line


def keyed(under: str, record: str, sha256: str) -> str:
    """A record's id and hash under what is chance's and goes when it is kept together no more, such as the id of its
    group's series: whoever has that, too, sees that a line is of this record, and later nobody can try of which."""
    return hmac.new(under.encode(), f"audit {record} {sha256}".encode(), hashlib.sha256).hexdigest()


def lines(connection: Connection) -> list[AuditLine]:
    """As they are, whatever somebody has made of them."""
    asked = select(audit.c.line, _TEXT, _SHA256).order_by(audit.c.line)
    return [AuditLine(row.line, row.text, row.sha256) for row in connection.execute(asked)]


def days(connection: Connection) -> list[str]:
    """Of its lines, as far as they can be read."""
    found = []
    for line in lines(connection):
        try:
            day = json.loads(line.text)["day"]
        except (ValueError, KeyError, TypeError):
            continue
        if isinstance(day, str) and _DAY.fullmatch(day):
            found.append(day)
    return found


def broken(lines: Iterable[AuditLine]) -> int | None:
    """The first line that is not as it was written, or is missing; None where there is none. Lines that were cut off at
    the end leave no trace: somebody must have kept a later line's hash."""
    before = NONE_BEFORE
    for number, line in zip(count(1), lines, strict=False):
        if hashlib.sha256(line.text).digest() != line.sha256 or not _follows(line, number, before):
            return number
        before = line.sha256.hex()
    return None


def _follows(line: AuditLine, number: int, before: str) -> bool:
    try:
        said = json.loads(line.text)
        return bool(line.number == said["line"] == number and said["before"] == before)
    except (ValueError, KeyError, TypeError):
        return False
