"""A line of the audit log in words. What chains it to the others is in its JSON: `restarea record audit --as json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from server.store import AuditLine

WHO = {"operator": "the operator", "server": "the server", "member": "a member"}
"""What else stands there is the opaque id of a leader, or of a link."""
BY_LINK = "opened"
AS_PAGES = {"plot": "a page", "compare": "a page, side by side"}


def in_words(line: AuditLine, together: Mapping[str, str]) -> str:
    """Such as `  3  2026-11-29  the operator took away, as zip, 2 records: 0f…, 1a…`; a line that is none any more, as
    it is. `together`: the ids of records that are kept together, by what lines have in their place; of those
    that are kept together no more a line says only how many."""
    try:
        said = json.loads(line.text)
        words = f"{said['line']:>4}  {said['day']}  {_who(said)} {_did(said, together)}"
    except (ValueError, TypeError, KeyError, AttributeError):
        return ascii(line.text)
    return words if words.isprintable() else ascii(line.text)  # nothing that a terminal obeys


def _who(said: dict[str, Any]) -> str:
    who = said["who"]
    return WHO.get(who) or ("somebody with a link" if said["act"] == BY_LINK else f"leader {who}")


def _did(said: dict[str, Any], together: Mapping[str, str]) -> str:
    act, as_ = said["act"], said["as"]
    if act == "erased":
        rows = sum(said.get("rows", {}).values())
        return f"erased somebody: {_many(rows, 'row')} held something of them"
    keyed = said.get("together", [])
    ids = [*said["records"], *sorted(together[one] for one in keyed if one in together)]
    count = len(said["records"]) + len(keyed)
    records = _many(count, "record") + "".join(f"{', ' if n else ': '}{one}" for n, one in enumerate(ids))
    if gone := count - len(ids):
        since = f"{gone} of them since" if count > 1 else "it has since been"
        records += f" ({since} destroyed or kept apart)"
    as_ = AS_PAGES.get(as_, as_)
    return {
        "exported": f"took away, as {as_}, {records}",
        "destroyed": f"destroyed {records}",
        "shared": f"made a link to {records}",
        "unshared": f"ended a link to {records}",
        BY_LINK: f"({said['who']}) opened {records}",
    }.get(act) or f"{act} {records}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
