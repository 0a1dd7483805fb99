"""What a page really receives, seat by seat: counted by its own WebRTC statistics, recognised by the tone in it.

Runs inside the page, on the connection that `window.restarea` shows to tests. May import nothing of the project.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from playwright.async_api import Page

WINDOW_MS = 600
"""Long enough for two pulses of a tone (tests/browser/voices.py) and for some pictures of a slow camera."""
CLEAR = 4.0
"""A voice is somebody's if the power at their tone is this many times the power at anyone else's."""

# Slot n is the pair of m-lines 2n and 2n+1 (docs/protocol.md, "Media"). The analysers stay from call to call: a new
# one needs a moment before it hears, and one that has rested hears nothing more.
LISTEN = """async ({windowMs, tones, silent, unseen}) => {
  const RATE = 16000, FFT = 1024, SETTLES = 20;
  const wait = (ms) => new Promise((done) => setTimeout(done, ms));
  const connection = window.restarea.pc();
  if (tones.length > 0) window.restareaEars ??= { context: new AudioContext({ sampleRate: RATE }), of: new WeakMap() };
  const ears = window.restareaEars;
  const transceivers = connection?.getTransceivers() ?? [];
  const seatOf = new Map(transceivers.map((line, index) => [line.mid, Math.floor(index / 2)]));

  const count = async () => {
    const found = new Map();
    const at = (seat) => found.get(seat) ?? found.set(seat, { audio: 0, energy: 0, video: 0, frames: 0 }).get(seat);
    for (let seat = 0; seat * 2 < transceivers.length; seat++) at(seat);
    if (!connection || connection.connectionState === "closed") return found;
    for (const report of (await connection.getStats()).values()) {
      if (report.type === "outbound-rtp") at(0)[report.kind] += report.packetsSent;
      if (report.type !== "inbound-rtp") continue;
      const slot = at(seatOf.get(report.mid));
      slot[report.kind] += report.packetsReceived;
      if (report.kind === "audio") slot.energy += report.totalAudioEnergy ?? 0;
      if (report.kind === "video") slot.frames += report.framesDecoded ?? 0;
    }
    return found;
  };

  const analysers = tones.map((_, index) => {
    const track = transceivers[2 * (index + 1)]?.receiver.track;
    if (!track) return null;
    if (!ears.of.has(track)) {
      const analyser = new AnalyserNode(ears.context, { fftSize: FFT, smoothingTimeConstant: 0 });
      ears.context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
      ears.of.set(track, analyser);
    }
    return ears.of.get(track);
  });

  // What was on its way, or waits to be played, when the phase changed may still come; what comes later is a leak.
  const grew = (seats, keys, before, after) =>
    seats.some((seat) => keys.some((key) => after.get(seat)?.[key] !== before.get(seat)?.[key]));
  const moving = (before, after) =>
    grew(silent, ["audio", "energy"], before, after) || grew(unseen, ["video", "frames"], before, after);
  for (let before = await count(), n = 0; n < SETTLES; n++) {
    await wait(150);
    const after = await count();
    if (!moving(before, after)) break;
    before = after;
  }

  const bins = new Float32Array(FFT / 2);
  const power = tones.map(() => tones.map(() => 0));
  const before = await count(), began = performance.now();
  while (performance.now() - began < windowMs) {
    await wait(40);
    analysers.forEach((analyser, slot) => {
      if (!analyser) return;
      analyser.getFloatFrequencyData(bins);
      tones.forEach((hz, tone) => {
        const bin = Math.round(hz * FFT / RATE);
        for (let near = bin - 2; near <= bin + 2; near++) power[slot][tone] += 10 ** (bins[near] / 10);
      });
    });
  }
  const after = await count();
  const gained = {};
  for (const [seat, now] of after) {
    const was = before.get(seat) ?? { audio: 0, energy: 0, video: 0, frames: 0 };
    gained[seat] = Object.fromEntries(Object.keys(now).map((key) => [key, now[key] - was[key]]));
  }
  return { gained, power };
}"""


@dataclass(frozen=True)
class Gained:
    """What one slot of one page gained in the window. `voice` is the seat whose tone is in its sound, or None."""

    audio: int = 0
    energy: float = 0.0
    video: int = 0
    frames: int = 0
    voice: int | None = None


@dataclass(frozen=True)
class Heard:
    """One page's window: `sent` packets of its own, and by seat what its slots gained."""

    sent_audio: int
    slots: dict[int, Gained]
    power: dict[int, list[float]]
    """By seat the power at every tone; for a failure's message."""


async def listen(
    page: Page,
    tones_hz: Sequence[float],
    silent: Iterable[int] = (),
    unseen: Iterable[int] = (),
    window_ms: int = WINDOW_MS,
) -> Heard:
    """Counts for `window_ms`, once what `silent` and `unseen` seats had sent before has been played; a leak of theirs
    never ends, and is counted after three seconds.

    `tones_hz`: the tone of seat 1, 2, ...; only these seats' sound is analysed, but every slot is counted."""
    wanted = {"windowMs": window_ms, "tones": list(tones_hz), "silent": list(silent), "unseen": list(unseen)}
    found: dict[str, Any] = await page.evaluate(LISTEN, wanted)
    slots, power = {}, {}
    for key, gained in found["gained"].items():
        seat = int(key)
        if seat == 0:
            continue
        powers = found["power"][seat - 1] if seat <= len(tones_hz) else []
        power[seat] = powers
        slots[seat] = Gained(**gained, voice=_voice(powers))
    own = found["gained"].get("0", {"audio": 0})
    return Heard(own["audio"], slots, power)


def _voice(powers: Sequence[float]) -> int | None:
    """The seat whose tone stands out. One pulse in a quarter of a second is far above a line's noise."""
    if len(powers) < 2 or max(powers) < 1e-7:
        return None
    first, second = sorted(powers, reverse=True)[:2]
    return powers.index(first) + 1 if first > CLEAR * second else None


async def receives(page: Page, seat: int) -> Heard:
    """Until sound and picture of `seat` arrive; what the last window held."""
    for _ in range(20):
        window = await listen(page, [], window_ms=600)
        slot = window.slots[seat]
        if slot.audio > 10 and slot.energy > 0 and slot.frames > 0:
            return window
    pytest.fail(f"seat {seat} did not arrive: {window.slots[seat]}")
