"""Challenges that are out: each for one browser, one purpose and one answer, in memory only. Whoever is caught by a
restart of the server presses once more."""

from __future__ import annotations

import secrets
from collections.abc import Callable

CHALLENGE_BYTES = 32
OUT_MOST = 1000


class Challenges:
    def __init__(self, clock: Callable[[], float], lasts_s: float) -> None:
        self._clock, self._lasts_s = clock, lasts_s
        self._out: dict[str, tuple[bytes, str, float]] = {}

    def give(self, purpose: str) -> tuple[str, bytes]:
        """The secret by which this browser is known again, and the challenge. Of too many the oldest goes."""
        while len(self._out) >= OUT_MOST:
            del self._out[next(iter(self._out))]
        secret, challenge = secrets.token_urlsafe(24), secrets.token_bytes(CHALLENGE_BYTES)
        self._out[secret] = challenge, purpose, self._clock() + self._lasts_s
        return secret, challenge

    def take(self, secret: str, purpose: str) -> bytes | None:
        """Used up, whatever comes of it."""
        challenge, given_for, until = self._out.pop(secret, (b"", "", 0.0))
        return challenge if given_for == purpose and self._clock() < until else None
