"""What is told of all columns of a panel: from what to what they go and their median, without those of hurried
rehearsals; and what was planned for them."""

from __future__ import annotations

from collections.abc import Container, Sequence

from facilitation.structure_record import Lack
from server.record.bars import Words
from server.record.columns import Blank, Column
from server.record.signs import SIGNS


def marks(columns: Sequence[Column]) -> set[str]:
    """What was planned, in brackets."""
    return {f"({one.mark_said})" if one.mark_said else "" for one in columns if one.value is not None}


def _counted(columns: Sequence[Column], hurried: Container[int | None]) -> list[Column]:
    """Those that are not `hurried`, which are in no range; all, where there is a figure of no others."""
    earnest = [one for n, one in enumerate(columns) if n not in hurried]
    return earnest if any(one.value is not None for one in earnest) else [*columns]


def plan(columns: Sequence[Column], words: Words, *, below: bool) -> str | None:
    """What was planned, or from what to what, where something was for each, also of a hurried one, whose stroke is
    drawn; None: each has its own `below` it."""
    planned = sorted({(one.mark, one.mark_said) for one in columns if one.value is not None and one.mark})
    if len(marks(columns)) > 1 and below:
        return None
    if "" in marks(columns):
        return ""
    said = "–".join(dict.fromkeys(said for _, said in (planned[:1] + planned[-1:])))
    return words("figure-planned-as", time=said) if said else ""


def of_all(columns: Sequence[Column], hurried: Container[int | None], words: Words) -> str:
    """The lowest figure, the highest, and the one in the middle, of an even number of them the lower of two; and of how
    many these are, where others are there and not told."""
    counted = _counted(columns, hurried)
    told = sorted((one.value, one.said) for one in counted if one.value is not None)
    least, lower, upper, most = (told[at][1] for at in (0, (len(told) - 1) // 2, len(told) // 2, -1))
    hidden = any(one.value is None and one.blank is not Blank.NONE for one in counted)
    if len(told) == 1:
        said = words("compare-once", figure=least)
    elif least == most:
        said = words("compare-always", figure=least)
    else:
        middle = "compare-of-all" if lower == upper else "compare-of-all-lower"
        said = words(middle, least=least, middle=lower, most=most)
    if hidden and len(told) > 1:
        said = words("compare-of-told", count=len(told), said=said)
    only = all(n in hurried for n, one in enumerate(columns) if one.value is not None)
    return f"{SIGNS[Lack.HURRIED]} {said}" if only else said
