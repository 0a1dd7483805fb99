"""Several records of one group side by side, over the months, by each measure of a record, in small panels or bars,
each beside a table. What is told of so few that they could be recognised is left out: suppression.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from facilitation.measures import hundredths
from facilitation.structure import HALF_S
from facilitation.structure_record import PHASE_WORDS, PhaseWord, StructureRecord
from server.by_locale import short_month
from server.record import months, panels, signs, suppression
from server.record.bars import Row, Words, by_letters, drawn, listed
from server.record.columns import Blank, Column, reasons
from server.record.contradictions import stepped
from server.record.drawing import LEGEND, OF_ALL
from server.record.figure import Figure, some, unit
from server.record.measures import Measure, Measures
from server.record.panels import Panel
from server.record.phases import Plan, planned, plans_all
from server.record.twice import twice

LEAST = 2
"""Fewer are not side by side."""
COUNTED = ("turns", "floor", "after", "quiet", "interventions")
"""Drawings of counts, of which those under five are left out."""
SILENCES = ("over_3_s", "over_10_s", "over_30_s")


def in_order(records: Mapping[str, StructureRecord]) -> dict[str, StructureRecord]:
    """By their months; those that say none come first, by their names."""
    return dict(sorted(records.items(), key=lambda one: (one[1].month or "", one[0])))


def compared(
    records: Sequence[StructureRecord],
    language: str,
    words: Words,
    names: Sequence[str] = (),
    same: str | None = None,
) -> list[Figure]:
    """Of two records or more, in their order. Each is called by its name, or else its month; by its number, too, only
    where that stands below its column: it looks like a course, and within a month nobody knows it. `same`: what `alike`
    says of them, where somebody has asked it."""
    of = _Several(records, months.named(records, names, language), language, words)
    found = [of.roles(), of.evenly(), of.turns(), of.floor()]
    hides, imported = hides_any(records), any(map(suppression.published, records))
    found += [of.after(), of.silences(), of.interventions()] if hides else [of.silences()]
    found = [of.plans(), *found] if any(one.phases for one in records) else found
    counted = ["compare-alone", *(["compare-imported"] if imported else [])]
    beside = of_sessions(records)
    same = alike(records, language, words, names) if same is None else same

    def label(key: str) -> str:
        told = (counted if key in COUNTED else []) if hides else ["figure-lacks-roles_unknown"]
        return " ".join((*([same] if same else []), *map(words, (*told, *beside))))

    found = [one if one.svg else _undrawn(one, words) for one in found]
    return [replace(one, unit=unit(one.key, words), label=label(one.key)) for one in found]


def hides_any(records: Sequence[StructureRecord]) -> bool:
    """Whether counts under five of some of them are left out: of imported meetings none is."""
    return not all(map(suppression.published, records))


def of_sessions(records: Sequence[StructureRecord]) -> list[str]:
    """The messages for what one must know of some of them, wherever they are shown: also what their signs mean."""
    return [*(["compare-within-month"] if share_a_month(records) else []), *signs.meanings(records)]


def alike(records: Sequence[StructureRecord], language: str, words: Words, names: Sequence[str] = ()) -> str:
    """Which of them may be of one session; nothing where none may. Two very short ones may be alike by chance."""
    called = months.named(records, names, language)
    groups = twice({str(n): one for n, one in enumerate(records)})
    return " ".join(
        words("compare-twice", names=listed([called[int(n)] for n in one], words)) for one in groups
    )


def share_a_month(records: Sequence[StructureRecord]) -> bool:
    """Whether some of them do: which of those was first is kept nowhere."""
    months = [one.month for one in records if one.month]
    return len(set(months)) < len(months)


def heading(
    records: Sequence[StructureRecord], language: str, words: Words, names: Sequence[str] = ()
) -> str:
    """Of which sessions they are, for whoever has a drawing alone; each by its name, where it stands by its number."""
    if numbered := numbers(records, language, names):
        return numbered
    known = [one.month for one in records if one.month]
    if not known:
        return words("compare-of", count=len(records))
    first, last = (short_month(one, language) for one in (known[0], known[-1]))
    return words("compare-of-months", count=len(records), first=first, last=last)


def numbers(records: Sequence[StructureRecord], language: str, names: Sequence[str] = ()) -> str:
    """Which number is whose, where numbers stand below the columns; else nothing."""
    called = months.named(records, names, language)
    if not months.by_number(months.slots(records, called, language)):
        return ""
    return " · ".join(f"{n}: {name}" for n, name in enumerate(called, 1))


class _Several:
    def __init__(
        self, records: Sequence[StructureRecord], called: Sequence[str], language: str, words: Words
    ) -> None:
        self._records, self._words = records, words
        slots = months.slots(records, called, language)
        numbered = [f"{number} · {name}" for number, name in enumerate(called, 1)]
        names = numbered if months.by_number(slots) else called
        self._names = [signs.signed(*one) for one in zip(records, names, strict=True)]
        self._slots = [
            one if one.at is None else one._replace(name=one.name + sign, sign=sign)
            for one in slots
            for sign in [signs.sign(records[one.at]) if one.at is not None else ""]
        ]
        self._measures = Measures(records, words)

    def plans(self) -> Figure:
        """A panel for each phase that any of the sessions had, in the order of the form."""
        taken = {kind: [_took(one, kind, self._words) for one in self._records] for kind in PHASE_WORDS}
        spent = {kind: of for kind, of in taken.items() if any(of)}
        drawing = [
            Panel(
                self._words(f"phase-{kind}"),
                [_column(one) for one in of],
            )
            for kind, of in spent.items()
        ]
        cells = [
            ["–" if (one := of[n]) is None else one.cell for of in spent.values()]
            for n in range(len(self._records))
        ]
        columns = [self._words(f"phase-{kind}") for kind in spent]
        found = self._figure(
            "plans",
            drawing,
            columns,
            cells,
            note=self._words("compare-plans-note"),
            first="compare-session-planned",
        )
        return replace(found, below=self._words("record-minutes"))

    def roles(self) -> Figure:
        """A bar for each session: the parts of its time."""
        title, rows, table = self._words("compare-roles"), [], []
        unknown = set(map(suppression.published, self._records))
        imported = True in unknown
        everyone = OF_ALL[:1] if imported else ()
        legend = (*(LEGEND[:3] if False in unknown else ()), *everyone, LEGEND[3])
        for name, record in zip(self._names, self._records, strict=True):
            parts, cells, said = self._of_roles(record)
            below = by_letters(legend, ((who, self._percent(part)) for who, part in parts), self._words)
            rows.append(Row(name, parts, said, below=below))
            of_all = [self._of_everyone(parts) or cells[0]] if imported else []
            table.append((name, *cells[:3], *of_all, cells[3]))
        columns = [self._words(f"figure-{one}") for one in (*LEGEND[:3], *everyone, LEGEND[3])]
        told = any(row.parts for row in rows)
        svg = drawn(rows, title, legend, self._words) if told else ""
        hidden = [_hidden(one) for one in self._records]
        apart = self._words("compare-roles-note") if any(one.cases for one in self._records) else ""
        note = apart if told else self._nothing(hidden)
        below = self._words("figure-stacked") if told else ""
        return Figure(
            "roles", title, svg, (self._words("compare-session"), *columns), tuple(table), note, below
        )

    def _of_everyone(self, parts: Sequence[tuple[str, int]]) -> str:
        """Of whatever role; empty where nothing is told."""
        return self._percent(sum(part for _, part in parts[:-1])) if parts else ""

    def _of_roles(self, record: StructureRecord) -> tuple[tuple[tuple[str, int], ...], list[str], str]:
        """The parts of its bar, the cells of its row, and what stands at its end."""
        if suppression.few(record):
            return (), [self._words("compare-not-told")] * 4, self._words("compare-few")
        silence = suppression.silence_share(record)
        if suppression.published(record):
            unknown = self._words("figure-not-known")
            of_all = () if silence is None else _percents((1 - silence, silence))
            told = [self._percent(one) for one in of_all[1:]] or ["–"]
            return tuple(zip(OF_ALL, of_all, strict=False)), [unknown] * 3 + told, ""
        if silence is None:
            return (), ["–"] * 4, "–"
        parts = suppression.roles(record).value
        if parts is None:
            untold = self._words("compare-not-told")
            return (), [untold] * 3 + [self._percent(round(100 * silence))], self._words("compare-little")
        percent = _percents(parts)
        return tuple(zip(LEGEND, percent, strict=False)), [self._percent(one) for one in percent], ""

    def silences(self) -> Figure:
        shares = [suppression.silence_share(one) for one in self._records]
        counts = [suppression.silences(one) for one in self._records]
        percent = [None if one is None else round(100 * one) for one in shares]
        drawing = [
            Panel(
                self._words("compare-silence_share"),
                [
                    Column(None, blank=Blank.NONE) if one is None else Column(one, self._percent(one))
                    for one in percent
                ],
                100,
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
        names, note = [panel.name for panel in drawing], self._words("compare-quiet-note")
        return self._figure("quiet", drawing, names, cells, note=note)

    def evenly(self) -> Figure:
        note = self._words("compare-evenly-note")
        if any(stepped(one) and one.whole.gini is not None for one in self._records):
            note += f" {self._words('compare-evenly-steps')}"
        if any(map(suppression.published, self._records)):
            note += f" {self._words('compare-evenly-voices')}"
        return self._course("evenly", self._measures.evenly(), note=note)

    def turns(self) -> Figure:
        return self._course("turns", self._measures.turns(), note=self._words("figure-turn_lengths-note"))

    def floor(self) -> Figure:
        return self._course("floor", self._measures.floor())

    def after(self) -> Figure:
        return self._course("after", self._measures.after(), note=self._words("compare-after-note"))

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
        note: str = "",
    ) -> Figure:
        """A panel and a column of the table for each measure."""
        drawing = [Panel(one.name, [told.column for told in one.told], one.most) for one in measures]
        cells = [[one.told[n].cell for one in measures] for n in range(len(self._records))]
        names = [one.name for one in measures]
        return self._figure(key, drawing, names, cells, title, note)

    def _figure(
        self,
        key: str,
        drawing: Sequence[Panel],
        columns: Sequence[str],
        cells: Sequence[Sequence[str]],
        title: str = "",
        note: str = "",
        first: str = "compare-session",
    ) -> Figure:
        """Without the panels of which nothing can be told of any session: those are named."""
        title = title or self._words(f"compare-{key}")
        rows = tuple((name, *of) for name, of in zip(self._names, cells, strict=True))
        told = [*filter(_tells, drawing)]
        untold = [one for one in drawing if not _tells(one)]
        why = self._nothing([column for one in untold for column in one.columns]) if untold else ""
        if not told:
            note = why
        elif untold:
            names = ", ".join(one.name for one in untold)
            note = f"{note} {self._words('compare-not-drawn', names=names)} {why}".strip()
        svg = panels.drawn(told, self._slots, title, self._words) if told else ""
        return Figure(key, title, svg, (self._words(first), *columns), rows, note)

    def _nothing(self, columns: Sequence[Column]) -> str:
        """Why there is no drawing."""
        said = [why for _, why in reasons(columns, self._words)]
        return self._words("compare-why", why=listed(said, self._words))

    def _counted(self, count: int | None, unknown: bool) -> Column:
        if unknown:
            return Column(None, blank=Blank.NONE)
        return Column(None, blank=Blank.UNDER) if count is None else Column(count, str(count))

    def _count(self, count: int | None) -> str:
        return self._words("compare-under") if count is None else str(count)

    def _percent(self, part: int) -> str:
        return self._words("figure-percent", part=part)


def _undrawn(figure: Figure, words: Words) -> Figure:
    """Its note is the reason. Where it stands alone it says, too, what it is the reason for."""
    return replace(figure, why=figure.note, note=f"{words('compare-nothing')} {figure.note}")


def _tells(panel: Panel) -> bool:
    return any(one.value is not None for one in panel.columns)


def _column(took: _Took | None) -> Column:
    if took is None:
        return Column(None, blank=Blank.NONE)
    return Column(took.in_s, took.said, took.plan.of_s, "" if took.plan.of_s is None else took.plan.cell)


def _hidden(record: StructureRecord) -> Column:
    """In place of the bar by role that is not drawn."""
    why = suppression.roles(record).why
    return Column(None, blank=Blank.NOT_TOLD if why else Blank.NONE, why=why)


def _percents(parts: Sequence[float]) -> list[int]:
    """Of parts that together are 1. The last, silence, is rounded as it is elsewhere; the others make it a hundred."""
    silence = round(100 * parts[-1])
    return [*hundredths(parts[:-1], 100 - silence), silence]


class _Took(NamedTuple):
    """What all phases of a kind took, and what was planned of them."""

    in_s: float
    """As it is drawn,"""
    said: str
    """told,"""
    cell: str
    """and told with its plan in brackets, if it had one or nobody knows."""
    plan: Plan


def _took(record: StructureRecord, kind: PhaseWord, words: Words) -> _Took | None:
    """What was gone back to was planned once."""
    of = [phase for phase in record.phases if phase.kind == kind]
    if not of:
        return None
    plans = [one.planned_s for one in of if not one.stepped_back]
    known = [one for one in plans if one is not None]
    planned_s = sum(known) if len(known) == len(plans) else None
    plan = planned(planned_s, words, all_planned=bool(plans) and plans_all(record), of=len(plans))
    in_s = sum(one.actual_s for one in of)
    said = some(in_s, words, len(of))
    unplanned = plan.of_s is None and planned_s is not None
    return _Took(in_s or HALF_S, said, said if unplanned else f"{said} ({plan.cell})", plan)
