import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AT_HAND, draw } from "../drawn";
import { circle, CO_LEADER, LEADER, MEMBER, NOW_MS, SCENES, visit } from "../fixtures";
import { INTERVENTIONS, type CircleView } from "../protocol";
import { partsOf, PartsContext } from "../room/parts";
import { OnDemand } from "../onDemand";
import { WAYS } from "../ways";
import { Desk } from "./Desk";
import { carried, chooseKeys, HELP_KEY, keyChoice, keyIn, KEYS, MARK_KEYS, type KeyName } from "./keys";
import type * as folded from "./folded";
import { isOfFormat } from "./KeysDialog";
import { SETTLES_MS } from "./press";

type Folded = typeof folded;

beforeEach(() => {
  localStorage.clear();
  chooseKeys({ on: true, shown: false });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance", "requestAnimationFrame"] });
});
afterEach(() => void vi.useRealTimers());

const type = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): Promise<void> =>
  act(async () => {
    target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }));
    vi.advanceTimersByTime(50);
  });
const settle = () => act(async () => void vi.advanceTimersByTime(SETTLES_MS));

describe("the desk's keys", () => {
  it("are each one action's", () => {
    const all = [...Object.values(KEYS), ...MARK_KEYS];
    expect(new Set(all).size).toBe(all.length);
    expect(MARK_KEYS).toHaveLength(INTERVENTIONS.length);
    expect(all.filter((key) => !/^[a-z0-9,.;]$/.test(key))).toEqual([]);
  });

  it.each([
    ["discussion", "n", "advance"], ["discussion", "p", "pause"], ["paused", "p", "resume"], ["discussion", "e", "extend"], ["discussion", "b", "recall"],
    ["gathering", "n", "begin"], ["questions", "t", "end_turn"], ["questions", "h", "lower_hand"], ["discussion", "g", "grant_turn"], ["discussion", "f", "set_floor"],
  ])("in %s: %s is %s", async (scene, key, asked) => {
    const { fake } = await draw(SCENES[scene]!);
    await type(key);
    expect(fake.asked.map((one) => one.type)).toEqual([asked]);
  });

  it.each([
    ["French", "-", { code: "Digit6" }, "6"], ["Czech", "+", { code: "Digit1" }, "1"], ["Czech", "é", { code: "Digit0" }, "0"],
    ["French", "6", { code: "Digit6", shiftKey: true }, "6"], ["Swiss", "+", { code: "Digit1", shiftKey: true }, "e"],
    ["French", ".", { code: "Comma", shiftKey: true }, "."], ["German", "+", { code: "BracketRight" }, "e"], ["Czech", ";", { code: "Backquote" }, ";"], ["French", ";", { code: "Comma" }, ";"], ["German", "-", { code: "Slash" }, null],
    ["French", ",", { code: "KeyM" }, ","], ["any", "6", { code: "Numpad6" }, "6"],
  ])("are found on a keyboard that is %s: %s", (_layout, key, how, found) => {
    expect(keyIn(new KeyboardEvent("keydown", { key, ...how }))).toBe(found);
  });

  it("have the names that ARIA knows", () => {
    expect([";", ".", ",", "n"].map((key) => carried(key)["aria-keyshortcuts"])).toEqual([";", ".", ",", "N"]);
  });

  it("admit whoever waits", async () => {
    const { fake } = await draw(SCENES.gathering!);
    await type("a");
    await settle();
    expect(fake.asked.map((one) => one.fields)).toEqual([{ seat: 7 }, { seat: 8 }, { seat: 9 }]);
  });

  it("are the leaders' alone", async () => {
    const { fake } = await draw(SCENES.discussion!, MEMBER);
    await type("n");
    await type("?");
    expect(fake.asked).toEqual([]);
  });

  it("never end a session, turn anybody away or remove anybody", async () => {
    for (const view of [SCENES.gathering!, SCENES.discussion!, SCENES.debrief!, WAYS.casting!]) {
      const { fake, page } = await draw(view);
      await act(async () => page.querySelector<HTMLElement>('[data-act="removing"]')?.click());
      for (const key of [...Object.values(KEYS), ...MARK_KEYS]) await type(key);
      expect(fake.asked.filter((one) => one.type === "end" || one.type === "remove")).toEqual([]);
      for (const act of ["end", "end-now", "remove", "remove-now", "refuse"]) {
        expect(page.querySelector(`[data-act="${act}"][data-key]`)).toBeNull();
      }
      expect(page.querySelector('[data-step="end"][data-key]')).toBeNull();
    }
  });

  /** What no key presses: it ends, removes or deletes something for good, or opens the sheet, as every key does. While the
      desk is on a second screen, its key closes it there. */
  const WITHOUT = ["delete-notes", "desk-handle", "end", "removing", "second"];
  const BUSY = circle("discussion", {
    hands: [7, 3], words: SCENES.distress!.words!, lead: CO_LEADER, leads: 1, marks: ["frame"],
    turn: { number: 3, seat: 6, limit_reached: false, began_at: NOW_MS - 42_000, ends_at: NOW_MS + 18_000 },
  });

  it("press or lead to every button of the desk", async () => {
    const [found, bare] = [new Set<string>(), new Set<string>()];
    for (const view of [SCENES.gathering!, SCENES.case_call!, BUSY, SCENES.overdue!, SCENES.stepped!, WAYS.asked!, WAYS.choice!, WAYS.casting!, WAYS.scene!, WAYS.seating!]) {
      const fake = visit(view);
      fake.set.keeping.value = "aggregate";
      fake.set.secondDesk.value = view === BUSY;
      const page = document.createElement("div");
      const desk = (shown: CircleView) => act(() => render(<PartsContext.Provider value={partsOf(fake, {}, false, AT_HAND)}><Desk view={shown} /></PartsContext.Provider>, page));
      await desk(view);
      if (view === SCENES.stepped) await desk({ ...view, marks: ["frame", ...view.marks!] });
      for (const one of page.querySelectorAll<HTMLElement>(".desk button, .desk textarea, .desk summary[data-key]")) {
        const { key, act: does, step } = one.dataset;
        if (key !== undefined) found.add(key);
        // Of several in rows a key leads to the first.
        else if (!one.closest("dialog") && !one.closest("li")?.closest("section")?.querySelector("[data-key]")) bare.add(does ?? step ?? one.className.split(" ")[0]!);
      }
      render(null, page);
    }
    expect([...found].sort()).toEqual([...Object.values(KEYS), ...MARK_KEYS, HELP_KEY].sort());
    expect([...bare].sort()).toEqual(WITHOUT);
  });

  it("lead to the names that may be changed", async () => {
    const { page } = await draw(SCENES.discussion!);
    await type(",");
    expect(document.activeElement).toBe(page.querySelector("[data-act=rename]"));
  });

  it("are keys again once Escape has led out of what one writes", async () => {
    const { page } = await draw(SCENES.discussion!);
    const desk = page.querySelector(".desk")!;
    await act(async () => page.querySelector<HTMLButtonElement>(".desk-handle")!.click());
    await type("j");
    expect(document.activeElement).toBe(page.querySelector(".notes textarea"));
    await type("Escape", {}, document.activeElement!);
    expect([document.activeElement, desk.classList.contains("desk-open")]).toEqual([document.body, true]);
  });

  it("end by Escape the change of names, and then the sheet", async () => {
    const { page } = await draw(SCENES.discussion!);
    const desk = page.querySelector(".desk")!;
    await type(",");
    await type("Escape", {}, document.activeElement!);
    expect([page.querySelector("[data-act=rename]"), desk.classList.contains("desk-open")]).toEqual([null, true]);
    expect(document.activeElement).toBe(page.querySelector("[data-act=naming]"));
    await type("Escape", {}, document.activeElement!);
    expect(desk.classList.contains("desk-open")).toBe(false);
  });

  it("do nothing while one writes, in a dialog, held down, or with another key", async () => {
    const { fake, page, press } = await draw(SCENES.discussion!);
    await type("n", {}, page.querySelector("textarea")!);
    for (const held of [{ repeat: true }, { ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }]) await type("n", held);
    await press('[data-act="end"]');
    await type("p");
    expect(fake.asked).toEqual([]);
  });

  it("do nothing while the desk is at rest", async () => {
    const { fake, change } = await draw(SCENES.discussion!);
    await change((set) => (set.connection.value = "lost"));
    await act(async () => void vi.advanceTimersByTime(3000));
    await type("n");
    expect(fake.asked).toEqual([]);
  });

  it("do not press twice what has only just come to stand there", async () => {
    const { fake, change } = await draw(SCENES.return!);
    await type("n");
    await change((set) => (set.view.value = SCENES.joint_discussion!));
    await type("n");
    expect(fake.asked).toHaveLength(1);
    await settle();
    await type("n");
    expect(fake.asked).toHaveLength(2);
  });

  it("lead to the first of several, and open what must be seen", async () => {
    const { fake, page } = await draw(SCENES.case_call!);
    await type("c");
    expect(document.activeElement).toBe(page.querySelector('[data-act="choose"]'));
    await type("j");
    expect(document.activeElement).toBe(page.querySelector(".notes textarea"));
    expect(page.querySelector<HTMLDetailsElement>(".own")!.open).toBe(true);
    expect(page.querySelector(".desk")!.classList).toContain("desk-open");
    expect(fake.asked).toEqual([]);
  });

  describe("of what has not been loaded yet", () => {
    /** A leader's room without it, and with it once `comes`. */
    const early = async (scene = SCENES.discussion!, keeps = true) => {
      let comes = (): void => undefined;
      const folded = new OnDemand("/static/folded.js", () => new Promise<Folded>((come) => (comes = () => come(AT_HAND.folded.part.value!))));
      const drawn = await draw(scene, LEADER, undefined, "", false, { ...AT_HAND, folded });
      if (keeps) await drawn.change((set) => (set.keeping.value = "aggregate"));
      const come = () => act(async () => {
        comes();
        await vi.advanceTimersByTimeAsync(50);
      });
      return { ...drawn, come };
    };
    it("wait for it and act, in their order, and meanwhile its place says so", async () => {
      const { fake, page, come } = await early();
      for (const key of ["1", "1", "z"]) await type(key);
      expect(page.querySelector(".own[open] [data-unloaded]")).not.toBeNull();
      expect(fake.asked).toEqual([]);
      await come();
      expect(fake.asked.map((one) => one.fields)).toEqual([INTERVENTIONS[0]!, INTERVENTIONS[0]!, INTERVENTIONS[11]!].map((intervention) => ({ intervention })));
    });
    it("lead to it and open it", async () => {
      const { page, come } = await early();
      await type("q");
      await type("j");
      await come();
      expect(page.querySelector("[data-act=unspoken]")!.getAttribute("aria-checked")).toBe("true");
      expect(document.activeElement).toBe(page.querySelector(".notes textarea"));
    });
    it("wait for nothing that this meeting does not have", async () => {
      const { page } = await early(SCENES.discussion!, false);
      await type("1");
      expect(page.querySelector(".own[open]")).toBeNull();
    });
    it("are over with their phase: a mark is of the phase in which it was pressed", async () => {
      const { fake, change, come } = await early();
      await type("1");
      await change((set) => (set.view.value = SCENES.return!));
      await come();
      expect(fake.asked).toEqual([]);
    });
  });

  it("are shown by ?, switched off there, and kept so in this browser", async () => {
    const { page, press, fake } = await draw(SCENES.discussion!);
    await type("?", { shiftKey: true });
    const shown = [...page.querySelectorAll("dialog kbd")].map((one) => one.textContent);
    const named = (Object.keys(KEYS) as KeyName[]).filter((name) => isOfFormat(name, SCENES.discussion!));
    expect(shown).toEqual([...named.flatMap((name) => (name === "extend" ? ["E", "+"] : [KEYS[name].toUpperCase()])), "?"]);
    await press('[data-keys="shown"]');
    expect(page.querySelector(".desk")!.classList).toContain("keys-shown");
    await press('[data-keys="on"]');
    expect(keyChoice.value).toEqual({ on: false, shown: true });
    expect(JSON.parse(localStorage.getItem("restarea.keys")!)).toEqual({ on: false, shown: true });
    expect(page.querySelector("[data-key]")).toBeNull();
    await act(async () => page.querySelector<HTMLDialogElement>("dialog[open]")!.close());
    await type("n");
    await type("?", { shiftKey: true });
    expect(page.querySelector("dialog[open]")).toBeNull();
    expect(fake.asked).toEqual([]);
  });

  it("whisper while held, and no longer, also to a leader whose link has come up since", async () => {
    const { seats } = SCENES.discussion!;
    const { fake, change } = await draw({ ...SCENES.discussion!, seats: { ...seats, [LEADER]: { ...seats[LEADER]!, link: "coming" } } }, CO_LEADER);
    await change((set) => (set.view.value = SCENES.discussion!));
    await type("w");
    await type("w", { repeat: true });
    expect(fake.asked).toEqual([{ type: "whisper", fields: { on: true } }]);
    await act(async () => void document.body.dispatchEvent(new KeyboardEvent("keyup", { key: "w", bubbles: true })));
    expect(fake.asked.slice(1)).toEqual([{ type: "whisper", fields: { on: false } }]);
    await type("w");
    await act(async () => void dispatchEvent(new Event("blur")));
    expect(fake.asked.map((one) => one.fields)).toEqual([{ on: true }, { on: false }, { on: true }, { on: false }]);
  });
});

