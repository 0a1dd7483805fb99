import { expect, it } from "vitest";
import { draw } from "../drawn";
import { CO_LEADER, MEMBER, SCENES } from "../fixtures";

it("tells each who is here, and what everyone and what leaders see of them", async () => {
  const scene = SCENES.discussion!;
  const seats = { ...scene.seats, 3: { ...scene.seats[3]!, link: "down" as const }, 6: { ...scene.seats[6]!, stepped_out: true as const } };
  const { press, text, page } = await draw({ ...scene, seats }, MEMBER);
  await press('[data-control="seen"]');
  const here = text("[data-here]");
  for (const one of ["Ilse (leader)", "You", "Tomasz (link lost)", "Anna (pushed back)", "Yusuf (stepped out)"]) expect(here).toContain(one);
  expect([...page.querySelectorAll('[data-seen="seen-leaders"] li')]).toHaveLength(7);
  expect(text('[data-seen="seen-leaders"]')).toContain("Your quiet words");
  expect(text(".meanwhile"), "on a phone it lies over the phase and the line about oneself").toContain("Discussion");
});

it("names nobody as in the circle who has gone home, once the leaders are by themselves", async () => {
  const { press, text } = await draw(SCENES.debrief!, CO_LEADER);
  await press('[data-control="seen"]');
  expect(text("[data-here]")).toBe("Ilse (leader) · You (co-leader)");
});
