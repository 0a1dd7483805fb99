// @vitest-environment node
import { describe, expect, test } from "vitest";
import { circle, seatView } from "./fakes";
import type { CircleView } from "./protocol";
import { circlePlaces, handOf, places, RADIUS_PCT, roleWord, seatedIn, WIDE_RADIUS_PCT, whisperersTo, type Place } from "./seats";

const seats = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);
const apart = (one: Place, other: Place): number => Math.hypot(one.x_pct - other.x_pct, one.y_pct - other.y_pct);

describe.each([1, 2, 3, 8, 12, 14, 16])("a circle of %i", (count) => {
  test("nobody sits on another's lap", () => {
    const all = places(seats(count));
    for (const one of all) for (const other of all) {
      if (one.seat < other.seat) expect(apart(one, other)).toBeGreaterThan(one.size_pct);
    }
  });

  test("in a wide window they sit on a true circle, and a name and a word find room between its faces", () => {
    const all = places(seats(count));
    for (const { wide: one } of all) expect(Math.hypot(one.x_pct - 50, one.y_pct - 50)).toBeCloseTo(WIDE_RADIUS_PCT, 1);
    for (const { seat, wide: one } of all) for (const { seat: other_seat, wide: other } of all) {
      if (seat < other_seat) expect(Math.hypot(one.x_pct - other.x_pct, one.y_pct - other.y_pct)).toBeGreaterThan(1.45 * one.size_pct);
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

  test("in a wide one the largest circle's padding holds what reaches beyond it", () => {
    for (const back of seats(count)) {
      for (const { wide } of places(seats(count), back)) {
        expect(wide.y_pct - wide.size_pct / 2).toBeGreaterThan((-16 / 860) * 100);
        expect(wide.y_pct + wide.size_pct / 2).toBeLessThan(102);
      }
    }
  });

  test("a push back moves one seat outward and no other", () => {
    const before = places(seats(count));
    const after = places(seats(count), 1);
    expect(after.slice(1)).toEqual(before.slice(1));
    const distance = ({ x_pct, y_pct }: Place): number => Math.hypot(x_pct - 50, y_pct - 50);
    expect(distance(before[0]!)).toBeCloseTo(RADIUS_PCT, 1);
    expect(after[0]!.back).toBe(true);
  });

  test("whoever has pushed back is outside: between their chair and the circle's line is a gap, as to their neighbours", () => {
    for (const back of seats(count)) {
      const all = places(seats(count), back);
      const { x_pct, y_pct, size_pct, wide } = all[back - 1]!;
      expect(Math.hypot(x_pct - 50, y_pct - 50) - size_pct / 2 - RADIUS_PCT).toBeGreaterThan(2.5);
      expect(Math.hypot(wide.x_pct - 50, wide.y_pct - 50) - wide.size_pct / 2 - WIDE_RADIUS_PCT).toBeGreaterThan(2);
      for (const { seat, wide: other } of all) {
        if (seat !== back) expect(Math.hypot(wide.x_pct - other.x_pct, wide.y_pct - other.y_pct) - (wide.size_pct + other.size_pct) / 2).toBeGreaterThan(4);
      }
    }
  });
});

describe.each([8, 10, 12])("on a phone, the names of a circle of %i", (count) => {
  const wide = ({ room }: Place): number => room.left_pct + room.right_pct;

  test("stay in the window, and as long as nobody must be outside have room for some letters", () => {
    for (const { x_pct, room, ...place } of places(seats(count), 4)) {
      expect(x_pct - room.left_pct).toBeGreaterThanOrEqual(-4);
      expect(x_pct + room.right_pct).toBeLessThanOrEqual(104);
      expect(wide({ x_pct, room, ...place })).toBeGreaterThan(18);
    }
  });

  test("are not shorter for whoever is pushed back than ten letters", () => {
    const letters_pct = 24; // ten letters of 15 px on a phone of 360 px
    for (const back of [2, 3, 4]) {
      expect(wide(places(seats(count), back)[back - 1]!)).toBeGreaterThan(letters_pct);
    }
  });
});

test("a name at the side of a phone's circle leans inward and takes two lines; at the top it stays in the middle", () => {
  const [top, , side] = places(seats(10)) as [Place, Place, Place];
  expect(top.room.left_pct).toBe(top.room.right_pct);
  expect(side.room.left_pct).not.toBe(side.room.right_pct);
  expect(side.room.lines).toBe(2);
});

test.each([5, 7, 9])("of %i a plate stands under the name, in a line of its own, and meets no face", (count) => {
  const all = places(seats(count), null, new Set([2, 3]));
  expect(all[0]!.room).toEqual(places(seats(count))[0]!.room);
  for (const { seat, x_pct, y_pct, size_pct, room } of all.slice(1, 3)) {
    expect(room.lines).toBeGreaterThan(1);
    const [top, bottom] = [y_pct * 1.3 + size_pct / 2, y_pct * 1.3 + size_pct / 2 + 1 + room.lines * 5.6];
    for (const other of all.filter((one) => one.seat !== seat)) {
      const across = Math.max(0, other.x_pct - x_pct - room.right_pct, x_pct - room.left_pct - other.x_pct);
      const along = Math.max(0, other.y_pct * 1.3 - bottom, top - other.y_pct * 1.3);
      expect(Math.hypot(across, along), `${seat} and ${other.seat}`).toBeGreaterThanOrEqual(other.size_pct / 2 - 0.05);
    }
  }
});

test("a whisper is told to the other leaders in the circle, and to nobody aside", () => {
  const view = circle({ seats: { 1: seatView({ role: "leader" }), 2: seatView({ role: "co_leader" }) }, whispering: [2] });
  expect([whisperersTo(view, 1), whisperersTo(view, 2)]).toEqual([[2], []]);
  for (const aside of [1, 2]) {
    const seats = { ...view.seats, [aside]: { ...view.seats[aside]!, stepped_out: true as const } };
    expect(whisperersTo({ ...view, seats }, 1)).toEqual([]);
  }
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

test("whoever leads is the leader, and the other the co-leader", () => {
  const seats = { 1: seatView({ role: "leader" }), 5: seatView({ role: "co_leader" }), 6: seatView({ role: "observer" }), 7: seatView({}) };
  const words = (lead: number | null) => [1, 5, 6].map((seat) => roleWord(circle({ seats, lead }), seat));
  expect(words(1)).toEqual(["leader", "co_leader", "observer"]);
  expect(words(5)).toEqual(["co_leader", "leader", "observer"]);
  expect(words(null)).toEqual(["leader", "co_leader", "observer"]);
  const presents = circle({ seats, case: { number: 1, presenter: 7, stance: "in_circle" } });
  expect([roleWord(presents, 7), roleWord(circle({ seats }), 7)]).toEqual(["presenter", "member"]);
});

test("a format's own word for those who lead it stands for what they came as, whoever leads", () => {
  const seats = { 1: seatView({ role: "leader" }), 5: seatView({ role: "co_leader" }), 6: seatView({}) };
  const words = (titles: CircleView["titles"], lead: number) => [1, 5, 6].map((seat) => roleWord(circle({ seats, titles, lead }), seat));
  const training = { leader: "leader_in_training", co_leader: "supervisor" } as const;
  expect(words(training, 1)).toEqual(["leader_in_training", "supervisor", "member"]);
  expect(words(training, 5)).toEqual(["leader_in_training", "supervisor", "member"]);
  expect(words({ leader: "director" }, 5)).toEqual(["director", "leader", "member"]);
});

test("of two circles each has its own line of hands", () => {
  const of = (seat: number, ring: "inner" | "outer") => [seat, { role: "member", standing: "seated", link: "up", circle: ring }] as const;
  const seats = Object.fromEntries([of(2, "inner"), of(3, "outer"), of(4, "inner"), of(5, "outer")]);
  const view = circle({ seats, hands: [2, 4, 5, 3] });
  expect([2, 4, 5, 3].map((seat) => handOf(view, seat))).toEqual([1, 2, 1, 2]);
});
