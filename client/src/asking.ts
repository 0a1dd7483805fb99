/** Asking a server that may be out of reach just now. Knows no DOM. */
import { GIVEN_UP_MS } from "./post";

/** What was asked while nothing passed is stuck in its connection for seconds after the network is back: TCP repeats it
 * more and more rarely. So the same is asked once more beside it. Not more often: over HTTP/1.1 a browser has six
 * connections to a host, a request that is given up leaves its own behind, and what comes then waits for a dead one. */
export const BESIDE_MS = 1000;

/** The first answer; what is still asked for then is given up. Null once all that was asked has failed, or has waited for
 * so long after that. */
export function firstOf<T>(ask: (over: AbortSignal) => Promise<T>): Promise<T | null> {
  const over = new AbortController();
  return new Promise((settle) => {
    let waiting = 0;
    const end = (answer: T | null): void => {
      clearTimeout(timer);
      settle(answer);
      over.abort();
    };
    const go = (): void => {
      waiting++;
      ask(over.signal).then(end, () => --waiting === 0 && end(null));
    };
    let timer = setTimeout(() => {
      timer = setTimeout(() => end(null), GIVEN_UP_MS);
      go();
    }, BESIDE_MS);
    go();
  });
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
