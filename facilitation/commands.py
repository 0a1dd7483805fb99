"""What somebody asks for. Imperative, frozen; `session.decide` grants or refuses them.

`about` names what the asker was looking at: the phase entry, the case or the turn, as their counters in the
state. A command conflicts only if that very thing has changed since, so two leaders who press at once get one
effect and one `conflict`, while an unrelated change never gets in anybody's way.
"""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import Floor, Gate, Role, SeatId, Word

# --- asked by the house: the server itself, on behalf of nobody (actor None) ---


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Somebody came in by a valid link: the next free seat, waiting (leaders sit down at once)."""

    role: Role


@dataclass(frozen=True, slots=True)
class ComeBack:
    """Somebody who had left opens the link again: the same seat, in the waiting room."""

    seat: SeatId


@dataclass(frozen=True, slots=True)
class ReportLink:
    """The media path of a seat came up or went down."""

    seat: SeatId
    up: bool


# --- asked by leaders ---


@dataclass(frozen=True, slots=True)
class Admit:
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Remove:
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Begin:
    """Enter the first phase."""


@dataclass(frozen=True, slots=True)
class ChoosePresenter:
    about: int
    """The case."""
    seat: SeatId


@dataclass(frozen=True, slots=True)
class Advance:
    """Enter the next phase, or a later one if all between are optional, or need a presenter while there is none."""

    about: int
    """The phase entry."""
    to: str | None = None
    """The key of the phase to enter; None is the next one."""


@dataclass(frozen=True, slots=True)
class StepBack:
    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class Extend:
    about: int
    """The phase entry."""
    by_ms: int


@dataclass(frozen=True, slots=True)
class Pause:
    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class Resume:
    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Bring the presenter back into the circle before the phase is over."""

    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class PushBack:
    """Push the presenter back again after a recall; leaders or the presenter."""

    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class SetFloor:
    """The leader's switch, for this phase entry: for example one at a time (queue, hard)."""

    about: int
    """The phase entry."""
    floor: Floor
    gate: Gate


@dataclass(frozen=True, slots=True)
class GrantTurn:
    about: int
    """The phase entry."""
    seat: SeatId


@dataclass(frozen=True, slots=True)
class EndTurn:
    """Leaders, or whoever holds the turn."""

    about: int
    """The turn."""


@dataclass(frozen=True, slots=True)
class End:
    """End the session for everyone."""


# --- asked by anyone in the circle, about themselves ---


@dataclass(frozen=True, slots=True)
class OfferCase:
    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class WithdrawOffer:
    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class RaiseHand:
    pass


@dataclass(frozen=True, slots=True)
class LowerHand:
    """One's own, or (leaders) somebody's."""

    seat: SeatId | None = None


@dataclass(frozen=True, slots=True)
class TellLeaders:
    """The presenter's private line."""

    word: Word


@dataclass(frozen=True, slots=True)
class Leave:
    pass


HouseCommand = TakeSeat | ComeBack | ReportLink
PersonalCommand = (
    Admit | Remove | Begin | ChoosePresenter | Advance | StepBack | Extend | Pause | Resume | Recall | PushBack
    | SetFloor | GrantTurn | EndTurn | End | OfferCase | WithdrawOffer | RaiseHand | LowerHand | TellLeaders | Leave
)  # fmt: skip
"""What a client may send. A house command never comes over the wire."""
Command = HouseCommand | PersonalCommand
