"""The server destroys what is older than the operator keeps it, released records and who was there; not by a clock that
seems wrong."""

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


NOT_EXPIRED = {"records": "records_not_expired", "attendance": "attendance_not_expired"}


class Expiry:
    def __init__(
        self, store: Store, records: int | None, certificates: int | None = None, hours: int | None = None
    ) -> None:
        """For so many whole months after its own each is kept; None: until somebody destroys it."""
        self._store = store
        self._records, self._certificates, self._hours = records, certificates, hours
        self._began_s = time.monotonic()
        self._seemed_ahead: set[str] = set()

    async def sweep(self) -> None:
        """Raises nothing: the next one tries again."""
        if self._served_s() < WAITS_S:
            return
        for what, expire in (("records", self._expire_records), ("attendance", self._expire_attendance)):
            try:
                await expire(what, time.time())
            except Exception as error:  # its words may repeat what a damaged line says
                log.warning(NOT_EXPIRED[what], reason=type(error).__name__)

    def _served_s(self) -> float:
        return time.monotonic() - self._began_s

    async def _expire_records(self, what: str, now_s: float) -> None:
        month = _kept_from(now_s, self._records)
        if not await self._store.released.older_than(month):  # almost always
            return
        if self._trusts_clock(what, await self._store.released.newest_month(), now_s):
            gone = await self._store.released.expire(month, day_of(now_s))
            if gone:
                log.info("records_expired", count=gone)

    async def _expire_attendance(self, what: str, now_s: float) -> None:
        """Certificates and the vouchers for feedback; the lists of leaders."""
        months = _kept_from(now_s, self._certificates), _kept_from(now_s, self._hours)
        if await self._store.attending.older_than(*months) and self._trusts_clock(
            what, await self._store.attending.newest_month(), now_s
        ):
            await self._store.attending.expire(*months)

    def _trusts_clock(self, what: str, newest: str | None, now_s: float) -> bool:
        ahead = newest is None or newest < kept_from(now_s, QUIET_MONTHS)
        if ahead and self._served_s() < DOUBTS_S:
            if what not in self._seemed_ahead:  # once, not each minute
                log.warning(NOT_EXPIRED[what], reason="clock_seems_ahead")
            self._seemed_ahead.add(what)
            return False
        self._seemed_ahead.discard(what)
        return True


def _kept_from(now_s: float, months: int | None) -> str:
    """Nothing is of an earlier month than the empty one."""
    return "" if months is None else kept_from(now_s, months)
