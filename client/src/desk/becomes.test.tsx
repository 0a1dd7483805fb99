/** What the desk says beforehand of a step is what the server will do; and a press is seen to wait. */
import { expect, it, test } from "vitest";
import { act } from "preact/test-utils";
import { draw } from "../drawn";
import { circle, CO_LEADER, LEADER, MEMBER, NOW_MS, PRESENTER, SCENES, seatsOf } from "../fixtures";
import type { CircleView } from "../protocol";
import { GOES_LATE_MS, GOES_MS } from "../room/Notice";
import { endsAbout_ms } from "./next";

const hard = { kind: "queue", gate: "hard" } as const;
const gone = circle("discussion", { case: { number: 1, presenter: null, stance: "in_circle" } });

test.each<[string, CircleView, RegExp]>([
  ["at once", SCENES.discussion!, /in the circle at once, and is heard\. /],
  ["with a turn, where one at a time is heard", circle("discussion", { floor: hard }), /heard when given the floor/],
])("whoever is brought back is heard %s", async (_how, view, says) => {
  expect((await draw(view)).page.querySelector<HTMLElement>("[data-step=recall]")!.title).toMatch(says);
});

const asked = (floor: CircleView["floor"]): CircleView => ({ ...SCENES.discussion!, plan: SCENES.discussion!.plan.map((phase) => (phase.kind === "questions" ? { ...phase, floor } : phase)) });
test.each<[string, CircleView, string | undefined]>([
  ["of whom it brings back", SCENES.discussion!, "Anna is no longer pushed back then: the group hears them at once."],
  ["that they then need the floor", asked({ kind: "queue", gate: "hard" }), "Anna is no longer pushed back then, and is heard when given the floor."],
  ["whom it pushes back", circle("return"), "Anna is pushed back again: the group does not hear them then."],
  ["whose floor it is where nobody presents", gone, "There is no presenter any more: that phase is held without one, and the floor is the group’s."],
  ["nothing where nobody need present", circle("presentation", { case: gone.case }), undefined],
])("a step back says %s, and that this phase begins anew", async (_what, view, says) => {
  const { press, page, text } = await draw(view);
  await press("[data-step=step_back]");
  expect(page.querySelector(".small-steps [data-also]")?.textContent).toBe(says);
  expect(text(".small-steps dialog p")).toContain("the session ends later");
  expect(text(".small-steps dialog p"), "what was added to it is not there again").toMatch(/^That phase begins anew, with \d+:00 as at first\. This one/);
});

it("without a presenter counts no phase that needs one, unless a case is called before it", async () => {
  const { text, page } = await draw(gone);
  expect([text(".plan [data-phase=return] .digits"), page.querySelector(".plan [data-phase=return]")!.className]).toEqual(["left out", "plan-left-out"]);
  expect(text(".plan [data-phase=closing] .digits")).toBe("3:00");
  const [ends, whole] = [gone, SCENES.discussion!].map((view) => endsAbout_ms(view, NOW_MS)!);
  expect(whole! - ends!).toBe(5 * 60_000);
  const anew = await draw(circle("presentation", { case: gone.case, again: "case_call" }));
  expect(anew.text(".plan [data-phase=discussion] .digits"), "the large button asks once more who has one").toBe("25:00");
  const rows = (where: string): string[] => [...anew.page.querySelectorAll<HTMLElement>(where)].map((row) => row.dataset["phase"]!);
  expect(rows(".plan > ol li"), "and the plan lists what the closing time counts").toEqual([
    "presentation", "case_call", "presentation", "questions", "discussion", "return", "joint_discussion", "closing", "debrief",
  ]);
  expect(rows(".plan [aria-current]")).toEqual(["presentation"]);
  const arrival = circle("arrival");
  expect(endsAbout_ms(arrival, NOW_MS), "a case is still to be called").toBe(endsAbout_ms({ ...arrival, case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }, NOW_MS));
});

it("the phase that is now is never left out, and before the beginning none is now", async () => {
  const now = await draw({ ...gone, plan: gone.plan.map((phase) => ({ ...phase, needs_presenter: true })), phase: { ...gone.phase!, index: gone.plan.length - 1 } });
  expect(now.page.querySelector(".plan [aria-current]")!.className).toBe("plan-now");
  const { page } = await draw({ ...gone, phase: null });
  expect([page.querySelectorAll(".plan > ol li").length, page.querySelector(".plan [aria-current]")]).toEqual([gone.plan.length, null]);
});

