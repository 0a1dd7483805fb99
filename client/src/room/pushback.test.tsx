/** What a pushed-back presenter who asks to be brought back is told, what the desk is, and that nobody who is not heard looks so. */
import { expect, it } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, factsOf, LEADER, MEMBER, NOW_MS, PRESENTER, SCENES } from "../fixtures";
import type { CircleView } from "../protocol";

/** Asked six seconds ago, or so long ago. */
function asked(ago_ms = 6_000): CircleView {
  const at = NOW_MS - ago_ms;
  return { ...SCENES.discussion!, words: [{ seat: PRESENTER, word: "bring_me_back", at, returns_at: at + 20_000 }] };
}

it("says to the presenter beforehand what happens if nobody answers, and to nobody else", async () => {
  const { page, text, change } = await draw(asked(), PRESENTER);
  expect(text(".own-wait")).toBe("If no leader brings you back, you can come back yourself in 14 s.");
  expect(text(".own-step [role=status]"), "aloud it is said once").toBe("If no leader brings you back, you can come back yourself in 20 s.");
  expect(page.querySelector("[data-own-step=recall]")).toBeNull();
  await change((set) => (set.view.value = asked(20_000)));
  expect([page.querySelector(".own-wait"), text("[data-own-step=recall]")]).toEqual([null, "Come back into the circle"]);
  expect(text(".own-step [role=status]")).toContain("you can come back into the circle now");
  const seen = await draw(asked(), PRESENTER);
  await seen.change((set) => (set.facts.value = { ...factsOf(asked(), PRESENTER), you: { ...factsOf(asked(), PRESENTER).you, words: ["bring_me_back"], noted: { bring_me_back: LEADER } } }));
  expect(seen.text(".own-wait"), "seen, and the time goes on").toBe("Ilse has seen it. If no leader brings you back, you can come back yourself in 14 s.");
  expect((await draw(asked(), MEMBER)).page.querySelector(".own-wait")).toBeNull();
  expect((await draw(SCENES.discussion!, PRESENTER)).page.querySelector(".own-wait")).toBeNull();
});

it("says aside that one is aside, and no longer that one has pushed back", async () => {
  const { page, change } = await draw(SCENES.discussion!, PRESENTER);
  expect(page.querySelector(".head-back")).not.toBeNull();
  await change((set) => {
    const view = set.view.value as CircleView;
    set.view.value = { ...view, seats: { ...view.seats, [PRESENTER]: { ...view.seats[PRESENTER]!, stepped_out: true } }, private: { inside: [LEADER, PRESENTER], asking: null, agreed: [] } };
  });
  expect([page.querySelector(".head-back"), page.textContent!.includes("pushed back")]).toEqual([null, false]);
});

it("says to the desk beforehand who comes back alone and when, beside the answer", async () => {
  const { fake, page, text, press, change } = await draw(asked(), LEADER);
  expect(text(".word-returns [aria-hidden]")).toBe("Unless brought back, Anna can come back on their own in 14 s.");
  expect(text(".word-returns .hidden")).toContain("in 20 s");
  await press(".word [data-act=recall]");
  expect(fake.asked).toEqual([{ type: "recall", fields: { about: 5 } }]);
  await press(".word [data-act=note_word]");
  expect(fake.asked[1]).toEqual({ type: "note_word", fields: { seat: PRESENTER, word: "bring_me_back" } });
  const seen = (view: CircleView): CircleView => ({ ...view, words: view.words!.map((sent) => ({ ...sent, noted_by: CO_LEADER })) });
  await change((set) => (set.view.value = seen(asked())));
  expect([text(".word summary"), text(".word-returns [aria-hidden]")]).toEqual(["Anna asks: bring me back · seen by Henrik", "Unless brought back, Anna can come back on their own in 14 s."]);
  expect([...page.querySelectorAll(".word .choices button")].map((one) => one.getAttribute("data-act")), "it is not put away").toEqual(["recall"]);
  await change((set) => (set.view.value = seen(asked(20_000))));
  for (const said of ["[aria-hidden]", ".hidden"]) expect(text(`.word-returns ${said}`)).toBe("Anna can come back on their own now.");
  await change((set) => {
    const view = set.view.value as CircleView;
    set.view.value = { ...view, seats: { ...view.seats, [PRESENTER]: { ...view.seats[PRESENTER]!, link: "down" } } };
  });
  expect(page.querySelector(".word-returns"), "nobody whose link is down comes back").toBeNull();
});

