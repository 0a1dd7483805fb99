"""How good a link is said to be, and for how long."""

from __future__ import annotations

import pytest

from server.facts.link_quality import LASTS_MS, LinkQuality, judged


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


def told(*reports: tuple[int, float]) -> list[str]:
    """What is said after each report of a loss, at so many ms; five looks a second in between."""
    link, said, now_ms, loss = LinkQuality(), [], 0, 0.0
    for at_ms, reported in reports:
        while now_ms < at_ms:
            link.note(loss, 40, now_ms)
            now_ms += 200
        loss = reported
        link.note(loss, 40, at_ms)
        said.append(str(link.now))
    return said


def test_worse_is_said_once_a_second_report_says_so() -> None:
    assert told((1_000, 0.2), (2_000, 0.2), (3_000, 0.2)) == ["good", "good", "very_weak"]
    assert told((1_000, 0.06), (2_000, 0.06), (3_000, 0.2), (4_000, 0.2), (5_000, 0.2)) == [
        "good", "good", "weak", "weak", "very_weak",
    ]  # fmt: skip


def test_one_report_alone_is_not_said() -> None:
    """Of the three packets that a silent microphone sends in a second one was lost, now and then."""
    assert set(told(*((n * 1_000, 0.33 if n % 2 else 0.0) for n in range(1, 30)))) == {"good"}


def test_better_is_said_once_it_has_lasted() -> None:
    bad = ((1_000, 0.2), (2_000, 0.2), (3_000, 0.0))
    assert told(*bad, (2_600 + LASTS_MS, 0.0)) == ["good", "good", "very_weak", "very_weak"]
    assert told(*bad, (3_000 + LASTS_MS, 0.0))[-1] == "good"
    assert told(*bad, (8_000, 0.2), (9_000, 0.0), (3_000 + LASTS_MS, 0.0))[-1] == "very_weak"
