import { act } from "preact/test-utils";
import { expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, NOW_MS, PRESENTER, SCENES } from "../fixtures";
import { WAYS } from "../ways";

it("has who whispers and one's own microphone at the foot of the open sheet, which covers the room's own", async () => {
  const { page, press, text, fake } = await draw(WAYS.whisper!);
  expect(page.querySelector(".desk-voice")).toBeNull();
  await press(".desk-handle");
  expect(text(".desk-voice > span")).toBe("Henrik whispers to you.");
  await press('.desk-voice [data-control="microphone"]');
  expect(fake.set.microphone.value).toBe("off");
  expect(text('.desk-voice [data-control="microphone"]')).toBe("Turn microphone on");
});

it("closes by Escape, but not by the one that closes a dialog over it", async () => {
  const { page, press } = await draw(SCENES.discussion!);
  const escape = (at: string) => act(async () => void page.querySelector(at)!.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  await press(".desk-handle");
  await press('[data-act="end"]');
  await escape("dialog[open]");
  expect(page.querySelector(".desk")!.classList).toContain("desk-open");
  await act(async () => page.querySelector<HTMLDialogElement>("dialog[open]")!.close());
  await escape(".desk-handle");
  expect(page.querySelector(".desk")!.classList).not.toContain("desk-open");
});

it("chooses somebody who said it aloud: any member in the circle who has offered nothing", async () => {
  const { seats } = SCENES.case_call!;
  const view = { ...SCENES.case_call!, offers: [7], seats: { ...seats, 8: { ...seats[8]!, stepped_out: true } } };
  const { fake, page, press, change, text } = await draw(view);
  await press('[data-act="said-aloud"]');
  const offered = [...page.querySelectorAll<HTMLElement>("dialog[open] [data-said]")].map((row) => Number(row.dataset["said"]));
  expect(offered).toEqual(Object.keys(seats).map(Number).filter((seat) => seats[seat]!.role === "member" && ![7, 8].includes(seat)));
  await press('[data-said="3"] [data-act="choose"]');
  expect(fake.asked).toEqual([{ type: "choose_presenter", fields: { about: 1, seat: 3, seen: 0 } }]);
  expect(page.querySelector("dialog[open]")).toBeNull();
  await change((set) => (set.view.value = { ...view, case: { number: 1, presenter: 3, stance: "in_circle" } }));
  expect(text('[data-offer="3"]')).toContain("presents");
});

it("says before the beginning, too, that fewer are here than the way of working needs", async () => {
  const few = { ...SCENES.gathering!, quorum: { present: 1, needed: 4 } };
  const { page, text, change } = await draw(few);
  expect(text(".desk-body > [data-quorum]")).toContain("Only 1 of 4 members are here. This way");
  await change((set) => (set.expected.value = { awaited: ["Dan"], declined: ["Fay"], uninvited: [] }));
  expect(text("[data-quorum]")).not.toContain("Nobody else");
  await change((set) => (set.expected.value = { awaited: [], declined: ["Fay"], uninvited: [] }));
  expect(text("[data-quorum]"), "somebody waits at the door").not.toContain("Nobody else");
  const seats = Object.fromEntries(Object.entries(few.seats).filter(([, one]) => one.standing !== "waiting"));
  await change((set) => (set.view.value = { ...few, seats: { ...seats, 3: { ...seats[3]!, link: "down" } } }));
  expect(text("[data-quorum]"), "a link may come back").not.toContain("Nobody else");
  await change((set) => (set.view.value = { ...few, seats }));
  expect(text("[data-quorum]")).toContain("4 members are here. Nobody else is awaited. This way");
  for (const view of [{ ...few, quorum: { present: 4, needed: 4 } }, { ...few, seats: { 1: few.seats[1]! }, quorum: { present: 0, needed: 4 } }]) {
    await change((set) => (set.view.value = view));
    expect(page.querySelector("[data-quorum]")).toBeNull();
  }
});

it("lets whoever leads pause and step out with somebody by one press, which is done as a whole or not at all", async () => {
  const one = await draw(SCENES.distress!);
  expect(one.text("[data-act=open_private_room]")).toBe("Pause, and step out with them");
  await one.press("[data-act=open_private_room]");
  expect(one.fake.asked).toEqual([{ type: "open_private_room", fields: { seat: 3, pause: true } }]);
  await one.change((set) => (set.view.value = { ...SCENES.distress!, paused: true, paused_at: NOW_MS }));
  expect(one.text("[data-act=open_private_room]")).toBe("Step out with them");
  await one.press("[data-act=open_private_room]");
  expect(one.fake.asked[1]).toEqual({ type: "open_private_room", fields: { seat: 3, pause: false } });
});

it("says by name which other leader can step out with somebody, if there is one", async () => {
  const { text, change } = await draw(SCENES.distress!);
  expect(text('[data-word="distress"]')).toContain("Henrik can step out with them while you go on.");
  const { seats } = SCENES.distress!;
  await change((set) => (set.view.value = { ...SCENES.distress!, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, link: "down" } } }));
  expect(text('[data-word="distress"]')).not.toContain("while you go on");
});

