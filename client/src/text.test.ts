// @vitest-environment node
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import en from "../../server/locales/en.ftl?raw";
import { clock, dayAndTime, has, speak, t, timeOfDay } from "./text";

const sources = Object.fromEntries(
  Object.entries(import.meta.glob<string>("./**/*.{ts,tsx}", { eager: true, query: "?raw", import: "default" })).filter(
    ([path]) => !path.includes(".test."),
  ),
);
const ids = (catalogue: string): string[] => [...catalogue.matchAll(/^([a-z][\w-]*) =/gm)].map((found) => found[1]!);
const texts = Object.fromEntries(
  Object.entries(import.meta.glob<string>("../../server/locales/*.ftl", { eager: true, query: "?raw", import: "default" })).map(
    ([path, text]) => [path.slice(-6, -4), text],
  ),
);
const others = Object.entries(texts).filter(([lang]) => lang !== "en");

test("a name that ends in a full stop ends its sentence, too", () => {
  speak("en", "one = Waiting for { $name }.\ntwo = Well… { $name }. Go on.\nthree = { $name }\nfour = As { $name }, so written..");
  const name = "v. H.";
  expect([t("one", { name }), t("two", { name }), t("one", { name: "Ilse" }), t("three", { name: "and so on..." })]).toEqual(["Waiting for v. H.", "Well… v. H. Go on.", "Waiting for Ilse.", "and so on..."]);
  expect([t("four", { name }), t("four", { name: "it is" })]).toEqual(["As v. H., so written..", "As it is, so written.."]);
});

