/** What was chosen at the door, carried to the room in this tab's sessionStorage. Kept nowhere else. */

export interface Choices {
  microphone: boolean;
  camera: boolean;
  microphoneId: string;
  cameraId: string;
}

const KEY = "restarea.choices";
const NOTHING: Choices = { microphone: false, camera: false, microphoneId: "", cameraId: "" };

/** At the door. */
export function keepChoices(choices: Choices, storage: Storage = sessionStorage): void {
  storage.setItem(KEY, JSON.stringify(choices));
}

/**
 * In the room. What was chosen is switched on once, by the one who just chose it; a reload finds microphone and camera
 * off, and only which ones they are is remembered. No room opens a microphone that nobody has just touched.
 */
export function takeChoices(storage: Storage = sessionStorage): Choices {
  let kept: Choices = NOTHING;
  try {
    kept = { ...NOTHING, ...(JSON.parse(storage.getItem(KEY) ?? "{}") as Partial<Choices>) };
  } catch {
    // Somebody else's text under our key: as if there were none.
  }
  keepChoices({ ...kept, microphone: false, camera: false }, storage);
  return kept;
}
