"""The speech detector, on levels written by hand: one packet each 20 ms unless it is said otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.talk import joined, total
from server.media.detector import PACKET_MS, PAUSE_MS, PIECE_MS, SHORTEST_MS, Detector, Room, Span

ROOM, VOICE, NOTHING_SENT = 70, 30, -1
"""-dBov: a quiet room, and somebody who speaks in it; or no packet, as under DTX."""


def heard(detector: Detector, said: list[tuple[int, int]], since_ms: int = 0) -> int:
    """(level, ms) after one another; a voice goes up and down. When it is over."""
    now = since_ms
    for level, ms in said:
        for packet in range(ms // PACKET_MS):
            now += PACKET_MS
            if level != NOTHING_SENT:
                detector.heard(level + (packet % 2 * 10 if level == VOICE else 0), now)
    return now


EXAMPLES: dict[str, tuple[list[tuple[int, int]], list[Span]]] = {
    "a quiet room": ([(ROOM, 5000)], []),
    "somebody speaks": ([(ROOM, 1000), (VOICE, 600), (ROOM, 1000)], [(1000, 1600)]),
    "from the first packet": ([(VOICE, 600), (ROOM, 1000)], [(0, 600)]),
    "to the last": ([(ROOM, 1000), (VOICE, 600)], [(1000, 1600)]),
    "a breath is within it": ([(ROOM, 1000), (VOICE, 400), (ROOM, 280), (VOICE, 400)], [(1000, 2080)]),
    "a pause is not": ([(ROOM, 1000), (VOICE, 400), (ROOM, 300), (VOICE, 400)], [(1000, 1400), (1700, 2100)]),
    "the same under DTX": ([(VOICE, 400), (NOTHING_SENT, 280), (VOICE, 400)], [(0, 1080)]),
    "a pause under DTX": ([(VOICE, 400), (NOTHING_SENT, 300), (VOICE, 400)], [(0, 400), (700, 1100)]),
    "DTX sends one packet of noise": (
        [(VOICE, 400), (NOTHING_SENT, 380), (ROOM, 20), (NOTHING_SENT, 400), (VOICE, 200)], [(0, 400), (1200, 1400)]
    ),
    "a click": ([(ROOM, 1000), (VOICE, 20), (ROOM, 1000)], []),
    "two packets are no beginning": ([(ROOM, 1000), (VOICE, 40), (ROOM, 1000)], []),
    "a cup": ([(ROOM, 1000), (VOICE, 100), (ROOM, 1000)], []),
    "a syllable": ([(ROOM, 1000), (VOICE, 120), (ROOM, 1000)], [(1000, 1120)]),
    "clicks that follow one another": ([(ROOM, 1000), *[(VOICE, 40), (ROOM, 40)] * 9], []),
    "a faint beginning": ([(ROOM, 1000), (56, 100), (VOICE, 200), (ROOM, 1000)], [(1000, 1300)]),
    "it dies away": ([(ROOM, 1000), (VOICE, 200), (56, 200), (ROOM, 1000)], [(1000, 1400)]),
    "too faint for anybody": ([(75, 1000), (61, 1000), (75, 1000)], []),
    "as faint as can be": ([(75, 1000), (60, 400), (75, 1000)], [(1000, 1400)]),
    "a loud room": ([(45, 3000), (VOICE, 400), (45, 1000)], [(0, 1020), (3000, 3400)]),
    "hardly above a loud room": ([(40, 3000), (38, 400), (40, 1000)], [(0, 1020)]),
    "enough to go on, not to begin": ([(40, 3000), (36, 400), (40, 1000)], [(0, 1020)]),
    "enough to begin": ([(40, 3000), (35, 400), (40, 1000)], [(0, 1020), (3000, 3400)]),
    "loud enough to go on": ([(45, 3000), (VOICE, 200), (42, 200), (45, 600)], [(0, 1020), (3000, 3400)]),
    "not loud enough to go on": ([(45, 3000), (VOICE, 200), (43, 200), (45, 600)], [(0, 1020), (3000, 3200)]),
    "muted": ([(VOICE, 400), (127, 2000), (VOICE, 400)], [(0, 400), (2400, 2800)]),
    "packets far apart are no row": ([(ROOM, 1000), *[(VOICE, 20), (NOTHING_SENT, 100)] * 20], []),
    "every second packet is lost": (
        [(ROOM, 1000), *[(NOTHING_SENT, 20), (VOICE, 20)] * 20, (ROOM, 400)], [(1020, 1800)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("example", EXAMPLES)
def test_levels_and_what_was_spoken(example: str) -> None:
    said, spoken = EXAMPLES[example]
    detector = Detector()
    heard(detector, said)
    assert detector.ended() == spoken


def test_a_fan_that_is_turned_on_is_speech_for_a_second_only() -> None:
    detector = Detector()
    heard(detector, [(ROOM, 2000), (45, 30_000), (VOICE, 600), (45, 1000)])
    fan, voice = detector.ended()
    assert fan[0] == 2000 and fan[1] <= 4000
    assert voice == (32_000, 32_600)


def test_a_fan_that_is_turned_off_hides_no_voice_for_long() -> None:
    detector = Detector()
    now = heard(detector, [(40, 3000)])
    assert detector.spoken(now)
    now = heard(detector, [(ROOM, 40), (45, 400), (ROOM, 500)], now)
    assert detector.spoken(now) == [(3040, 3440)]


def test_the_room_of_eight_seconds_ago_is_forgotten() -> None:
    room = Room()
    for second, level in enumerate([-70, *[-50, -40] * 5]):  # never steady: it moves within each second
        for packet in range(50):
            room.heard(level + packet % 9, second * 1000 + packet * 20)
        room.heard(level, second * 1000 + 999)
        assert room.loudest == (-68 if second < 9 else -48), second


def test_few_packets_are_no_steady_room() -> None:
    """Under DTX a window may hold a voice's last packet alone."""
    room = Room()
    for packet in range(50):
        room.heard(-70, packet * 20)
    for packet in range(9):
        room.heard(-30, 1000 + packet * 20)
    room.heard(-69, 2000)
    assert room.loudest == -68
    for packet in range(10):
        room.heard(-30, 3000 + packet * 20)
    room.heard(-29, 4000)
    assert room.loudest == -28


