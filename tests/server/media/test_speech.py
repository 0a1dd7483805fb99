"""speech: levels over the last 200 ms, and who speaks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from server.media.speech import HOLD_MS, NOTHING_DBOV, SILENT_DBOV, WINDOW_MS, Speech


def say(speech: Speech, level: int, start_ms: int, packets: int) -> int:
    for at_ms in range(start_ms, start_ms + 20 * packets, 20):
        speech.heard(level, at_ms)
    return start_ms + 20 * packets


def test_nothing_heard_is_silence() -> None:
    assert Speech().level(0) == SILENT_DBOV
    assert not Speech().speaking(0)


def test_a_voice_is_heard_at_once_and_ends_after_the_hold() -> None:
    speech = Speech()
    now_ms = say(speech, 25, 1_000, 10)
    assert speech.level(now_ms - 20) == 25
    assert speech.speaking(now_ms)
    quiet_ms = say(speech, 90, now_ms, 40)
    assert not speech.speaking(quiet_ms)
    assert speech.level(quiet_ms - 20) == 90


def test_a_gap_between_words_does_not_end_a_turn() -> None:
    speech = Speech()
    now_ms = say(speech, 25, 0, 10)
    assert speech.speaking(now_ms - 20 + HOLD_MS)
    assert not speech.speaking(now_ms - 19 + HOLD_MS)


def test_a_click_is_no_voice() -> None:
    speech = Speech()
    now_ms = say(speech, 90, 0, 10)
    speech.heard(5, now_ms)
    assert not speech.speaking(now_ms)


def test_a_click_after_silence_without_packets_is_no_voice() -> None:
    speech = Speech()
    say(speech, 10, 0, 10)
    say(speech, 10, 1_000, 2)
    assert not speech.speaking(1_020), "what was loud a second ago is no part of it"


def test_a_short_sound_is_counted_whatever_is_silent_around_it() -> None:
    """As from a microphone that gives nothing between words: one loud packet, then eleven without anything."""
    speech = Speech()
    speech.heard(3, 1_000)
    now_ms = say(speech, SILENT_DBOV, 1_020, 11)
    assert speech.sounds == 1
    speech.heard(NOTHING_DBOV, now_ms)
    assert speech.sounds == 1, "a microphone that gives nothing hums at most"
    speech.heard(NOTHING_DBOV - 1, now_ms + 20)
    assert speech.sounds == 2


def test_when_packets_stop_the_level_falls_silent() -> None:
    speech = Speech()
    now_ms = say(speech, 25, 0, 10)
    assert speech.level(now_ms + WINDOW_MS) == SILENT_DBOV


@given(st.lists(st.tuples(st.integers(0, 127), st.integers(0, 500))))
def test_the_level_stays_within_what_was_heard(packets: list[tuple[int, int]]) -> None:
    speech = Speech()
    now_ms = 0
    for level, pause_ms in packets:
        now_ms += pause_ms
        speech.heard(level, now_ms)
        assert min(level for level, _ in packets) <= speech.level(now_ms) <= max(lv for lv, _ in packets)
