/** What a leader can do next, and what stands in its way: pure, from the leaders' view. */
import { planned, presenterThere, pushedBack, type CircleView, type FloorKind, type Gate, type PastPhase, type PlannedPhase } from "../protocol";
import { isKeptOut } from "../truth";

export interface NextStep {
  command: "begin" | "advance" | "end";
  /** The phase it enters; null for the end. */
  phase: PlannedPhase | null;
  /** Its key, where it is not the one that follows. */
  to: string | null;
  /** Another case is still due: that is the step, and the phase that follows in the plan the second one. */
  instead: PlannedPhase | null;
  /** The message that says why it cannot be done yet. */
  blocked: string | null;
  /** Where the next phase may be left out, or cannot be held: the one to go to instead. */
  skipTo: PlannedPhase | null;
  /** Whether the way on is to close the case: of whoever presents something is awaited that may not come. */
  mayClose: boolean;
}

const NO_OTHER_WAY = { to: null, instead: null, blocked: null, skipTo: null, mayClose: false };

export function nextStep(view: CircleView): NextStep {
  if (view.phase === null) return { ...NO_OTHER_WAY, command: "begin", phase: view.plan[0] ?? null, blocked: membersIn(view) ? null : "desk-nobody-in" };
  const [phase, after] = view.plan.slice(view.phase.index + 1);
  if (!phase) return { command: "end", phase: null, ...NO_OTHER_WAY };
  const another = anotherCase(view);
  if (another) return { command: "advance", phase: another, to: another.key, instead: phase, blocked: null, skipTo: phase.optional ? (after ?? null) : null, mayClose: false };
  const blocked = blockOf(view, phase);
  const skipTo = phase.optional ? (after ?? null) : wayOn(view, view.phase.index, blocked);
  const call = phaseAgain(view);
  if (blocked === "desk-blocked-no-presenter" && call?.offers) return { ...NO_OTHER_WAY, command: "advance", phase: call, to: call.key, skipTo };
  return { command: "advance", phase, to: null, instead: null, blocked, skipTo, mayClose: blocked === "desk-blocked-accept" };
}

/** Leaders come in by themselves; before anybody else is let in there is nobody to begin with. */
export function membersIn(view: CircleView): boolean {
  return Object.values(view.seats).some(({ role, standing }) => role === "member" && standing === "seated");
}

/** The message that names a step into `phase`, and the one that takes it as `$step` to say what becomes of the presenter: of one who is
    out, nothing. */
export function stepName(view: CircleView, phase: PlannedPhase): { id: string; presenter: string | null } {
  const [isOut, isBack, willBeBack] = [presenterOut(view), pushedBack(view) !== null, phase.stance !== "in_circle" && view.case.presenter !== null];
  if (phase.kind === "return") return { id: isOut ? "desk-next-return-out" : isBack ? "desk-next-return" : "desk-next-return-here", presenter: null };
  const presenter = isOut || isBack === willBeBack ? null : willBeBack ? "desk-presenter-pushes-back" : "desk-presenter-comes-back";
  return { id: `desk-next-${phase.kind}`, presenter };
}

/** The message that brings them back: a pause it does not end, nor the wait for one who is out. */
export function recallLabel(view: CircleView): string {
  return view.paused || presenterOut(view) ? "desk-recall-paused" : "desk-recall";
}

/** Of whoever has pushed back, once they are back in the circle, in this phase or in the one that begins: whether they are heard at
    once, or when they are given the floor. By the rule of the line about oneself. */
export function heardOnceBack(view: CircleView, begins?: PlannedPhase): "heard" | "waits" {
  const then = begins && view.phase ? { ...view, floor: begins.floor, turn: null, phase: { ...view.phase, key: begins.key } } : view;
  const { presenter } = view.case;
  return presenter !== null && isKeptOut({ ...then, case: { ...view.case, stance: "in_circle" } }, presenter) ? "waits" : "heard";
}

/** The phase that a step back enters; null in the first one and before it. */
export function phaseBefore(view: CircleView): PlannedPhase | null {
  return view.plan.find(({ key }) => key === view.back_to) ?? null;
}

/** What may be undone at that session time: a step, by the phase that goes on; an extension, without one. Null where nothing may be. */
export function undoable(view: CircleView, now: number): { phase: PlannedPhase | undefined } | null {
  const { undo } = view;
  return undo && now <= undo.until ? { phase: view.plan.find(({ key }) => key === undo.to) } : null;
}

/** The longest that the format means this phase to be, in ms, where it has been given more. */
export function exceeded_ms(view: CircleView): number | null {
  const { began_at, ends_at } = view.phase ?? {};
  const most = planned(view)?.max_ms;
  return most && ends_at && began_at !== undefined && ends_at - began_at > most ? most : null;
}

/** The earlier phase that may be held once more from here: another scene, another case. Null where the format has none, or no more. */
export function phaseAgain(view: CircleView): PlannedPhase | null {
  return view.plan.find(({ key }) => key === view.again) ?? null;
}

/** The call of another case, while fewer have been held than this format holds as a rule. */
function anotherCase(view: CircleView): PlannedPhase | null {
  const [again, way] = [phaseAgain(view), planned(view)?.again];
  return again?.offers && way?.to === again.key && view.case.number < way.typical ? again : null;
}

