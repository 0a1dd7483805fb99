import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { OnDemand, PAUSES_MS, TRY_MS } from "./onDemand";

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

/** Stalls until it is let go, each try for itself. */
function stalling(): { asked: string[]; let: (nth: number) => void; part: OnDemand<typeof PART> } {
  const [asked, held] = [[] as string[], [] as ((part: typeof PART) => void)[]];
  const part = new OnDemand("/static/desk.js", (from) => {
    asked.push(from);
    return new Promise<typeof PART>((come) => held.push(come));
  });
  return { asked, part, let: (nth) => held[nth]!(PART) };
}

it("asks again for what stalls, each time after longer, and takes what comes late", async () => {
  const { asked, part, let: come } = stalling();
  void part.load();
  for (const [nth, pause_ms] of PAUSES_MS.entries()) {
    await vi.advanceTimersByTimeAsync((nth + 1) * TRY_MS + pause_ms - 1);
    expect(asked.length, `${nth}`).toBe(nth + 1);
    await vi.advanceTimersByTimeAsync(1);
    expect(asked.length, `${nth}`).toBe(nth + 2);
  }
  await vi.advanceTimersByTimeAsync((PAUSES_MS.length + 1) * TRY_MS);
  expect(part.trouble.value).toBe("missing");
  come(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(part.part.value).toBe(PART);
});

it("does not wait for ever to hear whether the server has it still", async () => {
  const { asked, part } = failing(1);
  vi.stubGlobal("fetch", () => new Promise(() => undefined));
  void part.load();
  await vi.advanceTimersByTimeAsync(TRY_MS + PAUSES_MS[0]!);
  expect([asked.length, part.part.value]).toEqual([2, PART]);
});

it("begins anew at once where the way is another, and the tries before it are at an end", async () => {
  const { asked, part, let: come } = stalling();
  void part.load();
  void part.load();
  expect(asked.length).toBe(1);
  void part.anew();
  expect(asked).toEqual(["/static/desk.js", "/static/desk.js?1"]);
  await vi.advanceTimersByTimeAsync(TRY_MS + PAUSES_MS[0]!);
  expect(asked.length, "one more, and not one for each").toBe(3);
  come(2);
  await vi.advanceTimersByTimeAsync(10 * TRY_MS);
  expect([asked.length, part.part.value, part.trouble.value]).toEqual([3, PART, null]);
});

it("comes with its style, and is not there before it; what has come of it is not asked for again", async () => {
  const [styles, scripts] = [[] as string[], [] as string[]];
  const part = new OnDemand("/static/desk.js", async (from) => {
    scripts.push(from);
    if (scripts.length === 2) throw new TypeError("it did not come");
    return PART;
  }, "/static/desk.css", async (style, from) => {
    expect(style).toBe("/static/desk.css");
    styles.push(from);
    if (styles.length < 2) throw new TypeError("it did not come");
  });
  const loading = part.load();
  await vi.advanceTimersByTimeAsync(PAUSES_MS[0]! - 1);
  expect(part.part.value).toBe(null);
  await vi.advanceTimersByTimeAsync(1 + PAUSES_MS[1]!);
  await loading;
  expect([part.part.value, styles, scripts.length]).toEqual([PART, ["/static/desk.css", "/static/desk.css?1"], 3]);
});

it("puts its style where the page has told of it", async () => {
  document.head.innerHTML = '<link rel="preload" as="style" href="/static/desk.css"><meta>';
  const part = new OnDemand("/static/desk.js", async () => PART, "/static/desk.css");
  const { settings } = (window as unknown as { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: boolean } } }).happyDOM;
  const loading = part.load();
  await vi.advanceTimersByTimeAsync(0);
  expect(document.head.children.length, "one that failed is gone").toBe(2);
  settings.handleDisabledFileLoadingAsSuccess = true;
  await vi.advanceTimersByTimeAsync(PAUSES_MS[0]!);
  await loading;
  settings.handleDisabledFileLoadingAsSuccess = false;
  expect(part.part.value).toBe(PART);
  expect([...document.head.children].map((one) => one.getAttribute("href"))).toEqual(["/static/desk.css", "/static/desk.css?1", null]);
});

it("is nothing that is asked for where the page has no address of it", async () => {
  const bring = vi.fn();
  await new OnDemand("", bring).load();
  expect(bring).not.toHaveBeenCalled();
});
