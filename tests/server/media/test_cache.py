"""cache: what arrived, what can still be sent again."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.media.cache import CAPACITY, LONGEST_MS, PacketCache


def test_a_packet_is_kept_for_two_seconds() -> None:
    cache = PacketCache()
    cache.put(70_000, b"packet", 5_000)
    assert cache.get(70_000, 5_000 + LONGEST_MS) == (b"packet", 5_000)
    assert cache.get(70_000, 5_001 + LONGEST_MS) is None
    assert cache.holds(70_000)


def test_a_number_that_never_came_is_not_there() -> None:
    cache = PacketCache()
    cache.put(1, b"packet", 0)
    assert cache.get(2, 0) is None
    assert not cache.holds(0)
    assert not cache.holds(1 + CAPACITY)


@given(st.lists(st.integers(0, 1_000), max_size=300))
def test_the_ring_agrees_with_a_plain_dictionary(numbers: list[int]) -> None:
    cache = PacketCache()
    last: dict[int, int] = {}
    for number in numbers:
        cache.put(number, str(number).encode(), 0)
        last[number % CAPACITY] = number
    for number in range(1_001):
        kept = last.get(number % CAPACITY) == number
        assert cache.holds(number) == kept
        assert cache.get(number, 0) == ((str(number).encode(), 0) if kept else None)
