import { describe, expect, it } from "vitest";
import { planned, type CircleView, type Gate, type PhaseKind } from "../protocol";
import { circle, PRESENTER, SCENES } from "../fixtures";
import { clock } from "./duration";
import { WAYS } from "../ways";
import { endsAbout_ms, floorIsSet, nextStep, oneAtATime, stepName, takesTurns, took_ms } from "./next";

describe("the next step", () => {
  it("is to begin while people arrive", () => {
    expect(nextStep(SCENES.gathering!)).toMatchObject({ command: "begin", blocked: null });
  });
  it("waits for a presenter, and says for what", () => {
    expect(nextStep(SCENES.case_call!)).toMatchObject({ blocked: "desk-blocked-choose", phase: { kind: "presentation" } });
    expect(nextStep(circle("case_call")).blocked).toBe("desk-blocked-no-offer");
    expect(nextStep(SCENES.chosen!).blocked).toBeNull();
  });
  it("can leave an optional phase out", () => {
    expect(nextStep(SCENES.return!)).toMatchObject({ phase: { kind: "joint_discussion" }, skipTo: { kind: "closing" } });
    expect(nextStep(SCENES.discussion!).skipTo).toBeNull();
  });

  it("is another case, while fewer have been held than there are as a rule", () => {
    const closing = (number: number, typical: number, to = "case_call"): CircleView => {
      const view = circle("closing", { again: to, case: { number, presenter: PRESENTER, stance: "in_circle" } });
      return { ...view, plan: view.plan.map((phase) => (phase.kind === "closing" ? { ...phase, again: { to, most: 3, typical } } : phase)) };
    };
    expect(nextStep(closing(1, 2))).toMatchObject({ phase: { kind: "case_call" }, instead: { kind: "debrief" }, blocked: null });
    for (const view of [closing(2, 2), closing(1, 1), closing(1, 2, "discussion"), { ...closing(1, 2), again: null }]) {
      expect(nextStep(view)).toMatchObject({ phase: { kind: "debrief" }, instead: null });
    }
  });
  it("leads on where the presenter has left in the middle of the case, and where nobody has one", () => {
    const left = (scene: CircleView): CircleView => ({ ...scene, case: { ...scene.case, presenter: null } });
    expect(nextStep(left(SCENES.presentation!))).toMatchObject({ phase: { kind: "questions" }, skipTo: { kind: "joint_discussion" } });
    expect(nextStep(left(SCENES.presentation!)).blocked).toBe("desk-blocked-no-presenter");
    expect(nextStep(left({ ...SCENES.case_call!, offers: [] }))).toMatchObject({ blocked: "desk-blocked-no-offer", skipTo: { kind: "joint_discussion" } });
    expect(nextStep(SCENES.case_call!)).toMatchObject({ blocked: "desk-blocked-choose", skipTo: { kind: "joint_discussion" } });
  });
  it("is to ask once more where the case was taken back, and beside it the way on without one", () => {
    const taken = (key: "presentation" | "return"): CircleView => ({ ...SCENES[key]!, again: "case_call", case: { ...SCENES[key]!.case, presenter: null } });
    expect(nextStep(taken("presentation"))).toMatchObject({ phase: { kind: "case_call" }, instead: null, blocked: null, skipTo: { kind: "joint_discussion" } });
    expect(nextStep(taken("return"))).toMatchObject({ phase: { kind: "joint_discussion" } });
    // A push back may be entered twice here, which says nothing of how many cases there are.
    const twice = taken("presentation");
    const plan = twice.plan.map((one) => (one.kind === "presentation" ? { ...one, again: { to: "discussion", most: 3, typical: 2 } } : one));
    expect(nextStep({ ...twice, plan })).toMatchObject({ phase: { kind: "case_call" }, instead: null });
  });
  it("closes the case where a presenter does not accept the audience", () => {
    expect(nextStep(WAYS.seating!)).toMatchObject({ blocked: "desk-blocked-accept", skipTo: null });
    expect([WAYS.seating!, SCENES.case_call!, SCENES.presentation!].map((view) => nextStep(view).mayClose)).toEqual([true, false, false]);
  });
  it("is the end after the last phase", () => {
    expect(nextStep(SCENES.debrief!)).toMatchObject({ command: "end", phase: null });
  });
});

describe("the time at which the circle closes", () => {
  /** With the taking leave that the classic format has, of which docs/formats.md says that it takes about 57 minutes. */
  const classic = (kind: PhaseKind, more: Partial<CircleView> = {}): CircleView => {
    const view = circle(kind, more);
    const [closing, debrief] = view.plan.slice(-2);
    return { ...view, plan: [...view.plan.slice(0, -1), { ...closing!, key: "leaving", kind: "leaving", optional: true }, debrief!] };
  };
  const coming_min = (view: CircleView): number => (endsAbout_ms(view, view.phase!.began_at)! - view.phase!.ends_at!) / 60_000;
  const nobody = { number: 1, presenter: null, stance: "in_circle" } as const;
  it.each<[string, CircleView, number]>([
    ["from the beginning", classic("arrival"), 57 - 5],
    ["in the case call, offered or not", classic("case_call"), 51],
    ["in the discussion", classic("discussion"), 5 + 5 + 3 + 3],
    ["before what may be left out", classic("return"), 5 + 3 + 3],
    ["once it is left out", classic("closing"), 3],
    ["without a presenter, where the joint discussion is the only way", classic("return", { case: nobody }), 5 + 3 + 3],
    ["without a presenter, where two phases that need one come before it", classic("questions", { case: nobody }), 5 + 3 + 3],
    ["where the button asks once more who has a case", classic("presentation", { case: nobody, again: "case_call" }), 1 + 7 + 3 + 25 + 5 + 5 + 3 + 3],
    ["where nothing but the leaders' debrief comes", classic("leaving" as PhaseKind, { phase: { ...circle("closing").phase!, index: 8, key: "leaving" } }), 0],
  ])("counts what the large button leads to, %s", (_when, view, minutes) => {
    expect(coming_min(view)).toBe(minutes);
  });
});

