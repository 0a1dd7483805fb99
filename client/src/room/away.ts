/** Out for a moment: microphone and camera go off, and are on again by one's own press alone. */
import { effect, signal } from "@preact/signals";
import { isLeftAside, isOutside, leadersAlone, leftBy, type CircleView, type SeatId } from "../protocol";
import type { Asking } from "./asking";
import type { DeviceFace, SessionFace } from "./parts";

export class Away {
  /** Who has left one alone outside, 0 where nobody's press did, until one is back or in a talk again; a page that was loaded anew
      meanwhile does not know. */
  readonly leftBy = signal<SeatId | null>(null);

  constructor(private readonly asking: Pick<Asking, "ask">, private readonly devices: readonly DeviceFace[], { circle, you }: Pick<SessionFace, "circle" | "you">) {
    let before: CircleView | null = null;
    effect(() => {
      const out = circle.value !== null && you.value !== null && isLeftAside(circle.value, you.value.seat);
      if (!out || (isOutside(circle.value!, you.value!) && before && !leadersAlone(before))) this.leftBy.value = null; // the words are the closing's
      else if (before) this.leftBy.value = leftBy(before, circle.value!, you.value!) ?? this.leftBy.peek();
      before = circle.value;
    });
  }

  /** Until the server has it nothing is switched off, for one is still there. */
  async go(): Promise<void> {
    if (await this.asking.ask("step_out", {})) for (const device of this.devices) device.close();
  }
}
