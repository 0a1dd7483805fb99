"""Our ICE-lite agent (RFC 8445, section 2.5): it answers a client's checks, sends none, and picks the path.

No sockets and no clock: addresses and `now_ms` come in, responses go out as bytes. May import the standard
library and aioice.stun.
"""

from __future__ import annotations

import enum
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aioice import stun

Address = tuple[Any, ...]  # a socket address; host and port come first, the rest is the kernel's

SILENT_MS = 1500  # a path this long without an authenticated packet may be left for any other valid one
UNCONFIRMED_MS = 7000  # Firefox checks every 5 s, give or take a fifth
REMEMBERED_CHECKS = 1024  # about 40 minutes of one browser's checks
KEYS_HELD = 8

# RFC 8445, section 5.3: at least 24 bits of ufrag and 128 of password, from ice-char.
_ICE_CHARS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


class Verdict(enum.Enum):
    """What a check is worth."""

    VALID = "valid"
    REPEATED = "repeated"  # a retransmission from the same address: answered, and nothing else happens
    CONFLICT = "conflict"  # the client thinks that it is controlled: answered by 487
    WRONG_USERNAME = "wrong_username"
    WRONG_INTEGRITY = "wrong_integrity"
    REPLAYED = "replayed"  # somebody else's check, sent again from another address


ANSWERED = frozenset((Verdict.VALID, Verdict.REPEATED, Verdict.CONFLICT))


def parse_request(datagram: bytes) -> stun.Message | None:
    """The binding request in `datagram`, its integrity still unchecked; None for anything else or malformed."""
    try:
        message = stun.parse_message(datagram)
    except Exception:  # aioice lets struct.error, UnicodeDecodeError and more through
        return None
    if message.message_method is not stun.Method.BINDING or message.message_class is not stun.Class.REQUEST:
        return None
    return message


def local_ufrag(request: stun.Message) -> str:
    """The part of USERNAME that names one of our agents; empty if there is none."""
    username = request.attributes.get("USERNAME")
    return username.partition(":")[0] if isinstance(username, str) else ""


@dataclass(frozen=True, slots=True)
class _Key:
    asked: tuple[str, str]
    """The ufrag that the client had of us, and its own new one."""
    username: bytes
    pwd: str