describe("the catalogues", () => {
  test("are these", () => {
    expect(Object.keys(texts).sort()).toEqual(["de", "en", "fr"]);
  });

  test.each(others)("%s has the same messages in the same order", (_, text) => {
    expect(ids(text)).toEqual(ids(en));
  });

  test("have every message once", () => {
    expect(ids(en).filter((id, index, all) => all.indexOf(id) !== index)).toEqual([]);
  });

  test.each(Object.entries(texts))("%s is written without a mistake", (lang, text) => {
    const bundle = new FluentBundle(lang);
    expect(bundle.addResource(new FluentResource(text))).toEqual([]);
    expect(ids(text).filter((id) => !bundle.getMessage(id)?.value)).toEqual([]);
  });

  test.each(Object.entries(texts))("%s calls no function, for the pages have none", (_, text) => {
    expect([...text.matchAll(/\{\s*[A-Z][A-Z0-9_-]*\s*\(/g)]).toEqual([]);
  });

  test.each(others)("%s asks for the same variables", (_, other) => {
    const variables = (text: string) =>
      Object.fromEntries(
        text.split(/^(?=[a-z][\w-]* =)/m).slice(1).map((message) => [
          message.slice(0, message.indexOf(" =")),
          [...new Set([...message.matchAll(/\{\s*\$(\w+)/g)].map((found) => found[1]))].sort(),
        ]),
      );
    expect(variables(other)).toEqual(variables(en));
  });

  test("name every message that the pages say", () => {
    const known = new Set(ids(en));
    const said = Object.entries(sources).flatMap(([path, source]) =>
      (path.endsWith(".ts") ? literals(source) : calls(source).flatMap(literals)).map((id) => `${id} (${path})`),
    );
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((one) => !known.has(one.slice(0, one.indexOf(" "))))).toEqual([]);
  });

  test("name what is said by a code", () => {
    const known = new Set(ids(en));
    const wanted = [
      ...["phase-", "room-says-", "desk-next-"].flatMap((prefix) => each(prefix, PHASES)),
      ...each("room-says-left-", ["aside", "alone", "outside", "aside-gone", "alone-gone"]),
      ...each("join-as-", ["leader", "co_leader", "member", "observer"]),
      ...["microphone", "camera"].flatMap((kind) => each(`trouble-${kind}-`, TROUBLES)),
      ...each("truth-microphone-", TROUBLES),
      ...REFUSALS.flatMap((code) => [`refused-${code}-title`, `refused-${code}-text`]),
      ...each("join-before-kept-", ["nothing", "aggregate", "seat_timeline"]),
      ...each("join-voice-", ["idle", "recording", "playing", "played", "failed"]),
      ...each("join-speaker-", ["idle", "sounding", "sounded", "failed"]),
      ...each("refused-fresh-", ["sent", "none", "too_fast", "failed"]),
      ...each("join-trouble-", ["not_attested", "bad_name", "offline", "draining"]),
    ];
    expect(wanted.filter((id) => !known.has(id))).toEqual([]);
  });
});

const PHASES = [
  "arrival", "stories", "follow_up", "case_call", "choice", "seating", "presentation", "questions", "casting", "scene", "de_roling",
  "discussion", "fantasies", "hypotheses", "suggestions", "reflection", "return", "joint_discussion", "review", "closing", "leaving",
  "debrief",
];
const TROUBLES = ["denied", "none", "busy", "failed"];
const REFUSALS = [
  "no_link", "no_webrtc", "unknown_link", "expired_link", "earlier_link", "ended_link", "link_taken_back", "used_link", "session_full", "session_ended", "removed", "no_session", "not_open_yet", "meeting_cancelled",
  "draining", "too_fast", "offline", "server_error",
];
const each = (prefix: string, ends: string[]): string[] => ends.map((end) => prefix + end);

/** Whatever looks like the id of a message. */
const literals = (source: string): string[] =>
  [...source.matchAll(/"((?:truth|announce|trouble|refused|join|room|desk|phase|code|page)-[\w-]*\w)"/g)].map((found) => found[1]!);

/** What stands between the parentheses of each `t(...)` and `has(...)`. */
function calls(source: string): string[] {
  return [...source.matchAll(/\b(?:t|has)\(/g)].map(({ index, 0: name }) => {
    let open = 1;
    let end = index + name.length;
    while (open > 0 && end < source.length) open += { "(": 1, ")": -1 }[source[end++]!] ?? 0;
    return source.slice(index, end);
  });
}

describe("t", () => {
  beforeEach(() => speak("fr", "greeting = Bonjour { $name }\nplain = Salut"));

  test("says a message with its arguments", () => {
    expect(t("greeting", { name: "Ada" })).toBe("Bonjour Ada");
    expect([has("plain"), has("missing")]).toEqual([true, false]);
  });

  test("takes text and numbers, and no date, which the pages' own bundle could not write", () => {
    // @ts-expect-error: it is to be written before
    expect(() => t("greeting", { name: new Date(0) })).not.toThrow();
  });

  test("shows what it lacks, and breaks nothing", () => {
    expect(t("missing")).toBe("missing");
    expect(t("greeting")).toContain("Bonjour");
  });
});

describe("a day and its time", () => {
  const browserOf = (...languages: string[]): void => void vi.stubGlobal("navigator", { languages });
  afterEach(() => void vi.unstubAllGlobals());

  test.each<[string, string, string, string, Date?]>([
    ["de", "de-DE", "Dienstag 3. November 2026 um 19:30", "19:30"],
    ["fr", "fr-CH", "mardi 3 novembre 2026 à 19:30", "19:30"],
    ["fr", "fr", "jeudi 1er octobre 2026 à 19:30", "19:30", new Date(2026, 9, 1, 19, 30)],
    ["en", "en-GB", "Tuesday 3 November 2026 at 19:30", "19:30"],
    ["en", "en-US", "Tuesday November 3 2026 at 7:30 PM", "7:30 PM"],
    ["de", "it", "Dienstag 3. November 2026 um 19:30", "19:30"],
  ])("in %s, for a reader of %s", (lang, reads, day, time, at = new Date(2026, 10, 3, 19, 30)) => {
    browserOf("tr", reads);
    speak(lang, "");
    expect([dayAndTime(at.getTime()), timeOfDay(at.getTime())].map((one) => one.replace(/[\s,]+/g, " "))).toEqual([day, time]);
  });
});

test.each([[0, "0:00"], [999, "0:01"], [65_000, "1:05"], [3_600_000, "60:00"], [-5, "0:00"]])("%i ms on a clock", (ms, text) => {
  expect(clock(ms)).toBe(text);
});
