"""How good a link is said to be, and for how long."""

from __future__ import annotations

import pytest

from server.link_quality import LASTS_MS, LinkQuality, Quality, judged


@pytest.mark.parametrize(
    ("loss", "round_trip_ms", "quality"),
    [
        (0.0, None, "good"),
        (0.049, 499, "good"),
        (0.05, 20, "weak"),
        (0.0, 500, "weak"),
        (0.149, 999, "weak"),
        (0.15, 20, "very_weak"),
        (0.0, 1_000, "very_weak"),
        (1.0, None, "very_weak"),
    ],
)
def test_what_a_link_is_said_to_be(loss: float, round_trip_ms: int | None, quality: str) -> None:
    assert judged(loss, round_trip_ms) == quality


def test_worse_is_said_at_once_and_better_once_it_has_lasted() -> None:
    link = LinkQuality()
    told = []
    for loss, now_ms in (
        (0.0, 0), (0.06, 1_000), (0.2, 2_000), (0.06, 3_000), (0.2, 4_000),
        (0.06, 4_000 + LASTS_MS - 1), (0.06, 4_000 + LASTS_MS), (0.0, 4_000 + LASTS_MS + 1),
        (0.0, 4_000 + 2 * LASTS_MS),
    ):  # fmt: skip
        link.note(loss, 40, now_ms)
        told.append(link.now)
    good, weak, very_weak = Quality
    assert told == [good, weak, very_weak, very_weak, very_weak, very_weak, weak, weak, good]