/** When the way through the phases will have been gone, in session time, if each step is the large button's and all that comes takes
    its typical time; a way back is gone as often as it is as a rule. It slides while a phase runs over. Null before the beginning. */
export function endsAbout_ms(view: CircleView, now: number): number | null {
  const { phase } = view;
  if (phase === null) return null;
  const coming = taken_ms(view, onward(view), view.plan.length) + waysBack_ms(view, phase.index);
  return Math.max(now, phase.ends_at ?? now) + coming;
}

/** Where in the plan the large button leads to: the phase that follows, or the call of a case that nobody presents any more.
    Another case is a way back, and counted as one. */
export function onward(view: CircleView): number {
  const { to, instead } = nextStep(view);
  return to === null || instead ? (view.phase?.index ?? -1) + 1 : view.plan.findIndex(({ key }) => key === to);
}

/** What the phases from one up to another, that one not, typically take, without what is the leaders'. */
function taken_ms(view: CircleView, from: number, to: number): number {
  const held = view.plan.slice(from, to).filter((phase, at) => phase.within !== "leaders" && !lacksPresenter(view, from + at, from));
  return held.reduce((sum, { typical_ms }) => sum + (typical_ms ?? 0), 0);
}

/** Whether a phase to come cannot be held: nobody presents, and nobody can be chosen before it, neither now nor in a phase between,
    counted from `from`. */
export function lacksPresenter(view: CircleView, index: number, from = onward(view)): boolean {
  const chosen = view.case.presenter !== null || view.phase === null || planned(view)?.offers === true;
  return !chosen && view.plan[index]?.needs_presenter === true && !view.plan.slice(from, index).some(({ offers }) => offers);
}

/** What is still to be held anew as a rule: another case, another push back. */
function waysBack_ms(view: CircleView, at: number): number {
  return view.plan.reduce((sum, { again }, index) => {
    const to = view.plan.findIndex(({ key }) => key === again?.to);
    if (!again || index < at) return sum;
    const held = view.plan[to]?.offers ? view.case.number : pastOf(view, to).length + Number(at === to);
    return sum + Math.max(0, again.typical - Math.max(1, held)) * taken_ms(view, to, index + 1);
  }, 0);
}

/** How long a past phase really took, all its entries together, in ms; null where it was left out. */
export function took_ms(view: CircleView, index: number): number | null {
  const entries = pastOf(view, index);
  return entries.length > 0 ? entries.reduce((all, { began_at, ended_at }) => all + ended_at - began_at, 0) : null;
}

/** The past entries of a phase; of several cases, in the one that is on: its phases begin with its call. */
function pastOf(view: CircleView, index: number): PastPhase[] {
  const past = view.past ?? [];
  const call = view.plan.findIndex(({ offers }) => offers);
  const calls = [...past, ...(view.phase ? [view.phase] : [])].filter((entry) => entry.index === call);
  const since = index < call ? -Infinity : Math.max(-Infinity, ...calls.map(({ began_at }) => began_at));
  return past.filter((entry) => entry.index === index && entry.began_at >= since);
}

/** Without a presenter, for they left or nobody is to be chosen: the next phase that needs none. */
function wayOn(view: CircleView, index: number, blocked: string | null): PlannedPhase | null {
  if (blocked === null || view.case.presenter !== null) return null;
  return view.plan.slice(index + 1).find((phase) => !phase.needs_presenter) ?? null;
}

function blockOf(view: CircleView, phase: PlannedPhase): string | null {
  if (!phase.needs_presenter) return null;
  if (view.case.presenter !== null) return planned(view)?.accept && !view.case.accepted ? "desk-blocked-accept" : null;
  if (!planned(view)?.offers) return "desk-blocked-no-presenter";
  if (planned(view)?.chosen_by === "group") return "desk-blocked-choice";
  return view.offers.length > 0 ? "desk-blocked-choose" : "desk-blocked-no-offer";
}

/** "One at a time": the leader's switch on the floor there is. */
export function oneAtATime(view: CircleView, on: boolean): { floor: FloorKind; gate: Gate } {
  const { kind } = view.floor;
  if (on) return { floor: kind === "open" ? "queue" : kind, gate: "hard" };
  return { floor: kind === "queue" ? "open" : kind, gate: "soft" };
}

/** Whether whoever presents is out: they are neither pushed back nor brought back meanwhile. */
export function presenterOut(view: CircleView): boolean {
  return view.case.presenter !== presenterThere(view);
}

/** Whether a step ends the pause: not while whoever leads is in the private room. */
export function endsPause(view: CircleView): boolean {
  return view.paused && (view.lead === null || view.private?.inside.includes(view.lead) !== true);
}

/** Whether the leader's switch has made the floor another than the phase began with. It is so for this phase only. A presenter's
    floor in which nobody presents any more is another by itself. */
export function floorIsSet(view: CircleView): boolean {
  const own = planned(view)?.floor;
  const gone = view.case.presenter === null && own?.kind.includes("presenter");
  return own !== undefined && (own.gate !== view.floor.gate || (!gone && own.kind !== view.floor.kind));
}

/** Whether turns can be given on this floor. */
export function takesTurns(view: CircleView): boolean {
  return view.phase !== null && ["open", "queue", "round", "asker_and_presenter"].includes(view.floor.kind);
}
