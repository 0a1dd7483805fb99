"""forwarder: repeats, key frames, reports and facts."""

from __future__ import annotations

import struct

import pytest

from server.media import rtcp
from server.media.reported import Trips
from server.media.speech import SILENT_DBOV
from tests.server.media.forwarding_room import (
    ALL,
    Hears,
    Room,
    delta,
    keyframe,
    show,
    two,
)

pytestmark = pytest.mark.usefixtures("both_engines")


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


def test_a_nack_reaches_back_neither_before_the_run_nor_beyond_two_seconds() -> None:
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
    room.send(2, listener.control(everything), after_ms=2_001)
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


def test_a_newcomers_key_frame_is_asked_for_when_its_slot_opens_and_until_it_comes() -> None:
    room = Room([1])
    speaker = room.clients[1]
    room.reach({seat: Hears(ALL, ALL) for seat in (1, 2)})
    room.seats = 2
    for number in range(20):
        room.send(1, speaker.video(number, number * 3_000, delta(number)), after_ms=25)
        room.tick()
    assert speaker.keyframe_requests() == 0  # nobody could receive it
    listener = room.join(2)
    assert speaker.keyframe_requests() == 1
    for asked, after in ((2, 6), (3, 9), (4, 14)):  # more and more rarely
        for _ in range(after):
            room.send(1, speaker.video(number := number + 1, number * 3_000, delta(number)))
            room.tick()
        assert speaker.keyframe_requests() == asked
    assert not listener.heard(1, "video")
    room.send(1, speaker.video(number + 1, number * 3_000, keyframe(number + 1)))
    room.tick(1_000)
    assert len(listener.heard(1, "video")) == 1
    assert speaker.keyframe_requests() == 4


def test_a_request_that_comes_too_soon_after_another_is_sent_later() -> None:
    room = Room([1, 2])
    speaker = room.clients[1]
    room.reach({seat: Hears(ALL, ALL) for seat in (1, 2, 3)})
    room.seats = 3
    room.send(1, speaker.video(1, 0, keyframe(1)))
    asked = speaker.keyframe_requests()
    third = room.join(3)  # just after the key frame that the second one got
    room.send(1, speaker.video(2, 3_000, delta(2)), after_ms=25)
    assert speaker.keyframe_requests() == asked
    for _ in range(6):
        room.tick()
    assert speaker.keyframe_requests() == asked + 1
    room.send(1, speaker.video(3, 6_000, keyframe(3)))
    assert len(third.heard(1, "video")) == 1


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


def test_a_report_that_comes_from_behind_a_queue_speaks_of_an_earlier_sender_report() -> None:
    room, speaker, listener = two()
    room.send(1, speaker.audio(1, 0, b"voice"))
    for second in range(4):
        report = rtcp.SenderReport(speaker.audio_ssrc, (100 + second) << 32, 0, 1, 5)
        room.send(1, speaker.control(rtcp.sender_report(report)), after_ms=500)
    for second, trip_ms in ((0, 1_520), (1, 1_020), (9, None)):
        first = rtcp.ReportBlock(listener.slot_ssrc(1, "audio"), 0, 1, 1, 0, (100 + second) << 16, 0)
        room.forwarder._participants[2].trips = Trips()
        room.send(2, listener.control(rtcp.receiver_report(1, [first])), after_ms=20 if second == 0 else 0)
        assert room.forwarder.facts(room.now_ms)[2].round_trip_ms == trip_ms


