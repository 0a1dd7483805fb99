"""What reaches a simulated server, one step at a time; a trace is a list of these, and replays without the world.

`at_ms` is the world's time: it runs on while no server does. The server makes session time of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from facilitation import commands as c
from facilitation.state import SessionState

CASE = (
    c.ChoosePresenter, c.OfferCase, c.WithdrawOffer, c.NameOne, c.CloseChoice, c.AcceptAudience, c.WithdrawCase,
    c.CloseCase, c.GoOn,
)  # fmt: skip
"""Commands about a case; written out, and not taken from the code."""
TURN = (c.EndTurn, c.PassTurn)
LEAD = (c.PassLead,)


@dataclass(frozen=True, slots=True)
class Asked:
    at_ms: int
    seat: int | None
    """None: the house itself."""
    command: c.Command
    id: str = ""
    dies: str = ""
    """The server dies of it: "before" the commit, once it is "committed", or once everyone was "told" but the asker."""
    off: int | None = None
    """If given, `about` is made anew: this far from what stands when the step is taken. Shrinking needs it."""


@dataclass(frozen=True, slots=True)
class Rang:
    at_ms: int


@dataclass(frozen=True, slots=True)
class Spoke:
    """Somebody's packets reach the plane."""

    at_ms: int
    seat: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A page says hello: a new one, or one whose connection was cut."""

    at_ms: int
    seat: int
    tab: int = 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A page's connection ends; the last `unread` messages on it never arrived."""

    at_ms: int
    seat: int
    tab: int = 1
    unread: int = 0


@dataclass(frozen=True, slots=True)
class Killed:
    at_ms: int


@dataclass(frozen=True, slots=True)
class Started:
    at_ms: int


@dataclass(frozen=True, slots=True)
class Jumped:
    """The wall clock is set."""

    at_ms: int
    by_ms: int


Step = Asked | Rang | Spoke | Opened | Cut | Killed | Started | Jumped


def stands(state: SessionState, command: c.Command) -> int:
    """What the command's `about` must equal now."""
    if isinstance(command, CASE):
        return state.case
    if isinstance(command, TURN):
        return state.turn.number if state.turn else 0
    return state.leads if isinstance(command, LEAD) else state.entry


def aimed(state: SessionState, step: Asked) -> c.Command:
    """The command, about what stands now where the step says so."""
    if step.off is None or not hasattr(step.command, "about"):
        return step.command
    command: Any = step.command
    return replace(command, about=max(0, stands(state, command) + step.off))
