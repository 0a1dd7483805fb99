/** What a person is told of their own state, where it is looked for first. */
import type { Signal } from "@preact/signals";
import type { Busy } from "../busy";
import { render } from "preact";
import { act } from "preact/test-utils";
import { expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";
import { SAID_MS } from "./Announcer";
import type { CircleView, Word } from "../protocol";
import { Room } from "./Room";

it("reads first of all that one has pushed back, and nobody else does", async () => {
  expect((await draw(SCENES.discussion!, PRESENTER)).text(".head b")).toBe("You have pushed back");
  expect((await draw(SCENES.discussion!, MEMBER)).text(".head b")).toBe("Restarea");
  expect((await draw(SCENES.presentation!, PRESENTER)).text(".head b")).toBe("Restarea");
});

it("shows the room of two during the debrief as it is: both are there, and there is no circle to go back to", async () => {
  const { seats } = SCENES.debrief!;
  const stepped_out = true as const;
  const two = { ...SCENES.debrief!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out }, [LEADER]: { ...seats[LEADER]!, stepped_out } }, private: { inside: [LEADER, MEMBER], asking: null, agreed: [] } };
  for (const [seat, back] of [[MEMBER, "End this talk"], [LEADER, "Back to the debrief"]] as const) {
    const { page, text, change } = await draw(two, seat);
    expect([page.querySelectorAll(".circle-seats > li").length, page.querySelectorAll(".seat-absent").length]).toEqual([2, 0]);
    expect(text('[data-control="back"]')).toBe(back);
    await change((set) => (set.microphone.value = "off"));
    expect(text("[data-truth]")).toContain(`You have stepped out with ${seat === LEADER ? "Marguerite" : "Ilse"}. Your microphone is off: nobody hears you, and nobody else sees you.`);
    expect(page.querySelector('[data-control="microphone"]')!.className).toBe("main");
    await change((set) => (set.microphone.value = "denied"));
    expect(text("[data-truth]"), "and why").toMatch(/nobody hears you, and nobody else sees you\. The browser may not use the microphone\. Allow it/);
  }
});

it("learns that a leader has seen a word, and which; and it stands meanwhile", async () => {
  const { page, fake, text, press, change } = await draw(SCENES.discussion!, MEMBER);
  const facts = fake.set.facts.value!;
  const told = (you: object) => change((set) => (set.facts.value = { ...facts, you: { ...facts.you, ...you } }));
  await told({ words: ["distress"], noted: {} });
  expect(text('[data-control="word"]')).toBe("Word sent");
  await told({ words: ["distress"], noted: { distress: CO_LEADER } });
  expect(text('[data-control="word"]')).toBe("Word seen");
  expect(text('[data-code="seen"].notice-good p')).toBe("Henrik has seen what you told them, and goes on for now.");
  await told({ words: ["distress", "leave_early"], noted: { distress: CO_LEADER, leave_early: LEADER } });
  expect(text('[data-code="seen"] p'), "of two, neither is named for the other").toBe("A leader has seen what you told them, and goes on for now.");
  await told({ words: ["distress"], noted: { distress: CO_LEADER } });
  await press('[data-control="word"]');
  expect(text('[data-word="distress"]')).toBe("Henrik has seen it, and goes on for now. Say it again");
  await press('[data-word="distress"]');
  expect(fake.asked).toEqual([{ type: "tell_leaders", fields: { word: "distress" } }]);
  await told({ words: ["distress"], noted: {} });
  await press('[data-control="word"]');
  expect([text('[data-control="word"]'), page.querySelector<HTMLButtonElement>('[data-word="distress"]')!.disabled]).toEqual(["Word sent", true]);
  await told({ words: [], noted: {} });
  expect(page.querySelector('[data-code="noted"]')).not.toBeNull();
});

