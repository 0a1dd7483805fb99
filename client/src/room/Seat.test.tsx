import { describe, expect, it } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, MEMBER, PRESENTER, SCENES, seatsOf } from "../fixtures";
import { initials } from "./Seat";

const at = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>(".seat")].map((seat) => [seat.dataset.seat, seat.style.getPropertyValue("--x"), seat.style.getPropertyValue("--y")]);

describe("the circle", () => {
  it("is the same for everyone", async () => {
    const pages = [];
    for (const seat of [1, MEMBER, PRESENTER]) pages.push(at((await draw(SCENES.discussion!, seat)).page));
    expect(pages[0]).toHaveLength(8);
    expect(pages[1]).toEqual(pages[0]);
    expect(pages[2]).toEqual(pages[0]);
  });

  it("moves nobody when a link drops", async () => {
    const before = at((await draw(SCENES.discussion!, MEMBER)).page);
    expect(at((await draw(SCENES.down!, MEMBER)).page)).toEqual(before);
  });

  it("shows a lost link with a word, and never as somebody who speaks", async () => {
    const { page, change, text } = await draw(SCENES.down!, MEMBER);
    await change((set) => (set.facts.value = { ...set.facts.value!, speaking: [3, 6] }));
    expect(text('[data-seat="6"] .seat-word')).toBe("link lost");
    expect(page.querySelector('[data-seat="6"]')!.classList).not.toContain("seat-speaking");
    expect(page.querySelector('[data-seat="3"]')!.classList).toContain("seat-speaking");
  });

  it("shows hands in their order, and tells them to a screen reader", async () => {
    const { text } = await draw(SCENES.discussion!, MEMBER);
    expect(text('[data-seat="7"] .seat-hand')).toBe("1");
    expect(text('[data-seat="3"] .seat-hand')).toBe("2");
    expect(text('[data-seat="3"] .hidden')).toContain("hand raised, number 2");
  });

  it("shows those in the private room to each other, and to nobody else", async () => {
    const stripes = (page: HTMLElement) => [...page.querySelectorAll<HTMLElement>(".circle-seats .seat-down")].map((one) => Number(one.dataset.seat));
    expect(stripes((await draw(SCENES.aside!, 4)).page)).toEqual([3, CO_LEADER]);
    expect(stripes((await draw(SCENES.aside!, 3)).page)).toEqual([]);
  });
  it("is a small room for those in the private one, without what is the group's", async () => {
    const shown = async (seat: number, view = SCENES.aside!) => {
      const { page, text } = await draw({ ...view, hands: [3], paused: true }, seat);
      return [at(page).map(([one]) => Number(one)), text("h1"), page.querySelectorAll(".seat-hand, .centre-paused, [data-control=hand], [data-control=word]").length];
    };
    expect(await shown(3)).toEqual([[3, CO_LEADER], "Stepped out", 0]);
    expect(await shown(CO_LEADER)).toEqual([[3, CO_LEADER], "Stepped out", 0]);
    expect((await shown(MEMBER))[0]).toHaveLength(8);
    const left = { ...SCENES.aside!, private: null };
    expect(await shown(3, left)).toEqual([[3], "Stepped out", 1]); // alone there, one still has a word to the leaders
  });
  it("marks the pushed-back presenter, and oneself by word", async () => {
    const { page, text } = await draw(SCENES.discussion!, PRESENTER);
    expect(page.querySelector(`[data-seat="${PRESENTER}"]`)!.classList).toContain("seat-back");
    expect(text(`[data-seat="${PRESENTER}"] .seat-name`)).toBe("You");
    expect(text('[data-seat="2"] .seat-name')).toBe("Marguerite");
  });

  it("shows everybody who has a case, until they present or the call is over", async () => {
    const said = async (scene: string) => {
      const { page } = await draw(SCENES[scene]!, MEMBER);
      return [...page.querySelectorAll(".circle-seats .seat-role")].filter((one) => one.textContent === "has a case").map((one) => Number(one.closest<HTMLElement>(".seat")!.dataset.seat));
    };
    expect(await said("case_call")).toEqual([PRESENTER, 7]);
    expect(await said("chosen")).toEqual([7]);
    expect((await draw({ ...SCENES.presentation!, offers: [7] }, MEMBER)).page.textContent).not.toContain("has a case");
  });

  it("marks whose floor it is, in turns and in presentations", async () => {
    expect((await draw(SCENES.questions!, MEMBER)).page.querySelector(".seat-floor")).toHaveProperty("dataset.seat", "6");
    expect((await draw(SCENES.presentation!, MEMBER)).page.querySelector(".seat-floor")).toHaveProperty("dataset.seat", "4");
    expect((await draw(SCENES.discussion!, MEMBER)).page.querySelector(".seat-floor")).toBeNull();
  });
});

it.each([["Marguerite", "M"], ["anna von der Heide", "AH"], ["  ", ""], ["Cleo (2)", "C2"], ["Émile", "É"], ["𝒜nna B", "𝒜B"]])("initials of %s", (name, letters) => {
  expect(initials(name)).toBe(letters);
});

it("a raised hand stands away from the neighbour above, whose words may lie there", async () => {
  const nine = { ...SCENES.discussion!, seats: seatsOf(9), hands: [2, 3, 5, 6, 7, 8, 9] };
  const { page } = await draw(nine);
  const left = [...page.querySelectorAll<HTMLElement>(".seat-hand-left")].filter((one) => one.querySelector(".seat-hand"));
  expect(left.map((one) => Number(one.dataset["seat"])), "outwards above the middle, inwards below it").toEqual([5, 8, 9]);
});
