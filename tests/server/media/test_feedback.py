"""feedback: what is due to a publisher, and when."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pylibsrtp import Policy

from server.media import feedback
from server.media.books import PythonStreamBooks
from server.media.compiled import compiled
from server.media.feedback import BitrateLimit, KeyframeRequest, Reception, Repair, TransportArrivals
from tests.server.media.forwarding_room import CM, session


def test_a_keyframe_is_asked_for_again_until_it_comes() -> None:
    request = KeyframeRequest(PythonStreamBooks())
    assert not request.due(0)
    assert request.ask(0)
    sent = [ms for ms in range(50, 9_000, 50) if request.due(ms)]
    assert sent[:6] == [300, 700, 1_200, 1_800, 2_550, 3_500]
    assert sent[6:] == [4_500, 5_500, 6_500, 7_500, 8_500], "for ever, and never more rarely"
    request.settle()
    assert not request.due(20_000)
    assert request.ask(20_000)
    assert request.due(20_300), "and from the beginning"


def test_a_keyframe_is_not_asked_for_again_before_it_can_have_come() -> None:
    request = KeyframeRequest(PythonStreamBooks())
    assert request.ask(0, 600)
    assert [ms for ms in range(50, 3_000, 50) if request.due(ms, 600)] == [600, 1_200, 1_800, 2_400]
    assert request.due(4_500, 60_000), "nobody's link is so long"


@given(st.lists(st.integers(0, 400), max_size=50))
def test_requests_are_300_ms_apart_however_often_one_asks(pauses: list[int]) -> None:
    request = KeyframeRequest(PythonStreamBooks())
    now_ms, sent = 0, []
    for pause in pauses:
        now_ms += pause
        if request.ask(now_ms):
            sent.append(now_ms)
        request.settle()  # a key frame that came does not open the way for the next request
    assert all(after - before >= 300 for before, after in zip(sent, sent[1:], strict=False))


def test_a_gap_is_asked_for_at_once_and_four_times_at_most() -> None:
    repair = Repair()
    assert repair.gap(65_534, 65_537, 0)
    assert repair.due(0) == [65_534, 65_535, 65_536]
    assert repair.due(50) == []
    repair.arrived(65_535)
    asked = [repair.due(ms) for ms in range(100, 2_000, 50)]
    assert [lost for lost in asked if lost] == [[65_534, 65_536]] * 3


def test_an_outage_is_not_asked_for() -> None:
    repair = Repair()
    assert repair.gap(0, feedback.NACK_MOST, 0)
    assert not repair.gap(100, 101, 0)
    assert repair.due(10_000) == []


def test_forgetting_ends_all_requests() -> None:
    repair = Repair()
    repair.gap(3, 5, 0)
    repair.forget()
    assert repair.due(1_000) == []


def test_arrivals_are_reported_without_a_hole() -> None:
    arrivals = TransportArrivals()
    assert arrivals.due(0) is None
    for sequence, ms in ((65_534, 10), (65_535, 11), (1, 13)):
        arrivals.arrived(sequence, ms)
    assert arrivals.due(100) == (65_534, [10, 11, None, 13])
    assert arrivals.due(200) is None
    arrivals.arrived(0, 205)  # too late: its report is out
    arrivals.arrived(4, 210)
    assert arrivals.due(250) == (65_538, [None, None, 210])


def test_reports_are_75_ms_apart() -> None:
    arrivals = TransportArrivals()
    arrivals.arrived(0, 0)
    assert arrivals.due(0) == (0, [0])
    arrivals.arrived(1, 20)
    assert arrivals.due(74) is None
    assert arrivals.due(75) == (1, [20])


STEPS = st.sampled_from([1] * 12 + [0, 2, 3, -1, -2, 7, 300, 399, 400, 401, 0x7FFF, 0x8000])
PAUSES = st.sampled_from([0] * 8 + [1, 5, 20, 20, 64, 75, 90, 9_000])
LATE = st.sampled_from([0, 0, 0, 1, 70])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 0xFFFF), st.lists(st.tuples(STEPS, PAUSES, LATE), max_size=700))
def test_both_engines_report_the_same_arrivals(sequence: int, packets: list[tuple[int, int, int]]) -> None:
    engine, now_ms = compiled(), 50_000
    assert engine is not None
    other = engine.taker(session(bytes(30), CM, Policy.SSRC_ANY_INBOUND))
    arrivals = TransportArrivals()
    for step, pause, late in packets:
        sequence, now_ms = sequence + step, now_ms + pause
        for each in (arrivals, other.arrivals):
            each.arrived(sequence & 0xFFFF, now_ms - late)
        report = other.arrivals.report(1, 0xCAFEBABE, now_ms)
        assert report == arrivals.report(1, 0xCAFEBABE, now_ms)
        assert report is None or len(report) <= 1_024


@given(st.lists(st.tuples(st.integers(0, 0xFFFF), st.integers(0, 60)), max_size=600))
def test_any_numbers_make_reports_of_bounded_size(packets: list[tuple[int, int]]) -> None:
    arrivals = TransportArrivals()
    now_ms = 0
    reported: set[int] = set()
    for sequence, pause in packets:
        now_ms += pause
        arrivals.arrived(sequence, now_ms)
        report = arrivals.due(now_ms)
        if report is not None:
            base, times = report
            assert 1 <= len(times) <= feedback.TRANSPORT_MOST
            assert times[-1] is not None
            numbers = set(range(base, base + len(times)))
            assert not numbers & reported
            reported |= numbers


def test_reception_counts_loss_as_the_rfc_does() -> None:
    reception = Reception(PythonStreamBooks(), 48_000)
    assert reception.block(9, 0) is None
    for number in (10, 11, 13, 12, 14, 17):
        reception.arrived(number, number * 960, number * 20)
    reception.reported(0x1111_2222_3333_4444, 300)
    block = reception.block(9, 1_300)
    assert block is not None
    assert (block.ssrc, block.fraction, block.lost, block.highest) == (9, 64, 2, 17)
    assert (block.last_report, block.delay) == (0x2222_3333, 65_536)
    assert reception.loss == 0.25
    for number in range(18, 28):
        reception.arrived(number, number * 960, number * 20)
    block = reception.block(9, 2_000)
    assert block is not None
    assert (block.fraction, block.lost) == (0, 2)


def test_jitter_is_nothing_on_an_even_link_and_grows_on_an_uneven_one() -> None:
    even, uneven = Reception(PythonStreamBooks(), 48_000), Reception(PythonStreamBooks(), 48_000)
    for number in range(100):
        stamp = (0xFFFFF000 + number * 960) & 0xFFFFFFFF
        even.arrived(number, stamp, number * 20)
        uneven.arrived(number, stamp, number * 20 + number % 2 * 10)
    steady, shaken = even.block(1, 2_000), uneven.block(1, 2_000)
    assert steady is not None
    assert shaken is not None
    assert steady.jitter == 0
    assert 450 < shaken.jitter <= 480  # 10 ms at 48 kHz


@given(st.lists(st.floats(0, 1), max_size=100))
def test_the_bitrate_stays_within_its_bounds(losses: list[float]) -> None:
    limit = BitrateLimit()
    for loss in losses:
        before = limit.bits_per_s
        after = limit.after(loss)
        assert feedback.BITRATE_LEAST <= after <= feedback.BITRATE_MOST
        assert after <= before or loss < 0.02
