import { beforeAll, describe, expect, it } from "vitest";
import { circle, LEADER, SCENES } from "../fixtures";
import { speak } from "../text";
import { WAYS } from "../ways";
import { lastWords, partsPast, phrase } from "./phrase";

beforeAll(() => speak("en", "")); // without a catalogue a text is its own key

describe("what stands in the middle", () => {
  it.each([
    ["gathering", "room-gathering", "room-says-gathering", LEADER],
    ["case_call", "phase-case_call", "room-says-case_call", null],
    ["chosen", "phase-case_call", "room-says-chosen", 4],
    ["presentation", "phase-presentation", "room-says-presentation", 4],
    ["questions", "phase-questions", "room-says-asks", 6],
    ["discussion", "phase-discussion", "room-says-discussion-back", 4],
    ["hard", "phase-discussion", "room-says-turn-alone", 6],
    ["paused", "phase-discussion", "room-says-paused", null],
    ["debrief", "phase-debrief", "room-says-debrief", null],
  ])("in %s", (scene, title, text, about) => {
    expect(phrase(SCENES[scene]!)).toEqual({ title, text, about });
  });

  it("says that one speaks at a time also while nobody has the floor", () => {
    expect(phrase({ ...SCENES.hard!, turn: null }).text).toBe("room-says-one-at-a-time");
  });

  it("does not call a recalled presenter pushed back", () => {
    const view = circle("discussion", { case: { number: 1, presenter: 4, stance: "in_circle" } });
    expect(phrase(view).text).toBe("room-says-discussion");
  });

  it.each(["presentation", "return", "discussion"] as const)("names nobody as telling or listening who has stepped out: %s", (kind) => {
    const view = { ...SCENES.discussion!, ...circle(kind) };
    const seats = { ...view.seats, 4: { ...view.seats[4]!, stepped_out: true as const } };
    expect(phrase({ ...view, seats })).toMatchObject({ about: null });
    expect(phrase({ ...view, seats, waits_for: ["presenter"] }).text).toBe("room-says-presenter-missed");
  });

  it("does not tell a leader who is there that none is, before the server has seen them come back", () => {
    const view = { ...SCENES.leaderless!, waits_for: ["no_leader" as const], suspended: false, suspends_at: 90_000 };
    expect([LEADER, 4].map((own) => phrase(view, own, 0).text)).not.toContain("room-says-no-leader");
    expect([LEADER, 4].map((own) => phrase(view, own, 0).text === "room-says-heard-soon")).toEqual([false, true]);
  });

  it("names nobody when the presenter has left", () => {
    const view = circle("presentation", { case: { number: 1, presenter: null, stance: "in_circle" } });
    expect(phrase(view)).toMatchObject({ text: "room-says-no-presenter", about: null });
  });
});

it("tells whoever is asked next in a round, and nobody else", () => {
  const said = (own: number, next: number | null = 4) => phrase({ ...WAYS.round!, round: { to_ask: [4, 6], next } }, own);
  expect(said(4)).toMatchObject({ text: "room-says-turn-next", about: 3 });
  expect([said(6), said(3), said(4, null), phrase({ ...WAYS.round!, round: null }, 4)].map(({ text }) => text)).toEqual(Array(4).fill("room-says-turn"));
});

it("says to those who came early that no leader is there yet", () => {
  expect(phrase(circle(null, { lead: null }))).toMatchObject({ text: "room-says-early", about: null });
  const seats = { 2: { role: "member", standing: "seated", link: "up", circle: "outer" } } as const;
  expect(phrase(circle(null, { lead: null, seats })).text).toBe("room-says-gathering"); // where nobody hears the outer circle
});

it("says so when the presenter has taken the case back in the discussion", () => {
  const view = circle("discussion", { case: { number: 1, presenter: null, stance: "in_circle" } });
  expect(phrase(view)).toMatchObject({ text: "room-says-no-presenter", about: null });
});

describe("the last minutes", () => {
  const at = (kind: "closing" | "joint_discussion" | "debrief", share: number): string | null => {
    const view = circle(kind);
    const { began_at, ends_at } = view.phase!;
    return lastWords(view, began_at + share * (ends_at! - began_at));
  };
  const [LAST, NOW] = ["room-says-last-minutes", "room-says-closes-now"];
  it("are the second half of the circle's last phase, and with its time over it closes now", () => {
    expect([0, 0.49, 0.51, 0.99, 1, 3].map((share) => at("closing", share))).toEqual([null, null, LAST, LAST, NOW, NOW]);
  });
  it("are of no earlier phase, and not of the leaders' own", () => {
    expect([at("joint_discussion", 0.9), at("debrief", 0.9)]).toEqual([null, null]);
  });
  it("are not of a case after which another may be called", () => {
    const view = circle("closing", { more: true });
    expect(lastWords(view, view.phase!.ends_at! - 1)).toBeNull();
  });
  it("come also where one may take leave afterwards, and where a member knows of no debrief", () => {
    const view = circle("closing");
    const leaving = { ...view.plan[7]!, key: "leaving", kind: "leaving" as const, optional: true };
    expect(lastWords({ ...view, plan: [...view.plan.slice(0, 8), leaving] }, view.phase!.ends_at! - 1)).toBe(LAST);
    expect(lastWords(circle(null), 0)).toBeNull();
  });
});

describe("the arc of time", () => {
  const phase = { began_at: 1000, ends_at: 9000 };
  it.each([[1000, 0], [1999, 0], [2000, 1], [5500, 4], [9000, 8], [60_000, 8], [0, 0]])("at %d: %d parts", (now, parts) => {
    expect(partsPast(phase, now)).toBe(parts);
  });
  it("is not drawn where a phase has no end", () => expect(partsPast({ began_at: 0, ends_at: null }, 5)).toBeNull());
});
