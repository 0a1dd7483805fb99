// @vitest-environment node
import { expect, test } from "vitest";
import { ServerClock } from "./clock";

let local = 0;
const clockAt = (): ServerClock => {
  local = 0;
  return new ServerClock(() => local);
};

test("the sample that travelled fastest is the truest", () => {
  const clock = clockAt();
  clock.sample(1000); // on its way for 200 ms, say
  local = 1000;
  clock.sample(2200); // on its way for no time at all
  local = 2000;
  clock.sample(2900); // for 300 ms
  expect(clock.now()).toBeGreaterThanOrEqual(3199);
  expect(clock.now()).toBeLessThanOrEqual(3200);
});

test("two clocks that drift apart are brought together again", () => {
  const clock = clockAt();
  for (let n = 0; n < 1000; n++, local += 200) clock.sample(local * 0.999);
  expect(Math.abs(clock.now() - local * 0.999)).toBeLessThan(2);
});

test("session time stood still while no server ran", () => {
  const clock = clockAt();
  clock.sample(10_000);
  local = 60_000;
  clock.sample(12_000);
  expect(clock.now()).toBe(12_000);
});

test("it stands while the server is heard of no more, and says what is told next", () => {
  const clock = clockAt();
  clock.sample(10_000);
  local = 1000;
  clock.stand();
  local = 4000;
  clock.stand();
  expect(clock.now()).toBe(11_000);
  clock.sample(14_000);
  expect(clock.now()).toBe(14_000);
});

test("another run of the room starts anew, however small the step", () => {
  const clock = clockAt();
  clock.sample(10_000);
  clock.sample(9_000, true);
  expect(clock.now()).toBe(9_000);
});
