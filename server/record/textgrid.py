"""Praat's TextGrid, written by praatio: a tier for the phases and, where the record says it, one a seat."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from facilitation.structure_record import StructureRecord
from server.record.libraries import loaded
from server.record.tiers import tiers


def write(record: StructureRecord) -> bytes:
    """The same bytes for the same record. Raises NoTime, NotInstalled."""
    laid, praat = tiers(record), loaded("praatio.textgrid")
    end_s = max(one.end_s for tier in laid for one in tier.stretches)
    grid = praat.Textgrid()
    for tier in laid:
        grid.addTier(praat.IntervalTier(tier.name, list(tier.stretches), 0, end_s))
    with TemporaryDirectory() as folder:  # it writes to a path only
        file = Path(folder, "record.TextGrid")
        grid.save(str(file), format="short_textgrid", includeBlankSpaces=True, minimumIntervalLength=None)
        return file.read_bytes()
