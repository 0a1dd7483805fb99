import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, SCENES } from "../fixtures";
import { WAYS } from "../ways";
import { RESTS_AFTER_MS } from "./rest";

afterEach(() => void vi.useRealTimers());

async function desk(scene = SCENES.distress!, seat = LEADER) {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const drawn = await draw(scene, seat);
  const rests = () => [...drawn.page.querySelectorAll<HTMLElement>(".desk-body, .desk-calls")].map((part) => part.inert || part.hasAttribute("inert"));
  return { ...drawn, rests, pass: (ms: number) => act(async () => void vi.advanceTimersByTime(ms)) };
}

it("a desk whose page is not connected is at rest, and says so; a short loss is none", async () => {
  const { change, pass, rests, text, page } = await desk();
  await change((set) => (set.connection.value = "lost"));
  await pass(RESTS_AFTER_MS - 1);
  expect(rests()).toEqual([false, false]);
  await pass(1);
  expect(rests()).toEqual([true, true]);
  expect(text(".desk-rest")).toBe("Your page is not connected: nothing you press arrives.");
  expect(page.querySelector(".desk-handle")!.closest("[inert]"), "the sheet can be closed").toBeNull();
});

it("what cannot be done in the room then looks so, and what is one's own goes on", async () => {
  const { change, pass, page, press, fake } = await desk(SCENES.case_call!, MEMBER);
  const off = () => ["hand", "word", "microphone", "leave"].filter((name) => page.querySelector(`[data-control=${name}]`)!.getAttribute("aria-disabled") === "true");
  await change((set) => (set.connection.value = "lost"));
  expect([off(), page.querySelector(".room-cut")]).toEqual([[], null]);
  await pass(RESTS_AFTER_MS);
  expect(off()).toEqual(["hand", "word"]);
  expect(page.querySelector(".room-cut .own-step")!.hasAttribute("inert") || page.querySelector<HTMLElement>(".own-step")!.inert).toBe(true);
  await press("[data-control=hand]");
  await press("[data-control=word]");
  expect([fake.asked, page.querySelector("dialog[open]")]).toEqual([[], null]);
  expect(page.querySelector(".self-line")!.textContent).toContain("Until then the clock here stands still.");
  await change((set) => (set.connection.value = "up"));
  expect([off(), page.querySelector(".room-cut")]).toEqual([[], null]);
});

it("it is itself again at once, and rests anew only after a new while", async () => {
  const { change, pass, rests, page } = await desk();
  await change((set) => (set.connection.value = "lost"));
  await pass(RESTS_AFTER_MS);
  await change((set) => (set.connection.value = "up"));
  expect(rests()).toEqual([false, false]);
  expect(page.querySelector(".desk-rest")).toBeNull();
  await change((set) => (set.connection.value = "lost"));
  expect(rests()).toEqual([false, false]);
});

it("a whisper that the loss cut off is over when the page is back: a desk at rest hears of no release", async () => {
  const { fake, change, page } = await desk(WAYS.again!);
  await act(async () => void page.querySelector('[data-act="whisper"]')!.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true })));
  await change((set) => (set.view.value = { ...WAYS.again!, whispering: [LEADER] }));
  expect(fake.asked).toEqual([{ type: "whisper", fields: { on: true } }]);
  await change((set) => (set.connection.value = "lost"));
  await change((set) => (set.connection.value = "up"));
  expect(fake.asked.at(-1)).toEqual({ type: "whisper", fields: { on: false } });
});
