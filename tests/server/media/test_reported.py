"""What reports come to: round trips, what a queue has added to them, and losses."""

from __future__ import annotations

from server.media.reported import FEWEST, FORGETS_MS, FRESH_MS, LOSSES_MS, Losses, Trips


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


def test_a_queue_that_was_there_from_the_beginning_is_seen_beside_the_handshake() -> None:
    trips = Trips()
    trips.begin(600, 0)
    trips.note(1_500, 1_000)
    trips.note(1_400, 2_000)
    assert trips.late(2_000) == 800
    trips.note(580, 3_000)
    trips.note(1_380, 4_000)
    trips.note(1_480, 5_000)
    assert trips.late(5_000) == 800, "a shorter one is the best from then on"


def test_of_one_report_the_shortest_counts() -> None:
    assert of((0, 90), (0, 50), (0, 70)).latest(0) == 50
    assert of((0, 50), (1_000, 900), (1_000, 800)).late(1_000) == 0


def test_reports_that_come_together_are_one_word_and_not_two_in_a_row() -> None:
    of_each_picture = (1_000, 900), (1_020, 950), (1_100, 870), (1_499, 990)
    assert of((0, 50), *of_each_picture).late(1_499) == 0
    assert of((0, 50), *of_each_picture).latest(1_499) == 870
    assert of((0, 50), *of_each_picture, (1_500, 700)).late(1_500) == 650


def test_a_way_that_is_longer_for_good_is_no_queue_after_a_minute() -> None:
    trips = of((0, 50), *((at, 600) for at in range(1_000, FORGETS_MS + 3_000, 1_000)))
    assert trips.late(FORGETS_MS + 2_000) == 0


def test_losses_are_told_of_all_packets_and_not_of_a_few() -> None:
    losses = Losses()
    losses.note(4, 0.5, 0)
    assert losses.share(0) is None, "two of four is chance"
    losses.note(96, 0.25, 100)
    assert losses.share(100) == 26 / 100
    losses.note(FEWEST, 0.0, LOSSES_MS + 101)
    assert losses.share(LOSSES_MS + 101) == 0
    assert Losses().share(0) is None
