"""The layers of a picture that an offer names (RFC 8851, RFC 8853), which aiortc's parser leaves out.

Read strictly: whatever is not `a=rid:NAME send` twice and one `a=simulcast:send SMALL;LARGE` is an error. Imports the
standard library only.
"""

from __future__ import annotations

import re

MOST = 2
_RID = re.compile(
    r"([A-Za-z0-9]{1,16}) send(?: [^ ]{1,200})?"
)  # as long as a one-byte header extension holds
_ORDER = re.compile(r"send ([A-Za-z0-9;~]{1,40})")


def offered_rids(text: str, *, line: int) -> tuple[str, ...]:
    """The rids that m-line `line` (from 0) offers to send, as they stand in its order: the small one first.

    Empty: it has no layers. A layer that is paused to begin with (`~`) is one like the others. Raises ValueError,
    which quotes nothing of the text.
    """
    rids: list[str] = []
    orders: list[str] = []
    at = -1
    for one in text.splitlines():
        if one.startswith("m="):
            at += 1
        elif at != line and one.startswith(("a=rid:", "a=simulcast:")):
            raise ValueError("only the published video has layers")
        elif one.startswith("a=rid:"):
            if (read := _RID.fullmatch(one.removeprefix("a=rid:"))) is None:
                raise ValueError("a rid is malformed")
            rids.append(read[1])
        elif one.startswith("a=simulcast:"):
            if (read := _ORDER.fullmatch(one.removeprefix("a=simulcast:"))) is None:
                raise ValueError("the order of the layers is malformed")
            orders.append(read[1])
    if not rids and not orders:
        return ()
    order = [rid.removeprefix("~") for rid in orders[0].split(";")] if len(orders) == 1 else []
    if len(order) != MOST or sorted(order) != sorted(rids) or len(set(rids)) != MOST:
        raise ValueError(f"a picture has {MOST} layers or none, each named twice")
    return tuple(order)
