"""Records as they were written before version 3, kept as they were: of the worked session, by level."""

from __future__ import annotations

from facilitation.vocabulary import Keeping
from tests.golden_file import GOLDEN

SUMS, SEATS = (
    (GOLDEN / "records" / f"version-2-{level}.json").read_bytes()
    for level in (Keeping.AGGREGATE, Keeping.SEAT_TIMELINE)
)
