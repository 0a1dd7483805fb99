/** A leader's notes, in this browser and nowhere else: one text for each session. Knows no DOM. */

export interface Notes {
  text: string;
  /** They go with the session's end, or once they are a day old. */
  forget: boolean;
  /** When they were written last, in ms since 1970. */
  at: number;
}

const PREFIX = "restarea.notes.";
/** A session lasts no longer than a day: notes whose end this browser did not see go with the first door or room that it
    opens after that. While none is opened nothing can delete them, and the desk says so. */
const DAY_MS = 86_400_000;
export const NO_NOTES: Notes = { text: "", forget: true, at: 0 };

export function notesOf(session: string, storage: Storage = localStorage): Notes {
  try {
    const kept = JSON.parse(storage.getItem(PREFIX + session) ?? "{}") as Partial<Notes>;
    return typeof kept.text === "string" ? { ...NO_NOTES, ...kept } : NO_NOTES;
  } catch {
    return NO_NOTES;
  }
}

/** Calls back when another window of this browser has written them. Returns what ends that. */
export function followNotes(session: string, written: () => void): () => void {
  const heard = (event: StorageEvent): void => void (event.key === PREFIX + session && written());
  addEventListener("storage", heard);
  return () => removeEventListener("storage", heard);
}

/** False where this browser keeps nothing, or has no room left. */
export function keepNotes(session: string, notes: Notes, storage: Storage = localStorage): boolean {
  try {
    if (notes.text === "" && notes.forget) storage.removeItem(PREFIX + session);
    else storage.setItem(PREFIX + session, JSON.stringify(notes));
    return true;
  } catch {
    return false;
  }
}

/** The session has ended: its notes go, if that was wished; and of others those that are a day old. "" is no session. */
export function forgetNotes(session: string, now_ms: number, storage: Storage = localStorage): void {
  try {
    for (const key of Object.keys(storage).filter((one) => one.startsWith(PREFIX))) {
      const one = key.slice(PREFIX.length);
      const { forget, at } = notesOf(one, storage);
      if (forget && (one === session || now_ms - at > DAY_MS)) storage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}
