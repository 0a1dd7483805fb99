"""What a bad line holds up counts when it was said, in both engines; and no timestamp makes speech of nothing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.talk import joined
from server.media.delay import LATEST_MS, TICKS, WINDOW_MS, Delay
from server.media.detector import PACKET_MS
from tests.server.media.forwarding_room import two

BEGAN = (1 << 32) - 100 * TICKS
"""Timestamps begin anywhere, and go round."""


def said(came: list[tuple[int, int]]) -> list[int]:
    """(when a packet came, when it was said by the sender's clock) → when it was said by ours."""
    delay = Delay()
    return [delay.said_at(at, (BEGAN + stamp * TICKS) % (1 << 32)) for at, stamp in came]


HOUR = 3_600_000
EXAMPLES: dict[str, tuple[list[tuple[int, int]], list[int]]] = {
    "as it comes": ([(500, 0), (520, 20), (540, 40)], [500, 520, 540]),
    "held up and let go": ([(500, 0), (1500, 20), (1500, 40), (1560, 1060)], [500, 520, 540, 1560]),
    "the first of all held up": ([(1500, 0), (1500, 20), (1520, 1020)], [1500, 1500, 1520]),
    "not sent for a while": ([(500, 0), (9500, 9000)], [500, 9500]),
    "a longer way": ([(500, 0), (700, 100), (720, 120), (9000, 8400)], [500, 600, 620, 8900]),
    "and soon it is the way": (
        [(500, 0), *((700 + n * WINDOW_MS, 100 + n * WINDOW_MS) for n in range(1, 4))], [500, 10_600, 20_700, 30_700]
    ),
    "later than can be": ([(500, 0), (520 + LATEST_MS, 19), (521 + LATEST_MS, 20)], [500, 3520, 3521]),
    "timestamps begin anew, earlier": ([(HOUR, HOUR), (HOUR + 20, 0), (HOUR + 40, 20)], [HOUR, HOUR + 20, HOUR + 40]),
    "timestamps begin anew, later": ([(500, 0), (520, HOUR), (540, HOUR + 20)], [500, 520, 540]),
}  # fmt: skip


@pytest.mark.parametrize("case", EXAMPLES)
def test_when_it_was_said(case: str) -> None:
    came, expected = EXAMPLES[case]
    assert said(came) == expected


@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, (1 << 32) - 1))))
def test_whatever_a_client_says_it_is_never_later_and_hardly_earlier(steps: list[tuple[int, int]]) -> None:
    delay, at = Delay(), 0
    for step, timestamp in steps:
        at += step
        assert at - LATEST_MS <= delay.said_at(at, timestamp) <= at


@pytest.mark.usefixtures("both_engines")
def test_speech_that_a_line_held_up_for_a_second_is_as_long_as_it_was() -> None:
    room, speaker, _ = two()
    room.forwarder.measured.begin()
    since_ms, found = room.now_ms, []
    for number in range(250):
        due_ms = since_ms + (number + 1) * PACKET_MS
        came_ms = since_ms + 3_000 if 100 <= number < 149 else due_ms
        datagram = speaker.audio(number, number * 960, b"word", level=30 if number % 2 else 40)
        room.send(1, datagram, after_ms=came_ms - room.now_ms)
        if number % 50 == 0:  # each second, also while it is held up
            found += room.forwarder.measured.spoken(room.now_ms)
    found += room.forwarder.measured.spoken(room.now_ms, rest=True)
    spans = joined([(start - since_ms, end - since_ms) for _, start, end in found])
    assert spans == [(0, 5_000)]
    assert all(one[2] <= other[1] for one, other in pairwise(found)), "none of it counts twice"
