"""rtcp: each packet read as it was written, and any bytes read or refused."""

from __future__ import annotations

import struct

import pytest
from aiortc.rtp import RtcpPacket, RtcpPsfbPacket, RtcpRrPacket, RtcpRtpfbPacket, RtcpSdesPacket, RtcpSrPacket
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtcp

words = st.integers(0, 0xFFFFFFFF)
numbers = st.integers(0, 0xFFFF)
blocks = st.builds(
    rtcp.ReportBlock,
    words,
    st.integers(0, 255),
    st.integers(-0x800000, 0x7FFFFF),
    words,
    words,
    words,
    words,
)


def only(packet: bytes) -> rtcp.Packet:
    (one,) = rtcp.split(packet)
    return one


@given(words, st.integers(0, (1 << 64) - 1), words, words, words)
def test_sender_report(ssrc: int, ntp: int, timestamp: int, packets: int, octets: int) -> None:
    report = rtcp.SenderReport(ssrc, ntp, timestamp, packets, octets)
    built = rtcp.sender_report(report)
    assert rtcp.read_sender_report(only(built)) == report
    assert list(rtcp.read_blocks(only(built))) == []
    (theirs,) = RtcpPacket.parse(built)
    assert isinstance(theirs, RtcpSrPacket)
    assert theirs.sender_info.rtp_timestamp == timestamp


@given(words, st.lists(blocks, max_size=31))
def test_receiver_report(ssrc: int, given_blocks: list[rtcp.ReportBlock]) -> None:
    built = rtcp.receiver_report(ssrc, given_blocks)
    assert list(rtcp.read_blocks(only(built))) == given_blocks
    (theirs,) = RtcpPacket.parse(built)
    assert isinstance(theirs, RtcpRrPacket)
    assert [report.packets_lost for report in theirs.reports] == [block.lost for block in given_blocks]


def test_counts_that_grow_too_large_are_cut() -> None:
    block = rtcp.ReportBlock(1, 0, 1 << 40, 1 << 40, 0, 0, 0)
    (read,) = rtcp.read_blocks(only(rtcp.receiver_report(1, [block])))
    assert read.lost == 0x7FFFFF
    report = rtcp.SenderReport(1, 0, 0, (1 << 32) + 5, 1 << 40)
    assert rtcp.read_sender_report(only(rtcp.sender_report(report))).packets == 5


@given(words, numbers, st.sets(st.integers(0, 60)))
def test_nack(media: int, start: int, offsets: set[int]) -> None:
    lost = [(start + offset) & 0xFFFF for offset in sorted(offsets)]
    built = rtcp.nack(1, media, lost)
    packet = only(built)
    assert (packet.kind, packet.subtype) == (rtcp.TRANSPORT_FEEDBACK, rtcp.NACK)
    assert rtcp.read_feedback_ssrc(packet) == media
    assert rtcp.read_nack(packet, 100) == lost
    (theirs,) = RtcpPacket.parse(built)
    assert isinstance(theirs, RtcpRtpfbPacket)
    assert theirs.lost == lost


def test_a_nack_is_read_up_to_a_limit() -> None:
    packet = only(rtcp.nack(1, 2, range(0, 1_000)))
    assert rtcp.read_nack(packet, 40) == list(range(40))


@given(words, st.integers(0, 1 << 40), st.lists(words, max_size=3))
def test_remb(sender: int, bits_per_s: int, ssrcs: list[int]) -> None:
    built = rtcp.bitrate_limit(sender, bits_per_s, ssrcs)
    read = rtcp.read_remb(only(built))
    assert read is not None
    assert read <= bits_per_s < read + max(1, read >> 16)


def test_an_application_message_that_is_no_remb() -> None:
    built = rtcp.bitrate_limit(1, 1_000, [2]).replace(b"REMB", b"BMER")
    assert rtcp.read_remb(only(built)) is None


