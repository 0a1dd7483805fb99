import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { draw, type Drawn } from "../drawn";
import { circle, MEMBER, SCENES } from "../fixtures";
import { looksWhole } from "../naming";
import { chooseKeys } from "./keys";
import { SAID_MS } from "./LastMark";
import { forgetNotes, keepNotes, NO_NOTES, notesOf } from "./notes";
import { SETTLES_MS } from "./press";

beforeEach(() => {
  localStorage.clear();
  chooseKeys({ on: true, shown: false });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function kept(view = SCENES.discussion!): Promise<Drawn> {
  const drawn = await draw(view);
  await drawn.change((set) => (set.keeping.value = "aggregate"));
  return drawn;
}

describe("marks", () => {
  it("are offered where something is kept, and nowhere else", async () => {
    expect((await draw(SCENES.discussion!)).page.querySelector("[data-mark]")).toBeNull();
    expect((await kept(circle(null))).page.querySelector("[data-mark]")).toBeNull();
    expect((await kept()).page.querySelectorAll("[data-mark]")).toHaveLength(12);
  });

  it("are one press or key each, and two in one breath are two", async () => {
    const { fake, press } = await kept();
    await press('[data-mark="redirect_advice"]');
    await act(async () => {
      for (const [key, code] of [["&", "Digit1"], ["0", "Digit0"], ["z", "KeyY"]] as const) document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true }));
    });
    expect(fake.asked.map((one) => one.fields)).toEqual(["redirect_advice", "open", "time", "close"].map((intervention) => ({ intervention })));
  });

  it("are said for a while where the leader looks, and the last is taken back from there", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
    const { fake, page, press, text, change } = await kept(circle("discussion", { marks: ["time"] }));
    expect(page.querySelector("[data-last-mark]")).toBeNull();
    await change((set) => (set.view.value = circle("discussion", { marks: ["time", "hold_silence"] })));
    expect(text("[data-last-mark] span")).toBe("Marked: Holding the silence");
    await press('[data-act="take_back_mark"]');
    expect(fake.asked).toEqual([]);
    await act(async () => void vi.advanceTimersByTime(SETTLES_MS));
    await press('[data-act="take_back_mark"]');
    expect(fake.asked).toEqual([{ type: "take_back_mark", fields: { about: 5, number: 2 } }]);
    await change((set) => (set.view.value = circle("discussion", { marks: ["time"] })));
    expect(page.querySelector("[data-last-mark]")).toBeNull();
    await change((set) => (set.view.value = circle("discussion", { marks: ["time", "time"] })));
    expect(page.querySelector('[data-mark="time"]')!.getAttribute("aria-label")).toBe("Minding the time, 2 in this phase");
    await act(async () => void vi.advanceTimersByTime(SAID_MS));
    expect(page.querySelector("[data-last-mark]")).toBeNull();
  });
});

