"""Reception reports tell the loss, whatever the order in which packets come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.rehearsal.reception import Reception


def received(sequences: list[int]) -> Reception:
    reception = Reception(sequences[0] & 0xFFFF)
    for sequence in sequences:
        reception.note(sequence & 0xFFFF)
    return reception


def test_a_quarter_lost_is_a_fraction_of_64_and_only_once() -> None:
    reception = received([n for n in range(100) if n % 4 != 2])
    first = reception.report(9)
    assert (first.ssrc, first.fraction_lost, first.packets_lost, first.highest_sequence) == (9, 64, 25, 99)
    assert reception.report(9).fraction_lost == 0


def test_sequence_numbers_wrap() -> None:
    report = received(list(range(65_500, 65_600))).report(1)
    assert (report.packets_lost, report.highest_sequence) == (0, 65_599)


@given(st.lists(st.integers(1, 30), min_size=1, unique=True))
def test_order_does_not_matter(later: list[int]) -> None:
    report = received([0, *later]).report(1)
    assert report.highest_sequence == max(later)
    assert report.packets_lost == max(later) + 1 - (len(later) + 1)
