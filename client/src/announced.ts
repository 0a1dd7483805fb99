/** The announcements of a session as it goes on. Knows no DOM. */
import { effect } from "@preact/signals";
import { announcements, type Scene, type Told } from "./announce";
import type { Session } from "./session";

/** The messages of the last change, and a number that changes with each. */
export interface Announced {
  number: number;
  told: Told[];
}

export function announceChanges(session: Session, announced: { value: Announced }): () => void {
  let before: Scene | null = null;
  let number = 0;
  return effect(() => {
    const after: Scene = {
      connection: session.connection.value,
      view: session.view.value,
      you: session.you.value,
    };
    const told = announcements(before, after);
    before = after;
    if (told.length > 0) announced.value = { number: ++number, told };
  });
}
