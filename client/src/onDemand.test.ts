import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OnDemand, PAUSES_MS } from "./onDemand";

const PART = { Desk: "the desk" };
let statuses: number[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  statuses = [];
  vi.stubGlobal("fetch", vi.fn(async () => {
    const status = statuses.shift();
    if (status === undefined) throw new TypeError("no network");
    return new Response(null, { status });
  }));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Fails so many times, then comes. */
function failing(times: number): { asked: string[]; part: OnDemand<typeof PART> } {
  const asked: string[] = [];
  const part = new OnDemand("/static/desk.js", async (from) => {
    asked.push(from);
    if (asked.length <= times) throw new TypeError("it did not come");
    return PART;
  });
  return { asked, part };
}

it.each([0, 1, PAUSES_MS.length])("comes after %i failures, each by an address of its own, and is asked for no more", async (times) => {
  const { asked, part } = failing(times);
  const loading = part.load();
  void part.load();
  expect(part.part.value).toBe(null);
  for (const pause_ms of PAUSES_MS.slice(0, times)) {
    await vi.advanceTimersByTimeAsync(pause_ms);
    expect(part.trouble.value).toBe(null);
  }
  await loading;
  await part.load();
  expect(part.part.value).toBe(PART);
  expect(asked).toEqual(["/static/desk.js", "/static/desk.js?1", "/static/desk.js?2", "/static/desk.js?3"].slice(0, times + 1));
});

it("is missing after the last try, and comes once somebody asks again", async () => {
  const { asked, part } = failing(PAUSES_MS.length + 1);
  statuses = [503];
  const loading = part.load();
  await vi.advanceTimersByTimeAsync(PAUSES_MS.reduce((all, one) => all + one));
  await loading;
  expect([part.trouble.value, asked.length]).toEqual(["missing", PAUSES_MS.length + 1]);
  await part.load();
  expect([part.trouble.value, part.part.value]).toEqual([null, PART]);
});

it("is gone at once where the server has no such name any more", async () => {
  const { asked, part } = failing(9);
  statuses = [404];
  await part.load();
  expect([part.trouble.value, asked.length]).toEqual(["gone", 1]);
});

it("is nothing that is asked for where the page has no address of it", async () => {
  const bring = vi.fn();
  await new OnDemand("", bring).load();
  expect(bring).not.toHaveBeenCalled();
});
