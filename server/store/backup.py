"""What a backup holds: what groups, leaders and released records need to be there again, and nothing of any session.

The copy is made in memory by SQLite's online backup, so that a server may run meanwhile, and what does not belong into
a backup never lies on another disk. May import the standard library, the tables and the keys.
"""

from __future__ import annotations

import json
import re
import sqlite3
import tarfile
from collections.abc import Mapping
from contextlib import closing
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from server.store import attendance, leaders
from server.store.keys import KEY_BYTES, FolderKeys
from server.store.migrations import REVISIONS

KEPT = frozenset({
    "groups", "group_members", "meetings", "meeting_links", "meeting_mails", "former_links",
    "leaders", "passkeys", "shares", "records", "audit", "attendances", "leader_hours", "leader_records",
    "feedback",
})  # fmt: skip
LEFT_OUT = frozenset({
    "sessions", "log_heads", "events", "answers", "speech", "invitations", "people", "plates", "sign_ins", "signed_in",
    "vouchers", "meeting_replies", "held_meetings",
})  # fmt: skip
"""Of sessions, whose names' keys no backup holds; who has signed in; who may still answer a question, which they would
do twice; who means to come; and until when a meeting went on. A table that is in neither is left out."""
_VERSION = "alembic_version"
DATABASE, ABOUT, KEYS = "restarea.db", "backup.json", "keys"
RESTORING = "restoring"
"""A folder beside the database, while a backup is put in its place; one that is there later was cut off."""
_KEY = re.compile(rf"{KEYS}/([A-Za-z0-9_-]{{1,64}})\.key")


class NoBackup(ValueError):
    """A file is no backup that this program can read, in plain words."""


class Backup(NamedTuple):
    made: str
    """The day, as 2026-11-29."""
    database: bytes
    keys: Mapping[str, bytes]
    """Of groups, of all leaders and of the codes on certificates, by what they are called."""


def taken(path: Path, day: str) -> Backup:
    """Of the database `path` and the keys beside it, as they are now. Raises sqlite3.Error, OSError."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True)) as database:
            database.backup(copy)
        copy.execute("PRAGMA secure_delete = ON")
        for (table,) in copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table not in KEPT | {_VERSION}:
                copy.execute(f'DELETE FROM "{table}"')
        # Somebody who was there may still say no to it, and a backup would not hear of that.
        if _has(copy, "records"):
            copy.execute("DELETE FROM records WHERE session IS NOT NULL")
        copy.execute("VACUUM")
        groups = (
            [row[0] for row in copy.execute('SELECT "group" FROM groups')] if _has(copy, "groups") else []
        )
        content = copy.serialize()
    kept = FolderKeys(path.with_suffix(".keys"))
    found = {name: kept.read(name) for name in (leaders.KEY, attendance.KEY, *groups)}
    return Backup(day, content, {name: key for name, key in found.items() if key is not None})


def _has(database: sqlite3.Connection, table: str) -> bool:
    asked = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return database.execute(asked, (table,)).fetchone() is not None


def packed(backup: Backup) -> bytes:
    """As one tar file."""
    held = BytesIO()
    parts = {DATABASE: backup.database}
    parts |= {f"{KEYS}/{name}.key": key for name, key in sorted(backup.keys.items())}
    about = {"restarea_backup": 1, "made": backup.made, "parts": _sums(parts)}
    parts = {ABOUT: json.dumps(about).encode(), **parts}
    with tarfile.open(fileobj=held, mode="w") as tar:
        for name, content in parts.items():
            part = tarfile.TarInfo(name)
            part.size, part.mode = len(content), 0o600
            tar.addfile(part, BytesIO(content))
    return held.getvalue()


def _sums(parts: Mapping[str, bytes]) -> dict[str, str]:
    """A tar that ends early is a tar all the same."""
    return {name: sha256(content).hexdigest() for name, content in parts.items()}


def unpacked(content: bytes) -> Backup:
    """Raises NoBackup."""
    parts = _parts(content)
    try:
        about = json.loads(parts.pop(ABOUT))
        made, version, sums = str(about["made"]), about["restarea_backup"], about["parts"]
    except (KeyError, ValueError, TypeError):
        raise NoBackup("it is no backup that `restarea backup` wrote") from None
    if version != 1:
        raise NoBackup("it was written by a newer version of this program")
    keys = {match[1]: key for name, key in parts.items() if (match := _KEY.fullmatch(name))}
    if len(keys) + 1 < len(parts) or any(len(key) != KEY_BYTES for key in keys.values()):
        raise NoBackup("it holds what no backup holds")
    if sums != _sums(parts) or DATABASE not in parts:
        raise NoBackup("it was cut off, or something in it was changed")
    _look_at(parts[DATABASE])
    return Backup(made, parts[DATABASE], keys)


def _parts(content: bytes) -> dict[str, bytes]:
    try:
        with tarfile.open(fileobj=BytesIO(content), mode="r:") as tar:
            parts = {part.name: tar.extractfile(part) for part in tar if part.isfile()}
            return {name: part.read() for name, part in parts.items() if part is not None}
    except tarfile.TarError:
        raise NoBackup("it is no backup, or was cut off") from None


def _look_at(content: bytes) -> None:
    """Whether it is a whole database, of no newer version than this program's."""
    with closing(sqlite3.connect(":memory:")) as database:
        try:
            database.deserialize(content)
            sound = database.execute("PRAGMA quick_check").fetchone() == ("ok",)
            version = database.execute(f"SELECT version_num FROM {_VERSION}").fetchone()
        except sqlite3.Error:
            raise NoBackup("its database is damaged") from None
    if not sound:
        raise NoBackup("its database is damaged")
    if version is None or version[0] not in REVISIONS:
        raise NoBackup("its database was written by a newer version of this program")
