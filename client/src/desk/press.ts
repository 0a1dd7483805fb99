/** For steps that may not be taken by a slip. */
import { useEffect, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";

/** The second press of a double one, or of a key held down, is none. */
export function firstPress(go: () => void): { onClick(event: MouseEvent): void; onKeyDown(event: KeyboardEvent): void } {
  return {
    // `detail` counts the presses in quick succession; a key's or a screen reader's press is 0.
    onClick: (event) => event.detail < 2 && go(),
    onKeyDown: (event) => event.repeat && event.preventDefault(),
  };
}

/** So long after a change a press is taken to have been meant for what stood in the same place before. */
export const SETTLES_MS = 1000;

/** False for a second after `what` is drawn as another: a tired hand's double press takes longer than a system's. */
export function useSettled(what: unknown): boolean {
  const drawn = useRef(what);
  const since = useRef(-Infinity);
  const again = useSignal(0);
  if (drawn.current !== what) {
    drawn.current = what;
    since.current = performance.now();
  }
  const left_ms = since.current + SETTLES_MS - performance.now();
  useEffect(() => {
    if (left_ms <= 0) return;
    const timer = setTimeout(() => (again.value += 1), left_ms);
    return () => clearTimeout(timer);
  }, [what, again.value]);
  void again.value;
  return left_ms <= 0;
}

/** What a button carries that is not to be pressed yet. It keeps the focus, as a disabled one would not. */
export function settling(settled: boolean, go: () => void): { "aria-disabled"?: true | undefined; onClick(event: MouseEvent): void; onKeyDown(event: KeyboardEvent): void } {
  return { "aria-disabled": !settled || undefined, ...firstPress(() => settled && go()) };
}
