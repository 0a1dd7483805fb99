import { expect, it } from "vitest";
import { draw } from "../drawn";
import { MEMBER, SCENES } from "../fixtures";

it("leads to what was told at the door of what is measured and kept", async () => {
  const { change, press, text } = await draw(SCENES.discussion!, MEMBER);
  await press('.head [data-control="kept"]');
  expect(text(".head dialog")).toContain("who is speaking");
  expect(text(".head dialog"), "nothing is kept that could be shown").not.toContain("supervisor");
  await change((set) => ((set.keeping.value = "aggregate"), (set.together.value = true)));
  const told = ["works out who speaks when", "side by side", "to a supervisor, for their training: by a link that ends", "never kept here"];
  for (const one of told) expect(text(".head dialog")).toContain(one);
});

it("leads there from the waiting room", async () => {
  const { press, text } = await draw({ stage: "gathering" }, MEMBER);
  await press('.waiting [data-control="kept"]');
  expect(text(".waiting dialog")).toContain("who is speaking");
});
