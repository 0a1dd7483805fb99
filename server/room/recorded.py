"""What a session's log comes to, with a room and without one."""

from __future__ import annotations

from collections.abc import Iterable

import structlog

from facilitation.attendance import Attendance, attended
from facilitation.format import Format
from facilitation.reading import read
from facilitation.state import SessionState
from facilitation.vocabulary import Keeping
from server import wire
from server.room.presence import Presence
from server.store import Attended, Noting, NotSaved, SessionRow, Store

log = structlog.get_logger()


async def recorded(
    session: str, form: Format, store: Store, keeping: Keeping = Keeping.NOTHING
) -> tuple[SessionState, Attendance, int]:
    """What the log of a session comes to, who was there, and the session time reached. Raises wire.BadLog, NotSaved."""
    lines, reached_ms = await store.load(session)
    return *attended(SessionState(form, keeping), map(wire.event_from_json, lines)), reached_ms


async def left_by(
    row: SessionRow, store: Store, noting: Noting
) -> tuple[Iterable[int], Attended | None, bool]:
    """Of a session that nobody ended, and no room runs: who presented each case, who was there until the last that
    is known of it, and whether it was begun. Nobody, if its log is none. Raises NotSaved."""
    try:
        form = read(row.format_text, "stored format")
        state, attendance, reached_ms = await recorded(row.session, form, store)
        presence = Presence(noting, attendance, row.opened_at)
        there = presence.attended(state, reached_ms) if any(noting) else None
        return state.presented.values(), there, state.entry > 0
    except NotSaved:
        raise
    except Exception as error:
        log.error("not_counted", room=row.session, reason=type(error).__name__)
        return (), None, True
