"""The case and its presenter."""

from __future__ import annotations

from dataclasses import dataclass

from facilitation.vocabulary import SeatId


@dataclass(frozen=True, slots=True)
class OfferCase:
    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class WithdrawOffer:
    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class ChoosePresenter:
    about: int
    """The case."""
    seat: SeatId
    seen: int | None = None
    """The seat that the asker saw present, 0 for none; None where an older page does not say."""


@dataclass(frozen=True, slots=True)
class NameOne:
    """Whom one would like to hear, where the group chooses; the last word counts, and nobody sees a tally."""

    about: int
    """The case."""
    seat: SeatId


@dataclass(frozen=True, slots=True)
class CloseChoice:
    """Whoever the group names most presents; of equals, who was named first."""

    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class AcceptAudience:
    """The presenter is willing to present before an outer circle."""

    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class WithdrawCase:
    """The presenter takes the case back, at any time and without a reason."""

    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class CloseCase:
    """Leave the case, and go on with the first phase that needs no presenter."""

    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """Do not wait for the presenter, whose link is down: let the clock run."""

    about: int
    """The case."""


@dataclass(frozen=True, slots=True)
class Recall:
    """Bring the presenter back into the circle before the phase is over. Leaders; or the presenter, who asked to be
    brought back, once the format's grace is over."""

    about: int
    """The phase entry."""


@dataclass(frozen=True, slots=True)
class PushBack:
    """Push the presenter back again after a recall; leaders or the presenter."""

    about: int
    """The phase entry."""
