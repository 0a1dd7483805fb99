// @vitest-environment node
import { describe, expect, test } from "vitest";
import { circle, seatView } from "./fakes";
import { circlePlaces, handOf, places, RADIUS_PCT, seatedIn, type Place } from "./seats";

const seats = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
const apart = (one: Place, other: Place): number => Math.hypot(one.x_pct - other.x_pct, one.y_pct - other.y_pct);

describe.each([1, 2, 3, 8, 12, 14, 16])("a circle of %i", (count) => {
  test("nobody sits on another's lap", () => {
    const all = places(seats(count));
    for (const one of all) for (const other of all) {
      if (one.seat < other.seat) expect(apart(one, other)).toBeGreaterThan(one.size_pct);
    }
  });

  test("everybody fits into the square, also whoever has pushed back", () => {
    for (const back of seats(count)) {
      for (const place of places(seats(count), back)) {
        for (const middle of [place.x_pct, place.y_pct]) {
          expect(middle - place.size_pct / 2).toBeGreaterThanOrEqual(-3);
          expect(middle + place.size_pct / 2).toBeLessThanOrEqual(103);
        }
      }
    }
  });

  test("a push back moves one seat outward and no other", () => {
    const before = places(seats(count));
    const after = places(seats(count), 1);
    expect(after.slice(1)).toEqual(before.slice(1));
    const distance = ({ x_pct, y_pct }: Place): number => Math.hypot(x_pct - 50, y_pct - 50);
    expect(distance(before[0]!)).toBeCloseTo(RADIUS_PCT, 1);
    expect(distance(after[0]!)).toBeGreaterThan(RADIUS_PCT + 5);
    expect(after[0]!.back).toBe(true);
  });
});

test("a lost link keeps its chair; who waits, has left or was removed has none", () => {
  const view = circle({
    seats: {
      11: seatView(), 2: seatView({ link: "down" }), 3: seatView({ standing: "waiting" }),
      4: seatView({ standing: "left" }), 5: seatView({ standing: "removed" }), 1: seatView({ role: "leader" }),
    },
  });
  expect(seatedIn(view)).toEqual([1, 2, 11]);
});

test("the view says who is outside", () => {
  const stance = (of: "in_circle" | "back_visible" | "back_hidden") =>
    circlePlaces(circle({ case: { number: 1, presenter: 3, stance: of } })).filter((place) => place.back).map((place) => place.seat);
  expect([stance("in_circle"), stance("back_visible"), stance("back_hidden")]).toEqual([[], [3], [3]]);
});

test("hands are counted from one", () => {
  const view = circle({ hands: [5, 3] });
  expect([handOf(view, 5), handOf(view, 3), handOf(view, 4)]).toEqual([1, 2, 0]);
});