describe("undo", () => {
  const undo = { to: "discussion", until: NOW_MS + 5000 };
  it("stands for as long as it may be pressed, in a place of its own: the step back is never where it was", async () => {
    const { fake, page, press, text, change } = await draw(circle("return", { undo }));
    expect([text('[data-step="undo_step"]'), text('.small-steps [data-step="step_back"]')]).toEqual(["Undo: back to Discussion", "Back to: Discussion…"]);
    await press('[data-step="undo_step"]');
    const about = SCENES.return!.phase!.entry;
    expect(fake.asked).toEqual([{ type: "undo_step", fields: { about, to: "discussion" } }]);
    await change((set) => (set.view.value = circle("return", { undo: { ...undo, until: NOW_MS - 1 } })));
    expect(page.querySelector('[data-step="undo_step"]')).toBeNull();
    await press(".step-back");
    expect(fake.asked).toHaveLength(1);
  });
  it("takes back more time as well, and says where that is more than the format has", async () => {
    const extended = (more_ms: number) => {
      const view = circle("return", { undo: { to: null, until: NOW_MS + 5000 } });
      return { ...view, phase: { ...view.phase!, ends_at: view.phase!.ends_at! + more_ms } };
    };
    const { fake, page, press, text, change } = await draw(extended(300_000));
    expect([text('[data-step="undo_step"]'), page.querySelector(".lead-line small"), page.querySelector(".plan > small")]).toEqual(["Undo: + 2 min", null, null]);
    await press('[data-step="undo_step"]');
    expect(fake.asked).toEqual([{ type: "undo_step", fields: { about: SCENES.return!.phase!.entry, to: null } }]);
    await change((set) => (set.view.value = extended(301_000)));
    expect([text(".lead-line small"), text(".plan > small")]).toEqual(Array(2).fill("Longer than this format has it: 10:00 at most."));
  });
  it("has a key", async () => {
    const { fake } = await draw(circle("return", { undo }));
    await type("u");
    expect(fake.asked.map((one) => one.type)).toEqual(["undo_step"]);
  });
});
