"""A format: the phase table of a way of working, parsed from TOML and validated.

A new way of working is a new file in `formats/`, not new code. Every error names file, phase and key.
Imports nothing but the standard library; reading the file is the caller's business (`parse` takes text).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from facilitation.vocabulary import AtLimit, Floor, Gate, PhaseKind, Stance, Within

MINUTE_MS = 60_000
SEATS_MOST = 16
"""Seats are fixed slots in everyone's connection; more than 16 come with signalled assignment."""


class FormatError(ValueError):
    """What is wrong with a format, with file, phase and key, in one line."""


@dataclass(frozen=True, slots=True)
class TurnRule:
    limit_ms: int | None = None
    at_limit: AtLimit = AtLimit.INFORM


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
    optional: bool = False
    offers: bool = False
    """Cases are offered and a presenter is chosen here; entering it forwards opens a new case."""
    within: Within = Within.CIRCLE
    turn: TurnRule = TurnRule()
    at_limit: AtLimit = AtLimit.INFORM

    @property
    def needs_presenter(self) -> bool:
        """Nobody can be pushed back, or given the presenter's floor, before a presenter is chosen."""
        return self.stance is not Stance.IN_CIRCLE or self.floor in (
            Floor.PRESENTER,
            Floor.ASKER_AND_PRESENTER,
        )


@dataclass(frozen=True, slots=True)
class Format:
    key: str
    version: int
    members_min: int
    members_max: int
    seats: int
    phases: tuple[Phase, ...]
    speed: float = 1.0
    """How many times faster than real time its times run; only rehearsals and tests are not at 1."""

    def scaled(self, speed: float) -> Format:
        """The same form in compressed time, for rehearsals and tests: `speed` 10 makes a minute six seconds.

        Raises ValueError unless `speed` is positive."""
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


def parse(text: str, file: str) -> Format:
    """The format written in `text`. `file` is only named in errors. Raises FormatError."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FormatError(f"{file}: not valid TOML: {error}") from None
    top = _Table(table, file)
    raw = top.take("phases", list, [])
    if not raw or not all(isinstance(phase, dict) for phase in raw):
        raise FormatError(f"{file}: phases: at least one [[phases]] table is needed")
    phases = tuple(_phase(phase, file, number) for number, phase in enumerate(raw, 1))
    members = _Table(top.take("members", dict, {}), f"{file}: members")
    result = Format(
        key=top.take("key", str),
        version=top.whole("version", 1, 10_000),
        members_min=members.whole("min", 1, 100),
        members_max=members.whole("max", 1, 100),
        seats=top.whole("seats", 2, SEATS_MOST),
        phases=phases,
    )
    members.nothing_left()
    top.nothing_left()
    _check(result, file)
    return result


def _phase(raw: Mapping[str, Any], file: str, number: int) -> Phase:
    t = _Table(raw, f"{file}: phase {raw.get('key', number)!r}")
    low, typical, high = t.minutes("minutes")
    turn = _Table(t.take("turn", dict, {}), f"{t.where}: turn")
    limit = turn.whole("limit_seconds", 1, 3600) * 1000 if "limit_seconds" in turn.rest else None
    rule = TurnRule(limit, turn.word("at_limit", AtLimit, AtLimit.INFORM))
    turn.nothing_left()
    phase = Phase(
        key=t.take("key", str),
        kind=t.word("kind", PhaseKind),
        min_ms=low,
        typical_ms=typical,
        max_ms=high,
        floor=t.word("floor", Floor),
        gate=t.word("gate", Gate),
        stance=t.word("stance", Stance, Stance.IN_CIRCLE),
        optional=t.take("optional", bool, False),
        offers=t.take("offers", bool, False),
        within=t.word("within", Within, Within.CIRCLE),
        turn=rule,
        at_limit=t.word("at_limit", AtLimit, AtLimit.INFORM),
    )
    t.nothing_left()
    return phase


def _check(fmt: Format, file: str) -> None:
    """What no single key can show: the form must be one that can be held."""
    if fmt.members_max < fmt.members_min:
        raise FormatError(f"{file}: members: max is less than min")
    if fmt.members_min + 1 > fmt.seats:
        raise FormatError(
            f"{file}: seats: {fmt.seats} seats do not hold {fmt.members_min} members and a leader"
        )
    seen: set[str] = set()
    presenter_may_exist = False
    for phase in fmt.phases:
        where = f"{file}: phase {phase.key!r}"
        if phase.key in seen:
            raise FormatError(f"{where}: key: another phase has it")
        seen.add(phase.key)
        key = "floor" if phase.stance is Stance.IN_CIRCLE else "stance"
        if phase.offers and phase.needs_presenter:
            raise FormatError(f"{where}: {key}: needs a presenter, who is only chosen here (offers = true)")
        if phase.needs_presenter and not presenter_may_exist:
            raise FormatError(f"{where}: {key}: needs a presenter, and no phase before it has offers = true")
        if phase.floor is Floor.PRESENTER and phase.stance is not Stance.IN_CIRCLE:
            raise FormatError(f"{where}: stance: the floor is the presenter's, who cannot be back")
        if phase.floor is Floor.ASKER_AND_PRESENTER and phase.stance is not Stance.IN_CIRCLE:
            raise FormatError(f"{where}: stance: the presenter answers here and cannot be back")
        if phase.offers and phase.within is Within.LEADERS:
            raise FormatError(f"{where}: within: members cannot offer a case in a room of the leaders")
        if phase.offers and phase.optional:
            raise FormatError(f"{where}: optional: without a case call there is no case")
        presenter_may_exist = presenter_may_exist or phase.offers


W = TypeVar("W", bound=StrEnum)
T = TypeVar("T")
_NEEDED: Any = object()


class _Table:
    """Takes keys out of a TOML table one by one, and complains of what is missing, wrong or left over."""

    def __init__(self, raw: Mapping[str, Any], where: str) -> None:
        self.rest = dict(raw)
        self.where = where

    def take(self, key: str, kind: type[T], default: T = _NEEDED) -> T:
        value = self.rest.pop(key, default)
        if value is _NEEDED:
            raise FormatError(f"{self.where}: {key}: missing")
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise FormatError(f"{self.where}: {key}: expected {kind.__name__}, found {value!r}")
        return value

    def whole(self, key: str, least: int, most: int) -> int:
        value = self.take(key, int)
        if not least <= value <= most:
            raise FormatError(f"{self.where}: {key}: {value} is not between {least} and {most}")
        return value

    def word(self, key: str, words: type[W], default: W = _NEEDED) -> W:
        if key not in self.rest and default is not _NEEDED:
            return default
        text = self.take(key, str)
        try:
            return words(text)
        except ValueError:
            raise FormatError(f"{self.where}: {key}: {text!r} is none of {', '.join(words)}") from None

    def minutes(self, key: str) -> tuple[int, int, int]:
        values = self.take(key, list)
        if len(values) != 3 or not all(type(v) in (int, float) and 0 <= v <= 600 for v in values):
            raise FormatError(
                f"{self.where}: {key}: expected [min, typical, max] in minutes, found {values!r}"
            )
        low, typical, high = (round(v * MINUTE_MS) for v in values)
        if not low <= typical <= high:
            raise FormatError(f"{self.where}: {key}: min, typical, max must not decrease: {values!r}")
        return low, typical, high

    def nothing_left(self) -> None:
        if self.rest:
            raise FormatError(f"{self.where}: {sorted(self.rest)[0]}: unknown key")
