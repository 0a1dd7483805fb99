"""Makes the rehearsal members' sound and pictures: run once by a developer, the result is kept in the repository.

`python -m server.rehearsal.make_media` needs the program espeak-ng. The words are invented: nobody says anything.
Pictures are drawn here, in the colours of the room. Imported by nothing; the only module of the package that encodes.
"""

from __future__ import annotations

import array
import math
import random
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
from av.audio.codeccontext import AudioCodecContext
from av.video.codeccontext import VideoCodecContext

from server.rehearsal.mediafile import AUDIO_PACKET_MS, PICTURE_MS, AudioPacket, MediaFile, Picture

RATE = 48_000
SAMPLES = RATE * AUDIO_PACKET_MS // 1000
SPEECH_PACKETS = 400  # eight seconds
REST_PACKETS = 10
ROOM_NOISE = 9  # of 32768, about -71 dBov: a pause in speech is a quiet room, not a dead microphone
SIDE_PX = 160
LOOP_PICTURES = 30
Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Voice:
    """How one member sounds and looks. `pitch` and `speed` are espeak-ng's; colours are RGB."""

    name: str
    voice: str
    pitch: int
    speed: int
    ground: Colour
    figure: Colour


VOICES = (
    Voice("01", "en-gb+f2", 52, 142, (0xD7, 0xE6, 0xDF), (0x2F, 0x64, 0x54)),
    Voice("02", "fr-fr+m3", 38, 146, (0xF3, 0xDF, 0xD3), (0x96, 0x48, 0x2A)),
    Voice("03", "en-us+f4", 60, 150, (0xE9, 0xE4, 0xD9), (0x59, 0x63, 0x5D)),
    Voice("04", "fr-fr+f3", 58, 150, (0xE3, 0xE8, 0xD2), (0x6B, 0x76, 0x35)),
    Voice("05", "en-gb+m1", 34, 138, (0xDC, 0xE3, 0xEA), (0x3E, 0x5C, 0x76)),
    Voice("06", "en-gb-scotland+f1", 48, 146, (0xF0, 0xE2, 0xE6), (0x80, 0x50, 0x62)),
    Voice("07", "fr-fr+m1", 42, 152, (0xF1, 0xE8, 0xCF), (0x8C, 0x6D, 0x26)),
    Voice("08", "en-us+m7", 30, 136, (0xDB, 0xE7, 0xE6), (0x33, 0x6B, 0x70)),
    Voice("09", "fr-fr+f5", 64, 144, (0xE6, 0xDF, 0xEC), (0x5F, 0x4E, 0x7C)),
    Voice("10", "en-gb+f5", 56, 132, (0xEC, 0xE1, 0xD6), (0x6F, 0x50, 0x3A)),
)


def babble(rng: random.Random, words: int) -> str:
    """Invented words with the rhythm of sentences: no language, so nothing is said."""
    onsets = ("b", "d", "l", "m", "n", "r", "s", "t", "v", "p", "f", "gl", "tr", "br")
    rhymes = ("a", "o", "e", "i", "u", "an", "ol", "en", "ar", "in", "ou", "el")
    spoken = []
    for index in range(1, words + 1):
        word = "".join(rng.choice(onsets) + rng.choice(rhymes) for _ in range(rng.choice((1, 2, 2, 3))))
        spoken.append(word + ("." if index % 9 == 0 else "," if index % 5 == 0 else ""))
    return " ".join(spoken)


