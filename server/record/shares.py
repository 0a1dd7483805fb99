"""How the members' talk was shared out: a bar for each half or third of them, and what Gini's figure says, in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from facilitation.measures import hundredths
from facilitation.structure_record import Part, StructureRecord
from server.record.bars import Row, Words
from server.record.contradictions import stepped
from server.record.figure import decimal
from server.record.reckoning import GROUPED_FROM

EVEN, UNEVEN, FEW = 0.05, 0.3, 0.5
"""Up to which Gini's figure each of the words holds; beyond, few said most. At 0.1 one may have spoken for nearly twice
as long as another, and at 0.05 one of many may still have said nothing: so the words do not speak of all."""


def rows(shares: Sequence[Part], version: int, words: Words) -> list[Row]:
    if version < GROUPED_FROM:
        return [_row(str(n), round(100 * share), None, words) for n, share in enumerate(shares, 1)]
    groups = [list(same) for _, same in groupby(shares)]
    parts = hundredths([sum(group) for group in groups])
    return [
        _row(
            words(f"figure-shares-{_place(n, len(groups))}", count=len(group)),
            part,
            None if len(groups) == 1 else round(100 * len(group) / len(shares)),
            words,
        )
        for n, (group, part) in enumerate(zip(groups, parts, strict=True))
    ]


def note(record: StructureRecord, words: Words) -> str:
    """How even, in words beside the figures; how to read the bars; and whether the record tells whose they are."""
    whole = record.whole
    told: tuple[str, ...] = (
        "figure-shares-note" if record.version >= GROUPED_FROM else "figure-shares-rounded",
        "figure-shares-nobodys" if record.timeline is None else "figure-shares-seats",
    )
    if record.cases:
        told = ("figure-shares-presented", *told)
    read = " ".join(map(words, told))
    if whole.gini is None or whole.evenness is None:
        return read
    how = next((n for n, most in enumerate((EVEN, UNEVEN, FEW)) if whole.gini <= most), 3)
    gini, evenness = (decimal(one, words) for one in (whole.gini, whole.evenness))
    steps = [words("figure-even-steps")] if stepped(record) else []
    if steps:  # what is close to equal need not be so
        gini = gini if whole.gini else words("figure-gini-close")
        evenness = evenness if whole.evenness < 1 else words("figure-evenness-close")
    figures = words("figure-gini", gini=gini, evenness=evenness)
    return " ".join((words(f"figure-even-{how}"), figures, *steps, read))


def _row(label: str, part: int, even: int | None, words: Words) -> Row:
    return Row(label, (("member", part),), words("figure-percent", part=part), even)


def _place(number: int, groups: int) -> str:
    if groups == 1:
        return "all"
    return "most" if number == 0 else "least" if number == groups - 1 else "between"
