"""Speech made with espeak-ng, mixed with noise, through real Opus: what a client would send, and when it spoke."""

from __future__ import annotations

import random
from fractions import Fraction

import av
import numpy as np
from av.audio.codeccontext import AudioCodecContext

from facilitation.talk import Span, joined
from server.media import rtp
from server.media.detector import PAUSE_MS
from server.rehearsal.make_media import RATE, Voice, babble, synthesize

PACKET_MS = 20
SAMPLES = RATE * PACKET_MS // 1000
EASY = SAMPLES * 256
TRUTH_MS = 5
TRUTH_DB = 30
"""Below the loudest of an utterance: fainter is its fading, which nobody hears as speech."""


def utterances(voice: Voice, rng: random.Random, seconds: float) -> np.ndarray:
    """Sentences of invented words with silences between them, without any noise; the loudest at -12 dBov."""
    parts, length = [np.zeros(RATE * 2)], 2.0
    while length < seconds:
        said = np.array(synthesize(voice, babble(rng, rng.choice((2, 5, 9, 14)))), dtype=float)
        silence = np.zeros(int(RATE * rng.choice((0.5, 1.0, 2.5, 6.0))))
        parts += [said, silence]
        length += (len(said) + len(silence)) / RATE
    sound = np.concatenate(parts)
    sound = sound[: len(sound) // SAMPLES * SAMPLES]
    return sound / np.abs(sound).max() * 8192


def levels(sound: np.ndarray, each: int) -> np.ndarray:
    """dBov of each stretch of so many samples."""
    power = (sound[: len(sound) // each * each].reshape(-1, each) ** 2).mean(axis=1)
    return 10 * np.log10(np.maximum(power, 1e-3) / 32768**2)


def truth(clean: np.ndarray) -> list[Span]:
    """When it speaks, pauses that are within speech joined: what the sound was made of, not what is measured of it."""
    each = RATE * TRUTH_MS // 1000
    found = levels(clean, each)
    loud = np.flatnonzero(found > found.max() - TRUTH_DB)
    spans = [(int(at) * TRUTH_MS, int(at) * TRUTH_MS + TRUTH_MS) for at in loud]
    result: list[Span] = []
    for start, end in joined(spans):
        if result and start - result[-1][1] < PAUSE_MS:
            result[-1] = (result[-1][0], end)
        else:
            result.append((start, end))
    return result


def with_noise(clean: np.ndarray, snr_db: float | None, seed: int, colour: str) -> np.ndarray:
    """Noise so many dB below the speech, where it speaks; None: a quiet room."""
    # As much as is quickly transformed: of a length with a large prime in it Fourier takes four times as long.
    rng, length = np.random.default_rng(seed), -(-len(clean) // EASY) * EASY
    noise = rng.normal(0, 1, length)
    if colour == "pink":
        spectrum = np.fft.rfft(noise)
        spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 20 * length / RATE))
        noise = np.fft.irfft(spectrum, length)
    noise = noise[: len(clean)]
    speaking = levels(clean, SAMPLES) > levels(clean, SAMPLES).max() - TRUTH_DB
    loud = (clean.reshape(-1, SAMPLES)[speaking] ** 2).mean()
    power = 9.0**2 if snr_db is None else loud / 10 ** (snr_db / 10)
    return clean + noise / noise.std() * np.sqrt(power)


LEVEL_ID = 3
FULL = {"f": 32768.0, "i": 1.0}
"""A decoder may give parts of 1, or 16 bits."""


def packets(sound: np.ndarray) -> list[tuple[bytes, int]]:
    """RTP packets, and when each is complete, in ms: encoded by Opus, with the level of what a listener would hear of
    them (RFC 6464)."""
    encoder, decoder = (av.CodecContext.create("libopus", mode) for mode in "wr")
    assert isinstance(encoder, AudioCodecContext)
    encoder.bit_rate, encoder.sample_rate, encoder.format, encoder.layout = 24_000, RATE, "s16", "mono"
    encoder.time_base = Fraction(1, RATE)
    # As carefully as a phone's browser encodes, which is half as much work as the most.
    encoder.options = {"application": "voip", "frame_duration": str(PACKET_MS), "compression_level": "5"}
    pcm = np.clip(np.round(sound), -32768, 32767).astype(np.int16)
    encoded, heard = [], []
    for start in range(0, len(pcm), SAMPLES):
        frame = av.AudioFrame(format="s16", layout="mono", samples=SAMPLES)
        frame.planes[0].update(pcm[start : start + SAMPLES])
        frame.sample_rate, frame.pts = RATE, start
        for packet in encoder.encode(frame):
            encoded.append(bytes(packet))
            heard += [one.to_ndarray()[0] for one in decoder.decode(packet)]
    whole = np.array(heard)
    found = np.clip(np.round(-levels(whole.ravel() * FULL[whole.dtype.kind], whole.shape[1])), 0, 127)
    made = []
    for number, (payload, level) in enumerate(zip(encoded, found.astype(int).tolist(), strict=True)):
        block = {LEVEL_ID: bytes([0x80 | level])}  # the highest bit is the client's own guess
        packet = rtp.build(111, number, number * SAMPLES, 7, payload, extensions=block)
        made.append((packet, (number + 1) * PACKET_MS))
    return made


def level_of(packet: bytes) -> int:
    """As the server reads it."""
    return rtp.extensions(packet, rtp.parse(packet))[LEVEL_ID][0] & 0x7F