it("says of the last leader who is there that they pause before they step out, though another leads", async () => {
  const { seats } = SCENES.distress!;
  const missed = { ...SCENES.distress!, lead: CO_LEADER, seats: { ...seats, [CO_LEADER]: { ...seats[CO_LEADER]!, link: "down" as const } } };
  const { text, change } = await draw(missed);
  expect(text("[data-act=open_private_room]")).toBe("Pause, and step out with them");
  await change((set) => (set.view.value = { ...missed, seats }));
  expect(text("[data-act=open_private_room]")).toBe("Step out with them");
});

it("first tells whoever is not well that it was seen, and keeps the card until it is set aside", async () => {
  vi.useFakeTimers();
  const { fake, page, press, change, text } = await draw(SCENES.distress!);
  const card = '[data-word="distress"]';
  expect(page.querySelector(`${card} [data-act=heed_word]`)).toBeNull();
  await press(`${card} [data-act=note_word]`);
  expect(fake.asked).toEqual([{ type: "note_word", fields: { seat: 3, word: "distress" } }]);
  const words = SCENES.distress!.words!.map((sent) => (sent.word === "distress" ? { ...sent, noted_by: CO_LEADER } : sent));
  await change((set) => (set.view.value = { ...SCENES.distress!, words }));
  expect(text(`${card} summary`)).toBe("Tomasz is not well and asks for a word · seen by Henrik");
  expect(text(`${card} details`), "behind the one line").toContain("They know that Henrik has seen it.");
  expect(page.querySelectorAll(`${card} > p`), "and its answers").toHaveLength(1);
  expect(text(".desk-handle")).not.toContain("is not well");
  await press(`${card} [data-act=heed_word]`);
  expect(fake.asked, "a second press was meant for the first").toHaveLength(1);
  await act(async () => void vi.advanceTimersByTime(3000));
  await press(`${card} [data-act=heed_word]`);
  expect(fake.asked[1]).toEqual({ type: "heed_word", fields: { seat: 3, word: "distress" } });
  vi.useRealTimers();
});

it("says of whoever may be chosen, or raises a hand, that their microphone is off, as beside their name among the people", async () => {
  const muted = (page: HTMLElement, row: string) => [...page.querySelectorAll(row)].map((one) => [...one.querySelectorAll(".row-look")].map((note) => note.textContent));
  const offers = await draw({ ...SCENES.case_call!, offers: [PRESENTER, 7] });
  expect(muted(offers.page, "[data-offer]")).toEqual([[], ["microphone off"]]);
  const aloud = await draw({ ...SCENES.case_call!, offers: [] });
  await aloud.press('[data-act="said-aloud"]');
  expect(aloud.text('[data-said="7"] .row-look')).toBe("microphone off");
  const hands = await draw({ ...SCENES.discussion!, hands: [8, 7, 2] });
  expect(muted(hands.page, "[data-hand]")).toEqual([["very weak link"], ["microphone off"], []]);
});

it("says on the handle of the folded desk that the session is paused: the time alone would stand as if it hung", async () => {
  const { text, change, press } = await draw({ ...SCENES.paused!, hands: [] });
  expect(text(".desk-handle > span:last-child")).toBe("Pause");
  await press(".desk-handle");
  expect(text(".plan-now"), "in the plan stands how far the phase is").toMatch(/\d+:\d\d of \d+:\d\d$/);
  await press(".desk-handle");
  await change(({ view }) => (view.value = { ...SCENES.discussion!, hands: [] }));
  expect(text(".desk-handle > span:last-child")).toMatch(/^\d+:\d\d of \d+:\d\d$/);
});
