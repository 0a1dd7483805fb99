"""What each audience has been told, numbered without a gap, and kept for those who come back.

An audience is told exactly when its view changes (`facilitation.audience`), so what it may not know leaves no trace.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from facilitation.audience import Audience, Views, live_views, renewed
from facilitation.state import SessionState

Message = dict[str, Any]
KEPT = 256
"""News kept for each audience: more than an outage of a few minutes brings; beyond that a snapshot is cheaper."""


class Bulletin:
    def __init__(self, epoch: str) -> None:
        self.epoch = epoch
        self._seq = dict.fromkeys(Audience, 0)
        self._told: dict[Audience, deque[Message]] = {a: deque(maxlen=KEPT) for a in Audience}
        self._last: tuple[SessionState, Views] | None = None

    def seq(self, audience: Audience) -> int:
        """The number of the last news this audience was told."""
        return self._seq[audience]

    def announce(self, before: SessionState, after: SessionState, now_ms: int) -> dict[Audience, Message]:
        """The news for each audience whose view changed; none for the others."""
        told: dict[Audience, Message] = {}
        views, news = renewed(self._views(before), before, after)
        self._last = after, views
        for audience, changed in news.items():
            if not changed:
                continue
            self._seq[audience] += 1
            told[audience] = {
                "epoch": self.epoch,
                "audience": audience,
                "seq": self._seq[audience],
                "now": now_ms,
                "changes": changed,
            }
            self._told[audience].append(told[audience])
        return told

    def _views(self, state: SessionState) -> Views:
        """Of the state that was announced last they are at hand."""
        return self._last[1] if self._last and self._last[0] is state else live_views(state)

    def since(self, epoch: object, audience: Audience, seq: object) -> list[Message] | None:
        """What this audience was told after `seq`; None if that is no longer (or was never) known: send a snapshot."""
        if epoch != self.epoch or not isinstance(seq, int) or not 0 <= seq <= self._seq[audience]:
            return None
        missed = [message for message in self._told[audience] if message["seq"] > seq]
        return missed if len(missed) == self._seq[audience] - seq else None
