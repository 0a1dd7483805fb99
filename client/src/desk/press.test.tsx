import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { act } from "preact/test-utils";
import { draw } from "../drawn";
import { circle, MEMBER, SCENES } from "../fixtures";
import { SETTLES_MS } from "./press";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

const settle = () => act(async () => void vi.advanceTimersByTime(SETTLES_MS));

describe("a slow double press", () => {
  it("does not leave a phase that has only just begun", async () => {
    const { fake, press, change, page } = await draw(SCENES.return!);
    await press(".next-button");
    await change((set) => (set.view.value = SCENES.joint_discussion!));
    expect(page.querySelector(".next-button")!.getAttribute("aria-disabled")).toBe("true");
    await press(".next-button");
    expect(fake.asked).toHaveLength(1);
    await settle();
    await press(".next-button");
    expect(fake.asked).toHaveLength(2);
  });

  it("does not resume what it has just paused, nor bring back whoever it has pushed back", async () => {
    const { fake, press, change } = await draw(SCENES.discussion!);
    await press('[data-step="pause"]');
    await change((set) => (set.view.value = { ...SCENES.discussion!, paused: true }));
    await press('[data-step="resume"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["pause"]);
    await settle();
    await press('[data-step="resume"]');
    await change((set) => (set.view.value = { ...SCENES.discussion!, case: { ...SCENES.discussion!.case, stance: "in_circle" } }));
    await settle();
    await press('[data-step="push_back"]');
    await change((set) => (set.view.value = SCENES.discussion!));
    await press('[data-step="recall"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["pause", "resume", "push_back"]);
  });

  it("says of a step that it is off in one way: once, and not that it is not", async () => {
    const { page } = await draw(SCENES.case_call!);
    await settle();
    const steps = [...page.querySelectorAll<HTMLButtonElement>(".small-steps > [data-step]")].map((one) => [one.dataset.step, one.disabled, one.getAttribute("aria-disabled")]);
    expect(steps.slice(0, 3)).toEqual([["pause", false, null], ["extend", false, null], ["recall", true, null]]);
  });

  it("does not lower the hand that it has just raised", async () => {
    const { fake, press, change } = await draw(SCENES.discussion!, MEMBER);
    await press('[data-control="hand"]');
    await change((set) => (set.view.value = { ...SCENES.discussion!, hands: [MEMBER] }));
    await press('[data-control="hand"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["raise_hand"]);
    await settle();
    await press('[data-control="hand"]');
    expect(fake.asked.map(({ type }) => type)).toEqual(["raise_hand", "lower_hand"]);
  });

  it("does not end the turn that it has just given", async () => {
    const { fake, press, change } = await draw({ ...SCENES.questions!, turn: null });
    await press('[data-act="grant"]');
    await change((set) => (set.view.value = SCENES.questions!));
    await press('[data-act="end-turn"]');
    expect(fake.asked).toHaveLength(1);
    await settle();
    await press('[data-act="end-turn"]');
    expect(fake.asked).toHaveLength(2);
  });

  it("does not take back the case that it has just offered", async () => {
    const { fake, press, change } = await draw(circle("case_call"), MEMBER);
    await press('[data-own-step="offer_case"]');
    await change((set) => (set.view.value = { ...fake.set.view.value, offers: [MEMBER] } as typeof fake.set.view.value));
    await press('[data-own-step="withdraw_offer"]');
    expect(fake.asked).toHaveLength(1);
    await settle();
    await press('[data-own-step="withdraw_offer"]');
    expect(fake.asked).toHaveLength(2);
  });
});
