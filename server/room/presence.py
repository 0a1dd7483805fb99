"""Who is in the group for how long, for certificates and leaders' hours: only where these are noted."""

from __future__ import annotations

import math

from facilitation.attendance import Attendance
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING, SeatId
from server.store import Attended, Noting, Stay

MINUTE_MS = 60_000
STAYED_MS = MINUTE_MS // 2 + 1
"""The least that is a minute, rounded: whoever was there for no more than half a one was not."""


class Presence:
    def __init__(self, noting: Noting, attendance: Attendance, opened_at: float) -> None:
        """`attendance` as it is by the log; `opened_at` is when session time was zero, in seconds since 1970."""
        self._noting = noting
        self._attendance = attendance
        self._opened_at = opened_at
        self._stayed = frozenset[SeatId]()
        self._changes_at: float = 0

    def see(self, state: SessionState) -> None:
        """After each commit."""
        before, self._attendance = self._attendance, self._attendance.after(state)
        if self._attendance is not before:
            self._changes_at = 0

    def stayed(self, now_ms: int) -> frozenset[SeatId]:
        """Who was there for long enough by now, as `attended` has it. Asked many times a second: it is reckoned anew
        only when somebody came, went, or has now stayed."""
        if now_ms >= self._changes_at:
            by_now = self._attendance.until(now_ms)
            self._stayed = frozenset(seat for seat, ms in by_now.items() if ms >= STAYED_MS)
            new = self._attendance.there - self._stayed
            self._changes_at = min((now_ms + STAYED_MS - by_now[seat] for seat in new), default=math.inf)
        return self._stayed

    def attended(self, state: SessionState, now_ms: int) -> Attended | None:
        """Who was there by now, in session time; None if the session has not begun."""
        attendance = self._attendance
        if attendance.began_at is None:
            return None
        minutes = {seat: _minutes(ms) for seat, ms in attendance.until(now_ms).items()}
        lasted, circle_lasted = map(_minutes, attendance.lasted(now_ms))
        return Attended(
            self._opened_at + attendance.began_at / 1000,
            state.format.key,
            {
                seat: Stay(
                    role,
                    str(state.format.titles.get(role, role)),
                    minutes[seat],
                    lasted if role in LEADING else circle_lasted,
                )
                for seat, role in attendance.roles.items()
                if minutes[seat]
            },
            self._noting,
        )


def _minutes(ms: int) -> int:
    return round(ms / MINUTE_MS)
