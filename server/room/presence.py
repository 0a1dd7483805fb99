"""Who is in the group for how long, for certificates and leaders' hours: only where these are noted."""

from __future__ import annotations

from facilitation.attendance import Attendance
from facilitation.state import SessionState
from facilitation.vocabulary import LEADING
from server.store import Attended, Noting, Stay

MINUTE_MS = 60_000


class Presence:
    def __init__(self, noting: Noting, attendance: Attendance, opened_at: float) -> None:
        """`attendance` as it is by the log; `opened_at` is when session time was zero, in seconds since 1970."""
        self._noting = noting
        self._attendance = attendance
        self._opened_at = opened_at

    def see(self, state: SessionState) -> None:
        """After each commit."""
        self._attendance = self._attendance.after(state)

    def attended(self, state: SessionState, now_ms: int) -> Attended | None:
        """Who was there by now, in session time; None if the session has not begun. Whoever was there for less than
        half a minute was not."""
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
