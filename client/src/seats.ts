/** Where everybody sits: pure geometry and order, the same on every page. Knows no DOM. */
import { isLeftAside, planned, pushedBack, type CircleView, type SeatId } from "./protocol";

/** In percent of the circle's square, from its top left; `size_pct` is the diameter of the round seat. */
export interface Place {
  seat: SeatId;
  x_pct: number;
  y_pct: number;
  /** The place in a wide circle, in percent of its width and of its height. */
  wide: { x_pct: number; y_pct: number };
  size_pct: number;
  /** How wide a name under the seat may be before it meets its neighbour's. */
  name_pct: number;
  /** Pushed back: outside the circle. */
  back: boolean;
  /** How far a name may reach from the middle of its seat in a narrow, tall circle, and in how many lines. */
  room: NameRoom;
}

export interface NameRoom {
  left_pct: number;
  right_pct: number;
  lines: 1 | 2;
}

/** The radius of the circle that the seats' centres lie on. */
export const RADIUS_PCT = 36;
const LARGEST_PCT = 18;
const SMALLEST_PCT = 9;
/** A seat's share of the way to its neighbour; the rest is air. */
const FILLED = 0.74;
/** A wide circle is this many times as wide as high. */
export const WIDE = 1.45;
/** How far outward a pushed-back seat moves. */
const BACK_PCT = 8;
/** In a wide circle upward and downward: its faces are larger there, and nothing may be cut off by the window's edge. */
const WIDE_BACK_PCT = 5;
const BACK_NAME_PCT = 19;

/** Those who sit in the circle, in the order of their seats. A lost link keeps its chair. */
export function seatedIn(view: CircleView): SeatId[] {
  return Object.entries(view.seats)
    .filter(([, seat]) => seat.standing === "seated")
    .map(([seat]) => Number(seat)); // keys that are whole numbers come in ascending order
}

/** Those at the door. */
export function waitingIn(view: CircleView): SeatId[] {
  return Object.keys(view.seats).map(Number).filter((seat) => view.seats[seat]?.standing === "waiting");
}

/** Those around the circle that works, where there are two. */
export function outerIn(view: CircleView): SeatId[] {
  return seatedIn(view).filter((seat) => view.seats[seat]?.circle === "outer");
}

/** A place for each of `seats`, clockwise from the top in the order given. `worded`: under whose seat a word of what they are
    stands above the name. */
export function places(seats: readonly SeatId[], back: SeatId | null = null, worded: readonly SeatId[] = []): Place[] {
  const count = Math.max(1, seats.length);
  const apart = count === 1 ? 100 : 2 * RADIUS_PCT * Math.sin(Math.PI / count);
  const size = Math.min(LARGEST_PCT, Math.max(SMALLEST_PCT, apart * FILLED));
  const places = seats.map((seat, index) => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    const radius = RADIUS_PCT + (seat === back ? BACK_PCT : 0);
    const x = 50 + radius * Math.cos(angle);
    const wide_angle = wideAngle(index, count);
    const wide_y = 50 + (RADIUS_PCT + (seat === back ? WIDE_BACK_PCT : 0)) * Math.sin(wide_angle);
    // A name may use the way to its neighbour's, and no more than there is to the edge; outside there is little.
    const room = seat === back ? BACK_NAME_PCT : 2 * Math.min(x, 100 - x);
    return {
      seat,
      x_pct: round(x),
      y_pct: round(50 + radius * Math.sin(angle)),
      wide: { x_pct: round(50 + radius * Math.cos(wide_angle)), y_pct: round(wide_y) },
      size_pct: round(size),
      name_pct: round(Math.min(room, Math.max(size, apart * 0.96))),
      back: seat === back,
    };
  });
  return places.map((place) => ({ ...place, room: nameRoom(place, places, worded.includes(place.seat)) }));
}

const STEPS = 720;

/** How far it is along the rim of a wide circle from its top to each step. */
const RIM = rim();

function rim(): number[] {
  const point = (step: number): [number, number] => [WIDE * Math.cos(angleOf(step)), Math.sin(angleOf(step))];
  const walked = [0];
  for (let step = 1; step <= STEPS; step++) {
    const [[x, y], [was_x, was_y]] = [point(step), point(step - 1)];
    walked.push((walked[step - 1] ?? 0) + Math.hypot(x - was_x, y - was_y));
  }
  return walked;
}

function angleOf(step: number): number {
  return (2 * Math.PI * step) / STEPS - Math.PI / 2;
}

/** The angle of a place in a wide circle whose places are equally far from each other along the rim. Equal angles would
    crowd those at its ends. */
function wideAngle(index: number, count: number): number {
  const far = ((RIM[STEPS] ?? 0) * index) / count;
  return angleOf(RIM.findIndex((walked) => walked >= far));
}

