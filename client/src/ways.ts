/** Hand-written views of the other ways of working: a round, a group's choice, a scene, two circles. Not part of any page. */
import { CO_LEADER, LEADER, NOW_MS, PRESENTER, circle, seatsOf } from "./fixtures";
import type { CircleView, PhaseKind, PlannedPhase, SeatView } from "./protocol";

type Way = Partial<PlannedPhase> & { kind: PhaseKind };

/** A view in the phase of this kind, of a format that holds just it and the return. */
function way({ kind, ...phase }: Way, change: Partial<CircleView> = {}, count = 8): CircleView {
  const floor = phase.floor ?? { kind: "open", gate: "soft" };
  const own: PlannedPhase = { key: kind, kind, optional: false, stance: "in_circle", floor, heard: "circle", offers: false, typical_ms: 600_000, needs_presenter: true, ...phase };
  const next: PlannedPhase = { ...own, key: "return", kind: "return", heard: "circle", offers: false, floor: { kind: "presenter", gate: "soft" }, needs_presenter: true };
  delete next.name; delete next.chosen_by; delete next.accept; delete next.casting; delete next.prompts;
  return {
    ...circle("discussion", {}, count),
    phase: { entry: 6, index: 0, key: kind, kind, within: "circle", began_at: NOW_MS - 240_000, ends_at: NOW_MS + 360_000, limit_reached: false, extend_ms: 120_000 },
    plan: [own, next], floor, case: { number: 1, presenter: PRESENTER, stance: "in_circle" }, past: [], back_to: null, ...change,
  };
}

const CAST: NonNullable<CircleView["scene"]>["cast"] = { [PRESENTER]: { number: 1, part: "protagonist" }, 7: { number: 2, part: "auxiliary" }, 8: { number: 3, part: "double" } };

function rings(inner: number, outer: number): Record<string, SeatView> {
  const seats = seatsOf(inner + outer);
  for (const [seat, holder] of Object.entries(seats)) holder.circle = Number(seat) <= inner ? "inner" : "outer";
  return seats;
}

export const WAYS: Record<string, CircleView> = {
  round: way(
    { kind: "stories", floor: { kind: "round", gate: "soft" }, needs_presenter: false, prompts: [{ en: "Two minutes each; passing is always allowed", fr: "Deux minutes chacun" }] },
    { case: { number: 0, presenter: null, stance: "in_circle" }, turn: { number: 3, seat: 3, limit_reached: false, began_at: NOW_MS - 42_000, ends_at: NOW_MS + 78_000 }, round: { to_ask: [4, 6, 7, 8, 2], next: 4 } },
  ),
  asked: way({ kind: "stories", floor: { kind: "round", gate: "soft" }, needs_presenter: false }, { turn: null, round: { to_ask: [], next: null } }),
  choice: way({ kind: "choice", offers: true, chosen_by: "group", needs_presenter: false }, { case: { number: 1, presenter: null, stance: "in_circle" }, named: 4 }),
  casting: way({ kind: "casting", casting: true, prompts: [{ en: "The protagonist invites; the invited may decline" }] }, { scene: { cast: { [PRESENTER]: CAST[PRESENTER]! }, invited: { 7: "auxiliary", 8: "double" }, frozen: false, came_off: [] } }),
  scene: way({ kind: "scene", heard: "cast", floor: { kind: "open", gate: "hard" } }, { scene: { cast: CAST, invited: {}, frozen: false, came_off: [] }, hands: [3] }),
  frozen: way({ kind: "scene", heard: "cast", floor: { kind: "open", gate: "hard" } }, { scene: { cast: CAST, invited: {}, frozen: true, came_off: [] } }),
  again: way({ kind: "discussion", stance: "back_visible", name: { en: "Group work", fr: "Travail de groupe" } }, { case: { number: 1, presenter: PRESENTER, stance: "back_visible" }, again: "return" }),
  seating: way({ kind: "seating", accept: true, floor: { kind: "leaders", gate: "soft" } }, { seats: rings(10, 14), case: { number: 1, presenter: PRESENTER, stance: "in_circle", accepted: false }, hands: [13] }),
  outer: way({ kind: "reflection", heard: "outer", stance: "back_visible", floor: { kind: "queue", gate: "hard" } }, {
    seats: rings(10, 30), case: { number: 1, presenter: PRESENTER, stance: "back_visible" }, hands: [13, 21], hint: 21,
    turn: { number: 2, seat: 17, limit_reached: false, began_at: NOW_MS - 30_000, ends_at: NOW_MS + 90_000 },
  }),
  whisper: way({ kind: "discussion", stance: "back_visible" }, { case: { number: 1, presenter: PRESENTER, stance: "back_visible" }, whispering: [CO_LEADER] }),
  whispers: way({ kind: "discussion", stance: "back_visible" }, { case: { number: 1, presenter: PRESENTER, stance: "back_visible" }, whispering: [LEADER] }),
  taken: way({ kind: "discussion", stance: "back_visible" }, { lead: CO_LEADER, leads: 1, case: { number: 1, presenter: PRESENTER, stance: "back_visible" } }),
};