def test_a_lost_last_packet_is_no_queue() -> None:
    """A camera that is off sends reports, too: what was lost just before will not come however long one waits."""
    room, speaker, _ = two()
    for number in (1, 2):
        room.send(1, speaker.video(number, 3_000 * number, keyframe(number)))
    report = rtcp.SenderReport(speaker.video_ssrc, 1 << 32, 0, 1, 5)
    room.send(1, speaker.control(rtcp.sender_report(report)))
    room.now_ms += 2_000
    slot = room.forwarder._participants[2].video_slots[1]
    assert slot.unseen_ms(1, room.now_ms) == 0
    room.send(1, speaker.video(3, 9_000, delta(3)))
    assert slot.unseen_ms(1, room.now_ms) == 2_000
    assert slot.unseen_ms(2, room.now_ms) == 0
    slot.begin_anew()
    assert slot.unseen_ms(1, room.now_ms) == 2_000
    report = report._replace(ntp=2 << 32)
    room.send(1, speaker.video(4, 12_000, keyframe(4)))
    room.send(1, speaker.control(rtcp.sender_report(report)), after_ms=2_000)
    slot.begin_anew()
    room.send(1, speaker.video(5, 15_000, delta(5)), after_ms=100)
    assert slot.unseen_ms(3, room.now_ms) == 0, "what waits for a key frame has not been sent"


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
    assert facts.estimate_bps is not None
    assert 790_000 < facts.estimate_bps <= 800_000


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
    assert room.forwarder.facts(room.now_ms)[1].own_lost is None, "one of five is chance"
    for number in range(6, 106):
        if number % 4:
            room.send(1, speaker.video(number, number, keyframe(number)), after_ms=10)
    for _ in range(20):
        room.tick()
    assert room.forwarder.facts(room.now_ms)[1].own_lost == pytest.approx(0.25, abs=0.02)


def test_what_a_busy_machine_adds_is_not_told_as_the_ways() -> None:
    told = []
    for late_ms in (0, 30):
        room, speaker, _ = two()
        room.tick()
        for number in (1, 2, 3):
            waited_ms = late_ms if number == 2 else 0
            room.now_ms = 10_100 + 40 * number + waited_ms
            room.forwarder._participants[1].books.waited_ms = waited_ms
            room.send(1, speaker.video(number, number, keyframe(number), transport_sequence=number))
        room.tick(200 - late_ms)
        (arrivals,) = speaker.requests(rtcp.TRANSPORT_FEEDBACK, rtcp.TRANSPORT_CC)
        told.append(arrivals.body)
    assert told[0] == told[1]


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
    assert (facts[1].packets_in, facts[1].audio_packets_in, facts[1].sounds) == (10, 10, 10)
    assert facts[1].last_packet_ms == room.now_ms
    assert facts[3].last_packet_ms is None
    room.reach({3: Hears(ALL)})
    assert room.forwarder.facts(room.now_ms)[1].forwarded_to == 1
    assert room.forwarder.facts(room.now_ms + 501)[1].forwarded_to == 0


@pytest.mark.parametrize("first_look_ms", range(0, 100, 20))
def test_a_sound_of_one_packet_is_known_at_whatever_moments_one_looks(first_look_ms: int) -> None:
    """Every half a second one, then nothing but silent packets until DTX: what Chromium's beep may be. Looks that keep
    time with it always come at the same places of it."""
    room = Room([1, 2])
    speaker, number, looked = room.clients[1], 0, list[int]()
    for at_ms in range(0, 3_000, 20):
        if at_ms % 500 < 240:
            level = 3 if at_ms % 500 == 0 else SILENT_DBOV
            room.send(1, speaker.audio(number, at_ms * 48, b"beep", level=level))
            number += 1
        if at_ms % 200 == first_look_ms:
            looked.append(room.forwarder.facts(room.now_ms)[1].sounds)
        room.now_ms += 20
    per_second = [looked[at] - looked[at - 5] for at in range(5, len(looked))]
    assert per_second == [2] * len(per_second)


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


def test_losses_are_weighed_by_what_was_sent_between_two_reports() -> None:
    room, _, listener = two()

    def report(highest: int, lost: float) -> float:
        ssrc = listener.slot_ssrc(1, "audio")
        block = rtcp.ReportBlock(ssrc, round(lost * 256), 1, highest, 0, 0, 0)
        room.send(2, listener.control(rtcp.receiver_report(1, [block])), after_ms=500)
        return room.forwarder.facts(room.now_ms)[2].lost

    assert report(100, 0.5) == 0, "since when is not known"
    assert report(104, 0.5) == 0, "of four packets"
    assert report(200, 0.25) == 26 / 100
    assert report(1 << 31, 0.0) < 0.03, "and no number makes more of it than a second can hold"
