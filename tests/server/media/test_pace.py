"""How fast one listener's pictures may leave."""

from __future__ import annotations

import pytest

from server.media.pace import FREE_BPS, HOLDS_MS, KNOWN_MS, LATELY_MS, LEAST_BPS, ROUND_MS, START_BPS, Pace
from server.media.redundancy import QUEUED_MS
from server.media.reported import SLOW_MS

SECOND = 1_000


@pytest.mark.parametrize(
    ("trip_ms", "bps"), [(None, None), (SLOW_MS - 1, None), (SLOW_MS, START_BPS), (3_000, START_BPS)]
)
def test_only_a_slow_handshake_makes_one_begin_with_a_pace(trip_ms: int | None, bps: int | None) -> None:
    assert Pace(trip_ms).bps == bps


@pytest.mark.parametrize(
    ("late_ms", "carried_bps", "bps"),
    [
        (QUEUED_MS - 1, 100_000, None),
        (QUEUED_MS, 200_000, 170_000),
        (2_000, 900_000, 765_000),
        (QUEUED_MS, 10_000, START_BPS),
        (QUEUED_MS, 0, None),
        (QUEUED_MS, 3_000_000, None),
    ],
)
def test_a_queue_gives_the_pace_of_what_came_through_it(
    late_ms: int, carried_bps: int, bps: int | None
) -> None:
    pace = Pace()
    pace.reported(late_ms, carried_bps, 0, waited=False)
    assert pace.bps == bps


def test_one_queue_is_one_cut_until_it_may_have_emptied() -> None:
    pace = Pace()
    for now_ms in (0, SECOND, HOLDS_MS - 1):
        pace.reported(QUEUED_MS, 200_000 - now_ms, now_ms, waited=True)
    assert pace.bps == 170_000
    pace.reported(QUEUED_MS, 150_000, HOLDS_MS, waited=True)
    assert pace.bps == 127_500, "where one stands for long, what comes through is all that the way carries"
    pace.reported(QUEUED_MS, 10_000, 2 * HOLDS_MS, waited=True)
    assert pace.bps == LEAST_BPS


def test_what_came_through_a_queue_that_has_just_begun_is_not_all() -> None:
    """A report comes once a second, and a key frame is on the way for less."""
    pace = Pace()
    pace.reported(0, 240_000, 0, waited=False)
    pace.reported(QUEUED_MS, 80_000, SECOND, waited=False)
    assert pace.bps == 204_000, "the most of the last seconds"
    pace.reported(QUEUED_MS, 400_000, 2 * SECOND, waited=True)
    assert pace.bps == 340_000, "more was carried after all"
    pace = Pace()
    pace.reported(0, 240_000, 0, waited=False)
    pace.reported(QUEUED_MS, 150_000, LATELY_MS + 1, waited=False)
    assert pace.bps == 127_500


def test_it_grows_fast_until_there_was_a_queue_and_only_by_what_had_to_wait() -> None:
    pace = Pace(SLOW_MS)
    pace.reported(0, 0, 0, waited=False)
    assert pace.bps == START_BPS
    pace.reported(0, 0, SECOND, waited=True)
    assert pace.bps == 2 * START_BPS
    pace.reported(QUEUED_MS, 200_000, 2 * SECOND, waited=True)
    for second in range(3, 2 + KNOWN_MS // SECOND):
        pace.reported(0, 0, second * SECOND, waited=True)
    assert pace.bps == 170_000, "what the way carries is known now"
    pace.reported(0, 0, 2 * SECOND + KNOWN_MS, waited=True)
    assert pace.bps == 183_600
    for second in range(3 + KNOWN_MS // SECOND, 70):
        pace.reported(0, 0, second * SECOND, waited=True)
    assert pace.bps is None, "a way that carries so much has none"
    for second in range(70, 74):
        pace.reported(0, 0, second * SECOND, waited=True)
    assert pace.bps is None


def test_pictures_that_are_reported_on_one_by_one_make_it_grow_once_a_round() -> None:
    pace = Pace(SLOW_MS)
    for now_ms in (0, 0, 10, ROUND_MS - 1):
        pace.reported(0, 0, now_ms, waited=now_ms > 0)
        assert pace.bps == START_BPS
    pace.reported(0, 0, SECOND, waited=False)
    assert pace.bps == 2 * START_BPS, "something had to wait since the last round began"
    pace.reported(0, 0, 2 * SECOND, waited=False)
    assert pace.bps == 2 * START_BPS


def test_a_queue_that_two_pictures_tell_of_at_one_moment_has_not_stood_for_long() -> None:
    pace = Pace()
    pace.reported(0, 2_000_000, 0, waited=False)
    for now_ms in (SECOND, SECOND, SECOND + 300):
        pace.reported(QUEUED_MS, 80_000, now_ms, waited=False)
    assert pace.bps is None, "more came through a moment ago"
    pace.reported(0, 80_000, SECOND + 310, waited=False)
    pace.reported(QUEUED_MS, 80_000, 2 * SECOND, waited=False)
    assert pace.bps == 68_000


def test_many_pictures_do_not_crowd_out_what_came_through_some_seconds_ago() -> None:
    pace = Pace()
    pace.reported(0, 240_000, 0, waited=False)
    for at in range(1, 41):
        pace.reported(0, 80_000, at * 125, waited=False)
    pace.reported(QUEUED_MS, 80_000, 6 * SECOND, waited=False)
    assert pace.bps == 204_000


@pytest.mark.parametrize(
    ("estimates", "bps"),
    [
        ([300_000], None),
        ([300_000, 280_000], None),
        ([300_000, 200_000], 200_000),
        ([300_000, 200_000, 250_000], 250_000),
        ([300_000, 200_000, 190_000], 200_000),
        ([300_000, 200_000, FREE_BPS], None),
        ([9_000_000, 8_000_000], None),
    ],
)
def test_an_estimate_that_falls_gives_the_pace(estimates: list[int], bps: int | None) -> None:
    pace = Pace()
    for second, estimate_bps in enumerate(estimates):
        pace.estimated(estimate_bps, second * SECOND)
    assert pace.bps == bps
