/** A signal that moves twice a second, so that clocks are drawn anew. It says nothing about what time it is. */
import { signal } from "@preact/signals";

export const tick = signal(0);

/** Returns what stops it. */
export function startTicking(every_ms = 500): () => void {
  const timer = setInterval(() => (tick.value += 1), every_ms);
  return () => clearInterval(timer);
}
