"""forwarder: real SRTP in, real SRTP out; what a listener's slots receive, and what is refused."""

from __future__ import annotations

import os
import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtcp, rtp, vp8
from server.media.outgoing import Shape
from tests.server.media.forwarding_room import GCM, Client, Hears, Room, delta, keyframe

ALL = frozenset(range(1, 9))
NOBODY: frozenset[int] = frozenset()


def two() -> tuple[Room, Client, Client]:
    """Seat 1 publishes, seat 2 receives it."""
    room = Room([1, 2])
    room.reach({2: Hears(ALL, ALL)})
    return room, room.clients[1], room.clients[2]


def extensions(client: Client, at: int = -1) -> dict[int, bytes]:
    packet = client.rtp_in[at]
    return rtp.extensions(packet, rtp.parse(packet))


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
    for _ in range(12):  # 600 ms
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


def show(room: Room, speaker: Client, count: int) -> None:
    room.send(1, speaker.video(100, 0, keyframe(1, b"#100")))
    for number in range(101, 100 + count):
        room.send(1, speaker.video(number, number * 3_000, delta(number, b"#%d" % number)), after_ms=25)


def test_a_viewers_nack_is_answered_with_rtx() -> None:
    room, speaker, listener = two()
    show(room, speaker, 10)
    lost = [header.sequence for header, _ in listener.heard(1, "video")][4:6]
    room.send(2, listener.control(rtcp.nack(1, listener.slot_ssrc(1, "video"), lost)))
    repeated = listener.heard(1, "rtx")
    assert [header.payload_type for header, _ in repeated] == [listener.rtx_type] * 2
    assert [header.sequence for header, _ in repeated] == [1, 2]
    original = listener.heard(1, "video")[4:6]
    assert [payload for _, payload in repeated] == [
        header.sequence.to_bytes(2, "big") + payload for header, payload in original
    ]
    assert [header.timestamp for header, _ in repeated] == [header.timestamp for header, _ in original]


def test_without_rtx_the_very_same_datagram_is_sent_again() -> None:
    room, speaker, _ = two()
    listener = room.join(2, rtx=False)
    show(room, speaker, 10)
    first = [datagram for datagram in listener.datagrams if not 192 <= datagram[1] < 224]
    again: list[bytes] = []
    # Past the client's own replay check, which would refuse the copies.
    room.forwarder._participants[2].transmit = lambda datagram: again.append(bytes(datagram))
    room.send(2, listener.control(rtcp.nack(1, listener.slot_ssrc(1, "video"), [3, 4])), after_ms=70)
    assert again == first[2:4]


def test_a_nack_reaches_back_neither_before_the_run_nor_beyond_a_second() -> None:
    room, speaker, listener = two()
    show(room, speaker, 5)
    room.reach({})
    room.send(1, speaker.video(105, 0, delta(5, b"unseen")))
    room.reach({2: Hears(ALL, ALL)})
    video = listener.slot_ssrc(1, "video")
    everything = rtcp.nack(1, video, [0xFFF0, *range(0, 30)])
    room.send(2, listener.control(everything))  # open, but waiting for a key frame
    room.send(1, speaker.video(106, 9_000, keyframe(6, b"seen")))
    room.send(2, listener.control(everything))
    assert [payload[-4:] for _, payload in listener.heard(1, "rtx")] == [b"seen"]
    room.send(2, listener.control(everything), after_ms=1_001)
    room.reach({})
    room.send(2, listener.control(everything))
    assert len(listener.heard(1, "rtx")) == 1


def test_retransmissions_are_limited_each_second() -> None:
    room, speaker, listener = two()
    show(room, speaker, 20)
    room.now_ms += 1_000 - room.now_ms % 1_000 - 1  # the end of a second: the packets are young enough
    request = rtcp.nack(1, listener.slot_ssrc(1, "video"), range(10, 20))
    for _ in range(100):
        room.send(2, listener.control(request))
    assert len(listener.heard(1, "rtx")) == 150
    assert room.drops("nack_limit") == 850


