/** The desk of a leader who is out, and of one whose presenter is: what is off, and that it says why. */
import { expect, it } from "vitest";
import seen from "../../../tests/golden/views_from_outside.json";
import { draw } from "../drawn";
import { circle, CO_LEADER, LEADER, MEMBER, NOW_MS, PRESENTER, SCENES, seatsOf } from "../fixtures";
import type { CircleView, SeatId } from "../protocol";
import { WAYS } from "../ways";

function out(scene: CircleView, ...those: SeatId[]): CircleView {
  const seats = Object.fromEntries(Object.entries(scene.seats).map(([seat, one]) => [seat, those.includes(Number(seat)) ? { ...one, stepped_out: true as const } : one]));
  return { ...scene, seats, paused: true, paused_at: NOW_MS };
}

/** Of the desk's buttons, what each does that can be pressed. */
function pressable(page: HTMLElement): string[] {
  const buttons = [...page.querySelectorAll<HTMLButtonElement>(".desk-body button, .desk-calls button")];
  return [...new Set(buttons.filter((one) => !one.disabled && !one.closest("fieldset:disabled")).map((one) => one.dataset["step"] ?? one.dataset["act"] ?? one.className))];
}

it.each<[string, CircleView, string[]]>([
  ["hands and the floor", SCENES.hard!, ["extend", "recall", "gate", "end-turn", "grant", "lower"]],
  ["cases", SCENES.chosen!, ["extend", "choose", "said-aloud"]],
  ["what can be undone", SCENES.stepped!, ["extend", "undo_step"]],
  ["a presenter who is missed", SCENES.overdue!, ["extend", "recall", "go_on", "close-case"]],
  ["a presenter who asks to come back", SCENES.word!, ["recall"]],
  ["a scene", WAYS.scene!, ["freeze", "swap", "take_off_part"]],
  ["a scene that is stopped", WAYS.frozen!, ["unfreeze"]],
  ["two circles", WAYS.seating!, ["to-inner", "move_seat"]],
  ["a round", WAYS.round!, ["gate", "end-turn"]],
  ["a choice", WAYS.choice!, ["close_choice"]],
])("of %s a leader who is out changes nothing, whoever leads within", async (_what, scene, acts) => {
  const { page, change, text } = await draw({ ...scene, paused: true, paused_at: NOW_MS });
  expect(pressable(page)).toEqual(expect.arrayContaining(acts));
  await change(({ view }) => (view.value = out(scene, LEADER)));
  expect(pressable(page).filter((act) => acts.includes(act))).toEqual([]);
  expect(pressable(page)).toEqual(expect.arrayContaining(["end", "removing"]));
  expect(text(".next-note")).toBe("You have stepped out: go back first.");
  await change(({ view }) => (view.value = { ...out(scene, LEADER), lead: CO_LEADER }));
  expect(pressable(page).filter((act) => acts.includes(act)), "the other leads").toEqual([]);
  await change(({ view }) => (view.value = scene));
  expect(pressable(page), "back").toEqual(expect.arrayContaining(acts));
});

it("whatever the group does, nothing else of the desk can be pressed from outside", async () => {
  const found = new Set<string>();
  for (const scene of [...Object.values(SCENES), ...Object.values(WAYS)]) {
    if (scene.whispering?.includes(LEADER)) continue; // a whisper may be ended
    const { page } = await draw(out({ ...scene, lead: LEADER }, LEADER));
    pressable(page).forEach((act) => found.add(act));
  }
  expect([...found].sort()).toEqual(["admit", "admit-all", "end", "heed_word", "keys", "naming", "note_word", "open_private_room", "refuse", "removing", "second", "unspoken"]);
});

