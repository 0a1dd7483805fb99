"""A voice before the pictures of a narrow way, in a clock of its own: what a key frame costs it."""

from __future__ import annotations

import pytest

from tests.server.media.narrow_way import NarrowWay


@pytest.mark.parametrize(
    ("bps", "round_trip_ms", "after_ms", "before", "now"),
    [
        (512_000, 300, 0, 400, 250),  # the handshake was slow: paced from the first key frame on
        (256_000, 100, 10_000, 900, 400),  # the first one told
    ],
)
def test_a_key_frame_does_not_hold_up_the_voice(
    bps: int, round_trip_ms: int, after_ms: int, before: int, now: int
) -> None:
    plain, paced = (NarrowWay(bps, round_trip_ms, paced) for paced in (False, True))
    for way in (plain, paced):
        way.goes(16_000)
    assert plain.waits(0.99, after_ms=after_ms) > before
    assert paced.waits(0.99, after_ms=after_ms) < now
    assert paced.pictures >= plain.pictures
    assert paced.room.drops("paced") == 0


def test_reports_on_each_stream_by_itself_say_no_more_than_one_on_all() -> None:
    of_all, one_by_one = (NarrowWay(256_000, 300, paced=True, one_by_one=each) for each in (False, True))
    for way in (of_all, one_by_one):
        way.goes(6_000)
    assert one_by_one.waits(1) == of_all.waits(1)
    assert one_by_one.pictures == of_all.pictures


def test_a_wide_way_has_no_pace() -> None:
    way = NarrowWay(5_000_000, 100, paced=True)
    way.goes(5_000)
    assert way.participant.pace is not None
    assert way.participant.pace.bps is None
    assert way.waits(1) < 60
