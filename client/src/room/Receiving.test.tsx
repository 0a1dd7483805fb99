import { act } from "preact/test-utils";
import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { LEADER, MEMBER, SCENES } from "../fixtures";
import type { Rung } from "../protocol";

describe("what one receives", () => {
  it("is chosen in a dialog that says what it has cost", async () => {
    const { page, press, text, fake } = await draw(SCENES.discussion!, MEMBER);
    expect(text('[data-control="receive"]')).toBe("Language, data");
    await press('[data-control="receive"]');
    expect(text("[data-megabytes]")).toContain("48");
    expect(page.querySelector<HTMLInputElement>("[name=wish]:checked")?.value).toBe("all");
    await press("[name=wish][value=audio]");
    expect(fake.looks.wish.value).toBe("audio");
    expect(text('[data-control="receive"]')).toBe("Sound only");
  });
});

describe("a weak link", () => {
  async function on(rung: Rung, narrow = false) {
    const drawn = await draw(SCENES.discussion!, MEMBER);
    await drawn.change((set) => {
      const facts = set.facts.value!;
      set.facts.value = { ...facts, you: { ...facts.you, rung, narrow } };
    });
    return { ...drawn, weak: () => drawn.page.querySelector("[data-weak]")?.textContent?.trim() };
  }
  it.each([
    ["large", undefined], ["small", undefined], ["speaker", "Voices go first: you see only who speaks or spoke last, or has the floor."],
    ["voices", "Voices go first: you hear everyone, without pictures."],
  ] as const)("on the rung %s: %s", async (rung, words) => {
    expect((await on(rung)).weak()).toBe(words);
  });
  it("is not blamed for what one wished", async () => {
    const { weak, fake } = await on("voices");
    await act(async () => void (fake.looks.wish.value = "audio"));
    expect(weak()).toBeUndefined();
    await act(async () => void (fake.looks.wish.value = "save"));
    expect(weak()).toContain("without pictures");
  });
  it("leaves nothing out for whoever is by themselves, nor of the circle for the room of two", async () => {
    const { change, weak } = await on("voices", true);
    const { seats } = SCENES.discussion!;
    const out = { ...SCENES.discussion!, seats: { ...seats, [MEMBER]: { ...seats[MEMBER]!, stepped_out: true as const } } };
    await change(({ view }) => (view.value = { ...out, private: { inside: [LEADER, MEMBER], asking: null, agreed: [] } }));
    expect(weak()).toContain("sent smaller");
    await change(({ view }) => (view.value = out));
    expect(weak()).toBeUndefined();
  });
  it("to the server is told, too, and nothing where nothing is known", async () => {
    const { weak, change } = await on("small", true);
    expect(weak()).toContain("sent smaller");
    await change((set) => (set.connection.value = "lost"));
    expect(weak()).toBeUndefined();
  });
});
