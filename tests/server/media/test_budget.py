"""What one participant may send, and that nobody else pays for whoever sends more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtcp
from server.media.books import PythonSenderBooks
from server.media.budget import BURST_S, BYTES_PER_S, PACKETS_PER_S, full, spend
from server.media.control import SENDER_REPORTS_MS
from server.media.participant import MOST_REPORTERS
from tests.server.media.forwarding_room import two

pytestmark = pytest.mark.usefixtures("both_engines")


def test_a_burst_passes_and_after_it_the_rate() -> None:
    budget = PythonSenderBooks(*full())
    assert sum(spend(budget, 100, 1_000) for _ in range(2 * PACKETS_PER_S)) == PACKETS_PER_S * BURST_S
    passed = sum(spend(budget, 100, 1_000 + ms) for ms in range(1, 2_001) for _ in range(5))
    assert abs(passed - 2 * PACKETS_PER_S) <= 1


def test_bytes_run_out_before_packets_do() -> None:
    budget = PythonSenderBooks(*full())
    assert sum(spend(budget, 1_500, 0) for _ in range(PACKETS_PER_S)) == BYTES_PER_S * BURST_S // 1_500


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(12, 1_500)), max_size=300))
def test_never_more_than_a_burst_and_the_rate(packets: list[tuple[int, int]]) -> None:
    budget, now_ms, sizes = PythonSenderBooks(*full()), 0, []
    for pause_ms, size in packets:
        now_ms += pause_ms
        if spend(budget, size, now_ms):
            sizes.append(size)
    assert len(sizes) <= PACKETS_PER_S * (BURST_S + now_ms / 1000)
    assert sum(sizes) <= BYTES_PER_S * (BURST_S + now_ms / 1000)


def test_whoever_sends_too_much_is_cut_short_and_the_others_are_not() -> None:
    room, hostile, listener = two()
    for number in range(3 * PACKETS_PER_S):
        assert room.send(1, hostile.audio(number, number * 960, b"noise")), (
            "it is authentic, and its link is up"
        )
    assert room.drops("over_budget") == 2 * PACKETS_PER_S
    assert len(listener.heard(1)) == PACKETS_PER_S
    assert room.send(2, listener.audio(1, 0, b"voice"))
    assert room.drops("over_budget") == 2 * PACKETS_PER_S
    room.tick(1_000)
    room.send(1, hostile.audio(5_000, 0, b"slower now"))
    assert listener.heard(1)[-1][1] == b"slower now"


def test_reports_are_counted_too() -> None:
    room, hostile, _ = two()
    report = bytes((0x80, 201, 0, 1)) + hostile.audio_ssrc.to_bytes(4, "big")
    for _ in range(PACKETS_PER_S + 5):
        room.send(1, hostile.out.protect_rtcp(report))
    assert room.drops("over_budget") == 5


def test_what_its_keys_have_not_opened_costs_nobodys_budget() -> None:
    room, speaker, listener = two()
    for _ in range(2 * PACKETS_PER_S):
        room.send(
            1,
            bytes((0x80, speaker.audio_type)) + bytes(6) + speaker.audio_ssrc.to_bytes(4, "big") + bytes(40),
        )
    room.send(1, speaker.audio(1, 0, b"voice"))
    assert [payload for _, payload in listener.heard(1)] == [b"voice"]


def test_sender_reports_are_passed_on_no_oftener_than_browsers_send_them() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.audio(1, 0, b"voice"))
    report = rtcp.sender_report(rtcp.SenderReport(speaker.audio_ssrc, 1 << 32, 0, 1, 5))
    before = len(listener.datagrams)
    for _ in range(3):
        room.send(1, speaker.out.protect_rtcp(report * 20))
    assert len(listener.datagrams) - before == 1
    room.now_ms += SENDER_REPORTS_MS
    room.send(1, speaker.out.protect_rtcp(report * 20))
    assert len(listener.datagrams) - before == 2


def test_reports_are_opened_in_the_name_of_few() -> None:
    """libsrtp keeps a stream for each, and looks through them all for every packet."""
    room, hostile, listener = two()
    for ssrc in range(1, MOST_REPORTERS + 10):
        room.send(1, hostile.out.protect_rtcp(bytes((0x80, 201, 0, 1)) + ssrc.to_bytes(4, "big")))
    assert room.drops("unknown_ssrc") == 9
    assert room.send(1, hostile.out.protect_rtcp(bytes((0x80, 201, 0, 1)) + (1).to_bytes(4, "big")))
    assert room.send(1, hostile.audio(1, 0, b"voice"))
    assert [payload for _, payload in listener.heard(1)] == [b"voice"]
