import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import en from "../../../server/locales/en.ftl?raw";
import { speak, t } from "../text";
import { OwnVoice, Speaker } from "./Listen";

let root: HTMLElement;
let recorders: FakeRecorder[];
let players: FakePlayer[];
let urls: Set<string>;
let contexts: FakeContext[];

class FakeRecorder {
  state = "inactive";
  mimeType = "audio/webm";
  ondataavailable = (_: { data: Blob }): void => undefined;
  onstop = (): void => undefined;
  constructor() {
    recorders.push(this);
  }
  start(): void {
    this.state = "recording";
  }
  stop(): void {
    this.state = "inactive";
    this.ondataavailable({ data: new Blob(["a voice"]) });
    this.onstop();
  }
}
class FakePlayer {
  onended = (): void => undefined;
  played = false;
  constructor(readonly url: string) {
    players.push(this);
  }
  play(): Promise<void> {
    this.played = true;
    return Promise.resolve();
  }
  pause(): void {}
  removeAttribute(): void {}
}
class FakeContext {
  currentTime = 0;
  destination = {};
  closed = false;
  notes: FakeNote[] = [];
  constructor() {
    contexts.push(this);
  }
  resume = (): Promise<void> => Promise.resolve();
  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}
class FakeNote {
  onended: (() => void) | undefined;
  gain = { setValueAtTime: vi.fn(), linearRampToValueAtTime: vi.fn() };
  constructor(context: FakeContext) {
    context.notes.push(this);
  }
  connect<T>(to: T): T {
    return to;
  }
  start(): void {}
  stop(): void {}
}

beforeEach(() => {
  vi.useFakeTimers();
  speak("en", en);
  [recorders, players, contexts, urls] = [[], [], [], new Set()];
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal("MediaRecorder", FakeRecorder);
  vi.stubGlobal("Audio", FakePlayer);
  vi.stubGlobal("AudioContext", FakeContext);
  vi.stubGlobal("OscillatorNode", FakeNote);
  vi.stubGlobal("GainNode", FakeNote);
  URL.createObjectURL = () => (urls.add("blob:1"), "blob:1");
  URL.revokeObjectURL = (url) => void urls.delete(url);
  root = document.createElement("div");
  document.body.replaceChildren(root);
});
afterEach(() => {
  render(null, root);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const passes = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));
const press = async (): Promise<void> => {
  root.querySelector("button")!.click();
  await passes(0);
};
const said = (): string | undefined => root.querySelector("[role=status]")?.textContent ?? undefined;

describe("one's own voice", () => {
  beforeEach(() => act(() => render(<OwnVoice track={{} as MediaStreamTrack} />, root)));

  test("is recorded for three seconds, played, and thrown away", async () => {
    expect(said()).toBe(t("join-voice-idle"));
    await press();
    expect(said()).toBe(t("join-voice-recording"));
    await passes(2900);
    expect(players).toEqual([]);
    await press(); // a second press begins nothing
    await passes(200);
    expect(said()).toBe(t("join-voice-playing"));
    expect(players.map((one) => one.played)).toEqual([true]);
    expect(urls.size).toBe(1);
    players[0]!.onended();
    await passes(0);
    expect(said()).toBe(t("join-voice-played"));
    expect(urls.size).toBe(0);
    expect(recorders.map((one) => one.state)).toEqual(["inactive"]);
  });

  test("stops, and is thrown away, with the microphone", async () => {
    await press();
    await act(() => render(null, root));
    expect(recorders[0]!.state).toBe("inactive");
    await passes(5000);
    expect([players.length, urls.size]).toEqual([0, 0]);
  });

  test("cannot be recorded: says so", async () => {
    vi.stubGlobal("MediaRecorder", undefined);
    await press();
    expect(said()).toBe(t("join-voice-failed"));
  });
});

describe("the tone", () => {
  beforeEach(() => act(() => render(<Speaker />, root)));

  test("is two soft notes, and then says what to do if nothing was heard", async () => {
    await press();
    await press(); // a second press begins nothing
    expect(contexts.length).toBe(1);
    expect(said()).toBe(t("join-speaker-sounding"));
    const loudest = contexts[0]!.notes.flatMap((note) => note.gain.linearRampToValueAtTime.mock.calls.map(([to]) => Number(to)));
    expect(Math.max(...loudest)).toBeLessThan(0.2);
    contexts[0]!.notes.forEach((note) => note.onended?.());
    await passes(0);
    expect(said()).toBe(t("join-speaker-sounded"));
    expect(contexts[0]!.closed).toBe(true);
  });

  test("cannot be played: says so", async () => {
    vi.stubGlobal("AudioContext", undefined);
    await press();
    expect(said()).toBe(t("join-speaker-failed"));
  });
});
