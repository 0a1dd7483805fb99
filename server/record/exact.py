"""Measures of a meeting that is published already, unrounded: nobody in it needs the coarse figures of a record.

A table, and no record: nothing of a session of this server can become one.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from statistics import fmean, median

from facilitation import measures, talk
from facilitation.structure import SILENCES_MS
from facilitation.talk import Segment


@dataclass(frozen=True, slots=True)
class Exact:
    """Of one recording, from the first word to the last, everybody alike. Times in seconds, to the millisecond; None:
    there was no such thing to count."""

    voices: int
    length_s: float
    speech_s: float
    """The sum of everybody's: where two speak at once, both count."""
    overlap_s: float
    silence_s: float
    silence_share: float
    silences_over_3_s: int
    silences_over_10_s: int
    silences_over_30_s: int
    turns: int
    turn_mean_s: float
    turn_median_s: float
    transfers: int
    """How often the floor went from one to another."""
    transfer_median_s: float | None
    """From the end of the one turn to the beginning of the next: a gap, or, below nought, an overlap."""
    reciprocity: float | None
    gini: float | None
    evenness: float | None
    voice_s: tuple[float, ...]
    """How long each voice spoke, in the order of their first word."""


def exact(segments: Sequence[Segment]) -> Exact:
    """`segments` must not be empty, and none of them."""
    spoken = talk.by_seat(segments)
    whole = (min(one.start_ms for one in segments), max(one.end_ms for one in segments))
    amounts = [talk.total(spans) for spans in spoken.values()]
    silences = talk.outside(talk.speech(spoken), [whole])
    turns = talk.turns(spoken)
    lengths_ms, transfers = [one.end_ms - one.start_ms for one in turns], talk.transfers(turns)
    over_3, over_10, over_30 = measures.over([end - start for start, end in silences], SILENCES_MS)
    offsets_ms = [one.offset_ms for one in transfers]
    return Exact(
        len(spoken),
        _s(talk.total([whole])),
        _s(sum(amounts)),
        _s(talk.total(talk.overlaps(spoken))),
        _s(talk.total(silences)),
        talk.total(silences) / talk.total([whole]),
        over_3,
        over_10,
        over_30,
        len(turns),
        _s(fmean(lengths_ms)),
        _s(median(lengths_ms)),
        len(transfers),
        _s(median(offsets_ms)) if offsets_ms else None,
        measures.reciprocity(Counter((one.before.seat, one.after.seat) for one in transfers)),
        measures.gini(amounts),
        measures.evenness(amounts),
        tuple(map(_s, amounts)),
    )


def as_csv(recordings: Mapping[str, Exact]) -> str:
    """A row for each, by its name; an empty cell for what there is not, and spaces between voices."""
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(["recording", *(field.name for field in fields(Exact))])
    for name, one in recordings.items():
        rows.writerow([name, *map(_cell, asdict(one).values())])
    return text.getvalue()


def _cell(value: float | tuple[float, ...] | None) -> str:
    if isinstance(value, tuple):
        return " ".join(map(repr, value))
    return "" if value is None else repr(value)


def _s(ms: float) -> float:
    return ms / 1000
