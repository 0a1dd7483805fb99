"""What a light peer sends, read back by aiortc's parsers."""

from __future__ import annotations

import itertools
import random
from types import SimpleNamespace

from aiortc.codecs.vpx import VpxPayloadDescriptor
from aiortc.rtp import HeaderExtensionsMap, RtpPacket, unwrap_rtx
from hypothesis import given
from hypothesis import strategies as st

from server.rehearsal.mediafile import AudioPacket, MediaFile, Picture
from server.rehearsal.offer import AUDIO_LEVEL, MID, OPUS, TRANSPORT_SEQUENCE, VP8
from server.rehearsal.reception import audio_level, payload_start, starts_keyframe
from server.rehearsal.streams import LONGEST_PAYLOAD, OutgoingAudio, OutgoingVideo, TransportSequence

MEDIA = MediaFile(
    tuple(AudioPacket(20 + n, b"speech%d" % n) for n in range(5)),
    (AudioPacket(71, b"rest"),),
    (
        Picture(True, b"\x10" + b"K" * (LONGEST_PAYLOAD + 400)),
        Picture(False, b"\x11delta1"),
        Picture(False, b"\x11d2"),
    ),
)


def extensions() -> HeaderExtensionsMap:
    known = HeaderExtensionsMap()
    uris = {
        AUDIO_LEVEL: "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
        TRANSPORT_SEQUENCE: "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01",
        MID: "urn:ietf:params:rtp-hdrext:sdes:mid",
    }
    known.configure(SimpleNamespace(headerExtensions=[SimpleNamespace(id=i, uri=u) for i, u in uris.items()]))
    return known


def parsed(packets: list[bytes]) -> list[RtpPacket]:
    return [RtpPacket.parse(packet, extensions()) for packet in packets]


def audio(seed: int = 1) -> OutgoingAudio:
    return OutgoingAudio(MEDIA, 1234, random.Random(seed))


def video(seed: int = 1) -> OutgoingVideo:
    return OutgoingVideo(MEDIA, 55, 56, random.Random(seed))


def ticks(stream: OutgoingAudio | OutgoingVideo, start_ms: int, end_ms: int) -> list[bytes]:
    return [packet for now_ms in range(start_ms, end_ms, 10) for packet in stream.packets(now_ms)]


def test_speech_is_a_packet_every_20_ms_with_level_and_mid() -> None:
    stream = audio()
    stream.speak(True)
    packets = parsed(ticks(stream, 1000, 2000))
    assert len(packets) == 50
    assert {packet.payload_type for packet in packets} == {OPUS}
    assert [packet.marker for packet in packets] == [1] + [0] * 49
    assert all(b.timestamp - a.timestamp == 960 for a, b in itertools.pairwise(packets))
    assert all(packet.extensions.mid == "0" for packet in packets)
    assert all(packet.extensions.audio_level[0] for packet in packets), "voice activity"
    levels = {packet.payload: packet.extensions.audio_level[1] for packet in packets}
    assert levels == {packet.payload: packet.level for packet in MEDIA.speech}


def test_a_silent_member_sends_a_rest_packet_every_400_ms() -> None:
    packets = parsed(ticks(audio(), 0, 4000))
    assert len(packets) == 10
    assert {(packet.payload, packet.extensions.audio_level) for packet in packets} == {(b"rest", (False, 71))}


def test_the_second_talkspurt_is_marked_and_begins_at_once() -> None:
    stream = audio()
    stream.speak(True)
    ticks(stream, 0, 100)
    stream.speak(False)
    ticks(stream, 100, 130)
    stream.speak(True)
    again = parsed(ticks(stream, 130, 200))
    assert len(again) == 4 and [packet.marker for packet in again] == [1, 0, 0, 0]


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 3000)), max_size=12))
def test_sequence_numbers_have_no_gap_and_timestamps_grow(turns: list[tuple[bool, int]]) -> None:
    stream, now_ms, packets = audio(), 0, list[RtpPacket]()
    for speaking, lasts_ms in turns:
        stream.speak(speaking)
        packets += parsed(ticks(stream, now_ms, now_ms + lasts_ms))
        now_ms += lasts_ms
    for earlier, later in itertools.pairwise(packets):
        assert (later.sequence_number - earlier.sequence_number) & 0xFFFF == 1
        assert 0 < (later.timestamp - earlier.timestamp) & 0xFFFFFFFF < 1 << 31


