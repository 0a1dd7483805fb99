/** Where everybody sits: pure geometry and order, the same on every page. Knows no DOM. */
import { isLeftAside, pushedBack, type CircleView, type SeatId } from "./protocol";

/** In percent of the circle's square, from its top left; `size_pct` is the diameter of the round seat. */
export interface Place {
  seat: SeatId;
  x_pct: number;
  y_pct: number;
  /** In a wide window: a true circle, larger in its square; all in percent of that. */
  wide: { x_pct: number; y_pct: number; size_pct: number };
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
  /** With a plate, the first is the name's and the others the plate's. */
  lines: 1 | 2 | 3;
}

/** The radius of the circle that the seats' centres lie on. */
export const RADIUS_PCT = 36;
const LARGEST_PCT = 18;
const SMALLEST_PCT = 9;
/** A seat's share of the way to its neighbour; the rest is air. */
const FILLED = 0.74;
/** A pushed-back chair stands farther away and is drawn smaller, so that the circle's line passes it with a gap: how far from the
    middle it reaches, and what it measures at most. */
const BACK_EDGE_PCT = 52;
const BACK_LARGEST_PCT = 13;
/** In a wide window there is no name above the seats to keep room for: the circle is larger there, and its faces are, as far as a name
    and a word under each leave it; pushed back, nothing may be cut off by the window's edge. */
export const WIDE_RADIUS_PCT = 37;
const WIDE_LARGEST_PCT = 20;
const WIDE_FILLED = 0.66;
const WIDE_BACK_EDGE_PCT = 51.5;
const WIDE_BACK_LARGEST_PCT = 12;
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

/** A place for each of `seats`, clockwise from the top in the order given. `plated`: who has a plate under their name. */
export function places(seats: readonly SeatId[], back: SeatId | null = null, plated: ReadonlySet<SeatId> = new Set()): Place[] {
  const count = Math.max(1, seats.length);
  const apart = apart_pct(count, RADIUS_PCT);
  const size = Math.min(LARGEST_PCT, Math.max(SMALLEST_PCT, apart * FILLED));
  const wide_size = Math.min(WIDE_LARGEST_PCT, Math.max(SMALLEST_PCT, apart_pct(count, WIDE_RADIUS_PCT) * WIDE_FILLED));
  const placed = seats.map((seat, index): Round => {
    const angle = (2 * Math.PI * index) / count - Math.PI / 2;
    const isBack = seat === back;
    const [own, wide_own] = isBack ? [Math.min(size, BACK_LARGEST_PCT), Math.min(wide_size, WIDE_BACK_LARGEST_PCT)] : [size, wide_size];
    const { x, y } = point(angle, isBack ? BACK_EDGE_PCT - own / 2 : RADIUS_PCT);
    const wide = point(angle, isBack ? WIDE_BACK_EDGE_PCT - wide_own / 2 : WIDE_RADIUS_PCT);
    // A name may use the way to its neighbour's, and no more than there is to the edge; outside there is little.
    const room = isBack ? BACK_NAME_PCT : 2 * Math.min(x, 100 - x);
    return {
      seat,
      x_pct: x,
      y_pct: y,
      wide: { x_pct: wide.x, y_pct: wide.y, size_pct: round(wide_own) },
      size_pct: round(own),
      name_pct: round(Math.min(room, Math.max(size, apart * 0.96))),
      back: isBack,
    };
  });
  // Whoever pushes back moves nobody else's name: for the others they are where they sat.
  const sitting = back === null ? placed : places(seats);
  return placed.map((place) => ({ ...place, room: (plated.has(place.seat) ? plateRoom : nameRoom)(place, place.back ? placed : sitting) }));
}

/** How far neighbours are from each other. */
function apart_pct(count: number, radius_pct: number): number {
  return count === 1 ? 100 : 2 * radius_pct * Math.sin(Math.PI / count);
}

function point(angle: number, radius_pct: number): { x: number; y: number } {
  return { x: round(50 + radius_pct * Math.cos(angle)), y: round(50 + radius_pct * Math.sin(angle)) };
}

/** A phone's circle is this many times as high as wide, or more; the rest is in percent of its width. */
const TALL = 1.3;
/** One line of a name on a phone, and what a name never reaches farther than. */
const LINE_PCT = 5.6;
const REACH_PCT = 24;
/** How far into the margin beside the circle a name may go. */
const MARGIN_PCT = 3.2;
/** Air between a name and what it must not meet. */
const AIR_PCT = 0.4;
/** The words in the middle: half their width and height. */
const CENTRE_PCT = { x: 22, y: 29 };

type Round = Omit<Place, "room">;

/** Two lines where they meet nothing and leave a name more room than one would, else one. */
function nameRoom(place: Round, all: readonly Round[]): NameRoom {
  const [one, two] = ([1, 2] as const).map((lines) => reach(place, all, lines)) as [NameRoom, NameRoom];
  return two.left_pct + two.right_pct >= 0.95 * (one.left_pct + one.right_pct) ? two : one;
}

/** A name in one line, and under it, where no face is, a plate in two if they are not much shorter than one would be. */
function plateRoom(place: Round, all: readonly Round[]): NameRoom {
  const [one, two] = ([2, 3] as const).map((lines) => reach(place, all, lines)) as [NameRoom, NameRoom];
  return two.left_pct + two.right_pct >= 0.6 * (one.left_pct + one.right_pct) ? two : one;
}

/** From the middle of the seat to what its name's lines would meet on either side: seats, words, the window's edge. */
function reach(place: Round, all: readonly Round[], lines: NameRoom["lines"]): NameRoom {
  const x = place.x_pct;
  const top = place.y_pct * TALL + place.size_pct / 2;
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
  return places(inner, pushedBack(view), new Set(Object.keys(view.scene?.cast ?? {}).map(Number)));
}

/** Who whispers to this leader now. Nobody but leaders is told of a whisper, and none of it goes to a room aside. */
export function whisperersTo(view: CircleView, own: SeatId): SeatId[] {
  if (view.seats[own]?.stepped_out) return [];
  return (view.whispering ?? []).filter((seat) => seat !== own && !view.seats[seat]?.stepped_out);
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
