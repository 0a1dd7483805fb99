/** What goes wrong for somebody is said where it happens: the part of tools/faults.toml that the client shows. */
import { signal, type Signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import table from "../../tools/faults.toml?raw";
import en from "../../server/locales/en.ftl?raw";
import { Devices, type DeviceState } from "./devices";
import { circle } from "./fakes";
import { SCENES, visit } from "./fixtures";
import { Check } from "./join/Check";
import { Join } from "./join/Join";
import { PathCheck } from "./join/PathCheck";
import { Early } from "./join/Early";
import { Refused } from "./join/Refused";
import type { Wish } from "./looks";
import type { Verdict } from "./path";
import type { OwnFacts } from "./protocol";
import { Ending, type Rest } from "./room/Ending";
import { partsOf, PartsContext } from "./room/parts";
import { refusalText } from "./room/Notice";
import { speak, t } from "./text";
import { truth, type Situation } from "./truth";

interface Fault { at: string; code: string; see: string[] }

const faults: Fault[] = table.split("[[faults]]").slice(1).map((one) => ({
  at: /^at = "(.*)"$/m.exec(one)![1]!,
  code: /^code = "(.*)"$/m.exec(one)![1]!,
  see: JSON.parse(/^see = (.*)$/m.exec(one)![1]!) as string[],
}));
const at = (place: string): [string, Fault][] => faults.filter((one) => one.at === place).map((one) => [one.code, one]);

let root: HTMLElement;
beforeEach(() => {
  speak("en", en);
  root = document.createElement("div");
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
});

/** The text on the page, and each message as it is there. */
async function shows(element: preact.ComponentChild, { see }: Fault, args: Record<string, string | number> = {}): Promise<void> {
  await act(() => render(element, root));
  await act(() => new Promise<void>((done) => setTimeout(done, 0)));
  for (const id of see) expect(root.textContent).toContain(t(id, args));
}

const AT_THE_FORM = ["bad_name", "not_attested", "clock"];

test.each(at("door").filter(([code]) => !AT_THE_FORM.includes(code)))("at the door: %s", async (code, fault) => {
  const begins = new Date("2026-12-01T18:30Z");
  const when = new Intl.DateTimeFormat("en", { dateStyle: "full", timeStyle: "short" }).format(begins);
  const again = (): undefined => undefined;
  const early = <Early token="secret" dates={[{ meeting: "m", sequence: 0, begins, comes: null }]} hoursOff={0} devices={new Devices()} told={again} again={again} />;
  await shows(code === "not_open_yet" ? early : <Refused code={code} token="secret" again={again} />, fault, { when });
});

test.each(at("door").filter(([code]) => AT_THE_FORM.includes(code)))("in the form at the door: %s", async (_, fault) => {
  const welcome = { role: "member", name: "", stage: "gathering", seated: false, group: false, keeping: "nothing", attested: false, attestation: 1 };
  const date = new Date(Date.now() - 3.5 * 3_600_000).toUTCString();
  vi.stubGlobal("RTCPeerConnection", class {});
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(welcome), { headers: { Date: date } })));
  await act(() => render(<Join token="secret" />, root));
  await act(() => new Promise<void>((done) => setTimeout(done, 0)));
  await act(() => root.querySelector("form")!.requestSubmit());
  for (const id of fault.see) expect(root.textContent).toContain(t(id, { hours: 3 }));
});

test.each(at("device").filter(([code]) => !code.startsWith("path")))("a device that does not open: %s", async (code, fault) => {
  const [kind, state] = code.split("-") as ["microphone" | "camera", DeviceState];
  const devices = new Devices();
  (devices[kind].state as Signal<DeviceState>).value = state;
  await shows(<Check devices={devices} heard={true} wish={signal<Wish>("all")} />, fault);
});

test.each(at("device").filter(([code]) => code.startsWith("path")))("the way there: %s", async (code, fault) => {
  const verdict = code.slice("path-".length) as Verdict;
  const look = () => Promise.resolve({ verdict, port: "8081", measured: null });
  await shows(<PathCheck over={false} at={{ place: "b1" }} look={look} />, fault, { host: location.hostname, port: "8081" });
});

const OWN: OwnFacts = { audio_in: true, voice: true, heard_by: 5, video_in: true, words: [], rung: "small", picture: "small", narrow: false, quality: "good", attended: true };
const facts = (change: Partial<OwnFacts>) => ({ now: 0, speaking: [], muted: [], you: { ...OWN, ...change } });
const LINES: Record<string, Partial<Situation>> = {
  lost: { connection: "lost" },
  "media-lost": { media: "lost" },
  silent: { facts: facts({ voice: false }) },
  "not-arriving": { facts: facts({ audio_in: false }) },
  "nobody-hears": { facts: facts({ heard_by: 0 }) },
};

test.each(at("line"))("in the line about oneself: %s", (code, { see }) => {
  const now: Situation = {
    connection: "up", draining: false, refusal: null, view: circle(), you: { seat: 4, role: "member", standing: "seated" },
    facts: facts({}), media: "up", microphone: "on", nameOf: () => "", ...LINES[code],
  };
  expect([truth(now).id]).toEqual(see);
});

test.each(at("notice"))("over the room: %s", (code, { see }) => {
  expect(see.map((id) => t(id, { what: "…" }))).toEqual([refusalText(code, "…")]);
});

test.each(at("rest"))("where a visit comes to rest: %s", async (code, fault) => {
  await shows(<PartsContext.Provider value={partsOf(visit(SCENES.discussion!))}><Ending rest={code as Rest} closed={false} /></PartsContext.Provider>, fault);
});
