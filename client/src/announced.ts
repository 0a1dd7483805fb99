/** The announcements of a session as it goes on. Knows no DOM. */
import { effect } from "@preact/signals";
import { teller, type Told } from "./announce";
import type { Session } from "./session";

/** The messages of the last change, and a number that changes with each. */
export interface Announced {
  number: number;
  told: Told[];
}

export function announceChanges(session: Session, announced: { value: Announced }): () => void {
  const tell = teller();
  let number = 0;
  return effect(() => {
    const told = tell({ connection: session.connection.value, view: session.view.value, you: session.you.value });
    if (told.length > 0) announced.value = { number: ++number, told };
  });
}
