/** What arrives on the wire, checked before it is believed. */
import type { Answer } from "./commands";
import { PROTOCOL, type Earlier, type Expected, type Facts, type Lent, type News, type People, type Plates, type Snapshot } from "./protocol";

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function isNumbered(value: Fields): boolean {
  return (
    typeof value["epoch"] === "string" &&
    typeof value["audience"] === "string" &&
    Number.isInteger(value["seq"]) &&
    typeof value["now"] === "number"
  );
}

export function isSnapshot(value: unknown): value is Snapshot {
  return (
    isObject(value) &&
    value["protocol"] === PROTOCOL &&
    isNumbered(value) &&
    isObject(value["you"]) &&
    Number.isInteger(value["you"]["seat"]) &&
    isObject(value["view"]) &&
    typeof value["view"]["stage"] === "string" &&
    isObject(value["people"]) &&
    isObject(value["plates"]) &&
    (value["slots"] === null || isObject(value["slots"])) &&
    typeof value["keeping"] === "string"
  );
}

export function isNews(value: unknown): value is News {
  return isObject(value) && isNumbered(value) && isObject(value["changes"]);
}

export function isFacts(value: unknown): value is Facts {
  return (
    isObject(value) &&
    typeof value["now"] === "number" &&
    Array.isArray(value["speaking"]) &&
    Array.isArray(value["muted"]) &&
    isObject(value["you"])
  );
}

/** The names in a `people` message; null if it is none. */
export function peopleIn(value: unknown): People | null {
  return isObject(value) && isObject(value["people"]) ? (value["people"] as People) : null;
}

/** The plates in a `people` message; null if it has none. */
export function platesIn(value: unknown): Plates | null {
  return isObject(value) && isObject(value["plates"]) ? (value["plates"] as Plates) : null;
}

/** What each presented earlier, in a `people` message, nothing where it does not say so; null if it is none. */
export function earlierIn(value: unknown): Earlier | null {
  if (peopleIn(value) === null) return null;
  return isObject(value) && isObject(value["earlier"]) ? (value["earlier"] as Earlier) : {};
}

/** Who has not come yet, in a `people` message or a snapshot: nobody where it does not say so. */
export function expectedIn(value: unknown): Expected {
  const names = (list: unknown): string[] => (Array.isArray(list) ? list.filter((name) => typeof name === "string") : []);
  return isObject(value) ? { awaited: names(value["awaited"]), declined: names(value["declined"]), uninvited: names(value["uninvited"]) } : NOBODY;
}

export const NOBODY: Expected = { awaited: [], declined: [], uninvited: [] };

/** The slots in a `slots` message; undefined if it is none. */
export function lentIn(value: unknown): Lent | undefined {
  if (!isObject(value)) return undefined;
  const { slots } = value;
  return slots === null || isObject(slots) ? (slots as Lent) : undefined;
}

/** Whether the desk is on a second screen, in a `desk` message; undefined if it is none. */
export function deskIn(value: unknown): boolean | undefined {
  return isObject(value) && typeof value["open"] === "boolean" ? value["open"] : undefined;
}

/** What came back for a command; anything unreadable is a refusal `bad_answer`. */
export function answerIn(value: unknown): Answer & { snapshot?: unknown } {
  if (isObject(value) && value["ok"] === true) return { ok: true };
  if (!isObject(value) || typeof value["code"] !== "string") return { ok: false, code: "bad_answer", detail: "" };
  const detail = typeof value["detail"] === "string" ? value["detail"] : "";
  return { ok: false, code: value["code"], detail, snapshot: value["snapshot"] };
}

/** The snapshot or the missed news that answer a hello, or the code of its refusal. */
export function helloAnswerIn(value: unknown): { snapshot: Snapshot } | { missed: News[] } | { code: string } {
  if (!isObject(value)) return { code: "bad_answer" };
  if (value["ok"] !== true) return { code: typeof value["code"] === "string" ? value["code"] : "bad_answer" };
  if (isSnapshot(value["snapshot"])) return { snapshot: value["snapshot"] };
  const missed = value["missed"];
  return Array.isArray(missed) && missed.every(isNews) ? { missed } : { code: "bad_answer" };
}
