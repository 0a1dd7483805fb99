/** The page's words: one Fluent catalogue, the same file that the server reads. May import boot only. */
import { signal } from "@preact/signals";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readBoot } from "./boot";

let language = "en";
let bundle: FluentBundle | null = null;
/** What is written for each message that has not been said yet: to read all of them takes a slow machine a tenth of a second. */
let unread = new Map<string, string>();
/** Goes up with each change of language. */
const spoken = signal(0);

/** Speaks `lang` with the messages in `catalogue` from now on. Tests call it; a page speaks its boot object's. */
export function speak(lang: string, catalogue: string): FluentBundle {
  language = lang;
  unread = new Map(catalogue.split(/^(?=[a-z][\w-]* =)/m).map((entry) => [entry.slice(0, entry.indexOf(" ")), entry]));
  spoken.value++;
  return (bundle = new FluentBundle(lang, { useIsolating: false }));
}

/** Once, as the page's boot object says. */
function begin(): FluentBundle {
  const boot = typeof document === "undefined" ? null : readBoot();
  return speak(boot?.lang ?? "en", boot?.catalogue ?? "");
}

/** The text of message `id`; the id itself where the catalogue lacks it, so that a gap shows and nothing breaks. */
export function t(id: string, args?: Record<string, string | number>): string {
  const words = bundle ?? begin();
  void spoken.value; // who draws with these words is drawn anew when they change
  const written = unread.get(id);
  if (written !== undefined) words.addResource(new FluentResource(written));
  unread.delete(id);
  const pattern = words.getMessage(id)?.value;
  if (!pattern) return id;
  let said = words.formatPattern(pattern, args ?? null, []);
  // A name may end in a full stop of its own, as initials do.
  for (const one of Object.values(args ?? {}).map(String)) if (one.endsWith(".")) said = said.split(`${one}.`).join(one);
  return said;
}

/** A text of the format's own, in the page's language, else in English; empty if it has neither. */
export function ownText(text: Record<string, string> | undefined): string {
  return text?.[language] ?? text?.["en"] ?? "";
}

/** What a phase is called: by the format's own word for it, else by what it is for. */
export function phaseName(phase: { kind: string; name?: Record<string, string> }): string {
  return ownText(phase.name) || t(`phase-${phase.kind}`);
}

/** Whether the catalogue has message `id`: for ids made from a code that the server may have added. */
export function has(id: string): boolean {
  return t(id) !== id;
}

/** A length of time as people read it off a clock: `4:05`. Never negative. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** A time of the day to the minute, as the page's language writes it; `at_ms` since 1970. */
export function timeOfDay(at_ms: number): string {
  return new Intl.DateTimeFormat(written(), { hour: "numeric", minute: "2-digit" }).format(at_ms);
}

/** A day and its time, on the reader's own clock; `at_ms` since 1970. */
export function dayAndTime(at_ms: number): string {
  const day = new Intl.DateTimeFormat(written(), { dateStyle: "full", timeStyle: "short" }).format(at_ms);
  return language === "fr" ? day.replace(/ 1 /, " 1er ") : day; // which no browser writes
}

/** The page's language as the reader's country writes it, where the browser says so: not every English has a.m. and p.m. */
function written(): string {
  return navigator.languages.find((one) => one.split("-")[0] === language) ?? language;
}
