"""A format: the phase table of a way of working. `facilitation.reading` makes one from TOML and refuses a bad one.

A new way of working is a new file in `formats/`, not new code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from facilitation.vocabulary import (
    PRESENTERS,
    AtLimit,
    ChosenBy,
    Floor,
    Gate,
    Heard,
    Latecomers,
    PhaseKind,
    Role,
    RoundOrder,
    Stance,
    Title,
    Within,
)

Text = Mapping[str, str]
"""A text of the format's own, by language code; empty where the phase's kind says enough."""


@dataclass(frozen=True, slots=True)
class TurnRule:
    limit_ms: int | None = None
    at_limit: AtLimit = AtLimit.INFORM


@dataclass(frozen=True, slots=True)
class RoundRule:
    order: RoundOrder = RoundOrder.SEATS
    presenter_answers: bool = False
    """The presenter shares the floor with whoever has the turn, and is not asked."""


@dataclass(frozen=True, slots=True)
class Again:
    """A way back to an earlier phase: another scene, another push back, another case."""

    to: str
    most: int
    """How often the phase `to` may be held, the first time included: within a case, or, if it calls a case, in all."""
    typical: int = 1
    """How often it is held as a rule: what the plan counts with."""


@dataclass(frozen=True, slots=True)
class Phase:
    key: str
    kind: PhaseKind
    min_ms: int
    typical_ms: int
    max_ms: int
    floor: Floor
    gate: Gate
    stance: Stance = Stance.IN_CIRCLE
    heard: Heard = Heard.CIRCLE
    optional: bool = False
    offers: bool = False
    """Cases are offered and a presenter is chosen here; entering it forwards opens a new case."""
    chosen_by: ChosenBy = ChosenBy.LEADERS
    accept: bool = False
    """The presenter accepts the audience here, or not; without a yes the case does not go on."""
    casting: bool = False
    """The parts of a scene are given here."""
    within: Within = Within.CIRCLE
    turn: TurnRule = TurnRule()
    round: RoundRule = RoundRule()
    at_limit: AtLimit = AtLimit.INFORM
    again: Again | None = None
    name: Text = field(default_factory=dict)
    prompts: tuple[Text, ...] = ()
    """What the leaders are reminded of here, in order; nobody else sees it."""

    @property
    def needs_presenter(self) -> bool:
        """Nobody can be pushed back, give parts, or be given the presenter's floor, before a presenter is chosen."""
        return (
            self.stance is not Stance.IN_CIRCLE
            or self.floor in PRESENTERS
            or (self.floor is Floor.ROUND and self.round.presenter_answers)
            or self.accept
            or self.casting
            or self.heard is Heard.CAST
        )

    @property
    def keeps_parts(self) -> bool:
        """Whether the parts of a scene live here; everywhere else they are taken off."""
        return self.casting or self.heard is Heard.CAST


@dataclass(frozen=True, slots=True)
class Circles:
    """The sizes of an inner and an outer circle, leaders not counted."""

    inner_min: int
    inner_max: int
    outer_max: int


@dataclass(frozen=True, slots=True)
class Grace:
    """For how long a lost link is waited for, in ms, before anything else happens."""

    leader_ms: int = 10_000
    """Then another leader leads."""
    speaker_ms: int = 30_000
    """Then a turn ends; until then its clock stands still. 0: the clock runs on."""
    presenter_ms: int = 60_000
    """Then the leader is asked whether to wait, go on or close the case."""
    alone_ms: int = 60_000
    """No leader's link is up: then push back is suspended."""
    recall_ms: int = 20_000
    """A pushed-back presenter who asked to be brought back may then come by themselves."""


@dataclass(frozen=True, slots=True)
class Format:
    key: str
    version: int
    members_min: int
    members_max: int
    seats: int
    phases: tuple[Phase, ...]
    name: Text = field(default_factory=dict)
    circles: Circles | None = None
    roles: frozenset[Role] = frozenset(Role)
    """Who may take a seat."""
    titles: Mapping[Role, Title] = field(default_factory=dict)
    latecomers: Latecomers = Latecomers.LEADER
    grace: Grace = Grace()
    speed: float = 1.0
    """How many times faster than real time its times run; only rehearsals and tests are not at 1."""

    def index(self, key: str) -> int | None:
        """Where the phase of this key stands; None if there is none."""
        return next((n for n, phase in enumerate(self.phases) if phase.key == key), None)

    def scaled(self, speed: float) -> Format:
        """The same form in compressed time, for rehearsals and tests: `speed` 10 makes a minute six seconds.

        Links are lost in real time, so the grace for them stays. Raises ValueError unless `speed` is positive."""
        if not speed > 0:
            raise ValueError("speed must be positive")

        def scale(ms: int) -> int:
            return max(1, round(ms / speed)) if ms else 0

        return replace(
            self,
            speed=self.speed * speed,
            phases=tuple(
                replace(
                    p,
                    min_ms=scale(p.min_ms),
                    typical_ms=scale(p.typical_ms),
                    max_ms=scale(p.max_ms),
                    turn=replace(
                        p.turn, limit_ms=None if p.turn.limit_ms is None else scale(p.turn.limit_ms)
                    ),
                )
                for p in self.phases
            ),
        )
