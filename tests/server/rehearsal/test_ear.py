"""The ear: a voice is heard, a click and a pause between words are not mistaken, a link that stops is silent."""

from __future__ import annotations

from server.rehearsal.ear import Ear
from server.rehearsal.mediafile import bundled, load
from server.rehearsal.reception import Counts


def heard_after(levels: list[int | None]) -> list[bool]:
    """What the ear says step by step; None is a step in which no packet came."""
    ear, counts, heard = Ear(), Counts(), []
    for level in levels:
        if level is not None:
            counts.audio, counts.level = counts.audio + 5, level
        heard.append(4 in ear.listen({4: counts, 5: Counts()}))
    return heard


def test_a_voice_is_heard_within_a_fifth_of_a_second_and_lost_within_half() -> None:
    heard = heard_after([30] * 10 + [None] * 10)
    assert heard[1:10] == [True] * 9
    assert heard[15:] == [False] * 5


def test_a_click_and_a_quiet_room_are_not_a_voice() -> None:
    assert not any(heard_after([71, 71, 20, 71, 71, 71, 20, 71]))


def test_the_gap_between_two_words_is_not_silence() -> None:
    assert all(heard_after([30, 30, 30, 71, 71, 30, 71, 30, 30, 71])[2:])


def test_the_bundled_voices_are_heard_most_of_the_time_they_speak() -> None:
    for path in bundled():
        heard = heard_after([packet.level for packet in load(path).speech[::5]] * 2)
        assert sum(heard) > len(heard) * 0.7, path.stem
