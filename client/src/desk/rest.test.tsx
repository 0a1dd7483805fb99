import { act } from "preact/test-utils";
import { afterEach, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";
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
  page.querySelector<HTMLElement>("[data-own-step]")!.focus();
  const off = () => ["control=hand", "control=word", "own-step=offer_case", "control=microphone", "control=leave"].filter((name) => page.querySelector(`[data-${name}]`)!.getAttribute("aria-disabled") === "true");
  await change((set) => (set.connection.value = "lost"));
  expect([off(), page.querySelector(".room-cut")]).toEqual([[], null]);
  await pass(RESTS_AFTER_MS);
  expect(off()).toEqual(["control=hand", "control=word", "own-step=offer_case"]);
  expect(page.querySelector("[inert]") ?? document.activeElement!.getAttribute("data-own-step"), "the keyboard's place stays").toBe("offer_case");
  await press("[data-own-step=offer_case]");
  await press("[data-control=hand]");
  await press("[data-control=word]");
  expect([fake.asked, page.querySelector("dialog[open]")]).toEqual([[], null]);
  expect(page.querySelector(".self-line")!.textContent).toContain("Until then this page does not know how the clock goes on.");
  await change((set) => (set.connection.value = "up"));
  expect([off(), page.querySelector(".room-cut")]).toEqual([[], null]);
});

it.each([["choice", MEMBER, '[data-own-step="name_one"]'], ["casting", PRESENTER, '[data-act="give-parts"]']] as const)("a %s opens no list that nothing could be chosen from", async (scene, seat, opens) => {
  const { change, pass, page, press } = await desk(WAYS[scene]!, seat);
  await change((set) => (set.connection.value = "lost"));
  await pass(RESTS_AFTER_MS);
  await press(opens);
  expect([page.querySelector(opens)!.getAttribute("aria-disabled"), page.querySelector("dialog[open]")]).toEqual(["true", null]);
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