describe("a leader's notes", () => {
  const write = (page: HTMLElement, text: string): Promise<void> =>
    act(async () => {
      const field = page.querySelector("textarea")!;
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });

  it("stay in this browser, by the session, until they are deleted", async () => {
    const { fake, page } = await draw(SCENES.discussion!);
    await write(page, "the doctor sighed");
    expect(notesOf("a").text).toBe("the doctor sighed");
    expect(notesOf("b")).toEqual(NO_NOTES);
    const again = await draw(SCENES.return!);
    expect(again.page.querySelector("textarea")!.value).toBe("the doctor sighed");
    await again.press('[data-act="delete-notes"]');
    expect(Object.keys(localStorage)).toEqual(["restarea.keys"]);
    expect([...fake.asked, ...again.fake.asked]).toEqual([]);
  });

  it("go with the session's end, or stay where that is wished", async () => {
    for (const [forget, left] of [[true, ""], [false, "a word"]] as const) {
      keepNotes("a", { text: "a word", forget, at: Date.now() });
      const { change } = await draw(SCENES.discussion!);
      await change((set) => (set.view.value = { ...SCENES.debrief!, stage: "ended" }));
      expect(notesOf("a").text).toBe(left);
    }
  });

  it("go with an end that the page learns of by a refusal", async () => {
    keepNotes("a", { text: "a word", forget: true, at: Date.now() });
    const { change } = await draw(SCENES.discussion!);
    await change((set) => {
      set.connection.value = "refused";
      set.refusal.value = "no_session";
    });
    expect(notesOf("a").text).toBe("a word");
    await change((set) => (set.refusal.value = "session_ended"));
    expect(notesOf("a").text).toBe("");
  });

  it.each([["the door", "join", () => import("../join/main")], ["the room", "room", () => import("../room/main")]])("go after a day as soon as %s is opened", async (_, id, opened) => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("offline")));
    for (const session of ["forgotten", "kept"]) keepNotes(session, { text: "a word", forget: session === "forgotten", at: Date.now() - 90_000_000 });
    document.body.innerHTML = `<div id="${id}"></div>`;
    await act(async () => void (await opened()));
    expect(document.querySelector(`#${id} h1, #${id} p`), "the page is there").not.toBeNull();
    expect(["forgotten", "kept"].map((one) => notesOf(one).text)).toEqual(["", "a word"]);
  });

  it("go after a day where this browser did not see the end", () => {
    keepNotes("old", { text: "old", forget: true, at: 0 });
    keepNotes("mine", { text: "mine", forget: false, at: 0 });
    keepNotes("new", { text: "new", forget: true, at: 90_000_000 });
    forgetNotes("", 90_000_001);
    expect(["old", "mine", "new"].map((one) => notesOf(one).text)).toEqual(["", "mine", "new"]);
  });

  it("say so where this browser keeps nothing", async () => {
    const { page, text } = await draw(SCENES.discussion!);
    vi.stubGlobal("localStorage", undefined);
    await write(page, "a");
    vi.unstubAllGlobals();
    expect(text(".notes .row-look")).toContain("This browser keeps nothing");
    expect(page.querySelector("textarea")!.value).toBe("a");
  });
});

describe("who has not spoken yet", () => {
  it("is shown once it is asked for, by names and without a number", async () => {
    const { page, press, text, change } = await draw(SCENES.discussion!);
    expect(page.querySelector("[data-unspoken]")).toBeNull();
    await press('[data-act="unspoken"]');
    expect(text("[data-unspoken]")).toBe("Not yet in this phase: Yusuf, Lin");
    await change((set) => (set.facts.value = { ...set.facts.value!, unspoken: [] }));
    expect(text("[data-unspoken]")).toBe("Everyone has spoken in this phase.");
    expect((await draw(SCENES.discussion!, MEMBER)).page.querySelector('[data-act="unspoken"]')).toBeNull();
  });
});

describe("names", () => {
  it.each([["Anna Berg", true], ["Dr. Anna Berg", true], ["Anna", false], ["Dr. Anna", false], ["Anna B.", false], ["Jean-Paul", false], ["A. B.", false], ["", false], ["李 明", false]])("%s looks like a full name: %s", (name, whole) => {
    expect(looksWhole(name)).toBe(whole);
  });

  it("are changed by a leader, in the rows, and only once the hand is there", async () => {
    const { page, press, parts } = await draw(SCENES.discussion!);
    const asked: unknown[] = [];
    parts.rename = (seat, name) => {
      asked.push([seat, name]);
      return Promise.resolve(null);
    };
    expect(page.querySelector('[data-act="rename"]')).toBeNull();
    await press('[data-act="naming"]');
    await press('[data-row="6"] [data-act="rename"]');
    const field = page.querySelector<HTMLInputElement>(".rename input")!;
    expect(field.value).toBe("Yusuf");
    await act(async () => {
      field.value = " Y. ";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await press('[data-act="rename-now"]');
    expect(asked).toEqual([[6, "Y."]]);
  });
});

it("what is the leader's own comes to the top of the desk as it is opened by a press, and stays where a key has led into it", async () => {
  const shown = vi.spyOn(Element.prototype, "scrollIntoView").mockImplementation(() => undefined);
  const { page } = await draw(SCENES.discussion!);
  const own = page.querySelector<HTMLDetailsElement>(".own")!;
  const opens = (): boolean => ((own.open = true), own.dispatchEvent(new Event("toggle")));
  page.querySelector<HTMLElement>(".notes textarea")!.focus();
  opens();
  expect(shown).not.toHaveBeenCalled();
  page.querySelector<HTMLElement>(".notes textarea")!.blur();
  opens();
  expect(shown.mock.contexts).toContain(own);
  expect(shown).toHaveBeenCalledWith({ block: "start" });
  shown.mockRestore();
});
