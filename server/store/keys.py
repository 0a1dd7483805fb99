"""The keys under which the names of a session are encrypted, apart from the database that holds the names.

Files of their own, so that a backup of the database holds no key, and a key that is destroyed is gone: in SQLite's
journal it would live on. May import the standard library and cryptography.
"""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
NONCE_BYTES = 12
PADDED_BYTES = 192
"""Names are padded to a multiple of this: their length tells who somebody is in a group of ten."""
_FILE_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")


def sha256(secret: str) -> bytes:
    """What is kept of the secret in a link or a cookie."""
    # A cookie header may hold any bytes, which arrive as lone surrogates.
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()


class Keys(Protocol):
    def make(self, session: str) -> None: ...
    def read(self, session: str) -> bytes | None: ...
    def destroy(self, session: str) -> None: ...
    def all(self) -> set[str]: ...


class MemoryKeys:
    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}

    def make(self, session: str) -> None:
        self._keys[session] = secrets.token_bytes(KEY_BYTES)

    def read(self, session: str) -> bytes | None:
        return self._keys.get(session)

    def destroy(self, session: str) -> None:
        self._keys.pop(session, None)

    def all(self) -> set[str]:
        return set(self._keys)


class FolderKeys:
    """One file a session, readable by the server's user only. Raises OSError where the disk refuses."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def make(self, session: str) -> None:
        """On the disk when it returns. Raises FileExistsError if the session has a key: names would be lost."""
        file = os.open(self._path(session), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.write(file, secrets.token_bytes(KEY_BYTES))
            os.fsync(file)
        finally:
            os.close(file)
        self._sync()

    def read(self, session: str) -> bytes | None:
        try:
            return self._path(session).read_bytes()
        except FileNotFoundError:
            return None

    def destroy(self, session: str) -> None:
        """Overwritten before it is removed. A second time is no error."""
        path = self._path(session)
        try:
            file = os.open(path, os.O_WRONLY)
        except FileNotFoundError:
            return
        try:
            os.write(file, bytes(KEY_BYTES))
            os.fsync(file)
        finally:
            os.close(file)
        path.unlink(missing_ok=True)
        self._sync()

    def all(self) -> set[str]:
        """Whose keys there are."""
        return {path.stem for path in self._folder.glob("*.key")}

    def _path(self, session: str) -> Path:
        if not _FILE_NAME.fullmatch(session):
            raise ValueError("a session id is 1 to 64 letters, digits, - and _")
        return self._folder / f"{session}.key"

    def _sync(self) -> None:
        """A new or removed name is on the disk only when its folder is."""
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def encrypt(key: bytes, name: str, person: str) -> bytes:
    """`person` is bound to it: one person's name cannot be given to another by moving bytes."""
    plain = name.encode()
    plain = plain.ljust(-(-max(1, len(plain)) // PADDED_BYTES) * PADDED_BYTES, b"\0")
    nonce = secrets.token_bytes(NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, person.encode())


def decrypt(key: bytes | None, stored: bytes | None, person: str) -> str:
    """Empty if there is no name, or no key that opens it."""
    if key is None or stored is None or len(key) != KEY_BYTES:
        return ""
    try:
        plain = AESGCM(key).decrypt(stored[:NONCE_BYTES], stored[NONCE_BYTES:], person.encode())
    except InvalidTag:
        return ""
    return plain.rstrip(b"\0").decode()
