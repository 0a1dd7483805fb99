"""A page of somebody's: knows nothing but what it was sent, and must be able to say what the server would say."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from facilitation.audience import Audience
from facilitation.vocabulary import Standing
from tests.simulation.promises import Promise, must

View = dict[str, Any]
LEADERS_ONLY = frozenset({
    "leads", "quorum", "presenter_overdue", "hint", "named", "presented", "whispering", "back_to", "again",
    "past", "paused_since",
})  # fmt: skip
"""Of a view; written out, and not taken from the code."""
HARMLESS = frozenset({
    "stage", "lead", "phase", "paused", "paused_at", "waits_for", "suspended", "floor", "case", "offers", "hands",
    "turn", "round", "scene", "more",
})  # fmt: skip


class Page:
    """An outlet of the server's. What was sent waits in `inbox` until it is read; what is cut off was not."""

    def __init__(self, seat: int, shown_at_ms: int, now_ms: Callable[[], int]) -> None:
        self.seat = seat
        self.shown_at_ms = shown_at_ms
        self.open = False
        self.replaced = False
        self.audience = ""
        self.epoch = ""
        self.seq = 0
        self.view: View = {}
        self.inbox: deque[tuple[int, str, dict[str, Any]]] = deque()
        self._now_ms = now_ms

    # --- what the server does ---

    def send(self, event: str, message: dict[str, Any]) -> None:
        if event != "people":
            self.inbox.append((self._now_ms(), event, message))

    def ask_there(self, tell: Callable[[bool], None]) -> None:
        """It is there while it is open: a cut is seen at once here."""

    def close(self) -> None:
        self.open = False

    def __str__(self) -> str:
        return f"seat {self.seat}, {self.audience}, at {self.seq}"

    # --- what arrives ---

    def read(self, until_ms: int | None = None, leave: int = 0) -> None:
        """What was sent until then, but for the last `leave` messages."""
        inbox = self.inbox
        while len(inbox) > leave and (until_ms is None or inbox[0][0] <= until_ms):
            _, event, message = inbox.popleft()
            if event == "news":
                self._read(message)
            elif event == "snapshot":
                self._show(message)
            else:
                self.replaced = True

    def greeted(self, answer: dict[str, Any]) -> None:
        """The answer to hello: what was missed, or a snapshot."""
        self.inbox.clear()
        self.open = True
        if "snapshot" in answer:
            self._show(answer["snapshot"])
        for message in answer.get("missed", ()):
            self._read(message)

    def _show(self, snapshot: dict[str, Any]) -> None:
        self.audience, self.epoch = snapshot["audience"], snapshot["epoch"]
        self.seq, self.view = snapshot["seq"], snapshot["view"]
        self._no_secret(self.view)

    def _read(self, news: dict[str, Any]) -> None:
        must(
            news["seq"] == self.seq + 1 and news["audience"] == self.audience and news["epoch"] == self.epoch,
            Promise.NO_GAP,
            self,
        )
        self.seq = news["seq"]
        self.view = self.view | news["changes"]
        self._no_secret(news["changes"])

    def _no_secret(self, shown: View) -> None:
        """Not the leaders' facts, not what somebody told them, not who is in the private room or waits outside."""
        if shown.keys() <= HARMLESS or self.audience == Audience.LEADERS:
            return
        must(LEADERS_ONLY.isdisjoint(shown), Promise.SECRETS, self.audience)
        if "words" in shown:
            own = {word["word"] for word in shown["words"]} <= {"bring_me_back", "need_a_pause"}
            must(self.audience == Audience.PRESENTER and own, Promise.SECRETS, "words")
        if "private" in shown:
            must(self.audience == Audience.PRIVATE, Promise.SECRETS, "private")
        standings = {holder["standing"] for holder in shown.get("seats", {}).values()}
        must(standings <= {Standing.SEATED}, Promise.SECRETS, "standings")
