import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { SCENES } from "../fixtures";
import { isOfFormat, type KeyName, KEYS } from "./keys";
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

  it("counts who is in the circle, and no quorum of leaders by themselves", async () => {
    const out = { ...SCENES.discussion!, seats: { ...SCENES.discussion!.seats, 3: { ...SCENES.discussion!.seats[3]!, stepped_out: true as const } } };
    const { page, text, change } = await draw(out);
    expect([text(".circle-rows h2"), text('[data-row="3"] .row-state')]).toEqual(["7 in the circle", "stepped out"]);
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
