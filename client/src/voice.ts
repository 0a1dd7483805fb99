/** Three seconds of one's own voice, and a soft tone: for the check before joining. Nothing leaves the browser. */

export const RECORDED_MS = 3000;

/** What a microphone takes in during `for_ms`. Rejects where the browser cannot record it, or `stop` says so. */
export function record(track: MediaStreamTrack, stop: AbortSignal, for_ms = RECORDED_MS): Promise<Blob> {
  return new Promise((done, fail) => {
    const recorder = new MediaRecorder(new MediaStream([track]));
    const parts: Blob[] = [];
    recorder.ondataavailable = ({ data }) => void parts.push(data);
    recorder.onerror = () => fail(new Error("the browser could not record"));
    recorder.onstop = () => {
      clearTimeout(timer);
      if (stop.aborted) fail(new DOMException("stopped", "AbortError"));
      else done(new Blob(parts, { type: recorder.mimeType }));
    };
    const end = (): void => {
      if (recorder.state !== "inactive") recorder.stop();
    };
    recorder.start();
    const timer = setTimeout(end, for_ms);
    stop.addEventListener("abort", end);
  });
}

/** Plays it once; whatever happens, nothing of it is left afterwards. Rejects where it cannot be played. */
export async function play(sound: Blob, stop: AbortSignal): Promise<void> {
  const url = URL.createObjectURL(sound);
  const player = new Audio(url);
  try {
    await new Promise<void>((done, fail) => {
      player.onended = () => done();
      player.onerror = () => fail(new Error("the browser could not play it"));
      stop.addEventListener("abort", () => done());
      if (stop.aborted) done();
      else player.play().catch(fail);
    });
  } finally {
    player.pause();
    player.removeAttribute("src");
    URL.revokeObjectURL(url);
  }
}

const TONE_S = 1.2;
const LOUDEST = 0.12;

/** Two soft notes, one after the other, fading in and out: nobody who wears headphones starts. Rejects without a way to sound. */
export async function tone(): Promise<void> {
  const context = new AudioContext();
  try {
    await context.resume();
    await new Promise<void>((done) => {
      [440, 587.33].forEach((pitch_hz, index) => {
        const [from, to] = [context.currentTime + (index * TONE_S) / 2, context.currentTime + ((index + 1) * TONE_S) / 2];
        const note = new OscillatorNode(context, { frequency: pitch_hz });
        const loudness = new GainNode(context, { gain: 0 });
        loudness.gain.setValueAtTime(0, from);
        loudness.gain.linearRampToValueAtTime(LOUDEST, from + 0.12);
        loudness.gain.linearRampToValueAtTime(0, to);
        note.connect(loudness).connect(context.destination);
        note.start(from);
        note.stop(to);
        if (index === 1) note.onended = () => done();
      });
    });
  } finally {
    await context.close();
  }
}
