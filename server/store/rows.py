"""What the store hands out. Imports the standard library only."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Literal, NamedTuple

Why = Literal["unknown", "full", "refused", "later"]
"""Why a letter came back: there is no such address, its letter box is full, its mail server takes none, or it could not
be delivered for days."""

LEADS = ("leader", "co_leader")
BY_HAND = ("handed", "revoked")
"""What `Planned.mails` says of whose link the leader takes care of."""
FAILED = ("refused", "later", "unsure")
"""Whom the last letter has not reached, or nobody knows."""
ENTERED = ("sent", "under_way", "later", "unsure", *BY_HAND)
"""And of whose calendar may hold the meeting, if only from an earlier mail."""


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a link is good for. `expires_at` is UTC, in seconds since 1970."""

    session: str
    role: str
    uses_left: int
    expires_at: float
    member: str | None = None
    """Whose it is, in a group that meets again; such a link leads to one place, from however many browsers."""


class Expected(NamedTuple):
    """The names of whoever of a group has no seat in a meeting yet, by the alphabet: who is invited to it,"""

    awaited: tuple[str, ...] = ()
    declined: tuple[str, ...] = ()
    """who had said that they cannot come,"""
    uninvited: tuple[str, ...] = ()
    """and who has no link to it: it was never sent, or was taken back."""


class Kept(NamedTuple):
    """The answer to a command, as JSON, stored with what it answers. `forgets` is the id of an answer of the same seat
    that is not kept any longer."""

    seat: int
    command_id: str
    answer: bytes
    forgets: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One browser's place in one session. `person` is opaque; `seat` is None until it is taken."""

    person: str
    session: str
    role: str
    seat: int | None
    name: str = field(repr=False)
    """Empty if none was given, or if the session's key is gone."""
    removed: bool
    member: str | None = None
    """Whose place it is, in a group that meets again; until the session ends."""
    attested: int = 0
    """The version of the words that they have said yes to, in this browser, before they went in; 0: none yet."""


class Reader(NamedTuple):
    """What a browser has said of whoever reads in it; each is empty where it has not."""

    zone: str = ""
    """An IANA name."""
    language: str = ""
    """One of ours, that was chosen in it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """With what somebody goes in: the cookie of their browser, the name they give, what they have said yes to, and
    what their browser says of its reader, which is kept of a member of a group."""

    cookie: str = field(repr=False)
    name: str = field(repr=False)
    attested: int
    reader: Reader = field(default=Reader(), repr=False)


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session as it was opened. `speed` above 1 compresses time; `opened_at` is UTC, in seconds since 1970;
    where it is noted who was there, when its time was zero."""

    session: str
    format_text: str = field(repr=False)
    speed: float
    opened_at: float
    ended: bool
    keeping: str = "nothing"
    """What is kept of how it went."""
    together: bool = False
    """With what is kept of the group's other meetings."""
    early: bool = False
    """Those who come early by a link of their own may talk with one another before a leader is there."""
    let_go: bool = False
    """Nobody ended it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the roster of a group, as an operator or a leader writes it."""

    role: str
    name: str = field(repr=False)
    address: str | None = field(default=None, repr=False)
    """Where mail reaches them; empty: nowhere. None: where it did before."""
    member: str | None = None
    """Who of the group this was until now, under whatever name; None: whoever had the name."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a group. `member` is opaque, and lasts as long as they belong to it."""

    member: str
    role: str
    name: str = field(repr=False)
    presented: int
    """Cases, in the meetings that have ended."""
    address: str = field(default="", repr=False)
    """Where mail reaches them; empty if nobody has said."""
    returned: str = ""
    """Why the last letter there came back, one of `Why`; empty: none has."""
    zone: str = field(default="", repr=False)
    """The time zone of the browser in which they came in last to a meeting that has ended, an IANA name;
    empty: unknown."""
    language: str = ""
    """That they chose in that browser; empty: none."""


@dataclass(frozen=True, slots=True)
class Terms:
    """How a group meets. Each is empty where nobody has said it."""

    language: str = ""
    """Of its mails, as in "fr"."""
    time_zone: str = ""
    """An IANA name."""
    rhythm: str = ""
    """As server/groups/rhythm.py writes it; empty: each meeting is planned by itself."""
    telephone: str = field(default="", repr=False)
    """For when the link fails, as the leader writes it."""


@dataclass(frozen=True, slots=True)
class Leader:
    """Somebody who signs in and has groups. `leader` is opaque."""

    leader: str
    address: str = field(repr=False)
    name: str = field(repr=False)
    """Empty if none was given."""
    operator: bool = False
    """Runs the server, too."""
    seen: str | None = None
    """The month in which they signed in last, such as 2026-11; None: never yet."""
    returned: str = ""
    """As of a member."""


@dataclass(frozen=True, slots=True)
class Passkey:
    """By which a leader signs in. `passkey` is opaque; `number` counts those that the leader has added."""

    passkey: str
    leader: str
    number: int
    month: str
    """In which it was added, such as 2026-11."""
    credential: bytes = field(repr=False)
    public_key: bytes = field(repr=False)
    sign_count: int
    """How much it has signed; always 0 where a device does not count."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group that meets again and again. `group` is opaque; `format` is a format's key."""

    group: str
    name: str = field(repr=False)
    format: str
    members: tuple[Member, ...]
    terms: Terms
    owner: str | None
    """The leader who made it, by a page; None: an operator did."""
    revision: int
    """Goes up with each change."""
    gone: int = 0
    """How many have had themselves erased since a leader saved the group."""


