/** What becomes of the circle, at the desk of a leader who is out: off, and why stands at the large step. */
import type { ComponentChildren } from "preact";
import type { CircleView } from "../protocol";
import { useParts } from "../room/parts";

export function FromCircle({ view, children }: { view: CircleView; children: ComponentChildren }) {
  const out = view.seats[useParts().session.you.value?.seat ?? 0]?.stepped_out === true;
  return <fieldset key={`${out}`} role="presentation" disabled={out}>{children}</fieldset>; // by its key a dialog in it goes: it could not be closed
}
