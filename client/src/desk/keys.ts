/** The desk's keys: one letter, digit or sign for each action, carried by the button that does it. Single keys without a
    modifier clash with no browser's own; whoever dictates, or whose screen reader needs them, switches them off. */
import { signal } from "@preact/signals";

/** Letters as they are printed on the key, whatever the layout; signs that English, French and German layouts write by
    another key than an unshifted digit. */
export const KEYS = {
  next: "n", other: "o", undo: "u", "step-back": "k", pause: "p", extend: "e", "push-back": "b",
  admit: "a", cases: "c", "close-choice": "x", "give-turn": "g", "lower-hand": "h", "end-turn": "t", "one-at-a-time": "f", round: "r",
  whisper: "w", scene: "s", parts: "v", players: "i", places: "m", answer: "d", lead: "l", notes: "j", unspoken: "q",
  names: ",", second: ";", "mark-back": ".",
} as const;
export type KeyName = keyof typeof KEYS;
/** What the button for more time is called does it, too. Where a layout has it on an unshifted digit (Czech, Slovak), that is the
    digit's, and the letter is left. */
const ALSO: Readonly<Record<string, string>> = { "+": KEYS.extend };
export const HELP_KEY = "?";
/** For the twelve interventions: the upper row's digits, however a layout reaches them, and two letters that are left. */
export const MARK_KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "y", "z"];

/** These lead to the first of several buttons: which one is meant, only a hand on it can say. */
const LEAD_TO: ReadonlySet<KeyName> = new Set<KeyName>(["other", "cases", "players", "places", "answer", "notes"]);
/** These open something that must be seen. */
const OPEN: ReadonlySet<KeyName> = new Set<KeyName>(["step-back", "parts", "unspoken", "names", "second"]);
/** These are held, and their button listens itself. */
const HOLD: ReadonlySet<KeyName> = new Set<KeyName>(["whisper"]);
type Does = "press" | "open" | "lead" | "hold" | "wait";

/** Whether they act, and whether the buttons show them. */
export interface KeyChoice {
  on: boolean;
  shown: boolean;
}

const STORED = "restarea.keys";

function read(): KeyChoice {
  try {
    const { on, shown } = JSON.parse(localStorage.getItem(STORED) ?? "{}") as Partial<KeyChoice>;
    return { on: on !== false, shown: shown === true };
  } catch {
    return { on: true, shown: false }; // a browser that keeps nothing, or somebody else's text
  }
}

export const keyChoice = signal<KeyChoice>(read());

export function chooseKeys(change: Partial<KeyChoice>): void {
  keyChoice.value = { ...keyChoice.value, ...change };
  try {
    localStorage.setItem(STORED, JSON.stringify(keyChoice.value));
  } catch {
    // Kept nowhere: it holds for this page.
  }
}

/** What a button carries that has a key. */
interface Carried {
  "data-key"?: string;
  "data-key-does"?: Does;
  "aria-keyshortcuts"?: string;
}

export function keyed(name: KeyName): Carried {
  return carried(KEYS[name], LEAD_TO.has(name) ? "lead" : OPEN.has(name) ? "open" : HOLD.has(name) ? "hold" : "press");
}

export function carried(key: string, does: Does = "press"): Carried {
  return keyChoice.value.on ? { "data-key": key, "data-key-does": does, "aria-keyshortcuts": key.toUpperCase() } : {};
}

/** The key of the desk that was pressed; null for all that is somebody else's: while one writes, in a dialog, with a
    modifier, held down. */
export function keyIn(event: KeyboardEvent): string | null {
  if (!keyChoice.value.on || event.repeat || event.defaultPrevented || event.isComposing) return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (isWriting(event.target) || document.querySelector("dialog[open]") !== null) return null;
  const digit = event.shiftKey ? undefined : /^Digit([0-9])$/.exec(event.code)?.[1];
  if (digit !== undefined) return digit; // before the signs: unshifted, a digit's key may give one
  if (event.key === HELP_KEY || /^[0-9,.;]$/.test(event.key)) return event.key;
  if (event.key in ALSO) return ALSO[event.key] ?? null;
  if (event.shiftKey) return null;
  return /^[a-z]$/i.test(event.key) ? event.key.toLowerCase() : null;
}

export function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** The button of the desk that carries the key, and may be pressed now. */
export function carrierOf(key: string, desk: Element): HTMLElement | null {
  const all = [...desk.querySelectorAll<HTMLElement>(`[data-key="${key}"]`)];
  return all.find((one) => !one.matches(":disabled") && one.closest("[inert]") === null) ?? null;
}
