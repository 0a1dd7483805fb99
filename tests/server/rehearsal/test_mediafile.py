"""The media files: the format round-trips, what ships is small, valid and silent about nobody."""

from __future__ import annotations

from pathlib import Path

import av
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rehearsal.mediafile import AudioPacket, MediaFile, MediaFileError, Picture, bundled, load, unpack

BUDGET_BYTES = 600_000

audio = st.lists(st.builds(AudioPacket, st.integers(0, 127), st.binary(max_size=80)), min_size=1, max_size=6)
pictures = st.lists(st.builds(Picture, st.booleans(), st.binary(max_size=200)), max_size=5)


@given(speech=audio, rest=audio, later=pictures, first=st.binary(max_size=50))
def test_a_file_unpacks_to_what_was_packed(
    speech: list[AudioPacket], rest: list[AudioPacket], later: list[Picture], first: bytes
) -> None:
    media = MediaFile(tuple(speech), tuple(rest), (Picture(True, first), *later))
    assert unpack(media.pack()) == media


@given(st.integers(min_value=0))
def test_a_file_cut_short_anywhere_is_refused(cut: int) -> None:
    whole = MediaFile((AudioPacket(30, b"abc"),), (AudioPacket(71, b"d"),), (Picture(True, b"efg"),)).pack()
    with pytest.raises(MediaFileError):
        unpack(whole[: cut % len(whole)])
    with pytest.raises(MediaFileError):
        unpack(whole + b"\0")


@given(st.binary(max_size=300))
def test_random_bytes_are_refused_and_nothing_else(content: bytes) -> None:
    for candidate in (content, b"RHM1" + content):
        try:
            unpack(candidate)
        except MediaFileError:
            pass


def test_a_loop_that_does_not_begin_with_a_keyframe_is_refused() -> None:
    sound = (AudioPacket(30, b"a"),)
    with pytest.raises(MediaFileError, match="keyframe"):
        unpack(MediaFile(sound, sound, (Picture(False, b"b"),)).pack())


def test_the_whole_set_is_small_and_serves_a_group() -> None:
    assert len(bundled()) >= 8
    assert sum(path.stat().st_size for path in bundled()) < BUDGET_BYTES


@pytest.mark.parametrize("path", bundled(), ids=lambda path: path.stem)
def test_bundled_media_decodes_and_its_levels_are_true(path: Path) -> None:
    media = load(path)
    opus = av.CodecContext.create("libopus", "r")
    opus.format, opus.layout, opus.sample_rate = "s16", "mono", 48_000
    samples = sum(
        frame.samples for packet in media.speech for frame in opus.decode(av.Packet(packet.payload))
    )
    assert samples == pytest.approx(960 * len(media.speech), abs=960)
    assert min(packet.level for packet in media.speech) < 25, "speech must be loud enough to mark the seat"
    assert max(packet.level for packet in media.speech) > 60, "speech has pauses"
    assert all(60 < packet.level < 127 for packet in media.rest), "a quiet room, not a dead microphone"

    vp8 = av.CodecContext.create("libvpx", "r")
    shown = [frame for picture in media.pictures for frame in vp8.decode(av.Packet(picture.payload))]
    assert len(shown) == len(media.pictures) == 30
    assert {(frame.width, frame.height) for frame in shown} == {(160, 160)}
    assert [picture.key for picture in media.pictures] == [True] + [False] * 29


def test_members_differ_in_sound_and_picture() -> None:
    media = [load(path) for path in bundled()]
    assert len({each.speech[50].payload for each in media}) == len(media)
    assert len({each.pictures[0].payload for each in media}) == len(media)
