import { act } from "preact/test-utils";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../drawn";
import { circle, CO_LEADER, LEADER, MEMBER, NAMES, NOW_MS, PRESENTER, SCENES } from "../fixtures";
import { WAYS } from "../ways";

describe("the desk", () => {
  it("is for leaders only", async () => {
    expect((await draw(SCENES.discussion!, MEMBER)).page.querySelector(".desk")).toBeNull();
    expect((await draw(SCENES.discussion!, PRESENTER)).page.querySelector(".desk")).toBeNull();
    expect((await draw(SCENES.discussion!, CO_LEADER)).page.querySelector(".desk")).not.toBeNull();
  });

  it("opens and closes as a sheet", async () => {
    const { page, press } = await draw(SCENES.discussion!);
    await press(".desk-handle");
    expect(page.querySelector(".desk")!.classList).toContain("desk-open");
    await press(".desk-handle");
    expect(page.querySelector(".desk")!.classList).not.toContain("desk-open");
  });

  it("opens as a sheet when the window becomes narrow while something is asked, and only then", async () => {
    const sheet = Object.assign(new EventTarget(), { matches: true });
    vi.stubGlobal("matchMedia", () => sheet);
    const { page, press } = await draw(SCENES.discussion!);
    const narrowed = () => act(async () => void sheet.dispatchEvent(new Event("change")));
    await narrowed();
    expect(page.querySelector(".desk")!.classList).not.toContain("desk-open");
    await press('[data-act="end"]');
    await narrowed();
    expect(page.querySelector(".desk")!.classList).toContain("desk-open");
    vi.unstubAllGlobals();
  });

  it("says on the closed sheet that the session is to be begun, and once it has, the time", async () => {
    expect((await draw(circle(null))).text(".desk-handle")).toContain("Begin the session");
    expect((await draw(SCENES.discussion!)).text(".desk-handle")).not.toContain("Begin");
  });

  it.each([
    ["gathering", "begin", {}, "Begin the session"],
    ["chosen", "advance", { about: 2, running: true }, "Begin the case presentation"],
    ["discussion", "advance", { about: 5, running: true }, "End “Discussion”: the presenter comes back"],
  ])("in %s: %s, named by what it leads to", async (scene, type, fields, label) => {
    const { fake, press, text } = await draw(SCENES[scene]!);
    expect(text(".next-button")).toBe(label);
    await press(".next-button");
    expect(fake.asked).toEqual([{ type, fields }]);
  });

  it("waits before the beginning until a member is in, and says so", async () => {
    const seats = circle(null).seats;
    const alone = Object.fromEntries(Object.entries(seats).map(([seat, one]) => [seat, one.role === "member" ? { ...one, standing: "waiting" as const } : one]));
    const early = await draw(circle(null, { seats: alone }));
    expect(early.text(".next-note")).toBe("No member has been let in yet. Let somebody in, then begin.");
    expect(early.page.querySelector<HTMLButtonElement>(".next-button")!.disabled).toBe(true);
    for (const scene of [circle(null), circle("discussion", { seats: alone })]) {
      expect((await draw(scene)).page.querySelector<HTMLButtonElement>(".next-button")!.disabled).toBe(false);
    }
  });

  it("offers the end once: as the next step of the last phase, before that apart", async () => {
    const ends = (page: HTMLElement) => [...page.querySelectorAll("button")].filter((one) => one.textContent === "End the session…");
    expect(ends((await draw(SCENES.discussion!)).page).map((one) => one.dataset.act)).toEqual(["end"]);
    const last = await draw(SCENES.debrief!);
    expect(ends(last.page).map((one) => one.dataset.step)).toEqual(["end"]);
    await last.press('[data-step="end"]');
    await last.press('[data-act="end-now"]');
    expect(last.fake.asked).toEqual([{ type: "end", fields: {} }]);
  });

  it("lets people in above all else before the session, and below the desk while it runs: no button moves", async () => {
    const waits = { "9": { role: "member", standing: "waiting", link: "up" } } as const;
    const at = async (kind: "discussion" | null): Promise<HTMLElement> =>
      (await draw(circle(kind, { seats: { ...circle(kind).seats, ...waits } }))).page.querySelector<HTMLElement>('[data-act="admit"]')!;
    expect((await at(null)).closest(".desk-body")).not.toBeNull();
    expect((await at("discussion")).closest(".desk-calls")).not.toBeNull();
  });

  it("waits with a reason while nobody is chosen", async () => {
    const { page, text } = await draw(SCENES.case_call!);
    expect(page.querySelector<HTMLButtonElement>(".next-button")!.disabled).toBe(true);
    expect(text(".next-note .desk-soft")).toBe("First choose who presents.");
  });

  it("says who of those with a case has presented least: today, and in the group's earlier meetings", async () => {
    const said = (page: HTMLElement) => [...page.querySelectorAll("[data-offer]")].map((row) => [...row.querySelectorAll("small:not(.row-look)")].map((one) => one.textContent));
    const { page, change } = await draw(SCENES.case_call!);
    expect(said(page)).toEqual([[], []]);
    await change((set) => (set.earlier.value = { [PRESENTER]: 2, 7: 0 }));
    expect(said(page)).toEqual([
      ["2 cases in earlier meetings"], ["none in earlier meetings", "has presented least"],
    ]);
    await change((set) => (set.earlier.value = { [PRESENTER]: 2 }));
    expect(said(page)).toEqual([["2 cases in earlier meetings"], []]);
    await change((set) => (set.earlier.value = { [PRESENTER]: 2, 7: 0 }));
    await change((set) => (set.view.value = { ...SCENES.case_call!, presented: { 7: 2 } }));
    expect(said(page)).toEqual([
      ["2 cases in earlier meetings"], ["has presented 2 times today", "none in earlier meetings"],
    ]);
    await change((set) => (set.earlier.value = {}));
    expect(said(page)).toEqual([["has presented least"], ["has presented 2 times today"]]);
  });

  it("says whom to favour only where it is known who has presented least", async () => {
    const { page, change } = await draw(SCENES.case_call!);
    const favours = () => page.querySelector("[data-favour]") !== null;
    expect(favours()).toBe(false);
    await change((set) => (set.earlier.value = { [PRESENTER]: 2, 7: 0 }));
    expect(favours()).toBe(true);
    await change((set) => (set.earlier.value = { [PRESENTER]: 2, 7: 2 }));
    expect(favours()).toBe(false);
  });

  it("goes to another case where one is due, and to the leave as the second thing", async () => {
    const view = circle("closing", { again: "case_call" });
    const plan = view.plan.map((phase) => (phase.kind === "closing" ? { ...phase, again: { to: "case_call", most: 3, typical: 2 } } : phase));
    const { fake, page, press, text } = await draw({ ...view, plan });
    expect(text(".next-button")).toBe("Another case: ask who has one");
    expect(page.querySelector('[data-step="again"]')).toBeNull();
    await press(".next-button");
    await press('[data-step="instead"]');
    const about = view.phase!.entry;
    expect(fake.asked).toEqual([{ type: "advance", fields: { about, running: true, to: "case_call" } }, { type: "advance", fields: { about, running: true, to: "debrief" } }]);
  });

  it("can leave the joint discussion out", async () => {
    const { fake, press } = await draw(SCENES.return!);
    await press('[data-step="skip"]');
    expect(fake.asked).toEqual([{ type: "advance", fields: { about: 6, running: true, to: "closing" } }]);
  });

  it.each([
    ["discussion", "recall", "recall", { about: 5 }],
    ["discussion", "pause", "pause", { about: 5 }],
    ["paused", "resume", "resume", { about: 5 }],
    ["discussion", "extend", "extend", { about: 5, by_ms: 120_000 }],
  ])("in %s the small step %s", async (scene, step, type, fields) => {
    const { fake, press } = await draw(SCENES[scene]!);
    await press(`[data-step="${step}"]`);
    expect(fake.asked).toEqual([{ type, fields }]);
  });

  it("adds time at the speed of the session, and says how much", async () => {
    const { fake, press, text, change } = await draw(SCENES.discussion!);
    expect(text('[data-step="extend"]')).toBe("+ 2 min");
    await change((set) => { set.view.value = SCENES.gathering!; set.rehearsal.value = 4; });
    expect(text('[data-step="extend"]'), "before it begins as afterwards").toBe("+ 30 s");
    await change((set) => (set.view.value = { ...SCENES.discussion!, phase: { ...SCENES.discussion!.phase!, extend_ms: 12_000 } }));
    expect(text('[data-step="extend"]')).toBe("+ 12 s");
    await press('[data-step="extend"]');
    expect(fake.asked).toEqual([{ type: "extend", fields: { about: 5, by_ms: 12_000 } }]);
  });

  it("goes back only when asked twice, and says where to", async () => {
    const { fake, page, press, text, change } = await draw(SCENES.discussion!);
    expect(text('[data-step="step_back"]')).toBe("Back to: Clarifying questions…");
    await press('[data-step="step_back"]');
    expect(text(".small-steps dialog h2")).toBe("Go back to “Clarifying questions”?");
    expect(fake.asked).toEqual([]);
    await press('[data-act="step-back-now"]');
    expect(fake.asked).toEqual([{ type: "step_back", fields: { about: 5, running: true } }]);
    await change(() => undefined);
    expect(page.querySelector('[data-act="step-back-now"]')).toBeNull();
  });

  it("asks no more to go back when the group has gone on meanwhile", async () => {
    const { page, press, change } = await draw(SCENES.discussion!);
    await press('[data-step="step_back"]');
    await change((set) => (set.view.value = SCENES.return!));
    expect(page.querySelector('[data-act="step-back-now"]')).toBeNull();
  });

  it("goes nowhere from the first phase", async () => {
    const { page } = await draw(circle("arrival"));
    expect(page.querySelector('[data-step="step_back"]'), "and nothing that cannot be pressed stands alone in a row").toBeNull();
  });

  it("takes the second of a double press for none", async () => {
    const { fake, page } = await draw(SCENES.closing!);
    const button = page.querySelector(".next-button")!;
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 2 }));
    expect(fake.asked).toEqual([]);
    const held = new KeyboardEvent("keydown", { key: "Enter", repeat: true, bubbles: true, cancelable: true });
    button.dispatchEvent(held);
    expect(held.defaultPrevented).toBe(true);
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1 }));
    expect(fake.asked).toHaveLength(1);
  });

  it("pushes a recalled presenter back again", async () => {
    const { fake, press } = await draw(circle("discussion", { case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }));
    await press('[data-step="push_back"]');
    expect(fake.asked).toEqual([{ type: "push_back", fields: { about: 5 } }]);
  });

  it("asks who has a case once more where the presenter has taken theirs back", async () => {
    const scene = SCENES.presentation!;
    const { fake, page, press, text } = await draw({ ...scene, again: "case_call", case: { ...scene.case, presenter: null } });
    expect(text(".next-button")).toBe("Ask who has a case");
    expect(page.querySelector('[data-step="again"]')).toBeNull();
    expect(text('[data-step="skip"]')).toContain("Without a presenter");
    await press(".next-button");
    expect(fake.asked).toEqual([{ type: "advance", fields: { about: scene.phase!.entry, running: true, to: "case_call" } }]);
  });

  it("says that an inner circle is smaller than it works with, once there is a case", async () => {
    const scene = { ...SCENES.presentation!, quorum: { present: 20, needed: 8, inner: { present: 6, needed: 8 } } };
    const { text, page, change } = await draw(scene);
    expect(text('[data-accident="inner"]')).toBe("6 sit in the inner circle; it works with 8 or more.");
    for (const other of [{ case: { ...scene.case, presenter: null } }, { quorum: { ...scene.quorum, inner: { present: 8, needed: 8 } } }]) {
      await change((set) => (set.view.value = { ...scene, ...other }));
      expect(page.querySelector('[data-accident="inner"]')).toBeNull();
    }
  });

  it("has what everyone was told before the leaders too", async () => {
    const scene = SCENES.distress!;
    const { text, change } = await draw(scene);
    expect(text('[data-word="leave_early"]')).toContain("to the leaders only");
    await change((set) => (set.view.value = { ...scene, seats: { ...scene.seats, 7: { ...scene.seats[7]!, leaving_early: true } } }));
    expect(text('[data-word="leave_early"]')).toContain("to everyone");
    expect(text('[data-row="7"]')).toContain("leaves early");
  });

  it("calls no link lost that was never there", async () => {
    const scene = SCENES.discussion!;
    const { text } = await draw({ ...scene, seats: { ...scene.seats, 6: { ...scene.seats[6]!, link: "coming" } } });
    expect(text('[data-row="6"]')).not.toContain("link lost");
  });

  it("names whoever of the group has not come yet, while people arrive", async () => {
    const { page, text, change } = await draw(SCENES.gathering!);
    expect(page.querySelector("[data-awaited]")).toBeNull();
    await change((set) => (set.expected.value = { awaited: ["Dan", "Eve"], declined: ["Fay"], uninvited: ["Gus"] }));
    expect(text("[data-declined]"), "apart from those who are awaited").toBe("Cannot come, as they said: Fay");
    expect(text("[data-uninvited]")).toContain("Without a link to this meeting: Gus.");
    expect(text("[data-awaited]")).toBe("Not here yet: Dan, Eve");
    await change((set) => (set.view.value = circle("arrival")));
    expect(text("[data-awaited]")).toBe("Not here yet: Dan, Eve");
    await change((set) => (set.view.value = SCENES.case_call!));
    expect(page.querySelector("[data-awaited]")).toBeNull();
  });

  it("admits one, or all, and asks before turning away", async () => {
    const one = await draw(SCENES.gathering!);
    await one.press('[data-waiting="8"] [data-act="admit"]');
    expect(one.fake.asked).toEqual([{ type: "admit", fields: { seat: 8 } }]);
    const all = await draw(SCENES.gathering!);
    await all.press('[data-act="admit-all"]');
    await vi.waitFor(() => expect(all.fake.asked.map(({ fields }) => fields)).toEqual([{ seat: 7 }, { seat: 8 }, { seat: 9 }]));
    await all.press('[data-waiting="9"] [data-act="refuse"]');
    expect(all.fake.asked).toHaveLength(3);
    expect(all.text("dialog[open] p")).toContain("They are not let in");
    await all.press('[data-act="remove-now"]');
    expect(all.fake.asked[3]).toEqual({ type: "remove", fields: { seat: 9, waiting: true } });
  });

  it("chooses among offers", async () => {
    const { fake, press } = await draw(SCENES.case_call!);
    await press('[data-offer="7"] [data-act="choose"]');
    expect(fake.asked).toEqual([{ type: "choose_presenter", fields: { about: 1, seat: 7, seen: 0 } }]);
  });

  it("offers the turn to no hand of the circle that is not heard", async () => {
    const scene = circle("discussion", { hands: [3, 6], floor: { kind: "queue", gate: "hard" }, hint: 3 });
    scene.seats = Object.fromEntries(Object.entries(scene.seats).map(([seat, one]) => [seat, { ...one, circle: seat === "6" ? "outer" : "inner" } as const]));
    const granted = async (heard: "circle" | "outer"): Promise<string[]> => {
      const plan = scene.plan.map((one) => ({ ...one, heard }));
      const { page } = await draw({ ...scene, plan });
      return [...page.querySelectorAll<HTMLElement>('[data-act="grant"]')].map((one) => one.closest<HTMLElement>("[data-hand]")!.dataset.hand!);
    };
    expect(await granted("circle")).toEqual(["3"]);
    expect(await granted("outer")).toEqual(["6"]);
  });

  it("grants and ends turns, with the exact time", async () => {
    const { fake, press, text } = await draw(SCENES.questions!);
    expect(text(".turn")).toContain("0:42 of 1:00");
    await press('[data-hand="8"] [data-act="grant"]');
    await press('[data-act="end-turn"]');
    expect(fake.asked).toEqual([{ type: "grant_turn", fields: { about: 4, seat: 8, seen: 3 } }, { type: "end_turn", fields: { about: 3 } }]);
  });

  it("switches to one at a time and back", async () => {
    const open = await draw(SCENES.discussion!);
    expect(open.text(".gate")).not.toContain("Until the end of this phase.");
    await open.press(".gate");
    expect(open.fake.asked).toEqual([{ type: "set_floor", fields: { about: 5, floor: "queue", gate: "hard" } }]);
    const hard = await draw(SCENES.hard!);
    expect(hard.page.querySelector(".gate")!.getAttribute("aria-checked")).toBe("true");
    expect(hard.text(".gate")).toContain("Until the end of this phase.");
    await hard.press(".gate");
    expect(hard.fake.asked).toEqual([{ type: "set_floor", fields: { about: 5, floor: "open", gate: "soft" } }]);
  });

  it("shows the presenter's word with its answer beside it, on the closed sheet too", async () => {
    const { fake, press, text } = await draw(SCENES.word!);
    expect(text(".desk-handle")).toContain("Anna asks: bring me back");
    expect(text('.word[data-word="bring_me_back"]')).toContain("0:21 ago");
    await press(".word button");
    expect(fake.asked).toEqual([{ type: "recall", fields: { about: 5 } }]);
  });

  it("never shows a lost link as a silence", async () => {
    const { text } = await draw(SCENES.down!);
    expect(text('[data-row="6"] .row-state')).toBe("link lost");
    expect(text('[data-row="3"] .row-state')).toBe("speaks");
    expect(text('[data-row="4"] .row-state')).toBe("");
    expect(text('[data-row="7"] .row-state')).toBe("microphone off");
    expect(text('[data-row="5"] .row-state'), "who has not spoken is said where it is asked").toBe("");
    expect(text('[data-row="8"] .row-state'), "its link is what the line has room for").toBe("");
    expect([...document.querySelectorAll("[data-row] [data-quality]")].map((one) => [one.closest("[data-row]")?.getAttribute("data-row"), one.textContent])).toEqual([
      ["3", "weak link"], ["8", "very weak link"],
    ]);
  });

  it("says of whoever speaks next that their link is not a good one", async () => {
    const hands = await draw({ ...SCENES.discussion!, hands: [8, 3, 2], turn: { number: 3, seat: 3, limit_reached: false } });
    expect([...hands.page.querySelectorAll("[data-hand] [data-link]")].map((one) => one.textContent)).toEqual(["very weak link", "weak link"]);
    expect(hands.text(".turn [data-link]")).toBe("weak link");
    const offers = await draw({ ...SCENES.case_call!, offers: [PRESENTER, 8] });
    expect([...offers.page.querySelectorAll("[data-offer] [data-link]")].map((one) => one.textContent)).toEqual(["very weak link"]);
    const round = await draw({ ...WAYS.round!, round: { to_ask: [8, 2], next: null } });
    expect(round.text(".round [data-link]")).toBe(`${NAMES[7]}: very weak link`);
    const good = await draw({ ...WAYS.round!, round: { to_ask: [2, 8], next: null } });
    expect(good.page.querySelector(".round [data-link]")).toBeNull();
    const lost = await draw({ ...SCENES.down!, hands: [6] });
    expect(lost.text("[data-hand] [data-link]")).toBe("link lost");
  });

  it("removes nobody by a slip, and never the leader", async () => {
    const { fake, page, press } = await draw(SCENES.discussion!, CO_LEADER);
    expect(page.querySelector('[data-act="remove"]')).toBeNull();
    await press('[data-act="removing"]');
    expect(page.querySelector('[data-row="1"] [data-act="remove"]')).toBeNull();
    expect(page.querySelector(`[data-row="${CO_LEADER}"] [data-act="remove"]`)).toBeNull();
    expect(page.querySelector('[data-row="3"] [data-act="remove"]')!.getAttribute("aria-label")).toBe("Remove Tomasz");
    await press('[data-row="3"] [data-act="remove"]');
    expect(fake.asked).toEqual([]);
    await press('[data-act="remove-now"]');
    expect(fake.asked).toEqual([{ type: "remove", fields: { seat: 3, waiting: false } }]);
  });

  it("frees the seat of a leader who has been missed long enough, which is another question", async () => {
    const missed = (free_at: number) => circle("discussion", { seats: { ...circle("discussion").seats, [LEADER]: { role: "leader", standing: "seated", link: "down", free_at } } });
    const { press, text, page, change } = await draw(missed(NOW_MS + 1), CO_LEADER);
    await press('[data-act="removing"]');
    expect(page.querySelector('[data-row="1"] [data-act="remove"]')).toBeNull(); // perhaps they load the page anew
    await change((set) => (set.view.value = missed(NOW_MS)));
    expect(text('[data-row="1"] [data-act="remove"]')).toBe("Free the seat");
    await press('[data-row="1"] [data-act="remove"]');
    expect(page.querySelector("dialog[open]")!.textContent).toContain("They may come back by their link");
  });

  it("puts before a leader whoever waits and is not well: they are let in first", async () => {
    const seats = { ...circle(null).seats, 9: { role: "member", standing: "waiting", link: "up" } } as const;
    const { fake, press, text, page } = await draw(circle(null, { seats, words: [{ seat: 9, word: "distress", at: NOW_MS }] }));
    expect(text("[data-word=distress]")).toContain("They wait at the door");
    expect(page.querySelector("[data-act=open_private_room]")).toBeNull();
    expect(page.querySelector("[data-word=distress] [data-act=admit]")!.getAttribute("aria-label")).toMatch(/^Admit ./);
    await press("[data-word=distress] [data-act=admit]");
    expect(fake.asked).toEqual([{ type: "admit", fields: { seat: 9 } }]);
    const early = await draw(circle(null, { words: [{ seat: 3, word: "distress", at: NOW_MS }] }));
    await early.press("[data-act=open_private_room]");
    expect(early.fake.asked).toEqual([{ type: "open_private_room", fields: { seat: 3, pause: false } }]);
  });

  it("ends the session only when asked twice", async () => {
    const { fake, press } = await draw(SCENES.debrief!);
    await press(".next-button");
    expect(fake.asked).toEqual([]);
    await press('[data-act="end-now"]');
    expect(fake.asked).toEqual([{ type: "end", fields: {} }]);
  });

  it("holds exact times, and says quietly when time is over", async () => {
    const over = circle("closing");
    over.phase!.ends_at = over.phase!.began_at + 60_000;
    const { text } = await draw(over);
    expect(text(".desk-over")).toBe("1:00 + 0:39 over");
    expect(text('.plan [data-phase="closing"]')).toContain("1:39 of 1:00");
    const waits = circle("discussion", { waits_for: ["presenter"], paused_at: over.phase!.began_at });
    expect((await draw(waits)).text(".desk-now .desk-clock"), "in place of a time that stands").toMatch(/^Discussionwaiting for \w+$/);
    const paused = { ...waits, paused: true, paused_since: waits.paused_at! + 30_000 };
    expect((await draw(paused)).text(".desk-now .desk-clock"), "the pause's own time").toBe("Discussionpaused for 1:09");
  });

  it("shows how long past phases really took, and what was left out", async () => {
    const { text } = await draw(circle("closing"));
    expect(text('.plan details [data-phase="discussion"]'), "folded, so that what is now is in view").toBe("Discussion25:20");
    expect(text('.plan [data-phase="joint_discussion"]')).toContain("left out");
    expect(text('.plan [data-phase="debrief"]')).toContain("20:00");
  });
});