it("says afterwards to both that the presenter came alone: once to them, and at the desk until it is past", async () => {
  const back = { ...SCENES.discussion!.case, stance: "in_circle" as const };
  const alone: CircleView = { ...SCENES.discussion!, case: back, came_alone: true };
  for (const seat of [PRESENTER, LEADER]) {
    const { page, change } = await draw(asked(20_000), seat);
    await change((set) => (set.view.value = alone));
    const told = [page.querySelector("[data-code=came_alone] p"), page.querySelector("[data-of-presenter]")].map((one) => one?.textContent);
    expect(told).toEqual(seat === PRESENTER
      ? ["You are back in the circle, on your own: no leader had brought you back.", undefined]
      : [undefined, "Anna came back on their own."]);
    await change((set) => (set.view.value = { ...SCENES.discussion!, came_alone: false }));
    expect(page.querySelector("[data-code=came_alone], [data-of-presenter]"), "not once they have pushed back again").toBeNull();
  }
  const { page, text } = await draw(alone, LEADER);
  expect([text("[data-of-presenter]"), text(".desk-handle")].every((line) => line.includes("Anna came back on their own"))).toBe(true);
  expect(page.querySelector("[data-step=push_back]")).not.toBeNull();
  expect((await draw(alone, PRESENTER)).page.querySelector("[data-code=came_alone]"), "a page that is opened anew has no news").toBeNull();
});

it("says at the desk who presented and has left, open or closed, until it is past", async () => {
  const left: CircleView = { ...SCENES.discussion!, case: { ...SCENES.discussion!.case, presenter: null, stance: "in_circle" }, presenter_left: PRESENTER };
  const { page, change, text } = await draw(left);
  expect([text("[data-of-presenter]"), text(".desk-handle")].every((line) => line.includes("Anna has left."))).toBe(true);
  await change((set) => (set.view.value = { ...left, presenter_left: null }));
  expect(page.querySelector("[data-of-presenter]")).toBeNull();
  expect((await draw(left, MEMBER)).page.textContent).not.toContain("Anna has left.");
});

it("shows nobody as speaking who is pushed back, however late the facts are: not at the desk, not in any circle", async () => {
  const speaks = async (scene: CircleView, seat: number) => {
    const { page, change } = await draw(scene, seat);
    await change((set) => (set.facts.value = factsOf(scene, seat, [PRESENTER, 3])));
    const [ring, row] = [`.circle-seats [data-seat="${PRESENTER}"]`, `[data-row="${PRESENTER}"] .row-state`];
    return [page.querySelector(ring)!.classList.contains("seat-speaking"), page.querySelector(row)?.textContent];
  };
  for (const seat of [PRESENTER, MEMBER, LEADER]) {
    expect((await speaks(SCENES.discussion!, seat))[0], `seen by ${seat}`).toBe(false);
    expect((await speaks(SCENES.presentation!, seat))[0], `seen by ${seat}`).toBe(true);
  }
  expect((await speaks(SCENES.discussion!, LEADER))[1]).toBe("");
  expect((await speaks(SCENES.presentation!, LEADER))[1]).toBe("speaks");
});

it("says before one asks to be brought back from when on one can come back alone, as the server has it", async () => {
  const { press, text, change } = await draw({ ...SCENES.discussion!, words: [] }, PRESENTER);
  await change(({ view }) => (view.value = { ...(view.value as CircleView), returns_after_ms: 20_000 }));
  await press('[data-control="word"]');
  expect(text('[data-told="leaders"] > p')).toBe("Nobody else learns that you said anything. If no leader brings you back within 20 s, you can come back yourself.");
  await change(({ view }) => (view.value = { ...(view.value as CircleView), case: { ...SCENES.discussion!.case, stance: "in_circle" } }));
  expect(text('[data-told="leaders"] > p')).not.toContain("20 s");
});

it("lets the presenter keep the case after all", async () => {
  const { fake, page, press } = await draw(SCENES.discussion!, PRESENTER);
  await press('[data-control="word"]');
  await press('[data-word="withdraw_case"]');
  expect(document.activeElement).toBe(page.querySelector('[data-act="withdraw-no"]'));
  await press('[data-act="withdraw-no"]');
  expect([fake.asked, page.querySelector('[data-act="withdraw-now"]'), page.querySelector('[data-word="withdraw_case"]')?.textContent]).toEqual([[], null, "I take my case back…"]);
});

it.each([["discussion", true], ["joint_discussion", true], ["closing", false]] as const)("offers in the quiet word to take the case back in the phase %s: %s", async (scene, offers) => {
  const { page, press } = await draw(SCENES[scene]!, PRESENTER);
  await press('[data-control="word"]');
  expect(page.querySelector('[data-word="withdraw_case"]') !== null).toBe(offers);
});
