/** The door as its tests see it: what is asked of the server, what it answers, and somebody who types and presses. */
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, vi } from "vitest";
import en from "../../../server/locales/en.ftl?raw";
import { FakeTrack } from "../fakes";
import { speak } from "../text";
import type { Welcome } from "./enter";
import { Join } from "./Join";

export type Reply = [status: number, body: unknown];
export const welcome = (other: Partial<Welcome> = {}): Welcome => ({
  role: "member", name: "", stage: "gathering", seated: false, group: false, keeping: "nothing", attested: false, attestation: 3, place: "b1", ...other,
});
export const meeting = (comes: boolean | null, id = "m1", begins = "2026-12-01T18:30+00:00", sequence = 0): unknown => ({ meeting: id, sequence, begins, comes });
export const early = (more: object = {}, dates = [meeting(null)]): Reply => [409, { code: "not_open_yet", detail: "2026-12-01T18:30+00:00", dates, ...more }];

export let root: HTMLElement;
export const requests: { path: string; body: unknown }[] = [];
export let replies: Record<string, Reply | null>;
/** Whether devices may be used; and what the server's clock says. */
export const door = { permitted: true, date: "" };
export const toRoom = vi.fn();

/** Before and after each test of the file that calls it. */
export function standAtTheDoor(): void {
  beforeEach(() => {
    speak("en", en);
    sessionStorage.clear();
    history.replaceState(null, "");
    toRoom.mockClear();
    requests.length = 0;
    door.permitted = true;
    replies = {
      "/api/enter": [200, welcome()],
      "/api/name": [200, { seat: 4 }],
    };
    vi.stubGlobal("fetch", (path: string, init?: RequestInit) => {
      requests.push({ path, body: typeof init?.body === "string" ? JSON.parse(init.body) : null });
      const reply = replies[path];
      return reply
        ? Promise.resolve(new Response(JSON.stringify(reply[1]), { status: reply[0], headers: { Date: door.date } }))
        : Promise.reject(new TypeError("offline"));
    });
    vi.stubGlobal("MediaStream", class {});
    vi.stubGlobal("RTCPeerConnection", class {});
    door.date = new Date().toUTCString();
    const getUserMedia = (asked: MediaStreamConstraints): Promise<unknown> =>
      door.permitted
        ? Promise.resolve({ getTracks: () => [new FakeTrack(asked.audio ? "audio" : "video", asked.audio ? "m1" : "c1")] })
        : Promise.reject(new DOMException("no", "NotAllowedError"));
    Object.defineProperty(navigator, "mediaDevices", {
      configurable: true,
      value: { getUserMedia, enumerateDevices: () => Promise.resolve([]) },
    });
    root = document.createElement("div");
    document.body.replaceChildren(root);
  });
  afterEach(() => {
    render(null, root);
    vi.unstubAllGlobals();
  });
}

export const settled = () => act(() => new Promise<void>((done) => setTimeout(done, 0)));
export async function open(token = "secret"): Promise<void> {
  await act(() => render(<Join token={token} toRoom={toRoom} />, root));
  await settled();
}
export async function touch(selector: string): Promise<void> {
  root.querySelector<HTMLElement>(selector)!.click();
  await settled();
}
export async function write(name: string): Promise<void> {
  const field = root.querySelector<HTMLInputElement>("[name=name]")!;
  field.value = name;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await settled();
}
/** A name, and what is asked of everyone. */
export async function fill(name: string): Promise<void> {
  await write(name);
  await touch("[name=attest]");
}
export async function submit(): Promise<void> {
  root.querySelector("form")!.dispatchEvent(new Event("submit", { cancelable: true }));
  await settled();
}
