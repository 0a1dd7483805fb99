"""What must hold in every simulated meeting, whatever happens in it. `tests.simulation.watch` sees that it does."""

from __future__ import annotations

from enum import StrEnum
from typing import Any


class Promise(StrEnum):
    ONE_HOLDER = "a limited floor has one holder at most"
    IN_REACH = "nobody outside of reach is heard or seen"
    PUSHED_BACK = "the pushed-back presenter is not heard while the push back stands"
    LIVE_TURN = "an expired, ended or forgotten turn is not live"
    SURVIVES = "a seat, hand, turn and stance survive any reconnect"
    NO_MORE_REACH = "nobody returns from a reconnect with more reach than before"
    ONE_QUEUE = "the queue is the same for everyone"
    NOT_EARLY = "no timer fires early"
    NOT_FORGOTTEN = "no timer is forgotten"
    REPLAY = "replay equals live"
    WAY_OUT = "every phase has a way out"
    CLOSES = "from every state the meeting can be closed"
    ONE_EFFECT = "a command has one effect, however often it arrives"
    STALE = "a command about what is over has no effect"
    THEIRS_TO_ASK = "nobody decides what is not theirs, and outside of the circle nobody decides anything"
    NOTHING_LEFT = "all that follows by itself has happened"
    NARROWED = "before the commit nobody hears more, and nobody what is about to end"
    SESSION_TIME = "session time is how long servers ran: no outage and no set clock is in it"
    NO_GAP = "an audience's news has no gap"
    IN_STEP = "what a page was told is what it would be shown anew"
    SECRETS = "what leaders alone may know reaches nobody else"
    IN_ORDER = "floor, circles, scene and rooms are as the events say"
    NOTHING_RAISES = "nothing raises"


class Broken(AssertionError):
    """A promise was broken."""

    def __init__(self, promise: Promise, detail: str = "") -> None:
        super().__init__(f"{promise}: {detail}" if detail else str(promise))
        self.promise = promise
        self.detail = detail

    def __reduce__(self) -> tuple[Any, ...]:
        return Broken, (self.promise, self.detail)


def must(held: bool, promise: Promise, *detail: object) -> None:
    """`detail` is put into words only if the promise is broken."""
    if not held:
        raise Broken(promise, " ".join(map(str, detail)))
