"""Several records of one group side by side, over the months, by each measure of a record, in small panels or bars,
each beside a table. What is told of so few that they could be recognised is left out: suppression.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from facilitation.measures import hundredths
from facilitation.structure_record import PHASE_WORDS, Lack, PhaseWord, StructureRecord
from server.by_locale import short_month
from server.record import panels, suppression
from server.record.bars import Row, Words, drawn
from server.record.drawing import LEGEND, OF_ALL
from server.record.figure import Figure, minutes
from server.record.measures import Measure, Measures
from server.record.panels import Column, Panel

LEAST = 2
"""Fewer are not side by side."""
LONGEST_END = 12
"""Letters below the first and the last column; of what is called by a longer name the number stands there."""
SILENCES = ("over_3_s", "over_10_s", "over_30_s")


def in_order(records: Mapping[str, StructureRecord]) -> dict[str, StructureRecord]:
    """By their months; those that say none come first, by their names."""
    return dict(sorted(records.items(), key=lambda one: (one[1].month or "", one[0])))


def compared(
    records: Sequence[StructureRecord], language: str, words: Words, names: Sequence[str] = ()
) -> list[Figure]:
    """Of two records or more, in their order. Each is called by its name, or else its month; by a number, too, only
    where long names stand for months: a number looks like a course, and within a month nobody knows it."""
    months = [_month(one, language) for one in records]
    called = list(names) or months
    by_month = all(name.startswith(month) for name, month in zip(called, months, strict=True))
    if by_month or max(map(len, called)) <= LONGEST_END:
        below = months if by_month else called
        of = _Several(records, called, (below[0], below[-1]), words)
    else:
        numbered = [f"{number} · {name}" for number, name in enumerate(called, 1)]
        of = _Several(records, numbered, ("1", str(len(called))), words)
    found = [of.roles(), of.evenly(), of.turns(), of.floor()]
    known = not all(map(_no_roles, records))
    found += [of.after(), of.silences(), of.interventions()] if known else [of.silences()]
    return [of.plans(), *found] if any(one.phases for one in records) else found


def share_a_month(records: Sequence[StructureRecord]) -> bool:
    """Whether some of them do: which of those was first is kept nowhere."""
    months = [one.month for one in records if one.month]
    return len(set(months)) < len(months)


def _month(record: StructureRecord, language: str) -> str:
    return "–" if record.month is None else short_month(record.month, language)


class _Several:
    def __init__(
        self, records: Sequence[StructureRecord], names: Sequence[str], ends: tuple[str, str], words: Words
    ) -> None:
        self._records, self._names, self._ends, self._words = records, names, ends, words
        self._measures = Measures(records, words)

    def plans(self) -> Figure:
        """A panel for each phase that any of the sessions had, in the order of the form."""
        kinds = [kind for kind in PHASE_WORDS if any(_took(one, kind) for one in self._records)]
        spent = {kind: [_took(one, kind) for one in self._records] for kind in kinds}
        drawing = [
            Panel(
                self._words(f"phase-{kind}"),
                [
                    Column(None, "") if one is None else Column(one[1], minutes(one[1]), one[0] or None)
                    for one in of
                ],
            )
            for kind, of in spent.items()
        ]
        cells = [
            ["–" if of[n] is None else self._in_brackets(of[n]) for of in spent.values()]
            for n in range(len(self._records))
        ]
        columns = [self._words(f"phase-{kind}") for kind in kinds]
        planned = any(one.mark for panel in drawing for one in panel.columns)
        figure = self._figure("plans", drawing, columns, cells, ("planned",) if planned else ())
        return replace(figure, note=self._words("compare-plans-note"))

    def roles(self) -> Figure:
        """A bar for each session: the parts of its time."""
        title, rows, table = self._words("compare-roles"), [], []
        for name, record in zip(self._names, self._records, strict=True):
            parts, cells, said = self._of_roles(record)
            rows.append(Row(name, parts, said))
            table.append((name, *cells))
        columns = [self._words(f"figure-{one}") for one in LEGEND[:4]]
        unknown = set(map(_no_roles, self._records))
        legend = (
            *(LEGEND[:3] if False in unknown else ()),
            *(OF_ALL[:1] if True in unknown else ()),
            LEGEND[3],
        )
        drawing = drawn(rows, title, legend, self._words)
        return Figure("roles", title, drawing, (self._words("compare-session"), *columns), tuple(table))

    def _of_roles(self, record: StructureRecord) -> tuple[tuple[tuple[str, int], ...], list[str], str]:
        """The parts of its bar, the cells of its row, and what stands at its end."""
        if _no_roles(record):
            silence, unknown = suppression.silence_share(record), self._words("figure-not-known")
            of_all = () if silence is None else _percents((1 - silence, silence))
            told = [self._percent(one) for one in of_all[1:]] or ["–"]
            return tuple(zip(OF_ALL, of_all, strict=False)), [unknown] * 3 + told, ""
        if suppression.few(record):
            return (), [self._words("compare-not-told")] * 4, self._words("compare-few")
        if (parts := suppression.roles(record)) is None:
            return (), ["–"] * 4, "–"
        percent = _percents(parts)
        return tuple(zip(LEGEND, percent, strict=False)), [self._percent(one) for one in percent], ""

    def silences(self) -> Figure:
        shares = [suppression.silence_share(one) for one in self._records]
        counts = [suppression.silences(one) for one in self._records]
        percent = [None if one is None else round(100 * one) for one in shares]
        drawing = [
            Panel(
                self._words("compare-silence_share"),
                [Column(one, "" if one is None else self._percent(one)) for one in percent],
            )
        ]
        drawing += [
            Panel(
                self._words(f"compare-{over}"),
                [self._counted(None if of is None else of[n], of is None) for of in counts],
            )
            for n, over in enumerate(SILENCES)
        ]
        kept = self._measures.silence_kept()
        drawing.append(Panel(kept.name, [told.column for told in kept.told], kept.most))
        cells = [
            [
                "–" if share is None else self._percent(share),
                *(["–"] * 3 if of is None else [self._count(one) for one in of]),
                own.cell,
            ]
            for share, of, own in zip(percent, counts, kept.told, strict=True)
        ]
        return self._figure("quiet", drawing, [panel.name for panel in drawing], cells, ("apart",))

    def evenly(self) -> Figure:
        return self._course("evenly", self._measures.evenly(), note=self._words("compare-evenly-note"))

    def turns(self) -> Figure:
        return self._course("turns", self._measures.turns())

    def floor(self) -> Figure:
        return self._course("floor", self._measures.floor())

    def after(self) -> Figure:
        heads = [self._words(f"compare-after-{one}") for one in LEGEND[:3]]
        return self._course("after", self._measures.after(), heads=heads)

    def interventions(self) -> Figure:
        measures = self._measures.interventions()
        note = self._words("compare-kinds-note" if len(measures) > 1 else "compare-no-kinds-note")
        return self._course("interventions", measures, self._words("figure-interventions"), note=note)

    def _course(
        self,
        key: str,
        measures: Sequence[Measure],
        title: str = "",
        *,
        heads: Sequence[str] = (),
        note: str = "",
    ) -> Figure:
        """A panel and a column of the table for each measure, which stand below `heads`, as many below each."""
        drawing = [Panel(one.name, [told.column for told in one.told], one.most) for one in measures]
        each = len(measures) // len(heads) if heads else 1
        columns = [f"{heads[n // each]}: {one.name}" if heads else one.name for n, one in enumerate(measures)]
        cells = [[one.told[n].cell for one in measures] for n in range(len(self._records))]
        hides = any(told.column.hidden for one in measures for told in one.told)
        legend = ("apart",) if hides else ()
        return replace(self._figure(key, drawing, columns, cells, legend, title, heads), note=note)

    def _figure(
        self,
        key: str,
        drawing: Sequence[Panel],
        columns: Sequence[str],
        cells: Sequence[Sequence[str]],
        legend: Sequence[str],
        title: str = "",
        heads: Sequence[str] = (),
    ) -> Figure:
        title = title or self._words(f"compare-{key}")
        svg = panels.drawn(drawing, title, self._ends, legend, self._words, heads)
        rows = tuple((name, *of) for name, of in zip(self._names, cells, strict=True))
        return Figure(key, title, svg, (self._words("compare-session"), *columns), rows)

    def _in_brackets(self, spent: tuple[int | None, int] | None) -> str:
        planned, actual = spent or (0, 0)
        if planned is None:
            return f"{minutes(actual)} ({self._words('figure-not-known')})"
        return f"{minutes(actual)} ({minutes(planned)})" if planned else minutes(actual)

    def _counted(self, count: int | None, unknown: bool) -> Column:
        if unknown:
            return Column(None, "")
        return Column(count, "" if count is None else str(count), hidden=count is None)

    def _count(self, count: int | None) -> str:
        return self._words("compare-under") if count is None else str(count)

    def _percent(self, part: int) -> str:
        return self._words("figure-percent", part=part)


def _percents(parts: Sequence[float]) -> list[int]:
    """Of parts that together are 1. The last, silence, is rounded as it is elsewhere; the others make it a hundred."""
    silence = round(100 * parts[-1])
    return [*hundredths(parts[:-1], 100 - silence), silence]


def _no_roles(record: StructureRecord) -> bool:
    return Lack.ROLES_UNKNOWN in record.lacks


def _took(record: StructureRecord, kind: PhaseWord) -> tuple[int | None, int] | None:
    """What was planned of such phases, None where nobody knows it, and how long they took; what was gone back to was
    planned once."""
    of = [phase for phase in record.phases if phase.kind == kind]
    if not of:
        return None
    planned = [one.planned_s for one in of if not one.stepped_back]
    known = [one for one in planned if one is not None]
    return sum(known) if len(known) == len(planned) else None, sum(one.actual_s for one in of)