def test_after_a_stall_packets_are_skipped_not_burst() -> None:
    stream = audio()
    stream.speak(True)
    ticks(stream, 0, 100)
    assert len(list(stream.packets(10_000))) == 1


def test_pictures_come_at_ten_a_second_in_packets_that_fit() -> None:
    stream = video()
    stream.show(True)
    packets = ticks(stream, 0, 300)
    frames = parsed(packets)
    assert [frame.marker for frame in frames] == [0, 1, 1, 1], "the keyframe takes two packets"
    assert {frame.payload_type for frame in frames} == {VP8} and all(len(packet) < 1200 for packet in packets)
    parts = [VpxPayloadDescriptor.parse(frame.payload) for frame in frames]
    assert [part[0].partition_start for part in parts] == [1, 0, 1, 1]
    first = parts[0][0].picture_id
    assert [part[0].picture_id for part in parts] == [(first + n) & 0x7FFF for n in (0, 0, 1, 2)]
    assert parts[0][1] + parts[1][1] == MEDIA.pictures[0].payload
    assert [part[1] for part in parts[2:]] == [picture.payload for picture in MEDIA.pictures[1:]]
    assert [starts_keyframe(packet) for packet in packets] == [True, False, False, False]


def test_a_keyframe_that_is_asked_for_comes_at_once() -> None:
    stream = video()
    stream.show(True)
    ticks(stream, 0, 120)
    stream.keyframe()
    assert starts_keyframe(next(stream.packets(121)))


def test_a_camera_that_is_off_sends_nothing() -> None:
    stream = video()
    assert ticks(stream, 0, 1000) == []
    stream.show(True)
    ticks(stream, 1000, 1500)
    stream.show(False)
    assert ticks(stream, 1500, 2500) == []


def test_a_retransmission_wraps_the_packet_that_was_lost() -> None:
    stream = video()
    stream.show(True)
    lost = parsed(ticks(stream, 0, 200))[-1]
    again = stream.retransmission(lost.sequence_number)
    assert again is not None
    wrapped = RtpPacket.parse(again)
    assert wrapped.ssrc == stream.rtx_ssrc
    original = unwrap_rtx(wrapped, payload_type=VP8, ssrc=stream.ssrc)
    assert (original.payload, original.sequence_number, original.timestamp) == (
        lost.payload,
        lost.sequence_number,
        lost.timestamp,
    )
    assert stream.retransmission((lost.sequence_number + 1) & 0xFFFF) is None


def test_both_streams_share_one_transport_wide_sequence() -> None:
    transport = TransportSequence()
    sound = OutgoingAudio(MEDIA, 1, random.Random(), transport)
    picture = OutgoingVideo(MEDIA, 2, 3, random.Random(), transport)
    packets = parsed([sound.frame(b"a", 0), *picture.frame(b"b", 0), sound.frame(b"c", 20)])
    assert [packet.extensions.transport_sequence_number for packet in packets] == [1, 2, 3]


def test_a_made_up_frame_continues_the_stream() -> None:
    stream = audio()
    first, second = parsed([stream.frame(b"one", 100), stream.frame(b"two", 120, ssrc=9)])
    assert (second.sequence_number - first.sequence_number) & 0xFFFF == 1
    assert (first.ssrc, second.ssrc, second.payload) == (stream.ssrc, 9, b"two")


@given(st.binary(min_size=12, max_size=60))
def test_reading_any_packet_never_raises(packet: bytes) -> None:
    payload_start(packet)
    starts_keyframe(packet)
    assert 0 <= audio_level(packet, 127) <= 127
