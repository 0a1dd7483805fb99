"""ELAN's annotation format (.eaf), written by pympi: a tier for the phases and, where the record says it, one a seat.

Without an author, a medium, or the date of its making.
"""

from __future__ import annotations

from typing import Any

from facilitation.structure_record import StructureRecord
from server.record.libraries import loaded
from server.record.tiers import tiers

NO_DATE = "1980-01-01T00:00:00+00:00"
"""ELAN's schema asks for one; the same as in a ZIP, where no earlier one can be written."""
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(record: StructureRecord) -> bytes:
    """The same bytes for the same record. Raises NoTime, NotInstalled."""
    laid, elan = tiers(record), loaded("pympi.Elan")
    eaf = elan.Eaf(author="")
    eaf.adocument["DATE"] = NO_DATE
    eaf.properties.clear()
    for tier in laid:
        eaf.add_tier(tier.name)
        for one in tier.stretches:
            eaf.add_annotation(tier.name, one.start_s * 1000, one.end_s * 1000, one.word)
    eaf.remove_tier("default")
    _in_order(eaf)
    content: str = elan.to_string(eaf)
    return f"{DECLARATION}{content}\n".encode()


def _in_order(eaf: Any) -> None:
    """ELAN wants its time slots from early to late; pympi numbers them in the order of the annotations."""
    in_order = sorted(eaf.timeslots, key=lambda slot: (eaf.timeslots[slot], int(slot[2:])))
    new = {old: f"ts{number}" for number, old in enumerate(in_order, 1)}
    eaf.timeslots = {new[old]: eaf.timeslots[old] for old in in_order}
    for spans, *_ in eaf.tiers.values():
        for name, (start, end, *more) in spans.items():
            spans[name] = (new[start], new[end], *more)
