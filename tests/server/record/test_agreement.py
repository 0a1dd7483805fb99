"""The figures of a record agree, to a millionth, with those that pyannote.core and numpy come to in other ways.

On generated meetings, as RTTM, on a real conversation (the sample that pyannote.audio ships, noted by hand), and on any
corpus: RTTM_FOLDER=… names a folder of files, searched through.
"""

from __future__ import annotations

import csv
import io
import os
import random
from dataclasses import astuple
from importlib.metadata import distribution
from pathlib import Path

import numpy as np
import pytest
from pyannote.core import Annotation, Timeline
from pyannote.core import Segment as Stretch
from pyannote.database.util import load_rttm

from facilitation import measures, talk
from facilitation.structure import structure
from facilitation.talk import Segment
from facilitation.vocabulary import Keeping
from server.record import rttm
from server.record.exact import as_csv, exact
from server.record.imported import record_of
from tests.facilitation.two_cases import LEADERS, SEATS, two_cases

pytestmark = pytest.mark.slow

CLOSE = 1e-6


def a_meeting(seed: int) -> str:
    """RTTM of a meeting: people interrupt, murmur, are silent, and some of it is written down twice."""
    rng = random.Random(seed)
    seats, now, lines = rng.randint(2, 16), 0.0, []
    for _ in range(rng.randint(1, 400)):
        length = rng.choice((0.1, 0.8, rng.uniform(1, 20)))
        now = max(0.0, now + rng.choice((-0.6, 0.0, 0.2, rng.uniform(0, 5), rng.expovariate(1 / 10))))
        seat = f"seat{min(rng.randint(1, seats), rng.randint(1, seats))}"
        lines.append(f"SPEAKER m{seed} 1 {now:.3f} {length:.3f} <NA> <NA> {seat} <NA> <NA>")
        now += length * rng.choice((0.2, 1.0, 1.0))
    return "\n".join(lines)


def published() -> list[Path]:
    sample = distribution("pyannote.audio").locate_file("pyannote/audio/sample/sample.rttm")
    folder = os.environ.get("RTTM_FOLDER")
    return [Path(str(sample)), *(sorted(Path(folder).rglob("*.rttm")) if folder else [])]


MEETINGS = [pytest.param(a_meeting(seed), id=str(seed)) for seed in range(20)]
MEETINGS += [pytest.param(file.read_text(), id=file.stem) for file in published()]


def said_in(text: str) -> list[Segment]:
    """Of a file of one recording."""
    (said,) = rttm.read(text).values()
    return said


def annotated(text: str) -> Annotation:
    """By another reader of RTTM: seconds, as they stand there."""
    (read,) = load_rttm(io.StringIO(text)).values()
    return read.support()


def as_spans(timeline: Timeline) -> list[tuple[float, float]]:
    return [(one.start, one.end) for one in timeline]


def floor_of(note: Annotation, names: list[str], lapse_s: float) -> list[tuple[str, float, float]]:
    """Turns by arrays: who outlasts everything before takes the floor, and keeps it over a pause."""
    tracks = note.itertracks(yield_label=True)
    rows = sorted((round(s.start, 6), -round(s.end, 6), names.index(label)) for s, _, label in tracks)
    starts, ends = np.array([row[0] for row in rows]), np.array([-row[1] for row in rows])
    reached = np.concatenate([[-np.inf], np.maximum.accumulate(ends)[:-1]])
    takes = np.flatnonzero(ends > reached + 1e-9)
    labels = [names[rows[at][2]] for at in takes]
    kept = [
        n > 0 and labels[n] == labels[n - 1] and starts[at] - reached[at] <= lapse_s + 1e-9
        for n, at in enumerate(takes)
    ]
    begins = [n for n, goes_on in enumerate(kept) if not goes_on]
    return [
        (labels[n], starts[takes[n]], ends[takes[(begins[i + 1] if i + 1 < len(begins) else len(takes)) - 1]])
        for i, n in enumerate(begins)
    ]


