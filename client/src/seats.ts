/** Where everybody sits: pure geometry and order, the same on every page. Knows no DOM. */
import { pushedBack, type CircleView, type SeatId } from "./protocol";

/** In percent of the circle's square, from its top left; `size_pct` is the diameter of the round seat. */
export interface Place {
  seat: SeatId;
  x_pct: number;
  y_pct: number;
  size_pct: number;
  /** How wide a name under the seat may be before it meets its neighbour's. */
  name_pct: number;
  /** Pushed back: outside the circle. */
  back: boolean;
}

/** The radius of the circle that the seats' centres lie on. */
export const RADIUS_PCT = 36;
const LARGEST_PCT = 18;
const SMALLEST_PCT = 9;
/** A seat's share of the way to its neighbour; the rest is air. */
const FILLED = 0.74;
/** How far outward a pushed-back seat moves. */
const BACK_PCT = 8;
const BACK_NAME_PCT = 19;

/** Those who sit in the circle, in the order of their seats. A lost link keeps its chair. */
export function seatedIn(view: CircleView): SeatId[] {
  return Object.entries(view.seats)
    .filter(([, seat]) => seat.standing === "seated")
    .map(([seat]) => Number(seat)); // keys that are whole numbers come in ascending order
}

/** A place for each of `seats`, clockwise from the top in the order given. */
export function places(seats: readonly SeatId[], back: SeatId | null = null): Place[] {
  const count = Math.max(1, seats.length);
  const apart = count === 1 ? 100 : 2 * RADIUS_PCT * Math.sin(Math.PI / count);
  const size = Math.min(LARGEST_PCT, Math.max(SMALLEST_PCT, apart * FILLED));
  return seats.map((seat, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    const radius = RADIUS_PCT + (seat === back ? BACK_PCT : 0);
    const x = 50 + radius * Math.cos(angle);
    // A name may use the way to its neighbour's, and no more than there is to the edge; outside there is little.
    const room = seat === back ? BACK_NAME_PCT : 2 * Math.min(x, 100 - x);
    return {
      seat,
      x_pct: round(x),
      y_pct: round(50 + radius * Math.sin(angle)),
      size_pct: round(size),
      name_pct: round(Math.min(room, Math.max(size, apart * 0.96))),
      back: seat === back,
    };
  });
}

export function circlePlaces(view: CircleView): Place[] {
  return places(seatedIn(view), pushedBack(view));
}

/** The hand's place in the order, from 1; 0 for none. */
export function handOf(view: CircleView, seat: SeatId): number {
  return view.hands.indexOf(seat) + 1;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
