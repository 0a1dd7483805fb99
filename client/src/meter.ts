/** How loud a microphone is, on this computer alone: for the check before joining. Uses an AnalyserNode. */
import { signal, type ReadonlySignal } from "@preact/signals";

const EVERY_MS = 60;
/** The quietest and the loudest that the meter shows, in dBFS. */
const FLOOR_DB = -60;
const CEILING_DB = -12;
/** A falling meter is easier to read than a trembling one. */
const FALL = 0.12;

/** 0 to 1 for samples between -1 and 1, on a scale of loudness. */
export function levelOf(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let n = 0; n < samples.length; n++) sum += (samples[n] ?? 0) ** 2;
  const db = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-12);
  return Math.min(1, Math.max(0, (db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}

export interface Meter {
  /** 0 to 1. */
  level: ReadonlySignal<number>;
  /** Whether anything has been heard at all since the meter began. */
  heard: ReadonlySignal<boolean>;
  stop(): void;
}

/** What a meter shows as speech rather than as a quiet room. */
const SPEECH = 0.35;

export function measure(track: MediaStreamTrack): Meter {
  const level = signal(0);
  const heard = signal(false);
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1024;
  const source = context.createMediaStreamSource(new MediaStream([track]));
  source.connect(analyser);
  void context.resume().catch(() => undefined);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const now = levelOf(samples);
    level.value = Math.max(now, level.value - FALL);
    if (now > SPEECH) heard.value = true;
  }, EVERY_MS);
  return {
    level,
    heard,
    stop() {
      clearInterval(timer);
      source.disconnect();
      void context.close().catch(() => undefined);
    },
  };
}
