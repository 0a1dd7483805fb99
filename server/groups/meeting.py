"""One meeting of a group: a session, and a link of their own for everyone on the roster."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from server.opening import LASTS_S
from server.store import Group, Store

BROWSERS = 1
"""A link of one's own leads to the same place from every browser: the first opening makes the place."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody on the roster, and the link that is theirs for this meeting."""

    role: str
    name: str = field(repr=False)
    link: str = field(repr=False)


async def open_meeting(
    store: Store, group: Group, format_text: str, url: str, *, speed: float = 1.0, lasts_s: float = LASTS_S
) -> list[Invited]:
    """A new session of the group, and whom it invites, in the roster's order. The links end after `lasts_s` seconds."""
    session, now = secrets.token_hex(8), time.time()
    await store.create_session(session, format_text, speed, now)
    invited = []
    for member in group.members:
        token = secrets.token_urlsafe(24)
        await store.invite(token, session, member.role, BROWSERS, now + lasts_s, member.member)
        invited.append(Invited(member.role, member.name, f"{url}/join#{token}"))
    return invited
