"""Where sessions stand along the months: a column for each, a gap for each month that has no record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from string import ascii_lowercase
from typing import NamedTuple

from facilitation.structure_record import StructureRecord
from server.by_locale import month_alone, short_month

LONGEST = 12
"""Letters below a column; where something is called by a longer name, each has its number."""
MOST_GAPS = 3
"""Of more months on end that have none, one gap is drawn for all."""
MORE = "…"
_LETTER = re.compile(r"( [a-z]{1,3})(?: · .*)?", re.ASCII)
"""What `named` gave; a file's name may follow."""


class Slot(NamedTuple):
    name: str
    year: str = ""
    """Where it is not that of the slot before."""
    at: int | None = None
    """Which session; None: a gap."""
    month: str = ""
    """Its name without a letter or a sign; empty where it is called otherwise than by its month."""
    sign: str = ""
    """Which its name ends with."""

    @property
    def letter(self) -> str:
        """Which it has in its month."""
        return self.name.removeprefix(self.month).removesuffix(self.sign).strip() if self.month else ""


def named(records: Sequence[StructureRecord], names: Sequence[str], language: str) -> list[str]:
    """What each is called: as somebody says, else by its month, with a letter where several share it."""
    own = [_month(one, language) for one in records]
    return list(names) or [
        f"{name} {letter}".rstrip() for name, letter in zip(own, lettered(records), strict=True)
    ]


def lettered(records: Sequence[StructureRecord]) -> list[str]:
    """A letter for each of those that share a month, so that one is found again: it tells no order of time. Else
    nothing."""
    each, before, found = Counter(one.month for one in records), Counter[str | None](), []
    for one in records:
        round_, n = divmod(before[one.month], len(ascii_lowercase))
        found.append(ascii_lowercase[n] * (round_ + 1) if each[one.month] > 1 else "")
        before[one.month] += 1
    return found


def slots(records: Sequence[StructureRecord], called: Sequence[str], language: str) -> list[Slot]:
    """Of sessions in their order. Those that are called otherwise than by their months stand by name, or by number."""
    months = [one.month for one in records]
    by_month = all(name.startswith(_month(one, language)) for one, name in zip(records, called, strict=True))
    letters = [
        letter[1] if (letter := _LETTER.fullmatch(name.removeprefix(_month(one, language)))) else ""
        for one, name in zip(records, called, strict=True)
    ]
    own = zip(records, letters, strict=True)
    if by_month and None in months:
        return [
            Slot(_month(one, language) + letter, at=n, month=_month(one, language))
            for n, (one, letter) in enumerate(own)
        ]
    if not by_month:
        short = max(map(len, called)) <= LONGEST
        return [Slot(name if short else str(n + 1), at=n) for n, name in enumerate(called)]
    found: list[Slot] = []
    before: int | None = None
    for n, month in enumerate(filter(None, months)):
        year, number = map(int, month.split("-"))
        at = 12 * year + number - 1
        missing = [] if before is None else list(range(before + 1, at))
        if len(missing) > MOST_GAPS:
            found.append(Slot(MORE, month=MORE))
        else:
            names = [month_alone(one % 12 + 1, language) for one in missing]
            found += [Slot(name, month=name) for name in names]
        new, name = before is None or before // 12 != year, month_alone(number, language)
        found.append(Slot(name + letters[n], str(year) if new else "", n, name))
        before = at
    return found


def begun(slots: Sequence[Slot]) -> list[int]:
    """Where each month begins."""
    return [n for n, one in enumerate(slots) if n == 0 or one.month != slots[n - 1].month]


def by_number(slots: Sequence[Slot]) -> bool:
    """Whether below the columns there are numbers in place of names."""
    return [one.name for one in slots] == [str(n) for n, _ in enumerate(slots, 1)]


def _month(record: StructureRecord, language: str) -> str:
    return "–" if record.month is None else short_month(record.month, language)