def test_a_publishers_rtx_fills_the_gap_and_its_copies_are_dropped() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1, b"a")))
    room.send(1, speaker.video(4, 9_000, delta(4, b"d")))
    (request,) = speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)
    assert rtcp.read_nack(request, 10) == [2, 3]
    assert rtcp.read_feedback_ssrc(request) == speaker.video_ssrc
    room.send(1, speaker.retransmission(1, 2, 3_000, delta(2, b"b")))
    room.send(1, speaker.retransmission(2, 2, 3_000, delta(2, b"b")))
    room.send(1, speaker.retransmission(3, 4, 9_000, delta(4, b"d")))
    room.send(1, speaker.retransmission(4, 0, 0, b""))  # a probe
    room.send(1, speaker.video(3, 6_000, delta(3, b"c")))  # late, but itself
    received = listener.heard(1, "video")
    assert [payload[-1:] for _, payload in received] == [b"a", b"d", b"b", b"c"]
    assert [header.sequence for header, _ in received] == [1, 4, 2, 3]
    assert (room.drops("copy"), room.drops("padding")) == (2, 1)
    room.tick(200)
    assert len(speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)) == 1


def test_a_copy_older_than_the_memory_for_copies_is_dropped() -> None:
    room, speaker, listener = two()
    show(room, speaker, 200)
    room.send(1, speaker.retransmission(1, 105, 0, delta(105, b"again")))
    assert len(listener.heard(1, "video")) == 200
    assert room.drops("copy") == 1


def test_an_outage_asks_for_a_key_frame_instead() -> None:
    room, speaker, _ = two()
    room.send(1, speaker.video(1, 0, keyframe(1)), after_ms=1_000)
    room.send(1, speaker.video(200, 9_000, delta(4)), after_ms=1_000)
    assert not speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)
    assert speaker.keyframe_requests() == 2


def test_nobody_is_asked_to_mend_what_nobody_sees() -> None:
    room, speaker, _ = two()
    room.send(1, speaker.video(1, 0, keyframe(1)))
    room.reach({})
    room.send(1, speaker.video(4, 9_000, delta(4)))
    room.tick(400)
    assert not speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)


def test_a_viewers_requests_for_a_key_frame_are_relayed_at_most_every_300_ms() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1)), after_ms=1_000)
    asked = speaker.keyframe_requests()
    ssrc = listener.slot_ssrc(1, "video")
    fir = struct.pack("!BBHIIII", 0x84, 206, 4, 1, 0, ssrc, 5 << 24)
    for _ in range(10):
        room.send(2, listener.control(rtcp.picture_loss(1, ssrc)), after_ms=10)
        room.send(2, listener.control(fir), after_ms=10)
    assert speaker.keyframe_requests() == asked + 1
    (request,) = speaker.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.PLI)[asked:]
    assert rtcp.read_feedback_ssrc(request) == speaker.video_ssrc


def test_requests_for_slots_out_of_reach_are_ignored() -> None:
    room, speaker, listener = two()
    room.reach({})
    asked = len(speaker.rtcp_in)
    for kind in ("audio", "video", "rtx"):
        ssrc = listener.slot_ssrc(1, kind)
        nack = rtcp.nack(1, ssrc, [1, 2, 3])
        room.send(2, listener.control(rtcp.picture_loss(1, ssrc), nack), after_ms=400)
    assert len(speaker.rtcp_in) == asked
    assert not listener.rtp_in


def test_sender_reports_are_mapped_for_those_in_reach() -> None:
    room = Room([1, 2, 3])
    room.reach({2: Hears(ALL, ALL)})
    speaker, listener, outside = (room.clients[seat] for seat in (1, 2, 3))
    room.send(1, speaker.audio(1, 5_000, b"12345"))
    again = room.join(1)
    room.send(1, again.audio(1, 100, b"12345"), after_ms=1_000)
    report = rtcp.SenderReport(again.audio_ssrc, 0x1122334455667788, 100 + 480, 999, 99_999)
    room.send(1, again.control(rtcp.sender_report(report)))
    (mapped,) = (rtcp.read_sender_report(one) for one in listener.requests(rtcp.SENDER_REPORT, 0))
    assert mapped == rtcp.SenderReport(
        listener.slot_ssrc(1, "audio"), 0x1122334455667788, 5_000 + 48_000 + 480, 2, 10
    )
    assert not outside.requests(rtcp.SENDER_REPORT, 0)


