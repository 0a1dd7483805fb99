"""The tables, as the migrations leave them.

Two kinds that share no key but the opaque session id: the form (log_heads, events, answers) and the people
(invitations, people, plates; groups, group_members; meetings, meeting_links, meeting_mails,
meeting_replies, held_meetings; former_links; shares;
leaders, sign_ins, signed_in, passkeys). Their join is a seat's number, or a part's. The structure (speech, records;
audit, of what became of records) shares no key with either that stands there in plain: see series.py. The keys of names
lie apart from the database: see keys.py.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

metadata = MetaData()


def _session(*, key: bool = False) -> Column[str]:
    return Column("session", Text, ForeignKey("sessions.session"), primary_key=key, nullable=False)


sessions = Table(
    "sessions",
    metadata,
    Column("session", Text, primary_key=True),
    Column("format_text", Text, nullable=False),
    Column("speed", Float, nullable=False),
    Column("opened_at", Float, nullable=False),
    Column("ended", Boolean, nullable=False),
    Column("keeping", Text, nullable=False, server_default="nothing"),
    Column("series", LargeBinary),
    Column("let_go", Boolean, nullable=False, server_default=false()),
    Column("early", Boolean, nullable=False, server_default=false()),
)

# --- the form: seats, roles and times -----------------------------------------------------------------------

log_heads = Table(
    "log_heads",
    metadata,
    _session(key=True),
    Column("fencing", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    Column("reached_ms", BigInteger, nullable=False),
)

events = Table(
    "events",
    metadata,
    _session(key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("event", LargeBinary, nullable=False),
    Column("log_version", Integer, nullable=False, server_default="1"),
)
LOG_VERSION = 1
"""In which events are written now. It goes up when the fields of an event get another meaning; a field that is new and
has a default needs no new version, and is written only where it says something else. `log.load` then brings older lines
up to date."""

answers = Table(
    "answers",
    metadata,
    _session(key=True),
    Column("seat", Integer, primary_key=True, autoincrement=False),
    Column("command_id", Text, primary_key=True),
    Column("answer", LargeBinary, nullable=False),
)

# --- the structure: who spoke when, and what is made of it -------------------------------------------------
# `speech` is keyed by what only the key of a session's names leads to: once that is destroyed, by nothing. A record
# that waits to be released knows its session, so that whoever was there can see it and say no; then no more. `series`
# is what records share that a group keeps together; the group and the session have it under their keys: see series.py.

speech = Table(
    "speech",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("course", Text, nullable=False, index=True),
    Column("seat", Integer, nullable=False),
    Column("start_ms", BigInteger, nullable=False),
    Column("end_ms", BigInteger, nullable=False),
)

records = Table(
    "records",
    metadata,
    Column("record", Text, primary_key=True),
    Column("text", LargeBinary, nullable=False),
    Column("session", Text, unique=True),
    Column("left_s", Float),
    Column("less", LargeBinary),
    Column("asked", Integer),
    Column("month", Text),
    Column("series", Text),
    Column("until", Float),
    Column("refused", Boolean, nullable=False, server_default=false()),
    sqlite_with_rowid=False,  # else its rows would be known by the order in which sessions ended
)

audit = Table(
    "audit",
    metadata,
    Column("line", Integer, primary_key=True, autoincrement=False),
    Column("text", LargeBinary, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
)

# --- after the end: who was there, for themselves, and what they thought of it --------------------------------
# No row says of which session it is, nor when it was but the month; none is known by the order in which it was written.
# `found_by` is a hash of a secret that only somebody's browser has, which also opens `text`; `whose` and `text` of
# leader_hours, and `whose` and `record` of leader_records, take the key of all leaders, and do not lead to one another.
# Of answers there are only sums.

attendances = Table(
    "attendances",
    metadata,
    Column("found_by", LargeBinary, primary_key=True),
    Column("month", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

leader_hours = Table(
    "leader_hours",
    metadata,
    Column("entry", Text, primary_key=True),
    Column("whose", LargeBinary, nullable=False),
    Column("month", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

leader_records = Table(
    "leader_records",
    metadata,
    Column("entry", Text, primary_key=True),
    Column("whose", LargeBinary, nullable=False),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

vouchers = Table(
    "vouchers",
    metadata,
    Column("found_by", LargeBinary, primary_key=True),
    Column("month", Text, nullable=False),
    sqlite_with_rowid=False,
)

feedback = Table(
    "feedback",
    metadata,
    Column("instrument", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("answer", Text, primary_key=True),
    Column("count", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# --- the people ---------------------------------------------------------------------------------------------

groups = Table(
    "groups",
    metadata,
    Column("group", Text, primary_key=True),
    Column("name", LargeBinary, nullable=False),
    Column("format", Text, nullable=False),
    Column("language", Text, nullable=False, server_default=""),
    Column("time_zone", Text, nullable=False, server_default=""),
    Column("rhythm", Text, nullable=False, server_default=""),
    Column("revision", Integer, nullable=False, server_default="0"),
    Column("owner", Text),
    Column("series", LargeBinary),
    Column("gone", Integer, nullable=False, server_default="0"),
    Column("telephone", LargeBinary),
)

group_members = Table(
    "group_members",
    metadata,
    Column("member", Text, primary_key=True),
    Column("group", Text, ForeignKey("groups.group"), nullable=False),
    Column("place", Integer, nullable=False),
    Column("role", Text, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("presented", Integer, nullable=False),
    Column("address", LargeBinary),
    Column("returned", Text),
    Column("zone", LargeBinary),
    Column("language", LargeBinary),
)

meetings = Table(
    "meetings",
    metadata,
    Column("meeting", Text, primary_key=True),
    Column("group", Text, ForeignKey("groups.group"), nullable=False),
    Column("starts_at", Float, nullable=False),
    Column("sequence", Integer, nullable=False),
    Column("cancelled", Boolean, nullable=False),
    Column("reminded", Boolean, nullable=False),
    Column("stands_for", Float),
)

meeting_links = Table(
    "meeting_links",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("meeting", Text, ForeignKey("meetings.meeting"), nullable=False),
    Column("member", Text, nullable=False),
)

meeting_mails = Table(
    "meeting_mails",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.meeting"), primary_key=True, nullable=False),
    Column("member", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("knows_at", Float),
)

meeting_replies = Table(
    "meeting_replies",
    metadata,
    Column("meeting", Text, ForeignKey("meetings.meeting"), primary_key=True, nullable=False),
    Column("member", Text, primary_key=True),
    Column("comes", Boolean, nullable=False),
)

held_meetings = Table(
    "held_meetings",
    metadata,
    Column("meeting", Text, primary_key=True),
    Column("group", Text, ForeignKey("groups.group"), nullable=False),
    Column("told", LargeBinary, nullable=False),
    sqlite_with_rowid=False,  # else its rows would stand in the order of the sessions
)

former_links = Table(
    "former_links",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("member", Text, nullable=False, index=True),
    Column("until", Integer, nullable=False),
    sqlite_with_rowid=False,  # else its rows would be known by the meetings for which they were made
)

leaders = Table(
    "leaders",
    metadata,
    Column("leader", Text, primary_key=True),
    Column("address_hmac", LargeBinary, nullable=False, unique=True),
    Column("address", LargeBinary, nullable=False),
    Column("name", LargeBinary, nullable=False),
    Column("operator", Boolean, nullable=False, server_default=false()),
    Column("seen", Text),
    Column("returned", Text),
)

shares = Table(
    "shares",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("share", Text, nullable=False),
    Column("group", Text, ForeignKey("groups.group")),
    Column("whose", LargeBinary),
    Column("record", LargeBinary, nullable=False),
    sqlite_with_rowid=False,  # else its rows would stand in the order of the audit log's lines
)

sign_ins = Table(
    "sign_ins",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    Column("leader", Text, ForeignKey("leaders.leader"), nullable=False),
    Column("expires_at", Float, nullable=False),
)

signed_in = Table(
    "signed_in",
    metadata,
    Column("cookie_sha256", LargeBinary, primary_key=True),
    Column("leader", Text, ForeignKey("leaders.leader"), nullable=False),
    Column("expires_at", Float, nullable=False),
)

passkeys = Table(
    "passkeys",
    metadata,
    Column("passkey", Text, primary_key=True),
    Column("leader", Text, ForeignKey("leaders.leader"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("month", Text, nullable=False),
    Column("credential_hmac", LargeBinary, nullable=False, unique=True),
    Column("credential", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("sign_count", BigInteger, nullable=False),  # 32 bits without a sign
)

# `member` of an invitation and of a person is whose it is, in a group: encrypted under the session's key, as names are,
# so that nobody can read it, from no copy of the database, once the session has ended. So is a person's `ticket`: the
# secret by which their browser finds later that they were there. `keeps`, of whoever led, says after the end whether
# they keep its record among their own, under a key of these choices: see choosing.py.


invitations = Table(
    "invitations",
    metadata,
    Column("token_sha256", LargeBinary, primary_key=True),
    _session(),
    Column("role", Text, nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("expires_at", Float, nullable=False),
    Column("member", LargeBinary),
    Column("declined", Boolean, nullable=False, server_default=false()),
)

people = Table(
    "people",
    metadata,
    Column("person", Text, primary_key=True),
    _session(),
    Column("role", Text, nullable=False),
    Column("seat", Integer),
    Column("cookie_sha256", LargeBinary, nullable=False, unique=True),
    Column("name", LargeBinary),
    Column("removed", Boolean, nullable=False),
    Column("member", LargeBinary),
    Column("next_cookie_sha256", LargeBinary),
    Column("agrees", Boolean, nullable=False, server_default=false()),
    Column("attested", Integer, nullable=False, server_default="0"),
    Column("ticket", LargeBinary),
    Column("keeps", LargeBinary),
    Column("zone", LargeBinary),
    Column("opened", LargeBinary),
    Column("language", LargeBinary),
    UniqueConstraint("session", "seat", name="one_person_a_seat"),
)

plates = Table(
    "plates",
    metadata,
    _session(key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("text", LargeBinary, nullable=False),
)
