/** Out for a moment, and back as one was: what was on when one went is on again by the press that brings one back. */
import { effect, signal } from "@preact/signals";
import { isLeftAside, isOutside, leadersAlone, leftBy, type CircleView, type SeatId } from "../protocol";
import type { Asking } from "./asking";
import type { DeviceFace, SessionFace } from "./parts";

export class Away {
  #wereOn: readonly DeviceFace[] = [];
  /** Who has left one alone outside, 0 where nobody's press did, until one is back or in a talk again; a page that was loaded anew
      meanwhile does not know. */
  readonly leftBy = signal<SeatId | null>(null);

  constructor(private readonly asking: Pick<Asking, "ask">, private readonly devices: readonly DeviceFace[], { circle, you }: Pick<SessionFace, "circle" | "you">) {
    let was = false;
    let before: CircleView | null = null;
    effect(() => {
      const out = circle.value !== null && you.value !== null && isLeftAside(circle.value, you.value.seat);
      const alone = out && !isOutside(circle.value!, you.value!);
      if (was && !alone) this.#wereOn = []; // back by another press than this page's, or in the private room, or the circle has left it
      was = alone;
      if (!out || (isOutside(circle.value!, you.value!) && before && !leadersAlone(before))) this.leftBy.value = null; // the words are the closing's
      else if (before) this.leftBy.value = leftBy(before, circle.value!, you.value!) ?? this.leftBy.peek();
      before = circle.value;
    });
  }

  /** Whether the server has it: until then nothing is switched off, for one is still there. */
  async go(): Promise<boolean> {
    if (!(await this.asking.ask("step_out", {}))) return false;
    this.#wereOn = this.devices.filter(({ state }) => state.value === "on");
    for (const device of this.devices) device.close();
    return true;
  }

  /** Somebody's own press decides: what they have switched since is as they left it. */
  forget(device: DeviceFace): void {
    this.#wereOn = this.#wereOn.filter((one) => one !== device);
  }

  /** Whoever stepped out switches on by their own press; a page that was loaded anew meanwhile remembers nothing. */
  async back(): Promise<void> {
    const wereOn = this.#wereOn; // the circle may show one there before the answer has come
    if (!(await this.asking.ask("leave_private_room", {}))) return;
    for (const device of wereOn) void device.open();
    this.#wereOn = [];
  }
}
