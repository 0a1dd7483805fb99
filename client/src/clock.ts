/**
 * The server's session time on this page. It never decides that time is up; it only lets the page draw `ends_at`.
 * Every message that carries `now` is a sample; the one that travelled fastest is the truest.
 */

/** How much older than the best sample a new one must be before it is believed: the server's clock stood still. */
const STOOD_STILL_MS = 3000;
/** The best sample fades by this much with every other one, so that two drifting clocks stay together. */
const FADE_MS = 0.5;

export class ServerClock {
  #offset: number | null = null;
  #stood: number | null = null;

  /** `local` is a monotonic clock in ms. */
  constructor(private readonly local: () => number) {}

  /** A message said that it was `now` when it was sent. `anew`: forget earlier ones, another server is speaking. */
  sample(now: number, anew = false): void {
    const seen = now - this.local();
    this.#stood = null;
    if (anew || this.#offset === null || this.#offset - seen > STOOD_STILL_MS) this.#offset = seen;
    else this.#offset = Math.max(seen, this.#offset - FADE_MS);
  }

  /** The server is heard of no more: whether its time goes on nobody here knows. Until the next sample this one shows what it does now. */
  stand(): void {
    this.#stood ??= this.now();
  }

  /** Session time in ms; 0 before the first sample. */
  now(): number {
    if (this.#stood !== null) return this.#stood;
    return this.#offset === null ? 0 : Math.round(this.local() + this.#offset);
  }
}