/** A phone's circle is this many times as high as wide, or more; the rest is in percent of its width. */
const TALL = 1.3;
/** One line of a name on a phone, and what a name never reaches farther than. */
const LINE_PCT = 5.6;
const REACH_PCT = 19;
/** By how much the word of what somebody is moves their name down. */
const WORD_PCT = 3;
/** How far into the margin beside the circle a name may go. */
const MARGIN_PCT = 3.2;
/** Air between a name and what it must not meet. */
const AIR_PCT = 0.4;
/** The words in the middle: half their width and height. */
const CENTRE_PCT = { x: 22, y: 29 };

type Round = Omit<Place, "room">;

/** Two lines where they meet nothing and leave a name more room than one would, else one; the word of what somebody is takes
    the place of one, but of whoever is outside, where there is more room and less width. */
function nameRoom(place: Round, all: readonly Round[], worded: boolean): NameRoom {
  const [one, two] = ([1, 2] as const).map((lines) => reach(place, all, lines, worded ? WORD_PCT : 0)) as [NameRoom, NameRoom];
  if (worded && !place.back) return one;
  return two.left_pct + two.right_pct >= 0.95 * (one.left_pct + one.right_pct) ? two : one;
}

/** From the middle of the seat to what its name's lines would meet on either side: seats, words, the window's edge. */
function reach(place: Round, all: readonly Round[], lines: 1 | 2, down_pct: number): NameRoom {
  const x = place.x_pct;
  const top = place.y_pct * TALL + place.size_pct / 2 + down_pct;
  const bottom = top + 1 + lines * LINE_PCT;
  // The seat across the circle has a name on the same line.
  const half = Math.abs(x - 50) < 1 ? REACH_PCT : Math.abs(x - 50) - 1;
  let left = Math.min(REACH_PCT, x + MARGIN_PCT, x > 50 ? half : REACH_PCT);
  let right = Math.min(REACH_PCT, 100 - x + MARGIN_PCT, x < 50 ? half : REACH_PCT);
  const meets = (at_x: number, half: number): void => {
    if (at_x > x) right = Math.min(right, at_x - half - AIR_PCT - x);
    else left = Math.min(left, x - at_x - half - AIR_PCT);
  };
  for (const { seat, x_pct, y_pct, size_pct } of all) {
    const beside = Math.max(0, y_pct * TALL - bottom, top - y_pct * TALL);
    if (seat !== place.seat && beside < size_pct / 2) meets(x_pct, Math.sqrt((size_pct / 2) ** 2 - beside ** 2));
  }
  const middle = Math.max(0, 50 * TALL - bottom, top - 50 * TALL);
  if (middle < CENTRE_PCT.y && Math.abs(x - 50) > CENTRE_PCT.x) meets(50, CENTRE_PCT.x);
  return { left_pct: round(left), right_pct: round(right), lines };
}

export function circlePlaces(view: CircleView): Place[] {
  const inner = seatedIn(view).filter((seat) => view.seats[seat]?.circle !== "outer");
  return places(inner, pushedBack(view), inner.filter((seat) => hasWord(view, seat)));
}

/** Whether more stands under this seat than a name: what they are, what they play, that they have a case or must leave. */
function hasWord(view: CircleView, seat: SeatId): boolean {
  const holder = view.seats[seat];
  const offers = planned(view)?.offers === true && view.offers.includes(seat);
  return holder?.role !== "member" || holder.leaving_early === true || offers || view.case.presenter === seat || view.scene?.cast[seat] !== undefined;
}

/** Whoever has stepped out is in another room: the view of those in it, without the group's work. Null in the circle. */
export function asideView(view: CircleView, own: SeatId): CircleView | null {
  if (view.seats[own]?.stepped_out !== true) return null;
  const inside = isLeftAside(view, own) ? [own] : (view.private?.inside ?? []);
  return {
    ...view,
    seats: Object.fromEntries(Object.entries(view.seats).filter(([seat]) => inside.includes(Number(seat)))),
    case: { ...view.case, presenter: null, stance: "in_circle" },
    floor: { kind: "open", gate: "soft" }, hands: [], turn: null, scene: null, paused: false,
  };
}

/** The hand's place in the order, from 1; 0 for none. Of two circles each has its line: they take no turns in one phase. */
export function handOf(view: CircleView, seat: SeatId): number {
  const circle = view.seats[seat]?.circle;
  return view.hands.filter((one) => view.seats[one]?.circle === circle).indexOf(seat) + 1;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** What a seat is in this moment, as the end of a `room-role-` message: of the leaders, whoever leads is the leader,
 * unless the format has a title for what somebody came as. */
export function roleWord(view: CircleView, seat: SeatId): string {
  if (seat === pushedBack(view)) return "pushed_back";
  if (seat === view.case.presenter) return "presenter";
  const role = view.seats[seat]?.role ?? "member";
  const title = view.titles[role as keyof CircleView["titles"]];
  if (title !== undefined) return title;
  if (view.lead === null || !["leader", "co_leader"].includes(role)) return role;
  return seat === view.lead ? "leader" : "co_leader";
}