it("a step back to a phase without a clock speaks of no time", async () => {
  const { press, text } = await draw({ ...SCENES.return!, plan: SCENES.return!.plan.map((phase) => ({ ...phase, typical_ms: 0 })) });
  await press("[data-step=step_back]");
  expect(text(".small-steps dialog p")).toMatch(/^That phase begins anew\. This one/);
});

it("the step out of a pause says that it ends the pause, and no end of the session does", async () => {
  const { text, change } = await draw(SCENES.paused!);
  expect(text(".next-button")).toBe("End “Discussion”: the presenter comes back · ends the pause");
  await change(({ view }) => (view.value = { ...SCENES.debrief!, paused: true }));
  expect(text(".next-button")).toBe("End the session…");
});

it("whoever leads and is out goes back before anything goes on; whoever is in the circle may, and reads what comes of it", async () => {
  const out = (lead: number): CircleView => ({ ...SCENES.paused!, lead, seats: { ...SCENES.paused!.seats, [lead]: { ...SCENES.paused!.seats[lead]!, stepped_out: true } }, private: { inside: [lead, PRESENTER], asking: null, agreed: [] } });
  const { page, text, change } = await draw(out(LEADER));
  const off = () => ["[data-step=advance]", "[data-step=resume]", "[data-step=step_back]"].map((step) => page.querySelector<HTMLButtonElement>(step)!.disabled);
  expect([off(), text("[data-step=resume]"), page.querySelector("[data-step=resume]")!.className]).toEqual([[true, true, true], "Resume", "small"]);
  expect([text(".next-button"), text(".next-note")]).toEqual(["End “Discussion”: the presenter comes back", "You have stepped out: go back first."]);
  expect(text("[data-step=recall]"), "nor does this end the pause").toBe("Bring back");
  await change(({ view }) => (view.value = { ...out(LEADER), private: null }));
  expect(text(".next-button"), "nor where they are out alone").toBe("End “Discussion”: the presenter comes back");
  await change(({ view }) => (view.value = { ...SCENES.debrief!, seats: out(LEADER).seats }));
  expect([text(".next-button"), text(".next-note"), page.querySelector<HTMLButtonElement>(".next-button")!.disabled], "the end may be had from anywhere").toEqual(["End the session…", "You have stepped out: go back first.", false]);
  expect(page.querySelector(".next-note > .desk-soft"), "and no reason against it stands within").toBeNull();
  await change(({ view }) => (view.value = out(CO_LEADER)));
  expect([off(), text(".next-button")]).toEqual([[false, true, false], "End “Discussion”: the presenter comes back"]);
  expect([text("[data-step=resume]"), page.querySelector("[data-step=resume]")!.className, text(".lead-line")]).toEqual(["Resume", "small", "Henrik leads, and has stepped out. To end the pause take the lead, or wait.Take the lead"]);
  await change(({ view }) => (view.value = { ...out(CO_LEADER), private: null }));
  expect([off(), text(".next-button"), text(".lead-line")], "and where the lead is out alone either ends it, and takes the lead").toEqual([[false, false, false], "End “Discussion”: the presenter comes back · ends the pause", "Henrik leads.Take the lead"]);
});

it.each([[PRESENTER, "Anna presents: the case ends with this."], [MEMBER, undefined]])("removing seat %i says whether a case ends", async (seat, says) => {
  const { press, page } = await draw(SCENES.discussion!);
  await press("[data-act=removing]");
  await press(`[data-row="${seat}"] [data-act=remove]`);
  expect(page.querySelector(".circle-rows [data-also]")?.textContent).toBe(says);
});

it("opens no prompt behind which nothing is", async () => {
  const prompted = (...said: string[]): CircleView => ({ ...SCENES.discussion!, plan: SCENES.discussion!.plan.map((phase) => ({ ...phase, prompts: said.map((en) => ({ en })) })) });
  expect([(await draw(prompted("Do not interrupt"))).page.querySelector("details.prompts"), (await draw(prompted("one", "two"))).page.querySelectorAll("details.prompts").length]).toEqual([null, 1]);
});

it("reminds of nothing that speaks of a presenter who has left", async () => {
  const prompted = (presenter: number | null, name: "return" | "discussion"): CircleView => {
    const now = SCENES[name]!;
    return { ...now, case: { ...now.case, presenter }, plan: now.plan.map((phase) => ({ ...phase, prompts: [{ en: "Look" }] })) };
  };
  const shown = async (...of: Parameters<typeof prompted>) => (await draw(prompted(...of))).text(".prompts");
  expect([await shown(PRESENTER, "return"), await shown(null, "discussion")]).toEqual(["Look", "Look"]);
  expect((await draw(prompted(null, "return"))).page.querySelector(".prompts")).toBeNull();
});

