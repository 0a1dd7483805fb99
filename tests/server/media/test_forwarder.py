"""forwarder: real SRTP in, real SRTP out; what a listener's slots receive, and what is refused."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtp, vp8
from server.media.outgoing import Shape
from tests.server.media.forwarding_room import (
    ALL,
    GCM,
    Hears,
    Room,
    delta,
    extensions,
    keyframe,
    two,
)

pytestmark = pytest.mark.usefixtures("both_engines")


def test_audio_arrives_renumbered_with_only_the_listeners_extensions() -> None:
    room, speaker, listener = two()
    assert room.send(1, speaker.audio(700, 9_000, b"voice", level=33))
    ((header, payload),) = listener.heard(1)
    assert payload == b"voice"
    assert header.payload_type == listener.audio_type != speaker.audio_type
    assert header.timestamp == 9_000
    assert header.marker  # the first after a pause
    assert extensions(listener) == {
        listener.level_id: bytes((0x80 | 33,)),
        listener.time_id: rtp.send_time(room.now_ms),
    }
    room.send(1, speaker.audio(701, 9_960, b"voice"))
    assert not listener.heard(1)[1][0].marker


@given(st.integers(0, 14), st.integers(0, 14), st.none() | st.binary(min_size=1, max_size=1))
def test_a_listeners_extension_is_what_the_general_builder_makes(
    level_id: int, time_id: int, level: bytes | None
) -> None:
    values = {level_id: level} if level_id and level is not None else {}
    values |= {time_id: rtp.send_time(12_345)} if time_id else {}
    if level_id and level_id == time_id:
        return  # an id means one thing
    assert Shape(level_id, time_id).extension(level, 12_345) == rtp.extension_block(values)


def test_firefox_and_chromium_profiles_mix() -> None:
    room, speaker, _ = two()
    listener = room.join(2, profile=GCM)
    room.send(1, speaker.audio(700, 9_000, b"voice"))
    room.reach({1: Hears(ALL), 2: Hears(ALL)})
    room.send(2, listener.audio(1, 1, b"answer"))
    assert [payload for _, payload in listener.heard(1)] == [b"voice"]
    assert [payload for _, payload in speaker.heard(2)] == [b"answer"]


def test_nobody_hears_anybody_without_a_reach() -> None:
    room = Room([1, 2])
    room.send(1, room.clients[1].audio(1, 1, b"voice"))
    assert not room.clients[2].datagrams
    room.reach({2: Hears(frozenset({2}), frozenset({2}))})  # not even oneself
    room.send(2, room.clients[2].audio(1, 1, b"voice"))
    assert not room.clients[2].datagrams


def test_reach_closes_for_the_very_next_packet() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.audio(1, 0, b"one"))
    room.reach({})
    room.send(1, speaker.audio(2, 960, b"two"))
    room.reach({2: Hears(ALL)})
    room.send(1, speaker.audio(3, 1_920, b"three"))
    assert [payload for _, payload in listener.heard(1)] == [b"one", b"three"]


def test_a_reach_that_cannot_be_read_silences_all() -> None:
    room, speaker, listener = two()
    broken: Any = {2: Hears(ALL, ALL), 1: object()}
    with pytest.raises(AttributeError):
        room.reach(broken)
    room.send(1, speaker.audio(1, 0, b"one"))
    assert not listener.datagrams


@pytest.mark.parametrize("slots", [{1: 3, 2: 3}, object(), {1: [], 2: 2}])
def test_slots_that_cannot_be_used_silence_all(slots: Any) -> None:
    room, speaker, listener = two()
    with pytest.raises((ValueError, TypeError)):
        room.forwarder.set_reach({2: Hears(ALL, ALL)}, room.now_ms, slots)
    room.send(1, speaker.audio(1, 0, b"one"))
    assert not listener.datagrams
    room.reach({2: Hears(ALL, ALL)})
    room.send(1, speaker.audio(2, 960, b"two"))
    assert [payload for _, payload in listener.heard(1)] == [b"two"]


def test_who_joins_again_is_held_by_the_reach_as_it_stands() -> None:
    room, _, listener = two()
    room.reach({})
    again = room.join(1)
    room.send(1, again.audio(1, 0, b"still out"))
    assert not listener.rtp_in
    room.reach({2: Hears(ALL, ALL)})
    back = room.join(2)
    room.send(1, again.audio(2, 0, b"heard"))
    assert [payload for _, payload in back.heard(1)] == [b"heard"]
    assert not listener.rtp_in  # the older join receives nothing any more


def test_after_leaving_nothing_passes() -> None:
    room, speaker, listener = two()
    room.forwarder.leave(1)
    assert not room.send(1, speaker.audio(1, 0, b"gone"))
    assert room.drops("no_seat") == 1
    assert not listener.rtp_in
    room.forwarder.leave(1)


def test_the_keys_of_one_seat_open_nothing_of_another() -> None:
    room = Room([1, 2, 3])
    room.all_reach()
    assert not room.send(3, room.clients[1].audio(1, 0, b"stolen"))
    assert not room.send(1, room.clients[3].audio(1, 0, b"stolen"))
    assert room.drops("unknown_ssrc") == 2
    # The SSRC of another seat, under one's own keys: not announced in this session.
    room.clients[3].audio_ssrc = room.clients[1].audio_ssrc
    room.send(3, room.clients[3].audio(1, 0, b"forged"))
    assert room.drops("unknown_ssrc") == 3
    assert not room.clients[2].rtp_in


def test_a_replayed_or_damaged_packet_is_dropped() -> None:
    room, speaker, listener = two()
    datagram = speaker.audio(1, 0, b"once")
    assert room.send(1, datagram)
    assert not room.send(1, datagram)
    assert not room.send(1, datagram[:-1] + b"\0")
    assert room.drops("unauthentic") == 2
    assert len(listener.rtp_in) == 1


def test_an_unnegotiated_payload_type_is_dropped() -> None:
    room, speaker, listener = two()
    speaker.audio_type = speaker.video_type
    assert room.send(1, speaker.audio(1, 0, b"video on the audio's ssrc"))
    assert room.drops("payload_type") == 1
    assert not listener.rtp_in


def test_streams_without_announced_ssrcs_are_learnt_by_mid_and_payload_type() -> None:
    room, _, listener = two()
    speaker = room.join(1, announced=False)
    room.send(1, speaker.audio(1, 0, b"voice"))
    room.send(1, speaker.video(1, 0, keyframe(1)))
    room.send(1, speaker.retransmission(1, 2, 0, delta(2)))
    assert len(listener.heard(1)) == 1
    assert len(listener.heard(1, "video")) == 2
    speaker.audio_ssrc += 50  # learnt once: another one is a stranger
    room.send(1, speaker.audio(2, 0, b"voice"))
    assert len(listener.heard(1)) == 1


def test_a_stream_of_the_wrong_mid_is_not_learnt() -> None:
    room, _, listener = two()
    speaker = room.join(1, announced=False)
    extensions = {speaker.mid_id: b"1"}  # the video's
    packet = rtp.build(speaker.audio_type, 1, 0, speaker.audio_ssrc, b"voice", extensions=extensions)
    room.send(1, speaker.out.protect(packet))
    assert room.drops("unknown_ssrc") == 1
    assert not listener.rtp_in


def test_a_listener_that_negotiated_no_extension_gets_none() -> None:
    room, speaker, _ = two()
    listener = room.join(2, extended=False)
    room.send(1, speaker.audio(1, 0, b"voice"))
    room.send(1, speaker.video(1, 0, keyframe(1)))
    assert [packet[0] for packet in listener.rtp_in] == [rtp.PLAIN] * 2


def test_unknown_streams_are_opened_a_bounded_number_of_times() -> None:
    room, _, _ = two()
    speaker = room.join(1, announced=False)
    speaker.audio_type = 120
    taken = 0
    for number in range(200):
        speaker.audio_ssrc = 50_000 + number
        taken += room.send(1, speaker.audio(1, 0, b"?"))
    assert taken == 64
    assert room.drops("unknown_ssrc") == 200


@given(
    st.lists(st.tuples(st.booleans(), st.integers(1, 5), st.integers(0, 90_000)), max_size=40),
    st.integers(0, 0xFFFF),
)
def test_a_slot_stays_one_stream_over_pauses_and_new_publishers(
    steps: list[tuple[bool, int, int]], start: int
) -> None:
    room, speaker, listener = two()
    sequence, timestamp = start, 0xFFFFFFFF - start
    sent_ms: list[int] = []
    for again, packets, pause_ms in steps:
        room.reach({})
        room.now_ms += pause_ms
        if again:
            speaker = room.join(1)
            sequence, timestamp = sequence * 7 + 13, timestamp * 5 + 11
        else:
            # Spoken while nobody may hear it: these numbers leave no gap.
            room.send(1, speaker.audio(sequence & 0xFFFF, timestamp & 0xFFFFFFFF, b"unheard"))
            sequence, timestamp = sequence + 1, timestamp + pause_ms * 48 + 960
        room.reach({2: Hears(ALL)})
        for _ in range(packets):
            datagram = speaker.audio(sequence & 0xFFFF, timestamp & 0xFFFFFFFF, b"voice")
            assert room.send(1, datagram, after_ms=20)
            sent_ms.append(room.now_ms)
            sequence, timestamp = sequence + 1, timestamp + 960
    headers = [header for header, payload in listener.heard(1)]
    assert len(headers) == len(sent_ms)
    for before, after in zip(headers, headers[1:], strict=False):
        assert after.sequence == (before.sequence + 1) & 0xFFFF
        assert 0 < (after.timestamp - before.timestamp) & 0xFFFFFFFF < 0x80000000


def test_another_publishers_timestamps_go_on_by_the_elapsed_time() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.audio(1, 5_000, b"before"))
    again = room.join(1)
    room.send(1, again.audio(900, 77, b"after"), after_ms=2_500)
    first, second = (header for header, _ in listener.heard(1))
    assert second.timestamp - first.timestamp == 2_500 * 48
    assert second.sequence - first.sequence == 1
    assert second.marker


def test_video_waits_for_a_key_frame_and_asks_until_it_comes() -> None:
    room, speaker, listener = two()
    assert speaker.keyframe_requests() == 1  # at once, when it became visible
    room.send(1, speaker.video(1, 0, delta(1)), after_ms=40)
    assert not listener.rtp_in
    for _ in range(14):  # after 300 ms, and 375 after that
        room.tick()
    assert speaker.keyframe_requests() == 3
    room.send(1, speaker.video(2, 3_000, keyframe(2)))
    room.send(1, speaker.video(3, 6_000, delta(3)))
    assert len(listener.heard(1, "video")) == 2
    for _ in range(12):
        room.tick()
    assert speaker.keyframe_requests() == 3


def test_a_camera_that_is_off_is_not_asked_on_and_on() -> None:
    room, speaker, _ = two()
    for _ in range(200):
        room.tick()
    assert speaker.keyframe_requests() == 1
    room.send(1, speaker.video(1, 0, delta(1)))
    assert speaker.keyframe_requests() == 2


def test_pictures_go_on_over_a_pause_and_a_new_publisher() -> None:
    room, speaker, listener = two()
    pictures = [keyframe(32_766, b"x", 254), delta(32_767, b"y", 255), delta(0, b"z", 0)]
    for number, payload in enumerate(pictures):
        room.send(1, speaker.video(number, number * 3_000, payload))
    room.reach({})
    room.send(1, speaker.video(3, 9_000, delta(1, b"unseen", 1)))
    room.reach({2: Hears(ALL, ALL)})
    room.send(1, speaker.video(4, 12_000, delta(2, b"unseen", 2)))
    room.send(1, speaker.video(5, 15_000, keyframe(3, b"seen", 3)))
    speaker = room.join(1)
    room.send(1, speaker.video(500, 5, keyframe(9_000, b"new", 77)), after_ms=1_000)
    room.send(1, speaker.video(501, 3_005, delta(9_001, b"new", 77)))
    received = listener.heard(1, "video")
    read = [vp8.parse(payload) for _, payload in received]
    assert [one.picture_id for one in read] == [32_766, 32_767, 0, 1, 2, 3]
    assert [one.tl0 for one in read] == [254, 255, 0, 1, 2, 2]
    assert [header.sequence for header, _ in received] == [1, 2, 3, 4, 5, 6]
    assert all(b"unseen" not in payload for _, payload in received)
    ahead = received[4][0].timestamp - received[3][0].timestamp
    assert ahead == 90_000


def test_what_came_before_the_gate_opened_is_not_let_in_late() -> None:
    room, speaker, listener = two()
    late = speaker.audio(5, 0, b"said in confidence")
    room.reach({})
    room.send(1, speaker.audio(6, 960, b"unheard"))
    room.reach({2: Hears(ALL)})
    room.send(1, late)
    room.send(1, speaker.audio(7, 1_920, b"heard"))
    assert [payload for _, payload in listener.heard(1)] == [b"heard"]


def test_reordered_packets_keep_their_places() -> None:
    room, speaker, listener = two()
    datagrams = [speaker.audio(number, number * 960, b"%d" % number) for number in (1, 2, 3, 4)]
    for index in (0, 2, 1, 3):
        room.send(1, datagrams[index])
    received = listener.heard(1)
    assert [payload for _, payload in received] == [b"1", b"3", b"2", b"4"]
    assert [header.sequence for header, _ in received] == [1, 3, 2, 4]


def test_a_borrowed_slot_carries_one_seat_after_another_as_one_stream() -> None:
    room = Room((1, 2, 3))
    first, listener, second = (room.clients[seat] for seat in (1, 2, 3))

    def lend(seat: int) -> None:
        heard = Hears(frozenset({seat}), frozenset({seat}))
        room.forwarder.set_reach({2: heard}, room.now_ms, {seat: 1})

    lend(1)
    room.send(1, first.audio(7, 100, b"one"))
    room.send(3, second.audio(900, 5, b"not lent"))
    lend(3)
    room.send(1, first.audio(8, 1_060, b"no more"), after_ms=20)
    room.send(3, second.audio(901, 965, b"two"))
    room.send(3, second.audio(902, 1_925, b"three"), after_ms=20)
    assert [payload for _, payload in listener.heard(1)] == [b"one", b"two", b"three"]
    assert listener.heard(3) == []
    headers = [header for header, _ in listener.heard(1)]
    assert [header.sequence - headers[0].sequence for header in headers] == [0, 1, 2]
    assert room.forwarder.counters.forwarded == {(1, 2): (1, 0), (3, 2): (2, 0)}
    room.forwarder.set_reach({2: Hears(ALL, ALL)}, room.now_ms, {})
    room.send(3, second.audio(903, 2_885, b"nothing is lent"))
    assert len(listener.heard(1)) == 3


@pytest.mark.parametrize("change", ["leaves", "comes again", "narrowed", "silenced", "slot lent to another"])
def test_whoever_goes_out_of_reach_gets_nothing_more_of_a_stream_that_runs(change: str) -> None:
    """The loop keeps a list of who gets a packet: it must not outlive its gate."""
    room = Room([1, 2, 3])
    room.all_reach()
    speaker, listener, other = room.clients.values()
    for number in range(1, 4):
        room.send(1, speaker.audio(number, number * 960, b"allowed"))
        room.send(1, speaker.video(number, number * 2_250, keyframe(number)))
    received = len(listener.datagrams)
    assert len(listener.heard(1)) == len(listener.heard(1, "video")) == 3
    others = {seat: Hears(ALL, ALL) for seat in (1, 3)}
    if change == "leaves":
        room.forwarder.leave(2)
    elif change == "comes again":
        room.join(2)
    elif change == "narrowed":
        room.reach({**others, 2: Hears(ALL - {1}, ALL - {1})})
    elif change == "silenced":
        room.reach({})
    else:
        room.forwarder.set_reach(
            {seat: Hears(ALL, ALL) for seat in (1, 2, 3)}, room.now_ms, slots={3: 1, 2: 2}
        )
    room.send(1, speaker.audio(4, 4 * 960, b"forbidden"))
    room.send(1, speaker.video(4, 4 * 2_250, keyframe(4)))
    assert len(listener.datagrams) == received
    assert len(other.heard(1)) == (3 if change in ("silenced", "slot lent to another") else 4)


def test_a_listener_who_goes_over_to_tcp_and_back_keeps_the_stream() -> None:
    """By the listener's wire, by hand, and by the wire again; what was counted stays counted."""
    room, speaker, listener = two()
    for number, way in enumerate([listener.way, None, None, listener.way, listener.way], start=1):
        room.forwarder.rewire(2, way)
        room.send(1, speaker.audio(number, number * 960, b"word %d" % number), after_ms=20)
    assert [(one.sequence, one.timestamp, word) for one, word in listener.heard(1)] == [
        (number, number * 960, b"word %d" % number) for number in range(1, 6)
    ]
    assert room.forwarder.counters.forwarded == {(1, 2): (5, 0)}
    assert room.forwarder.facts(room.now_ms)[1].forwarded_to == 1
    room.forwarder.rewire(7, None)
