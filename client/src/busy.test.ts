import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { watchBusy, type Busy } from "./busy";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const BUSY: [string, { late_ms: number; every: number; reason?: string; hidden?: boolean }, Busy][] = [
  ["a page on time", { late_ms: 0, every: 1 }, null],
  ["late once in a while", { late_ms: 900, every: 5 }, null],
  ["late again and again", { late_ms: 900, every: 3 }, "late"],
  ["a little late", { late_ms: 200, every: 1 }, null],
  ["late in the background", { late_ms: 900, every: 1, hidden: true }, null],
  ["an encoder without a processor", { late_ms: 0, every: 1, reason: "cpu" }, "starved"],
  ["both", { late_ms: 900, every: 1, reason: "cpu" }, "late"],
  ["an encoder on a weak link", { late_ms: 0, every: 1, reason: "bandwidth" }, null],
];

test("a system that says it cannot do more, where the browser tells", async () => {
  let tell: (records: { state: string }[]) => void = () => undefined;
  let over = false;
  vi.stubGlobal("PressureObserver", class {
    constructor(told: typeof tell) { tell = told; }
    observe = () => Promise.reject(new Error("not allowed"));
    disconnect = () => void (over = true);
  });
  const busy = signal<Busy>(null);
  let at = 0;
  const end = watchBusy(busy, () => null, () => at);
  const seen: Busy[] = [];
  for (const state of ["serious", "critical", "fair"]) {
    tell([{ state: "nominal" }, { state }]);
    at += 1000;
    await vi.advanceTimersByTimeAsync(1000);
    seen.push(busy.value);
  }
  end();
  vi.unstubAllGlobals();
  expect([seen, over]).toEqual([[null, "pressed", null], true]);
});

test.each(BUSY)("%s", async (_name, { late_ms, every, reason, hidden = false }, expected) => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  const pc = { getStats: () => Promise.resolve(new Map([["o", { type: "outbound-rtp", qualityLimitationReason: reason }]])) };
  const busy = signal<Busy>(null);
  let [at, tick] = [0, 0];
  const end = watchBusy(busy, () => pc as unknown as RTCPeerConnection, () => at);
  for (tick = 1; tick <= 12; tick += 1) {
    at += 1000 + (tick % every === 0 ? late_ms : 0);
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(busy.value).toBe(expected);
  end();
});
