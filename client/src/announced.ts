/** The announcements of a session as it goes on. Knows no DOM. */
import { effect, type ReadonlySignal } from "@preact/signals";
import { teller, type Told } from "./announce";
import type { DeviceState } from "./devices";
import { isCircle } from "./protocol";
import { isReturning } from "./returning";
import { tick } from "./room/tick";
import { isStopped, type Session } from "./session";

/** The messages of the last change, and a number that changes with each. */
export interface Announced {
  number: number;
  told: Told[];
}

/** `microphone`: of a page that has one. */
export function announceChanges(session: Session, announced: { value: Announced }, microphone?: ReadonlySignal<DeviceState>): () => void {
  const tell = teller();
  let number = 0;
  return effect(() => {
    const [view, now] = [session.view.value, session.now()];
    if (isCircle(view) && Object.keys(view.seats).some((seat) => isReturning(view, Number(seat), now))) void tick.value; // it ends by itself
    const told = tell({ connection: session.connection.value, view, you: session.you.value, microphone: microphone?.value ?? null, stopped: isStopped(session), now });
    if (told.length > 0) announced.value = { number: ++number, told };
  });
}
