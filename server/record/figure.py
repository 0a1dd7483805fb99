"""A drawing of a record, beside the table of its numbers; and how its figures and phases are written."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facilitation.structure import HALF_S
from facilitation.structure_record import PhaseStructure
from server.record.bars import Words


class Table(NamedTuple):
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    name: str = ""
    """Where there is another beside it."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`columns` and `rows` are the same as the drawing, to read, and may say more; the first of each row is what it is
    about."""

    key: str
    title: str
    svg: str
    """Empty where nothing of it can be told: its note says so."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    """What one must know to read it."""
    below: str = ""
    """What one may read after the drawing: below it, in sight,"""
    reading: str = ""
    """and folded."""
    why: str = ""
    """Why nothing of it can be told, which its note says, too."""
    label: str = ""
    """What must stand on it wherever it is shown, also without the page."""
    unit: str = ""
    """What its figures are, for whoever has the drawing alone."""
    narrow: str = ""
    """The same drawing for a telephone, where the other is too wide for one."""
    more: Table | None = None
    """What a second table tells, where one has not all."""

    @property
    def timed(self) -> bool:
        """Whether its figures are times, which are read without a word."""
        return self.key in UNITS["time"]

    @property
    def tables(self) -> list[Table]:
        return [Table(self.columns, self.rows), *([self.more] if self.more else [])]


UNITS = {
    "time": ("course", "held", "timeline", "plans"),
    "part": ("shares",),
    "time-part": ("roles",),
    "mixed": ("evenly",),
    "silences-mixed": ("quiet",),
    "turns": ("by_phase", "turn_lengths", "turns"),
    "silences": ("silences",),
}
"""The words for what the figures of a drawing are, and of which; of any other they say how often."""


def unit(key: str, words: Words) -> str:
    return words(f"figure-unit-{next((one for one, keys in UNITS.items() if key in keys), 'count')}")


def minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def known(seconds: int | None, words: Words) -> str:
    return words("figure-not-known") if seconds is None else minutes(seconds)


def some(seconds: int, words: Words, of: int = 1) -> str:
    """Of what took place, or was planned to: less than half a step is not nothing. `of` so many times together."""
    under = str(math.ceil(of * HALF_S))
    return minutes(seconds) if seconds else words("figure-under-step", seconds=under)


def spoken(seconds: int | None, turns: int | None, words: Words) -> str:
    """For how long somebody spoke: who had a turn, if only of a word, did."""
    return some(seconds, words) if turns and seconds is not None else known(seconds, words)


def percent(part: float | None, words: Words, none: str = "–") -> str:
    return none if part is None else words("figure-percent", part=round(100 * part))


def decimal(part: float, words: Words) -> str:
    """As `0.45`, `0,45`."""
    whole, rest = divmod(round(100 * part), 100)
    return words("figure-hundredths", whole=whole, rest=f"{rest:02}")


def phase_name(phase: PhaseStructure, phases: Sequence[PhaseStructure], words: Words) -> str:
    """With the number of its case where there are several."""
    name = words(f"phase-{phase.kind}")
    several = max(one.case or 0 for one in phases) > 1
    return f"{name}\u00a0·\u00a0{phase.case}" if phase.case and several else name
