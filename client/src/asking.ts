/** Asking a server that may be out of reach just now. Knows no DOM. */
import { GIVEN_UP_MS } from "./post";

/** What was asked while nothing passed is stuck in its connection for seconds after the network is back: TCP repeats it
 * more and more rarely. So the same is asked once more beside it, and once more when the network is known to be back.
 * Not more often: over HTTP/1.1 a browser has six connections to a host, a request that is given up leaves its own
 * behind, and what comes then waits for a dead one. */
export const BESIDE_MS = 1000;
const AT_ONCE = 3;

/** The same is asked until the first answer; what is still asked for then is given up. */
export class Asking<T> {
  /** Null once all that was asked has failed, or has waited for so long after the second time. */
  readonly answer: Promise<T | null>;
  #settle: (answer: T | null) => void = () => undefined;
  readonly #over = new AbortController();
  #timer: ReturnType<typeof setTimeout>;
  #waiting = 0;

  constructor(private readonly ask: (over: AbortSignal) => Promise<T>) {
    this.answer = new Promise((settle) => (this.#settle = settle));
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => this.#end(null), GIVEN_UP_MS);
      this.again();
    }, BESIDE_MS);
    this.again();
  }

  /** Beside what is asked for; there is a network. */
  again(): void {
    if (this.#waiting === AT_ONCE || this.#over.signal.aborted) return;
    this.#waiting++;
    this.ask(this.#over.signal).then((answer) => this.#end(answer), () => --this.#waiting === 0 && this.#end(null));
  }

  #end(answer: T | null): void {
    clearTimeout(this.#timer);
    this.#settle(answer);
    this.#over.abort();
  }
}

/** What the server answers, or the code of its refusal. Rejects where asking again may help. */
export async function posted<Answer extends object>(path: string, asked: object, over = AbortSignal.timeout(GIVEN_UP_MS)): Promise<Answer | { code: string }> {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(asked),
    signal: over,
  });
  const body = (await response.json()) as Answer | { code?: unknown };
  if (response.ok) return body as Answer;
  if (response.status >= 500 || response.status === 429) throw new Error("the server is away");
  return { code: "code" in body && typeof body.code === "string" ? body.code : "bad_answer" };
}

/** Twice as long each time up to the most, and not everybody at once. */
export function backOff(tries: number, least: number, most: number): number {
  return Math.min(least * 2 ** tries, most) * (0.5 + Math.random());
}
