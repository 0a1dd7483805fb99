"""What the audit log says."""

from __future__ import annotations

import json
from typing import Any

from server.store import Store


async def lines(store: Store) -> list[dict[str, Any]]:
    return [json.loads(line.text) for line in await store.released.audit()]


async def records_of(store: Store) -> list[list[str]]:
    """The ids of the records of each line, sorted, also of those that are kept together."""
    together = await store.released.kept_together()
    return [
        sorted([*line["records"], *(together[one] for one in line.get("together", ()))])
        for line in await lines(store)
    ]
