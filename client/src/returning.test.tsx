import { describe, expect, it, test } from "vitest";
import { announcements, type Scene } from "./announce";
import { draw } from "./drawn";
import { circle, LEADER, MEMBER, NOW_MS, PRESENTER, seatsOf } from "./fixtures";
import type { CircleView, SeatView } from "./protocol";
import { returning } from "./returning";
import { phrase } from "./room/phrase";
import { speak } from "./text";

const gone = { link: "down", returns_until: NOW_MS + 9000 } as const;
const cut = (seats: readonly number[], waits_for: CircleView["waits_for"] = []): CircleView =>
  circle("discussion", { seats: seatsOf(8, Object.fromEntries(seats.map((seat): [number, Partial<SeatView>] => [seat, gone]))), waits_for });
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

describe("after a cut", () => {
  test.each<[string, CircleView, number, ReturnType<typeof returning>]>([
    ["everyone, on the page that is back first", cut(ALL, ["no_leader"]), NOW_MS, "everyone"],
    ["half of the others", cut([4, 5, 6, 7]), NOW_MS, "everyone"],
    ["fewer", cut([5, 6, 7]), NOW_MS, null],
    ["fewer, and the clocks wait", cut([PRESENTER, 6], ["presenter"]), NOW_MS, null],
    ["whom the end sends home", { ...cut([3, 4, 5, 6, 7, 8]), phase: circle("debrief").phase }, NOW_MS, null],
    ["the leaders alone", cut([LEADER], ["no_leader"]), NOW_MS, "leader"],
    ["whoever did not return in that time", cut(ALL, ["no_leader"]), NOW_MS + 9000, null],
    ["nobody", cut([]), NOW_MS, null],
  ])("%s", (_what, view, now, found) => expect(returning(view, MEMBER, now)).toBe(found));

  it("says one thing in the middle, and that no leader is there only once none has returned in that time", () => {
    speak("en", "");
    const said = (view: CircleView, now: number): string => phrase(view, MEMBER, now).text;
    expect([said(cut(ALL, ["no_leader", "presenter"]), NOW_MS), said(cut([4, 5, 6, 7]), NOW_MS), said(cut([LEADER], ["no_leader"]), NOW_MS)])
      .toEqual(["room-says-returning-waits", "room-says-returning", "room-says-leader-returning"]);
    expect(said(cut(ALL, ["no_leader"]), NOW_MS + 9000)).toBe("room-says-no-leader");
    expect(phrase({ ...cut(ALL), phase: null, lead: null }, MEMBER, NOW_MS)).toMatchObject({ title: "room-gathering", text: "room-says-returning" });
  });

  it("is announced so, too", () => {
    const at = (view: CircleView, now: number): Scene => ({ connection: "up", view, you: { seat: MEMBER, role: "member", standing: "seated" }, microphone: "on", now });
    const told = (before: Scene, after: Scene): string[] => announcements(before, after).map(({ id }) => id);
    const [calm, lost] = [at(cut([]), NOW_MS), at(cut(ALL, ["no_leader"]), NOW_MS)];
    const late = at(cut(ALL, ["no_leader"]), NOW_MS + 9000);
    expect([told(calm, lost), told(lost, lost), told(lost, late), told(late, late), told(late, calm), told(late, lost)])
      .toEqual([["room-says-returning-waits"], [], ["announce-no-leader"], [], ["announce-leader-here"], ["room-says-returning-waits"]]);
    const [paused, without] = [{ ...cut(ALL), paused: true }, cut([PRESENTER], ["presenter"])];
    expect([told(lost, calm), told(at(paused, NOW_MS), at({ ...cut([]), paused: true }, NOW_MS)), told(lost, at(without, NOW_MS))], "nothing untrue is told last")
      .toEqual([["announce-resumed"], ["announce-paused"], ["room-says-presenter-missed"]]);
    const [led, leader] = [at(cut([3, 4, 5, 6]), NOW_MS), at(cut([LEADER], ["no_leader"]), NOW_MS)];
    expect([told(lost, led), told(led, lost), told(lost, leader), told(leader, lost)], "one cut, whoever is back first").toEqual([[], [], [], []]);
  });

  it("calls nobody's link lost to themselves, nor that of whoever is returning", async () => {
    const { page, text } = await draw(cut(ALL, ["no_leader", "presenter"]), LEADER);
    expect(page.querySelector(`[data-seat="${LEADER}"] .seat-word`)).toBeNull();
    expect(page.querySelectorAll(".seat-word")).toHaveLength(7);
    expect(new Set([...page.querySelectorAll(".seat-word")].map((word) => word.textContent))).toEqual(new Set(["returning"]));
    expect(page.querySelector(`[data-row="${LEADER}"]`)!.textContent).not.toContain("lost");
    expect(text(`[data-row="${MEMBER}"] [data-state]`)).toBe("returning");
    expect(page.querySelectorAll("[data-accident=presenter], [data-accident=quorum]")).toHaveLength(0);
  });
});
