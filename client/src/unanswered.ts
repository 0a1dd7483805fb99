/**
 * What this page has asked of the server and is not answered. A command keeps its id through any number of reconnections, so
 * it takes effect once or not at all; and it takes effect within moments or not at all: afterwards it only asks what became of it.
 */
import type { Answer } from "./commands";

/** So long after its press a command may still be done. The clock that says so stands once nothing is heard. */
export const GOOD_MS = 5000;
/** A server that is reached and does not answer for so long is not waited for. */
export const UNHEARD_MS = 30_000;

export const UNREACHABLE: Answer = { ok: false, code: "unreachable", detail: "" };

interface Pending {
  message: Record<string, unknown>;
  /** By the page's own clock. */
  pressed: number;
  settle: (answer: Answer) => void;
  timer?: ReturnType<typeof setTimeout>;
}

export class Unanswered {
  readonly #pending = new Map<string, Pending>();

  /** `local` is a monotonic clock in ms. */
  constructor(private readonly send: (id: string, message: Record<string, unknown>) => void, private readonly local: () => number) {}

  /** `now`: session time, by which it lapses; null where it is good whenever it comes. Sent by `ask`. */
  put(fields: Record<string, unknown>, now: number | null): { id: string; answer: Promise<Answer> } {
    const id = newId();
    const message = { id, ...fields, ...(now !== null && { until: now + GOOD_MS }) };
    const answer = new Promise<Answer>((settle) => this.#pending.set(id, { message, pressed: this.local(), settle }));
    return { id, answer };
  }

  ask(id: string): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    const { message, pressed } = pending;
    const lapsed = "until" in message && this.local() - pressed > GOOD_MS; // the session's clock stands while no server runs
    clearTimeout(pending.timer);
    pending.timer = setTimeout(() => this.settle(id, UNREACHABLE), UNHEARD_MS);
    this.send(id, lapsed ? { ...message, until: 0 } : message);
  }

  askAgain(): void {
    for (const id of this.#pending.keys()) this.ask(id);
  }

  /** Nobody is reached: whatever is asked waits until somebody is. */
  rest(): void {
    for (const { timer } of this.#pending.values()) clearTimeout(timer);
  }

  settle(id: string, answer: Answer): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    clearTimeout(pending.timer);
    this.#pending.delete(id);
    pending.settle(answer);
  }

  giveUp(): void {
    for (const id of [...this.#pending.keys()]) this.settle(id, UNREACHABLE);
  }
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