def mean_difference(amounts: np.ndarray) -> float:
    """Gini's own way: half the mean difference of all pairs, over the mean."""
    return float(np.abs(amounts[:, None] - amounts[None, :]).mean() / (2 * amounts.mean()))


@pytest.mark.parametrize("text", MEETINGS)
def test_every_figure_agrees(text: str) -> None:
    note, segments = annotated(text), said_in(text)
    spoken = talk.by_seat(segments)
    lines = sorted((line.split() for line in text.splitlines()), key=lambda one: round(float(one[3]) * 1000))
    names = list(dict.fromkeys(one[7] for one in lines))
    label_of = dict(enumerate(names, 1))

    # Talk, and who has how much of it
    amounts = np.array([note.label_duration(name) for name in names])
    ours = [talk.total(spoken[seat]) for seat in label_of]
    np.testing.assert_allclose(np.array(ours) / 1000, amounts, atol=CLOSE)
    assert measures.shares(ours) == pytest.approx(sorted(amounts / amounts.sum(), reverse=True), abs=CLOSE)
    assert measures.gini(ours) == pytest.approx(mean_difference(amounts), abs=CLOSE)
    parts = amounts[amounts > 0] / amounts.sum()
    entropy = -(parts * np.log2(parts)).sum() / np.log2(len(names)) if len(names) > 1 else None
    assert measures.evenness(ours) == (None if entropy is None else pytest.approx(entropy, abs=CLOSE))

    # Silences and overlaps
    extent = note.get_timeline().extent()
    whole = (round(extent.start * 1000), round(extent.end * 1000))
    silences = talk.outside(talk.speech(spoken), [whole])
    gaps = as_spans(note.get_timeline().support().gaps())
    np.testing.assert_allclose(
        np.array(silences).reshape(-1, 2) / 1000, np.array(gaps).reshape(-1, 2), atol=CLOSE
    )
    lengths = np.array([end - start for start, end in gaps])
    limits = [3.0, 10.0, 30.0]
    assert measures.over([b - a for a, b in silences], [3000, 10_000, 30_000]) == [
        int((lengths > limit + 1e-9).sum()) for limit in limits
    ]
    doubled = note.get_overlap().duration()
    assert talk.total(talk.overlaps(spoken)) / 1000 == pytest.approx(doubled, abs=CLOSE)

    # Turns, transfers and who follows whom
    turns = talk.turns(spoken)
    theirs = floor_of(note, names, talk.LAPSE_MS / 1000)
    assert [label_of[turn.seat] for turn in turns] == [label for label, _, _ in theirs]
    np.testing.assert_allclose(
        [(turn.start_ms / 1000, turn.end_ms / 1000) for turn in turns],
        [row[1:] for row in theirs],
        atol=CLOSE,
    )
    handed = talk.transfers(turns)
    offsets = [b[1] - a[2] for a, b in zip(theirs, theirs[1:], strict=False) if a[0] != b[0]]
    np.testing.assert_allclose([one.offset_ms / 1000 for one in handed], offsets, atol=CLOSE)
    matrix = np.zeros((len(names), len(names)))
    for a, b in zip(theirs, theirs[1:], strict=False):
        matrix[names.index(a[0]), names.index(b[0])] += a[0] != b[0]
    counted: dict[tuple[int, int], int] = {}
    for one in handed:
        pair = one.before.seat, one.after.seat
        counted[pair] = counted.get(pair, 0) + 1
    mutual = np.minimum(matrix, matrix.T).sum() / matrix.sum() if matrix.sum() else None
    assert measures.reciprocity(counted) == (None if mutual is None else pytest.approx(mutual, abs=CLOSE))

    # The table of exact measures says the same, to the last digit that is told.
    (row,) = csv.DictReader(io.StringIO(as_csv({"m": exact(segments)})))
    spans = [(b - a) for _, a, b in theirs]
    expected = {
        "voices": len(names),
        "length_s": extent.duration,
        "speech_s": amounts.sum(),
        "overlap_s": doubled,
        "silence_s": lengths.sum(),
        "silence_share": lengths.sum() / extent.duration,
        "silences_over_3_s": (lengths > 3 + 1e-9).sum(),
        "silences_over_10_s": (lengths > 10 + 1e-9).sum(),
        "silences_over_30_s": (lengths > 30 + 1e-9).sum(),
        "turns": len(theirs),
        "turn_mean_s": np.mean(spans),
        "turn_median_s": np.median(spans),
        "transfers": len(offsets),
        "transfer_median_s": np.median(offsets) if offsets else None,
        "reciprocity": mutual,
        "gini": mean_difference(amounts),
        "evenness": entropy,
    }
    for name, value in expected.items():
        told = row[name]
        assert (told == "") if value is None else float(told) == pytest.approx(float(value), abs=CLOSE), name
    np.testing.assert_allclose([float(one) for one in row["voice_s"].split()], amounts, atol=CLOSE)
    assert set(row) == {"recording", "voice_s", *expected}

    # And the record says no other thing.
    made = record_of(segments).whole
    assert made.overlap_s == pytest.approx(doubled, abs=2.501)
    assert made.silence_s == pytest.approx(lengths.sum(), abs=2.501)
    assert made.speech_s.member == pytest.approx(amounts.sum(), abs=2.501)
    bins, _ = np.histogram(np.round(offsets, 6), [-np.inf, -1, -0.5, 0, 0.5, 1, 3, np.inf])
    assert list(astuple(made.transfers)) == bins.tolist()
    long = np.round([end - start for _, start, end in theirs], 6)
    assert list(astuple(made.turn_lengths)) == np.histogram(long, [0, 5, 15, 60, 180, np.inf])[0].tolist()
    assert made.transitions.after_member.member == matrix.sum()
    assert made.silence_share == pytest.approx(lengths.sum() / extent.duration, abs=0.00501)


