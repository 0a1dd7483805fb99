import { expect, test } from "vitest";
import { LARGE_PX, Looks } from "./looks";

test("each seat is as large as the largest place that shows it; one that is nowhere is not wanted", () => {
  const looks = new Looks();
  const [here, there] = [{}, {}];
  looks.shows(here, 2, LARGE_PX);
  looks.shows(there, 3, 10);
  expect(looks.message([2, 3, 4])).toEqual({ sizes: { 2: "small", 3: "small", 4: "none" }, wish: "all" });
  looks.shows(there, 2, LARGE_PX + 1);
  expect(looks.message([2, 3])).toEqual({ sizes: { 2: "large", 3: "none" }, wish: "all" });
  looks.shows(there, 2, 0);
  expect(looks.message([2])).toEqual({ sizes: { 2: "small" }, wish: "all" });
});

test("a page that is hidden wants no picture, and a wish goes along", () => {
  const looks = new Looks("save");
  looks.shows({}, 2, 500);
  looks.hidden.value = true;
  expect(looks.message([2])).toEqual({ sizes: { 2: "none" }, wish: "save" });
  looks.hidden.value = false;
  looks.wish.value = "audio";
  expect(looks.message([2])).toEqual({ sizes: { 2: "large" }, wish: "audio" });
});
