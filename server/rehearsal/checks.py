"""The client's half of ICE towards an ICE-lite server: checks, nomination and consent (RFC 8445, RFC 7675).

Sans-IO: builds requests, judges responses. May import the standard library and aioice.stun.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from aioice import stun

FIRST_INTERVAL_MS = 50
LONGEST_INTERVAL_MS = 800
CONSENT_INTERVAL_MS = 2500
CONSENT_LOST_MS = 10_000
_PRIORITY = 1_853_824_767
_REMEMBERED = 64

Address = tuple[str, int]


@dataclass(slots=True)
class Checks:
    """Checks of one peer. `path` is the first candidate that answered, None until then."""

    local_ufrag: str
    remote_ufrag: str
    remote_password: str
    candidates: list[Address]
    path: Address | None = None
    answered_ms: int = 0
    _due_ms: int = 0
    _interval_ms: int = FIRST_INTERVAL_MS
    _tie_breaker: int = field(default_factory=lambda: secrets.randbits(64))
    _pending: dict[bytes, Address] = field(default_factory=dict)

    def due(self, now_ms: int) -> list[tuple[bytes, Address]]:
        """The requests to send now: to all candidates with growing intervals, then consent on the path."""
        if now_ms < self._due_ms:
            return []
        if self.path is None:
            self._due_ms = now_ms + self._interval_ms
            self._interval_ms = min(2 * self._interval_ms, LONGEST_INTERVAL_MS)
            return [(self._request(address), address) for address in self.candidates]
        self._due_ms = now_ms + CONSENT_INTERVAL_MS
        return [(self._request(self.path), self.path)]

    def consent_now(self) -> None:
        """Let the next `due` send a check at once: the own address has changed."""
        self._due_ms = 0

    def lost(self, now_ms: int) -> bool:
        """Whether an established path has not answered for ten seconds."""
        return self.path is not None and now_ms - self.answered_ms > CONSENT_LOST_MS

    def on_datagram(self, datagram: bytes, now_ms: int) -> bool:
        """Take a STUN message; True if it is an authenticated answer to one of our requests. Never raises."""
        try:
            message = stun.parse_message(datagram)
            genuine = message.check_message_integrity(self.remote_password.encode())
        except Exception:  # the parser raises many types on malformed input; all mean "not an answer"
            return False
        if not genuine or message.message_class != stun.Class.RESPONSE:
            return False
        address = self._pending.pop(message.transaction_id, None)
        if address is None:
            return False
        if self.path is None:
            self.path, self._due_ms = address, now_ms + CONSENT_INTERVAL_MS
        self.answered_ms = now_ms
        return True

    def _request(self, address: Address) -> bytes:
        message = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
        message.attributes["USERNAME"] = f"{self.remote_ufrag}:{self.local_ufrag}"
        message.attributes["PRIORITY"] = _PRIORITY
        message.attributes["ICE-CONTROLLING"] = self._tie_breaker
        message.attributes["USE-CANDIDATE"] = None
        message.add_message_integrity(self.remote_password.encode())
        self._pending[message.transaction_id] = address
        while len(self._pending) > _REMEMBERED:
            del self._pending[next(iter(self._pending))]
        return bytes(message)
