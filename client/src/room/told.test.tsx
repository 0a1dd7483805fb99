/** What a person is told of their own state, where it is looked for first. */
import type { Signal } from "@preact/signals";
import { act } from "preact/test-utils";
import { expect, it } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, LEADER, MEMBER, PRESENTER, SCENES } from "../fixtures";

it("reads first of all that one has pushed back, and nobody else does", async () => {
  expect((await draw(SCENES.discussion!, PRESENTER)).text(".head b")).toBe("You have pushed back");
  expect((await draw(SCENES.discussion!, MEMBER)).text(".head b")).toBe("Restarea");
  expect((await draw(SCENES.presentation!, PRESENTER)).text(".head b")).toBe("Restarea");
});

it("shows the room of two during the debrief as it is: both are there, and there is no circle to go back to", async () => {
  const { seats } = SCENES.debrief!;
  const stepped_out = true as const;
  const two = { ...SCENES.debrief!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out }, [LEADER]: { ...seats[LEADER]!, stepped_out } }, private: { inside: [LEADER, MEMBER], asking: null, agreed: [] } };
  for (const [seat, back] of [[MEMBER, "End this talk"], [LEADER, "Back to the circle"]] as const) {
    const { page, text, change } = await draw(two, seat);
    expect([page.querySelectorAll(".circle-seats > li").length, page.querySelectorAll(".seat-absent").length]).toEqual([2, 0]);
    expect(text('[data-control="back"]')).toBe(back);
    await change((set) => (set.microphone.value = "off"));
    expect(text("[data-truth]")).toContain("Your microphone is off: nobody hears you here.");
    expect(page.querySelector('[data-control="microphone"]')!.className).toBe("main");
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
  expect(text('[data-code="seen"].notice-good p')).toBe("A leader has seen what you told them, and goes on for now.");
  await press('[data-control="word"]');
  expect(text('[data-word="distress"]')).toBe("Henrik has seen it, and goes on for now");
  await told({ words: [], noted: {} });
  expect(page.querySelector('[data-code="noted"]')).not.toBeNull();
});

it("does not blame the link for a busy computer", async () => {
  const { page, fake, text, change } = await draw(SCENES.discussion!, MEMBER);
  const busy = (is: boolean) => act(async () => void ((fake.busy as Signal<boolean>).value = is));
  await busy(true);
  expect([text(".own-link"), page.querySelector("[data-weak]")]).toEqual(["Link: good", null]);
  const facts = fake.set.facts.value!;
  await change((set) => (set.facts.value = { ...facts, you: { ...facts.you, quality: "weak", rung: "voices" } }));
  expect([text(".own-link"), text("[data-weak]").trim()]).toEqual(["Computer: busy", "This computer is busy: close other programs."]);
  await busy(false);
  expect(text("[data-weak]")).toContain("Voices go first");
});
