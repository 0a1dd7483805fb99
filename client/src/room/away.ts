/** Out for a moment, and back as one was: what was on when one went is on again by the press that brings one back. */
import type { Asking } from "./asking";
import type { DeviceFace } from "./parts";

export class Away {
  private wereOn: DeviceFace[] = [];

  constructor(private readonly asking: Pick<Asking, "ask">, private readonly devices: readonly DeviceFace[]) {}

  /** Whether the server has it: until then nothing is switched off, for one is still there. */
  async go(): Promise<boolean> {
    if (!(await this.asking.ask("step_out", {}))) return false;
    this.wereOn = this.devices.filter(({ state }) => state.value === "on");
    for (const device of this.devices) device.close();
    return true;
  }

  /** Whoever stepped out switches on by their own press; a page that was loaded anew meanwhile remembers nothing. */
  async back(): Promise<void> {
    if (!(await this.asking.ask("leave_private_room", {}))) return;
    for (const device of this.wereOn) void device.open();
    this.wereOn = [];
  }
}
