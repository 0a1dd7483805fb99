"""The server destroys released records that are older than the operator keeps any; not by a clock that seems wrong."""

from __future__ import annotations

import time

import structlog

from server.retention import day_of, kept_from
from server.store import Store

log = structlog.get_logger()

WAITS_S = 600.0
"""So long a server has served before it destroys any: a clock that is wrong at the start may be set by then."""
QUIET_MONTHS = 6
"""A clock that is so many whole months past all that the store knows may be one that is ahead,"""
DOUBTS_S = 86_400.0
"""or a server where nothing happened for so long: after a day of serving, and of saying so, the clock is believed."""


class Expiry:
    def __init__(self, store: Store, months: int | None) -> None:
        """`months`: for so many whole ones after its own a record is kept; None: until somebody destroys it."""
        self._store, self._months = store, months
        self._began_s = time.monotonic()
        self._seemed_ahead = False

    async def sweep(self) -> None:
        """Raises nothing: the next one tries again."""
        if self._months is None or self._served_s() < WAITS_S:
            return
        try:
            await self._destroy(kept_from(time.time(), self._months), time.time())
        except Exception as error:  # its words may repeat what a damaged line says
            log.warning("records_not_expired", reason=type(error).__name__)

    def _served_s(self) -> float:
        return time.monotonic() - self._began_s

    async def _destroy(self, month: str, now_s: float) -> None:
        if not await self._store.released.older_than(month):  # almost always
            return
        newest = await self._store.released.newest_month()
        ahead = newest is None or newest < kept_from(now_s, QUIET_MONTHS)
        if ahead and self._served_s() < DOUBTS_S:
            if not self._seemed_ahead:  # once, not each minute
                log.warning("records_not_expired", reason="clock_seems_ahead")
            self._seemed_ahead = True
            return
        self._seemed_ahead = False
        if gone := await self._store.released.expire(month, day_of(now_s)):
            log.info("records_expired", count=gone)
