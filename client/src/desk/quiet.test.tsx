import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, PRESENTER, SCENES } from "../fixtures";
import { type KeyName, KEYS } from "./keys";
import { isOfFormat } from "./KeysDialog";
import { WAYS } from "../ways";

describe("the desk says no more than is worth knowing", () => {
  it("says of a silence that it is one once it has lasted, in whole minutes", async () => {
    const { change, text } = await draw(SCENES.discussion!);
    const silent = (silent_ms: number) => change(({ facts }) => (facts.value = { ...facts.value!, links: { ...facts.value!.links, "4": { ...facts.value!.links!["4"]!, silent_ms } } }));
    await silent(179_000);
    expect(text('[data-row="4"] [data-state="silent"]')).toBe("");
    await silent(301_000);
    expect(text('[data-row="4"] [data-state="silent"]')).toBe("silent for 5 min");
  });

  it("says quietly that a microphone brings no sound, and only of whom the form lets through", async () => {
    const { change, page } = await draw(SCENES.discussion!);
    await change(({ facts }) => {
      const links = Object.fromEntries(Object.entries(facts.value!.links!).map(([seat, link]) => [seat, { ...link, sound: false, audio_in: true }]));
      facts.value = { ...facts.value!, links };
    });
    const states = (state: string) => [...page.querySelectorAll(`[data-state="${state}"]`)].map((one) => one.closest("[data-row]")?.getAttribute("data-row"));
    expect(states("soundless")).not.toContain(String(PRESENTER));
    expect(states("soundless")).toContain("6");
    expect(page.querySelector('[data-row="6"] .row-state')!.textContent).toBe("microphone brings no sound");
  });

  it("claims of nobody what is not known: who has not spoken since a restart, and who is out once all have gone", async () => {
    const { page, fake, press, change } = await draw(SCENES.discussion!);
    await press('[data-act="unspoken"]');
    await change(({ facts }) => {
      const { unspoken: _unspoken, ...known } = fake.set.facts.value!;
      facts.value = known;
    });
    expect(page.querySelector(".unspoken p")!.textContent).toContain("Not known for this phase");
    const out = { ...SCENES.debrief!.seats, 3: { ...SCENES.debrief!.seats[3]!, stepped_out: true as const } };
    await change(({ view }) => (view.value = { ...SCENES.debrief!, seats: out }));
    expect(page.querySelector('[data-accident="private"]')).toBeNull();
    await change(({ view }) => (view.value = { ...SCENES.discussion!, seats: out }));
    expect(page.querySelector('[data-accident="private"]')).not.toBeNull();
  });

  it("says before a step what it does to people: who is pushed back again, and who still waits for an answer", async () => {
    const { page, press, change } = await draw({ ...SCENES.return!, words: [{ seat: 3, word: "distress", at: 0 }] });
    await press('[data-step="step_back"]');
    expect(page.querySelector("dialog [data-also]")!.textContent).toContain("Anna is pushed back again");
    await press("dialog .main");
    await press('[data-act="end"]');
    expect(page.querySelector("dialog [data-also]")!.textContent).toBe("Still without your answer: Tomasz.");
    await change(({ view }) => (view.value = SCENES.return!));
    expect(page.querySelector("dialog [data-also]")).toBeNull();
    await change(({ view }) => (view.value = { ...SCENES.return!, stage: "gathering" }));
    expect(page.querySelector("dialog [data-also]")!.textContent).toBe("The session has not begun.");
    await change(({ view }) => (view.value = { ...SCENES.return!, private: { inside: [CO_LEADER, 3], asking: null, agreed: [] } }));
    expect(page.querySelector("dialog [data-also]")!.textContent).toBe("A talk apart ends, too: Henrik, Tomasz.");
  });

  it("counts who is in the circle, and no quorum of leaders by themselves", async () => {
    const out = { ...SCENES.discussion!, seats: { ...SCENES.discussion!.seats, 3: { ...SCENES.discussion!.seats[3]!, stepped_out: true as const } } };
    const { page, text, change } = await draw(out);
    expect([text(".circle-rows h2"), text('[data-row="3"] .row-state')]).toEqual(["6 in the circle, 2 outside", "stepped out"]); // nor is who has pushed back
    await change(({ view }) => (view.value = { ...SCENES.debrief!, quorum: { present: 1, needed: 4 } }));
    expect(text(".circle-rows h2")).toBe("Leaders, among themselves");
    expect(page.querySelector('[data-accident="quorum"]')).toBeNull();
  });

  it("lists among the keys those of this format alone", () => {
    const names = Object.keys(KEYS) as KeyName[];
    const without = (scene: string): KeyName[] => names.filter((name) => !isOfFormat(name, { ...SCENES, ...WAYS }[scene]!));
    expect(without("discussion")).toEqual(["close-choice", "round", "scene", "parts", "players", "places"]);
    expect(without("choice")).toEqual(["push-back", "cases", "round", "scene", "parts", "players", "places"]);
    expect(without("casting")).toEqual(["push-back", "cases", "close-choice", "round", "scene", "places"]);
    expect(without("outer")).toEqual(["cases", "close-choice", "round", "scene", "parts", "players"]);
  });
});
