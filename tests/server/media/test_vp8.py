"""vp8: the payload descriptor, key frames, and ids moved on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.media import vp8


def build(
    *,
    starts: bool,
    partition: int,
    picture_id: int | None,
    picture_bits: int,
    tl0: int | None,
    layer: int | None,
    body: bytes,
) -> bytes:
    first = 0x10 * starts | partition
    fields = (0x80 if picture_id is not None else 0) | (0x40 if tl0 is not None else 0)
    fields |= 0x20 if layer is not None else 0
    optional = b""
    if picture_id is not None:
        wide = picture_bits == 15
        optional += (0x8000 | picture_id).to_bytes(2, "big") if wide else bytes((picture_id,))
    if tl0 is not None:
        optional += bytes((tl0,))
    if layer is not None:
        optional += bytes((layer,))
    return (bytes((0x80 | first, fields)) + optional if fields else bytes((first,))) + body


@st.composite
def payloads(draw: st.DrawFn) -> tuple[bytes, dict[str, object]]:
    bits = draw(st.sampled_from([7, 15]))
    parts = {
        "starts": draw(st.booleans()),
        "partition": draw(st.integers(0, 7)),
        "picture_id": draw(st.none() | st.integers(0, (1 << bits) - 1)),
        "picture_bits": bits,
        "tl0": draw(st.none() | st.integers(0, 255)),
        "layer": draw(st.none() | st.integers(0, 255)),
        "body": draw(st.binary(min_size=1, max_size=20)),
    }
    return build(**parts), parts  # type: ignore[arg-type]


@given(payloads())
def test_parse_of_build_is_what_was_built(built: tuple[bytes, dict[str, object]]) -> None:
    payload, parts = built
    descriptor = vp8.parse(payload)
    assert descriptor.picture_id == parts["picture_id"]
    assert descriptor.tl0 == parts["tl0"]
    assert descriptor.picture_bits == (0 if parts["picture_id"] is None else parts["picture_bits"])
    body = parts["body"]
    assert isinstance(body, bytes)
    starts = parts["starts"] and parts["partition"] == 0 and not body[0] & 1
    assert descriptor.keyframe_start == starts


@given(payloads(), st.integers(0, 0x7FFF), st.integers(0, 255))
def test_shifting_moves_the_ids_and_nothing_else(
    built: tuple[bytes, dict[str, object]], picture_shift: int, tl0_shift: int
) -> None:
    payload, parts = built
    moved = vp8.shifted(payload, vp8.parse(payload), picture_shift, tl0_shift)
    expected = dict(parts)
    if parts["picture_id"] is not None:
        size = 1 << int(str(parts["picture_bits"]))
        expected["picture_id"] = (int(str(parts["picture_id"])) + picture_shift) % size
    if parts["tl0"] is not None:
        expected["tl0"] = (int(str(parts["tl0"])) + tl0_shift) % 256
    assert moved == build(**expected)  # type: ignore[arg-type]


@given(st.binary(max_size=12))
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    try:
        descriptor = vp8.parse(noise)
    except vp8.Vp8Error:
        return
    assert len(vp8.shifted(noise, descriptor, 12_345, 200)) == len(noise)


@pytest.mark.parametrize("payload", [b"", b"\x90", b"\x90\x80", b"\x90\x80\x81", b"\x90\xe0\x01\x02\x03"])
def test_a_cut_descriptor_is_refused(payload: bytes) -> None:
    with pytest.raises(vp8.Vp8Error):
        vp8.parse(payload)


def test_known_payloads() -> None:
    assert vp8.parse(b"\x10\x50\x00\x00").keyframe_start
    assert not vp8.parse(b"\x10\x51\x00\x00").keyframe_start  # needs earlier pictures
    assert not vp8.parse(b"\x00\x50\x00\x00").keyframe_start  # the middle of a partition
    assert not vp8.parse(b"\x11\x50\x00\x00").keyframe_start  # the second partition
    assert vp8.parse(b"\x30\x50\x00\x00").keyframe_start  # N, non-reference, does not matter
