/** What was chosen at the door, carried to the room in this tab's sessionStorage. Kept nowhere else. */
import { type Wish, WISHES } from "./looks";

export interface Choices {
  microphone: boolean;
  camera: boolean;
  microphoneId: string;
  cameraId: string;
  /** What is to be received. */
  wish: Wish;
}

const KEY = "restarea.choices";
const NOTHING: Choices = { microphone: false, camera: false, microphoneId: "", cameraId: "", wish: "all" };

/** At the door. */
export function keepChoices(choices: Choices, storage: Storage = sessionStorage): void {
  storage.setItem(KEY, JSON.stringify(choices));
}

/**
 * In the room. What was chosen is switched on once, by the one who just chose it; a reload finds microphone and camera
 * off, and only which ones they are, and what is to be received, is remembered. No room opens a microphone that nobody
 * has just touched.
 */
export function takeChoices(storage: Storage = sessionStorage): Choices {
  const kept = read(storage);
  keepChoices({ ...kept, microphone: false, camera: false }, storage);
  return kept;
}

export function keptWish(storage: Storage = sessionStorage): Wish {
  return read(storage).wish;
}

/** In the room, where it may be chosen anew. */
export function keepWish(wish: Wish, storage: Storage = sessionStorage): void {
  keepChoices({ ...read(storage), wish }, storage);
}

function read(storage: Storage): Choices {
  let kept: Choices = NOTHING;
  try {
    kept = { ...NOTHING, ...(JSON.parse(storage.getItem(KEY) ?? "{}") as Partial<Choices>) };
  } catch {
    // Somebody else's text under our key: as if there were none.
  }
  return WISHES.includes(kept.wish) ? kept : { ...kept, wish: NOTHING.wish };
}