it.each(["[data-step=extend]", "[data-step=recall]", "[data-step=pause]", ".next-button", ".gate", "[data-act=lower]"])("%s waits for its answer, and is seen to", async (button) => {
  const { fake, press, page } = await draw(circle("discussion", { hands: [7] }));
  let answer: (value: { ok: true }) => void = () => undefined;
  fake.session.command = () => new Promise((settle) => (answer = settle));
  const busy = () => [...page.querySelectorAll("[aria-busy=true]")];
  await press(button);
  expect(busy()).toEqual([page.querySelector(button)]);
  await press("[data-act=removing]");
  expect(busy(), "what asks nothing waits for nothing").toHaveLength(1);
  await act(async () => answer({ ok: true }));
  await act(async () => undefined);
  expect(busy()).toEqual([]);
});

it("says of a late press which it was, and not for ever", async () => {
  const { fake, press, text } = await draw(SCENES.discussion!);
  fake.answer = { ok: false, code: "lapsed", detail: "" };
  await press("[data-step=extend]");
  expect(text("[data-code=lapsed]")).toContain("“+ 2 min” came too late");
  expect(GOES_LATE_MS).toBeGreaterThan(GOES_MS);
});

const back = (restored_at: number | null): CircleView => circle("discussion", { restored_at });
it("tells a leader who is back what has been meanwhile, on a page that stayed or was loaded anew, and no later", async () => {
  const { change, page } = await draw(back(null), LEADER);
  const told = (): string | undefined => page.querySelector<HTMLElement>("[data-notice]")?.dataset["code"];
  expect(told()).toBeUndefined();
  await change((set) => (set.view.value = back(NOW_MS - 2000)));
  expect(told()).toBe("restored");
  expect((await draw(back(NOW_MS - 20_000))).page.querySelector("[data-code=restored]")).not.toBeNull();
  expect((await draw(back(NOW_MS - 70_000))).page.querySelector("[data-notice]")).toBeNull();
});

it.each([
  ["the pause is over", { paused: true }, {}],
  ["the presenter is back", {}, { case: { number: 1, presenter: PRESENTER, stance: "in_circle" as const } }],
])("tells of the time without a leader no longer once %s", async (_what, before, after) => {
  const { change, page } = await draw({ ...back(null), ...before }, LEADER);
  const stands = (): boolean => page.querySelector("[data-code=restored]") !== null;
  await change((set) => (set.view.value = { ...back(NOW_MS - 2000), ...before }));
  await change((set) => (set.view.value = { ...back(NOW_MS - 2000), ...before, hands: [7] }));
  expect(stands(), "another change is not its end").toBe(true);
  await change((set) => (set.view.value = { ...back(NOW_MS - 2000), ...after }));
  expect(stands()).toBe(false);
});

it("of one's own link says nothing in the row while it comes back", async () => {
  const { change, page } = await draw(circle("discussion", { seats: seatsOf(8) }), LEADER);
  await change((set) => (set.facts.value = { ...set.facts.value!, links: { ...set.facts.value!.links, [LEADER]: { ...set.facts.value!.links![LEADER]!, up: false } } }));
  expect(page.querySelector(`[data-row="${LEADER}"]`)!.textContent).not.toContain("lost");
});

it.each([LEADER, MEMBER])("seat %i reads of a rehearsal that was stopped that it is over, and nothing else", async (seat) => {
  const { change, page, text } = await draw(seat === MEMBER ? circle("debrief") : SCENES.discussion!, seat);
  await change((set) => {
    set.rehearsal.value = 4;
    set.draining.value = true;
    set.connection.value = "lost";
  });
  expect([text("h1"), page.querySelector(".circle-seats")]).toEqual(["The rehearsal is over", null]);
  expect(page.textContent).not.toMatch(/restored|seat is kept/);
});

it.each<[string, Partial<CircleView>, boolean]>([
  ["nobody presents and the large step asks who has a case", { again: "case_call" }, false],
  ["nobody presents and no other case may be asked for", {}, true],
  ["somebody presents", { again: "case_call", case: { number: 1, presenter: PRESENTER, stance: "in_circle" } }, true],
])("the way back to the call of a case stands beside the large step, where %s: %s", async (_where, change, stands) => {
  const { page } = await draw(circle("presentation", { case: gone.case, ...change }));
  expect(page.querySelector('[data-step="step_back"]') !== null).toBe(stands);
});