def test_noise_that_varies_is_no_voice() -> None:
    detector = Detector()
    for packet in range(1500):
        detector.heard(45 - packet * 7 % 8, packet * PACKET_MS)  # 38 to 45
    assert total(joined(detector.ended())) <= 2 * 1000, "until the room is known"
    heard(detector, [(20, 400), (44, 400)], 30_000)
    assert detector.ended() == [(30_000, 30_400)]


def test_long_speech_is_given_out_in_pieces_that_touch() -> None:
    detector, given = Detector(), list[Span]()
    for now in range(PACKET_MS, 35_001, PACKET_MS):
        detector.heard(VOICE if now % 200 != 100 else 50, now)
        if now % 1000 == 0:
            given += detector.spoken(now)
    assert given == [(0, PIECE_MS), (PIECE_MS, 2 * PIECE_MS), (2 * PIECE_MS, 3 * PIECE_MS)]
    assert joined([*given, *detector.ended()]) == [(0, 35_000)]


def test_what_was_given_out_is_not_given_again() -> None:
    detector = Detector()
    now = heard(detector, [(ROOM, 1000), (VOICE, 600), (ROOM, 200)])
    assert detector.spoken(now) == [], "it may go on"
    assert detector.spoken(1600 + PAUSE_MS + PACKET_MS) == [(1000, 1600)]
    assert detector.spoken(9000) == detector.ended() == []


def test_a_short_rest_of_a_long_speech_is_not_lost() -> None:
    detector = Detector()
    for now in range(PACKET_MS, PIECE_MS + 1, PACKET_MS):
        detector.heard(VOICE if now % 200 != 100 else 50, now)
    assert detector.spoken(PIECE_MS) == [(0, PIECE_MS)]
    detector.heard(VOICE, PIECE_MS + PACKET_MS)
    assert detector.ended() == [(PIECE_MS, PIECE_MS + PACKET_MS)]
    assert detector.ended() == []


def test_a_packet_that_comes_late_is_no_news() -> None:
    detector = Detector()
    heard(detector, [(ROOM, 1000), (VOICE, 600), (ROOM, 500)])
    for late in range(0, 900, PACKET_MS):
        detector.heard(VOICE, late)
    assert detector.ended() == [(1000, 1600)]


@given(st.lists(st.tuples(st.integers(0, 127), st.integers(0, 500)), max_size=400))
def test_whatever_comes_gives_sound_stretches(packets: list[tuple[int, int]]) -> None:
    at_once, now_and_then, now, given = Detector(), Detector(), 0, list[Span]()
    for level, later in packets:
        now += later
        at_once.heard(level, now)
        now_and_then.heard(level, now)
        given += now_and_then.spoken(now)
    given += now_and_then.ended()
    spoken = at_once.ended()
    assert joined(given) == joined(spoken), "however often one asks"
    for (_, end), (start, _) in zip(spoken, spoken[1:], strict=False):
        assert start - end >= PAUSE_MS - PACKET_MS
    assert all(end - start >= SHORTEST_MS and start >= -PACKET_MS and end <= now for start, end in spoken)