@dataclass(frozen=True, slots=True)
class Planned:
    """A meeting of a group that is not open yet. `starts_at` is UTC, in seconds since 1970."""

    meeting: str
    group: str
    starts_at: float
    sequence: int
    """Goes up when it is moved or cancelled, as calendars want it (RFC 5545, SEQUENCE); 0 of one that is `cancelled`:
    it was never planned, see `moved_earlier`."""
    cancelled: bool
    mails: Mapping[str, str]
    """Member → what became of the last mail to them: `under_way`, `sent`, `refused` (there is no such address),
    `later` (not delivered; another attempt may do) or `unsure` (the server was killed meanwhile); or that the leader
    has `handed` them a link, or `revoked` theirs."""
    replies: Mapping[str, bool] = field(default_factory=dict)
    """Member → whether they mean to come; of whoever has said it."""
    stands_for: float | None = None
    """For when it was planned, where it has been moved, or stood on no date of the group's rhythm; None: it is where
    the rhythm had it."""
    known: Mapping[str, float] = field(default_factory=dict)
    """Member → of which time a letter that was taken, or a link handed on, has told them last; of whom one has."""

    @property
    def left_out(self) -> bool:
        """It says that the group does not meet on a date of its rhythm; nobody has been told of any meeting."""
        return self.cancelled and not self.mails

    @property
    def moved_earlier(self) -> bool:
        """It says that the group does not meet on a date of its rhythm, for the meeting of that date was before it."""
        return self.cancelled and not self.sequence

    def concerns(self, member: str) -> bool:
        """Whether they have been told of it, by a letter or by a link handed on, or may have been."""
        return self.mails.get(member) in ENTERED or member in self.known

    def knows_another(self, member: str) -> float | None:
        """The time that somebody knows, where it is no longer that."""
        knows = self.known.get(member)
        return None if knows == self.starts_at else knows


class Proposed(NamedTuple):
    """A structure record at the end of its session, which `there` may see: the seats of those who were in the circle.
    `less` is kept in its place, unless each of them agrees; None where nobody is asked."""

    text: bytes
    waits_s: float
    there: frozenset[int]
    less: bytes | None
    month: str | None
    """Such as 2026-11."""
    until: float | None = None
    """The hour that is said, UTC, in seconds since 1970; None: none is, and it waits for those seconds alone."""
    series: str | None = None
    """What it shares with the records that its group keeps together."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A structure record that is not released yet, but in so many seconds in which a server runs. That somebody has
    said no to it is told to nobody."""

    text: bytes
    left_s: float
    needs_everyone: bool = False
    """It is kept only if everyone who was there agrees; else less is."""
    together: bool = False
    """With the records of the group's other meetings."""
    until: float | None = None


class Owner(NamedTuple):
    """Whose records lie together: those of a group, or a leader's own. One of the two is None."""

    group: str | None = None
    whose: bytes | None = None
    """By what a leader's own are known to be theirs: see shelved.py."""


class Share(NamedTuple):
    """A link by which somebody else looks at records. `share` is opaque; `until` is UTC, in seconds since 1970."""

    share: str
    owner: Owner
    records: tuple[str, ...]
    """Those for which it was made."""
    until: float


class Choice(NamedTuple):
    """Of somebody who led a session: whether its record comes to stand among their own."""

    leader: str | None
    """Which leader of this server they are; None: nobody knows."""
    keeps: bool


class Noting(NamedTuple):
    """What is noted of who was there, when a session ends."""

    certificates: bool = False
    hours: bool = False
    feedback: bool = False


class Stay(NamedTuple):
    """How long somebody was there. `called` is the role, or the format's own word for it."""

    role: str
    called: str
    minutes: int
    of_minutes: int
    """From the beginning until the last had gone; of whoever does not lead, until the last of these."""


class Attended(NamedTuple):
    """Who was there, by their seats. `began_at` is UTC, in seconds since 1970; `format` a format's key."""

    began_at: float
    format: str
    stays: Mapping[int, Stay]
    noting: Noting


@dataclass(frozen=True, slots=True)
class Attendance:
    """What a certificate, or a leader's list, says of one person and one session: never a name, nor who else was
    there."""

    began_at: float
    """UTC, in seconds since 1970; whole minutes."""
    zone: str
    """The group's, an IANA name; empty: nobody has said."""
    of_minutes: int
    minutes: int
    called: str
    format: str
    group: str = field(repr=False)
    """Its name; empty where the session was no group's."""

    def to_text(self) -> str:
        """Short: encrypted, almost all are of one length."""
        return json.dumps(astuple(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_text(cls, text: str) -> Attendance:
        return cls(*json.loads(text))


class Count(NamedTuple):
    """How often a question was answered so, in a month."""

    instrument: str
    month: str
    question: str
    answer: str
    times: int


class AuditLine(NamedTuple):
    """Of the log of who took records away or destroyed them. `text` is JSON, and holds the hash of the line before."""

    number: int
    text: bytes
    sha256: bytes


class Erased(NamedTuple):
    """What held something of a person, and holds it no more: rows by table, and the line of the log that says so."""

    rows: Mapping[str, int]
    line: AuditLine
    scrubbed: bool = False
    """Nothing of it is in the database's journal any more either."""


class Receipt(NamedTuple):
    """What was destroyed: the SHA-256 of each record, in hexadecimal, by its id; and the line that says so."""

    hashes: Mapping[str, str]
    line: AuditLine
    scrubbed: bool = False
    """Nothing of them is in the database's journal any more either."""
