/** What a leader can do next, and what stands in its way: pure, from the leaders' view. */
import type { CircleView, FloorKind, Gate, PlannedPhase } from "../protocol";

export interface NextStep {
  command: "begin" | "advance" | "end";
  /** The phase it enters; null for the end. */
  phase: PlannedPhase | null;
  /** The message that says why it cannot be done yet. */
  blocked: string | null;
  /** Where the next phase may be left out, or cannot be held: the one to go to instead. */
  skipTo: PlannedPhase | null;
}

export function nextStep(view: CircleView): NextStep {
  if (view.phase === null) return { command: "begin", phase: view.plan[0] ?? null, blocked: null, skipTo: null };
  const [phase, after] = view.plan.slice(view.phase.index + 1);
  if (!phase) return { command: "end", phase: null, blocked: null, skipTo: null };
  const blocked = blockOf(view, phase);
  return { command: "advance", phase, blocked, skipTo: phase.optional ? (after ?? null) : blocked ? wayOn(view, view.phase.index) : null };
}

/** A presenter who left takes the case along: the next phase that needs none. In the case call one is still to be chosen. */
function wayOn(view: CircleView, index: number): PlannedPhase | null {
  if (view.plan[index]?.offers) return null;
  return view.plan.slice(index + 1).find((phase) => !phase.needs_presenter) ?? null;
}

function blockOf(view: CircleView, phase: PlannedPhase): string | null {
  if (!phase.needs_presenter || view.case.presenter !== null) return null;
  return view.offers.length > 0 ? "desk-blocked-choose" : "desk-blocked-no-offer";
}

/** "One at a time": the leader's switch on the floor there is. */
export function oneAtATime(view: CircleView, on: boolean): { floor: FloorKind; gate: Gate } {
  const { kind } = view.floor;
  if (on) return { floor: kind === "open" ? "queue" : kind, gate: "hard" };
  return { floor: kind === "queue" ? "open" : kind, gate: "soft" };
}

/** Whether turns can be given on this floor. */
export function takesTurns(view: CircleView): boolean {
  return view.phase !== null && ["open", "queue", "asker_and_presenter"].includes(view.floor.kind);
}
