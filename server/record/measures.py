"""How several sessions of a group went by each measure, as far as it may be told: what a column of a panel shows, and
the cell of the table beside it. What is left out says suppression.py."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, astuple
from typing import NamedTuple

from facilitation.structure_record import Lack, Part, StructureRecord
from facilitation.vocabulary import Intervention
from server.record import suppression
from server.record.bars import Words
from server.record.columns import Blank, Column
from server.record.figure import decimal
from server.record.suppression import FEW, Answer

LENGTHS = ("figure-turn_lengths-0", "figure-turn_lengths-1", "figure-turn_lengths-2", "compare-turns-long")
"""Of turns; the two longest kinds stand together, so that few long ones hide no more than one other count."""
OF_LENGTHS, OF_FLOOR, OF_AFTER = (
    ((0, 1), (2, 3)),
    ((0, 2), (1, 3)),
    ((0, 1, 2),),
)
"""What is told together or not at all: what is few as a rule stands together."""
BETWEEN = {"leader": (0, 1, 2, 3, 6), "presenter": (4, 5, 7), "member": (8,)}
"""Of who came after whom, what is told together, there and back: whoever takes the floor gives it up, so that of each
way alone one that is not told could be reckoned from the ways into a role and out of it."""
TO_AND_FRO = 2 * suppression.LEAST - 1
"""From how many such ways on they are told: a turn is one end of two at most, so that of nine there were five turns."""
OVERLAPS, AT_ONCE, GAPS, LAPSES = slice(3), slice(3, 4), slice(4, 6), slice(6, 7)
"""Of Transfers, what stands together over the months: seven panels of them would be mostly too few to be told."""

SAID = {
    Blank.UNDER: "compare-under",
    Blank.NOT_TOLD: "compare-not-told",
    Blank.NOT_NOTED: "compare-not-noted",
    Blank.NOT_KNOWN: "figure-not-known",
}
"""What stands in a cell in place of a figure; else a dash."""
RECKONED, RECKONED_TURNS = "compare-reckoned", "compare-reckoned-turns"
"""Why something is not told, beside what suppression.py says."""


class Told(NamedTuple):
    """Of one session."""

    column: Column
    cell: str


class Measure(NamedTuple):
    name: str
    told: list[Told]
    """Of each session, in their order."""
    most: float | None = None
    """What fills the panel; None: the highest that there is."""


class Measures:
    def __init__(self, records: Sequence[StructureRecord], words: Words) -> None:
        self._records, self._words = records, words

    def evenly(self) -> list[Measure]:
        """How members' talk was shared out, and how much of it all the leaders said."""
        parts: dict[str, Callable[[StructureRecord], Part | None]] = {
            "compare-gini": lambda one: one.whole.gini,
            "compare-evenness": lambda one: one.whole.evenness,
            "compare-reciprocity": lambda one: one.whole.reciprocity,
        }
        found = [Measure(self._words(name), self._of_members(of), 1.0) for name, of in parts.items()]
        leaders = [self._part(one, suppression.leaders_part(one), self._percent) for one in self._records]
        return [*found, Measure(self._words("compare-leaders-part"), leaders, 1.0)]

    def silence_kept(self) -> Measure:
        told = [self._part(one, suppression.silence_kept(one), self._percent) for one in self._records]
        return Measure(self._words("compare-silence-kept"), told, 1.0)

    def _of_members(self, of: Callable[[StructureRecord], Part | None]) -> list[Told]:
        return [
            self._part(one, suppression.of_members(one, of(one)), self._hundredths) for one in self._records
        ]

    def turns(self) -> list[Measure]:
        """How many, and how long."""
        of_all = [astuple(one.whole.turn_lengths) for one in self._records]
        lengths = [(*of[:3], sum(of[3:])) for of in of_all]
        names = [*map(self._words, ("compare-turns-all", *LENGTHS))]
        return self._counts(names, [sum(of) for of in lengths], lengths, OF_LENGTHS)

    def floor(self) -> list[Measure]:
        """How the floor went from one voice to the next."""
        bins = [astuple(one.whole.transfers) for one in self._records]
        names = ("compare-overlaps", "figure-transfers-3", "compare-gaps", "figure-transfers-6")
        grouped = [[sum(of[part]) for part in (OVERLAPS, AT_ONCE, GAPS, LAPSES)] for of in bins]
        return self._counts([*map(self._words, names)], None, grouped, OF_FLOOR)

    def after(self) -> list[Measure]:
        """Who took the floor after whom: a leader or after one, else whoever presented or after them, else members
        after members."""
        ways = [_ways(one) for one in self._records]
        between = [of and [sum(of[at] for at in one) for one in BETWEEN.values()] for of in ways]
        names = [self._words(f"compare-after-{one}") for one in BETWEEN]
        return self._counts(names, None, between, OF_AFTER, TO_AND_FRO)

    def interventions(self) -> list[Measure]:
        """Of each kind that is told of any session, then of the others together, or of all where no kind is told."""
        of_each = [_by_kind(one) for one in self._records]
        kinds = [kind for kind in Intervention if any(suppression.told(of.get(kind, 0)) for of in of_each)]
        names = [self._words(f"intervention-{kind}") for kind in kinds]
        rest = [
            sum(n for kind, n in of.items() if kind not in kinds or suppression.told(n) is None)
            for of in of_each
        ]
        found = [
            Measure(
                name,
                [self._noted(one, of.get(kind, 0)) for one, of in zip(self._records, of_each, strict=True)],
            )
            for kind, name in zip(kinds, names, strict=True)
        ]
        of_rest = [self._noted(one, n) for one, n in zip(self._records, rest, strict=True)]
        return [*found, Measure(self._words("compare-other-kinds" if kinds else "compare-count"), of_rest)]

    # --- what a figure of one session shows ---

    def _counts(
        self,
        names: Sequence[str],
        sums: Sequence[int] | None,
        counts: Sequence[Sequence[int] | None],
        blocks: suppression.Blocks,
        least: int = suppression.LEAST,
    ) -> list[Measure]:
        """A measure for each name: first of the sums, if there are any, then of the counts, whose sum may be known.
        None in their place: nobody knows them. Of those that are not told none says whether it is under `least`."""
        why = RECKONED if least == suppression.LEAST else RECKONED_TURNS
        rows: list[list[Told]] = []
        for n, (record, of) in enumerate(zip(self._records, counts, strict=True)):
            first = [] if sums is None else [sums[n]]
            if suppression.few(record):
                rows.append([self._blank(Blank.NOT_TOLD, FEW)] * len(names))
            elif of is None:
                rows.append([self._blank(Blank.NOT_KNOWN)] * len(names))
            elif not suppression.measured(record):
                rows.append([self._blank(Blank.NONE)] * len(names))
            elif suppression.published(record):
                rows.append([*map(self._among_others, (*first, *of))])
            else:
                told = suppression.among(of, blocks, least)
                rows.append([*map(self._count, first), *(self._among_others(one, why) for one in told)])
        return [Measure(name, [row[at] for row in rows]) for at, name in enumerate(names)]

    def _noted(self, record: StructureRecord, count: int) -> Told:
        if suppression.published(record):
            return self._blank(Blank.NOT_KNOWN)
        if not suppression.noted(record):
            return self._blank(Blank.NOT_NOTED)
        return self._count(count)

    def _count(self, count: int) -> Told:
        if suppression.told(count) is None:
            return self._blank(Blank.UNDER)
        return self._among_others(count)

    def _among_others(self, told: int | None, why: str = RECKONED) -> Told:
        if told is None:
            return self._blank(Blank.NOT_TOLD, why)
        return Told(Column(told, str(told)), str(told))

    def _part(self, record: StructureRecord, part: Answer[Part], written: Callable[[Part], str]) -> Told:
        if suppression.few(record):
            return self._blank(Blank.NOT_TOLD, FEW)
        if part.value is None:
            return self._blank(part.blank, *part.why)
        if not suppression.measured(record):
            return self._blank(Blank.NONE)
        return Told(Column(part.value, written(part.value)), written(part.value))

    def _blank(self, blank: Blank, *why: str) -> Told:
        """`why`: the messages for why it is not told, where it is that."""
        column = Column(None, blank=blank, why=why if blank is Blank.NOT_TOLD else ())
        return Told(column, self._words(SAID[blank]) if blank in SAID else "–")

    def _percent(self, part: Part) -> str:
        return self._words("figure-percent", part=round(100 * part))

    def _hundredths(self, part: Part) -> str:
        return decimal(part, self._words)


def _ways(record: StructureRecord) -> tuple[int, ...] | None:
    """None: roles are not known."""
    if Lack.ROLES_UNKNOWN in record.lacks:
        return None
    return tuple(count for after in astuple(record.whole.transitions) for count in after)


def _by_kind(record: StructureRecord) -> dict[str, int]:
    """In the whole session."""
    of_phases = [asdict(one.interventions) for one in record.phases if one.interventions is not None]
    return {kind: sum(of[kind] for of in of_phases) for kind in Intervention}
