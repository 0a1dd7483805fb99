/** What becomes of the circle, at the desk of a leader who is out: off, and why stands at the large step. */
import type { ComponentChildren } from "preact";
import { useParts } from "../room/parts";

export function FromCircle({ children }: { children: ComponentChildren }) {
  const out = useParts().session.out.value;
  return <fieldset key={`${out}`} role="presentation" disabled={out}>{children}</fieldset>; // by its key a dialog in it goes: it could not be closed
}
