"""Opens a session and makes its links. A link carries its token in the fragment, which no request ever sends."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass

from facilitation.reading import parse
from facilitation.vocabulary import Keeping, Role
from server.store import Invitation, Store

LASTS_S = 12 * 3600
LEADERS_USES, OBSERVERS_USES = 3, 2
"""Of how many browsers: the answer that hands a leader their place may be lost on a bad link, and phones die."""


@dataclass(frozen=True, slots=True)
class Links:
    session: str
    lead: str
    co_lead: str
    join: str
    observe: str


async def open_session(
    store: Store,
    format_text: str,
    url: str,
    *,
    speed: float = 1.0,
    members: int = 12,
    lasts_s: float = LASTS_S,
    keeping: Keeping = Keeping.NOTHING,
) -> Links:
    """A new session with one link for each role; the members' link serves `members` browsers.

    `keeping` is what is kept of how it goes; it cannot be changed. The links end after `lasts_s` seconds. Raises
    FormatError if the format is not one."""
    parse(format_text, "format")
    session, now = secrets.token_hex(8), time.time()
    uses = {
        Role.LEADER: LEADERS_USES,
        Role.CO_LEADER: LEADERS_USES,
        Role.MEMBER: members,
        Role.OBSERVER: OBSERVERS_USES,
    }
    tokens = {role: secrets.token_urlsafe(24) for role in uses}
    invited = {tokens[role]: Invitation(session, role, uses[role], now + lasts_s) for role in uses}
    await store.create_session(session, format_text, speed, now, invited, keeping)

    def link(role: Role) -> str:
        return f"{url}/join#{tokens[role]}"

    return Links(session, link(Role.LEADER), link(Role.CO_LEADER), link(Role.MEMBER), link(Role.OBSERVER))