def test_a_report_for_a_slot_that_does_not_run_and_a_bye_go_nowhere() -> None:
    room, speaker, listener = two()
    report = rtcp.sender_report(rtcp.SenderReport(speaker.video_ssrc, 1, 2, 3, 4))
    stranger = rtcp.sender_report(rtcp.SenderReport(4_711, 1, 2, 3, 4))
    bye = struct.pack("!BBHI", 0x81, rtcp.BYE, 1, speaker.audio_ssrc)
    room.send(1, speaker.control(report, stranger, bye))
    assert not listener.rtcp_in
    room.send(1, speaker.audio(1, 0, b"still here"))
    assert len(listener.heard(1)) == 1


def test_loss_round_trip_and_remb_of_a_viewer_become_facts() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.audio(1, 0, b"voice"))
    report = rtcp.SenderReport(speaker.audio_ssrc, 0x11223344_55667788, 0, 1, 5)
    room.send(1, speaker.control(rtcp.sender_report(report)))
    half_lost = rtcp.ReportBlock(listener.slot_ssrc(1, "audio"), 128, 1, 1, 0, 0x33445566, 65_536)
    limit = rtcp.bitrate_limit(1, 800_000, [listener.slot_ssrc(1, "video")])
    room.send(2, listener.control(rtcp.receiver_report(1, [half_lost]), limit), after_ms=1_080)
    facts = room.forwarder.facts(room.now_ms)[2]
    assert (facts.downlink_loss, facts.round_trip_ms) == (0.5, 80)
    assert facts.remb_bps is not None
    assert 790_000 < facts.remb_bps <= 800_000


def test_publishers_get_receiver_reports_and_arrival_times() -> None:
    room, speaker, _ = two()
    room.tick()
    for number in (1, 2, 3, 5):
        room.send(
            1,
            speaker.video(number, number, keyframe(number), transport_sequence=number + 65_533),
            after_ms=10,
        )
    for _ in range(20):
        room.tick()
    reports = [list(rtcp.read_blocks(one)) for one in speaker.requests(rtcp.RECEIVER_REPORT, 1)]
    assert [(block.ssrc, block.lost, block.highest) for (block,) in reports] == [(speaker.video_ssrc, 1, 5)]
    (arrivals,) = speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.TRANSPORT_CC)
    assert rtcp.read_feedback_ssrc(arrivals) in (speaker.audio_ssrc, speaker.video_ssrc)
    assert struct.unpack_from("!HH", arrivals.body, 8) == (65_534, 5)
    assert not speaker.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.APPLICATION)
    assert room.forwarder.facts(room.now_ms)[1].uplink_loss == 0.2


def test_publishers_without_transport_feedback_get_a_remb() -> None:
    room, _, _ = two()
    speaker = room.join(1, transport=False)
    room.tick()
    room.send(1, speaker.audio(1, 0, b"voice"))
    room.tick(1_000)
    (remb,) = speaker.requests(rtcp.PAYLOAD_FEEDBACK, rtcp.APPLICATION)
    assert rtcp.read_remb(remb) is not None
    assert not speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.TRANSPORT_CC)


def test_facts_tell_who_speaks_and_who_is_heard() -> None:
    room = Room([1, 2, 3])
    room.reach({2: Hears(ALL), 3: Hears(ALL)})
    speaker = room.clients[1]
    for number in range(10):
        room.send(1, speaker.audio(number, number * 960, b"voice", level=20), after_ms=20)
        room.send(2, room.clients[2].audio(number, number * 960, b"hush", level=90))
    facts = room.forwarder.facts(room.now_ms)
    assert (facts[1].level, facts[1].speaking, facts[1].forwarded_to) == (20, True, 2)
    assert (facts[2].speaking, facts[2].forwarded_to) == (False, 1)
    assert (facts[1].packets_in, facts[1].audio_packets_in) == (10, 10)
    assert facts[1].last_packet_ms == room.now_ms
    assert facts[3].last_packet_ms is None
    room.reach({3: Hears(ALL)})
    assert room.forwarder.facts(room.now_ms)[1].forwarded_to == 1
    assert room.forwarder.facts(room.now_ms + 501)[1].forwarded_to == 0