describe("the name of the next step", () => {
  const named = (view: CircleView, change: Partial<CircleView["plan"][number]> = {}): unknown => stepName(view, { ...nextStep(view).phase!, ...change });
  it("says what becomes of the presenter, by the plan and not by the kind", () => {
    expect(named(SCENES.questions!)).toEqual({ id: "desk-next-discussion", presenter: "desk-presenter-pushes-back" });
    expect(named(SCENES.questions!, { stance: "in_circle" })).toEqual({ id: "desk-next-discussion", presenter: null });
    expect(named(SCENES.presentation!, { stance: "back_hidden" })).toEqual({ id: "desk-next-questions", presenter: "desk-presenter-pushes-back" });
    expect(named(SCENES.discussion!, { kind: "closing" })).toEqual({ id: "desk-next-closing", presenter: "desk-presenter-comes-back" });
  });
  it("brings nobody back who is in the circle", () => {
    expect(named(SCENES.discussion!)).toEqual({ id: "desk-next-return", presenter: null });
    const recalled = circle("discussion", { case: { number: 1, presenter: 4, stance: "in_circle" } });
    expect(named(recalled)).toEqual({ id: "desk-next-return-here", presenter: null });
  });
});

describe("the name of the next step while the presenter is out", () => {
  const out = (view: CircleView): CircleView => ({ ...view, seats: { ...view.seats, [PRESENTER]: { ...view.seats[PRESENTER]!, stepped_out: true } } });
  const named = (view: CircleView, change: Partial<CircleView["plan"][number]> = {}): unknown => stepName(out(view), { ...nextStep(out(view)).phase!, ...change });
  it("says nothing of what becomes of them", () => {
    expect(named(SCENES.discussion!)).toEqual({ id: "desk-next-return-out", presenter: null });
    expect(named(circle("discussion", { case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }))).toEqual({ id: "desk-next-return-out", presenter: null });
    expect(named(SCENES.questions!)).toEqual({ id: "desk-next-discussion", presenter: null });
    expect(named(SCENES.discussion!, { kind: "closing" })).toEqual({ id: "desk-next-closing", presenter: null });
  });
});

describe("past phases", () => {
  it("took all their entries together; what was not entered took no time at all", () => {
    const past = [{ index: 2, began_at: 0, ended_at: 60_000 }, { index: 3, began_at: 60_000, ended_at: 70_000 }, { index: 2, began_at: 70_000, ended_at: 75_000 }];
    const view = circle("discussion", { past });
    expect([0, 2, 3].map((index) => took_ms(view, index))).toEqual([null, 65_000, 10_000]);
  });
  it("is counted anew with the next case, but for what came before the first", () => {
    const entry = (index: number, began_at: number, ended_at: number) => ({ index, began_at, ended_at });
    const first = [entry(0, 0, 5_000), entry(1, 5_000, 6_000), entry(2, 6_000, 9_000), entry(3, 9_000, 10_000)];
    const second = [entry(1, 20_000, 24_000), entry(2, 24_000, 31_000)];
    const view = { ...circle("questions"), past: [...first, ...second] };
    expect([0, 1, 2, 3].map((index) => took_ms(view, index))).toEqual([5_000, 4_000, 7_000, null]);
    const called = circle("case_call");
    const again = { ...called, past: first, phase: { ...called.phase!, began_at: 20_000 } };
    expect([0, 2].map((index) => took_ms(again, index))).toEqual([5_000, null]);
  });
});

describe("one at a time", () => {
  it("makes an open floor a queue, and open again", () => {
    expect(oneAtATime(SCENES.discussion!, true)).toEqual({ floor: "queue", gate: "hard" });
    expect(oneAtATime(SCENES.hard!, false)).toEqual({ floor: "open", gate: "soft" });
  });
  it("leaves the presenter's floor the presenter's", () => {
    expect(oneAtATime(SCENES.presentation!, true)).toEqual({ floor: "presenter", gate: "hard" });
  });
  it("is known from a floor that is the phase's own", () => {
    expect([SCENES.hard!, SCENES.discussion!, SCENES.debrief!, SCENES.gathering!].map(floorIsSet)).toEqual([true, false, false, false]);
  });
  it("has not been pressed where the floor is another because nobody presents any more", () => {
    const gone = (kind: PhaseKind, gate: Gate): CircleView =>
      ({ ...SCENES[kind]!, case: { ...SCENES[kind]!.case, presenter: null, stance: "in_circle" }, floor: { kind: gate === "soft" ? "open" : "queue", gate } });
    for (const kind of ["presentation", "questions"] as const) {
      const own = planned(SCENES[kind]!)!.floor.gate;
      expect([gone(kind, own), gone(kind, own === "soft" ? "hard" : "soft")].map(floorIsSet), kind).toEqual([false, true]);
    }
  });
  it("gives turns only where the floor knows turns", () => {
    expect(takesTurns(SCENES.questions!)).toBe(true);
    expect(takesTurns(SCENES.presentation!)).toBe(false);
    expect(takesTurns(SCENES.gathering!)).toBe(false);
  });
});

it.each([[0, "0:00"], [9_999, "0:09"], [572_000, "9:32"], [3_605_000, "1:00:05"], [-4, "0:00"]])("writes %d ms as %s", (ms, text) => {
  expect(clock(ms)).toBe(text);
});