/** What the server shows leaders in tests/facilitation/situations.py; who of the two is out there. */
it.each<[string, unknown, SeatId]>([
  ["the lead is lost, and they are in the room of two", seen.lead_lost, 2],
  ["before the beginning the lead is lost, and they have stepped out", seen.out_before, 2],
  ["they lead, and the other is in the circle", seen.lead_outside, 1],
  ["the other leads in the circle", seen.other_leads, 2],
])("goes back first where %s", async (_where, golden, seat) => {
  const leaders = golden as CircleView;
  const { page, text } = await draw(leaders, seat);
  expect(leaders.seats[seat]!.stepped_out).toBe(true);
  expect(text("#next-note")).toContain("You have stepped out: go back first.");
  expect(page.querySelector<HTMLButtonElement>(".next-button")!.disabled).toBe(true);
  const inside = await draw(leaders, seat === 1 ? 2 : 1);
  expect(inside.page.textContent, "who is in the circle").not.toContain("go back first");
});

it("leaves no dialog open that could not be closed", async () => {
  const { page, press, change } = await draw(SCENES.case_call!);
  await press('[data-act="said-aloud"]');
  expect(page.querySelector(".offers dialog[open]")).not.toBeNull();
  await change(({ view }) => (view.value = out(SCENES.case_call!, LEADER)));
  expect(page.querySelector("dialog[open]")).toBeNull();
});

it("asks no more whether to step back once they must go back, nor when they are back", async () => {
  const { page, press, change } = await draw(SCENES.discussion!);
  const asked = () => page.querySelector("dialog[open] [data-act=step-back-now]") !== null;
  await press("[data-step=step_back]");
  expect(asked()).toBe(true);
  await change(({ view }) => (view.value = out(SCENES.discussion!, LEADER)));
  expect(asked()).toBe(false);
  await change(({ view }) => (view.value = SCENES.discussion!));
  expect(asked()).toBe(false);
});

it("does not whisper from outside, and says why", async () => {
  const { page, text } = await draw({ ...out(SCENES.discussion!, LEADER), lead: CO_LEADER });
  expect([page.querySelector<HTMLButtonElement>("[data-act=whisper]")!.disabled, text("[data-act=whisper] small")]).toEqual([true, "You have stepped out: go back first."]);
});

const asks = circle("discussion", { words: [{ seat: PRESENTER, word: "bring_me_back", at: NOW_MS, returns_at: NOW_MS + 20_000 }] });
it.each<[string, CircleView, string, string]>([
  ["brought back", asks, "recall", "Bring back"],
  ["pushed back", { ...asks, words: [], case: { ...asks.case, stance: "in_circle" } }, "push_back", "Push back"],
])("whoever presents is not %s while they are out, and the button says so without being pointed at", async (_how, view, step, label) => {
  const seats = seatsOf(8, { [PRESENTER]: { stepped_out: true } });
  const { page, text } = await draw({ ...view, seats });
  expect([page.querySelector<HTMLButtonElement>(`[data-step=${step}]`)!.disabled, text(`[data-step=${step}]`)]).toEqual([true, `${label}stepped out`]);
  expect(page.querySelector<HTMLElement>(`[data-step=${step}]`)!.title, "nor does it promise anything").toBe("");
  expect(page.querySelector("[data-word] [data-act=recall], .word-returns")).toBeNull();
  if (view.words?.length) expect(text("[data-word] .choices")).toContain("Anna has stepped out");
  const here = await draw(view);
  expect([here.page.querySelector<HTMLButtonElement>(`[data-step=${step}]`)!.disabled, here.page.querySelector(`[data-step=${step}] small`)]).toEqual([false, null]);
  expect(here.page.querySelector("[data-word] [data-act=recall]") !== null).toBe(step === "recall");
});

it.each([LEADER, MEMBER])("of a presenter who is out nobody reads that there is none: seat %i", async (seat) => {
  const scene = { ...SCENES.discussion!, seats: seatsOf(8, { [PRESENTER]: { stepped_out: true } }) };
  expect((await draw(scene, seat)).text(".centre > p")).toBe("The presenter has stepped out.");
});