def spoken_samples(voice: Voice, rng: random.Random) -> array.array[int]:
    """Eight seconds of babble, 16-bit mono 48 kHz, quiet at both ends so that it loops."""
    wanted = SPEECH_PACKETS * SAMPLES
    edge = RATE // 5
    sound: array.array[int] = array.array("h", bytes(2 * edge))
    while len(sound) < wanted:
        sound.extend(synthesize(voice, babble(rng, 18)))
    del sound[wanted:]
    for index in range(edge):  # fade the cut word out, so that the loop's seam is a pause
        sound[wanted - 1 - index] = sound[wanted - 1 - index] * index // edge
    loudest = max(abs(sample) for sample in sound)
    room = (round(rng.gauss(0, ROOM_NOISE)) for _ in range(wanted))
    return array.array(
        "h", (sample * 16_000 // loudest + faint for sample, faint in zip(sound, room, strict=True))
    )


def synthesize(voice: Voice, text: str) -> array.array[int]:
    with tempfile.TemporaryDirectory() as folder:
        wave = str(Path(folder) / "speech.wav")
        asked = ["-v", voice.voice, "-p", str(voice.pitch), "-s", str(voice.speed), "-w", wave]
        subprocess.run(["espeak-ng", *asked, text], check=True)
        resampler = av.AudioResampler(format="s16", layout="mono", rate=RATE)
        sound: array.array[int] = array.array("h")
        with av.open(wave) as container:
            for frame in (*container.decode(audio=0), None):
                for resampled in resampler.resample(frame):
                    sound.frombytes(bytes(resampled.planes[0])[: 2 * resampled.samples])
    return sound


def level_of(samples: array.array[int]) -> int:
    """RFC 6464: -dBov of the root mean square, 0 (loudest) to 127 (digital silence)."""
    power = sum(sample * sample for sample in samples) / len(samples)
    return 127 if power < 1 else min(127, max(0, round(-10 * math.log10(power / 32_768**2))))


def encode_audio(sound: array.array[int]) -> list[AudioPacket]:
    """Opus packets of 20 ms with in-band FEC, about 20 kbit/s, and the level of each."""
    codec = av.CodecContext.create("libopus", "w")
    assert isinstance(codec, AudioCodecContext)
    codec.bit_rate, codec.sample_rate, codec.format, codec.layout = 20_000, RATE, "s16", "mono"
    codec.time_base = Fraction(1, RATE)
    codec.options = {
        "application": "voip",
        "fec": "1",
        "packet_loss": "10",
        "frame_duration": str(AUDIO_PACKET_MS),
    }
    payloads, levels = [], []
    for start in range(0, len(sound), SAMPLES):
        part = sound[start : start + SAMPLES]
        frame = av.AudioFrame(format="s16", layout="mono", samples=SAMPLES)
        frame.planes[0].update(part.tobytes())
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, codec.time_base
        payloads += [bytes(packet) for packet in codec.encode(frame)]
        levels.append(level_of(part))
    payloads += [bytes(packet) for packet in codec.encode(None)]
    return [AudioPacket(level, payload) for level, payload in zip(levels, payloads, strict=False)]


def rest_packets(rng: random.Random) -> list[AudioPacket]:
    """An open microphone in a quiet room: faint noise, never digital silence."""
    noise = array.array("h", (round(rng.gauss(0, ROOM_NOISE)) for _ in range(SAMPLES * (REST_PACKETS + 20))))
    return encode_audio(noise)[20 : 20 + REST_PACKETS]


def encode_pictures(voice: Voice) -> list[Picture]:
    """Three seconds of VP8 at 10 frames a second, a keyframe first and none after it."""
    codec = av.CodecContext.create("libvpx", "w")
    assert isinstance(codec, VideoCodecContext)
    codec.width = codec.height = SIDE_PX
    codec.pix_fmt, codec.bit_rate, codec.gop_size = "yuv420p", 60_000, 3000
    codec.time_base, codec.framerate = Fraction(PICTURE_MS, 1000), Fraction(1000, PICTURE_MS)
    codec.options = {"deadline": "good", "cpu-used": "0", "lag-in-frames": "0", "qmin": "4", "qmax": "40"}
    encoded = []
    for index, planes in enumerate(drawn(voice)):
        frame = av.VideoFrame(SIDE_PX, SIDE_PX, "yuv420p")
        for plane, content in zip(frame.planes, planes, strict=True):
            stride, width = plane.line_size, plane.width
            lines = (content[y * width : (y + 1) * width] for y in range(plane.height))
            plane.update(b"".join(line.ljust(stride, b"\0") for line in lines))
        frame.pts, frame.time_base = index, codec.time_base
        encoded += codec.encode(frame)
    encoded += codec.encode(None)
    return [Picture(bool(packet.is_keyframe), bytes(packet)) for packet in encoded]


def drawn(voice: Voice) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The planes (Y, U, V) of an abstract head and shoulders that breathes and sways a little."""
    ground, figure = _yuv(voice.ground), _yuv(voice.figure)
    for index in range(LOOP_PICTURES):
        turn = 2 * math.pi * index / LOOP_PICTURES
        cover = [
            [_cover(x + 0.5, y + 0.5, 2.2 * math.sin(turn), 1.4 * math.sin(2 * turn)) for x in range(SIDE_PX)]
            for y in range(SIDE_PX)
        ]
        light = bytes(_mix(ground[0], figure[0], cover[y][x]) for y in range(SIDE_PX) for x in range(SIDE_PX))
        halves = range(0, SIDE_PX, 2)
        first, second = (
            bytes(_mix(ground[i], figure[i], cover[y][x]) for y in halves for x in halves) for i in (1, 2)
        )
        yield light, first, second


def _cover(x: float, y: float, sway: float, breath: float) -> float:
    """How much of the figure covers a pixel, 0 to 1, with edges about two pixels soft."""
    head = math.hypot((x - 80 - sway) / 26, (y - 62 - breath * 0.6) / 32)
    shoulders = math.hypot((x - 80 - sway * 0.4) / 58, (y - 168 - breath) / 66)
    nearest = min((head - 1) * 28, (shoulders - 1) * 60)
    return 0.82 * min(1.0, max(0.0, 0.5 - nearest / 2.5)) + 0.10 * (y / SIDE_PX) * (nearest > 0)


def _mix(ground: float, figure: float, cover: float) -> int:
    return min(255, max(0, round(ground + (figure - ground) * cover)))


def _yuv(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = colour  # BT.601, studio range, as VP8 is shown
    return (
        16 + 0.257 * red + 0.504 * green + 0.098 * blue,
        128 - 0.148 * red - 0.291 * green + 0.439 * blue,
        128 + 0.439 * red - 0.368 * green - 0.071 * blue,
    )


def make(folder: Path) -> None:
    """Write one file a voice into `folder`. Raises OSError without espeak-ng."""
    for voice in VOICES:
        rng = random.Random(voice.name)
        speech = encode_audio(spoken_samples(voice, rng))[:SPEECH_PACKETS]
        made = MediaFile(tuple(speech), tuple(rest_packets(rng)), tuple(encode_pictures(voice)))
        (folder / f"{voice.name}.bin").write_bytes(made.pack())


if __name__ == "__main__":
    make(Path(__file__).parent / "media")
