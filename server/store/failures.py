"""What the store may answer instead of doing what it was asked. Imports the rows only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from server.store.rows import Invitation

LinkCode = Literal["unknown_link", "expired_link", "used_link", "session_ended", "removed", "no_session"]


class Fenced(Exception):
    """Another process has taken this session over: nothing was written, and nothing will be any more."""


class NewerLog(Exception):
    """A newer server has written in this session's log, in events that this one may misread."""


class NotSaved(Exception):
    """The disk refused, or the store is closed; nothing was written."""


class GroupRefused(Exception):
    """`name_taken`: there is a group of that name. `unknown_group`: it has been removed meanwhile.
    `changed_meanwhile`: somebody else has changed it since it was looked at. `unknown_meeting`: the meeting has been
    opened, cancelled or forgotten meanwhile. `meeting_there`: the group has one at that time. `meeting_open`: it
    meets just now."""


class LeaderRefused(Exception):
    """`address_taken`: there is a leader of that address."""


class NameTaken(Exception):
    """Somebody who has a seat in the session is called so. `free` is a name like it that nobody has."""

    def __init__(self, free: str) -> None:
        super().__init__("name_taken")
        self.free = free


class PasskeyRefused(Exception):
    """`passkey_taken`: it is there already. `passkeys_many`: a leader has as many as they may."""


class LinkRefused(Exception):
    """A link that lets nobody in. `invitation` is what it once was, None if it never was one of ours. `no_session`: the
    place to which it led this browser is another's by now, or nobody's."""

    def __init__(self, code: LinkCode, invitation: Invitation | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.invitation = invitation


def on_disk(act: Callable[[], None]) -> None:
    """For the folder of keys. Raises NotSaved."""
    try:
        act()
    except OSError as error:
        raise NotSaved("the folder of keys refused") from error
