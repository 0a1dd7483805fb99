"""rtp: reading and writing headers and extensions; unwrapping RTX; counting past 65,535."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import rtp

numbers = st.integers(0, 0xFFFF)
words = st.integers(0, 0xFFFFFFFF)
extension_maps = st.dictionaries(st.integers(1, 14), st.binary(min_size=1, max_size=16), max_size=14)


@given(st.integers(0, 127), numbers, words, words, st.binary(max_size=100), st.booleans(), extension_maps)
def test_parse_of_build_is_what_was_built(
    payload_type: int,
    sequence: int,
    timestamp: int,
    ssrc: int,
    payload: bytes,
    marker: bool,
    extensions: dict[int, bytes],
) -> None:
    packet = rtp.build(payload_type, sequence, timestamp, ssrc, payload, marker=marker, extensions=extensions)
    header = rtp.parse(packet)
    assert header[:5] == (marker, payload_type, sequence, timestamp, ssrc)
    assert packet[header.payload_at : header.payload_end] == payload
    assert rtp.extensions(packet, header) == extensions


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for packet in (
        noise,
        b"\x90\x60" + noise,
        b"\xbf\x60" + noise,
        b"\x90\x60" + bytes(10) + b"\xbe\xde" + noise,
    ):
        try:
            header = rtp.parse(packet)
        except rtp.RtpError:
            continue
        assert 12 <= header.extension_at <= header.extension_end == header.payload_at
        assert header.payload_at <= header.payload_end <= len(packet)
        for identity, value in rtp.extensions(packet, header).items():
            assert 1 <= identity <= 14
            assert 1 <= len(value) <= 16


def test_csrc_and_padding_are_no_payload() -> None:
    packet = b"\xa1\xe0" + bytes(10) + b"CSRC" + b"voice" + b"\0\0\3"
    header = rtp.parse(packet)
    assert header.marker
    assert packet[header.payload_at : header.payload_end] == b"voice"


@pytest.mark.parametrize(
    "packet",
    [
        b"\x80" * 11,
        b"\x40" + bytes(11),  # version 1
        b"\x90" + bytes(11),  # an extension that is not there
        b"\x90" + bytes(11) + b"\xbe\xde\0\1",  # an extension longer than the packet
        b"\x81" + bytes(11),  # a CSRC that is not there
        b"\xa0" + bytes(11) + b"abc\0",  # padding of nothing
        b"\xa0" + bytes(11) + b"abc\5",  # padding longer than the payload
    ],
)
def test_what_is_not_rtp_is_refused(packet: bytes) -> None:
    with pytest.raises(rtp.RtpError):
        rtp.parse(packet)


def test_extensions_skip_padding_and_stop_at_fifteen() -> None:
    block = b"\xbe\xde\0\3" + b"\0\0\x10A" + b"\x21BC\0" + b"\xf0X\x30D"
    packet = b"\x90" + bytes(11) + block
    assert rtp.extensions(packet, rtp.parse(packet)) == {1: b"A", 2: b"BC"}


def test_two_byte_extensions_are_left_out() -> None:
    packet = b"\x90" + bytes(11) + b"\x10\0\0\1" + b"\1\1A\0"
    assert rtp.extensions(packet, rtp.parse(packet)) == {}


@pytest.mark.parametrize("values", [{0: b"a"}, {15: b"a"}, {1: b""}, {1: bytes(17)}])
def test_an_extension_that_does_not_fit_is_refused(values: dict[int, bytes]) -> None:
    with pytest.raises(ValueError, match="one-byte"):
        rtp.extension_block(values)


@given(numbers, numbers, words, st.binary(min_size=1, max_size=50), st.booleans(), extension_maps)
def test_rtx_unwraps_to_the_original(
    sequence: int,
    original: int,
    timestamp: int,
    payload: bytes,
    marker: bool,
    extensions: dict[int, bytes],
) -> None:
    wrapped = original.to_bytes(2, "big") + payload
    packet = rtp.build(97, sequence, timestamp, 2, wrapped, marker=marker, extensions=extensions)
    unwrapped = rtp.unwrapped(packet, rtp.parse(packet), 96, 1)
    expected = rtp.build(96, original, timestamp, 1, payload, marker=marker, extensions=extensions)
    assert unwrapped == expected


@pytest.mark.parametrize("payload", [b"", b"\0", b"\0\1"])
def test_rtx_of_nothing_is_padding(payload: bytes) -> None:
    packet = rtp.build(97, 1, 2, 3, payload)
    assert rtp.unwrapped(packet, rtp.parse(packet), 96, 1) is None


def test_rtx_padding_is_not_carried_over() -> None:
    packet = b"\xa0" + rtp.build(97, 1, 2, 3, b"\0\x07voice")[1:] + b"\0\0\3"
    unwrapped = rtp.unwrapped(packet, rtp.parse(packet), 96, 1)
    assert unwrapped == rtp.build(96, 7, 2, 1, b"voice")


@given(st.integers(0, 1 << 40), st.integers(-0x7FFF, 0x7FFF))
def test_extended_finds_the_number_nearby(near: int, distance: int) -> None:
    assert rtp.extended((near + distance) & 0xFFFF, near) == near + distance


def test_send_time_is_seconds_modulo_64_in_18_binary_places() -> None:
    assert rtp.send_time(1_000) == (1 << 18).to_bytes(3, "big")
    assert rtp.send_time(64_500) == (1 << 17).to_bytes(3, "big")


def test_an_id_is_usable_where_one_byte_holds_it() -> None:
    negotiated = {rtp.MID: 14, rtp.SEND_TIME: 15, rtp.AUDIO_LEVEL: 0}
    assert rtp.usable_id(negotiated, rtp.MID) == 14
    assert rtp.usable_id(negotiated, rtp.SEND_TIME) == 0
    assert rtp.usable_id(negotiated, rtp.AUDIO_LEVEL) == 0
    assert rtp.usable_id(negotiated, rtp.TRANSPORT_SEQUENCE) == 0