def test_the_figures_of_a_whole_session_agree() -> None:
    """Two cases, ten members, two leaders; all that was said was said aloud, at work."""
    meeting, said = two_cases()
    made = structure(meeting.state.format, meeting.log, said, Keeping.AGGREGATE)
    assert made is not None
    note = Annotation()
    for number, one in enumerate(said):
        note[Stretch(one.start_ms / 1000, one.end_ms / 1000), number] = str(one.seat)
    note = note.support()
    spoke = np.array([note.label_duration(str(seat)) for seat in SEATS])
    members, whole = spoke[len(LEADERS) :], Timeline([Stretch(0, meeting.now / 1000)])
    silent = sum(one.duration for one in note.get_timeline().gaps(whole))
    parts = members / members.sum()
    assert made.whole.leader_share == pytest.approx(spoke[: len(LEADERS)].sum() / spoke.sum(), abs=0.00501)
    assert made.whole.gini == pytest.approx(mean_difference(members), abs=0.02501)
    assert made.whole.evenness == pytest.approx(
        -(parts * np.log(parts)).sum() / np.log(len(parts)), abs=0.02501
    )
    thirds = [np.full(len(third), third.mean()) for third in np.array_split(np.sort(parts)[::-1], 3)]
    assert made.whole.shares == pytest.approx(np.concatenate(thirds), abs=0.000501)
    assert made.whole.silence_share == pytest.approx(silent * 1000 / meeting.now, abs=0.00501)
    assert made.whole.overlap_s == pytest.approx(note.get_overlap().duration(), abs=2.501)


def test_the_comparison_can_fail() -> None:
    text = a_meeting(1)
    note, later = annotated(text), [one._replace(end_ms=one.end_ms + 1) for one in said_in(text)]
    assert talk.total(talk.overlaps(talk.by_seat(later))) / 1000 != pytest.approx(
        note.get_overlap().duration(), abs=CLOSE
    )
    assert isinstance(later[0], Segment)
