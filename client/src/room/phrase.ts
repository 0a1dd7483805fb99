/** What stands in the middle of the circle: which message says what the group is doing now. Pure; knows no DOM. */
import { isLeading, leadersAlone, planned, presenterThere, pushedBack, pushesBack, type CircleView, type Role, type SeatId } from "../protocol";
import { heardIn, leadsHere, returning } from "../returning";
import { outerIn } from "../seats";
import { phaseName, t } from "../text";

export interface Phrase {
  title: string;
  /** A message id. */
  text: string;
  /** Whose name the text takes as `$name`; null if it takes none. */
  about: SeatId | null;
}

/** How many parts the circle's arc of time has; a coarse display on purpose. */
export const ARC_PARTS = 8;

/** `own`: whose page it is; whoever is invited to a part reads that first. `now`: session time. */
export function phrase(view: CircleView, own?: SeatId, now = 0): Phrase {
  const { role = "member", stepped_out } = view.seats[own ?? 0] ?? {};
  if (stepped_out) return { title: t("room-aside"), ...(outAndMissed(view, role, now) ?? { text: "room-says-aside", about: null }) };
  const back = returning(view, own, now);
  if (back !== null) return { title: view.phase === null ? t("room-gathering") : phaseName(planned(view) ?? view.phase), text: returningText(view, back), about: null };
  if (view.phase === null) return { title: t("room-gathering"), text: view.lead === null && outerIn(view).length === 0 ? "room-says-early" : "room-says-gathering", about: view.lead };
  const title = phaseName(planned(view) ?? view.phase);
  const missed = leaderless(view, now, own) ?? (view.paused ? { text: "room-says-paused", about: null } : missing(view));
  if (missed !== null) return { title, ...missed };
  const invited = own === undefined ? undefined : view.scene?.invited[own];
  if (invited) return { title, text: `room-says-invited-${invited}`, about: null };
  if (view.turn && own !== undefined && view.round?.next === own) return { title, text: "room-says-turn-next", about: view.turn.seat };
  return { title, ...said(view, view.phase.kind) };
}

/** Also what is announced of it. */
export function returningText(view: CircleView, back: "everyone" | "leader"): string {
  return back === "leader" ? "room-says-leader-returning" : view.waits_for.length > 0 ? "room-says-returning-waits" : "room-says-returning";
}

/** What is told of who has ended the talk, to whoever is alone since: a leader is waited for, a member may stay, and once the circle
    has closed there is nothing to go back to. `by` 0: nobody has. */
export function leftText(view: CircleView, role: Role, by: SeatId): string {
  return `room-says-left-${isLeading(role) ? "aside" : leadersAlone(view) ? "outside" : "alone"}${by ? "" : "-gone"}`;
}

/** Also in a pause: who has pushed back is heard then, too. */
function leaderless(view: CircleView, now: number, own?: SeatId): Pick<Phrase, "text" | "about"> | null {
  if (leadsHere(view, own)) return null;
  if (heardIn(view, now) !== null) return { text: "room-says-heard-soon", about: pushedBack(view) };
  return view.waits_for.includes("no_leader") ? { text: view.suspended ? "room-says-suspended" : "room-says-no-leader", about: null } : null;
}

/** A leader who is out reads, as the circle does, when whoever has pushed back is heard, and that they are: going back prevents it. */
function outAndMissed(view: CircleView, role: Role, now: number): Pick<Phrase, "text" | "about"> | null {
  return isLeading(role) && (view.suspended || heardIn(view, now) !== null) ? leaderless(view, now) : null;
}

/** Whose link the clocks wait for: of the presenter the group is told that, and never more. */
function missing(view: CircleView): Pick<Phrase, "text" | "about"> | null {
  if (view.waits_for.includes("presenter")) return { text: "room-says-presenter-missed", about: null };
  if (view.waits_for.includes("speaker") && view.turn) return { text: "room-says-speaker-missed", about: view.turn.seat };
  return null;
}

function said(view: CircleView, kind: string): Pick<Phrase, "text" | "about"> {
  const presenter = presenterThere(view);
  const back = presenter === null ? null : pushedBack(view);
  if (view.scene?.frozen) return { text: "room-says-frozen", about: null };
  if (view.turn && view.floor.kind === "asker_and_presenter") return { text: "room-says-asks", about: view.turn.seat };
  const one = view.floor.gate === "hard" && planned(view)?.heard === "circle" && !view.suspended;
  if (view.turn) return { text: one ? "room-says-turn-alone" : "room-says-turn", about: view.turn.seat };
  if (one && view.floor.kind === "queue") return { text: "room-says-one-at-a-time", about: null };
  if (back !== null && kind !== "reflection") return { text: "room-says-discussion-back", about: back };
  if ((kind === "case_call" || kind === "choice") && presenter !== null) return { text: "room-says-chosen", about: presenter };
  const names = kind === "presentation" || kind === "questions" || kind === "return";
  if ((names || pushesBack(view)) && presenter === null) return { text: view.case.presenter === null ? "room-says-no-presenter" : "room-says-presenter-out", about: null };
  return { text: `room-says-${kind}`, about: names ? presenter : null };
}

/** What is said once the circle's last minutes have come, for all to see: the second half of its last phase, which only what may be
    left out or the leaders' own follow, and no other case may; and once its time is over, when nobody can say how long it still
    lasts. Null before. */
export function lastWords(view: CircleView, now: number): string | null {
  const at = view.plan.findIndex(({ key }) => key === view.phase?.key);
  const past = partsPast(view.phase, now);
  const last = at >= 0 && !view.more && !leadersAlone(view) && view.plan.slice(at + 1).every(({ optional, within }) => optional || within === "leaders");
  if (!last || past === null || past < ARC_PARTS / 2) return null;
  return past < ARC_PARTS ? "room-says-last-minutes" : "room-says-closes-now";
}

/** How many of the arc's parts are past at `now`; null where the phase has no end. Whole parts only: nothing ticks. */
export function partsPast(phase: { began_at: number; ends_at: number | null } | null, now: number): number | null {
  if (phase === null || phase.ends_at === null) return null;
  const lasts = Math.max(1, phase.ends_at - phase.began_at);
  return Math.min(ARC_PARTS, Math.max(0, Math.floor(((now - phase.began_at) / lasts) * ARC_PARTS)));
}
