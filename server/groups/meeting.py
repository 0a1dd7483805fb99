"""One meeting of a group: a session, and a link of their own for everyone on the roster."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field

from facilitation.vocabulary import Keeping
from server.opening import LASTS_S
from server.store import Group, Invitation, Store


@dataclass(frozen=True, slots=True)
class Invited:
    """Somebody on the roster, and the link that is theirs for this meeting."""

    role: str
    name: str = field(repr=False)
    link: str = field(repr=False)


async def open_meeting(
    store: Store,
    group: Group,
    format_text: str,
    url: str,
    *,
    speed: float = 1.0,
    lasts_s: float = LASTS_S,
    keeping: Keeping = Keeping.NOTHING,
    together: bool = False,
) -> list[Invited]:
    """A new session of the group, and whom it invites, in the roster's order. After `lasts_s` seconds a link lets in
    only whoever has been in. `keeping` is what is kept of how it goes, `together` with the group's earlier records."""
    session, now = secrets.token_hex(8), time.time()
    invitations, invited = _links(session, group, url, now + lasts_s)
    of = group.group if together else None
    await store.create_session(session, format_text, speed, now, invitations, keeping, of)
    return invited


async def links_anew(
    store: Store, session: str, group: Group, url: str, *, lasts_s: float = LASTS_S
) -> list[Invited]:
    """New links to a meeting that is open, also for who has joined the roster since: only hashes are kept of the ones
    before, which open nothing any more. Raises LinkRefused: it has ended."""
    invitations, invited = _links(session, group, url, time.time() + lasts_s)
    await store.invite_anew(session, invitations)
    return invited


def _links(
    session: str, group: Group, url: str, expires_at: float
) -> tuple[dict[str, Invitation], list[Invited]]:
    """A token for everyone, with what it is good for; and whose it is, in the roster's order."""
    tokens = {member.member: secrets.token_urlsafe(24) for member in group.members}
    # By the tokens' order, which is chance's: the order of the rows must not be the roster's.
    invitations = {
        tokens[member.member]: Invitation(session, member.role, 1, expires_at, member.member)
        for member in sorted(group.members, key=lambda member: tokens[member.member])
    }
    return invitations, [
        Invited(member.role, member.name, f"{url}/join#{tokens[member.member]}") for member in group.members
    ]
