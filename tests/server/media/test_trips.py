"""Round trips: what is known of late, and what a queue has added to them."""

from __future__ import annotations

from server.media.trips import FORGETS_MS, FRESH_MS, Trips


def of(*trips: tuple[int, int]) -> Trips:
    made = Trips()
    for at_ms, trip_ms in trips:
        made.note(trip_ms, at_ms)
    return made


def test_nothing_is_known_before_a_report_nor_long_after_it() -> None:
    assert Trips().latest(5) is None
    assert of((0, 50)).latest(FRESH_MS) == 50
    assert of((0, 50)).latest(FRESH_MS + 1) is None


def test_a_queue_is_what_two_reports_in_a_row_say() -> None:
    assert of((0, 50), (1_000, 900)).late(1_000) == 0, "one may have had bad luck"
    assert of((0, 50), (1_000, 900), (2_000, 700)).late(2_000) == 650
    assert of((0, 50), (1_000, 900), (2_000, 700)).late(1_001 + FRESH_MS) == 0
    assert of((0, 50), (1_000, 900), (2_000, 60)).late(2_000) == 10


def test_of_one_report_the_shortest_counts() -> None:
    assert of((0, 90), (0, 50), (0, 70)).latest(0) == 50
    assert of((0, 50), (1_000, 900), (1_000, 800)).late(1_000) == 0


def test_a_way_that_is_longer_for_good_is_no_queue_after_a_minute() -> None:
    trips = of((0, 50), *((at, 600) for at in range(1_000, FORGETS_MS + 3_000, 1_000)))
    assert trips.late(FORGETS_MS + 2_000) == 0
