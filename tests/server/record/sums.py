"""The sums of a session, as its page has them."""

from __future__ import annotations

from functools import partial

from facilitation.structure_record import StructureRecord
from server.pages.language import text
from server.record.page import totals


def sums(record: StructureRecord) -> dict[str, str]:
    """In English, whatever they stand below."""
    return {name: said for of in totals(record, "en", partial(text, "en")) for name, said in of.rows}
