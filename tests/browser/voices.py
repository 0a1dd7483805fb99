"""Voices for fake microphones: the speech of a rehearsal member, with a tone of its own mixed in.

A test tells by the tone whom a page hears. The tone comes in pulses of a quarter of a second, since browsers take
a steady one for noise and remove it.
"""

from __future__ import annotations

import array
import math
import wave
from itertools import cycle
from pathlib import Path

import av

from server.rehearsal import mediafile

RATE = 48_000
PULSE = RATE // 4


def speech(member: int) -> array.array[int]:
    """The decoded loop of one bundled member: mono, 48 kHz, signed 16 bit."""
    files = mediafile.bundled()
    decoder = av.CodecContext.create("opus", "r")
    to_mono = av.AudioResampler(format="s16", layout="mono", rate=RATE)
    samples = array.array("h")
    for packet in mediafile.load(files[member % len(files)]).speech:
        for frame in decoder.decode(av.Packet(packet.payload)):
            for mono in to_mono.resample(frame):
                samples.frombytes(bytes(mono.planes[0])[: 2 * mono.samples])
    return samples


def write_voice(path: Path, *, member: int, tone_hz: float, seconds: float = 4.0) -> Path:
    """Write a WAV file of `seconds` in which `member` speaks and a tone of `tone_hz` pulses; returns `path`."""
    turn = 2 * math.pi * tone_hz / RATE
    mixed = array.array("h")
    for at, sample in zip(range(round(RATE * seconds)), cycle(speech(member)), strict=False):
        # Faded pulses: a tone that starts at once would click at every frequency.
        swell = max(0.0, math.sin(math.pi * at / PULSE))
        mixed.append(int(max(-32_768, min(32_767, 0.4 * sample + 9_000 * swell * math.sin(turn * at)))))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(mixed.tobytes())
    return path
