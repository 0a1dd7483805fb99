"""The speech detector on voices in noise, through real Opus and the level in real packets. Needs espeak-ng.

Prints what it measures: `pytest -s` shows it.
"""

from __future__ import annotations

import random

import numpy as np
import pytest

from facilitation.talk import Span, inside, joined, total
from server.media.detector import Detector
from server.rehearsal.make_media import RATE, VOICES
from tests.server.media.sound import PACKET_MS, SAMPLES, level_of, packets, truth, utterances, with_noise

pytestmark = [pytest.mark.slow, pytest.mark.unhurried]
SECONDS = 40
MOST_OFFSET_MS, MOST_FALSE_S = 60, 4
"""By how much an end is missed, in the median; and how many seconds a minute somebody is said to speak who does not."""
SPEAKERS = [VOICES[0], VOICES[1], VOICES[4]]


@pytest.fixture(scope="module")
def clean() -> list[np.ndarray]:
    return [utterances(voice, random.Random(voice.name), SECONDS) for voice in SPEAKERS]


def detected(sound: np.ndarray) -> list[Span]:
    detector, found = Detector(), list[Span]()
    for packet, at_ms in packets(sound):
        detector.heard(level_of(packet), at_ms)
        found += detector.spoken(at_ms)
    return joined([*found, *detector.ended()])


def speaks(spans: list[Span], frames: int) -> np.ndarray:
    """Of each packet's 20 ms, whether its middle is within one of them."""
    middles = (np.arange(frames) + 0.5) * PACKET_MS
    edges = np.array(joined(spans), dtype=float).ravel()
    within: np.ndarray = np.searchsorted(edges, middles, side="right") % 2 == 1
    return within


def agreement(found: list[Span], true: list[Span], frames: int) -> tuple[float, float]:
    """F1, by frames of 20 ms; and for how many ms somebody is said to speak who does not."""
    said, spoken = speaks(found, frames), speaks(true, frames)
    f1 = 2 * (said & spoken).sum() / (said.sum() + spoken.sum())
    return float(f1), total(found) - total(inside(found, true))


def test_frames_are_counted_by_their_middles() -> None:
    """Found 0-60 and 100-120, true 40-100: of six frames three are true, and four found, of which one is."""
    assert speaks([(0, 60), (100, 120)], 6).tolist() == [True, True, True, False, False, True]
    f1, false_ms = agreement([(0, 60), (100, 120)], [(40, 100)], 6)
    assert (round(f1, 6), false_ms) == (round(2 * 1 / (4 + 3), 6), 60)


def errors(found: list[Span], true: list[Span]) -> list[tuple[int, int]]:
    """Of each stretch of speech that was found, how far off its beginning and its end are, in ms."""
    pairs = [(one, [other for other in found if other[0] < one[1] and other[1] > one[0]]) for one in true]
    return [(abs(near[0][0] - one[0]), abs(near[-1][1] - one[1])) for one, near in pairs if near]


@pytest.mark.parametrize(
    ("snr_db", "colour", "least_f1", "most_onset_ms"),
    [
        (None, "white", 0.97, 40),
        *((20, colour, 0.95, 40) for colour in ("white", "pink")),
        *((10, colour, 0.95, 60) for colour in ("white", "pink")),
        *((5, colour, 0.92, 80) for colour in ("white", "pink")),
    ],
)
def test_voices_in_noise(
    clean: list[np.ndarray], snr_db: float | None, colour: str, least_f1: float, most_onset_ms: float
) -> None:
    scores, off, false_ms, missed = [], [], 0, 0
    for number, sound in enumerate(clean):
        true, found = truth(sound), detected(with_noise(sound, snr_db, number, colour))
        f1, false = agreement(found, true, len(sound) // SAMPLES)
        near = errors(found, true)
        scores.append(f1)
        off += near
        false_ms += false
        missed += len(true) - len(near)
    onset, offset = np.median(off, axis=0)
    minutes = sum(map(len, clean)) / RATE / 60
    noise = "a quiet room" if snr_db is None else f"{colour} noise at {snr_db} dB"
    print(
        f"\n{noise}: F1 {np.mean(scores):.3f}, onset {onset:.0f} ms, offset {offset:.0f} ms, "
        f"{false_ms / 1000 / minutes:.1f} s a minute false, {missed} of {missed + len(off)} not found"
    )
    assert np.mean(scores) > least_f1
    assert onset < most_onset_ms and offset < MOST_OFFSET_MS
    assert false_ms / 1000 / minutes < MOST_FALSE_S
    assert missed == 0


@pytest.mark.parametrize("colour", ["white", "pink"])
def test_noise_alone_says_nothing_after_its_first_second(colour: str) -> None:
    nobody = with_noise(np.tile([0.0, 3000.0], RATE * 10), 0, 3, colour) - np.tile([0.0, 3000.0], RATE * 10)
    assert total(inside(detected(nobody), [(2_000, 20_000)])) == 0
