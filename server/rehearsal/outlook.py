"""What a member's page knows: the last snapshot, kept current by news, and told to the behaviours as a View.

Pure: the wire's rules for audiences and sequence numbers, without a socket. May import the standard library only.
"""

from __future__ import annotations

from typing import Any

from server.rehearsal.view import Turn, View

Message = dict[str, Any]
PROTOCOL = 1
_LEADING = frozenset({"leader", "co_leader"})
_IN_CIRCLE = frozenset({"members", "presenter", "leaders"})


class Outlook:
    """Feed it what the server sends, in order."""

    def __init__(self) -> None:
        self.seat = 0
        self.role = ""
        self.epoch: str | None = None
        self.audience: str | None = None
        self.seq: int | None = None
        self.view: Message = {}
        self._slots: dict[str, int] | None = None
        """By seat the slot that carries it; None where a seat is its slot."""

    def hello(self) -> Message:
        """What to say first, or after a gap."""
        return {"protocol": PROTOCOL, "epoch": self.epoch, "audience": self.audience, "seq": self.seq}

    def take_answer(self, answer: Message) -> bool:
        """Take the answer to hello; False if it was refused, or what it brings does not join on."""
        if not answer.get("ok"):
            return False
        if "snapshot" in answer:
            self.take_snapshot(answer["snapshot"])
            return True
        return all(self.take_news(news) for news in answer.get("missed", ()))

    def take_snapshot(self, snapshot: Message) -> None:
        """Start anew from everything that this audience may know."""
        self.seat, self.role = snapshot["you"]["seat"], snapshot["you"]["role"]
        self.epoch, self.audience, self.seq = snapshot["epoch"], snapshot["audience"], snapshot["seq"]
        self.view = dict(snapshot["view"])
        self.take_slots(snapshot)

    def take_news(self, news: Message) -> bool:
        """Apply news. False if something before it is missing: say hello again."""
        if (news["epoch"], news["audience"]) != (self.epoch, self.audience) or self.seq is None:
            return False
        if news["seq"] > self.seq + 1:
            return False
        if news["seq"] == self.seq + 1:
            self.seq = news["seq"]
            self.view |= news["changes"]
        return True

    def take_slots(self, message: Message) -> None:
        """Which seat each slot carries from now on."""
        self._slots = message["slots"]

    @property
    def over(self) -> bool:
        """Whether there is nothing more to come: the session has ended, or the place is gone."""
        return self.view.get("stage") == "ended" or self.audience == "gone"

    def seen(self, heard: frozenset[int]) -> View:
        """The View for a behaviour; `heard` is the slots in which a voice arrives."""
        phase, case, turn, scene = (self.view.get(key) or {} for key in ("phase", "case", "turn", "scene"))
        seats: Message = self.view.get("seats") or {}
        return View(
            seat=self.seat,
            seated=self.audience in _IN_CIRCLE and self.role != "observer",
            running=self.view.get("stage") == "running",
            paused=bool(self.view.get("paused")),
            kind=phase.get("kind", ""),
            entry=phase.get("entry", 0),
            case=case.get("number", 0),
            floor=(self.view.get("floor") or {}).get("kind", "open"),
            presenter=case.get("presenter"),
            invited=scene.get("invited", {}).get(str(self.seat), ""),
            cast=frozenset(int(seat) for key in ("cast", "invited") for seat in scene.get(key, {})),
            others=tuple(
                int(seat)
                for seat, holder in seats.items()
                if holder["role"] == "member" and holder["standing"] == "seated" and int(seat) != self.seat
            ),
            pushed_back=case.get("stance", "in_circle") != "in_circle",
            turn=Turn(turn["number"], turn["seat"]) if turn else None,
            offers=tuple(self.view.get("offers") or ()),
            hands=tuple(self.view.get("hands") or ()),
            leading=frozenset(int(seat) for seat, holder in seats.items() if holder["role"] in _LEADING),
            heard=heard if self._slots is None else self._lent(self._slots, heard),
        )

    @staticmethod
    def _lent(slots: dict[str, int], heard: frozenset[int]) -> frozenset[int]:
        return frozenset(int(seat) for seat, slot in slots.items() if slot in heard)
