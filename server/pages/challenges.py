"""Challenges that are out: each for one browser, one purpose and one answer, in memory only. Whoever is caught by a
restart of the server presses once more.

Those who ask pay for themselves: of too many of one's own, one's own oldest goes."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass

CHALLENGE_BYTES = 32
OUT_MOST = 1000
EACH_MOST = 40
"""Of one asker; behind one address there may be a clinic."""


@dataclass(frozen=True, slots=True)
class _Out:
    challenge: bytes
    purpose: str
    asker: str
    until: float


class Challenges:
    def __init__(self, clock: Callable[[], float], lasts_s: float) -> None:
        self._clock, self._lasts_s = clock, lasts_s
        self._out: dict[str, _Out] = {}

    def give(self, purpose: str, asker: str) -> tuple[str, bytes]:
        """The secret by which this browser is known again, and the challenge."""
        self._make_room(asker)
        secret, challenge = secrets.token_urlsafe(24), secrets.token_bytes(CHALLENGE_BYTES)
        self._out[secret] = _Out(challenge, purpose, asker, self._clock() + self._lasts_s)
        return secret, challenge

    def take(self, secret: str, purpose: str) -> bytes | None:
        """Used up, whatever comes of it."""
        out = self._out.pop(secret, None)
        return out.challenge if out and out.purpose == purpose and self._clock() < out.until else None

    def _make_room(self, asker: str) -> None:
        theirs = [secret for secret, out in self._out.items() if out.asker == asker]
        if len(theirs) >= EACH_MOST:
            del self._out[theirs[0]]
        elif len(self._out) >= OUT_MOST:
            del self._out[next(iter(self._out))]