class Agent:
    """One participant's ICE. `path` is where to send, None until a first valid check."""

    def __init__(self, remote_ufrag: str, on_path: Callable[[Address], None] = lambda address: None) -> None:
        """`on_path` is told each time that `path` is another one."""
        self._keys: dict[str, _Key] = {}  # by our ufrag; the newest last
        self._checked = ""
        """The one of them that the last valid check was made with."""
        self.ufrag, self.pwd, _ = self.restart(remote_ufrag)
        self.path: Address | None = None
        self._on_path = on_path
        self.path_heard_ms = 0  # set by whoever authenticates media from `path`
        self._checks: dict[bytes, Address] = {}  # transaction id -> where it came from, oldest first
        self._former: Address | None = None  # the path to go back to while `path` is unconfirmed
        self._revert_at_ms = 0

    def restart(self, remote_ufrag: str, used: str = "") -> tuple[str, str, list[str]]:
        """Our new ufrag and password, and the ufrags that are ours no more. `used` is the ufrag that the client has of
        us: it stays valid, since a browser's first checks from its new network still use it.

        Asked once more for the same, as where an answer is long in coming, it is the same. Which answer the client took
        is not known before it checks with it, and what it asked long ago may come late: whatever is newer than `used`
        stays valid until a check with something newer still was."""
        asked = used, remote_ufrag
        for ufrag, key in self._keys.items():
            if used and key.asked == asked:
                return ufrag, key.pwd, []
        self.ufrag = "".join(secrets.choice(_ICE_CHARS) for _ in range(8))
        self.pwd = "".join(secrets.choice(_ICE_CHARS) for _ in range(24))
        dropped = self._superseded(used)
        for one in dropped:
            del self._keys[one]
        self._keys[self.ufrag] = _Key(asked, f"{self.ufrag}:{remote_ufrag}".encode(), self.pwd)
        return self.ufrag, self.pwd, dropped

    def _superseded(self, used: str) -> list[str]:
        """What need not stay valid beside a further one."""
        held = list(self._keys)
        newer = held[held.index(used) + 1 :] if used in held else []
        if self._checked in newer:
            newer = newer[newer.index(self._checked) :]
        spare = [one for one in newer if one != self._checked]
        kept = {used, *newer} - set(spare[: max(0, len(newer) + 2 - KEYS_HELD)])
        return [one for one in held if one not in kept]

    def known_as(self, ufrag: str) -> bool:
        """Whether that is a ufrag of ours that is still valid."""
        return ufrag in self._keys

    @property
    def unconfirmed(self) -> bool:
        """Whether `path` rests on media alone, so far without a valid check."""
        return self._former is not None

    def examine(self, request: stun.Message, address: Address) -> Verdict:
        """Authenticate a request. Remembers its transaction id and which of our ufrags it used, and
        changes nothing else."""
        key = self._key(request)
        if key is None:
            return Verdict.WRONG_USERNAME
        if not request.check_message_integrity(key):
            return Verdict.WRONG_INTEGRITY
        known = self._checks.get(request.transaction_id)
        if known is not None:
            return Verdict.REPEATED if known == address else Verdict.REPLAYED
        if len(self._checks) >= REMEMBERED_CHECKS:
            del self._checks[next(iter(self._checks))]
        self._checks[request.transaction_id] = address
        if "ICE-CONTROLLED" in request.attributes:
            return Verdict.CONFLICT
        self._checked = local_ufrag(request)
        return Verdict.VALID

    def response(self, request: stun.Message, address: Address, verdict: Verdict) -> bytes:
        """The datagram that answers an authenticated request."""
        conflict = verdict is Verdict.CONFLICT
        response = stun.Message(
            message_method=stun.Method.BINDING,
            message_class=stun.Class.ERROR if conflict else stun.Class.RESPONSE,
            transaction_id=request.transaction_id,
        )
        if conflict:
            response.attributes["ERROR-CODE"] = (487, "Role Conflict")
        else:
            response.attributes["XOR-MAPPED-ADDRESS"] = (address[0], address[1])
        key = self._key(request)
        assert key is not None, "it was authenticated"
        response.add_message_integrity(key)
        return bytes(response)

    def _key(self, request: stun.Message) -> bytes | None:
        username = request.attributes.get("USERNAME", "").encode()
        keys = self._keys.values()
        return next((key.pwd.encode() for key in keys if hmac.compare_digest(username, key.username)), None)

    def accept(self, address: Address, *, nominated: bool, now_ms: int) -> None:
        """A valid check came from `address`.

        The first one makes the path. Later the path moves on nomination, or when it was silent: never to the latest
        valid check, as browsers check backup pairs too.
        """
        if address == self.path:
            self._former = None
            self.path_heard_ms = now_ms
        elif self.path is None or nominated or self.unconfirmed or now_ms - self.path_heard_ms > SILENT_MS:
            self._take(address, now_ms)

    def rebind(self, address: Address, now_ms: int) -> None:
        """Authenticated media came from an unknown address: follow it, but only for a while without a check."""
        if self._former is None:
            self._former = self.path
        self._move(address, now_ms)
        self._revert_at_ms = now_ms + UNCONFIRMED_MS

    def on_media(self, address: Address, now_ms: int) -> None:
        """Authenticated media came from an address that is not `path`: the former path is alive, so go back."""
        if address == self._former:
            self._take(address, now_ms)

    def on_timer(self, now_ms: int) -> None:
        if self._former is not None and now_ms >= self._revert_at_ms:
            self._take(self._former, now_ms)

    def _take(self, address: Address, now_ms: int) -> None:
        self._move(address, now_ms)
        self._former = None

    def _move(self, address: Address, now_ms: int) -> None:
        self.path = address
        self.path_heard_ms = now_ms
        self._on_path(address)
