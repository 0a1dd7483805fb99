/** Without a leader: what is said beforehand, to whom, and what stands when one is back. */
import { expect, it } from "vitest";
import { announcements } from "../announce";
import { draw } from "../drawn";
import { LEADER, MEMBER, NOW_MS, PRESENTER, SCENES, circle } from "../fixtures";
import type { CircleView } from "../protocol";
import { t } from "../text";

const ALONE: CircleView = circle("discussion", { waits_for: ["no_leader"], suspends_at: NOW_MS + 40_000, hands: [MEMBER] });

it("says beforehand, and aloud once, that whoever has pushed back will be heard", async () => {
  expect((await draw(ALONE, PRESENTER)).text(".centre p")).toBe("No leader is there. In 40 s everyone is heard, you too.");
  expect((await draw(ALONE, MEMBER)).text(".centre p")).toBe("No leader is there. In 40 s everyone is heard, Anna too.");
  const scene = (view: CircleView, now = NOW_MS) => ({ connection: "up" as const, view, you: { seat: PRESENTER, role: "member" as const, standing: "seated" as const }, microphone: "on" as const, now });
  const aloud = { id: "room-says-heard-soon-you", about: PRESENTER, seconds: 40 };
  expect(announcements(scene(SCENES.discussion!), scene(ALONE))).toEqual([aloud]);
  expect(announcements(scene(ALONE), scene(ALONE, NOW_MS + 1_000))).toEqual([]);
});

it.each<[string, Partial<CircleView>, string]>([
  ["beforehand", {}, "No leader is there. In 40 s everyone is heard, Anna too."],
  ["once it is so", { suspends_at: null, suspended: true }, "No leader is there. Until one is back, everyone in the circle is heard."],
  ["where nobody has pushed back", { suspends_at: null }, "No leader is there. The clock waits."],
])("says the same in a pause, to look at: %s", async (_when, change, words) => {
  const { page } = await draw({ ...ALONE, ...change, paused: true, paused_at: NOW_MS }, MEMBER);
  expect([...page.querySelectorAll(".centre p")].map((one) => one.textContent)).toEqual([words, "Pause"]);
  const led = await draw({ ...ALONE, waits_for: [], suspends_at: null, paused: true, paused_at: NOW_MS }, MEMBER);
  expect(led.text(".centre p")).toBe("The group rests. Nothing is lost.");
});

it("says so to a leader who is out, who can prevent it, and aloud once; to a member who is out it says nothing of it", async () => {
  const seats = (out: number): CircleView["seats"] => ({ ...ALONE.seats, [out]: { ...ALONE.seats[out]!, stepped_out: true } });
  const gone = { ...ALONE, seats: seats(LEADER), paused: true };
  const { text, change } = await draw(gone, LEADER);
  expect([text(".centre h1"), text(".centre p")]).toEqual(["Stepped out", "No leader is there. In 40 s everyone is heard, Anna too."]);
  await change(({ view }) => (view.value = { ...gone, suspends_at: null, suspended: true }));
  expect(text(".centre p")).toBe("No leader is there. Until one is back, everyone in the circle is heard.");
  await change(({ view }) => (view.value = { ...gone, suspends_at: null }));
  expect(text(".centre p"), "nobody has pushed back").toBe(t("room-says-aside"));
  expect((await draw({ ...ALONE, seats: seats(MEMBER) }, MEMBER)).text(".centre p")).toBe(t("room-says-aside"));
  const scene = (view: CircleView) => ({ connection: "up" as const, view, you: { seat: LEADER, role: "leader" as const, standing: "seated" as const }, microphone: "off" as const, now: NOW_MS });
  const told = announcements(scene({ ...SCENES.discussion!, paused: true }), scene(gone));
  expect(told.map(({ id }) => id)).toEqual(["room-says-heard-soon", "announce-aside"]);
  expect(announcements(scene(gone), scene({ ...SCENES.discussion!, paused: true })).map(({ id }) => id)).toEqual(["announce-stepped-in"]);
});

it("says to the presenter that they are outside again once a leader is back", async () => {
  const { page, text, change } = await draw({ ...ALONE, suspends_at: null, suspended: true }, PRESENTER);
  await change(({ view }) => (view.value = SCENES.discussion!));
  expect(text("[data-code=outside_again] p")).toContain("you are outside the circle again");
  await change(({ view }) => (view.value = circle("discussion", { case: { number: 1, presenter: PRESENTER, stance: "in_circle" } })));
  expect(page.querySelector("[data-code=outside_again]"), "and no longer than that is so").toBeNull();
});

it("says of a word that it is kept until somebody is there to have it", async () => {
  const words = [{ seat: PRESENTER, word: "need_a_pause" as const, at: 0 }];
  const { text, press, change } = await draw({ ...ALONE, words }, PRESENTER);
  await press('[data-control="word"]');
  expect(text('[data-word="need_a_pause"]')).toBe("Left for the leaders: I need a pause");
  expect(text(".meanwhile")).toContain("Discussion");
  await change(({ view }) => (view.value = { ...SCENES.discussion!, words }));
  expect(text('[data-word="need_a_pause"]')).toBe("Sent to the leaders: I need a pause");
});

it("tells whoever had a hand up that the phase took it down", async () => {
  const { text, change } = await draw({ ...SCENES.discussion!, hands: [MEMBER] }, MEMBER);
  await change(({ view }) => (view.value = SCENES.return!));
  expect(text("[data-code=hand_gone]")).toContain("your hand is down");
});

it("tells the only leader what becomes of the group without them", async () => {
  const last = { ...SCENES.discussion!, seats: { ...SCENES.discussion!.seats, 5: { ...SCENES.discussion!.seats[5]!, role: "member" as const } } };
  const { text, press, change } = await draw(last, LEADER);
  await press('[data-control="leave"]');
  expect(text("dialog[open] p")).toContain("nobody leads: the clock waits");
  await change(({ view }) => (view.value = SCENES.discussion!));
  expect(text("dialog[open] p")).toContain("the session goes on without you");
});