it.each<[Word, string]>([
  ["bring_me_back", "Ilse has seen what you told them: in a moment."],
  ["need_a_pause", "Ilse has seen what you told them, and goes on for now."],
])("says of %s what the leader pressed, and no longer than it stands", async (word, said) => {
  const { page, fake, text, change } = await draw(SCENES.discussion!, PRESENTER);
  const facts = fake.set.facts.value!;
  const told = (you: object) => change((set) => (set.facts.value = { ...facts, you: { ...facts.you, ...you } }));
  await told({ words: [word], noted: {} });
  await told({ words: [word], noted: { [word]: LEADER } });
  expect(text('[data-code="seen"] p')).toBe(said);
  await change((set) => (set.view.value = { ...(set.view.value as CircleView), paused: true }));
  await told({ words: [], noted: {} });
  expect(page.querySelector("[data-code]"), "brought back, or paused").toBeNull();
});

it("tells once that a word was seen: not when the page is opened anew, and a stall takes nothing back", async () => {
  const { page, fake, parts, press, text, change } = await draw(SCENES.discussion!, MEMBER);
  const full = fake.set.facts.value!;
  const stalls = () => change((set) => (set.facts.value = null));
  const goesOn = () => change((set) => (set.facts.value = { ...full, you: { ...full.you, words: ["distress"], noted: { distress: CO_LEADER } } }));
  const told = () => [text('[data-control="word"]'), page.querySelector('[data-code="seen"]') !== null];
  await goesOn();
  expect(told()).toEqual(["Word seen", true]);
  await press('[data-code="seen"] button');
  await stalls();
  expect(told()).toEqual(["Word seen", false]);
  await goesOn();
  expect(told()).toEqual(["Word seen", false]);
  await stalls();
  await act(() => render(null, page));
  await act(() => render(<Room parts={parts} />, page));
  await goesOn();
  expect(told()).toEqual(["Word seen", false]);
});

it("says that this computer is busy beside what the link leaves out, and not in its place", async () => {
  const { page, fake, text, change } = await draw(SCENES.discussion!, MEMBER);
  const busy = (is: Busy) => act(async () => void ((fake.busy as Signal<Busy>).value = is));
  await busy("starved");
  expect([text(".own-link"), page.querySelector("[data-weak]")]).toEqual(["Link: good", null]);
  const facts = fake.set.facts.value!;
  await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, quality: "weak", rung: "voices" } }));
  const weak = () => [...page.querySelectorAll("[data-weak]")].map((one) => one.getAttribute("data-weak"));
  expect([text(".own-link"), weak()]).toEqual(["Link: weak", ["weak-voices", "weak-busy"]]);
  await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, quality: "very_weak" } }));
  expect([text(".own-link"), weak()]).toEqual(["Link: very weak", ["weak-busy"]]);
  await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, quality: "good", rung: "speaker" } }));
  expect([text(".own-link"), weak()], "perhaps the link is too narrow").toEqual(["", ["weak-speaker", "weak-busy"]]);
  for (const sure of ["late", "pressed"] as const) {
    await busy(sure);
    expect([text(".own-link"), weak()]).toEqual(["Device: busy", ["weak-speaker", "weak-busy-alone"]]);
  }
  await busy(null);
  expect([text(".own-link"), weak()]).toEqual(["Link: good", ["weak-speaker"]]);
});

it("leaves nothing of what was said aloud to be read for long: it may not be so any more", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const { page, fake } = await draw(SCENES.discussion!, MEMBER);
  const announced = fake.announced as Signal<typeof fake.announced.value>;
  const tell = (number: number, id: string) => act(async () => void (announced.value = { number, told: [{ id }] }));
  const after = (ms: number) => act(async () => void vi.advanceTimersByTime(ms)).then(() => page.querySelector("[data-announced]")!.textContent);
  try {
    await tell(1, "truth-whispers");
    expect([await after(SAID_MS - 1), await after(1)]).toEqual(["You whisper: only the leaders hear you.", ""]);
    await tell(2, "announce-paused");
    expect(await after(0)).toBe("The session is paused.");
  } finally {
    vi.useRealTimers();
  }
});
