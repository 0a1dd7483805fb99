"""ELAN's annotation format (.eaf): a tier for the phases and, where the record says it, one a seat.

pympi writes the file. Its time slots and annotations, thousands of them, are put in as pympi would write them: its own
way there, by a tree of elements, took half of the time of a ZIP. Without an author, a medium, or a date of its making.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from facilitation.structure_record import StructureRecord
from server.record.libraries import loaded
from server.record.tiers import Tier, tiers

NO_DATE = "1980-01-01T00:00:00+00:00"
"""ELAN's schema asks for one; the same as in a ZIP, where no earlier one can be written."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
FIRST = 2
"""The number of the first annotation, as pympi counts."""


def write(record: StructureRecord) -> bytes:
    """The same bytes for the same record. Raises NoTime, NotInstalled."""
    laid = tiers(record)
    return "\n".join((DECLARATION, *_filled(_empty(laid), laid), "")).encode()


def _empty(laid: Sequence[Tier]) -> list[str]:
    """The lines of a file that has these tiers, and nothing on them."""
    elan = loaded("pympi.Elan")
    eaf = elan.Eaf(author="")
    eaf.adocument["DATE"] = NO_DATE
    eaf.properties.clear()
    for tier in laid:
        eaf.add_tier(tier.name)
    eaf.remove_tier("default")
    content: str = elan.to_string(eaf)
    return content.split("\n")


def _filled(lines: Sequence[str], laid: Sequence[Tier]) -> Iterator[str]:
    """`lines` have the tiers in their order."""
    times, annotations = _on_tiers(laid)
    left = iter(annotations)
    for line in lines:
        name = line.lstrip("\t<").split(" ")[0]
        within = times if name == "TIME_ORDER" else next(left) if name == "TIER" else []
        if within:
            yield line.replace(" />", ">")
            yield from within
            yield f"\t\t</{name}>"
        else:
            yield line


def _on_tiers(laid: Sequence[Tier]) -> tuple[list[str], list[list[str]]]:
    """The time slots, from early to late as ELAN wants them; and the annotations of each tier, two slots each."""
    ends = [1000 * s for tier in laid for one in tier.stretches for s in (one.start_s, one.end_s)]
    in_order = sorted(range(len(ends)), key=ends.__getitem__)
    times = [
        f'\t\t<TIME_SLOT TIME_SLOT_ID="ts{n}" TIME_VALUE="{ends[at]}" />' for n, at in enumerate(in_order, 1)
    ]
    slots = [0] * len(ends)
    for number, at in enumerate(in_order, 1):
        slots[at] = number
    numbered = iter(enumerate(zip(slots[::2], slots[1::2], strict=True), FIRST))
    return times, [[_annotation(*next(numbered), one.word) for one in tier.stretches] for tier in laid]


def _annotation(number: int, slots: tuple[int, int], word: str) -> str:
    return (
        "\t\t<ANNOTATION>\n"
        f'\t\t\t<ALIGNABLE_ANNOTATION ANNOTATION_ID="a{number}"'
        f' TIME_SLOT_REF1="ts{slots[0]}" TIME_SLOT_REF2="ts{slots[1]}">\n'
        f"\t\t\t\t<ANNOTATION_VALUE>{escape(word)}</ANNOTATION_VALUE>\n"
        "\t\t\t\t</ALIGNABLE_ANNOTATION>\n"
        "\t\t\t</ANNOTATION>"
    )
