// @vitest-environment node
import { expect, test } from "vitest";
import { levelOf } from "./meter";

const tone = (amplitude: number): Float32Array => Float32Array.from({ length: 480 }, (_, n) => amplitude * Math.sin(n / 3));

test("silence is nothing, a full voice is everything, and louder is more", () => {
  expect(levelOf(new Float32Array(480))).toBe(0);
  expect(levelOf([])).toBe(0);
  expect(levelOf(tone(1))).toBe(1);
  const levels = [0.003, 0.01, 0.03, 0.1, 0.3].map((amplitude) => levelOf(tone(amplitude)));
  expect(levels).toEqual([...levels].sort((one, other) => one - other));
  expect(new Set(levels).size).toBe(5);
});

test("a quiet room hardly shows, speech at arm's length does", () => {
  expect(levelOf(tone(0.002))).toBeLessThan(0.1);
  expect(levelOf(tone(0.1))).toBeGreaterThan(0.5);
});