def test_pli_fir_and_description() -> None:
    pli = only(rtcp.picture_loss(1, 77))
    assert (pli.kind, pli.subtype, rtcp.read_feedback_ssrc(pli)) == (rtcp.PAYLOAD_FEEDBACK, rtcp.PLI, 77)
    fir = struct.pack("!BBHIIIIII", 0x84, 206, 6, 1, 0, 77, 5 << 24, 78, 6 << 24)
    assert rtcp.read_fir(only(fir)) == [77, 78]
    for name in ("", "a", "ab", "abc", "seat12"):
        (theirs,) = RtcpPacket.parse(rtcp.description(9, name))
        assert isinstance(theirs, RtcpSdesPacket)
        assert theirs.chunks[0].ssrc == 9
        assert theirs.chunks[0].items == [(1, name.encode())]


def test_a_compound_is_split_and_padding_cut() -> None:
    padded = b"\xa1\xce\x00\x03" + struct.pack("!II", 1, 2) + b"\0\0\0\4"
    packets = rtcp.split(rtcp.receiver_report(1, []) + padded)
    assert [packet.kind for packet in packets] == [201, 206]
    assert packets[1].body == struct.pack("!II", 1, 2)
    (theirs,) = RtcpPacket.parse(padded)
    assert isinstance(theirs, RtcpPsfbPacket)


@pytest.mark.parametrize(
    "compound",
    [b"\x80", b"\x80\xc9\x00\x01", b"\x40\xc9\x00\x00", b"\xa0\xc9\x00\x00", b"\xa0\xc9\x00\x01\0\0\0\x05"],
)
def test_what_is_not_rtcp_is_refused(compound: bytes) -> None:
    with pytest.raises(rtcp.RtcpError):
        rtcp.split(compound)


@given(st.sampled_from([200, 201, 202, 203, 205, 206, 207]), st.integers(0, 31), st.binary(max_size=60))
def test_any_body_is_read_or_refused(kind: int, subtype: int, body: bytes) -> None:
    packet = rtcp.Packet(kind, subtype, body)
    readers = (
        rtcp.read_sender_report,
        rtcp.read_feedback_ssrc,
        rtcp.read_fir,
        rtcp.read_remb,
        lambda one: list(rtcp.read_blocks(one)),
        lambda one: rtcp.read_nack(one, 100),
    )
    for read in readers:
        try:
            read(packet)
        except rtcp.RtcpError:
            pass


@given(st.binary(max_size=100))
def test_any_bytes_are_split_or_refused(noise: bytes) -> None:
    try:
        packets = rtcp.split(noise)
    except rtcp.RtcpError:
        return
    assert sum(4 + len(packet.body) for packet in packets) <= len(noise)


def read_transport_feedback(packet: rtcp.Packet) -> tuple[int, int, list[int | None]]:
    """An independent reading of the draft: base, feedback number, arrivals in units of 250 us."""
    base, count, word = struct.unpack_from("!HHI", packet.body, 8)
    statuses: list[int] = []
    at = 16
    while len(statuses) < count:
        (chunk,) = struct.unpack_from("!H", packet.body, at)
        at += 2
        assert chunk >> 14 == 3  # a vector of seven two-bit symbols
        statuses += [chunk >> shift & 3 for shift in range(12, -1, -2)]
    assert not any(statuses[count:])
    ticks = (word >> 8) * 256
    arrivals: list[int | None] = []
    for status in statuses[:count]:
        if status == 0:
            arrivals.append(None)
            continue
        size = status
        ticks += int.from_bytes(packet.body[at : at + size], "big", signed=size == 2)
        at += size
        arrivals.append(ticks)
    assert len(packet.body) - at < 4
    return base, word & 0xFF, arrivals


@given(
    numbers,
    st.integers(0, 1_000),
    st.integers(0, 1_000_000),
    st.lists(st.none() | st.integers(0, 5_000), min_size=1, max_size=100),
)
def test_transport_feedback(base: int, number: int, start_ms: int, offsets: list[int | None]) -> None:
    arrivals = [None if offset is None else start_ms + offset for offset in offsets]
    if not any(ms is not None for ms in arrivals):
        arrivals.append(start_ms)
    packet = only(rtcp.transport_feedback(1, 2, number, base, arrivals))
    assert (packet.kind, packet.subtype) == (rtcp.TRANSPORT_FEEDBACK, rtcp.TRANSPORT_CC)
    read_base, read_number, ticks = read_transport_feedback(packet)
    assert (read_base, read_number) == (base, number & 0xFF)
    assert ticks == [None if ms is None else 4 * ms for ms in arrivals]