def test_counters_outlive_who_leaves() -> None:
    room, speaker, _ = two()
    room.send(1, speaker.audio(1, 0, b"voice"))
    room.send(1, speaker.video(1, 0, keyframe(1)))
    room.join(2)
    room.send(1, speaker.audio(2, 0, b"voice"))
    room.forwarder.leave(2)
    assert room.forwarder.counters.forwarded == {(1, 2): (2, 1)}


def test_a_listener_whose_path_is_full_does_not_harm_the_others() -> None:
    room = Room([1, 2, 3])
    room.all_reach()
    speaker = room.clients[1]
    room.clients[2].blocked = True
    room.send(1, speaker.audio(1, 0, b"one"))
    room.clients[2].blocked = False
    room.send(1, speaker.audio(2, 960, b"two"))
    assert [payload for _, payload in room.clients[3].heard(1)] == [b"one", b"two"]
    assert [(header.sequence, payload) for header, payload in room.clients[2].heard(1)] == [(2, b"two")]
    assert room.drops("send") == 1


def test_a_padding_packet_passes_without_its_padding() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1)))
    padded = b"\xa0" + rtp.build(speaker.video_type, 2, 0, speaker.video_ssrc, b"")[1:] + b"\0\0\0\4"
    room.send(1, speaker.out.protect(padded))
    room.send(1, speaker.video(3, 3_000, delta(2)))
    received = listener.heard(1, "video")
    assert [header.sequence for header, _ in received] == [1, 2, 3]
    assert received[1][1] == b""


@given(st.lists(st.binary(max_size=60), max_size=20), st.integers(0, 3))
def test_noise_never_raises_and_never_passes(noises: list[bytes], seat: int) -> None:
    room, speaker, listener = two()
    for noise in noises:
        assert not room.send(seat, noise)
        for head in (b"\x80\x60", b"\x80\xc9"):
            assert not room.send(seat, head + noise)
            assert not room.send(seat, head + bytes(6) + speaker.audio_ssrc.to_bytes(4, "big") + noise)
    assert not listener.rtp_in


@given(st.binary(max_size=40), st.integers(0, 255), st.sampled_from(["audio", "video", "rtx", "control"]))
def test_authentic_nonsense_never_raises(noise: bytes, first: int, kind: str) -> None:
    """A hostile client has good keys: everything behind the authentication is as untrusted as the rest."""
    room, speaker, listener = two()
    room.send(1, speaker.video(1, 0, keyframe(1)))
    if kind == "control":
        packet = bytes((0x80 | first & 0x3F, 200 + first % 8)) + struct.pack("!HI", len(noise) // 4 + 1, 2)
        room.send(1, speaker.out.protect_rtcp(packet + noise))
        room.send(
            2, listener.out.protect_rtcp(packet + listener.slot_ssrc(1, "video").to_bytes(4, "big") + noise)
        )
    else:
        number = {"audio": speaker.audio_type, "video": speaker.video_type, "rtx": speaker.rtx_type}[kind]
        ssrc = {"audio": speaker.audio_ssrc, "video": speaker.video_ssrc, "rtx": speaker.rtx_ssrc}[kind]
        # libsrtp refuses to protect a header that lies about its length, so the lie is behind the header.
        room.send(1, speaker.out.protect(rtp.FIXED.pack(0x80, number, 2, 0, ssrc) + noise))
    room.tick(400)
    assert room.drops("error") == 0
    room.send(1, speaker.audio(9, 0, b"goes on"))
    assert [payload for _, payload in listener.heard(1)][-1] == b"goes on"


def test_a_fault_in_the_gate_is_silence_and_a_counter(monkeypatch: pytest.MonkeyPatch) -> None:
    room, speaker, listener = two()

    def broken(*_: object) -> None:
        raise RuntimeError(os.name)

    monkeypatch.setattr("server.media.outgoing.Outgoing.begin", broken)
    assert room.send(1, speaker.audio(1, 0, b"voice"))
    monkeypatch.setattr("server.media.control.Control._tend_video", broken)
    room.tick()
    assert room.drops("error") == 2
    assert not listener.rtp_in
